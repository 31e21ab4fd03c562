/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-change.h"

G_BEGIN_DECLS

/**
 * OkrHistory:
 *
 * What can be taken back and done again, of unlimited depth: groups of changes, each with a label
 * for people ("Delete key result"). It only keeps the groups; #OkrPlan carries them out.
 */
#define OKR_TYPE_HISTORY (okr_history_get_type ())
G_DECLARE_FINAL_TYPE (OkrHistory, okr_history, OKR, HISTORY, GObject)

typedef struct _OkrChangeGroup OkrChangeGroup;

gboolean okr_history_can_undo (OkrHistory *self);
gboolean okr_history_can_redo (OkrHistory *self);
const char *okr_history_get_undo_label (OkrHistory *self);
const char *okr_history_get_redo_label (OkrHistory *self);
gboolean okr_history_is_modified (OkrHistory *self);
void okr_history_mark_saved (OkrHistory *self);
guint64 okr_history_get_revision (OkrHistory *self);
void okr_history_mark_revision_saved (OkrHistory *self, guint64 revision);
void okr_history_stop_coalescing (OkrHistory *self);
guint okr_history_get_depth (OkrHistory *self);

G_END_DECLS
