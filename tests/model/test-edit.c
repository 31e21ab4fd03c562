/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person means by an edit, and what is refused. */
#include <math.h>

#include "test-plans.h"

typedef struct
{
  const char *id;
  const char *path;
  const char *text;
  OkrModelError code;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "o1", "weight", "-1", OKR_MODEL_ERROR_VALUE, "“weight” needs a number from 0 to 1000000." },
  { "o1", "weight", "inf", OKR_MODEL_ERROR_VALUE,
    "“weight” needs a number such as 12.5, not “inf”." },
  { "o1", "weight", "much", OKR_MODEL_ERROR_VALUE,
    "“weight” needs a number such as 12.5, not “much”." },
  { "o1", "state", "ready", OKR_MODEL_ERROR_VALUE,
    "“state” cannot be “ready”. It is one of: draft, active, paused, done, dropped." },
  { "o1", "cycle", "c9", OKR_MODEL_ERROR_UNKNOWN_ITEM,
    "Cycle: nothing of this kind has the id “c9”." },
  { "o1", "cycle", "t1", OKR_MODEL_ERROR_UNKNOWN_ITEM,
    "Cycle: nothing of this kind has the id “t1”." },
  { "o1", "contributesTo", "o9", OKR_MODEL_ERROR_UNKNOWN_ITEM,
    "No objective or key result has the id “o9”." },
  { "o1", "contributesTo", "o1", OKR_MODEL_ERROR_LOOP,
    "“Grow” cannot contribute to “Grow”, because that already contributes to it." },
  { "o1", "contributesTo", "o2", OKR_MODEL_ERROR_LOOP,
    "“Grow” cannot contribute to “Ship”, because that already contributes to it." },
  { "o1", "contributesTo", "k3", OKR_MODEL_ERROR_LOOP,
    "“Grow” cannot contribute to “Steps”, because that already contributes to it." },
  { "t1", "parent", "t3", OKR_MODEL_ERROR_LOOP,
    "“Company” cannot be part of “Shop”, because that is part of it." },
  { "t1", "parent", "t1", OKR_MODEL_ERROR_LOOP,
    "“Company” cannot be part of “Company”, because that is part of it." },
  { "c1", "start", "2027-02-30", OKR_MODEL_ERROR_VALUE,
    "“start” needs a date that exists, such as 2027-01-15, not “2027-02-30”." },
  { "c1", "start", "", OKR_MODEL_ERROR_VALUE,
    "“start” needs a date that exists and cannot be empty." },
  { "r1", "value", "", OKR_MODEL_ERROR_VALUE, "“value” needs a number and cannot be empty." },
  { "n1", "confidence", "11", OKR_MODEL_ERROR_VALUE, "“confidence” needs a number from 0 to 10." },
  { "n1", "confidence", "-1", OKR_MODEL_ERROR_VALUE, "“confidence” needs a number from 0 to 10." },
  { "n1", "confidence", "5.5", OKR_MODEL_ERROR_VALUE,
    "“confidence” needs a whole number, not “5.5”." },
  { "n1", "created", "yesterday", OKR_MODEL_ERROR_VALUE,
    "“created” needs a time in UTC such as 2027-01-15T09:30:00Z, not “yesterday”." },
  { "n1", "retracted", "maybe", OKR_MODEL_ERROR_VALUE,
    "“retracted” is either true or false, not “maybe”." },
  { "k1", "colour", "red", OKR_MODEL_ERROR_UNKNOWN_FIELD,
    "Key result: there is no field “colour” that can be set." },
  { "k1", "id", "k9", OKR_MODEL_ERROR_UNKNOWN_FIELD,
    "Key result: there is no field “id” that can be set." },
  { "k1", "checkIns", "", OKR_MODEL_ERROR_UNKNOWN_FIELD,
    "Key result: there is no field “checkIns” that can be set." },
  { "p1", "formatVersion", "2", OKR_MODEL_ERROR_UNKNOWN_FIELD,
    "Plan: there is no field “formatVersion” that can be set." },
  { "p1", "graceDays", "-1", OKR_MODEL_ERROR_VALUE,
    "“graceDays” needs a number from 0 to 366." },
};

static void
test_refusals (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;

      if (okr_edit_set_from_text (plan, test_find (plan, refusals[i].id), refusals[i].path,
                                  refusals[i].text, &error))
        g_test_fail_printf ("%s.%s accepts “%s”", refusals[i].id, refusals[i].path,
                            refusals[i].text);
      g_assert_error (error, OKR_MODEL_ERROR, (int) refusals[i].code);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
    }

  after = test_plan_to_text (plan);
  test_assert_same_text (after, before);
  test_assert_labels (plan, NULL, NULL);
}

