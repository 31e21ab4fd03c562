/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* Edits and expectations as lines of words, "plan" being the plan's id.
 *   set ID FIELD VALUE… · delete ID · move ID PARENT POSITION · add KIND PARENT POSITION ID ·
 *   unknown ID NAME JSON
 *   is ID FIELD VALUE… · gone ID · list ID LIST IDS… · has ID NAME JSON… · conflict ITEM FIELD */

void test_edit_words (OkrPlan *plan, const char *lines);
void test_expect_words (OkrPlan *plan, const char *lines);

/* test_small_plan() with a fourth team and members that a newer program may have written, edited.
 */
OkrPlan *test_edited_plan (const char *lines);

/* test_small_plan() with a text replaced in its document. */
OkrPlan *test_replaced_plan (const char *from, const char *to);

G_END_DECLS
