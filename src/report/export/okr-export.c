/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-export.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "okr-calendar.h"
#include "okr-csv.h"
#include "okr-html.h"
#include "okr-markdown.h"
#include "okr-report.h"

struct _OkrExport
{
  const OkrExportKind *kind;
  OkrPaper paper;
  OkrPageSetup setup;
  gboolean has_setup;
  OkrPoster *poster; /* or */
  OkrDigest *digest; /* or */
  GBytes *text;      /* one of them, or none where there is nothing to write */
  guint n_objectives;
  OkrReport *report; /* once it is laid out to be printed */
};

/* In the order in which they are offered. */
static const OkrExportFormat formats[] = {
  { "pdf", N_ ("PDF"), N_ ("Pages to print and to send") },
  { "png", N_ ("PNG Picture"), N_ ("For slides and messages") },
  { "svg", N_ ("SVG Picture"), N_ ("Sharp at any size, for web pages and drawing programs") },
  { "html", N_ ("Web Page"), N_ ("One file that any browser shows, on phones too") },
  { "md", N_ ("Markdown"), N_ ("Text for wikis, chats and notes") },
  { "csv", N_ ("CSV Table"), N_ ("For spreadsheets") },
  { "ics", N_ ("Calendar"), N_ ("Check-ins, reviews and due dates for calendar programs") },
};

