/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The merge of an open plan with another copy, prepared aside and accepted as one step. */
#include "config.h"

#include "okr-error.h"
#include "okr-lineage.h"
#include "okr-versions.h"
#include "test-plans.h"
#include "waymark-merge.h"

typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  GBytes *base;
} Desk;

static void
set_up (Desk *self, gconstpointer data)
{
  self->plan = test_small_plan ();
  self->session = waymark_session_new ();
  self->base = okr_plan_to_bytes (self->plan);
  waymark_session_set_plan (self->session, self->plan);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  test_finalize (self->session);
  test_finalize (self->plan);
  g_bytes_unref (self->base);
}

/* A copy of the base in which one field of the plan says something else. */
static GBytes *
create_copy (Desk *self, const char *field, const char *text, const char *parent)
{
  const char *const lineage[] = { parent, NULL };
  g_autoptr (OkrPlan) copy = test_plan_from_bytes (self->base);

  test_set (copy, okr_item_get_id (OKR_ITEM (copy)), field, text);
  if (parent != NULL)
    okr_lineage_extend (copy, lineage);

  return okr_plan_to_bytes (copy);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static WaymarkMerge *
prepare (Desk *self, GBytes *theirs, GBytes *base, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waymark_merge_prepare_async (self->session, theirs, base, NULL, on_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return waymark_merge_prepare_finish (result, error);
}

static const char *
plan_id (Desk *self)
{
  return okr_item_get_id (OKR_ITEM (self->plan));
}

static void
test_accept (Desk *self, gconstpointer data)
{
  g_autoptr (GBytes) theirs = create_copy (self, "vision", "Theirs", NULL);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, theirs);
  g_autoptr (WaymarkMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  test_set (self->plan, plan_id (self), "mission", "Ours");
  merge = prepare (self, theirs, self->base, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waymark_merge_get_n_conflicts (merge), ==, 0);
  g_assert_cmpuint (waymark_merge_get_differences (merge)->len, ==, 1);
  g_assert_cmpuint (waymark_merge_get_notices (merge)->len, ==, 0);
  g_assert_true (waymark_merge_has_base (merge));
  test_assert_field (waymark_merge_get_plan (merge), plan_id (self), "vision", "Theirs");
  test_assert_field (self->plan, plan_id (self), "vision", "");

  g_assert_true (waymark_merge_accept (merge, &error));
  g_assert_no_error (error);
  test_assert_field (self->plan, plan_id (self), "vision", "Theirs");
  test_assert_field (self->plan, plan_id (self), "mission", "Ours");
  g_assert_true (g_strv_contains (okr_plan_get_lineage (self->plan), sha256));

  okr_plan_undo (self->plan, NULL);
  test_assert_field (self->plan, plan_id (self), "vision", "");
  test_assert_field (self->plan, plan_id (self), "mission", "Ours");
}

/* What was taken back was not deleted: it comes in again, here and where the other copy is open. */
static void
test_take_back (Desk *self, gconstpointer data)
{
  g_autofree char *base_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->base);
  g_autoptr (GBytes) theirs = create_copy (self, "vision", "Theirs", base_sha256);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, theirs);
  g_autoptr (WaymarkMerge) merge = NULL;
  g_autoptr (WaymarkMerge) again = NULL;
  g_autoptr (WaymarkMerge) third = NULL;

  g_assert_true (okr_versions_add (plan_id (self), self->base, g_get_real_time (), NULL));
  okr_lineage_extend (self->plan, (const char *const[]){ base_sha256, NULL });
  merge = prepare (self, theirs, NULL, NULL);
  g_assert_true (waymark_merge_accept (merge, NULL));
  test_assert_field (self->plan, plan_id (self), "vision", "Theirs");
  g_assert_true (g_strv_contains (okr_plan_get_lineage (self->plan), sha256));

  okr_plan_undo (self->plan, NULL);
  g_assert_false (g_strv_contains (okr_plan_get_lineage (self->plan), sha256));
  g_assert_true (g_strv_contains (okr_plan_get_lineage (self->plan), base_sha256));
  again = prepare (self, theirs, NULL, NULL);
  test_assert_field (waymark_merge_get_plan (again), plan_id (self), "vision", "Theirs");
  g_assert_cmpuint (waymark_merge_get_differences (again)->len, ==, 1);

  /* Done again, the next merge starts from there again: what is deleted now stays deleted. */
  okr_plan_redo (self->plan, NULL);
  g_assert_true (g_strv_contains (okr_plan_get_lineage (self->plan), sha256));
  test_set (self->plan, plan_id (self), "vision", "");
  third = prepare (self, theirs, NULL, NULL);
  g_assert_cmpuint (waymark_merge_get_differences (third)->len, ==, 0);
}

/* A copy that says nothing new leaves no step unless somebody has accepted it. Nor is it in the
 * lineage: what both have written and one takes back here was not deleted from the other one. */
