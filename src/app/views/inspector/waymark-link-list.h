/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_LINK_LIST (waymark_link_list_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkLinkList, waymark_link_list, WAYMARK, LINK_LIST, AdwPreferencesGroup)

/**
 * WaymarkLinkKind:
 * @WAYMARK_LINK_KEY_RESULTS: its key results
 * @WAYMARK_LINK_PARENTS: what it contributes to; the first is its main parent
 * @WAYMARK_LINK_CONTRIBUTORS: the objectives that contribute to it or to its key results
 *
 * What an objective is linked with.
 */
typedef enum
{
  WAYMARK_LINK_KEY_RESULTS,
  WAYMARK_LINK_PARENTS,
  WAYMARK_LINK_CONTRIBUTORS,
} WaymarkLinkKind;

/**
 * WaymarkLinkList:
 *
 * Links of an objective: each leads to its end; those to parents can be removed, and one made the
 * main one.
 */

/**
 * waymark_link_list_show:
 * @kind: which links to show
 * @session: a session
 * @item: an objective of its plan, or for contributors a key result
 *
 * Shows @item as it is now. A list keeps to one kind.
 */
void waymark_link_list_show (WaymarkLinkList *self, WaymarkLinkKind kind, WaymarkSession *session,
                             OkrItem *item);

/**
 * waymark_link_list_get_n_links:
 *
 * Returns: how many links it shows
 */
guint waymark_link_list_get_n_links (WaymarkLinkList *self);

G_END_DECLS
