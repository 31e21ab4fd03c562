/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The version history: what it lists, what it shows, and what it says of what is not there. */
#include "config.h"

#include <glib/gstdio.h>

#include "dialog-fixture.h"
#include "okr-versions.h"
#include "test-plans.h"
#include "waymark-version-preview.h"
#include "waymark-versions-dialog.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

static const char *
get_page (DialogFixture *self, const char *stack)
{
  return gtk_stack_get_visible_child_name (child_of (self->dialog, stack));
}

static GBytes *
add_version (DialogFixture *self, const char *mission, gint64 time)
{
  GBytes *bytes;

  g_assert_true (okr_edit_set_text (self->plan, OKR_ITEM (self->plan), "mission", mission, NULL));
  bytes = okr_plan_to_bytes (self->plan);
  g_assert_true (okr_versions_add (okr_item_get_id (OKR_ITEM (self->plan)), bytes, time, NULL));

  return bytes;
}

static void
open_dialog (DialogFixture *self, const char *current)
{
  show_dialog (self, waymark_versions_dialog_new (self->session, current));
  while (g_str_equal (get_page (self, "pages"), "loading"))
    g_main_context_iteration (NULL, TRUE);
}

static char *
dup_preview (DialogFixture *self)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (child_of (self->dialog, "preview")), "text", &text, NULL);

  return text;
}

static void
test_empty (DialogFixture *self, gconstpointer data)
{
  open_dialog (self, NULL);
  g_assert_cmpstr (get_page (self, "pages"), ==, "empty");
}

static void
test_show (DialogFixture *self, gconstpointer data)
{
  const gint64 now = g_get_real_time ();
  g_autoptr (GBytes) first G_GNUC_UNUSED = add_version (self, "First mission", now - 3 * DAY);
  g_autoptr (GBytes) second G_GNUC_UNUSED = add_version (self, "Second mission", now);
  g_autofree char *current = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, second);
  GtkListBox *list;
  GtkListBoxRow *row;

  open_dialog (self, current);
  g_assert_cmpstr (get_page (self, "pages"), ==, "history");
  list = child_of (self->dialog, "list");
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_header (row))), ==,
                   "Today");
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;

      gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) i));
      g_assert_false (gtk_widget_get_sensitive (child_of (self->dialog, "copy_button")));
      while (!gtk_widget_get_sensitive (child_of (self->dialog, "copy_button")))
        g_main_context_iteration (NULL, TRUE);
      text = dup_preview (self);
      g_assert_nonnull (strstr (text, i == 0 ? "Second mission" : "First mission"));
      g_assert_cmpstr (get_page (self, "preview_stack"), ==, "text");
    }
}

static const char *
get_note (DialogFixture *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (child_of (self->dialog, "list"), index);
  GtkWidget *lines = gtk_list_box_row_get_child (row);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (lines)));
}

static void
test_changes (DialogFixture *self, gconstpointer data)
{
  const gint64 now = g_get_real_time ();
  g_autoptr (GBytes) first G_GNUC_UNUSED = add_version (self, "Fourth mission", now);
  g_autoptr (GBytes) second G_GNUC_UNUSED = add_version (self, "Fifth mission", now);

  open_dialog (self, NULL);
  while (*get_note (self, 0) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (get_note (self, 0), "1 changed. "));
  g_assert_nonnull (
      strstr (get_note (self, 0), "Mission changed from “Fourth mission” to “Fifth mission”"));
}

static void
test_restore (DialogFixture *self, gconstpointer data)
{
  const gint64 now = g_get_real_time ();
  g_autoptr (GBytes) first G_GNUC_UNUSED = add_version (self, "Sixth mission", now);
  g_autoptr (GBytes) second G_GNUC_UNUSED = add_version (self, "Seventh mission", now);
  OkrItem *plan = OKR_ITEM (self->plan);
  GtkListBox *list;

  open_dialog (self, NULL);
  list = child_of (self->dialog, "list");
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_assert_false (gtk_widget_get_sensitive (child_of (self->dialog, "restore_button")));
  while (!gtk_widget_get_sensitive (child_of (self->dialog, "restore_button")))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (child_of (self->dialog, "restore_button"), "clicked");

  g_assert_cmpstr (okr_plan_get_mission (self->plan), ==, "Sixth mission");
  g_assert_cmpstr (okr_history_get_undo_label (okr_plan_get_history (self->plan)), ==,
                   "Restore Version");
  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_cmpstr (okr_plan_get_mission (OKR_PLAN (plan)), ==, "Seventh mission");
}

/* Versions are small files that anything may happen to. */
static void
test_damaged (DialogFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "waymark", "versions", NULL);
  g_autoptr (GBytes) bytes G_GNUC_UNUSED = add_version (self, "Third mission", g_get_real_time ());
  g_autofree char *command = g_strdup_printf ("find '%s' -type f -exec truncate -s 3 {} +", path);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  open_dialog (self, NULL);
  while (!g_str_equal (get_page (self, "preview_stack"), "damaged"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (child_of (self->dialog, "copy_button")));
}

static void
test_outline (void)
{
  g_autoptr (GBytes) example = test_load_example ();
  g_autoptr (OkrPlan) plan = test_plan_from_bytes (example);
  g_autofree char *text = waymark_version_outline (plan);
  g_autofree char *long_document = test_generate_document (1000, 1);
  g_autoptr (OkrPlan) long_plan = test_plan_from_text (long_document);
  g_autofree char *long_text = waymark_version_outline (long_plan);

  g_assert_nonnull (strstr (text, "\nQ1 2027\n"));
  g_assert_nonnull (strstr (text, "\n\tCustomers stay because it works  ·  "));
  g_assert_nonnull (strstr (text, "\n\t\tNet revenue retention  ·  "));
  g_assert_true (g_str_has_suffix (long_text, "\n…\n"));
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function)                                                     \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up_small, function, \
              dialog_fixture_tear_down)
  g_test_add_func ("/versions-dialog/outline", test_outline);
  ADD ("/versions-dialog/empty", test_empty);
  ADD ("/versions-dialog/show", test_show);
  ADD ("/versions-dialog/changes", test_changes);
  ADD ("/versions-dialog/restore", test_restore);
  ADD ("/versions-dialog/damaged", test_damaged);

  return g_test_run ();
}
