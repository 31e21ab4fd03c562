/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-marked-sides.h"

G_BEGIN_DECLS

/* Whole lines of the text that git has left. */
typedef struct
{
  const char *start;
  gsize length;
} OkrMarkedSpan;

/* A conflict, and the lines between the one before and it; the last piece has only those. */
typedef struct
{
  OkrMarkedSpan around;
  OkrMarkedSpan ours;
  OkrMarkedSpan base;
} OkrMarkedPiece;

/* Markers inside of the text are those of a merge inside of the merge. */
GBytes *okr_marked_find_inner_base (GBytes *bytes);

G_END_DECLS
