/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-export.h"
#include "okr-file-name.h"
#include "okr-file-writer.h"
#include "okr-scope.h"
#include "okr-terminal.h"

typedef struct
{
  char *output;
  char *report;
  char *format;
  char *cycle;
  char *team;
  char *owner;
  char *paper;
  int page;
  gboolean is_landscape;
  gboolean sections_begin_pages;
} Options;

/* What is to be made, of what. */
typedef struct
{
  OkrDocument *document;
  const OkrExportKind *kind;
  OkrExportOptions options;
  gboolean is_page_chosen;
} Job;

static const char *
find_extension (const Options *options)
{
  const char *name = strrchr (options->output, G_DIR_SEPARATOR);
  const char *dot;

  if (options->format != NULL)
    return options->format[0] == '.' ? options->format + 1 : options->format;

  dot = strrchr (name != NULL ? name : options->output, '.');

  return dot != NULL ? dot + 1 : "";
}

static gboolean
refuse_format (const OkrVerb *verb, const Options *options, const char *extension, OkrExit *status)
{
  g_autofree char *known = okr_export_dup_extensions ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  g_autofree char *name = okr_file_describe (file);

  if (*extension == '\0' && g_file_test (options->output, G_FILE_TEST_IS_DIR))
    *status = okr_verb_refuse (verb,
                               /* Translators: a name, and words that stay as they are */
                               _ ("“%s” is a folder. Add the name of a file in it, which ends with "
                                  "one of %s."),
                               name, known);
  else if (*extension == '\0')
    *status = okr_verb_refuse (verb,
                               /* Translators: words that stay as they are */
                               _ ("The name does not tell the format: add --format, which may be "
                                  "one of %s."),
                               known);
  else
    *status = okr_verb_refuse (verb,
                               /* Translators: what was typed, and words that stay as they are */
                               _ ("“%s” is no format that can be exported. There is: %s."),
                               extension, known);

  return FALSE;
}

static gboolean
find_kind (const OkrVerb *verb, const Options *options, Job *job, OkrExit *status)
{
  const char *extension = find_extension (options);
  g_autofree char *known = okr_export_dup_reports (extension);

  if (*known == '\0')
    return refuse_format (verb, options, extension, status);
  job->kind = okr_export_find_kind (extension, options->report);
  if (job->kind != NULL)
    return TRUE;
  *status = okr_verb_refuse (verb,
                             /* Translators: what was typed, and words that stay as they are */
                             _ ("In this format there is no report “%s”. There is: %s."),
                             options->report, known);

  return FALSE;
}

static gboolean
check_options (const OkrVerb *verb, const Options *options, Job *job, OkrExit *status)
{
  if (options->output == NULL || *options->output == '\0')
    *status = okr_verb_refuse (verb, _ ("The file to write is missing: -o FILE."));
  else if (options->paper != NULL && !okr_paper_find (options->paper, &job->options.paper))
    *status =
        okr_verb_refuse (verb,
                         /* Translators: what was typed; the words in the list stay as they are */
                         _ ("There is no paper “%s”. There is: poster, a4, a3, letter."),
                         options->paper);
  else if (!find_kind (verb, options, job, status))
    return FALSE;
  else if (options->paper != NULL && !job->kind->has_paper)
    *status = okr_verb_refuse (verb, _ ("--paper is for PDF and for reports in PNG only."));
  else if (options->is_landscape && !job->kind->has_pages)
    *status = okr_verb_refuse (verb, _ ("--landscape is for reports in PDF or PNG only."));
  else if (options->owner != NULL && !job->kind->has_person)
    *status = okr_verb_refuse (verb,
                               /* Translators: the name of a report, such as "poster" */
                               _ ("--owner is not for the report “%s”."), job->kind->report);
  else if (options->page != 0 && !okr_export_is_one_page (job->kind))
    *status = okr_verb_refuse (verb, _ ("--page is for reports in PNG only."));
  else if (options->page < 0)
    *status = okr_verb_refuse (verb, _ ("Pages are counted from 1."));
  else if (options->sections_begin_pages && !job->kind->has_sections)
    *status = okr_verb_refuse (verb, _ ("--new-pages is for the reports teams and people only."));
  else
    return TRUE;

  return FALSE;
}

/* Names are matched as they are written, else without regard to case. */
static const char *
find_person (char **people, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_strv_contains ((const char *const *) people, name))
    return name;
  for (guint i = 0; people[i] != NULL; i++)
    {
      g_autofree char *other = g_utf8_casefold (people[i], -1);

      if (g_str_equal (other, folded))
        return people[i];
    }

  return NULL;
}

static gboolean
find_owner (const Options *options, const Job *job, char **owner, GError **error)
{
  g_auto (GStrv) people = NULL;
  g_autofree char *known = NULL;
  const char *person;

  if (options->owner == NULL)
    return TRUE;
  people = okr_scope_list_people (job->document->plan, job->kind->has_initiatives);
  person = find_person (people, options->owner);
  if (person != NULL)
    {
      *owner = g_strdup (person);
      return TRUE;
    }
  known = g_strjoinv (", ", people);
  if (*known == '\0')
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("Nobody owns anything in this plan."));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: what was typed, and names of people */
                 _ ("Nobody in this plan is called “%s”. There is: %s."), options->owner, known);

  return FALSE;
}

