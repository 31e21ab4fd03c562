/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tree-text.h"

#include <math.h>

#include "okr-format.h"
#include "waymark-item-text.h"

static char *
dup_key_result_text (OkrKeyResult *kr, WaymarkTreeColumn column)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);

  switch (column)
    {
    case WAYMARK_TREE_COLUMN_RANGE:
      return waymark_item_text_dup_aim (kr);
    case WAYMARK_TREE_COLUMN_PROGRESS:
      return okr_format_progress (figures->progress);
    case WAYMARK_TREE_COLUMN_VALUE:
      return okr_item_text_dup_value (kr);
    case WAYMARK_TREE_COLUMN_CONFIDENCE:
      return okr_item_text_dup_confidence (figures->confidence);
    case WAYMARK_TREE_COLUMN_CHECKED:
      return waymark_item_text_dup_age (figures->days_since_check_in);
    case WAYMARK_TREE_COLUMN_TITLE:
    case WAYMARK_TREE_COLUMN_STATUS:
    default:
      return NULL;
    }
}

static char *
dup_objective_text (OkrObjective *objective, WaymarkTreeColumn column)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);

  switch (column)
    {
    case WAYMARK_TREE_COLUMN_RANGE:
      return okr_item_text_dup_subtitle (objective);
    case WAYMARK_TREE_COLUMN_PROGRESS:
      return okr_format_progress (figures->progress);
    case WAYMARK_TREE_COLUMN_CONFIDENCE:
      return isnan (figures->confidence)
                 ? NULL
                 : okr_item_text_dup_confidence ((int) lround (figures->confidence));
    case WAYMARK_TREE_COLUMN_CHECKED:
      return waymark_item_text_dup_age (figures->days_since_check_in);
    case WAYMARK_TREE_COLUMN_TITLE:
    case WAYMARK_TREE_COLUMN_VALUE:
    case WAYMARK_TREE_COLUMN_STATUS:
    default:
      return NULL;
    }
}

char *
waymark_tree_text_dup (OkrItem *item, WaymarkTreeColumn column)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (item) || OKR_IS_OBJECTIVE (item), NULL);

  if (column == WAYMARK_TREE_COLUMN_TITLE)
    return g_strdup (okr_item_text_get_title (item));
  if (column == WAYMARK_TREE_COLUMN_STATUS)
    return g_strdup (okr_item_text_get_status (item));
  if (OKR_IS_KEY_RESULT (item))
    return dup_key_result_text (OKR_KEY_RESULT (item), column);

  return dup_objective_text (OKR_OBJECTIVE (item), column);
}
