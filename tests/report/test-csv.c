/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "okr-csv.h"
#include "okr-import.h"
#include "test-plans.h"

static char *
to_csv (OkrPlan *plan)
{
  g_autoptr (GBytes) bytes = okr_csv_from_plan (plan, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static OkrImportResult *
import (OkrPlan *plan, GBytes *bytes, OkrImportFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrImport) import = NULL;
  OkrImportResult *result;
  OkrTable *table = okr_table_new (bytes, NULL, 0, &error);

  g_assert_no_error (error);
  import = okr_import_new (table);
  result = okr_import_run (import, plan, NULL, NULL, flags, NULL, &error);
  g_assert_no_error (error);

  return result;
}

static void
assert_no_problems (const OkrImportResult *result)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const OkrImportProblem *problem = result->problems->pdata[i];

      g_test_message ("row %u, %s: %s", problem->row, problem->column, problem->message);
    }
  g_assert_cmpuint (result->problems->len, ==, 0);
}

/* What is exported says the same when it is imported into nothing. */
static void
test_round_trip (void)
{
  g_autoptr (GBytes) document = test_load_example ();
  OkrPlan *plan = test_plan_from_bytes (document);
  OkrPlan *copy = okr_plan_new ();
  g_autoptr (GBytes) bytes = okr_csv_from_plan (plan, NULL);
  g_autoptr (OkrImportResult) result = import (copy, bytes, OKR_IMPORT_NONE);
  g_autofree char *before = to_csv (plan);
  g_autofree char *after = to_csv (copy);
  GListModel *objectives = okr_plan_get_objectives (plan);

  assert_no_problems (result);
  g_assert_true (result->is_done);
  g_assert_cmpuint (result->n_objectives, ==, g_list_model_get_n_items (objectives));
  g_assert_cmpuint (result->n_changed, ==, 0);
  test_assert_same_text (after, before);

  test_finalize (plan);
  test_finalize (copy);
}

/* The table of a plan says nothing new to the same plan. */
static void
test_same (void)
{
  g_autoptr (GBytes) document = test_load_example ();
  OkrPlan *plan = test_plan_from_bytes (document);
  g_autoptr (GBytes) bytes = okr_csv_from_plan (plan, NULL);
  g_autoptr (OkrImportResult) result = import (plan, bytes, OKR_IMPORT_NONE);
  g_autofree char *text = test_plan_to_text (plan);

  assert_no_problems (result);
  g_assert_cmpuint (result->n_changed, ==, 0);
  g_assert_cmpuint (result->n_check_ins, ==, 0);
  test_assert_same_text (text, g_bytes_get_data (document, NULL));
  test_assert_labels (plan, NULL, NULL);
  test_finalize (plan);
}

/* The log of a plan, too. */
static void
test_same_log (void)
{
  g_autoptr (GBytes) document = test_load_example ();
  OkrPlan *plan = test_plan_from_bytes (document);
  g_autoptr (GBytes) bytes = okr_csv_from_check_ins (plan, NULL);
  g_autoptr (OkrImportResult) result = import (plan, bytes, OKR_IMPORT_NONE);

  assert_no_problems (result);
  g_assert_cmpuint (result->n_check_ins, ==, 0);
  g_assert_cmpuint (result->n_same, >, 10);
  test_finalize (plan);
}

/* One import is one step, and a dry one is none. */
static void
test_undo (void)
{
  OkrPlan *plan = test_small_plan ();
  g_autofree char *before = test_plan_to_text (plan);
  g_autoptr (GBytes) bytes =
      g_bytes_new_static ("Objective,Key Result,Target\nNew,One,5\nNew,Two,6\n", 48);
  OkrImportResult *result;
  g_autofree char *dry = NULL;
  g_autofree char *after = NULL;

  result = import (plan, bytes, OKR_IMPORT_DRY_RUN);
  g_assert_cmpuint (result->n_key_results, ==, 2);
  g_assert_false (result->is_done);
  okr_import_result_free (result);
  dry = test_plan_to_text (plan);
  test_assert_same_text (dry, before);
  test_assert_labels (plan, NULL, NULL);

  result = import (plan, bytes, OKR_IMPORT_NONE);
  g_assert_true (result->is_done);
  okr_import_result_free (result);
  test_assert_labels (plan, "Import", NULL);
  g_assert_true (okr_plan_undo (plan, NULL));
  after = test_plan_to_text (plan);
  test_assert_same_text (after, before);
  test_finalize (plan);
}

/* A text that a spreadsheet would compute stays a text, here and there. */
static void
test_formulas (void)
{
  static const char *const titles[] = { "=1+1",      "+1",      "-1",
                                        "@sum",      "'quoted", "\"Hi\", he said",
                                        "two\nlines" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      OkrPlan *plan = test_small_plan ();
      OkrPlan *copy = test_small_plan ();
      g_autoptr (GBytes) bytes = NULL;
      OkrImportResult *result;

      g_assert_true (okr_edit_set_text (plan, test_find (plan, "k1"), "owner", titles[i], NULL));
      bytes = okr_csv_from_plan (plan, NULL);
      g_assert_null (
          g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), ",="));
      result = import (copy, bytes, OKR_IMPORT_NONE);
      assert_no_problems (result);
      okr_import_result_free (result);
      if (strchr (titles[i], '\n') == NULL)
        test_assert_field (copy, "k1", "owner", titles[i]);
      test_finalize (plan);
      test_finalize (copy);
    }
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/same", test_same);
  g_test_add_func ("/csv/same-log", test_same_log);
  g_test_add_func ("/csv/undo", test_undo);
  g_test_add_func ("/csv/formulas", test_formulas);

  return g_test_run ();
}
