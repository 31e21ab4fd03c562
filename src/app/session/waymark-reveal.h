/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * waymark_reveal:
 * @session: a session with a plan
 * @item: an objective or a key result of it
 *
 * Selects @item. Where filters, the team or the cycle hide it, they make way: the views show its
 * own cycle then.
 */
void waymark_reveal (WaymarkSession *session, OkrItem *item);

G_END_DECLS
