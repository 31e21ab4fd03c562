/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Main parents where links form loops: the link that is reported is the one that is ignored. */
#include "okr-alignment.h"
#include "okr-check.h"
#include "test-plans.h"

typedef struct
{
  const char *links[5];   /* what o1, o2, … contribute to */
  const char *parents[5]; /* their main parents; "" for none */
  const char *ignored;    /* whose link is ignored; "" for none */
} LoopCase;

static const LoopCase loop_cases[] = {
  { { "", "o1", "o2", "o3" }, { "", "o1", "o2", "o3" }, "" },
  { { "o1" }, { "" }, "o1" },
  { { "o2", "o3", "o1" }, { "o2", "o3", "" }, "o3" },
  { { "o3", "o1", "o2" }, { "o3", "o1", "" }, "o3" },
  /* Those that lead into a loop do not belong to it. */
  { { "o2", "o3", "o2", "o1" }, { "o2", "o3", "", "o1" }, "o3" },
  /* A loop over another than the main parent harms nobody. */
  { { "o2", "o3\", \"o1", "" }, { "o2", "o3", "" }, "" },
  { { "gone", "o1" }, { "", "o1" }, "" },
};

static OkrPlan *
build (const LoopCase *row)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"okr\", \"formatVersion\": 1, "
                                           "\"minReader\": 1, \"id\": \"p1\", \"title\": \"x\", "
                                           "\"objectives\": [");

  for (guint i = 0; row->links[i] != NULL; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"o%u\", \"title\": \"x\"", i > 0 ? ", " : "",
                              i + 1);
      if (*row->links[i] != '\0')
        g_string_append_printf (text, ", \"contributesTo\": [\"%s\"]", row->links[i]);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");

  return test_plan_from_text (text->str);
}

static void
assert_main_parent (OkrPlan *plan, const char *id, const char *expected)
{
  OkrItem *parent = okr_alignment_get_main_parent (plan, OKR_OBJECTIVE (test_find (plan, id)));

  g_assert_cmpstr (parent != NULL ? okr_item_get_id (parent) : "", ==, expected);
}

static void
assert_reported (OkrPlan *plan, const char *expected)
{
  g_autoptr (GPtrArray) findings = okr_plan_check (plan);
  const char *reported = "";

  for (guint i = 0; i < findings->len; i++)
    {
      const OkrFinding *finding = findings->pdata[i];

      if (g_str_has_suffix (finding->message, "The link is ignored."))
        reported = okr_item_get_id (finding->item);
    }
  g_assert_cmpstr (reported, ==, expected);
}

static void
test_loops (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (loop_cases); i++)
    {
      g_autoptr (OkrPlan) plan = build (&loop_cases[i]);

      for (guint k = 0; loop_cases[i].parents[k] != NULL; k++)
        {
          g_autofree char *id = g_strdup_printf ("o%u", k + 1);

          assert_main_parent (plan, id, loop_cases[i].parents[k]);
        }
      assert_reported (plan, loop_cases[i].ignored);
    }
}

/* What is ignored follows from the links as they are now, also after undo and redo. */
static void
test_edits (void)
{
  g_autoptr (OkrPlan) plan = build (&loop_cases[2]);
  GError *error = NULL;

  assert_main_parent (plan, "o3", "");
  test_set (plan, "o2", "contributesTo", "");
  assert_main_parent (plan, "o3", "o1");
  g_assert_true (okr_plan_undo (plan, NULL));
  assert_main_parent (plan, "o3", "");

  g_assert_true (okr_plan_move (plan, test_find (plan, "o3"), OKR_ITEM (plan),
                                okr_item_find_field (OKR_ITEM (plan), "objectives"), 0, &error));
  g_assert_no_error (error);
  assert_main_parent (plan, "o3", "o1");
  assert_main_parent (plan, "o2", "");

  g_assert_true (okr_edit_delete (plan, test_find (plan, "o1"), &error));
  g_assert_no_error (error);
  assert_main_parent (plan, "o2", "o3");
  g_assert_true (okr_plan_undo (plan, NULL));
  assert_main_parent (plan, "o2", "");
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/alignment/loops", test_loops);
  g_test_add_func ("/alignment/edits", test_edits);
  return g_test_run ();
}
