/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-pdf.h"
#include "okr-poster-private.h"

#define POINTS_PER_PIXEL 0.75
#define POINTS_PER_MM (72 / 25.4)
#define LEAST_MARGIN (10 * POINTS_PER_MM)
#define OVERLAP (10 * POINTS_PER_MM)
#define LARGEST_PAGE 14400.0 /* points; readers refuse more */
#define MARK_LENGTH 10.0
#define LEAST_SHRINKING 0.7 /* smaller than that, rows are hard to read on paper */

static guint
count_steps (double length, double room, double step)
{
  return length <= room ? 1 : 1 + (guint) ceil ((length - room) / step - 1e-9);
}

static OkrPosterSheets
cut (const OkrPoster *self, double width, double height, double margin)
{
  const double room_x = MAX (width - 2 * margin, 4 * OVERLAP);
  const double room_y = MAX (height - 2 * margin, 4 * OVERLAP);
  const double fitting = MIN (room_x / self->width, room_y / self->height) / POINTS_PER_PIXEL;
  OkrPosterSheets sheets = { width, height, margin,          room_x - OVERLAP, room_y - OVERLAP,
                             1,     1,      POINTS_PER_PIXEL };

  /* Better a little smaller than in pieces. */
  if (fitting >= LEAST_SHRINKING)
    {
      sheets.scale *= MIN (fitting, 1);
      return sheets;
    }
  sheets.n_columns = count_steps (self->width * POINTS_PER_PIXEL, room_x, sheets.step_x);
  sheets.n_rows = count_steps (self->height * POINTS_PER_PIXEL, room_y, sheets.step_y);

  return sheets;
}

/* Upright or lying, whatever takes fewer sheets. */
static OkrPosterSheets
choose_sheets (const OkrPoster *self, OkrPaper paper)
{
  OkrPageSetup setup;
  OkrPosterSheets upright;
  OkrPosterSheets lying;

  okr_page_setup_init (&setup, paper, FALSE);
  upright = cut (self, setup.width, setup.height, LEAST_MARGIN);
  lying = cut (self, setup.height, setup.width, LEAST_MARGIN);
  if (lying.n_columns * lying.n_rows != upright.n_columns * upright.n_rows)
    return lying.n_columns * lying.n_rows < upright.n_columns * upright.n_rows ? lying : upright;

  return lying.scale >= upright.scale ? lying : upright;
}

/* A dashed line where the neighbour's edge goes, with short cutting marks in the margins. */
static void
mark_overlap (OkrBrush *brush, double x1, double y1, double x2, double y2)
{
  const OkrColor color = { 0.55f, 0.55f, 0.57f, 1.f };
  const OkrStroke dashed = { .width = 0.5, .dash = 3, .gap = 3 };
  const OkrStroke solid = { .width = 0.75 };
  const gboolean is_upright = x2 - x1 < y2 - y1;
  const double dx = is_upright ? 0 : MARK_LENGTH;
  const double dy = is_upright ? MARK_LENGTH : 0;

  okr_brush_move (brush, x1, y1);
  okr_brush_line (brush, x2, y2);
  okr_brush_stroke (brush, &color, &dashed);
  okr_brush_move (brush, x1 - dx, y1 - dy);
  okr_brush_line (brush, x1, y1);
  okr_brush_move (brush, x2, y2);
  okr_brush_line (brush, x2 + dx, y2 + dy);
  okr_brush_stroke (brush, &color, &solid);
}

static void
mark_sheet (const OkrPosterSheets *sheets, OkrBrush *brush, guint column, guint row)
{
  const double right = sheets->width - sheets->margin;
  const double bottom = sheets->height - sheets->margin;
  const OkrColor color = { 0.35f, 0.35f, 0.37f, 1.f };
  g_autofree char *text = NULL;

  if (column + 1 < sheets->n_columns)
    mark_overlap (brush, sheets->margin + sheets->step_x, sheets->margin,
                  sheets->margin + sheets->step_x, bottom);
  if (row + 1 < sheets->n_rows)
    mark_overlap (brush, sheets->margin, sheets->margin + sheets->step_y, right,
                  sheets->margin + sheets->step_y);
  if (sheets->n_columns * sheets->n_rows == 1)
    return;

  /* Translators: where a sheet of a poster goes, and its number: "Row 1, column 2 – 2 of 6" */
  text = g_strdup_printf (_ ("Row %1$u, column %2$u – %3$u of %4$u"), row + 1, column + 1,
                          row * sheets->n_columns + column + 1, sheets->n_columns * sheets->n_rows);
  okr_brush_text (brush, OKR_TEXT_SUBTITLE, text, sheets->margin, bottom + sheets->margin / 2,
                  right - sheets->margin, OKR_TEXT_LEFT, &color);
}