/* What a list is written as is read as the same list. */
static void
test_lists (void)
{
  static const struct
  {
    const char *typed;
    const char *held[4];
    const char *written;
  } cases[] = {
    { "a, b", { "a", "b" }, "a,b" },
    { "a,,b,a, ", { "a", "b" }, "a,b" },
    { "", { NULL }, "" },
    { ",", { NULL }, "" },
    { "ship it\\, now,drop b", { "ship it, now", "drop b" }, "ship it\\, now,drop b" },
    { "C:\\x,end\\\\,\\\\\\,", { "C:\\x", "end\\", "\\," }, "C:\\\\x,end\\\\,\\\\\\," },
  };
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrItem *item = test_find (plan, "o1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *texts[] = { cases[i].typed, cases[i].written };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          const char *const none[] = { NULL };
          const char *const *held;
          g_autofree char *written = NULL;

          g_assert_true (okr_edit_set_from_text (plan, item, "tags", texts[k], NULL));
          held = okr_objective_get_tags (OKR_OBJECTIVE (item));
          g_assert_cmpstrv (held != NULL ? held : none, cases[i].held);
          written = okr_field_to_text (okr_item_find_field (item, "tags"), item);
          g_assert_cmpstr (written, ==, cases[i].written);
        }
    }
}

static void
test_bad_values (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  const char *const texts[] = { "\xff", NULL };

  g_assert_false (okr_edit_set_text (plan, test_find (plan, "o1"), "title", "\xff", NULL));
  g_assert_false (okr_edit_set_strings (plan, test_find (plan, "o1"), "tags", texts, NULL));
  g_assert_false (okr_edit_set_number (plan, test_find (plan, "o1"), "weight", INFINITY, NULL));
  g_assert_false (okr_edit_set_number (plan, test_find (plan, "o1"), "weight", NAN, NULL));
  g_assert_false (okr_edit_set_enum (plan, test_find (plan, "o1"), "state", 99, NULL));
  g_assert_false (okr_edit_set_day (plan, test_find (plan, "k1"), "due", G_MAXUINT, NULL));
  g_assert_true (okr_edit_set_number (plan, test_find (plan, "k1"), "target", NAN, NULL));
  test_assert_labels (plan, "Edit Key Result", NULL);
}

static void
test_insert (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrItem) objective = okr_item_new (OKR_TYPE_OBJECTIVE, "o9");
  g_autoptr (OkrItem) twin = okr_item_new (OKR_TYPE_OBJECTIVE, "k1");
  g_autoptr (OkrItem) wrong = okr_item_new (OKR_TYPE_KEY_RESULT, NULL);
  g_autoptr (GError) error = NULL;
  const guint n_items = okr_plan_get_n_indexed (plan);

  g_assert_true (okr_edit_insert (plan, OKR_ITEM (plan), 1, objective, &error));
  test_assert_list (plan, "p1", "objectives", "o1 o9 o2 o3");
  g_assert_true (test_find (plan, "o9") == objective);
  g_assert_true (okr_item_get_parent (objective) == OKR_ITEM (plan));
  g_assert_cmpuint (okr_plan_get_n_indexed (plan), ==, n_items + 1);
  test_assert_labels (plan, "Add Objective", NULL);

  g_assert_false (okr_edit_insert (plan, OKR_ITEM (plan), 0, twin, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_ID);
  g_assert_cmpstr (error->message, ==, "The id “k1” is in use in this plan.");
  g_clear_error (&error);
  g_assert_false (okr_edit_insert (plan, OKR_ITEM (plan), 0, wrong, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE);
  g_assert_cmpstr (error->message, ==,
                   "An item of the kind “Key result” cannot stand in one of the kind “Plan”.");

  g_assert_true (okr_plan_undo (plan, NULL));
  test_assert_list (plan, "p1", "objectives", "o1 o2 o3");
  g_assert_null (okr_plan_find (plan, "o9"));
  g_assert_null (okr_item_get_parent (objective));
  g_assert_true (okr_plan_redo (plan, NULL));
  g_assert_true (test_find (plan, "o9") == objective);
}

/* Whatever was just added, the plan can be saved. */
static void
test_insert_anything (void)
{
  static const struct
  {
    const char *parent;
    const char *kind;
  } cases[] = {
    { "p1", "cycle" },      { "p1", "team" },       { "p1", "objective" }, { "p1", "kpi" },
    { "p1", "review" },     { "o1", "key-result" }, { "k1", "milestone" }, { "k1", "initiative" },
    { "k1", "check-in" },   { "h1", "reading" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrPlan) plan = test_small_plan ();
      g_autoptr (OkrItem) item = okr_item_new (okr_item_type_from_kind (cases[i].kind), NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (OkrPlan) again = NULL;
      g_autoptr (GError) error = NULL;

      okr_edit_insert (plan, test_find (plan, cases[i].parent), G_MAXUINT, item, &error);
      g_assert_no_error (error);
      bytes = okr_plan_to_bytes (plan);
      okr_plan_verify_bytes (plan, bytes, &error);
      g_assert_no_error (error);
      again = test_plan_from_bytes (bytes);
      g_assert_true (okr_item_equal (OKR_ITEM (again), OKR_ITEM (plan)));
    }
}

static void
test_move (void)
{
  static const struct
  {
    const char *id;
    guint position;
    const char *order;
  } cases[] = {
    { "o1", 0, "o1 o2 o3" }, { "o1", 1, "o2 o1 o3" }, { "o1", 2, "o2 o3 o1" },
    { "o1", 9, "o2 o3 o1" }, { "o3", 0, "o3 o1 o2" }, { "o2", 2, "o1 o3 o2" },
  };
  g_autoptr (OkrPlan) plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrPlan) each = test_small_plan ();

      g_assert_true (okr_edit_move (each, test_find (each, cases[i].id), OKR_ITEM (each),
                                    cases[i].position, NULL));
      test_assert_list (each, "p1", "objectives", cases[i].order);
      g_assert_cmpint (okr_plan_undo (each, NULL), ==, i > 0);
      test_assert_list (each, "p1", "objectives", "o1 o2 o3");
    }

  plan = test_small_plan ();
  g_assert_true (okr_edit_move (plan, test_find (plan, "k1"), test_find (plan, "o2"), 0, NULL));
  test_assert_list (plan, "o1", "keyResults", "k2");
  test_assert_list (plan, "o2", "keyResults", "k1 k3");
  g_assert_true (test_find (plan, "n1") != NULL);
  g_assert_true (okr_plan_undo (plan, NULL));
  test_assert_list (plan, "o1", "keyResults", "k1 k2");
  g_assert_false (okr_edit_move (plan, test_find (plan, "k1"), test_find (plan, "k2"), 0, NULL));
  g_assert_false (okr_edit_move (plan, OKR_ITEM (plan), test_find (plan, "o2"), 0, NULL));
}

