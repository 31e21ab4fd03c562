/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-pages.h"

G_BEGIN_DECLS

/* As large as on paper is 1. */
#define WAYMARK_PAGE_MIN_ZOOM 0.1
#define WAYMARK_PAGE_MAX_ZOOM 4.0

/**
 * WaymarkPageFit:
 * @WAYMARK_PAGE_FIT_NONE: as large as was chosen
 * @WAYMARK_PAGE_FIT_PAGE: the page is seen whole
 * @WAYMARK_PAGE_FIT_WIDTH: the page is as wide as there is room
 */
typedef enum
{
  WAYMARK_PAGE_FIT_NONE,
  WAYMARK_PAGE_FIT_PAGE,
  WAYMARK_PAGE_FIT_WIDTH
} WaymarkPageFit;

/**
 * WaymarkPageView:
 *
 * Shows one of several pages as it comes out of the printer, at first as large as there is room.
 * The keys and the wheel turn pages, or move one that is larger: the view scrolls. Its property
 * "page" is the number of the page that is shown, from 0; "zoom" tells how large it is.
 */
#define WAYMARK_TYPE_PAGE_VIEW (waymark_page_view_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPageView, waymark_page_view, WAYMARK, PAGE_VIEW, GtkWidget)

/**
 * waymark_page_view_set_pages:
 * @pages: (nullable): what to show; the page that is shown stays where it can
 */
void waymark_page_view_set_pages (WaymarkPageView *self, WaymarkPages *pages);

guint waymark_page_view_get_page (WaymarkPageView *self);

/**
 * waymark_page_view_set_page:
 * @page: a number from 0; the last page is shown for one that is too large
 *
 * Another page is shown from its top.
 */
void waymark_page_view_set_page (WaymarkPageView *self, guint page);

WaymarkPageFit waymark_page_view_get_fit (WaymarkPageView *self);

/**
 * waymark_page_view_fit:
 * @fit: how large from now on, whatever the room
 */
void waymark_page_view_fit (WaymarkPageView *self, WaymarkPageFit fit);

/**
 * waymark_page_view_get_zoom:
 *
 * Returns: how large the page is shown; as large as on paper is 1
 */
double waymark_page_view_get_zoom (WaymarkPageView *self);

/**
 * waymark_page_view_zoom_at:
 * @zoom: how large from now on, kept between %WAYMARK_PAGE_MIN_ZOOM and %WAYMARK_PAGE_MAX_ZOOM
 * @x: what stays where it is, in pixels of the view
 * @y: what stays where it is, in pixels of the view
 */
void waymark_page_view_zoom_at (WaymarkPageView *self, double zoom, double x, double y);

/**
 * waymark_page_view_zoom:
 * @zoom: like that of waymark_page_view_zoom_at(); what is in the middle stays there
 */
void waymark_page_view_zoom (WaymarkPageView *self, double zoom);

G_END_DECLS
