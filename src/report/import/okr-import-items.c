/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of objectives and key results in rows of their own. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-import-blocks.h"
#include "okr-import-places-private.h"
#include "okr-import-private.h"

/* Items that name the one above them */

typedef struct
{
  OkrImportRun *run;
  GPtrArray *rows;       /* drafts, owned until they have a place */
  GHashTable *by_name;   /* id or title, folded → draft */
  GHashTable *has_below; /* drafts that others name */
  GHashTable *in_row;    /* key result → the objective in a row above */
  GHashTable *in_plan;   /* parent, cycle and team → draft of an objective that no row is */
  GHashTable *left_out;  /* columns in which objectives have what does not come */
  OkrImportDraft *first_left_out;
  guint n_left_out;       /* in how many rows */
  gboolean has_parents;   /* else the order of the rows tells */
  guint objective_number; /* of the row above, where rows are marked with numbers */
} Items;

static const char *
get_name (OkrImportDraft *draft, OkrImportField field)
{
  return okr_import_draft_has (draft, field) ? draft->cells[field] : NULL;
}

static OkrImportDraft *
find_by_name (Items *items, const char *name)
{
  g_autofree char *folded = okr_import_fold_name (name);

  return g_hash_table_lookup (items->by_name, folded);
}

static OkrImportDraft *
find_above (Items *items, OkrImportDraft *draft)
{
  const char *parent = get_name (draft, OKR_IMPORT_FIELD_PARENT);
  OkrImportDraft *above =
      parent != NULL ? find_by_name (items, parent) : g_hash_table_lookup (items->in_row, draft);

  return above != draft ? above : NULL;
}

typedef enum
{
  TYPE_NONE,
  TYPE_OBJECTIVE,
  TYPE_KEY_RESULT,
  TYPE_WORK, /* what is done for a key result */
  TYPE_OTHER,
} ItemType;

gboolean
okr_import_is_work (const char *text)
{
  static const char *const words[] = {
    "initiative",  "initiatives", "task",      "tasks",       "subtask",    "sub task",
    "action",      "action item", "activity",  "project",     "epic",       "story",
    "user story",  "to do",       "todo",      "deliverable", "experiment", "bug",
    "initiativen", "aufgabe",     "massnahme", "projekt",     "aktion",     "aktivitat",
    "tache",       "activite",    "projet",    "iniciativa",  "tarea",      "accion",
    "actividad",   "proyecto",    NULL
  };
  g_autofree char *folded = okr_import_fold (text != NULL ? text : "");

  return g_strv_contains (words, folded);
}

static ItemType
read_type (OkrImportDraft *draft)
{
  const char *text = get_name (draft, OKR_IMPORT_FIELD_TYPE);
  OkrImportColumn meaning;

  if (text == NULL)
    return TYPE_NONE;

  meaning = okr_import_column_from_heading (text);
  if (meaning.field == OKR_IMPORT_FIELD_OBJECTIVE)
    return TYPE_OBJECTIVE;
  if (meaning.field == OKR_IMPORT_FIELD_KEY_RESULT)
    return TYPE_KEY_RESULT;

  return okr_import_is_work (text) ? TYPE_WORK : TYPE_OTHER;
}

static gboolean
is_key_result (Items *items, OkrImportDraft *draft)
{
  const ItemType type = read_type (draft);

  if (type == TYPE_OBJECTIVE || type == TYPE_KEY_RESULT)
    return type == TYPE_KEY_RESULT;

  return get_name (draft, OKR_IMPORT_FIELD_PARENT) != NULL &&
         (!g_hash_table_contains (items->has_below, draft) ||
          okr_import_draft_has (draft, OKR_IMPORT_FIELD_START) ||
          okr_import_draft_has (draft, OKR_IMPORT_FIELD_TARGET));
}

static void
add_name (Items *items, OkrImportDraft *draft, OkrImportField field)
{
  const char *name = get_name (draft, field);

  if (name != NULL && find_by_name (items, name) == NULL)
    g_hash_table_insert (items->by_name, okr_import_fold_name (name), draft);
}

/* "Grow (https://…)" as a program writes that links its pages. */
static void
drop_link (Items *items, OkrImportDraft *draft)
{
  const char *parent = get_name (draft, OKR_IMPORT_FIELD_PARENT);
  const char *link = parent != NULL ? strstr (parent, " (http") : NULL;
  g_autofree char *title = NULL;

  if (link == NULL || strchr (link, ')') == NULL || strchr (link, ')')[1] != '\0')
    return;
  title = g_strndup (parent, (gsize) (link - parent));
  draft->cells[OKR_IMPORT_FIELD_PARENT] = okr_import_keep_text (items->run->import, title);
}

