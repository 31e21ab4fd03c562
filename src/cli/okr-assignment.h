/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

OkrItem *okr_assignment_find_item (OkrPlan *plan, const char *text, GError **error);
OkrItem *okr_assignment_find_by_name (OkrPlan *plan, GType type, const char *text, OkrItem *except,
                                      GError **error);
gboolean okr_assignment_apply (OkrPlan *plan, OkrItem *item, char **texts, GError **error);
gboolean okr_assignment_names (const char *text, const char *path);
gboolean okr_assignment_is_blank (const char *text);
gboolean okr_assignment_parse_number (const char *text, const char *unit, double *number,
                                      GError **error);
gboolean okr_assignment_parse_day (const char *text, OkrDay *day, GError **error);
gboolean okr_assignment_parse_position (const char *text, guint *position, GError **error);

G_END_DECLS
