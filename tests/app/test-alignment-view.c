/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "alignment-fixture.h"
#include "test-plans.h"
#include "waymark-graph-box.h"

static void
step (AlignmentFixture *self, WaymarkGraphStep way)
{
  waymark_alignment_view_select (
      self->view, waymark_graph_walk (waymark_alignment_view_get_picture (self->view),
                                      waymark_alignment_view_get_spot (self->view), way));
}

static void
assert_selected (AlignmentFixture *self, const char *title)
{
  OkrItem *item = waymark_session_get_selected (self->session);

  g_assert_nonnull (item);
  g_assert_true (g_str_has_prefix (okr_item_get_title (item), title));
}

static void
test_walk (AlignmentFixture *self, gconstpointer data)
{
  waymark_session_set_selected (self->session, alignment_find (self, "Make mobile"));
  step (self, WAYMARK_GRAPH_STEP_TOWARDS);
  assert_selected (self, "Revenue from repeat");
  step (self, WAYMARK_GRAPH_STEP_TOWARDS);
  assert_selected (self, "Grow into");
  step (self, WAYMARK_GRAPH_STEP_TOWARDS);
  g_assert_null (waymark_session_get_selected (self->session));
  g_assert_true (self->view->at_mission);
  step (self, WAYMARK_GRAPH_STEP_AWAY);
  g_assert_nonnull (waymark_session_get_selected (self->session));
  waymark_session_set_selected (self->session, alignment_find (self, "Revenue from repeat"));
  step (self, WAYMARK_GRAPH_STEP_AWAY);
  g_assert_true (OKR_IS_OBJECTIVE (waymark_session_get_selected (self->session)));
  waymark_session_set_selected (self->session, alignment_find (self, "Grow into"));
  step (self, WAYMARK_GRAPH_STEP_DOWN);
  assert_selected (self, "Revenue from repeat");
  step (self, WAYMARK_GRAPH_STEP_UP);
  assert_selected (self, "Grow into");
}

/* Down from the top of a column every head and row of it comes once, and up again. */
static void
test_walk_column (AlignmentFixture *self, gconstpointer data)
{
  const OkrPicture *picture = waymark_alignment_view_get_picture (self->view);
  WaymarkGraphSpot spot = waymark_graph_walk (picture, alignment_spot_of (self, "Make mobile"),
                                              WAYMARK_GRAPH_STEP_FIRST);
  const WaymarkGraphSpot first = spot;
  guint n_wanted = 0;
  guint n = 1;

  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);

      if (box->layer == okr_picture_get_box (picture, first.box)->layer)
        n_wanted += 1 + box->n_rows;
    }
  for (WaymarkGraphSpot next = spot; n <= n_wanted; n++, spot = next)
    {
      next = waymark_graph_walk (picture, spot, WAYMARK_GRAPH_STEP_DOWN);
      if (waymark_graph_spot_equal (next, spot))
        break;
    }
  g_assert_cmpuint (n, ==, n_wanted);
  for (; n > 1; n--)
    spot = waymark_graph_walk (picture, spot, WAYMARK_GRAPH_STEP_UP);
  g_assert_true (waymark_graph_spot_equal (spot, first));
}

static void
test_path (AlignmentFixture *self, gconstpointer data)
{
  const WaymarkGraphMarks *marks = waymark_graph_canvas_get_marks (self->view->canvas);

  waymark_session_set_selected (self->session, alignment_find (self, "Make mobile"));
  g_assert_true (marks->on_path[alignment_spot_of (self, "Make mobile").box]);
  g_assert_true (marks->on_path[alignment_spot_of (self, "Grow into").box]);
  g_assert_true (marks->on_path[alignment_spot_of (self, "Checkout feels").box]);
  g_assert_false (marks->on_path[alignment_spot_of (self, "Customers stay").box]);
  waymark_session_set_selected (self->session, NULL);
  g_assert_false (marks->on_path[alignment_spot_of (self, "Grow into").box]);
}

static void
test_dimming (AlignmentFixture *self, gconstpointer data)
{
  const WaymarkGraphMarks *marks = waymark_graph_canvas_get_marks (self->view->canvas);

  waymark_session_set_search (self->session, "conversion");
  g_assert_false (marks->dimmed[alignment_spot_of (self, "Make mobile").box]);
  g_assert_true (marks->dimmed[alignment_spot_of (self, "Customers stay").box]);
  waymark_session_set_search (self->session, "");
  g_assert_false (marks->dimmed[alignment_spot_of (self, "Customers stay").box]);
}