static void
paint_sheet (OkrPoster *self, cairo_t *cr, const OkrPosterSheets *sheets, guint column, guint row)
{
  const OkrColor white = { 1.f, 1.f, 1.f, 1.f };
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, self->fonts);
  const double x = column * sheets->step_x;
  const double y = row * sheets->step_y;
  const OkrPictureRect visible = {
    x / sheets->scale,
    y / sheets->scale,
    (sheets->width - 2 * sheets->margin) / sheets->scale,
    (sheets->height - 2 * sheets->margin) / sheets->scale,
  };

  cairo_save (cr);
  cairo_rectangle (cr, sheets->margin, sheets->margin, sheets->width - 2 * sheets->margin,
                   sheets->height - 2 * sheets->margin);
  cairo_clip (cr);
  cairo_translate (cr, sheets->margin - x, sheets->margin - y);
  cairo_scale (cr, sheets->scale, sheets->scale);
  okr_poster_paint (self, brush, &visible, &white);
  cairo_restore (cr);
  mark_sheet (sheets, brush, column, row);
}

static void
paint_sheets (OkrPoster *self, cairo_t *cr, const OkrPosterSheets *sheets)
{
  for (guint row = 0; row < sheets->n_rows; row++)
    for (guint column = 0; column < sheets->n_columns; column++)
      {
        paint_sheet (self, cr, sheets, column, row);
        cairo_show_page (cr);
      }
}

static void
paint_page (OkrPoster *self, cairo_t *cr, double scale)
{
  const OkrColor white = { 1.f, 1.f, 1.f, 1.f };
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, self->fonts);

  cairo_scale (cr, scale, scale);
  okr_poster_paint (self, brush, NULL, &white);
  cairo_show_page (cr);
}

static OkrPdf *
new_pdf (OkrPoster *self, double width, double height)
{
  OkrPdf *pdf = okr_pdf_new (width, height, self->title, self->subtitle, NULL, self->today);

  cairo_pdf_surface_add_outline (pdf->surface, CAIRO_PDF_OUTLINE_ROOT, self->title,
                                 "page=1 pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN);

  return pdf;
}

static GBytes *
write_page (OkrPoster *self, GError **error)
{
  const double largest = MAX (self->width, self->height);
  const double scale = MIN (POINTS_PER_PIXEL, LARGEST_PAGE / largest);
  OkrPdf *pdf = new_pdf (self, self->width * scale, self->height * scale);

  paint_page (self, pdf->cr, scale);

  return okr_pdf_finish (pdf, error);
}

GBytes *
okr_poster_to_pdf (OkrPoster *self, OkrPaper paper, GError **error)
{
  if (paper == OKR_PAPER_POSTER)
    return write_page (self, error);

  self->sheets = choose_sheets (self, paper);

  return okr_poster_write_sheets (self, error);
}

/**
 * okr_poster_cut:
 * @self: a poster
 * @setup: the paper
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * Cuts the poster into sheets to be printed, which overlap so that they can be glued together.
 *
 * Returns: how many sheets there are, row by row; 0 with an error
 */
guint
okr_poster_cut (OkrPoster *self, const OkrPageSetup *setup, GCancellable *cancellable,
                GError **error)
{
  double margin = LEAST_MARGIN;

  g_return_val_if_fail (self != NULL && setup != NULL, 0);

  margin = MAX (margin, MAX (setup->left, setup->right));
  margin = MAX (margin, MAX (setup->top, setup->bottom));
  if (!okr_poster_lay_out (self, cancellable, error))
    return 0;
  self->sheets = cut (self, setup->width, setup->height, margin);

  return self->sheets.n_columns * self->sheets.n_rows;
}

/**
 * okr_poster_write_sheets:
 * @self: a poster that was cut, in the same thread
 * @error: return location for an error of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a PDF with a page for each sheet
 */
GBytes *
okr_poster_write_sheets (OkrPoster *self, GError **error)
{
  OkrPdf *pdf;

  g_return_val_if_fail (self != NULL && self->sheets.n_columns > 0, NULL);

  pdf = new_pdf (self, self->sheets.width, self->sheets.height);
  paint_sheets (self, pdf->cr, &self->sheets);

  return okr_pdf_finish (pdf, error);
}

/**
 * okr_poster_draw_sheet:
 * @self: a poster that was cut, in the same thread
 * @sheet: the number of a sheet, from 0
 * @cr: where to, in points from the upper left corner of the paper
 */
void
okr_poster_draw_sheet (OkrPoster *self, guint sheet, cairo_t *cr)
{
  g_return_if_fail (self != NULL && self->fonts != NULL && cr != NULL);
  g_return_if_fail (sheet < self->sheets.n_columns * self->sheets.n_rows);

  cairo_save (cr);
  paint_sheet (self, cr, &self->sheets, sheet % self->sheets.n_columns,
               sheet / self->sheets.n_columns);
  cairo_restore (cr);
}
