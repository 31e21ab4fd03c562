/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-list-drop.h"

/* The dragged item leaves its place first, which moves what comes after it in the same list. */
static guint
settle (OkrItem *dragged, OkrItem *parent, guint position)
{
  const gboolean moves_up =
      okr_item_get_parent (dragged) == parent && okr_item_get_position (dragged) < position;

  return moves_up ? position - 1 : position;
}

static gboolean
find_for_key_result (OkrItem *dragged, OkrItem *under, double fraction, WaymarkListDrop *drop)
{
  guint position = 0;

  if (OKR_IS_OBJECTIVE (under))
    {
      drop->parent = under;
      drop->after = TRUE;
    }
  else
    {
      drop->parent = okr_item_get_parent (under);
      drop->after = fraction >= 0.5;
      position = okr_item_get_position (under) + (drop->after ? 1 : 0);
    }
  drop->position = settle (dragged, drop->parent, position);

  return drop->parent != NULL;
}

static gboolean
find_for_objective (WaymarkListRows *rows, OkrItem *dragged, double fraction, WaymarkListDrop *drop)
{
  const double pointer = drop->row + fraction;
  guint first = drop->row;
  guint last = drop->row;
  OkrItem *other;
  guint position;

  while (first > 0 && !OKR_IS_OBJECTIVE (waymark_list_rows_peek (rows, first)))
    first--;
  while (!waymark_list_rows_is_last (rows, last))
    last++;

  other = waymark_list_rows_peek (rows, first);
  drop->after = pointer >= (first + last + 1) / 2.0;
  drop->row = drop->after ? last : first;
  drop->parent = okr_item_get_parent (other);
  position = okr_item_get_position (other) + (drop->after ? 1 : 0);
  drop->position = settle (dragged, drop->parent, position);

  return drop->parent != NULL;
}

gboolean
waymark_list_drop_find (WaymarkListRows *rows, OkrItem *dragged, guint row, double fraction,
                        WaymarkListDrop *drop)
{
  OkrItem *under;

  g_return_val_if_fail (WAYMARK_IS_LIST_ROWS (rows) && OKR_IS_ITEM (dragged), FALSE);
  g_return_val_if_fail (drop != NULL, FALSE);

  under = waymark_list_rows_peek (rows, row);
  *drop = (WaymarkListDrop){ .row = row };
  if (under == NULL)
    return FALSE;
  if (OKR_IS_KEY_RESULT (dragged))
    return find_for_key_result (dragged, under, fraction, drop);
  if (OKR_IS_OBJECTIVE (dragged))
    return find_for_objective (rows, dragged, fraction, drop);

  return FALSE;
}
