/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkListHeading:
 *
 * What stands above the List: its scope in words, how much there is of it, and the button that
 * chooses the order (action view.sort, which somebody above provides).
 */
#define WAYMARK_TYPE_LIST_HEADING (waymark_list_heading_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkListHeading, waymark_list_heading, WAYMARK, LIST_HEADING, GtkWidget)

/**
 * waymark_list_heading_update:
 * @session: (nullable): whose scope to describe
 * @n_matches: how many key results the filter leaves
 */
void waymark_list_heading_update (WaymarkListHeading *self, WaymarkSession *session,
                                  guint n_matches);

/**
 * waymark_list_heading_set_sort:
 * @sort: a word of the settings key "sort"
 */
void waymark_list_heading_set_sort (WaymarkListHeading *self, const char *sort);

G_END_DECLS
