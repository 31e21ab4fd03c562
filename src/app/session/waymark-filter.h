/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * WaymarkFilter:
 *
 * Which objectives and key results somebody looks for: those that need attention of some kind, and
 * those that a search finds. It remembers what it was asked, for several views ask the same.
 */
typedef struct _WaymarkFilter WaymarkFilter;

WaymarkFilter *waymark_filter_new (void);
void waymark_filter_free (WaymarkFilter *self);

guint waymark_filter_get_attention (WaymarkFilter *self);

/**
 * waymark_filter_set_attention:
 * @attention: #OkrAttention flags, 0 for all
 *
 * Returns: whether that is something else than before
 */
gboolean waymark_filter_set_attention (WaymarkFilter *self, guint attention);

const char *waymark_filter_get_search (WaymarkFilter *self);

/**
 * waymark_filter_set_search:
 * @search: (nullable): as people type it, %NULL or "" for all
 *
 * Returns: whether that is something else than before
 */
gboolean waymark_filter_set_search (WaymarkFilter *self, const char *search);

/**
 * waymark_filter_is_empty:
 *
 * Returns: whether everything meets it
 */
gboolean waymark_filter_is_empty (WaymarkFilter *self);

/**
 * waymark_filter_forget:
 *
 * The plan was edited: what is asked again may have another answer.
 */
void waymark_filter_forget (WaymarkFilter *self);

/**
 * waymark_filter_meets:
 * @item: an objective or a key result of @plan
 *
 * Returns: whether @item meets the filter itself
 */
gboolean waymark_filter_meets (WaymarkFilter *self, OkrPlan *plan, OkrItem *item);

/**
 * waymark_filter_shows:
 * @item: an objective or a key result of @plan
 *
 * Returns: whether @item is to be shown: it meets the filter, or it is an objective with a key
 *   result to show, or a key result that needs attention and whose objective the search finds
 */
gboolean waymark_filter_shows (WaymarkFilter *self, OkrPlan *plan, OkrItem *item);

/**
 * waymark_filter_shows_whole:
 * @objective: an objective of @plan
 *
 * Returns: whether it is to be shown with all its key results, so that these need not be asked for
 *   one by one; some that are may not be known as such here
 */
gboolean waymark_filter_shows_whole (WaymarkFilter *self, OkrPlan *plan, OkrObjective *objective);

G_END_DECLS
