/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaymarkCopyFate:
 * @WAYMARK_COPY_IN_WASTEBASKET: the file was moved to the wastebasket
 * @WAYMARK_COPY_STAYS: there is no wastebasket for it
 * @WAYMARK_COPY_CHANGED: it does not hold any more what was merged
 *
 * What became of a copy's file after what was merged from it was saved.
 */
typedef enum
{
  WAYMARK_COPY_IN_WASTEBASKET,
  WAYMARK_COPY_STAYS,
  WAYMARK_COPY_CHANGED,
} WaymarkCopyFate;

/**
 * waymark_put_away_async:
 * @saved: a document, as it was saved
 * @merged: (element-type GFile utf8): files, each with the SHA-256 in lower-case hex of what was
 *   merged from it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Moves those files to the wastebasket whose SHA-256 is in the lineage of @saved, in a worker
 * thread. The others stay, as their merge was taken back before the save, or came after it.
 */
void waymark_put_away_async (GBytes *saved, GHashTable *merged, GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * waymark_put_away_finish:
 *
 * Returns: (transfer full) (element-type GFile int): what became of those whose merge is saved, as
 *   #WaymarkCopyFate
 */
GHashTable *waymark_put_away_finish (GAsyncResult *result);

G_END_DECLS
