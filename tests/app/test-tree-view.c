/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "tree-fixture.h"
#include "waymark-rename-popover.h"
#include "waymark-status-style.h"
#include "waymark-text.h"
#include "waymark-tree-cell.h"
#include "waymark-tree-view.h"
#include "widget-drawing.h"

static OkrPlan *
new_large_plan (guint n)
{
  OkrPlan *plan = okr_plan_new ();
  const OkrField *objectives = okr_item_find_field (OKR_ITEM (plan), "objectives");

  okr_plan_begin (plan, "Fill");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("o-%u", i);
      g_autofree char *title = g_strdup_printf ("Objective %u", i);
      g_autoptr (OkrItem) objective = okr_item_new (OKR_TYPE_OBJECTIVE, id);

      okr_plan_insert (plan, OKR_ITEM (plan), objectives, i, objective, NULL);
      okr_edit_set_text (plan, objective, "title", title, NULL);
      for (guint j = 0; j < 4; j++)
        {
          g_autofree char *kr_id = g_strdup_printf ("k-%u-%u", i, j);
          g_autoptr (OkrItem) kr = okr_item_new (OKR_TYPE_KEY_RESULT, kr_id);

          okr_edit_insert (plan, objective, G_MAXUINT, kr, NULL);
        }
      /* Three levels: a tenth at the top. */
      if (i >= n / 10)
        {
          g_autofree char *parent = g_strdup_printf ("k-%u-%u", i / 10, i % 4);
          const char *parents[] = { parent, NULL };

          okr_edit_set_strings (plan, objective, "contributesTo", parents, NULL);
        }
    }
  okr_plan_end (plan);

  return plan;
}

