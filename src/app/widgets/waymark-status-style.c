/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-status-style.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "okr-marks.h"
#include "waymark-text.h"

/* Of the font's size. */
#define MARK_SIZE 0.61
#define MARK_GAP 0.45
#define N_STATUSES (OKR_STATUS_AT_RISK + 1)

/* The palette's colours in the type that GTK takes. */
static WaymarkStatusStyle styles[N_STATUSES][OKR_N_PALETTE_THEMES];

static GdkRGBA
to_rgba (const OkrColor *color)
{
  return (GdkRGBA){ color->red, color->green, color->blue, color->alpha };
}

static void
fill_styles (void)
{
  for (int status = 0; status < N_STATUSES; status++)
    for (int theme = 0; theme < OKR_N_PALETTE_THEMES; theme++)
      {
        const OkrStatusColors *colors =
            okr_palette_get_status ((OkrPaletteTheme) theme, (OkrStatus) status);

        styles[status][theme] = (WaymarkStatusStyle){
          to_rgba (&colors->fill),
          to_rgba (&colors->text),
          to_rgba (&colors->tint),
        };
      }
}

static void
snapshot_disc (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color,
               float border)
{
  GskRoundedRect outline;
  GdkRGBA colors[4] = { *color, *color, *color, *color };
  float widths[4] = { border, border, border, border };

  g_assert (GTK_IS_SNAPSHOT (snapshot));

  gsk_rounded_rect_init_from_rect (&outline, area, area->size.width / 2);
  if (border > 0)
    {
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_diamond (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  const float side = area->size.width * (float) OKR_MARK_DIAMOND_SIDE;
  graphene_point_t center;

  g_assert (GTK_IS_SNAPSHOT (snapshot));

  graphene_rect_get_center (area, &center);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &center);
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side));
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_path (GtkSnapshot *snapshot, const graphene_rect_t *area, OkrStatus status,
               const GdkRGBA *color)
{
  const OkrColor ink = { color->red, color->green, color->blue, color->alpha };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, NULL);

  okr_mark_status (brush, status, (double) area->origin.x, (double) area->origin.y,
                   (double) area->size.width, &ink);
  cairo_destroy (cr);
}

OkrPaletteTheme
waymark_status_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? OKR_PALETTE_DARK_HC : OKR_PALETTE_LIGHT_HC;

  return adw_style_manager_get_dark (manager) ? OKR_PALETTE_DARK : OKR_PALETTE_LIGHT;
}

const WaymarkStatusStyle *
waymark_status_style_lookup (OkrStatus status, OkrPaletteTheme theme)
{
  static gsize is_filled;

  g_return_val_if_fail ((guint) status < N_STATUSES, &styles[OKR_STATUS_NOT_COUNTED][0]);
  g_return_val_if_fail ((guint) theme < OKR_N_PALETTE_THEMES, &styles[status][0]);

  if (g_once_init_enter (&is_filled))
    {
      fill_styles ();
      g_once_init_leave (&is_filled, 1);
    }

  return &styles[status][theme];
}

const WaymarkStatusStyle *
waymark_status_style_get (OkrStatus status)
{
  return waymark_status_style_lookup (status, waymark_status_style_get_theme ());
}

void
waymark_status_style_get_accent (GtkWidget *widget, GdkRGBA *color)
{
  const gboolean is_light = waymark_status_style_get_theme () == OKR_PALETTE_LIGHT;

  g_return_if_fail (GTK_IS_WIDGET (widget) && color != NULL);

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                       is_light ? "accent_bg_color" : "accent_color", color))
    gdk_rgba_parse (color, "#3584e4");
}

void
waymark_status_style_watch (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* The widget's own CSS colour may well stay the same, so GTK would not redraw it by itself. */
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

void
waymark_status_style_snapshot_glyph (GtkSnapshot *snapshot, const graphene_rect_t *area,
                                     OkrStatus status, const GdkRGBA *color)
{
  const float size = area->size.width;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  switch (status)
    {
    case OKR_STATUS_ON_TRACK:
      snapshot_disc (snapshot, area, color, 0);
      break;
    case OKR_STATUS_NO_DATA:
      snapshot_disc (snapshot, area, color, MAX (1.5f, size / 6));
      break;
    case OKR_STATUS_BEHIND:
      snapshot_diamond (snapshot, area, color);
      break;
    case OKR_STATUS_AT_RISK:
    case OKR_STATUS_ACHIEVED:
      snapshot_path (snapshot, area, status, color);
      break;
    case OKR_STATUS_NOT_COUNTED:
    default:
      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (area->origin.x, area->origin.y + size * 0.42f,
                                                      size, MAX (1.5f, size / 6)));
      break;
    }
}

int
waymark_status_style_get_mark_width (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  return (int) round (waymark_text_get_em (widget) * (MARK_SIZE + MARK_GAP));
}

void
waymark_status_style_snapshot_mark (GtkWidget *widget, GtkSnapshot *snapshot,
                                    const graphene_rect_t *area, OkrStatus status)
{
  graphene_rect_t mark = *area;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (status == OKR_STATUS_NOT_COUNTED)
    return;

  mark.size.width = (float) round (waymark_text_get_em (widget) * MARK_SIZE);
  mark.size.height = mark.size.width;
  if (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    mark.origin.x += area->size.width - mark.size.width;
  mark.origin.y += roundf ((area->size.height - mark.size.height) / 2);
  waymark_status_style_snapshot_glyph (snapshot, &mark, status,
                                       &waymark_status_style_get (status)->text);
}
