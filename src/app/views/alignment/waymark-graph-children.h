/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-graph-box.h"
#include "waymark-graph-viewport.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphChildren:
 *
 * The child widgets of a canvas: one for each box in sight, with one for each of its rows, up to a
 * number that does not grow with the plan.
 */
typedef struct
{
  GtkWidget *canvas;
  GHashTable *boxes; /* id → WaymarkGraphBox */
  gboolean has_new;  /* the relations between them have to be told anew */
} WaymarkGraphChildren;

void waymark_graph_children_init (WaymarkGraphChildren *self, GtkWidget *canvas);
void waymark_graph_children_clear (WaymarkGraphChildren *self);

/**
 * waymark_graph_children_sync:
 * @picture: (nullable): what is shown
 * @viewport: what of it is in sight
 * @selected: what is selected
 * @all: whether to tell anew what all of them are, rather than only the new ones
 *
 * Makes the widgets that are missing and removes those that went out of sight. One that has the
 * focus stays.
 */
void waymark_graph_children_sync (WaymarkGraphChildren *self, const OkrPicture *picture,
                                  const WaymarkGraphViewport *viewport, WaymarkGraphSpot selected,
                                  gboolean all);

/* Gives each its place. */
void waymark_graph_children_allocate (WaymarkGraphChildren *self, const OkrPicture *picture,
                                      const WaymarkGraphViewport *viewport);

/**
 * waymark_graph_children_get:
 *
 * Returns: (transfer none) (nullable): what stands for a box or a row, where it is in sight
 */
GtkWidget *waymark_graph_children_get (WaymarkGraphChildren *self, const OkrPicture *picture,
                                       WaymarkGraphSpot spot);

G_END_DECLS
