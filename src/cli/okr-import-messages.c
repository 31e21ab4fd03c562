/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-import-messages.h"

#include <glib/gi18n.h>

#include "okr-terminal.h"
#include "okr-visible-text.h"

#define MAX_ITEMS 30 /* about a screen */
#define MAX_MESSAGES 20

/* Rows and columns */

static void
tell_place (const char *name, guint row, const char *column, const char *message)
{
  if (column != NULL)
    /* Translators: a file, the number of a row, a column such as B “Owner”, what is wrong there */
    okr_terminal_hint (_ ("%s: row %u, column %s: %s"), name, row, column, message);
  else
    /* Translators: a file, the number of a row, what is wrong there */
    okr_terminal_hint (_ ("%s: row %u: %s"), name, row, message);
}

void
okr_import_tell_problems (const char *name, GPtrArray *problems, gboolean is_verbose)
{
  const guint n_told = is_verbose ? problems->len : MIN (problems->len, MAX_MESSAGES);
  const guint n_more = problems->len - n_told;

  for (guint i = 0; i < n_told; i++)
    {
      const OkrImportProblem *problem = problems->pdata[i];

      tell_place (name, problem->row, problem->column, problem->message);
    }
  if (n_more > 0)
    /* Translators: a file, a number */
    okr_terminal_hint (ngettext ("%s: … and %u more problem; “--verbose” lists all.",
                                 "%s: … and %u more problems; “--verbose” lists all.", n_more),
                       name, n_more);
}

/* For a shell; most headings need no quotation marks there. */
static char *
quote_handle (OkrImport *import, guint column)
{
  g_autofree char *handle = okr_import_dup_handle (import, column);

  for (const char *at = handle; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '_' && *at != '-')
        return g_shell_quote (handle);
    }

  return g_steal_pointer (&handle);
}

/* The option that reads it the other way. */
static const char *
find_cure (OkrImport *import, OkrImportNoteKind kind)
{
  const OkrImportStyle style = okr_import_get_style (import);

  if (kind == OKR_IMPORT_NOTE_DECIMAL)
    return style.decimal == '.' ? "--decimal comma" : "--decimal point";
  if (kind == OKR_IMPORT_NOTE_DATES)
    return style.dates == OKR_IMPORT_DATES_DMY ? "--dates mdy" : "--dates dmy";

  return NULL;
}

static void
tell_row_note (const char *name, OkrImport *import, const OkrImportNote *note)
{
  const char *cure = find_cure (import, note->kind);

  if (cure != NULL)
    /* Translators: a file, the number of a row, a column such as B “Owner”, how a number or a date
     * there is read, and an option */
    okr_terminal_hint (_ ("%1$s: row %2$u, column %3$s: %4$s “%5$s” reads it otherwise."), name,
                       note->row, note->column, note->message, cure);
  else
    tell_place (name, note->row, note->column, note->message);
}

static void
tell_column_note (const char *name, OkrImport *import, const OkrImportNote *note)
{
  g_autofree char *handle = quote_handle (import, note->index);

  okr_terminal_hint (
      /* Translators: a file, a column such as F “Champion”, why it is not used, and what
       * --map takes: the column's heading, an equals sign, and a word such as “owner” */
      _ ("%1$s: column %2$s: %3$s Map it with “--map %4$s=FIELD”."), name, note->column,
      note->message, handle);
}

/* How numbers and dates are read is said in any case: all that comes depends on it. */
static gboolean
is_assumption (const OkrImportNote *note)
{
  return note->kind == OKR_IMPORT_NOTE_DECIMAL || note->kind == OKR_IMPORT_NOTE_DATES;
}

void
okr_import_tell_notes (const char *name, OkrImport *import, GPtrArray *notes, gboolean is_verbose)
{
  guint n_more = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const OkrImportNote *note = notes->pdata[i];

      if (!is_verbose && i >= MAX_MESSAGES && !is_assumption (note))
        n_more++;
      else if (note->kind == OKR_IMPORT_NOTE_COLUMN)
        tell_column_note (name, import, note);
      else
        tell_row_note (name, import, note);
    }
  if (n_more > 0)
    /* Translators: a file, a number */
    okr_terminal_hint (ngettext ("%s: … and %u more note; “--verbose” lists all.",
                                 "%s: … and %u more notes; “--verbose” lists all.", n_more),
                       name, n_more);
}

