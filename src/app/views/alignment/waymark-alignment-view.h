/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-poster.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkAlignmentView:
 *
 * The objectives of the session as a graph: from the mission to all that contributes to it.
 *
 * Its one property is "session" (#WaymarkSession, nullable). It shows nothing new while it is not
 * mapped and catches up when it is.
 */
#define WAYMARK_TYPE_ALIGNMENT_VIEW (waymark_alignment_view_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkAlignmentView, waymark_alignment_view, WAYMARK, ALIGNMENT_VIEW,
                      GtkWidget)

GtkWidget *waymark_alignment_view_new (void);

void waymark_alignment_view_set_session (WaymarkAlignmentView *self, WaymarkSession *session);

/**
 * waymark_alignment_view_rename:
 *
 * Lets a person type another title for what is selected, where it stands.
 */
void waymark_alignment_view_rename (WaymarkAlignmentView *self);

/**
 * waymark_alignment_view_go_to_hit:
 * @direction: 1 for the next, -1 for the one before
 *
 * Selects what the search found next, from column to column, and begins again after the last.
 *
 * Returns: whether there is any
 */
gboolean waymark_alignment_view_go_to_hit (WaymarkAlignmentView *self, int direction);

/**
 * waymark_alignment_view_export:
 *
 * Asks for a file and draws the graph into it.
 */
void waymark_alignment_view_export (WaymarkAlignmentView *self);

/**
 * waymark_alignment_view_export_to:
 * @file: a file whose name ends in .svg, .png or .pdf
 * @paper: what a PDF is made for
 *
 * Draws what is shown into @file, in a thread, and tells the session how that went.
 */
void waymark_alignment_view_export_to (WaymarkAlignmentView *self, GFile *file, OkrPaper paper);

G_END_DECLS
