/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *okr_order_merge (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs, GHashTable *kept);
gboolean *okr_order_find_moved (const guint *places, guint n_places);

G_END_DECLS
