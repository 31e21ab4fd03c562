/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-merge.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkReviewDialog:
 *
 * Shows what a merge brings in and asks the questions that it leaves open. Without a merge it asks
 * those that are in the plan already.
 *
 * Emits "finished" with whether the merge was accepted, once, when it closes.
 */
#define WAYMARK_TYPE_REVIEW_DIALOG (waymark_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkReviewDialog, waymark_review_dialog, WAYMARK, REVIEW_DIALOG, AdwWindow)

/**
 * waymark_review_dialog_new:
 * @session: a session with a plan
 * @merge: (nullable): what to look at; %NULL for the questions in the session's plan
 * @name: (nullable): what the other copy is called
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *waymark_review_dialog_new (WaymarkSession *session, WaymarkMerge *merge,
                                      const char *name);

G_END_DECLS
