/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-graph-viewport.h"
#include "waymark-graph-walk.h"

G_BEGIN_DECLS

/* Where a box or a row of a picture is, in its units. */
WaymarkGraphRect waymark_graph_get_rect (const OkrPicture *picture, WaymarkGraphSpot spot);

/**
 * waymark_graph_show_start:
 * @viewport: (inout): what to show
 * @picture: (nullable): a picture that is laid out
 * @normal: the scale at which text has its usual size
 *
 * Shows all of it where that can be read; else its width, at the mission or the first box.
 */
void waymark_graph_show_start (WaymarkGraphViewport *viewport, const OkrPicture *picture,
                               double normal);

/**
 * waymark_graph_find_middle:
 *
 * Returns: (transfer none) (nullable): the id of the box that is nearest to the middle of the view
 */
const char *waymark_graph_find_middle (const OkrPicture *picture,
                                       const WaymarkGraphViewport *viewport);

G_END_DECLS
