/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-confidence-picker.h"

#include <glib/gi18n.h>

#include "okr-format.h"

#define N_STEPS 11
#define SPACING 4

struct _WaymarkConfidencePicker
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_STEPS];
  int confidence;
};

enum
{
  PROP_0,
  PROP_CONFIDENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkConfidencePicker, waymark_confidence_picker, GTK_TYPE_WIDGET)

static int
find_focused (WaymarkConfidencePicker *self)
{
  for (int i = 0; i < N_STEPS; i++)
    {
      if (gtk_widget_has_focus (self->buttons[i]))
        return i;
    }

  return -1;
}

static void
on_toggled_cb (GtkToggleButton *button, WaymarkConfidencePicker *self)
{
  const int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "waymark-step"));

  if (gtk_toggle_button_get_active (button))
    waymark_confidence_picker_set_confidence (self, step);
  else if (self->confidence == step)
    waymark_confidence_picker_set_confidence (self, WAYMARK_CONFIDENCE_UNSET);
}

static void
choose (WaymarkConfidencePicker *self, int step)
{
  waymark_confidence_picker_set_confidence (self, step);
  gtk_widget_grab_focus (self->buttons[MAX (step, 0)]);
}

static gboolean
on_key_pressed_cb (WaymarkConfidencePicker *self, guint key, guint code, GdkModifierType state)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int focused = find_focused (self);
  const guint32 typed = gdk_keyval_to_unicode (key);
  int next = focused;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    next += rtl ? 1 : -1;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    next += rtl ? -1 : 1;
  else if (key == GDK_KEY_Home)
    next = 0;
  else if (key == GDK_KEY_End)
    next = N_STEPS - 1;
  else if (key == GDK_KEY_BackSpace || key == GDK_KEY_Delete)
    {
      choose (self, WAYMARK_CONFIDENCE_UNSET);
      return GDK_EVENT_STOP;
    }
  else if (g_unichar_isdigit (typed))
    {
      const int digit = g_unichar_digit_value (typed);

      choose (self, digit == 0 && self->confidence == 1 ? 10 : digit);
      return GDK_EVENT_STOP;
    }
  else
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->buttons[CLAMP (next, 0, N_STEPS - 1)]);
  return GDK_EVENT_STOP;
}

/* One stop for Tab: eleven would stand between the value and the note. */
static gboolean
waymark_confidence_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  WaymarkConfidencePicker *self = WAYMARK_CONFIDENCE_PICKER (widget);

  if (find_focused (self) >= 0)
    return FALSE;

  return gtk_widget_grab_focus (self->buttons[MAX (self->confidence, 0)]);
}

static gboolean
waymark_confidence_picker_grab_focus (GtkWidget *widget)
{
  WaymarkConfidencePicker *self = WAYMARK_CONFIDENCE_PICKER (widget);

  return gtk_widget_grab_focus (self->buttons[MAX (self->confidence, 0)]);
}

static void
measure_buttons (WaymarkConfidencePicker *self, int *width, int *height)
{
  *width = 0;
  *height = 0;
  for (guint i = 0; i < N_STEPS; i++)
    {
      GtkRequisition least;

      gtk_widget_get_preferred_size (self->buttons[i], &least, NULL);
      *width = MAX (*width, least.width);
      *height = MAX (*height, least.height);
    }
}

static int
total (int n, int each)
{
  return n * each + (n - 1) * SPACING;
}

static int
count_columns (int width, int each)
{
  for (int rows = 1; rows < N_STEPS; rows++)
    {
      const int columns = (N_STEPS + rows - 1) / rows;

      if (total (columns, each) <= width)
        return columns;
    }

  return 1;
}

static GtkSizeRequestMode
waymark_confidence_picker_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
waymark_confidence_picker_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                   int *minimum, int *natural, int *minimum_baseline,
                                   int *natural_baseline)
{
  int width;
  int height;

  measure_buttons (WAYMARK_CONFIDENCE_PICKER (widget), &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = total (4, width);
      *natural = total (N_STEPS, width);
    }
  else
    {
      const int columns = for_size < 0 ? N_STEPS : count_columns (for_size, width);

      *minimum = *natural = total ((N_STEPS + columns - 1) / columns, height);
    }
}

