/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-import-cells-private.h"

#include <glib/gi18n-lib.h>

#include "okr-cell-marks.h"
#include "okr-edit.h"

void
okr_import_cell_complain (OkrImportTask *task, OkrImportDraft *draft, OkrImportField field,
                          GError *error)
{
  okr_import_complain_draft (task->run, draft, field, error->message);
  g_error_free (error);
}

gboolean
okr_import_cell_is (OkrItem *item, const char *path, const char *text)
{
  const OkrField *field = okr_item_find_field (item, path);
  g_autofree char *now = okr_field_to_text (field, item);

  return okr_import_is_same_text (now != NULL ? now : "", text, field->type != OKR_FIELD_PROSE);
}

void
okr_import_cell_set_text (OkrImportTask *task, OkrItem *item, const char *path,
                          OkrImportDraft *draft, OkrImportField field, OkrImportDeed *deed)
{
  GError *error = NULL;

  if (!okr_import_draft_has (draft, field) || okr_import_cell_is (item, path, draft->cells[field]))
    return;
  deed->changed = TRUE;
  if (!okr_edit_set_text (task->plan, item, path, draft->cells[field], &error))
    okr_import_cell_complain (task, draft, field, error);
}

void
okr_import_cell_set_title (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft,
                           OkrImportField field, OkrImportDeed *deed)
{
  const char *title = okr_item_get_title (item);
  g_autofree char *now = okr_cell_dup_without_marks (title != NULL ? title : "");
  g_autofree char *wanted = NULL;

  if (!okr_import_draft_has (draft, field))
    return;
  wanted = okr_cell_dup_without_marks (draft->cells[field]);
  if (!okr_import_is_same_text (now, wanted, TRUE) &&
      (g_hash_table_lookup (task->claimed, item) == draft ||
       !okr_import_is_same_name (title, draft->cells[field])))
    okr_import_cell_set_text (task, item, "title", draft, field, deed);
}

/* Units that stand beside numbers go to @unit, if it has none yet. */
gboolean
okr_import_cell_read_number (OkrImportTask *task, OkrImportDraft *draft, OkrImportField field,
                             double *number, char **unit)
{
  g_autofree char *beside = NULL;
  GError *error = NULL;

  if (!okr_import_draft_has (draft, field))
    return FALSE;
  if (!okr_import_parse_number (draft->cells[field],
                                okr_import_get_style (task->run->import).decimal, number, &beside,
                                &error))
    {
      okr_import_cell_complain (task, draft, field, error);
      return FALSE;
    }
  *number = okr_import_scale_percent (task->run, field, beside, *number);
  if (unit != NULL && *unit == NULL)
    *unit = g_steal_pointer (&beside);

  return TRUE;
}

gboolean
okr_import_cell_are (char **wanted, const char *const *now)
{
  guint n = 0;

  while (now != NULL && now[n] != NULL && wanted[n] != NULL &&
         okr_import_is_same_text (wanted[n], now[n], TRUE))
    n++;

  return wanted[n] == NULL && (now == NULL || now[n] == NULL);
}

void
okr_import_cell_set_number (OkrImportTask *task, OkrItem *item, const char *path,
                            OkrImportDraft *draft, OkrImportField field, double number,
                            OkrImportDeed *deed)
{
  const OkrField *row = okr_item_find_field (item, path);
  g_auto (GValue) now = G_VALUE_INIT;
  g_auto (GValue) wanted = G_VALUE_INIT;
  GError *error = NULL;

  g_value_init (&now, okr_field_get_value_type (row));
  g_value_init (&wanted, okr_field_get_value_type (row));
  okr_field_read (row, item, &now);
  g_value_set_double (&wanted, number);
  if (okr_field_values_equal (row, &now, &wanted))
    return;
  deed->changed = TRUE;
  if (!okr_edit_set_number (task->plan, item, path, number, &error))
    okr_import_cell_complain (task, draft, field, error);
}

