/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-entry.h"
#include "okr-format.h"

#include <locale.h>
#include <math.h>

static const struct
{
  const char *text;
  const char *unit;
  double value;
} good_numbers[] = {
  { "12", NULL, 12 },
  { "  12.5  ", NULL, 12.5 },
  { "-3", NULL, -3 },
  { "−3.25", NULL, -3.25 },
  { "+7", NULL, 7 },
  { "− 3", NULL, -3 },
  { ".5", NULL, 0.5 },
  { "5.", NULL, 5 },
  { "007", NULL, 7 },
  { "1e3", NULL, 1000 },
  { "2.5E-1", NULL, 0.25 },
  { "58 %", "%", 58 },
  { "58\u202f%", "%", 58 },
  { "58%", "%", 58 },
  { "%58", "%", 58 },
  { "58", "%", 58 },
  { "$1,200.50", "$", 1200.5 },
  { "-$5", "$", -5 },
  { "$-5", "$", -5 },
  { "−€5", "€", -5 },
  { "1.5 s", "s", 1.5 },
  { "3 days", "days", 3 },
  { "5 m²", "m²", 5 },
  { "1,234,567", NULL, 1234567 },
  { "12,34,567", NULL, 1234567 },
  { "1.234.567", NULL, 1234567 },
  { "1,234.5", NULL, 1234.5 },
  { "1.234,5", NULL, 1234.5 },
  { "1 234 567,8", NULL, 1234567.8 },
  { "1\u202f234.5", NULL, 1234.5 },
  { "1’500", NULL, 1500 },
  { "1'500.25", NULL, 1500.25 },
  { "1.500", NULL, 1.5 },
  { "1,5", NULL, 1.5 },
  { "0,500", NULL, 0.5 },
  { "1234,500", NULL, 1234.5 },
  { "12,3456", NULL, 12.3456 },
  { "٣٫٥", NULL, 3.5 },
  { "\u200e−3", NULL, -3 },
  { "0", NULL, 0 },
  { "-0", NULL, 0 },
};

static const struct
{
  const char *text;
  const char *unit;
  OkrEntryError code;
  const char *message;
} bad_numbers[] = {
  { "abc", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER,
    "“abc” is not a number. Write a number such as 12.5." },
  { "", NULL, OKR_ENTRY_ERROR_EMPTY, "Write a number such as 12.5." },
  { " \u202f ", NULL, OKR_ENTRY_ERROR_EMPTY, NULL },
  { "1,500", NULL, OKR_ENTRY_ERROR_AMBIGUOUS,
    "“1,500” can be read in two ways. Write 1500 or 1.500." },
  { "1e999", NULL, OKR_ENTRY_ERROR_TOO_LARGE, "“1e999” is too large a number." },
  { "12 s", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "12 m", "s", OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "%", "%", OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "% 5 %", "%", OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "--5", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "5-", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "-", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { ".", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { ",", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "1.2.3", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "1,23,4", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "1.234,567.8", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "1 2", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "1234 567", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "nan", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "inf", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "0x10", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "1e", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "e5", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "1e5.5", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
  { "5 euros", NULL, OKR_ENTRY_ERROR_NOT_A_NUMBER, NULL },
};

static void
test_good_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_numbers); i++)
    {
      double value = NAN;
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", good_numbers[i].text);
      g_assert_true (okr_parse_number (good_numbers[i].text, good_numbers[i].unit, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (value, good_numbers[i].value, 1e-12);
      g_assert_false (signbit (value) && value >= 0);
    }
}

static void
test_bad_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_numbers); i++)
    {
      double value = 42;
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", bad_numbers[i].text);
      g_assert_false (okr_parse_number (bad_numbers[i].text, bad_numbers[i].unit, &value, &error));
      g_assert_error (error, OKR_ENTRY_ERROR, (int) bad_numbers[i].code);
      if (bad_numbers[i].message != NULL)
        g_assert_cmpstr (error->message, ==, bad_numbers[i].message);
      g_assert_cmpfloat_with_epsilon (value, 42, 1e-12);
    }
}

static void
test_bytes (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (okr_parse_number ("\xff\xfe", NULL, NULL, &error));
  g_assert_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_NOT_A_NUMBER);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* What is shown can be typed back. */
static void
test_round_trip (void)
{
  static const char *const units[] = { NULL, "%", "s", "€", "$", "days" };

  for (int i = 0; i < 20000; i++)
    {
      guint decimals = (guint) g_test_rand_int_range (0, 5);
      double value = g_test_rand_int_range (-100000000, 100000000) / pow (10, decimals);
      const char *unit = units[g_test_rand_int_range (0, G_N_ELEMENTS (units))];
      g_autofree char *text = okr_format_quantity (value, decimals, unit);
      g_autoptr (GError) error = NULL;
      double back = NAN;

      g_assert_true (okr_parse_number (text, unit, &back, &error));
      g_assert_cmpfloat_with_epsilon (back, value, 1e-9);
      g_assert_cmpuint (okr_format_count_decimals (value), <=, decimals);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } rows[] = {
    { "2027-02-24", "2027-02-24" },
    { " 2027-2-4 ", "2027-02-04" },
    { "2027/02/24", "2027-02-24" },
    { "2027-02-30", NULL },
    { "24.02.2027", NULL },
    { "tomorrow", NULL },
    { "2027-02", NULL },
    { "2027-02-24-1", NULL },
    { "2027-02-24T10", NULL },
    { "20270224", NULL },
    { "2027-022-24", NULL },
    { "", NULL },
    { "4 February 2027", "2027-02-04" },
    { "04 feb 2027", "2027-02-04" },
    { "4 feb. 2027", "2027-02-04" },
    { "4 ju 2027", NULL },
    { "30 February 2027", NULL },
    { "4 February", NULL },
    { "4 Februar 2027 x", NULL },
    { "February 2027", NULL },
    { "4 Xebruary 2027", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      OkrDay day = OKR_DAY_NONE;
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpint (okr_parse_day (rows[i].text, &day, &error), ==, rows[i].iso != NULL);
      iso = okr_day_to_iso (day);
      g_assert_cmpstr (iso, ==, rows[i].iso != NULL ? rows[i].iso : "");
      g_assert_true ((error == NULL) == (rows[i].iso != NULL));
    }
}

static void
test_day_messages (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (okr_parse_day ("soon", NULL, &error));
  g_assert_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_NOT_A_DATE);
  g_assert_cmpstr (error->message, ==, "“soon” is not a date. Write a date such as 2027-02-24.");
  g_clear_error (&error);
  g_assert_false (okr_parse_day ("  ", NULL, &error));
  g_assert_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_EMPTY);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry/good-numbers", test_good_numbers);
  g_test_add_func ("/entry/bad-numbers", test_bad_numbers);
  g_test_add_func ("/entry/bytes", test_bytes);
  g_test_add_func ("/entry/round-trip", test_round_trip);
  g_test_add_func ("/entry/days", test_days);
  g_test_add_func ("/entry/day-messages", test_day_messages);
  return g_test_run ();
}
