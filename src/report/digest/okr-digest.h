/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-chart-series.h"
#include "okr-grade.h"
#include "okr-scope.h"

G_BEGIN_DECLS

/**
 * OkrDigest:
 *
 * What reports say about a plan, as plain structs of ready texts and figures. It is taken from the
 * plan in the plan's thread and does not need it afterwards, so that pages can be laid out in
 * another. Texts are never %NULL unless they are said to be nullable; they may be empty. All texts
 * are plain: what people typed is in there as they typed it.
 */

/**
 * OkrDigestSections:
 * @OKR_DIGEST_SECTIONS_NONE: nothing
 * @OKR_DIGEST_SECTIONS_TEAMS: each team's own objectives, in the order of the plan; a team that has
 *   none has a section, too, where its figures are those of its sub-teams
 * @OKR_DIGEST_SECTIONS_PEOPLE: what each person answers for, by name
 *
 * Into what a digest is divided.
 */
typedef enum
{
  OKR_DIGEST_SECTIONS_NONE,
  OKR_DIGEST_SECTIONS_TEAMS,
  OKR_DIGEST_SECTIONS_PEOPLE,
} OkrDigestSections;

/**
 * OkrDigestOptions:
 * @cycle: (nullable): whose objectives; %NULL for all cycles. See okr_plan_get_current_cycle()
 * @team: (nullable): whose objectives, with those of its sub-teams; %NULL for all
 * @owner: (nullable): of whom to tell: what this person answers for; %NULL for all
 * @is_without_team: whether to tell only of objectives that have no team; then there is no @team
 * @is_without_cycle: whether to tell only of objectives that have no cycle; then there is no @cycle
 * @sections: into what to divide it, besides the whole
 * @is_brief: whether to leave out charts, milestones, initiatives and check-ins
 * @file_name: (nullable): the name of the plan's file, to be shown
 *
 * What to tell of a plan.
 */
typedef struct
{
  OkrCycle *cycle;
  OkrTeam *team;
  const char *owner;
  gboolean is_without_team;
  gboolean is_without_cycle;
  OkrDigestSections sections;
  gboolean is_brief;
  const char *file_name;
} OkrDigestOptions;

/**
 * OkrDigestGrade:
 * @is_given: whether it is written in the plan; else it is what the progress would give today
 * @is_closed: whether the cycle is closed, so that nothing will be computed any more
 * @is_due: whether a grade is due at all: what is a draft or dropped gets none
 * @computed: the computed grade, 0 to 1; NaN without one
 * @computed_text: the same, truncated to one decimal: "0.6"; "—" without one
 * @band: how it is to be read
 * @closing_note: (nullable): where the cycle is closed and the progress of today would give another
 *   grade: "Graded 0.5 when the cycle closed; the progress of today would give 0.8"
 * @self: the self-assessed grade, NaN without one
 * @self_text: (nullable): the same as text
 * @reason: why the self-assessed grade differs
 * @learned: what was learned
 *
 * A grade of an objective or a key result.
 */
typedef struct
{
  gboolean is_given;
  gboolean is_closed;
  gboolean is_due;
  double computed;
  char *computed_text;
  OkrGradeBand band;
  char *closing_note;
  double self;
  char *self_text;
  char *reason;
  char *learned;
} OkrDigestGrade;

char *okr_digest_grade_dup_text (const OkrDigestGrade *self);
char *okr_digest_grade_dup_closing (const OkrDigestGrade *self);
char *okr_digest_grade_dup_progress (const OkrDigestGrade *self, double progress, const char *text);
char *okr_digest_grade_dup_own (const OkrDigestGrade *self);
char *okr_digest_grade_dup_learned (const OkrDigestGrade *self);

/** How many of its latest check-ins are told of a key result. */
#define OKR_DIGEST_LAST_CHECK_INS 3

