/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_empty_row_new:
 * @text: (nullable): what could stand in the list
 *
 * Returns: (transfer floating): a row that says why a list is empty
 */
GtkWidget *waymark_empty_row_new (const char *text);

/**
 * waymark_empty_row_set_text:
 * @row: a row that waymark_empty_row_new() made
 * @text: what it says from now on
 */
void waymark_empty_row_set_text (GtkWidget *row, const char *text);

G_END_DECLS
