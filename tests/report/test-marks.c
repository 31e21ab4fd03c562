/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "okr-format.h"
#include "okr-html-private.h"
#include "okr-marks.h"
#include "okr-progress-geometry.h"

#define N_STATUSES (OKR_STATUS_AT_RISK + 1)
#define SIZE 24

static const OkrColor black = { 0.f, 0.f, 0.f, 1.f };

static double
channel (float value)
{
  return value <= 0.03928f ? (double) value / 12.92 : pow (((double) value + 0.055) / 1.055, 2.4);
}

static double
contrast (const OkrColor *a, const OkrColor *b)
{
  const double la =
      0.2126 * channel (a->red) + 0.7152 * channel (a->green) + 0.0722 * channel (a->blue);
  const double lb =
      0.2126 * channel (b->red) + 0.7152 * channel (b->green) + 0.0722 * channel (b->blue);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
test_contrast (void)
{
  for (int i = 0; i < OKR_N_PALETTE_THEMES; i++)
    {
      const OkrPaletteTheme theme = (OkrPaletteTheme) i;
      const OkrSceneColors *scene = okr_palette_get_scene (theme);
      const gboolean is_hc = okr_palette_is_high_contrast (theme);

      g_assert_cmpfloat (contrast (&scene->text, &scene->card), >=, is_hc ? 12 : 7);
      g_assert_cmpfloat (contrast (&scene->dim, &scene->card), >=, is_hc ? 7 : 4.5);
      g_assert_cmpfloat (contrast (&scene->dim, &scene->ground), >=, is_hc ? 7 : 4.5);
      g_assert_cmpfloat (contrast (&scene->accent, &scene->card), >=, is_hc ? 4.5 : 3);
      g_assert_cmpfloat (contrast (&scene->link, &scene->ground), >=, is_hc ? 7 : 2.5);
      for (int status = 0; status < N_STATUSES; status++)
        {
          const OkrStatusColors *colors = okr_palette_get_status (theme, (OkrStatus) status);

          g_assert_cmpfloat (contrast (&colors->text, &colors->tint), >=, is_hc ? 7 : 4.5);
          g_assert_cmpfloat (contrast (&colors->text, &scene->card), >=, 4.5);
        }
    }
}

typedef struct
{
  cairo_surface_t *surface;
  OkrBrush *brush;
} Sheet;

static void
open_sheet (Sheet *sheet)
{
  cairo_t *cr;

  sheet->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 4 * SIZE, SIZE);
  cr = cairo_create (sheet->surface);
  sheet->brush = okr_brush_new_for_cairo (cr, NULL);
  cairo_destroy (cr);
}

static void
close_sheet (Sheet *sheet)
{
  okr_brush_free (sheet->brush);
  cairo_surface_destroy (sheet->surface);
}

static guint
ink_at (Sheet *sheet, int x, int y)
{
  cairo_surface_flush (sheet->surface);

  return cairo_image_surface_get_data (
      sheet->surface)[y * cairo_image_surface_get_stride (sheet->surface) + x];
}

/* Of the pixels in which two marks differ, how many there are: colour is never the only signal. */
static void
test_shapes (void)
{
  Sheet sheets[N_STATUSES];

  for (int i = 0; i < N_STATUSES; i++)
    {
      open_sheet (&sheets[i]);
      okr_mark_status (sheets[i].brush, (OkrStatus) i, 2, 2, SIZE - 4, &black);
    }
  for (int i = 0; i < N_STATUSES; i++)
    for (int j = 0; j < i; j++)
      {
        guint n = 0;

        for (int at = 0; at < SIZE * SIZE; at++)
          n += ABS ((int) ink_at (&sheets[i], at % SIZE, at / SIZE) -
                    (int) ink_at (&sheets[j], at % SIZE, at / SIZE)) > 128;
        g_assert_cmpuint (n, >, 40);
      }
  for (int i = 0; i < N_STATUSES; i++)
    close_sheet (&sheets[i]);
}

static OkrProgressMark
make_mark (double progress, double expected, gboolean mirrored)
{
  return (OkrProgressMark){ progress,          expected, OKR_STATUS_ON_TRACK,
                            OKR_PALETTE_LIGHT, black,    mirrored };
}

