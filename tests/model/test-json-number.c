/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-json-number.h"
#include "okr-json-scan.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define N_RANDOM 1000000

typedef struct
{
  double value;
  const char *text;
} NumberCase;

static const NumberCase numbers[] = {
  { 0.0, "0" },
  { -0.0, "0" },
  { 1.0, "1" },
  { -1.0, "-1" },
  { 10.0, "10" },
  { 100.0, "100" },
  { 1000000.0, "1000000" },
  { -123456789.0, "-123456789" },
  { 999999999999999.0, "999999999999999" },
  { 1e15, "1000000000000000" },
  { 9007199254740991.0, "9007199254740991" },
  { 9007199254740992.0, "9007199254740992" },
  { -9007199254740992.0, "-9007199254740992" },
  { 9007199254740994.0, "9007199254740994" },
  { 1e16, "1e16" },
  { 1e17, "1e17" },
  { -1e17, "-1e17" },
  { 123456789012345680.0, "1.2345678901234568e17" },
  { 9223372036854775808.0, "9.223372036854776e18" },
  { 1e21, "1e21" },
  { 1e300, "1e300" },
  { 1.5e300, "1.5e300" },
  { 1.7976931348623157e308, "1.7976931348623157e308" },
  { 0.5, "0.5" },
  { -0.5, "-0.5" },
  { 0.1, "0.1" },
  { 0.2, "0.2" },
  { 0.3, "0.3" },
  { 0.30000000000000004, "0.30000000000000004" },
  { 1.1, "1.1" },
  { 99.9, "99.9" },
  { 12.05, "12.05" },
  { 12.005, "12.005" },
  { 0.0001, "0.0001" },
  { 0.0123, "0.0123" },
  { 1234.5678, "1234.5678" },
  { 1234.56789, "1234.56789" },
  { 99999999999.9999, "99999999999.9999" },
  { 0.00001, "1e-5" },
  { 0.000012345, "1.2345e-5" },
  { -0.00001, "-1e-5" },
  { 1.0 / 3.0, "0.3333333333333333" },
  { 2.0 / 3.0, "0.6666666666666666" },
  { 3.141592653589793, "3.141592653589793" },
  { 1e-10, "1e-10" },
  { 1e-100, "1e-100" },
  { 2.2250738585072014e-308, "2.2250738585072014e-308" },
  { 5e-324, "5e-324" },
  { 1e-323, "1e-323" },
};

static char *
dup_number (double value)
{
  GString *out = g_string_new (NULL);

  okr_json_append_number (out, value);

  return g_string_free (out, FALSE);
}

static void
assert_same_double (double a,
                    double b)
{
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

static void
test_number_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = dup_number (numbers[i].value);

      g_assert_cmpstr (text, ==, numbers[i].text);
      assert_same_double (g_ascii_strtod (text, NULL), numbers[i].value + 0.0);
    }
}

static void
check_round_trip (GString *out,
                  double   value,
                  gboolean scan)
{
  g_string_truncate (out, 0);
  okr_json_append_number (out, value);
  assert_same_double (g_ascii_strtod (out->str, NULL), value);
  g_assert_cmpuint (out->len, <=, 24);
  if (scan)
    g_assert_true (okr_json_scan (out->str, out->len, NULL, NULL, NULL));
}

static guint
seed_from_test (void)
{
  guint seed = g_test_rand_int_range (0, G_MAXINT32);

  g_test_message ("seed %u", seed);

  return seed;
}

/* Without the zeros at both ends. */
static guint
count_digits (const char *text)
{
  guint n = 0;
  guint n_significant = 0;

  for (text += strspn (text, "-0."); g_ascii_isdigit (*text) || *text == '.'; text++)
    {
      n += *text != '.';
      n_significant = *text >= '1' ? n : n_significant;
    }

  return n_significant;
}

