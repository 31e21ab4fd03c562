/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * waymark_names_set:
 * @widget: a widget
 * @name: what assistive technologies call it
 *
 * GTK 4.8 calls what has no name like its class.
 */
void waymark_names_set (GtkWidget *widget, const char *name);

/**
 * waymark_names_set_parts:
 * @widget: a widget of the toolkit
 * @type: the type of its parts to name
 * @name: their name
 *
 * What the toolkit's widgets are made of does not take over their names.
 */
void waymark_names_set_parts (GtkWidget *widget, GType type, const char *name);

/**
 * waymark_names_follow_title:
 * @row: an #AdwExpanderRow, or one made of lists
 *
 * Names @row and the lists inside of it like its title, now and whenever that changes.
 */
void waymark_names_follow_title (AdwPreferencesRow *row);

G_END_DECLS
