/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * waymark_author_dup:
 *
 * Returns: (transfer full): the name that was last signed with, else the one that the system
 *   knows, else ""
 */
char *waymark_author_dup (void);

/**
 * waymark_author_remember:
 * @author: the name that somebody signed with
 */
void waymark_author_remember (const char *author);

G_END_DECLS
