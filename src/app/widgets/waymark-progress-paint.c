/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-progress-paint.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "waymark-status-style.h"

#define TICK_WIDTH 2.f
#define ARROW_GAP 1.f
#define DASH_LENGTH 6.f
#define DASH_GAP 4.f

static GdkRGBA
with_alpha (const GdkRGBA *color, float alpha)
{
  GdkRGBA result = *color;

  result.alpha *= alpha;

  return result;
}

static gboolean
is_high_contrast (void)
{
  return waymark_status_style_get_theme () >= WAYMARK_STATUS_THEME_LIGHT_HC;
}

static void
snapshot_pill (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  GskRoundedRect outline;

  g_assert (GTK_IS_SNAPSHOT (snapshot));

  gsk_rounded_rect_init_from_rect (&outline, area, area->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

/* A triangle without cairo: a square standing on its corner, of which a half is cut away. */
static void
snapshot_arrow (GtkSnapshot *snapshot, float x, float center, float length, gboolean to_right,
                const GdkRGBA *color)
{
  const float half = length * (float) G_SQRT2 / 2;
  const float left = to_right ? x : x - length;

  g_assert (GTK_IS_SNAPSHOT (snapshot));

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (left, center - length, length, 2 * length));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, center));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (-half, -half, 2 * half, 2 * half));
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_dashes (GtkSnapshot *snapshot, const graphene_rect_t *track, const GdkRGBA *color)
{
  const float y = roundf (track->origin.y + track->size.height / 2 - 1);
  const float end = track->origin.x + track->size.width;

  g_assert (GTK_IS_SNAPSHOT (snapshot));

  for (float x = track->origin.x; x < end; x += DASH_LENGTH + DASH_GAP)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT (x, y, MIN (DASH_LENGTH, end - x), 2));
}

static void
snapshot_track (GtkSnapshot *snapshot, const graphene_rect_t *track, const GdkRGBA *foreground)
{
  const GdkRGBA line = with_alpha (foreground, 0.8f);
  const GdkRGBA ground = with_alpha (foreground, 0.11f);
  const GdkRGBA colors[4] = { line, line, line, line };
  const float widths[4] = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  g_assert (GTK_IS_SNAPSHOT (snapshot));

  snapshot_pill (snapshot, track, &ground);
  if (is_high_contrast ())
    {
      gsk_rounded_rect_init_from_rect (&outline, track, track->size.height / 2);
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
    }
}

/* The fill is round at both ends. One that is too short for that is cut straight by the clip of
 * the track, so that a first per cent is seen as more than a speck. */
static void
snapshot_fill (GtkSnapshot *snapshot, const graphene_rect_t *track,
               const WaymarkProgressGeometry *geometry, const GdkRGBA *color)
{
  graphene_rect_t fill = *track;
  GskRoundedRect outline;

  g_assert (GTK_IS_SNAPSHOT (snapshot));

  fill.origin.x += (float) geometry->fill_start;
  fill.size.width = (float) geometry->fill_length;
  if (fill.size.width >= fill.size.height)
    {
      snapshot_pill (snapshot, &fill, color);
      return;
    }
  gsk_rounded_rect_init_from_rect (&outline, track, track->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &fill);
  gtk_snapshot_pop (snapshot);
}