/* How the table was read */

static const char *
name_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      return "comma";
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case '|':
    default:
      return "bar";
    }
}

static gboolean
has_fields (OkrImport *import, gboolean (*is_one) (OkrImportField field))
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      if (is_one (okr_import_get_column (import, i)->field))
        return TRUE;
    }

  return FALSE;
}

static char *
list_options (OkrImport *import, const OkrImportResult *result)
{
  OkrTable *table = okr_import_get_table (import);
  const OkrImportStyle style = okr_import_get_style (import);
  g_autoptr (GString) options = g_string_new (NULL);

  g_string_append_printf (options, "--delimiter %s --encoding %s",
                          name_delimiter (okr_table_get_delimiter (table)),
                          okr_table_get_encoding (table));
  if (has_fields (import, okr_import_field_is_number))
    g_string_append_printf (options, " --decimal %s", style.decimal == ',' ? "comma" : "point");
  if (has_fields (import, okr_import_field_has_days))
    g_string_append_printf (options, " --dates %s",
                            style.dates == OKR_IMPORT_DATES_MDY ? "mdy" : "dmy");
  if (result->cycle != NULL)
    {
      g_autofree char *cycle = g_shell_quote (result->cycle);

      g_string_append_printf (options, " --cycle %s", cycle);
    }

  return g_string_free (g_steal_pointer (&options), FALSE);
}

static char *
list_maps (OkrImport *import)
{
  g_autoptr (GString) maps = g_string_new (NULL);

  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      const OkrImportColumn *column = okr_import_get_column (import, i);
      g_autofree char *handle = quote_handle (import, i);

      if (column->field == OKR_IMPORT_FIELD_NONE || column->field == OKR_IMPORT_FIELD_IGNORED)
        continue;
      g_string_append_printf (maps, "%s--map %s=%s", maps->len > 0 ? " " : "", handle,
                              okr_import_field_get_name (column->field));
      if (column->number > 0)
        g_string_append_printf (maps, "-%u", column->number);
    }

  return g_string_free (g_steal_pointer (&maps), FALSE);
}

void
okr_import_tell_reading (const char *name, OkrImport *import, const OkrImportResult *result)
{
  g_autofree char *options = list_options (import, result);
  g_autofree char *maps = list_maps (import);

  /* Translators: a file, and options such as --delimiter comma, which are not translated */
  okr_terminal_hint (_ ("%1$s: read with “%2$s”."), name, options);
  okr_terminal_hint (_ ("%1$s: read with “%2$s”."), name, maps);
}

/* What comes */

static char *
describe_item (const OkrImportItem *item)
{
  g_autofree char *title = okr_visible_text (item->title, OKR_VISIBLE_ONE_LINE);

  if (item->type == OKR_TYPE_CYCLE)
    /* Translators: the name of a cycle */
    return g_strdup_printf (_ ("Cycle “%s”"), title);
  if (item->type == OKR_TYPE_TEAM)
    /* Translators: the name of a team */
    return g_strdup_printf (_ ("Team “%s”"), title);
  if (item->type == OKR_TYPE_OBJECTIVE)
    /* Translators: a title, the number of a row */
    return g_strdup_printf (_ ("Objective “%1$s” (row %2$u)"), title, item->row);
  if (item->type == OKR_TYPE_KEY_RESULT)
    /* Translators: a title, the number of a row */
    return g_strdup_printf (_ ("Key result “%1$s” (row %2$u)"), title, item->row);

  /* Translators: the title of a key result, the number of a row */
  return g_strdup_printf (_ ("Check-in of “%1$s” (row %2$u)"), title, item->row);
}

