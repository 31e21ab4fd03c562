/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-prose-row.h"

/* GtkTextView 4.8 has no height before it has laid out its text, and lays out nothing where it has
 * no height: this one measures the text itself. */
#define WAYMARK_TYPE_PROSE_VIEW (waymark_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkProseView, waymark_prose_view, WAYMARK, PROSE_VIEW, GtkTextView)

struct _WaymarkProseView
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (WaymarkProseView, waymark_prose_view, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
waymark_prose_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
waymark_prose_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 0;
      return;
    }

  g_object_get (buffer, "text", &text, NULL);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, for_size > 0 ? for_size * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
}

static void
waymark_prose_view_class_init (WaymarkProseViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = waymark_prose_view_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = waymark_prose_view_measure;
}

static void
waymark_prose_view_init (WaymarkProseView *self)
{
}

struct _WaymarkProseRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkLabel *caption;
  GtkTextBuffer *buffer;
  gboolean filling;
};

enum
{
  EDITED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkProseRow, waymark_prose_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_changed_cb (WaymarkProseRow *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  if (!self->filling)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_leave_cb (WaymarkProseRow *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
waymark_prose_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_PROSE_ROW (widget)->view));
}

static gboolean
waymark_prose_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *view = GTK_WIDGET (WAYMARK_PROSE_ROW (widget)->view);

  if (gtk_widget_has_focus (view))
    return FALSE;

  return gtk_widget_grab_focus (view);
}

static void
waymark_prose_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WAYMARK_TYPE_PROSE_ROW);

  G_OBJECT_CLASS (waymark_prose_row_parent_class)->dispose (object);
}

static void
waymark_prose_row_class_init (WaymarkProseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_prose_row_dispose;
  widget_class->focus = waymark_prose_row_focus;
  widget_class->grab_focus = waymark_prose_row_grab_focus;

  signals[EDITED] = g_signal_new ("edited", WAYMARK_TYPE_PROSE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", WAYMARK_TYPE_PROSE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAYMARK_TYPE_PROSE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-prose-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkProseRow, view);
  gtk_widget_class_bind_template_child (widget_class, WaymarkProseRow, caption);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_cb);
}

static void
waymark_prose_row_init (WaymarkProseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

char *
waymark_prose_row_dup_text (WaymarkProseRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (WAYMARK_IS_PROSE_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
waymark_prose_row_set_text (WaymarkProseRow *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (WAYMARK_IS_PROSE_ROW (self));

  shown = waymark_prose_row_dup_text (self);
  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->filling = FALSE;
}

void
waymark_prose_row_set_enable_undo (WaymarkProseRow *self, gboolean enable)
{
  g_return_if_fail (WAYMARK_IS_PROSE_ROW (self));

  gtk_text_buffer_set_enable_undo (self->buffer, enable);
}
