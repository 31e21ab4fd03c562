/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and dates in the locales of several countries. They are compiled here, because a test
 * machine seldom has them installed; LOCPATH points the C library to them. */
#include "okr-entry.h"
#include "okr-format.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

typedef struct
{
  const char *text;
  double value;
} Entry;

typedef struct
{
  const char *name;
  const char *million; /* 1234567.5, one decimal */
  const char *percent; /* 58 % */
  const char *money;   /* −1200 of the locale's currency */
  const char *currency;
  const char *date;  /* 4 February 2027 in numbers */
  const char *month; /* the same with its month's name */
  Entry entries[8];
  const char *typed_date; /* the same with a short year */
} Country;

static const Country countries[] = {
  { "de_DE",
    "1.234.567,5",
    "58\u202f%",
    "−1.200\u202f€",
    "€",
    "04.02.2027",
    "4 Februar 2027",
    { { "1,5", 1.5 },
      { "1.500", 1500 },
      { "1.5", 1.5 },
      { "1.500,25", 1500.25 },
      { "1,500", 1.5 },
      { "1,500.25", 1500.25 },
      { "0.500", 0.5 } },
    "4.2.27" },
  { "es_ES",
    "1.234.567,5",
    "58\u202f%",
    "−1.200\u202f€",
    "€",
    "04/02/2027",
    "4 febrero 2027",
    { { "1,5", 1.5 }, { "1.234.567,5", 1234567.5 }, { "12.5", 12.5 }, { "12.500", 12500 } },
    "4/2/27" },
  { "fr_FR",
    "1\u202f234\u202f567,5",
    "58\u202f%",
    "−1\u202f200\u202f€",
    "€",
    "04/02/2027",
    "4 février 2027",
    { { "1,5", 1.5 }, { "1 234,5", 1234.5 }, { "1.500", 1.5 }, { "1,500", 1.5 } },
    "4/2/27" },
  { "en_US",
    "1,234,567.5",
    "58\u202f%",
    "−$1,200",
    "$",
    "02/04/2027",
    "February 4, 2027",
    { { "1,500", 1500 }, { "1,5", 1.5 }, { "1.500", 1.5 }, { "12,34", 12.34 } },
    "2/4/27" },
  { "en_IN",
    "12,34,567.5",
    "58\u202f%",
    "−₹1,200",
    "₹",
    "04/02/2027",
    "4 February 2027",
    { { "12,34,567.5", 1234567.5 }, { "1,234,567", 1234567 } },
    "4/2/27" },
  { "tr_TR",
    "1.234.567,5",
    "%58",
    NULL, /* differs between versions of the C library */
    NULL,
    "04-02-2027",
    "4 Şubat 2027",
    { { "1,5", 1.5 } },
    "4-2-27" },
};

/* Compiles a locale into a folder beside the tests, which the next run uses again. */
static gboolean
build_locale (const char *full_name, const char *name, GError **error)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "locales", NULL);
  g_autofree char *target = g_build_filename (folder, full_name, NULL);
  g_autofree char *unfinished = g_strdup_printf ("%s.%u", target, g_random_int ());
  g_autoptr (GSubprocess) process = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_setenv ("LOCPATH", folder, TRUE);
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    return TRUE;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                              error, "localedef", "--no-archive", "-i", name, "-f", "UTF-8",
                              unfinished, NULL);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, error))
    return FALSE;
  g_assert_cmpint (g_rename (unfinished, target), ==, 0);
  return TRUE;
}

/* Makes @name the locale, or skips the test and says why. The C library remembers what it did not
 * find, so the locale is built before it is asked for. */
static gboolean
use_locale (const char *name)
{
  g_autofree char *full_name = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (!build_locale (full_name, name, &error))
    g_unsetenv ("LOCPATH");
  if (setlocale (LC_ALL, full_name) != NULL)
    {
      okr_format_locale_changed ();
      return TRUE;
    }
  reason = g_strdup_printf ("the locale %s is not installed and localedef cannot make it: %s",
                            full_name, error != NULL ? error->message : "unusable result");
  g_test_skip (reason);
  return FALSE;
}

static void
assert_text (char *actual, const char *wanted)
{
  g_assert_cmpstr (actual, ==, wanted);
  g_free (actual);
}

static void
check_number (const char *text, const char *unit, double wanted)
{
  g_autoptr (GError) error = NULL;
  double value = NAN;

  g_test_message ("“%s”", text);
  okr_parse_number (text, unit, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (value, wanted, 1e-12);
}

static void
check_day (const char *text, OkrDay wanted)
{
  g_autoptr (GError) error = NULL;
  OkrDay day = OKR_DAY_NONE;

  g_test_message ("“%s”", text);
  okr_parse_day (text, &day, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (day, ==, wanted);
}

static void
test_country (gconstpointer data)
{
  const Country *country = data;
  OkrDay day = okr_day_from_ymd (2027, 2, 4);

  if (!use_locale (country->name))
    return;
  assert_text (okr_format_number (1234567.5, 1), country->million);
  assert_text (okr_format_progress (0.58), country->percent);
  assert_text (okr_format_day_numeric (day), country->date);
  check_day (country->month, day);
  assert_text (okr_format_day (day), country->month);
  check_number (country->million, NULL, 1234567.5);
  check_number (country->percent, "%", 58);
  if (country->money != NULL)
    {
      assert_text (okr_format_quantity (-1200, 0, country->currency), country->money);
      check_number (country->money, country->currency, -1200);
    }
  check_number ("12.25", NULL, 12.25);
  for (const Entry *entry = country->entries; entry->text != NULL; entry++)
    check_number (entry->text, NULL, entry->value);
  check_day (country->date, day);
  check_day (country->typed_date, day);
  check_day ("2027-02-04", day);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_autofree char *path = g_strconcat ("/locales/", countries[i].name, NULL);

      g_test_add_data_func (path, &countries[i], test_country);
    }
  status = g_test_run ();
  okr_format_locale_changed ();
  return status;
}