static gboolean
find_team (const Options *options, Job *job, GError **error)
{
  if (options->team == NULL)
    return TRUE;
  job->options.team = (OkrTeam *) okr_assignment_find_by_name (job->document->plan, OKR_TYPE_TEAM,
                                                               options->team, NULL, error);

  return job->options.team != NULL;
}

static gboolean
find_cycle (const Options *options, Job *job, GError **error)
{
  OkrPlan *plan = job->document->plan;

  if (options->cycle == NULL && !job->kind->has_all_cycles)
    job->options.cycle = okr_plan_get_current_cycle (plan);
  if (options->cycle == NULL || g_str_equal (options->cycle, "all"))
    return TRUE;
  job->options.cycle =
      (OkrCycle *) okr_assignment_find_by_name (plan, OKR_TYPE_CYCLE, options->cycle, NULL, error);

  return job->options.cycle != NULL;
}

static gboolean
find_scope (const OkrVerb *verb, const Options *options, Job *job, char **owner, OkrExit *status)
{
  g_autoptr (GError) error = NULL;

  if (find_cycle (options, job, &error) && find_team (options, job, &error) &&
      find_owner (options, job, owner, &error))
    return TRUE;

  *status = okr_verb_refuse_error (verb, error);

  return FALSE;
}

static OkrExit
write_out (const char *output, GBytes *bytes)
{
  g_autoptr (OkrDocument) target = okr_document_new (output, NULL);
  g_autoptr (GError) error = NULL;

  if (target->file == NULL)
    {
      gsize size;
      gconstpointer data = g_bytes_get_data (bytes, &size);

      okr_terminal_put_bytes (data, size);
      return OKR_EXIT_FINE; /* main() looks whether it went out */
    }
  if (!okr_file_write (target->file, bytes, NULL, OKR_FILE_WRITE_OVERWRITE | OKR_FILE_WRITE_EXPORT,
                       NULL, NULL, &error))
    {
      okr_document_complain (target, error);
      return g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IS_PLAN)
                 ? OKR_EXIT_USAGE
                 : OKR_EXIT_UNWRITABLE;
    }

  return OKR_EXIT_FINE;
}

static gboolean
is_plan (const Job *job, const char *output)
{
  g_autoptr (OkrDocument) target = okr_document_new (output, NULL);

  return target->file != NULL && !okr_export_may_write (target->file, job->document->file);
}

/* Of a team or a person: they may well have some in other cycles. */
static void
tell_of_scope (const char *who, OkrCycle *cycle)
{
  if (cycle == NULL)
    /* Translators: the name of a team or a person */
    okr_terminal_hint (_ ("“%s” has no objectives."), who);
  else
    /* Translators: the name of a team or a person, and that of a cycle */
    okr_terminal_hint (_ ("“%1$s” has no objectives in the cycle “%2$s”. “--cycle all” shows those "
                          "of all cycles."),
                       who, okr_item_get_title (OKR_ITEM (cycle)));
}

static void
tell_if_empty (const Job *job, const OkrExport *export)
{
  GListModel *objectives = okr_plan_get_objectives (job->document->plan);

  if (okr_export_get_n_objectives (export) > 0)
    return;
  if (g_list_model_get_n_items (objectives) == 0)
    okr_terminal_hint (_ ("The plan has no objectives yet, so there are none in the export."));
  else if (job->options.owner != NULL || job->options.team != NULL)
    tell_of_scope (job->options.owner != NULL ? job->options.owner
                                              : okr_item_get_title (OKR_ITEM (job->options.team)),
                   job->options.cycle);
  else if (job->options.cycle != NULL)
    /* Translators: the name of a cycle */
    okr_terminal_hint (_ ("The cycle “%s” has no objectives. “--cycle all” shows all that the plan "
                          "has."),
                       okr_item_get_title (OKR_ITEM (job->options.cycle)));
}

static void
tell_of_more_pages (const Job *job, const OkrExport *export)
{
  const guint n_pages = okr_export_get_n_pages (export);

  if (okr_export_is_one_page (job->kind) && !job->is_page_chosen && n_pages > 1)
    /* Translators: how many pages there are, more than one */
    okr_terminal_hint (ngettext ("This is the first page of %u. “--page 2” writes the next.",
                                 "This is the first page of %u. “--page 2” writes the next.",
                                 n_pages),
                       n_pages);
}

/* Nobody shall take a table for the whole plan. */
static void
tell_what_is_left_out (const Job *job, const OkrExport *export)
{
  g_autofree char *left_out =
      okr_export_dup_left_out (job->kind, job->document->plan, &job->options);

  if (left_out != NULL && okr_export_get_n_objectives (export) > 0)
    okr_terminal_hint ("%s", left_out);
}

/* Until the process ends, which gives their memory back in one go. A large plan and its pages are
 * some ten thousand objects, and to free one after the other takes longer than to write the file.
 * Nothing reads these but checkers of leaks: without volatile the compiler would leave them out. */
