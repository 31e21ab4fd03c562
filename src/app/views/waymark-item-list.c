/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-list.h"

/* With more runs than this, one splice costs the widgets less than many. */
#define MAX_RUNS 64

struct _WaymarkItemList
{
  GObject parent_instance;

  GPtrArray *items;
};

/* One turn of a list into another one. What is equal at both ends is left alone. */
typedef struct
{
  WaymarkItemList *list;
  GPtrArray *target;
  guint prefix;
  guint suffix;
  gboolean *kept; /* for each old item between prefix and suffix */
  WaymarkItemListMatch match;
  WaymarkItemListInserted inserted;
  gpointer data;
} Update;

static GPtrArray *
new_array (GPtrArray *items)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; items != NULL && i < items->len; i++)
    g_ptr_array_add (array, g_object_ref (items->pdata[i]));

  return array;
}

static GType
waymark_item_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
waymark_item_list_get_n_items (GListModel *model)
{
  return WAYMARK_ITEM_LIST (model)->items->len;
}

static gpointer
waymark_item_list_get_item (GListModel *model, guint position)
{
  WaymarkItemList *self = WAYMARK_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = waymark_item_list_get_item_type;
  iface->get_n_items = waymark_item_list_get_n_items;
  iface->get_item = waymark_item_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkItemList, waymark_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
find_ends (Update *update)
{
  GPtrArray *old = update->list->items;
  GPtrArray *new = update->target;
  const guint shorter = MIN (old->len, new->len);
  guint n = 0;

  while (n < shorter && old->pdata[n] == new->pdata[n] &&
         update->match (old->pdata[n], update->data))
    n++;
  update->prefix = n;

  n = 0;
  while (n < shorter - update->prefix &&
         old->pdata[old->len - 1 - n] == new->pdata[new->len - 1 - n] &&
         update->match (old->pdata[old->len - 1 - n], update->data))
    n++;
  update->suffix = n;
}

/* The place of each old item in the target, −1 for those that leave. */
static int *
dup_places (Update *update, guint n_old)
{
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  const guint n_new = update->target->len - update->prefix - update->suffix;
  int *places = g_new (int, n_old + 1);

  for (guint i = 0; i < n_new; i++)
    g_hash_table_insert (index, update->target->pdata[update->prefix + i],
                         GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < n_old; i++)
    {
      gpointer item = update->list->items->pdata[update->prefix + i];
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index, item));

      places[i] = place > 0 && update->match (item, update->data) ? (int) place - 1 : -1;
    }

  return places;
}

