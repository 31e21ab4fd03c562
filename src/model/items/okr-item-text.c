/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-explain.h"
#include "okr-format.h"
#include "okr-text-direction.h"

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

const char *
okr_item_text_get_title (OkrItem *item)
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

guint
okr_item_text_get_range_decimals (OkrKeyResult *kr)
{
  guint decimals = 0;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), 0);

  decimals = MAX (decimals, okr_format_count_decimals (okr_key_result_get_start (kr)));
  decimals = MAX (decimals, okr_format_count_decimals (okr_key_result_get_target (kr)));
  decimals = MAX (decimals, okr_format_count_decimals (okr_key_result_get_low (kr)));

  return MAX (decimals, okr_format_count_decimals (okr_key_result_get_high (kr)));
}

guint
okr_item_text_get_value_decimals (OkrKeyResult *kr)
{
  GListModel *check_ins;
  guint decimals;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), 0);

  decimals = okr_item_text_get_range_decimals (kr);
  check_ins = okr_key_result_get_check_ins (kr);
  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    {
      g_autoptr (OkrCheckIn) check_in = g_list_model_get_item (check_ins, i);

      decimals = MAX (decimals, okr_format_count_decimals (okr_check_in_get_value (check_in)));
    }

  return decimals;
}

char *
okr_item_text_dup_range (OkrKeyResult *kr)
{
  OkrKeyResultKind kind;
  g_autofree char *range = NULL;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  kind = okr_key_result_get_kind (kr);
  if (kind == OKR_KEY_RESULT_KIND_MILESTONES)
    return okr_format_milestones (okr_key_result_get_figures (kr)->measure.n_milestones_done,
                                  g_list_model_get_n_items (okr_key_result_get_milestones (kr)));

  range = okr_format_range (kind, okr_key_result_get_start (kr), okr_key_result_get_target (kr),
                            okr_key_result_get_low (kr), okr_key_result_get_high (kr),
                            okr_key_result_get_unit (kr), okr_item_text_get_range_decimals (kr));

  return kind == OKR_KEY_RESULT_KIND_CHANGE ? okr_text_isolate_ltr (range)
                                            : g_steal_pointer (&range);
}

char *
okr_item_text_dup_aim (OkrKeyResult *kr)
{
  OkrKeyResultKind kind;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  kind = okr_key_result_get_kind (kr);
  if (kind == OKR_KEY_RESULT_KIND_MILESTONES &&
      g_list_model_get_n_items (okr_key_result_get_milestones (kr)) > 0)
    return okr_format_range (kind, NAN, NAN, NAN, NAN, NULL, 0);

  return okr_item_text_dup_range (kr);
}

char *
okr_item_text_dup_number (OkrKeyResult *kr, double value)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  return okr_item_text_dup_number_with (kr, value, okr_item_text_get_value_decimals (kr));
}

char *
okr_item_text_dup_number_with (OkrKeyResult *kr, double value, guint decimals)
{
  gboolean yes;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_YES_NO &&
      okr_progress_read_yes_no (value, &yes))
    return g_strdup (yes ? C_ ("value", "Yes") : C_ ("value", "No"));

  return okr_format_quantity (value, decimals, okr_key_result_get_unit (kr));
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
okr_item_text_dup_value (OkrKeyResult *kr)
{
  double value;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_MILESTONES)
    return dup_milestones (kr);

  value = okr_key_result_get_figures (kr)->value;
  if (isnan (value))
    return NULL;

  return okr_item_text_dup_number (kr, value);
}

char *
okr_item_text_dup_confidence (int confidence)
{
  if (confidence < 0)
    return NULL;

  /* Translators: confidence on a scale from 0 to 10, as short as possible */
  return g_strdup_printf (_ ("%d/10"), confidence);
}

static char *
join (const char *first, const char *second)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (!is_text (first) || !is_text (second))
    return g_strdup (is_text (first) ? first : second);

  one = okr_text_isolate (first);
  other = okr_text_isolate (second);

  /* Translators: two short facts in one line, such as a team and an owner */
  return g_strdup_printf (_ ("%1$s · %2$s"), one, other);
}

char *
okr_item_text_dup_people (OkrObjective *objective)
{
  g_autofree char *team_and_owner = NULL;
  const char *team_title;
  const char *owner;
  OkrTeam *team;

  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective), NULL);

  team = okr_objective_get_figures (objective)->team;
  team_title = team != NULL ? okr_item_get_title (OKR_ITEM (team)) : NULL;
  owner = okr_objective_get_owner (objective);
  /* The team of one person often has that person's name. */
  team_and_owner = join (team_title, g_strcmp0 (team_title, owner) == 0 ? NULL : owner);
  /* It is judged more strictly. */
  if (okr_objective_get_ambition (objective) != OKR_AMBITION_COMMITTED)
    return g_steal_pointer (&team_and_owner);

  return join (team_and_owner, okr_enum_to_label (OKR_TYPE_AMBITION, OKR_AMBITION_COMMITTED));
}

char *
okr_item_text_dup_subtitle (OkrObjective *objective)
{
  g_autofree char *facts = NULL;
  OkrObjectiveState state;

  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective), NULL);

  facts = okr_item_text_dup_people (objective);
  state = okr_objective_get_state (objective);
  if (state == OKR_OBJECTIVE_STATE_ACTIVE)
    return g_steal_pointer (&facts);

  return join (facts, okr_enum_to_label (OKR_TYPE_OBJECTIVE_STATE, (int) state));
}

const char *
okr_item_text_get_uncounted_state (OkrItem *item)
{
  OkrObjective *objective;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  if (!OKR_IS_OBJECTIVE (item))
    return NULL;

  objective = OKR_OBJECTIVE (item);
  if (okr_objective_get_figures (objective)->counted)
    return NULL;

  return okr_enum_to_label (OKR_TYPE_OBJECTIVE_STATE, (int) okr_objective_get_state (objective));
}

const char *
okr_item_text_get_status (OkrItem *item)
{
  const char *state = okr_item_text_get_uncounted_state (item);

  if (state != NULL)
    return state;
  if (OKR_IS_OBJECTIVE (item))
    return okr_status_get_label (okr_objective_get_figures (OKR_OBJECTIVE (item))->status);

  if (OKR_IS_KEY_RESULT (item))
    return okr_status_get_label (okr_key_result_get_figures (OKR_KEY_RESULT (item))->status);

  return okr_status_get_label (OKR_STATUS_NOT_COUNTED);
}

char *
okr_item_text_dup_share (OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures;
  OkrUndefinedReason reason;
  g_autofree char *share = NULL;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);

  figures = okr_key_result_get_figures (kr);
  reason = okr_progress_why_undefined (&figures->measure);
  if (!(okr_key_result_get_weight (kr) > 0))
    return g_strdup (_ ("Watched, not counted"));
  if (reason != OKR_UNDEFINED_NONE)
    return g_strdup (okr_undefined_reason_to_text (reason));

  share = okr_format_percent (figures->share, 0);

  /* Translators: below the weight of a key result, as "25 % of the objective" */
  return g_strdup_printf (_ ("%s of the objective"), share);
}
