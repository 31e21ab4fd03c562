/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-alignment-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "waymark-alignment-view-private.h"
#include "waymark-explain.h"
#include "waymark-rename-popover.h"
#include "waymark-text.h"

/* Narrower than this, at the usual size of text, the map would cover the graph. */
#define MAP_WIDTH 560

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkAlignmentView, waymark_alignment_view, GTK_TYPE_WIDGET)

static OkrPlan *
get_plan (WaymarkAlignmentView *self)
{
  return self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
}

OkrPicture *
waymark_alignment_view_get_picture (WaymarkAlignmentView *self)
{
  return waymark_graph_canvas_get_picture (self->canvas);
}

OkrItem *
waymark_alignment_view_get_item (WaymarkAlignmentView *self, WaymarkGraphSpot spot)
{
  const char *id = waymark_graph_get_id (waymark_alignment_view_get_picture (self), spot);

  return id != NULL && get_plan (self) != NULL ? okr_plan_find (get_plan (self), id) : NULL;
}

WaymarkGraphSpot
waymark_alignment_view_get_spot (WaymarkAlignmentView *self)
{
  OkrItem *item = self->session != NULL ? waymark_session_get_selected (self->session) : NULL;

  if (item == NULL && self->at_mission)
    return waymark_graph_find (waymark_alignment_view_get_picture (self), NULL,
                               OKR_PICTURE_MISSION);

  return waymark_graph_find (waymark_alignment_view_get_picture (self), get_plan (self),
                             item != NULL ? okr_item_get_id (item) : NULL);
}

GdkRectangle
waymark_alignment_view_get_area (WaymarkAlignmentView *self, WaymarkGraphSpot spot)
{
  GdkRectangle area = waymark_graph_canvas_get_area (self->canvas, spot);
  double x = 0;
  double y = 0;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), area.x, area.y,
                                    &x, &y);
  area.x = (int) x;
  area.y = (int) y;

  return area;
}

static void
update_page (WaymarkAlignmentView *self)
{
  const OkrPicture *picture = waymark_alignment_view_get_picture (self);
  const gboolean is_busy = self->keeper != NULL && waymark_graph_keeper_is_busy (self->keeper);
  guint n_objectives = 0;

  for (guint i = 0; picture != NULL && i < okr_picture_get_n_boxes (picture); i++)
    n_objectives += okr_picture_get_box (picture, i)->is_mission ? 0 : 1;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    n_objectives > 0 || is_busy ? "graph" : "empty");
}

/* A path is lit from what is selected, a ring only where the keyboard is in use. */
static void
update_marks (WaymarkAlignmentView *self)
{
  WaymarkGraphMarks *marks = waymark_graph_canvas_get_marks (self->canvas);
  const OkrPicture *picture = waymark_alignment_view_get_picture (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (picture == NULL || self->session == NULL)
    return;

  marks->selected = waymark_alignment_view_get_spot (self);
  marks->shows_focus = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)) &&
                       waymark_graph_canvas_has_focus (self->canvas);
  waymark_graph_marks_trace (marks, picture);
  waymark_graph_marks_filter (marks, picture, self->session);
  waymark_graph_canvas_marks_changed (self->canvas);
  waymark_alignment_view_update_actions (self);
}

static void
on_changed_cb (WaymarkAlignmentView *self, gboolean afresh)
{
  OkrItem *item = waymark_session_get_selected (self->session);

  waymark_graph_canvas_set_picture (self->canvas, waymark_graph_keeper_get_picture (self->keeper),
                                    afresh, item != NULL ? okr_item_get_id (item) : NULL);
  update_page (self);
  update_marks (self);
  waymark_graph_minimap_repaint (self->minimap);
  if (item != NULL)
    waymark_graph_canvas_reveal (self->canvas, waymark_alignment_view_get_spot (self));
}

static void
on_updated_cb (WaymarkAlignmentView *self)
{
  update_marks (self);
  waymark_graph_canvas_values_changed (self->canvas);
  waymark_graph_minimap_repaint (self->minimap);
}

