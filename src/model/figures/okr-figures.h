/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-progress.h"

G_BEGIN_DECLS

/**
 * OkrAttention:
 * @OKR_ATTENTION_NONE: nothing to see to
 * @OKR_ATTENTION_NEEDS_CHECK_IN: the latest check-in is older than the plan's interval
 * @OKR_ATTENTION_AT_RISK: the status is "At risk"
 * @OKR_ATTENTION_BLOCKED: the latest check-in names an obstacle
 * @OKR_ATTENTION_LOW_CONFIDENCE: the latest confidence is 3 or less
 * @OKR_ATTENTION_NOT_ALIGNED: an objective below the top team that contributes to nothing
 * @OKR_ATTENTION_NO_OWNER: nobody owns it
 * @OKR_ATTENTION_NO_KEY_RESULT: an objective without key results
 *
 * Why somebody should look at an objective or a key result.
 */
typedef enum
{
  OKR_ATTENTION_NONE = 0,
  OKR_ATTENTION_NEEDS_CHECK_IN = 1 << 0,
  OKR_ATTENTION_AT_RISK = 1 << 1,
  OKR_ATTENTION_BLOCKED = 1 << 2,
  OKR_ATTENTION_LOW_CONFIDENCE = 1 << 3,
  OKR_ATTENTION_NOT_ALIGNED = 1 << 4,
  OKR_ATTENTION_NO_OWNER = 1 << 5,
  OKR_ATTENTION_NO_KEY_RESULT = 1 << 6,
} OkrAttention;

#define OKR_N_ATTENTIONS 7

const char *okr_attention_get_label (OkrAttention attention);
const char *okr_attention_get_nick (OkrAttention attention);

/* The items themselves include this header. */
typedef struct _OkrCheckIn OkrCheckIn;
typedef struct _OkrCycle OkrCycle;
typedef struct _OkrTeam OkrTeam;

/**
 * OkrKeyResultFigures:
 * @measure: kind, range and latest value, as the arithmetic takes them
 * @progress: raw progress; NAN when undefined
 * @expected: progress expected today, 0 to 1
 * @status: the status
 * @latest: (nullable): the check-in that counts: the latest that is neither retracted nor dated
 *   after today
 * @value: the latest value that a check-in states; NAN without one
 * @confidence: the latest confidence that a check-in states, 0 to 10; -1 without one
 * @days_since_check_in: days from the latest check-in to today; -1 without one
 * @projection: where it lands at this pace
 * @share: the share it has in its objective, 0 to 1; 0 when it is not counted
 * @attention: why to look at it
 *
 * Everything that is computed of a key result. See 2-semantics for the formulas.
 */
typedef struct
{
  OkrMeasure measure;
  double progress;
  double expected;
  OkrStatus status;
  OkrCheckIn *latest;
  double value;
  int confidence;
  int days_since_check_in;
  OkrProjection projection;
  double share;
  OkrAttention attention;
} OkrKeyResultFigures;

/**
 * OkrObjectiveFigures:
 * @progress: weighted mean of its key results' clamped progress; NAN when none counts
 * @expected: progress expected today, 0 to 1
 * @status: the status that people see; %OKR_STATUS_NOT_COUNTED where it is not @counted
 * @pace: the status by progress and expected progress alone, whether it is @counted or not
 * @confidence: mean of its key results' latest confidence; NAN without one
 * @days_since_check_in: days since the latest check-in below it; -1 without one
 * @cycle: (nullable): its cycle, when the reference resolves
 * @team: (nullable): its team, when the reference resolves
 * @counted: whether it counts in its team and cycle: neither draft nor dropped
 * @attention: why to look at it: at risk, when it is so as a whole; its key results' reasons are
 *   theirs
 *
 * Everything that is computed of an objective.
 */
typedef struct
{
  double progress;
  double expected;
  OkrStatus status;
  OkrStatus pace;
  double confidence;
  int days_since_check_in;
  OkrCycle *cycle;
  OkrTeam *team;
  gboolean counted;
  OkrAttention attention;
} OkrObjectiveFigures;

/**
 * OkrScopeFigures:
 * @progress: weighted mean of the counted objectives; NAN when none counts
 * @expected: progress expected of the cycle today, 0 to 1
 * @confidence: mean of the latest confidences of the counted objectives' key results; NAN without
 *   one
 * @n_objectives: objectives in the scope, also those that do not count
 * @n_key_results: their key results
 * @n_by_status: the counted objectives' key results by #OkrStatus
 * @n_attention: objectives and key results by reason, in the order of #OkrAttention's bits
 *
 * What is computed of a cycle, or of one team with its sub-teams in a cycle.
 */
typedef struct
{
  double progress;
  double expected;
  double confidence;
  guint n_objectives;
  guint n_key_results;
  guint n_by_status[OKR_STATUS_AT_RISK + 1];
  guint n_attention[OKR_N_ATTENTIONS];
} OkrScopeFigures;

gboolean okr_key_result_figures_equal (const OkrKeyResultFigures *a, const OkrKeyResultFigures *b);
gboolean okr_objective_figures_equal (const OkrObjectiveFigures *a, const OkrObjectiveFigures *b);

G_END_DECLS