static const struct
{
  const char *sign;
  OkrInk ink;
} fates[] = {
  [OKR_IMPORT_NEW] = { "+", OKR_INK_GREEN },
  [OKR_IMPORT_CHANGED] = { "~", OKR_INK_YELLOW },
  [OKR_IMPORT_SAME] = { "=", OKR_INK_DIM },
};

static void
print_item (const OkrImportItem *item)
{
  g_autofree char *line = describe_item (item);

  okr_terminal_put_ink (fates[item->fate].ink, fates[item->fate].sign);
  okr_terminal_put (item->type == OKR_TYPE_KEY_RESULT ? "   " : " ");
  okr_terminal_put (line);
  okr_terminal_put ("\n");
  for (guint i = 0; item->changes != NULL && i < item->changes->len; i++)
    {
      g_autofree char *change = okr_visible_text (item->changes->pdata[i], OKR_VISIBLE_ONE_LINE);

      okr_terminal_put ("      ");
      okr_terminal_put (change);
      okr_terminal_put ("\n");
    }
}

/* What stays as it is makes way for what does not. */
void
okr_import_print_items (GPtrArray *items, gboolean is_verbose)
{
  const gboolean is_short = !is_verbose && items->len > MAX_ITEMS;
  guint n_printed = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const OkrImportItem *item = items->pdata[i];

      if (is_short && (item->fate == OKR_IMPORT_SAME || n_printed == MAX_ITEMS))
        continue;
      print_item (item);
      n_printed++;
    }
  if (n_printed > 0 && n_printed < items->len)
    {
      const guint n = items->len - n_printed;
      g_autofree char *more =
          g_strdup_printf (ngettext ("… and %u more; “--verbose” lists all.",
                                     "… and %u more; “--verbose” lists all.", n),
                           n);

      okr_terminal_put (more);
      okr_terminal_put ("\n");
    }
}

static void
tell_new (const OkrImportResult *result, gboolean is_done)
{
  guint n = result->n_cycles;

  if (n > 0)
    okr_terminal_hint (is_done
                           ? ngettext ("%u cycle added", "%u cycles added", n)
                           : ngettext ("%u cycle would be added", "%u cycles would be added", n),
                       n);
  n = result->n_teams;
  if (n > 0)
    okr_terminal_hint (is_done ? ngettext ("%u team added", "%u teams added", n)
                               : ngettext ("%u team would be added", "%u teams would be added", n),
                       n);
  n = result->n_objectives;
  if (n > 0)
    okr_terminal_hint (is_done ? ngettext ("%u objective added", "%u objectives added", n)
                               : ngettext ("%u objective would be added",
                                           "%u objectives would be added", n),
                       n);
  n = result->n_key_results;
  if (n > 0)
    okr_terminal_hint (is_done ? ngettext ("%u key result added", "%u key results added", n)
                               : ngettext ("%u key result would be added",
                                           "%u key results would be added", n),
                       n);
  n = result->n_check_ins;
  if (n > 0)
    okr_terminal_hint (is_done ? ngettext ("%u check-in added", "%u check-ins added", n)
                               : ngettext ("%u check-in would be added",
                                           "%u check-ins would be added", n),
                       n);
}

void
okr_import_tell_result (const OkrImportResult *result, gboolean is_done)
{
  guint n = result->n_changed;

  tell_new (result, is_done);
  if (n > 0)
    okr_terminal_hint (is_done
                           ? ngettext ("%u item changed", "%u items changed", n)
                           : ngettext ("%u item would be changed", "%u items would be changed", n),
                       n);
  n = result->n_same;
  if (n > 0)
    okr_terminal_hint (is_done ? ngettext ("%u item as it was", "%u items as they were", n)
                               : ngettext ("%u item would stay as it is",
                                           "%u items would stay as they are", n),
                       n);
  n = result->n_left_out;
  if (n > 0)
    okr_terminal_hint (is_done
                           ? ngettext ("%u row left out", "%u rows left out", n)
                           : ngettext ("%u row would be left out", "%u rows would be left out", n),
                       n);
}