static void
on_filter_changed_cb (WaymarkAlignmentView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  update_marks (self);
  waymark_graph_minimap_repaint (self->minimap);
}

static void
on_selected_changed_cb (WaymarkAlignmentView *self)
{
  WaymarkGraphSpot spot;

  if (waymark_session_get_selected (self->session) != NULL)
    self->at_mission = FALSE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  update_marks (self);
  waymark_graph_canvas_values_changed (self->canvas);
  spot = waymark_alignment_view_get_spot (self);
  waymark_graph_canvas_reveal (self->canvas, spot);
  if (waymark_graph_canvas_has_focus (self->canvas))
    waymark_graph_canvas_focus (self->canvas, spot);
}

static gboolean
is_map_over_box (WaymarkAlignmentView *self)
{
  const OkrPicture *picture = waymark_alignment_view_get_picture (self);
  graphene_rect_t map;

  if (picture == NULL ||
      !gtk_widget_compute_bounds (self->minimap_frame, GTK_WIDGET (self->canvas), &map))
    return FALSE;

  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureRect *box = &okr_picture_get_box (picture, i)->rect;
      const WaymarkGraphRect area = { box->x, box->y, box->width, box->height };
      const WaymarkGraphRect seen =
          waymark_graph_viewport_to_view (waymark_graph_canvas_get_viewport (self->canvas), &area);

      if (graphene_rect_intersection (&map,
                                      &GRAPHENE_RECT_INIT ((float) seen.x, (float) seen.y,
                                                           (float) seen.width, (float) seen.height),
                                      NULL))
        return TRUE;
    }

  return FALSE;
}

/* Where all is in sight, the map tells nothing that would be worth a box that it covers. */
static void
update_map (WaymarkAlignmentView *self)
{
  const WaymarkGraphViewport *viewport = waymark_graph_canvas_get_viewport (self->canvas);
  const WaymarkGraphRect seen = waymark_graph_viewport_get_visible (viewport);
  const gboolean is_all = seen.x <= 0 && seen.y <= 0 &&
                          seen.x + seen.width >= viewport->scene_width &&
                          seen.y + seen.height >= viewport->scene_height;
  const gboolean is_shown = gtk_widget_get_width (GTK_WIDGET (self)) >=
                                MAP_WIDTH * waymark_text_get_scale (GTK_WIDGET (self)) &&
                            !(is_all && is_map_over_box (self));

  gtk_widget_set_opacity (self->minimap_frame, is_shown ? 1 : 0);
  gtk_widget_set_can_target (self->minimap_frame, is_shown);
}

static void
on_viewport_changed_cb (WaymarkAlignmentView *self)
{
  waymark_graph_minimap_set_viewport (self->minimap,
                                      waymark_graph_canvas_get_viewport (self->canvas));
  update_map (self);
}

static void
on_map_moved_cb (WaymarkAlignmentView *self, double x, double y)
{
  WaymarkGraphViewport next = *waymark_graph_canvas_get_viewport (self->canvas);

  waymark_graph_viewport_center (&next, x, y);
  waymark_graph_canvas_go_to (self->canvas, &next, FALSE);
}

static void
on_focus_visible_cb (WaymarkAlignmentView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_marks (self);
}

/* Within a template that is part of another one, buttons of GTK 4.8 do not find the actions of the
 * widget they are in: they are named after them instead. */
static void
on_tool_clicked_cb (GtkWidget *button, WaymarkAlignmentView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), gtk_widget_get_name (button), NULL);
}

static void
on_menu_clicked_cb (WaymarkAlignmentView *self)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (self->menu_button, GTK_WIDGET (self), &bounds))
    waymark_alignment_view_popup_graph_menu (
        self,
        &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height },
        FALSE);
}

void
waymark_alignment_view_select (WaymarkAlignmentView *self, WaymarkGraphSpot spot)
{
  OkrItem *item = waymark_alignment_view_get_item (self, spot);
  OkrItem *before = waymark_session_get_selected (self->session);

  self->at_mission = item == NULL && spot.box != WAYMARK_GRAPH_NOWHERE;
  waymark_session_set_selected (self->session, item);
  /* Between the mission and nothing the session sees no difference. */
  if (item == before)
    on_selected_changed_cb (self);
}

