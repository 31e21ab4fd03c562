/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

GBytes *okr_plan_to_bytes (OkrPlan *plan);
char *okr_item_to_json (OkrItem *item);

G_END_DECLS
