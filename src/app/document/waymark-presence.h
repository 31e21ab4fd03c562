/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkPresence:
 *
 * Tells others, beside the session's file, that the user has it open, and knows who else has. What
 * it does with files it does in threads; a folder that may not be written to is no problem.
 *
 * Its properties are "session" (#WaymarkSession, construct only) and "others" (#GStrv, read-only:
 * the names of the others, sorted).
 */
#define WAYMARK_TYPE_PRESENCE (waymark_presence_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPresence, waymark_presence, WAYMARK, PRESENCE, GObject)

WaymarkPresence *waymark_presence_new (WaymarkSession *session);

/**
 * waymark_presence_set_person:
 * @person: the user's name
 *
 * Under this name the next file is announced, instead of the one that check-ins are signed with.
 */
void waymark_presence_set_person (WaymarkPresence *self, const char *person);

/**
 * waymark_presence_look:
 *
 * Looks who else has the file open; "others" is notified when that has changed.
 */
void waymark_presence_look (WaymarkPresence *self);

/**
 * waymark_presence_dup_text:
 *
 * Returns: (transfer full) (nullable): a sentence about the others, %NULL when there are none
 */
char *waymark_presence_dup_text (WaymarkPresence *self);

/**
 * waymark_presence_stop:
 *
 * Takes the announcement back and looks at the session no more, because that goes. The program does
 * not end before that is done.
 */
void waymark_presence_stop (WaymarkPresence *self);

/**
 * waymark_presence_stop_now:
 * @patience: how long to wait at most, in µs
 *
 * The same, but waits for it, because the program is about to end whatever happens.
 */
void waymark_presence_stop_now (WaymarkPresence *self, gint64 patience);

G_END_DECLS