/* No decimal with one significant digit less reads back to the value. */
static void
check_shortest (GString *out,
                double   value)
{
  guint n_digits;
  char shorter[64];
  double read;

  g_string_truncate (out, 0);
  okr_json_append_number (out, value);
  n_digits = count_digits (out->str);
  if (n_digits < 2)
    return;

  g_snprintf (shorter, sizeof shorter, "%.*e", (int) n_digits - 2, value);
  read = g_ascii_strtod (shorter, NULL);
  if (memcmp (&read, &value, sizeof value) == 0)
    g_error ("%s is longer than %s", out->str, shorter);
}

static void
test_number_shortest (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed_from_test ());
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < N_RANDOM / 20; i++)
    {
      guint64 bits = ((guint64) g_rand_int (random) << 32) | g_rand_int (random);
      int exponent = g_rand_int_range (random, -1074, 1023);
      double value;

      memcpy (&value, &bits, sizeof value);
      if (isfinite (value) && fabs (value) > 0)
        check_shortest (out, value);
      check_shortest (out, ldexp (g_rand_int_range (random, 1, 1000), exponent % 900));
      check_shortest (out, 0.37 + g_rand_int_range (random, 0, 1000000));
      check_shortest (out, ldexp (1 + g_rand_double (random), -1074 + (int) (i % 60)));
    }
}

static void
test_number_bit_patterns (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed_from_test ());
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint64 bits = ((guint64) g_rand_int (random) << 32) | g_rand_int (random);
      double value;

      memcpy (&value, &bits, sizeof value);
      if (isfinite (value) && fabs (value) > 0)
        check_round_trip (out, value, i % 16 == 0);
    }
}

/* Figures as people type them are written as they were typed. */
static void
test_number_typed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed_from_test ());
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      int whole = g_rand_int_range (random, 1, 1000000000);
      int places = g_rand_int_range (random, 0, 5);
      int part = places > 0 ? g_rand_int_range (random, 1, (int) pow (10, places)) : 0;
      char typed[32];

      if (part % 10 == 0)
        places = 0;
      if (places == 0)
        g_snprintf (typed, sizeof typed, "%d", whole);
      else
        g_snprintf (typed, sizeof typed, "%d.%0*d", whole, places, part);

      check_round_trip (out, g_ascii_strtod (typed, NULL), FALSE);
      g_assert_cmpstr (out->str, ==, typed);
    }
}

/* The neighbours of powers of two and of ten are where shortest forms go wrong. */
static void
test_number_edges (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (int exponent = -1074; exponent < 1024; exponent++)
    {
      double value = ldexp (1.0, exponent);

      check_round_trip (out, value, TRUE);
      check_round_trip (out, -value, TRUE);
      check_round_trip (out, nextafter (value, INFINITY), TRUE);
      if (exponent > -1074)
        check_round_trip (out, nextafter (value, 0), TRUE);
    }
  for (int exponent = -323; exponent <= 308; exponent++)
    {
      g_autofree char *text = g_strdup_printf ("1e%d", exponent);
      double value = g_ascii_strtod (text, NULL);

      check_round_trip (out, value, TRUE);
      if (exponent < -4 || exponent > 15)
        g_assert_cmpstr (out->str, ==, text);
    }
}

static void
test_number_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "fr_FR" };
  gboolean set = FALSE;
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && !set; i++)
    set = setlocale (LC_NUMERIC, locales[i]) != NULL;
  few = dup_number (1234567.5);
  many = dup_number (1.0 / 3.0);
  setlocale (LC_NUMERIC, "C");

  g_assert_cmpstr (few, ==, "1234567.5");
  g_assert_cmpstr (many, ==, "0.3333333333333333");
  if (!set)
    g_test_skip ("no locale with a decimal comma is installed");
}

static void
test_number_not_finite (void)
{
  GString *out = g_string_new (NULL);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*isfinite*");
  okr_json_append_number (out, INFINITY);
  g_test_assert_expected_messages ();
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*isfinite*");
  okr_json_append_number (out, (double) NAN);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (out->len, ==, 0);
  g_string_free (out, TRUE);
}

