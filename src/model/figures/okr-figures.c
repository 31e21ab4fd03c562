/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-number.h"

static const struct
{
  OkrAttention attention;
  const char *nick;
  const char *label;
} attentions[OKR_N_ATTENTIONS] = {
  { OKR_ATTENTION_NEEDS_CHECK_IN, "needsCheckIn", N_ ("Needs check-in") },
  { OKR_ATTENTION_AT_RISK, "atRisk", N_ ("At risk") },
  { OKR_ATTENTION_BLOCKED, "blocked", N_ ("Blocked") },
  { OKR_ATTENTION_LOW_CONFIDENCE, "lowConfidence", N_ ("Low confidence") },
  { OKR_ATTENTION_NOT_ALIGNED, "notAligned", N_ ("Not aligned") },
  { OKR_ATTENTION_NO_OWNER, "noOwner", N_ ("No owner") },
  { OKR_ATTENTION_NO_KEY_RESULT, "noKeyResult", N_ ("No key result") },
};

/**
 * okr_attention_get_label:
 * @attention: one reason
 *
 * Returns: its translated name, such as "Needs check-in"
 */
const char *
okr_attention_get_label (OkrAttention attention)
{
  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    {
      if (attentions[i].attention == attention)
        return g_dgettext (GETTEXT_PACKAGE, attentions[i].label);
    }

  return "";
}

/**
 * okr_attention_get_nick:
 * @attention: one reason
 *
 * Returns: its name in actions and output, such as "needsCheckIn"
 */
const char *
okr_attention_get_nick (OkrAttention attention)
{
  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    {
      if (attentions[i].attention == attention)
        return attentions[i].nick;
    }

  return "";
}

static gboolean
projections_equal (const OkrProjection *a, const OkrProjection *b)
{
  return a->defined == b->defined && a->ended == b->ended &&
         okr_number_equal (a->doing, b->doing) && okr_number_equal (a->need, b->need) &&
         okr_number_equal (a->lands, b->lands) && okr_number_equal (a->reached, b->reached);
}

/**
 * okr_key_result_figures_equal:
 *
 * Returns: whether both say the same
 */
gboolean
okr_key_result_figures_equal (const OkrKeyResultFigures *a, const OkrKeyResultFigures *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return okr_number_equal (a->progress, b->progress) &&
         okr_number_equal (a->expected, b->expected) && okr_number_equal (a->value, b->value) &&
         okr_number_equal (a->share, b->share) && a->status == b->status &&
         a->latest == b->latest && a->confidence == b->confidence &&
         a->days_since_check_in == b->days_since_check_in && a->attention == b->attention &&
         projections_equal (&a->projection, &b->projection);
}

/**
 * okr_objective_figures_equal:
 *
 * Returns: whether both say the same
 */
gboolean
okr_objective_figures_equal (const OkrObjectiveFigures *a, const OkrObjectiveFigures *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return okr_number_equal (a->progress, b->progress) &&
         okr_number_equal (a->expected, b->expected) &&
         okr_number_equal (a->confidence, b->confidence) && a->status == b->status &&
         a->pace == b->pace && a->cycle == b->cycle && a->team == b->team &&
         a->counted == b->counted && a->days_since_check_in == b->days_since_check_in &&
         a->attention == b->attention;
}
