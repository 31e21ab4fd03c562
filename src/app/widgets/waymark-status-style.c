/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-status-style.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_STATUSES (OKR_STATUS_AT_RISK + 1)

#define RGB(hex)                                                                   \
  {                                                                                \
    (float) (((hex) >> 16) & 0xff) / 255.f, (float) (((hex) >> 8) & 0xff) / 255.f, \
        (float) ((hex) &0xff) / 255.f, 1.f                                         \
  }

#define LIGHT WAYMARK_STATUS_THEME_LIGHT
#define DARK WAYMARK_STATUS_THEME_DARK
#define LIGHT_HC WAYMARK_STATUS_THEME_LIGHT_HC
#define DARK_HC WAYMARK_STATUS_THEME_DARK_HC

/* Fill, text and tint; the contrast of text on tint is asserted by the tests. */
static const WaymarkStatusStyle styles[N_STATUSES][WAYMARK_N_STATUS_THEMES] = {
  [OKR_STATUS_NOT_COUNTED] = {
    [LIGHT]    = { RGB (0x9a9996), RGB (0x5e5c64), RGB (0xebebeb) },
    [DARK]     = { RGB (0x77767b), RGB (0xc0bfbc), RGB (0x454545) },
    [LIGHT_HC] = { RGB (0x5e5c64), RGB (0x241f31), RGB (0xe4e4e4) },
    [DARK_HC]  = { RGB (0xc0bfbc), RGB (0xffffff), RGB (0x3a3a3a) },
  },
  [OKR_STATUS_NO_DATA] = {
    [LIGHT]    = { RGB (0x9a9996), RGB (0x5e5c64), RGB (0xebebeb) },
    [DARK]     = { RGB (0x77767b), RGB (0xc0bfbc), RGB (0x454545) },
    [LIGHT_HC] = { RGB (0x5e5c64), RGB (0x241f31), RGB (0xe4e4e4) },
    [DARK_HC]  = { RGB (0xc0bfbc), RGB (0xffffff), RGB (0x3a3a3a) },
  },
  [OKR_STATUS_ACHIEVED] = {
    [LIGHT]    = { RGB (0x26a269), RGB (0x0f6a3c), RGB (0xcdeadb) },
    [DARK]     = { RGB (0x2ec27e), RGB (0xa8f5b8), RGB (0x1f5a3d) },
    [LIGHT_HC] = { RGB (0x12683c), RGB (0x074426), RGB (0xcdeadb) },
    [DARK_HC]  = { RGB (0x57e389), RGB (0xd2ffdc), RGB (0x123f29) },
  },
  [OKR_STATUS_ON_TRACK] = {
    [LIGHT]    = { RGB (0x26a269), RGB (0x12703f), RGB (0xdbece4) },
    [DARK]     = { RGB (0x2ec27e), RGB (0x8ff0a4), RGB (0x2b4a3a) },
    [LIGHT_HC] = { RGB (0x12683c), RGB (0x074426), RGB (0xdbece4) },
    [DARK_HC]  = { RGB (0x57e389), RGB (0xd2ffdc), RGB (0x1c3327) },
  },
  [OKR_STATUS_BEHIND] = {
    [LIGHT]    = { RGB (0xe5a00d), RGB (0x7a5300), RGB (0xf2e6c9) },
    [DARK]     = { RGB (0xe0a121), RGB (0xf8d978), RGB (0x50431f) },
    [LIGHT_HC] = { RGB (0x875a00), RGB (0x4d3400), RGB (0xf2e6c9) },
    [DARK_HC]  = { RGB (0xf8c845), RGB (0xfff1bd), RGB (0x3d3211) },
  },
  [OKR_STATUS_AT_RISK] = {
    [LIGHT]    = { RGB (0xe01b24), RGB (0xb01822), RGB (0xf5dcde) },
    [DARK]     = { RGB (0xed333b), RGB (0xffa79c), RGB (0x5a2e2f) },
    [LIGHT_HC] = { RGB (0xa51420), RGB (0x75000a), RGB (0xf5dcde) },
    [DARK_HC]  = { RGB (0xff7b73), RGB (0xffd9d4), RGB (0x431c1d) },
  },
};

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
  const float side = area->size.width * 0.76f;
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
snapshot_path (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color,
               gboolean is_check)
{
  const double size = area->size.width;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_translate (cr, area->origin.x, area->origin.y);
  cairo_scale (cr, size, size);
  if (is_check)
    {
      cairo_set_line_width (cr, 0.2);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_move_to (cr, 0.12, 0.54);
      cairo_line_to (cr, 0.40, 0.80);
      cairo_line_to (cr, 0.88, 0.22);
      cairo_stroke (cr);
    }
  else
    {
      cairo_move_to (cr, 0.5, 0.04);
      cairo_line_to (cr, 1.0, 0.94);
      cairo_line_to (cr, 0.0, 0.94);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

WaymarkStatusTheme
waymark_status_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? DARK_HC : LIGHT_HC;

  return adw_style_manager_get_dark (manager) ? DARK : LIGHT;
}

const WaymarkStatusStyle *
waymark_status_style_lookup (OkrStatus status, WaymarkStatusTheme theme)
{
  g_return_val_if_fail ((guint) status < N_STATUSES, &styles[OKR_STATUS_NOT_COUNTED][LIGHT]);
  g_return_val_if_fail ((guint) theme < WAYMARK_N_STATUS_THEMES, &styles[status][LIGHT]);

  return &styles[status][theme];
}

const WaymarkStatusStyle *
waymark_status_style_get (OkrStatus status)
{
  return waymark_status_style_lookup (status, waymark_status_style_get_theme ());
}

const char *
waymark_status_style_get_label (OkrStatus status)
{
  const char *label;

  /* A dash says nothing to those who hear it. */
  if (status == OKR_STATUS_NOT_COUNTED)
    return _ ("Not counted");

  label = okr_enum_to_label (OKR_TYPE_STATUS, (int) status);

  return label != NULL ? label : "";
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
      snapshot_path (snapshot, area, color, FALSE);
      break;
    case OKR_STATUS_ACHIEVED:
      snapshot_path (snapshot, area, color, TRUE);
      break;
    case OKR_STATUS_NOT_COUNTED:
    default:
      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (area->origin.x, area->origin.y + size * 0.42f,
                                                      size, MAX (1.5f, size / 6)));
      break;
    }
}
