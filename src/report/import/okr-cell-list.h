/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "okr-import-values.h"
#include "okr-milestone.h"

G_BEGIN_DECLS

/* What stands in a cell other than as it is, for people to read and to edit, and back. */

/**
 * okr_cell_needs_guard:
 * @text: a text
 *
 * Returns: whether a spreadsheet could take it for a formula, also behind blanks or in the wide
 *   forms of East Asia, so that an apostrophe has to stand before it; or whether one stands there
 */
gboolean okr_cell_needs_guard (const char *text);

/**
 * OkrCellMilestone:
 * @title: its title
 * @has_box: whether the line begins with a box
 * @is_done: whether the box is ticked
 * @done: the day when it was done; %OKR_DAY_NONE where none is written
 * @weight: its weight; NAN where none is written
 * @has_brackets: whether a day or a weight is written
 *
 * What a line in a cell says of a milestone.
 */
typedef struct
{
  char *title;
  gboolean has_box;
  gboolean is_done;
  OkrDay done;
  double weight;
  gboolean has_brackets;
} OkrCellMilestone;

void okr_cell_milestone_free (OkrCellMilestone *self);

/**
 * okr_cell_dup_title:
 * @milestone: a milestone
 *
 * Returns: (transfer full): its title as a cell holds it: in one line, without blanks around it;
 *   empty where there is none
 */
char *okr_cell_dup_title (OkrMilestone *milestone);

/**
 * okr_cell_from_milestones:
 * @milestones: (element-type OkrMilestone): milestones of a key result
 *
 * Writes a line for each: "[x] Contract signed (2027-01-20, weight 2)", with the day where there is
 * one and a weight where it is not 1. One without a title has one of these in any case, which a box
 * that nobody has written anything behind has not.
 *
 * Returns: (transfer full): the text of a cell
 */
char *okr_cell_from_milestones (GListModel *milestones);

/**
 * okr_cell_parse_milestones:
 * @cell: the text of a cell
 * @dates: the order of dates in the table
 *
 * Reads such lines, also those without a box, with the marks of a list before them, or with the
 * ballot boxes of Unicode. In the brackets that end a line stand the day when it was done, the year
 * first or in full, and a weight; what is anything else belongs to the title, as a version does.
 *
 * Returns: (transfer full) (element-type OkrCellMilestone): the milestones
 */
GPtrArray *okr_cell_parse_milestones (const char *cell, OkrImportDates dates);

/**
 * okr_cell_add_days:
 * @cell: the text of a cell with such lines
 * @evidence: what is known of how the table writes dates
 *
 * Adds what the days in it say of that.
 *
 * Returns: (transfer full) (nullable): the first that can be read in two ways; %NULL for none
 */
char *okr_cell_add_days (const char *cell, OkrImportEvidence *evidence);

/**
 * okr_cell_from_tags:
 * @tags: (nullable): the tags of an objective
 *
 * Writes them with commas between them: `retail, "north; south"`. Quotation marks stand around a
 * tag that has such a sign in it, or begins with one, and are doubled inside.
 *
 * Returns: (transfer full): the text of a cell
 */
char *okr_cell_from_tags (const char *const *tags);

/**
 * okr_cell_parse_tags:
 * @cell: the text of a cell
 *
 * Reads such a list, also one with semicolons.
 *
 * Returns: (transfer full): the tags
 */
char **okr_cell_parse_tags (const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrCellMilestone, okr_cell_milestone_free)

G_END_DECLS
