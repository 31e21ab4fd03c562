/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-edit.h"
#include "okr-import.h"
#include "okr-terminal.h"

typedef struct
{
  char *output;
  char **maps;
  char *cycle;
  char *team;
  char *delimiter;
  char *encoding;
  char *decimal;
  char *dates;
  gboolean dry_run;
  gboolean skip_problems;
  gboolean no_header;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_strfreev (options->maps);
  g_free (options->cycle);
  g_free (options->team);
  g_free (options->delimiter);
  g_free (options->encoding);
  g_free (options->decimal);
  g_free (options->dates);
}

/* Which words an option takes, and what they mean. */
typedef struct
{
  const char *word;
  int meaning;
} Word;

static gboolean
read_word (const OkrVerb *verb, const char *option, const char *text, const Word *words,
           int *meaning, OkrExit *status)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; words[i].word != NULL; i++)
    {
      if (text == NULL || g_ascii_strcasecmp (text, words[i].word) == 0)
        {
          *meaning = text != NULL ? words[i].meaning : 0;
          return TRUE;
        }
      g_string_append_printf (known, i > 0 ? ", %s" : "%s", words[i].word);
    }
  /* Translators: an option such as --dates, what was typed, and the words that it takes */
  *status = okr_verb_refuse (verb, _ ("%s cannot be “%s”. It takes one of: %s."), option, text,
                             known->str);

  return FALSE;
}

static gboolean
read_style (const OkrVerb *verb, const Options *options, OkrImportStyle *style, int *delimiter,
            OkrExit *status)
{
  static const Word delimiters[] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' },
                                     { "bar", '|' },   { ",", ',' },         { ";", ';' },
                                     { "|", '|' },     { NULL, 0 } };
  static const Word decimals[] = {
    { "point", '.' }, { "comma", ',' }, { ".", '.' }, { ",", ',' }, { NULL, 0 }
  };
  static const Word orders[] = { { "dmy", OKR_IMPORT_DATES_DMY },
                                 { "mdy", OKR_IMPORT_DATES_MDY },
                                 { NULL, 0 } };
  int decimal, dates;

  if (!read_word (verb, "--delimiter", options->delimiter, delimiters, delimiter, status) ||
      !read_word (verb, "--decimal", options->decimal, decimals, &decimal, status) ||
      !read_word (verb, "--dates", options->dates, orders, &dates, status))
    return FALSE;
  *style = (OkrImportStyle){ (char) decimal, (OkrImportDates) dates };

  return TRUE;
}

/* "HEADING=FIELD"; a heading may have an equals sign in it, a field has none. */
static gboolean
map_columns (OkrImport *import, char **maps, GError **error)
{
  for (guint i = 0; maps != NULL && maps[i] != NULL; i++)
    {
      const char *sign = strrchr (maps[i], '=');
      g_autofree char *heading = NULL;

      if (sign == NULL)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--map needs a column's heading and what it holds, such as "
                          "“Champion=owner”, not “%s”."),
                       maps[i]);
          return FALSE;
        }
      heading = g_strndup (maps[i], (gsize) (sign - maps[i]));
      if (!okr_import_map (import, heading, sign + 1, error))
        return FALSE;
    }

  return TRUE;
}

static OkrImport *
read_table (const OkrVerb *verb, const char *argument, const Options *options, OkrExit *status)
{
  g_autoptr (OkrDocument) input = NULL;
  g_autoptr (OkrImport) import = NULL;
  g_autoptr (GError) error = NULL;
  OkrImportStyle style;
  OkrTable *table;
  int delimiter;

  if (!read_style (verb, options, &style, &delimiter, status))
    return NULL;
  input = okr_document_read (argument, status);
  if (input == NULL)
    return NULL;
  table = okr_table_new (input->bytes, options->encoding, (char) delimiter, &error);
  if (table == NULL)
    {
      okr_terminal_hint ("%s: %s", input->name, error->message);
      *status = OKR_EXIT_UNREADABLE;
      return NULL;
    }
  import = okr_import_new (table);
  if (options->no_header)
    okr_import_drop_header (import);
  if (!map_columns (import, options->maps, &error))
    {
      *status = okr_verb_refuse (verb, "%s", error->message);
      return NULL;
    }
  okr_import_set_style (import, style);

  return g_steal_pointer (&import);
}

