/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "okr-edit.h"
#include "test-plans.h"
#include "waymark-explain.h"
#include "waymark-item-text.h"

/* Where writing runs from right to left, "90 → 55" must not be read as "55 → 90". */
static void
test_range_direction (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrKeyResult *kr = OKR_KEY_RESULT (okr_plan_find (plan, "k1"));
  g_autofree char *usual = waymark_item_text_dup_range (kr);
  g_autofree char *kept = g_strconcat ("\u2066", usual, "\u2069", NULL);
  g_autofree char *mirrored = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  mirrored = waymark_item_text_dup_range (kr);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (mirrored, ==, kept);
}

/* What has no title is no blank in a list of choices. */
static void
test_titles (void)
{
  static const struct
  {
    GType (*get_type) (void);
    const char *title;
  } cases[] = {
    { okr_team_get_type, "Unnamed team" },
    { okr_cycle_get_type, "Unnamed cycle" },
    { okr_kpi_get_type, "Unnamed KPI" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrItem) item = okr_item_new (cases[i].get_type (), NULL);

      g_assert_cmpstr (okr_item_text_get_title (item), ==, cases[i].title);
    }
}

/* A number from before it was a question is shown as the number that it is. */
static void
test_yes_no (void)
{
  static const struct
  {
    const char *value;
    const char *text;
  } cases[] = { { "1", "Yes" }, { "0", "No" }, { "30", "30" }, { "0.5", "0.5" }, { "-1", "−1" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrPlan) plan = test_small_plan ();
      OkrKeyResult *kr = OKR_KEY_RESULT (okr_plan_find (plan, "k1"));
      g_autofree char *text = NULL;

      test_set (plan, "k1", "kind", "yesNo");
      test_set (plan, "k1", "unit", "");
      test_set (plan, "n1", "value", cases[i].value);
      text = okr_item_text_dup_value (kr);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is dropped has no status, wherever it is named. */
static void
test_dropped (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrItem *objective = okr_plan_find (plan, "o1");
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;

  test_set (plan, "o1", "state", "dropped");
  name = waymark_item_text_dup_name (objective);
  g_assert_true (g_str_has_suffix (name, ", Dropped"));
  reason = waymark_explain_dup_item (plan, objective);
  g_assert_nonnull (strstr (reason, "It is dropped"));
}

/* Milestones are counted: a key result without any has nothing to tell. */
static void
test_milestones (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrItem *kr = okr_plan_find (plan, "k1");
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;
  g_autofree char *range = NULL;
  g_autofree char *aim = NULL;

  g_assert_true (okr_edit_set_enum (plan, kr, "kind", OKR_KEY_RESULT_KIND_MILESTONES, NULL));
  none = okr_item_text_dup_value (OKR_KEY_RESULT (kr));
  g_assert_null (none);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (OkrItem) milestone = okr_item_new (OKR_TYPE_MILESTONE, NULL);

      g_assert_true (okr_edit_insert (plan, kr, i, milestone, NULL));
    }
  some = okr_item_text_dup_value (OKR_KEY_RESULT (kr));
  g_assert_cmpstr (some, ==, "0 of 3");

  /* Beside that the numbers are not said again. */
  range = okr_item_text_dup_range (OKR_KEY_RESULT (kr));
  g_assert_cmpstr (range, ==, "0 of 3 milestones");
  aim = waymark_item_text_dup_aim (OKR_KEY_RESULT (kr));
  g_assert_cmpstr (aim, ==, "milestones");
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  gtk_init ();

  g_test_add_func ("/item-text/range-direction", test_range_direction);
  g_test_add_func ("/item-text/titles", test_titles);
  g_test_add_func ("/item-text/dropped", test_dropped);
  g_test_add_func ("/item-text/yes-no", test_yes_no);
  g_test_add_func ("/item-text/milestones", test_milestones);

  return g_test_run ();
}
