/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* One edit such as a person may make, chosen at random among all kinds of item, all fields and all
 * the ways to edit; now and then one that is refused. The plan has no open group before and after.
 */
void test_script_step (OkrPlan *plan, GRand *random);

/* The same, and undo and redo among the edits. */
void test_script_run (OkrPlan *plan, GRand *random, guint n_steps);

G_END_DECLS
