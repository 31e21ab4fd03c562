/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-diff.h"

G_BEGIN_DECLS

/**
 * waymark_difference_text_count:
 * @differences: (element-type OkrDifference): what okr_diff() found
 *
 * Returns: (transfer full): how much is different: "3 changed, 1 added", or "Nothing changed"
 */
char *waymark_difference_text_count (GPtrArray *differences);

/**
 * waymark_difference_text_summarize:
 * @differences: (element-type OkrDifference): what okr_diff() found
 *
 * Returns: (transfer full): how much is different and, for example, what: "3 changed, 1 added.
 *   Conversion: Target raised from 20 % to 25 %"
 */
char *waymark_difference_text_summarize (GPtrArray *differences);

/**
 * waymark_difference_text_name:
 * @item: any item
 *
 * Returns: (transfer full): what @item is called, its kind where its title is empty; safe to show
 */
char *waymark_difference_text_name (OkrItem *item);

G_END_DECLS
