/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-pages.h"

G_BEGIN_DECLS

/**
 * WaymarkPageView:
 *
 * Shows one of several pages as it comes out of the printer, as large as there is room. The keys
 * and the wheel turn pages. Its property "page" is the number of the page that is shown, from 0.
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
 */
void waymark_page_view_set_page (WaymarkPageView *self, guint page);

G_END_DECLS
