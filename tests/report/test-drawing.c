/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "okr-picture-draw.h"
#include "okr-poster-private.h"
#include "test-plans.h"

#define CARD 0xffffffff
#define GROUND 0xfffafafa

typedef struct
{
  OkrPlan *plan;
  OkrPicture *picture;
  OkrFonts *fonts;
  OkrPictureLook look;
} Scene;

static void
open_scene (Scene *scene, OkrPlan *plan, gboolean mirrored)
{
  const OkrPictureOptions options = { .mirrored = mirrored };

  scene->plan = plan;
  scene->picture = okr_picture_new (plan, &options);
  g_assert_true (okr_picture_layout (scene->picture, NULL, NULL));
  scene->fonts = okr_fonts_new (NULL);
  okr_picture_look_init (&scene->look, OKR_PALETTE_LIGHT, scene->fonts);
}

static void
close_scene (Scene *scene)
{
  okr_fonts_free (scene->fonts);
  okr_picture_unref (scene->picture);
  g_object_unref (scene->plan);
}

/* What a window of that size would show, from @visible's corner. */
static cairo_surface_t *
draw (Scene *scene, const OkrPictureRect *visible, double scale, gboolean culled)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (visible->width * scale),
                                  (int) ceil (visible->height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0xfa / 255.0, 0xfa / 255.0, 0xfa / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -visible->x, -visible->y);
  okr_picture_draw (scene->picture, cr, &scene->look, culled ? visible : NULL, scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static OkrPictureRect
get_all (const Scene *scene)
{
  return (OkrPictureRect){ -20, -60, okr_picture_get_width (scene->picture) + 40,
                           okr_picture_get_height (scene->picture) + 80 };
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);

  return pixel | 0xff000000;
}

static guint32
to_pixel (const OkrColor *color)
{
  return 0xff000000 | ((guint32) lroundf (color->red * 255) << 16) |
         ((guint32) lroundf (color->green * 255) << 8) | (guint32) lroundf (color->blue * 255);
}

/* A line that does not lie on whole pixels is paler. */
static gboolean
is_near (guint32 a, guint32 b)
{
  for (int shift = 0; shift < 24; shift += 8)
    if (ABS ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)) > 60)
      return FALSE;

  return TRUE;
}

/* How many pixels in a part of the picture are about of that colour. */
static guint
count_pixels (cairo_surface_t *surface, const OkrPictureRect *part, const OkrPictureRect *visible,
              guint32 color)
{
  guint n = 0;

  for (int y = (int) (part->y - visible->y); y < part->y - visible->y + part->height; y++)
    for (int x = (int) (part->x - visible->x); x < part->x - visible->x + part->width; x++)
      n += is_near (pixel_at (surface, x, y), color);

  return n;
}

static OkrPlan *
load_example (void)
{
  g_autoptr (GBytes) bytes = test_load_example ();

  return test_plan_from_bytes (bytes);
}

/* Cards stand on the ground, and each has a bar in the colour of each row's status. */
static void
test_full (void)
{
  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      Scene scene;
      OkrPictureRect all;
      cairo_surface_t *surface;

      open_scene (&scene, load_example (), mirrored);
      all = get_all (&scene);
      surface = draw (&scene, &all, 1, TRUE);
      g_assert_cmphex (pixel_at (surface, 2, 2), ==, GROUND);
      for (guint i = 0; i < okr_picture_get_n_boxes (scene.picture); i++)
        {
          const OkrPictureBox *box = okr_picture_get_box (scene.picture, i);

          g_assert_cmpuint (count_pixels (surface, &box->rect, &all, CARD), >,
                            (guint) (box->rect.width * box->rect.height * 0.6));
          for (guint j = 0; j < box->n_rows; j++)
            {
              const OkrPictureRow *row = &box->rows[j];
              const OkrPictureRect part = { box->rect.x, box->rect.y + row->y, box->rect.width,
                                            row->height };
              const guint32 fill =
                  to_pixel (&okr_palette_get_status (OKR_PALETTE_LIGHT, row->status)->fill);

              if (row->progress > 0.1)
                g_assert_cmpuint (count_pixels (surface, &part, &all, fill), >=,
                                  (guint) (48 * MIN (row->progress, 1) * 3));
            }
        }
      cairo_surface_destroy (surface);
      close_scene (&scene);
    }
}

static double
compare (cairo_surface_t *a, cairo_surface_t *b, int dx, int dy, int width, int height)
{
  guint n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint32 p = pixel_at (a, x + dx, y + dy);
        const guint32 q = pixel_at (b, x, y);

        n += ABS ((int) (p & 0xff) - (int) (q & 0xff)) > 48;
      }

  return (double) n / (width * height);
}

/* A window on a part of a picture shows what the whole picture shows there, also of links that are
 * many windows long. */
