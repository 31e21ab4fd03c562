/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrList:
 *
 * The ordered children of an item in one of its list fields. Only #OkrPlan's operations and the
 * reader change it.
 */
#define OKR_TYPE_LIST (okr_list_get_type ())
G_DECLARE_FINAL_TYPE (OkrList, okr_list, OKR, LIST, GObject)

OkrList *okr_list_new (OkrItem *owner, const OkrField *field);
void okr_list_insert (OkrList *self, guint position, OkrItem *item);
void okr_list_remove (OkrList *self, guint position);
gboolean okr_list_find (OkrList *self, OkrItem *item, guint *position);
OkrItem *okr_list_peek (OkrList *self, guint position);
guint okr_list_get_size (OkrList *self);
void okr_list_disown (OkrList *self);

G_END_DECLS
