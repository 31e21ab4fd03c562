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
      g_assert_cmpfloat_with_epsilon (link->points[0].y, from->rect.y + OKR_PICTURE_HEAD_HEIGHT / 2,
                                      1e-6);
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
  g_assert_cmpstr (find_box (picture, "o1")->subtitle, ==, "Q1 2027 · Company · Ada Byron");
  g_assert_false (okr_picture_get_foot (picture, NULL));
}

/* What is dropped says so instead of a status, also where the picture was there before. */
static void
test_dropped (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);
  g_autoptr (OkrPicture) later = NULL;

  g_assert_null (find_box (picture, "o1")->state);
  test_set (plan, "o1", "state", "dropped");
  later = lay_out (plan, NULL, NULL);
  g_assert_cmpstr (find_box (later, "o1")->state, ==, "Dropped");
  g_assert_cmpstr (find_box (later, "o1")->subtitle, ==, "Dropped · Q1 2027 · Company · Ada Byron");
  g_assert_cmpint (find_box (later, "o1")->status, ==, OKR_STATUS_NOT_COUNTED);
  g_assert_true (okr_picture_update (picture, plan, NULL));
  g_assert_cmpstr (find_box (picture, "o1")->subtitle, ==, find_box (later, "o1")->subtitle);
  g_assert_cmpstr (find_box (picture, "o1")->state, ==, "Dropped");
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

static OkrPlan *
load_example (void)
{
  g_autoptr (GBytes) bytes = test_load_example ();

  return test_plan_from_bytes (bytes);
}

static void
test_mirrored (void)
{
  const OkrPictureOptions options = { .mirrored = TRUE };
  g_autoptr (OkrPlan) plan = load_example ();
  g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);
  g_autoptr (OkrPicture) mirrored = lay_out (plan, &options, NULL);

  check_picture (mirrored);
  g_assert_cmpfloat_with_epsilon (okr_picture_get_width (picture), okr_picture_get_width (mirrored),
                                  1e-9);
  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureRect *a = &okr_picture_get_box (picture, i)->rect;
      const OkrPictureRect *b = &okr_picture_get_box (mirrored, i)->rect;

      g_assert_cmpfloat_with_epsilon (a->x + a->width, okr_picture_get_width (picture) - b->x,
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-9);
    }
}

/* Rows that are folded away leave the head, at which their links end. */
static void
test_folded (void)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  OkrPictureOptions options = { .folded = folded };
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPicture) one = NULL;
  g_autoptr (OkrPicture) others = NULL;

  g_hash_table_add (folded, (gpointer) "o1");
  one = lay_out (plan, &options, NULL);
  check_picture (one);
  g_assert_cmpuint (find_box (one, "o1")->n_rows, ==, 0);
  g_assert_true (find_box (one, "o1")->is_folded);
  g_assert_cmpuint (find_box (one, "o1")->n_key_results, ==, 2);
  g_assert_cmpuint (find_box (one, "o2")->n_rows, ==, 1);
  g_assert_cmpint (okr_picture_get_link (one, 0)->row, ==, -1);
  g_assert_cmpstr (okr_picture_get_link (one, 0)->target, ==, "k1");
  g_assert_cmpint (okr_picture_find (one, "k1", NULL), ==, -1);

  options.fold_all = TRUE;
  others = lay_out (plan, &options, NULL);
  check_picture (others);
  g_assert_cmpuint (find_box (others, "o1")->n_rows, ==, 2);
  g_assert_cmpuint (find_box (others, "o2")->n_rows, ==, 0);
}

