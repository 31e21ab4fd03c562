/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * okr_text_to_one_line:
 * @text: a text in UTF-8
 *
 * Makes a title, a name or whatever else is a line of one that was broken into several, as cells of
 * a spreadsheet are. Nearly all are one line already, so that costs no copy.
 *
 * Returns: (transfer full) (nullable): @text with one space for each line break and each tab, also
 *   for several with nothing but blanks between them, and for the blanks around; nothing stands for
 *   those at its ends. %NULL where it has neither
 */
char *okr_text_to_one_line (const char *text);

G_END_DECLS
