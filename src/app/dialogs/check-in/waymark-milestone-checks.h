/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-key-result.h"

G_BEGIN_DECLS

/* A row with a check button for each milestone of a key result; each button knows its milestone. */
GPtrArray *waymark_milestone_checks_append (GtkListBox *list, OkrKeyResult *kr);

/* The ids of those that are checked, NULL where there are no milestones. */
char **waymark_milestone_checks_read (GPtrArray *checks);
void waymark_milestone_checks_show (GPtrArray *checks, const char *const *ids);

G_END_DECLS
