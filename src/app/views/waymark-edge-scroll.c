/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-edge-scroll.h"

#include <math.h>

/* How near to an edge it begins, and how fast it goes at the very edge. */
#define EDGE 48.0
#define PIXELS_PER_SECOND 900.0
/* A frame that took longer, because the program was busy, is no reason to jump. */
#define LONGEST_FRAME 0.1

struct _WaymarkEdgeScroll
{
  GObject parent_instance;

  GtkWidget *list;
  GtkScrolledWindow *scroller;
  double pointer_x;
  double pointer_y;
  guint tick_id;
  gint64 last_frame;
};

G_DEFINE_FINAL_TYPE (WaymarkEdgeScroll, waymark_edge_scroll, G_TYPE_OBJECT)

/* From −1 at the upper edge to 1 at the lower one. */
static double
get_speed (WaymarkEdgeScroll *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  const double height = gtk_widget_get_height (scroller);
  double y;

  if (!gtk_widget_translate_coordinates (self->list, scroller, self->pointer_x, self->pointer_y,
                                         NULL, &y))
    return 0;
  if (y < EDGE)
    return -CLAMP ((EDGE - y) / EDGE, 0, 1);

  return y > height - EDGE ? CLAMP ((y - height + EDGE) / EDGE, 0, 1) : 0;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WaymarkEdgeScroll *self = WAYMARK_EDGE_SCROLL (user_data);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double seconds =
      self->last_frame != 0 ? (double) (now - self->last_frame) / G_USEC_PER_SEC : 0;
  const double speed = get_speed (self);

  self->last_frame = now;
  if (fabs (speed) > 0)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) +
                                  speed * PIXELS_PER_SECOND * MIN (seconds, LONGEST_FRAME));

  return G_SOURCE_CONTINUE;
}

static void
waymark_edge_scroll_dispose (GObject *object)
{
  WaymarkEdgeScroll *self = WAYMARK_EDGE_SCROLL (object);

  waymark_edge_scroll_stop (self);
  g_clear_weak_pointer (&self->list);
  g_clear_weak_pointer (&self->scroller);

  G_OBJECT_CLASS (waymark_edge_scroll_parent_class)->dispose (object);
}

static void
waymark_edge_scroll_class_init (WaymarkEdgeScrollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_edge_scroll_dispose;
}

static void
waymark_edge_scroll_init (WaymarkEdgeScroll *self)
{
}

WaymarkEdgeScroll *
waymark_edge_scroll_new (GtkWidget *list, GtkScrolledWindow *scroller)
{
  WaymarkEdgeScroll *self;

  g_return_val_if_fail (GTK_IS_WIDGET (list) && GTK_IS_SCROLLED_WINDOW (scroller), NULL);

  self = g_object_new (WAYMARK_TYPE_EDGE_SCROLL, NULL);
  g_set_weak_pointer (&self->list, list);
  g_set_weak_pointer (&self->scroller, scroller);

  return self;
}

void
waymark_edge_scroll_follow (WaymarkEdgeScroll *self, double x, double y)
{
  g_return_if_fail (WAYMARK_IS_EDGE_SCROLL (self));

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->tick_id != 0)
    return;

  self->last_frame = 0;
  self->tick_id = gtk_widget_add_tick_callback (self->list, on_tick_cb, self, NULL);
}

void
waymark_edge_scroll_stop (WaymarkEdgeScroll *self)
{
  g_return_if_fail (WAYMARK_IS_EDGE_SCROLL (self));

  if (self->tick_id != 0 && self->list != NULL)
    gtk_widget_remove_tick_callback (self->list, self->tick_id);
  self->tick_id = 0;
}
