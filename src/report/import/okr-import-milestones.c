/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-cell-list.h"
#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-list.h"

/* The milestones of one key result, and what a cell says of them. */
typedef struct
{
  OkrImportTask *task;
  OkrImportDraft *draft;
  OkrKeyResult *kr;
  GPtrArray *wanted; /* of OkrCellMilestone */
  GPtrArray *items;  /* for each of these its milestone, NULL for none yet */
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
is_taken (const Milestones *self, OkrItem *item)
{
  return g_ptr_array_find (self->items, item, NULL);
}

static OkrItem *
find_by_title (const Milestones *self, const char *title)
{
  GListModel *list = get_list (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      OkrItem *item = okr_list_peek (OKR_LIST (list), i);

      if (okr_import_is_same_name (okr_item_get_title (item), title) && !is_taken (self, item))
        return item;
    }

  return NULL;
}

static OkrItem *
find_next_free (const Milestones *self)
{
  GListModel *list = get_list (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      if (!is_taken (self, okr_list_peek (OKR_LIST (list), i)))
        return okr_list_peek (OKR_LIST (list), i);
    }

  return NULL;
}

/* Where as many lines as milestones are left over, these are the same with other titles. */
static void
match (const Milestones *self)
{
  const guint n = g_list_model_get_n_items (get_list (self));

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const OkrCellMilestone *wanted = self->wanted->pdata[i];

      g_ptr_array_add (self->items, find_by_title (self, wanted->title));
    }
  for (guint i = 0; n == self->wanted->len && i < n; i++)
    {
      if (self->items->pdata[i] == NULL)
        self->items->pdata[i] = find_next_free (self);
    }
}

/* The cell is the whole list, as that of the tags is. */
static void
drop_others (const Milestones *self)
{
  GListModel *list = get_list (self);
  GError *error = NULL;

  for (guint i = g_list_model_get_n_items (list); i-- > 0;)
    {
      OkrItem *item = okr_list_peek (OKR_LIST (list), i);

      if (is_taken (self, item))
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
  const OkrDay now = okr_milestone_get_done (OKR_MILESTONE (item));
  const OkrDay done = find_done (self, wanted, now);
  GError *error = NULL;

  if (g_strcmp0 (okr_item_get_title (item), wanted->title) != 0)
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

void
okr_import_apply_milestones (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr)
{
  const OkrImportField field = OKR_IMPORT_FIELD_MILESTONES;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) wanted = NULL;
  Milestones self = { task, draft, kr, NULL, items };

  if (!okr_import_draft_has (draft, field))
    return;
  wanted = okr_cell_parse_milestones (draft->cells[field],
                                      okr_import_get_style (task->run->import).dates);
  self.wanted = wanted;
  if (wanted->len == 0 || contradicts (&self))
    return;
  match (&self);
  drop_others (&self);
  for (guint i = 0; i < wanted->len; i++)
    {
      OkrItem *item = put (&self, i);

      if (item != NULL)
        fill (&self, wanted->pdata[i], item);
    }
}
