/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "okr-import-blocks.h"
#include "test-plans.h"

#define NONE OKR_IMPORT_MARK_NONE
#define O OKR_IMPORT_MARK_OBJECTIVE
#define KR OKR_IMPORT_MARK_KEY_RESULT

static const struct
{
  const char *text;
  OkrImportMarkKind kind;
  guint number;
  guint part;
  const char *title;
} cases[] = {
  { "Objective 1: Delight customers", O, 1, 0, "Delight customers" },
  { "Objective: Grow", O, 0, 0, "Grow" },
  { "OBJECTIVE #2 – Grow", O, 2, 0, "Grow" },
  { "O1: Grow: fast", O, 1, 0, "Grow: fast" },
  { "O1", O, 1, 0, "" },
  { "[O1] Grow", O, 1, 0, "Grow" },
  { "O1 Grow", O, 1, 0, "Grow" },
  { "Ziel 1: Kunden", O, 1, 0, "Kunden" },
  { "Objectif n° 3 : Croître", O, 3, 0, "Croître" },
  { "Objetivo 1. Crecer", O, 1, 0, "Crecer" },
  { "KR1: NPS", KR, 1, 0, "NPS" },
  { "KR 1.2", KR, 1, 2, "" },
  { "KR 1.2.3 NPS", KR, 1, 2, "NPS" },
  { "- KR1.1 – 50 deals", KR, 1, 1, "50 deals" },
  { "Key Result 1: NPS", KR, 1, 0, "NPS" },
  { "Key-Result: NPS", KR, 0, 0, "NPS" },
  { "Schlüsselergebnis 2: NPS", KR, 2, 0, "NPS" },
  { "Résultat clé 1 : NPS", KR, 1, 0, "NPS" },
  { "Resultado clave: NPS", KR, 0, 0, "NPS" },
  { "RC2) NPS", KR, 2, 0, "NPS" },
  { "KR99999999999: NPS", KR, 9999, 0, "NPS" },
  { "Objective", NONE, 0, 0, "" },
  { "Objective:", NONE, 0, 0, "" },
  { "Objective Grow", NONE, 0, 0, "" },
  { "Objectives of the team: many", NONE, 0, 0, "" },
  { "O2Grow", NONE, 0, 0, "" },
  { "KR", NONE, 0, 0, "" },
  { "Krill: 5", NONE, 0, 0, "" },
  { "Grow", NONE, 0, 0, "" },
  { "Initiative 1: Fair", NONE, 0, 0, "" },
  { "1", NONE, 0, 0, "" },
  { "", NONE, 0, 0, "" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrImportMark mark;
      const gboolean is_mark = okr_import_parse_mark (cases[i].text, &mark);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_mark, ==, cases[i].kind != NONE);
      if (!is_mark)
        continue;
      g_assert_cmpint (mark.kind, ==, cases[i].kind);
      g_assert_cmpuint (mark.number, ==, cases[i].number);
      g_assert_cmpuint (mark.part, ==, cases[i].part);
      g_assert_cmpstr (mark.title, ==, cases[i].title);
    }
}

/* Where the marks and the titles stand, -1 for nowhere. */
static void
test_columns (void)
{
  static const struct
  {
    const char *table;
    int marks;
    int titles;
  } tables[] = {
    { "OKR,Target\nO1: Grow,\nKR1: Deals,5\n", 0, 0 },
    { ",,Target\nO1,Grow,\nKR1,Deals,5\n", 0, 1 },
    { "Nr,OKR\n1,O1: Grow\n2,KR1: Deals\n3,Else\n", 1, 1 },
    { "Objective,Key Result 1,Target 1\nGrow,Deals,5\n", -1, -1 },
    { "OKR,Target\nO1: Grow,\nDeals,5\n", -1, -1 },
    { "OKR,Target\nO1,\nKR1,5\n", 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (tables[i].table, strlen (tables[i].table));
      g_autoptr (OkrTable) table = okr_table_new (bytes, NULL, ',', NULL);
      const guint marks = okr_import_find_marks (table);

      g_test_message ("%s", tables[i].table);
      g_assert_cmpint ((int) marks, ==, tables[i].marks);
      if (marks == G_MAXUINT)
        continue;
      g_assert_cmpint (okr_import_has_marked_titles (table, marks), ==,
                       tables[i].titles == tables[i].marks);
      if (tables[i].titles != tables[i].marks)
        g_assert_cmpint ((int) okr_import_find_unmarked_titles (table, marks), ==,
                         tables[i].titles);
    }
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/blocks/marks", test_marks);
  g_test_add_func ("/blocks/columns", test_columns);

  return g_test_run ();
}
