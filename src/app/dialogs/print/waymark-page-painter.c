/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-page-painter.h"

#include <math.h>

/* What is drawn beyond the edges, so that scrolling finds something there: a part of what is seen.
 */
#define BEYOND 0.25f
/* Letters that are drawn small stand on whole pixels: half pixels look better. */
#define SMALL 2.0 /* pixels a point */
#define SAMPLES 2

/* A part of a page, at a size. */
typedef struct
{
  WaymarkPages *pages;
  guint page;
  double scale;                /* pixels a point */
  int samples;                 /* for each of these pixels */
  cairo_rectangle_int_t place; /* on the paper, in these pixels */
} Part;

struct _WaymarkPagePainter
{
  GObject parent_instance;

  WaymarkPages *pages;
  Part drawn; /* whose pages may be gone */
  GdkTexture *texture;
  gboolean is_drawing;
};

enum
{
  PAINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkPagePainter, waymark_page_painter, G_TYPE_OBJECT)

static void
part_free (gpointer data)
{
  Part *self = data;

  g_object_unref (self->pages);
  g_free (self);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Part *part = data;
  const int width = part->place.width * part->samples;
  const int height = part->place.height * part->samples;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, part->samples, part->samples);
  cairo_translate (cr, -part->place.x, -part->place.y);
  cairo_scale (cr, part->scale, part->scale);
  waymark_pages_draw (part->pages, part->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (
      task, gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride),
      g_object_unref);
}

static void
on_drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkPagePainter) self = user_data;
  const Part *part = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_drawing = FALSE;
  if (part->pages == self->pages)
    {
      self->drawn = *part;
      g_set_object (&self->texture, texture);
    }
  g_task_set_task_data (G_TASK (result), NULL, NULL); /* here, not with the task in its thread */
  g_signal_emit (self, signals[PAINTED], 0);
}

static gboolean
holds (const cairo_rectangle_int_t *outer, const cairo_rectangle_int_t *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y &&
         inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

static gboolean
is_as_large (const Part *a, const Part *b)
{
  return fabs (a->scale - b->scale) < 1e-6 && a->samples == b->samples;
}

/* @area is in the units of the widget, and becomes pixels on the paper. */
static cairo_rectangle_int_t
round_out (const graphene_rect_t *area, const graphene_rect_t *paper, int scale_factor)
{
  const float factor = (float) scale_factor;
  graphene_rect_t on_paper;
  graphene_rect_t pixels;

  if (!graphene_rect_intersection (area, paper, &on_paper))
    return (cairo_rectangle_int_t){ 0 };

  graphene_rect_offset (&on_paper, -paper->origin.x, -paper->origin.y);
  graphene_rect_scale (&on_paper, factor, factor, &pixels);
  graphene_rect_round_extents (&pixels, &pixels);

  return (cairo_rectangle_int_t){ (int) pixels.origin.x, (int) pixels.origin.y,
                                  (int) pixels.size.width, (int) pixels.size.height };
}

static void
draw (WaymarkPagePainter *self, const Part *part)
{
  /* Not the task's source: its last reference may go in the thread. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_drawn_cb, g_object_ref (self));
  Part *copy = g_memdup2 (part, sizeof (Part));

  g_object_ref (copy->pages);
  self->is_drawing = TRUE;
  g_task_set_source_tag (task, draw);
  g_task_set_task_data (task, copy, part_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/* Something is drawn at a time; what is wanted by then is asked for again. */
static void
ask_for (WaymarkPagePainter *self, Part *wanted, const graphene_rect_t *paper,
         const graphene_rect_t *sight, int scale_factor)
{
  const cairo_rectangle_int_t seen = round_out (sight, paper, scale_factor);
  graphene_rect_t around;

  if (self->is_drawing || seen.width == 0 || seen.height == 0)
    return;
  if (self->texture != NULL && self->drawn.page == wanted->page &&
      is_as_large (&self->drawn, wanted) && holds (&self->drawn.place, &seen))
    return;

  graphene_rect_inset_r (sight, -BEYOND * sight->size.width, -BEYOND * sight->size.height, &around);
  wanted->place = round_out (&around, paper, scale_factor);
  draw (self, wanted);
}

static void
append_drawn (WaymarkPagePainter *self, GtkSnapshot *snapshot, const graphene_rect_t *paper,
              double scale)
{
  const cairo_rectangle_int_t *place = &self->drawn.place;
  const float factor = (float) (scale / self->drawn.scale);
  graphene_rect_t rect;

  graphene_rect_init (&rect, (float) place->x, (float) place->y, (float) place->width,
                      (float) place->height);
  graphene_rect_scale (&rect, factor, factor, &rect);
  graphene_rect_offset (&rect, paper->origin.x, paper->origin.y);
  gtk_snapshot_push_clip (snapshot, paper);
  gtk_snapshot_append_texture (snapshot, self->texture, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
waymark_page_painter_dispose (GObject *object)
{
  WaymarkPagePainter *self = WAYMARK_PAGE_PAINTER (object);

  g_clear_object (&self->pages);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (waymark_page_painter_parent_class)->dispose (object);
}

static void
waymark_page_painter_class_init (WaymarkPagePainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_page_painter_dispose;

  signals[PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
waymark_page_painter_init (WaymarkPagePainter *self)
{
}

WaymarkPagePainter *
waymark_page_painter_new (void)
{
  return g_object_new (WAYMARK_TYPE_PAGE_PAINTER, NULL);
}

void
waymark_page_painter_set_pages (WaymarkPagePainter *self, WaymarkPages *pages)
{
  g_return_if_fail (WAYMARK_IS_PAGE_PAINTER (self));
  g_return_if_fail (pages == NULL || WAYMARK_IS_PAGES (pages));

  if (g_set_object (&self->pages, pages))
    g_clear_object (&self->texture);
}

void
waymark_page_painter_snapshot (WaymarkPagePainter *self, GtkSnapshot *snapshot, guint page,
                               const graphene_rect_t *paper, const graphene_rect_t *sight,
                               int scale_factor)
{
  Part wanted = { .page = page };
  double width;
  double height;

  g_return_if_fail (WAYMARK_IS_PAGE_PAINTER (self) && GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (paper != NULL && sight != NULL && scale_factor > 0);

  if (self->pages == NULL)
    return;

  waymark_pages_get_size (self->pages, &width, &height);
  wanted.pages = self->pages;
  wanted.scale = (double) paper->size.width * scale_factor / width;
  wanted.samples = wanted.scale < SMALL ? SAMPLES : 1;
  ask_for (self, &wanted, paper, sight, scale_factor);
  if (self->texture != NULL)
    append_drawn (self, snapshot, paper, wanted.scale / scale_factor);
}