static void
iterate (void)
{
  for (guint i = 0; i < 5; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
wait_for_frames (GtkWidget *window, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  const gint64 end = gdk_frame_clock_get_frame_counter (clock) + n;

  while (gdk_frame_clock_get_frame_counter (clock) < end)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
show (WaymarkSession *session, GtkWidget **view)
{
  GtkWidget *window = adw_window_new ();

  *view = waymark_tree_view_new ();
  waymark_tree_view_set_session (WAYMARK_TREE_VIEW (*view), session);
  adw_window_set_content (ADW_WINDOW (window), *view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window, 2);

  return window;
}

static double
measure_opening (guint n)
{
  g_autoptr (OkrPlan) plan = new_large_plan (n);
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  g_autoptr (GTimer) timer = g_timer_new ();
  GtkWidget *view;
  GtkWidget *window = show (session, &view);
  double ready;
  double shown;

  g_timer_start (timer);
  waymark_session_set_plan (session, plan);
  ready = g_timer_elapsed (timer, NULL) * 1000;
  wait_for_frames (window, 1);
  shown = g_timer_elapsed (timer, NULL) * 1000;
  g_test_message ("%u objectives: rows after %.1f ms, drawn after %.1f ms", n, ready, shown);

  g_timer_start (timer);
  okr_edit_set_strings (plan, okr_plan_find (plan, "o-7"), "contributesTo",
                        (const char *const[]){ "k-3-1", NULL }, NULL);
  g_test_message ("  aligned after %.1f ms", g_timer_elapsed (timer, NULL) * 1000);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  return ready;
}

static void
test_large (void)
{
  /* Figures are for the benchmark; here only what would be a mistake in the order of growth. */
  g_assert_cmpfloat (measure_opening (1000), <, 3000);
  if (g_test_slow ())
    measure_opening (10000);
}

static WaymarkTreeCell *
find_cell (GtkWidget *widget, OkrItem *item)
{
  if (WAYMARK_IS_TREE_CELL (widget) &&
      waymark_tree_cell_get_item (WAYMARK_TREE_CELL (widget)) == item)
    return WAYMARK_TREE_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      WaymarkTreeCell *cell = find_cell (child, item);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

static void
test_view (void)
{
  OkrPlan *plan = tree_new_plan ();
  WaymarkSession *session = waymark_session_new ();
  OkrItem *objective = tree_find (plan, "A");
  g_autoptr (GError) error = NULL;
  WaymarkTreeCell *cell;
  GtkWidget *view;
  GtkWidget *window;

  waymark_session_set_plan (session, plan);
  window = show (session, &view);
  cell = find_cell (view, objective);
  g_assert_nonnull (cell);
  g_assert_cmpstr (waymark_tree_cell_get_text (cell), ==, "A");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (waymark_tree_cell_get_row_widget (cell)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Level 1, expanded");

  okr_edit_set_text (plan, objective, "title", "Another title", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (waymark_tree_cell_get_text (cell), ==, "Another title");
  okr_plan_undo (plan, NULL);
  g_assert_cmpstr (waymark_tree_cell_get_text (cell), ==, "A");

  waymark_session_set_selected (session, objective);
  okr_edit_delete (plan, objective, &error);
  g_assert_no_error (error);
  wait_for_frames (window, 1);
  okr_plan_undo (plan, NULL);
  waymark_session_set_plan (session, NULL);
  wait_for_frames (window, 1);

  g_object_ref (view);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_finalize_object (view);
  g_assert_finalize_object (session);
  g_assert_finalize_object (plan);
}

static gboolean
shows_color (GtkWidget *view, const GdkRGBA *color, GdkRectangle *box)
{
  wait_for_frames (GTK_WIDGET (gtk_widget_get_root (view)), 3);

  return widget_drawing_find_color (view, gtk_widget_get_width (view), gtk_widget_get_height (view),
                                    color, box);
}

/* Without its column the status is told by more than the colour of a bar, still. */
static void
test_status_hidden (void)
{
  g_autoptr (OkrPlan) plan = test_example_plan ();
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  const GdkRGBA *color = &waymark_status_style_get (OKR_STATUS_ON_TRACK)->text;
  GdkRectangle pills;
  GdkRectangle marks;
  GtkWidget *view;
  GtkWidget *window;

  waymark_session_set_plan (session, plan);
  window = show (session, &view);
  g_assert_true (shows_color (view, color, &pills));
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  g_assert_true (shows_color (view, color, &marks));
  g_test_message ("pills %d px wide, shapes %d px", pills.width, marks.width);
  g_assert_cmpint (marks.width, <, 20);
  g_assert_cmpint (gtk_widget_get_width (view), <, 500);
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
measure_cell (WaymarkTreeColumn column)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *cell = waymark_tree_cell_new (column);
  int natural;

  adw_window_set_content (ADW_WINDOW (window), cell);
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));

  return natural;
}

/* What usually stands in a column is not cut, in whatever font. */
static void
test_wide_font (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;
  GtkWidget *label;
  GtkWidget *window;
  int value;
  int pill;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "DejaVu Sans 10", NULL);
  window = adw_window_new ();
  label = gtk_label_new (NULL);
  adw_window_set_content (ADW_WINDOW (window), label);
  value = waymark_text_measure (label, WAYMARK_TEXT_FIGURE_BOLD, "120 shops");
  pill = waymark_text_measure (label, WAYMARK_TEXT_SMALL_BOLD, "Not counted");
  g_assert_cmpint (value, >, 0);
  g_assert_cmpint (measure_cell (WAYMARK_TREE_COLUMN_VALUE), >=, value);
  /* The ends and the shape before the text need more than two letters, too. */
  g_assert_cmpint (measure_cell (WAYMARK_TREE_COLUMN_STATUS), >=,
                   pill + (int) (2 * waymark_text_get_em (label)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_set (settings, "gtk-font-name", font, NULL);
}

static void
test_rename (TreeFixture *self, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *window = show (self->session, &view);
  OkrItem *item = tree_find (self->plan, "B1");
  GtkWidget *popover;
  GtkEditable *entry;

  waymark_session_set_selected (self->session, item);
  waymark_tree_view_rename (WAYMARK_TREE_VIEW (view));
  popover = g_object_ref (gtk_widget_get_last_child (view));
  g_assert_true (WAYMARK_IS_RENAME_POPOVER (popover));
  wait_for_frames (window, 1);
  entry = waymark_rename_popover_get_entry (WAYMARK_RENAME_POPOVER (popover));
  gtk_editable_set_text (entry, "Another title");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (waymark_tree_cell_get_text (find_cell (view, item)), ==, "Another title");

  while (WAYMARK_IS_RENAME_POPOVER (gtk_widget_get_last_child (view)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (popover);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

/* The popover points at the row, wherever that was when it was asked for. */
static void
test_rename_out_of_sight (void)
{
  g_autoptr (OkrPlan) plan = new_large_plan (3000);
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  GtkWidget *view;
  GtkWidget *window = show (session, &view);
  OkrItem *item = okr_plan_find (plan, "o-299");
  GdkRectangle area;
  graphene_rect_t bounds;

  waymark_session_set_plan (session, plan);
  wait_for_frames (window, 3);
  g_assert_null (find_cell (view, item));
  waymark_session_set_selected (session, item);
  waymark_tree_view_rename (WAYMARK_TREE_VIEW (view));
  while (!WAYMARK_IS_RENAME_POPOVER (gtk_widget_get_last_child (view)))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (
      gtk_popover_get_pointing_to (GTK_POPOVER (gtk_widget_get_last_child (view)), &area));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_cell (view, item)), view, &bounds));
  g_assert_cmpint (area.y, ==, (int) bounds.origin.y);
  g_assert_cmpint (area.height, ==, (int) bounds.size.height);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static void
test_pages (TreeFixture *self, gconstpointer data)
{
  g_autoptr (OkrPlan) empty = okr_plan_new ();
  GtkWidget *view;
  GtkWidget *window = show (self->session, &view);
  GtkStack *stack =
      GTK_STACK (gtk_widget_get_template_child (view, WAYMARK_TYPE_TREE_VIEW, "stack"));

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "rows");
  waymark_session_set_search (self->session, "nothing is called like this");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-match");
  /* Where there is nothing to find, searching is not what one needs. */
  waymark_session_set_plan (self->session, empty);
  waymark_session_set_search (self->session, "nothing is called like this");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static GtkColumnView *
get_table (GtkWidget *view)
{
  return GTK_COLUMN_VIEW (gtk_widget_get_template_child (view, WAYMARK_TYPE_TREE_VIEW, "table"));
}

static GtkColumnViewColumn *
get_column (GtkWidget *view, guint position)
{
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (get_table (view)), position);

  return column;
}

static GtkOrdering
compare (TreeFixture *self, GtkWidget *view, const char *a, const char *b)
{
  return gtk_sorter_compare (gtk_column_view_get_sorter (get_table (view)),
                             tree_find (self->plan, a), tree_find (self->plan, b));
}

/* Widths and order are those of the window before. */
static void
test_layout (TreeFixture *self, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *window = show (self->session, &view);

  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 4)), ==, -1);
  gtk_column_view_column_set_fixed_width (get_column (view, 4), 187);
  gtk_column_view_sort_by_column (get_table (view), get_column (view, 3), GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (get_table (view), get_column (view, 0), GTK_SORT_DESCENDING);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  window = show (self->session, &view);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 4)), ==, 187);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 3)), ==, -1);
  g_assert_cmpint (compare (self, view, "A", "B"), ==, GTK_ORDERING_LARGER);
  gtk_column_view_sort_by_column (get_table (view), NULL, GTK_SORT_ASCENDING);
  gtk_column_view_column_set_fixed_width (get_column (view, 4), -1);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  window = show (self->session, &view);
  g_assert_cmpint (compare (self, view, "A", "B"), ==, GTK_ORDERING_EQUAL);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 4)), ==, -1);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  TREE_TEST_ADD ("/tree/rename", test_rename);
  g_test_add_func ("/tree/rename-out-of-sight", test_rename_out_of_sight);
  TREE_TEST_ADD ("/tree/pages", test_pages);
  g_test_add_func ("/tree/status-hidden", test_status_hidden);
  TREE_TEST_ADD ("/tree/layout", test_layout);
  g_test_add_func ("/tree/wide-font", test_wide_font);
  g_test_add_func ("/tree/large", test_large);
  g_test_add_func ("/tree/view", test_view);

  return g_test_run ();
}
