/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture as large as a poster is never in memory as a whole: it is painted, packed and forgotten
 * band by band. What writes a finished surface needs hundreds of megabytes for it, and spends most
 * of its time on trying five filters for each row. */
#include "config.h"

#include "okr-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define BAND_HEIGHT 256
#define LEVEL 4
#define UP 2 /* the filter that stores how a row differs from the one above it */
#define CHUNK 65536

typedef struct
{
  GByteArray *bytes;
  GConverter *packer;
  guint8 *above; /* the row above, three bytes a pixel */
  guint8 *row;   /* the filter's number, then the row as it is stored */
  guint width;
} Png;

/* What is written. */
typedef struct
{
  OkrPngDraw draw;
  gpointer user_data;
  double scale;
} Source;

/* The checksum of ISO 3309, four bits at a time. */
static guint32
update_crc (guint32 crc, const guint8 *data, gsize length)
{
  static const guint32 table[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };

  for (gsize i = 0; i < length; i++)
    {
      crc = table[(crc ^ data[i]) & 15] ^ crc >> 4;
      crc = table[(crc ^ (guint32) data[i] >> 4) & 15] ^ crc >> 4;
    }

  return crc;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  const guint32 stored = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &stored, sizeof stored);
}

static void
append_chunk (GByteArray *bytes, const char *kind, const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  append_number (bytes, (guint32) length);
  g_byte_array_append (bytes, (const guint8 *) kind, 4);
  if (length > 0)
    g_byte_array_append (bytes, data, (guint) length);
  crc = update_crc (crc, (const guint8 *) kind, 4);
  crc = update_crc (crc, data, length);
  append_number (bytes, ~crc);
}

static void
append_header (GByteArray *bytes, guint width, guint height)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  /* Eight bits for each of red, green and blue; not interlaced. */
  static const guint8 kind[] = { 8, 2, 0, 0, 0 };
  g_autoptr (GByteArray) header = g_byte_array_new ();

  append_number (header, width);
  append_number (header, height);
  g_byte_array_append (header, kind, sizeof kind);
  g_byte_array_append (bytes, signature, sizeof signature);
  append_chunk (bytes, "IHDR", header->data, header->len);
}

static gboolean
pack (Png *self, const guint8 *data, gsize length, GConverterFlags flags, GError **error)
{
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED && (length > 0 || (flags & G_CONVERTER_INPUT_AT_END) != 0))
    {
      guint8 out[CHUNK];
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (self->packer, data, length, out, sizeof out, flags, &n_read,
                                    &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      if (n_written > 0)
        append_chunk (self->bytes, "IDAT", out, n_written);
      data += n_read;
      length -= n_read;
    }

  return TRUE;
}

static gboolean
pack_row (Png *self, const guint8 *pixels, GError **error)
{
  self->row[0] = UP;
  for (guint i = 0; i < self->width; i++)
    {
      guint32 pixel;

      memcpy (&pixel, pixels + 4 * i, sizeof pixel);
      for (guint k = 0; k < 3; k++)
        {
          const guint8 value = (guint8) (pixel >> (16 - 8 * k));

          self->row[1 + 3 * i + k] = (guint8) (value - self->above[3 * i + k]);
          self->above[3 * i + k] = value;
        }
    }

  return pack (self, self->row, 1 + 3 * (gsize) self->width, G_CONVERTER_NO_FLAGS, error);
}

/* What is drawn in a band is clipped to it by the surface. */
static gboolean
draw_band (const Source *source, guint first, guint n_rows, guint stride, guint8 *pixels,
           GError **error)
{
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_RGB24, (int) (stride / 4),
                                           (int) n_rows, (int) stride);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_translate (cr, 0, -(double) first);
  cairo_scale (cr, source->scale, source->scale);
  source->draw (cr, first / source->scale, n_rows / source->scale, source->user_data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 /* Translators: the reason that cairo gives */
                 _ ("The picture cannot be drawn: %s."), cairo_status_to_string (status));

  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
pack_rows (Png *self, guint height, const Source *source, GCancellable *cancellable, GError **error)
{
  const guint stride = 4 * self->width;
  g_autofree guint8 *pixels = g_malloc ((gsize) stride * BAND_HEIGHT);

  for (guint first = 0; first < height; first += BAND_HEIGHT)
    {
      const guint n_rows = MIN (BAND_HEIGHT, height - first);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !draw_band (source, first, n_rows, stride, pixels, error))
        return FALSE;
      for (guint i = 0; i < n_rows; i++)
        if (!pack_row (self, pixels + (gsize) stride * i, error))
          return FALSE;
    }

  return pack (self, NULL, 0, G_CONVERTER_INPUT_AT_END, error);
}

/**
 * okr_png_write:
 * @width: of the picture, in its own units, more than 0
 * @height: of the picture, in its own units, more than 0
 * @scale: pixels a unit
 * @draw: called for one band after another, from the top; it fills the whole ground
 * @user_data: for @draw
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the contents of a PNG file
 */
GBytes *
okr_png_write (double width, double height, double scale, OkrPngDraw draw, gpointer user_data,
               GCancellable *cancellable, GError **error)
{
  const guint n_columns = (guint) ceil (width * scale);
  const guint n_rows = (guint) ceil (height * scale);
  const Source source = { draw, user_data, scale };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
  g_autofree guint8 *above = g_malloc0 (3 * (gsize) n_columns);
  g_autofree guint8 *row = g_malloc (1 + 3 * (gsize) n_columns);
  Png png = { bytes, G_CONVERTER (packer), above, row, n_columns };

  g_return_val_if_fail (n_columns > 0 && n_rows > 0 && draw != NULL, NULL);

  append_header (bytes, n_columns, n_rows);
  if (!pack_rows (&png, n_rows, &source, cancellable, error))
    return NULL;
  append_chunk (bytes, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
