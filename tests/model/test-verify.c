/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A writer that is broken in whatever way must be noticed before a file is touched. */
#include <string.h>

#include "test-plans.h"

static gboolean
verify (OkrPlan *plan, const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

  return okr_plan_verify_bytes (plan, bytes, error);
}

/* The long way: reads everything again and compares. */
static gboolean
reads_back (OkrPlan *plan, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (OkrPlan) copy = okr_plan_new_from_bytes (bytes, NULL, NULL);

  return copy != NULL && okr_item_equal (OKR_ITEM (plan), OKR_ITEM (copy));
}

static OkrPlan *
load_everything (char **text)
{
  g_autoptr (GBytes) bytes = test_load_file ("model", "documents", "everything.okr", NULL);

  *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return test_plan_from_bytes (bytes);
}

typedef void (*Corrupt) (GString *text, gsize at);

static void
drop (GString *text, gsize at)
{
  g_string_erase (text, (gssize) at, 1);
}

static void
twice (GString *text, gsize at)
{
  g_string_insert_c (text, (gssize) at, text->str[at]);
}

static void
next_character (GString *text, gsize at)
{
  text->str[at]++;
}

static void
to_digit (GString *text, gsize at)
{
  text->str[at] = text->str[at] == '7' ? '0' : '7';
}

static void
swap (GString *text, gsize at)
{
  const char c = text->str[at];

  if (at + 1 < text->len)
    {
      text->str[at] = text->str[at + 1];
      text->str[at + 1] = c;
    }
}

static void
cut (GString *text, gsize at)
{
  g_string_truncate (text, at);
}

static void
drop_line (GString *text, gsize at)
{
  const char *end = strchr (text->str + at, '\n');

  if (end != NULL)
    g_string_erase (text, (gssize) at, end + 1 - (text->str + at));
}

static void
test_corrupt_bytes (void)
{
  static const Corrupt faults[] = { drop, twice, next_character, to_digit, swap, cut, drop_line };
  g_autofree char *text = NULL;
  g_autoptr (OkrPlan) plan = load_everything (&text);
  const gsize length = strlen (text);
  guint n_refused = 0;
  guint n_harmless = 0;

  for (gsize at = 0; at < length; at++)
    {
      /* All faults at each place take minutes under a sanitizer; each run has its share. */
      const guint fault = (guint) ((at + (guint) g_test_rand_int_range (0, 7)) % 7);
      g_autoptr (GString) faulty = g_string_new (text);
      gboolean verified;

      faults[fault](faulty, at);
      verified = verify (plan, faulty->str, faulty->len, NULL);
      n_refused += !verified;
      n_harmless += verified;
      if (verified != reads_back (plan, faulty->str, faulty->len))
        {
          g_test_message ("fault %u at byte %" G_GSIZE_FORMAT ": %.*s", fault, at, 40,
                          faulty->str + (at > 20 ? at - 20 : 0));
          g_test_fail_printf (verified ? "accepted what does not read back as the plan"
                                       : "refused what reads back as the plan");
          return;
        }
    }

  g_test_message ("%u faults were refused, %u of white space or the like were harmless", n_refused,
                  n_harmless);
  g_assert_cmpuint (n_refused, >, n_harmless);
}

/* Each of these is valid and only says something else. */
static void
test_other_plans (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *culprit;
  } cases[] = {
    { "\"checkInDays\": 14", "\"checkInDays\": 15", "p-0000000001" },
    { "\"checkInDays\": 14,\n", "", "p-0000000001" },
    { "\"x-first\": \"before all\"", "\"x-first\": \"after all\"", "p-0000000001" },
    { "\"x-first\": \"before all\",\n", "", "p-0000000001" },
    { "{\n  \"x-first\"", "{\n  \"x-new\": 1,\n  \"x-first\"", "p-0000000001" },
    { "123456789012345678", "123456789012345679", "p-0000000001" },
    { "\"deeper\": []", "\"deeper\": [0]", "p-0000000001" },
    { "[1, 2.5, \"three\", true, null]", "[1, 2.5, \"three\", true]", "p-0000000001" },
    { "\"start\": \"2027-01-04\"", "\"start\": \"2027-01-05\"", "c-0000000001" },
    { "\"state\": \"closed\"", "\"state\": \"active\"", "c-0000000003" },
    { "\"name\": \"Digital\"", "\"name\": \"Analog\"", "t-0000000002" },
    { "\"contributesTo\": [\"nowhere\", \"o-0000000002\"]",
      "\"contributesTo\": [\"o-0000000002\", \"nowhere\"]", "o-0000000001" },
    { "\"tags\": [\"growth\", \"Ünïcödé\"]", "\"tags\": [\"growth\"]", "o-0000000001" },
    { "\"self\": 0.75", "\"self\": 0.7500000000000001", "o-0000000001" },
    { "\"x-judge\": \"the board\"", "\"x-judge\": \"the bored\"", "o-0000000001" },
    { "Revenues\",\n            \"kind\": \"atLeast\"",
      "Revenues\",\n            \"kind\": \"atMost\"", "k-0000000001" },
    { "\"addedLater\": true", "\"addedLater\": false", "k-0000000001" },
    { "1e21", "1e22", "k-0000000001" },
    { "\"confidence\": 0", "\"confidence\": 1", "n-0000000001" },
    { "\"confidence\": 0,\n", "", "n-0000000001" },
    { ".123456Z", ".123457Z", "n-0000000001" },
    { "\"id\": \"m-0000000001\"", "\"id\": \"m-0000000002\"", "m-0000000001" },
  };
  g_autofree char *text = NULL;
  g_autoptr (OkrPlan) plan = load_everything (&text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) other = g_string_new (text);
      g_autoptr (GError) error = NULL;
      g_autofree char *quoted = g_strdup_printf ("“%s”", cases[i].culprit);

      g_assert_cmpuint (g_string_replace (other, cases[i].from, cases[i].to, 1), ==, 1);
      if (verify (plan, other->str, other->len, &error))
        g_test_fail_printf ("accepted %s for %s", cases[i].to, cases[i].from);
      g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VERIFY);
      if (strstr (error->message, quoted) == NULL)
        g_test_fail_printf ("%s: %s", cases[i].from, error->message);
    }
}

