/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *okr_id_new (char prefix);
gboolean okr_id_is_valid (const char *id);

G_END_DECLS
