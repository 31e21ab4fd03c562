/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-alignment-view.h"
#include "waymark-graph-canvas.h"
#include "waymark-graph-drag.h"
#include "waymark-graph-keeper.h"
#include "waymark-graph-minimap.h"

G_BEGIN_DECLS

struct _WaymarkAlignmentView
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  WaymarkGraphCanvas *canvas;
  WaymarkGraphMinimap *minimap;
  GtkWidget *minimap_frame;
  GtkWidget *branch_button;
  GtkWidget *menu_button;
  GMenuModel *graph_menu; /* of the whole graph */
  GMenuModel *item_menu;  /* what the context menu has more than the list's */

  WaymarkSession *session;
  WaymarkGraphKeeper *keeper;
  WaymarkGraphDrag *drag;
  gboolean at_mission; /* the keyboard stands at the mission, which is no item to select */
  double press_x;      /* where panning began */
  double press_y;
  double panned_x;
  double panned_y;
  double zoom_before; /* when two fingers went down */
  gboolean is_panning;
  guint rename_id;
};

OkrPicture *waymark_alignment_view_get_picture (WaymarkAlignmentView *self);

/* What is selected, or the mission. */
WaymarkGraphSpot waymark_alignment_view_get_spot (WaymarkAlignmentView *self);
OkrItem *waymark_alignment_view_get_item (WaymarkAlignmentView *self, WaymarkGraphSpot spot);
void waymark_alignment_view_select (WaymarkAlignmentView *self, WaymarkGraphSpot spot);

/* The place of a box or a row in the view, to point at. */
GdkRectangle waymark_alignment_view_get_area (WaymarkAlignmentView *self, WaymarkGraphSpot spot);

void waymark_alignment_view_update_actions (WaymarkAlignmentView *self);
void waymark_alignment_view_install_actions (GtkWidgetClass *widget_class);
void waymark_alignment_view_add_menus (WaymarkAlignmentView *self);
void waymark_alignment_view_add_keys (WaymarkAlignmentView *self);
void waymark_alignment_view_add_pointer (WaymarkAlignmentView *self);
void waymark_alignment_view_popup_menu (WaymarkAlignmentView *self, const GdkRectangle *at,
                                        gboolean at_pointer);
/* The menu of the whole graph. */
void waymark_alignment_view_popup_graph_menu (WaymarkAlignmentView *self, const GdkRectangle *at,
                                              gboolean at_pointer);
void waymark_alignment_view_zoom (WaymarkAlignmentView *self, double scale, double x, double y,
                                  gboolean animate);

G_END_DECLS
