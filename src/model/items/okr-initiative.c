/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-initiative.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"

struct _OkrInitiative
{
  OkrItem parent_instance;

  char *title;
  char *owner;
  int state;
  OkrDay due;
  char *outcome;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "title",
    .type = OKR_FIELD_TEXT,
    .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrInitiative, title),
    .label = N_ ("Title") },
  { .name = "owner",
    .type = OKR_FIELD_TEXT,
    .offset = G_STRUCT_OFFSET (OkrInitiative, owner),
    .label = N_ ("Owner") },
  { .name = "state",
    .type = OKR_FIELD_ENUM,
    .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrInitiative, state),
    .get_type = okr_initiative_state_get_type,
    .fallback = OKR_INITIATIVE_STATE_PLANNED,
    .label = N_ ("State") },
  { .name = "due",
    .type = OKR_FIELD_DAY,
    .offset = G_STRUCT_OFFSET (OkrInitiative, due),
    .label = N_ ("Due") },
  { .name = "outcome",
    .type = OKR_FIELD_PROSE,
    .offset = G_STRUCT_OFFSET (OkrInitiative, outcome),
    .label = N_ ("Outcome") },
};

G_DEFINE_FINAL_TYPE (OkrInitiative, okr_initiative, OKR_TYPE_ITEM)

static void
okr_initiative_class_init (OkrInitiativeClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "initiative", N_ ("Initiative"), 'i',
                                 fields, G_N_ELEMENTS (fields));
}

static void
okr_initiative_init (OkrInitiative *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_initiative_get_owner:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_initiative_get_owner (OkrInitiative *self)
{
  g_return_val_if_fail (OKR_IS_INITIATIVE (self), "");

  return self->owner != NULL ? self->owner : "";
}

/**
 * okr_initiative_get_state:
 *
 * Returns: the value
 */
OkrInitiativeState
okr_initiative_get_state (OkrInitiative *self)
{
  g_return_val_if_fail (OKR_IS_INITIATIVE (self), (OkrInitiativeState) 0);

  return (OkrInitiativeState) self->state;
}

/**
 * okr_initiative_get_due:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_initiative_get_due (OkrInitiative *self)
{
  g_return_val_if_fail (OKR_IS_INITIATIVE (self), OKR_DAY_NONE);

  return self->due;
}

/**
 * okr_initiative_get_outcome:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_initiative_get_outcome (OkrInitiative *self)
{
  g_return_val_if_fail (OKR_IS_INITIATIVE (self), "");

  return self->outcome != NULL ? self->outcome : "";
}
