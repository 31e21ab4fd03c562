/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "okr-composer.h"
#include "okr-digest.h"

G_BEGIN_DECLS

/**
 * OkrReportKind:
 * @name: its name on the command line, such as "summary"
 * @title: what it is called, to be translated: "OKR summary"
 * @sections: into what its digest has to be divided
 * @is_brief: whether it shows figures only: no charts, milestones, initiatives or check-ins
 * @n_on_one_page: up to how many objectives stand on one page, if they can be made to
 * @compose: puts what a digest says into blocks
 *
 * A kind of report. To add one, write a file with one of these and enter it into the table of
 * okr-report.c.
 */
typedef struct
{
  const char *name;
  const char *title;
  OkrDigestSections sections;
  gboolean is_brief;
  guint n_on_one_page;
  void (*compose) (OkrComposer *composer, const OkrDigest *digest);
} OkrReportKind;

/**
 * OkrReport:
 *
 * Pages, ready to be drawn: for the printer, its preview, a PDF or a picture. Made in any thread
 * from a digest, and drawn in any thread, by one at a time.
 */
typedef struct _OkrReport OkrReport;

const OkrReportKind *okr_report_find_kind (const char *name);

OkrReport *okr_report_new (OkrDigest *digest, const OkrReportKind *kind, const OkrPageSetup *setup);
void okr_report_free (OkrReport *self);
guint okr_report_get_n_pages (const OkrReport *self);
void okr_report_draw_page (OkrReport *self, guint page, cairo_t *cr);
GBytes *okr_report_write_pdf (OkrReport *self, GCancellable *cancellable, GError **error);
GBytes *okr_report_write_png (OkrReport *self, guint page, GCancellable *cancellable,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrReport, okr_report_free)

G_END_DECLS
