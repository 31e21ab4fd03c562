/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signs of a page mean: those that it has, and no others, in the order of those on paper.
 */
#include "config.h"

#include "okr-html-private.h"
#include "okr-progress-geometry.h"

typedef struct
{
  guint statuses; /* a bit for each */
  guint bars;
} Found;

static void
look_at_objective (Found *found, const OkrDigestObjective *objective)
{
  found->statuses |= 1u << objective->status;
  for (guint i = 0; i < objective->key_results->len; i++)
    {
      const OkrDigestKeyResult *kr = objective->key_results->pdata[i];
      OkrProgressGeometry geometry;

      okr_progress_geometry (&geometry, kr->progress, kr->expected, 1, FALSE);
      found->statuses |= 1u << kr->status;
      found->bars |= okr_progress_geometry_list_signs (&geometry);
    }
}

static void
append_status (GString *out, OkrStatus status)
{
  g_string_append_printf (out, "<span class=\"status %s\"><span aria-hidden=\"true\">%s</span> ",
                          okr_html_get_status_class (status), okr_status_get_symbol (status));
  okr_html_append_text (out, okr_status_get_label (status));
  g_string_append (out, "</span>\n");
}

static void
append_bar_sign (GString *out, OkrProgressSign sign, gboolean mirrored)
{
  const gboolean to_right = (sign == OKR_PROGRESS_SIGN_OVER) != mirrored;

  g_string_append (out, "<span><svg aria-hidden=\"true\">");
  if (sign == OKR_PROGRESS_SIGN_TICK)
    g_string_append (out, "<rect class=\"tick\" x=\"40%\" width=\"2\" height=\"100%\"/>");
  else
    okr_html_append_arrow (out, to_right, to_right ? "5%" : "70%", "tick");
  g_string_append (out, "</svg> ");
  okr_html_append_text (out, okr_progress_sign_get_label (sign));
  g_string_append (out, "</span>\n");
}

void
okr_html_append_legend (GString *out, const OkrDigest *digest, gboolean mirrored)
{
  static const OkrStatus statuses[] = { OKR_STATUS_ACHIEVED, OKR_STATUS_ON_TRACK,
                                        OKR_STATUS_BEHIND,   OKR_STATUS_AT_RISK,
                                        OKR_STATUS_NO_DATA,  OKR_STATUS_NOT_COUNTED };
  Found found = { 0 };

  for (guint i = 0; i < digest->objectives->len; i++)
    look_at_objective (&found, digest->objectives->pdata[i]);
  if (found.statuses == 0)
    return;

  g_string_append (out, "<p class=\"legend\">");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if ((found.statuses & (1u << statuses[i])) != 0)
      append_status (out, statuses[i]);
  for (guint i = 0; i < OKR_N_PROGRESS_SIGNS; i++)
    if ((found.bars & (1u << i)) != 0)
      append_bar_sign (out, (OkrProgressSign) i, mirrored);
  g_string_append (out, "</p>\n");
}
