/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WaymarkImportTarget:
 *
 * Where a table goes: into the plan that is open, or into a new one with a title. Emits "changed"
 * when somebody has chosen the other one.
 */
#define WAYMARK_TYPE_IMPORT_TARGET (waymark_import_target_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkImportTarget, waymark_import_target, WAYMARK, IMPORT_TARGET, GtkBox)

/**
 * waymark_import_target_offer_plan:
 * @title: the title of the plan that is open
 *
 * Lets people choose between that plan and a new one.
 */
void waymark_import_target_offer_plan (WaymarkImportTarget *self, const char *title);

/**
 * waymark_import_target_is_new:
 *
 * Returns: whether the table becomes a new plan
 */
gboolean waymark_import_target_is_new (WaymarkImportTarget *self);

/**
 * waymark_import_target_propose_title:
 * @title: a title for a new plan
 *
 * Shows it, unless somebody has written another one.
 */
void waymark_import_target_propose_title (WaymarkImportTarget *self, const char *title);

/**
 * waymark_import_target_dup_title:
 *
 * Returns: (transfer full) (nullable): the title that somebody wrote for a new plan, %NULL where it
 *   is the one that was proposed, or none
 */
char *waymark_import_target_dup_title (WaymarkImportTarget *self);

G_END_DECLS
