/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-picture-private.h"

#define MAIN_WEIGHT 8.0
#define COLUMN_GAP 28.0
#define NONE G_MAXUINT

/* One of the two graphs of a picture, with the numbers that boxes and links have in it. */
typedef struct
{
  OkrGraph *graph;
  OkrPictureGroup group;
  guint *boxes; /* box of the picture → box of the graph, or NONE */
  guint *links; /* the same for links */
} Part;

static void
clear_part (Part *part)
{
  okr_graph_free (part->graph);
  g_free (part->boxes);
  g_free (part->links);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, clear_part)

static OkrPictureBox *
box_at (OkrPicture *self, guint index)
{
  return &g_array_index (self->boxes, OkrPictureBox, index);
}

static OkrPictureLink *
link_at (OkrPicture *self, guint index)
{
  return &g_array_index (self->links, OkrPictureLink, index);
}

/* The column that a level begins with: the mission's is 0, and what nobody is of takes none. */
static int
get_least_layer (const OkrPicture *self, const OkrPictureBox *box)
{
  int layer = 1;

  if (box->is_mission)
    return 0;
  for (int i = 0; i < box->level; i++)
    layer += self->levels[i] != NULL;

  return layer;
}

static void
add_box (Part *part, OkrPicture *self, guint index)
{
  const OkrPictureBox *box = box_at (self, index);

  part->boxes[index] = okr_graph_add_box (part->graph, box->id, box->rect.width, box->rect.height,
                                          get_least_layer (self, box));
  for (guint i = 0; i < box->n_rows; i++)
    okr_graph_add_port (part->graph, part->boxes[index], box->rows[i].y, box->rows[i].height);
}

static void
init_part (Part *part, OkrPicture *self, OkrPictureGroup group)
{
  part->graph = okr_graph_new ();
  part->group = group;
  part->boxes = g_new (guint, self->boxes->len + 1);
  part->links = g_new (guint, self->links->len + 1);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      part->boxes[i] = NONE;
      if (box_at (self, i)->group == group)
        add_box (part, self, i);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const OkrPictureLink *link = link_at (self, i);

      part->links[i] = NONE;
      if (part->boxes[link->from] != NONE && !link->is_ignored)
        part->links[i] =
            okr_graph_add_link (part->graph, part->boxes[link->from], part->boxes[link->to],
                                link->row, link->is_main ? MAIN_WEIGHT : 1);
    }
}

/* Hundredths of a pixel are seen by nobody, but are many digits in a file. */
static double
tidy (double length)
{
  return round (length * 100) / 100;
}

/* Where a part begins: its first boxes may stand in a later layer than the first. */
static double
find_left (const OkrPicture *self, const Part *part)
{
  double left = INFINITY;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      double x;

      if (part->boxes[i] == NONE)
        continue;
      okr_graph_layout_get_place (self->layouts[part->group], part->boxes[i], &x, NULL, NULL);
      left = MIN (left, x);
    }

  return isfinite (left) ? left : 0;
}

static void
take_places (OkrPicture *self, const Part *part, double left, double top)
{
  const OkrGraphLayout *layout = self->layouts[part->group];

  for (guint i = 0; i < self->boxes->len; i++)
    {
      OkrPictureBox *box = box_at (self, i);

      if (part->boxes[i] == NONE)
        continue;
      okr_graph_layout_get_place (layout, part->boxes[i], &box->rect.x, &box->rect.y, &box->layer);
      box->rect.x = tidy (box->rect.x - left);
      box->rect.y = tidy (box->rect.y + top);
      self->width = MAX (self->width, box->rect.x + box->rect.width);
      self->height = MAX (self->height, box->rect.y + box->rect.height);
    }
}

