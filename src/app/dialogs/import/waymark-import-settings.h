/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-table-import.h"

G_BEGIN_DECLS

/**
 * WaymarkImportSettings:
 *
 * Where a table goes, and how it is read. Emits "changed" when somebody has chosen something else.
 */
#define WAYMARK_TYPE_IMPORT_SETTINGS (waymark_import_settings_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkImportSettings, waymark_import_settings, WAYMARK, IMPORT_SETTINGS,
                      AdwPreferencesGroup)

/**
 * waymark_import_settings_set_choices:
 * @choices: (transfer none): takes up what is chosen; has to live as long as the widget
 */
void waymark_import_settings_set_choices (WaymarkImportSettings *self,
                                          WaymarkTableChoices *choices);

/**
 * waymark_import_settings_offer_plan:
 * @title: the title of the plan that is open
 *
 * Lets people choose between that plan and a new one.
 */
void waymark_import_settings_offer_plan (WaymarkImportSettings *self, const char *title);

/**
 * waymark_import_settings_is_new:
 *
 * Returns: whether the table becomes a new plan
 */
gboolean waymark_import_settings_is_new (WaymarkImportSettings *self);

/**
 * waymark_import_settings_show:
 * @prepared: (transfer none): the import that was prepared; needed only during the call
 */
void waymark_import_settings_show (WaymarkImportSettings *self, WaymarkTableImport *prepared);

G_END_DECLS
