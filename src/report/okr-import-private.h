/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import.h"

G_BEGIN_DECLS

/* What the table says of one item. A cell is NULL where the table has no such column. */
typedef struct _OkrImportDraft OkrImportDraft;

struct _OkrImportDraft
{
  guint row; /* of the table, counted from 0 */
  const char *cells[OKR_IMPORT_N_FIELDS];
  guint columns[OKR_IMPORT_N_FIELDS];
  OkrImportDraft *above;  /* the item that it contributes to */
  GPtrArray *key_results; /* of an objective */
  OkrItem *item;          /* once it is in the plan */
};

/* Rows as items, whatever the layout. */
typedef struct
{
  GPtrArray *objectives;
  GPtrArray *check_ins;
  GPtrArray *orphans; /* that belong to no objective, others may name them */
} OkrImportDrafts;

OkrImportDrafts *okr_import_read (OkrImport *self, OkrImportResult *result);
void okr_import_drafts_free (OkrImportDrafts *self);
gboolean okr_import_draft_has (OkrImportDraft *draft, OkrImportField field);

void okr_import_apply (OkrImport *self, OkrPlan *plan, OkrImportDrafts *drafts, const char *cycle,
                       const char *team, OkrImportResult *result);

void okr_import_complain (OkrImport *self, OkrImportResult *result, guint row, guint column,
                          const char *message);
void okr_import_complain_draft (OkrImport *self, OkrImportResult *result, OkrImportDraft *draft,
                                OkrImportField field, const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrImportDrafts, okr_import_drafts_free)

G_END_DECLS