/**
 * OkrDigestCheckIn:
 * @day: when it was
 * @day_text: the same as text: "22 February 2027"
 * @value_text: (nullable): the value, where it states one: "78 s"
 * @confidence: 0 to 10; -1 without one
 * @confidence_text: (nullable): "6/10"
 * @note: what people wrote
 * @obstacle: what stood in the way
 * @author: who wrote it
 *
 * A check-in that counts.
 */
typedef struct
{
  OkrDay day;
  char *day_text;
  char *value_text;
  int confidence;
  char *confidence_text;
  char *note;
  char *obstacle;
  char *author;
} OkrDigestCheckIn;

/**
 * OkrDigestInitiative:
 * @title: what is tried
 * @owner: by whom
 * @state: what became of it
 * @state_label: the same in words
 * @due: until when; %OKR_DAY_NONE for no day
 * @due_text: (nullable): the same as text
 * @outcome: what came of it
 *
 * An initiative.
 */
typedef struct
{
  char *title;
  char *owner;
  OkrInitiativeState state;
  char *state_label;
  OkrDay due;
  char *due_text;
  char *outcome;
} OkrDigestInitiative;

/**
 * OkrDigestMilestone:
 * @title: what is to be reached
 * @done: the day on which it was; %OKR_DAY_NONE when it is not, or not by today
 * @done_text: (nullable): the same as text
 *
 * A milestone.
 */
typedef struct
{
  char *title;
  OkrDay done;
  char *done_text;
} OkrDigestMilestone;

/**
 * OkrDigestKeyResult:
 * @id: its id
 * @title: its title, never empty
 * @description: what people wrote about it
 * @owner: who owns it; empty where nobody does
 * @source: where its numbers come from
 * @kind: how it is measured
 * @kind_label: the same in words
 * @unit: the unit of its values
 * @range_text: what it aims for: "90 → 55 s"; for milestones with how many are done: "3 of 5
 *   milestones"
 * @aim_text: the same, for where the value stands beside it: "milestones"
 * @start_text: (nullable): where a key result that is at least or at most something began, which is
 *   not in its range: "85 %"
 * @value_text: (nullable): the latest value: "78 s"
 * @value_answers: whether the value is a "Yes" or "No", which says what it aims for, too
 * @value_day: the day of the check-in that stated it; %OKR_DAY_NONE for milestones, each of which
 *   has a day of its own
 * @value_day_text: (nullable): the same as text: "22 February 2027"
 * @progress: raw progress; NaN when undefined
 * @progress_text: the same: "34 %", "—"
 * @formula: how it is computed, with the values, or why it is undefined
 * @expected: progress expected today, 0 to 1; NaN in a closed cycle
 * @expected_text: the same: "58 %", "—"
 * @promise_text: (nullable): what is said instead where the kind has no pace; %NULL for other
 *   kinds, in a closed cycle and where the progress is undefined
 * @status: its status
 * @status_label: the same in words: "Behind"
 * @share: the part of the objective that it makes up, 0 to 1
 * @share_text: the same: "33 % of the objective"
 * @weight: its weight
 * @weight_text: the same as text
 * @due: its own due date; %OKR_DAY_NONE without one
 * @due_text: (nullable): the same as text
 * @confidence: the latest one, 0 to 10; -1 without one
 * @confidence_text: (nullable): "6/10"
 * @confidence_before: the one stated before, -1 without one
 * @days_since_check_in: days since the latest check-in; -1 without one
 * @attention: why to look at it
 * @reasons: the same in words: "Needs check-in"
 * @projection: (nullable): where it goes at this pace
 * @projection_terms: (nullable): how that is computed, with the values, in lines
 * @is_added_later: whether it was added after the cycle had begun
 * @moved: the goalposts that were moved: "Target was 25 %, agreed on 4 Jan"
 * @marks: what a row that tells little else has to say besides the status: the other reasons, and
 *   what was moved or added later, is not counted, weighs more or less than usual, or would be
 *   graded otherwise than it was
 * @milestones: (element-type OkrDigestMilestone): its milestones
 * @initiatives: (element-type OkrDigestInitiative): its initiatives
 * @check_ins: (element-type OkrDigestCheckIn): the latest of those that count, at most
 *   %OKR_DIGEST_LAST_CHECK_INS, latest first
 * @chart: (nullable): its history
 * @chart_summary: (nullable): the same in words
 * @grade: its grade
 *
 * A key result.
 */
