/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-edit.h"
#include "waymark-prose-row.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/* Ties a widget to a stored field of an item for as long as the widget lives: it shows the field,
 * and what a person enters is an edit at once. Leaving the widget ends the step to undo. Where an
 * edit fails, the widget says why and keeps what was entered. */

void waymark_field_bind_entry (AdwEntryRow *row, WaymarkSession *session, OkrItem *item,
                               const char *path);
void waymark_field_bind_prose (WaymarkProseRow *row, WaymarkSession *session, OkrItem *item,
                               const char *path);
void waymark_field_bind_spin (GtkSpinButton *spin, WaymarkSession *session, OkrItem *item,
                              const char *path);

/**
 * waymark_field_bind_combo:
 * @row: a row whose model has one string for each value
 * @path: an enumeration or a whole number
 * @base: the value that the first string stands for
 */
void waymark_field_bind_combo (AdwComboRow *row, WaymarkSession *session, OkrItem *item,
                               const char *path, int base);

G_END_DECLS
