/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-import.h"

G_BEGIN_DECLS

/**
 * waymark_import_problems_init:
 * @list: a list view
 *
 * Lets @list show what is wrong with the rows of a table, and then the notes.
 */
void waymark_import_problems_init (GtkListView *list);

/**
 * waymark_import_problems_set_result:
 * @list: a list view from waymark_import_problems_init()
 * @result: (nullable): what an import does; has to live as long as @list shows it
 */
void waymark_import_problems_set_result (GtkListView *list, const OkrImportResult *result);

/**
 * waymark_import_problems_show_page:
 * @page: the page with the list of problems
 * @result: (nullable): what an import does
 *
 * Tells on the switch to @page how many there are. Without any it is not there.
 */
void waymark_import_problems_show_page (AdwViewStackPage *page, const OkrImportResult *result);

G_END_DECLS
