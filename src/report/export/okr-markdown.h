/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-scope.h"

G_BEGIN_DECLS

/**
 * okr_markdown_summary:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * Writes the summary in CommonMark: key figures, objectives as headings, key results as lists,
 * which chats show as well as web sites do. What people typed is escaped, so that nothing of it is
 * markup, and what would turn or hide text is made visible.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *okr_markdown_summary (OkrPlan *plan, const OkrScope *scope);

/**
 * okr_markdown_details:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * The same with everything that the plan says of each key result, and its last check-ins.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *okr_markdown_details (OkrPlan *plan, const OkrScope *scope);

/**
 * okr_markdown_from_item:
 * @plan: a plan
 * @item: one of its objectives or key results
 *
 * Returns: (transfer full) (nullable): the same words about @item alone; %NULL for another kind
 */
char *okr_markdown_from_item (OkrPlan *plan, OkrItem *item);

/**
 * okr_plain_summary:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * Returns: (transfer full): the summary without any markup, for a mail
 */
char *okr_plain_summary (OkrPlan *plan, const OkrScope *scope);

/**
 * okr_plain_from_item:
 * @plan: a plan
 * @item: one of its objectives or key results
 *
 * Returns: (transfer full) (nullable): what okr_markdown_from_item() says, without any markup
 */
char *okr_plain_from_item (OkrPlan *plan, OkrItem *item);

G_END_DECLS
