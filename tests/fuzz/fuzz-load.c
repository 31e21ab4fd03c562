/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever bytes a file holds: they are refused with a reason, or open, save, and open as the same.
 * Aborts where that does not hold. */
#include "fuzz-load.h"

#include "okr-edit.h"
#include "okr-reader.h"
#include "okr-writer.h"

static void
check_saved (OkrPlan *plan, GBytes *saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) again = NULL;
  g_autoptr (GBytes) saved_again = NULL;

  if (!okr_plan_verify_bytes (plan, saved, &error))
    g_error ("Cannot be saved: %s", error->message);

  again = okr_plan_new_from_bytes (saved, NULL, &error);
  if (again == NULL)
    g_error ("Cannot be opened again: %s", error->message);
  if (!okr_item_equal (OKR_ITEM (plan), OKR_ITEM (again)))
    g_error ("Is another plan when opened again");

  saved_again = okr_plan_to_bytes (again);
  if (!g_bytes_equal (saved, saved_again))
    g_error ("Is written in another way the second time");
}

/* Deleting walks over all that a document may link in odd ways. */
static void
check_edits (OkrPlan *plan, GBytes *saved)
{
  GListModel *objectives = okr_plan_get_objectives (plan);
  g_autoptr (OkrItem) first = g_list_model_get_item (objectives, 0);
  g_autoptr (GBytes) restored = NULL;

  if (first == NULL || okr_plan_get_read_only_reason (plan) != NULL)
    return;

  okr_edit_duplicate (plan, first, NULL);
  okr_edit_delete (plan, first, NULL);
  while (okr_plan_undo (plan, NULL))
    continue;
  restored = okr_plan_to_bytes (plan);
  if (!g_bytes_equal (saved, restored))
    g_error ("Is another plan after undoing");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) plan = okr_plan_new_from_bytes (bytes, NULL, &error);
  g_autoptr (GBytes) saved = NULL;

  if (plan == NULL)
    {
      if (error == NULL || *error->message == '\0' ||
          !g_utf8_validate (error->message, -1, NULL))
        g_error ("Is refused without a reason");
      return 0;
    }

  saved = okr_plan_to_bytes (plan);
  check_saved (plan, saved);
  check_edits (plan, saved);

  return 0;
}
