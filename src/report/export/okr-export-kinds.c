/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-calendar.h"
#include "okr-csv.h"
#include "okr-export.h"
#include "okr-html.h"
#include "okr-markdown.h"

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

/* What becomes an OkrReport. */
#define PAGES(end, name, label, file_word, sections)                                        \
  {                                                                                         \
    .extension = end, .report = name, .title = label, .word = file_word, .has_paper = TRUE, \
    .has_pages = TRUE, .has_sections = sections, .has_person = !sections                    \
  }

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
  PAGES ("png", "summary", N_ ("Summary"), N_ ("summary"), FALSE),
  PAGES ("png", "details", N_ ("Details"), N_ ("details"), FALSE),
  PAGES ("png", "full", N_ ("Summary and Details"), N_ ("report"), FALSE),
  PAGES ("png", "checkin", N_ ("Check-in Sheet"), N_ ("check-in sheet"), FALSE),
  PAGES ("png", "retrospective", N_ ("Retrospective"), N_ ("retrospective"), FALSE),
  PAGES ("png", "teams", N_ ("By Team"), N_ ("by team"), TRUE),
  PAGES ("png", "people", N_ ("By Person"), N_ ("by person"), TRUE),
  /* Translators: the last word of each goes into the name of a file, after that of the plan */
  PAGES ("pdf", "summary", N_ ("Summary"), N_ ("summary"), FALSE),
  PAGES ("pdf", "details", N_ ("Details"), N_ ("details"), FALSE),
  PAGES ("pdf", "full", N_ ("Summary and Details"), N_ ("report"), FALSE),
  PAGES ("pdf", "checkin", N_ ("Check-in Sheet"), N_ ("check-in sheet"), FALSE),
  PAGES ("pdf", "retrospective", N_ ("Retrospective"), N_ ("retrospective"), FALSE),
  PAGES ("pdf", "teams", N_ ("By Team"), N_ ("by team"), TRUE),
  PAGES ("pdf", "people", N_ ("By Person"), N_ ("by person"), TRUE),
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
      .has_person = TRUE,
      .write = okr_csv_from_plan,
      .dup_left_out = okr_csv_dup_left_out,
  },
  {
      .extension = "csv",
      .report = "checkin",
      .title = N_ ("Log of Check-ins"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("check-ins"),
      .has_all_cycles = TRUE,
      .has_person = TRUE,
      .write = okr_csv_from_check_ins,
  },
  {
      .extension = "html",
      .report = "summary",
      .title = N_ ("Summary"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("summary"),
      .has_person = TRUE,
      .write = okr_html_summary,
  },
  {
      .extension = "html",
      .report = "details",
      .title = N_ ("Details"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("details"),
      .has_person = TRUE,
      .write = okr_html_details,
  },
  {
      .extension = "md",
      .report = "summary",
      .title = N_ ("Summary"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("summary"),
      .has_person = TRUE,
      .write = okr_markdown_summary,
  },
  {
      .extension = "md",
      .report = "details",
      .title = N_ ("Details"),
      /* Translators: goes into the name of a file, after that of the plan */
      .word = N_ ("details"),
      .has_person = TRUE,
      .write = okr_markdown_details,
  },
  {
      .extension = "ics",
      .report = "rhythm",
      .title = N_ ("Calendar of the Rhythm"),
      .empty = N_ ("There is nothing to put into a calendar: no cycle with a start and an end, and "
                   "no due date."),
      .has_person = TRUE,
      .has_initiatives = TRUE,
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
 * okr_export_is_one_page:
 * @kind: what is exported
 *
 * Returns: whether it is a single page of a report, see #OkrExportOptions.page
 */
gboolean
okr_export_is_one_page (const OkrExportKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  return kind->has_pages && g_str_equal (kind->extension, "png");
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
