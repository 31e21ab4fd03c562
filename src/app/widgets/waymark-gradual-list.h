/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list view makes some two hundred rows when it is shown first, however few can be seen. Where
 * they are long to measure, that takes as long as a dozen frames. Such a list shows what fills a
 * page at once, and takes in more with every frame. */

/**
 * waymark_gradual_list_set_model:
 * @list: a list view
 * @model: what it shows; nothing of it can be selected
 *
 * Shows the first rows of @model, and the others while the frames go on. The arrow keys go from row
 * to row, and Tab past the list. To be called once.
 */
void waymark_gradual_list_set_model (GtkListView *list, GListModel *model);

/**
 * waymark_gradual_list_get_model:
 * @list: a list view that was given a model here
 *
 * Returns: (transfer none): the whole model, also of what is not shown yet
 */
GListModel *waymark_gradual_list_get_model (GtkListView *list);

/**
 * waymark_gradual_list_begin:
 * @list: a list view that was given a model here
 *
 * Begins with the first rows again. To be called before the model has something else to show.
 */
void waymark_gradual_list_begin (GtkListView *list);

G_END_DECLS
