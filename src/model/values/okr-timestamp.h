/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean okr_timestamp_is_valid (const char *text);
char *okr_timestamp_now (void);
char *okr_timestamp_now_after (const char *earlier);
int okr_timestamp_compare (const char *a, const char *b);

G_END_DECLS
