/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-marks.h"
#include "okr-poster-private.h"

#define MARGIN OKR_POSTER_MARGIN
#define HEAD_HEIGHT 74.0
#define LEAST_WIDTH 720.0
#define LEGEND_GAP 26.0
#define LEGEND_LINE 24.0
#define KEY_GAP 7.0
#define ITEM_GAP 26.0
#define EMPTY_HEIGHT 80.0

/* What stands before an entry of the legend. */
typedef enum
{
  KEY_STATUS,
  KEY_EXPECTED,
  KEY_MAIN_LINK,
  KEY_OTHER_LINK,
} KeyKind;

typedef struct
{
  KeyKind kind;
  OkrStatus status;
  const char *text;
  double key_width;
} Entry;

static const Entry entries[] = {
  { KEY_STATUS, OKR_STATUS_ACHIEVED, NULL, 8 },
  { KEY_STATUS, OKR_STATUS_ON_TRACK, NULL, 8 },
  { KEY_STATUS, OKR_STATUS_BEHIND, NULL, 8 },
  { KEY_STATUS, OKR_STATUS_AT_RISK, NULL, 8 },
  { KEY_STATUS, OKR_STATUS_NO_DATA, NULL, 8 },
  { KEY_STATUS, OKR_STATUS_NOT_COUNTED, NULL, 8 },
  { KEY_EXPECTED, OKR_STATUS_ON_TRACK, N_ ("The tick: expected by today"), 42 },
  { KEY_MAIN_LINK, OKR_STATUS_NOT_COUNTED, N_ ("Contributes to"), 34 },
  { KEY_OTHER_LINK, OKR_STATUS_NOT_COUNTED, N_ ("Also contributes to"), 34 },
};

static const char *
get_text (const Entry *entry)
{
  return entry->text != NULL ? _ (entry->text) : okr_status_get_label (entry->status);
}

typedef struct
{
  guint statuses; /* a bit for each */
  gboolean has_tick;
  gboolean has_main_link;
  gboolean has_other_link;
} Signs;

static void
look_at_boxes (const OkrPicture *picture, Signs *signs)
{
  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);

      if (box->is_mission)
        continue;
      signs->statuses |= 1u << box->status;
      signs->has_tick |= !isnan (box->expected) && !isnan (box->progress);
      for (guint k = 0; k < box->n_rows; k++)
        {
          signs->statuses |= 1u << box->rows[k].status;
          signs->has_tick |= !isnan (box->rows[k].expected) && !isnan (box->rows[k].progress);
        }
    }
}

static void
look_at_links (const OkrPicture *picture, Signs *signs)
{
  for (guint i = 0; i < okr_picture_get_n_links (picture); i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, i);

      signs->has_main_link |= !link->is_ignored && link->is_main;
      signs->has_other_link |= !link->is_ignored && !link->is_main;
    }
}

static gboolean
is_needed (const Entry *entry, const Signs *signs)
{
  switch (entry->kind)
    {
    case KEY_STATUS:
      return (signs->statuses & (1u << entry->status)) != 0;
    case KEY_EXPECTED:
      return signs->has_tick;
    case KEY_MAIN_LINK:
      return signs->has_main_link;
    case KEY_OTHER_LINK:
    default:
      return signs->has_other_link;
    }
}

/* What the picture shows is explained, and nothing else. */
static guint
list_entries (const OkrPicture *picture)
{
  Signs signs = { 0 };
  guint needed = 0;

  look_at_boxes (picture, &signs);
  look_at_links (picture, &signs);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    needed |= is_needed (&entries[i], &signs) ? 1u << i : 0;

  return needed;
}

static void
paint_status (OkrBrush *brush, OkrStatus status, double x, double middle)
{
  okr_mark_status (brush, status, x, middle - 4, 8,
                   &okr_palette_get_status (OKR_PALETTE_LIGHT, status)->text);
}

static void
paint_expected (OkrBrush *brush, const OkrColor *text, double x, double middle)
{
  const OkrProgressMark mark = {
    .progress = 0.7,
    .expected = 0.5,
    .status = OKR_STATUS_ON_TRACK,
    .theme = OKR_PALETTE_LIGHT,
    .foreground = *text,
  };

  okr_mark_bar (brush, &mark, x, middle - 5.5, 42, 11);
}

static void
paint_link (OkrBrush *brush, const OkrColor *color, double x, double middle, gboolean is_main)
{
  const OkrStroke stroke = { .width = 1.4, .dash = is_main ? 0 : 5, .gap = 4 };

  okr_brush_move (brush, x + 7, middle);
  okr_brush_line (brush, x + 34, middle);
  okr_brush_stroke (brush, color, &stroke);
  okr_brush_move (brush, x, middle);
  okr_brush_line (brush, x + 8, middle - 3.5);
  okr_brush_line (brush, x + 8, middle + 3.5);
  okr_brush_close (brush);
  okr_brush_fill (brush, color);
}

static void
paint_entry (OkrBrush *brush, const Entry *entry, const OkrSceneColors *colors, double x,
             double middle, double width)
{
  const double room = width - entry->key_width - KEY_GAP + 4;

  switch (entry->kind)
    {
    case KEY_STATUS:
      paint_status (brush, entry->status, x, middle);
      break;
    case KEY_EXPECTED:
      paint_expected (brush, &colors->text, x, middle);
      break;
    case KEY_MAIN_LINK:
    case KEY_OTHER_LINK:
    default:
      paint_link (brush, &colors->link, x, middle, entry->kind == KEY_MAIN_LINK);
      break;
    }
  okr_brush_text (brush, OKR_TEXT_SUBTITLE, get_text (entry), x + entry->key_width + KEY_GAP,
                  middle, room, OKR_TEXT_LEFT, &colors->dim);
}

