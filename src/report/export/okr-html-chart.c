/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a key result went, as the pages of a report draw it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-chart.h"
#include "okr-html-private.h"
#include "okr-visible-text.h"

#define WIDTH 420
#define HEIGHT 150

void
okr_html_append_chart (GString *out, OkrFonts *fonts, const OkrDigestKeyResult *kr)
{
  const OkrSceneColors *scene = okr_palette_get_scene (OKR_PALETTE_LIGHT);
  const OkrChartLook look = {
    .theme = OKR_PALETTE_LIGHT,
    .foreground = scene->text,
    .dim = scene->dim,
    .line = scene->accent,
  };
  const OkrBrushVariable variables[] = {
    { scene->text, "text" },
    { scene->dim, "dim" },
    { scene->accent, "accent" },
    { okr_palette_get_status (OKR_PALETTE_LIGHT, OKR_STATUS_ON_TRACK)->fill, "on-track-fill" },
    { okr_palette_get_status (OKR_PALETTE_LIGHT, OKR_STATUS_BEHIND)->fill, "behind-fill" },
  };
  g_auto (OkrChartFrame) frame = { 0 };
  g_autoptr (OkrBrush) brush = NULL;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *picture = NULL;

  if (kr->chart == NULL)
    return;

  brush = okr_brush_new_for_html (fonts, variables, G_N_ELEMENTS (variables));
  okr_chart_frame_init (&frame, fonts, kr->chart, WIDTH, HEIGHT);
  okr_chart_frame_draw (&frame, brush, &look, kr->chart, NULL);
  title = okr_visible_text (kr->title, OKR_VISIBLE_KEEP_ISOLATES);
  summary = okr_visible_text (kr->chart_summary, OKR_VISIBLE_KEEP_ISOLATES);
  picture = okr_brush_finish_html (brush, WIDTH, HEIGHT, "chart", title, summary);
  g_string_append (out, picture);
}

void
okr_html_append_chart_legend (GString *out)
{
  static const struct
  {
    const char *sample;
    const char *label;
  } signs[] = {
    { "<path d=\"M1 7H21\" stroke=\"var(--accent)\" stroke-width=\"2.2\"/>"
      "<circle cx=\"11\" cy=\"7\" r=\"3.5\" fill=\"var(--accent)\"/>",
      N_ ("Check-ins") },
    { "<path d=\"M1 7H21\" stroke=\"var(--dim)\" stroke-dasharray=\"4 4\"/>",
      N_ ("Expected course") },
    { "<path d=\"M11 1V13\" stroke=\"var(--text)\" stroke-opacity=\".4\"/>", N_ ("Today") },
    { "<path d=\"M8 13V1L15 4L8 7\" fill=\"var(--dim)\" stroke=\"var(--dim)\"/>",
      N_ ("An initiative is due") },
  };

  g_string_append (out, "<p>");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (i > 0)
        okr_html_append_text (out, _ (" · "));
      g_string_append_printf (
          out, "<svg class=\"sample\" viewBox=\"0 0 22 14\" aria-hidden=\"true\">%s</svg> ",
          signs[i].sample);
      okr_html_append_text (out, _ (signs[i].label));
    }
  g_string_append (out, "</p>\n");
}
