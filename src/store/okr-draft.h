/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-store-error.h"

G_BEGIN_DECLS

/**
 * OkrDraft:
 *
 * A plan as it is being edited, kept in `$XDG_STATE_HOME/waymark/drafts/` until it is saved: the
 * whole document, the file that it came from, and what that file held then. While the program
 * runs it holds a lock on its drafts; those without a holder were left by a crash or a power cut,
 * see okr_draft_take_abandoned().
 *
 * What writes or discards blocks, and may be called in any thread; each waits for
 * the other.
 */
#define OKR_TYPE_DRAFT (okr_draft_get_type ())
G_DECLARE_FINAL_TYPE (OkrDraft, okr_draft, OKR, DRAFT, GObject)

/**
 * okr_draft_new:
 * @file: (nullable): the file that the plan was read from or saved to last
 * @base: (nullable): the bytes that @file held then
 *
 * Nothing is written yet.
 *
 * Returns: (transfer full): a draft
 */
OkrDraft *okr_draft_new (GFile *file, GBytes *base);

/**
 * okr_draft_take_abandoned:
 *
 * Takes over the drafts that nobody holds, each of which is from now on held by this process. A
 * write in place that was interrupted half-way counts as a draft of what should have been written.
 * Blocks.
 *
 * Returns: (transfer container) (element-type OkrDraft): the drafts, oldest first
 */
GPtrArray *okr_draft_take_abandoned (void);

/**
 * okr_draft_write:
 * @contents: the document as it is now
 * @error: return location for an error of %OKR_STORE_ERROR
 *
 * Puts the draft on the disk, so that either this or the one before survives a crash.
 *
 * Returns: whether it is there
 */
gboolean okr_draft_write (OkrDraft *self, GBytes *contents, GError **error);

/**
 * okr_draft_write_typed:
 * @typed: (nullable): what was typed and is not in the document yet, %NULL for nothing
 * @error: return location for an error of %OKR_STORE_ERROR
 *
 * Keeps words beside the document, such as those in a dialog that is not confirmed. There must be
 * a draft that was written and not discarded since.
 *
 * Returns: whether they are there
 */
gboolean okr_draft_write_typed (OkrDraft *self, GBytes *typed, GError **error);

/**
 * okr_draft_discard:
 *
 * Removes the draft from the disk, because the plan was saved or is not wanted. It can be written
 * again.
 */
void okr_draft_discard (OkrDraft *self);

/**
 * okr_draft_get_file:
 *
 * Returns: (transfer none) (nullable): where the plan came from; %NULL if it was never saved
 */
GFile *okr_draft_get_file (OkrDraft *self);

/**
 * okr_draft_get_base:
 *
 * Returns: (transfer none) (nullable): what the file held when it was read or saved last
 */
GBytes *okr_draft_get_base (OkrDraft *self);

/**
 * okr_draft_get_contents:
 *
 * Returns: (transfer none) (nullable): for an abandoned draft, the document
 */
GBytes *okr_draft_get_contents (OkrDraft *self);

/**
 * okr_draft_get_typed:
 *
 * Returns: (transfer none) (nullable): for an abandoned draft, what was typed beside the document
 */
GBytes *okr_draft_get_typed (OkrDraft *self);

/**
 * okr_draft_get_time:
 *
 * Returns: for an abandoned draft, when it was written, in seconds since 1970 (UTC)
 */
gint64 okr_draft_get_time (OkrDraft *self);

G_END_DECLS