static void
waymark_confidence_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaymarkConfidencePicker *self = WAYMARK_CONFIDENCE_PICKER (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least;
  int row_height;
  int columns;

  measure_buttons (self, &least, &row_height);
  columns = count_columns (width, least);
  for (int i = 0; i < N_STEPS; i++)
    {
      const int column = rtl ? columns - 1 - i % columns : i % columns;
      const int left = column * (width + SPACING) / columns;
      const int right = (column + 1) * (width + SPACING) / columns - SPACING;

      gtk_widget_size_allocate (self->buttons[i],
                                &(GtkAllocation){ left, i / columns * (row_height + SPACING),
                                                  MAX (least, right - left), row_height },
                                -1);
    }
}

static void
waymark_confidence_picker_get_property (GObject *object, guint property_id, GValue *value,
                                        GParamSpec *pspec)
{
  if (property_id == PROP_CONFIDENCE)
    g_value_set_int (value, WAYMARK_CONFIDENCE_PICKER (object)->confidence);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_confidence_picker_set_property (GObject *object, guint property_id, const GValue *value,
                                        GParamSpec *pspec)
{
  if (property_id == PROP_CONFIDENCE)
    waymark_confidence_picker_set_confidence (WAYMARK_CONFIDENCE_PICKER (object),
                                              g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_confidence_picker_dispose (GObject *object)
{
  WaymarkConfidencePicker *self = WAYMARK_CONFIDENCE_PICKER (object);

  for (guint i = 0; i < N_STEPS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (waymark_confidence_picker_parent_class)->dispose (object);
}

static void
waymark_confidence_picker_class_init (WaymarkConfidencePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_confidence_picker_get_property;
  object_class->set_property = waymark_confidence_picker_set_property;
  object_class->dispose = waymark_confidence_picker_dispose;

  widget_class->focus = waymark_confidence_picker_focus;
  widget_class->grab_focus = waymark_confidence_picker_grab_focus;
  widget_class->get_request_mode = waymark_confidence_picker_get_request_mode;
  widget_class->measure = waymark_confidence_picker_measure;
  widget_class->size_allocate = waymark_confidence_picker_size_allocate;

  properties[PROP_CONFIDENCE] =
      g_param_spec_int ("confidence", NULL, NULL, WAYMARK_CONFIDENCE_UNSET, N_STEPS - 1,
                        WAYMARK_CONFIDENCE_UNSET,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "confidence");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static GtkWidget *
create_button (WaymarkConfidencePicker *self, int step)
{
  g_autofree char *label = okr_format_number (step, 0);
  /* Translators: accessible name of a button; %s is a number from 0 to 10 */
  g_autofree char *name = g_strdup_printf (_ ("Confidence %s of 10"), label);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "waymark-step", GINT_TO_POINTER (step));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
waymark_confidence_picker_init (WaymarkConfidencePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->confidence = WAYMARK_CONFIDENCE_UNSET;
  for (int i = 0; i < N_STEPS; i++)
    self->buttons[i] = create_button (self, i);
  gtk_widget_set_tooltip_text (self->buttons[0], _ ("No chance"));
  gtk_widget_set_tooltip_text (self->buttons[5], _ ("As likely as not"));
  gtk_widget_set_tooltip_text (self->buttons[10], _ ("Certain"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

int
waymark_confidence_picker_get_confidence (WaymarkConfidencePicker *self)
{
  g_return_val_if_fail (WAYMARK_IS_CONFIDENCE_PICKER (self), WAYMARK_CONFIDENCE_UNSET);

  return self->confidence;
}

void
waymark_confidence_picker_set_confidence (WaymarkConfidencePicker *self, int confidence)
{
  g_return_if_fail (WAYMARK_IS_CONFIDENCE_PICKER (self));
  g_return_if_fail (confidence >= WAYMARK_CONFIDENCE_UNSET && confidence < N_STEPS);

  if (self->confidence == confidence)
    return;

  self->confidence = confidence;
  for (int i = 0; i < N_STEPS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == confidence);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIDENCE]);
}
