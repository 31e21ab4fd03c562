/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-merge.h"

#include <glib/gi18n.h>

#include "okr-ancestor.h"
#include "okr-lineage.h"
#include "okr-reader.h"
#include "okr-snapshot.h"
#include "waymark-version-keeper.h"

struct _WaymarkMerge
{
  GObject parent_instance;

  WaymarkSession *session;
  OkrPlan *plan; /* the session's, at that revision */
  guint64 revision;

  /* What the thread starts from. */
  OkrSnapshot *snapshot;
  GBytes *theirs;
  GBytes *base;

  /* What it finds. */
  OkrPlan *ours; /* the differences name its items */
  OkrMergeResult *result;
  GPtrArray *differences;
  char *theirs_sha256;
  gboolean has_base;
  gboolean is_theirs;
  gboolean is_theirs_old;
};

G_DEFINE_FINAL_TYPE (WaymarkMerge, waymark_merge, G_TYPE_OBJECT)

static void
waymark_merge_finalize (GObject *object)
{
  WaymarkMerge *self = WAYMARK_MERGE (object);

  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->result, okr_merge_result_free);
  g_clear_pointer (&self->snapshot, okr_snapshot_unref);
  g_clear_pointer (&self->theirs, g_bytes_unref);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->theirs_sha256, g_free);
  g_clear_object (&self->ours);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_merge_parent_class)->finalize (object);
}

static void
waymark_merge_class_init (WaymarkMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_merge_finalize;
}

static void
waymark_merge_init (WaymarkMerge *self)
{
}

/* What was recovered may start from a file in which git has left its markers: that is no base. */
static OkrPlan *
find_base (WaymarkMerge *self, OkrPlan *theirs)
{
  OkrPlan *base = self->base != NULL ? okr_plan_new_from_bytes (self->base, NULL, NULL) : NULL;

  return base != NULL ? base : okr_ancestor_find (self->ours, NULL, theirs, self->theirs_sha256);
}

static gboolean
says_the_same (OkrPlan *a, OkrPlan *b)
{
  g_autoptr (GPtrArray) differences = okr_diff (a, b);

  return differences->len == 0;
}

static gboolean
prepare (WaymarkMerge *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = okr_snapshot_to_bytes (self->snapshot);
  g_autoptr (OkrPlan) theirs = NULL;
  g_autoptr (OkrPlan) base = NULL;

  self->theirs_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->theirs);
  theirs = okr_plan_new_from_bytes (self->theirs, cancellable, error);
  if (theirs != NULL)
    self->ours = okr_plan_new_from_bytes (bytes, cancellable, error);
  if (self->ours == NULL)
    return FALSE;

  base = find_base (self, theirs);
  self->has_base = base != NULL;
  self->result = okr_merge (base, self->ours, theirs, error);
  if (self->result == NULL)
    return FALSE;
  self->differences = okr_diff (self->ours, self->result->plan);
  self->is_theirs = says_the_same (theirs, self->result->plan);
  self->is_theirs_old =
      self->base != NULL && self->differences->len == 0 && says_the_same (base, theirs);

  return TRUE;
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (prepare (data, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (data), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
waymark_merge_prepare_async (WaymarkSession *session, GBytes *theirs, GBytes *base,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  WaymarkMerge *self;
  OkrPlan *plan;

  g_return_if_fail (WAYMARK_IS_SESSION (session) && theirs != NULL);

  plan = waymark_session_get_plan (session);
  g_return_if_fail (plan != NULL);

  self = g_object_new (WAYMARK_TYPE_MERGE, NULL);
  self->session = g_object_ref (session);
  self->plan = g_object_ref (plan);
  self->revision = okr_history_get_revision (okr_plan_get_history (plan));
  self->snapshot = okr_plan_take_snapshot (plan);
  self->theirs = g_bytes_ref (theirs);
  self->base = base != NULL ? g_bytes_ref (base) : NULL;

  /* Not the task's source: its last reference may go in the thread. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, waymark_merge_prepare_async);
  g_task_set_task_data (task, self, g_object_unref);
  waymark_version_keeper_run (task, prepare_in_thread); /* it looks for the base there */
}

WaymarkMerge *
waymark_merge_prepare_finish (GAsyncResult *result, GError **error)
{
  WaymarkMerge *self;

  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_merge_prepare_async), NULL);

  self = g_task_propagate_pointer (G_TASK (result), error);
  g_task_set_task_data (G_TASK (result), NULL, NULL); /* here, not with the task in its thread */

  return self;
}

OkrPlan *
waymark_merge_get_plan (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), NULL);

  return self->result->plan;
}

GPtrArray *
waymark_merge_get_differences (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), NULL);

  return self->differences;
}

GPtrArray *
waymark_merge_get_notices (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), NULL);

  return self->result->notices;
}

guint
waymark_merge_get_n_conflicts (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), 0);

  return g_list_model_get_n_items (okr_plan_get_conflicts (self->result->plan));
}

gboolean
waymark_merge_has_base (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), FALSE);

  return self->has_base;
}

gboolean
waymark_merge_is_theirs (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), FALSE);

  return self->is_theirs;
}

gboolean
waymark_merge_is_theirs_old (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), FALSE);

  return self->is_theirs_old;
}

const char *
waymark_merge_get_theirs_sha256 (WaymarkMerge *self)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), NULL);

  return self->theirs_sha256;
}

static gboolean
check_current (WaymarkMerge *self, GError **error)
{
  OkrHistory *history = okr_plan_get_history (self->plan);

  if (waymark_session_get_plan (self->session) == self->plan &&
      okr_history_get_revision (history) == self->revision)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                       _ ("The plan was edited while the merge was open. Merge again."));
  return FALSE;
}

gboolean
waymark_merge_accept (WaymarkMerge *self, GError **error)
{
  const char *const sha256s[] = { self->theirs_sha256, NULL };

  g_return_val_if_fail (WAYMARK_IS_MERGE (self), FALSE);

  if (!check_current (self, error))
    return FALSE;

  /* Part of the step: whoever takes the merge back does not descend from the other copy. Else what
   * that says would look like something that was deleted here, and the next merge would drop it. */
  okr_lineage_extend (self->result->plan, sha256s);
  /* Translators: the name of a step that can be taken back */
  if (!okr_plan_become (self->plan, self->result->plan, _ ("Merge"), error))
    return FALSE;
  /* The next merge may start from what was merged now; and whoever takes this merge back, and whose
   * copy is in the wastebasket then, finds it among the versions. */
  waymark_version_keeper_add_async (okr_item_get_id (OKR_ITEM (self->plan)), self->theirs, NULL,
                                    NULL);

  return TRUE;
}

gboolean
waymark_merge_accept_news (WaymarkMerge *self, GError **error)
{
  g_return_val_if_fail (WAYMARK_IS_MERGE (self), FALSE);

  if (self->differences->len == 0)
    return check_current (self, error);

  return waymark_merge_accept (self, error);
}
