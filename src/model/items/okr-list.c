/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-list.h"

#include "okr-item-private.h"

struct _OkrList
{
  GObject parent_instance;

  OkrItem *owner; /* borrowed: the owner holds the list */
  const OkrField *field;
  GPtrArray *items;
};

static void okr_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OkrList,
                               okr_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, okr_list_model_init))

static GType
okr_list_get_item_type (GListModel *model)
{
  OkrList *self = OKR_LIST (model);

  return self->field->get_type ();
}

static guint
okr_list_get_n_items (GListModel *model)
{
  return OKR_LIST (model)->items->len;
}

static gpointer
okr_list_get_item (GListModel *model, guint position)
{
  OkrList *self = OKR_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
okr_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = okr_list_get_item_type;
  iface->get_n_items = okr_list_get_n_items;
  iface->get_item = okr_list_get_item;
}

static void
okr_list_finalize (GObject *object)
{
  OkrList *self = OKR_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (okr_list_parent_class)->finalize (object);
}

static void
okr_list_class_init (OkrListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = okr_list_finalize;
}

static void
okr_list_init (OkrList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * okr_list_new:
 * @owner: the item whose children these are
 * @field: the field of @owner that holds them
 *
 * Returns: (transfer full): an empty list
 */
OkrList *
okr_list_new (OkrItem *owner, const OkrField *field)
{
  OkrList *self = g_object_new (OKR_TYPE_LIST, NULL);

  g_return_val_if_fail (OKR_IS_ITEM (owner) && field != NULL, self);

  self->owner = owner;
  self->field = field;

  return self;
}

/**
 * okr_list_insert:
 * @position: where; anything beyond the end appends
 * @item: (transfer none): an item that has no parent
 *
 * Puts @item into the list and makes the owner its parent.
 */
void
okr_list_insert (OkrList *self, guint position, OkrItem *item)
{
  g_return_if_fail (OKR_IS_LIST (self) && OKR_IS_ITEM (item));

  position = MIN (position, self->items->len);
  g_ptr_array_insert (self->items, (int) position, g_object_ref (item));
  okr_item_set_parent (item, self->owner, self->field);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/**
 * okr_list_remove:
 * @position: a place in the list
 *
 * Takes the item there out of the list; it has no parent afterwards.
 */
void
okr_list_remove (OkrList *self, guint position)
{
  g_return_if_fail (OKR_IS_LIST (self) && position < self->items->len);

  okr_item_set_parent (self->items->pdata[position], NULL, NULL);
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * okr_list_find:
 * @position: (out) (optional): its place
 *
 * Returns: whether @item is in the list
 */
gboolean
okr_list_find (OkrList *self, OkrItem *item, guint *position)
{
  guint found = G_MAXUINT;

  g_return_val_if_fail (OKR_IS_LIST (self), FALSE);

  /* From both ends, from which long lists are filled and taken apart. */
  for (guint i = 0, n = self->items->len; i < n && found == G_MAXUINT; i++)
    {
      n--;
      if (self->items->pdata[i] == item)
        found = i;
      else if (self->items->pdata[n] == item)
        found = n;
    }
  if (found != G_MAXUINT && position != NULL)
    *position = found;

  return found != G_MAXUINT;
}

/**
 * okr_list_peek:
 * @position: a place
 *
 * Returns: (transfer none) (nullable): the item there
 */
OkrItem *
okr_list_peek (OkrList *self, guint position)
{
  g_return_val_if_fail (OKR_IS_LIST (self), NULL);

  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * okr_list_get_size:
 *
 * Returns: how many items there are
 */
guint
okr_list_get_size (OkrList *self)
{
  return self != NULL ? self->items->len : 0;
}

/**
 * okr_list_disown:
 *
 * Tells the items that their parent is going away.
 */
void
okr_list_disown (OkrList *self)
{
  g_return_if_fail (OKR_IS_LIST (self));

  for (guint i = 0; i < self->items->len; i++)
    okr_item_set_parent (self->items->pdata[i], NULL, NULL);
}