static void
paint_map (GtkWidget *map, cairo_t *cr, gpointer data)
{
  waymark_graph_canvas_draw_overview (WAYMARK_ALIGNMENT_VIEW (data)->canvas, cr);
}

static void
waymark_alignment_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                int *minimum, int *natural, int *minimum_baseline,
                                int *natural_baseline)
{
  gtk_widget_measure (WAYMARK_ALIGNMENT_VIEW (widget)->stack, orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static void
waymark_alignment_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  gtk_widget_size_allocate (self->stack, &(GtkAllocation){ 0, 0, width, height }, baseline);
  update_map (self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
}

static void
waymark_alignment_view_map (GtkWidget *widget)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (self->keeper != NULL)
    {
      waymark_graph_keeper_set_active (self->keeper, TRUE);
      update_page (self);
    }
  GTK_WIDGET_CLASS (waymark_alignment_view_parent_class)->map (widget);
  if (self->keeper != NULL)
    on_selected_changed_cb (self);
}

static void
waymark_alignment_view_unmap (GtkWidget *widget)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (self->keeper != NULL)
    waymark_graph_keeper_set_active (self->keeper, FALSE);

  GTK_WIDGET_CLASS (waymark_alignment_view_parent_class)->unmap (widget);
}

static void
waymark_alignment_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (waymark_alignment_view_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-visible",
                           G_CALLBACK (on_focus_visible_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (on_focus_visible_cb), widget, G_CONNECT_SWAPPED);
}

static void
waymark_alignment_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_visible_cb, widget);

  GTK_WIDGET_CLASS (waymark_alignment_view_parent_class)->unroot (widget);
}

static void
waymark_alignment_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (self->keeper != NULL)
    waymark_graph_keeper_set_mirrored (self->keeper,
                                       gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static gboolean
waymark_alignment_view_grab_focus (GtkWidget *widget)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "graph") != 0)
    return gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)),
                                   GTK_DIR_TAB_FORWARD);

  return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
