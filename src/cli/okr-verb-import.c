/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-edit.h"
#include "okr-import-messages.h"
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
  gboolean verbose;
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
    {
      if (*status == OKR_EXIT_UNREADABLE)
        okr_terminal_hint (_ ("A table is a CSV or TSV file, as spreadsheets export it."));
      return NULL;
    }
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

/* Nothing is written: that was all to be said, or there is nothing to write. */
static OkrExit
tell_nothing (const OkrImportResult *result, const Options *options)
{
  const gboolean is_left_out = result->n_left_out > 0 && result->items->len == 0;

  if (is_left_out && options->dry_run)
    okr_terminal_hint (_ ("Nothing would be imported: no row is without a problem."));
  else if (is_left_out)
    okr_terminal_hint (_ ("Nothing was imported: no row is without a problem."));
  else if (result->problems->len > 0 && !options->skip_problems && options->dry_run)
    okr_terminal_hint (_ ("Nothing would be imported. Mend these rows, or leave them out with "
                          "“--skip-problems”."));
  else if (result->problems->len > 0 && !options->skip_problems)
    okr_terminal_hint (_ ("Nothing was imported. Mend these rows, or leave them out with "
                          "“--skip-problems”."));
  else
    {
      okr_import_print_items (result->items, options->verbose);
      okr_import_tell_result (result, FALSE);
    }

  return result->problems->len > 0 ? OKR_EXIT_FINDINGS : OKR_EXIT_FINE;
}

static OkrExit
import_into (OkrDocument *document, OkrImport *import, const char *argument, const Options *options)
{
  g_autoptr (OkrImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const OkrImportFlags flags =
      (options->dry_run ? OKR_IMPORT_DRY_RUN : OKR_IMPORT_NONE) |
      (options->skip_problems ? OKR_IMPORT_SKIP_PROBLEMS : OKR_IMPORT_NONE);
  OkrExit status;

  result =
      okr_import_run (import, document->plan, options->cycle, options->team, flags, NULL, &error);
  if (result == NULL)
    {
      okr_terminal_hint ("%s: %s", argument, error->message);
      return OKR_EXIT_UNREADABLE;
    }
  okr_import_tell_reading (argument, import, result);
  okr_import_tell_notes (argument, import, result->notes, options->verbose);
  okr_import_tell_problems (argument, result->problems, options->verbose);
  if (!result->is_done || result->items->len == 0)
    return tell_nothing (result, options);

  status = okr_document_save_if_modified (document);
  if (status == OKR_EXIT_FINE)
    okr_import_tell_result (result, TRUE);

  return status == OKR_EXIT_FINE && result->problems->len > 0 ? OKR_EXIT_FINDINGS : status;
}

static OkrExit
import_table (const OkrVerb *verb, const char *argument, const Options *options)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrImport) import = read_table (verb, argument, options, &status);
  g_autoptr (OkrDocument) document = NULL;

  if (import == NULL)
    return status;
  document = open_output (argument, options->output != NULL ? options->output : "-", &status);

  return document != NULL ? import_into (document, import, argument, options) : status;
}

/* A plan under the name of a table would open in the spreadsheet, as rubbish. */
static gboolean
is_name_of_table (const char *output)
{
  static const char *const endings[] = { ".csv", ".tsv",  ".tab",  ".txt",    ".xls",
                                         ".ods", ".xlsx", ".xlsm", ".numbers" };
  const char *dot = output != NULL ? strrchr (output, '.') : NULL;

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      if (g_ascii_strcasecmp (dot, endings[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static OkrExit
refuse_table (const OkrVerb *verb, const char *output)
{
  g_autofree char *shown = g_filename_display_name (output);
  g_autofree char *base = g_strndup (shown, (gsize) (strrchr (shown, '.') - shown));

  /* Translators: the name of a file that was asked for, and one without its ending */
  return okr_verb_refuse (verb,
                          _ ("“%1$s” is the name of a table, and a plan is written. Name a "
                             ".okr file, such as “%2$s.okr”."),
                          shown, base);
}

static OkrExit
run_with (const OkrVerb *verb, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The plan to import into, or a new one; “-” is standard output"), N_ ("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_ ("List what would happen, and write nothing"), NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &options->verbose,
      N_ ("List all problems, notes and items, however many there are"), NULL },
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
  if (is_name_of_table (options->output))
    return refuse_table (verb, options->output);

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
