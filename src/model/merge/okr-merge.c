/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings two edited copies of a plan together. */
#include "config.h"

#include "okr-merge.h"

#include <glib/gi18n-lib.h>

#include "okr-item-name.h"
#include "okr-item-private.h"
#include "okr-merge-private.h"
#include "okr-plan-private.h"
#include "okr-writer.h"

static OkrItem *
find_in (OkrPlan *plan, const char *id)
{
  return plan != NULL ? okr_plan_find (plan, id) : NULL;
}

OkrTriple
okr_merger_find (OkrMerger *self, const char *id)
{
  return (OkrTriple){ find_in (self->base, id), find_in (self->ours, id),
                      find_in (self->theirs, id) };
}

static char *
describe_notice (OkrMergeNoticeType type, const char *name)
{
  switch (type)
    {
    case OKR_MERGE_NOTICE_RETRACTED:
      /* Translators: what a check-in is called, such as "Check-in of 4 January 2027: Sales" */
      return g_strdup_printf (_ ("“%s” was removed in one copy. It stays in the log, retracted."),
                              name);
    case OKR_MERGE_NOTICE_KEPT:
      /* Translators: what a reading is called, such as "Reading of 4 January 2027: Speed" */
      return g_strdup_printf (_ ("“%s” was removed in one copy. It was kept: a merge drops no "
                                 "reading."),
                              name);
    case OKR_MERGE_NOTICE_LOOP:
      /* Translators: the title of an objective or the name of a team */
      return g_strdup_printf (_ ("“%s” was moved so that, with what the other copy moved, it would "
                                 "stand below itself. That move was undone."),
                              name);
    case OKR_MERGE_NOTICE_RESTORED:
    default:
      /* Translators: the title of an item */
      return g_strdup_printf (_ ("“%s” was deleted in one copy and changed in the other. It came "
                                 "back."),
                              name);
    }
}

void
okr_merger_notify (OkrMerger *self, OkrMergeNoticeType type, OkrItem *item)
{
  OkrMergeNotice *notice = g_new0 (OkrMergeNotice, 1);
  g_autofree char *name = okr_item_dup_name (item);

  notice->type = type;
  notice->id = g_strdup (okr_item_get_id (item));
  notice->message = describe_notice (type, name);
  g_ptr_array_add (self->notices, notice);
}

static void
free_notice (gpointer data)
{
  OkrMergeNotice *notice = data;

  g_free (notice->id);
  g_free (notice->message);
  g_free (notice);
}

static void
init (OkrMerger *self, OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  *self = (OkrMerger){ .base = base, .ours = ours, .theirs = theirs };
  self->homes = g_hash_table_new (g_str_hash, g_str_equal);
  self->whole = g_hash_table_new (g_str_hash, g_str_equal);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->touched = g_hash_table_new (NULL, NULL);
  self->disputes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) okr_dispute_free);
  self->open_base = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open_ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open_theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notices = g_ptr_array_new_with_free_func (free_notice);
  okr_merger_index_conflicts (self);
}

static void
clear (OkrMerger *self)
{
  g_clear_pointer (&self->homes, g_hash_table_unref);
  g_clear_pointer (&self->whole, g_hash_table_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->disputes, g_hash_table_unref);
  g_clear_pointer (&self->open_base, g_hash_table_unref);
  g_clear_pointer (&self->open_ours, g_hash_table_unref);
  g_clear_pointer (&self->open_theirs, g_hash_table_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_object (&self->plan);
}

static gboolean
check_plan (OkrPlan *plan, OkrPlan *ours, GError **error)
{
  const char *reason = okr_plan_get_read_only_reason (plan);

  if (!g_str_equal (okr_item_get_id (OKR_ITEM (plan)), okr_item_get_id (OKR_ITEM (ours))))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN,
                   /* Translators: the titles of two plans */
                   _ ("“%s” and “%s” are different plans, not copies of one. Only copies can be "
                      "merged."),
                   okr_item_get_title (OKR_ITEM (ours)), okr_item_get_title (OKR_ITEM (plan)));
      return FALSE;
    }
  if (reason != NULL)
    {
      g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_TOO_NEW, reason);
      return FALSE;
    }

  return TRUE;
}

