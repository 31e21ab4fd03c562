/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others do to the file of an open plan. */
#include "config.h"

#include <glib/gstdio.h>

#include "okr-lineage.h"
#include "test-plans.h"
#include "waymark-outside.h"

typedef struct
{
  WaymarkSession *session;
  WaymarkDocument *document;
  WaymarkOutside *outside;
  char *folder;
  char *path;
  char *message;
} Desk;

static OkrPlan *
get_plan (Desk *self)
{
  return waymark_session_get_plan (self->session);
}

static void
set_field (OkrPlan *plan, const char *field, const char *text)
{
  test_set (plan, okr_item_get_id (OKR_ITEM (plan)), field, text);
}

static void
assert_field (Desk *self, const char *field, const char *text)
{
  test_assert_field (get_plan (self), okr_item_get_id (OKR_ITEM (get_plan (self))), field, text);
}

static void
wait_until (gboolean (*condition) (Desk *self), Desk *self)
{
  const gint64 began = g_get_monotonic_time ();

  while (!condition (self))
    {
      g_assert_cmpint (g_get_monotonic_time () - began, <, 60 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static gboolean
has_problem (Desk *self)
{
  return waymark_outside_get_problem (self->outside) != NULL;
}

static gboolean
has_no_problem (Desk *self)
{
  return !has_problem (self);
}

static gboolean
has_message (Desk *self)
{
  return self->message != NULL;
}

static gboolean
is_idle (Desk *self)
{
  return !waymark_document_is_busy (self->document);
}

/* The base of the document follows the file. */
static gboolean
is_caught_up (Desk *self)
{
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;

  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strcmp0 (sha256, waymark_document_get_sha256 (self->document)) == 0;
}

static void
write_file (Desk *self, const char *text)
{
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
}

static char *
read_file (Desk *self)
{
  char *text;

  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));

  return text;
}

/* A colleague opens @text, edits one field and saves. */
static void
edit_outside (Desk *self, const char *text, const char *field, const char *value)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  g_autofree char *edited = NULL;

  set_field (plan, field, value);
  okr_lineage_extend (plan, (const char *const[]){ sha256, NULL });
  edited = test_plan_to_text (plan);
  write_file (self, edited);
}

static void
on_message_cb (Desk *self, const char *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
save (Desk *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  waymark_document_save_async (self->document, file, NULL, on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  waymark_document_save_finish (self->document, result, &error);
  g_assert_no_error (error);
}

static void
set_up (Desk *self, gconstpointer data)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *text = test_plan_to_text (plan);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  self->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.okr", NULL);
  file = g_file_new_for_path (self->path);
  write_file (self, text);
  self->session = waymark_session_new ();
  self->document = waymark_document_new (self->session);
  self->outside = waymark_outside_new (self->session, self->document);
  g_signal_connect_swapped (self->session, "message", G_CALLBACK (on_message_cb), self);
  waymark_document_load_async (self->document, file, NULL, on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waymark_document_load_finish (self->document, result, NULL));
}

/* Threads hold things a moment longer. */
static void
end (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  while (g_atomic_pointer_get (&weak) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
tear_down (Desk *self, gconstpointer data)
{
  wait_until (is_idle, self);
  waymark_outside_stop (self->outside);
  g_signal_handlers_disconnect_by_data (self->session, self);
  end (self->outside);
  end (self->document);
  end (self->session);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->message);
}

static void
test_clean (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  OkrPlan *plan = get_plan (self);

  edit_outside (self, before, "mission", "Theirs");
  wait_until (has_message, self);
  g_assert_true (get_plan (self) == plan);
  assert_field (self, "mission", "Theirs");
  g_assert_false (waymark_session_get_modified (self->session));
  g_assert_true (is_caught_up (self));
  g_assert_cmpstr (self->message, ==, "The file was changed elsewhere: 1 changed");
}

/* The same plan, written differently: there is nothing to take back, and nothing to say. */
static void
test_layout (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  g_auto (GStrv) lines = g_strsplit (before, "\n", -1);
  g_autofree char *other = g_strjoinv ("\n\n", lines);
  OkrHistory *history = okr_plan_get_history (get_plan (self));
  const gboolean modified = GPOINTER_TO_INT (data);

  if (modified)
    set_field (get_plan (self), "vision", "Ours");
  write_file (self, other);
  wait_until (is_caught_up, self);
  g_assert_cmpuint (okr_history_get_depth (history), ==, modified ? 1 : 0);
  g_assert_true (waymark_session_get_modified (self->session) == modified);
  g_assert_null (self->message);

  if (modified)
    {
      g_assert_true (okr_plan_undo (get_plan (self), NULL));
      assert_field (self, "vision", "");
      g_assert_false (waymark_session_get_modified (self->session));
      g_assert_true (okr_plan_redo (get_plan (self), NULL));
      save (self);
    }
  g_assert_true (is_caught_up (self));
}

static void
test_modified (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  g_autofree char *after = NULL;

  set_field (get_plan (self), "vision", "Ours");
  edit_outside (self, before, "mission", "Theirs");
  wait_until (has_message, self);
  assert_field (self, "mission", "Theirs");
  assert_field (self, "vision", "Ours");
  g_assert_true (waymark_session_get_modified (self->session));
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (get_plan (self))), ==, 0);

  /* Taken back, it is still not what the file holds. */
  g_assert_true (okr_plan_undo (get_plan (self), NULL));
  g_assert_true (okr_plan_undo (get_plan (self), NULL));
  g_assert_true (waymark_session_get_modified (self->session));
  g_assert_true (okr_plan_redo (get_plan (self), NULL));
  g_assert_true (okr_plan_redo (get_plan (self), NULL));

  save (self);
  after = read_file (self);
  g_assert_nonnull (strstr (after, "Theirs"));
  g_assert_nonnull (strstr (after, "Ours"));
}

