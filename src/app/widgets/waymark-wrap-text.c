/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-wrap-text.h"

#include "waymark-field-text.h"

struct _WaymarkWrapText
{
  GtkTextView parent_instance;

  char *placeholder;
  char *shown;
  gboolean single_line;
  gboolean showing;
};

enum
{
  PROP_PLACEHOLDER = 1,
  PROP_SINGLE_LINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void wrap_text_init_field (WaymarkFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkWrapText, waymark_wrap_text, GTK_TYPE_TEXT_VIEW,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, wrap_text_init_field))

static void
restore (WaymarkField *field)
{
  WaymarkWrapText *self = WAYMARK_WRAP_TEXT (field);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *typed = waymark_wrap_text_dup_text (self);

  waymark_field_mark_error (GTK_WIDGET (self), GTK_WIDGET (self), NULL);
  if (g_str_equal (typed, self->shown))
    return;

  self->showing = TRUE;
  gtk_text_buffer_set_text (buffer, self->shown, -1);
  self->showing = FALSE;
}

static void
show (WaymarkField *field, const GValue *value)
{
  WaymarkWrapText *self = WAYMARK_WRAP_TEXT (field);
  const char *text = g_value_get_string (value);
  g_autofree char *typed = waymark_wrap_text_dup_text (self);

  g_free (self->shown);
  self->shown = g_strdup (text != NULL ? text : "");
  if (!g_str_equal (typed, self->shown) || !gtk_widget_has_focus (GTK_WIDGET (self)))
    restore (field);
}

static void
set_error (WaymarkField *field, const char *message)
{
  waymark_field_mark_error (GTK_WIDGET (field), GTK_WIDGET (field), message);
}

static void
wrap_text_init_field (WaymarkFieldInterface *iface)
{
  iface->show = show;
  iface->restore = restore;
  iface->set_error = set_error;
}

/* Lines that are pasted into a title become words of it. */
static void
on_insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int length,
                   WaymarkWrapText *self)
{
  g_autofree char *words = g_strndup (text, (gsize) length);

  if (!self->single_line || strpbrk (words, "\n\r") == NULL)
    return;

  g_strdelimit (words, "\n\r", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, place, words, -1);
}

static void
on_changed_cb (WaymarkWrapText *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *typed = NULL;

  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->showing)
    return;

  typed = waymark_wrap_text_dup_text (self);
  waymark_field_mark_error (GTK_WIDGET (self), GTK_WIDGET (self), NULL);
  if (g_str_equal (typed, self->shown))
    return;
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, typed);
  waymark_field_emit_edited (WAYMARK_FIELD (self), &value);
}

static void
on_leave_cb (WaymarkWrapText *self)
{
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    restore (WAYMARK_FIELD (self));
  waymark_field_emit_done (WAYMARK_FIELD (self));
}

static gboolean
on_key_cb (WaymarkWrapText *self, guint key)
{
  const gboolean enters = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (key != GDK_KEY_Escape && !(enters && self->single_line))
    return FALSE;

  if (!enters)
    restore (WAYMARK_FIELD (self));
  waymark_field_leave (WAYMARK_FIELD (self));

  return TRUE;
}

static GtkSizeRequestMode
waymark_wrap_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* GtkTextView 4.8 keeps the height that its text had at the width before: after the first layout,
 * one letter per line. This one measures the text itself. */
static void
waymark_wrap_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  const int beside = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  const int above = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = beside;
      return;
    }

  text = waymark_wrap_text_dup_text (WAYMARK_WRAP_TEXT (widget));
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, for_size > 0 ? MAX (for_size - beside, 1) * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural += above;
}

static void
waymark_wrap_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkWrapText *self = WAYMARK_WRAP_TEXT (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color;
  int x = 0;
  int y = 0;
  const int inner = gtk_widget_get_width (widget) - gtk_text_view_get_left_margin (view) -
                    gtk_text_view_get_right_margin (view);

  GTK_WIDGET_CLASS (waymark_wrap_text_parent_class)->snapshot (widget, snapshot);
  if (self->placeholder == NULL ||
      gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) > 0)
    return;

  layout = gtk_widget_create_pango_layout (widget, self->placeholder);
  pango_layout_set_width (layout, inner * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, 0, &x, &y);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.55f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) gtk_text_view_get_left_margin (view), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
waymark_wrap_text_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  WaymarkWrapText *self = WAYMARK_WRAP_TEXT (object);

  switch (property_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->single_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
waymark_wrap_text_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  WaymarkWrapText *self = WAYMARK_WRAP_TEXT (object);

  switch (property_id)
    {
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->placeholder, -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    case PROP_SINGLE_LINE:
      self->single_line = g_value_get_boolean (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                      !self->single_line, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
waymark_wrap_text_finalize (GObject *object)
{
  WaymarkWrapText *self = WAYMARK_WRAP_TEXT (object);

  g_clear_pointer (&self->placeholder, g_free);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (waymark_wrap_text_parent_class)->finalize (object);
}

static void
waymark_wrap_text_class_init (WaymarkWrapTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waymark_wrap_text_get_property;
  object_class->set_property = waymark_wrap_text_set_property;
  object_class->finalize = waymark_wrap_text_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = waymark_wrap_text_snapshot;
  GTK_WIDGET_CLASS (klass)->get_request_mode = waymark_wrap_text_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = waymark_wrap_text_measure;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_SINGLE_LINE] = g_param_spec_boolean ("single-line", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_wrap_text_init (WaymarkWrapText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->shown = g_strdup ("");
  gtk_widget_add_css_class (GTK_WIDGET (self), "waymark-wrap-text");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  /* Ctrl+Z is to take back edits of the plan, of which typing is one. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "insert-text",
                           G_CALLBACK (on_insert_text_cb), self, 0);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (on_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

char *
waymark_wrap_text_dup_text (WaymarkWrapText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (WAYMARK_IS_WRAP_TEXT (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
