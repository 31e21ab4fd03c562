/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import-places-private.h"
#include "okr-import-private.h"

G_BEGIN_DECLS

/* Gives fields what the cells of a row say. What cannot be is told as a problem of the row. */

/* Values without a day that an earlier check-in has. */
typedef struct
{
  OkrImportDraft *draft; /* the first of them, NULL for none */
  OkrCheckIn *made;
  guint n_more;
} OkrImportStale;

/* Rows of key results and objectives that change something in a cycle that is closed. */
typedef struct
{
  OkrImportDraft *draft; /* the first of them, NULL for none */
  OkrCycle *cycle;
  guint n_more;
  guint last_row; /* which may be of an objective and of its first key result */
} OkrImportClosed;

/* What is being imported where. */
typedef struct
{
  OkrImportRun *run;
  OkrPlan *plan;
  OkrImportPlaces *places;
  const char *cycle;
  const char *team;
  GHashTable *said;    /* what rows said of cycles and teams */
  GHashTable *changed; /* cycles and teams that were there and are not as they were */
  GHashTable *claimed; /* objective or key result → the first draft that is of it */
  GHashTable *foreign; /* id of another program, as the table has it → objective or key result */
  GHashTable *histories; /* key result → its check-ins */
  GArray *times;         /* OkrImportTime: the columns of values over time, */
  OkrCycle *times_cycle; /* as they are in that cycle */
  OkrImportStale stale;
  OkrImportClosed closed;
} OkrImportTask;

/* Which field a column fills. */
typedef struct
{
  OkrImportField field;
  const char *path;
} OkrImportDetail;

void okr_import_cell_complain (OkrImportTask *task, OkrImportDraft *draft, OkrImportField field,
                               GError *error);
gboolean okr_import_cell_is (OkrItem *item, const char *path, const char *text);
/* Only the first row of an item can tell how to write the title that it has. */
void okr_import_cell_set_title (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft,
                                OkrImportField field, OkrImportDeed *deed);
void okr_import_cell_set_text (OkrImportTask *task, OkrItem *item, const char *path,
                               OkrImportDraft *draft, OkrImportField field, OkrImportDeed *deed);
gboolean okr_import_cell_read_number (OkrImportTask *task, OkrImportDraft *draft,
                                      OkrImportField field, double *number, char **unit);
gboolean okr_import_cell_are (char **wanted, const char *const *now);
void okr_import_cell_set_number (OkrImportTask *task, OkrItem *item, const char *path,
                                 OkrImportDraft *draft, OkrImportField field, double number,
                                 OkrImportDeed *deed);
void okr_import_cell_take_number (OkrImportTask *task, OkrItem *item, const char *path,
                                  OkrImportDraft *draft, OkrImportField field, char **unit,
                                  OkrImportDeed *deed);
gboolean okr_import_cell_read_day (OkrImportTask *task, OkrImportDraft *draft, OkrImportField field,
                                   OkrDay *day);
/* A due date of that key result, also one that only its cycle tells the days of: "EOQ". */
gboolean okr_import_read_due (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft,
                              OkrDay *day);
gboolean okr_import_cell_read_enum (GType type, const char *text, int *number);
void okr_import_cell_set_enum (OkrImportTask *task, OkrItem *item, const char *path,
                               OkrImportDraft *draft, OkrImportField field, int number,
                               OkrImportDeed *deed);

void okr_import_cell_take (OkrImportTask *task, OkrItem *item, const char *path,
                           OkrImportDraft *draft, OkrImportField field, OkrImportDeed *deed);
void okr_import_cell_take_all (OkrImportTask *task, OkrItem *item, const OkrImportDetail *details,
                               guint n, OkrImportDraft *draft, OkrImportDeed *deed);

OkrItem *okr_import_make_item (OkrImportTask *task, OkrImportDraft *draft, OkrItem *parent,
                               GType type, OkrImportField id, OkrImportField title);

/* FALSE, and a problem of the row, where an earlier one has its id and is of something else. */
gboolean okr_import_claim (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item,
                           OkrItem *parent, OkrImportField id, OkrImportField title);

/* What the table calls the item, so that other rows can name it. */
void okr_import_keep_foreign (OkrImportTask *task, OkrImportDraft *draft, OkrImportField id);
void okr_import_apply_key_result (OkrImportTask *task, OkrImportDraft *draft, OkrItem *objective);
gboolean okr_import_compare_twins (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item);
/* What somebody writes of a thing that is reached or not; FALSE if it is something else. */
gboolean okr_import_is_yes (const char *text, gboolean *yes);
/* Returns whether it is known, so that the numbers can be understood. */
gboolean okr_import_set_kind (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft);
/* The numbers and their unit; what the row says of a check-in has to fit to them. */
void okr_import_set_range (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft);
/* A value in the unit of the key result. */
gboolean okr_import_read_amount (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr,
                                 double *value);
void okr_import_apply_milestones (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr);
/* The one that an objective or a key result is in, NULL for none. */
OkrCycle *okr_import_find_cycle (OkrImportTask *task, OkrItem *item);
OkrDay okr_import_find_day (OkrImportTask *task, OkrKeyResult *kr);
gboolean okr_import_check_in (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr);
/* The value of a time, as of its last day; NULL if the plan knows it, and @stale if it knows a
 * newer one of that time. */
OkrCheckIn *okr_import_check_in_between (OkrImportTask *task, OkrImportDraft *draft,
                                         OkrKeyResult *kr, OkrDay first, OkrDay last,
                                         OkrCheckIn **stale);
/* What the columns of values over time say. Returns whether the plan did not know it. */
gboolean okr_import_check_in_times (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr);
GHashTable *okr_import_histories_new (void);
/* What is told once, when all rows are through. */
void okr_import_keep_stale (OkrImportTask *task, OkrImportDraft *draft, OkrCheckIn *made);
void okr_import_watch_closed (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item);
void okr_import_note_past (OkrImportTask *task);
/* Values that may be percentages or fractions, when all are there. */
void okr_import_check_percents (OkrImportTask *task);

gboolean okr_import_find_places (OkrImportTask *task, OkrImportDraft *draft, OkrItem **cycle,
                                 OkrItem **team);
void okr_import_apply_places (OkrImportTask *task, OkrImportDraft *draft);
void okr_import_link_places (OkrImportTask *task, OkrImportDraft *draft);

G_END_DECLS
