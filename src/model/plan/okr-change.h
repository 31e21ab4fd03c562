/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-item.h"
#include "okr-unknown.h"

G_BEGIN_DECLS

/**
 * OkrChangeType:
 * @OKR_CHANGE_SET: a stored field gets another value
 * @OKR_CHANGE_INSERT: an item, with all it holds, enters a list
 * @OKR_CHANGE_REMOVE: an item, with all it holds, leaves its list
 * @OKR_CHANGE_MOVE: an item goes to another place or another parent
 * @OKR_CHANGE_UNKNOWN: members that this program does not know become others
 */
typedef enum
{
  OKR_CHANGE_SET,
  OKR_CHANGE_INSERT,
  OKR_CHANGE_REMOVE,
  OKR_CHANGE_MOVE,
  OKR_CHANGE_UNKNOWN,
} OkrChangeType;

/**
 * OkrPlace:
 * @parent: the id of the item whose list it is
 * @list: the list
 * @position: the place in the list, counted from 0
 *
 * Where an item stands in a plan.
 */
typedef struct
{
  char *parent;
  const OkrField *list;
  guint position;
} OkrPlace;

/**
 * OkrChange:
 * @type: what happens
 * @id: the id of the item that it happens to
 * @field: for %OKR_CHANGE_SET: the field
 * @before: for %OKR_CHANGE_SET: its value until now
 * @after: for %OKR_CHANGE_SET: its value from now on
 * @item: for %OKR_CHANGE_INSERT and %OKR_CHANGE_REMOVE: the item itself
 * @from: for %OKR_CHANGE_REMOVE and %OKR_CHANGE_MOVE: where it stood
 * @to: for %OKR_CHANGE_INSERT and %OKR_CHANGE_MOVE: where it stands afterwards
 * @unknown_before: for %OKR_CHANGE_UNKNOWN: all such members until now, or %NULL
 * @unknown_after: for %OKR_CHANGE_UNKNOWN: all such members from now on, or %NULL
 * @stated_before: for %OKR_CHANGE_UNKNOWN: which fields the file states though they hold their
 *   fallback, a bit for each row of the field table
 * @stated_after: for %OKR_CHANGE_UNKNOWN: the same from now on
 *
 * One edit of a plan. It addresses items by their stable ids and knows its inverse; undo,
 * comparison and merging are all lists of changes. A change never changes: share it freely.
 */
typedef struct
{
  OkrChangeType type;
  char *id;
  const OkrField *field;
  GValue before;
  GValue after;
  OkrItem *item;
  OkrPlace from;
  OkrPlace to;
  OkrUnknown *unknown_before;
  OkrUnknown *unknown_after;
  guint64 stated_before;
  guint64 stated_after;

  /*< private >*/
  gatomicrefcount ref_count;
} OkrChange;

#define OKR_TYPE_CHANGE (okr_change_get_type ())
GType okr_change_get_type (void);

OkrChange *okr_change_new_set (OkrItem *item, const OkrField *field, const GValue *after);
OkrChange *okr_change_new_insert (OkrItem *item, OkrItem *parent, const OkrField *list,
                                  guint position);
OkrChange *okr_change_new_remove (OkrItem *item);
OkrChange *okr_change_new_move (OkrItem *item, OkrItem *parent, const OkrField *list,
                                guint position);
OkrChange *okr_change_new_unknown (OkrItem *item, OkrUnknown *after, guint64 stated);
OkrChange *okr_change_invert (OkrChange *self);
OkrChange *okr_change_join (OkrChange *self, OkrChange *next);
OkrChange *okr_change_ref (OkrChange *self);
void okr_change_unref (OkrChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrChange, okr_change_unref)

G_END_DECLS
