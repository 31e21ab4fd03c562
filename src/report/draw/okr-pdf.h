/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "okr-day.h"

G_BEGIN_DECLS

/**
 * OkrPdf:
 * @surface: to add an outline to
 * @cr: to draw on
 *
 * A PDF document in the making. The same pages give the same bytes.
 */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;

  /*< private >*/
  GByteArray *bytes;
} OkrPdf;

/**
 * okr_pdf_new:
 * @width: of its pages, in points
 * @height: of its pages
 * @title: what it is
 * @subject: (nullable): what it is about
 * @author: (nullable): whose it is
 * @day: the day of what it tells
 *
 * Returns: (transfer full): a document without pages
 */
OkrPdf *okr_pdf_new (double width, double height, const char *title, const char *subject,
                     const char *author, OkrDay day);

/**
 * okr_pdf_finish:
 * @self: (transfer full): a document
 * @error: return location for an error of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the contents of a file
 */
GBytes *okr_pdf_finish (OkrPdf *self, GError **error);

/**
 * okr_pdf_free:
 * @self: (transfer full): a document that nobody wants any more
 */
void okr_pdf_free (OkrPdf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrPdf, okr_pdf_free)

G_END_DECLS
