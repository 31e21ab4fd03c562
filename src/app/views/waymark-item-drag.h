/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkItemDrag:
 * @item: (nullable): what began to be dragged here
 *
 * What the views have in common that let items be dragged onto others: the reason under the pointer
 * where that cannot be. Zero it before use; the functions take it from there.
 */
typedef struct
{
  OkrItem *item;

  /*< private >*/
  GtkLabel *icon;
  GError *refusal;
  gint64 left_at; /* 0 while the pointer is here */
} WaymarkItemDrag;

/**
 * waymark_item_drag_prepare:
 * @item: (nullable): what would be dragged
 *
 * Returns: (transfer full) (nullable): what "prepare" of a #GtkDragSource returns for it
 */
GdkContentProvider *waymark_item_drag_prepare (WaymarkItemDrag *self, OkrItem *item);

/**
 * waymark_item_drag_begin:
 * @drag: a drag that begins
 *
 * Lets the title, or the reason, follow the pointer.
 */
void waymark_item_drag_begin (WaymarkItemDrag *self, GdkDrag *drag);

/**
 * waymark_item_drag_take_refusal:
 * @refusal: (transfer full) (nullable): why it cannot be dropped where the pointer is now
 */
void waymark_item_drag_take_refusal (WaymarkItemDrag *self, GError *refusal);

/**
 * waymark_item_drag_leave:
 *
 * Says that the pointer has left, or that the button was released.
 */
void waymark_item_drag_leave (WaymarkItemDrag *self);

/**
 * waymark_item_drag_report:
 * @reason: why the drag came to nothing
 * @session: (nullable): who is told
 *
 * Tells why nothing was dropped. What cannot be dropped is not even offered to a target: the source
 * has to say it.
 */
void waymark_item_drag_report (WaymarkItemDrag *self, GdkDragCancelReason reason,
                               WaymarkSession *session);

/**
 * waymark_item_drag_clear:
 *
 * Forgets a drag that has ended.
 */
void waymark_item_drag_clear (WaymarkItemDrag *self);

/**
 * waymark_item_drag_get_dragged:
 * @target: a target for items
 *
 * Returns: (transfer none) (nullable): what is over it, which may come from another window
 */
OkrItem *waymark_item_drag_get_dragged (GtkDropTarget *target);

/**
 * waymark_item_drag_add_source:
 * @widget: what items are dragged from
 * @owner: (type GObject): the last argument of the callbacks
 * @prepare: for "prepare"
 * @begin: for "drag-begin"
 * @end: for "drag-end"
 *
 * Returns: (transfer none): the source, which @widget owns
 */
GtkDragSource *waymark_item_drag_add_source (GtkWidget *widget, gpointer owner, GCallback prepare,
                                             GCallback begin, GCallback end);

/**
 * waymark_item_drag_add_target:
 * @widget: what items are dropped on
 * @owner: (type GObject): the last argument of the callbacks
 * @motion: for "enter" and "motion"
 * @leave: for "leave"
 * @drop: for "drop"
 */
void waymark_item_drag_add_target (GtkWidget *widget, gpointer owner, GCallback motion,
                                   GCallback leave, GCallback drop);

G_END_DECLS
