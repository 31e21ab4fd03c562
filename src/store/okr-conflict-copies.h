/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * okr_conflict_name_fits:
 * @name: the name of a document
 * @other: the name of another file in the same folder
 *
 * Services that keep folders the same on several computers put the other version beside a file
 * when two people changed it, under a name such as "Q1 (conflicted copy anna 2026-01-05
 * 093011).okr"; mail programs and browsers number what they save. Which of the two is the copy
 * does not matter. A name only makes a candidate: okr_conflict_copies_find() looks inside.
 *
 * Returns: whether one name may be that of a copy of the other
 */
gboolean okr_conflict_name_fits (const char *name, const char *other);

/**
 * OkrConflictCopy:
 * @file: the copy
 * @bytes: what it holds
 * @sha256: the SHA-256 of @bytes in lower-case hex
 *
 * A file beside a document that holds another state of the same plan.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *sha256;
} OkrConflictCopy;

void okr_conflict_copy_free (OkrConflictCopy *self);

/**
 * okr_conflict_copies_find:
 * @file: a document
 * @plan_id: the id of the plan in it
 * @sha256: the SHA-256 of its bytes
 * @cancellable: (nullable): to give up
 *
 * Looks in the folder of @file for other states of its plan whose names say that they came from a
 * conflict. Files that cannot be read, are no plan or need a newer program are passed
 * over. Blocks; call it in a thread.
 *
 * Returns: (transfer full) (element-type OkrConflictCopy): the copies, sorted by name
 */
GPtrArray *okr_conflict_copies_find (GFile *file, const char *plan_id, const char *sha256,
                                     GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrConflictCopy, okr_conflict_copy_free)

G_END_DECLS
