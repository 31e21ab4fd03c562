/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-pdf.h"

#include <glib/gi18n-lib.h>

#include "okr-visible-text.h"

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
describe (OkrPdf *self, cairo_pdf_metadata_t what, const char *text)
{
  g_autofree char *visible = NULL;

  if (text == NULL || *text == '\0')
    return;
  visible = okr_visible_text (text, OKR_VISIBLE_KEEP_ISOLATES);
  cairo_pdf_surface_set_metadata (self->surface, what, visible);
}

OkrPdf *
okr_pdf_new (double width, double height, const char *title, const char *subject,
             const char *author, OkrDay day)
{
  OkrPdf *self;
  g_autofree char *iso = okr_day_to_iso (day);
  g_autofree char *created = g_strconcat (iso, "T00:00:00Z", NULL);

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (OkrPdf, 1);
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append, self->bytes, width, height);
  self->cr = cairo_create (self->surface);
  describe (self, CAIRO_PDF_METADATA_TITLE, title);
  describe (self, CAIRO_PDF_METADATA_SUBJECT, subject);
  describe (self, CAIRO_PDF_METADATA_AUTHOR, author);
  describe (self, CAIRO_PDF_METADATA_CREATOR, "Waymark " WAYMARK_VERSION);
  describe (self, CAIRO_PDF_METADATA_CREATE_DATE, created);

  return self;
}

GBytes *
okr_pdf_finish (OkrPdf *self, GError **error)
{
  g_autoptr (OkrPdf) finished = self;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  status = cairo_status (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: the reason that cairo gives */
                   _ ("The page cannot be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&finished->bytes));
}

void
okr_pdf_free (OkrPdf *self)
{
  g_return_if_fail (self != NULL);

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}