waymark_alignment_view_get_property (GObject *object, guint property_id, GValue *value,
                                     GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    g_value_set_object (value, WAYMARK_ALIGNMENT_VIEW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_alignment_view_set_property (GObject *object, guint property_id, const GValue *value,
                                     GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    waymark_alignment_view_set_session (WAYMARK_ALIGNMENT_VIEW (object),
                                        g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_alignment_view_dispose (GObject *object)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (object);
  GtkWidget *child;

  if (self->rename_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->rename_id);
  self->rename_id = 0;
  if (self->minimap != NULL)
    waymark_graph_minimap_set_paint (self->minimap, NULL, NULL);
  waymark_alignment_view_set_session (self, NULL);
  g_clear_object (&self->drag);
  g_clear_object (&self->graph_menu);
  g_clear_object (&self->item_menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_ALIGNMENT_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (waymark_alignment_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (WAYMARK_TYPE_GRAPH_CANVAS);
  g_type_ensure (WAYMARK_TYPE_GRAPH_MINIMAP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-alignment-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentView, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentView, canvas);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentView, minimap);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentView, minimap_frame);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentView, branch_button);
  gtk_widget_class_bind_template_callback (widget_class, on_tool_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_clicked_cb);
}

static void
waymark_alignment_view_class_init (WaymarkAlignmentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_alignment_view_get_property;
  object_class->set_property = waymark_alignment_view_set_property;
  object_class->dispose = waymark_alignment_view_dispose;
  widget_class->measure = waymark_alignment_view_measure;
  widget_class->size_allocate = waymark_alignment_view_size_allocate;
  widget_class->map = waymark_alignment_view_map;
  widget_class->unmap = waymark_alignment_view_unmap;
  widget_class->root = waymark_alignment_view_root;
  widget_class->unroot = waymark_alignment_view_unroot;
  widget_class->direction_changed = waymark_alignment_view_direction_changed;
  widget_class->grab_focus = waymark_alignment_view_grab_focus;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, WAYMARK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  waymark_alignment_view_install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_alignment_view_init (WaymarkAlignmentView *self)
{
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->drag = waymark_graph_drag_new (self->canvas);
  g_signal_connect_object (self->canvas, "viewport-changed", G_CALLBACK (on_viewport_changed_cb),
                           self, G_CONNECT_SWAPPED);
  /* While boxes move, the map shows them as they were. */
  g_signal_connect_object (self->canvas, "arrived", G_CALLBACK (waymark_graph_minimap_repaint),
                           self->minimap, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->minimap, "moved", G_CALLBACK (on_map_moved_cb), self,
                           G_CONNECT_SWAPPED);
  waymark_graph_minimap_set_paint (self->minimap, paint_map, self);
  waymark_alignment_view_add_menus (self);
  waymark_alignment_view_add_keys (self);
  waymark_alignment_view_add_pointer (self);
  update_page (self);
}

GtkWidget *
waymark_alignment_view_new (void)
{
  return g_object_new (WAYMARK_TYPE_ALIGNMENT_VIEW, NULL);
}

static void
drop_keeper (WaymarkAlignmentView *self)
{
  if (self->keeper == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_object_run_dispose (G_OBJECT (self->keeper));
  g_clear_object (&self->keeper);
  if (self->canvas != NULL)
    waymark_graph_canvas_set_picture (self->canvas, NULL, TRUE, NULL);
}

static void
add_keeper (WaymarkAlignmentView *self)
{
  self->keeper = waymark_graph_keeper_new (self->session);
  waymark_graph_keeper_set_mirrored (self->keeper, gtk_widget_get_direction (GTK_WIDGET (self)) ==
                                                       GTK_TEXT_DIR_RTL);
  g_signal_connect_swapped (self->keeper, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->keeper, "updated", G_CALLBACK (on_updated_cb), self);
  g_signal_connect_swapped (self->session, "notify::selected", G_CALLBACK (on_selected_changed_cb),
                            self);
  g_signal_connect_swapped (self->session, "filter-changed", G_CALLBACK (on_filter_changed_cb),
                            self);
  waymark_graph_keeper_set_active (self->keeper, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

void
waymark_alignment_view_set_session (WaymarkAlignmentView *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_ALIGNMENT_VIEW (self));
  g_return_if_fail (session == NULL || WAYMARK_IS_SESSION (session));

  if (self->session == session)
    return;

  drop_keeper (self);
  g_set_object (&self->session, session);
  if (self->drag != NULL)
    waymark_graph_drag_set_session (self->drag, session);
  if (session != NULL)
    {
      add_keeper (self);
      update_page (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
show_rename (WaymarkAlignmentView *self, WaymarkGraphSpot spot)
{
  OkrItem *item = waymark_alignment_view_get_item (self, spot);
  const GdkRectangle area = waymark_alignment_view_get_area (self, spot);

  if (item != NULL)
    waymark_rename_popover_show (GTK_WIDGET (self), &area, self->session, item);
}

/* What is new has to be laid out first, and what is out of sight to come into it. */
static gboolean
on_rename_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (self->keeper != NULL && (waymark_graph_keeper_is_busy (self->keeper) ||
                               waymark_graph_canvas_is_moving (self->canvas)))
    return G_SOURCE_CONTINUE;

  self->rename_id = 0;
  if (self->keeper != NULL)
    show_rename (self, waymark_alignment_view_get_spot (self));

  return G_SOURCE_REMOVE;
}

void
waymark_alignment_view_rename (WaymarkAlignmentView *self)
{
  g_return_if_fail (WAYMARK_IS_ALIGNMENT_VIEW (self));

  if (self->keeper == NULL || self->rename_id != 0 ||
      waymark_session_get_selected (self->session) == NULL)
    return;

  waymark_graph_canvas_reveal (self->canvas, waymark_alignment_view_get_spot (self));
  self->rename_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_rename_tick_cb, NULL, NULL);
}
