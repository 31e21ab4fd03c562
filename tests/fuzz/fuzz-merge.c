/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three documents, whatever is in them, parted by a NUL: base, ours and theirs. With fewer, the
 * last one stands for the rest. They are refused with a reason, or merge to a valid document, which
 * is the same from both ends where nothing is asked, and can be accepted and answered. Aborts where
 * that does not hold. */
#include "fuzz-load.h"

#include <string.h>

#include "okr-diff.h"
#include "okr-merge.h"
#include "okr-reader.h"
#include "okr-resolve.h"
#include "okr-writer.h"

static OkrPlan *
read_part (const guint8 **data, gsize *size)
{
  const guint8 *end = *size > 0 ? memchr (*data, 0, *size) : NULL;
  const gsize length = end != NULL ? (gsize) (end - *data) : *size;
  g_autoptr (GBytes) bytes = g_bytes_new_static (*data, length);

  if (end != NULL)
    {
      *data = end + 1;
      *size -= length + 1;
    }

  return okr_plan_new_from_bytes (bytes, NULL, NULL);
}

static OkrMergeResult *
merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  g_autoptr (GError) error = NULL;
  OkrMergeResult *result = okr_merge (base, ours, theirs, &error);

  if (result == NULL && (error == NULL || *error->message == '\0'))
    g_error ("Is refused without a reason");

  return result;
}

static void
check_valid (OkrPlan *plan)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) again = NULL;

  if (!okr_plan_verify_bytes (plan, bytes, &error))
    g_error ("Cannot be saved: %s", error->message);
  again = okr_plan_new_from_bytes (bytes, NULL, &error);
  if (again == NULL)
    g_error ("Cannot be opened again: %s", error->message);
}

static void
check_same (const char *what, OkrPlan *a, OkrPlan *b)
{
  g_autoptr (GBytes) left = okr_plan_to_bytes (a);
  g_autoptr (GBytes) right = okr_plan_to_bytes (b);

  if (!g_bytes_equal (left, right))
    g_error ("%s", what);
}

/* Whatever differs can be told, and whatever is asked can be answered. */
static void
check_words (OkrPlan *ours, OkrPlan *merged)
{
  g_autoptr (GPtrArray) differences = okr_diff (ours, merged);
  GListModel *conflicts = okr_plan_get_conflicts (merged);

  for (guint i = 0; i < differences->len; i++)
    g_free (okr_difference_to_text (differences->pdata[i]));
  for (guint i = g_list_model_get_n_items (conflicts); i > 0; i--)
    {
      g_autoptr (OkrConflict) conflict = g_list_model_get_item (conflicts, i - 1);

      g_free (okr_conflict_to_text (merged, conflict));
      if (!okr_conflict_resolve (merged, conflict, OKR_RESOLUTION_BOTH, NULL))
        okr_conflict_resolve (merged, conflict, OKR_RESOLUTION_THEIRS, NULL);
    }
  check_valid (merged);
}

static void
check_merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  g_autoptr (OkrMergeResult) result = merge (base, ours, theirs);
  g_autoptr (OkrMergeResult) other = NULL;

  if (result == NULL)
    return;

  check_valid (result->plan);
  other = merge (base, theirs, ours);
  if (other == NULL)
    g_error ("Is refused from one end only");
  if (g_list_model_get_n_items (okr_plan_get_conflicts (result->plan)) == 0)
    check_same ("Is another plan from the other end", result->plan, other->plan);
  if (!okr_plan_become (ours, result->plan, "Merge", NULL))
    g_error ("Cannot be accepted");
  check_same ("Is another plan when accepted", ours, result->plan);
  while (okr_plan_undo (ours, NULL))
    continue;
  check_words (ours, result->plan);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (OkrPlan) base = read_part (&data, &size);
  g_autoptr (OkrPlan) ours = read_part (&data, &size);
  g_autoptr (OkrPlan) theirs = read_part (&data, &size);

  if (ours != NULL && theirs != NULL)
    check_merge (base, ours, theirs);

  return 0;
}