static void
test_delete (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *focus = NULL;

  g_assert_true (okr_edit_delete (plan, test_find (plan, "o1"), &error));
  g_assert_null (okr_plan_find (plan, "o1"));
  g_assert_null (okr_plan_find (plan, "k1"));
  g_assert_null (okr_plan_find (plan, "n1"));
  test_assert_field (plan, "o2", "contributesTo", "");
  test_assert_field (plan, "o3", "contributesTo", "");
  test_assert_labels (plan, "Delete Objective", NULL);

  g_assert_true (okr_plan_undo (plan, &focus));
  g_assert_nonnull (focus);
  restored = test_plan_to_text (plan);
  test_assert_same_text (restored, before);
  test_assert_labels (plan, NULL, "Delete Objective");

  g_assert_true (okr_edit_delete (plan, test_find (plan, "t2"), &error));
  test_assert_field (plan, "o2", "team", "");
  test_assert_field (plan, "t3", "parent", "");
  test_assert_field (plan, "h1", "team", "");
  test_assert_field (plan, "v1", "team", "");
  g_assert_true (okr_edit_delete (plan, test_find (plan, "h1"), &error));
  test_assert_field (plan, "k4", "kpi", "");
  g_assert_true (okr_edit_delete (plan, test_find (plan, "c1"), &error));
  test_assert_field (plan, "o1", "cycle", "");
  test_assert_field (plan, "o3", "cycle", "c2");
  while (okr_plan_undo (plan, NULL))
    continue;
  g_free (restored);
  restored = test_plan_to_text (plan);
  test_assert_same_text (restored, before);

  g_assert_false (okr_edit_delete (plan, OKR_ITEM (plan), &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE);
}

static void
test_duplicate (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (GError) error = NULL;
  OkrItem *copy = okr_edit_duplicate (plan, test_find (plan, "o1"), &error);
  GListModel *krs;
  g_autoptr (OkrKeyResult) kr = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (okr_item_get_position (copy), ==, 1);
  g_assert_cmpstr (okr_item_get_id (copy), !=, "o1");
  g_assert_cmpstr (okr_item_get_title (copy), ==, "Grow");
  krs = okr_objective_get_key_results (OKR_OBJECTIVE (copy));
  g_assert_cmpuint (g_list_model_get_n_items (krs), ==, 2);
  kr = g_list_model_get_item (krs, 0);
  g_assert_cmpuint (g_list_model_get_n_items (okr_key_result_get_check_ins (kr)), ==, 0);
  g_assert_true (okr_key_result_get_added_later (kr)); /* c1 is active */
  g_assert_true (okr_plan_find (plan, okr_item_get_id (OKR_ITEM (kr))) == OKR_ITEM (kr));

  copy = okr_edit_duplicate (plan, test_find (plan, "k3"), &error);
  g_assert_no_error (error);
  krs = okr_key_result_get_milestones (OKR_KEY_RESULT (copy));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OkrMilestone) milestone = g_list_model_get_item (krs, i);

      g_assert_cmpuint (okr_milestone_get_done (milestone), ==, OKR_DAY_NONE);
    }
  test_assert_labels (plan, "Duplicate Key Result", NULL);
}