void
okr_import_cell_take_number (OkrImportTask *task, OkrItem *item, const char *path,
                             OkrImportDraft *draft, OkrImportField field, char **unit,
                             OkrImportDeed *deed)
{
  double number;

  if (okr_import_cell_read_number (task, draft, field, &number, unit))
    okr_import_cell_set_number (task, item, path, draft, field, number, deed);
}

gboolean
okr_import_cell_read_day (OkrImportTask *task, OkrImportDraft *draft, OkrImportField field,
                          OkrDay *day)
{
  OkrDay first, last;
  GError *error = NULL;

  if (!okr_import_draft_has (draft, field))
    return FALSE;
  if (okr_import_parse_day_of (field, draft->cells[field],
                               okr_import_get_style (task->run->import).dates, day, &error))
    {
      /* Of a month that is not over yet nobody knows how it ends. */
      if (field == OKR_IMPORT_FIELD_DATE &&
          okr_import_parse_month (draft->cells[field], &first, &last) &&
          first <= okr_plan_get_today (task->plan))
        *day = MIN (last, okr_plan_get_today (task->plan));
      return TRUE;
    }
  okr_import_cell_complain (task, draft, field, error);

  return FALSE;
}

/* The words of a JSON member, and what a window calls them. */
gboolean
okr_import_cell_read_enum (GType type, const char *text, int *number)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  g_autofree char *wanted = okr_import_fold (text);

  for (guint i = 0; i < values->n_values; i++)
    {
      g_autofree char *nick = okr_import_fold (values->values[i].value_nick);
      g_autofree char *label = okr_import_fold (okr_enum_to_label (type, values->values[i].value));

      if (g_str_equal (wanted, nick) || g_str_equal (wanted, label))
        {
          *number = values->values[i].value;
          return TRUE;
        }
    }

  return FALSE;
}

void
okr_import_cell_set_enum (OkrImportTask *task, OkrItem *item, const char *path,
                          OkrImportDraft *draft, OkrImportField field, int number,
                          OkrImportDeed *deed)
{
  const char *nick = NULL;
  GError *error = NULL;
  const OkrField *row = okr_item_find_field (item, path);
  g_autoptr (GEnumClass) values = g_type_class_ref (okr_field_get_value_type (row));

  nick = g_enum_get_value (values, number)->value_nick;
  if (okr_import_cell_is (item, path, nick))
    return;
  deed->changed = TRUE;
  if (!okr_edit_set_enum (task->plan, item, path, number, &error))
    okr_import_cell_complain (task, draft, field, error);
}

static void
take_enum (OkrImportTask *task, OkrItem *item, const char *path, OkrImportDraft *draft,
           OkrImportField field, OkrImportDeed *deed)
{
  const GType type = okr_field_get_value_type (okr_item_find_field (item, path));
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *message = NULL;
  int number;

  if (okr_import_cell_read_enum (type, draft->cells[field], &number))
    {
      okr_import_cell_set_enum (task, item, path, draft, field, number, deed);
      return;
    }
  for (guint i = 0; i < values->n_values; i++)
    {
      g_string_append (words, i > 0 ? ", " : "");
      g_string_append (words, values->values[i].value_nick);
    }
  message =
      /* Translators: what is written in a cell, and words that are not translated */
      g_strdup_printf (_ ("“%s” is none of the words for this. Write one of: %s. Or leave the cell "
                          "empty."),
                       draft->cells[field], words->str);
  okr_import_complain_draft (task->run, draft, field, message);
}

static void
take_day (OkrImportTask *task, OkrItem *item, const char *path, OkrImportDraft *draft,
          OkrImportField field, OkrImportDeed *deed)
{
  g_autofree char *iso = NULL;
  GError *error = NULL;
  OkrDay day;

  if (field == OKR_IMPORT_FIELD_DUE ? !okr_import_read_due (task, item, draft, &day)
                                    : !okr_import_cell_read_day (task, draft, field, &day))
    return;
  iso = okr_day_to_iso (day);
  if (okr_import_cell_is (item, path, iso))
    return;
  deed->changed = TRUE;
  if (!okr_edit_set_day (task->plan, item, path, day, &error))
    okr_import_cell_complain (task, draft, field, error);
}

