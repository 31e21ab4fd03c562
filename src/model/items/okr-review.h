/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrReview:
 *
 * Review: the record of a weekly, monthly or closing session.
 */
#define OKR_TYPE_REVIEW (okr_review_get_type ())
G_DECLARE_FINAL_TYPE (OkrReview, okr_review, OKR, REVIEW, OkrItem)

OkrReviewKind okr_review_get_kind (OkrReview *self);
const char *okr_review_get_cycle_id (OkrReview *self);
const char *okr_review_get_team_id (OkrReview *self);
OkrDay okr_review_get_date (OkrReview *self);
const char *const *okr_review_get_attendees (OkrReview *self);
const char *okr_review_get_results (OkrReview *self);
const char *okr_review_get_process (OkrReview *self);
const char *okr_review_get_learned (OkrReview *self);
const char *const *okr_review_get_decisions (OkrReview *self);
int okr_review_get_minutes (OkrReview *self);

G_END_DECLS
