/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other versions beside a plan's file: they are seen, asked about once, merged and put away. */
#include "config.h"

#include <glib/gstdio.h>

#include "okr-file-writer.h"
#include "okr-lineage.h"
#include "okr-reader.h"
#include "okr-writer.h"
#include "waymark-banner.h"
#include "waymark-review-dialog.h"
#include "window-fixture.h"

#define PATIENCE (60 * G_USEC_PER_SEC)
#define COPY "Q1 (conflicted copy anna 2026-01-05 093011).okr"
#define NUMBERED "Q1 (2).okr"
#define ONE_TEXT "There is another version of this plan beside the file: “" COPY "”."
#define TWO_TEXT \
  "There are 2 other versions of this plan beside the file: “" NUMBERED "”, “" COPY "”."

typedef struct
{
  char *folder;
  GFile *file;
  WaymarkWindow *window;
} Desk;

static GFile *
get_file (Desk *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

static void
write_file (Desk *self, const char *name, GBytes *bytes)
{
  g_autoptr (GFile) file = get_file (self, name);
  g_autoptr (GError) error = NULL;

  okr_file_write (file, bytes, NULL, OKR_FILE_WRITE_OVERWRITE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_file (Desk *self, const char *name)
{
  g_autoptr (GFile) file = get_file (self, name);

  return g_file_query_exists (file, NULL);
}

static OkrPlan *
get_plan (Desk *self)
{
  return waymark_session_get_plan (waymark_window_get_session (self->window));
}

/* What somebody else made of the plan. */
static void
write_copy (Desk *self, const char *name, const char *field, const char *text)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OkrPlan) theirs = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autofree char *sha256 = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (self->file, NULL, &contents, &length, NULL, NULL));
  bytes = g_bytes_new (contents, length);
  theirs = okr_plan_new_from_bytes (bytes, NULL, NULL);
  g_assert_true (okr_edit_set_text (theirs, first_objective (theirs), field, text, NULL));
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  okr_lineage_extend (theirs, (const char *const[]){ sha256, NULL });
  changed = okr_plan_to_bytes (theirs);
  write_file (self, name, changed);
}

static const char *
get_text (Desk *self)
{
  GObject *banner = gtk_widget_get_template_child (GTK_WIDGET (self->window), WAYMARK_TYPE_WINDOW,
                                                   "copies_banner");
  const char *text = waymark_banner_get_text (WAYMARK_BANNER (banner));

  return text != NULL ? text : "";
}

static void
wait_for_text (Desk *self, const char *expected)
{
  const gint64 began = g_get_monotonic_time ();

  while (!g_str_equal (get_text (self), expected) && g_get_monotonic_time () - began < PATIENCE)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpstr (get_text (self), ==, expected);
}

static void
look_again (Desk *self)
{
  g_object_notify (G_OBJECT (self->window), "is-active");
}

static void
activate (Desk *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
}

static GtkWindow *
find_review (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (WAYMARK_IS_REVIEW_DIALOG (window))
        return window;
    }

  return NULL;
}

static GtkWindow *
wait_for_review (void)
{
  while (find_review () == NULL)
    g_main_context_iteration (NULL, TRUE);

  return find_review ();
}

static void
accept_review (void)
{
  GtkWindow *review = wait_for_review ();

  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (review),
                                                        WAYMARK_TYPE_REVIEW_DIALOG,
                                                        "accept_button"),
                         "clicked");
}

static void
save_plan (Desk *self)
{
  activate (self, "win.save");
  while (waymark_session_get_modified (waymark_window_get_session (self->window)))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_end_of (Desk *self, const char *name)
{
  while (has_file (self, name))
    g_main_context_iteration (NULL, FALSE);
}

/* Whatever would be done to the copies now has been done. */
static void
look_at_length (Desk *self)
{
  for (guint i = 0; i < 50; i++)
    {
      look_again (self);
      iterate ();
      g_usleep (1000);
    }
}

static void
open_file (Desk *self)
{
  self->window = waymark_window_new (application);
  waymark_window_open (self->window, self->file);
  gtk_window_present (GTK_WINDOW (self->window));
  while (waymark_session_get_plan (waymark_window_get_session (self->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_with_copy (Desk *self)
{
  write_copy (self, COPY, "title", "A title of theirs");
  open_file (self);
  wait_for_text (self, ONE_TEXT);
}

static void
merge_copy (Desk *self)
{
  activate (self, "win.merge-copy");
  accept_review ();
  wait_for_text (self, "");
}

static void
destroy_window (Desk *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Desk *self, gconstpointer parent)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);

  self->folder = parent != NULL ? g_build_filename (parent, "waymark-XXXXXX", NULL)
                                : g_dir_make_tmp ("waymark-XXXXXX", NULL);
  if (parent != NULL)
    g_assert_nonnull (g_mkdtemp (self->folder));
  self->file = get_file (self, "Q1.okr");
  write_file (self, "Q1.okr", bytes);
}

static void
tear_down (Desk *self, gconstpointer parent)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (self->window != NULL)
    destroy_window (self);

  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GFile) file = get_file (self, name);

      g_file_delete (file, NULL, NULL);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->file);
}

