/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-picture.h"

G_BEGIN_DECLS

#define WAYMARK_GRAPH_NOWHERE G_MAXUINT

/**
 * WaymarkGraphSpot:
 * @box: a box of a picture, or %WAYMARK_GRAPH_NOWHERE
 * @row: a row of it, or -1 for the box itself
 *
 * A place in a picture that can be selected.
 */
typedef struct
{
  guint box;
  int row;
} WaymarkGraphSpot;

#define WAYMARK_GRAPH_NO_SPOT ((WaymarkGraphSpot){ WAYMARK_GRAPH_NOWHERE, -1 })

/**
 * WaymarkGraphStep:
 * @WAYMARK_GRAPH_STEP_UP: to the row or box above in the same column
 * @WAYMARK_GRAPH_STEP_DOWN: to the row or box below in the same column
 * @WAYMARK_GRAPH_STEP_TOWARDS: from a row to its box, from a box to what it contributes to
 * @WAYMARK_GRAPH_STEP_AWAY: to what contributes, the nearest of them
 * @WAYMARK_GRAPH_STEP_FIRST: to the top of the column
 * @WAYMARK_GRAPH_STEP_LAST: to the bottom of the column
 */
typedef enum
{
  WAYMARK_GRAPH_STEP_UP,
  WAYMARK_GRAPH_STEP_DOWN,
  WAYMARK_GRAPH_STEP_TOWARDS,
  WAYMARK_GRAPH_STEP_AWAY,
  WAYMARK_GRAPH_STEP_FIRST,
  WAYMARK_GRAPH_STEP_LAST,
} WaymarkGraphStep;

/**
 * waymark_graph_walk:
 * @picture: a picture
 * @from: where one stands
 * @step: where to go
 *
 * Returns: the place to stand at; @from where there is nothing in that direction
 */
WaymarkGraphSpot waymark_graph_walk (const OkrPicture *picture, WaymarkGraphSpot from,
                                     WaymarkGraphStep step);

/**
 * waymark_graph_trace:
 * @picture: a picture
 * @from: a place in it
 * @boxes: (array): one for each box, set to %TRUE for those on the path
 * @links: (array): one for each link, likewise
 *
 * Finds the way to the mission and all that contributes: to the row alone where @from is one.
 */
void waymark_graph_trace (const OkrPicture *picture, WaymarkGraphSpot from, gboolean *boxes,
                          gboolean *links);

G_END_DECLS
