/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void waymark_recent_add (GFile *file);
void waymark_recent_clear (void);
void waymark_recent_fill_list (GtkListBox *list);
gboolean waymark_recent_fill_menu (GMenu *menu);

G_END_DECLS