static guint
find_pile (const int *places, const guint *tops, guint n_piles, int place)
{
  guint low = 0;
  guint high = n_piles;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (places[tops[middle]] < place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The longest run of items whose order stays (patience sorting) keeps its rows. */
static void
choose_kept (Update *update)
{
  const guint n = update->list->items->len - update->prefix - update->suffix;
  g_autofree int *places = dup_places (update, n);
  g_autofree guint *tops = g_new (guint, n + 1);
  g_autofree int *before = g_new (int, n + 1);
  guint n_piles = 0;

  update->kept = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint pile;

      if (places[i] < 0)
        continue;

      pile = find_pile (places, tops, n_piles, places[i]);
      before[i] = pile > 0 ? (int) tops[pile - 1] : -1;
      tops[pile] = i;
      n_piles = MAX (n_piles, pile + 1);
    }

  for (int i = n_piles > 0 ? (int) tops[n_piles - 1] : -1; i >= 0; i = before[i])
    update->kept[i] = TRUE;
}

/* Runs of items that leave plus runs of items that come in. */
static guint
count_runs (Update *update)
{
  gpointer *old = update->list->items->pdata + update->prefix;
  const guint n_old = update->list->items->len - update->prefix - update->suffix;
  const guint end = update->target->len - update->suffix;
  guint i = update->prefix;
  guint runs = 0;

  for (guint o = 0; o < n_old; o++)
    {
      if (!update->kept[o])
        {
          runs += o == 0 || update->kept[o - 1] ? 1 : 0;
          continue;
        }
      runs += update->target->pdata[i] != old[o] ? 1 : 0;
      while (update->target->pdata[i] != old[o])
        i++;
      i++;
    }

  return runs + (i < end ? 1 : 0);
}

static void
splice (Update *update)
{
  WaymarkItemList *self = update->list;
  const guint n_old = self->items->len - update->prefix - update->suffix;
  const guint n_new = update->target->len - update->prefix - update->suffix;
  g_autoptr (GPtrArray) old G_GNUC_UNUSED = g_steal_pointer (&self->items);

  self->items = new_array (update->target);
  g_list_model_items_changed (G_LIST_MODEL (self), update->prefix, n_old, n_new);
  if (update->inserted != NULL && n_new > 0)
    update->inserted (self, update->prefix, n_new, update->data);
}

static void
remove_runs (Update *update)
{
  WaymarkItemList *self = update->list;
  guint end = self->items->len - update->suffix;

  while (end > update->prefix)
    {
      guint start = end;

      while (start > update->prefix && !update->kept[start - 1 - update->prefix])
        start--;
      if (start < end)
        {
          g_ptr_array_remove_range (self->items, start, end - start);
          g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
          end = start;
        }
      else
        {
          end--;
        }
    }
}

static void
insert_run (Update *update, guint position, guint n)
{
  WaymarkItemList *self = update->list;

  for (guint i = position; i < position + n; i++)
    g_ptr_array_insert (self->items, (int) i, g_object_ref (update->target->pdata[i]));

  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n);
  if (update->inserted != NULL)
    update->inserted (self, position, n, update->data);
}

static void
insert_runs (Update *update)
{
  GPtrArray *items = update->list->items;

  for (guint i = update->prefix; i < update->target->len; i++)
    {
      gpointer next = i < items->len ? items->pdata[i] : NULL;
      guint n = 0;

      while (i + n < update->target->len && update->target->pdata[i + n] != next)
        n++;
      if (n > 0)
        insert_run (update, i, n);
      i += n;
    }
}

static void
waymark_item_list_finalize (GObject *object)
{
  WaymarkItemList *self = WAYMARK_ITEM_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (waymark_item_list_parent_class)->finalize (object);
}

static void
waymark_item_list_class_init (WaymarkItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_item_list_finalize;
}

static void
waymark_item_list_init (WaymarkItemList *self)
{
  self->items = new_array (NULL);
}

WaymarkItemList *
waymark_item_list_new (GPtrArray *items)
{
  WaymarkItemList *self = g_object_new (WAYMARK_TYPE_ITEM_LIST, NULL);

  g_ptr_array_unref (self->items);
  self->items = new_array (items);

  return self;
}

void
waymark_item_list_update (WaymarkItemList *self, GPtrArray *items, WaymarkItemListMatch match,
                          WaymarkItemListInserted inserted, gpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Update update = { .list = self,
                    .target = items != NULL ? items : none,
                    .match = match,
                    .inserted = inserted,
                    .data = data };

  g_return_if_fail (WAYMARK_IS_ITEM_LIST (self) && match != NULL);

  find_ends (&update);
  if (update.prefix + update.suffix == self->items->len &&
      update.prefix + update.suffix == update.target->len)
    return;

  choose_kept (&update);
  if (count_runs (&update) > MAX_RUNS)
    {
      splice (&update);
    }
  else
    {
      remove_runs (&update);
      insert_runs (&update);
    }
  g_free (update.kept);
}

gboolean
waymark_item_list_find (WaymarkItemList *self, gpointer object, guint *position)
{
  g_return_val_if_fail (WAYMARK_IS_ITEM_LIST (self) && position != NULL, FALSE);

  return g_ptr_array_find (self->items, object, position);
}
