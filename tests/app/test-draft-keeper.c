/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts come, follow the edits, and go with what is unsaved. */
#include "config.h"

#include <glib/gstdio.h>

#include "test-plans.h"
#include "waymark-draft-keeper.h"

typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  WaymarkDocument *document;
  WaymarkDraftKeeper *keeper;
  char *folder;
  GFile *file;
} Desk;

static char *
dup_drafts_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "waymark", "drafts", NULL);
}

/* What is in that part of the one draft, NULL if there is none. */
static char *
read_part (const char *suffix)
{
  g_autofree char *path = dup_drafts_path ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  char *text = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, suffix))
        continue;
      g_assert_null (text);
      g_file_get_contents (file, &text, NULL, NULL); /* it may be going just now */
    }

  return text;
}

static char *
read_draft (void)
{
  return read_part (".okr");
}

static void
assert_draft (OkrPlan *plan)
{
  g_autofree char *actual = read_draft ();
  g_autofree char *expected = test_plan_to_text (plan);

  g_assert_cmpstr (actual, ==, expected);
}

static gboolean
has_draft (void)
{
  g_autofree char *text = read_draft ();

  return text != NULL;
}

/* Until the draft is as wanted; returns after how many milliseconds, without those for which the
 * machine did something else. */
static gint64
wait_for_draft (gboolean wanted)
{
  const gint64 began = g_get_monotonic_time ();
  gint64 waited = 0;

  while (has_draft () != wanted)
    {
      const gint64 before = g_get_monotonic_time ();

      g_assert_cmpint (before - began, <, 60 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      waited += MIN (g_get_monotonic_time () - before, 5000);
    }

  return waited / 1000;
}

static void
set_mission (Desk *self, const char *mission)
{
  g_assert_true (okr_edit_set_text (self->plan, OKR_ITEM (self->plan), "mission", mission, NULL));
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
save (Desk *self, GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;

  waymark_document_save_async (self->document, file, NULL, on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waymark_document_save_finish (self->document, result, NULL));
}

/* It stays until its last job is done. */
static void
end_keeper (Desk *self)
{
  gpointer keeper = g_steal_pointer (&self->keeper);

  g_object_add_weak_pointer (keeper, &keeper);
  g_object_unref (keeper);
  while (keeper != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The thread holds the draft a moment longer than the keeper. */
static GPtrArray *
take_abandoned (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GPtrArray) found = okr_draft_take_abandoned ();

      if (found->len > 0)
        return g_steal_pointer (&found);
      g_usleep (1000);
    }
  g_assert_not_reached ();
}

static void
set_up (Desk *self, gconstpointer data)
{
  self->plan = test_small_plan ();
  self->session = waymark_session_new ();
  self->document = waymark_document_new (self->session);
  self->keeper = waymark_draft_keeper_new (self->session, self->document);
  self->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  self->file = g_file_new_build_filename (self->folder, "plan.okr", NULL);
  waymark_session_set_plan (self->session, self->plan);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  end_keeper (self);
  g_assert_finalize_object (g_steal_pointer (&self->document));
  g_assert_finalize_object (g_steal_pointer (&self->session));
  test_finalize (self->plan);
  g_assert_false (has_draft ());
  g_file_delete (self->file, NULL, NULL);
  g_rmdir (self->folder);
  g_clear_object (&self->file);
  g_clear_pointer (&self->folder, g_free);
}

static void
test_follow (Desk *self, gconstpointer data)
{
  g_assert_false (has_draft ());
  set_mission (self, "One");
  g_assert_cmpint (wait_for_draft (TRUE), <, 2000);
  assert_draft (self->plan);

  okr_plan_undo (self->plan, NULL);
  wait_for_draft (FALSE);
  okr_plan_redo (self->plan, NULL);
  waymark_draft_keeper_hurry (self->keeper);
  g_assert_cmpint (wait_for_draft (TRUE), <, 900);
  assert_draft (self->plan);

  waymark_draft_keeper_discard (self->keeper);
  wait_for_draft (FALSE);
}

static void
assert_typed (const char *expected)
{
  g_autofree char *actual = read_part (".typed");

  g_assert_cmpstr (actual, ==, expected);
}

/* Words in a dialog are kept though nothing is edited, until the plan has them or they go. */
static void
test_typed (Desk *self, gconstpointer data)
{
  g_autofree char *saved = NULL;
  g_autofree char *draft = NULL;

  set_mission (self, "Saved");
  save (self, self->file);
  wait_for_draft (FALSE);
  g_assert_true (g_file_load_contents (self->file, NULL, &saved, NULL, NULL, NULL));
  waymark_session_set_typed (self->session, "wor");
  g_assert_cmpint (wait_for_draft (TRUE), <, 2000);
  draft = read_draft ();
  g_assert_cmpstr (draft, ==, saved);
  waymark_session_set_typed (self->session, NULL);
  wait_for_draft (FALSE);

  waymark_session_set_typed (self->session, "words");
  waymark_draft_keeper_write_now (self->keeper);
  assert_typed ("words");

  /* Confirmed, they are in the draft of the plan, and there only. */
  set_mission (self, "words");
  waymark_session_set_typed (self->session, NULL);
  assert_typed ("words");
  waymark_draft_keeper_write_now (self->keeper);
  assert_draft (self->plan);
  assert_typed (NULL);
  waymark_session_set_typed (self->session, "more");
  waymark_draft_keeper_write_now (self->keeper);
  assert_draft (self->plan);
  assert_typed ("more");

  /* The plan is saved under the dialog. */
  save (self, self->file);
  waymark_draft_keeper_write_now (self->keeper);
  assert_typed ("more");
  waymark_session_set_typed (self->session, NULL);
  wait_for_draft (FALSE);
}

/* What is written at the last moment is not undone by what was under way. */
static void
test_last_moment (Desk *self, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("Mission %u", i);

      set_mission (self, text);
      waymark_draft_keeper_hurry (self->keeper);
      if (i % 3 == 0)
        okr_plan_undo (self->plan, NULL);
      if (i % 2 == 0)
        g_main_context_iteration (NULL, FALSE);
      set_mission (self, "Last");
      waymark_draft_keeper_write_now (self->keeper);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      assert_draft (self->plan);
    }
  waymark_draft_keeper_discard (self->keeper);
  wait_for_draft (FALSE);
}

/* After a save the next draft belongs to the file, and to what it holds now. */
static void
test_save (Desk *self, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  OkrDraft *draft;

  set_mission (self, "Saved");
  waymark_draft_keeper_hurry (self->keeper);
  wait_for_draft (TRUE);
  save (self, self->file);
  wait_for_draft (FALSE);

  set_mission (self, "Unsaved");
  waymark_draft_keeper_hurry (self->keeper);
  wait_for_draft (TRUE);
  assert_draft (self->plan);

  /* A crash. */
  end_keeper (self);
  found = take_abandoned ();
  draft = g_ptr_array_index (found, 0);
  g_assert_true (g_file_equal (okr_draft_get_file (draft), self->file));
  g_assert_true (
      g_bytes_equal (okr_draft_get_base (draft), waymark_document_get_base (self->document)));

  /* It is taken over, and goes when the plan is saved. */
  self->keeper = waymark_draft_keeper_new (self->session, self->document);
  waymark_draft_keeper_adopt (self->keeper, draft);
  save (self, self->file);
  wait_for_draft (FALSE);
}

/* What is typed while the file is written stays protected, now with the new base. */
static void
test_edit_while_saving (Desk *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found G_GNUC_UNUSED = NULL;

  set_mission (self, "Before");
  waymark_draft_keeper_hurry (self->keeper);
  wait_for_draft (TRUE);
  waymark_document_save_async (self->document, self->file, NULL, on_done_cb, &result);
  okr_history_stop_coalescing (okr_plan_get_history (self->plan));
  set_mission (self, "Meanwhile");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waymark_document_save_finish (self->document, result, NULL));
  g_assert_true (waymark_session_get_modified (self->session));
  waymark_draft_keeper_write_now (self->keeper);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  assert_draft (self->plan);

  waymark_draft_keeper_discard (self->keeper);
  wait_for_draft (FALSE);
}

