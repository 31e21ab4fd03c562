/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OKR_PRESENCE_REFRESH:
 *
 * How often okr_presence_announce() has to be called while the file is open, in seconds.
 */
#define OKR_PRESENCE_REFRESH 300

/**
 * OkrPresence:
 *
 * Tells others that somebody has a document open, by a small hidden file beside it, and sees who
 * else has. Only a courtesy: nothing is ever locked. The names begin with ".~lock.", which sync
 * services and backups know to leave out.
 *
 * All functions block; call them in a thread, one at a time.
 */
#define OKR_TYPE_PRESENCE (okr_presence_get_type ())
G_DECLARE_FINAL_TYPE (OkrPresence, okr_presence, OKR, PRESENCE, GObject)

/**
 * okr_presence_new:
 * @file: the document
 * @person: the user's name
 *
 * Returns: (transfer full): not announced yet
 */
OkrPresence *okr_presence_new (GFile *file, const char *person);

/**
 * okr_presence_announce:
 *
 * Says that the user is here, or still here.
 *
 * Returns: whether that was possible; a folder that may not be written to is no error
 */
gboolean okr_presence_announce (OkrPresence *self);

/**
 * okr_presence_leave:
 *
 * Takes the announcement back.
 */
void okr_presence_leave (OkrPresence *self);

/**
 * okr_presence_list_others:
 *
 * Announcements of programs that do not run any more, or that were not repeated for three times
 * %OKR_PRESENCE_REFRESH, are passed over. What a crash on this computer left is removed.
 *
 * Returns: (transfer full): the names of the others who have the document open, each once, sorted
 */
GStrv okr_presence_list_others (OkrPresence *self);

G_END_DECLS
