/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-team-editor.h"

#include <glib/gi18n.h>

#include "okr-alignment.h"
#include "okr-team-tree.h"
#include "waymark-field-binding.h"
#include "waymark-drag-icon.h"
#include "waymark-item-form.h"
#include "waymark-person-row.h"
#include "waymark-names.h"
#include "waymark-team-maker.h"

#define INDENT 24
#define PREFIX_GAP 12

struct _WaymarkTeamEditor
{
  AdwExpanderRow parent_instance;

  GtkWidget *indent;
  GtkWidget *up;
  GtkWidget *down;
  AdwEntryRow *name;
  WaymarkPersonRow *lead;
  AdwComboRow *kind;
  AdwComboRow *parent_row;

  WaymarkSession *session;
  OkrPlan *plan;
  OkrTeam *team;
  WaymarkItemForm *form;
  GPtrArray *parents; /* the ids that can be chosen, "" for none */
  gboolean filling;
};

static guint add_subteam_signal;

G_DEFINE_FINAL_TYPE (WaymarkTeamEditor, waymark_team_editor, ADW_TYPE_EXPANDER_ROW)

static void
report (WaymarkTeamEditor *self, const GError *error)
{
  if (error != NULL)
    waymark_session_report (self->session, error);
}

static void
update (WaymarkTeamEditor *self)
{
  const char *name = okr_item_get_title (OKR_ITEM (self->team));
  const char *lead = okr_team_get_lead (self->team);
  const char *kind = okr_enum_to_label (OKR_TYPE_TEAM_KIND, (int) okr_team_get_kind (self->team));
  g_autofree char *subtitle = NULL;

  if (*lead != '\0')
    /* Translators: what a team is (such as “Department”), and who leads it */
    subtitle = g_strdup_printf (_ ("%s · %s"), kind, lead);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *name != '\0' ? name : _ ("Unnamed"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle != NULL ? subtitle : kind);
}

static void
on_parent_selected_cb (WaymarkTeamEditor *self)
{
  const guint selected = adw_combo_row_get_selected (self->parent_row);
  g_autoptr (GError) error = NULL;

  if (self->filling || self->parents == NULL || selected >= self->parents->len)
    return;

  okr_edit_set_text (self->plan, OKR_ITEM (self->team), "parent", self->parents->pdata[selected],
                     &error);
  report (self, error);
}

static void
on_add_subteam_cb (WaymarkTeamEditor *self)
{
  g_signal_emit (self, add_subteam_signal, 0, self->team);
}

static void
move (WaymarkTeamEditor *self, int steps)
{
  g_autoptr (GError) error = NULL;

  waymark_team_maker_move_by (self->plan, self->team, steps, &error);
  report (self, error);
}

static void
on_up_cb (WaymarkTeamEditor *self)
{
  move (self, -1);
}

static void
on_down_cb (WaymarkTeamEditor *self)
{
  move (self, 1);
}

static gboolean
on_move_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  move (WAYMARK_TEAM_EDITOR (widget), g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static guint
count_objectives (WaymarkTeamEditor *self)
{
  GListModel *objectives = okr_plan_get_objectives (self->plan);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (g_str_equal (okr_objective_get_team_id (objective),
                       okr_item_get_id (OKR_ITEM (self->team))))
        n++;
    }

  return n;
}

static void
on_delete_cb (WaymarkTeamEditor *self)
{
  g_autoptr (WaymarkSession) session = g_object_ref (self->session);
  const guint n_objectives = count_objectives (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!waymark_team_maker_delete (self->plan, self->team, &error))
    {
      waymark_session_report (session, error);
      return;
    }

  if (n_objectives == 0)
    message = g_strdup (_ ("Team deleted"));
  else
    message =
        g_strdup_printf (ngettext ("Team deleted: %u objective has no team now",
                                   "Team deleted: %u objectives have no team now", n_objectives),
                         n_objectives);
  waymark_session_announce (session, message, TRUE);
}

static GdkContentProvider *
on_drag_prepare_cb (WaymarkTeamEditor *self)
{
  return gdk_content_provider_new_typed (OKR_TYPE_TEAM, self->team);
}

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WaymarkTeamEditor *self)
{
  waymark_drag_icon_show (drag, okr_item_get_title (OKR_ITEM (self->team)));
}

/* The lower half of a row stands for the place behind it. */
static gboolean
is_after (WaymarkTeamEditor *self, double y)
{
  return 2 * y > gtk_widget_get_height (GTK_WIDGET (self));
}

static void
on_drop_leave_cb (WaymarkTeamEditor *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "waymark-drop-before");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "waymark-drop-after");
}

static GdkDragAction
on_drop_motion_cb (WaymarkTeamEditor *self, double x, double y)
{
  on_drop_leave_cb (self);
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            is_after (self, y) ? "waymark-drop-after" : "waymark-drop-before");

  return GDK_ACTION_MOVE;
}

static gboolean
on_drop_cb (WaymarkTeamEditor *self, const GValue *value, double x, double y)
{
  g_autoptr (GError) error = NULL;
  gboolean moved;

  on_drop_leave_cb (self);
  moved = waymark_team_maker_move_beside (self->plan, g_value_get_object (value), self->team,
                                          is_after (self, y), &error);
  report (self, error);

  return moved;
}

