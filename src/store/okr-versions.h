/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-store-error.h"

G_BEGIN_DECLS

/**
 * OKR_VERSIONS_ALL:
 *
 * So many of the last versions of a plan are kept, however often it is saved.
 */
#define OKR_VERSIONS_ALL 50

/**
 * OKR_VERSIONS_DAYS:
 *
 * Of the versions before, the last one of each day is kept for so many days.
 */
#define OKR_VERSIONS_DAYS 365

/**
 * OkrVersion:
 * @sha256: SHA-256 of the document's bytes, 64 lower-case hex digits
 * @time: when it was saved or opened, in microseconds since 1970 (UTC)
 *
 * One state of a plan that was saved, or opened from a file that somebody else had saved. The
 * version store is `$XDG_STATE_HOME/waymark/versions/`, with a folder for each plan id; what is
 * equal in two versions takes up room only once.
 */
typedef struct
{
  char *sha256;
  gint64 time;

  /*< private >*/
  char *base; /* the version that this one is stored as a difference to; NULL: it stands alone */
  char *file;
} OkrVersion;

void okr_version_free (OkrVersion *self);

/**
 * okr_versions_add:
 * @plan_id: the id of the plan
 * @contents: a document of that plan
 * @time: the present, in microseconds since 1970 (UTC)
 * @error: return location for an error of %OKR_STORE_ERROR
 *
 * Stores a version, unless the newest one is just the same, and drops those that are too old.
 * Blocks; call it in a thread.
 *
 * Returns: whether the version is on the disk
 */
gboolean okr_versions_add (const char *plan_id, GBytes *contents, gint64 time, GError **error);

/**
 * okr_versions_list:
 * @plan_id: the id of the plan
 *
 * Returns: (transfer container) (element-type OkrVersion): the versions that are stored, newest
 *   first; the same contents may be there several times
 */
GPtrArray *okr_versions_list (const char *plan_id);

/**
 * okr_versions_read:
 * @plan_id: the id of the plan
 * @sha256: (nullable): as in #OkrVersion
 * @error: return location for an error: %OKR_STORE_ERROR_NOT_FOUND, %OKR_STORE_ERROR_DAMAGED, or
 *   that of the disk
 *
 * Returns: (transfer full): the document's bytes, which have that hash, or %NULL
 */
GBytes *okr_versions_read (const char *plan_id, const char *sha256, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrVersion, okr_version_free)

G_END_DECLS