/* Every hit comes once before the first one comes again, in both directions. */
static void
test_hits (AlignmentFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  OkrItem *first;
  guint n = 0;

  g_assert_false (waymark_alignment_view_go_to_hit (self->view, 1));
  waymark_session_set_search (self->session, "conversion");
  g_assert_true (waymark_alignment_view_go_to_hit (self->view, 1));
  first = waymark_session_get_selected (self->session);
  do
    {
      OkrItem *item = waymark_session_get_selected (self->session);

      g_assert_true (g_hash_table_add (seen, item));
      g_assert_true (waymark_session_meets_filter (self->session, item));
      waymark_alignment_view_go_to_hit (self->view, 1);
    }
  while (waymark_session_get_selected (self->session) != first && n++ < 100);
  g_assert_cmpuint (g_hash_table_size (seen), >=, 2);
  waymark_alignment_view_go_to_hit (self->view, -1);
  waymark_alignment_view_go_to_hit (self->view, 1);
  g_assert_true (waymark_session_get_selected (self->session) == first);
  waymark_session_set_search (self->session, "nothing is called like this");
  g_assert_false (waymark_alignment_view_go_to_hit (self->view, 1));
}

static void
test_drop (AlignmentFixture *self, gconstpointer data)
{
  OkrObjective *objective = OKR_OBJECTIVE (alignment_find (self, "Make mobile"));
  g_autofree char *before = g_strdup (okr_objective_get_contributes_to (objective)[0]);
  OkrItem *target = alignment_find (self, "Orders without");

  g_assert_true (waymark_graph_drag_drop (self->view->drag, OKR_ITEM (objective),
                                          alignment_spot_of (self, "Orders without")));
  g_assert_cmpstr (okr_objective_get_contributes_to (objective)[0], ==, okr_item_get_id (target));
  alignment_settle (self);
  assert_selected (self, "Make mobile");

  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_cmpstr (okr_objective_get_contributes_to (objective)[0], ==, before);
  alignment_settle (self);
}

static void
test_drop_refused (AlignmentFixture *self, gconstpointer data)
{
  OkrItem *objective = alignment_find (self, "Make mobile");
  const OkrHistory *history = okr_plan_get_history (self->plan);

  g_assert_false (waymark_graph_drag_drop (self->view->drag, objective,
                                           alignment_spot_of (self, "Steps to pay")));
  g_assert_nonnull (self->problem);
  g_assert_false (okr_history_can_undo ((OkrHistory *) history));
}

/* On the mission an objective ends what it contributed to first. */
static void
test_drop_on_mission (AlignmentFixture *self, gconstpointer data)
{
  OkrObjective *objective = OKR_OBJECTIVE (alignment_find (self, "Make mobile"));
  const WaymarkGraphSpot mission =
      waymark_graph_find (waymark_alignment_view_get_picture (self->view), NULL,
                          OKR_PICTURE_MISSION);
  const char *const *ids;

  g_assert_true (waymark_graph_drag_drop (self->view->drag, OKR_ITEM (objective), mission));
  ids = okr_objective_get_contributes_to (objective);
  g_assert_true (ids == NULL || ids[0] == NULL);
  alignment_settle (self);
}

static void
test_fold (AlignmentFixture *self, gconstpointer data)
{
  const OkrPicture *picture;
  WaymarkGraphSpot spot;

  waymark_session_set_selected (self->session, alignment_find (self, "Raise mobile"));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "graph.fold", NULL);
  alignment_settle (self);
  picture = waymark_alignment_view_get_picture (self->view);
  spot = waymark_alignment_view_get_spot (self->view);
  g_assert_cmpint (spot.row, ==, -1);
  g_assert_cmpuint (okr_picture_get_box (picture, spot.box)->n_rows, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "graph.fold-all", NULL);
  alignment_settle (self);
  picture = waymark_alignment_view_get_picture (self->view);
  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    g_assert_cmpuint (okr_picture_get_box (picture, i)->n_rows, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "graph.unfold-all", NULL);
  alignment_settle (self);
  g_assert_cmpint (waymark_alignment_view_get_spot (self->view).row, >=, 0);
}

