/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkDocument:
 *
 * The tie between a session's plan and its file: opens, saves, and knows which bytes were seen
 * last, so that a colleague's save is never overwritten. What it opens and saves goes to the
 * version history.
 *
 * Its properties are "busy" and "base" (what waymark_document_get_base() gives), which is notified
 * after each load and save.
 */
#define WAYMARK_TYPE_DOCUMENT (waymark_document_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkDocument, waymark_document, WAYMARK, DOCUMENT, GObject)

WaymarkDocument *waymark_document_new (WaymarkSession *session);

/**
 * waymark_document_load_async:
 * @file: the file
 * @cancellable: (nullable): stops loading
 * @callback: called when the plan is there or has failed to come
 * @user_data: for @callback
 *
 * Reads a plan in a worker thread and hands it to the session. Of a file that git has left with
 * conflict markers in it, that is the merge of both sides, which counts as modified.
 */
void waymark_document_load_async (WaymarkDocument *self, GFile *file, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean waymark_document_load_finish (WaymarkDocument *self, GAsyncResult *result, GError **error);

/**
 * waymark_document_save_async:
 * @file: where to
 * @cancellable: (nullable): stops saving, before anything is replaced
 * @callback: called when the plan is safe or could not be saved
 * @user_data: for @callback
 *
 * Writes the plan and reads it back in a worker thread. Where @file is the session's own file, it
 * has to be as it was seen last; a new place may be overwritten, as the file chooser has asked.
 */
void waymark_document_save_async (WaymarkDocument *self, GFile *file, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean waymark_document_save_finish (WaymarkDocument *self, GAsyncResult *result, GError **error);

gboolean waymark_document_is_busy (WaymarkDocument *self);

/**
 * waymark_document_get_base:
 *
 * Returns: (transfer none) (nullable): what the file held when it was loaded or saved last
 */
GBytes *waymark_document_get_base (WaymarkDocument *self);

/**
 * waymark_document_get_sha256:
 *
 * Returns: (transfer none) (nullable): the SHA-256 of that
 */
const char *waymark_document_get_sha256 (WaymarkDocument *self);

/**
 * waymark_document_is_merged:
 *
 * Returns: whether the file holds the two sides of a git conflict, and the session's plan is their
 *   merge, not saved yet
 */
gboolean waymark_document_is_merged (WaymarkDocument *self);

/**
 * waymark_document_catch_up:
 * @contents: what the session's file holds now
 *
 * The session's plan has all that @contents holds, so it can be saved there.
 */
void waymark_document_catch_up (WaymarkDocument *self, GBytes *contents);

/**
 * waymark_document_allow_replacing:
 * @contents: what the session's file holds now, which is no copy of the plan
 *
 * The user wants it replaced: the next save may do so, as long as the file holds just that.
 */
void waymark_document_allow_replacing (WaymarkDocument *self, GBytes *contents);

/**
 * waymark_document_adopt:
 * @plan: a plan
 * @file: (nullable): the file that it belongs to
 * @base: (nullable): what @file held when @plan was made from it
 *
 * Hands a plan that is not read from its file to the session. It can be saved there only as long
 * as the file holds @base.
 */
void waymark_document_adopt (WaymarkDocument *self, OkrPlan *plan, GFile *file, GBytes *base);

G_END_DECLS
