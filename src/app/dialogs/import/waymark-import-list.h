/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-import.h"

G_BEGIN_DECLS

/**
 * waymark_import_list_init:
 * @list: a list view
 *
 * Lets @list show what becomes of the items of a table, below headings that open and close. The one
 * of what is left out activates "import.show-page" with "problems".
 */
void waymark_import_list_init (GtkListView *list);

/**
 * waymark_import_list_set_result:
 * @list: a list view from waymark_import_list_init()
 * @result: (nullable): what an import does; has to live as long as @list shows it
 * @plan: (nullable): the plan as it will be
 */
void waymark_import_list_set_result (GtkListView *list, const OkrImportResult *result,
                                     OkrPlan *plan);

G_END_DECLS
