/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-recovery.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkWindow:
 *
 * The window of one document.
 */
#define WAYMARK_TYPE_WINDOW (waymark_window_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkWindow, waymark_window, WAYMARK, WINDOW, AdwApplicationWindow)

WaymarkWindow *waymark_window_new (GtkApplication *application);

WaymarkSession *waymark_window_get_session (WaymarkWindow *self);

/**
 * waymark_window_is_empty:
 *
 * Returns: whether nothing is open here and nothing is being opened
 */
gboolean waymark_window_is_empty (WaymarkWindow *self);

/**
 * waymark_window_has_file:
 *
 * Returns: whether this window shows @file or is opening it
 */
gboolean waymark_window_has_file (WaymarkWindow *self, GFile *file);

void waymark_window_set_accels (GtkApplication *application);
void waymark_window_open (WaymarkWindow *self, GFile *file);

/**
 * waymark_window_open_example:
 * @file: the example plan
 *
 * Opens @file as a plan of one's own that has no file yet.
 */
void waymark_window_open_example (WaymarkWindow *self, GFile *file);
void waymark_window_take_plan (WaymarkWindow *self, OkrPlan *plan);

/**
 * waymark_window_import:
 * @file: a table of a spreadsheet
 *
 * Shows what @file would bring into the plan of the window, or into a new one when it has none or
 * one that cannot be edited, and imports it when somebody agrees.
 */
void waymark_window_import (WaymarkWindow *self, GFile *file);

/**
 * waymark_window_is_table:
 * @file: any file
 *
 * Returns: whether its name says that it is a table of a spreadsheet rather than a plan
 */
gboolean waymark_window_is_table (GFile *file);

/**
 * waymark_window_recover:
 * @recovery: work that a crash has left
 *
 * Shows @recovery in an empty window and says so.
 */
void waymark_window_recover (WaymarkWindow *self, WaymarkRecovery *recovery);

/**
 * waymark_window_write_draft:
 *
 * Sees to it that unsaved work is on the disk, because the program is about to end.
 */
void waymark_window_write_draft (WaymarkWindow *self);

/**
 * waymark_window_leave_now:
 *
 * Tells others that the file is not open here any more, because the program is about to end.
 */
void waymark_window_leave_now (WaymarkWindow *self);

G_END_DECLS
