/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-export.h"

G_BEGIN_DECLS

/**
 * WaymarkPages:
 *
 * A report on one paper: the pages that the preview shows, or the printer prints. They are laid out
 * in a worker thread, and can be drawn in any.
 */
#define WAYMARK_TYPE_PAGES (waymark_pages_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPages, waymark_pages, WAYMARK, PAGES, GObject)

/**
 * waymark_pages_read_setup:
 * @setup: what is printed on
 *
 * Returns: the same, with margins of at least what looks well and what the printer needs
 */
OkrPageSetup waymark_pages_read_setup (GtkPageSetup *setup);

/**
 * waymark_pages_new_async:
 * @kind: what to make: a kind of PDF
 * @plan: a plan, of which is taken what it says now
 * @options: which part of it, and how
 * @setup: what it is printed on; it is not changed
 * @cancellable: (nullable): tells that it is not needed any more
 * @callback: called when the pages are there
 * @user_data: for @callback
 */
void waymark_pages_new_async (const OkrExportKind *kind, OkrPlan *plan,
                              const OkrExportOptions *options, GtkPageSetup *setup,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * waymark_pages_new_for_async:
 * @other: pages of the same report, which stay as they are
 * @setup: what it is printed on; it is not changed
 * @cancellable: (nullable): tells that it is not needed any more
 * @callback: called when the pages are there
 * @user_data: for @callback
 *
 * Lays out what @other shows, as the plan was then, for other paper.
 */
void waymark_pages_new_for_async (WaymarkPages *other, GtkPageSetup *setup,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * waymark_pages_new_finish:
 * @result: what the callback got
 * @error: return location for an error of %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the pages
 */
WaymarkPages *waymark_pages_new_finish (GAsyncResult *result, GError **error);

/**
 * waymark_pages_count_async:
 * @kind: what to make: a kind that has pages
 * @plan: a plan, of which is taken what it says now
 * @options: which part of it, and how
 * @setup: what it would be printed on; it is not changed
 * @cancellable: (nullable): tells that it is not needed any more
 * @callback: called when they are counted
 * @user_data: for @callback
 *
 * Lays the pages out, in a worker thread too, only to tell how many there would be.
 */
void waymark_pages_count_async (const OkrExportKind *kind, OkrPlan *plan,
                                const OkrExportOptions *options, GtkPageSetup *setup,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * waymark_pages_count_finish:
 * @result: what the callback got
 * @error: return location for an error of %G_IO_ERROR
 *
 * Returns: how many there are; 0 with an error
 */
guint waymark_pages_count_finish (GAsyncResult *result, GError **error);

/**
 * waymark_pages_fits:
 *
 * Returns: whether the pages were made for @setup
 */
gboolean waymark_pages_fits (WaymarkPages *self, GtkPageSetup *setup);

guint waymark_pages_get_n_pages (WaymarkPages *self);

/**
 * waymark_pages_get_setup:
 *
 * Returns: (transfer none): the paper that they were made for
 */
const OkrPageSetup *waymark_pages_get_setup (WaymarkPages *self);

/**
 * waymark_pages_get_size:
 * @width: (out): the width of all pages in points
 * @height: (out): their height in points
 */
void waymark_pages_get_size (WaymarkPages *self, double *width, double *height);

/**
 * waymark_pages_draw:
 * @page: the number of a page, from 0
 * @cr: where to, in points from the upper left corner of the paper
 */
void waymark_pages_draw (WaymarkPages *self, guint page, cairo_t *cr);

G_END_DECLS
