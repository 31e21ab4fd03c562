/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-figures.h"

G_BEGIN_DECLS

/**
 * WaymarkFilterButton:
 *
 * Turns one reason for attention on and off as a filter, and tells how many items have it.
 */
#define WAYMARK_TYPE_FILTER_BUTTON (waymark_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkFilterButton, waymark_filter_button, WAYMARK, FILTER_BUTTON,
                      GtkToggleButton)

GtkWidget *waymark_filter_button_new (OkrAttention attention);
OkrAttention waymark_filter_button_get_attention (WaymarkFilterButton *self);

/**
 * waymark_filter_button_set_count:
 * @count: how many objectives and key results have the reason
 */
void waymark_filter_button_set_count (WaymarkFilterButton *self, guint count);

G_END_DECLS
