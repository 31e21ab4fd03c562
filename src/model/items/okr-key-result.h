/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-figures.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrGoalposts:
 * @on: the day when it was agreed; %OKR_DAY_NONE when nothing is agreed yet
 * @title: the wording
 * @kind: how it is measured
 * @start: the start; NAN without one, like the other numbers
 * @target: the target
 * @low: the lowest value
 * @high: the highest value
 * @due: the due date; %OKR_DAY_NONE for the cycle's end
 *
 * What was agreed on a key result when its cycle became active.
 */
typedef struct
{
  OkrDay on;
  const char *title;
  OkrKeyResultKind kind;
  double start;
  double target;
  double low;
  double high;
  OkrDay due;
} OkrGoalposts;

/**
 * OkrKeyResult:
 *
 * Key result: how a team knows that an objective is reached.
 */
#define OKR_TYPE_KEY_RESULT (okr_key_result_get_type ())
G_DECLARE_FINAL_TYPE (OkrKeyResult, okr_key_result, OKR, KEY_RESULT, OkrItem)

const char *okr_key_result_get_description (OkrKeyResult *self);
const char *okr_key_result_get_owner (OkrKeyResult *self);
OkrKeyResultKind okr_key_result_get_kind (OkrKeyResult *self);
const char *okr_key_result_get_unit (OkrKeyResult *self);
double okr_key_result_get_start (OkrKeyResult *self);
double okr_key_result_get_target (OkrKeyResult *self);
double okr_key_result_get_low (OkrKeyResult *self);
double okr_key_result_get_high (OkrKeyResult *self);
double okr_key_result_get_weight (OkrKeyResult *self);
OkrDay okr_key_result_get_due (OkrKeyResult *self);
const char *okr_key_result_get_kpi_id (OkrKeyResult *self);
const char *okr_key_result_get_source (OkrKeyResult *self);
gboolean okr_key_result_get_added_later (OkrKeyResult *self);
OkrGoalposts okr_key_result_get_goalposts (OkrKeyResult *self);
double okr_key_result_get_grade_computed (OkrKeyResult *self);
double okr_key_result_get_grade_self (OkrKeyResult *self);
const char *okr_key_result_get_grade_reason (OkrKeyResult *self);
const char *okr_key_result_get_grade_learned (OkrKeyResult *self);
GListModel *okr_key_result_get_milestones (OkrKeyResult *self);
GListModel *okr_key_result_get_initiatives (OkrKeyResult *self);
GListModel *okr_key_result_get_check_ins (OkrKeyResult *self);

const OkrKeyResultFigures *okr_key_result_get_figures (OkrKeyResult *self);
gboolean okr_key_result_take_figures (OkrKeyResult *self, const OkrKeyResultFigures *figures);

G_END_DECLS
