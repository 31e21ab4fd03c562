/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-cycle-button.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "okr-item-text.h"

struct _WaymarkCycleButton
{
  GtkWidget parent_instance;

  WaymarkSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *plan_signals;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkListBox *list;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GQuark cycle_quark;

G_DEFINE_FINAL_TYPE (WaymarkCycleButton, waymark_cycle_button, GTK_TYPE_WIDGET)

static char *
dup_label (OkrPlan *plan, OkrCycle *cycle)
{
  g_autofree char *stage = NULL;

  if (plan == NULL || cycle == NULL)
    return g_strdup (_ ("All cycles"));

  /* Which week it is says nothing of a cycle in which nothing is due. */
  if (okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_DRAFT)
    /* Translators: %s is a cycle that nobody has started */
    return g_strdup_printf (_ ("%s · draft"), okr_item_text_get_title (OKR_ITEM (cycle)));

  stage = okr_format_cycle_stage (okr_cycle_get_start (cycle), okr_cycle_get_end (cycle),
                                  okr_plan_get_today (plan), okr_cycle_get_state (cycle));
  if (stage == NULL)
    return g_strdup (okr_item_text_get_title (OKR_ITEM (cycle)));

  /* Translators: a cycle and where it is: "Q1 2027 · week 8 of 13" */
  return g_strdup_printf (_ ("%1$s · %2$s"), okr_item_text_get_title (OKR_ITEM (cycle)), stage);
}

static char *
dup_dates (OkrCycle *cycle)
{
  g_autofree char *start = okr_format_day (okr_cycle_get_start (cycle));
  g_autofree char *end = okr_format_day (okr_cycle_get_end (cycle));

  /* Translators: the state of a cycle, its first and its last day */
  return g_strdup_printf (
      _ ("%1$s · %2$s – %3$s"),
      okr_enum_to_label (OKR_TYPE_CYCLE_STATE, (int) okr_cycle_get_state (cycle)), start, end);
}

static void
update_label (WaymarkCycleButton *self)
{
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  OkrCycle *cycle = self->session != NULL ? waymark_session_get_cycle (self->session) : NULL;
  g_autofree char *label = dup_label (plan, cycle);
  /* Translators: for screen readers; %s is a cycle */
  g_autofree char *name = g_strdup_printf (_ ("Cycle: %s"), label);

  if (!g_str_equal (gtk_label_get_label (self->label), label))
    gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), plan != NULL);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
name_row (GtkWidget *row, const char *name, const char *dates, gboolean current)
{
  g_autofree char *label = NULL;

  if (current)
    /* Translators: a cycle in a list, for screen readers */
    label = g_strdup_printf (_ ("%s, shown now"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  dates != NULL ? dates : "", -1);
}

static void
append_row (WaymarkCycleButton *self, OkrCycle *cycle)
{
  const gboolean current = cycle == waymark_session_get_cycle (self->session);
  const char *name = cycle != NULL ? okr_item_text_get_title (OKR_ITEM (cycle)) : _ ("All cycles");
  g_autofree char *dates = cycle != NULL ? dup_dates (cycle) : NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_top (texts, 6);
  gtk_widget_set_margin_bottom (texts, 6);
  gtk_box_append (GTK_BOX (texts), new_label (name, NULL));
  if (dates != NULL)
    {
      GtkWidget *second = new_label (dates, "caption");

      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (texts), second);
    }
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_opacity (check, current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name_row (row, name, dates, current);
  if (cycle != NULL)
    g_object_set_qdata_full (G_OBJECT (row), cycle_quark, g_object_ref (cycle), g_object_unref);
  gtk_list_box_append (self->list, row);
  if (current)
    gtk_widget_grab_focus (row);
}

static void
clear_list (WaymarkCycleButton *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* Rows are made when they are looked at. */
static void
on_show_cb (WaymarkCycleButton *self)
{
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  GListModel *cycles;

  clear_list (self);
  if (plan == NULL)
    return;

  cycles = okr_plan_get_cycles (plan);
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, i);

      append_row (self, cycle);
    }
  append_row (self, NULL);
}

static void
on_row_activated_cb (WaymarkCycleButton *self, GtkListBoxRow *row)
{
  OkrCycle *cycle = g_object_get_qdata (G_OBJECT (row), cycle_quark);
  g_autoptr (OkrCycle) chosen = cycle != NULL ? g_object_ref (cycle) : NULL;

  gtk_popover_popdown (self->popover);
  waymark_session_set_cycle (self->session, chosen);
}

static void
on_edit_cb (WaymarkCycleButton *self)
{
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.plan-properties", "s", "cycles");
}

static void
on_plan_cb (WaymarkCycleButton *self)
{
  gtk_popover_popdown (self->popover);
  g_signal_group_set_target (self->plan_signals, self->session != NULL
                                                     ? waymark_session_get_plan (self->session)
                                                     : NULL);
  update_label (self);
}

static void
set_session (WaymarkCycleButton *self, WaymarkSession *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  on_plan_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
waymark_cycle_button_get_property (GObject *object, guint property_id, GValue *value,
                                   GParamSpec *pspec)
{
  WaymarkCycleButton *self = WAYMARK_CYCLE_BUTTON (object);

  if (property_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_cycle_button_set_property (GObject *object, guint property_id, const GValue *value,
                                   GParamSpec *pspec)
{
  WaymarkCycleButton *self = WAYMARK_CYCLE_BUTTON (object);

  if (property_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_cycle_button_dispose (GObject *object)
{
  WaymarkCycleButton *self = WAYMARK_CYCLE_BUTTON (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_CYCLE_BUTTON);

  G_OBJECT_CLASS (waymark_cycle_button_parent_class)->dispose (object);
}

static void
waymark_cycle_button_class_init (WaymarkCycleButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  cycle_quark = g_quark_from_static_string ("waymark-cycle");
  object_class->get_property = waymark_cycle_button_get_property;
  object_class->set_property = waymark_cycle_button_set_property;
  object_class->dispose = waymark_cycle_button_dispose;
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, WAYMARK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-cycle-button.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleButton, button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleButton, label);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleButton, popover);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleButton, list);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_cycle_button_init (WaymarkCycleButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (WAYMARK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::plan", G_CALLBACK (on_plan_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::cycle", G_CALLBACK (update_label),
                                  self);
  self->plan_signals = g_signal_group_new (OKR_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (update_label), self);
  g_signal_group_connect_swapped (self->plan_signals, "today-changed", G_CALLBACK (update_label),
                                  self);
  update_label (self);
}
