/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkListSort:
 * @WAYMARK_LIST_SORT_PLAN: as the plan has them
 * @WAYMARK_LIST_SORT_PROGRESS: the least progress first, undefined last
 * @WAYMARK_LIST_SORT_ATTENTION: what needs attention most first
 * @WAYMARK_LIST_SORT_TEAM: by team in the plan's order, without a team last
 *
 * Orders of the objectives. What is equal stays in plan order, and so do the key results of an
 * objective.
 */
typedef enum
{
  WAYMARK_LIST_SORT_PLAN,
  WAYMARK_LIST_SORT_PROGRESS,
  WAYMARK_LIST_SORT_ATTENTION,
  WAYMARK_LIST_SORT_TEAM,
} WaymarkListSort;

/**
 * waymark_list_sort_from_nick:
 * @nick: a word of the settings key "sort"
 *
 * Returns: the order; plan order for a word that is unknown
 */
WaymarkListSort waymark_list_sort_from_nick (const char *nick);

/**
 * WaymarkListRows:
 *
 * The rows of the List as a #GListModel of #OkrItem: each objective that the session shows,
 * followed by those of its key results that it shows. It follows the session and the plan; an edit
 * that moves no row emits nothing.
 */
#define WAYMARK_TYPE_LIST_ROWS (waymark_list_rows_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkListRows, waymark_list_rows, WAYMARK, LIST_ROWS, GObject)

WaymarkListRows *waymark_list_rows_new (void);

/**
 * waymark_list_rows_set_session:
 * @session: (nullable): whose plan, scope and filter to follow
 */
void waymark_list_rows_set_session (WaymarkListRows *self, WaymarkSession *session);

/**
 * waymark_list_rows_set_sort:
 * @sort: the order of the objectives
 */
void waymark_list_rows_set_sort (WaymarkListRows *self, WaymarkListSort sort);

WaymarkListSort waymark_list_rows_get_sort (WaymarkListRows *self);

/**
 * waymark_list_rows_peek:
 * @position: a row
 *
 * Returns: (transfer none) (nullable): its item, %NULL beyond the end
 */
OkrItem *waymark_list_rows_peek (WaymarkListRows *self, guint position);

/**
 * waymark_list_rows_find:
 * @item: (nullable): anything in the plan
 *
 * Returns: the row of @item, or of the nearest item above it that has one (the key result of an
 *   initiative); %GTK_INVALID_LIST_POSITION where there is none
 */
guint waymark_list_rows_find (WaymarkListRows *self, OkrItem *item);

/**
 * waymark_list_rows_is_last:
 * @position: a row
 *
 * Returns: whether it is the last one of its objective
 */
gboolean waymark_list_rows_is_last (WaymarkListRows *self, guint position);

/**
 * waymark_list_rows_get_n_key_results:
 *
 * Returns: how many rows are key results
 */
guint waymark_list_rows_get_n_key_results (WaymarkListRows *self);

/**
 * waymark_list_rows_set_active:
 * @active: whether anybody sees the rows, as is so at first
 *
 * Rows that nobody sees stay as they are, but for those of a plan that is closed, which leave.
 */
void waymark_list_rows_set_active (WaymarkListRows *self, gboolean active);

G_END_DECLS