static char *
plan_with_number (const char *number)
{
  return g_strdup_printf ("{\"format\": \"okr\", \"formatVersion\": 1, \"minReader\": 1,"
                          " \"id\": \"p1\", \"title\": \"T\", \"x\": %s}",
                          number);
}

/* Integers that a double cannot tell apart. */
static void
test_wide_integers (void)
{
  static const struct
  {
    const char *held;
    const char *written;
    gboolean same;
  } cases[] = {
    { "9223372036854775807", "9223372036854775807", TRUE },
    { "9223372036854775807", "9223372036854775806", FALSE },
    { "9223372036854775807", "9223372036854775808", FALSE },
    { "9223372036854775807", "9.223372036854775807e18", FALSE },
    { "-9223372036854775808", "-9223372036854775808", TRUE },
    { "-9223372036854775808", "-9223372036854775809", FALSE },
    { "18446744073709551616", "18446744073709551616", TRUE },
    { "18446744073709551616", "18446744073709551617", FALSE },
    { "18446744073709551616", "184467440737095516160", FALSE },
    { "18446744073709551616", "18446744073709551616.5", FALSE },
    { "18446744073709551616", "\"\\u000118446744073709551616\"", FALSE },
    { "\"\\u000118446744073709551616\"", "18446744073709551616", FALSE },
    { "\"\\u00015\"", "\"\\u00015\"", TRUE },
    { "\"\\u00015\"", "\"5\"", FALSE },
    { "0.1234567890123456789", "0.1234567890123456789", TRUE },
    { "0.1234567890123456789", "0.12345678901234568", FALSE },
    { "5.0", "5", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *held = plan_with_number (cases[i].held);
      g_autofree char *written = plan_with_number (cases[i].written);
      g_autoptr (OkrPlan) plan = test_plan_from_text (held);

      if (verify (plan, written, strlen (written), NULL) != cases[i].same)
        g_test_fail_printf ("%s and %s", cases[i].held, cases[i].written);
    }
}

static void
test_messages (void)
{
  static const char start[] = "Saving was stopped before the file was touched: what would have "
                              "been written does not read back as this plan. ";
  static const struct
  {
    const char *text;
    const char *reason;
  } cases[] = {
    { "", "The file is empty. Restore it from a backup, or choose another file." },
    { "[]", "The difference is in “p-0000000001”." },
    { "{}", "The difference is in “p-0000000001”." },
    { "1", "The difference is in “p-0000000001”." },
  };
  g_autofree char *text = NULL;
  g_autoptr (OkrPlan) plan = load_everything (&text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strconcat (start, cases[i].reason, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (verify (plan, cases[i].text, strlen (cases[i].text), &error));
      g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
test_too_large (void)
{
  g_autofree char *text = NULL;
  g_autoptr (OkrPlan) plan = load_everything (&text);
  g_autoptr (GString) large = g_string_new (text);
  g_autoptr (GError) error = NULL;

  g_string_set_size (large, OKR_MAX_BYTES + 1);
  memset (large->str + strlen (text), ' ', OKR_MAX_BYTES + 1 - strlen (text));
  g_assert_true (verify (plan, large->str, OKR_MAX_BYTES, NULL));
  g_assert_false (verify (plan, large->str, large->len, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VERIFY);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/verify/corrupt-bytes", test_corrupt_bytes);
  g_test_add_func ("/verify/other-plans", test_other_plans);
  g_test_add_func ("/verify/wide-integers", test_wide_integers);
  g_test_add_func ("/verify/messages", test_messages);
  g_test_add_func ("/verify/too-large", test_too_large);

  return g_test_run ();
}
