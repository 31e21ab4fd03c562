/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as they stand in files: what is read, kept and written back. */
#include <math.h>
#include <string.h>

#include "okr-number.h"
#include "test-plans.h"
#include "test-script.h"

#define DOCUMENTS "model", "documents"

static char *
to_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
check_rewritten (GBytes *bytes, GBytes *expected)
{
  g_autoptr (OkrPlan) plan = test_plan_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = okr_plan_to_bytes (plan);
  g_autofree char *text = to_text (written);
  g_autofree char *wanted = to_text (expected);

  test_assert_same_text (text, wanted);
  okr_plan_verify_bytes (plan, written, &error);
  g_assert_no_error (error);
  test_finalize (plan);
}

static void
test_everything (void)
{
  g_autoptr (GBytes) bytes = test_load_file (DOCUMENTS, "everything.okr", NULL);

  check_rewritten (bytes, bytes);
}

static void
test_example (void)
{
  g_autoptr (GBytes) bytes = test_load_example ();

  check_rewritten (bytes, bytes);
}

static void
test_generated (void)
{
  g_autofree char *text = test_generate_document (30, 5);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  check_rewritten (bytes, bytes);
}

static void
test_disordered (void)
{
  g_autoptr (GBytes) bytes = test_load_file (DOCUMENTS, "disordered.okr", NULL);
  g_autoptr (GBytes) ordered = test_load_file (DOCUMENTS, "ordered.okr", NULL);

  check_rewritten (bytes, ordered);
  check_rewritten (ordered, ordered);
}

/* The golden document is only worth something if it leaves no field out. */
static void
test_everything_is_everything (void)
{
  g_autoptr (GBytes) bytes = test_load_file (DOCUMENTS, "everything.okr", NULL);
  g_autoptr (OkrPlan) plan = test_plan_from_bytes (bytes);
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      guint n_fields;
      const OkrField *fields = okr_item_get_fields (items->pdata[i], &n_fields);

      for (guint k = 0; k < n_fields; k++)
        {
          if (!okr_field_is_fallback (&fields[k], items->pdata[i]))
            g_hash_table_add (filled, (gpointer) &fields[k]);
        }
    }

  for (guint i = 0; i < items->len; i++)
    {
      guint n_fields;
      const OkrField *fields = okr_item_get_fields (items->pdata[i], &n_fields);

      for (guint k = 0; k < n_fields; k++)
        {
          if (!g_hash_table_contains (filled, &fields[k]))
            g_test_fail_printf ("no %s has %s", okr_item_get_kind (items->pdata[i]),
                                fields[k].name);
        }
    }
}