/* How much of the ring is filled, as an arc from the top. */
static void
draw_arc (cairo_t *cr, double size, double fraction)
{
  const double width = size / 7;
  const double radius = (size - width) / 2;

  g_assert (cr != NULL);

  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, 0, radius, -G_PI_2, -G_PI_2 + fraction * 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_ring_track (cairo_t *cr, double size, const GdkRGBA *foreground, gboolean dashed)
{
  const GdkRGBA color = with_alpha (foreground, dashed ? 0.35f : 0.11f);
  const double radius = size * 3 / 7;
  const double dash = 2 * G_PI * radius / 24;

  g_assert (cr != NULL);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, dashed ? 2 : size / 7);
  if (dashed)
    cairo_set_dash (cr, (double[]){ dash * 0.6, dash * 0.4 }, 2, 0);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (!dashed && is_high_contrast ())
    {
      const GdkRGBA line = with_alpha (foreground, 0.8f);

      gdk_cairo_set_source_rgba (cr, &line);
      cairo_set_line_width (cr, 1);
      cairo_arc (cr, 0, 0, (size - 1) / 2, 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, size * 5 / 14 + 0.5, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

static void
draw_ring_tick (cairo_t *cr, double size, double expected, const GdkRGBA *foreground)
{
  const GdkRGBA color = with_alpha (foreground, 0.7f);
  const double angle = -G_PI_2 + CLAMP (expected, 0, 1) * 2 * G_PI;

  g_assert (cr != NULL);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, MAX (1.5, size / 26));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, cos (angle) * size * 5 / 14, sin (angle) * size * 5 / 14);
  cairo_line_to (cr, cos (angle) * size / 2, sin (angle) * size / 2);
  cairo_stroke (cr);
}

void
waymark_progress_geometry (WaymarkProgressGeometry *geometry, double progress, double expected,
                           double width, gboolean mirrored)
{
  const double shown = CLAMP (progress, 0, 1);

  g_return_if_fail (geometry != NULL);

  *geometry = (WaymarkProgressGeometry){ .tick = NAN };
  if (!isnan (expected))
    {
      geometry->tick = CLAMP (expected, 0, 1) * width;
      if (mirrored)
        geometry->tick = width - geometry->tick;
    }
  if (isnan (progress))
    return;

  geometry->defined = TRUE;
  geometry->is_over = progress > 1;
  geometry->is_under = progress < 0;
  geometry->fill_length = shown * width;
  geometry->fill_start = mirrored ? width - geometry->fill_length : 0;
}

void
waymark_progress_snapshot_bar (GtkSnapshot *snapshot, const graphene_rect_t *area, double progress,
                               double expected, OkrStatus status, const GdkRGBA *foreground,
                               gboolean mirrored)
{
  const GdkRGBA *fill = &waymark_status_style_get (status)->fill;
  const GdkRGBA ink = with_alpha (foreground, is_high_contrast () ? 1.f : 0.65f);
  const GdkRGBA dash = with_alpha (foreground, 0.35f);
  const float height = roundf (area->size.height * 0.56f);
  /* Room for the nub and the arrow is kept always, so that all bars of a column have one length. */
  const float arrow = roundf (height * 0.6f);
  const float margin = arrow + ARROW_GAP;
  const float center = area->origin.y + area->size.height / 2;
  WaymarkProgressGeometry g;
  graphene_rect_t track = { { area->origin.x + margin, roundf (center - height / 2) },
                            { area->size.width - 2 * margin, height } };

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  if (track.size.width < height)
    return;

  waymark_progress_geometry (&g, progress, expected, track.size.width, mirrored);
  if (g.defined)
    snapshot_track (snapshot, &track, foreground);
  else
    snapshot_dashes (snapshot, &track, &dash);

  if (g.fill_length > 0)
    snapshot_fill (snapshot, &track, &g, fill);
  if (g.is_over || g.is_under)
    {
      const gboolean to_right = g.is_over != mirrored;
      const float x =
          to_right ? track.origin.x + track.size.width + ARROW_GAP : track.origin.x - ARROW_GAP;

      snapshot_arrow (snapshot, x, track.origin.y + height / 2, arrow, to_right, fill);
    }
  if (!isnan (g.tick))
    gtk_snapshot_append_color (snapshot, &ink,
                               &GRAPHENE_RECT_INIT (roundf (track.origin.x + (float) g.tick -
                                                            TICK_WIDTH / 2),
                                                    area->origin.y, TICK_WIDTH, area->size.height));
}

void
waymark_progress_snapshot_ring (GtkSnapshot *snapshot, const graphene_rect_t *area, double progress,
                                double expected, OkrStatus status, const GdkRGBA *foreground,
                                gboolean mirrored)
{
  const double size = area->size.width;
  cairo_t *cr;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  cr = gtk_snapshot_append_cairo (snapshot, area);
  cairo_translate (cr, area->origin.x + size / 2, area->origin.y + size / 2);
  if (mirrored)
    cairo_scale (cr, -1, 1);

  draw_ring_track (cr, size, foreground, isnan (progress));
  if (progress > 0)
    {
      gdk_cairo_set_source_rgba (cr, &waymark_status_style_get (status)->fill);
      draw_arc (cr, size, MIN (progress, 1));
    }
  if (!isnan (expected))
    draw_ring_tick (cr, size, expected, foreground);
  cairo_destroy (cr);
}

char *
waymark_progress_dup_text (double progress, double expected, OkrStatus status)
{
  const char *label = waymark_status_style_get_label (status);
  g_autofree char *percent = okr_format_progress (progress);
  g_autofree char *expected_percent = NULL;

  if (isnan (progress))
    return g_strdup (label);

  if (isnan (expected))
    /* Translators: progress and status, as "20 %, At risk" */
    return g_strdup_printf (_ ("%1$s, %2$s"), percent, label);

  expected_percent = okr_format_progress (expected);
  /* Translators: progress, expected progress and status, as "20 %, expected 58 %, At risk" */
  return g_strdup_printf (_ ("%1$s, expected %2$s, %3$s"), percent, expected_percent, label);
}

void
waymark_progress_update_accessible (GtkWidget *widget, double progress, double expected,
                                    OkrStatus status)
{
  g_autofree char *text = waymark_progress_dup_text (progress, expected, status);
  /* GTK refuses what is not finite. */
  const double percent = isnan (progress) ? 0 : CLAMP (progress * 100, -1e9, 1e9);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  MIN (percent, 0.0), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  MAX (percent, 100.0), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, percent,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

char *
waymark_progress_dup_number (double progress)
{
  double percent;

  if (isnan (progress))
    return g_strdup (OKR_FORMAT_NOTHING);

  /* Rounded like okr_format_progress(), so that ring and text never disagree. */
  percent = round (progress * 100);
  if (progress > 0 && progress < 1)
    percent = CLAMP (percent, 1, 99);
  else if (progress < 0)
    percent = MIN (percent, -1);

  return okr_format_number (percent, 0);
}

gboolean
waymark_progress_equal (double a, double b)
{
  return isnan (a) ? isnan (b) : !(a < b || a > b || isnan (b));
}