static void
add_drag_and_drop (WaymarkTeamEditor *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (OKR_TYPE_TEAM, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_drop_motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Looking for names takes a look at the whole plan: not for teams that nobody opens. */
static void
on_expanded_cb (WaymarkTeamEditor *self)
{
  g_auto (GStrv) people = NULL;

  if (self->plan == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  people = okr_plan_list_people (self->plan);
  waymark_person_row_set_names (self->lead, (const char *const *) people);
}

static void
waymark_team_editor_dispose (GObject *object)
{
  WaymarkTeamEditor *self = WAYMARK_TEAM_EDITOR (object);

  g_clear_object (&self->form);
  g_clear_object (&self->team);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);
  g_clear_pointer (&self->parents, g_ptr_array_unref);

  G_OBJECT_CLASS (waymark_team_editor_parent_class)->dispose (object);
}

static void
waymark_team_editor_class_init (WaymarkTeamEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_team_editor_dispose;

  add_subteam_signal = g_signal_new ("add-subteam", WAYMARK_TYPE_TEAM_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, OKR_TYPE_TEAM);

  g_type_ensure (WAYMARK_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-team-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamEditor, indent);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamEditor, name);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamEditor, up);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamEditor, down);
  gtk_widget_class_bind_template_child_full (widget_class, "delete", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamEditor, lead);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamEditor, parent_row);
  gtk_widget_class_bind_template_callback (widget_class, on_parent_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_subteam_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, on_move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, on_move_key_cb, "i", 1);
}

static void
waymark_team_editor_init (WaymarkTeamEditor *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_names_follow_title (ADW_PREFERENCES_ROW (self));
  for (int kind = OKR_TEAM_KIND_COMPANY; kind <= OKR_TEAM_KIND_PERSON; kind++)
    gtk_string_list_append (kinds, okr_enum_to_label (OKR_TYPE_TEAM_KIND, kind));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  self->form = waymark_item_form_new ();
  waymark_item_form_add (self->form, WAYMARK_FIELD (self->lead), "lead");
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
  add_drag_and_drop (self);
}

GtkWidget *
waymark_team_editor_new (WaymarkSession *session, OkrTeam *team)
{
  WaymarkTeamEditor *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && OKR_IS_TEAM (team), NULL);

  self = g_object_new (WAYMARK_TYPE_TEAM_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (waymark_session_get_plan (session));
  self->team = g_object_ref (team);
  waymark_field_bind_entry (self->name, session, OKR_ITEM (team), "name");
  waymark_item_form_set_item (self->form, session, OKR_ITEM (team));
  waymark_field_bind_combo (self->kind, session, OKR_ITEM (team), "kind", OKR_TEAM_KIND_COMPANY);
  g_signal_connect_object (team, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (team, "changed", G_CALLBACK (waymark_item_form_refresh), self->form,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

static void
set_depth (WaymarkTeamEditor *self, guint depth)
{
  /* The row's own box of prefixes would indent the top teams too. */
  gtk_widget_set_visible (gtk_widget_get_parent (self->indent), depth > 0);
  gtk_widget_set_size_request (self->indent, MAX ((int) depth * INDENT - PREFIX_GAP, 0), -1);
}

static void
update_moves (WaymarkTeamEditor *self, GArray *nodes)
{
  gboolean before = FALSE;
  gboolean after = FALSE;
  gboolean seen = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    {
      OkrTeam *other = g_array_index (nodes, OkrTeamNode, i).team;

      if (other == self->team)
        seen = TRUE;
      else if (g_str_equal (okr_team_get_parent_team (other),
                            okr_team_get_parent_team (self->team)))
        *(seen ? &after : &before) = TRUE;
    }
  gtk_widget_set_sensitive (self->up, before);
  gtk_widget_set_sensitive (self->down, after);
}

void
waymark_team_editor_set_place (WaymarkTeamEditor *self, GArray *nodes, guint depth)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (WAYMARK_IS_TEAM_EDITOR (self) && nodes != NULL);

  set_depth (self, depth);
  update_moves (self, nodes);

  g_clear_pointer (&self->parents, g_ptr_array_unref);
  self->parents = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->parents, g_strdup (""));
  gtk_string_list_append (names, _ ("Nothing (top team)"));
  for (guint i = 0; i < nodes->len; i++)
    {
      OkrItem *other = OKR_ITEM (g_array_index (nodes, OkrTeamNode, i).team);
      const char *id = okr_item_get_id (other);

      if (okr_alignment_team_closes_loop (self->plan, self->team, id))
        continue;
      if (g_str_equal (id, okr_team_get_parent_team (self->team)))
        selected = self->parents->len;
      g_ptr_array_add (self->parents, g_strdup (id));
      gtk_string_list_append (names, okr_item_get_title (other));
    }

  self->filling = TRUE;
  adw_combo_row_set_model (self->parent_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->parent_row, selected);
  self->filling = FALSE;
}

void
waymark_team_editor_open (WaymarkTeamEditor *self)
{
  g_return_if_fail (WAYMARK_IS_TEAM_EDITOR (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}