static void
test_conflict (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);

  set_field (get_plan (self), "mission", "Ours");
  edit_outside (self, before, "mission", "Theirs");
  wait_until (has_message, self);
  assert_field (self, "mission", "Ours");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (get_plan (self))), ==, 1);
}

/* A colleague who never saw our last save has overwritten it. */
static void
test_not_descending (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);

  set_field (get_plan (self), "vision", "Ours");
  save (self);
  edit_outside (self, before, "mission", "Theirs");
  wait_until (has_message, self);
  assert_field (self, "mission", "Theirs");
  assert_field (self, "vision", "Ours");
  g_assert_true (waymark_session_get_modified (self->session));
}

static void
test_put_back (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);

  set_field (get_plan (self), "vision", "Ours");
  save (self);
  write_file (self, before);
  wait_until (has_message, self);
  assert_field (self, "vision", "");
  g_assert_false (waymark_session_get_modified (self->session));
  g_assert_true (g_str_has_prefix (self->message, "The file was put back to an earlier state"));
  g_assert_true (okr_plan_undo (get_plan (self), NULL));
  assert_field (self, "vision", "Ours");
  g_assert_true (waymark_session_get_modified (self->session));
}

/* `okr versions --restore` has put an earlier state back while something is unsaved here: that
 * state counts, and what is unsaved comes on top. */
static void
test_restored (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  g_autofree char *saved = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (OkrPlan) plan = test_plan_from_text (before);

  set_field (get_plan (self), "vision", "Ours");
  save (self);
  saved = read_file (self);
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, saved, -1);
  set_field (get_plan (self), "mission", "Unsaved");
  okr_lineage_extend (plan, okr_plan_get_lineage (get_plan (self)));
  okr_lineage_extend (plan, (const char *const[]){ sha256, NULL });
  restored = test_plan_to_text (plan);
  write_file (self, restored);
  wait_until (has_message, self);
  assert_field (self, "vision", "");
  assert_field (self, "mission", "Unsaved");
  g_assert_true (waymark_session_get_modified (self->session));
}

/* Two colleagues save one after the other, neither knows of the other, and both files are taken in
 * at once: the second must not take the first for something that the second has deleted. */
static void
test_overtaken (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GBytes) found = NULL;

  edit_outside (self, before, "mission", "Theirs");
  waymark_outside_take_in_async (self->outside, on_done_cb, &first);
  g_usleep (G_USEC_PER_SEC / 5); /* so that the thread sees this one; nothing breaks if not */
  edit_outside (self, before, "vision", "Theirs");
  waymark_outside_take_in_async (self->outside, on_done_cb, &second);
  while (first == NULL || second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waymark_outside_take_in_finish (self->outside, second, NULL, NULL));
  g_assert_true (waymark_outside_take_in_finish (self->outside, first, &found, NULL));
  assert_field (self, "vision", "Theirs");
  if (g_strstr_len (g_bytes_get_data (found, NULL), (gssize) g_bytes_get_size (found),
                    "\"mission\": \"Theirs\"") != NULL)
    assert_field (self, "mission", "Theirs");
  else
    g_test_skip ("The thread was too late to see the first file.");
}

