/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-minimap.h"

#include <glib/gi18n.h>

#include "waymark-status-style.h"

#define WIDTH 170
#define HEIGHT 110
#define PADDING 8.0
/* A frame smaller than this is hard to see and to catch. */
#define MIN_FRAME 8.0
#define MIN_STRETCH 2.5
#define MAX_STRETCH 30.0

struct _WaymarkGraphMinimap
{
  GtkWidget parent_instance;

  WaymarkGraphMinimapPaint paint;
  gpointer data;
  WaymarkGraphViewport viewport;
  GskRenderNode *node; /* the scene as it was drawn last */
  double grip_x;       /* from the pointer to the middle of the frame, in units of the scene */
  double grip_y;
  double start_x;
  double start_y;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkGraphMinimap, waymark_graph_minimap, GTK_TYPE_WIDGET)

/* A scene that is much longer in one direction is stretched in the other, or nothing of it could be
 * told apart. */
static void
get_factors (WaymarkGraphMinimap *self, double *factor_x, double *factor_y)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING;
  const double x = MAX (width, 1) / MAX (self->viewport.scene_width, 1);
  const double y = MAX (height, 1) / MAX (self->viewport.scene_height, 1);

  *factor_x = MIN (x, y * MAX_STRETCH);
  *factor_y = MIN (y, x * MAX_STRETCH);
  /* Only what is extreme needs it. */
  if (*factor_x / *factor_y < MIN_STRETCH && *factor_y / *factor_x < MIN_STRETCH)
    *factor_x = *factor_y = MIN (x, y);
}

/* Where the scene begins, in the middle of the widget. */
static graphene_point_t
get_origin (WaymarkGraphMinimap *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  double factor_x;
  double factor_y;

  get_factors (self, &factor_x, &factor_y);

  return GRAPHENE_POINT_INIT ((float) ((width - self->viewport.scene_width * factor_x) / 2),
                              (float) ((height - self->viewport.scene_height * factor_y) / 2));
}

static graphene_rect_t
get_frame (WaymarkGraphMinimap *self)
{
  const graphene_point_t origin = get_origin (self);
  const WaymarkGraphRect seen = waymark_graph_viewport_get_visible (&self->viewport);
  const graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (2, 2, (float) gtk_widget_get_width (GTK_WIDGET (self)) - 4,
                          (float) gtk_widget_get_height (GTK_WIDGET (self)) - 4);
  double factor_x;
  double factor_y;
  double width;
  double height;
  graphene_rect_t frame;

  get_factors (self, &factor_x, &factor_y);
  width = MAX (seen.width * factor_x, MIN_FRAME);
  height = MAX (seen.height * factor_y, MIN_FRAME);
  frame = GRAPHENE_RECT_INIT (
      origin.x + (float) ((seen.x + seen.width / 2) * factor_x - width / 2),
      origin.y + (float) ((seen.y + seen.height / 2) * factor_y - height / 2), (float) width,
      (float) height);
  graphene_rect_intersection (&frame, &bounds, &frame);

  return frame;
}

static void
to_scene (WaymarkGraphMinimap *self, double *x, double *y)
{
  const graphene_point_t origin = get_origin (self);
  double factor_x;
  double factor_y;

  get_factors (self, &factor_x, &factor_y);
  *x = (*x - (double) origin.x) / factor_x;
  *y = (*y - (double) origin.y) / factor_y;
}

