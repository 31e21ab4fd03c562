/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-cell-list.h"
#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-list.h"
#include "okr-number.h"

/* The milestones of one key result, and what a cell says of them. */
typedef struct
{
  OkrImportTask *task;
  OkrImportDraft *draft;
  OkrKeyResult *kr;
  GPtrArray *wanted; /* of OkrCellMilestone */
  GPtrArray *items;  /* for each of these its milestone, NULL for none yet */
  GHashTable *taken; /* those in @items */
} Milestones;

static void
complain (const Milestones *self, GError *error)
{
  okr_import_cell_complain (self->task, self->draft, OKR_IMPORT_FIELD_MILESTONES, error);
}

static GListModel *
get_list (const Milestones *self)
{
  return okr_key_result_get_milestones (self->kr);
}

static gboolean
is_cancelled (const Milestones *self)
{
  return g_cancellable_is_cancelled (self->task->run->cancellable);
}

/* The milestones of each title, in their order. */
static GHashTable *
index_titles (const Milestones *self)
{
  GHashTable *index =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
  GListModel *list = get_list (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      OkrItem *item = okr_list_peek (OKR_LIST (list), i);
      g_autofree char *title = okr_cell_dup_title (OKR_MILESTONE (item));
      g_autofree char *folded = okr_import_fold_name (title);
      GQueue *queue = g_hash_table_lookup (index, folded);

      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (index, g_steal_pointer (&folded), queue);
        }
      g_queue_push_tail (queue, item);
    }

  return index;
}

static void
take (const Milestones *self, guint i, OkrItem *item)
{
  self->items->pdata[i] = item;
  if (item != NULL)
    g_hash_table_add (self->taken, item);
}

static void
match_titles (const Milestones *self)
{
  g_autoptr (GHashTable) index = index_titles (self);

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const OkrCellMilestone *wanted = self->wanted->pdata[i];
      g_autofree char *folded = okr_import_fold_name (wanted->title);
      GQueue *queue = g_hash_table_lookup (index, folded);

      take (self, i, queue != NULL ? g_queue_pop_head (queue) : NULL);
    }
}

static OkrItem *
find_next_free (const Milestones *self, guint *at)
{
  GListModel *list = get_list (self);

  for (; *at < g_list_model_get_n_items (list); (*at)++)
    {
      OkrItem *item = okr_list_peek (OKR_LIST (list), *at);

      if (!g_hash_table_contains (self->taken, item))
        return item;
    }

  return NULL;
}

/* Where as many lines as milestones are left over, these are the same with other titles. */
static void
match (const Milestones *self)
{
  const guint n = g_list_model_get_n_items (get_list (self));
  guint at = 0;

  g_ptr_array_set_size (self->items, (int) self->wanted->len);
  match_titles (self);
  for (guint i = 0; n == self->wanted->len && i < n; i++)
    {
      if (self->items->pdata[i] == NULL)
        take (self, i, find_next_free (self, &at));
    }
}

/* The cell is the whole list, as that of the tags is. */
static void
drop_others (const Milestones *self)
{
  GListModel *list = get_list (self);
  GError *error = NULL;

  for (guint i = g_list_model_get_n_items (list); i-- > 0 && !is_cancelled (self);)
    {
      OkrItem *item = okr_list_peek (OKR_LIST (list), i);

      if (g_hash_table_contains (self->taken, item))
        continue;
      self->draft->deed.changed = TRUE;
      if (!okr_edit_delete (self->task->plan, item, &error))
        {
          complain (self, error);
          return;
        }
    }
}

/* At this place, whether it comes or goes there. */
static OkrItem *
put (const Milestones *self, guint i)
{
  OkrPlan *plan = self->task->plan;
  OkrItem *item = self->items->pdata[i];
  g_autoptr (OkrItem) made = NULL;
  GError *error = NULL;

  if (item != NULL && okr_item_get_position (item) == i)
    return item;
  self->draft->deed.changed = TRUE;
  if (item != NULL && okr_edit_move (plan, item, OKR_ITEM (self->kr), i, &error))
    return item;
  if (item == NULL)
    {
      made = okr_item_new (OKR_TYPE_MILESTONE, NULL);
      if (okr_edit_insert (plan, OKR_ITEM (self->kr), i, made, &error))
        return made; /* the plan holds it */
    }
  complain (self, error);

  return NULL;
}

