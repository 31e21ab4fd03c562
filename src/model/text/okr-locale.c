/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-locale-private.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <string.h>

static OkrLocale *the_locale;

/* localeconv() has no percent sign. From the percent patterns of the CLDR's locales. */
static const struct
{
  const char *languages;
  OkrPercentStyle style;
} percent_styles[] = {
  { " af am as bn cy el fa ga gu he hi hu id is it iw ja kn ko ml mr ms my ne nl pa pl pt si sw"
    " ta te th ur vi zh zu ",
    OKR_PERCENT_TIGHT },
  { " tr ", OKR_PERCENT_BEFORE },
  { " eu ", OKR_PERCENT_BEFORE_SPACED },
};

static char *
dup_utf8 (const char *text, const char *fallback)
{
  char *utf8;

  g_assert (text != NULL);

  utf8 = g_locale_to_utf8 (text, -1, NULL, NULL, NULL);
  return utf8 != NULL ? utf8 : g_strdup (fallback);
}

static OkrPercentStyle
find_percent_style (void)
{
  const char *name = setlocale (LC_NUMERIC, NULL);
  g_autofree char *word = NULL;
  gsize length = name != NULL ? strcspn (name, "_.@") : 0;

  if (length < 2)
    return OKR_PERCENT_SPACED;
  word = g_strdup_printf (" %.*s ", (int) length, name);
  for (gsize i = 0; i < G_N_ELEMENTS (percent_styles); i++)
    if (strstr (percent_styles[i].languages, word) != NULL)
      return percent_styles[i].style;
  return OKR_PERCENT_SPACED;
}

/* Takes one conversion of the locale's date format, with its flags gone. */
static gboolean
take_conversion (char conversion, GString *format, char *order, gsize *n)
{
  g_assert (format != NULL && order != NULL && n != NULL);

  switch (conversion)
    {
    case 'd':
    case 'e':
    case 'm':
      g_string_append_printf (format, "%%%c", conversion);
      order[(*n)++] = conversion == 'm' ? 'm' : 'd';
      return TRUE;
    case 'y':
    case 'Y':
      g_string_append (format, "%Y");
      order[(*n)++] = 'y';
      return TRUE;
    default:
      return FALSE;
    }
}

/* Two-digit years become whole ones, eras and month names are not ours: then it is ISO. */
static void
read_date_format (OkrLocale *locale)
{
  g_autofree char *source = dup_utf8 (nl_langinfo (D_FMT), "");
  const char *name = setlocale (LC_TIME, NULL);
  g_autoptr (GString) format = g_string_new (NULL);
  gboolean known;
  gsize n = 0;

  g_assert (locale != NULL);

  known = name != NULL && strcmp (name, "POSIX") != 0 && name[0] != 'C';
  for (const char *p = source; known && *p != '\0'; p++)
    {
      if (*p != '%')
        {
          g_string_append_c (format, *p);
          continue;
        }
      p += 1 + strspn (p + 1, "-_0^#EO");
      known = *p != '\0' && n < 3 && take_conversion (*p, format, locale->date_order, &n);
    }
  known = known && n == 3 && strchr (locale->date_order, 'd') != NULL
          && strchr (locale->date_order, 'm') != NULL && strchr (locale->date_order, 'y') != NULL;
  if (!known)
    {
      g_string_truncate (format, 0);
      memcpy (locale->date_order, "ymd", sizeof locale->date_order);
    }
  locale->date_format = g_string_free (g_steal_pointer (&format), FALSE);
}

static void
read_currency (OkrLocale *locale, const struct lconv *conventions)
{
  g_assert (locale != NULL && conventions != NULL);

  locale->currency = dup_utf8 (conventions->currency_symbol, "");
  locale->currency_code = g_strstrip (dup_utf8 (conventions->int_curr_symbol, ""));
  /* CHAR_MAX: the locale does not say, as in the C locale; then as in English. */
  locale->currency_precedes = conventions->p_cs_precedes != 0;
  locale->currency_spaced = conventions->p_sep_by_space != 0
                            && conventions->p_sep_by_space != CHAR_MAX;
}

static OkrLocale *
read_locale (void)
{
  const struct lconv *conventions = localeconv ();
  OkrLocale *locale = g_new0 (OkrLocale, 1);

  locale->decimal_point = dup_utf8 (conventions->decimal_point, ".");
  locale->group_separator = dup_utf8 (conventions->thousands_sep, "");
  locale->grouping = g_strdup (conventions->grouping);
  read_currency (locale, conventions);
  locale->percent = find_percent_style ();
  read_date_format (locale);
  return locale;
}

static void
free_locale (OkrLocale *locale)
{
  g_assert (locale != NULL);

  g_free (locale->decimal_point);
  g_free (locale->group_separator);
  g_free (locale->grouping);
  g_free (locale->currency);
  g_free (locale->currency_code);
  g_free (locale->date_format);
  g_free (locale);
}

const OkrLocale *
okr_locale_get (void)
{
  if (g_once_init_enter (&the_locale))
    g_once_init_leave (&the_locale, read_locale ());
  return the_locale;
}

void
okr_locale_reset (void)
{
  g_clear_pointer (&the_locale, free_locale);
}