static void
test_culled (void)
{
  static const double scales[] = { 1, 0.5, 0.25 };
  g_autofree char *text = test_generate_document (60, 1);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      Scene scene;
      OkrPictureRect all;
      cairo_surface_t *whole;

      open_scene (&scene, test_plan_from_text (text), FALSE);
      all = get_all (&scene);
      whole = draw (&scene, &all, scales[i], FALSE);
      for (int step = 0; step < 12; step++)
        {
          const double size = 160 / scales[i];
          const int dx = (int) ((all.width - size) * scales[i] * (step % 4) / 3);
          const int dy = (int) ((all.height - size) * scales[i] * step / 11);
          const OkrPictureRect part = { all.x + dx / scales[i], all.y + dy / scales[i], size,
                                        size };
          cairo_surface_t *seen = draw (&scene, &part, scales[i], TRUE);

          g_assert_cmpfloat (compare (whole, seen, dx, dy, 160, 160), <, 0.004);
          cairo_surface_destroy (seen);
        }
      cairo_surface_destroy (whole);
      close_scene (&scene);
    }
}

static void
test_details (void)
{
  Scene scene;
  OkrPictureRect all;
  const OkrPictureBox *box;
  cairo_surface_t *surface;
  guint32 fill;

  g_assert_cmpint (okr_picture_get_detail (1), ==, OKR_PICTURE_FULL);
  g_assert_cmpint (okr_picture_get_detail (0.6), ==, OKR_PICTURE_FULL);
  g_assert_cmpint (okr_picture_get_detail (0.4), ==, OKR_PICTURE_TITLES);
  g_assert_cmpint (okr_picture_get_detail (0.1), ==, OKR_PICTURE_BLOCKS);

  open_scene (&scene, load_example (), FALSE);
  all = get_all (&scene);
  surface = draw (&scene, &all, 0.1, TRUE);
  for (guint i = 1; i < okr_picture_get_n_boxes (scene.picture); i++)
    {
      box = okr_picture_get_box (scene.picture, i);
      fill = to_pixel (okr_picture_get_block_color (box, &scene.look));
      g_assert_cmphex (pixel_at (surface, (int) ((box->rect.x + 134 - all.x) * 0.1),
                                 (int) ((box->rect.y + box->rect.height / 2 - all.y) * 0.1)),
                       ==, fill);
    }
  cairo_surface_destroy (surface);
  close_scene (&scene);
}

static guint
count_accent (Scene *scene, const OkrPictureBox *box)
{
  const OkrPictureRect all = get_all (scene);
  const OkrPictureRect part = { box->rect.x - 2, box->rect.y - 2, box->rect.width + 4,
                                box->rect.height + 4 };
  cairo_surface_t *surface = draw (scene, &all, 1, TRUE);
  const guint n = count_pixels (surface, &part, &all, to_pixel (&scene->look.colors.accent));

  cairo_surface_destroy (surface);

  return n;
}

static void
test_flags (void)
{
  Scene scene;
  guint8 *flags;
  guint8 *links;
  OkrPictureRowMark mark = { 0, 1, OKR_PICTURE_DROP };
  const OkrPictureBox *box;

  open_scene (&scene, load_example (), FALSE);
  flags = g_new0 (guint8, okr_picture_get_n_boxes (scene.picture));
  links = g_new0 (guint8, okr_picture_get_n_links (scene.picture));
  box = okr_picture_get_box (scene.picture, 1);
  g_assert_cmpuint (count_accent (&scene, box), ==, 0);
  scene.look.box_flags = flags;
  scene.look.link_flags = links;
  g_assert_cmpuint (count_accent (&scene, box), ==, 0);
  flags[1] = OKR_PICTURE_SELECTED;
  g_assert_cmpuint (count_accent (&scene, box), >, 500);
  flags[1] = 0;
  mark.box = 1;
  scene.look.row_marks = &mark;
  scene.look.n_row_marks = 1;
  g_assert_cmpuint (count_accent (&scene, box), >, 100);
  flags[1] = OKR_PICTURE_DIMMED;
  scene.look.n_row_marks = 0;
  g_assert_cmpuint (count_accent (&scene, box), ==, 0);
  g_free (flags);
  g_free (links);
  close_scene (&scene);
}

static gboolean
is_same (guint32 a, guint32 b)
{
  return a == b;
}

/* The columns of pixels that a colour reaches from and to in a part of a surface, counted from its
 * near edge; -1 for nowhere. */
static void
find_columns (cairo_surface_t *surface, const OkrPictureRect *part, gboolean mirrored,
              guint32 color, gboolean (*matches) (guint32, guint32), int *first, int *last)
{
  const int width = (int) part->width;

  *first = -1;
  *last = -1;
  for (int i = 0; i < width; i++)
    for (int y = 0; y < (int) part->height; y++)
      {
        const int x = (int) part->x + (mirrored ? width - 1 - i : i);

        if (!matches (pixel_at (surface, x, (int) part->y + y), color))
          continue;
        *first = *first < 0 ? i : *first;
        *last = i;
      }
}