static void
test_merge (Desk *self, gconstpointer data)
{
  g_autofree char *trashed =
      g_build_filename (g_get_user_data_dir (), "Trash", "files", COPY, NULL);
  g_autofree char *before = NULL;

  open_with_copy (self);
  before = g_strdup (okr_item_get_title (first_objective (get_plan (self))));
  g_assert_true (okr_edit_set_text (get_plan (self), OKR_ITEM (get_plan (self)), "mission",
                                    "A mission of mine", NULL));

  activate (self, "win.merge-copy");
  activate (self, "win.merge-copy"); /* twice is once */
  wait_for_review ();
  g_assert_cmpstr (okr_item_get_title (first_objective (get_plan (self))), ==, before);
  accept_review ();
  wait_for_text (self, "");
  g_assert_null (find_review ());
  g_assert_cmpstr (okr_item_get_title (first_objective (get_plan (self))), ==,
                   "A title of theirs");
  g_assert_cmpstr (okr_plan_get_mission (get_plan (self)), ==, "A mission of mine");

  /* Nobody has saved it. */
  look_at_length (self);
  g_assert_true (has_file (self, COPY));
  save_plan (self);
  wait_for_end_of (self, COPY);
  g_assert_true (g_file_test (trashed, G_FILE_TEST_IS_REGULAR));

  activate (self, "win.undo");
  g_assert_cmpstr (okr_item_get_title (first_objective (get_plan (self))), ==, before);
  g_assert_cmpstr (okr_plan_get_mission (get_plan (self)), ==, "A mission of mine");
}

/* A merge that was taken back is not in the file: the copy is asked about again. */
static void
test_taken_back (Desk *self, gconstpointer data)
{
  open_with_copy (self);
  g_assert_true (okr_edit_set_text (get_plan (self), OKR_ITEM (get_plan (self)), "mission",
                                    "A mission of mine", NULL));
  merge_copy (self);
  activate (self, "win.undo");
  g_assert_cmpstr (get_text (self), ==, ONE_TEXT);
  save_plan (self);
  look_at_length (self);
  g_assert_cmpstr (get_text (self), ==, ONE_TEXT);
  g_assert_true (has_file (self, COPY));

  activate (self, "win.redo");
  g_assert_cmpstr (get_text (self), ==, "");
  save_plan (self);
  wait_for_end_of (self, COPY);
}

static void
test_cancelled (Desk *self, gconstpointer data)
{
  open_with_copy (self);
  activate (self, "win.merge-copy");
  gtk_window_close (wait_for_review ());
  iterate ();
  g_assert_false (waymark_session_get_modified (waymark_window_get_session (self->window)));
  g_assert_cmpstr (get_text (self), ==, ONE_TEXT);
  activate (self, "win.merge-copy"); /* it can be asked for again */
  gtk_window_close (wait_for_review ());
  iterate ();
  g_assert_true (has_file (self, COPY));
}

/* What holds nothing new goes as well. */
static void
test_nothing_new (Desk *self, gconstpointer data)
{
  open_with_copy (self);
  g_assert_true (okr_edit_set_text (get_plan (self), first_objective (get_plan (self)), "title",
                                    "A title of theirs", NULL));
  merge_copy (self);
  save_plan (self);
  wait_for_end_of (self, COPY);
}

static void
test_several (Desk *self, gconstpointer data)
{
  write_copy (self, COPY, "title", "A title of theirs");
  write_copy (self, NUMBERED, "description", "A description of theirs");
  open_file (self);
  wait_for_text (self, TWO_TEXT);
  activate (self, "win.merge-copy");
  accept_review ();
  wait_for_text (self, ONE_TEXT);
  accept_review ();
  wait_for_text (self, "");
  g_assert_cmpstr (okr_item_get_title (first_objective (get_plan (self))), ==,
                   "A title of theirs");
  save_plan (self);
  wait_for_end_of (self, NUMBERED);
  wait_for_end_of (self, COPY);
}

