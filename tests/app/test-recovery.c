/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a crash has left, and what the file holds meanwhile. */
#include "config.h"

#include <glib/gstdio.h>

#include "okr-lineage.h"
#include "okr-versions.h"
#include "test-plans.h"
#include "waymark-recovery.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  char *first;  /* a state that was saved */
  char *second; /* the next one, with another vision: what the draft started from */
} Desk;

static char *
hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* @text after an edit and a save. */
static char *
edit (const char *text, const char *field, const char *value)
{
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  g_autofree char *sha256 = hash (text);

  test_set (plan, okr_item_get_id (OKR_ITEM (plan)), field, value);
  okr_lineage_extend (plan, (const char *const[]){ sha256, NULL });

  return test_plan_to_text (plan);
}

static void
store (const char *text)
{
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_true (okr_versions_add (okr_item_get_id (OKR_ITEM (plan)), bytes, g_get_real_time (),
                                   NULL));
}

static void
set_up (Desk *self, gconstpointer data)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();

  self->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.okr", NULL);
  self->file = g_file_new_for_path (self->path);
  self->first = test_plan_to_text (plan);
  self->second = edit (self->first, "vision", "Saved");
  store (self->first);
  store (self->second);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_object_unref (self->file);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->first);
  g_free (self->second);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* A program that had @contents unsaved, and @typed in a dialog, was killed, and now the file holds
 * @text. */
static WaymarkRecovery *
recover_typed (Desk *self, const char *contents, const char *typed, const char *text)
{
  g_autoptr (GBytes) words = typed != NULL ? g_bytes_new (typed, strlen (typed)) : NULL;
  g_autoptr (GBytes) base = g_bytes_new (self->second, strlen (self->second));
  g_autoptr (GBytes) bytes = g_bytes_new (contents, strlen (contents));
  g_autoptr (OkrDraft) draft = okr_draft_new (self->file, base);
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) judged = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  WaymarkRecovery *recovery;

  if (text != NULL)
    g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  g_assert_true (okr_draft_write (draft, bytes, NULL));
  g_assert_true (okr_draft_write_typed (draft, words, NULL));
  g_clear_object (&draft);
  waymark_recovery_find_async (on_done_cb, &found);
  drafts = waymark_recovery_find_finish (wait_for (&found));
  g_assert_cmpuint (drafts->len, ==, 1);
  waymark_recovery_judge_async (g_ptr_array_index (drafts, 0), on_done_cb, &judged);
  recovery = waymark_recovery_judge_finish (wait_for (&judged));
  okr_draft_discard (recovery->draft);

  return recovery;
}

static WaymarkRecovery *
recover (Desk *self, const char *contents, const char *text)
{
  return recover_typed (self, contents, NULL, text);
}

static void
assert_plan (WaymarkRecovery *recovery, const char *title, const char *vision, const char *mission)
{
  const char *id = okr_item_get_id (OKR_ITEM (recovery->plan));

  test_assert_field (recovery->plan, id, "title", title);
  test_assert_field (recovery->plan, id, "vision", vision);
  test_assert_field (recovery->plan, id, "mission", mission);
  g_assert_true (okr_history_is_modified (okr_plan_get_history (recovery->plan)));
}

static void
test_newer (Desk *self, gconstpointer data)
{
  g_autofree char *draft = edit (self->second, "mission", "Unsaved");
  g_autofree char *theirs = edit (self->second, "title", "Theirs");
  g_autoptr (WaymarkRecovery) recovery = recover (self, draft, theirs);

  g_assert_cmpint (recovery->state, ==, WAYMARK_RECOVERY_MERGED);
  assert_plan (recovery, "Theirs", "Saved", "Unsaved");
}

/* A colleague who had only seen the first state has overwritten the second one: what that had
 * brought is not deleted by this. */
static void
test_overwritten (Desk *self, gconstpointer data)
{
  g_autofree char *draft = edit (self->second, "mission", "Unsaved");
  g_autofree char *theirs = edit (self->first, "title", "Theirs");
  g_autoptr (WaymarkRecovery) recovery = recover (self, draft, theirs);

  g_assert_cmpint (recovery->state, ==, WAYMARK_RECOVERY_MERGED);
  assert_plan (recovery, "Theirs", "Saved", "Unsaved");
}

