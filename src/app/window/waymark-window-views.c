/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks the view for that is shown, and the search that all of them follow. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-list.h"
#include "waymark-window-private.h"

static guint
count_key_results (WaymarkWindow *self, OkrObjective *objective)
{
  OkrList *krs = OKR_LIST (okr_objective_get_key_results (objective));
  guint n = 0;

  if (waymark_session_shows_whole (self->session, objective))
    return okr_list_get_size (krs);

  for (guint i = 0; i < okr_list_get_size (krs); i++)
    n += waymark_session_shows (self->session, okr_list_peek (krs, i)) ? 1 : 0;

  return n;
}

static void
count_shown (WaymarkWindow *self, guint *n_objectives, guint *n_key_results)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  OkrList *objectives = OKR_LIST (okr_plan_get_objectives (plan));

  for (guint i = 0; i < okr_list_get_size (objectives); i++)
    {
      OkrItem *objective = okr_list_peek (objectives, i);

      if (!waymark_session_shows (self->session, objective))
        continue;
      *n_objectives += 1;
      *n_key_results += count_key_results (self, OKR_OBJECTIVE (objective));
    }
}

void
waymark_window_update_search_count (WaymarkWindow *self)
{
  guint n_objectives = 0;
  guint n_key_results = 0;
  g_autofree char *objectives = NULL;
  g_autofree char *key_results = NULL;
  g_autofree char *both = NULL;

  if (waymark_session_get_plan (self->session) == NULL ||
      *waymark_session_get_search (self->session) == '\0')
    {
      gtk_label_set_label (self->search_count, "");
      return;
    }

  count_shown (self, &n_objectives, &n_key_results);
  objectives =
      g_strdup_printf (ngettext ("%u objective", "%u objectives", n_objectives), n_objectives);
  key_results =
      g_strdup_printf (ngettext ("%u key result", "%u key results", n_key_results), n_key_results);
  /* Translators: "3 objectives · 8 key results" */
  both = g_strdup_printf (_ ("%s · %s"), objectives, key_results);
  gtk_label_set_label (self->search_count, n_objectives > 0 ? both : _ ("Nothing found"));
}

static gboolean
shows_alignment (WaymarkWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "alignment") == 0;
}

static gboolean
go_to_hit (WaymarkWindow *self, int direction)
{
  return shows_alignment (self) &&
         waymark_alignment_view_go_to_hit (self->alignment_view, direction);
}

void
waymark_window_find_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_hit (WAYMARK_WINDOW (widget), g_str_equal (name, "win.next-hit") ? 1 : -1);
}

void
waymark_window_rename_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "tree") == 0)
    waymark_tree_view_rename (self->tree_view);
  else if (shows_alignment (self))
    waymark_alignment_view_rename (self->alignment_view);
  else
    waymark_list_view_rename (self->list_view);
}

static void
on_next_match_cb (WaymarkWindow *self)
{
  go_to_hit (self, 1);
}

static void
on_previous_match_cb (WaymarkWindow *self)
{
  go_to_hit (self, -1);
}

/* Return goes from the search to what was found; in the graph, from one hit to the next. */
static void
on_search_activate_cb (WaymarkWindow *self)
{
  if (!go_to_hit (self, 1))
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

/* Escape leads from the search into the graph: without this, to the first button of the sidebar. */
static void
on_stop_search_cb (WaymarkWindow *self)
{
  if (shows_alignment (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->alignment_view));
}

void
waymark_window_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_match_cb);
}
