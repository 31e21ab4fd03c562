/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-teams-page.h"

#include <glib/gi18n.h>

#include "okr-team-tree.h"
#include "waymark-item-rows.h"
#include "waymark-team-editor.h"
#include "waymark-team-maker.h"

struct _WaymarkTeamsPage
{
  AdwPreferencesPage parent_instance;

  GtkListBox *list;

  WaymarkSession *session;
  OkrPlan *plan;
};

G_DEFINE_FINAL_TYPE (WaymarkTeamsPage, waymark_teams_page, ADW_TYPE_PREFERENCES_PAGE)

static void
add_team (WaymarkTeamsPage *self, OkrTeam *parent)
{
  g_autoptr (GError) error = NULL;
  OkrTeam *team =
      waymark_team_maker_add (self->plan, _ ("New team"), OKR_TEAM_KIND_TEAM, parent, &error);

  if (team == NULL)
    waymark_session_report (self->session, error);
  else
    waymark_team_editor_open (
        WAYMARK_TEAM_EDITOR (waymark_item_rows_find (self->list, OKR_ITEM (team))));
}

static void
on_add_cb (WaymarkTeamsPage *self)
{
  add_team (self, NULL);
}

static void
on_add_subteam_cb (WaymarkTeamsPage *self, OkrTeam *parent)
{
  add_team (self, parent);
}

static GtkWidget *
create_row (OkrItem *team, gpointer user_data)
{
  WaymarkTeamsPage *self = user_data;
  GtkWidget *row = waymark_team_editor_new (self->session, OKR_TEAM (team));

  g_signal_connect_object (row, "add-subteam", G_CALLBACK (on_add_subteam_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
update_list (WaymarkTeamsPage *self)
{
  g_autoptr (GArray) nodes = okr_plan_list_team_tree (self->plan);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (items, g_array_index (nodes, OkrTeamNode, i).team);
  waymark_item_rows_sync (self->list, items, create_row, self);

  for (guint i = 0; i < nodes->len; i++)
    waymark_team_editor_set_place (WAYMARK_TEAM_EDITOR (
                                       waymark_item_rows_find (self->list, items->pdata[i])),
                                   nodes, g_array_index (nodes, OkrTeamNode, i).depth);
}

static void
waymark_teams_page_dispose (GObject *object)
{
  WaymarkTeamsPage *self = WAYMARK_TEAMS_PAGE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_teams_page_parent_class)->dispose (object);
}

static void
waymark_teams_page_class_init (WaymarkTeamsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_teams_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-teams-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkTeamsPage, list);
  gtk_widget_class_bind_template_child_full (widget_class, "add", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
}

static void
waymark_teams_page_init (WaymarkTeamsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
waymark_teams_page_set_session (WaymarkTeamsPage *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_TEAMS_PAGE (self) && WAYMARK_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_set_object (&self->plan, waymark_session_get_plan (session));
  /* Names and links matter too: they are what the others choose from. */
  g_signal_connect_object (self->plan, "edited", G_CALLBACK (update_list), self, G_CONNECT_SWAPPED);
  update_list (self);
}