/* What to import into: the plan that is there, or a new one with the table's name. */
static OkrDocument *
open_output (const char *input, const char *output, OkrExit *status)
{
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (OkrPlan) plan = NULL;
  g_autofree char *base = NULL;
  char *dot;

  document = okr_document_new (output, NULL);
  if (document->file != NULL && g_file_query_exists (document->file, NULL))
    return okr_document_open_to_edit (output, status);

  plan = okr_plan_new ();
  base = g_str_equal (input, "-") ? g_strdup (_ ("My Organisation")) : g_path_get_basename (input);
  dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  if (!g_utf8_validate (base, -1, NULL))
    {
      g_free (base);
      base = g_strdup (_ ("My Organisation"));
    }
  okr_edit_set_text (plan, OKR_ITEM (plan), "title", base, NULL);
  document->plan = g_steal_pointer (&plan);

  return g_steal_pointer (&document);
}

static void
tell_result (const OkrImportResult *result)
{
  if (result->n_cycles > 0)
    okr_terminal_hint (ngettext ("%u cycle added", "%u cycles added", result->n_cycles),
                       result->n_cycles);
  if (result->n_teams > 0)
    okr_terminal_hint (ngettext ("%u team added", "%u teams added", result->n_teams),
                       result->n_teams);
  if (result->n_objectives > 0)
    okr_terminal_hint (ngettext ("%u objective added", "%u objectives added", result->n_objectives),
                       result->n_objectives);
  if (result->n_key_results > 0)
    okr_terminal_hint (ngettext ("%u key result added", "%u key results added",
                                 result->n_key_results),
                       result->n_key_results);
  if (result->n_check_ins > 0)
    okr_terminal_hint (ngettext ("%u check-in added", "%u check-ins added", result->n_check_ins),
                       result->n_check_ins);
  if (result->n_changed > 0)
    okr_terminal_hint (ngettext ("%u item changed", "%u items changed", result->n_changed),
                       result->n_changed);
  if (result->n_same > 0)
    okr_terminal_hint (ngettext ("%u item as it was", "%u items as they were", result->n_same),
                       result->n_same);
}

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

static void
tell_problems (const char *name, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const OkrImportProblem *problem = problems->pdata[i];

      tell_place (name, problem->row, problem->column, problem->message);
    }
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
tell_notes (const char *name, OkrImport *import, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const OkrImportNote *note = notes->pdata[i];
      g_autofree char *handle = NULL;

      if (note->kind != OKR_IMPORT_NOTE_COLUMN)
        {
          tell_row_note (name, import, note);
          continue;
        }
      handle = quote_handle (import, note->index);
      okr_terminal_hint (
          /* Translators: a file, a column such as F “Champion”, why it is not used, and what
           * --map takes: the column's heading, an equals sign, and a word such as “owner” */
          _ ("%1$s: column %2$s: %3$s Map it with “--map %4$s=FIELD”."), name, note->column,
          note->message, handle);
    }
}

