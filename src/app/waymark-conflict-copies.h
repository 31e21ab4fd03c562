/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-document.h"

G_BEGIN_DECLS

/**
 * WaymarkCopyFate:
 * @WAYMARK_COPY_IN_WASTEBASKET: the file was moved to the wastebasket
 * @WAYMARK_COPY_STAYS: there is no wastebasket for it
 * @WAYMARK_COPY_CHANGED: it does not hold any more what was merged
 *
 * What became of a copy's file after the merge.
 */
typedef enum
{
  WAYMARK_COPY_IN_WASTEBASKET,
  WAYMARK_COPY_STAYS,
  WAYMARK_COPY_CHANGED,
} WaymarkCopyFate;

/**
 * WaymarkCopyMerge:
 * @n_differences: how many changes came in
 * @n_conflicts: how many questions are open
 * @fate: what became of the file
 *
 * What merging a copy gave.
 */
typedef struct
{
  guint n_differences;
  guint n_conflicts;
  WaymarkCopyFate fate;
} WaymarkCopyMerge;

/**
 * WaymarkConflictCopies:
 *
 * Other versions of a document's plan beside its file, such as services that keep folders the same
 * leave there. It looks for them, in a thread, each time the document is loaded or saved and
 * whenever it is told to.
 *
 * Its property "text" is a sentence about the copies that there are, %NULL when there are none.
 * What the plan descends from, what was merged and what is not to be asked about again does not
 * count.
 */
#define WAYMARK_TYPE_CONFLICT_COPIES (waymark_conflict_copies_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkConflictCopies, waymark_conflict_copies, WAYMARK, CONFLICT_COPIES,
                      GObject)

WaymarkConflictCopies *waymark_conflict_copies_new (WaymarkSession *session,
                                                    WaymarkDocument *document);

void waymark_conflict_copies_look (WaymarkConflictCopies *self);
const char *waymark_conflict_copies_get_text (WaymarkConflictCopies *self);

/**
 * waymark_conflict_copies_put_off:
 *
 * Does not mention the copies that there are again, as long as they stay as they are.
 */
void waymark_conflict_copies_put_off (WaymarkConflictCopies *self);

/**
 * waymark_conflict_copies_merge_async:
 * @callback: called when all is done or nothing is
 * @user_data: for @callback
 *
 * Merges the first of the copies into the plan, in one step to undo, and then moves its file to the
 * wastebasket. It is never deleted.
 */
void waymark_conflict_copies_merge_async (WaymarkConflictCopies *self, GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean waymark_conflict_copies_merge_finish (WaymarkConflictCopies *self, GAsyncResult *result,
                                               WaymarkCopyMerge *merge, GError **error);

/**
 * waymark_conflict_copies_stop:
 *
 * Looks at session and document no more, because these go.
 */
void waymark_conflict_copies_stop (WaymarkConflictCopies *self);

G_END_DECLS