/* The row of a block without any mark belongs to nothing, and nothing belongs to it. */
static void
read_mark (Items *items, OkrImportDraft *draft)
{
  if (okr_import_get_mark_column (items->run->import) != G_MAXUINT &&
      !okr_import_take_mark (items->run, draft, &items->objective_number))
    draft->is_absent = draft->is_absent || read_type (draft) != TYPE_WORK;
}

/* What is left out is there as long as it may be what the rows below it belong to. */
static void
read_row (Items *items, guint row)
{
  const OkrImportRow how = okr_import_run_get_row (items->run, row);
  const gboolean is_absent = how != OKR_IMPORT_ROW_KEPT;
  OkrImportDraft *draft;

  if (okr_table_is_blank (okr_import_get_table (items->run->import), row) ||
      how == OKR_IMPORT_ROW_GONE || (is_absent && items->has_parents))
    return;
  draft = okr_import_draft_read (items->run->import, row, 0);
  draft->is_absent = is_absent;
  read_mark (items, draft);
  okr_import_take_year (items->run, draft);
  drop_link (items, draft);
  g_ptr_array_add (items->rows, draft);
  if (draft->is_absent)
    return;
  add_name (items, draft, OKR_IMPORT_FIELD_ID);
  add_name (items, draft, OKR_IMPORT_FIELD_TITLE);
}

/* The first objective may stand above the headings of its key results. */
static void
read_rows (Items *items)
{
  OkrImport *self = items->run->import;
  OkrTable *table = okr_import_get_table (self);
  const guint header = okr_import_get_header_row (self);

  if (okr_import_get_mark_column (self) != G_MAXUINT && header != OKR_IMPORT_NO_HEADER)
    {
      for (guint i = 0; i < header; i++)
        {
          if (okr_import_is_marked_row (table, i))
            read_row (items, i);
        }
    }
  for (guint i = header + 1; i < okr_table_get_n_rows (table); i++)
    read_row (items, i);
}

static void
index_parents (Items *items)
{
  for (guint i = 0; i < items->rows->len; i++)
    {
      OkrImportDraft *draft = items->rows->pdata[i];
      OkrImportDraft *above = find_above (items, draft);

      if (above != NULL && read_type (draft) != TYPE_WORK)
        g_hash_table_add (items->has_below, above);
    }
}

/* Without parents a key result is that of the objective in a row above it. */
static void
index_order (Items *items)
{
  OkrImportDraft *objective = NULL;
  gboolean is_noted = FALSE;

  for (guint i = 0; !items->has_parents && i < items->rows->len; i++)
    {
      OkrImportDraft *draft = items->rows->pdata[i];
      const ItemType type = read_type (draft);

      if (type == TYPE_WORK)
        continue;
      if (type != TYPE_KEY_RESULT)
        {
          objective = draft;
          continue;
        }
      if (objective == NULL)
        continue;
      g_hash_table_insert (items->in_row, draft, objective);
      if (!is_noted && !draft->is_absent)
        okr_import_note (items->run, OKR_IMPORT_NOTE_ROW, draft->row, G_MAXUINT,
                         g_strdup (_ ("No column names parents, so each key result belongs to the "
                                      "objective in a row above it.")));
      is_noted = is_noted || !draft->is_absent;
    }
}

static void
complain_about_parent (Items *items, OkrImportDraft *draft, OkrImportDraft *above)
{
  const char *message;

  if (above != NULL)
    message = _ ("A key result cannot stand under a key result. Name its objective as the parent.");
  else if (get_name (draft, OKR_IMPORT_FIELD_PARENT) != NULL)
    message = _ ("This row names itself as its parent. Write the title of the one above it there, "
                 "or leave the cell empty.");
  else if (items->has_parents)
    message = _ ("This key result names no parent. Write the title of its objective there.");
  else
    message = _ ("No row above this key result is an objective. Write one there, or add a column "
                 "“Parent” with the title of its objective.");
  okr_import_complain_draft (items->run, draft, OKR_IMPORT_FIELD_PARENT, message);
}

static void
complain_about_absence (Items *items, OkrImportDraft *draft, OkrImportDraft *above)
{
  OkrTable *table = okr_import_get_table (items->run->import);
  /* Translators: the number of a row */
  g_autofree char *message =
      g_strdup_printf (_ ("The objective of this row, in row %u, is left out."),
                       okr_table_get_number (table, above->row));

  okr_import_complain (items->run, draft->row, G_MAXUINT, message);
}

