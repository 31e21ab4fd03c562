/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-enums.h"

typedef struct
{
  GType (*get_type) (void);
  const char *nicks;
  const char *labels;
} Row;

/* Nicks are the words of the document format: changing one breaks every file. */
static const Row rows[] = {
  { okr_team_kind_get_type, "company department team person", "Company|Department|Team|Person" },
  { okr_cycle_state_get_type, "draft active closed", "Draft|Active|Closed" },
  { okr_ambition_get_type, "aspirational committed", "Aspirational|Committed" },
  { okr_objective_state_get_type,
    "draft active paused done dropped",
    "Draft|Active|Paused|Done|Dropped" },
  { okr_key_result_kind_get_type,
    "change atLeast atMost between milestones yesNo baseline",
    "From → to|At least|At most|Between|Milestones|Yes or no|Find a baseline" },
  { okr_initiative_state_get_type,
    "planned active done discarded",
    "Planned|Active|Done|Discarded" },
  { okr_review_kind_get_type, "weekly monthly retrospective", "Weekly|Monthly|Retrospective" },
  { okr_status_get_type,
    "notCounted noData achieved onTrack behind atRisk",
    "—|No data|Achieved|On track|Behind|At risk" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GType type = rows[i].get_type ();
      g_auto (GStrv) nicks = g_strsplit (rows[i].nicks, " ", -1);
      g_auto (GStrv) labels = g_strsplit (rows[i].labels, "|", -1);
      int n = (int) g_strv_length (nicks);

      g_assert_cmpuint (g_strv_length (labels), ==, n);
      for (int value = 0; value < n; value++)
        {
          int found = -1;

          g_assert_cmpstr (okr_enum_to_nick (type, value), ==, nicks[value]);
          g_assert_cmpstr (okr_enum_to_label (type, value), ==, labels[value]);
          g_assert_true (okr_enum_from_nick (type, nicks[value], &found));
          g_assert_cmpint (found, ==, value);
        }
      for (int value = n; value < n + 20; value += 19)
        {
          g_assert_null (okr_enum_to_nick (type, value));
          g_assert_null (okr_enum_to_label (type, value));
        }
      g_assert_null (okr_enum_to_label (type, -1));
    }
}

static void
test_unknown (void)
{
  int value = 42;

  g_assert_false (okr_enum_from_nick (OKR_TYPE_KEY_RESULT_KIND, "atleast", &value));
  g_assert_false (okr_enum_from_nick (OKR_TYPE_KEY_RESULT_KIND, "", &value));
  g_assert_cmpint (value, ==, 42);
  g_assert_true (okr_enum_from_nick (OKR_TYPE_KEY_RESULT_KIND, "yesNo", NULL));
}

static void
test_symbols (void)
{
  static const char *const symbols[] = { "—", "○", "✓", "●", "◆", "▲" };

  for (int status = 0; status < (int) G_N_ELEMENTS (symbols); status++)
    g_assert_cmpstr (okr_status_get_symbol ((OkrStatus) status), ==, symbols[status]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/enums/names", test_names);
  g_test_add_func ("/enums/unknown", test_unknown);
  g_test_add_func ("/enums/symbols", test_symbols);
  return g_test_run ();
}