static void
take_route (OkrPictureLink *link, const OkrGraphLayout *layout, guint number, double left,
            double top)
{
  const OkrGraphPoint *points = okr_graph_layout_get_points (layout, number, &link->n_route);

  link->is_ignored = okr_graph_layout_is_ignored (layout, number);
  if (link->is_ignored)
    link->n_route = 0;
  link->route = g_new (OkrGraphPoint, link->n_route + 1);
  for (guint i = 0; i < link->n_route; i++)
    link->route[i] = (OkrGraphPoint){ tidy (points[i].x - left), tidy (points[i].y + top) };
}

static void
take_routes (OkrPicture *self, const Part *part, double left, double top)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      OkrPictureLink *link = link_at (self, i);

      if (part->links[i] == NONE)
        continue;
      take_route (link, self->layouts[part->group], part->links[i], left, top);
      /* A long link may pass below the last box. */
      for (guint j = 0; j < link->n_route; j++)
        self->height = MAX (self->height, link->route[j].y);
    }
}

static gboolean
lay_out_part (OkrPicture *self, OkrPictureGroup group, const OkrPicture *earlier, double top,
              const volatile gint *cancelled)
{
  g_auto (Part) part = { NULL };
  double left;

  init_part (&part, self, group);
  self->layouts[group] =
      okr_graph_layout_new (part.graph, earlier != NULL ? earlier->layouts[group] : NULL,
                            cancelled);
  if (self->layouts[group] == NULL)
    return FALSE;

  left = find_left (self, &part);
  take_places (self, &part, left, top);
  take_routes (self, &part, left, top);

  return TRUE;
}

static guint
count_group (OkrPicture *self, OkrPictureGroup group)
{
  guint n = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    n += box_at (self, i)->group == (guint) group;

  return n;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *places = user_data;
  const guint first = places[*(const guint *) a];
  const guint second = places[*(const guint *) b];

  return first < second ? -1 : first > second;
}

/* Those that stood there keep their order; a new one comes behind the one before it in the plan. */
static void
sort_like (OkrPicture *self, GArray *singles, const OkrPicture *earlier)
{
  g_autofree guint *places = g_new0 (guint, self->boxes->len + 1);
  guint last = 0;

  for (guint i = 0; i < singles->len; i++)
    {
      const guint index = g_array_index (singles, guint, i);
      const int before = okr_picture_find (earlier, box_at (self, index)->id, NULL);

      if (before >= 0 && earlier->places != NULL &&
          okr_picture_get_box (earlier, (guint) before)->group == OKR_PICTURE_LOOSE_SINGLE)
        last = earlier->order[before];
      places[index] = last;
    }
  /* The sort keeps the order of what is equal. */
  g_array_sort_with_data (singles, compare_places, places);
}

static guint
count_grid_columns (const OkrPicture *self, guint n)
{
  const double pitch = OKR_PICTURE_BOX_WIDTH + COLUMN_GAP;
  const guint fitting = (guint) MAX (floor ((self->width + COLUMN_GAP) / pitch), 1);
  const guint square = (guint) ceil (sqrt (n * 0.6));

  return CLAMP (fitting, square, MAX (n, 1));
}

static void
lay_out_singles (OkrPicture *self, const OkrPicture *earlier, double top)
{
  g_autoptr (GArray) singles = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_columns;
  double height = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    if (box_at (self, i)->group == OKR_PICTURE_LOOSE_SINGLE)
      g_array_append_val (singles, i);
  if (earlier != NULL)
    sort_like (self, singles, earlier);

  n_columns = count_grid_columns (self, singles->len);
  for (guint i = 0; i < singles->len; i++)
    {
      OkrPictureBox *box = box_at (self, g_array_index (singles, guint, i));

      if (i > 0 && i % n_columns == 0)
        {
          top += height + OKR_PICTURE_ROW_GAP;
          height = 0;
        }
      box->rect.x = (i % n_columns) * (OKR_PICTURE_BOX_WIDTH + COLUMN_GAP);
      box->rect.y = top;
      box->layer = (guint) get_least_layer (self, box);
      height = MAX (height, box->rect.height);
      self->order[g_array_index (singles, guint, i)] = i;
      self->width = MAX (self->width, box->rect.x + box->rect.width);
      self->height = MAX (self->height, top + box->rect.height);
    }
}

