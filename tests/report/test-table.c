/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "okr-cell-marks.h"
#include "okr-import-columns.h"
#include "okr-import-values.h"
#include "okr-table.h"
#include "test-plans.h"

static char *
describe (OkrTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < okr_table_get_n_rows (table); i++)
    {
      g_string_append_printf (text, "%u:", okr_table_get_number (table, i));
      for (guint k = 0; k < okr_table_get_n_cells (table, i); k++)
        g_string_append_printf (text, "[%s]", okr_table_get_cell (table, i, k));
      g_string_append_c (text, ' ');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define TEXT(text) text, sizeof text - 1

static void
test_read (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *encoding;
    char delimiter;
    const char *rows;
  } cases[] = {
    { TEXT ("a,b\n1,2\n"), "UTF-8", ',', "1:[a][b] 2:[1][2] " },
    { TEXT ("a,b\r\n1,2"), "UTF-8", ',', "1:[a][b] 2:[1][2] " },
    { TEXT ("a,b\r1,2\r"), "UTF-8", ',', "1:[a][b] 2:[1][2] " },
    { TEXT ("a;b\n1,5;2\n"), "UTF-8", ';', "1:[a][b] 2:[1,5][2] " },
    { TEXT ("a\tb\n1\t2 x\n"), "UTF-8", '\t', "1:[a][b] 2:[1][2 x] " },
    { TEXT ("a|b\n1|2\n"), "UTF-8", '|', "1:[a][b] 2:[1][2] " },
    { TEXT ("sep=;\na;b\n"), "UTF-8", ';', "2:[a][b] " },
    { TEXT ("SEP=|\r\na|b\n"), "UTF-8", '|', "2:[a][b] " },
    { TEXT ("a,\"b, \"\"c\"\"\nd\"\n\"x\", y \n"), "UTF-8", ',', "1:[a][b, \"c\"\nd] 2:[x][y] " },
    { TEXT ("a,b\n\n1\n1,2,3\n"), "UTF-8", ',', "1:[a][b] 2: 3:[1] 4:[1][2][3] " },
    { TEXT ("a,\n,b\n"), "UTF-8", ',', "1:[a][] 2:[][b] " },
    { TEXT ("\xef\xbb\xbfZiel,\xc3\xa4\n"), "UTF-8", ',', "1:[Ziel][ä] " },
    { TEXT ("Schl\xfcssel,\x80\n1,2\n"), "WINDOWS-1252", ',', "1:[Schlüssel][€] 2:[1][2] " },
    { TEXT ("\xff\xfe"
            "a\0;\0\xe4\0\n\0"),
      "UTF-16LE", ';', "1:[a][ä] " },
    { TEXT ("a\0,\0b\0\n\0"
            "1\0,\0"
            "2\0\n\0"),
      "UTF-16LE", ',', "1:[a][b] 2:[1][2] " },
    { TEXT ("\0a\0,\0b\0\n"), "UTF-16BE", ',', "1:[a][b] " },
    { TEXT ("only\n"), "UTF-8", ',', "1:[only] " },
    { TEXT ("Team,Objective\nSales,\"a;b\nc;d\ne;f\"\n"), "UTF-8", ',',
      "1:[Team][Objective] 2:[Sales][a;b\nc;d\ne;f] " },
    { TEXT ("a,b\n1,\"say \"\"x;y\nz;\"\"\"\n"), "UTF-8", ',', "1:[a][b] 2:[1][say \"x;y\nz;\"] " },
    { TEXT ("Objective;Owner\nGrow, now;Ana, Bo\nBuy, sell\n"), "UTF-8", ';',
      "1:[Objective][Owner] 2:[Grow, now][Ana, Bo] 3:[Buy, sell] " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;
      g_autoptr (OkrTable) table = okr_table_new (bytes, NULL, 0, &error);
      g_autofree char *rows = NULL;

      g_assert_no_error (error);
      rows = describe (table);
      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpstr (okr_table_get_encoding (table), ==, cases[i].encoding);
      g_assert_cmpint (okr_table_get_delimiter (table), ==, cases[i].delimiter);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *encoding;
    OkrTableError code;
  } cases[] = {
    { TEXT (""), NULL, OKR_TABLE_ERROR_EMPTY },
    { TEXT (" , \n\n"), NULL, OKR_TABLE_ERROR_EMPTY },
    { TEXT ("\xef\xbb\xbf"), NULL, OKR_TABLE_ERROR_EMPTY },
    { TEXT ("PK\3\4\0\0\0\1\2"), NULL, OKR_TABLE_ERROR_BINARY },
    { TEXT ("a,b\n\"1,2\n3,4\n"), NULL, OKR_TABLE_ERROR_QUOTE },
    { TEXT ("a,\xe4\n"), "UTF-8", OKR_TABLE_ERROR_ENCODING },
    { TEXT ("a,b\n"), "KLINGON", OKR_TABLE_ERROR_ENCODING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;
      OkrTable *table = okr_table_new (bytes, cases[i].encoding, 0, &error);

      g_assert_null (table);
      g_assert_error (error, OKR_TABLE_ERROR, (int) cases[i].code);
    }
}

/* As many columns as a person may have, and one more. */
static void
test_width (void)
{
  for (guint more = 0; more < 2; more++)
    {
      g_autofree char *commas = g_strnfill (OKR_TABLE_MAX_COLUMNS - 1 + more, ',');
      g_autofree char *text = g_strconcat ("a\nb", commas, "\nc", commas, "\n", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;
      OkrTable *table = okr_table_new (bytes, NULL, 0, &error);

      g_assert_true ((table != NULL) == (more == 0));
      if (table != NULL)
        okr_table_free (table);
      else
        g_assert_error (error, OKR_TABLE_ERROR, OKR_TABLE_ERROR_TOO_WIDE);
      g_assert_true (error == NULL || g_str_has_prefix (error->message, "Row 2 "));
    }
}

static void
test_headings (void)
{
  static const struct
  {
    const char *heading;
    const char *field;
    guint number;
  } cases[] = {
    { "Objective", "objective", 0 },
    { " OBJECTIVES ", "objective", 0 },
    { "Objective Owner", "objective-owner", 0 },
    { "Key Result", "key-result", 0 },
    { "Schlüsselergebnis", "key-result", 0 },
    { "Résultat clé", "key-result", 0 },
    { "Resultado clave", "key-result", 0 },
    { "Due date", "due", 0 },
    { "Año", "year", 0 },
    { "FY", "year", 0 },
    { "KR start value", "start", 0 },
    { "Key result unit", "unit", 0 },
    { "KR #", "id", 0 },
    { "Custom field (Target value)", "target", 0 },
    { "Issue Type", "type", 0 },
    { "Fällig am", "due", 0 },
    { "Valeur cible", "target", 0 },
    { "Línea base", "start", 0 },
    { "Ist", "value", 0 },
    { "Quarter", "cycle", 0 },
    { "Meilensteine", "milestones", 0 },
    { "Jalons", "milestones", 0 },
    { "Hitos", "milestones", 0 },
    { "Zyklusende", "cycle-end", 0 },
    { "Début du cycle", "cycle-start", 0 },
    { "Inicio del ciclo", "cycle-start", 0 },
    { "Teamart", "team-kind", 0 },
    { "Type d’équipe", "team-kind", 0 },
    { "Tipo de equipo", "team-kind", 0 },
    { "Check-in Author", "author", 0 },
    { "Row ID", "id", 0 },
    { "key_result_1_title", "key-result", 1 },
    { "key_result_12_target", "target", 12 },
    { "KR2", "key-result", 2 },
    { "KR 3 Owner", "owner", 3 },
    { "Key Result 2 ID", "key-result-id", 2 },
    { "KR 0", "none", 0 },
    { "KR 100", "none", 0 },
    { "", "none", 0 },
    { "目標", "none", 0 },
    { "Weather", "none", 0 },
    { "Progress", "ignored", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OkrImportColumn column = okr_import_column_from_heading (cases[i].heading);

      g_test_message ("%s", cases[i].heading);
      g_assert_cmpstr (okr_import_field_get_name (column.field), ==, cases[i].field);
      g_assert_cmpuint (column.number, ==, cases[i].number);
    }
}

static void
test_names (void)
{
  OkrImportColumn column;

  for (guint i = 0; i < OKR_IMPORT_N_FIELDS; i++)
    {
      g_assert_true (
          okr_import_column_from_name (okr_import_field_get_name ((OkrImportField) i), &column));
      g_assert_cmpint ((int) column.field, ==, (int) i);
    }
  g_assert_true (okr_import_column_from_name ("target-2", &column));
  g_assert_cmpint (column.field, ==, OKR_IMPORT_FIELD_TARGET);
  g_assert_cmpuint (column.number, ==, 2);
  g_assert_true (okr_import_column_from_name ("Key-Result-ID", &column));
  g_assert_cmpint (column.field, ==, OKR_IMPORT_FIELD_KEY_RESULT_ID);
  g_assert_true (okr_import_column_from_name ("Key Result", &column));
  g_assert_cmpint (column.field, ==, OKR_IMPORT_FIELD_KEY_RESULT);
  g_assert_false (okr_import_column_from_name ("status", &column));
  g_assert_false (okr_import_column_from_name ("target-x", &column));
  g_assert_false (okr_import_column_from_name ("weather", &column));
  g_assert_false (okr_import_column_from_name ("", &column));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    char decimal;
    double number; /* NAN: it is none */
    const char *unit;
  } cases[] = {
    { "12", '.', 12, NULL },
    { "12.5", '.', 12.5, NULL },
    { "12,5", ',', 12.5, NULL },
    { "1,234.5", '.', 1234.5, NULL },
    { "1.234.567,5", ',', 1234567.5, NULL },
    { "1 234", '.', 1234, NULL },
    { "1\u202f234,5", ',', 1234.5, NULL },
    { "1'234.50", '.', 1234.5, NULL },
    { "-5", '.', -5, NULL },
    { "\u22125 %", '.', -5, "%" },
    { "+5", '.', 5, NULL },
    { "(12)", '.', -12, NULL },
    { "20%", '.', 20, "%" },
    { "55 s", '.', 55, "s" },
    { "€ 3.5", '.', 3.5, "€" },
    { "-€3.5", '.', -3.5, "€" },
    { "€-3.5", '.', -3.5, "€" },
    { "3,50 €", ',', 3.5, "€" },
    { "1.2k", '.', 1.2, "k" },
    { "$1.5k", '.', 1.5, "k$" },
    { "€ 2 Mio.", '.', 2, "Mio.€" },
    { "USD 5", '.', 5, "USD" },
    { "5-", '.', -5, NULL },
    { "1.234,50-€", ',', -1234.5, "€" },
    { "10,- €", ',', 10, "€" },
    { "12 e-mails", '.', 12, "e-mails" },
    { "3 €/h", '.', 3, "€/h" },
    { "\u200e-5\u200e %", '.', -5, "%" },
    { "\u20671,234.5\u2069", '.', 1234.5, NULL },
    { "-5-", '.', (double) NAN, NULL },
    { "<5", '.', (double) NAN, NULL },
    { ">3", '.', (double) NAN, NULL },
    { "≥ 3", '.', (double) NAN, NULL },
    { "~10", '.', (double) NAN, NULL },
    { "10+", '.', (double) NAN, NULL },
    { "10 -", '.', (double) NAN, NULL },
    { "Q4", '.', (double) NAN, NULL },
    { "#10", '.', (double) NAN, NULL },
    { "=10", '.', (double) NAN, NULL },
    { ".5", '.', 0.5, NULL },
    { "1e9", '.', (double) NAN, NULL },
    { "12.5", ',', (double) NAN, NULL },
    { "1,23", '.', (double) NAN, NULL },
    { "1.2.3", '.', (double) NAN, NULL },
    { "1,2345", '.', (double) NAN, NULL },
    { "3 of 5", '.', (double) NAN, NULL },
    { "about 5 s", '.', (double) NAN, NULL },
    { "none", '.', (double) NAN, NULL },
    { "", '.', (double) NAN, NULL },
    { "-", '.', (double) NAN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *unit = NULL;
      g_autoptr (GError) error = NULL;
      double number = 0;
      const gboolean is_number =
          okr_import_parse_number (cases[i].text, cases[i].decimal, &number, &unit, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_number, ==, !isnan (cases[i].number));
      g_assert_cmpint (error == NULL, ==, is_number);
      if (!is_number)
        continue;
      g_assert_cmpfloat_with_epsilon (number, cases[i].number, 1e-9);
      g_assert_cmpstr (unit, ==, cases[i].unit);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    OkrImportDates dates;
    const char *iso; /* NULL: it is none */
  } cases[] = {
    { "2027-03-04", OKR_IMPORT_DATES_MDY, "2027-03-04" },
    { "2027-03-04T10:00:00Z", OKR_IMPORT_DATES_DMY, "2027-03-04" },
    { "2027-03-04 10:00", OKR_IMPORT_DATES_DMY, "2027-03-04" },
    { "3/4/2027", OKR_IMPORT_DATES_DMY, "2027-04-03" },
    { "3/4/2027", OKR_IMPORT_DATES_MDY, "2027-03-04" },
    { "03.04.27", OKR_IMPORT_DATES_DMY, "2027-04-03" },
    { "3. 4. 2027", OKR_IMPORT_DATES_DMY, "2027-04-03" },
    { "3-4-2027 09:30", OKR_IMPORT_DATES_DMY, "2027-04-03" },
    { "Feb 24, 2027", OKR_IMPORT_DATES_DMY, "2027-02-24" },
    { "February 24th, 2027 10:30", OKR_IMPORT_DATES_DMY, "2027-02-24" },
    { "24-Feb-27", OKR_IMPORT_DATES_MDY, "2027-02-24" },
    { "24. Februar 2027", OKR_IMPORT_DATES_DMY, "2027-02-24" },
    { "5. Mär. 2027", OKR_IMPORT_DATES_DMY, "2027-03-05" },
    { "24 de febrero de 2027", OKR_IMPORT_DATES_DMY, "2027-02-24" },
    { "1 ene 2027", OKR_IMPORT_DATES_DMY, "2027-01-01" },
    { "1er août 2027", OKR_IMPORT_DATES_DMY, "2027-08-01" },
    { "24 févr. 2027", OKR_IMPORT_DATES_DMY, "2027-02-24" },
    { "46442", OKR_IMPORT_DATES_DMY, "2027-02-24" },
    { "46442.5", OKR_IMPORT_DATES_DMY, "2027-02-24" },
    { "39999", OKR_IMPORT_DATES_DMY, NULL },
    { "1 jui 2027", OKR_IMPORT_DATES_DMY, NULL },
    { "Feb 2027", OKR_IMPORT_DATES_DMY, NULL },
    { "31\u200f/03\u200f/2027", OKR_IMPORT_DATES_DMY, "2027-03-31" },
    { "\u20672027-03-31\u2069", OKR_IMPORT_DATES_DMY, "2027-03-31" },
    { "Feb 30, 2027", OKR_IMPORT_DATES_DMY, NULL },
    { "KW 8", OKR_IMPORT_DATES_DMY, NULL },
    { "31/2/2027", OKR_IMPORT_DATES_DMY, NULL },
    { "2/31/2027", OKR_IMPORT_DATES_MDY, NULL },
    { "2027-02-30", OKR_IMPORT_DATES_DMY, NULL },
    { "3/4.2027", OKR_IMPORT_DATES_DMY, NULL },
    { "soon", OKR_IMPORT_DATES_DMY, NULL },
    { "", OKR_IMPORT_DATES_DMY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      OkrDay day = OKR_DAY_NONE;
      const gboolean is_day = okr_import_parse_day (cases[i].text, cases[i].dates, &day, &error);
      g_autofree char *iso = okr_day_to_iso (day);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_day, ==, cases[i].iso != NULL);
      g_assert_cmpint (error == NULL, ==, is_day);
      g_assert_cmpstr (iso, ==, cases[i].iso != NULL ? cases[i].iso : "");
    }
}

static void
test_months (void)
{
  static const struct
  {
    const char *text;
    const char *first; /* NULL: it is none */
    const char *last;
  } cases[] = {
    { "Jan 2027", "2027-01-01", "2027-01-31" },
    { "enero de 2027", "2027-01-01", "2027-01-31" },
    { "Février 2028", "2028-02-01", "2028-02-29" },
    { "Dez. 2027", "2027-12-01", "2027-12-31" },
    { "01/2027", "2027-01-01", "2027-01-31" },
    { "1.2027", "2027-01-01", "2027-01-31" },
    { "2027-02", "2027-02-01", "2027-02-28" },
    { "2027/12", "2027-12-01", "2027-12-31" },
    { "Jan-27", "2027-01-01", "2027-01-31" },
    { "janv.-27", "2027-01-01", "2027-01-31" },
    { "Jan ’27", "2027-01-01", "2027-01-31" },
    { "\u2067Jan 2027\u2069", "2027-01-01", "2027-01-31" },
    { "Jan 27", NULL, NULL },
    { "27-Jan", NULL, NULL },
    { "27 Jan 2027", NULL, NULL },
    { "2027-01-31", NULL, NULL },
    { "31/01/2027", NULL, NULL },
    { "13/2027", NULL, NULL },
    { "2027-1", NULL, NULL },
    { "Q1 2027", NULL, NULL },
    { "46442", NULL, NULL },
    { "2027", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrDay first = OKR_DAY_NONE, last = OKR_DAY_NONE, start = OKR_DAY_NONE, due = OKR_DAY_NONE;
      g_autofree char *first_text = NULL;
      g_autofree char *last_text = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (okr_import_parse_month (cases[i].text, &first, &last), ==,
                       cases[i].first != NULL);
      if (cases[i].first == NULL)
        continue;
      first_text = okr_day_to_iso (first);
      last_text = okr_day_to_iso (last);
      g_assert_cmpstr (first_text, ==, cases[i].first);
      g_assert_cmpstr (last_text, ==, cases[i].last);
      g_assert_true (okr_import_parse_day_of (OKR_IMPORT_FIELD_CYCLE_START, cases[i].text,
                                              OKR_IMPORT_DATES_DMY, &start, NULL));
      g_assert_true (okr_import_parse_day_of (OKR_IMPORT_FIELD_DUE, cases[i].text,
                                              OKR_IMPORT_DATES_DMY, &due, NULL));
      g_assert_true (start == first && due == last);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *cell;
    const char *trimmed;
    const char *plain;
  } cases[] = {
    { " a ", "a", " a " },
    { "\u2067Sales\u2069", "Sales", "Sales" },
    { "\u200e \u202bSales\u202c\u200f ", "Sales", " Sales " },
    { "\u200f", "", "" },
    { "a\u200eb", "a\u200eb", "ab" },
    { "\u2067a\u2069 (b)", "\u2067a\u2069 (b)", "a (b)" },
    { "(b) \u2067a\u2069", "(b) \u2067a\u2069", "(b) a" },
    { "\u2067\u2068x\u2069 y\u2069", "\u2067\u2068x\u2069 y\u2069", "x y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *trimmed = g_strdup (cases[i].cell);
      g_autofree char *plain = okr_cell_dup_without_marks (cases[i].cell);

      okr_cell_trim (trimmed);
      g_assert_cmpstr (trimmed, ==, cases[i].trimmed);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_delimiters (void)
{
  g_assert_cmpstr (okr_table_describe_delimiter (','), ==, "comma");
  g_assert_cmpstr (okr_table_describe_delimiter (';'), ==, "semicolon");
  g_assert_cmpstr (okr_table_describe_delimiter ('\t'), ==, "tab");
  g_assert_cmpstr (okr_table_describe_delimiter ('|'), ==, "bar");
}

static void
test_evidence (void)
{
  static const struct
  {
    const char *cells; /* with bars between them */
    char decimal;
    OkrImportDates dates;
    guint n_ambiguous;
  } cases[] = {
    { "1|2|3", 0, OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "1.5|2", '.', OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "1,5|2", ',', OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "1.500|2,250|x", 0, OKR_IMPORT_DATES_UNKNOWN, 2 },
    { "0.500", '.', OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "1.500,5", ',', OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "1,500.5", '.', OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "1.500.000", ',', OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "1500.250", '.', OKR_IMPORT_DATES_UNKNOWN, 0 },
    { "31/1/2027|1/2/2027", 0, OKR_IMPORT_DATES_DMY, 1 },
    { "1/31/2027|1/2/2027", 0, OKR_IMPORT_DATES_MDY, 1 },
    { "1.2.2027", 0, OKR_IMPORT_DATES_DMY, 0 },
    { "1/2/2027|3/3/2027|2027-03-04/", 0, OKR_IMPORT_DATES_UNKNOWN, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) cells = g_strsplit (cases[i].cells, "|", -1);
      OkrImportEvidence evidence = { 0 };
      guint n_ambiguous = 0;
      OkrImportStyle style;

      for (guint k = 0; cells[k] != NULL; k++)
        {
          if (cases[i].dates == OKR_IMPORT_DATES_UNKNOWN && strchr (cells[k], '/') == NULL)
            n_ambiguous += okr_import_evidence_add_number (&evidence, cells[k]);
          else
            n_ambiguous += okr_import_evidence_add_day (&evidence, cells[k]);
        }
      style = okr_import_evidence_judge (&evidence);
      g_test_message ("%s", cases[i].cells);
      g_assert_cmpuint (n_ambiguous, ==, cases[i].n_ambiguous);
      g_assert_cmpint (style.decimal, ==, cases[i].decimal);
      g_assert_cmpint (style.dates, ==, cases[i].dates);
    }
}

/* The first cell of a row moves behind the others. */
static const char *
get_mirrored (OkrTable *table, guint row, guint column, gpointer user_data)
{
  return column == 3 ? okr_table_get_cell (table, row, 0)
                     : okr_table_get_cell (table, row, column + 1);
}

static void
test_rearrange (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT ("sep=,\na,b,,d\n,,\n\n,,c\ne\n"));
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrTable) table = okr_table_new (bytes, NULL, 0, &error);
  g_autoptr (OkrTable) rearranged = NULL;
  g_autofree char *rows = NULL;

  g_assert_no_error (error);
  rearranged = okr_table_rearrange (table, 4, get_mirrored, NULL);
  rows = describe (rearranged);
  g_assert_cmpstr (rows, ==, "2:[b][][d][a] 3:[][][][] 4:[][][][] 5:[][c][][] 6:[][][][e] ");
  g_assert_cmpstr (okr_table_get_cell (rearranged, 0, 4), ==, "");
  g_assert_false (okr_table_is_blank (rearranged, 0));
  g_assert_true (okr_table_is_blank (rearranged, 1));
  g_assert_true (okr_table_is_blank (rearranged, 2));
  g_assert_false (okr_table_is_blank (rearranged, 4));
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/table/read", test_read);
  g_test_add_func ("/table/refuse", test_refuse);
  g_test_add_func ("/table/width", test_width);
  g_test_add_func ("/table/headings", test_headings);
  g_test_add_func ("/table/names", test_names);
  g_test_add_func ("/table/numbers", test_numbers);
  g_test_add_func ("/table/days", test_days);
  g_test_add_func ("/table/months", test_months);
  g_test_add_func ("/table/marks", test_marks);
  g_test_add_func ("/table/delimiters", test_delimiters);
  g_test_add_func ("/table/rearrange", test_rearrange);
  g_test_add_func ("/table/evidence", test_evidence);

  return g_test_run ();
}
