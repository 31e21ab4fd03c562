/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "okr-error.h"
#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrMarkedSides:
 * @base: (nullable): what both sides started from, as far as the markers tell; in the style
 *   "zdiff3" they tell too little, see okr_marked_sides_read_base()
 * @ours: the side above the line of equals signs
 * @theirs: the side below it
 *
 * The texts that git has put into one file between the markers of its conflicts. What it could
 * bring together itself is the same in all of them.
 */
typedef struct
{
  GBytes *base;
  GBytes *ours;
  GBytes *theirs;

  /*< private >*/
  GBytes *text;
  GArray *pieces; /* point into the text */
} OkrMarkedSides;

OkrMarkedSides *okr_marked_sides_new (GBytes *bytes, GError **error);
void okr_marked_sides_free (OkrMarkedSides *self);

OkrPlan *okr_marked_sides_read_base (const OkrMarkedSides *self, OkrPlan *ours, OkrPlan *theirs,
                                     GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrMarkedSides, okr_marked_sides_free)

G_END_DECLS
