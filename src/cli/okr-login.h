/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Connects to the server that has the file, and asks whoever sits at the terminal for what it wants
 * to know. Returns whether it is connected; without a terminal nobody is asked, and it is not. */
gboolean okr_login (GFile *file);

G_END_DECLS
