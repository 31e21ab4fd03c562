/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-report.h"

#include <glib/gi18n-lib.h>

#include "okr-composer-private.h"
#include "okr-pdf.h"
#include "okr-png.h"
#include "okr-report-private.h"

#define RUNNING_HEAD 22.0
#define MOST_PAGES_TO_FIT 3 /* of paper that lies: half of it are gaps and lines of few words */
#define PIXELS_PER_POINT (200 / 72.0)

struct _OkrReport
{
  OkrDigest *digest;
  const OkrReportKind *kind;
  OkrComposer *composer;
  char *title;
  guint n_pages;
};

/* In the order in which they are offered. */
static const OkrReportKind *const kinds[] = {
  &okr_report_summary,       &okr_report_details, &okr_report_full,   &okr_report_checkin,
  &okr_report_retrospective, &okr_report_teams,   &okr_report_people,
};

/**
 * okr_report_find_kind:
 * @name: its name on the command line
 *
 * Returns: (transfer none) (nullable): the kind
 */
const OkrReportKind *
okr_report_find_kind (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i]->name, name))
      return kinds[i];

  return NULL;
}

static void
compose (OkrReport *self)
{
  self->kind->compose (self->composer, self->digest);
  self->n_pages = okr_composer_paginate (self->composer, RUNNING_HEAD, self->digest->file_name);
}

/* Nearly one page becomes one: no more narrow than it takes, and not at all where that is not
 * enough. */
static void
fit (OkrReport *self)
{
  for (guint step = 1; self->n_pages > 1 && step <= OKR_COMPOSER_STEPS; step++)
    {
      okr_composer_begin_anew (self->composer, step);
      compose (self);
    }
  if (self->n_pages == 1)
    return;

  okr_composer_begin_anew (self->composer, 0);
  compose (self);
}

/**
 * okr_report_new:
 * @digest: what to tell
 * @kind: how to tell it
 * @setup: on what paper
 *
 * The same digest gives the same pages, in the same language and with the same fonts.
 *
 * Returns: (transfer full): the pages
 */
OkrReport *
okr_report_new (OkrDigest *digest, const OkrReportKind *kind, const OkrPageSetup *setup)
{
  OkrReport *self;

  g_return_val_if_fail (digest != NULL && kind != NULL && setup != NULL, NULL);

  self = g_new0 (OkrReport, 1);
  self->digest = okr_digest_ref (digest);
  self->kind = kind;
  self->composer = okr_composer_new (setup);
  self->title = okr_report_dup_title (_ (kind->title), digest);
  compose (self);
  if (self->n_pages > 1 && self->n_pages <= MOST_PAGES_TO_FIT &&
      digest->objectives->len <= kind->n_on_one_page)
    fit (self);

  return self;
}

/**
 * okr_report_free:
 * @self: (transfer full): a report
 */
void
okr_report_free (OkrReport *self)
{
  g_return_if_fail (self != NULL);

  okr_composer_free (self->composer);
  okr_digest_unref (self->digest);
  g_free (self->title);
  g_free (self);
}

/**
 * okr_report_get_n_pages:
 *
 * Returns: how many pages there are, at least 1
 */
guint
okr_report_get_n_pages (const OkrReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

static void
draw (OkrReport *self, guint page, cairo_t *cr, gboolean has_tags)
{
  okr_composer_draw (self->composer, page, cr, has_tags);
  okr_composer_draw_margins (self->composer, page, cr, self->digest->title, self->title);
}

/* In a PDF, too: cairo keeps the shape of all that was drawn on a page, which then is one rectangle
 * from the beginning on. */
static void
draw_ground (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

/**
 * okr_report_draw_page:
 * @page: which page, from 0
 * @cr: where to draw, in points from the upper left corner of the paper
 */
void
okr_report_draw_page (OkrReport *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < self->n_pages);

  draw (self, page, cr, FALSE);
}

/**
 * okr_report_write_pdf:
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * The same pages give the same bytes.
 *
 * Returns: (transfer full) (nullable): a PDF with real text, an outline and links
 */
GBytes *
okr_report_write_pdf (OkrReport *self, GCancellable *cancellable, GError **error)
{
  const OkrPageSetup *setup;
  g_autoptr (OkrPdf) pdf = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  setup = &self->composer->setup;
  pdf = okr_pdf_new (setup->width, setup->height, self->title, self->digest->stage,
                     self->digest->title, self->digest->today);
  okr_composer_add_outline (self->composer, pdf->surface);
  for (guint i = 0; i < self->n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      draw_ground (pdf->cr);
      draw (self, i, pdf->cr, TRUE);
      cairo_show_page (pdf->cr);
    }

  return okr_pdf_finish (g_steal_pointer (&pdf), error);
}

typedef struct
{
  OkrReport *report;
  guint page;
} Page;

static void
draw_on_white (cairo_t *cr, double top, double height, gpointer user_data)
{
  const Page *page = user_data;

  draw_ground (cr);
  okr_report_draw_page (page->report, page->page, cr);
}

/**
 * okr_report_write_png:
 * @page: which page, from 0
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a picture of the page, with 200 pixels an inch of paper
 */
GBytes *
okr_report_write_png (OkrReport *self, guint page, GCancellable *cancellable, GError **error)
{
  const OkrPageSetup *setup;
  Page seen = { self, page };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page < self->n_pages, NULL);

  setup = &self->composer->setup;

  return okr_png_write (setup->width, setup->height, PIXELS_PER_POINT, draw_on_white, &seen,
                        cancellable, error);
}