static OkrExit
import_table (const OkrVerb *verb, const char *argument, const Options *options)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrImport) import = read_table (verb, argument, options, &status);
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (OkrImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const OkrImportFlags flags =
      (options->dry_run ? OKR_IMPORT_DRY_RUN : OKR_IMPORT_NONE) |
      (options->skip_problems ? OKR_IMPORT_SKIP_PROBLEMS : OKR_IMPORT_NONE);

  if (import == NULL)
    return status;
  document = open_output (argument, options->output != NULL ? options->output : "-", &status);
  if (document == NULL)
    return status;
  result =
      okr_import_run (import, document->plan, options->cycle, options->team, flags, NULL, &error);
  if (result == NULL)
    {
      okr_terminal_hint ("%s: %s", argument, error->message);
      return OKR_EXIT_UNREADABLE;
    }
  tell_notes (argument, import, result->notes);
  tell_problems (argument, result->problems);
  if (!result->is_done && !options->dry_run)
    {
      okr_terminal_hint (_ ("Nothing was imported. Mend these rows, or leave them out with "
                            "“--skip-problems”."));
      return OKR_EXIT_FINDINGS;
    }

  status = options->dry_run ? OKR_EXIT_FINE : okr_document_save_if_modified (document);
  if (status == OKR_EXIT_FINE)
    tell_result (result);

  return status == OKR_EXIT_FINE && result->problems->len > 0 ? OKR_EXIT_FINDINGS : status;
}

static OkrExit
run_with (const OkrVerb *verb, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The plan to import into, or a new one; “-” is standard output"), N_ ("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_ ("Say what would happen, and write nothing"), NULL },
    { "skip-problems", 0, 0, G_OPTION_ARG_NONE, &options->skip_problems,
      N_ ("Leave out rows with problems; else one of them stops everything"), NULL },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->maps,
      N_ ("What a column holds: “Champion=owner” or “3=owner”; may be repeated"),
      /* Translators: an argument: a column's heading and a word, with an equals sign between */
      N_ ("HEADING=FIELD") },
    { "no-header", 0, 0, G_OPTION_ARG_NONE, &options->no_header,
      N_ ("The table has no headings: its first row holds values, too"), NULL },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options->cycle,
      N_ ("The cycle of rows that name none; without it, the current one"), N_ ("NAME") },
    { "team", 0, 0, G_OPTION_ARG_FILENAME, &options->team, N_ ("The team of rows that name none"),
      N_ ("NAME") },
    { "delimiter", 0, 0, G_OPTION_ARG_FILENAME, &options->delimiter,
      N_ ("What stands between cells: comma, semicolon, tab or bar"), N_ ("NAME") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options->encoding,
      N_ ("How the text is encoded, such as UTF-8 or WINDOWS-1252"), N_ ("NAME") },
    { "decimal", 0, 0, G_OPTION_ARG_FILENAME, &options->decimal,
      N_ ("The decimal sign: point or comma"), N_ ("NAME") },
    { "dates", 0, 0, G_OPTION_ARG_FILENAME, &options->dates,
      N_ ("How 3/4/2027 is meant: dmy or mdy"), N_ ("NAME") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 1, 1, &arguments, &status) ||
      !okr_verb_take_text (verb, "--cycle", &options->cycle, &status) ||
      !okr_verb_take_text (verb, "--team", &options->team, &status))
    return status;
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      if (!okr_verb_take_text (verb, "--map", &options->maps[i], &status))
        return status;
    }
  if (options->output != NULL ? *options->output == '\0' : !options->dry_run)
    return okr_verb_refuse (verb, _ ("The file to write is missing: -o FILE."));

  return import_table (verb, arguments[0], options);
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { NULL };
  const OkrExit status = run_with (verb, argv, &options);

  options_clear (&options);

  return status;
}

const OkrVerb okr_verb_import = {
  .name = "import",
  .arguments = N_ ("TABLE"),
  .summary = N_ ("Take over objectives, key results or check-ins from a spreadsheet"),
  .details =
      N_ ("TABLE is a CSV or TSV file. It is known by its headings: a row for each key result "
          "(Objective, Key Result, Owner, Start, Target, Current, Quarter), a row for each item "
          "with its parent (ID, Title, Parent), key results in numbered columns (Key Result 1, "
          "Key Result 1 Target), or a log of check-ins (Date, Key Result, Value). What the plan "
          "has already is brought up to date, by id, or by title, cycle and team."),
  .run = run,
};