/* Inks of a bar from 10 to 60: before it, at a quarter, at three quarters, behind it. */
static void
test_bar (void)
{
  static const struct
  {
    double progress;
    gboolean mirrored;
    gboolean inks[4];
  } cases[] = {
    { 0, FALSE, { FALSE, FALSE, FALSE, FALSE } },   { 0.5, FALSE, { FALSE, TRUE, FALSE, FALSE } },
    { 0.5, TRUE, { FALSE, FALSE, TRUE, FALSE } },   { 1, FALSE, { FALSE, TRUE, TRUE, FALSE } },
    { 1.3, FALSE, { FALSE, TRUE, TRUE, TRUE } },    { 1.3, TRUE, { TRUE, TRUE, TRUE, FALSE } },
    { -0.2, FALSE, { TRUE, FALSE, FALSE, FALSE } }, { -0.2, TRUE, { FALSE, FALSE, FALSE, TRUE } },
  };
  static const int places[] = { 7, 22, 47, 62 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OkrProgressMark mark = make_mark (cases[i].progress, NAN, cases[i].mirrored);
      Sheet sheet;

      open_sheet (&sheet);
      okr_mark_bar (sheet.brush, &mark, 10, 4, 50, 16);
      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_test_message ("row %u, place %u", i, j);
          g_assert_cmpint (ink_at (&sheet, places[j], 12) > 128, ==, cases[i].inks[j]);
        }
      close_sheet (&sheet);
    }
}

/* A fill that is shorter than it is high stays inside of the round end of the track. */
static void
test_short_fill (void)
{
  for (int mirrored = 0; mirrored < 2; mirrored++)
    for (int percent = 1; percent < 20; percent++)
      {
        const OkrProgressMark mark = make_mark (percent / 100.0, NAN, mirrored);
        const int end = mirrored ? 59 - percent / 2 - 1 : 10 + percent / 2 + 1;
        Sheet sheet;

        open_sheet (&sheet);
        okr_mark_bar (sheet.brush, &mark, 10, 2, 50, 20);
        g_assert_cmpuint (ink_at (&sheet, mirrored ? 59 : 10, 12), >, 60);
        g_assert_cmpuint (ink_at (&sheet, end, 12), <, 40);
        g_assert_cmpuint (ink_at (&sheet, mirrored ? 59 : 10, 7), <, 128);
        close_sheet (&sheet);
      }
}

static void
test_tick (void)
{
  const OkrProgressMark mark = make_mark (0.1, 0.5, FALSE);
  Sheet sheet;

  open_sheet (&sheet);
  okr_mark_bar (sheet.brush, &mark, 10, 2, 50, 20);
  g_assert_cmpuint (ink_at (&sheet, 35, 3), >, 100);
  g_assert_cmpuint (ink_at (&sheet, 38, 3), ==, 0);
  close_sheet (&sheet);
}

/* Nothing is compared with what has no progress. */
static void
test_no_tick (void)
{
  const OkrProgressMark mark = make_mark (NAN, 0.25, FALSE);
  const OkrProgressMark plain = make_mark (NAN, NAN, FALSE);
  Sheet sheet, other;

  open_sheet (&sheet);
  open_sheet (&other);
  okr_mark_ring (sheet.brush, &mark, 0, 0, SIZE);
  okr_mark_ring (other.brush, &plain, 0, 0, SIZE);
  for (int x = 0; x < SIZE; x++)
    g_assert_cmpuint (ink_at (&sheet, x, SIZE / 2), ==, ink_at (&other, x, SIZE / 2));
  close_sheet (&sheet);
  close_sheet (&other);
}

