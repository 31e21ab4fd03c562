/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OKR_PROGRESS_EPSILON:
 *
 * Progress and grades closer than this count as equal, so that what is exactly on pace on paper is
 * also on pace in binary fractions. How they are computed and how they are written agree on it.
 */
#define OKR_PROGRESS_EPSILON 1e-9

/**
 * okr_number_equal:
 * @a: a number, or NAN for none
 * @b: another
 *
 * Returns: whether both are the same number, or both are none
 */
gboolean okr_number_equal (double a, double b);

G_END_DECLS
