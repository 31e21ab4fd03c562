/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-recovery.h"

#include "okr-ancestor.h"
#include "okr-file-reader.h"
#include "okr-lineage.h"
#include "okr-merge.h"
#include "okr-reader.h"
#include "okr-versions.h"

void
waymark_recovery_free (WaymarkRecovery *self)
{
  g_clear_object (&self->draft);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, okr_draft_take_abandoned (), (GDestroyNotify) g_ptr_array_unref);
}

void
waymark_recovery_find_async (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, waymark_recovery_find_async);
  g_task_run_in_thread (task, find_in_thread);
}

GPtrArray *
waymark_recovery_find_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_recovery_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* What the file held is what both have in common only where it holds something newer now. After a
 * second crash the draft may have what is in the file in it already. */
static OkrPlan *
find_base (WaymarkRecovery *self, OkrPlan *theirs, const char *theirs_sha256)
{
  const char *const *lineage = okr_plan_get_lineage (self->plan);
  g_autofree char *sha256 =
      self->base != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->base) : NULL;
  OkrPlan *base = NULL;

  if (sha256 != NULL && (lineage == NULL || !g_strv_contains (lineage, theirs_sha256)) &&
      okr_lineage_is_newer (theirs, lineage, sha256))
    base = okr_plan_new_from_bytes (self->base, NULL, NULL);

  return base != NULL ? base : okr_ancestor_find (self->plan, NULL, theirs, theirs_sha256);
}

static gboolean
equal (GBytes *a, GBytes *b)
{
  return a != NULL && b != NULL && g_bytes_equal (a, b);
}

static gboolean
has_only_words (WaymarkRecovery *self, GBytes *theirs)
{
  GBytes *contents = okr_draft_get_contents (self->draft);

  return okr_draft_get_typed (self->draft) != NULL &&
         (equal (contents, theirs) || equal (contents, self->base));
}

/* The plan was not edited, but words were typed: they go on in what the file holds now. */
static gboolean
start_from (WaymarkRecovery *self, GBytes *theirs)
{
  g_autoptr (OkrPlan) plan = okr_plan_new_from_bytes (theirs, NULL, NULL);

  if (plan == NULL || !g_str_equal (okr_item_get_id (OKR_ITEM (plan)),
                                    okr_item_get_id (OKR_ITEM (self->plan))))
    return FALSE;

  g_set_object (&self->plan, plan);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (theirs);
  self->state = WAYMARK_RECOVERY_TYPED;

  return TRUE;
}

/* Somebody has changed the file since: the changes of both come together. Where they cannot, the
 * base stays, so that nothing is overwritten unasked. */
static void
take_in (WaymarkRecovery *self, GBytes *theirs, const char *sha256)
{
  g_autoptr (OkrPlan) plan = okr_plan_new_from_bytes (theirs, NULL, NULL);
  g_autoptr (OkrPlan) base = NULL;
  g_autoptr (OkrMergeResult) result = NULL;

  self->state = WAYMARK_RECOVERY_CHANGED;
  if (plan == NULL)
    return;

  base = find_base (self, plan, sha256);
  result = okr_merge (base, self->plan, plan, NULL);
  if (result == NULL)
    return;

  okr_versions_add (okr_item_get_id (OKR_ITEM (plan)), theirs, g_get_real_time (), NULL);
  g_set_object (&self->plan, result->plan);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (theirs);
  self->state = WAYMARK_RECOVERY_MERGED;
}

static void
compare_with_file (WaymarkRecovery *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) theirs = okr_file_read (file, &sha256, NULL, &error);

  if (theirs != NULL && has_only_words (self, theirs) && start_from (self, theirs))
    return;
  if (equal (theirs, okr_draft_get_contents (self->draft)))
    self->state = WAYMARK_RECOVERY_NEEDLESS;
  else if (equal (theirs, self->base))
    self->state = WAYMARK_RECOVERY_FRESH;
  else if (theirs != NULL)
    take_in (self, theirs, sha256);
  else if (g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND) ||
           g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_FOLDER_GONE))
    self->state = WAYMARK_RECOVERY_GONE;
  else
    self->state = WAYMARK_RECOVERY_UNREACHABLE;
}

static WaymarkRecovery *
judge (OkrDraft *draft)
{
  GBytes *contents = okr_draft_get_contents (draft);
  GBytes *base = okr_draft_get_base (draft);
  GFile *file = okr_draft_get_file (draft);
  WaymarkRecovery *self = g_new0 (WaymarkRecovery, 1);

  self->draft = g_object_ref (draft);
  self->base = base != NULL ? g_bytes_ref (base) : NULL;
  self->plan = okr_plan_new_from_bytes (contents, NULL, NULL);
  if (self->plan == NULL)
    self->state = WAYMARK_RECOVERY_DAMAGED;
  else if (equal (contents, base) && okr_draft_get_typed (draft) == NULL)
    self->state = WAYMARK_RECOVERY_NEEDLESS;
  else if (file == NULL)
    self->state = WAYMARK_RECOVERY_FRESH;
  else
    compare_with_file (self, file);

  if (self->state == WAYMARK_RECOVERY_NEEDLESS)
    okr_draft_discard (draft);
  /* What is on the screen now is nowhere saved: no step of the history leads there. */
  if (self->plan != NULL && self->state != WAYMARK_RECOVERY_TYPED)
    okr_history_mark_revision_saved (okr_plan_get_history (self->plan), G_MAXUINT64);

  return self;
}

static void
judge_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, judge (data), (GDestroyNotify) waymark_recovery_free);
}

void
waymark_recovery_judge_async (OkrDraft *draft, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OKR_IS_DRAFT (draft));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, waymark_recovery_judge_async);
  g_task_set_task_data (task, g_object_ref (draft), g_object_unref);
  g_task_run_in_thread (task, judge_in_thread);
}

WaymarkRecovery *
waymark_recovery_judge_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_recovery_judge_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
