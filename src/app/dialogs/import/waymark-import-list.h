/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-import.h"

G_BEGIN_DECLS

/**
 * waymark_import_list_init_items:
 * @list: a list view
 *
 * Lets @list show what becomes of the items of a table, in rows of one height.
 */
void waymark_import_list_init_items (GtkListView *list);

/**
 * waymark_import_list_set_items:
 * @list: a list view from waymark_import_list_init_items()
 * @result: (nullable): what an import does; has to live as long as @list shows it
 */
void waymark_import_list_set_items (GtkListView *list, const OkrImportResult *result);

/**
 * waymark_import_list_init_problems:
 * @list: a list view
 *
 * Lets @list show what is wrong with the rows of a table.
 */
void waymark_import_list_init_problems (GtkListView *list);

/**
 * waymark_import_list_set_problems:
 * @list: a list view from waymark_import_list_init_problems()
 * @result: (nullable): what an import does; has to live as long as @list shows it
 */
void waymark_import_list_set_problems (GtkListView *list, const OkrImportResult *result);

G_END_DECLS
