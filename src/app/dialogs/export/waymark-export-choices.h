/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-export.h"
#include "waymark-choice-row.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * waymark_export_choices_show_scope:
 * @cycle: the row to choose a cycle in
 * @team: the row to choose a team in
 * @person: the row to choose a person in
 * @session: a session with a plan
 *
 * Offers the cycles, the teams and the people of the plan, with the cycle and the team chosen that
 * the session shows.
 */
void waymark_export_choices_show_scope (WaymarkChoiceRow *cycle, WaymarkChoiceRow *team,
                                        WaymarkChoiceRow *person, WaymarkSession *session);

/**
 * waymark_export_choices_update_person:
 * @person: the row to choose a person in
 * @plan: (nullable): a plan
 * @kind: what is made
 *
 * Offers the people of @plan whom @kind has something of, and shows the row where there is a choice
 * and @kind is good for one person.
 */
void waymark_export_choices_update_person (WaymarkChoiceRow *person, OkrPlan *plan,
                                           const OkrExportKind *kind);

/**
 * waymark_export_choices_read_scope:
 * @plan: the plan
 * @options: (out caller-allocates): the options whose cycle, team and owner are set to what is
 *   chosen; they stay the rows'
 */
void waymark_export_choices_read_scope (WaymarkChoiceRow *cycle, WaymarkChoiceRow *team,
                                        WaymarkChoiceRow *person, OkrPlan *plan,
                                        OkrExportOptions *options);

/**
 * waymark_export_choices_show_reports:
 * @row: the row to choose a report in
 * @extension: the end of the files' names
 * @report: (nullable): the one that is wanted; where the format has it not, the usual one is chosen
 *
 * Offers the reports that there are in a format.
 *
 * Returns: how many there are
 */
guint waymark_export_choices_show_reports (WaymarkChoiceRow *row, const char *extension,
                                           const char *report);

/**
 * waymark_export_choices_show_paper:
 * @paper: the row to choose a size in
 * @orientation: the row to choose how the paper lies
 * @setup: what is chosen
 *
 * Offers the usual sizes of paper, and the one that @setup has.
 */
void waymark_export_choices_show_paper (WaymarkChoiceRow *paper, WaymarkChoiceRow *orientation,
                                        GtkPageSetup *setup);

/**
 * waymark_export_choices_read_paper:
 * @setup: how it was before
 *
 * Returns: (transfer full): what is chosen
 */
GtkPageSetup *waymark_export_choices_read_paper (WaymarkChoiceRow *paper,
                                                 WaymarkChoiceRow *orientation,
                                                 GtkPageSetup *setup);

G_END_DECLS