/* The figure of a row stands clear of its bar, and of the sign behind that. */
static void
check_figure (const char *target, gboolean mirrored)
{
  const double scale = 4;
  OkrPlan *plan = load_example ();
  const OkrPictureBox *box;
  OkrPictureRect part;
  cairo_surface_t *surface;
  Scene scene;
  guint32 fill;
  int row;
  int end;
  int start;
  int ignored;

  test_set (plan, "k-jeaj90089k", "target", target);
  open_scene (&scene, plan, mirrored);
  box = okr_picture_get_box (scene.picture,
                             (guint) okr_picture_find (scene.picture, "k-jeaj90089k", &row));
  part = (OkrPictureRect){ box->rect.x, box->rect.y + box->rows[row].y + 2, box->rect.width,
                           box->rows[row].height - 4 };
  surface = draw (&scene, &part, scale, TRUE);
  /* From where the tick is passed, which is of the colour of the figure. */
  part = (OkrPictureRect){ mirrored ? 4 * scale : 202 * scale, 0, (268 - 202 - 4) * scale,
                           part.height * scale };
  fill = to_pixel (&okr_palette_get_status (OKR_PALETTE_LIGHT, box->rows[row].status)->fill);
  find_columns (surface, &part, mirrored, fill, is_same, &ignored, &end);
  find_columns (surface, &part, mirrored, to_pixel (&scene.look.colors.text), is_near, &start,
                &ignored);
  g_test_message ("%.0f %%: the bar ends at %d, the figure starts at %d",
                  box->rows[row].progress * 100, end, start);
  g_assert_cmpint (start, >, 0);
  g_assert_cmpint (start - end, >=, (int) scale);
  cairo_surface_destroy (surface);
  close_scene (&scene);
}

static void
test_figures (void)
{
  static const char *const targets[] = { "1.2", "1.1", "1.06", "0.9147", "0.9002" };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      check_figure (targets[i], mirrored);
}

/* A path that is lit is seen in the accent colour between its two boxes. */
static void
test_lit_link (void)
{
  Scene scene;
  OkrPictureRect all;
  guint8 *links;
  cairo_surface_t *surface;
  const OkrPictureLink *link;

  open_scene (&scene, load_example (), FALSE);
  all = get_all (&scene);
  links = g_new0 (guint8, okr_picture_get_n_links (scene.picture));
  links[0] = OKR_PICTURE_ON_PATH;
  scene.look.link_flags = links;
  surface = draw (&scene, &all, 1, TRUE);
  link = okr_picture_get_link (scene.picture, 0);
  for (guint i = 0; i < 2; i++)
    {
      const OkrPictureRect part = { link->points[1].x,
                                    MIN (link->points[0].y, link->points[1].y) - 2,
                                    link->points[0].x - link->points[1].x,
                                    fabs (link->points[0].y - link->points[1].y) + 4 };
      const guint n = count_pixels (surface, &part, &all, to_pixel (&scene.look.colors.accent));

      g_assert_cmpuint (n, >, 10);
    }
  cairo_surface_destroy (surface);
  g_free (links);
  close_scene (&scene);
}

static void
test_fonts (void)
{
  static const char *const texts[] = {
    "",
    "x",
    "Make mobile the channel customers prefer to buy in",
    "日本語の長い題名がここにあります",
    "עברית עברית עברית עברית עברית עברית",
    "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍"
    "👩"
    "‍"
    "👧"
    "‍"
    "👦",
  };
  g_autoptr (OkrFonts) fonts = okr_fonts_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 0; width < 260; width += 13)
      {
        g_autofree char *fit = okr_fonts_fit (fonts, OKR_TEXT_TITLE, texts[i], width);

        g_assert_true (g_utf8_validate (fit, -1, NULL));
        if (width > 20)
          g_assert_cmpfloat (okr_fonts_get_width (fonts, OKR_TEXT_TITLE, fit), <=, width + 1.5);
        if (!g_str_equal (fit, texts[i]))
          g_assert_true (g_str_has_suffix (fit, "…"));
      }
  g_assert_true (okr_fonts_get_line (fonts, OKR_TEXT_ROW, "a", 50) ==
                 okr_fonts_get_line (fonts, OKR_TEXT_ROW, "a", 50));
}

