/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-poster.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-format.h"
#include "okr-png.h"
#include "okr-poster-private.h"

#define PIXELS 2.0
/* What cairo can draw on, and what other programs can open. */
#define LARGEST_SIDE 32000.0
#define LARGEST_AREA 120e6

static const char *const extensions[] = {
  [OKR_POSTER_SVG] = "svg",
  [OKR_POSTER_PNG] = "png",
  [OKR_POSTER_PDF] = "pdf",
};

static void
add_cycle (GPtrArray *facts, OkrPlan *plan, OkrCycle *cycle)
{
  char *stage;

  if (cycle == NULL)
    {
      if (g_list_model_get_n_items (okr_plan_get_cycles (plan)) > 0)
        g_ptr_array_add (facts, g_strdup (_ ("All cycles")));
      return;
    }

  g_ptr_array_add (facts, g_strdup (okr_item_get_title (OKR_ITEM (cycle))));
  stage = okr_format_cycle_stage (okr_cycle_get_start (cycle), okr_cycle_get_end (cycle),
                                  okr_plan_get_today (plan), okr_cycle_get_state (cycle));
  if (stage != NULL)
    g_ptr_array_add (facts, stage);
}

/* "Digital · Q1 2027 · week 8 of 13 · 24 February 2027" */
static char *
create_subtitle (OkrPlan *plan, const OkrPictureOptions *options)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  if (options != NULL && options->scope != NULL)
    g_ptr_array_add (facts, g_strdup (options->scope));
  add_cycle (facts, plan, options != NULL ? options->cycle : NULL);
  g_ptr_array_add (facts, okr_format_day (okr_plan_get_today (plan)));
  g_ptr_array_add (facts, NULL);

  /* Translators: between two short facts in one line */
  return g_strjoinv (_ (" · "), (char **) facts->pdata);
}

/**
 * okr_poster_new:
 * @plan: a plan
 * @options: (nullable): what to show of it
 *
 * Returns: (transfer full): the poster of what @plan says now
 */
OkrPoster *
okr_poster_new (OkrPlan *plan, const OkrPictureOptions *options)
{
  OkrPoster *self;
  const char *title;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  self = g_new0 (OkrPoster, 1);
  title = okr_item_get_title (OKR_ITEM (plan));
  self->today = okr_plan_get_today (plan);
  self->picture = okr_picture_new (plan, options);
  self->title = g_strdup (*title != '\0' ? title : _ ("Objectives and key results"));
  self->subtitle = create_subtitle (plan, options);

  return self;
}

/**
 * okr_poster_free:
 * @self: (transfer full): a poster
 */
void
okr_poster_free (OkrPoster *self)
{
  g_return_if_fail (self != NULL);

  okr_picture_unref (self->picture);
  g_free (self->title);
  g_free (self->subtitle);
  g_strfreev (self->title_lines);
  g_strfreev (self->subtitle_lines);
  g_clear_pointer (&self->fonts, okr_fonts_free);
  g_free (self);
}

static GBytes *
to_svg (OkrPoster *self)
{
  g_autoptr (OkrBrush) brush = okr_brush_new_for_svg (self->fonts);
  char *text;

  okr_poster_paint (self, brush, NULL, &okr_palette_get_scene (OKR_PALETTE_LIGHT)->ground);
  text = okr_brush_finish_svg (brush, self->width, self->height, self->title, self->subtitle);

  return g_bytes_new_take (text, strlen (text));
}

/* A picture of thousands of boxes gets as many pixels as a picture may have. */
static double
choose_pixels (const OkrPoster *self)
{
  const double largest = MAX (self->width, self->height);

  return MIN (PIXELS,
              MIN (LARGEST_SIDE / largest, sqrt (LARGEST_AREA / (self->width * self->height))));
}

static void
draw_band (cairo_t *cr, double top, double height, gpointer user_data)
{
  OkrPoster *self = user_data;
  const OkrPictureRect visible = { 0, top, self->width, height };
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, self->fonts);

  okr_poster_paint (self, brush, &visible, &okr_palette_get_scene (OKR_PALETTE_LIGHT)->ground);
}

static void
on_cancelled_cb (GCancellable *cancellable, gint *cancelled)
{
  g_atomic_int_set (cancelled, 1);
}

static gboolean
lay_out (OkrPoster *self, GCancellable *cancellable, GError **error)
{
  gint cancelled = 0;
  const gulong handler =
      cancellable != NULL
          ? g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), &cancelled, NULL)
          : 0;
  const gboolean done = okr_picture_layout (self->picture, NULL, &cancelled);

  g_cancellable_disconnect (cancellable, handler);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return done;
}

/* Once is enough for the picture; fonts belong to the thread that asks for them. */
gboolean
okr_poster_lay_out (OkrPoster *self, GCancellable *cancellable, GError **error)
{
  const gboolean is_laid_out = self->fonts != NULL;

  g_clear_pointer (&self->fonts, okr_fonts_free);
  self->fonts = okr_fonts_new (NULL);
  if (!is_laid_out)
    {
      okr_picture_wrap (self->picture, self->fonts);
      if (!lay_out (self, cancellable, error))
        {
          g_clear_pointer (&self->fonts, okr_fonts_free);
          return FALSE;
        }
    }
  okr_poster_measure (self);

  return TRUE;
}

/**
 * okr_poster_render:
 * @self: a poster
 * @format: what to make of it
 * @paper: for a PDF: how large the pages are
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * The same plan on the same day, in the same language and with the same fonts, gives the same
 * bytes.
 *
 * Returns: (transfer full) (nullable): the contents of a file
 */
GBytes *
okr_poster_render (OkrPoster *self, OkrPosterFormat format, OkrPaper paper,
                   GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!okr_poster_lay_out (self, cancellable, error))
    return NULL;

  switch (format)
    {
    case OKR_POSTER_PNG:
      return okr_png_write (self->width, self->height, choose_pixels (self), draw_band, self,
                            cancellable, error);
    case OKR_POSTER_PDF:
      return okr_poster_to_pdf (self, paper, error);
    case OKR_POSTER_SVG:
    default:
      return to_svg (self);
    }
}

/**
 * okr_poster_format_find:
 * @extension: the end of a file's name, without the dot; case does not matter
 * @format: (out): the format, untouched when there is none
 *
 * Returns: whether there is such a format
 */
gboolean
okr_poster_format_find (const char *extension, OkrPosterFormat *format)
{
  g_return_val_if_fail (extension != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_ascii_strcasecmp (extension, extensions[i]) == 0)
      {
        *format = (OkrPosterFormat) i;
        return TRUE;
      }

  return FALSE;
}