/* What tells one objective of the plan from another: the parent, and where the row says it is. */
static OkrImportDraft *
get_parent_in_plan (Items *items, OkrImportDrafts *drafts, OkrImportDraft *draft)
{
  const char *name = get_name (draft, OKR_IMPORT_FIELD_PARENT);
  const char *cycle = get_name (draft, OKR_IMPORT_FIELD_CYCLE);
  const char *team = get_name (draft, OKR_IMPORT_FIELD_TEAM);
  g_autofree char *key =
      g_strjoin ("\n", name, cycle != NULL ? cycle : "", team != NULL ? team : "", NULL);
  OkrImportDraft *parent = g_hash_table_lookup (items->in_plan, key);

  if (parent != NULL)
    return parent;

  parent = okr_import_draft_new (draft->row);
  parent->cells[OKR_IMPORT_FIELD_OBJECTIVE] = name;
  parent->cells[OKR_IMPORT_FIELD_CYCLE] = cycle;
  parent->cells[OKR_IMPORT_FIELD_TEAM] = team;
  g_hash_table_insert (items->in_plan, g_steal_pointer (&key), parent);
  g_ptr_array_add (drafts->parents, parent);

  return parent;
}

static void
place_key_result (Items *items, OkrImportDrafts *drafts, OkrImportDraft *draft)
{
  const char *parent = get_name (draft, OKR_IMPORT_FIELD_PARENT);
  OkrImportDraft *above = find_above (items, draft);

  okr_import_draft_move (draft, OKR_IMPORT_FIELD_TITLE, OKR_IMPORT_FIELD_KEY_RESULT);
  okr_import_draft_move (draft, OKR_IMPORT_FIELD_ID, OKR_IMPORT_FIELD_KEY_RESULT_ID);
  if (above == NULL && parent != NULL && find_by_name (items, parent) == NULL)
    {
      g_ptr_array_add (get_parent_in_plan (items, drafts, draft)->key_results, draft);
      return;
    }
  if (above != NULL && above->is_absent)
    complain_about_absence (items, draft, above);
  else if (above == NULL || is_key_result (items, above))
    complain_about_parent (items, draft, above);
  else
    {
      g_ptr_array_add (above->key_results, draft);
      return;
    }
  g_ptr_array_add (drafts->orphans, draft);
}

/* What an objective has, too. */
static void
take_own_columns (OkrImportDraft *draft)
{
  static const OkrImportField moves[][2] = {
    { OKR_IMPORT_FIELD_TITLE, OKR_IMPORT_FIELD_OBJECTIVE },
    { OKR_IMPORT_FIELD_ID, OKR_IMPORT_FIELD_OBJECTIVE_ID },
    { OKR_IMPORT_FIELD_WEIGHT, OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT },
    { OKR_IMPORT_FIELD_DESCRIPTION, OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION },
    { OKR_IMPORT_FIELD_COMPUTED_GRADE, OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE },
    { OKR_IMPORT_FIELD_GRADE, OKR_IMPORT_FIELD_OBJECTIVE_GRADE },
    { OKR_IMPORT_FIELD_GRADE_REASON, OKR_IMPORT_FIELD_OBJECTIVE_GRADE_REASON },
    { OKR_IMPORT_FIELD_LEARNED, OKR_IMPORT_FIELD_OBJECTIVE_LEARNED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    okr_import_draft_move (draft, moves[i][0], moves[i][1]);
}

/* And what it has not. */
static void
keep_left_out (Items *items, OkrImportDraft *draft)
{
  static const OkrImportField fields[] = {
    OKR_IMPORT_FIELD_START,      OKR_IMPORT_FIELD_TARGET,     OKR_IMPORT_FIELD_LOW,
    OKR_IMPORT_FIELD_HIGH,       OKR_IMPORT_FIELD_UNIT,       OKR_IMPORT_FIELD_VALUE,
    OKR_IMPORT_FIELD_DATE,       OKR_IMPORT_FIELD_CONFIDENCE, OKR_IMPORT_FIELD_NOTE,
    OKR_IMPORT_FIELD_OBSTACLE,   OKR_IMPORT_FIELD_AUTHOR,     OKR_IMPORT_FIELD_DUE,
    OKR_IMPORT_FIELD_SOURCE,     OKR_IMPORT_FIELD_KIND,       OKR_IMPORT_FIELD_MILESTONES,
    OKR_IMPORT_FIELD_VALUE_THEN,
  };
  gboolean has_any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!okr_import_draft_has (draft, fields[i]))
        continue;
      has_any = TRUE;
      g_hash_table_add (items->left_out, GUINT_TO_POINTER (draft->columns[fields[i]]));
    }
  if (!has_any)
    return;
  if (items->first_left_out == NULL)
    items->first_left_out = draft;
  items->n_left_out++;
}

