/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-diff.h"

G_BEGIN_DECLS

/**
 * waymark_changes_text:
 * @differences: (element-type OkrDifference): what came into a plan from its file
 * @is_earlier: whether they lead back to an earlier state
 *
 * Returns: (transfer full) (nullable): a short sentence, such as "Anna’s changes came in: 3
 *   changed, 1 added", %NULL if there is nothing to tell
 */
char *waymark_changes_text (GPtrArray *differences, gboolean is_earlier);

G_END_DECLS
