/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Signs without a look that programs put around a text where people write from right to left, and
 * that come along when somebody copies a text from a page. */

/**
 * okr_cell_is_mark:
 * @c: a character
 *
 * Returns: whether it only says in which direction to write, or is a blank without a width
 */
gboolean okr_cell_is_mark (gunichar c);

/**
 * okr_cell_trim:
 * @cell: a text, in UTF-8
 *
 * Takes away the blanks around a text, and the marks around all of it. Marks that end inside of the
 * text are part of it.
 */
void okr_cell_trim (char *cell);

/**
 * okr_cell_dup_without_marks:
 * @cell: a text, in UTF-8
 *
 * Returns: (transfer full): the text without any of them, which is enough to read a number
 */
char *okr_cell_dup_without_marks (const char *cell);

G_END_DECLS
