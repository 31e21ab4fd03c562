/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-marks.h"

#include <math.h>

#include "okr-progress-geometry.h"

static void
mark_check (OkrBrush *brush, double x, double y, double size, const OkrColor *color)
{
  const OkrStroke stroke = { .width = 0.2 * size, .is_round = TRUE };

  okr_brush_move (brush, x + 0.12 * size, y + 0.54 * size);
  okr_brush_line (brush, x + 0.40 * size, y + 0.80 * size);
  okr_brush_line (brush, x + 0.88 * size, y + 0.22 * size);
  okr_brush_stroke (brush, color, &stroke);
}

static void
mark_triangle (OkrBrush *brush, double x, double y, double size, const OkrColor *color)
{
  okr_brush_move (brush, x + 0.5 * size, y + 0.04 * size);
  okr_brush_line (brush, x + size, y + 0.94 * size);
  okr_brush_line (brush, x, y + 0.94 * size);
  okr_brush_close (brush);
  okr_brush_fill (brush, color);
}

static void
mark_diamond (OkrBrush *brush, double x, double y, double size, const OkrColor *color)
{
  const double half = OKR_MARK_DIAMOND_SIDE * size * G_SQRT2 / 2;
  const double center = size / 2;

  okr_brush_move (brush, x + center, y + center - half);
  okr_brush_line (brush, x + center + half, y + center);
  okr_brush_line (brush, x + center, y + center + half);
  okr_brush_line (brush, x + center - half, y + center);
  okr_brush_close (brush);
  okr_brush_fill (brush, color);
}

void
okr_mark_status (OkrBrush *brush, OkrStatus status, double x, double y, double size,
                 const OkrColor *color)
{
  const double line = MAX (1.5, size / 6);
  const OkrStroke stroke = { .width = line };

  switch (status)
    {
    case OKR_STATUS_ON_TRACK:
      okr_brush_circle (brush, x + size / 2, y + size / 2, size / 2);
      okr_brush_fill (brush, color);
      break;
    case OKR_STATUS_NO_DATA:
      okr_brush_circle (brush, x + size / 2, y + size / 2, (size - line) / 2);
      okr_brush_stroke (brush, color, &stroke);
      break;
    case OKR_STATUS_BEHIND:
      mark_diamond (brush, x, y, size, color);
      break;
    case OKR_STATUS_AT_RISK:
      mark_triangle (brush, x, y, size, color);
      break;
    case OKR_STATUS_ACHIEVED:
      mark_check (brush, x, y, size, color);
      break;
    case OKR_STATUS_NOT_COUNTED:
    default:
      okr_brush_rect (brush, x, y + size * 0.42, size, line, 0);
      okr_brush_fill (brush, color);
      break;
    }
}

static void
ring_track (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double size)
{
  const gboolean dashed = isnan (mark->progress);
  const double radius = (1 - OKR_PROGRESS_RING) * size / 2;
  const double dash = 2 * G_PI * radius / 24;
  const OkrStroke stroke = { .width = dashed ? 2 : size * OKR_PROGRESS_RING,
                             .dash = dashed ? dash * 0.6 : 0,
                             .gap = dash * 0.4 };
  const OkrStroke line = { .width = 1 };
  const OkrColor color = okr_color_with_alpha (&mark->foreground, dashed ? 0.35f : 0.11f);
  const OkrColor edge = okr_color_with_alpha (&mark->foreground, 0.8f);

  okr_brush_circle (brush, x, y, radius);
  okr_brush_stroke (brush, &color, &stroke);
  if (dashed || !okr_palette_is_high_contrast (mark->theme))
    return;
  okr_brush_circle (brush, x, y, (size - 1) / 2);
  okr_brush_circle (brush, x, y, (1 - 2 * OKR_PROGRESS_RING) * size / 2 + 0.5);
  okr_brush_stroke (brush, &edge, &line);
}

static void
ring_fill (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double size)
{
  const double radius = (1 - OKR_PROGRESS_RING) * size / 2;
  const double turn = MIN (mark->progress, 1) * 2 * G_PI;
  const OkrStroke stroke = { .width = size * OKR_PROGRESS_RING, .is_round = TRUE };

  if (mark->progress >= 1)
    okr_brush_circle (brush, x, y, radius);
  else if (mark->mirrored)
    okr_brush_arc (brush, x, y, radius, -G_PI_2 - turn, -G_PI_2);
  else
    okr_brush_arc (brush, x, y, radius, -G_PI_2, -G_PI_2 + turn);
  okr_brush_stroke (brush, &okr_palette_get_status (mark->theme, mark->status)->fill, &stroke);
}

static void
ring_tick (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double size)
{
  const OkrColor color = okr_color_with_alpha (&mark->foreground, 0.7f);
  const double turn = CLAMP (mark->expected, 0, 1) * 2 * G_PI;
  const double angle = -G_PI_2 + (mark->mirrored ? -turn : turn);
  const double inner = (1 - 2 * OKR_PROGRESS_RING) * size / 2;
  const OkrStroke stroke = { .width = MAX (1.5, size / 26) };

  okr_brush_move (brush, x + cos (angle) * inner, y + sin (angle) * inner);
  okr_brush_line (brush, x + cos (angle) * size / 2, y + sin (angle) * size / 2);
  okr_brush_stroke (brush, &color, &stroke);
}