static gboolean
lay_out_foot (OkrPicture *self, const OkrPicture *earlier, const volatile gint *cancelled)
{
  const guint n_linked = count_group (self, OKR_PICTURE_LOOSE_LINKED);
  const guint n_singles = count_group (self, OKR_PICTURE_LOOSE_SINGLE);
  double top = self->height > 0 ? self->height + 2 * OKR_PICTURE_ROW_GAP : 0;

  if (n_linked + n_singles == 0)
    return TRUE;

  self->foot = top;
  top += OKR_PICTURE_FOOT_HEIGHT;
  if (n_linked > 0)
    {
      if (!lay_out_part (self, OKR_PICTURE_LOOSE_LINKED, earlier, top, cancelled))
        return FALSE;
      top = self->height + OKR_PICTURE_ROW_GAP;
    }
  lay_out_singles (self, earlier, top);

  return TRUE;
}

/* What most boxes of a column are; of two levels that share it, both are named. */
static char *
create_heading (OkrPicture *self, guint layer)
{
  guint counts[G_N_ELEMENTS (self->levels)] = { 0 };
  int first = -1;
  int second = -1;

  if (layer == 0)
    return g_strdup (_ ("Mission"));
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const OkrPictureBox *box = box_at (self, i);

      if (box->layer == layer && box->level >= 0 && !box->is_loose)
        counts[box->level]++;
    }
  for (int i = 0; i < (int) G_N_ELEMENTS (counts); i++)
    {
      if (counts[i] == 0)
        continue;
      if (first < 0)
        first = i;
      else if (second < 0 || counts[i] > counts[second])
        second = i;
    }
  if (first < 0)
    return NULL;
  if (second < 0)
    return g_strdup (self->levels[first]);

  /* Translators: two levels of an organisation, such as "Teams" and "People" */
  return g_strdup_printf (_ ("%1$s · %2$s"), self->levels[first], self->levels[second]);
}

static void
clear_column (gpointer data)
{
  g_free (((OkrPictureColumn *) data)->heading);
}

static void
make_columns (OkrPicture *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (OkrPictureColumn));
  g_array_set_clear_func (self->columns, clear_column);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const OkrPictureBox *box = box_at (self, i);
      OkrPictureColumn *column;

      if (box->is_loose)
        continue;
      if (box->layer >= self->columns->len)
        g_array_set_size (self->columns, box->layer + 1);
      column = &g_array_index (self->columns, OkrPictureColumn, box->layer);
      column->x = box->rect.x;
      column->width = MAX (column->width, box->rect.width);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      OkrPictureColumn *column = &g_array_index (self->columns, OkrPictureColumn, i);

      if (column->width > 0)
        column->heading = create_heading (self, i);
    }
}

static double
mirror (const OkrPicture *self, double x, double width)
{
  return tidy (self->width - x - width);
}

static void
mirror_all (OkrPicture *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      OkrPictureRect *rect = &box_at (self, i)->rect;

      rect->x = mirror (self, rect->x, rect->width);
    }
  for (guint i = 0; i < self->links->len; i++)
    for (guint j = 0; j < link_at (self, i)->n_route; j++)
      link_at (self, i)->route[j].x = mirror (self, link_at (self, i)->route[j].x, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      OkrPictureColumn *column = &g_array_index (self->columns, OkrPictureColumn, i);

      column->x = mirror (self, column->x, column->width);
    }
}

static void
find_bounds (OkrPictureLink *link)
{
  double left = INFINITY;
  double right = -INFINITY;
  double top = INFINITY;
  double bottom = -INFINITY;

  for (guint i = 0; i < link->n_points; i++)
    {
      left = MIN (left, link->points[i].x);
      right = MAX (right, link->points[i].x);
      top = MIN (top, link->points[i].y);
      bottom = MAX (bottom, link->points[i].y);
    }
  link->bounds = link->n_points > 0 ? (OkrPictureRect){ left, top, right - left, bottom - top }
                                    : (OkrPictureRect){ 0 };
}

