/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-snapshot.h"

#include <string.h>

#include "okr-plan-private.h"
#include "okr-writer-private.h"

/* Looking at the clock takes longer than looking up a piece. */
#define LOOKS_PER_CLOCK 32

struct _OkrSnapshot
{
  gatomicrefcount ref_count;
  GPtrArray *parts; /* of GBytes */
};

G_DEFINE_BOXED_TYPE (OkrSnapshot, okr_snapshot, okr_snapshot_ref, okr_snapshot_unref)

static GBytes *
get_piece (OkrItem *item, gpointer data)
{
  OkrPlan *plan = data;
  GBytes *piece = g_hash_table_lookup (plan->pieces, item);

  if (piece == NULL)
    {
      piece = okr_item_to_piece (item);
      g_hash_table_insert (plan->pieces, g_object_ref (item), piece);
    }

  return piece;
}

static void
ensure_pieces (OkrPlan *plan)
{
  if (plan->pieces == NULL)
    plan->pieces
        = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_bytes_unref);
}

static gboolean
prepare_list (OkrPlan *plan, OkrList *list, gint64 deadline)
{
  for (guint i = 0; i < okr_list_get_size (list); i++)
    {
      OkrItem *item = okr_list_peek (list, i);

      if (!g_hash_table_contains (plan->pieces, item))
        get_piece (item, plan);
      else if (i % LOOKS_PER_CLOCK != 0)
        continue;
      if (g_get_monotonic_time () > deadline)
        return FALSE;
    }

  return TRUE;
}

/**
 * okr_plan_prepare_snapshot:
 * @budget: how long this may take, in microseconds
 *
 * Makes some of what okr_plan_take_snapshot() will need, so that a large plan can be written down
 * bit by bit while the user works. Call it until it returns %TRUE.
 *
 * Returns: whether nothing is missing any more
 */
gboolean
okr_plan_prepare_snapshot (OkrPlan *plan, gint64 budget)
{
  const gint64 deadline = g_get_monotonic_time () + budget;

  g_return_val_if_fail (OKR_IS_PLAN (plan), TRUE);

  ensure_pieces (plan);

  return prepare_list (plan, plan->objectives, deadline) &&
         prepare_list (plan, plan->kpis, deadline) &&
         prepare_list (plan, plan->reviews, deadline) &&
         prepare_list (plan, plan->teams, deadline) &&
         prepare_list (plan, plan->cycles, deadline);
}

/**
 * okr_plan_take_snapshot:
 *
 * Remembers what the plan says now. Quick after okr_plan_prepare_snapshot().
 *
 * Returns: (transfer full): the snapshot
 */
OkrSnapshot *
okr_plan_take_snapshot (OkrPlan *plan)
{
  OkrSnapshot *self;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  ensure_pieces (plan);
  self = g_new0 (OkrSnapshot, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->parts = okr_plan_to_parts (plan, get_piece, plan);

  return self;
}

/**
 * okr_snapshot_ref:
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): the snapshot
 */
OkrSnapshot *
okr_snapshot_ref (OkrSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * okr_snapshot_unref:
 *
 * Frees the snapshot with its last reference; may be called in any thread.
 */
void
okr_snapshot_unref (OkrSnapshot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * okr_snapshot_to_bytes:
 *
 * Writes the document; the same bytes that okr_plan_to_bytes() gave at that moment. May be called
 * in any thread.
 *
 * Returns: (transfer full): the document
 */
GBytes *
okr_snapshot_to_bytes (OkrSnapshot *self)
{
  gsize size = 0;
  guint8 *text;
  guint8 *end;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    size += g_bytes_get_size (g_ptr_array_index (self->parts, i));
  end = text = g_malloc (size);
  for (guint i = 0; i < self->parts->len; i++)
    {
      gsize length;
      const void *part = g_bytes_get_data (g_ptr_array_index (self->parts, i), &length);

      memcpy (end, part, length);
      end += length;
    }

  return g_bytes_new_take (text, size);
}