static void
test_scope (void)
{
  g_autoptr (GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrPictureOptions options = { .cycle = okr_plan_find_typed (plan, "c2", OKR_TYPE_CYCLE) };
  g_autoptr (OkrPicture) cycle = lay_out (plan, &options, NULL);
  g_autoptr (OkrPicture) branch = NULL;

  g_assert_cmpuint (okr_picture_get_n_boxes (cycle), ==, 1);
  g_assert_cmpint (okr_picture_find (cycle, "o3", NULL), ==, 0);
  /* It contributes to something, even if that is not shown. */
  g_assert_false (okr_picture_get_box (cycle, 0)->is_loose);

  options.cycle = NULL;
  options.only = only;
  g_hash_table_add (only, (gpointer) "o1");
  g_hash_table_add (only, (gpointer) "o3");
  branch = lay_out (plan, &options, NULL);
  g_assert_cmpuint (okr_picture_get_n_boxes (branch), ==, 2);
  g_assert_cmpuint (okr_picture_get_n_links (branch), ==, 1);
}

static void
test_links (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);
  guint n;
  const guint *links;

  links = okr_picture_get_links_to (picture, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (okr_picture_get_link (picture, links[0])->from, ==, 1);
  g_assert_cmpuint (okr_picture_get_link (picture, links[1])->from, ==, 2);
  links = okr_picture_get_links_from (picture, 2, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (okr_picture_get_link (picture, links[0])->target, ==, "o1");
  okr_picture_get_links_from (picture, 0, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_pick (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);
  const OkrPictureRect *rect = &find_box (picture, "o1")->rect;
  int row = 7;

  g_assert_cmpint (okr_picture_pick (picture, rect->x + 5, rect->y + 5, &row), ==, 0);
  g_assert_cmpint (row, ==, -1);
  g_assert_cmpint (okr_picture_pick (picture, rect->x + 5, rect->y + 64 + 30, &row), ==, 0);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (okr_picture_pick (picture, rect->x - 1, rect->y + 5, &row), ==, -1);
  g_assert_cmpint (okr_picture_pick (picture, rect->x, rect->y + rect->height, &row), ==, -1);
}

/* Values come in without a new layout, a change of structure asks for a new picture. */
static void
note_flags (OkrPlan *plan, OkrEditFlags flags, OkrEditFlags *all)
{
  *all |= flags;
}

static void
assert_same_values (const OkrPicture *a, const OkrPicture *b)
{
  for (guint i = 0; i < okr_picture_get_n_boxes (a); i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (a, i);
      const OkrPictureBox *other = okr_picture_get_box (b, i);

      g_assert_cmpstr (box->title, ==, other->title);
      g_assert_cmpstr (box->subtitle, ==, other->subtitle);
      g_assert_cmpmem (&box->progress, sizeof box->progress, &other->progress,
                       sizeof other->progress);
      g_assert_cmpint (box->status, ==, other->status);
      g_assert_cmpstr (box->state, ==, other->state);
      for (guint row = 0; row < box->n_rows; row++)
        {
          g_assert_cmpstr (box->rows[row].title, ==, other->rows[row].title);
          g_assert_cmpmem (&box->rows[row].progress, sizeof (double), &other->rows[row].progress,
                           sizeof (double));
          g_assert_cmpint (box->rows[row].status, ==, other->rows[row].status);
        }
    }
}

static void
test_update (void)
{
  static const struct
  {
    const char *id;
    const char *field;
    const char *text;
    gboolean is_value;
  } edits[] = {
    { "o1", "title", "Grow a lot", TRUE }, { "k1", "title", "Income", TRUE },
    { "o2", "owner", "Cy Dunn", TRUE },    { "k1", "target", "5", TRUE },
    { "t2", "name", "Numbers", TRUE },     { "o3", "contributesTo", "k1", FALSE },
    { "o3", "contributesTo", "", FALSE },  { "o1", "team", "t3", FALSE },
    { "t2", "kind", "person", FALSE },     { "plan", "mission", "Be good", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (OkrPlan) plan = test_small_plan ();
      g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);
      g_autoptr (OkrPicture) quick = lay_out (plan, NULL, NULL);
      const OkrPictureRect before = okr_picture_get_box (picture, 1)->rect;
      const char *id = g_str_equal (edits[i].id, "plan") ? "p1" : edits[i].id;
      OkrEditFlags flags = 0;

      g_test_message ("%s %s", id, edits[i].field);
      g_signal_connect (plan, "edited", G_CALLBACK (note_flags), &flags);
      test_set (plan, id, edits[i].field, edits[i].text);
      g_assert_cmpint (okr_picture_update (picture, plan, NULL), ==, edits[i].is_value);
      g_assert_cmpint (flags == OKR_EDIT_VALUES && okr_picture_update_values (quick, plan), ==,
                       edits[i].is_value);
      if (edits[i].is_value)
        assert_same_values (picture, quick);
      g_assert_cmpmem (&before, sizeof before, &okr_picture_get_box (picture, 1)->rect,
                       sizeof before);
      if (i == 0)
        g_assert_cmpstr (find_box (picture, "o1")->title, ==, "Grow a lot");
    }
}

static void
test_blend (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPicture) before = lay_out (plan, NULL, NULL);
  g_autoptr (OkrPicture) after = NULL;
  OkrPictureRect start;
  OkrPictureRect end;
  const OkrPictureLink *link;

  test_set (plan, "o3", "contributesTo", "k3");
  after = lay_out (plan, NULL, before);
  start = find_box (before, "o3")->rect;
  end = find_box (after, "o3")->rect;
  g_assert_cmpfloat (start.x, <, end.x);

  okr_picture_blend (after, before, 0);
  g_assert_cmpfloat_with_epsilon (find_box (after, "o3")->rect.x, start.x, 1e-9);
  okr_picture_blend (after, before, 0.5);
  g_assert_cmpfloat_with_epsilon (find_box (after, "o3")->rect.x, (start.x + end.x) / 2, 1e-9);
  link = okr_picture_get_link (after, 1);
  g_assert_cmpfloat_with_epsilon (link->points[0].x, find_box (after, "o3")->rect.x, 1e-9);
  okr_picture_blend (after, before, 1);
  g_assert_cmpfloat_with_epsilon (find_box (after, "o3")->rect.x, end.x, 1e-9);
  check_picture (after);
}

/* What contributes to nothing stands below all else, and in the order of an earlier picture. */
static void
test_loose (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPicture) before = NULL;
  g_autoptr (OkrPicture) after = NULL;
  OkrPictureRect foot;

  test_set (plan, "o2", "contributesTo", "");
  test_set (plan, "o3", "contributesTo", "");
  before = lay_out (plan, NULL, NULL);
  check_picture (before);
  g_assert_true (okr_picture_get_foot (before, &foot));
  g_assert_cmpfloat (find_box (before, "o1")->rect.y + find_box (before, "o1")->rect.height, <,
                     foot.y);
  g_assert_cmpfloat (find_box (before, "o2")->rect.y, >=, foot.y + foot.height);
  g_assert_true (find_box (before, "o3")->is_loose);

  /* Links of its own do not help what leads nowhere. */
  test_set (plan, "o3", "contributesTo", "k3");
  after = lay_out (plan, NULL, before);
  check_picture (after);
  g_assert_true (find_box (after, "o2")->is_loose);
  g_assert_true (find_box (after, "o3")->is_loose);
}

static void
test_cancelled (void)
{
  const gint cancelled = 1;
  g_autoptr (OkrPlan) plan = load_example ();
  g_autoptr (OkrPicture) picture = okr_picture_new (plan, NULL);

  g_assert_false (okr_picture_layout (picture, NULL, &cancelled));
}

static void
test_empty (void)
{
  g_autoptr (OkrPlan) plan = okr_plan_new ();
  g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);

  check_picture (picture);
  g_assert_cmpuint (okr_picture_get_n_boxes (picture), ==, 0);
  g_assert_cmpint (okr_picture_pick (picture, 0, 0, NULL), ==, -1);
  g_assert_cmpuint (okr_picture_get_n_columns (picture), ==, 0);
}

static void
test_large (void)
{
  g_autofree char *text = test_generate_document (300, 1);
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  g_autoptr (OkrPicture) picture = lay_out (plan, NULL, NULL);

  check_picture (picture);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/picture/small", test_small);
  g_test_add_func ("/picture/dropped", test_dropped);
  g_test_add_func ("/picture/example", test_example);
  g_test_add_func ("/picture/mirrored", test_mirrored);
  g_test_add_func ("/picture/folded", test_folded);
  g_test_add_func ("/picture/scope", test_scope);
  g_test_add_func ("/picture/links", test_links);
  g_test_add_func ("/picture/pick", test_pick);
  g_test_add_func ("/picture/update", test_update);
  g_test_add_func ("/picture/blend", test_blend);
  g_test_add_func ("/picture/loose", test_loose);
  g_test_add_func ("/picture/cancelled", test_cancelled);
  g_test_add_func ("/picture/empty", test_empty);
  g_test_add_func ("/picture/large", test_large);

  return g_test_run ();
}
