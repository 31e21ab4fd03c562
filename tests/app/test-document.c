/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a save writes down, and what it remembers. */
#include "config.h"

#include <glib/gstdio.h>

#include "okr-versions.h"
#include "test-plans.h"
#include "waymark-document.h"
#include "waymark-version-keeper.h"
#include "waymark-version-list.h"

typedef struct
{
  WaymarkSession *session;
  WaymarkDocument *document;
  GFile *file;
  char *folder;
} Desk;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
load (Desk *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  waymark_document_load_async (self->document, self->file, NULL, on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waymark_document_load_finish (self->document, result, NULL));
}

static void
save (Desk *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  waymark_document_save_async (self->document, self->file, NULL, on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  waymark_document_save_finish (self->document, result, &error);
  g_assert_no_error (error);
}

static char *
read_file (Desk *self, char **sha256)
{
  char *text;

  g_assert_true (g_file_load_contents (self->file, NULL, &text, NULL, NULL, NULL));
  if (sha256 != NULL)
    *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return text;
}

static OkrPlan *
get_plan (Desk *self)
{
  return waymark_session_get_plan (self->session);
}

static void
set_mission (Desk *self, const char *mission)
{
  test_set (get_plan (self), okr_item_get_id (OKR_ITEM (get_plan (self))), "mission", mission);
}

static void
set_up (Desk *self, gconstpointer data)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *text = test_plan_to_text (plan);
  g_autofree char *odd = g_strconcat ("\n \n", text, NULL);

  self->session = waymark_session_new ();
  self->document = waymark_document_new (self->session);
  self->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  self->file = g_file_new_build_filename (self->folder, "plan.okr", NULL);
  g_assert_true (g_file_set_contents (g_file_peek_path (self->file), odd, -1, NULL));
  load (self);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  /* No thread holds it any more: what belongs to the window goes with the window. */
  g_assert_finalize_object (g_steal_pointer (&self->document));
  g_assert_finalize_object (g_steal_pointer (&self->session));
  g_file_delete (self->file, NULL, NULL);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->file);
}

/* Nobody's spaces are put in order unasked. */
static void
test_save_unchanged (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self, NULL);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  save (self);
  after = read_file (self, NULL);
  g_assert_cmpstr (after, ==, before);

  set_mission (self, "Else");
  g_assert_true (okr_plan_undo (get_plan (self), NULL));
  save (self);
  undone = read_file (self, NULL);
  g_assert_cmpstr (undone, ==, before);
}

/* Each saved state names those that it comes from. */
static void
test_lineage (Desk *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *first_text G_GNUC_UNUSED = read_file (self, &first);
  g_autofree char *second_text G_GNUC_UNUSED = NULL;
  g_autofree char *third_text = NULL;
  g_autoptr (OkrPlan) saved = NULL;
  const char *const *lineage;

  set_mission (self, "Second");
  save (self);
  second_text = read_file (self, &second);
  set_mission (self, "Third");
  save (self);
  third_text = read_file (self, NULL);

  saved = test_plan_from_text (third_text);
  lineage = okr_plan_get_lineage (saved);
  g_assert_cmpstr (lineage[0], ==, second);
  g_assert_cmpstr (lineage[1], ==, first);
  g_assert_null (lineage[2]);
}

/* What git could not merge comes together when it is opened, and is settled when it is saved. */
static void
test_git_conflict (Desk *self, gconstpointer data)
{
  g_autofree char *ours = (set_mission (self, "Ours"), test_plan_to_text (get_plan (self)));
  g_autofree char *theirs = (set_mission (self, "Theirs"), test_plan_to_text (get_plan (self)));
  g_autofree char *marked =
      g_strdup_printf ("<<<<<<< ours\n%s=======\n%s>>>>>>> theirs\n", ours, theirs);
  g_autofree char *text = NULL;
  g_autoptr (OkrPlan) saved = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (self->file), marked, -1, NULL));
  load (self);
  g_assert_true (waymark_document_is_merged (self->document));
  g_assert_true (waymark_session_get_modified (self->session));
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (get_plan (self))), ==, 1);
  text = read_file (self, NULL);
  g_assert_cmpstr (text, ==, marked);

  save (self);
  g_assert_false (waymark_document_is_merged (self->document));
  g_assert_false (waymark_session_get_modified (self->session));
  g_free (text);
  text = read_file (self, NULL);
  saved = test_plan_from_text (text);
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (saved)), ==, 1);
}

static GMutex blocked;

static void
wait_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_mutex_lock (&blocked);
  g_mutex_unlock (&blocked);
  g_task_return_boolean (task, TRUE);
}

static GPtrArray *
list_versions (Desk *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  waymark_version_list_async (okr_item_get_id (OKR_ITEM (get_plan (self))), on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return waymark_version_list_finish (result);
}

static void
assert_version (GPtrArray *versions, guint index, const char *sha256)
{
  const OkrVersion *version = g_ptr_array_index (versions, index);

  g_assert_cmpstr (version->sha256, ==, sha256);
}

/* However long the history takes, a save is done when the file is written; and whoever looks into
 * the history, or ends the program, finds all of it there. */
static void
test_versions (Desk *self, gconstpointer data)
{
  g_autoptr (GTask) block = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  load (self);
  g_mutex_lock (&blocked);
  waymark_version_keeper_run (block, wait_in_thread);
  set_mission (self, "One");
  save (self);
  g_free (read_file (self, &first));
  set_mission (self, "Two");
  save (self);
  g_free (read_file (self, &second));
  g_assert_false (waymark_session_get_modified (self->session));
  g_mutex_unlock (&blocked);
  versions = list_versions (self);
  g_assert_cmpuint (versions->len, >=, 3);
  assert_version (versions, 0, second);
  assert_version (versions, 1, first);
  g_clear_pointer (&versions, g_ptr_array_unref);
  g_clear_pointer (&first, g_free);

  set_mission (self, "Three");
  save (self);
  g_free (read_file (self, &first));
  waymark_version_keeper_finish ();
  versions = okr_versions_list (okr_item_get_id (OKR_ITEM (get_plan (self))));
  assert_version (versions, 0, first);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add ("/document/save-unchanged", Desk, NULL, set_up, test_save_unchanged, tear_down);
  g_test_add ("/document/lineage", Desk, NULL, set_up, test_lineage, tear_down);
  g_test_add ("/document/versions", Desk, NULL, set_up, test_versions, tear_down);
  g_test_add ("/document/git-conflict", Desk, NULL, set_up, test_git_conflict, tear_down);

  return g_test_run ();
}
