/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * okr_file_describe:
 * @file: a file
 *
 * The last part of the file's name for messages and titles, in one line of valid UTF-8. Control
 * characters are shown as their pictures (␊ for a newline), characters that turn the direction
 * of the text or break lines as their code point (⟨U+202E⟩).
 *
 * Returns: (transfer full): the name for people
 */
char *okr_file_describe (GFile *file);

G_END_DECLS
