/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws in one go what looks the same: on paper, hundreds of marks look like one of a few, and each
 * change of colour or line takes longer than a mark. */
#include "config.h"

#include "okr-brush-private.h"
#include "okr-number.h"

/* In points: how far what a PDF holds may reach beyond what cairo takes it for. */
#define COARSE 1.0

/* Paths that look the same, each the @rank-th shape of its group. */
typedef struct
{
  guint rank;
  OkrColor color;
  OkrStroke stroke;
  gboolean is_stroke;
  GArray *path;
} Batch;

typedef struct
{
  OkrBrush base;
  cairo_t *cr;
  OkrBrush *target;
  cairo_matrix_t ground;
  GPtrArray *batches; /* by rank */
  guint rank;
} GatherBrush;

static void
free_batch (gpointer data)
{
  Batch *self = data;

  g_array_unref (self->path);
  g_free (self);
}

static OkrBrush *
get_target (OkrBrush *brush)
{
  return ((GatherBrush *) brush)->target;
}

static void
move_to (OkrBrush *brush, double x, double y)
{
  okr_brush_move (get_target (brush), x, y);
}

static void
line_to (OkrBrush *brush, double x, double y)
{
  okr_brush_line (get_target (brush), x, y);
}

static void
curve_to (OkrBrush *brush, double x1, double y1, double x2, double y2, double x, double y)
{
  okr_brush_curve (get_target (brush), x1, y1, x2, y2, x, y);
}

static void
arc_to (OkrBrush *brush, double x, double y, double radius, double from, double to)
{
  okr_brush_arc (get_target (brush), x, y, radius, from, to);
}

static void
close_path (OkrBrush *brush)
{
  okr_brush_close (get_target (brush));
}

static gboolean
is_same_color (const OkrColor *a, const OkrColor *b)
{
  return okr_number_equal (a->red, b->red) && okr_number_equal (a->green, b->green) &&
         okr_number_equal (a->blue, b->blue) && okr_number_equal (a->alpha, b->alpha);
}

static gboolean
is_same_stroke (const OkrStroke *a, const OkrStroke *b)
{
  return okr_number_equal (a->width, b->width) && okr_number_equal (a->dash, b->dash) &&
         okr_number_equal (a->gap, b->gap) && okr_number_equal (a->offset, b->offset) &&
         a->is_round == b->is_round;
}

static gboolean
is_same_look (const Batch *a, const Batch *b)
{
  return a->rank == b->rank && a->is_stroke == b->is_stroke &&
         is_same_color (&a->color, &b->color) &&
         (!a->is_stroke || is_same_stroke (&a->stroke, &b->stroke));
}

static Batch *
add_batch (GatherBrush *self, const Batch *look)
{
  Batch *batch = g_memdup2 (look, sizeof *look);
  guint at = self->batches->len;

  while (at > 0 && ((Batch *) self->batches->pdata[at - 1])->rank > look->rank)
    at--;
  batch->path = g_array_new (FALSE, FALSE, sizeof (cairo_path_data_t));
  g_ptr_array_insert (self->batches, (int) at, batch);

  return batch;
}

static Batch *
find_batch (GatherBrush *self, const Batch *look)
{
  for (guint i = 0; i < self->batches->len; i++)
    if (is_same_look (self->batches->pdata[i], look))
      return self->batches->pdata[i];

  return add_batch (self, look);
}

/* Takes the path from cairo, where the ground is: other groups may have been moved elsewhere. */
static void
gather (GatherBrush *self, Batch *look)
{
  Batch *batch;
  cairo_matrix_t matrix;
  cairo_path_t *path;

  look->rank = self->rank++;
  batch = find_batch (self, look);
  cairo_get_matrix (self->cr, &matrix);
  cairo_set_matrix (self->cr, &self->ground);
  path = cairo_copy_path (self->cr);
  g_array_append_vals (batch->path, path->data, (guint) path->num_data);
  cairo_path_destroy (path);
  cairo_new_path (self->cr);
  cairo_set_matrix (self->cr, &matrix);
}

static void
fill (OkrBrush *brush, const OkrColor *color)
{
  Batch look = { .color = *color };

  gather ((GatherBrush *) brush, &look);
}

static void
stroke (OkrBrush *brush, const OkrColor *color, const OkrStroke *stroke)
{
  Batch look = { .color = *color, .stroke = *stroke, .is_stroke = TRUE };

  gather ((GatherBrush *) brush, &look);
}

static void
write_text (OkrBrush *brush, OkrTextRole role, const char *text, double x, double middle,
            double width, OkrTextAlign align, const OkrColor *color)
{
  g_assert_not_reached ();
}

static void
open_group (OkrBrush *brush, const char *id, const char *kind, const char *title)
{
  okr_brush_open (get_target (brush), id, kind, title);
  ((GatherBrush *) brush)->rank = 0;
}

static void
end_group (OkrBrush *brush)
{
  okr_brush_end (get_target (brush));
}

static void
translate (OkrBrush *brush, double x, double y)
{
  okr_brush_translate (get_target (brush), x, y);
}

static void
draw (GatherBrush *self, const Batch *batch)
{
  cairo_path_t path = { .status = CAIRO_STATUS_SUCCESS,
                        .data = (cairo_path_data_t *) (gpointer) batch->path->data,
                        .num_data = (int) batch->path->len };

  cairo_append_path (self->cr, &path);
  if (batch->is_stroke)
    okr_brush_stroke (self->target, &batch->color, &batch->stroke);
  else
    okr_brush_fill (self->target, &batch->color);
}

/* A PDF holds curves as they are, and none is made here: points along them only tell cairo how far
 * they reach. */
static void
draw_all (GatherBrush *self)
{
  const double tolerance = cairo_get_tolerance (self->cr);

  if (cairo_surface_get_type (cairo_get_target (self->cr)) == CAIRO_SURFACE_TYPE_PDF)
    cairo_set_tolerance (self->cr, COARSE);
  for (guint i = 0; i < self->batches->len; i++)
    draw (self, self->batches->pdata[i]);
  cairo_set_tolerance (self->cr, tolerance);
}

static void
free_brush (OkrBrush *brush)
{
  GatherBrush *self = (GatherBrush *) brush;

  draw_all (self);
  g_ptr_array_unref (self->batches);
  okr_brush_free (self->target);
  g_free (self);
}

/**
 * okr_brush_new_gathering:
 * @cr: where to draw
 *
 * It draws when it is freed, and then in one go what looks the same: the shapes of one group, from
 * okr_brush_open() on, over each other in their order; groups must not overlap. It has no words.
 *
 * Returns: (transfer full): a brush that draws on @cr
 */
OkrBrush *
okr_brush_new_gathering (cairo_t *cr)
{
  static const OkrBrushMethods methods = {
    move_to, line_to,    curve_to,   arc_to,    close_path, fill,
    stroke,  write_text, open_group, end_group, translate,  free_brush,
  };
  GatherBrush *self;

  g_return_val_if_fail (cr != NULL, NULL);

  self = g_new0 (GatherBrush, 1);
  self->base.methods = &methods;
  self->cr = cr;
  self->target = okr_brush_new_for_cairo (cr, NULL);
  cairo_get_matrix (cr, &self->ground);
  self->batches = g_ptr_array_new_with_free_func (free_batch);

  return &self->base;
}
