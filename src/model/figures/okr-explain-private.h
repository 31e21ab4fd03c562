/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-progress.h"

G_BEGIN_DECLS

/* With which all numbers of a formula are written. */
guint okr_explain_count_decimals (const OkrMeasure *measure);

/* A number after a minus sign. */
char *okr_explain_dup_term (double value, guint decimals);

G_END_DECLS