typedef struct
{
  const char *text;
  const char *json;
} StringCase;

static const StringCase strings[] = {
  { "", "\"\"" },
  { "plain", "\"plain\"" },
  { "\"", "\"\\\"\"" },
  { "\\", "\"\\\\\"" },
  { "a/b", "\"a/b\"" },
  { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
  { "\x01\x0b\x1f", "\"\\u0001\\u000b\\u001f\"" },
  { "\x7f", "\"\x7f\"" },
  { "Grüße, 世界 😀", "\"Grüße, 世界 😀\"" },
  { "\u2028\u00a0", "\"\u2028\u00a0\"" },
  { "say \"hi\"\n", "\"say \\\"hi\\\"\\n\"" },
};

static void
test_string_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (JsonNode) node = NULL;

      okr_json_append_string (out, strings[i].text);
      g_assert_cmpstr (out->str, ==, strings[i].json);

      g_assert_true (okr_json_scan (out->str, out->len, NULL, NULL, NULL));
      node = json_from_string (out->str, NULL);
      g_assert_cmpstr (json_node_get_string (node), ==, strings[i].text);
    }
}

typedef struct
{
  const char *json;
  guint indent;
  const char *text;
} NodeCase;

static const NodeCase nodes[] = {
  { "null", 0, "null" },
  { " true ", 0, "true" },
  { "false", 0, "false" },
  { "\"a\\u00e9\\/\"", 0, "\"aé/\"" },
  { "9223372036854775807", 0, "9223372036854775807" },
  { "-9223372036854775808", 0, "-9223372036854775808" },
  { "9007199254740993", 0, "9007199254740993" },
  { "-0", 0, "0" },
  { "1.50", 0, "1.5" },
  { "1.0E+2", 0, "100" },
  { "1e17", 0, "1e17" },
  { "[]", 0, "[]" },
  { "{}", 0, "{}" },
  { "[ ]", 3, "[]" },
  { "[\"a\",\"b\"]", 0, "[\"a\", \"b\"]" },
  { "[1,2.5,true,null,\"x\"]", 2, "[1, 2.5, true, null, \"x\"]" },
  { "[[]]", 0, "[\n  []\n]" },
  { "[1,[2,3],{}]", 0, "[\n  1,\n  [2, 3],\n  {}\n]" },
  { "{\"b\":1,\"a\":[1,2]}", 0, "{\n  \"b\": 1,\n  \"a\": [1, 2]\n}" },
  { "{\"a\":{\"b\":{}}}", 1, "{\n    \"a\": {\n      \"b\": {}\n    }\n  }" },
  { "[{\"a\":1},{\"a\":2}]", 1,
    "[\n    {\n      \"a\": 1\n    },\n    {\n      \"a\": 2\n    }\n  ]" },
  { "{\"a\\n\\\"\":1}", 0, "{\n  \"a\\n\\\"\": 1\n}" },
};

static char *
dup_rewritten (const char *json,
               guint       indent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  okr_json_append_node (out, node, indent);

  return g_string_free (out, FALSE);
}

static void
test_node_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autofree char *text = dup_rewritten (nodes[i].json, nodes[i].indent);
      g_autofree char *again = dup_rewritten (text, nodes[i].indent);

      g_assert_cmpstr (text, ==, nodes[i].text);
      g_assert_cmpstr (again, ==, text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/number/table", test_number_table);
  g_test_add_func ("/json/number/bit-patterns", test_number_bit_patterns);
  g_test_add_func ("/json/number/shortest", test_number_shortest);
  g_test_add_func ("/json/number/typed", test_number_typed);
  g_test_add_func ("/json/number/edges", test_number_edges);
  g_test_add_func ("/json/number/locale", test_number_locale);
  g_test_add_func ("/json/number/not-finite", test_number_not_finite);
  g_test_add_func ("/json/string/table", test_string_table);
  g_test_add_func ("/json/node/table", test_node_table);

  return g_test_run ();
}
