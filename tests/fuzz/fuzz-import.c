/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a table: refused with a reason, or taken over into a plan that can be written, and
 * taken back without a trace. Aborts where a problem has no message, or the plan is another one
 * after a dry run or after undo. */
#include "fuzz-load.h"

#include "okr-import.h"
#include "okr-reader.h"
#include "okr-writer.h"

static OkrImportResult *
import (OkrImport *table, OkrPlan *plan, OkrImportFlags flags)
{
  g_autoptr (GError) error = NULL;
  OkrImportResult *result = okr_import_run (table, plan, NULL, NULL, flags, NULL, &error);

  if (result == NULL)
    {
      if (error == NULL || *error->message == '\0')
        g_error ("Is refused without a reason");
      return NULL;
    }
  for (guint i = 0; i < result->problems->len; i++)
    {
      const OkrImportProblem *problem = result->problems->pdata[i];

      if (*problem->message == '\0' || problem->row == 0)
        g_error ("A problem without a place or a reason");
    }

  return result;
}

static void
assert_same (OkrPlan *plan, GBytes *before, const char *after_what)
{
  g_autoptr (GBytes) now = okr_plan_to_bytes (plan);

  if (!g_bytes_equal (before, now))
    g_error ("The plan is another one after %s", after_what);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  OkrTable *rows = okr_table_new (bytes, NULL, 0, &error);
  g_autoptr (OkrImport) table = NULL;
  g_autoptr (OkrPlan) plan = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (OkrImportResult) dry = NULL;
  g_autoptr (OkrImportResult) result = NULL;

  if (rows == NULL)
    {
      if (error == NULL || *error->message == '\0')
        g_error ("Is refused without a reason");
      return 0;
    }

  table = okr_import_new (rows);
  plan = okr_plan_new ();
  before = okr_plan_to_bytes (plan);
  dry = import (table, plan, OKR_IMPORT_DRY_RUN | OKR_IMPORT_SKIP_PROBLEMS);
  assert_same (plan, before, "a dry run");
  result = import (table, plan, OKR_IMPORT_SKIP_PROBLEMS);
  if (result == NULL)
    return 0;
  if (!result->is_done || dry->n_left_out != result->n_left_out ||
      dry->items->len != result->items->len)
    g_error ("What can be imported was not");

  after = okr_plan_to_bytes (plan);
  if (!okr_plan_verify_bytes (plan, after, &error))
    g_error ("What was imported cannot be written: %s", error->message);
  while (okr_plan_undo (plan, NULL))
    continue;
  assert_same (plan, before, "undo");

  return 0;
}
