/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of check-ins in which the cells of several rows are merged into one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-import-private.h"

static gboolean
has_any (OkrImportDraft *draft, OkrImportField field, OkrImportField other)
{
  return okr_import_draft_has (draft, field) || okr_import_draft_has (draft, other);
}

static void
take_from (OkrImportDraft *draft, OkrImportDraft *above, OkrImportField field)
{
  if (draft->cells[field] != NULL)
    draft->cells[field] = above->cells[field];
}

static void
note_continued (OkrImportRun *run, OkrImportDraft *draft, OkrImportField field)
{
  okr_import_note (run, OKR_IMPORT_NOTE_ROW, draft->row, draft->columns[field],
                   g_strdup_printf (
                       /* Translators: what is written in a cell */
                       _ ("This cell is empty, so “%s” above counts for this row, too. Empty cells "
                          "further down in this column are read the same way."),
                       draft->cells[field]));
}

/* A key result by its id and its title, or a day. Returns whether the row above says it. */
static gboolean
carry_on (OkrImportDraft *draft, OkrImportDraft *above, OkrImportField field, OkrImportField other)
{
  if (above == NULL || has_any (draft, field, other) || !has_any (above, field, other))
    return FALSE;
  take_from (draft, above, field);
  take_from (draft, above, other);

  return TRUE;
}

static gboolean
has_dates (GPtrArray *check_ins)
{
  for (guint i = 0; i < check_ins->len; i++)
    {
      if (okr_import_draft_has (check_ins->pdata[i], OKR_IMPORT_FIELD_DATE))
        return TRUE;
    }

  return FALSE;
}

void
okr_import_continue_log (OkrImportRun *run, GPtrArray *check_ins)
{
  const gboolean is_dated = has_dates (check_ins);
  gboolean is_result_told = FALSE, is_date_told = FALSE;
  OkrImportDraft *above = NULL;

  for (guint i = 0; i < check_ins->len; i++)
    {
      OkrImportDraft *draft = check_ins->pdata[i];

      if (carry_on (draft, above, OKR_IMPORT_FIELD_KEY_RESULT, OKR_IMPORT_FIELD_KEY_RESULT_ID) &&
          !is_result_told)
        {
          is_result_told = TRUE;
          note_continued (run, draft,
                          okr_import_draft_has (draft, OKR_IMPORT_FIELD_KEY_RESULT)
                              ? OKR_IMPORT_FIELD_KEY_RESULT
                              : OKR_IMPORT_FIELD_KEY_RESULT_ID);
        }
      if (carry_on (draft, above, OKR_IMPORT_FIELD_DATE, OKR_IMPORT_FIELD_DATE) && !is_date_told)
        {
          is_date_told = TRUE;
          note_continued (run, draft, OKR_IMPORT_FIELD_DATE);
        }
      if (is_dated && !okr_import_draft_has (draft, OKR_IMPORT_FIELD_DATE))
        okr_import_complain_draft (run, draft, OKR_IMPORT_FIELD_DATE,
                                   _ ("The date is missing. Write the day of this check-in."));
      above = draft;
    }
}