static OkrItem *
make_item (OkrMerger *self, const char *id)
{
  const OkrTriple triple = okr_merger_find (self, id);
  OkrItem *like = triple.ours != NULL ? triple.ours : triple.theirs;
  OkrItem *item;

  if (g_hash_table_contains (self->whole, id))
    return okr_item_copy (like);

  item = okr_item_new (G_OBJECT_TYPE (like), id);
  okr_merger_merge_fields (self, item, &triple);
  okr_merger_merge_unknown (self, item, &triple);

  return item;
}

static void
build (OkrMerger *self)
{
  GHashTableIter iter;
  gpointer id;

  self->plan = OKR_PLAN (make_item (self, okr_item_get_id (OKR_ITEM (self->ours))));
  g_hash_table_iter_init (&iter, self->homes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (self->made, id, make_item (self, id));

  okr_merger_fill (self, OKR_ITEM (self->plan));
  okr_plan_index_inside (self->plan, OKR_ITEM (self->plan));
  okr_merger_undo_loops (self);
  okr_merger_write_conflicts (self);
  okr_plan_compute_read (self->plan);
}

static gboolean
same_bytes (OkrPlan *a, OkrPlan *b)
{
  g_autoptr (GBytes) left = NULL;
  g_autoptr (GBytes) right = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  if (a == b)
    return TRUE;
  if (okr_plan_get_n_indexed (a) != okr_plan_get_n_indexed (b) ||
      !okr_item_equal (OKR_ITEM (a), OKR_ITEM (b)))
    return FALSE;

  left = okr_plan_to_bytes (a);
  right = okr_plan_to_bytes (b);

  return g_bytes_equal (left, right);
}

/* Where only one copy was edited there is nothing to decide. */
static OkrPlan *
take_only_edited (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  if (same_bytes (theirs, base) || same_bytes (ours, theirs))
    return okr_plan_copy (ours);
  if (same_bytes (ours, base))
    return okr_plan_copy (theirs);

  return NULL;
}

static OkrMergeResult *
create_result (OkrPlan *plan, GPtrArray *notices)
{
  OkrMergeResult *result = g_new0 (OkrMergeResult, 1);

  result->plan = plan;
  result->notices = notices;

  return result;
}

OkrMergeResult *
okr_merge_in_full (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs, GError **error)
{
  OkrMerger self;
  OkrMergeResult *result = NULL;

  init (&self, base, ours, theirs);
  if (okr_merger_decide (&self, error))
    {
      build (&self);
      result = create_result (g_steal_pointer (&self.plan), g_steal_pointer (&self.notices));
    }
  clear (&self);

  return result;
}

/**
 * okr_merge:
 * @base: (nullable): the plan that both copies started from; %NULL when nobody knows it: then what
 *   either copy has is in the result, and each field that differs becomes a question
 * @ours: one copy; it wins until somebody answers the open questions
 * @theirs: the other copy
 * @error: return location for an error: %OKR_MODEL_ERROR_OTHER_PLAN, %OKR_MODEL_ERROR_TOO_NEW, or
 *   %OKR_MODEL_ERROR_ID where two copies use one id for different kinds of items
 *
 * Brings two edited copies of a plan together, field by field and item by item. Same plans give the
 * same bytes, whatever the day and the machine; where no question is open, also when @ours and
 * @theirs change places. No plan is changed; okr_plan_become() makes the result an edit of ours.
 *
 * Returns: (transfer full) (nullable): the result
 */
OkrMergeResult *
okr_merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs, GError **error)
{
  OkrPlan *only;

  g_return_val_if_fail (base == NULL || OKR_IS_PLAN (base), NULL);
  g_return_val_if_fail (OKR_IS_PLAN (ours) && OKR_IS_PLAN (theirs), NULL);

  if (!check_plan (ours, ours, error) || !check_plan (theirs, ours, error) ||
      (base != NULL && !check_plan (base, ours, error)))
    return NULL;

  only = take_only_edited (base, ours, theirs);
  if (only != NULL)
    return create_result (only, g_ptr_array_new_with_free_func (free_notice));

  return okr_merge_in_full (base, ours, theirs, error);
}

/**
 * okr_merge_result_free:
 *
 * Frees the result and drops its plan.
 */
void
okr_merge_result_free (OkrMergeResult *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_free (self);
}