/* Entries that do not fit beside the others begin a line. Without a brush, only counts lines. */
static guint
set_legend (OkrPoster *self, OkrBrush *brush, const OkrSceneColors *colors, double top)
{
  double x = MARGIN;
  guint line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const double width =
          entries[i].key_width + KEY_GAP +
          okr_fonts_get_width (self->fonts, OKR_TEXT_SUBTITLE, get_text (&entries[i]));

      if ((self->legend & (1u << i)) == 0)
        continue;
      if (x > MARGIN && x + width > self->width - MARGIN)
        {
          x = MARGIN;
          line++;
        }
      if (brush != NULL)
        paint_entry (brush, &entries[i], colors, x, top + (line + 0.5) * LEGEND_LINE, width);
      x += width + ITEM_GAP;
    }

  return x > MARGIN ? line + 1 : 0;
}

/* By what is more than one line. */
static double
get_growth (char **lines, OkrTextRole role)
{
  return (g_strv_length (lines) - 1) * okr_fonts_get_pitch (role);
}

static void
wrap_head (OkrPoster *self)
{
  const double room = self->width - 2 * MARGIN - 1;

  g_strfreev (self->title_lines);
  g_strfreev (self->subtitle_lines);
  self->title_lines = okr_fonts_wrap (self->fonts, OKR_TEXT_PAGE_TITLE, self->title, room);
  self->subtitle_lines = okr_fonts_wrap (self->fonts, OKR_TEXT_PAGE_SUBTITLE, self->subtitle, room);
}

/* Once the picture is laid out, and again with other fonts. */
void
okr_poster_measure (OkrPoster *self)
{
  double height = okr_picture_get_height (self->picture);

  if (okr_picture_get_n_boxes (self->picture) == 0)
    height = EMPTY_HEIGHT;
  self->width = ceil (MAX (okr_picture_get_width (self->picture), LEAST_WIDTH) + 2 * MARGIN);
  wrap_head (self);
  self->top = MARGIN + HEAD_HEIGHT + get_growth (self->title_lines, OKR_TEXT_PAGE_TITLE) +
              get_growth (self->subtitle_lines, OKR_TEXT_PAGE_SUBTITLE) +
              OKR_PICTURE_HEADING_HEIGHT;
  self->legend = list_entries (self->picture);
  self->n_legend_lines = set_legend (self, NULL, NULL, 0);
  self->height =
      ceil (self->top + height + LEGEND_GAP + self->n_legend_lines * LEGEND_LINE + MARGIN - 8);
}

static void
paint_lines (OkrPoster *self, OkrBrush *brush, OkrTextRole role, char **lines, double y,
             const OkrColor *color)
{
  for (guint i = 0; lines[i] != NULL; i++)
    okr_brush_text (brush, role, lines[i], MARGIN, y + i * okr_fonts_get_pitch (role),
                    self->width - 2 * MARGIN, OKR_TEXT_START, color);
}

static void
paint_head (OkrPoster *self, OkrBrush *brush, const OkrSceneColors *colors)
{
  okr_brush_open (brush, "head", "head", self->title);
  paint_lines (self, brush, OKR_TEXT_PAGE_TITLE, self->title_lines, MARGIN + 14, &colors->text);
  paint_lines (self, brush, OKR_TEXT_PAGE_SUBTITLE, self->subtitle_lines,
               MARGIN + 46 + get_growth (self->title_lines, OKR_TEXT_PAGE_TITLE), &colors->dim);
  okr_brush_end (brush);
}

static void
paint_picture (OkrPoster *self, OkrBrush *brush, const OkrPictureLook *look,
               const OkrPictureRect *visible)
{
  OkrPictureRect inside = { 0 };

  if (visible != NULL)
    inside = (OkrPictureRect){ visible->x - MARGIN, visible->y - self->top, visible->width,
                               visible->height };

  okr_brush_open (brush, NULL, NULL, NULL);
  okr_brush_translate (brush, MARGIN, self->top);
  okr_picture_paint (self->picture, brush, look, visible != NULL ? &inside : NULL,
                     OKR_PICTURE_FULL);
  okr_brush_end (brush);
}

/* Only what is in @visible need be seen afterwards, where that is not NULL. */
void
okr_poster_paint (OkrPoster *self, OkrBrush *brush, const OkrPictureRect *visible,
                  const OkrColor *ground)
{
  OkrPictureLook look;

  okr_picture_look_init (&look, OKR_PALETTE_LIGHT, self->fonts);
  look.colors.ground = *ground;
  look.has_headings = TRUE;

  okr_brush_rect (brush, 0, 0, self->width, self->height, 0);
  okr_brush_fill (brush, ground);
  paint_head (self, brush, &look.colors);
  if (okr_picture_get_n_boxes (self->picture) == 0)
    okr_brush_text (brush, OKR_TEXT_PAGE_SUBTITLE, _ ("There are no objectives yet."), MARGIN,
                    self->top + EMPTY_HEIGHT / 2, self->width - 2 * MARGIN, OKR_TEXT_START,
                    &look.colors.dim);
  paint_picture (self, brush, &look, visible);
  okr_brush_open (brush, "legend", "legend", NULL);
  set_legend (self, brush, &look.colors,
              self->height - MARGIN + 8 - self->n_legend_lines * LEGEND_LINE);
  okr_brush_end (brush);
}
