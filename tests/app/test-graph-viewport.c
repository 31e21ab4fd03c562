/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "waymark-graph-viewport.h"
#include "waymark-zoom.h"

static WaymarkGraphViewport
make (double scene_width, double scene_height)
{
  return (WaymarkGraphViewport){
    .width = 1000,
    .height = 640,
    .top = 40,
    .scene_width = scene_width,
    .scene_height = scene_height,
    .scale = 1,
  };
}

static void
assert_near (double actual, double expected)
{
  g_assert_cmpfloat_with_epsilon (actual, expected, 1e-6);
}

static void
test_zoom_keeps_pointer (void)
{
  GRand *rand = g_rand_new_with_seed (g_test_rand_int_range (0, G_MAXINT));

  for (guint i = 0; i < 500; i++)
    {
      WaymarkGraphViewport viewport = make (50000, 50000);
      const double px = g_rand_double_range (rand, 0, 1000);
      const double py = g_rand_double_range (rand, 0, 640);
      double x = px;
      double y = py;
      double after_x = px;
      double after_y = py;

      viewport.x = g_rand_double_range (rand, 10000, 30000);
      viewport.y = g_rand_double_range (rand, 10000, 30000);
      waymark_graph_viewport_to_scene (&viewport, &x, &y);
      waymark_graph_viewport_zoom (&viewport, g_rand_double_range (rand, 0.1, 4), px, py);
      waymark_graph_viewport_to_scene (&viewport, &after_x, &after_y);
      assert_near (after_x, x);
      assert_near (after_y, y);
    }
  g_rand_free (rand);
}

static void
test_scale_limits (void)
{
  WaymarkGraphViewport viewport = make (5000, 5000);

  waymark_graph_viewport_zoom (&viewport, 1000, 10, 10);
  assert_near (viewport.scale, WAYMARK_GRAPH_MAX_SCALE);
  waymark_graph_viewport_zoom (&viewport, 0, 10, 10);
  assert_near (viewport.scale, WAYMARK_GRAPH_MIN_SCALE);
  viewport.scale = NAN;
  waymark_graph_viewport_clamp (&viewport);
  assert_near (viewport.scale, 1);
}

/* Whatever is done, a part of the scene stays in sight. */
static void
test_never_lost (void)
{
  const double sizes[] = { 10, 400, 1000, 30000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      for (int direction = -1; direction <= 1; direction += 2)
        {
          WaymarkGraphViewport viewport = make (sizes[i], sizes[i]);
          WaymarkGraphRect seen;

          waymark_graph_viewport_pan (&viewport, direction * 1e6, direction * 1e6);
          seen = waymark_graph_viewport_get_visible (&viewport);
          g_assert_cmpfloat (seen.x, <, sizes[i]);
          g_assert_cmpfloat (seen.y, <, sizes[i]);
          g_assert_cmpfloat (seen.x + seen.width, >, 0);
          g_assert_cmpfloat (seen.y + seen.height, >, 0);
        }
    }
}

static void
test_fit (void)
{
  WaymarkGraphViewport viewport = make (3000, 500);
  WaymarkGraphRect all = { 0, 0, 3000, 500 };
  WaymarkGraphRect shown;

  waymark_graph_viewport_fit (&viewport, &all, 1);
  shown = waymark_graph_viewport_to_view (&viewport, &all);
  g_assert_cmpfloat (shown.x, >=, 0);
  g_assert_cmpfloat (shown.x + shown.width, <=, 1000);
  g_assert_cmpfloat (shown.y, >=, 40);
  g_assert_cmpfloat (shown.y + shown.height, <=, 640);
  assert_near (shown.x + shown.width / 2, 500);

  viewport = make (200, 100);
  all = (WaymarkGraphRect){ 0, 0, 200, 100 };
  waymark_graph_viewport_fit (&viewport, &all, 1);
  assert_near (viewport.scale, 1);

  /* As tall as a plan of 10,000 objectives. */
  viewport = make (1800, 750000);
  all = (WaymarkGraphRect){ 0, 0, 1800, 750000 };
  waymark_graph_viewport_fit (&viewport, &all, 1);
  shown = waymark_graph_viewport_to_view (&viewport, &all);
  g_assert_cmpfloat (shown.y, >=, 40);
  g_assert_cmpfloat (shown.y + shown.height, <=, 640);
}

static void
test_reveal (void)
{
  WaymarkGraphViewport viewport = make (10000, 10000);
  const WaymarkGraphRect far = { 7000, 8000, 268, 140 };
  const WaymarkGraphRect tall = { 500, 500, 200, 4000 };
  WaymarkGraphRect shown;

  g_assert_true (waymark_graph_viewport_reveal (&viewport, &far));
  g_assert_false (waymark_graph_viewport_reveal (&viewport, &far));
  shown = waymark_graph_viewport_to_view (&viewport, &far);
  assert_near (shown.x + shown.width, 1000 - 24);
  assert_near (shown.y + shown.height, 640 - 24);

  g_assert_true (waymark_graph_viewport_reveal (&viewport, &tall));
  shown = waymark_graph_viewport_to_view (&viewport, &tall);
  assert_near (shown.y, 40 + 24);
  g_assert_false (waymark_graph_viewport_reveal (&viewport, &tall));
}

/* The middle of what is shown at the end does not wander off on the way. */
static void
test_blend (void)
{
  WaymarkGraphViewport from = make (9000, 9000);
  WaymarkGraphViewport to = from;
  double last = 0;

  waymark_graph_viewport_zoom (&to, 3, 700, 400);
  for (guint i = 0; i <= 10; i++)
    {
      const WaymarkGraphViewport now = waymark_graph_viewport_blend (&from, &to, i / 10.0);
      double x = 700;
      double y = 400;

      waymark_graph_viewport_to_scene (&now, &x, &y);
      assert_near (x, 700);
      assert_near (y, 400);
      g_assert_cmpfloat (now.scale, >, last);
      last = now.scale;
    }
  assert_near (waymark_graph_viewport_blend (&from, &from, 0.5).x, from.x);
}

static double
find_step (double scale, int direction)
{
  return waymark_zoom_step (scale, direction, WAYMARK_GRAPH_MIN_SCALE, WAYMARK_GRAPH_MAX_SCALE);
}

static void
test_steps (void)
{
  double scale = WAYMARK_GRAPH_MIN_SCALE;
  guint n_up = 0;
  guint n_down = 0;

  while (scale < WAYMARK_GRAPH_MAX_SCALE && n_up < 100)
    {
      const double next = find_step (scale, 1);

      g_assert_cmpfloat (next, >, scale);
      scale = next;
      n_up++;
    }
  while (scale > WAYMARK_GRAPH_MIN_SCALE && n_down < 100)
    {
      scale = find_step (scale, -1);
      n_down++;
    }
  g_assert_cmpuint (n_up, ==, n_down);
  assert_near (find_step (0.93, 1), 1);
  assert_near (find_step (1.1, -1), 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-viewport/zoom-keeps-pointer", test_zoom_keeps_pointer);
  g_test_add_func ("/graph-viewport/scale-limits", test_scale_limits);
  g_test_add_func ("/graph-viewport/never-lost", test_never_lost);
  g_test_add_func ("/graph-viewport/fit", test_fit);
  g_test_add_func ("/graph-viewport/reveal", test_reveal);
  g_test_add_func ("/graph-viewport/blend", test_blend);
  g_test_add_func ("/graph-viewport/steps", test_steps);

  return g_test_run ();
}
