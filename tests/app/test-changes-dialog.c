/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since a saved state: what it lists, and that a row leads to its item. */
#include "config.h"

#include "dialog-fixture.h"
#include "okr-versions.h"
#include "test-plans.h"
#include "waymark-change-list.h"
#include "waymark-changes-dialog.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

static void
wait_for_page (DialogFixture *self, const char *page)
{
  while (!g_str_equal (gtk_stack_get_visible_child_name (child_of (self->dialog, "pages")), page))
    g_main_context_iteration (NULL, TRUE);
}

static void
add_version (DialogFixture *self, gint64 time)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (self->plan);

  g_assert_true (okr_versions_add (okr_item_get_id (OKR_ITEM (self->plan)), bytes, time, NULL));
}

static OkrItem *
get_objective (DialogFixture *self)
{
  g_autoptr (OkrItem) item = g_list_model_get_item (okr_plan_get_objectives (self->plan), 0);

  return item;
}

static void
set_title (DialogFixture *self, const char *title)
{
  g_assert_true (okr_edit_set_text (self->plan, get_objective (self), "title", title, NULL));
}

static void
open_dialog (DialogFixture *self)
{
  show_dialog (self, waymark_changes_dialog_new (self->session));
}

static void
test_empty (DialogFixture *self, gconstpointer data)
{
  open_dialog (self);
  wait_for_page (self, "empty");
}

static char *
dup_row (DialogFixture *self, guint position)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (child_of (self->dialog, "list")));
  g_autoptr (WaymarkChange) change = g_list_model_get_item (rows, position);

  return waymark_change_dup_name (change);
}

static void
test_changes (DialogFixture *self, gconstpointer data)
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
  gtk_drop_down_set_selected (child_of (self->dialog, "since"), 2);
  wait_for_page (self, "changes");
  heading = dup_row (self, 0);
  change = dup_row (self, 1);
  g_assert_true (g_str_has_prefix (heading, "Just now"));
  g_assert_cmpstr (change, ==, "Renamed from “A week ago” to “Just now”");

  waymark_session_set_search (self->session, "nothing is called so");
  g_signal_emit_by_name (child_of (self->dialog, "list"), "activate", 1);
  g_assert_true (waymark_session_get_selected (self->session) == get_objective (self));
  g_assert_true (waymark_session_shows (self->session, get_objective (self)));
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function)                                                     \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up_small, function, \
              dialog_fixture_tear_down)
  ADD ("/changes-dialog/empty", test_empty);
  ADD ("/changes-dialog/changes", test_changes);

  return g_test_run ();
}
