/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that scroll while something is dragged near their edges. */
#include "config.h"

#include <math.h>

#include "test-plans.h"
#include "waymark-edge-scroll.h"

#define HEIGHT 300
#define FRAMES 10

typedef struct
{
  GtkWidget *window;
  GtkWidget *scroller;
  GtkWidget *list;
  WaymarkEdgeScroll *scroll;
} Desk;

static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ++*(guint *) user_data;

  return G_SOURCE_CONTINUE;
}

static void
wait_for_frames (Desk *self, guint n_frames)
{
  guint seen = 0;
  const guint id = gtk_widget_add_tick_callback (self->window, on_frame_cb, &seen, NULL);

  while (seen < n_frames)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (self->window, id);
}

static GtkAdjustment *
get_adjustment (Desk *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static double
get_place (Desk *self)
{
  return gtk_adjustment_get_value (get_adjustment (self));
}

/* How far it scrolls while the pointer stays at that height of what is seen. */
static double
scroll_at (Desk *self, double y)
{
  double before;
  double list_y;

  gtk_adjustment_set_value (get_adjustment (self), 1000);
  wait_for_frames (self, 2);
  before = get_place (self);
  gtk_widget_translate_coordinates (self->scroller, self->list, 0, y, NULL, &list_y);
  waymark_edge_scroll_follow (self->scroll, 0, list_y);
  wait_for_frames (self, FRAMES);
  waymark_edge_scroll_stop (self->scroll);

  return get_place (self) - before;
}

static void
desk_set_up (Desk *self, gconstpointer data)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < 1000; i++)
    gtk_string_list_append (rows, "row");
  self->list =
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))), factory);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 200, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), self->scroller);
  self->scroll = waymark_edge_scroll_new (self->list, GTK_SCROLLED_WINDOW (self->scroller));
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_height (self->scroller) < HEIGHT)
    g_main_context_iteration (NULL, TRUE);
}

static void
desk_tear_down (Desk *self, gconstpointer data)
{
  g_assert_finalize_object (self->scroll);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
test_edges (Desk *self, gconstpointer data)
{
  g_assert_cmpfloat (scroll_at (self, 1), <, -1);
  g_assert_cmpfloat (scroll_at (self, HEIGHT - 1), >, 1);
  g_assert_cmpfloat (fabs (scroll_at (self, HEIGHT / 2.0)), <, 0.5);
}

static void
test_nearer_is_faster (Desk *self, gconstpointer data)
{
  g_assert_cmpfloat (scroll_at (self, HEIGHT - 1), >, 2 * scroll_at (self, HEIGHT - 40));
}

static void
test_stop (Desk *self, gconstpointer data)
{
  double place;

  scroll_at (self, HEIGHT - 1);
  place = get_place (self);
  wait_for_frames (self, FRAMES);
  g_assert_cmpfloat_with_epsilon (get_place (self), place, 0.5);
}

/* Nothing is left that would run for a helper that is gone. */
static void
test_gone (Desk *self, gconstpointer data)
{
  waymark_edge_scroll_follow (self->scroll, 0, HEIGHT - 1);
  wait_for_frames (self, 2);
  g_assert_finalize_object (self->scroll);
  wait_for_frames (self, FRAMES);
  self->scroll = waymark_edge_scroll_new (self->list, GTK_SCROLLED_WINDOW (self->scroller));
}

static void
add_test (const char *path, void (*test) (Desk *, gconstpointer))
{
  g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  gtk_init ();

  add_test ("/edge-scroll/edges", test_edges);
  add_test ("/edge-scroll/nearer-is-faster", test_nearer_is_faster);
  add_test ("/edge-scroll/stop", test_stop);
  add_test ("/edge-scroll/gone", test_gone);

  return g_test_run ();
}
