/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_ALIGNMENT_DIALOG (waymark_alignment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkAlignmentDialog, waymark_alignment_dialog, WAYMARK, ALIGNMENT_DIALOG,
                      AdwWindow)

/**
 * WaymarkAlignmentDialog:
 *
 * Asks what an objective contributes to: objectives and key results, one of them the main one.
 */

/**
 * waymark_alignment_dialog_present:
 * @parent: (nullable): the window that it belongs to
 * @session: a session
 * @objective: an objective of its plan
 *
 * Asks; the answer becomes one edit. What would close a loop cannot be chosen.
 */
void waymark_alignment_dialog_present (GtkWindow *parent, WaymarkSession *session,
                                       OkrObjective *objective);

/**
 * waymark_alignment_dialog_new:
 * @session: a session
 * @objective: an objective of its plan
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
WaymarkAlignmentDialog *waymark_alignment_dialog_new (WaymarkSession *session,
                                                      OkrObjective *objective);

/**
 * waymark_alignment_dialog_choose:
 * @id: the id of an objective or a key result
 * @chosen: whether it is chosen
 *
 * Ticks or unticks an entry. What would close a loop is never ticked.
 */
void waymark_alignment_dialog_choose (WaymarkAlignmentDialog *self, const char *id,
                                      gboolean chosen);

/**
 * waymark_alignment_dialog_set_main:
 * @id: the id of an objective or a key result
 *
 * Ticks an entry and makes it the main one.
 */
void waymark_alignment_dialog_set_main (WaymarkAlignmentDialog *self, const char *id);

G_END_DECLS
