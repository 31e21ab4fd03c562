/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a key result went, as the pages of a report draw it. */
#include "config.h"

#include "okr-chart.h"
#include "okr-html-private.h"
#include "okr-visible-text.h"

#define WIDTH 420
#define HEIGHT 150
#define SAMPLE_WIDTH 22
#define SAMPLE_HEIGHT 14
#define N_VARIABLES 5

typedef struct
{
  OkrChartLook look;
  OkrBrushVariable variables[N_VARIABLES];
} Colors;

static void
fill_colors (Colors *colors)
{
  const OkrSceneColors *scene = okr_palette_get_scene (OKR_PALETTE_LIGHT);

  *colors = (Colors){
    .look = {
      .theme = OKR_PALETTE_LIGHT,
      .foreground = scene->text,
      .dim = scene->dim,
      .line = scene->accent,
    },
    .variables = {
      { scene->text, "text" },
      { scene->dim, "dim" },
      { scene->accent, "accent" },
      { okr_palette_get_status (OKR_PALETTE_LIGHT, OKR_STATUS_ON_TRACK)->fill, "on-track-fill" },
      { okr_palette_get_status (OKR_PALETTE_LIGHT, OKR_STATUS_BEHIND)->fill, "behind-fill" },
    },
  };
}

void
okr_html_append_chart (GString *out, OkrFonts *fonts, const OkrDigestKeyResult *kr)
{
  g_auto (OkrChartFrame) frame = { 0 };
  g_autoptr (OkrBrush) brush = NULL;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *picture = NULL;
  Colors colors;

  if (kr->chart == NULL)
    return;

  fill_colors (&colors);
  brush = okr_brush_new_for_html (fonts, colors.variables, N_VARIABLES);
  okr_chart_frame_init (&frame, fonts, kr->chart, WIDTH, HEIGHT);
  okr_chart_frame_draw (&frame, brush, &colors.look, kr->chart, NULL);
  title = okr_visible_text (kr->title, OKR_VISIBLE_KEEP_ISOLATES);
  summary = okr_visible_text (kr->chart_summary, OKR_VISIBLE_KEEP_ISOLATES);
  picture = okr_brush_finish_html (brush, WIDTH, HEIGHT, "chart", title, summary);
  g_string_append (out, picture);
}

static OkrChartParts
list_parts (const OkrDigest *digest)
{
  OkrChartParts parts = 0;

  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      for (guint k = 0; k < objective->key_results->len; k++)
        {
          const OkrDigestKeyResult *kr = objective->key_results->pdata[k];

          if (kr->chart != NULL)
            parts |= okr_chart_list_parts (kr->chart);
        }
    }

  return parts;
}

static void
append_sample (GString *out, OkrFonts *fonts, OkrChartParts part)
{
  g_autoptr (OkrBrush) brush = NULL;
  g_autofree char *picture = NULL;
  Colors colors;

  fill_colors (&colors);
  brush = okr_brush_new_for_html (fonts, colors.variables, N_VARIABLES);
  okr_brush_open (brush, NULL, NULL, NULL);
  okr_brush_translate (brush, 0, SAMPLE_HEIGHT / 2);
  okr_chart_draw_sample (brush, &colors.look, part, SAMPLE_WIDTH);
  okr_brush_end (brush);
  picture = okr_brush_finish_html_sample (brush, SAMPLE_WIDTH, SAMPLE_HEIGHT, "sample");
  g_string_append (out, picture);
}

/* Of all charts together, what there is in any of them. */
void
okr_html_append_chart_legend (GString *out, OkrFonts *fonts, const OkrDigest *digest)
{
  const OkrChartParts parts = list_parts (digest);

  if (parts == 0)
    return;

  g_string_append (out, "<p class=\"legend\">");
  for (guint i = 0; i < OKR_CHART_N_PARTS; i++)
    {
      const OkrChartParts part = (OkrChartParts) (1u << i);

      if ((parts & part) == 0)
        continue;
      g_string_append (out, "<span>");
      append_sample (out, fonts, part);
      g_string_append_c (out, ' ');
      okr_html_append_text (out, okr_chart_part_get_label (part));
      g_string_append (out, "</span>\n");
    }
  g_string_append (out, "</p>\n");
}
