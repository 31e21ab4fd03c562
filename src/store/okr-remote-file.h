/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-file-writer-private.h"

G_BEGIN_DECLS

/* Reading and writing through GIO only, for files that have no path of their own. */
GBytes *okr_remote_file_read (GFile *file,
                              const char *name,
                              char **out_etag,
                              GCancellable *cancellable,
                              GError **error);
gboolean okr_remote_file_write (GFile *file,
                                const char *name,
                                GBytes *contents,
                                const char *expected_sha256,
                                OkrFileWriteFlags flags,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