static char *
list_left_out (Items *items)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < okr_import_get_n_columns (items->run->import); i++)
    {
      g_autofree char *name = NULL;

      if (!g_hash_table_contains (items->left_out, GUINT_TO_POINTER (i)))
        continue;
      name = okr_import_name_column (items->run->import, i);
      /* Translators: between the names of columns in a list */
      g_string_append (list, list->len > 0 ? _ (", ") : "");
      g_string_append (list, name);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
note_left_out (Items *items)
{
  const guint n_more = items->n_left_out - 1;
  g_autofree char *columns = NULL;
  char *message;

  if (items->n_left_out == 0)
    return;
  columns = list_left_out (items);
  if (n_more == 0)
    /* Translators: a list of columns, such as E “Due”, F “Start” */
    message = g_strdup_printf (_ ("The row is an objective, and only key results have what is in "
                                  "these columns, so that is left out: %s."),
                               columns);
  else
    message = g_strdup_printf (
        /* Translators: how many rows, and a list of columns, such as E “Due”, F “Start” */
        ngettext ("The row is an objective, and only key results have what is in these columns, so "
                  "that is left out here and in %1$u more row: %2$s.",
                  "The row is an objective, and only key results have what is in these columns, so "
                  "that is left out here and in %1$u more rows: %2$s.",
                  n_more),
        n_more, columns);
  okr_import_note (items->run, OKR_IMPORT_NOTE_ROW, items->first_left_out->row, G_MAXUINT, message);
}

static void
place_objective (Items *items, OkrImportDrafts *drafts, OkrImportDraft *draft)
{
  const char *parent = get_name (draft, OKR_IMPORT_FIELD_PARENT);

  take_own_columns (draft);
  keep_left_out (items, draft);
  draft->above = find_above (items, draft);
  okr_import_draft_drop (draft, OKR_IMPORT_FIELD_CONTRIBUTES_TO);
  if (parent != NULL && find_by_name (items, parent) == draft)
    okr_import_complain_draft (items->run, draft, OKR_IMPORT_FIELD_PARENT,
                               _ ("This row names itself as its parent. Write the title of the "
                                  "one above it there, or leave the cell empty."));
  else if (draft->above == NULL && parent != NULL) /* then the plan may have it */
    okr_import_draft_move (draft, OKR_IMPORT_FIELD_PARENT, OKR_IMPORT_FIELD_CONTRIBUTES_TO);
  g_ptr_array_add (drafts->objectives, draft);
}

static void
complain_about_work (Items *items, OkrImportDraft *draft)
{
  g_autofree char *message = g_strdup_printf (
      /* Translators: what is written in a cell, such as "Initiative" */
      _ ("“%s” is neither an objective nor a key result, and nothing else comes from a table. "
         "Leave the row out, and add it to its key result afterwards."),
      draft->cells[OKR_IMPORT_FIELD_TYPE]);

  okr_import_complain_draft (items->run, draft, OKR_IMPORT_FIELD_TYPE, message);
}

/* Types that people have of their own; each is told once. */
static void
note_other_type (Items *items, OkrImportDraft *draft, GHashTable *told)
{
  const char *type = draft->cells[OKR_IMPORT_FIELD_TYPE];

  if (read_type (draft) != TYPE_OTHER || !g_hash_table_add (told, okr_import_fold (type)))
    return;

  okr_import_note (items->run, OKR_IMPORT_NOTE_ROW, draft->row,
                   draft->columns[OKR_IMPORT_FIELD_TYPE],
                   g_strdup_printf (is_key_result (items, draft)
                                        /* Translators: what is written in a cell */
                                        ? _ ("“%s” is no type that is known. The row is taken for "
                                             "a key result.")
                                        /* Translators: what is written in a cell */
                                        : _ ("“%s” is no type that is known. The row is taken for "
                                             "an objective."),
                                    type));
}

static void
place_rows (Items *items, OkrImportDrafts *drafts)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->rows->len; i++)
    {
      OkrImportDraft *draft = items->rows->pdata[i];
      const gboolean is_of_work = read_type (draft) == TYPE_WORK;

      if (is_of_work && !draft->is_absent)
        complain_about_work (items, draft);
      if (is_of_work || draft->is_absent)
        {
          g_ptr_array_add (drafts->orphans, draft);
          continue;
        }
      note_other_type (items, draft, told);
      if (is_key_result (items, draft))
        place_key_result (items, drafts, draft);
      else
        place_objective (items, drafts, draft);
    }
}

void
okr_import_read_items (OkrImportRun *run, OkrImportDrafts *drafts)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) has_below = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) in_row = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) in_plan = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);
  Items items = {
    .run = run,
    .rows = rows,
    .by_name = by_name,
    .has_below = has_below,
    .in_row = in_row,
    .in_plan = in_plan,
    .left_out = left_out,
    .has_parents = okr_import_has_field (run->import, OKR_IMPORT_FIELD_PARENT),
  };

  read_rows (&items);
  index_order (&items);
  index_parents (&items);
  place_rows (&items, drafts);
  note_left_out (&items);
}