static struct
{
  OkrDocument *volatile document;
  OkrExport *volatile export;
} kept;

static OkrExit
render (const Job *job, const char *output)
{
  GFile *file = job->document->file;
  g_autofree char *file_name = file != NULL ? g_file_get_basename (file) : NULL;
  OkrExportOptions options = job->options;
  OkrExport *export;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  OkrExit status;

  options.file_name = file_name;
  export = kept.export = okr_export_new (job->kind, job->document->plan, &options);
  tell_if_empty (job, export);
  bytes = okr_export_render (export, NULL, &error);
  if (bytes == NULL)
    {
      okr_terminal_warn (error->message);
      return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT) ? OKR_EXIT_USAGE
                                                                              : OKR_EXIT_UNWRITABLE;
    }
  tell_of_more_pages (job, export);

  status = write_out (output, bytes);
  if (status == OKR_EXIT_FINE)
    tell_what_is_left_out (job, export);

  return status;
}

static OkrExit
export_plan (const OkrVerb *verb, const char *file, const Options *options, Job *job)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autofree char *owner = NULL;

  kept.document = okr_document_open (file, &status);
  if (kept.document == NULL)
    return status;
  job->document = kept.document;
  job->options.is_landscape = options->is_landscape;
  job->options.sections_begin_pages = options->sections_begin_pages;
  job->is_page_chosen = options->page > 0;
  job->options.page = options->page > 0 ? (guint) options->page - 1 : 0;
  if (is_plan (job, options->output))
    return okr_verb_refuse (verb,
                            _ ("That is the name of a plan, which an export never replaces."));
  if (!find_scope (verb, options, job, &owner, &status))
    return status;

  job->options.owner = owner;

  return render (job, options->output);
}

static OkrExit
prepare_and_export (const OkrVerb *verb, const char *file, const Options *options)
{
  OkrExit status = OKR_EXIT_FINE;
  Job job = { NULL };

  if (!check_options (verb, options, &job, &status))
    return status;
  okr_export_prepare (job.kind);
  status = export_plan (verb, file, options, &job);
  okr_export_end_preparation ();

  return status;
}

static OkrExit
run_with (const OkrVerb *verb, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file to write; “-” is standard output"), N_ ("FILE") },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options->report,
      N_ ("summary, details, full, checkin, retrospective, teams, people, poster, table"),
      N_ ("NAME") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->format,
      N_ ("svg, png, pdf, html, md, csv or ics, where the file's name does not tell"),
      N_ ("FORMAT") },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options->cycle,
      N_ ("Not the current cycle but this one, by name or id; “all” for all of them"),
      N_ ("NAME") },
    { "team", 0, 0, G_OPTION_ARG_FILENAME, &options->team,
      N_ ("Only this team and those that are part of it, by name or id"), N_ ("NAME") },
    { "owner", 0, 0, G_OPTION_ARG_FILENAME, &options->owner,
      N_ ("Only what this person answers for; not in posters"), N_ ("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &options->paper,
      N_ ("a4, a3 or letter; a poster in PDF becomes sheets to glue together"), N_ ("SIZE") },
    { "page", 0, 0, G_OPTION_ARG_INT, &options->page, N_ ("For reports in PNG: which page, from 1"),
      N_ ("NUMBER") },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options->is_landscape,
      N_ ("For reports in PDF or PNG: pages that lie"), NULL },
    { "new-pages", 0, 0, G_OPTION_ARG_NONE, &options->sections_begin_pages,
      N_ ("For the reports teams and people: each section begins on a new page"), NULL },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 1, 1, &arguments, &status) ||
      !okr_verb_take_text (verb, "--report", &options->report, &status) ||
      !okr_verb_take_text (verb, "--format", &options->format, &status) ||
      !okr_verb_take_text (verb, "--cycle", &options->cycle, &status) ||
      !okr_verb_take_text (verb, "--team", &options->team, &status) ||
      !okr_verb_take_text (verb, "--owner", &options->owner, &status) ||
      !okr_verb_take_text (verb, "--paper", &options->paper, &status))
    return status;

  return prepare_and_export (verb, arguments[0], options);
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { NULL };
  const OkrExit status = run_with (verb, argv, &options);

  g_free (options.output);
  g_free (options.report);
  g_free (options.format);
  g_free (options.cycle);
  g_free (options.team);
  g_free (options.owner);
  g_free (options.paper);

  return status;
}

const OkrVerb okr_verb_export = {
  .name = "export",
  .arguments = N_ ("FILE -o OUT"),
  .summary = N_ ("Write a plan as a picture, a page to read or to print, a table or a calendar"),
  .details =
      N_ ("The end of the name tells the format. In .pdf it is a summary of the current cycle "
          "to print, in .html and .md one to read, in .svg and .png the poster: its alignment "
          "picture. In .csv it is a table for spreadsheets, with a row for each key result of all "
          "cycles; “okr import” reads it back. In .ics it is the current cycle’s rhythm and due "
          "dates for a calendar. A file that exists is replaced, unless it is a plan."),
  .run = run,
};