void
okr_mark_ring (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double size)
{
  const double middle_x = x + size / 2;
  const double middle_y = y + size / 2;

  g_return_if_fail (brush != NULL && mark != NULL);

  ring_track (brush, mark, middle_x, middle_y, size);
  if (mark->progress > 0)
    ring_fill (brush, mark, middle_x, middle_y, size);
  if (!isnan (mark->progress) && !isnan (mark->expected))
    ring_tick (brush, mark, middle_x, middle_y, size);
}

static void
bar_dashes (OkrBrush *brush, const OkrColor *color, double x, double y, double width)
{
  for (double at = 0; at < width; at += OKR_PROGRESS_DASH + OKR_PROGRESS_DASH_GAP)
    okr_brush_rect (brush, x + at, y - 1, MIN (OKR_PROGRESS_DASH, width - at), 2, 0);
  okr_brush_fill (brush, color);
}

/* A line with round ends: two points, where its outline has a dozen. */
static void
bar_line (OkrBrush *brush, const OkrColor *color, double x, double y, double length, double height)
{
  const OkrStroke stroke = { .width = height, .is_round = TRUE };

  okr_brush_move (brush, x + height / 2, y + height / 2);
  okr_brush_line (brush, x + length - height / 2, y + height / 2);
  okr_brush_stroke (brush, color, &stroke);
}

static void
bar_track (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double width,
           double height)
{
  const OkrColor color = okr_color_with_alpha (&mark->foreground, 0.11f);
  const OkrColor edge = okr_color_with_alpha (&mark->foreground, 0.8f);
  const OkrStroke line = { .width = 1 };

  bar_line (brush, &color, x, y, width, height);
  if (!okr_palette_is_high_contrast (mark->theme))
    return;
  okr_brush_rect (brush, x + 0.5, y + 0.5, width - 1, height - 1, height / 2);
  okr_brush_stroke (brush, &edge, &line);
}

/* A fill that is shorter than it is high is what the round end of the track leaves of it. */
static void
bar_fill (OkrBrush *brush, const OkrColor *color, const OkrProgressGeometry *g, double x, double y,
          double height, gboolean mirrored)
{
  const double radius = height / 2;
  const double length = g->fill_length;
  double angle;

  if (length > height)
    {
      bar_line (brush, color, x + g->fill_start, y, length, height);
      return;
    }
  angle = acos (CLAMP (1 - length / radius, 0, 1));
  if (mirrored)
    okr_brush_arc (brush, x + g->fill_start + length - radius, y + radius, radius, -angle, angle);
  else
    okr_brush_arc (brush, x + radius, y + radius, radius, G_PI - angle, G_PI + angle);
  if (length > radius)
    {
      const double end = mirrored ? x + g->fill_start : x + length;

      okr_brush_line (brush, end, mirrored ? y + height : y);
      okr_brush_line (brush, end, mirrored ? y : y + height);
    }
  okr_brush_close (brush);
  okr_brush_fill (brush, color);
}

static void
bar_arrow (OkrBrush *brush, const OkrColor *color, double x, double y, double length,
           gboolean to_right)
{
  okr_brush_move (brush, to_right ? x + length : x - length, y);
  okr_brush_line (brush, x, y - length);
  okr_brush_line (brush, x, y + length);
  okr_brush_close (brush);
  okr_brush_fill (brush, color);
}

void
okr_mark_bar (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double width,
              double height)
{
  const double track = height * OKR_PROGRESS_TRACK;
  const double middle = y + height / 2;
  const OkrColor *fill;
  OkrColor shade;
  OkrProgressGeometry g;

  g_return_if_fail (brush != NULL && mark != NULL);

  fill = &okr_palette_get_status (mark->theme, mark->status)->fill;
  okr_progress_geometry (&g, mark->progress, mark->expected, width, mark->mirrored);
  shade = okr_color_with_alpha (&mark->foreground, 0.35f);
  if (g.defined)
    bar_track (brush, mark, x, middle - track / 2, width, track);
  else
    bar_dashes (brush, &shade, x, middle, width);
  if (g.fill_length > 0)
    bar_fill (brush, fill, &g, x, middle - track / 2, track, mark->mirrored);
  if (g.is_over || g.is_under)
    {
      const gboolean to_right = g.is_over != mark->mirrored;

      bar_arrow (brush, fill,
                 to_right ? x + width + OKR_PROGRESS_ARROW_GAP : x - OKR_PROGRESS_ARROW_GAP, middle,
                 track * OKR_PROGRESS_ARROW, to_right);
    }
  if (isnan (g.tick))
    return;
  shade = okr_color_with_alpha (&mark->foreground,
                                okr_palette_is_high_contrast (mark->theme) ? 1.f : 0.65f);
  okr_brush_rect (brush, x + g.tick - OKR_PROGRESS_TICK_WIDTH / 2, y, OKR_PROGRESS_TICK_WIDTH,
                  height, 0);
  okr_brush_fill (brush, &shade);
}
