/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OkrTeamKind:
 *
 * What a team of the plan stands for. The nicks are the words of the document format.
 */
typedef enum
{
  OKR_TEAM_KIND_COMPANY,
  OKR_TEAM_KIND_DEPARTMENT,
  OKR_TEAM_KIND_TEAM,
  OKR_TEAM_KIND_PERSON,
} OkrTeamKind;

/**
 * OkrCycleState:
 *
 * Where a cycle is in its life. Becoming active records what was agreed; closing grades.
 */
typedef enum
{
  OKR_CYCLE_STATE_DRAFT,
  OKR_CYCLE_STATE_ACTIVE,
  OKR_CYCLE_STATE_CLOSED,
} OkrCycleState;

/**
 * OkrAmbition:
 * @OKR_AMBITION_ASPIRATIONAL: 70 % is success (the default)
 * @OKR_AMBITION_COMMITTED: a promise: 100 % is expected
 *
 * How an objective's progress is to be judged.
 */
typedef enum
{
  OKR_AMBITION_ASPIRATIONAL,
  OKR_AMBITION_COMMITTED,
} OkrAmbition;

/**
 * OkrObjectiveState:
 *
 * What people do with an objective. Draft and dropped ones are left out of every mean.
 */
typedef enum
{
  OKR_OBJECTIVE_STATE_DRAFT,
  OKR_OBJECTIVE_STATE_ACTIVE,
  OKR_OBJECTIVE_STATE_PAUSED,
  OKR_OBJECTIVE_STATE_DONE,
  OKR_OBJECTIVE_STATE_DROPPED,
} OkrObjectiveState;

/**
 * OkrKeyResultKind:
 * @OKR_KEY_RESULT_KIND_CHANGE: from a start to a target, up or down
 * @OKR_KEY_RESULT_KIND_AT_LEAST: the value stays at the target or above it
 * @OKR_KEY_RESULT_KIND_AT_MOST: the value stays at the target or below it
 * @OKR_KEY_RESULT_KIND_BETWEEN: the value stays between two bounds
 * @OKR_KEY_RESULT_KIND_MILESTONES: weighted steps that are done or not
 * @OKR_KEY_RESULT_KIND_YES_NO: done or not
 * @OKR_KEY_RESULT_KIND_BASELINE: a measurement is being set up, there is no target yet
 *
 * How a key result measures progress; see [func@progress_raw].
 */
typedef enum
{
  OKR_KEY_RESULT_KIND_CHANGE,
  OKR_KEY_RESULT_KIND_AT_LEAST,
  OKR_KEY_RESULT_KIND_AT_MOST,
  OKR_KEY_RESULT_KIND_BETWEEN,
  OKR_KEY_RESULT_KIND_MILESTONES,
  OKR_KEY_RESULT_KIND_YES_NO,
  OKR_KEY_RESULT_KIND_BASELINE,
} OkrKeyResultKind;

/**
 * OkrInitiativeState:
 *
 * What became of an initiative. It never counts towards progress.
 */
typedef enum
{
  OKR_INITIATIVE_STATE_PLANNED,
  OKR_INITIATIVE_STATE_ACTIVE,
  OKR_INITIATIVE_STATE_DONE,
  OKR_INITIATIVE_STATE_DISCARDED,
} OkrInitiativeState;

/**
 * OkrReviewKind:
 *
 * Which meeting a review records.
 */
typedef enum
{
  OKR_REVIEW_KIND_WEEKLY,
  OKR_REVIEW_KIND_MONTHLY,
  OKR_REVIEW_KIND_RETROSPECTIVE,
} OkrReviewKind;

/**
 * OkrStatus:
 * @OKR_STATUS_NOT_COUNTED: progress is undefined
 * @OKR_STATUS_NO_DATA: there is no check-in yet
 * @OKR_STATUS_ACHIEVED: the target is reached
 * @OKR_STATUS_ON_TRACK: as far as expected, or the promise holds
 * @OKR_STATUS_BEHIND: less than expected
 * @OKR_STATUS_AT_RISK: far less than expected
 *
 * A computed judgement of a key result or an objective. It is never stored and never typed in;
 * see [func@status_key_result].
 */
typedef enum
{
  OKR_STATUS_NOT_COUNTED,
  OKR_STATUS_NO_DATA,
  OKR_STATUS_ACHIEVED,
  OKR_STATUS_ON_TRACK,
  OKR_STATUS_BEHIND,
  OKR_STATUS_AT_RISK,
} OkrStatus;

#define OKR_TYPE_TEAM_KIND (okr_team_kind_get_type ())
#define OKR_TYPE_CYCLE_STATE (okr_cycle_state_get_type ())
#define OKR_TYPE_AMBITION (okr_ambition_get_type ())
#define OKR_TYPE_OBJECTIVE_STATE (okr_objective_state_get_type ())
#define OKR_TYPE_KEY_RESULT_KIND (okr_key_result_kind_get_type ())
#define OKR_TYPE_INITIATIVE_STATE (okr_initiative_state_get_type ())
#define OKR_TYPE_REVIEW_KIND (okr_review_kind_get_type ())
#define OKR_TYPE_STATUS (okr_status_get_type ())

GType okr_team_kind_get_type (void) G_GNUC_CONST;
GType okr_cycle_state_get_type (void) G_GNUC_CONST;
GType okr_ambition_get_type (void) G_GNUC_CONST;
GType okr_objective_state_get_type (void) G_GNUC_CONST;
GType okr_key_result_kind_get_type (void) G_GNUC_CONST;
GType okr_initiative_state_get_type (void) G_GNUC_CONST;
GType okr_review_kind_get_type (void) G_GNUC_CONST;
GType okr_status_get_type (void) G_GNUC_CONST;

/**
 * okr_enum_to_nick:
 * @type: one of the enumeration types of this header
 * @value: a value of it
 *
 * Gives the word that the document format uses for @value, such as "atLeast".
 *
 * Returns: (transfer none) (nullable): the word, or %NULL when @value is not one of @type
 */
const char *okr_enum_to_nick (GType type, int value);

/**
 * okr_enum_from_nick:
 * @type: one of the enumeration types of this header
 * @nick: a word of the document format; case matters
 * @value: (out) (optional): the value, untouched on failure
 *
 * Returns: whether @nick is a word of @type
 */
gboolean okr_enum_from_nick (GType type, const char *nick, int *value);

/**
 * okr_enum_to_label:
 * @type: one of the enumeration types of this header
 * @value: a value of it
 *
 * Gives the name that people see for @value, translated, such as "At least".
 *
 * Returns: (transfer none) (nullable): the name, or %NULL when @value is not one of @type
 */
const char *okr_enum_to_label (GType type, int value);

/**
 * okr_status_get_symbol:
 * @status: a status
 *
 * Gives the sign that stands beside the colour of a status, so that colour is never the only
 * signal: ● on track, ◆ behind, ▲ at risk, ✓ achieved, ○ no data, — not counted.
 *
 * Returns: (transfer none): the sign
 */
const char *okr_status_get_symbol (OkrStatus status);

/**
 * okr_status_get_label:
 * @status: a status
 *
 * Returns: (transfer none): the translated name, as "On track" or "Not counted"
 */
const char *okr_status_get_label (OkrStatus status);

G_END_DECLS
