/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* The first item, or text of an item, that @from has and that is missing in @merged, unless @other
 * had it in @base, too, and deleted or changed it there. NULL where nothing is lost. */
char *test_find_lost (OkrPlan *base, OkrPlan *from, OkrPlan *other, OkrPlan *merged);

G_END_DECLS