/* Which quarters of a ring are filled, from the top. */
static void
test_ring (void)
{
  static const struct
  {
    double progress;
    gboolean mirrored;
    gboolean filled[4];
  } cases[] = {
    { 0, FALSE, { FALSE, FALSE, FALSE, FALSE } },    { 0.25, FALSE, { TRUE, FALSE, FALSE, FALSE } },
    { 0.25, TRUE, { FALSE, FALSE, FALSE, TRUE } },   { 0.75, FALSE, { TRUE, TRUE, TRUE, FALSE } },
    { 1, FALSE, { TRUE, TRUE, TRUE, TRUE } },        { 1.5, TRUE, { TRUE, TRUE, TRUE, TRUE } },
    { -0.5, FALSE, { FALSE, FALSE, FALSE, FALSE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OkrProgressMark mark = make_mark (cases[i].progress, NAN, cases[i].mirrored);
      Sheet sheet;

      open_sheet (&sheet);
      okr_mark_ring (sheet.brush, &mark, 0, 0, SIZE);
      for (int quarter = 0; quarter < 4; quarter++)
        {
          const double angle = (quarter - 0.5) * G_PI_2;
          const int x = (int) (SIZE / 2 + cos (angle) * SIZE * 3 / 7);
          const int y = (int) (SIZE / 2 + sin (angle) * SIZE * 3 / 7);

          g_test_message ("row %u, quarter %d", i, quarter);
          g_assert_cmpint (ink_at (&sheet, x, y) > 128, ==, cases[i].filled[quarter]);
        }
      close_sheet (&sheet);
    }
}

static void
test_geometry (void)
{
  static const struct
  {
    double progress, expected;
    gboolean mirrored;
    gboolean defined, is_over, is_under;
    double start, length, tick;
  } cases[] = {
    { 0.2, 0.58, FALSE, TRUE, FALSE, FALSE, 0, 20, 58 },
    { 0.2, 0.58, TRUE, TRUE, FALSE, FALSE, 80, 20, 42 },
    { 0, 0, FALSE, TRUE, FALSE, FALSE, 0, 0, 0 },
    { 1, 1, FALSE, TRUE, FALSE, FALSE, 0, 100, 100 },
    { 1.25, 2, FALSE, TRUE, TRUE, FALSE, 0, 100, 100 },
    { -0.25, -1, FALSE, TRUE, FALSE, TRUE, 0, 0, 0 },
    { -0.25, -1, TRUE, TRUE, FALSE, TRUE, 100, 0, 100 },
    { NAN, 0.5, FALSE, FALSE, FALSE, FALSE, 0, 0, NAN },
    { 0.5, NAN, FALSE, TRUE, FALSE, FALSE, 0, 50, NAN },
    { INFINITY, INFINITY, FALSE, TRUE, TRUE, FALSE, 0, 100, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrProgressGeometry g;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      okr_progress_geometry (&g, cases[i].progress, cases[i].expected, 100, cases[i].mirrored);
      g_assert_cmpint (g.defined, ==, cases[i].defined);
      g_assert_cmpint (g.is_over, ==, cases[i].is_over);
      g_assert_cmpint (g.is_under, ==, cases[i].is_under);
      g_assert_cmpfloat_with_epsilon (g.fill_start, cases[i].start, 1e-9);
      g_assert_cmpfloat_with_epsilon (g.fill_length, cases[i].length, 1e-9);
      if (isnan (cases[i].tick))
        g_assert_true (isnan (g.tick));
      else
        g_assert_cmpfloat_with_epsilon (g.tick, cases[i].tick, 1e-9);
    }
}

/* What a page says in shapes is what paper says: arrows at the ends, dashes and no tick where there
 * is no progress. */
static void
test_html_bar (void)
{
  static const struct
  {
    double progress;
    gboolean mirrored;
    gboolean is_left, is_right, is_dashed;
  } cases[] = {
    { 0, FALSE, FALSE, FALSE, FALSE },    { 1, FALSE, FALSE, FALSE, FALSE },
    { 1.3, FALSE, FALSE, TRUE, FALSE },   { 1.3, TRUE, TRUE, FALSE, FALSE },
    { -0.14, FALSE, TRUE, FALSE, FALSE }, { -0.14, TRUE, FALSE, TRUE, FALSE },
    { NAN, FALSE, FALSE, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      okr_html_append_bar (out, cases[i].progress, 0.57, OKR_STATUS_AT_RISK, "x",
                           cases[i].mirrored);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, out->str);
      g_assert_cmpint (strstr (out->str, "d=\"M-1.00,-4.57V4.57L-5.57,0Z\"") != NULL, ==,
                       cases[i].is_left);
      g_assert_cmpint (strstr (out->str, "d=\"M1.00,-4.57V4.57L5.57,0Z\"") != NULL, ==,
                       cases[i].is_right);
      g_assert_cmpint (strstr (out->str, "<svg x=\"100%\"") != NULL, ==, cases[i].is_right);
      g_assert_cmpint (strstr (out->str, "stroke-dasharray") != NULL, ==, cases[i].is_dashed);
      g_assert_cmpint (strstr (out->str, "class=\"track\"") == NULL, ==, cases[i].is_dashed);
      g_assert_cmpint (strstr (out->str, "class=\"tick\"") == NULL, ==, cases[i].is_dashed);
    }
}

static void
test_ring_number (void)
{
  static const struct
  {
    double progress;
    const char *number;
  } cases[] = {
    { NAN, "—" }, { 0, "0" },      { 0.001, "1" },   { 0.37, "37" },   { 0.999, "99" },
    { 1, "100" }, { 1.25, "125" }, { -0.25, "−25" }, { -0.001, "−1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = okr_format_progress_number (cases[i].progress);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

/* Bars with their marks, on a page of twice the size; ends the brush. */
static cairo_surface_t *
draw_page (OkrBrush *(*create) (cairo_t *cr))
{
  static const double all_progress[] = { 0, 0.03, 0.4, 0.5, 1, 1.3, -0.2, NAN };
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 160, 400);
  cairo_t *cr = cairo_create (page);
  OkrBrush *brush;

  cairo_scale (cr, 2, 2);
  brush = create (cr);
  for (guint i = 0; i < G_N_ELEMENTS (all_progress); i++)
    {
      OkrProgressMark mark = make_mark (all_progress[i], i % 3 == 0 ? NAN : 0.45, FALSE);

      mark.status = (OkrStatus) (i % N_STATUSES);
      okr_brush_open (brush, NULL, NULL, NULL);
      okr_brush_translate (brush, 0, i * SIZE);
      okr_mark_bar (brush, &mark, 10, 2, 40, 20);
      okr_brush_end (brush);
      okr_brush_open (brush, NULL, NULL, NULL);
      okr_mark_status (brush, mark.status, 62, i * SIZE + 4, 14, &black);
      okr_brush_end (brush);
    }
  okr_brush_free (brush);
  cairo_destroy (cr);
  cairo_surface_flush (page);

  return page;
}

static OkrBrush *
create_plain (cairo_t *cr)
{
  return okr_brush_new_for_cairo (cr, NULL);
}

static void
test_gathered (void)
{
  cairo_surface_t *gathered = draw_page (okr_brush_new_gathering);
  cairo_surface_t *plain = draw_page (create_plain);
  const int size = cairo_image_surface_get_height (plain) * cairo_image_surface_get_stride (plain);
  guint ink = 0;

  for (int i = 0; i < size; i++)
    {
      const int value = cairo_image_surface_get_data (plain)[i];

      g_assert_cmpint (ABS (value - cairo_image_surface_get_data (gathered)[i]), <=, 16);
      ink += value > 128;
    }
  g_assert_cmpuint (ink, >, 10000);
  cairo_surface_destroy (gathered);
  cairo_surface_destroy (plain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marks/contrast", test_contrast);
  g_test_add_func ("/marks/shapes", test_shapes);
  g_test_add_func ("/marks/bar", test_bar);
  g_test_add_func ("/marks/short-fill", test_short_fill);
  g_test_add_func ("/marks/tick", test_tick);
  g_test_add_func ("/marks/no-tick", test_no_tick);
  g_test_add_func ("/marks/ring", test_ring);
  g_test_add_func ("/marks/gathered", test_gathered);
  g_test_add_func ("/marks/geometry", test_geometry);
  g_test_add_func ("/marks/html-bar", test_html_bar);
  g_test_add_func ("/marks/ring-number", test_ring_number);

  return g_test_run ();
}
