/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the graph as a whole and with what is selected in it. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-item-text.h"
#include "waymark-alignment-view-private.h"
#include "waymark-explain.h"
#include "waymark-item-menu.h"
#include "waymark-popover.h"
#include "waymark-zoom.h"

void
waymark_alignment_view_zoom (WaymarkAlignmentView *self, double scale, double x, double y,
                             gboolean animate)
{
  WaymarkGraphViewport next = *(animate ? waymark_graph_canvas_get_target (self->canvas)
                                        : waymark_graph_canvas_get_viewport (self->canvas));

  waymark_graph_viewport_zoom (&next, scale, x, y);
  waymark_graph_canvas_go_to (self->canvas, &next, animate);
}

/* Around what is selected and in sight, else around the middle. */
static void
zoom_to (WaymarkAlignmentView *self, double scale)
{
  const WaymarkGraphViewport *viewport = waymark_graph_canvas_get_target (self->canvas);

  waymark_alignment_view_zoom (self, scale, viewport->width / 2,
                               (viewport->height + viewport->top) / 2, TRUE);
}

static double
find_step (WaymarkAlignmentView *self, int direction)
{
  return waymark_zoom_step (waymark_graph_canvas_get_target (self->canvas)->scale, direction,
                            WAYMARK_GRAPH_MIN_SCALE, WAYMARK_GRAPH_MAX_SCALE);
}

static void
zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  zoom_to (self, find_step (self, 1));
}

static void
zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  zoom_to (self, find_step (self, -1));
}

static void
zoom_normal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  zoom_to (self, waymark_graph_canvas_get_normal_scale (self->canvas));
}

static void
zoom_fit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);
  WaymarkGraphViewport next = *waymark_graph_canvas_get_target (self->canvas);

  waymark_graph_viewport_fit (&next,
                              &(WaymarkGraphRect){ 0, 0, next.scene_width, next.scene_height },
                              waymark_graph_canvas_get_normal_scale (self->canvas));
  waymark_graph_canvas_go_to (self->canvas, &next, TRUE);
}

/* The objective that is selected, or whose key result is. */
static OkrItem *
get_objective (WaymarkAlignmentView *self)
{
  OkrItem *item = self->session != NULL ? waymark_session_get_selected (self->session) : NULL;

  if (OKR_IS_KEY_RESULT (item))
    item = okr_item_get_parent (item);

  return OKR_IS_OBJECTIVE (item) ? item : NULL;
}

static void
fold (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);
  OkrItem *objective = get_objective (self);
  const char *id = objective != NULL ? okr_item_get_id (objective) : NULL;

  if (id == NULL || self->keeper == NULL)
    return;

  waymark_graph_keeper_set_folded (self->keeper, id,
                                   !waymark_graph_keeper_get_folded (self->keeper, id));
  waymark_alignment_view_update_actions (self);
}

static void
fold_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (self->keeper == NULL)
    return;

  waymark_graph_keeper_set_fold_all (self->keeper, g_str_equal (name, "graph.fold-all"));
  waymark_alignment_view_update_actions (self);
}

static void
focus_on_branch (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);
  OkrItem *objective = get_objective (self);

  if (objective == NULL || self->keeper == NULL)
    return;

  waymark_graph_keeper_set_branch (self->keeper, okr_item_get_id (objective));
  zoom_fit (widget, name, NULL);
  waymark_alignment_view_update_actions (self);
}

static void
show_everything (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (self->keeper == NULL)
    return;

  waymark_graph_keeper_set_branch (self->keeper, NULL);
  waymark_alignment_view_update_actions (self);
}

static void
tidy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);

  if (self->keeper != NULL)
    waymark_graph_keeper_tidy (self->keeper);
}

static void
export_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_alignment_view_export (WAYMARK_ALIGNMENT_VIEW (widget));
}