/* All is as it was when one comes back. */
static void
test_branch (AlignmentFixture *self, gconstpointer data)
{
  g_autoptr (OkrPicture) before = okr_picture_ref (waymark_alignment_view_get_picture (self->view));
  const guint n = okr_picture_get_n_boxes (before);

  waymark_session_set_selected (self->session, alignment_find (self, "New customers"));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "graph.branch", NULL);
  alignment_settle (self);
  g_assert_cmpuint (alignment_spot_of (self, "New customers").box, !=, WAYMARK_GRAPH_NOWHERE);
  g_assert_cmpuint (alignment_spot_of (self, "Customers stay").box, !=, WAYMARK_GRAPH_NOWHERE);
  g_assert_cmpuint (alignment_spot_of (self, "Grow into").box, ==, WAYMARK_GRAPH_NOWHERE);
  g_assert_true (gtk_widget_get_visible (self->view->branch_button));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "graph.show-everything", NULL);
  alignment_settle (self);
  g_assert_cmpuint (okr_picture_get_n_boxes (waymark_alignment_view_get_picture (self->view)), ==,
                    n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (
        okr_picture_get_box (waymark_alignment_view_get_picture (self->view), i)->rect.y,
        okr_picture_get_box (before, i)->rect.y, 0.01);
}

static void
test_edits (AlignmentFixture *self, gconstpointer data)
{
  OkrItem *objective = alignment_find (self, "Make mobile");
  const OkrPicture *picture = waymark_alignment_view_get_picture (self->view);
  g_autoptr (GError) error = NULL;

  okr_edit_set_text (self->plan, objective, "title", "Another title", &error);
  g_assert_no_error (error);
  g_assert_true (waymark_alignment_view_get_picture (self->view) == picture);
  g_assert_cmpstr (okr_picture_get_box (picture, alignment_spot_of (self, "Another").box)->title,
                   ==, "Another title");

  okr_edit_delete (self->plan, objective, &error);
  g_assert_no_error (error);
  alignment_settle (self);
  g_assert_true (waymark_alignment_view_get_picture (self->view) != picture);
  g_assert_true (okr_plan_undo (self->plan, NULL));
  alignment_settle (self);
  g_assert_cmpuint (alignment_spot_of (self, "Another").box, !=, WAYMARK_GRAPH_NOWHERE);
}

/* Even right after the start, what one works on stays where it is on the screen. */
static void
test_anchor (AlignmentFixture *self, gconstpointer data)
{
  GdkRectangle before;
  GdkRectangle after;

  waymark_session_set_selected (self->session, alignment_find (self, "Grow into"));
  alignment_settle (self);
  before =
      waymark_graph_canvas_get_area (self->view->canvas, alignment_spot_of (self, "Grow into"));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "graph.fold", NULL);
  alignment_settle (self);
  after = waymark_graph_canvas_get_area (self->view->canvas, alignment_spot_of (self, "Grow into"));
  g_assert_cmpint (ABS (after.x - before.x), <=, 1);
  g_assert_cmpint (ABS (after.y - before.y), <=, 1);
}

/* What is selected comes into sight, right after the start as well. */
static void
test_reveal (AlignmentFixture *self, gconstpointer data)
{
  const OkrPicture *picture = waymark_alignment_view_get_picture (self->view);
  const WaymarkGraphViewport *viewport = waymark_graph_canvas_get_viewport (self->view->canvas);
  WaymarkGraphRect seen;
  guint lowest = 0;

  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      if (okr_picture_get_box (picture, i)->rect.y > okr_picture_get_box (picture, lowest)->rect.y)
        lowest = i;
    }
  seen = waymark_graph_viewport_get_visible (viewport);
  g_assert_cmpfloat (okr_picture_get_box (picture, lowest)->rect.y, >, seen.y + seen.height);
  waymark_alignment_view_select (self->view, (WaymarkGraphSpot){ lowest, -1 });
  alignment_settle (self);
  seen = waymark_graph_viewport_get_visible (viewport);
  g_assert_cmpfloat (okr_picture_get_box (picture, lowest)->rect.y, <, seen.y + seen.height);
}

typedef struct
{
  AlignmentFixture *fixture;
  double place; /* of what was moved, when the map was painted last */
} Painted;

static double
get_place (AlignmentFixture *self)
{
  return okr_picture_get_box (waymark_alignment_view_get_picture (self->view),
                              alignment_spot_of (self, "Make mobile").box)
      ->rect.y;
}