/* A title that was broken into lines has room for one only, and no sign for the break. */
static void
test_breaks (void)
{
  const OkrTextRole role = OKR_TEXT_TITLE;
  const char *plain = "Grow our revenue in shops";
  const char *broken = "Grow our\r\nrevenue\tin \n shops\n";
  g_autoptr (OkrFonts) fonts = okr_fonts_new (NULL);
  const double width = okr_fonts_get_width (fonts, role, plain);
  PangoLayout *line = okr_fonts_get_line (fonts, role, broken, -1);
  g_autofree char *fit = okr_fonts_fit (fonts, role, broken, width - 20);
  g_autofree char *wanted = okr_fonts_fit (fonts, role, plain, width - 20);
  g_auto (GStrv) lines = okr_fonts_wrap (fonts, role, broken, width / 2);
  g_autofree char *joined = g_strjoinv (" ", lines);

  g_assert_cmpstr (pango_layout_get_text (line), ==, plain);
  g_assert_cmpstr (fit, ==, wanted);
  g_assert_cmpstr (joined, ==, plain);
}

/* Lines that nobody asks for are forgotten: a long day does not fill the memory. */
static void
test_many_lines (void)
{
  g_autoptr (OkrFonts) fonts = okr_fonts_new (NULL);
  PangoLayout *kept = g_object_ref (okr_fonts_get_line (fonts, OKR_TEXT_ROW, "kept", 80));
  PangoLayout *first = okr_fonts_get_line (fonts, OKR_TEXT_ROW, "first", 80);

  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  for (int i = 0; i < 7000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      okr_fonts_get_line (fonts, OKR_TEXT_ROW, text, 80);
      g_assert_true (okr_fonts_get_line (fonts, OKR_TEXT_ROW, "kept", 80) == kept);
    }
  g_assert_null (first);
  g_object_unref (kept);
}

/* In a thread of its own, as the window does it. */
static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = okr_poster_render (data, OKR_POSTER_SVG, OKR_PAPER_POSTER, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
test_poster_in_thread (void)
{
  g_autoptr (OkrPlan) plan = load_example ();
  g_autoptr (OkrPoster) here = okr_poster_new (plan, NULL);
  g_autoptr (OkrPoster) there = okr_poster_new (plan, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) others = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  bytes = okr_poster_render (here, OKR_POSTER_SVG, OKR_PAPER_POSTER, NULL, &error);
  g_assert_no_error (error);
  g_task_set_task_data (task, there, NULL);
  g_task_run_in_thread_sync (task, render_in_thread);
  others = g_task_propagate_pointer (task, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, others));
}

typedef struct
{
  const guint8 *data;
  gsize length;
} Source;

static cairo_status_t
read_source (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->length -= length;

  return CAIRO_STATUS_SUCCESS;
}

/* A picture that is painted band by band has no seams: it is what one piece would be. */
static void
test_poster_bands (void)
{
  g_autoptr (OkrPlan) plan = load_example ();
  g_autoptr (OkrPoster) poster = okr_poster_new (plan, NULL);
  g_autoptr (GBytes) bytes =
      okr_poster_render (poster, OKR_POSTER_PNG, OKR_PAPER_POSTER, NULL, NULL);
  Source source = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *read = cairo_image_surface_create_from_png_stream (read_source, &source);
  const int width = cairo_image_surface_get_width (read);
  const int height = cairo_image_surface_get_height (read);
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (whole);
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, poster->fonts);

  g_assert_cmpint (cairo_surface_status (read), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (source.length, ==, 0);
  g_assert_cmpint (height, >, 1000);
  cairo_scale (cr, 2, 2);
  okr_poster_paint (poster, brush, NULL, &okr_palette_get_scene (OKR_PALETTE_LIGHT)->ground);
  cairo_surface_flush (whole);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (!is_near (pixel_at (read, x, y), pixel_at (whole, x, y)))
        g_error ("another pixel at %d, %d", x, y);
  cairo_destroy (cr);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (read);
}

static void
test_poster_cancelled (void)
{
  g_autoptr (OkrPlan) plan = load_example ();
  g_autoptr (OkrPoster) poster = okr_poster_new (plan, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (okr_poster_render (poster, OKR_POSTER_PNG, OKR_PAPER_POSTER, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/drawing/full", test_full);
  g_test_add_func ("/drawing/culled", test_culled);
  g_test_add_func ("/drawing/details", test_details);
  g_test_add_func ("/drawing/flags", test_flags);
  g_test_add_func ("/drawing/figures", test_figures);
  g_test_add_func ("/drawing/lit-link", test_lit_link);
  g_test_add_func ("/drawing/fonts", test_fonts);
  g_test_add_func ("/drawing/breaks", test_breaks);
  g_test_add_func ("/drawing/many-lines", test_many_lines);
  g_test_add_func ("/poster/in-thread", test_poster_in_thread);
  g_test_add_func ("/poster/bands", test_poster_bands);
  g_test_add_func ("/poster/cancelled", test_poster_cancelled);

  return g_test_run ();
}
