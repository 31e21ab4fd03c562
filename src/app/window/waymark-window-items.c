/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that make, delete and move what the plan consists of, at what is selected. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "okr-item-text.h"
#include "waymark-window-private.h"

static OkrPlan *
get_plan (WaymarkWindow *self)
{
  return waymark_session_get_plan (self->session);
}

OkrObjective *
waymark_window_get_objective (WaymarkWindow *self)
{
  OkrItem *item = waymark_session_get_selected (self->session);

  if (OKR_IS_KEY_RESULT (item))
    item = okr_item_get_parent (item);

  return OKR_IS_OBJECTIVE (item) ? OKR_OBJECTIVE (item) : NULL;
}

/* Selects what was just made, shows it, and begins to name it. */
static void
present_new (WaymarkWindow *self, OkrItem *item)
{
  waymark_session_set_attention (self->session, 0);
  waymark_session_set_search (self->session, "");
  waymark_session_set_selected (self->session, item);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.rename", NULL);
}

static gboolean
fill_objective (WaymarkWindow *self, OkrItem *objective, GError **error)
{
  OkrPlan *plan = get_plan (self);
  OkrCycle *cycle = waymark_session_get_cycle (self->session);
  OkrTeam *team = waymark_session_get_team (self->session);
  GListModel *teams = okr_plan_get_teams (plan);
  g_autoptr (OkrItem) first = g_list_model_get_item (teams, 0);

  if (cycle == NULL)
    cycle = okr_plan_get_current_cycle (plan);
  if (team == NULL && waymark_window_get_objective (self) != NULL)
    team = okr_objective_get_figures (waymark_window_get_objective (self))->team;
  if (team == NULL && first != NULL)
    team = OKR_TEAM (first);

  return okr_edit_set_text (plan, objective, "title", _ ("New objective"), error) &&
         (cycle == NULL || okr_edit_set_text (plan, objective, "cycle",
                                              okr_item_get_id (OKR_ITEM (cycle)), error)) &&
         (team == NULL ||
          okr_edit_set_text (plan, objective, "team", okr_item_get_id (OKR_ITEM (team)), error));
}

void
waymark_window_add_objective (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  g_autoptr (OkrItem) objective = okr_item_new (OKR_TYPE_OBJECTIVE, NULL);
  g_autoptr (GError) error = NULL;
  OkrPlan *plan = get_plan (self);
  OkrObjective *after = waymark_window_get_objective (self);
  const guint position = after != NULL ? okr_item_get_position (OKR_ITEM (after)) + 1 : G_MAXUINT;

  okr_plan_begin (plan, _ ("Add Objective"));
  if (okr_edit_insert (plan, OKR_ITEM (plan), position, objective, &error) &&
      fill_objective (self, objective, &error))
    {
      okr_plan_end (plan);
      present_new (self, objective);
    }
  else
    {
      okr_plan_cancel (plan);
      waymark_session_report (self->session, error);
    }
}

static void
add_below (WaymarkWindow *self, OkrItem *parent, guint position, GType type, const char *label,
           const char *title)
{
  g_autoptr (OkrItem) item = okr_item_new (type, NULL);
  g_autoptr (GError) error = NULL;
  OkrPlan *plan = get_plan (self);

  okr_plan_begin (plan, label);
  if (okr_edit_insert (plan, parent, position, item, &error) &&
      okr_edit_set_text (plan, item, "title", title, &error))
    {
      okr_plan_end (plan);
      if (OKR_IS_KEY_RESULT (item))
        present_new (self, item);
    }
  else
    {
      okr_plan_cancel (plan);
      waymark_session_report (self->session, error);
    }
}

void
waymark_window_add_key_result (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  OkrItem *selected = waymark_session_get_selected (self->session);
  const guint position =
      OKR_IS_KEY_RESULT (selected) ? okr_item_get_position (selected) + 1 : G_MAXUINT;

  add_below (self, OKR_ITEM (waymark_window_get_objective (self)), position, OKR_TYPE_KEY_RESULT,
             _ ("Add Key Result"), _ ("New key result"));
}

void
waymark_window_add_initiative (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  add_below (self, waymark_session_get_selected (self->session), G_MAXUINT, OKR_TYPE_INITIATIVE,
             _ ("Add Initiative"), _ ("New initiative"));
  gtk_widget_activate_action (widget, "win.show-inspector", NULL);
}

void
waymark_window_add_milestone (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  add_below (self, waymark_session_get_selected (self->session), G_MAXUINT, OKR_TYPE_MILESTONE,
             _ ("Add Milestone"), _ ("New milestone"));
  gtk_widget_activate_action (widget, "win.show-inspector", NULL);
}

/* The nearest sibling that is shown, rather the next one; else what it belongs to. */
static OkrItem *
find_neighbour (WaymarkSession *session, OkrItem *item)
{
  OkrItem *parent = okr_item_get_parent (item);
  GListModel *siblings = okr_item_get_children (parent, okr_item_get_list_field (item));
  OkrItem *before = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (OkrItem) sibling = g_list_model_get_item (siblings, i);

      if (sibling == item)
        passed = TRUE;
      else if (!waymark_session_shows (session, sibling))
        continue;
      else if (passed)
        return sibling;
      else
        before = sibling;
    }

  return before == NULL && OKR_IS_OBJECTIVE (parent) ? parent : before;
}

void
waymark_window_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  g_autoptr (OkrItem) item = g_object_ref (waymark_session_get_selected (self->session));
  OkrItem *neighbour = find_neighbour (self->session, item);
  g_autofree char *title = g_strdup (okr_item_text_get_title (item));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!okr_edit_delete (get_plan (self), item, &error))
    {
      waymark_session_report (self->session, error);
      return;
    }

  waymark_session_set_selected (self->session, neighbour);
  /* Translators: the title of an objective or a key result */
  message = g_strdup_printf (_ ("“%s” deleted"), title);
  waymark_session_announce (self->session, message, TRUE);
}

void
waymark_window_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  OkrItem *copy =
      okr_edit_duplicate (get_plan (self), waymark_session_get_selected (self->session), &error);

  waymark_session_report (self->session, error);
  if (copy != NULL)
    present_new (self, copy);
}

/* Past the nearest sibling that is shown: one that is filtered away is no place to stop at. -1
 * where there is none. */
static gint64
find_place (WaymarkWindow *self, OkrItem *item, int step)
{
  OkrItem *parent = okr_item_get_parent (item);
  GListModel *siblings =
      parent != NULL ? okr_item_get_children (parent, okr_item_get_list_field (item)) : NULL;

  if (siblings == NULL)
    return -1;

  for (gint64 i = (gint64) okr_item_get_position (item) + step;
       i >= 0 && i < g_list_model_get_n_items (siblings); i += step)
    {
      g_autoptr (OkrItem) sibling = g_list_model_get_item (siblings, (guint) i);

      if (waymark_session_shows (self->session, sibling))
        return i;
    }

  return -1;
}

gboolean
waymark_window_can_move (WaymarkWindow *self, int step)
{
  OkrItem *item = waymark_session_get_selected (self->session);

  return (OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item)) &&
         find_place (self, item, step) >= 0;
}

void
waymark_window_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  OkrItem *item = waymark_session_get_selected (self->session);
  const gint64 place = find_place (self, item, g_str_equal (name, "win.move-up") ? -1 : 1);
  g_autoptr (GError) error = NULL;

  if (place < 0)
    return;
  okr_edit_move (get_plan (self), item, okr_item_get_parent (item), (guint) place, &error);
  waymark_session_report (self->session, error);
}
