/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-draw.h"

#include <math.h>

#include "okr-picture-draw.h"
#include "waymark-status-style.h"
#include "waymark-text.h"

#define HEADINGS_HEIGHT 36.0
/* The dots that show how far one moved, in units of the picture. */
#define DOT_DISTANCE 24.0
#define MIN_DOT_DISTANCE 12.0
#define LINE_WIDTH 2.5

struct _WaymarkGraphDraw
{
  OkrFonts *fonts;
  OkrPictureLook look;
  OkrPictureRowMark rows[3];
  GByteArray *boxes;
  GByteArray *links;
  double top;
};

WaymarkGraphDraw *
waymark_graph_draw_new (void)
{
  WaymarkGraphDraw *self = g_new0 (WaymarkGraphDraw, 1);

  self->boxes = g_byte_array_new ();
  self->links = g_byte_array_new ();
  self->top = HEADINGS_HEIGHT;

  return self;
}

void
waymark_graph_draw_free (WaymarkGraphDraw *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->fonts, okr_fonts_free);
  g_byte_array_unref (self->boxes);
  g_byte_array_unref (self->links);
  g_free (self);
}

void
waymark_graph_draw_style_changed (WaymarkGraphDraw *self, GtkWidget *widget)
{
  g_return_if_fail (self != NULL && GTK_IS_WIDGET (widget));

  g_clear_pointer (&self->fonts, okr_fonts_free);
  self->top = HEADINGS_HEIGHT * MAX (1, waymark_text_get_scale (widget));
  gtk_widget_queue_draw (widget);
}

double
waymark_graph_draw_get_top (WaymarkGraphDraw *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->top;
}

static OkrColor
to_color (const GdkRGBA *rgba)
{
  return (OkrColor){ rgba->red, rgba->green, rgba->blue, rgba->alpha };
}

static GdkRGBA
to_rgba (const OkrColor *color)
{
  return (GdkRGBA){ color->red, color->green, color->blue, color->alpha };
}

/* The desktop's own accent takes the place of ours. */
static void
update_look (WaymarkGraphDraw *self, GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA accent;

  if (self->fonts == NULL)
    self->fonts = okr_fonts_new (
        pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  okr_picture_look_init (&self->look, (OkrPaletteTheme) waymark_status_style_get_theme (),
                         self->fonts);
  if (gtk_style_context_lookup_color (style, "accent_color", &accent))
    self->look.colors.accent = to_color (&accent);
}

static void
add_flag (WaymarkGraphDraw *self, WaymarkGraphSpot spot, OkrPictureFlags flags)
{
  OkrPictureRowMark *mark = NULL;

  if (spot.box >= self->boxes->len)
    return;
  if (spot.row < 0)
    {
      self->boxes->data[spot.box] |= (guint8) flags;
      return;
    }

  for (guint i = 0; i < self->look.n_row_marks; i++)
    {
      if (self->rows[i].box == spot.box && (int) self->rows[i].row == spot.row)
        mark = &self->rows[i];
    }
  if (mark == NULL)
    {
      mark = &self->rows[self->look.n_row_marks++];
      *mark = (OkrPictureRowMark){ spot.box, (guint) spot.row, 0 };
    }
  mark->flags |= flags;
}

static void
update_flags (WaymarkGraphDraw *self, const WaymarkGraphMarks *marks)
{
  g_byte_array_set_size (self->boxes, marks->n_boxes);
  g_byte_array_set_size (self->links, marks->n_links);
  for (guint i = 0; i < marks->n_boxes; i++)
    self->boxes->data[i] = (guint8) ((marks->dimmed[i] ? OKR_PICTURE_DIMMED : 0) |
                                     (marks->on_path[i] ? OKR_PICTURE_ON_PATH : 0));
  for (guint i = 0; i < marks->n_links; i++)
    self->links->data[i] = marks->links[i] ? OKR_PICTURE_ON_PATH : 0;

  self->look.n_row_marks = 0;
  self->look.row_marks = self->rows;
  add_flag (self, marks->hovered, OKR_PICTURE_HOVERED);
  add_flag (self, marks->selected,
            OKR_PICTURE_SELECTED | (marks->shows_focus ? OKR_PICTURE_FOCUSED : 0));
  add_flag (self, marks->drop, marks->refused ? OKR_PICTURE_REFUSED : OKR_PICTURE_DROP);
  self->look.box_flags = self->boxes->data;
  self->look.link_flags = self->links->data;
}

/* A link to the dimmed end of a graph is dimmed with it. */
static void
dim_links (WaymarkGraphDraw *self, const OkrPicture *picture, const WaymarkGraphMarks *marks)
{
  for (guint i = 0; i < marks->n_links; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, i);

      if (!marks->links[i] && (marks->dimmed[link->from] || marks->dimmed[link->to]))
        self->links->data[i] |= OKR_PICTURE_DIMMED;
    }
}

static void
snapshot_dots (WaymarkGraphDraw *self, GtkSnapshot *snapshot, const WaymarkGraphViewport *viewport)
{
  const OkrColor color = okr_color_with_alpha (&self->look.colors.text, 0.09f);
  const GdkRGBA rgba = to_rgba (&color);
  double distance = DOT_DISTANCE * viewport->scale;
  graphene_rect_t cell;

  while (distance < MIN_DOT_DISTANCE)
    distance *= 2;
  /* Between whole pixels, dots would be smeared. */
  distance = floor (distance);
  cell = GRAPHENE_RECT_INIT ((float) floor (fmod (-viewport->x * viewport->scale, distance)),
                             (float) floor (fmod (-viewport->y * viewport->scale, distance)),
                             (float) distance, (float) distance);
  gtk_snapshot_push_repeat (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height),
      &cell);
  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (cell.origin.x, cell.origin.y, 1.5f, 1.5f));
  gtk_snapshot_pop (snapshot);
}

