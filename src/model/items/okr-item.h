/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "okr-field.h"

G_BEGIN_DECLS

#define OKR_TYPE_ITEM (okr_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (OkrItem, okr_item, OKR, ITEM, GObject)

/**
 * OkrItem:
 *
 * Anything in a plan that has an id: the plan itself, a cycle, a team, an objective and so on.
 *
 * Stored fields are read-only properties that carry %OKR_PARAM_STORED; only the operations of
 * #OkrPlan change them. Children are ordered #GListModels.
 */

/**
 * OkrItemClass:
 * @kind: the name of the kind on the command line ("key-result")
 * @label: its name in the window, to be translated ("Key result")
 * @id_prefix: the letter that its ids begin with
 * @fields: the field table, in the order of the document
 * @n_fields: how many rows that table has
 */
struct _OkrItemClass
{
  GObjectClass parent_class;

  const char *kind;
  const char *label;
  char id_prefix;
  const OkrField *fields;
  guint n_fields;

  /*< private >*/
  GParamSpec **pspecs;
};

/**
 * okr_item_get_id:
 *
 * Returns: the stable id, unique in the plan
 */
const char *okr_item_get_id (OkrItem *self);

/**
 * okr_item_get_parent:
 *
 * Returns: (transfer none) (nullable): the item whose list holds this one; %NULL for a plan and for
 *   an item that is in no plan
 */
OkrItem *okr_item_get_parent (OkrItem *self);

/**
 * okr_item_get_list_field:
 *
 * Returns: (nullable): the field of the parent whose list holds this item
 */
const OkrField *okr_item_get_list_field (OkrItem *self);

/**
 * okr_item_get_position:
 *
 * Returns: the place among its siblings, counted from 0
 */
guint okr_item_get_position (OkrItem *self);

/**
 * okr_item_get_kind:
 *
 * Returns: the kind's name on the command line, such as "key-result"
 */
const char *okr_item_get_kind (OkrItem *self);

/**
 * okr_item_get_kind_label:
 *
 * Returns: the kind's translated name, such as "Key result"
 */
const char *okr_item_get_kind_label (OkrItem *self);

/**
 * okr_item_get_title:
 *
 * Returns: what people call this item: its title or name; empty for kinds that have neither
 */
const char *okr_item_get_title (OkrItem *self);

/**
 * okr_item_get_fields:
 * @n_fields: (out): how many fields there are
 *
 * Returns: (array length=n_fields): the field table
 */
const OkrField *okr_item_get_fields (OkrItem *self, guint *n_fields);

/**
 * okr_item_find_field:
 * @path: a JSON member name ("title"), with its group where it has one ("settings.graceDays"); the
 *   group may be left out where the name alone is unambiguous
 *
 * Returns: (nullable): the field, or %NULL when this kind has none of that name
 */
const OkrField *okr_item_find_field (OkrItem *self, const char *path);

/**
 * okr_item_get_children:
 * @field: a field of type %OKR_FIELD_CHILDREN
 *
 * Returns: (transfer none): the list, possibly empty
 */
GListModel *okr_item_get_children (OkrItem *self, const OkrField *field);

/**
 * okr_item_get_list:
 * @name: the JSON member's name of a list ("keyResults")
 *
 * Returns: (transfer none): the list, possibly empty
 */
GListModel *okr_item_get_list (OkrItem *self, const char *name);

/**
 * okr_item_is_inside:
 * @ancestor: an item
 *
 * Returns: whether @ancestor is this item or holds it at any depth
 */
gboolean okr_item_is_inside (OkrItem *self, OkrItem *ancestor);

/**
 * okr_item_copy:
 *
 * Returns: (transfer full): a deep copy with the same ids that is in no plan
 */
OkrItem *okr_item_copy (OkrItem *self);

/**
 * okr_item_copy_afresh:
 *
 * Returns: (transfer full): a deep copy with new ids, without what happened to the original: no
 *   check-ins, goalposts or grades
 */
OkrItem *okr_item_copy_afresh (OkrItem *self);

/**
 * okr_item_equal:
 *
 * Returns: whether both hold the same fields, unknown members and children
 */
gboolean okr_item_equal (OkrItem *self, OkrItem *other);

/**
 * okr_item_new:
 * @type: a concrete item type
 * @id: (nullable): the id; %NULL makes a new one
 *
 * Returns: (transfer full): an item with every field at its fallback
 */
OkrItem *okr_item_new (GType type, const char *id);

/**
 * okr_item_type_from_kind:
 * @kind: a kind's name on the command line
 *
 * Returns: the type, or %G_TYPE_INVALID
 */
GType okr_item_type_from_kind (const char *kind);

G_END_DECLS