static void
move_to (WaymarkGraphMinimap *self, double x, double y)
{
  to_scene (self, &x, &y);
  g_signal_emit (self, signals[MOVED], 0, x + self->grip_x, y + self->grip_y);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, WaymarkGraphMinimap *self)
{
  const WaymarkGraphRect seen = waymark_graph_viewport_get_visible (&self->viewport);
  const graphene_rect_t frame = get_frame (self);
  double scene_x = x;
  double scene_y = y;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->start_x = x;
  self->start_y = y;
  self->grip_x = self->grip_y = 0;
  to_scene (self, &scene_x, &scene_y);
  /* Who takes the frame beside its middle goes on holding it there. */
  if (graphene_rect_contains_point (&frame, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    {
      self->grip_x = seen.x + seen.width / 2 - scene_x;
      self->grip_y =
          seen.y + (seen.height + self->viewport.top / self->viewport.scale) / 2 - scene_y;
      return;
    }
  move_to (self, x, y);
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, WaymarkGraphMinimap *self)
{
  move_to (self, self->start_x + dx, self->start_y + dy);
}

static void
paint_scene (WaymarkGraphMinimap *self, cairo_t *cr)
{
  const graphene_point_t origin = get_origin (self);
  double factor_x;
  double factor_y;

  get_factors (self, &factor_x, &factor_y);
  cairo_translate (cr, (double) origin.x, (double) origin.y);
  cairo_scale (cr, factor_x, factor_y);
  self->paint (GTK_WIDGET (self), cr, self->data);
}

static GskRenderNode *
draw_scene (WaymarkGraphMinimap *self)
{
  const graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                          (float) gtk_widget_get_height (GTK_WIDGET (self)));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  if (self->paint != NULL)
    paint_scene (self, cr);
  cairo_destroy (cr);

  return node;
}

static void
waymark_graph_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkGraphMinimap *self = WAYMARK_GRAPH_MINIMAP (widget);
  GskRoundedRect outline;
  graphene_rect_t frame;
  GdkRGBA accent = { 0.21f, 0.52f, 0.89f, 1 };
  const float border = 2;

  if (gtk_widget_get_width (widget) < 2 * PADDING || self->viewport.scene_width <= 0)
    return;

  if (self->node == NULL)
    self->node = draw_scene (self);
  gtk_snapshot_append_node (snapshot, self->node);

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &accent);
  frame = get_frame (self);
  gsk_rounded_rect_init_from_rect (&outline, &frame, 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ border, border, border, border },
                              (GdkRGBA[]){ accent, accent, accent, accent });
}

static void
waymark_graph_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
waymark_graph_minimap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  waymark_graph_minimap_repaint (WAYMARK_GRAPH_MINIMAP (widget));
}

static void
waymark_graph_minimap_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (waymark_graph_minimap_parent_class)->css_changed (widget, change);

  waymark_graph_minimap_repaint (WAYMARK_GRAPH_MINIMAP (widget));
}

static void
waymark_graph_minimap_dispose (GObject *object)
{
  g_clear_pointer (&WAYMARK_GRAPH_MINIMAP (object)->node, gsk_render_node_unref);

  G_OBJECT_CLASS (waymark_graph_minimap_parent_class)->dispose (object);
}

static void
waymark_graph_minimap_class_init (WaymarkGraphMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_graph_minimap_dispose;
  widget_class->snapshot = waymark_graph_minimap_snapshot;
  widget_class->measure = waymark_graph_minimap_measure;
  widget_class->size_allocate = waymark_graph_minimap_size_allocate;
  widget_class->css_changed = waymark_graph_minimap_css_changed;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "graphminimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
waymark_graph_minimap_init (WaymarkGraphMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the whole graph"), -1);
  self->viewport.scale = 1;
  waymark_status_style_watch (GTK_WIDGET (self));
}

void
waymark_graph_minimap_set_paint (WaymarkGraphMinimap *self, WaymarkGraphMinimapPaint paint,
                                 gpointer data)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_MINIMAP (self));

  self->paint = paint;
  self->data = data;
  waymark_graph_minimap_repaint (self);
}

void
waymark_graph_minimap_set_viewport (WaymarkGraphMinimap *self, const WaymarkGraphViewport *viewport)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_MINIMAP (self) && viewport != NULL);

  self->viewport = *viewport;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
waymark_graph_minimap_repaint (WaymarkGraphMinimap *self)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_MINIMAP (self));

  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
