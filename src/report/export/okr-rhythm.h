/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrRhythm:
 * @weekday: the day of the week on which people meet, 0 is Monday
 * @interval: days from a check-in to the next one, 1 or more
 * @check_in: the first check-in; %OKR_DAY_NONE where the cycle is too short for one
 * @review: the first monthly review; %OKR_DAY_NONE where the cycle is too short for one
 * @last_review: no monthly review is later than this
 * @retrospective: when the cycle is looked back upon; no check-in is later than this
 *
 * When the people of a plan meet in a cycle.
 */
typedef struct
{
  guint weekday;
  guint interval;
  OkrDay check_in;
  OkrDay review;
  OkrDay last_review;
  OkrDay retrospective;
} OkrRhythm;

/**
 * okr_rhythm_of_cycle:
 * @plan: a plan
 * @cycle: one of its cycles
 * @rhythm: (out): its rhythm, untouched where there is none
 *
 * Works out when people meet. The day of the week is that of the latest weekly review of the plan,
 * else the cycle's first day, else Monday where that is a weekend. Check-ins begin one interval
 * after the cycle does. A monthly review is on the first such day of a month, when the cycle is at
 * least two weeks old and has at least one week to go. The retrospective is on the cycle's last
 * day, or on the Friday before a weekend.
 *
 * Returns: whether the cycle has both dates, in order
 */
gboolean okr_rhythm_of_cycle (OkrPlan *plan, OkrCycle *cycle, OkrRhythm *rhythm);

G_END_DECLS
