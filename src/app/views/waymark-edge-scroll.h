/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaymarkEdgeScroll:
 *
 * Scrolls rows while something is dragged near their upper or lower edge, the faster the nearer.
 * The toolkit's lists do not.
 */
#define WAYMARK_TYPE_EDGE_SCROLL (waymark_edge_scroll_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkEdgeScroll, waymark_edge_scroll, WAYMARK, EDGE_SCROLL, GObject)

/**
 * waymark_edge_scroll_new:
 * @list: what takes the drop, inside of @scroller
 * @scroller: what scrolls it
 *
 * Returns: (transfer full): a helper that must not outlive @scroller
 */
WaymarkEdgeScroll *waymark_edge_scroll_new (GtkWidget *list, GtkScrolledWindow *scroller);

/**
 * waymark_edge_scroll_follow:
 * @x: where the pointer is, in pixels of the list
 * @y: where the pointer is, in pixels of the list
 *
 * Scrolls if that is near an edge, and goes on until it is told of another place or to stop.
 */
void waymark_edge_scroll_follow (WaymarkEdgeScroll *self, double x, double y);

/**
 * waymark_edge_scroll_stop:
 *
 * Stops, because the pointer left or let go.
 */
void waymark_edge_scroll_stop (WaymarkEdgeScroll *self);

G_END_DECLS
