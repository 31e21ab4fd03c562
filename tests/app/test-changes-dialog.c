/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since a saved state: what it lists, and that a row leads to its item. */
#include "config.h"

#include "okr-versions.h"
#include "test-plans.h"
#include "waymark-change-list.h"
#include "waymark-changes-dialog.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  GtkWidget *dialog;
} Desk;

static gpointer
get_child (Desk *self, const char *name)
{
  return gtk_widget_get_template_child (self->dialog, WAYMARK_TYPE_CHANGES_DIALOG, name);
}

static void
wait_for_page (Desk *self, const char *page)
{
  while (!g_str_equal (gtk_stack_get_visible_child_name (get_child (self, "pages")), page))
    g_main_context_iteration (NULL, TRUE);
}

static void
add_version (Desk *self, gint64 time)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (self->plan);

  g_assert_true (okr_versions_add (okr_item_get_id (OKR_ITEM (self->plan)), bytes, time, NULL));
}

static OkrItem *
get_objective (Desk *self)
{
  g_autoptr (OkrItem) item = g_list_model_get_item (okr_plan_get_objectives (self->plan), 0);

  return item;
}

static void
set_title (Desk *self, const char *title)
{
  g_assert_true (okr_edit_set_text (self->plan, get_objective (self), "title", title, NULL));
}

static void
open_dialog (Desk *self)
{
  self->dialog = waymark_changes_dialog_new (self->session);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
set_up (Desk *self, gconstpointer data)
{
  self->plan = test_small_plan ();
  self->session = waymark_session_new ();
  waymark_session_set_plan (self->session, self->plan);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  while (self->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  test_finalize (self->session);
  test_finalize (self->plan);
}

static void
test_empty (Desk *self, gconstpointer data)
{
  open_dialog (self);
  wait_for_page (self, "empty");
}

static char *
dup_row (Desk *self, guint position)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (get_child (self, "list")));
  g_autoptr (WaymarkChange) change = g_list_model_get_item (rows, position);

  return waymark_change_dup_name (change);
}

static void
test_changes (Desk *self, gconstpointer data)
{
  const gint64 now = g_get_real_time ();
  g_autofree char *heading = NULL;
  g_autofree char *change = NULL;

  set_title (self, "A week ago");
  add_version (self, now - 8 * DAY);
  set_title (self, "Just now");
  add_version (self, now);
  open_dialog (self);
  wait_for_page (self, "same");

  /* After "It was saved last" and "A day ago". */
  gtk_drop_down_set_selected (get_child (self, "since"), 2);
  wait_for_page (self, "changes");
  heading = dup_row (self, 0);
  change = dup_row (self, 1);
  g_assert_true (g_str_has_prefix (heading, "Just now"));
  g_assert_cmpstr (change, ==, "Renamed from “A week ago” to “Just now”");

  waymark_session_set_search (self->session, "nothing is called so");
  g_signal_emit_by_name (get_child (self, "list"), "activate", 1);
  g_assert_true (waymark_session_get_selected (self->session) == get_objective (self));
  g_assert_true (waymark_session_shows (self->session, get_objective (self)));
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)
  ADD ("/changes-dialog/empty", test_empty);
  ADD ("/changes-dialog/changes", test_changes);

  return g_test_run ();
}
