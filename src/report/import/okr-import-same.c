/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts as the same, however it is written. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "okr-cell-marks.h"
#include "okr-import-cells-private.h"

static char *
fold_case (const char *name)
{
  g_autofree char *normal = NULL;

  if (g_str_is_ascii (name))
    return g_ascii_strdown (name, -1);
  normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

char *
okr_import_fold_name (const char *name)
{
  char *folded = fold_case (name != NULL ? name : "");
  char *end = folded;

  /* Cells break lines where they are narrow. */
  for (const char *at = folded; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) && end > folded && end[-1] != ' ')
        *end++ = ' ';
      if (!g_unichar_isspace (c) && !okr_cell_is_mark (c))
        {
          memmove (end, at, (gsize) (next - at));
          end += next - at;
        }
      at = next;
    }
  if (end > folded && end[-1] == ' ')
    end--;
  *end = '\0';

  return folded;
}

gboolean
okr_import_is_same_name (const char *a, const char *b)
{
  g_autofree char *first = okr_import_fold_name (a);
  g_autofree char *second = okr_import_fold_name (b);

  return *first != '\0' && g_str_equal (first, second);
}

static gboolean
is_same_number (OkrImport *import, const char *a, const char *b)
{
  const char decimal = okr_import_get_style (import).decimal;
  g_autofree char *unit = NULL;
  g_autofree char *other_unit = NULL;
  double number, other;

  return okr_import_parse_number (a, decimal, &number, &unit, NULL) &&
         okr_import_parse_number (b, decimal, &other, &other_unit, NULL) &&
         fabs (number - other) < 1e-12 &&
         (unit == NULL || other_unit == NULL || g_str_equal (unit, other_unit));
}

static gboolean
is_same_day (OkrImport *import, OkrImportField field, const char *a, const char *b)
{
  const OkrImportDates dates = okr_import_get_style (import).dates;
  OkrDay day, other;

  return okr_import_parse_day_of (field, a, dates, &day, NULL) &&
         okr_import_parse_day_of (field, b, dates, &other, NULL) && day == other;
}

static GType
get_enum (OkrImportField field)
{
  switch ((int) field)
    {
    case OKR_IMPORT_FIELD_AMBITION:
      return OKR_TYPE_AMBITION;
    case OKR_IMPORT_FIELD_OBJECTIVE_STATE:
      return OKR_TYPE_OBJECTIVE_STATE;
    case OKR_IMPORT_FIELD_CYCLE_STATE:
      return OKR_TYPE_CYCLE_STATE;
    case OKR_IMPORT_FIELD_TEAM_KIND:
      return OKR_TYPE_TEAM_KIND;
    case OKR_IMPORT_FIELD_KIND:
      return OKR_TYPE_KEY_RESULT_KIND;
    default:
      return G_TYPE_INVALID;
    }
}

static gboolean
is_same_word (GType type, const char *a, const char *b)
{
  int word, other;

  return type != G_TYPE_INVALID && okr_import_cell_read_enum (type, a, &word) &&
         okr_import_cell_read_enum (type, b, &other) && word == other;
}

gboolean
okr_import_is_same_cell (OkrImport *import, OkrImportField field, const char *a, const char *b)
{
  if (g_str_equal (a, b) || okr_import_is_same_name (a, b))
    return TRUE;
  if (field == OKR_IMPORT_FIELD_CYCLE)
    return okr_import_is_same_cycle (a, b);
  if (okr_import_field_is_number (field))
    return is_same_number (import, a, b);
  if (okr_import_field_is_day (field))
    return is_same_day (import, field, a, b);

  return is_same_word (get_enum (field), a, b);
}
