/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-chart.h"
#include "okr-composer.h"
#include "okr-page-fonts.h"

G_BEGIN_DECLS

/* The line with the number of the page, and what keeps it off the blocks above. */
#define OKR_PAGE_FOOTER 26.0
#define OKR_PAGE_FOOTER_GAP 8.0
/* About ten lines: what is higher begins where there is room, and is not kept with what follows. */
#define OKR_PAGE_LONG_TEXT 120.0
/* Charts are made in the pixels of the window, where text is larger. */
#define OKR_PAGE_CHART_SCALE 0.6

typedef enum
{
  OKR_CELL_TEXT,
  OKR_CELL_STATUS, /* a mark with a label, at the end of the column */
  OKR_CELL_MARK,
  OKR_CELL_BAR,
  OKR_CELL_BOX,
  OKR_CELL_LINE,
  OKR_CELL_CHART,
} OkrCellKind;

typedef struct
{
  OkrCellKind kind;
  OkrPageFont font;
  OkrPageInk ink;
  OkrPageAlign align;
  OkrStatus status;
  gboolean has_lines;    /* line feeds count */
  gboolean is_below;     /* the cell before it */
  gboolean is_shortened; /* what is too long for one line loses its middle */
  double x;
  double width;
  double height;
  double y; /* since it was measured, like height of what has text */
  double progress;
  double expected;
  const char *text;
  const char *link;
  const OkrChartSeries *series;
} OkrCell;

struct _OkrBlock
{
  OkrComposer *composer;
  GArray *cells;
  OkrBlock *head; /* to be repeated where it goes on on another page; that of a head comes before */
  double before;
  double after;
  double height; /* without before and after */
  double baseline;
  double least_height; /* down to which it shrinks to end on a page; 0: not at all */
  gboolean has_rule;
  gboolean keeps_next;
  gboolean keeps_together;
  gboolean begins_page;
  gboolean is_measured;
  guint outline_level; /* 0: none */
  const char *outline;
  const char *target;
};

/* What the signs of a page mean. */
typedef struct _OkrLegend OkrLegend;

/* A block, or some lines of it, on a page. */
typedef struct
{
  OkrBlock *block;
  double y;
  double from;
  double to;
  gboolean is_first;
} OkrPlaced;

struct _OkrComposer
{
  OkrPageSetup setup;
  OkrPageFonts *fonts;
  PangoAttrList *tabular;
  guint step;          /* of making it narrower */
  double gap;          /* how high space is, of what is asked for */
  GHashTable *layouts; /* OkrCell → PangoLayout: what looks the same is laid out once */
  OkrFonts *chart_fonts;
  GStringChunk *texts;
  GPtrArray *blocks;
  GPtrArray *heads;
  OkrBlock *head;
  GPtrArray *pages;     /* GArray of OkrPlaced */
  GPtrArray *legends;   /* since pages were laid out: the OkrLegend of each */
  guint n_legend_lines; /* above the last line of a page, in the part that is laid out */
  char *source;         /* what stands at the foot of each page */
  double running_head;
  gboolean is_mirrored;
};

GHashTable *okr_composer_create_layouts (void);
PangoLayout *okr_composer_dup_layout (OkrComposer *self, const OkrCell *cell);
double okr_composer_place_x (const OkrComposer *self, double x, double width);
double okr_composer_place_layout (const OkrComposer *self, const OkrCell *cell,
                                  PangoLayout *layout);
void okr_block_measure (OkrBlock *self);
double okr_block_find_cut (OkrBlock *self, double from, double to);
void okr_composer_draw (OkrComposer *self, guint page, cairo_t *cr, gboolean has_tags);
OkrChartLook okr_composer_get_chart_look (void);
OkrLegend *okr_legend_new (OkrComposer *composer, const OkrPlaced *placed, guint n);
void okr_legend_free (OkrLegend *self);
guint okr_composer_count_legend_lines (OkrComposer *self, guint first);
double okr_composer_get_footer (const OkrComposer *self);
void okr_legend_draw (const OkrLegend *self, OkrComposer *composer, cairo_t *cr, double baseline);
double okr_composer_draw_caption (OkrComposer *self, cairo_t *cr, const char *text, double x,
                                  double baseline, double most);
void okr_composer_draw_margins (OkrComposer *self, guint page, cairo_t *cr, const char *left,
                                const char *right);
void okr_composer_add_outline (OkrComposer *self, cairo_surface_t *surface);

G_END_DECLS
