/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WaymarkTeamNames:
 *
 * A list of names to type one after the other: Return goes on to the next row, and in an empty last
 * row emits "finished". The signal "changed" tells that something was typed.
 */
#define WAYMARK_TYPE_TEAM_NAMES (waymark_team_names_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTeamNames, waymark_team_names, WAYMARK, TEAM_NAMES, GtkBox)

/**
 * waymark_team_names_read:
 * @names: (out) (transfer full) (array zero-terminated=1): the names, without empty ones
 *
 * Reads the names, and tells at the row where one stands that stands further up already, in
 * whichever case.
 *
 * Returns: whether no name stands there twice
 */
gboolean waymark_team_names_read (WaymarkTeamNames *self, char ***names);

G_END_DECLS