/* An earlier state stands there: what is unsaved was made to a later one, which counts. */
static void
test_put_back (Desk *self, gconstpointer data)
{
  g_autoptr (OkrPlan) first = test_plan_from_text (self->first);
  g_autofree char *draft = edit (self->second, "mission", "Unsaved");
  g_autoptr (WaymarkRecovery) recovery = recover (self, draft, self->first);

  g_assert_cmpint (recovery->state, ==, WAYMARK_RECOVERY_MERGED);
  assert_plan (recovery, okr_item_get_title (OKR_ITEM (first)), "Saved", "Unsaved");
}

/* The second crash: theirs came in after the first one, and was edited since. */
static void
test_twice (Desk *self, gconstpointer data)
{
  g_autofree char *theirs = edit (self->second, "title", "Theirs");
  g_autofree char *draft = edit (theirs, "title", "Mine after all");
  g_autoptr (WaymarkRecovery) recovery = recover (self, draft, theirs);

  g_assert_cmpint (recovery->state, ==, WAYMARK_RECOVERY_MERGED);
  assert_plan (recovery, "Mine after all", "Saved", "");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (recovery->plan)), ==, 0);
}

static void
test_states (Desk *self, gconstpointer data)
{
  g_autofree char *draft = edit (self->second, "mission", "Unsaved");
  const struct
  {
    const char *contents;
    const char *text;
    WaymarkRecoveryState state;
  } rows[] = {
    { draft, NULL, WAYMARK_RECOVERY_GONE },
    { draft, self->second, WAYMARK_RECOVERY_FRESH },
    { draft, "{ \"fo", WAYMARK_RECOVERY_CHANGED },
    { draft, draft, WAYMARK_RECOVERY_NEEDLESS },
    { self->second, self->first, WAYMARK_RECOVERY_NEEDLESS },
    { "{ \"fo", self->second, WAYMARK_RECOVERY_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaymarkRecovery) recovery = recover (self, rows[i].contents, rows[i].text);

      g_assert_cmpint (recovery->state, ==, rows[i].state);
    }
}

/* Of a plan that was not edited only the words are left, and they go on in what the file holds. */
static void
test_typed (Desk *self, gconstpointer data)
{
  g_autofree char *edited = edit (self->second, "mission", "Unsaved");
  g_autofree char *theirs = edit (self->second, "title", "Theirs");
  const struct
  {
    const char *contents;
    const char *text;
    WaymarkRecoveryState state;
    gboolean is_modified;
  } rows[] = {
    { self->second, self->second, WAYMARK_RECOVERY_TYPED, FALSE },
    { self->second, theirs, WAYMARK_RECOVERY_TYPED, FALSE },
    { edited, edited, WAYMARK_RECOVERY_TYPED, FALSE }, /* saved, but not told in time */
    { self->second, NULL, WAYMARK_RECOVERY_GONE, TRUE },
    { edited, self->second, WAYMARK_RECOVERY_FRESH, TRUE },
    { edited, theirs, WAYMARK_RECOVERY_MERGED, TRUE },
    { self->second, "{ \"fo", WAYMARK_RECOVERY_CHANGED, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaymarkRecovery) recovery = NULL;

      g_unlink (self->path);
      recovery = recover_typed (self, rows[i].contents, "words", rows[i].text);
      g_assert_cmpint (recovery->state, ==, rows[i].state);
      g_assert_cmpint (okr_history_is_modified (okr_plan_get_history (recovery->plan)), ==,
                       rows[i].is_modified);
      g_assert_cmpuint (g_bytes_get_size (okr_draft_get_typed (recovery->draft)), ==, 5);
      if (rows[i].text == theirs)
        g_assert_cmpstr (okr_item_get_title (OKR_ITEM (recovery->plan)), ==, "Theirs");
    }
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)
  ADD ("/recovery/newer", test_newer);
  ADD ("/recovery/overwritten", test_overwritten);
  ADD ("/recovery/put-back", test_put_back);
  ADD ("/recovery/twice", test_twice);
  ADD ("/recovery/states", test_states);
  ADD ("/recovery/typed", test_typed);

  return g_test_run ();
}
