/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "okr-picture.h"
#include "test-plans.h"

static OkrPicture *
lay_out (OkrPlan *plan, const OkrPictureOptions *options, const OkrPicture *earlier)
{
  OkrPicture *picture = okr_picture_new (plan, options);

  g_assert_true (okr_picture_layout (picture, earlier, NULL));

  return picture;
}

static const OkrPictureBox *
find_box (const OkrPicture *picture, const char *id)
{
  const int index = okr_picture_find (picture, id, NULL);

  g_assert_cmpint (index, >=, 0);

  return okr_picture_get_box (picture, (guint) index);
}

static gboolean
overlap (const OkrPictureRect *a, const OkrPictureRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* What holds for every picture. */
static void
check_picture (const OkrPicture *picture)
{
  const guint n = okr_picture_get_n_boxes (picture);

  for (guint i = 0; i < n; i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);

      g_assert_cmpfloat (box->rect.x, >=, 0);
      g_assert_cmpfloat (box->rect.y, >=, 0);
      g_assert_cmpfloat (box->rect.x + box->rect.width, <=, okr_picture_get_width (picture) + 1e-6);
      g_assert_cmpfloat (box->rect.y + box->rect.height, <=,
                         okr_picture_get_height (picture) + 1e-6);
      g_assert_cmpint (okr_picture_pick (picture, box->rect.x + 1, box->rect.y + 1, NULL), ==,
                       (int) i);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&box->rect, &okr_picture_get_box (picture, j)->rect));
    }
  for (guint i = 0; i < okr_picture_get_n_links (picture); i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, i);
      const OkrPictureBox *from = okr_picture_get_box (picture, link->from);
      const OkrPictureBox *to = okr_picture_get_box (picture, link->to);
      const double far = okr_picture_is_mirrored (picture) ? 0 : to->rect.width;
      const double near = okr_picture_is_mirrored (picture) ? from->rect.width : 0;
      const double y = link->row < 0 ? OKR_PICTURE_HEAD_HEIGHT / 2
                                     : to->rows[link->row].y + OKR_PICTURE_ROW_HEIGHT / 2;

      if (link->is_ignored)
        {
          g_assert_cmpuint (link->n_points, ==, 0);
          continue;
        }
      g_assert_cmpuint (from->layer, >, to->layer);
      g_assert_cmpuint (link->n_points, >=, 2);
      g_assert_cmpfloat_with_epsilon (link->points[0].x, from->rect.x + near, 1e-6);
      g_assert_cmpfloat_with_epsilon (link->points[0].y,
                                      from->rect.y + OKR_PICTURE_HEAD_HEIGHT / 2, 1e-6);
      g_assert_cmpfloat_with_epsilon (link->points[link->n_points - 1].x, to->rect.x + far, 1e-6);
      g_assert_cmpfloat_with_epsilon (link->points[link->n_points - 1].y, to->rect.y + y, 1e-6);
    }
}

static void
test_small (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);
  int row;

  check_picture (picture);
  g_assert_cmpuint (okr_picture_get_n_boxes (picture), ==, 3);
  g_assert_cmpuint (okr_picture_get_n_links (picture), ==, 2);
  g_assert_cmpuint (find_box (picture, "o1")->layer, ==, 1);
  g_assert_cmpuint (find_box (picture, "o2")->layer, ==, 2);
  g_assert_cmpint (okr_picture_find (picture, "k2", &row), ==, 0);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (okr_picture_find (picture, "t1", &row), ==, -1);
  g_assert_cmpstr (find_box (picture, "o1")->subtitle, ==, "Company · Ada Byron");
  g_assert_false (okr_picture_get_foot (picture, NULL));
}

static void
test_example (void)
{
  g_autoptr (GBytes) bytes = test_load_example ();
  g_autoptr (OkrPlan) plan = test_plan_from_bytes (bytes);
  g_autoptr (OkrPicture) picture = NULL;
  static const char *const headings[] = { "Mission", "Company", "Teams", "People" };

  picture = lay_out (plan, NULL, NULL);
  check_picture (picture);
  g_assert_true (okr_picture_get_box (picture, 0)->is_mission);
  g_assert_cmpuint (okr_picture_get_n_columns (picture), ==, G_N_ELEMENTS (headings));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_assert_cmpstr (okr_picture_get_column (picture, i)->heading, ==, headings[i]);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/picture/small", test_small);
  g_test_add_func ("/picture/example", test_example);

  return g_test_run ();
}