static char *
as_newer (const char *text)
{
  g_autoptr (GString) newer = g_string_new (text);

  g_assert_cmpuint (g_string_replace (newer, "\"minReader\": 1,", "\"minReader\": 99,", 1), ==, 1);

  return g_string_free (g_steal_pointer (&newer), FALSE);
}

/* A plan that can only be looked at follows its file. */
static void
test_read_only (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  g_autofree char *newer = as_newer (before);
  g_autoptr (OkrPlan) edited = test_plan_from_text (before);
  g_autofree char *text = NULL;
  g_autofree char *newest = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GAsyncResult) result = NULL;

  write_file (self, newer);
  waymark_document_load_async (self->document, file, NULL, on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waymark_document_load_finish (self->document, result, NULL));
  g_assert_nonnull (okr_plan_get_read_only_reason (get_plan (self)));

  set_field (edited, "mission", "Theirs");
  text = test_plan_to_text (edited);
  newest = as_newer (text);
  write_file (self, newest);
  wait_until (has_message, self);
  assert_field (self, "mission", "Theirs");
  g_assert_false (waymark_session_get_modified (self->session));
  g_assert_false (has_problem (self));
  g_assert_true (is_caught_up (self));

  /* And can be edited as soon as the file can. */
  g_clear_pointer (&self->message, g_free);
  write_file (self, text);
  wait_until (has_message, self);
  g_assert_null (okr_plan_get_read_only_reason (get_plan (self)));
}

static void
test_deleted (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  g_autofree char *after = NULL;

  g_unlink (self->path);
  wait_until (has_problem, self);
  g_assert_true (waymark_session_get_modified (self->session));

  write_file (self, before);
  wait_until (has_no_problem, self);
  g_assert_false (waymark_session_get_modified (self->session));

  g_unlink (self->path);
  wait_until (has_problem, self);
  save (self);
  after = read_file (self);
  g_assert_nonnull (after);
  g_assert_false (waymark_session_get_modified (self->session));
  g_assert_null (waymark_outside_get_problem (self->outside));
}

static void
test_rubbish (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);

  write_file (self, "{ \"fo");
  wait_until (has_problem, self);
  g_assert_cmpstr (waymark_outside_get_problem (self->outside), ==,
                   "What the file holds now is not a plan. Yours is safe here.");
  g_assert_true (waymark_session_get_modified (self->session));
  edit_outside (self, before, "mission", "Theirs");
  wait_until (has_no_problem, self);
  assert_field (self, "mission", "Theirs");
  g_assert_false (waymark_session_get_modified (self->session));
}

/* What is half there becomes whole: nothing is said of it. */
static void
test_half_synced (Desk *self, gconstpointer data)
{
  g_autofree char *before = read_file (self);
  g_autofree char *half = g_strndup (before, strlen (before) / 2);
  const gint64 began = g_get_monotonic_time ();

  write_file (self, half);
  while (g_get_monotonic_time () - began < G_USEC_PER_SEC / 2)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_false (has_problem (self));
  edit_outside (self, before, "mission", "Theirs");
  wait_until (has_message, self);
  g_assert_false (has_problem (self));
  assert_field (self, "mission", "Theirs");
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)
  g_test_add ("/outside/layout", Desk, GINT_TO_POINTER (FALSE), set_up, test_layout, tear_down);
  g_test_add ("/outside/layout-while-modified", Desk, GINT_TO_POINTER (TRUE), set_up, test_layout,
              tear_down);
  ADD ("/outside/clean", test_clean);
  ADD ("/outside/modified", test_modified);
  ADD ("/outside/conflict", test_conflict);
  ADD ("/outside/not-descending", test_not_descending);
  ADD ("/outside/put-back", test_put_back);
  ADD ("/outside/restored", test_restored);
  ADD ("/outside/overtaken", test_overtaken);
  ADD ("/outside/read-only", test_read_only);
  ADD ("/outside/deleted", test_deleted);
  ADD ("/outside/rubbish", test_rubbish);
  ADD ("/outside/half-synced", test_half_synced);

  return g_test_run ();
}
