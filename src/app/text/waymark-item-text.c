/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-text.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>

#include "okr-alignment.h"
#include "okr-format.h"

/* A range is read from left to right in every script, for its arrow points that way. */
static char *
keep_direction (OkrKeyResult *kr, char *range)
{
  g_autofree char *taken = range;

  if (okr_key_result_get_kind (kr) != OKR_KEY_RESULT_KIND_CHANGE ||
      gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_steal_pointer (&taken);

  return g_strconcat ("\u2066", taken, "\u2069", NULL);
}

char *
waymark_item_text_dup_range (OkrKeyResult *kr)
{
  return keep_direction (kr, okr_item_text_dup_range (kr));
}

char *
waymark_item_text_dup_aim (OkrKeyResult *kr)
{
  return keep_direction (kr, okr_item_text_dup_aim (kr));
}

char *
waymark_item_text_dup_age (int days)
{
  return days < 0 ? NULL : okr_format_days_ago ((guint) days);
}

char *
waymark_item_text_dup_parent (OkrPlan *plan, OkrObjective *objective)
{
  OkrItem *parent;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_OBJECTIVE (objective), NULL);

  parent = okr_alignment_get_main_parent (plan, objective);
  if (parent == NULL)
    return NULL;

  /* Translators: what an objective contributes to */
  return g_strdup_printf (_ ("↑ %s"), okr_item_text_get_title (parent));
}

char *
waymark_item_text_dup_name (OkrItem *item)
{
  g_autofree char *progress = NULL;
  const char *title;
  double raw = NAN;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  if (OKR_IS_OBJECTIVE (item))
    raw = okr_objective_get_figures (OKR_OBJECTIVE (item))->progress;
  else if (OKR_IS_KEY_RESULT (item))
    raw = okr_key_result_get_figures (OKR_KEY_RESULT (item))->progress;

  title = okr_item_text_get_title (item);
  progress = okr_format_progress (raw);
  if (isnan (raw))
    /* Translators: the name of a row for screen readers: title, status */
    return g_strdup_printf (_ ("%1$s, %2$s"), title, okr_item_text_get_status (item));

  /* Translators: the name of a row for screen readers: title, progress, status */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title, progress, okr_item_text_get_status (item));
}

char *
waymark_item_text_dup_place (OkrItem *item)
{
  OkrTeam *team;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  if (OKR_IS_KEY_RESULT (item) && okr_item_get_parent (item) != NULL)
    /* Translators: the title of an objective */
    return g_strdup_printf (_ ("Key result of “%s”"),
                            okr_item_text_get_title (okr_item_get_parent (item)));

  team = OKR_IS_OBJECTIVE (item) ? okr_objective_get_figures (OKR_OBJECTIVE (item))->team : NULL;
  if (team != NULL)
    /* Translators: the name of a team */
    return g_strdup_printf (_ ("Objective of %s"), okr_item_get_title (OKR_ITEM (team)));

  return g_strdup (okr_item_get_kind_label (item));
}
