/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-cycle-editor.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "waymark-date-button.h"
#include "waymark-field-binding.h"
#include "waymark-names.h"

struct _WaymarkCycleEditor
{
  AdwExpanderRow parent_instance;

  AdwEntryRow *name;
  WaymarkDateButton *start;
  WaymarkDateButton *end;
  AdwActionRow *state_row;
  GtkButton *advance;

  WaymarkSession *session;
  OkrPlan *plan;
  OkrCycle *cycle;
};

G_DEFINE_FINAL_TYPE (WaymarkCycleEditor, waymark_cycle_editor, ADW_TYPE_EXPANDER_ROW)

static void
update_state (WaymarkCycleEditor *self, OkrCycleState state)
{
  static const struct
  {
    const char *explanation;
    const char *action;
  } states[] = {
    [OKR_CYCLE_STATE_DRAFT] = { N_ ("Activating it records what is agreed: the wording, range and "
                                    "due date of each key result. Later changes are shown against "
                                    "that."),
                                N_ ("_Activate") },
    [OKR_CYCLE_STATE_ACTIVE] = { N_ ("Check-ins are due. A closed cycle asks for nothing any "
                                     "more, and its figures stay."),
                                 N_ ("_Close Cycle") },
    [OKR_CYCLE_STATE_CLOSED] = { N_ ("It asks for nothing any more. What was agreed stays when it "
                                     "is opened again."),
                                 N_ ("_Reopen") },
  };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row),
                                 okr_enum_to_label (OKR_TYPE_CYCLE_STATE, (int) state));
  adw_action_row_set_subtitle (self->state_row, _ (states[state].explanation));
  gtk_button_set_label (self->advance, _ (states[state].action));
}

static void
update (WaymarkCycleEditor *self)
{
  const OkrCycleState state = okr_cycle_get_state (self->cycle);
  const char *name = okr_item_get_title (OKR_ITEM (self->cycle));
  g_autofree char *start = okr_format_day (okr_cycle_get_start (self->cycle));
  g_autofree char *end = okr_format_day (okr_cycle_get_end (self->cycle));
  /* Translators: first day, last day and state of a cycle */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s – %s · %s"), start, end,
                       okr_enum_to_label (OKR_TYPE_CYCLE_STATE, (int) state));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *name != '\0' ? name : _ ("Unnamed"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  waymark_date_button_set_date (self->start, okr_cycle_get_start (self->cycle));
  waymark_date_button_set_date (self->end, okr_cycle_get_end (self->cycle));
  update_state (self, state);
}

static void
set_day (WaymarkCycleEditor *self, const char *path, OkrDay day, gboolean in_order)
{
  g_autoptr (GError) error = NULL;

  if (!in_order)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("A cycle cannot end before it starts. The date stays as it was."));
  else
    okr_edit_set_day (self->plan, OKR_ITEM (self->cycle), path, day, &error);
  if (error != NULL)
    waymark_session_report (self->session, error);
  update (self);
}

static void
on_start_picked_cb (WaymarkCycleEditor *self)
{
  const OkrDay day = waymark_date_button_get_date (self->start);
  const OkrDay end = okr_cycle_get_end (self->cycle);

  set_day (self, "start", day, end == OKR_DAY_NONE || day <= end);
}

static void
on_end_picked_cb (WaymarkCycleEditor *self)
{
  const OkrDay day = waymark_date_button_get_date (self->end);

  set_day (self, "end", day, day >= okr_cycle_get_start (self->cycle));
}

static void
on_advance_cb (WaymarkCycleEditor *self)
{
  const gboolean active = okr_cycle_get_state (self->cycle) == OKR_CYCLE_STATE_ACTIVE;
  g_autoptr (GError) error = NULL;

  if (!okr_edit_set_enum (self->plan, OKR_ITEM (self->cycle), "state",
                          active ? OKR_CYCLE_STATE_CLOSED : OKR_CYCLE_STATE_ACTIVE, &error))
    waymark_session_report (self->session, error);
}

static guint
count_objectives (WaymarkCycleEditor *self)
{
  GListModel *objectives = okr_plan_get_objectives (self->plan);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (g_str_equal (okr_objective_get_cycle_id (objective),
                       okr_item_get_id (OKR_ITEM (self->cycle))))
        n++;
    }

  return n;
}

static void
on_delete_cb (WaymarkCycleEditor *self)
{
  g_autoptr (WaymarkSession) session = g_object_ref (self->session);
  const guint n_objectives = count_objectives (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!okr_edit_delete (self->plan, OKR_ITEM (self->cycle), &error))
    {
      waymark_session_report (session, error);
      return;
    }

  if (n_objectives == 0)
    message = g_strdup (_ ("Cycle deleted"));
  else
    message =
        g_strdup_printf (ngettext ("Cycle deleted: %u objective has no cycle now",
                                   "Cycle deleted: %u objectives have no cycle now", n_objectives),
                         n_objectives);
  waymark_session_announce (session, message, TRUE);
}

static void
waymark_cycle_editor_dispose (GObject *object)
{
  WaymarkCycleEditor *self = WAYMARK_CYCLE_EDITOR (object);

  g_clear_object (&self->cycle);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_cycle_editor_parent_class)->dispose (object);
}

static void
waymark_cycle_editor_class_init (WaymarkCycleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_cycle_editor_dispose;
  g_type_ensure (WAYMARK_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-cycle-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleEditor, name);
  gtk_widget_class_bind_template_child_full (widget_class, "delete", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleEditor, start);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleEditor, end);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleEditor, state_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleEditor, advance);
  gtk_widget_class_bind_template_callback (widget_class, on_start_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_end_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_advance_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_cb);
}

static void
waymark_cycle_editor_init (WaymarkCycleEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_names_follow_title (ADW_PREFERENCES_ROW (self));
  waymark_date_button_set_name (self->start, _ ("First day"));
  waymark_date_button_set_name (self->end, _ ("Last day"));
}

GtkWidget *
waymark_cycle_editor_new (WaymarkSession *session, OkrCycle *cycle)
{
  WaymarkCycleEditor *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && OKR_IS_CYCLE (cycle), NULL);

  self = g_object_new (WAYMARK_TYPE_CYCLE_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (waymark_session_get_plan (session));
  self->cycle = g_object_ref (cycle);
  waymark_field_bind_entry (self->name, session, OKR_ITEM (cycle), "name");
  g_signal_connect_object (cycle, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

void
waymark_cycle_editor_open (WaymarkCycleEditor *self)
{
  g_return_if_fail (WAYMARK_IS_CYCLE_EDITOR (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
