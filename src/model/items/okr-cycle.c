/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-cycle.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"

struct _OkrCycle
{
  OkrItem parent_instance;

  char *name;
  OkrDay start;
  OkrDay end;
  int state;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "name", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrCycle, name), .label = N_ ("Name") },
  { .name = "start", .type = OKR_FIELD_DAY, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrCycle, start), .label = N_ ("Start") },
  { .name = "end", .type = OKR_FIELD_DAY, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrCycle, end), .label = N_ ("End") },
  { .name = "state", .type = OKR_FIELD_ENUM, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrCycle, state), .get_type = okr_cycle_state_get_type,
    .fallback = OKR_CYCLE_STATE_DRAFT, .label = N_ ("State") },
};

G_DEFINE_FINAL_TYPE (OkrCycle, okr_cycle, OKR_TYPE_ITEM)

static void
okr_cycle_class_init (OkrCycleClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "cycle", N_ ("Cycle"), 'c', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_cycle_init (OkrCycle *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_cycle_get_start:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_cycle_get_start (OkrCycle *self)
{
  g_return_val_if_fail (OKR_IS_CYCLE (self), OKR_DAY_NONE);

  return self->start;
}

/**
 * okr_cycle_get_end:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_cycle_get_end (OkrCycle *self)
{
  g_return_val_if_fail (OKR_IS_CYCLE (self), OKR_DAY_NONE);

  return self->end;
}

/**
 * okr_cycle_get_state:
 *
 * Returns: the value
 */
OkrCycleState
okr_cycle_get_state (OkrCycle *self)
{
  g_return_val_if_fail (OKR_IS_CYCLE (self), (OkrCycleState) 0);

  return (OkrCycleState) self->state;
}