static void
test_full_disk (Desk *self, gconstpointer data)
{
  g_autofree char *path = dup_drafts_path ();
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  g_rmdir (path);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  set_mission (self, "One");
  waymark_draft_keeper_hurry (self->keeper);
  while (waymark_draft_keeper_get_problem (self->keeper) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (g_remove (path), ==, 0);
  set_mission (self, "Two");
  waymark_draft_keeper_hurry (self->keeper);
  while (waymark_draft_keeper_get_problem (self->keeper) != NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_draft (self->plan);
  okr_plan_undo (self->plan, NULL);
  okr_plan_undo (self->plan, NULL);
  wait_for_draft (FALSE);
}

/* The file holds something else, and there is no room for a draft that starts from that: the one
 * before stays until there is. */
static void
test_no_room_for_the_next (Desk *self, gconstpointer data)
{
  g_autofree char *path = dup_drafts_path ();
  g_autofree char *aside = g_strconcat (path, "-aside", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) base = okr_plan_to_bytes (self->plan);

  save (self, self->file);
  set_mission (self, "One");
  waymark_draft_keeper_hurry (self->keeper);
  wait_for_draft (TRUE);
  before = read_draft ();

  g_assert_cmpint (g_rename (path, aside), ==, 0);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  set_mission (self, "Two");
  waymark_document_catch_up (self->document, base);
  while (waymark_draft_keeper_get_problem (self->keeper) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  after = read_draft ();
  g_assert_cmpstr (after, ==, before);

  waymark_draft_keeper_write_now (self->keeper);
  assert_draft (self->plan);
  waymark_draft_keeper_discard (self->keeper);
  wait_for_draft (FALSE);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)
  ADD ("/draft-keeper/follow", test_follow);
  ADD ("/draft-keeper/typed", test_typed);
  ADD ("/draft-keeper/last-moment", test_last_moment);
  ADD ("/draft-keeper/save", test_save);
  ADD ("/draft-keeper/edit-while-saving", test_edit_while_saving);
  ADD ("/draft-keeper/full-disk", test_full_disk);
  ADD ("/draft-keeper/no-room-for-the-next", test_no_room_for_the_next);

  return g_test_run ();
}
