/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-list-rows.h"

G_BEGIN_DECLS

/**
 * WaymarkListDrop:
 * @parent: (transfer none): the item whose list takes what is dropped
 * @position: its place there once it has left its old one
 * @row: the row at which to show where it goes
 * @after: whether it goes below that row, else above
 *
 * Where something that is dragged over the List would go.
 */
typedef struct
{
  OkrItem *parent;
  guint position;
  guint row;
  gboolean after;
} WaymarkListDrop;

/**
 * waymark_list_drop_find:
 * @rows: the rows of the List
 * @dragged: an objective or a key result of the same plan
 * @row: the row under the pointer
 * @fraction: how far down the row the pointer is, 0 to 1
 * @drop: (out): where @dragged would go
 *
 * A key result goes between the key results of any objective, or to the top of it; an objective
 * goes above or below another, whichever is nearer.
 *
 * Returns: whether it may be dropped there
 */
gboolean waymark_list_drop_find (WaymarkListRows *rows, OkrItem *dragged, guint row,
                                 double fraction, WaymarkListDrop *drop);

G_END_DECLS
