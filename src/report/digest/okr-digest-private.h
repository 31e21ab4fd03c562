/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-digest.h"

G_BEGIN_DECLS

/* @is_brief: as in OkrDigestOptions */
OkrDigestObjective *okr_digest_objective_new (OkrPlan *plan, OkrObjective *objective,
                                              const char *owner, gboolean is_brief);

/* Whether all of an objective is told of @owner, not only their key results. */
gboolean okr_digest_is_whole (const char *objective_owner, const char *owner);

/* A whole and its sections share them; the last one to let go of one frees it. */
OkrDigestObjective *okr_digest_objective_ref (OkrDigestObjective *self);
void okr_digest_objective_free (OkrDigestObjective *self);

OkrDigestKeyResult *okr_digest_key_result_new (OkrPlan *plan, OkrObjective *objective,
                                               OkrKeyResult *kr, gboolean is_brief);
void okr_digest_key_result_free (OkrDigestKeyResult *self);

OkrDigestReview *okr_digest_review_new (OkrPlan *plan, OkrReview *review);
void okr_digest_review_free (OkrDigestReview *self);

/* What the four figures say, once the numbers are there. */
void okr_digest_fill_figures (OkrDigest *self);
void okr_digest_fill_sections (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options);

/* Where there is more than one. */
void okr_digest_fill_cycles (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options);
void okr_digest_add_reviews (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options);

/* Without reviews, cycles and sections, which are those of the whole. With @known, which was told
   for the same owner or for nobody in particular, only those of them that are in the scope of
   @options. */
OkrDigest *okr_digest_new_part (OkrPlan *plan, const OkrDigestOptions *options, GPtrArray *known);

void okr_digest_grade_fill (OkrDigestGrade *self, OkrObjective *objective, double given,
                            double progress, double own);

/* In a closed cycle, the grade stands beside the progress wherever that is told: the decimals with
   which it is written then, 0 for whole per cent. */
guint okr_digest_grade_get_decimals (const OkrDigestGrade *self, double progress);
void okr_digest_grade_explain_progress (const OkrDigestGrade *self, double progress, char **text);

/* What was expected of a closed cycle is all of it, whatever day it is. */
gboolean okr_digest_is_closed (OkrObjective *objective);
void okr_digest_grade_clear (OkrDigestGrade *self);
char **okr_digest_dup_reasons (OkrAttention attention);

G_END_DECLS
