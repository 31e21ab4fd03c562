/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-graph-walk.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphMarks:
 * @selected: what is selected
 * @hovered: what the pointer is over
 * @drop: what the dragged objective would be dropped on
 * @dragged: the box that is dragged
 * @refused: whether dropping there is refused
 * @shows_focus: whether the keyboard is used, so that the selection needs a ring
 * @on_path: (array): for each box, whether the selection's path leads through it
 * @links: (array): for each link, likewise
 * @dimmed: (array): for each box, whether scope, filter or search leave it out
 *
 * What is to be seen in a picture beyond what the plan says.
 */
typedef struct
{
  WaymarkGraphSpot selected;
  WaymarkGraphSpot hovered;
  WaymarkGraphSpot drop;
  WaymarkGraphSpot dragged;
  gboolean refused;
  gboolean shows_focus;

  guint n_boxes;
  guint n_links;
  gboolean *on_path;
  gboolean *links;
  gboolean *dimmed;
} WaymarkGraphMarks;

void waymark_graph_marks_init (WaymarkGraphMarks *self);
void waymark_graph_marks_clear (WaymarkGraphMarks *self);

/**
 * waymark_graph_marks_reset:
 * @picture: (nullable): the picture that is marked from now on, with nothing marked
 */
void waymark_graph_marks_reset (WaymarkGraphMarks *self, const OkrPicture *picture);

/* Marks the way of what is selected. */
void waymark_graph_marks_trace (WaymarkGraphMarks *self, const OkrPicture *picture);

/* Dims what the session does not show. */
void waymark_graph_marks_filter (WaymarkGraphMarks *self, const OkrPicture *picture,
                                 WaymarkSession *session);

gboolean waymark_graph_spot_equal (WaymarkGraphSpot a, WaymarkGraphSpot b);

/**
 * waymark_graph_find:
 * @id: (nullable): of an objective, a key result or the mission
 *
 * Returns: where that is; a folded key result is at its box
 */
WaymarkGraphSpot waymark_graph_find (const OkrPicture *picture, OkrPlan *plan, const char *id);

/**
 * waymark_graph_get_id:
 *
 * Returns: (transfer none) (nullable): the id of what is at @spot
 */
const char *waymark_graph_get_id (const OkrPicture *picture, WaymarkGraphSpot spot);

G_END_DECLS
