/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * okr_plan_to_plain_text:
 * @plan: a plan
 *
 * Writes all items with all their fields, unknown members too, one a line, in the order of the
 * document. The text depends on nothing but the plan: neither on the day nor on the language. It
 * is made to be compared line by line, as `git diff` does.
 *
 * Returns: (transfer full): the text
 */
char *okr_plan_to_plain_text (OkrPlan *plan);

G_END_DECLS