static void
test_activation (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *after = NULL;
  g_autoptr (OkrItem) late = okr_item_new (OKR_TYPE_KEY_RESULT, "k9");

  test_set (plan, "c2", "state", "active");
  test_assert_labels (plan, "Activate Cycle", NULL);
  test_assert_field (plan, "k4", "agreed.on", TEST_TODAY);
  test_assert_field (plan, "k4", "agreed.title", "Speed");
  test_assert_field (plan, "k4", "agreed.kind", "change");
  test_assert_field (plan, "k4", "agreed.start", "20");
  test_assert_field (plan, "k4", "agreed.target", "10");
  test_assert_field (plan, "k4", "agreed.due", "2027-06-01");
  test_assert_field (plan, "k1", "agreed.on", "");
  test_assert_field (plan, "k4", "addedLater", "false");

  g_assert_true (okr_edit_insert (plan, test_find (plan, "o3"), 0, late, NULL));
  test_assert_field (plan, "k9", "addedLater", "true");
  g_assert_true (okr_plan_undo (plan, NULL));

  /* What was agreed is not agreed again. */
  test_set (plan, "k4", "target", "5");
  test_set (plan, "c2", "state", "closed");
  test_set (plan, "c2", "state", "active");
  test_assert_field (plan, "k4", "agreed.target", "10");

  while (okr_plan_undo (plan, NULL))
    continue;
  after = test_plan_to_text (plan);
  test_assert_same_text (after, before);
}

static void
test_check_in (void)
{
  static const char *const done[] = { "m2", NULL };
  g_autoptr (OkrPlan) plan = test_small_plan ();
  const OkrCheckInEntry entry = { .value = 7.5, .confidence = 6, .note = "N", .obstacle = "O",
                                  .author = "A", .milestones_done = done };
  const OkrCheckInEntry timed = { .value = 8, .confidence = -1, .created = "2027-01-02T03:04:05Z" };
  const OkrCheckInEntry bad = { .value = 1, .confidence = 11 };
  g_autoptr (GError) error = NULL;
  OkrCheckIn *check_in =
      okr_edit_check_in (plan, OKR_KEY_RESULT (test_find (plan, "k3")), &entry, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), ==, 1);
  test_assert_labels (plan, "Check In", NULL);
  g_assert_cmpuint (okr_check_in_get_date (check_in), ==, okr_plan_get_today (plan));
  g_assert_cmpstr (okr_check_in_get_created (check_in), ==, TEST_NOW);
  g_assert_cmpfloat_with_epsilon (okr_check_in_get_value (check_in), 7.5, 1e-12);
  g_assert_cmpint (okr_check_in_get_confidence (check_in), ==, 6);
  test_assert_field (plan, "m1", "done", "");
  test_assert_field (plan, "m2", "done", TEST_TODAY);
  g_assert_true (okr_plan_undo (plan, NULL));
  test_assert_field (plan, "m1", "done", "2027-01-20");
  test_assert_field (plan, "m2", "done", "");
  check_in = okr_edit_check_in (plan, OKR_KEY_RESULT (test_find (plan, "k3")), &timed, &error);
  g_assert_cmpstr (okr_check_in_get_created (check_in), ==, timed.created);
  g_assert_true (okr_plan_undo (plan, NULL));

  g_assert_null (okr_edit_check_in (plan, OKR_KEY_RESULT (test_find (plan, "k1")), &bad, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE);
  test_assert_list (plan, "k1", "checkIns", "n1");

  g_assert_true (okr_edit_retract (plan, OKR_CHECK_IN (test_find (plan, "n1")), TRUE, NULL));
  test_assert_labels (plan, "Retract Check-in", NULL);
  g_assert_true (okr_edit_retract (plan, OKR_CHECK_IN (test_find (plan, "n1")), FALSE, NULL));
  test_assert_labels (plan, "Restore Check-in", NULL);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/edit/refusals", test_refusals);
  g_test_add_func ("/edit/lists", test_lists);
  g_test_add_func ("/edit/bad-values", test_bad_values);
  g_test_add_func ("/edit/insert", test_insert);
  g_test_add_func ("/edit/insert-anything", test_insert_anything);
  g_test_add_func ("/edit/move", test_move);
  g_test_add_func ("/edit/delete", test_delete);
  g_test_add_func ("/edit/duplicate", test_duplicate);
  g_test_add_func ("/edit/activation", test_activation);
  g_test_add_func ("/edit/check-in", test_check_in);

  return g_test_run ();
}
