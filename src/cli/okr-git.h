/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs git in @folder; @first and what follows, up to NULL, are its arguments. Returns what it
 * printed, without the last line break; NULL where it is not installed (G_SPAWN_ERROR) or refused
 * (G_IO_ERROR_FAILED, the message being git's own). */
char *okr_git_run (const char *folder, GError **error, const char *first,
                   ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