/* The link that dropping would make. */
static void
draw_offer (WaymarkGraphDraw *self, cairo_t *cr, const OkrPicture *picture,
            const WaymarkGraphMarks *marks)
{
  const double dashes[] = { 6, 4 };
  const OkrColor *color =
      marks->refused ? &self->look.colors.refused : &self->look.colors.accent;
  const gboolean mirrored = okr_picture_is_mirrored (picture);
  const OkrPictureBox *from;
  const OkrPictureBox *to;
  double x;
  double y;
  double end_x;
  double end_y;

  if (marks->drop.box >= marks->n_boxes || marks->dragged.box >= marks->n_boxes ||
      marks->drop.box == marks->dragged.box)
    return;

  from = okr_picture_get_box (picture, marks->dragged.box);
  to = okr_picture_get_box (picture, marks->drop.box);
  x = from->rect.x + (mirrored ? from->rect.width : 0);
  y = from->rect.y + OKR_PICTURE_HEAD_HEIGHT / 2;
  end_x = to->rect.x + (mirrored ? 0 : to->rect.width);
  end_y = to->rect.y + OKR_PICTURE_HEAD_HEIGHT / 2;
  if (marks->drop.row >= 0 && marks->drop.row < (int) to->n_rows)
    end_y = to->rect.y + to->rows[marks->drop.row].y + to->rows[marks->drop.row].height / 2;

  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue, 1);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, y);
  cairo_curve_to (cr, (x + end_x) / 2, y, (x + end_x) / 2, end_y, end_x, end_y);
  cairo_stroke (cr);
}

static void
snapshot_picture (WaymarkGraphDraw *self, GtkSnapshot *snapshot, const OkrPicture *picture,
                  const WaymarkGraphViewport *viewport, const WaymarkGraphMarks *marks)
{
  const WaymarkGraphRect seen = waymark_graph_viewport_get_visible (viewport);
  const OkrPictureRect visible = { seen.x, seen.y, seen.width, seen.height };
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height));

  cairo_scale (cr, viewport->scale, viewport->scale);
  cairo_translate (cr, -viewport->x, -viewport->y);
  okr_picture_draw (picture, cr, &self->look, &visible, viewport->scale);
  draw_offer (self, cr, picture, marks);
  cairo_destroy (cr);
}

static void
snapshot_heading (GtkWidget *widget, GtkSnapshot *snapshot, const char *text, double x,
                  double width, double height, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int text_height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x,
                                                          (float) (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* They stay at the upper edge while what is below them moves. */
static void
snapshot_headings (WaymarkGraphDraw *self, GtkWidget *widget, GtkSnapshot *snapshot,
                   const OkrPicture *picture, const WaymarkGraphViewport *viewport)
{
  const GdkRGBA color = to_rgba (&self->look.colors.dim);
  GdkRGBA ground = to_rgba (&self->look.colors.ground);

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color",
                                  &ground);
  ground.alpha = 0.94f;
  gtk_snapshot_append_color (
      snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) self->top));
  for (guint i = 0; i < okr_picture_get_n_columns (picture); i++)
    {
      const OkrPictureColumn *column = okr_picture_get_column (picture, i);
      const WaymarkGraphRect area = { column->x + 2, 0, column->width - 4, 1 };
      const WaymarkGraphRect shown = waymark_graph_viewport_to_view (viewport, &area);

      if (column->heading != NULL && shown.width > 24 && shown.x + shown.width > 0 &&
          shown.x < viewport->width)
        snapshot_heading (widget, snapshot, column->heading, shown.x, shown.width, self->top,
                          &color);
    }
}

void
waymark_graph_draw_snapshot (WaymarkGraphDraw *self, GtkWidget *widget, GtkSnapshot *snapshot,
                             const OkrPicture *picture, const WaymarkGraphViewport *viewport,
                             const WaymarkGraphMarks *marks)
{
  g_return_if_fail (self != NULL && picture != NULL && viewport != NULL && marks != NULL);

  if (viewport->width < 1 || viewport->height < 1)
    return;

  update_look (self, widget);
  update_flags (self, marks);
  dim_links (self, picture, marks);
  snapshot_dots (self, snapshot, viewport);
  snapshot_picture (self, snapshot, picture, viewport, marks);
  snapshot_headings (self, widget, snapshot, picture, viewport);
}

void
waymark_graph_draw_overview (WaymarkGraphDraw *self, cairo_t *cr, const OkrPicture *picture,
                             const WaymarkGraphMarks *marks)
{
  OkrPictureLook look;

  g_return_if_fail (self != NULL && picture != NULL && marks != NULL);

  okr_picture_look_init (&look, (OkrPaletteTheme) waymark_status_style_get_theme (), self->fonts);
  for (guint i = 0; i < okr_picture_get_n_boxes (picture) && i < marks->n_boxes; i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);
      const OkrColor *color = okr_picture_get_block_color (box, &look);

      cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue,
                             marks->dimmed[i] ? 0.25 : 1);
      cairo_rectangle (cr, box->rect.x, box->rect.y, box->rect.width, box->rect.height);
      cairo_fill (cr);
    }
}
