/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrCheckIn:
 *
 * Check-in: the weekly look at a key result: its value, and how sure people are.
 */
#define OKR_TYPE_CHECK_IN (okr_check_in_get_type ())
G_DECLARE_FINAL_TYPE (OkrCheckIn, okr_check_in, OKR, CHECK_IN, OkrItem)

OkrDay okr_check_in_get_date (OkrCheckIn *self);
const char *okr_check_in_get_created (OkrCheckIn *self);
double okr_check_in_get_value (OkrCheckIn *self);
int okr_check_in_get_confidence (OkrCheckIn *self);
const char *okr_check_in_get_note (OkrCheckIn *self);
const char *okr_check_in_get_obstacle (OkrCheckIn *self);
const char *okr_check_in_get_author (OkrCheckIn *self);
gboolean okr_check_in_get_retracted (OkrCheckIn *self);

/**
 * okr_check_in_compare:
 * @a: a check-in
 * @b: another one of the same key result
 *
 * Which of them is the later one: by date, then by creation, then by id.
 *
 * Returns: less than, equal to or greater than 0 where @a is earlier than, the same as or later
 *   than @b
 */
int okr_check_in_compare (OkrCheckIn *a, OkrCheckIn *b);

G_END_DECLS
