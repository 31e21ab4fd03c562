/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-document.h"
#include "waymark-put-away.h"

G_BEGIN_DECLS

/**
 * WaymarkConflictCopies:
 *
 * Other versions of a document's plan beside its file, such as services that keep folders the same
 * leave there. It looks for them, in a thread, each time the document is loaded or saved, when its
 * folder reports one, and whenever it is told to.
 *
 * Its property "text" is a sentence about the copies that there are, %NULL when there are none.
 * What the plan descends from, as it does from what was merged, and what is not to be asked about
 * again does not count.
 */
#define WAYMARK_TYPE_CONFLICT_COPIES (waymark_conflict_copies_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkConflictCopies, waymark_conflict_copies, WAYMARK, CONFLICT_COPIES,
                      GObject)

WaymarkConflictCopies *waymark_conflict_copies_new (WaymarkSession *session,
                                                    WaymarkDocument *document);

void waymark_conflict_copies_look (WaymarkConflictCopies *self);
const char *waymark_conflict_copies_get_text (WaymarkConflictCopies *self);

/**
 * waymark_conflict_copies_list_files:
 *
 * Returns: (transfer full): a list of #GFile, those that the text is about; of several that hold
 *   the same, the first
 */
GListModel *waymark_conflict_copies_list_files (WaymarkConflictCopies *self);

/**
 * waymark_conflict_copies_put_off:
 *
 * Does not mention the copies that there are again, as long as they stay as they are.
 */
void waymark_conflict_copies_put_off (WaymarkConflictCopies *self);

/**
 * waymark_conflict_copies_put_away_once_saved:
 * @file: a copy that was merged into the plan
 * @sha256: the SHA-256 in lower-case hex of what was merged
 *
 * Moves @file, and what else beside the plan holds the same, to the wastebasket after a save whose
 * lineage has @sha256: not before, and not at all while the merge is taken back or the file holds
 * something else. It is never deleted.
 */
void waymark_conflict_copies_put_away_once_saved (WaymarkConflictCopies *self, GFile *file,
                                                  const char *sha256);

/**
 * waymark_conflict_copies_stop:
 *
 * Looks at session and document no more, because these go.
 */
void waymark_conflict_copies_stop (WaymarkConflictCopies *self);

G_END_DECLS