typedef struct
{
  char *id;
  char *title;
  char *description;
  char *owner;
  char *source;
  OkrKeyResultKind kind;
  char *kind_label;
  char *unit;
  char *range_text;
  char *aim_text;
  char *start_text;
  char *value_text;
  gboolean value_answers;
  OkrDay value_day;
  char *value_day_text;
  double progress;
  char *progress_text;
  double expected;
  char *expected_text;
  const char *promise_text;
  OkrStatus status;
  char *status_label;
  double share;
  char *share_text;
  double weight;
  char *weight_text;
  char *formula;
  OkrDay due;
  char *due_text;
  int confidence;
  char *confidence_text;
  int confidence_before;
  int days_since_check_in;
  OkrAttention attention;
  char **reasons;
  char *projection;
  char *projection_terms;
  gboolean is_added_later;
  char **moved;
  char **marks;
  GPtrArray *milestones;
  GPtrArray *initiatives;
  GPtrArray *check_ins;
  OkrChartSeries *chart;
  char *chart_summary;
  OkrDigestGrade grade;
} OkrDigestKeyResult;

/**
 * OkrDigestLink:
 * @id: the id of an objective or a key result
 * @title: its title
 *
 * What an objective contributes to.
 */
typedef struct
{
  char *id;
  char *title;
} OkrDigestLink;

/**
 * OkrDigestObjective:
 * @id: its id
 * @title: its title, never empty
 * @description: what people wrote about it
 * @team_id: the id of its team; empty without one
 * @team: the name of its team
 * @owner: who owns it
 * @cycle_id: the id of its cycle; empty without one
 * @cycle: the name of its cycle; empty without one
 * @subtitle: team, owner and whether it is committed: "Digital · Ana Reyes"; and the state where
 *   it is neither active nor the reason why it does not count, which @status_label says
 * @parents: (element-type OkrDigestLink): what it contributes to, the main parent first
 * @contributes_text: (nullable): the same as text: "contributes to: Revenue, Retention"
 * @ambition: how it is to be judged
 * @ambition_label: the same in words
 * @state: what people do with it
 * @is_counted: whether it counts in its team and cycle
 * @progress: mean of its key results' progress; NaN when none counts
 * @progress_text: the same: "37 %"
 * @expected: progress expected today; NaN in a closed cycle
 * @expected_text: the same: "58 %"
 * @status: its status; %OKR_STATUS_NOT_COUNTED where it does not count
 * @status_label: the same in words, or the state that it does not count in: "Dropped"
 * @attention: why to look at it
 * @reasons: the same in words
 * @key_results: (element-type OkrDigestKeyResult): its key results
 * @n_others: how many key results that its figures count are not among these: of somebody else's
 *   objective, a person is told of their own
 * @grade: its grade
 *
 * An objective.
 */
typedef struct
{
  char *id;
  char *title;
  char *description;
  char *team_id;
  char *team;
  char *owner;
  char *cycle_id;
  char *cycle;
  char *subtitle;
  GPtrArray *parents;
  char *contributes_text;
  OkrAmbition ambition;
  char *ambition_label;
  OkrObjectiveState state;
  gboolean is_counted;
  double progress;
  char *progress_text;
  double expected;
  char *expected_text;
  OkrStatus status;
  char *status_label;
  OkrAttention attention;
  char **reasons;
  GPtrArray *key_results;
  guint n_others;
  OkrDigestGrade grade;
} OkrDigestObjective;

/**
 * OkrDigestReview:
 * @kind: which meeting it was
 * @kind_label: the same in words
 * @day: when it was
 * @day_text: the same as text
 * @team: whose meeting it was; empty where it was everybody's
 * @attendees: who took part
 * @results: what people said about the results
 * @process: and about how they work
 * @learned: what they learned
 * @decisions: what they decided
 *
 * The record of a meeting of the cycle.
 */