static void
rest (OkrPicture *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    box_at (self, i)->rect = self->places[i];
  for (guint i = 0; i < self->links->len; i++)
    {
      OkrPictureLink *link = link_at (self, i);

      link->points = link->route;
      link->n_points = link->n_route;
      find_bounds (link);
    }
}

/**
 * okr_picture_layout:
 * @self: a picture that is not laid out and that no other thread uses
 * @earlier: (nullable): a picture that is laid out: boxes of both keep their order exactly
 * @cancelled: (nullable): set it to another value than 0, in any thread, to give up
 *
 * Gives everything its place. The same pictures give the same places, byte for byte.
 *
 * Returns: whether it was not given up; if so, the picture is of no more use
 */
gboolean
okr_picture_layout (OkrPicture *self, const OkrPicture *earlier, const volatile gint *cancelled)
{
  g_return_val_if_fail (self != NULL && self->places == NULL, FALSE);

  self->order = g_new0 (guint, self->boxes->len + 1);
  if (count_group (self, OKR_PICTURE_LINKED) > 0 &&
      !lay_out_part (self, OKR_PICTURE_LINKED, earlier, 0, cancelled))
    return FALSE;
  if (!lay_out_foot (self, earlier, cancelled))
    return FALSE;

  make_columns (self);
  if (self->mirrored)
    mirror_all (self);
  self->places = g_new (OkrPictureRect, self->boxes->len + 1);
  for (guint i = 0; i < self->boxes->len; i++)
    self->places[i] = box_at (self, i)->rect;
  rest (self);

  return TRUE;
}

static double
mix (double a, double b, double t)
{
  return a + (b - a) * t;
}

/* While boxes move, links go straight from one to the other. */
static void
straighten (OkrPicture *self, guint index)
{
  OkrPictureLink *link = link_at (self, index);
  OkrGraphPoint *points = self->straight + 2 * index;
  const OkrPictureBox *from = box_at (self, link->from);
  const OkrPictureBox *to = box_at (self, link->to);
  const double arrival = link->row < 0 ? OKR_PICTURE_HEAD_HEIGHT / 2
                                       : to->rows[link->row].y + to->rows[link->row].height / 2;

  if (link->is_ignored)
    return;
  points[0].x = from->rect.x + (self->mirrored ? from->rect.width : 0);
  points[0].y = from->rect.y + OKR_PICTURE_HEAD_HEIGHT / 2;
  points[1].x = to->rect.x + (self->mirrored ? 0 : to->rect.width);
  points[1].y = to->rect.y + arrival;
  link->points = points;
  link->n_points = 2;
  find_bounds (link);
}

/**
 * okr_picture_blend:
 * @self: a picture that is laid out
 * @from: another one
 * @progress: 0 shows the boxes where @from has them, 1 where @self has them
 *
 * Moves what is shown between two pictures; boxes that only @self has stay where they are. The
 * sizes, columns and the foot are those of @self at any time.
 */
void
okr_picture_blend (OkrPicture *self, const OkrPicture *from, double progress)
{
  g_return_if_fail (self != NULL && self->places != NULL);
  g_return_if_fail (from != NULL && from->places != NULL);

  if (progress >= 1)
    {
      rest (self);
      return;
    }
  if (self->straight == NULL)
    self->straight = g_new0 (OkrGraphPoint, 2 * self->links->len + 1);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const int before = okr_picture_find (from, box_at (self, i)->id, NULL);
      OkrPictureRect *rect = &box_at (self, i)->rect;

      if (before < 0)
        continue;
      rect->x = mix (from->places[before].x, self->places[i].x, progress);
      rect->y = mix (from->places[before].y, self->places[i].y, progress);
    }
  for (guint i = 0; i < self->links->len; i++)
    straighten (self, i);
}
