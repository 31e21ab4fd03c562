/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-alignment.h"
#include "okr-format.h"
#include "waymark-status-style.h"

char *
waymark_item_text_dup_title (OkrItem *item)
{
  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  return g_strdup (okr_item_text_get_title (item));
}

/* A range is read from left to right in every script, for its arrow points that way. */
static char *
keep_direction (char *range)
{
  g_autofree char *taken = range;

  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_steal_pointer (&taken);

  return g_strconcat ("\u2066", taken, "\u2069", NULL);
}

char *
waymark_item_text_dup_range (OkrKeyResult *kr)
{
  char *range = okr_item_text_dup_range (kr);

  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_CHANGE)
    return keep_direction (range);

  return range;
}

char *
waymark_item_text_dup_age (int days)
{
  return days < 0 ? NULL : okr_format_days_ago ((guint) days);
}

char *
waymark_item_text_dup_parent (OkrPlan *plan, OkrObjective *objective)
{
  g_autofree char *title = NULL;
  OkrItem *parent;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_OBJECTIVE (objective), NULL);

  parent = okr_alignment_get_main_parent (plan, objective);
  if (parent == NULL)
    return NULL;

  title = waymark_item_text_dup_title (parent);

  /* Translators: what an objective contributes to */
  return g_strdup_printf (_ ("↑ %s"), title);
}

char *
waymark_item_text_dup_name (OkrItem *item)
{
  g_autofree char *title = NULL;
  g_autofree char *progress = NULL;
  OkrStatus status = OKR_STATUS_NOT_COUNTED;
  double raw = NAN;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  if (OKR_IS_OBJECTIVE (item))
    {
      raw = okr_objective_get_figures (OKR_OBJECTIVE (item))->progress;
      status = okr_objective_get_figures (OKR_OBJECTIVE (item))->status;
    }
  else if (OKR_IS_KEY_RESULT (item))
    {
      raw = okr_key_result_get_figures (OKR_KEY_RESULT (item))->progress;
      status = okr_key_result_get_figures (OKR_KEY_RESULT (item))->status;
    }

  title = waymark_item_text_dup_title (item);
  progress = okr_format_progress (raw);
  if (isnan (raw))
    /* Translators: the name of a row for screen readers: title, status */
    return g_strdup_printf (_ ("%1$s, %2$s"), title, okr_status_get_label (status));

  /* Translators: the name of a row for screen readers: title, progress, status */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title, progress,
                          okr_status_get_label (status));
}

char *
waymark_item_text_dup_place (OkrItem *item)
{
  g_autofree char *above = NULL;
  OkrTeam *team;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  if (OKR_IS_KEY_RESULT (item) && okr_item_get_parent (item) != NULL)
    {
      above = waymark_item_text_dup_title (okr_item_get_parent (item));
      /* Translators: the title of an objective */
      return g_strdup_printf (_ ("Key result of “%s”"), above);
    }

  team = OKR_IS_OBJECTIVE (item) ? okr_objective_get_figures (OKR_OBJECTIVE (item))->team : NULL;
  if (team != NULL)
    /* Translators: the name of a team */
    return g_strdup_printf (_ ("Objective of %s"), okr_item_get_title (OKR_ITEM (team)));

  return g_strdup (okr_item_get_kind_label (item));
}

void
waymark_item_text_show_key_result (WaymarkKeyResultCell *cell, OkrKeyResult *kr)
{
  g_autofree char *title = NULL;
  g_autofree char *range = NULL;
  g_autofree char *value = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *confidence = NULL;
  g_autofree char *age = NULL;
  const OkrKeyResultFigures *figures;

  g_return_if_fail (WAYMARK_IS_KEY_RESULT_CELL (cell) && OKR_IS_KEY_RESULT (kr));

  figures = okr_key_result_get_figures (kr);
  title = waymark_item_text_dup_title (OKR_ITEM (kr));
  range = waymark_item_text_dup_range (kr);
  value = okr_item_text_dup_value (kr);
  percent = okr_format_progress (figures->progress);
  confidence = okr_item_text_dup_confidence (figures->confidence);
  age = waymark_item_text_dup_age (figures->days_since_check_in);

  waymark_key_result_cell_set (
      cell, &(WaymarkKeyResultFigures){
                .title = title,
                .subtitle = range,
                .value = value,
                .percent = percent,
                .confidence = confidence,
                .age = age,
                .age_overdue = (figures->attention & OKR_ATTENTION_NEEDS_CHECK_IN) != 0,
                .progress = figures->progress,
                .expected = figures->expected,
                .status = figures->status,
            });
}

void
waymark_item_text_show_objective (WaymarkObjectiveCell *cell, OkrPlan *plan,
                                  OkrObjective *objective)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *parent = NULL;
  const OkrObjectiveFigures *figures;

  g_return_if_fail (WAYMARK_IS_OBJECTIVE_CELL (cell));
  g_return_if_fail (OKR_IS_PLAN (plan) && OKR_IS_OBJECTIVE (objective));

  figures = okr_objective_get_figures (objective);
  title = waymark_item_text_dup_title (OKR_ITEM (objective));
  subtitle = okr_item_text_dup_subtitle (objective);
  parent = waymark_item_text_dup_parent (plan, objective);
  waymark_objective_cell_set (cell, &(WaymarkObjectiveFigures){
                                        .title = title,
                                        .subtitle = subtitle,
                                        .parent = parent,
                                        .progress = figures->progress,
                                        .expected = figures->expected,
                                        .status = figures->status,
                                    });
}