/* What was done on no day that is told, was done at the check-in of the row. */
static OkrDay
find_done (const Milestones *self, const OkrCellMilestone *wanted, OkrDay now)
{
  OkrDay day;

  if (wanted->done != OKR_DAY_NONE)
    return wanted->done;
  if (!wanted->has_box)
    return now;
  if (!wanted->is_done)
    return OKR_DAY_NONE;
  if (now != OKR_DAY_NONE)
    return now;

  return okr_import_draft_has (self->draft, OKR_IMPORT_FIELD_DATE) &&
                 okr_import_cell_read_day (self->task, self->draft, OKR_IMPORT_FIELD_DATE, &day)
             ? day
             : okr_import_find_day (self->task, self->kr);
}

static void
fill (const Milestones *self, const OkrCellMilestone *wanted, OkrItem *item)
{
  OkrPlan *plan = self->task->plan;
  g_autofree char *title = okr_cell_dup_title (OKR_MILESTONE (item));
  const OkrDay now = okr_milestone_get_done (OKR_MILESTONE (item));
  const OkrDay done = find_done (self, wanted, now);
  GError *error = NULL;

  if (!g_str_equal (title, wanted->title))
    {
      self->draft->deed.changed = TRUE;
      okr_edit_set_text (plan, item, "title", wanted->title, &error);
    }
  if (error == NULL && done != now)
    {
      self->draft->deed.changed = TRUE;
      okr_edit_set_day (plan, item, "done", done, &error);
    }
  if (error == NULL && !isnan (wanted->weight) &&
      !okr_number_equal (wanted->weight, okr_milestone_get_weight (OKR_MILESTONE (item))))
    {
      self->draft->deed.changed = TRUE;
      okr_edit_set_number (plan, item, "weight", wanted->weight, &error);
    }
  if (error != NULL)
    complain (self, error);
}

/* A day in a line whose box says that nothing was done. */
static gboolean
contradicts (const Milestones *self)
{
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const OkrCellMilestone *wanted = self->wanted->pdata[i];
      g_autofree char *message = NULL;

      if (!wanted->has_box || wanted->is_done || wanted->done == OKR_DAY_NONE)
        continue;
      /* Translators: the title of a milestone; the boxes stay as they are */
      message = g_strdup_printf (_ ("“%s” has a day when it was done, but its box is empty. Write "
                                    "[x] before it, or remove the day."),
                                 wanted->title);
      okr_import_complain_draft (self->task->run, self->draft, OKR_IMPORT_FIELD_MILESTONES,
                                 message);
      return TRUE;
    }

  return FALSE;
}

/* Nobody sees the milestones of a key result that is measured in another way; with a kind beside
 * them the row has at least said which. */
static gboolean
is_hidden (const Milestones *self)
{
  const gboolean has_kind = okr_import_draft_has (self->draft, OKR_IMPORT_FIELD_KIND);
  OkrImportRun *run = self->task->run;

  if (okr_key_result_get_kind (self->kr) == OKR_KEY_RESULT_KIND_MILESTONES ||
      g_list_model_get_n_items (get_list (self)) > 0)
    return FALSE;
  if (has_kind)
    okr_import_note (run, OKR_IMPORT_NOTE_ROW, self->draft->row,
                     self->draft->columns[OKR_IMPORT_FIELD_MILESTONES],
                     g_strdup (_ ("This key result is of another kind than milestones, so the plan "
                                  "keeps these but shows them nowhere.")));
  else
    okr_import_complain_draft (run, self->draft, OKR_IMPORT_FIELD_MILESTONES,
                               _ ("This key result is measured in another way, so nobody would "
                                  "see its milestones. Write milestones in the column Kind and no "
                                  "target, or leave this cell empty."));

  return !has_kind;
}

void
okr_import_apply_milestones (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr)
{
  const OkrImportField field = OKR_IMPORT_FIELD_MILESTONES;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  Milestones self = { task, draft, kr, NULL, items, taken };

  if (!okr_import_draft_has (draft, field))
    return;
  wanted = okr_cell_parse_milestones (draft->cells[field],
                                      okr_import_get_style (task->run->import).dates);
  self.wanted = wanted;
  if (wanted->len == 0 || contradicts (&self) || is_hidden (&self))
    return;
  match (&self);
  drop_others (&self);
  for (guint i = 0; i < wanted->len && !is_cancelled (&self); i++)
    {
      OkrItem *item = put (&self, i);

      if (item != NULL)
        fill (&self, wanted->pdata[i], item);
    }
}
