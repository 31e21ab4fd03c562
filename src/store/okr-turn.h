/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OkrTurn:
 *
 * The turn of one program at a plan, before which it waited for the turns of others. It is a
 * courtesy among the programs of one user, so that many that save at once do not overtake each
 * other without end, and protects nothing.
 */
typedef struct _OkrTurn OkrTurn;

/**
 * okr_turn_take:
 * @plan_id: the id of the plan
 * @patience: how long to wait for others at most, in microseconds
 *
 * Waits for the end of the turns that others have at this plan; who came first is served first.
 * Blocks; call it in a thread.
 *
 * Returns: (transfer full) (nullable): the turn, or %NULL if it did not come
 */
OkrTurn *okr_turn_take (const char *plan_id, gint64 patience);

/**
 * okr_turn_end:
 *
 * Lets the next one have its turn.
 */
void okr_turn_end (OkrTurn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrTurn, okr_turn_end)

G_END_DECLS
