/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaymarkBanner:
 *
 * A strip below the header that says something of the whole document, and what can be done about
 * it. Its properties are "text" (%NULL: there is nothing to say, and no strip) and "icon-name".
 */
#define WAYMARK_TYPE_BANNER (waymark_banner_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkBanner, waymark_banner, WAYMARK, BANNER, GtkWidget)

/**
 * waymark_banner_get_text:
 *
 * Returns: (nullable): what it says, %NULL while it is not there
 */
const char *waymark_banner_get_text (WaymarkBanner *self);

/**
 * waymark_banner_set_text:
 * @text: (nullable): plain text
 */
void waymark_banner_set_text (WaymarkBanner *self, const char *text);

void waymark_banner_set_icon_name (WaymarkBanner *self, const char *icon_name);

/**
 * waymark_banner_set_narrow:
 * @narrow: whether there is little room, so that the buttons stand below the text
 */
void waymark_banner_set_narrow (WaymarkBanner *self, gboolean narrow);

/**
 * waymark_banner_add_button:
 * @label: a label with a mnemonic
 * @action: the name of an action without a parameter
 *
 * Returns: (transfer none): the button
 */
GtkWidget *waymark_banner_add_button (WaymarkBanner *self, const char *label, const char *action);

G_END_DECLS
