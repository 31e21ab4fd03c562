/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-progress-paint.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "okr-marks.h"
#include "okr-progress-geometry.h"
#include "waymark-status-style.h"

/* Scene graphs count in single precision. */
#define TICK_WIDTH ((float) OKR_PROGRESS_TICK_WIDTH)
#define ARROW_GAP ((float) OKR_PROGRESS_ARROW_GAP)
#define DASH_LENGTH ((float) OKR_PROGRESS_DASH)
#define DASH_GAP ((float) OKR_PROGRESS_DASH_GAP)

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
  return waymark_status_style_get_theme () >= OKR_PALETTE_LIGHT_HC;
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
               const OkrProgressGeometry *geometry, const GdkRGBA *color)
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

void
waymark_progress_snapshot_bar (GtkSnapshot *snapshot, const graphene_rect_t *area, double progress,
                               double expected, const GdkRGBA *fill, const GdkRGBA *foreground,
                               gboolean mirrored)
{
  const GdkRGBA ink = with_alpha (foreground, is_high_contrast () ? 1.f : 0.65f);
  const GdkRGBA dash = with_alpha (foreground, 0.35f);
  const float height = roundf (area->size.height * (float) OKR_PROGRESS_TRACK);
  /* Room for the nub and the arrow is kept always, so that all bars of a column have one length. */
  const float arrow = roundf (height * (float) OKR_PROGRESS_ARROW);
  const float margin = arrow + ARROW_GAP;
  const float center = area->origin.y + area->size.height / 2;
  OkrProgressGeometry g;
  graphene_rect_t track = { { area->origin.x + margin, roundf (center - height / 2) },
                            { area->size.width - 2 * margin, height } };

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot) && fill != NULL);

  if (track.size.width < height)
    return;

  okr_progress_geometry (&g, progress, expected, track.size.width, mirrored);
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
  const OkrProgressMark mark = {
    .progress = progress,
    .expected = expected,
    .status = status,
    .theme = waymark_status_style_get_theme (),
    .foreground = { foreground->red, foreground->green, foreground->blue, foreground->alpha },
    .mirrored = mirrored,
  };
  g_autoptr (OkrBrush) brush = NULL;
  cairo_t *cr;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  cr = gtk_snapshot_append_cairo (snapshot, area);
  brush = okr_brush_new_for_cairo (cr, NULL);
  okr_mark_ring (brush, &mark, (double) area->origin.x, (double) area->origin.y,
                 (double) area->size.width);
  cairo_destroy (cr);
}

char *
waymark_progress_dup_text (double progress, double expected, const char *status)
{
  g_autofree char *percent = okr_format_progress (progress);
  g_autofree char *expected_percent = NULL;

  if (status == NULL)
    return g_steal_pointer (&percent);
  if (isnan (progress))
    return g_strdup (status);

  if (isnan (expected))
    /* Translators: progress and status, as "20 %, At risk" */
    return g_strdup_printf (_ ("%1$s, %2$s"), percent, status);

  expected_percent = okr_format_progress (expected);
  /* Translators: progress, expected progress and status, as "20 %, expected 58 %, At risk" */
  return g_strdup_printf (_ ("%1$s, expected %2$s, %3$s"), percent, expected_percent, status);
}

void
waymark_progress_update_accessible (GtkWidget *widget, double progress, double expected,
                                    const char *status)
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

gboolean
waymark_progress_equal (double a, double b)
{
  return isnan (a) ? isnan (b) : !(a < b || a > b || isnan (b));
}
