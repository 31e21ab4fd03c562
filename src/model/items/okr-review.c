/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-review.h"

#include <glib/gi18n-lib.h>

#include "okr-cycle.h"
#include "okr-item-private.h"
#include "okr-team.h"

struct _OkrReview
{
  OkrItem parent_instance;

  int kind;
  char *cycle_id;
  char *team_id;
  OkrDay date;
  char **attendees;
  char *results;
  char *process;
  char *learned;
  char **decisions;
  int minutes;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "kind", .type = OKR_FIELD_ENUM, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrReview, kind), .get_type = okr_review_kind_get_type,
    .fallback = OKR_REVIEW_KIND_WEEKLY, .label = N_ ("Kind") },
  { .name = "cycle", .type = OKR_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (OkrReview, cycle_id),
    .get_type = okr_cycle_get_type, .label = N_ ("Cycle") },
  { .name = "team", .type = OKR_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (OkrReview, team_id),
    .get_type = okr_team_get_type, .label = N_ ("Team") },
  { .name = "date", .type = OKR_FIELD_DAY, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrReview, date), .label = N_ ("Date") },
  { .name = "attendees", .type = OKR_FIELD_STRINGS, .flags = OKR_FIELD_SET,
    .offset = G_STRUCT_OFFSET (OkrReview, attendees), .label = N_ ("Attendees") },
  { .name = "results", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrReview, results),
    .label = N_ ("Results") },
  { .name = "process", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrReview, process),
    .label = N_ ("Process") },
  { .name = "learned", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrReview, learned),
    .label = N_ ("What was learned") },
  { .name = "decisions", .type = OKR_FIELD_STRINGS,
    .offset = G_STRUCT_OFFSET (OkrReview, decisions), .label = N_ ("Decisions") },
  { .name = "minutes", .type = OKR_FIELD_INTEGER, .offset = G_STRUCT_OFFSET (OkrReview, minutes),
    .minimum = 0, .maximum = 1440, .label = N_ ("Length in minutes") },
};

G_DEFINE_FINAL_TYPE (OkrReview, okr_review, OKR_TYPE_ITEM)

static void
okr_review_class_init (OkrReviewClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "review", N_ ("Review"), 'v', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_review_init (OkrReview *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_review_get_kind:
 *
 * Returns: the value
 */
OkrReviewKind
okr_review_get_kind (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), (OkrReviewKind) 0);

  return (OkrReviewKind) self->kind;
}

/**
 * okr_review_get_cycle_id:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_review_get_cycle_id (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), "");

  return self->cycle_id != NULL ? self->cycle_id : "";
}

/**
 * okr_review_get_team_id:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_review_get_team_id (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), "");

  return self->team_id != NULL ? self->team_id : "";
}

/**
 * okr_review_get_date:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_review_get_date (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), OKR_DAY_NONE);

  return self->date;
}

/**
 * okr_review_get_attendees:
 *
 * Returns: (transfer none) (nullable): the texts
 */
const char *const *
okr_review_get_attendees (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), NULL);

  return (const char *const *) self->attendees;
}

/**
 * okr_review_get_results:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_review_get_results (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), "");

  return self->results != NULL ? self->results : "";
}

/**
 * okr_review_get_process:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_review_get_process (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), "");

  return self->process != NULL ? self->process : "";
}

/**
 * okr_review_get_learned:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_review_get_learned (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), "");

  return self->learned != NULL ? self->learned : "";
}

/**
 * okr_review_get_decisions:
 *
 * Returns: (transfer none) (nullable): the texts
 */
const char *const *
okr_review_get_decisions (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), NULL);

  return (const char *const *) self->decisions;
}

/**
 * okr_review_get_minutes:
 *
 * Returns: how long it took, 0 to 1,440 minutes; 0 when absent
 */
int
okr_review_get_minutes (OkrReview *self)
{
  g_return_val_if_fail (OKR_IS_REVIEW (self), 0);

  return self->minutes;
}
