/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "okr-cell-list.h"
#include "okr-csv.h"
#include "okr-import.h"
#include "okr-number.h"
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

/* Whether a note, or a problem, of that row has such words. */
static gboolean
is_told (const OkrImportResult *result, guint row, const char *words)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const OkrImportProblem *problem = result->problems->pdata[i];

      if (problem->row == row && strstr (problem->message, words) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < result->notes->len; i++)
    {
      const OkrImportNote *note = result->notes->pdata[i];

      if (note->row == row && strstr (note->message, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What is told of a second table into the plan of the first, and how much of it comes. */
static void
test_told (void)
{
  static const char items[] = "Objective,Key Result,Unit,Start,Target,Quarter\n"
                              "Grow,Share,%,0,100,Q1 2025\n";
  static const struct
  {
    const char *table;
    guint row;
    const char *words; /* NULL: nothing has to be told */
    guint n_problems;
    guint n_key_results;
    guint n_objectives;
  } cases[] = {
    { "Type,Title,Parent,Target\nKR,Deals,grow,5\n", 0, NULL, 0, 1, 0 },
    { "Type,Title,Parent,Target\nKR,Deals,Grwo,5\n", 2, "no objective of the plan", 1, 0, 0 },
    { "Type,Title,Parent,Target\nKR,Deals,Share,5\n", 2, "under a key result", 1, 0, 0 },
    { "Objective,Key Result,Target\nGrow,Deals,5\n", 0, NULL, 0, 1, 0 },
    { "Year,Quarter,Objective\n2027,Q1,Hire\n", 0, NULL, 0, 0, 1 },
    { "Year,Objective\n2027,Hire\n", 2, "is a cycle of its own", 0, 0, 1 },
    { "Year,Quarter,Objective\n2027,Q1 2028,Hire\n", 2, "is not the year of", 1, 0, 1 },
    { "Quarter,Objective\nQ1,Hire\n", 2, "of which year", 1, 0, 1 },
    { "ID,Title,Parent,Target\n17,Hire,,\n18,Devs,17,5\n", 2, "of another program", 0, 1, 1 },
    { "Objective,Team,Team Lead\nHire,-,Bo\n", 2, "This is about a team", 1, 0, 1 },
    { "Objective,Cycle Start\nHire,2027-01-01\n", 2, "This is about a cycle", 1, 0, 1 },
    { "Objective,Team\nHire,n/a\n", 2, "is read as an empty cell", 0, 0, 1 },
    { "Objective,Key Result,Target,Weight\nA,B,1,50 %\nA,C,1,0.25\n", 2, "is read as 0.5", 0, 2,
      1 },
    { "Objective,Key Result,Target,Weight\nA,B,1,50 %\nA,C,1,0.25\nA,D,1,25\n", 3,
      "no percent sign", 1, 2, 1 },
    { "Objective,Key Result,Target,Due\nA,B,1,Mar 2027\n", 2, "the last day of the month", 0, 1,
      1 },
    { "Date,Key Result,Value\n2025-02-01,Share,0.35\n", 2, "a fraction of 1", 1, 0, 0 },
    { "Date,Key Result,Value\n2025-02-01,Share,0.35\n2025-02-02,Share,36\n", 0, NULL, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrPlan *plan = okr_plan_new ();
      g_autoptr (GBytes) first = g_bytes_new_static (items, sizeof items - 1);
      g_autoptr (GBytes) second = g_bytes_new_static (cases[i].table, strlen (cases[i].table));
      g_autoptr (OkrImportResult) before = import (plan, first, OKR_IMPORT_NONE);
      g_autoptr (OkrImportResult) result = import (plan, second, OKR_IMPORT_DRY_RUN);

      g_test_message ("%s", cases[i].table);
      assert_no_problems (before);
      g_assert_true (cases[i].words == NULL || is_told (result, cases[i].row, cases[i].words));
      g_assert_cmpuint (result->problems->len, ==, cases[i].n_problems);
      if (cases[i].n_problems == 0)
        {
          g_assert_cmpuint (result->n_key_results, ==, cases[i].n_key_results);
          g_assert_cmpuint (result->n_objectives, ==, cases[i].n_objectives);
        }
      test_finalize (plan);
    }
}

/* A text that a spreadsheet would compute stays a text, here and there. */
static void
test_formulas (void)
{
  static const char *const titles[] = {
    "=1+1", "+1", "-1", "@sum", "'quoted", "＝1", "\"Hi\", he said", "two\nlines"
  };

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

static void
test_milestones (void)
{
  static const struct
  {
    const char *line;
    const char *title; /* NULL: there is none */
    int box;           /* -1 for none, else whether it is ticked */
    const char *done;
    double weight;
  } cases[] = {
    { "[x] Signed (2027-01-20, weight 2)", "Signed", 1, "2027-01-20", 2 },
    { "[ ] Signed (weight 0.5)", "Signed", 0, "", 0.5 },
    { "[X] Signed (weight 0,5; 20.1.2027)", "Signed", 1, "2027-01-20", 0.5 },
    { "[x] Signed (Gewicht 3)", "Signed", 1, "", 3 },
    { "[]Signed", "Signed", 0, "", NAN },
    { "☑ Signed", "Signed", 1, "", NAN },
    { "- [ ] Signed", "Signed", 0, "", NAN },
    { "• Signed", "Signed", -1, "", NAN },
    { "Signed", "Signed", -1, "", NAN },
    { "[ ] - Signed", "- Signed", 0, "", NAN },
    { "[ ] [x] Signed", "[x] Signed", 0, "", NAN },
    { "[ ] Signed (by all)", "Signed (by all)", 0, "", NAN },
    { "[ ] Signed (2027-02-30)", "Signed (2027-02-30)", 0, "", NAN },
    { "[ ] Signed (2027-01-20) (weight 1)", "Signed (2027-01-20)", 0, "", 1 },
    { "[x] (2027-01-20)", "", 1, "2027-01-20", NAN },
    { "[ ] (weight 3)", "", 0, "", 3 },
    { "(weight 3)", "(weight 3)", -1, "", NAN },
    { "[x]", NULL, 1, "", NAN },
    { "[x] Release (3.2.1)", "Release (3.2.1)", 1, "", NAN },
    { "[ ] Release (1.2.27)", "Release (1.2.27)", 0, "", NAN },
    { "[x] Release (3. 2. 2027)", "Release", 1, "2027-02-03", NAN },
    { "[x] Release (3 February 2027)", "Release", 1, "2027-02-03", NAN },
    { "[x] Release (3.2.2027 planned)", "Release (3.2.2027 planned)", 1, "", NAN },
    { "[x] Release (3/16/2027)", "Release (3/16/2027)", 1, "", NAN },
    { "  ", NULL, -1, "", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = okr_cell_parse_milestones (cases[i].line, OKR_IMPORT_DATES_DMY);
      const OkrCellMilestone *read;
      g_autofree char *done = NULL;

      g_test_message ("%s", cases[i].line);
      g_assert_cmpuint (found->len, ==, cases[i].title != NULL ? 1 : 0);
      if (found->len == 0)
        continue;
      read = found->pdata[0];
      done = okr_day_to_iso (read->done);
      g_assert_cmpstr (read->title, ==, cases[i].title);
      g_assert_cmpint (read->has_box ? read->is_done : -1, ==, cases[i].box);
      g_assert_cmpstr (done, ==, cases[i].done);
      g_assert_true (isnan (cases[i].weight) ? isnan (read->weight)
                                             : okr_number_equal (read->weight, cases[i].weight));
    }
}

static void
test_tags (void)
{
  static const struct
  {
    const char *cell;
    const char *tags;    /* with bars between them */
    const char *written; /* NULL: the same */
  } cases[] = {
    { "retail, north", "retail|north", NULL },
    { "retail;north ; ,", "retail|north", "retail, north" },
    { "\"a, b\", c", "a, b|c", NULL },
    { "\"\"\"q\"\"\"", "\"q\"", NULL },
    { "5\" screen", "5\" screen", NULL },
    { "\"open, b", "\"open|b", "\"\"\"open\", b" },
    { "\"a\"b", "\"a\"b", "\"\"\"a\"\"b\"" },
    { "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) tags = okr_cell_parse_tags (cases[i].cell);
      g_autofree char *joined = g_strjoinv ("|", tags);
      g_autofree char *written = okr_cell_from_tags ((const char *const *) tags);

      g_assert_cmpstr (joined, ==, cases[i].tags);
      g_assert_cmpstr (written, ==, cases[i].written != NULL ? cases[i].written : cases[i].cell);
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
  g_test_add_func ("/csv/told", test_told);
  g_test_add_func ("/csv/formulas", test_formulas);
  g_test_add_func ("/csv/milestones", test_milestones);
  g_test_add_func ("/csv/tags", test_tags);

  return g_test_run ();
}
