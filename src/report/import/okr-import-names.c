/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What columns are called, and how they are found by what somebody calls them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-import-private.h"

/* "A" for the first, "AA" behind "Z", as spreadsheets do. */
static char *
make_letters (guint column)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));

  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* As the spreadsheet has it, in which sub-items and the titles of groups have no columns. */
static char *
make_letters_of (OkrImport *self, guint column)
{
  const OkrImportSubitems *subitems = okr_import_get_subitems (self);

  return make_letters (subitems != NULL ? g_array_index (subitems->letters, guint, column)
                                        : column);
}

/**
 * okr_import_name_column:
 * @column: a column, counted from 0
 *
 * Returns: (transfer full): what to call it, such as "B “Owner”", or "B" where it has no heading
 */
char *
okr_import_name_column (OkrImport *self, guint column)
{
  const char *heading = okr_import_get_heading (self, column);
  g_autofree char *letters = make_letters_of (self, column);

  if (*heading == '\0')
    return g_steal_pointer (&letters);

  /* Translators: the letter of a column in a spreadsheet, and its heading */
  return g_strdup_printf (_ ("%1$s “%2$s”"), letters, heading);
}

static gboolean
find_letters (OkrImport *self, const char *text, guint *column)
{
  for (guint i = 0; i < okr_import_get_n_columns (self); i++)
    {
      g_autofree char *letters = make_letters_of (self, i);

      if (g_ascii_strcasecmp (letters, text) == 0)
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_heading (OkrImport *self, const char *heading, guint *column)
{
  g_autofree char *wanted = okr_import_fold (heading);
  guint64 number;

  if (*heading == '\0')
    return FALSE;

  for (guint i = 0; i < okr_import_get_n_columns (self); i++)
    {
      g_autofree char *folded = okr_import_fold (okr_import_get_heading (self, i));

      if (g_strcmp0 (heading, okr_import_get_heading (self, i)) == 0 ||
          (*wanted != '\0' && g_str_equal (folded, wanted)))
        {
          *column = i;
          return TRUE;
        }
    }
  if (!g_ascii_string_to_unsigned (heading, 10, 1, okr_import_get_n_columns (self), &number, NULL))
    return find_letters (self, heading, column);
  *column = (guint) number - 1;

  return TRUE;
}

/**
 * okr_import_dup_handle:
 * @column: a column, counted from 0
 *
 * Returns: (transfer full): a text by which okr_import_map() finds this column: its heading, its
 *   letter or its number
 */
char *
okr_import_dup_handle (OkrImport *self, guint column)
{
  const char *heading = okr_import_get_heading (self, column);
  g_autofree char *letters = make_letters_of (self, column);
  guint found;

  if (find_heading (self, heading, &found) && found == column)
    return g_strdup (heading);
  if (find_heading (self, letters, &found) && found == column)
    return g_steal_pointer (&letters);

  return g_strdup_printf ("%u", column + 1);
}

static char *
list_names (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = OKR_IMPORT_FIELD_OBJECTIVE; i < OKR_IMPORT_N_FIELDS; i++)
    {
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, okr_import_field_get_name ((OkrImportField) i));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
is_chosen_elsewhere (OkrImport *self, guint column, OkrImportColumn meaning)
{
  for (guint i = 0; i < okr_import_get_n_columns (self); i++)
    {
      const OkrImportColumn *other = okr_import_get_column (self, i);

      if (i != column && okr_import_is_chosen (self, i) && other->field == meaning.field &&
          other->number == meaning.number && meaning.field < OKR_IMPORT_FIELD_IGNORED)
        return TRUE;
    }

  return FALSE;
}

/**
 * okr_import_map:
 * @heading: what stands above a column, or its number, from 1, or its letter
 * @field: the word for what it holds, see okr_import_column_from_name()
 * @error: return location for an error: %G_CONVERT_ERROR_FAILED
 *
 * Corrects what was found out.
 *
 * Returns: whether there is such a column and such a field
 */
gboolean
okr_import_map (OkrImport *self, const char *heading, const char *field, GError **error)
{
  OkrImportColumn meaning;
  guint column;

  if (!find_heading (self, heading, &column))
    {
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED,
                   _ ("The table has no column “%s”."), heading);
      return FALSE;
    }
  if (!okr_import_column_from_name (field, &meaning))
    {
      g_autofree char *names = list_names ();

      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED,
                   /* Translators: what was typed, and a list of words that are not translated */
                   _ ("A column cannot be “%s”. It can be one of: %s."), field, names);
      return FALSE;
    }
  if (is_chosen_elsewhere (self, column, meaning))
    {
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED,
                   /* Translators: a word that is not translated, such as "owner" */
                   _ ("Two columns cannot both be “%s”. Name one of them."), field);
      return FALSE;
    }
  okr_import_set_column (self, column, meaning);

  return TRUE;
}
