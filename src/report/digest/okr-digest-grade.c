/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was computed when a cycle closed, and what people say themselves. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-digest-private.h"
#include "okr-format.h"
#include "okr-number.h"
#include "okr-text-direction.h"

#define MOST_DECIMALS 2

gboolean
okr_digest_is_closed (OkrObjective *objective)
{
  OkrCycle *cycle = okr_objective_get_figures (objective)->cycle;

  return cycle != NULL && okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_CLOSED;
}

/* A grade stays while check-ins go on, so that the progress beside it may be another one. */
static char *
dup_closing_note (const OkrDigestGrade *self, double progress)
{
  const double now = okr_grade_computed (progress);
  g_autofree char *text = NULL;

  if (!self->is_closed || !self->is_given || isnan (now) ||
      okr_number_equal (okr_grade_truncate (now), okr_grade_truncate (self->computed)))
    return NULL;
  text = okr_grade_format (now);

  /* Translators: two grades, such as 0.5 and 0.8 */
  return g_strdup_printf (
      _ ("Graded %1$s when the cycle closed; the progress of today would give %2$s"),
      self->computed_text, text);
}

void
okr_digest_grade_fill (OkrDigestGrade *self, OkrObjective *objective, double given, double progress,
                       double own)
{
  const OkrObjectiveState state = okr_objective_get_state (objective);

  self->is_closed = okr_digest_is_closed (objective);
  self->is_due = state != OKR_OBJECTIVE_STATE_DRAFT && state != OKR_OBJECTIVE_STATE_DROPPED;
  self->is_given = !isnan (given);
  self->computed = self->is_given ? given : okr_grade_computed (progress);
  self->computed_text = okr_grade_format (self->computed);
  self->band = okr_grade_band (self->computed, okr_objective_get_ambition (objective));
  self->closing_note = dup_closing_note (self, progress);
  self->self = own;
  self->self_text = isnan (own) ? NULL : okr_grade_format (own);
}

void
okr_digest_grade_clear (OkrDigestGrade *self)
{
  g_free (self->computed_text);
  g_free (self->closing_note);
  g_free (self->self_text);
  g_free (self->reason);
  g_free (self->learned);
}

/**
 * okr_digest_grade_dup_text:
 * @self: a grade
 *
 * Returns: (transfer full): the computed grade, or what it would be if the cycle closed today:
 *   "0.6 · Amber", "if closed today: 0.6 · Amber", "not graded", "—"
 */
char *
okr_digest_grade_dup_text (const OkrDigestGrade *self)
{
  const char *band;

  g_return_val_if_fail (self != NULL, NULL);

  band = okr_grade_band_to_label (self->band);
  if (self->band == OKR_GRADE_BAND_NONE || (!self->is_given && !self->is_due))
    return g_strdup (OKR_FORMAT_NOTHING);
  if (!self->is_given && self->is_closed)
    /* Translators: in the place of a grade, in a cycle that is closed */
    return g_strdup (_ ("not graded"));
  if (!self->is_given)
    /* Translators: the grade that the progress would give if the cycle closed today, and its band:
       "if closed today: 0.6 · Amber" */
    return g_strdup_printf (_ ("if closed today: %1$s · %2$s"), self->computed_text, band);

  /* Translators: a grade from 0.0 to 1.0, and its band */
  return g_strdup_printf (_ ("%1$s · %2$s"), self->computed_text, band);
}

/**
 * okr_digest_grade_dup_closing:
 * @self: a grade
 *
 * Returns: (transfer full) (nullable): the grade with which a closed cycle ended: "0.6 · Amber",
 *   "not graded"; %NULL where the cycle is open or no grade was due
 */
char *
okr_digest_grade_dup_closing (const OkrDigestGrade *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->is_closed || self->band == OKR_GRADE_BAND_NONE || (!self->is_given && !self->is_due))
    return NULL;

  return okr_digest_grade_dup_text (self);
}

/* As many decimals as explain the grade; 0 also where none do. */
static guint
count_decimals (const OkrDigestGrade *self, double progress)
{
  const double wanted = okr_grade_truncate (self->computed);
  double step = 100;

  if (isnan (progress) || isnan (wanted) || progress < 0 || progress > 1)
    return 0;

  for (guint decimals = 0; decimals <= MOST_DECIMALS; decimals++, step *= 10)
    if (okr_number_equal (okr_grade_truncate (round (progress * step) / step), wanted))
      return decimals;

  return 0;
}

/**
 * okr_digest_grade_dup_progress:
 * @self: a grade
 * @progress: the progress that it comes from
 * @text: the same in whole per cent
 *
 * A percentage is rounded and a grade is cut: 69.6 % beside 0.6 says more than 70 % does.
 *
 * Returns: (transfer full): the progress with as many decimals as explain the grade
 */
char *
okr_digest_grade_dup_progress (const OkrDigestGrade *self, double progress, const char *text)
{
  guint decimals;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  decimals = count_decimals (self, progress);

  return decimals > 0 ? okr_format_percent (progress, decimals) : g_strdup (text);
}

guint
okr_digest_grade_get_decimals (const OkrDigestGrade *self, double progress)
{
  return self->is_closed && self->is_given ? count_decimals (self, progress) : 0;
}

void
okr_digest_grade_explain_progress (const OkrDigestGrade *self, double progress, char **text)
{
  const guint decimals = okr_digest_grade_get_decimals (self, progress);

  if (decimals == 0)
    return;
  g_free (*text);
  *text = okr_format_percent (progress, decimals);
}

/**
 * okr_digest_grade_dup_own:
 * @self: a grade
 *
 * Returns: (transfer full) (nullable): what people think of it themselves:
 *   "Self-assessed 0.8: We also won the award."
 */
char *
okr_digest_grade_dup_own (const OkrDigestGrade *self)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->self_text == NULL)
    return NULL;
  if (*self->reason == '\0')
    /* Translators: the grade that people gave themselves */
    return g_strdup_printf (_ ("Self-assessed %s"), self->self_text);

  reason = okr_text_isolate (self->reason);
  /* Translators: the grade that people gave themselves, and why */
  return g_strdup_printf (_ ("Self-assessed %1$s: %2$s"), self->self_text, reason);
}

/**
 * okr_digest_grade_dup_learned:
 * @self: a grade
 *
 * Returns: (transfer full) (nullable): "Learned: Start earlier."
 */
char *
okr_digest_grade_dup_learned (const OkrDigestGrade *self)
{
  g_autofree char *learned = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->learned == NULL || *self->learned == '\0')
    return NULL;

  learned = okr_text_isolate (self->learned);
  /* Translators: what people learned from an objective or a key result */
  return g_strdup_printf (_ ("Learned: %s"), learned);
}
