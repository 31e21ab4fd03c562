/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-page-view.h"

G_BEGIN_DECLS

/**
 * waymark_page_input_add:
 *
 * Lets the wheel, the pointer and fingers turn the pages of a view, move and zoom them.
 */
void waymark_page_input_add (WaymarkPageView *view);

/**
 * waymark_page_input_add_keys:
 * @klass: the class of the view
 */
void waymark_page_input_add_keys (GtkWidgetClass *klass);

G_END_DECLS
