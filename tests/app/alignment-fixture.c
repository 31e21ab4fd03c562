/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "alignment-fixture.h"

#include <adwaita.h>

#include "test-plans.h"

static gboolean
on_timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_settled (AlignmentFixture *self)
{
  return waymark_alignment_view_get_picture (self->view) != NULL &&
         !waymark_graph_keeper_is_busy (self->view->keeper) &&
         !waymark_graph_canvas_is_moving (self->view->canvas);
}

/* Until the picture is there and rests, and what waits for an idle moment had it. */
void
alignment_settle (AlignmentFixture *self)
{
  gboolean over = FALSE;
  const guint timeout = g_timeout_add_seconds (60, on_timeout_cb, &over);

  while (!over && !is_settled (self))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (over);
  g_source_remove (timeout);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
on_problem_cb (WaymarkSession *session, const char *message, AlignmentFixture *self)
{
  g_free (self->problem);
  self->problem = g_strdup (message);
}

static void
set_up_plan (AlignmentFixture *self, OkrPlan *plan)
{
  self->plan = plan;
  okr_plan_set_today (plan, okr_day_from_ymd (2027, 2, 24));
  self->session = waymark_session_new ();
  g_signal_connect (self->session, "problem", G_CALLBACK (on_problem_cb), self);
  waymark_session_set_plan (self->session, self->plan);
  self->window = adw_window_new ();
  self->view = WAYMARK_ALIGNMENT_VIEW (waymark_alignment_view_new ());
  waymark_alignment_view_set_session (self->view, self->session);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  while (waymark_graph_canvas_get_viewport (self->view->canvas)->width < 1)
    g_main_context_iteration (NULL, TRUE);
  alignment_settle (self);
}

void
alignment_set_up (AlignmentFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = test_load_example ();

  set_up_plan (self, test_plan_from_bytes (bytes));
}

void
alignment_set_up_large (AlignmentFixture *self, gconstpointer data)
{
  g_autofree char *text = test_generate_document (GPOINTER_TO_UINT (data), 1);

  set_up_plan (self, test_plan_from_text (text));
}

void
alignment_tear_down (AlignmentFixture *self, gconstpointer data)
{
  WaymarkAlignmentView *view = self->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (view);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
  g_free (self->problem);
}

OkrItem *
alignment_find (AlignmentFixture *self, const char *title)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (self->plan));

  for (guint i = 0; i < items->len; i++)
    {
      OkrItem *item = g_ptr_array_index (items, i);

      if ((OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item)) &&
          g_str_has_prefix (okr_item_get_title (item), title))
        return item;
    }
  g_assert_not_reached ();
}

WaymarkGraphSpot
alignment_spot_of (AlignmentFixture *self, const char *title)
{
  return waymark_graph_find (waymark_alignment_view_get_picture (self->view), self->plan,
                             okr_item_get_id (alignment_find (self, title)));
}
