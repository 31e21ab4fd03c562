/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-pages.h"

G_BEGIN_DECLS

/**
 * WaymarkPagePainter:
 *
 * Draws what is in sight of a page, in a worker thread. What it has drawn is shown, larger or
 * smaller if need be, until something better is there: the signal "painted" tells.
 */
#define WAYMARK_TYPE_PAGE_PAINTER (waymark_page_painter_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPagePainter, waymark_page_painter, WAYMARK, PAGE_PAINTER, GObject)

WaymarkPagePainter *waymark_page_painter_new (void);

/**
 * waymark_page_painter_set_pages:
 * @pages: (nullable): what to draw
 */
void waymark_page_painter_set_pages (WaymarkPagePainter *self, WaymarkPages *pages);

/**
 * waymark_page_painter_snapshot:
 * @snapshot: where to
 * @page: the number of a page, from 0
 * @paper: where its paper is, from whole pixels on
 * @sight: what can be seen
 * @scale_factor: pixels of the screen in one of @paper and @sight
 */
void waymark_page_painter_snapshot (WaymarkPagePainter *self, GtkSnapshot *snapshot, guint page,
                                    const graphene_rect_t *paper, const graphene_rect_t *sight,
                                    int scale_factor);

G_END_DECLS
