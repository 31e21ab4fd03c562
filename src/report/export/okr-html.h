/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-scope.h"

G_BEGIN_DECLS

/**
 * okr_html_summary:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * Writes the summary as one file for a browser: light and dark, on phones and on paper. It needs
 * nothing else and runs nothing; its Content-Security-Policy allows the style within it, by its
 * hash, and nothing more.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *okr_html_summary (OkrPlan *plan, const OkrScope *scope);

/**
 * okr_html_details:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * The same with everything that the plan says of each key result, and its last check-ins.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *okr_html_details (OkrPlan *plan, const OkrScope *scope);

/**
 * okr_html_from_item:
 * @plan: a plan
 * @item: one of its objectives or key results
 *
 * Writes a fragment without any style, to be pasted into a mail or a document.
 *
 * Returns: (transfer full) (nullable): the fragment; %NULL for an item of another kind
 */
char *okr_html_from_item (OkrPlan *plan, OkrItem *item);

G_END_DECLS
