/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-draft.h"
#include "waymark-document.h"

G_BEGIN_DECLS

/**
 * WAYMARK_DRAFT_DELAY:
 *
 * At the latest so long after an edit the work is on its way to the disk, in milliseconds.
 */
#define WAYMARK_DRAFT_DELAY 1700

/**
 * WaymarkDraftKeeper:
 *
 * Keeps the unsaved work of a document in a draft that survives a crash. It writes a little after
 * each edit, in a thread, and drops the draft once there is nothing unsaved any more. A keeper that
 * goes while there is leaves its draft, to be found at the next start.
 *
 * The property "problem" is the text of why the work is not protected now, %NULL when all is well;
 * it tries again by itself.
 */
#define WAYMARK_TYPE_DRAFT_KEEPER (waymark_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkDraftKeeper, waymark_draft_keeper, WAYMARK, DRAFT_KEEPER, GObject)

WaymarkDraftKeeper *waymark_draft_keeper_new (WaymarkSession *session, WaymarkDocument *document);

/**
 * waymark_draft_keeper_adopt:
 * @draft: the draft that the session's plan was made from
 *
 * Goes on with a draft that a crash has left.
 */
void waymark_draft_keeper_adopt (WaymarkDraftKeeper *self, OkrDraft *draft);

/**
 * waymark_draft_keeper_hurry:
 *
 * Begins at once to write what is not in the draft yet.
 */
void waymark_draft_keeper_hurry (WaymarkDraftKeeper *self);

/**
 * waymark_draft_keeper_write_now:
 *
 * Writes the draft before it returns, because the program is about to end.
 */
void waymark_draft_keeper_write_now (WaymarkDraftKeeper *self);

/**
 * waymark_draft_keeper_discard:
 *
 * Drops the draft, because the unsaved work is not wanted.
 */
void waymark_draft_keeper_discard (WaymarkDraftKeeper *self);

/**
 * waymark_draft_keeper_stop:
 *
 * Looks at the session no more, because that goes. What was begun is brought to its end.
 */
void waymark_draft_keeper_stop (WaymarkDraftKeeper *self);

const char *waymark_draft_keeper_get_problem (WaymarkDraftKeeper *self);

G_END_DECLS
