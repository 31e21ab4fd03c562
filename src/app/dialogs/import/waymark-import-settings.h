/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-table-import.h"

G_BEGIN_DECLS

/**
 * WaymarkImportSettings:
 *
 * How a table is read, and where in the plan it goes. Emits "changed" when somebody has chosen
 * something else.
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
 * waymark_import_settings_forget_places:
 *
 * Another plan has other cycles and teams than those that were chosen.
 */
void waymark_import_settings_forget_places (WaymarkImportSettings *self);

/**
 * waymark_import_settings_show:
 * @prepared: (transfer none): the import that was prepared; needed only during the call
 */
void waymark_import_settings_show (WaymarkImportSettings *self, WaymarkTableImport *prepared);

G_END_DECLS
