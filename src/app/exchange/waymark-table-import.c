/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-table-import.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-edit.h"
#include "okr-merge.h"
#include "okr-reader.h"
#include "okr-snapshot.h"

#define SLICE 5000   /* microseconds: a frame has room for that */
#define MAX_CYCLE 24 /* characters: what is longer is rather a sentence */

/* Choices */

WaymarkTableChoices *
waymark_table_choices_new (void)
{
  WaymarkTableChoices *self = g_new0 (WaymarkTableChoices, 1);

  self->columns = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

WaymarkTableChoices *
waymark_table_choices_copy (const WaymarkTableChoices *self)
{
  WaymarkTableChoices *copy = waymark_table_choices_new ();
  GHashTableIter iter;
  gpointer column, field;

  copy->encoding = g_strdup (self->encoding);
  copy->delimiter = self->delimiter;
  copy->has_no_header = self->has_no_header;
  copy->layout = self->layout;
  copy->style = self->style;
  copy->title = g_strdup (self->title);
  copy->cycle = g_strdup (self->cycle);
  copy->team = g_strdup (self->team);
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &column, &field))
    g_hash_table_insert (copy->columns, column, g_strdup (field));

  return copy;
}

void
waymark_table_choices_free (WaymarkTableChoices *self)
{
  g_free (self->encoding);
  g_free (self->title);
  g_free (self->cycle);
  g_free (self->team);
  g_hash_table_unref (self->columns);
  g_free (self);
}

void
waymark_table_choices_set_text (WaymarkTableChoices *self, const char *encoding, char delimiter)
{
  g_autofree char *old G_GNUC_UNUSED = self->encoding; /* it may be what @encoding is */

  self->encoding = g_strdup (encoding);
  self->delimiter = delimiter;
  self->layout = OKR_IMPORT_UNKNOWN;
  g_hash_table_remove_all (self->columns);
}

void
waymark_table_choices_set_header (WaymarkTableChoices *self, gboolean has_header)
{
  self->has_no_header = !has_header;
  self->layout = OKR_IMPORT_UNKNOWN;
  g_hash_table_remove_all (self->columns);
}

void
waymark_table_choices_set_column (WaymarkTableChoices *self, guint column, const char *field)
{
  OkrImportColumn meaning;
  GHashTableIter iter;
  gpointer other;

  g_return_if_fail (okr_import_column_from_name (field, &meaning));

  /* Two columns cannot hold the same; it was the other one only as long as nobody said so. */
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    {
      if (meaning.field < OKR_IMPORT_FIELD_IGNORED && g_str_equal (other, field))
        g_hash_table_iter_remove (&iter);
    }
  g_hash_table_insert (self->columns, GUINT_TO_POINTER (column), g_strdup (field));
}

gboolean
waymark_table_choices_take_title (WaymarkTableChoices *self, char *title)
{
  g_autofree char *old = self->title;

  self->title = title;

  return g_strcmp0 (old, title) != 0;
}

/* The import */

struct _WaymarkTableImport
{
  GObject parent_instance;

  OkrPlan *plan; /* to import into, at that revision; NULL for a new one */
  guint64 revision;

  /* What the thread starts from. */
  GBytes *table;
  WaymarkTableChoices *choices;
  OkrSnapshot *snapshot;
  char *name;
  OkrDay today;

  /* What it finds. */
  OkrImport *import;
  OkrPlan *copy; /* with the table in it */
  OkrImportResult *result;
  GPtrArray *changes; /* that make the plan what the copy is; NULL for a new one */
  char *problem;
};

G_DEFINE_FINAL_TYPE (WaymarkTableImport, waymark_table_import, G_TYPE_OBJECT)

static void
unref_plan_in_thread (GTask *task, gpointer source, gpointer plan, GCancellable *cancellable)
{
  g_object_unref (plan);
}

static void
unref_changes_in_thread (GTask *task, gpointer source, gpointer changes, GCancellable *cancellable)
{
  g_ptr_array_unref (changes);
}

/* Ten thousands of items take a while to go, and nobody else knows them. */
static void
drop (gpointer data, GTaskThreadFunc unref_in_thread)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  if (data == NULL)
    return;

  g_task_set_source_tag (task, drop);
  g_task_set_task_data (task, data, NULL);
  g_task_run_in_thread (task, unref_in_thread);
}

