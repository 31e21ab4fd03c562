/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-poster.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphKeeper:
 *
 * Keeps the picture of a session's plan as the plan, the cycle and what is folded change. Large
 * pictures are laid out in a thread of their own; the earlier one stays until they are done.
 *
 * Emits #WaymarkGraphKeeper::changed when there is another picture (with whether it begins anew,
 * rather than where the earlier one was), and #WaymarkGraphKeeper::updated when the same one has
 * other values. It does nothing while it is not active.
 */
#define WAYMARK_TYPE_GRAPH_KEEPER (waymark_graph_keeper_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkGraphKeeper, waymark_graph_keeper, WAYMARK, GRAPH_KEEPER, GObject)

WaymarkGraphKeeper *waymark_graph_keeper_new (WaymarkSession *session);

void waymark_graph_keeper_set_active (WaymarkGraphKeeper *self, gboolean active);

/**
 * waymark_graph_keeper_get_picture:
 *
 * Returns: (transfer none) (nullable): the picture to show now; %NULL before the first one is done
 */
OkrPicture *waymark_graph_keeper_get_picture (WaymarkGraphKeeper *self);

/**
 * waymark_graph_keeper_is_busy:
 *
 * Returns: whether another picture is on its way
 */
gboolean waymark_graph_keeper_is_busy (WaymarkGraphKeeper *self);

void waymark_graph_keeper_set_mirrored (WaymarkGraphKeeper *self, gboolean mirrored);

/* Whether the rows of a box are folded away, and of all of them. */
gboolean waymark_graph_keeper_get_folded (WaymarkGraphKeeper *self, const char *id);
void waymark_graph_keeper_set_folded (WaymarkGraphKeeper *self, const char *id, gboolean folded);
gboolean waymark_graph_keeper_get_fold_all (WaymarkGraphKeeper *self);
void waymark_graph_keeper_set_fold_all (WaymarkGraphKeeper *self, gboolean fold_all);

/**
 * waymark_graph_keeper_set_branch:
 * @id: (nullable): an objective
 *
 * Shows only what that objective contributes to and what contributes to it; %NULL shows all.
 */
void waymark_graph_keeper_set_branch (WaymarkGraphKeeper *self, const char *id);
const char *waymark_graph_keeper_get_branch (WaymarkGraphKeeper *self);

/**
 * waymark_graph_keeper_tidy:
 *
 * Lays everything out anew, without regard to where it is now.
 */
void waymark_graph_keeper_tidy (WaymarkGraphKeeper *self);

/**
 * waymark_graph_keeper_new_poster:
 *
 * Returns: (transfer full) (nullable): what is shown, to be exported
 */
OkrPoster *waymark_graph_keeper_new_poster (WaymarkGraphKeeper *self);

G_END_DECLS
