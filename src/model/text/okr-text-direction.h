/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * okr_text_is_rtl:
 * @text: a text
 *
 * Returns: whether it is read from right to left: its first letter decides, as in paragraphs of
 *   Unicode's bidirectional algorithm (UAX #9)
 */
gboolean okr_text_is_rtl (const char *text);

/**
 * okr_text_is_program_rtl:
 *
 * Returns: whether the words of the program are read from right to left, and its pages so, too
 */
gboolean okr_text_is_program_rtl (void);

/**
 * okr_text_isolate:
 * @text: what people typed, or a fact
 *
 * Keeps the direction of a text to itself where it stands among others in one line: without that, a
 * name that is read from right to left turns the numbers beside it around. A line some of which is
 * isolated stays as it is, for it was put together of such texts; unless letters around the
 * isolates are read from right to left: then somebody typed these signs, and they are shown.
 *
 * Returns: (transfer full): each line of @text between the signs that isolate it (FSI, PDI of UAX
 *   #9), where @text has letters that are read from right to left or the words of the program are;
 *   else a copy
 */
char *okr_text_isolate (const char *text);

/**
 * okr_text_isolate_ltr:
 * @text: a text with an arrow that points to the right
 *
 * Like okr_text_isolate(), for what is read from left to right in every language.
 *
 * Returns: (transfer full): @text, isolated (LRI, PDI) where there is a need
 */
char *okr_text_isolate_ltr (const char *text);

/**
 * okr_text_is_isolated:
 * @text: a text
 *
 * Returns: whether some of it is isolated by okr_text_isolate(), and each part that is ends, too.
 *   Whoever lays such a line out takes the direction of the page for it, for its parts have their
 *   own
 */
gboolean okr_text_is_isolated (const char *text);

G_END_DECLS