static const OkrExportKind kinds[] = {
  {
      .extension = "svg",
      .report = "poster",
      .title = N_ ("Alignment Poster"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("poster"),
      .format = OKR_POSTER_SVG,
  },
  {
      .extension = "png",
      .report = "poster",
      .title = N_ ("Alignment Poster"),
      .word = N_ ("poster"),
      .format = OKR_POSTER_PNG,
  },
  {
      .extension = "pdf",
      .report = "summary",
      .title = N_ ("Summary"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("summary"),
      .has_paper = TRUE,
      .has_pages = TRUE,
  },
  {
      .extension = "pdf",
      .report = "details",
      .title = N_ ("Details"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("details"),
      .has_paper = TRUE,
      .has_pages = TRUE,
  },
  {
      .extension = "pdf",
      .report = "full",
      .title = N_ ("Summary and Details"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("report"),
      .has_paper = TRUE,
      .has_pages = TRUE,
  },
  {
      .extension = "pdf",
      .report = "checkin",
      .title = N_ ("Check-in Sheet"),
      .word = N_ ("check-in sheet"),
      .has_paper = TRUE,
      .has_pages = TRUE,
  },
  {
      .extension = "pdf",
      .report = "retrospective",
      .title = N_ ("Retrospective"),
      .word = N_ ("retrospective"),
      .has_paper = TRUE,
      .has_pages = TRUE,
  },
  {
      .extension = "pdf",
      .report = "teams",
      .title = N_ ("By Team"),
      .word = N_ ("by team"),
      .has_paper = TRUE,
      .has_pages = TRUE,
      .has_sections = TRUE,
  },
  {
      .extension = "pdf",
      .report = "people",
      .title = N_ ("By Person"),
      .word = N_ ("by person"),
      .has_paper = TRUE,
      .has_pages = TRUE,
      .has_sections = TRUE,
  },
  {
      .extension = "pdf",
      .report = "poster",
      .title = N_ ("Alignment Poster"),
      .word = N_ ("poster"),
      .has_paper = TRUE,
      .format = OKR_POSTER_PDF,
  },
  {
      .extension = "csv",
      .report = "table",
      .title = N_ ("Table of Key Results"),
      .has_all_cycles = TRUE,
      .write = okr_csv_from_plan,
  },
  {
      .extension = "csv",
      .report = "checkin",
      .title = N_ ("Log of Check-ins"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("check-ins"),
      .has_all_cycles = TRUE,
      .write = okr_csv_from_check_ins,
  },
  {
      .extension = "html",
      .report = "summary",
      .title = N_ ("Summary"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("summary"),
      .write = okr_html_summary,
  },
  {
      .extension = "html",
      .report = "details",
      .title = N_ ("Details"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("details"),
      .write = okr_html_details,
  },
  {
      .extension = "md",
      .report = "summary",
      .title = N_ ("Summary"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("summary"),
      .write = okr_markdown_summary,
  },
  {
      .extension = "md",
      .report = "details",
      .title = N_ ("Details"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("details"),
      .write = okr_markdown_details,
  },
  {
      .extension = "ics",
      .report = "rhythm",
      .title = N_ ("Calendar of the Rhythm"),
      .empty = N_ ("There is nothing to put into a calendar: no cycle with a start and an end, and "
                   "no due date."),
      .write = okr_calendar_from_plan,
  },
};

/**
 * okr_export_get_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (array length=n_formats) (transfer none): all formats that have a name
 */
const OkrExportFormat *
okr_export_get_formats (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * okr_export_find_format:
 * @extension: the end of a file's name, without the dot; case does not matter
 *
 * Returns: (transfer none) (nullable): the format
 */
const OkrExportFormat *
okr_export_find_format (const char *extension)
{
  g_return_val_if_fail (extension != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].extension, extension) == 0)
      return &formats[i];

  return NULL;
}

/**
 * okr_export_get_kinds:
 * @n_kinds: (out): how many there are
 *
 * Returns: (array length=n_kinds) (transfer none): all that can be exported
 */
const OkrExportKind *
okr_export_get_kinds (guint *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * okr_export_find_kind:
 * @extension: the end of a file's name, without the dot; case does not matter
 * @report: (nullable): the name of a report, or %NULL for the usual one
 *
 * Returns: (transfer none) (nullable): what is meant
 */
const OkrExportKind *
okr_export_find_kind (const char *extension, const char *report)
{
  g_return_val_if_fail (extension != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (kinds[i].extension, extension) == 0 &&
        (report == NULL || g_str_equal (kinds[i].report, report)))
      return &kinds[i];

  return NULL;
}

/**
 * okr_export_dup_extensions:
 *
 * Returns: (transfer full): the extensions that there are, as a list to be read: "svg, png, …"
 */
char *
okr_export_dup_extensions (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (okr_export_find_kind (kinds[i].extension, NULL) == &kinds[i])
      g_ptr_array_add (names, (char *) kinds[i].extension);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * okr_export_dup_reports:
 * @extension: the end of a file's name, without the dot; case does not matter
 *
 * Returns: (transfer full): the reports that there are in that format, as a list to be read
 */
char *
okr_export_dup_reports (const char *extension)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (extension != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (kinds[i].extension, extension) == 0)
      g_ptr_array_add (names, (char *) kinds[i].report);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * okr_export_dup_stem:
 * @kind: what is exported
 * @plan: what the plan is called
 *
 * Returns: (transfer full): what to call it, as a file or a print: "northwind-q1 summary"
 */
char *
okr_export_dup_stem (const OkrExportKind *kind, const char *plan)
{
  char *stem;

  g_return_val_if_fail (kind != NULL && plan != NULL, NULL);

  stem = kind->word != NULL ? g_strdup_printf ("%s %s", plan, _ (kind->word)) : g_strdup (plan);

  return g_strdelimit (stem, "/\\", '-');
}

/**
 * okr_export_dup_name:
 * @kind: what is exported
 * @plan: what the plan is called
 *
 * Returns: (transfer full): the name to propose for the file, such as "northwind-q1 summary.pdf"
 */
char *
okr_export_dup_name (const OkrExportKind *kind, const char *plan)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (kind != NULL && plan != NULL, NULL);

  stem = okr_export_dup_stem (kind, plan);

  return g_strdup_printf ("%s.%s", stem, kind->extension);
}

static gboolean
is_called_like_plan (const char *path)
{
  const gsize length = strlen (path);

  return length >= 4 && g_ascii_strcasecmp (path + length - 4, ".okr") == 0;
}

/* Writing follows symbolic links, and keeps hard ones by writing into the file itself. */
static gboolean
leads_to_plan (const char *path, GFile *plan)
{
  const char *plan_path = plan != NULL ? g_file_peek_path (plan) : NULL;
  char *real = realpath (path, NULL);
  gboolean is_plan = real != NULL && is_called_like_plan (real);
  GStatBuf target_stat, plan_stat;

  free (real);

  return is_plan ||
         (plan_path != NULL && g_stat (path, &target_stat) == 0 &&
          g_stat (plan_path, &plan_stat) == 0 && target_stat.st_dev == plan_stat.st_dev &&
          target_stat.st_ino == plan_stat.st_ino);
}

/**
 * okr_export_may_write:
 * @target: where an export is to go
 * @plan: (nullable): the file of the plan that is exported
 *
 * An export that is there may be replaced by a newer one, a plan never is: neither what is called
 * like one, nor what a link with another name leads to.
 *
 * Returns: whether @target is no plan
 */
gboolean
okr_export_may_write (GFile *target, GFile *plan)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (G_IS_FILE (target), FALSE);
  g_return_val_if_fail (plan == NULL || G_IS_FILE (plan), FALSE);

  base = g_file_get_basename (target);
  if ((base != NULL && is_called_like_plan (base)) || (plan != NULL && g_file_equal (plan, target)))
    return FALSE;

  return g_file_peek_path (target) == NULL || !leads_to_plan (g_file_peek_path (target), plan);
}

static GHashTable *
find_objectives (OkrPlan *plan, const OkrExportOptions *options)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (okr_plan_is_in_scope (plan, objective, options->cycle, options->team))
        g_hash_table_add (found, g_strdup (okr_item_get_id (OKR_ITEM (objective))));
    }

  return found;
}

/**
 * okr_export_new:
 * @kind: what to make
 * @plan: a plan
 * @options: (nullable): which part of it, and how
 *
 * Returns: (transfer full): what @plan says now, about to be exported
 */
OkrExport *
okr_export_new (const OkrExportKind *kind, OkrPlan *plan, const OkrExportOptions *options)
{
  static const OkrExportOptions everything = { NULL };
  OkrExport *self;
  g_autoptr (GHashTable) objectives = NULL;

  g_return_val_if_fail (kind != NULL && OKR_IS_PLAN (plan), NULL);

  if (options == NULL)
    options = &everything;
  objectives = find_objectives (plan, options);
  self = g_new0 (OkrExport, 1);
  self->kind = kind;
  self->paper = options->paper;
  self->has_setup = options->setup != NULL;
  if (self->has_setup)
    self->setup = *options->setup;
  else
    okr_page_setup_init (&self->setup, options->paper, options->is_landscape);
  self->setup.sections_begin_pages = options->sections_begin_pages;
  self->n_objectives = g_hash_table_size (objectives);
  if (kind->write != NULL)
    {
      self->text = kind->write (plan, options->cycle, options->team);
    }
  else if (kind->has_pages)
    {
      const OkrDigestOptions digest = { .cycle = options->cycle,
                                        .team = options->team,
                                        .sections = okr_report_find_kind (kind->report)->sections,
                                        .file_name = options->file_name };

      self->digest = okr_digest_new (plan, &digest);
    }
  else
    {
      const OkrPictureOptions picture = { .cycle = options->cycle,
                                          .only = options->team != NULL ? objectives : NULL };

      self->poster = okr_poster_new (plan, &picture);
    }

  return self;
}

/**
 * okr_export_free:
 * @self: (transfer full): an export
 */
void
okr_export_free (OkrExport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->poster, okr_poster_free);
  g_clear_pointer (&self->report, okr_report_free);
  g_clear_pointer (&self->digest, okr_digest_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

/**
 * okr_export_get_n_objectives:
 *
 * Returns: how many objectives are in the part that is exported
 */
guint
okr_export_get_n_objectives (const OkrExport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_objectives;
}

/**
 * okr_export_paginate:
 * @self: an export of a kind of PDF
 * @setup: the paper
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * Lays it out to be printed, instead of rendering it; again for other paper. It may be done in any
 * thread; pages are drawn in the one that has laid them out last.
 *
 * Returns: how many pages there are; 0 with an error
 */
guint
okr_export_paginate (OkrExport *self, const OkrPageSetup *setup, GCancellable *cancellable,
                     GError **error)
{
  OkrPageSetup own;

  g_return_val_if_fail (self != NULL && setup != NULL, 0);
  g_return_val_if_fail (self->poster != NULL || self->digest != NULL, 0);

  if (self->poster != NULL)
    return okr_poster_cut (self->poster, setup, cancellable, error);

  own = *setup;
  own.sections_begin_pages = self->setup.sections_begin_pages;
  g_clear_pointer (&self->report, okr_report_free);
  self->report = okr_report_new (self->digest, okr_report_find_kind (self->kind->report), &own);

  return okr_report_get_n_pages (self->report);
}

/**
 * okr_export_draw_page:
 * @self: an export that was laid out
 * @page: the number of a page, from 0
 * @cr: where to, in points from the upper left corner of the paper
 */
void
okr_export_draw_page (OkrExport *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (self->poster != NULL || self->report != NULL);

  if (self->poster != NULL)
    okr_poster_draw_sheet (self->poster, page, cr);
  else
    okr_report_draw_page (self->report, page, cr);
}

static GBytes *
render_pages (OkrExport *self, GCancellable *cancellable, GError **error)
{
  if (okr_export_paginate (self, &self->setup, cancellable, error) == 0)
    return NULL;

  return self->poster != NULL ? okr_poster_write_sheets (self->poster, error)
                              : okr_report_write_pdf (self->report, cancellable, error);
}

/**
 * okr_export_render:
 * @self: an export that was not rendered yet
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * The same plan on the same day, in the same language and with the same fonts, gives the same
 * bytes.
 *
 * Returns: (transfer full) (nullable): the contents of a file
 */
GBytes *
okr_export_render (OkrExport *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->text != NULL)
    return g_bytes_ref (self->text);
  if (self->digest != NULL || (self->poster != NULL && self->has_setup))
    return render_pages (self, cancellable, error);
  if (self->poster == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ (self->kind->empty));
      return NULL;
    }

  return okr_poster_render (self->poster, self->kind->format, self->paper, cancellable, error);
}