static void
test_values (void)
{
  g_autoptr (GBytes) bytes = test_load_file (DOCUMENTS, "everything.okr", NULL);
  g_autoptr (OkrPlan) plan = test_plan_from_bytes (bytes);
  static const struct
  {
    const char *id;
    const char *path;
    const char *text;
  } cases[] = {
    { "p-0000000001", "title", "Everything “quoted” \\ \"and\" escaped\n\ttab \x01" },
    { "p-0000000001", "settings.checkInDays", "14" },
    { "p-0000000001", "graceDays", "0" },
    { "c-0000000001", "start", "2027-01-04" },
    { "c-0000000003", "state", "closed" },
    { "t-0000000002", "kind", "department" },
    { "t-0000000004", "parent", "t-0000000003" },
    { "o-0000000001", "contributesTo", "nowhere,o-0000000002" },
    { "o-0000000001", "grade.self", "0.75" },
    { "o-0000000002", "weight", "1" },
    { "k-0000000001", "kind", "change" },
    { "k-0000000001", "agreed.kind", "atLeast" },
    { "k-0000000001", "target", "1e21" },
    { "k-0000000001", "agreed.target", "10" },
    { "k-0000000001", "addedLater", "true" },
    { "k-0000000002", "start", "" },
    { "m-0000000001", "done", "2027-01-20" },
    { "i-0000000001", "state", "discarded" },
    { "n-0000000001", "created", "2027-01-11T09:00:00.123456Z" },
    { "n-0000000001", "confidence", "0" },
    { "h-0000000001", "high", "200" },
    { "r-0000000001", "value", "120" },
    { "v-0000000001", "attendees", "Ada Byron,Bo Lund" },
    { "v-0000000001", "minutes", "45" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrItem *item = okr_plan_find (plan, cases[i].id);
      g_autofree char *text = NULL;

      g_assert_nonnull (item);
      text = okr_field_to_text (okr_item_find_field (item, cases[i].path), item);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A mark is dropped, and what only looks like one is not. */
static void
test_byte_order_mark (void)
{
  g_autoptr (GBytes) bytes = test_load_file (DOCUMENTS, "ordered.okr", NULL);
  g_autofree char *text = to_text (bytes);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_autoptr (GBytes) with_mark = g_bytes_new (marked, strlen (marked));

  check_rewritten (with_mark, bytes);
}

static OkrPlan *
plan_with (const char *members)
{
  g_autofree char *text =
      g_strconcat ("{\"format\": \"okr\", \"formatVersion\": 1, \"minReader\": 1, \"id\": \"p1\","
                   " \"title\": \"T\"",
                   members, "}", NULL);

  return test_plan_from_text (text);
}

/* Numbers that this program does not understand keep their value, whatever it is. */
static void
test_unknown_numbers (void)
{
  static const struct
  {
    const char *read;
    const char *written;
  } cases[] = {
    { "9223372036854775807", "9223372036854775807" },
    { "-9223372036854775808", "-9223372036854775808" },
    { "9007199254740993", "9007199254740993" },
    { "18446744073709551616", "18446744073709551616" },
    { "-123456789012345678901234567890", "-123456789012345678901234567890" },
    { "0.1234567890123456789", "0.1234567890123456789" },
    { "0.30000000000000004000", "0.30000000000000004" },
    { "1e5", "100000" },
    { "5.0", "5" },
    { "-0", "0" },
    { "0.1", "0.1" },
    { "1E-400", "1E-400" },
    { "[5.00, 12345678901234567890]", "[5, 12345678901234567890]" },
    { "\"\\u00015\"", "\"\\u00015\"" },
    { "[\"\\u0001\", 12345678901234567890]", "[\"\\u0001\", 12345678901234567890]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *member = g_strdup_printf (", \"x\": %s", cases[i].read);
      g_autofree char *expected = g_strdup_printf ("\"x\": %s\n", cases[i].written);
      g_autoptr (OkrPlan) plan = plan_with (member);
      g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = to_text (bytes);

      if (strstr (text, expected) == NULL)
        g_test_fail_printf ("%s became %s", cases[i].read, text);
      okr_plan_verify_bytes (plan, bytes, &error);
      g_assert_no_error (error);
    }
}

/* The fields that it knows are doubles and texts, also where such numbers and marks stand. */
static void
test_known_beside_sheltered (void)
{
  g_autoptr (OkrPlan) plan = plan_with (
    ", \"mission\": \"\\u00015\", \"x\": 12345678901234567890, \"kpis\": [{\"id\": \"h1\","
    " \"title\": \"\\u0001\\u0001\", \"low\": 0.1234567890123456789,"
    " \"high\": 12345678901234567890}]");
  OkrKpi *kpi = OKR_KPI (test_find (plan, "h1"));
  g_autofree char *text = test_plan_to_text (plan);

  g_assert_cmpstr (okr_plan_get_mission (plan), ==, "\1" "5");
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (kpi)), ==, "\1\1");
  g_assert_true (okr_number_equal (okr_kpi_get_low (kpi), 0.1234567890123456789));
  g_assert_true (okr_number_equal (okr_kpi_get_high (kpi), 12345678901234567890.0));
  g_assert_nonnull (strstr (text, "\"mission\": \"\\u00015\""));
  g_assert_nonnull (strstr (text, "\"low\": 0.12345678901234568,"));
}

static void
test_agreed_without_kind (void)
{
  g_autoptr (OkrPlan) plan = plan_with (
    ", \"objectives\": [{\"id\": \"o1\", \"title\": \"O\", \"keyResults\": [{\"id\": \"k1\","
    " \"title\": \"K\", \"agreed\": {\"on\": \"2027-01-04\"}, \"kind\": \"atMost\"},"
    " {\"id\": \"k2\", \"title\": \"K\", \"kind\": \"atMost\"}]}]");
  g_autofree char *text = test_plan_to_text (plan);

  test_assert_field (plan, "k1", "agreed.kind", "atMost");
  g_assert_nonnull (strstr (text, "\"agreed\""));
  g_assert_null (strstr (strstr (text, "\"agreed\"") + 1, "\"agreed\""));
}

/* What a check-in states is no longer stated when it is what it was before; what somebody has
 * written although it goes without saying stays. */
static void
test_fallbacks (void)
{
  static const struct
  {
    const char *stated;
    gboolean first;
    gboolean second;
    gboolean written;
  } cases[] = {
    { "", TRUE, FALSE, FALSE },
    { ",\"retracted\":true", TRUE, FALSE, FALSE },
    { ",\"retracted\":false", TRUE, FALSE, TRUE },
    { ",\"retracted\":true", FALSE, TRUE, TRUE },
    { "", FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"format\":\"okr\",\"formatVersion\":1,\"minReader\":1,\"id\":\"p1\",\"title\":\"P\","
          "\"objectives\":[{\"id\":\"o1\",\"title\":\"O\",\"keyResults\":[{\"id\":\"k1\","
          "\"title\":\"K\",\"kind\":\"change\",\"checkIns\":[{\"id\":\"n1\","
          "\"date\":\"2027-02-01\",\"value\":1%s}]}]}]}",
          cases[i].stated);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (OkrPlan) plan = okr_plan_new_from_bytes (bytes, NULL, &error);
      g_autoptr (GBytes) written = NULL;
      OkrCheckIn *check_in;

      g_assert_no_error (error);
      check_in = OKR_CHECK_IN (okr_plan_find (plan, "n1"));
      g_assert_true (okr_edit_retract (plan, check_in, cases[i].first, NULL));
      g_assert_true (okr_edit_retract (plan, check_in, cases[i].second, NULL));
      written = okr_plan_to_bytes (plan);
      g_assert_true ((g_strstr_len (g_bytes_get_data (written, NULL),
                                    (gssize) g_bytes_get_size (written), "retracted") != NULL) ==
                     cases[i].written);
    }
}

static void
test_newer_format (void)
{
  g_autoptr (OkrPlan) newer = test_plan_from_text (
    "{\"format\": \"okr\", \"formatVersion\": 2, \"minReader\": 1, \"id\": \"p1\","
    " \"title\": \"T\", \"hologram\": 3}");
  g_autoptr (OkrPlan) too_new = test_plan_from_text (
    "{\"format\": \"okr\", \"formatVersion\": 3, \"minReader\": 2, \"id\": \"p1\","
    " \"title\": \"T\"}");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = test_plan_to_text (newer);

  g_assert_null (okr_plan_get_read_only_reason (newer));
  g_assert_nonnull (okr_plan_get_notice (newer));
  g_assert_cmpint (okr_plan_get_format_version (newer), ==, 2);
  g_assert_true (okr_edit_set_text (newer, OKR_ITEM (newer), "title", "U", NULL));
  g_assert_nonnull (strstr (text, "\"formatVersion\": 2"));

  g_assert_nonnull (okr_plan_get_read_only_reason (too_new));
  g_assert_cmpstr (okr_plan_get_notice (too_new), ==, okr_plan_get_read_only_reason (too_new));
  g_assert_false (okr_edit_set_text (too_new, OKR_ITEM (too_new), "title", "U", &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_TOO_NEW);
  g_assert_cmpstr (error->message, ==, okr_plan_get_read_only_reason (too_new));
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (too_new)), ==, "T");
  g_assert_false (okr_plan_undo (too_new, NULL));
}

