/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-file-writer.h"

G_BEGIN_DECLS

/* May @old be replaced by @contents? If not, @error says why. */
gboolean okr_file_writer_check_expected (GBytes *old,
                                         GBytes *contents,
                                         const char *expected_sha256,
                                         OkrFileWriteFlags flags,
                                         const char *name,
                                         GError **error);

G_END_DECLS
