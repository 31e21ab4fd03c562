/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-held-list.h"

struct _WaymarkHeldList
{
  GObject parent_instance;

  GListModel *model;
  guint n_told; /* how many items the others know of */
  guint n_holds;
  guint n_before; /* items before and after all changes that are held back */
  guint n_after;
};

static GType
waymark_held_list_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (WAYMARK_HELD_LIST (list)->model);
}

static guint
waymark_held_list_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (WAYMARK_HELD_LIST (list)->model);
}

static gpointer
waymark_held_list_get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (WAYMARK_HELD_LIST (list)->model, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = waymark_held_list_get_item_type;
  iface->get_n_items = waymark_held_list_get_n_items;
  iface->get_item = waymark_held_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkHeldList, waymark_held_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
on_items_changed_cb (WaymarkHeldList *self, guint position, guint removed, guint added)
{
  const guint n = g_list_model_get_n_items (self->model);

  if (self->n_holds == 0)
    {
      self->n_told = n;
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
      return;
    }

  self->n_before = MIN (self->n_before, position);
  self->n_after = MIN (self->n_after, n - position - added);
}

static void
waymark_held_list_dispose (GObject *object)
{
  WaymarkHeldList *self = WAYMARK_HELD_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  G_OBJECT_CLASS (waymark_held_list_parent_class)->dispose (object);
}

static void
waymark_held_list_finalize (GObject *object)
{
  g_clear_object (&WAYMARK_HELD_LIST (object)->model);

  G_OBJECT_CLASS (waymark_held_list_parent_class)->finalize (object);
}

static void
waymark_held_list_class_init (WaymarkHeldListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_held_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_held_list_finalize;
}

static void
waymark_held_list_init (WaymarkHeldList *self)
{
}

WaymarkHeldList *
waymark_held_list_new (GListModel *model)
{
  WaymarkHeldList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  self = g_object_new (WAYMARK_TYPE_HELD_LIST, NULL);
  self->model = g_object_ref (model);
  self->n_told = g_list_model_get_n_items (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed_cb), self);

  return self;
}

void
waymark_held_list_hold (WaymarkHeldList *self)
{
  g_return_if_fail (WAYMARK_IS_HELD_LIST (self));

  if (self->n_holds++ > 0)
    return;

  self->n_before = G_MAXUINT;
  self->n_after = G_MAXUINT;
}

void
waymark_held_list_release (WaymarkHeldList *self)
{
  guint n_kept;
  guint n_old;

  g_return_if_fail (WAYMARK_IS_HELD_LIST (self) && self->n_holds > 0);

  if (--self->n_holds > 0 || self->n_before == G_MAXUINT)
    return;

  n_old = self->n_told;
  n_kept = self->n_before + self->n_after;
  self->n_told = g_list_model_get_n_items (self->model);
  g_list_model_items_changed (G_LIST_MODEL (self), self->n_before, n_old - n_kept,
                              self->n_told - n_kept);
}