static void
test_links_that_are_wrong_are_kept (void)
{
  static const char loop[] =
    ", \"teams\": [{\"id\": \"t1\", \"name\": \"A\", \"kind\": \"team\", \"parent\": \"t2\"},"
    " {\"id\": \"t2\", \"name\": \"B\", \"kind\": \"team\", \"parent\": \"t1\"}],"
    " \"objectives\": [{\"id\": \"o1\", \"title\": \"A\", \"team\": \"t1\", \"cycle\": \"gone\","
    " \"contributesTo\": [\"o2\"]}, {\"id\": \"o2\", \"title\": \"B\", \"team\": \"o1\","
    " \"contributesTo\": [\"o1\", \"o2\", \"t1\"]}]";
  g_autoptr (OkrPlan) plan = plan_with (loop);
  g_autofree char *text = test_plan_to_text (plan);
  OkrItem *first = okr_plan_find (plan, "o1");

  g_assert_nonnull (strstr (text, "\"contributesTo\": [\"o1\", \"o2\", \"t1\"]"));
  g_assert_nonnull (strstr (text, "\"cycle\": \"gone\""));
  g_assert_null (okr_objective_get_figures (OKR_OBJECTIVE (first))->cycle);
  g_assert_nonnull (okr_objective_get_figures (OKR_OBJECTIVE (first))->team);
  test_finalize (plan);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/document/everything", test_everything);
  g_test_add_func ("/document/everything-is-everything", test_everything_is_everything);
  g_test_add_func ("/document/values", test_values);
  g_test_add_func ("/document/example", test_example);
  g_test_add_func ("/document/generated", test_generated);
  g_test_add_func ("/document/disordered", test_disordered);
  g_test_add_func ("/document/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/document/unknown-numbers", test_unknown_numbers);
  g_test_add_func ("/document/fallbacks", test_fallbacks);
  g_test_add_func ("/document/newer-format", test_newer_format);
  g_test_add_func ("/document/agreed-without-kind", test_agreed_without_kind);
  g_test_add_func ("/document/known-beside-sheltered", test_known_beside_sheltered);
  g_test_add_func ("/document/wrong-links", test_links_that_are_wrong_are_kept);

  return g_test_run ();
}
