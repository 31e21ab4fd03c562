/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrSearch:
 *
 * Words to look for. Case and accents do not matter; every word has to occur somewhere in the
 * title, owner, team, tags or id.
 */
typedef struct _OkrSearch OkrSearch;

OkrSearch *okr_search_new (const char *words);
void okr_search_free (OkrSearch *self);
gboolean okr_search_is_empty (OkrSearch *self);
gboolean okr_search_matches (OkrSearch *self, OkrPlan *plan, OkrItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrSearch, okr_search_free)

G_END_DECLS
