/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is a difference, and how people are told. */
#include "okr-diff.h"
#include "test-plans.h"
#include "test-words.h"

typedef struct
{
  const char *edits;
  const char *expected; /* "type id: text", one a line */
} Case;

static const Case cases[] = {
  { "", "" },
  { "set o1 title Grow faster", "changed o1: Renamed from “Grow” to “Grow faster”\n" },
  { "set k1 target 20", "changed k1: Target raised from 10 to 20\n" },
  { "set k1 target 2.5", "changed k1: Target lowered from 10 to 2.5\n" },
  { "set k1 target", "changed k1: Target cleared, was 10\n" },
  { "set k2 start 5", "changed k2: Start set to 5\n" },
  { "set k1 unit %", "changed k1: Unit set to “%”\n" },
  { "set k1 unit %\nset k1 target 20",
    "changed k1: Unit set to “%”\nchanged k1: Target raised from 10 to 20 %\n" },
  { "set n1 confidence 3", "changed n1: Confidence lowered from 7 to 3\n" },
  { "set n1 confidence", "changed n1: Confidence cleared, was 7\n" },
  { "set o1 state paused", "changed o1: State changed from Active to Paused\n" },
  { "set m2 done 2027-02-03", "changed m2: Done set to 3 February 2027\n" },
  { "set m1 done 2027-02-03",
    "changed m1: Done changed from 20 January 2027 to 3 February 2027\n" },
  { "set o2 team t1", "changed o2: Team changed from “Digital” to “Company”\n" },
  { "set o2 tags speed,new", "changed o2: Tags: added “new”\n" },
  { "set o2 tags new,newer", "changed o2: Tags: added “new”, “newer”, removed “speed”\n" },
  { "set o2 tags", "changed o2: Tags: removed “speed”\n" },
  { "set o2 contributesTo o1,k1", "changed o2: Contributes to: added “Grow”\n" },
  { "set n1 retracted true", "changed n1: Retracted\n" },
  { "set k1 addedLater true", "changed k1: Added after the start: now yes\n" },
  { "set n1 note two\tlines", "changed n1: Note set to “two lines”\n" },
  { "set plan settings.graceDays 3", "changed p1: Days of grace lowered from 7 to 3\n" },
  { "unknown o1 new 1", "changed o1: “new” added, which this program does not know\n" },
  { "unknown o1 values 1", "changed o1: “values” changed, which this program does not know\n" },
  { "move k2 o2 0", "moved k2: Moved from “Grow” to “Ship”\n" },
  { "move o3 plan 0", "reordered o3: Moved from place 3 to place 1\n" },
  { "move o1 plan 2", "reordered o1: Moved from place 1 to place 3\n" },
  { "add objective plan 0 oa\nset oa title New", "added oa: Added\n" },
  { "add key-result o1 0 ka\nadd milestone ka 0 ma\nadd milestone ka 0 mb",
    "added ka: Added, with 2 items in it\n" },
  { "add check-in k1 1 na\nset na value 7", "added na: Added, with the value 7\n" },
  { "delete k1", "removed k1: Removed, with 1 item in it\n"
                 "changed o2: Contributes to: removed “Revenue”\n" },
  { "add objective plan 3 oa\nmove k2 oa 0\nset k2 weight 1",
    "added oa: Added\nmoved k2: Moved from “Grow” to “Objective”\n"
    "changed k2: Weight lowered from 3 to 1\n" },
};

static char *
describe (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];
      g_autofree char *line = okr_difference_to_text (difference);

      if (!difference->inside)
        g_string_append_printf (text, "%s %s: %s\n", okr_difference_get_type_nick (difference),
                                okr_item_get_id (okr_difference_get_item (difference)), line);
    }

  return g_string_free (text, FALSE);
}

static void
test_differences (void)
{
  g_autoptr (OkrPlan) before = test_edited_plan (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrPlan) after = NULL;
      g_autoptr (GPtrArray) differences = NULL;
      g_autofree char *text = NULL;

      after = test_edited_plan (cases[i].edits);
      differences = okr_diff (before, after);
      text = describe (differences);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

#define STAY \
  "Customers stay because it works and because nobody else delivers what they were promised"
#define LONG_WORD "Üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü"

/* Of long titles that begin alike, what differs is shown. */
static void
test_long (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
  } titles[] = {
    { STAY " (1)", STAY " (2)",
      "Renamed from “…they were promised (1)” to “…they were promised (2)”" },
    { STAY, STAY "…", "Renamed from “…what they were promised” to “…what they were promised…”" },
    { LONG_WORD "xa", LONG_WORD "xb",
      "Renamed from “" LONG_WORD "…” to “" LONG_WORD "…”" },
    { "Short", LONG_WORD "ab", "Renamed from “Short” to “" LONG_WORD "…”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *first = g_strconcat ("set o1 title ", titles[i].before, NULL);
      g_autofree char *second = g_strconcat ("set o1 title ", titles[i].after, NULL);
      g_autoptr (OkrPlan) before = test_edited_plan (first);
      g_autoptr (OkrPlan) after = test_edited_plan (second);
      g_autoptr (GPtrArray) differences = okr_diff (before, after);
      g_autofree char *text = okr_difference_to_text (differences->pdata[0]);

      g_assert_cmpuint (differences->len, ==, 1);
      g_assert_cmpstr (text, ==, titles[i].expected);
    }
}

/* Every difference goes away with the plan that it was found in. */
static void
test_lifetime (void)
{
  g_autoptr (OkrPlan) before = test_edited_plan (NULL);
  g_autoptr (OkrPlan) after = test_edited_plan ("delete o2\nmove k2 o3 0\nset k1 target 3");
  GPtrArray *differences = okr_diff (before, after);

  g_assert_cmpuint (differences->len, >, 3);
  g_ptr_array_unref (differences);
  test_finalize (before);
  test_finalize (after);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/diff/differences", test_differences);
  g_test_add_func ("/diff/long", test_long);
  g_test_add_func ("/diff/lifetime", test_lifetime);

  return g_test_run ();
}
