/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkTableChoices:
 *
 * What somebody has corrected about how a table is read. A new one leaves all to be found out.
 */
typedef struct
{
  /*< private >*/
  char *encoding;
  char delimiter;
  gboolean has_no_header;
  OkrImportLayout layout;
  OkrImportStyle style;
  char *title;         /* of a new plan; NULL to propose one */
  char *cycle;         /* the name of that of rows that name none; NULL for the current one */
  char *team;          /* the same; NULL for none */
  GHashTable *columns; /* column → word for what it holds */
} WaymarkTableChoices;

WaymarkTableChoices *waymark_table_choices_new (void);
WaymarkTableChoices *waymark_table_choices_copy (const WaymarkTableChoices *self);
void waymark_table_choices_free (WaymarkTableChoices *self);

/**
 * waymark_table_choices_set_text:
 * @encoding: (nullable): the name of the table's encoding, %NULL to find out
 * @delimiter: what stands between its cells, 0 to find out
 *
 * What was said about columns does not hold for what may be others now.
 */
void waymark_table_choices_set_text (WaymarkTableChoices *self, const char *encoding,
                                     char delimiter);

/**
 * waymark_table_choices_set_header:
 * @has_header: whether a row tells what the columns hold
 */
void waymark_table_choices_set_header (WaymarkTableChoices *self, gboolean has_header);

/**
 * waymark_table_choices_set_column:
 * @column: a column, counted from 0
 * @field: what it holds, see okr_import_column_from_name()
 */
void waymark_table_choices_set_column (WaymarkTableChoices *self, guint column, const char *field);

/**
 * waymark_table_choices_take_title:
 * @title: (transfer full) (nullable): the title of a new plan, %NULL to propose one
 *
 * Returns: whether it is another one than before
 */
gboolean waymark_table_choices_take_title (WaymarkTableChoices *self, char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaymarkTableChoices, waymark_table_choices_free)

/**
 * WaymarkTableImport:
 *
 * What a table makes of a plan: worked out in a thread on a copy of it, looked at, and accepted as
 * one step to undo. Rows with problems are left out of it.
 */
#define WAYMARK_TYPE_TABLE_IMPORT (waymark_table_import_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTableImport, waymark_table_import, WAYMARK, TABLE_IMPORT, GObject)

/**
 * waymark_table_import_prepare_async:
 * @table: what is in the file
 * @choices: how to read it
 * @plan: (nullable): the plan to import into, %NULL for a new one
 * @name: what the file is called, which a new plan is where nothing better is known
 * @cancellable: (nullable): gives up
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Works it out in a worker thread; @plan stays as it is.
 */
void waymark_table_import_prepare_async (GBytes *table, const WaymarkTableChoices *choices,
                                         OkrPlan *plan, const char *name, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_table_import_prepare_finish:
 * @result: what the callback got
 * @error: return location for an error: an %OKR_TABLE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the import
 */
WaymarkTableImport *waymark_table_import_prepare_finish (GAsyncResult *result, GError **error);

/**
 * waymark_table_import_get_import:
 *
 * Returns: (transfer none): the table, and what its columns mean
 */
OkrImport *waymark_table_import_get_import (WaymarkTableImport *self);

/**
 * waymark_table_import_get_result:
 *
 * Returns: (transfer none) (nullable): what it does, or %NULL when there is a problem with the
 *   table as a whole
 */
const OkrImportResult *waymark_table_import_get_result (WaymarkTableImport *self);

/**
 * waymark_table_import_get_outcome:
 *
 * Returns: (transfer none): the plan as it is with the table in it; it may only be looked at, until
 *   the import is accepted
 */
OkrPlan *waymark_table_import_get_outcome (WaymarkTableImport *self);

/**
 * waymark_table_import_is_new:
 *
 * Returns: whether it makes a new plan
 */
gboolean waymark_table_import_is_new (WaymarkTableImport *self);

/**
 * waymark_table_import_get_problem:
 *
 * Returns: (nullable): why nothing of the table can be imported, and the cure
 */
const char *waymark_table_import_get_problem (WaymarkTableImport *self);

/**
 * waymark_table_import_brings_something:
 *
 * Returns: whether the plan is another one with it
 */
gboolean waymark_table_import_brings_something (WaymarkTableImport *self);

/**
 * waymark_table_import_get_first_id:
 *
 * Returns: (nullable): the id of what people want to see first of it: the first objective or key
 *   result that comes, or else that is not as it was
 */
const char *waymark_table_import_get_first_id (WaymarkTableImport *self);

/**
 * waymark_table_import_accept:
 * @error: return location for an error: %G_IO_ERROR_PENDING where the plan was edited since, so
 *   that the import has to be prepared again, or that of okr_plan_apply_all()
 *
 * Brings the table into the plan that this was prepared for, in one step to undo. Nothing but
 * an error can be accepted once more.
 *
 * Returns: (transfer full) (nullable): the plan with the table in it: that one, or a new one, which
 *   counts as modified
 */
OkrPlan *waymark_table_import_accept (WaymarkTableImport *self, GError **error);

G_END_DECLS
