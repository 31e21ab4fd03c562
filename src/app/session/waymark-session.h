/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * WaymarkSession:
 *
 * What the parts of one window share: the plan and its file, the selection, the scope in time and
 * organisation, the attention filter and the search. A view gets a session and nothing else.
 *
 * Its properties all notify: "plan" (#OkrPlan, nullable while nothing is open), "file" (#GFile,
 * nullable), "cycle" (#OkrCycle, %NULL for all), "team" (#OkrTeam, %NULL for all), "selected"
 * (#OkrItem, nullable: what the inspector shows), "attention" (#OkrAttention flags, 0 for none),
 * "search" ("" for none), "typed" (see
 * waymark_session_set_typed()), and, read-only, "modified" and "title".
 */
#define WAYMARK_TYPE_SESSION (waymark_session_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkSession, waymark_session, WAYMARK, SESSION, GObject)

WaymarkSession *waymark_session_new (void);

OkrPlan *waymark_session_get_plan (WaymarkSession *self);
void waymark_session_set_plan (WaymarkSession *self, OkrPlan *plan);
GFile *waymark_session_get_file (WaymarkSession *self);
void waymark_session_set_file (WaymarkSession *self, GFile *file);
OkrCycle *waymark_session_get_cycle (WaymarkSession *self);
void waymark_session_set_cycle (WaymarkSession *self, OkrCycle *cycle);
OkrTeam *waymark_session_get_team (WaymarkSession *self);
void waymark_session_set_team (WaymarkSession *self, OkrTeam *team);
OkrItem *waymark_session_get_selected (WaymarkSession *self);
void waymark_session_set_selected (WaymarkSession *self, OkrItem *item);
guint waymark_session_get_attention (WaymarkSession *self);
void waymark_session_set_attention (WaymarkSession *self, guint attention);
const char *waymark_session_get_search (WaymarkSession *self);
void waymark_session_set_search (WaymarkSession *self, const char *search);

/**
 * waymark_session_set_origin:
 * @origin: (nullable): the file of another kind that the plan was made from
 *
 * Beside it a plan that has no file yet is at home. Another plan has another origin, so it goes
 * with waymark_session_set_plan().
 */
void waymark_session_set_origin (WaymarkSession *self, GFile *origin);
GFile *waymark_session_get_origin (WaymarkSession *self);

/**
 * waymark_session_dup_folder:
 *
 * Returns: (transfer full) (nullable): the folder of the plan's file, or else of its origin; where
 *   to begin when something of the plan is to be saved
 */
GFile *waymark_session_dup_folder (WaymarkSession *self);

/**
 * waymark_session_set_typed:
 * @typed: (nullable): what is typed in the dialog in front and not in the plan yet, in the form in
 *   which the dialog can show it again; %NULL when there is no such dialog
 *
 * What a crash must not take, but is no edit before somebody confirms it.
 */
void waymark_session_set_typed (WaymarkSession *self, const char *typed);
const char *waymark_session_get_typed (WaymarkSession *self);

gboolean waymark_session_get_modified (WaymarkSession *self);
char *waymark_session_dup_title (WaymarkSession *self);

/**
 * waymark_session_is_filtered:
 *
 * Returns: whether an attention filter or a search is on
 */
gboolean waymark_session_is_filtered (WaymarkSession *self);

/**
 * waymark_session_shows:
 * @item: an objective or a key result of the plan
 *
 * An objective is shown when it is in scope and it or one of its key results meets the filters; a
 * key result when its objective is in scope and it meets the filters itself, or its objective meets
 * the search.
 *
 * Returns: whether the views show @item
 */
gboolean waymark_session_shows (WaymarkSession *self, OkrItem *item);

/**
 * waymark_session_shows_whole:
 * @objective: an objective that is shown
 *
 * Returns: whether all its key results are shown, so that these need not be asked for one by one;
 *   some that are may not be known as such here
 */
gboolean waymark_session_shows_whole (WaymarkSession *self, OkrObjective *objective);

/**
 * waymark_session_meets_filter:
 * @item: an objective or a key result of the plan
 *
 * Returns: whether @item meets attention filter and search itself, rather than being shown for the
 * sake of one that does
 */
gboolean waymark_session_meets_filter (WaymarkSession *self, OkrItem *item);

/**
 * waymark_session_report:
 * @error: (transfer none) (nullable): why an edit failed
 *
 * Emits #WaymarkSession::problem, which the dialog in front shows as a toast, or else the window.
 */
void waymark_session_report (WaymarkSession *self, const GError *error);

/**
 * waymark_session_announce:
 * @message: plain text
 * @can_undo: whether to offer "Undo" with it
 *
 * Emits #WaymarkSession::message, which the dialog in front shows as a toast, or else the window.
 */
void waymark_session_announce (WaymarkSession *self, const char *message, gboolean can_undo);

G_END_DECLS
