/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-alignment.h"
#include "okr-format.h"
#include "waymark-status-style.h"

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

const char *
waymark_item_text_get_title (OkrItem *item)
{
  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  if (is_text (okr_item_get_title (item)))
    return okr_item_get_title (item);
  if (OKR_IS_OBJECTIVE (item))
    return _ ("Untitled objective");
  if (OKR_IS_KEY_RESULT (item))
    return _ ("Untitled key result");
  if (OKR_IS_TEAM (item))
    return _ ("Unnamed team");
  if (OKR_IS_CYCLE (item))
    return _ ("Unnamed cycle");
  if (OKR_IS_KPI (item))
    return _ ("Unnamed KPI");

  return okr_item_get_kind_label (item);
}

char *
waymark_item_text_dup_title (OkrItem *item)
{
  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  return g_strdup (waymark_item_text_get_title (item));
}

guint
waymark_item_text_get_range_decimals (OkrKeyResult *kr)
{
  guint decimals = 0;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), 0);

  decimals = MAX (decimals, okr_format_count_decimals (okr_key_result_get_start (kr)));
  decimals = MAX (decimals, okr_format_count_decimals (okr_key_result_get_target (kr)));
  decimals = MAX (decimals, okr_format_count_decimals (okr_key_result_get_low (kr)));

  return MAX (decimals, okr_format_count_decimals (okr_key_result_get_high (kr)));
}

guint
waymark_item_text_get_value_decimals (OkrKeyResult *kr)
{
  GListModel *check_ins;
  guint decimals = 0;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), 0);

  check_ins = okr_key_result_get_check_ins (kr);
  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    {
      g_autoptr (OkrCheckIn) check_in = g_list_model_get_item (check_ins, i);

      decimals = MAX (decimals, okr_format_count_decimals (okr_check_in_get_value (check_in)));
    }

  return decimals;
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
  OkrKeyResultKind kind;
  char *range;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  kind = okr_key_result_get_kind (kr);
  if (kind == OKR_KEY_RESULT_KIND_MILESTONES)
    return okr_format_milestones (okr_key_result_get_figures (kr)->measure.n_milestones_done,
                                  g_list_model_get_n_items (okr_key_result_get_milestones (kr)));

  range = okr_format_range (kind, okr_key_result_get_start (kr), okr_key_result_get_target (kr),
                            okr_key_result_get_low (kr), okr_key_result_get_high (kr),
                            okr_key_result_get_unit (kr),
                            waymark_item_text_get_range_decimals (kr));

  return kind == OKR_KEY_RESULT_KIND_CHANGE ? keep_direction (range) : range;
}

char *
waymark_item_text_dup_number (OkrKeyResult *kr, double value)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_YES_NO && !isnan (value))
    return g_strdup (value >= 0.5 ? C_ ("value", "Yes") : C_ ("value", "No"));

  return okr_format_quantity (value, waymark_item_text_get_value_decimals (kr),
                              okr_key_result_get_unit (kr));
}

static char *
dup_milestones (OkrKeyResult *kr)
{
  const guint n = g_list_model_get_n_items (okr_key_result_get_milestones (kr));

  if (n == 0)
    return NULL;

  /* Translators: how many milestones of a key result are done, of how many in all; there is little
     room */
  return g_strdup_printf (_ ("%1$u of %2$u"),
                          okr_key_result_get_figures (kr)->measure.n_milestones_done, n);
}

char *
waymark_item_text_dup_value (OkrKeyResult *kr)
{
  double value;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_MILESTONES)
    return dup_milestones (kr);

  value = okr_key_result_get_figures (kr)->value;
  if (isnan (value))
    return NULL;

  return waymark_item_text_dup_number (kr, value);
}

char *
waymark_item_text_dup_confidence (int confidence)
{
  if (confidence < 0)
    return NULL;

  /* Translators: confidence on a scale from 0 to 10, as short as possible */
  return g_strdup_printf (_ ("%d/10"), confidence);
}

char *
waymark_item_text_dup_age (int days)
{
  return days < 0 ? NULL : okr_format_days_ago ((guint) days);
}

static char *
join (const char *first, const char *second)
{
  if (!is_text (first) || !is_text (second))
    return g_strdup (is_text (first) ? first : second);

  /* Translators: two short facts in one line, such as a team and an owner */
  return g_strdup_printf (_ ("%1$s · %2$s"), first, second);
}

char *
waymark_item_text_dup_subtitle (OkrObjective *objective)
{
  g_autofree char *team_and_owner = NULL;
  const char *team_title;
  const char *owner;
  OkrObjectiveState state;
  OkrTeam *team;

  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective), NULL);

  team = okr_objective_get_figures (objective)->team;
  state = okr_objective_get_state (objective);
  team_title = team != NULL ? okr_item_get_title (OKR_ITEM (team)) : NULL;
  owner = okr_objective_get_owner (objective);
  /* The team of one person often has that person's name. */
  team_and_owner = join (team_title, g_strcmp0 (team_title, owner) == 0 ? NULL : owner);
  if (state == OKR_OBJECTIVE_STATE_ACTIVE)
    return g_steal_pointer (&team_and_owner);

  return join (team_and_owner, okr_enum_to_label (OKR_TYPE_OBJECTIVE_STATE, (int) state));
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
    return g_strdup_printf (_ ("%1$s, %2$s"), title, waymark_status_style_get_label (status));

  /* Translators: the name of a row for screen readers: title, progress, status */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title, progress,
                          waymark_status_style_get_label (status));
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
  value = waymark_item_text_dup_value (kr);
  percent = okr_format_progress (figures->progress);
  confidence = waymark_item_text_dup_confidence (figures->confidence);
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
  subtitle = waymark_item_text_dup_subtitle (objective);
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
