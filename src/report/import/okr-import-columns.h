/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-table.h"

G_BEGIN_DECLS

/**
 * OkrImportField:
 * @OKR_IMPORT_FIELD_NONE: nothing that is imported
 * @OKR_IMPORT_FIELD_VALUE_THEN: the value at the time that the heading names; several columns may
 *   hold that
 *
 * What a column of a table can hold. The words for them, as `okr import --map` takes them, are
 * those of okr_import_field_get_name().
 */
typedef enum
{
  OKR_IMPORT_FIELD_NONE,
  OKR_IMPORT_FIELD_OBJECTIVE,
  OKR_IMPORT_FIELD_OBJECTIVE_ID,
  OKR_IMPORT_FIELD_OBJECTIVE_OWNER,
  OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT,
  OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION,
  OKR_IMPORT_FIELD_OBJECTIVE_STATE,
  OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE,
  OKR_IMPORT_FIELD_OBJECTIVE_GRADE,
  OKR_IMPORT_FIELD_OBJECTIVE_GRADE_REASON,
  OKR_IMPORT_FIELD_OBJECTIVE_LEARNED,
  OKR_IMPORT_FIELD_CARRIED_FROM,
  OKR_IMPORT_FIELD_TEAM,
  OKR_IMPORT_FIELD_TEAM_ID,
  OKR_IMPORT_FIELD_TEAM_KIND,
  OKR_IMPORT_FIELD_TEAM_LEAD,
  OKR_IMPORT_FIELD_TEAM_PARENT,
  OKR_IMPORT_FIELD_CYCLE,
  OKR_IMPORT_FIELD_CYCLE_ID,
  OKR_IMPORT_FIELD_CYCLE_START,
  OKR_IMPORT_FIELD_CYCLE_END,
  OKR_IMPORT_FIELD_CYCLE_STATE,
  OKR_IMPORT_FIELD_YEAR,
  OKR_IMPORT_FIELD_AMBITION,
  OKR_IMPORT_FIELD_TAGS,
  OKR_IMPORT_FIELD_CONTRIBUTES_TO,
  OKR_IMPORT_FIELD_KEY_RESULT,
  OKR_IMPORT_FIELD_KEY_RESULT_ID,
  OKR_IMPORT_FIELD_OWNER,
  OKR_IMPORT_FIELD_KIND,
  OKR_IMPORT_FIELD_START,
  OKR_IMPORT_FIELD_TARGET,
  OKR_IMPORT_FIELD_LOW,
  OKR_IMPORT_FIELD_HIGH,
  OKR_IMPORT_FIELD_UNIT,
  OKR_IMPORT_FIELD_VALUE,
  OKR_IMPORT_FIELD_CONFIDENCE,
  OKR_IMPORT_FIELD_DATE,
  OKR_IMPORT_FIELD_NOTE,
  OKR_IMPORT_FIELD_OBSTACLE,
  OKR_IMPORT_FIELD_AUTHOR,
  OKR_IMPORT_FIELD_DUE,
  OKR_IMPORT_FIELD_WEIGHT,
  OKR_IMPORT_FIELD_DESCRIPTION,
  OKR_IMPORT_FIELD_SOURCE,
  OKR_IMPORT_FIELD_MILESTONES,
  OKR_IMPORT_FIELD_COMPUTED_GRADE,
  OKR_IMPORT_FIELD_GRADE,
  OKR_IMPORT_FIELD_GRADE_REASON,
  OKR_IMPORT_FIELD_LEARNED,
  OKR_IMPORT_FIELD_TITLE,
  OKR_IMPORT_FIELD_ID,
  OKR_IMPORT_FIELD_PARENT,
  OKR_IMPORT_FIELD_TYPE,
  OKR_IMPORT_FIELD_IGNORED,
  OKR_IMPORT_FIELD_VALUE_THEN,
} OkrImportField;

#define OKR_IMPORT_N_FIELDS (OKR_IMPORT_FIELD_VALUE_THEN + 1)

/**
 * OkrImportColumn:
 * @field: what the column holds
 * @number: of which key result of the row's objective, from 1; 0 when the columns are not numbered
 *
 * The meaning of a column.
 */
typedef struct
{
  OkrImportField field;
  guint number;
} OkrImportColumn;

/**
 * okr_import_fold:
 * @text: a heading or another word
 *
 * Returns: (transfer full): @text in lower case without accents, with one blank for whatever is no
 *   letter or digit
 */
char *okr_import_fold (const char *text);

/**
 * okr_import_column_from_heading:
 * @heading: what stands above a column, in English, German, French or Spanish
 *
 * Returns: what the column most probably holds
 */
OkrImportColumn okr_import_column_from_heading (const char *heading);

/**
 * okr_import_count_headings:
 * @table: a table
 * @row: one of its rows, counted from 0
 *
 * Returns: how many of its cells are headings that are known
 */
guint okr_import_count_headings (OkrTable *table, guint row);

/**
 * okr_import_column_from_name:
 * @name: the word for a field ("target"), with the number of a key result behind it where the
 *   columns are numbered ("target-2")
 * @column: (out): the meaning
 *
 * Returns: whether there is such a field
 */
gboolean okr_import_column_from_name (const char *name, OkrImportColumn *column);

/**
 * okr_import_field_get_name:
 *
 * Returns: the word for a field, such as "key-result"
 */
const char *okr_import_field_get_name (OkrImportField field);

/**
 * okr_import_field_is_number:
 *
 * Returns: whether the cells of such a column are numbers
 */
gboolean okr_import_field_is_number (OkrImportField field);

/**
 * okr_import_field_is_day:
 *
 * Returns: whether the cells of such a column are dates
 */
gboolean okr_import_field_is_day (OkrImportField field);

/**
 * okr_import_field_has_days:
 *
 * Returns: whether such a field is a day, or a text with days in it
 */
gboolean okr_import_field_has_days (OkrImportField field);

G_END_DECLS
