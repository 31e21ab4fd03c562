/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * okr_import_is_scale:
 * @text: a word beside a number
 * @is_money: whether it counts money, which gives more letters a meaning
 *
 * Returns: whether it only says how many there are of something: "k", "Mio.", "bn"
 */
gboolean okr_import_is_scale (const char *text, gboolean is_money);

/**
 * okr_import_split_unit:
 * @unit: what stands beside a number
 * @scale: (out): what the number is to be multiplied by, 1 for nothing
 * @pure: (out) (optional) (transfer full) (nullable): what is counted
 *
 * Takes "k€" apart into 1000 and "€", and "days" into 1 and "days". Letters that begin another
 * unit, as in "kg" and "MB", scale nothing.
 */
void okr_import_split_unit (const char *unit, double *scale, char **pure);

/**
 * okr_import_is_same_unit:
 *
 * Returns: whether two units without a scale mean the same: "€" and "EUR", "day" and "days"
 */
gboolean okr_import_is_same_unit (const char *a, const char *b);

/**
 * okr_import_may_be_scale:
 *
 * Returns: whether a unit without a scale would be one beside money: "m" may be metres or millions
 */
gboolean okr_import_may_be_scale (const char *unit);

/**
 * okr_import_is_percent:
 *
 * Returns: whether a unit is the percent
 */
gboolean okr_import_is_percent (const char *unit);

G_END_DECLS
