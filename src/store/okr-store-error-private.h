/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-store-error.h"

#include <sys/types.h>

G_BEGIN_DECLS

/* All return a new error with a finished message; @name is what okr_file_describe() gave. */
GError *okr_store_error_for_reading (int errsv, const char *name);
GError *okr_store_error_for_writing (int errsv, const char *name);
GError *okr_store_error_for_mode (mode_t mode, const char *name);
GError *okr_store_error_changed (const char *name);
GError *okr_store_error_exists (const char *name);
GError *okr_store_error_dangling (const char *name);
GError *okr_store_error_login (const char *name, const char *uri);

/* Take @io, an error of GIO, and say the same in our words. */
GError *okr_store_error_take_io_reading (GError *io, const char *name);
GError *okr_store_error_take_io_writing (GError *io, const char *name);

/* Takes @error, one of okr_file_write(), and says the same of an export to @file. */
GError *okr_store_error_take_for_export (GError *error, GFile *file);

G_END_DECLS
