/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-milestone.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-item-private.h"

struct _OkrMilestone
{
  OkrItem parent_instance;

  char *title;
  double weight;
  OkrDay done;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "title", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrMilestone, title), .label = N_ ("Title") },
  { .name = "weight", .type = OKR_FIELD_NUMBER, .offset = G_STRUCT_OFFSET (OkrMilestone, weight),
    .fallback = 1, .minimum = 0, .maximum = 1e6, .label = N_ ("Weight") },
  { .name = "done", .type = OKR_FIELD_DAY, .offset = G_STRUCT_OFFSET (OkrMilestone, done),
    .label = N_ ("Done") },
};

G_DEFINE_FINAL_TYPE (OkrMilestone, okr_milestone, OKR_TYPE_ITEM)

static void
okr_milestone_class_init (OkrMilestoneClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "milestone", N_ ("Milestone"), 'm', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_milestone_init (OkrMilestone *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_milestone_get_weight:
 *
 * Returns: how much it counts among its siblings, 0 to 1e6; 1 when absent
 */
double
okr_milestone_get_weight (OkrMilestone *self)
{
  g_return_val_if_fail (OKR_IS_MILESTONE (self), NAN);

  return self->weight;
}

/**
 * okr_milestone_get_done:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_milestone_get_done (OkrMilestone *self)
{
  g_return_val_if_fail (OKR_IS_MILESTONE (self), OKR_DAY_NONE);

  return self->done;
}