typedef struct
{
  OkrReviewKind kind;
  char *kind_label;
  OkrDay day;
  char *day_text;
  char *team;
  char **attendees;
  char *results;
  char *process;
  char *learned;
  char **decisions;
} OkrDigestReview;

/**
 * OkrDigestFigure:
 * @value: the figure: "58 %"
 * @label: what it is: "progress (expected 58 %)"
 *
 * A key figure, for the head of a page.
 */
typedef struct
{
  char *value;
  char *label;
} OkrDigestFigure;

#define OKR_DIGEST_N_FIGURES 4

/**
 * OkrDigest:
 * @title: the title of the plan, which is the organisation's name for most; never empty
 * @cycle: (nullable): the name of the cycle; %NULL for all of them
 * @cycle_state: where it is in its life; active for all of them
 * @dates: (nullable): from when to when the cycle is: "1 January 2027 – 31 March 2027"
 * @stage: (nullable): where in the cycle today is: "week 8 of 13"
 * @scope: (nullable): the team or the person that it is about
 * @scope_note: (nullable): what the figures count besides what is listed
 * @mission: the mission
 * @vision: the vision
 * @file_name: the name of the plan's file
 * @today: the day of all figures
 * @today_text: the same as text: "24 February 2027"
 * @progress: progress of all that counts; NaN when nothing does. Of a person, the mean by weight of
 *   their objectives, where of somebody else's objective only their key results count
 * @expected: progress expected today; NaN for all cycles and in a closed one
 * @aspirational_grade: mean computed grade of the aspirational objectives that count, in a closed
 *   cycle of those that were graded; NaN without. Of a person, that of their own objectives
 * @confidence: mean of the key results' latest confidence; NaN without one
 * @confidence_before: mean of the same key results' confidence before, where one that stated it
 *   only once has not changed; NaN when none stated it twice
 * @n_key_results: how many key results with a status the objectives that count have, which are
 *   neither draft nor dropped: a baseline can be neither on track nor off it
 * @n_on_track: how many of them are on track or achieved
 * @n_need_check_in: how many key results need a check-in, with a status or without
 * @n_by_status: all key results of the objectives that count, by #OkrStatus
 * @figures: progress, key results on track, confidence and check-ins due, ready to be shown
 * @objectives: (element-type OkrDigestObjective): in the order of the plan
 * @has_cycles: whether they belong to more than one cycle, so that each says to which; what the
 *   figures say of all of them together says little then
 * @cycles: (element-type OkrDigest): where they do and it is not divided otherwise: a digest for
 *   each cycle that has objectives or reviews, in the order in which cycles begin; what has no
 *   cycle comes last
 * @reviews: (element-type OkrDigestReview): of the cycle, in the order of their days; none in a
 *   section
 * @sections: (element-type OkrDigest): a digest for each team or person, where it is divided
 */
typedef struct
{
  char *title;
  char *cycle;
  OkrCycleState cycle_state;
  char *dates;
  char *stage;
  char *scope;
  char *scope_note;
  char *mission;
  char *vision;
  char *file_name;
  OkrDay today;
  char *today_text;
  double progress;
  double expected;
  double aspirational_grade;
  double confidence;
  double confidence_before;
  guint n_key_results;
  guint n_on_track;
  guint n_need_check_in;
  guint n_by_status[OKR_STATUS_AT_RISK + 1];
  OkrDigestFigure figures[OKR_DIGEST_N_FIGURES];
  GPtrArray *objectives;
  gboolean has_cycles;
  GPtrArray *cycles;
  GPtrArray *reviews;
  GPtrArray *sections;
} OkrDigest;

OkrDigest *okr_digest_new (OkrPlan *plan, const OkrDigestOptions *options);
OkrDigest *okr_digest_new_of (OkrPlan *plan, const OkrScope *scope);
OkrDigest *okr_digest_ref (OkrDigest *self);
void okr_digest_unref (OkrDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrDigest, okr_digest_unref)

G_END_DECLS