static void
waymark_table_import_finalize (GObject *object)
{
  WaymarkTableImport *self = WAYMARK_TABLE_IMPORT (object);

  g_clear_pointer (&self->table, g_bytes_unref);
  g_clear_pointer (&self->choices, waymark_table_choices_free);
  g_clear_pointer (&self->snapshot, okr_snapshot_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->import, okr_import_free);
  g_clear_pointer (&self->result, okr_import_result_free);
  g_clear_pointer (&self->problem, g_free);
  drop (g_steal_pointer (&self->copy), unref_plan_in_thread);
  drop (g_steal_pointer (&self->changes), unref_changes_in_thread);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (waymark_table_import_parent_class)->finalize (object);
}

static void
waymark_table_import_class_init (WaymarkTableImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_table_import_finalize;
}

static void
waymark_table_import_init (WaymarkTableImport *self)
{
}

static OkrImport *
read_table (WaymarkTableImport *self, GError **error)
{
  const WaymarkTableChoices *choices = self->choices;
  OkrTable *table = okr_table_new (self->table, choices->encoding, choices->delimiter, error);
  OkrImport *import;
  GHashTableIter iter;
  gpointer column, field;

  if (table == NULL)
    return NULL;

  import = okr_import_new (table);
  if (choices->has_no_header)
    okr_import_drop_header (import);
  if (choices->layout != OKR_IMPORT_UNKNOWN)
    okr_import_set_layout (import, choices->layout);
  g_hash_table_iter_init (&iter, choices->columns);
  while (g_hash_table_iter_next (&iter, &column, &field))
    {
      OkrImportColumn meaning;

      if (GPOINTER_TO_UINT (column) < okr_import_get_n_columns (import) &&
          okr_import_column_from_name (field, &meaning))
        okr_import_set_column (import, GPOINTER_TO_UINT (column), meaning);
    }
  okr_import_set_style (import, choices->style);

  return import;
}

/* The cycle that all rows are of, as they write it. Words alone ("soon") are rather mistakes. */
static char *
find_cycle (OkrImport *import, guint column)
{
  OkrTable *table = okr_import_get_table (import);
  g_autofree char *found = NULL;
  const char *cycle = NULL;

  for (guint i = okr_import_get_header_row (import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      const char *cell = okr_table_get_cell (table, i, column);
      g_autofree char *folded = okr_import_fold (cell);

      if (strpbrk (folded, "0123456789") == NULL)
        continue;
      if (found != NULL && !g_str_equal (folded, found))
        return NULL;
      cycle = cell;
      g_free (found);
      found = g_steal_pointer (&folded);
    }

  return cycle != NULL && g_utf8_strlen (cycle, -1) <= MAX_CYCLE ? g_strdup (cycle) : NULL;
}

static char *
propose_cycle (WaymarkTableImport *self)
{
  for (guint i = 0; i < okr_import_get_n_columns (self->import); i++)
    {
      const OkrImportColumn *column = okr_import_get_column (self->import, i);

      if (column->field == OKR_IMPORT_FIELD_CYCLE && column->number == 0)
        return find_cycle (self->import, i);
    }

  return self->choices->cycle != NULL ? g_strdup (self->choices->cycle)
                                      : okr_cycle_name_for_day (self->today, 1);
}

/* A file is often called after the program that wrote it, or after the day. */
static char *
propose_title (WaymarkTableImport *self)
{
  g_autofree char *cycle = propose_cycle (self);

  if (cycle == NULL)
    return g_strdup (self->name);

  /* Translators: the title of a plan; a cycle such as "Q1 2027" */
  return g_strdup_printf (_ ("OKRs %s"), cycle);
}

static OkrPlan *
make_copy (WaymarkTableImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = NULL;
  OkrPlan *plan;

  if (self->snapshot == NULL)
    {
      plan = okr_plan_new ();
      okr_plan_set_today (plan, self->today);
      title = self->choices->title != NULL ? g_strdup (self->choices->title) : propose_title (self);
      okr_edit_set_text (plan, OKR_ITEM (plan), "title", title, NULL);
      return plan;
    }

  bytes = okr_snapshot_to_bytes (self->snapshot);
  plan = okr_plan_new_from_bytes (bytes, cancellable, error);
  if (plan != NULL)
    okr_plan_set_today (plan, self->today);

  return plan;
}

static gboolean
prepare (WaymarkTableImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (OkrPlan) before = NULL;

  self->import = read_table (self, error);
  if (self->import == NULL)
    return FALSE;
  self->copy = make_copy (self, cancellable, error);
  if (self->copy == NULL)
    return FALSE;

  if (self->snapshot != NULL)
    before = okr_plan_copy (self->copy);
  self->result =
      okr_import_run (self->import, self->copy, self->choices->cycle, self->choices->team,
                      OKR_IMPORT_SKIP_PROBLEMS, cancellable, &reason);
  if (self->result == NULL)
    self->problem = g_strdup (reason->message);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (before != NULL)
    self->changes = okr_plan_find_changes (before, self->copy, error);

  return before == NULL || self->changes != NULL;
}

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (prepare (data, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (data), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The thread cannot look at the plan, so it gets what the plan says, written bit by bit. */
static gboolean
on_write_cb (gpointer user_data)
{
  GTask *task = user_data;
  WaymarkTableImport *self = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (!okr_plan_prepare_snapshot (self->plan, SLICE))
    return G_SOURCE_CONTINUE;

  self->revision = okr_history_get_revision (okr_plan_get_history (self->plan));
  self->snapshot = okr_plan_take_snapshot (self->plan);
  g_task_run_in_thread (task, prepare_in_thread);

  return G_SOURCE_REMOVE;
}

void
waymark_table_import_prepare_async (GBytes *table, const WaymarkTableChoices *choices,
                                    OkrPlan *plan, const char *name, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  WaymarkTableImport *self;

  g_return_if_fail (table != NULL && choices != NULL && (plan == NULL || OKR_IS_PLAN (plan)));

  self = g_object_new (WAYMARK_TYPE_TABLE_IMPORT, NULL);
  self->table = g_bytes_ref (table);
  self->choices = waymark_table_choices_copy (choices);
  self->name = g_strdup (name);
  self->today = plan != NULL ? okr_plan_get_today (plan) : okr_day_today ();
  g_set_object (&self->plan, plan);

  /* Not the task's source: its last reference may go in the thread. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, waymark_table_import_prepare_async);
  g_task_set_task_data (task, self, g_object_unref);
  if (plan != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_write_cb, g_steal_pointer (&task), g_object_unref);
  else
    g_task_run_in_thread (task, prepare_in_thread);
}

WaymarkTableImport *
waymark_table_import_prepare_finish (GAsyncResult *result, GError **error)
{
  WaymarkTableImport *self;

  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_table_import_prepare_async),
                        NULL);

  self = g_task_propagate_pointer (G_TASK (result), error);
  g_task_set_task_data (G_TASK (result), NULL, NULL); /* here, not with the task in its thread */

  return self;
}

OkrImport *
waymark_table_import_get_import (WaymarkTableImport *self)
{
  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), NULL);

  return self->import;
}

const OkrImportResult *
waymark_table_import_get_result (WaymarkTableImport *self)
{
  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), NULL);

  return self->result;
}

