/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @contents made small by zstd; next to nothing is left where most of it also stands in @base,
 * which may be NULL. Returns NULL if there is no memory for it. */
GBytes *okr_delta_compress (GBytes *contents, GBytes *base);

/* Undoes it, given the same @base. Returns NULL where @delta is damaged or claims to be larger
 * than a document may be. */
GBytes *okr_delta_expand (GBytes *delta, GBytes *base);

G_END_DECLS