/* Whatever the field is of. */
void
okr_import_cell_take (OkrImportTask *task, OkrItem *item, const char *path, OkrImportDraft *draft,
                      OkrImportField field, OkrImportDeed *deed)
{
  if (!okr_import_draft_has (draft, field))
    return;
  switch ((int) okr_item_find_field (item, path)->type)
    {
    case OKR_FIELD_NUMBER:
      okr_import_cell_take_number (task, item, path, draft, field, NULL, deed);
      break;
    case OKR_FIELD_ENUM:
      take_enum (task, item, path, draft, field, deed);
      break;
    case OKR_FIELD_DAY:
      take_day (task, item, path, draft, field, deed);
      break;
    default:
      okr_import_cell_set_text (task, item, path, draft, field, deed);
      break;
    }
}

void
okr_import_cell_take_all (OkrImportTask *task, OkrItem *item, const OkrImportDetail *details,
                          guint n, OkrImportDraft *draft, OkrImportDeed *deed)
{
  for (guint i = 0; i < n; i++)
    okr_import_cell_take (task, item, details[i].path, draft, details[i].field, deed);
}

/* Whoever copies a row to add an item often leaves the id in it; another title would rename what
 * the first row brought, and another objective would take it away from there. */
gboolean
okr_import_claim (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item, OkrItem *parent,
                  OkrImportField id, OkrImportField title)
{
  OkrImportDraft *first = g_hash_table_lookup (task->claimed, item);
  g_autofree char *message = NULL;

  if (first == NULL)
    {
      g_hash_table_insert (task->claimed, item, draft);
      return TRUE;
    }
  if (!okr_import_draft_has (draft, id) ||
      (okr_item_get_parent (item) == parent &&
       (!okr_import_draft_has (draft, title) ||
        okr_import_is_same_name (okr_item_get_title (item), draft->cells[title]))))
    return TRUE;

  /* Translators: the number of a row */
  message =
      g_strdup_printf (_ ("Row %u has the same id. Give this row an id of its own, or clear "
                          "the cell to add a new one."),
                       okr_table_get_number (okr_import_get_table (task->run->import), first->row));
  okr_import_complain_draft (task->run, draft, id, message);

  return FALSE;
}

void
okr_import_keep_foreign (OkrImportTask *task, OkrImportDraft *draft, OkrImportField id)
{
  g_autofree char *folded = okr_import_fold_name (draft->cells[id]);

  if (*folded != '\0' && okr_plan_find (task->plan, draft->cells[id]) == NULL &&
      !g_hash_table_contains (task->foreign, folded))
    g_hash_table_insert (task->foreign, g_steal_pointer (&folded), draft->item);
}

OkrItem *
okr_import_make_item (OkrImportTask *task, OkrImportDraft *draft, OkrItem *parent, GType type,
                      OkrImportField id, OkrImportField title)
{
  g_autoptr (OkrItem) item =
      okr_item_new (type, okr_import_places_get_free_id (task->plan, type, draft->cells[id]));
  GError *error = NULL;

  /* It goes on for what else is wrong with the row. */
  if (!okr_import_draft_has (draft, title))
    okr_import_complain_draft (task->run, draft, title, _ ("The title is missing."));
  if (okr_edit_insert (task->plan, parent, G_MAXUINT, item, &error) &&
      (!okr_import_draft_has (draft, title) ||
       okr_edit_set_text (task->plan, item, "title", draft->cells[title], &error)))
    return item; /* the plan holds it */
  okr_import_cell_complain (task, draft, title, error);

  return NULL;
}