OkrPlan *
waymark_table_import_get_outcome (WaymarkTableImport *self)
{
  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), NULL);

  return self->copy;
}

gboolean
waymark_table_import_is_new (WaymarkTableImport *self)
{
  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), TRUE);

  return self->plan == NULL;
}

const char *
waymark_table_import_get_problem (WaymarkTableImport *self)
{
  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), NULL);

  return self->problem;
}

gboolean
waymark_table_import_brings_something (WaymarkTableImport *self)
{
  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), FALSE);

  return self->result != NULL && self->result->is_done &&
         (self->result->n_cycles > 0 || self->result->n_teams > 0 ||
          self->result->n_objectives > 0 || self->result->n_key_results > 0 ||
          self->result->n_check_ins > 0 || self->result->n_changed > 0);
}

const char *
waymark_table_import_get_first_id (WaymarkTableImport *self)
{
  const OkrImportItem *first = NULL;

  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), NULL);

  for (guint i = 0; self->result != NULL && i < self->result->items->len; i++)
    {
      const OkrImportItem *item = self->result->items->pdata[i];

      if (item->type == OKR_TYPE_CYCLE || item->type == OKR_TYPE_TEAM ||
          item->fate == OKR_IMPORT_SAME)
        continue;
      if (item->fate == OKR_IMPORT_NEW)
        return item->id;
      if (first == NULL)
        first = item;
    }

  return first != NULL ? first->id : NULL;
}

OkrPlan *
waymark_table_import_accept (WaymarkTableImport *self, GError **error)
{
  g_return_val_if_fail (WAYMARK_IS_TABLE_IMPORT (self), NULL);
  g_return_val_if_fail (waymark_table_import_brings_something (self), NULL);
  g_return_val_if_fail (self->copy != NULL, NULL);

  if (self->plan == NULL)
    return g_steal_pointer (&self->copy);

  if (okr_history_get_revision (okr_plan_get_history (self->plan)) != self->revision)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _ ("The plan has changed meanwhile. Look at the import once more."));
      return NULL;
    }

  /* In one piece, also with 10,000 rows (80 to 100 ms): between pieces a draft could be written,
   * the file could change outside, or an undo could meet half a step. */
  return okr_plan_apply_all (self->plan, self->changes, _ ("Import"), error)
             ? g_object_ref (self->plan)
             : NULL;
}