/* Two files that hold the same are merged once, and both go. */
static void
test_same (Desk *self, gconstpointer data)
{
  write_copy (self, COPY, "title", "A title of theirs");
  write_copy (self, NUMBERED, "title", "A title of theirs");
  open_file (self);
  wait_for_text (self, TWO_TEXT);
  merge_copy (self);
  save_plan (self);
  wait_for_end_of (self, NUMBERED);
  wait_for_end_of (self, COPY);
  g_assert_null (find_review ());
}

/* The window goes with the save; what is to be done is done all the same. */
static void
test_save_and_close (Desk *self, gconstpointer data)
{
  open_with_copy (self);
  merge_copy (self);
  save_plan (self);
  destroy_window (self);
  wait_for_end_of (self, COPY);
  iterate ();
}

/* Nobody has to look: the folder tells. */
static void
test_appears (Desk *self, gconstpointer data)
{
  open_file (self);
  wait_for_text (self, "");
  look_at_length (self);
  write_copy (self, COPY, "title", "A title of theirs");
  wait_for_text (self, ONE_TEXT);
}

static void
test_not_now (Desk *self, gconstpointer data)
{
  open_file (self);
  wait_for_text (self, "");
  write_copy (self, COPY, "title", "A title of theirs");
  look_again (self);
  wait_for_text (self, ONE_TEXT);
  activate (self, "win.put-off-copies");
  g_assert_cmpstr (get_text (self), ==, "");

  /* Another one comes: that is asked about, but not the first one again. */
  write_copy (self, NUMBERED, "title", "Another title");
  look_again (self);
  wait_for_text (self,
                 "There is another version of this plan beside the file: “" NUMBERED "”.");
  activate (self, "win.put-off-copies");

  /* The first one has changed. */
  write_copy (self, COPY, "title", "A third title");
  look_again (self);
  wait_for_text (self, ONE_TEXT);
  g_assert_true (has_file (self, NUMBERED));
}

/* Nothing to ask about; what is the other's original is not put away. */
static void
test_others (Desk *self, gconstpointer data)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("rubbish", 7);
  g_autoptr (OkrPlan) another = okr_plan_new ();
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (another);

  write_copy (self, COPY, "title", "A title of theirs");
  write_file (self, NUMBERED, rubbish);
  write_file (self, "Q1 (3).okr", bytes);
  open_file (self);
  wait_for_text (self, ONE_TEXT);
  close_window (g_steal_pointer (&self->window));

  g_object_unref (self->file);
  self->file = get_file (self, COPY);
  open_file (self);
  write_copy (self, "Q1 (conflicted copy anna 2026-01-05 093011) (1).okr", "title", "Third");
  look_again (self);
  wait_for_text (self, "There is another version of this plan beside the file: “Q1 (conflicted "
                       "copy anna 2026-01-05 093011) (1).okr”.");
}

/* The copy goes on being written while it is merged: what was not merged is not put away. */
static void
test_changed (Desk *self, gconstpointer data)
{
  open_with_copy (self);
  write_copy (self, COPY, "title", "A later title of theirs");
  activate (self, "win.merge-copy");
  wait_for_review ();
  write_copy (self, COPY, "title", "The last title of theirs");
  accept_review ();
  save_plan (self);
  look_at_length (self);
  wait_for_text (self, ONE_TEXT);
  g_assert_true (has_file (self, COPY));
}

/* A file system in memory has no wastebasket. */
static void
test_no_wastebasket (Desk *self, gconstpointer data)
{
  open_with_copy (self);
  merge_copy (self);
  save_plan (self);
  look_at_length (self);
  g_assert_cmpstr (get_text (self), ==, "");
  g_assert_true (has_file (self, COPY));
}

static void
add (const char *path, void (*function) (Desk *, gconstpointer))
{
  g_test_add (path, Desk, NULL, set_up, function, tear_down);
}

static void
add_tests (void)
{
  add ("/conflict-copies/merge", test_merge);
  add ("/conflict-copies/taken-back", test_taken_back);
  add ("/conflict-copies/cancelled", test_cancelled);
  add ("/conflict-copies/nothing-new", test_nothing_new);
  add ("/conflict-copies/several", test_several);
  add ("/conflict-copies/same", test_same);
  add ("/conflict-copies/save-and-close", test_save_and_close);
  add ("/conflict-copies/appears", test_appears);
  add ("/conflict-copies/not-now", test_not_now);
  add ("/conflict-copies/others", test_others);
  add ("/conflict-copies/changed", test_changed);
  if (g_access ("/dev/shm", W_OK) == 0)
    g_test_add ("/conflict-copies/no-wastebasket", Desk, "/dev/shm", set_up, test_no_wastebasket,
                tear_down);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
