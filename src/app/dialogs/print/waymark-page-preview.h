/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-pages.h"

G_BEGIN_DECLS

/**
 * WaymarkPagePreview:
 *
 * Pages to be turned, or what there is to say until they are there. It takes the focus for them.
 */
#define WAYMARK_TYPE_PAGE_PREVIEW (waymark_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPagePreview, waymark_page_preview, WAYMARK, PAGE_PREVIEW, AdwBin)

/**
 * waymark_page_preview_show:
 * @pages: (nullable): what to show; %NULL while nothing is laid out
 * @reason: (nullable): why there is nothing to show
 *
 * The page that is shown stays where there is one of that number.
 */
void waymark_page_preview_show (WaymarkPagePreview *self, WaymarkPages *pages, const char *reason);

/**
 * waymark_page_preview_get_page:
 *
 * Returns: the number of the page in sight, from 0
 */
guint waymark_page_preview_get_page (WaymarkPagePreview *self);

/**
 * waymark_page_preview_turn:
 * @step: how many pages to go on, or back
 */
void waymark_page_preview_turn (WaymarkPagePreview *self, int step);

/**
 * waymark_page_preview_zoom:
 * @direction: 1 for larger pages, −1 for smaller ones, 0 to see them whole
 */
void waymark_page_preview_zoom (WaymarkPagePreview *self, int direction);

G_END_DECLS
