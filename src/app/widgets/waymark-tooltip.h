/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_tooltip_set_text:
 * @tooltip: what is about to be shown
 * @widget: whom it is about
 * @text: (nullable): one line or several, of any length
 *
 * Breaks lines of more than 60 characters, or of fewer in a narrow window. GTK breaks none where
 * there are several.
 */
void waymark_tooltip_set_text (GtkTooltip *tooltip, GtkWidget *widget, const char *text);

/**
 * waymark_tooltip_set_markup:
 * @tooltip: what is about to be shown
 * @widget: whom it is about
 * @markup: like the text of waymark_tooltip_set_text(), in Pango's markup
 */
void waymark_tooltip_set_markup (GtkTooltip *tooltip, GtkWidget *widget, const char *markup);

/**
 * waymark_tooltip_get_label:
 *
 * Returns: (transfer none) (nullable): what @tooltip was last told to show by these functions
 */
GtkLabel *waymark_tooltip_get_label (GtkTooltip *tooltip);

G_END_DECLS
