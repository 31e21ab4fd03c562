/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-item.h"
#include "okr-unknown.h"

G_BEGIN_DECLS

/* For the item types, the reader and OkrPlan's operations only. */

void okr_item_class_install_fields (OkrItemClass *klass,
                                    const char *kind,
                                    const char *label,
                                    char id_prefix,
                                    const OkrField *fields,
                                    guint n_fields);

void okr_item_init_fields (OkrItem *self, const OkrField *fields, guint n_fields);
void okr_item_store (OkrItem *self, const OkrField *field, const GValue *value);
void okr_item_store_silently (OkrItem *self, const OkrField *field, const GValue *value);
void okr_item_set_parent (OkrItem *self, OkrItem *parent, const OkrField *field);
void okr_item_set_id (OkrItem *self, const char *id);
void okr_item_emit_changed (OkrItem *self);

/* Members that the file states although they hold the fallback are written back as they came. */
void okr_item_mark_stated (OkrItem *self, const OkrField *field);
gboolean okr_item_is_stated (OkrItem *self, const OkrField *field);

OkrUnknown *okr_item_peek_unknown (OkrItem *self);
OkrUnknown *okr_item_ensure_unknown (OkrItem *self);

/* What an item keeps besides its fields: unknown members, and which fallbacks the file states. */
guint64 okr_item_get_stated (OkrItem *self);
void okr_item_take_unknown (OkrItem *self, OkrUnknown *unknown, guint64 stated);

G_END_DECLS
