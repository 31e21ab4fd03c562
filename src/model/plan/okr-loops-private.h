/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What leads nowhere. */
#define OKR_LOOPS_END G_MAXUINT

/* first, last: the least and the greatest index in one loop. */
typedef void (*OkrLoopFunc) (guint first, guint last, gpointer user_data);

/* Finds the loops among steps that each lead to at most one other: next[i] is where i leads. Takes
 * time proportional to @n, whatever the length of the chains. */
void okr_loops_find (const guint *next, guint n, OkrLoopFunc func, gpointer user_data);

G_END_DECLS