static void
note_place (GtkWidget *map, cairo_t *cr, gpointer data)
{
  Painted *painted = data;

  painted->place = get_place (painted->fixture);
}

/* The map does not stay as it was while boxes moved. */
static void
test_map (AlignmentFixture *self, gconstpointer data)
{
  Painted painted = { self, -1 };
  WaymarkGraphViewport viewport = *waymark_graph_canvas_get_viewport (self->view->canvas);

  /* Near enough to need a map. */
  waymark_graph_viewport_zoom (&viewport, 2, 500, 350);
  waymark_graph_canvas_go_to (self->view->canvas, &viewport, FALSE);
  waymark_graph_minimap_set_paint (self->view->minimap, note_place, &painted);
  while (painted.place < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waymark_graph_drag_drop (self->view->drag, alignment_find (self, "Make mobile"),
                                          alignment_spot_of (self, "Orders without")));
  alignment_settle (self);
  while (fabs (painted.place - get_place (self)) > 0.5)
    g_main_context_iteration (NULL, TRUE);
  waymark_graph_minimap_set_paint (self->view->minimap, NULL, NULL);
}

/* From right to left the mission is at the right, and so is the way to it. */
static void
test_mirrored (AlignmentFixture *self, gconstpointer data)
{
  const OkrPicture *picture;
  WaymarkGraphSpot mission;

  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_RTL);
  alignment_settle (self);
  picture = waymark_alignment_view_get_picture (self->view);
  mission = waymark_graph_find (picture, NULL, OKR_PICTURE_MISSION);
  g_assert_true (okr_picture_is_mirrored (picture));
  g_assert_cmpfloat (
      okr_picture_get_box (picture, mission.box)->rect.x, >,
      okr_picture_get_box (picture, alignment_spot_of (self, "Grow into").box)->rect.x);
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = WAYMARK_IS_GRAPH_BOX (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);

  return n;
}

/* Nobody waits for thousands of widgets, however little of them is in sight. */
static void
test_large (AlignmentFixture *self, gconstpointer data)
{
  const double scales[] = { 0.01, 0.3, 1, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      WaymarkGraphViewport viewport = *waymark_graph_canvas_get_viewport (self->view->canvas);

      waymark_graph_viewport_zoom (&viewport, scales[i], 500, 350);
      waymark_graph_canvas_go_to (self->view->canvas, &viewport, FALSE);
      alignment_settle (self);
      g_assert_cmpuint (count_widgets (GTK_WIDGET (self->view)), <, 600);
    }
}

static void
test_empty (AlignmentFixture *self, gconstpointer data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (self->view->stack)), ==, "graph");
  waymark_session_set_plan (self->session, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (self->view->stack)), ==, "empty");
  waymark_session_set_plan (self->session, self->plan);
  alignment_settle (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (self->view->stack)), ==, "graph");
}

#define ADD(path, function) \
  g_test_add (path, AlignmentFixture, NULL, alignment_set_up, function, alignment_tear_down)

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

  ADD ("/alignment-view/walk", test_walk);
  ADD ("/alignment-view/walk-column", test_walk_column);
  ADD ("/alignment-view/path", test_path);
  ADD ("/alignment-view/dimming", test_dimming);
  ADD ("/alignment-view/hits", test_hits);
  ADD ("/alignment-view/drop", test_drop);
  ADD ("/alignment-view/drop-refused", test_drop_refused);
  ADD ("/alignment-view/drop-on-mission", test_drop_on_mission);
  ADD ("/alignment-view/fold", test_fold);
  ADD ("/alignment-view/branch", test_branch);
  ADD ("/alignment-view/edits", test_edits);
  ADD ("/alignment-view/anchor", test_anchor);
  ADD ("/alignment-view/map", test_map);
  ADD ("/alignment-view/mirrored", test_mirrored);
  ADD ("/alignment-view/empty", test_empty);
  g_test_add ("/alignment-view/large", AlignmentFixture, GUINT_TO_POINTER (1000),
              alignment_set_up_large, test_large, alignment_tear_down);
  g_test_add ("/alignment-view/reveal", AlignmentFixture, GUINT_TO_POINTER (100),
              alignment_set_up_large, test_reveal, alignment_tear_down);

  return g_test_run ();
}
