/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-tree-cell.h"

G_BEGIN_DECLS

/**
 * waymark_tree_text_dup:
 * @item: an objective or a key result
 * @column: a column
 *
 * Returns: (transfer full) (nullable): what @column says about @item, NULL for nothing
 */
char *waymark_tree_text_dup (OkrItem *item, WaymarkTreeColumn column);

G_END_DECLS