static void
test_nothing_new (Desk *self, gconstpointer data)
{
  g_autofree char *base_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->base);
  g_autoptr (GBytes) theirs = create_copy (self, "vision", "Both", base_sha256);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, theirs);
  OkrHistory *history = okr_plan_get_history (self->plan);
  g_autoptr (WaymarkMerge) merge = NULL;
  g_autoptr (WaymarkMerge) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (okr_versions_add (plan_id (self), self->base, g_get_real_time (), NULL));
  okr_lineage_extend (self->plan, (const char *const[]){ base_sha256, NULL });
  test_set (self->plan, plan_id (self), "vision", "Both");
  merge = prepare (self, theirs, NULL, NULL);
  g_assert_cmpuint (waymark_merge_get_differences (merge)->len, ==, 0);
  g_assert_true (waymark_merge_accept_news (merge, NULL));
  g_assert_cmpuint (okr_history_get_depth (history), ==, 1);
  g_assert_false (g_strv_contains (okr_plan_get_lineage (self->plan), sha256));

  okr_plan_undo (self->plan, NULL);
  test_assert_field (self->plan, plan_id (self), "vision", "");
  later = prepare (self, theirs, NULL, NULL);
  test_assert_field (waymark_merge_get_plan (later), plan_id (self), "vision", "Both");
  g_assert_false (waymark_merge_accept_news (merge, &error)); /* the plan is another one now */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
}

static void
test_conflict (Desk *self, gconstpointer data)
{
  g_autoptr (GBytes) theirs = create_copy (self, "mission", "Theirs", NULL);
  g_autoptr (WaymarkMerge) merge = NULL;

  test_set (self->plan, plan_id (self), "mission", "Ours");
  merge = prepare (self, theirs, self->base, NULL);
  g_assert_cmpuint (waymark_merge_get_n_conflicts (merge), ==, 1);
  g_assert_true (waymark_merge_accept (merge, NULL));
  test_assert_field (self->plan, plan_id (self), "mission", "Ours");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (self->plan)), ==, 1);
}

/* The state that both come from is among the versions. */
static void
test_find_base (Desk *self, gconstpointer data)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->base);
  g_autoptr (GBytes) theirs = create_copy (self, "vision", "Theirs", sha256);
  g_autoptr (WaymarkMerge) blind = NULL;
  g_autoptr (WaymarkMerge) merge = NULL;

  test_set (self->plan, plan_id (self), "mission", "Ours");
  okr_lineage_extend (self->plan, (const char *const[]){ sha256, NULL });
  blind = prepare (self, theirs, NULL, NULL);
  g_assert_false (waymark_merge_has_base (blind));
  g_assert_cmpuint (waymark_merge_get_n_conflicts (blind), >, 0);

  g_assert_true (okr_versions_add (plan_id (self), self->base, g_get_real_time (), NULL));
  merge = prepare (self, theirs, NULL, NULL);
  g_assert_true (waymark_merge_has_base (merge));
  g_assert_cmpuint (waymark_merge_get_n_conflicts (merge), ==, 0);
}

static void
test_edited_since (Desk *self, gconstpointer data)
{
  g_autoptr (GBytes) theirs = create_copy (self, "vision", "Theirs", NULL);
  g_autoptr (WaymarkMerge) merge = prepare (self, theirs, self->base, NULL);
  g_autoptr (GError) error = NULL;

  test_set (self->plan, plan_id (self), "mission", "Ours");
  g_assert_false (waymark_merge_accept (merge, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  test_assert_field (self->plan, plan_id (self), "vision", "");
}

static void
test_refuse (Desk *self, gconstpointer data)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("{", 1);
  g_autoptr (GBytes) other = test_load_example ();
  g_autoptr (GError) error = NULL;

  g_assert_null (prepare (self, rubbish, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (prepare (self, other, NULL, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN);
}

/* Git's markers, for instance: then it is looked for as if none were given. */
static void
test_unreadable_base (Desk *self, gconstpointer data)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->base);
  g_autoptr (GBytes) theirs = create_copy (self, "vision", "Theirs", sha256);
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("<<<<<<< ours\n", 13);
  g_autoptr (WaymarkMerge) merge = NULL;

  g_assert_true (okr_versions_add (plan_id (self), self->base, g_get_real_time (), NULL));
  okr_lineage_extend (self->plan, (const char *const[]){ sha256, NULL });
  merge = prepare (self, theirs, rubbish, NULL);
  g_assert_nonnull (merge);
  g_assert_true (waymark_merge_has_base (merge));
  g_assert_cmpuint (waymark_merge_get_n_conflicts (merge), ==, 0);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add ("/merge/accept", Desk, NULL, set_up, test_accept, tear_down);
  g_test_add ("/merge/conflict", Desk, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/merge/find-base", Desk, NULL, set_up, test_find_base, tear_down);
  g_test_add ("/merge/edited-since", Desk, NULL, set_up, test_edited_since, tear_down);
  g_test_add ("/merge/nothing-new", Desk, NULL, set_up, test_nothing_new, tear_down);
  g_test_add ("/merge/take-back", Desk, NULL, set_up, test_take_back, tear_down);
  g_test_add ("/merge/refuse", Desk, NULL, set_up, test_refuse, tear_down);
  g_test_add ("/merge/unreadable-base", Desk, NULL, set_up, test_unreadable_base, tear_down);

  return g_test_run ();
}