static void
explain (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkAlignmentView *self = WAYMARK_ALIGNMENT_VIEW (widget);
  OkrItem *item = self->session != NULL ? waymark_session_get_selected (self->session) : NULL;
  g_autofree char *text = NULL;
  GdkRectangle area;

  if (item == NULL)
    return;

  text = waymark_explain_dup_item (waymark_session_get_plan (self->session), item);
  area = waymark_alignment_view_get_area (self, waymark_alignment_view_get_spot (self));
  if (text != NULL)
    waymark_popover_show_text (GTK_WIDGET (self), &area, okr_item_text_get_title (item), text);
}

void
waymark_alignment_view_update_actions (WaymarkAlignmentView *self)
{
  OkrItem *objective = get_objective (self);
  const gboolean has_picture = waymark_alignment_view_get_picture (self) != NULL;
  const gboolean is_branch =
      self->keeper != NULL && waymark_graph_keeper_get_branch (self->keeper) != NULL;
  const gboolean is_folded =
      self->keeper != NULL && waymark_graph_keeper_get_fold_all (self->keeper);
  const struct
  {
    const char *name;
    gboolean enabled;
  } states[] = {
    { "graph.fold", has_picture && objective != NULL },
    { "graph.branch", has_picture && objective != NULL && !is_branch },
    { "graph.show-everything", is_branch },
    { "graph.fold-all", has_picture && !is_folded },
    { "graph.unfold-all", has_picture && is_folded },
    { "graph.tidy", has_picture },
    { "graph.export", has_picture },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), states[i].name, states[i].enabled);
  gtk_widget_set_visible (self->branch_button, is_branch);
}

static void
append_when_enabled (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static void
append_graph_entries (GMenu *menu)
{
  append_when_enabled (menu, _ ("Show _Everything"), "graph.show-everything");
  append_when_enabled (menu, _ ("_Hide All Key Results"), "graph.fold-all");
  append_when_enabled (menu, _ ("S_how All Key Results"), "graph.unfold-all");
  g_menu_append (menu, _ ("Tid_y Up"), "graph.tidy");
  g_menu_append (menu, _ ("E_xport Picture…"), "graph.export");
}

static GMenuModel *
new_item_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Fold or Unfold Key Results"), "graph.fold");
  g_menu_append (menu, _ ("Focus on This _Branch"), "graph.branch");
  append_graph_entries (menu);

  return G_MENU_MODEL (menu);
}

void
waymark_alignment_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "graph.zoom-in", zoom_in },
    { "graph.zoom-out", zoom_out },
    { "graph.zoom-normal", zoom_normal },
    { "graph.zoom-fit", zoom_fit },
    { "graph.fold", fold },
    { "graph.fold-all", fold_all },
    { "graph.unfold-all", fold_all },
    { "graph.branch", focus_on_branch },
    { "graph.show-everything", show_everything },
    { "graph.tidy", tidy },
    { "graph.export", export_picture },
    { "view.explain", explain },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

void
waymark_alignment_view_add_menus (WaymarkAlignmentView *self)
{
  GMenu *menu = g_menu_new ();

  append_graph_entries (menu);
  self->graph_menu = G_MENU_MODEL (menu);
  self->item_menu = new_item_menu ();
  waymark_alignment_view_update_actions (self);
}

void
waymark_alignment_view_popup_graph_menu (WaymarkAlignmentView *self, const GdkRectangle *at,
                                         gboolean at_pointer)
{
  waymark_popover_show_menu (self->graph_menu, GTK_WIDGET (self), at, at_pointer);
}

void
waymark_alignment_view_popup_menu (WaymarkAlignmentView *self, const GdkRectangle *at,
                                   gboolean at_pointer)
{
  if (self->session == NULL)
    return;
  if (waymark_session_get_selected (self->session) != NULL)
    waymark_item_menu_popup_with (GTK_WIDGET (self), at, at_pointer, self->item_menu);
  else
    waymark_alignment_view_popup_graph_menu (self, at, at_pointer);
}
