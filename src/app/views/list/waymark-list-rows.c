/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-list-rows.h"

#include <gtk/gtk.h>
#include <math.h>

#include "okr-list.h"

struct _WaymarkListRows
{
  GObject parent_instance;

  WaymarkSession *session;
  OkrPlan *plan;
  GPtrArray *rows;
  guint n_key_results;
  WaymarkListSort sort;
  gboolean active;
  gboolean stale; /* something changed while it was not active */
};

/* An objective on its way into the rows; @key is what it is sorted by, least first. */
typedef struct
{
  OkrObjective *objective;
  double key;
  guint index;
} Card;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkListRows, waymark_list_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static guint
count_reasons (guint attention)
{
  guint n = 0;

  for (; attention != 0; attention &= attention - 1)
    n++;

  return n;
}

static double
get_urgency (OkrStatus status, guint attention)
{
  double urgency = count_reasons (attention);

  if (status == OKR_STATUS_AT_RISK)
    urgency += 4;
  else if (status == OKR_STATUS_BEHIND)
    urgency += 2;

  return urgency;
}

/* The objective's own state weighs more than one of its key results. */
static double
get_attention_key (OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  GListModel *krs = okr_objective_get_key_results (objective);
  double urgency = 2 * get_urgency (figures->status, figures->attention);

  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);
      const OkrKeyResultFigures *own = okr_key_result_get_figures (kr);

      urgency += get_urgency (own->status, own->attention);
    }

  return -urgency;
}

static GHashTable *
number_teams (OkrPlan *plan)
{
  GListModel *teams = okr_plan_get_teams (plan);
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (OkrTeam) team = g_list_model_get_item (teams, i);

      g_hash_table_insert (numbers, team, GUINT_TO_POINTER (i));
    }

  return numbers;
}

static double
get_key (WaymarkListRows *self, OkrObjective *objective, GHashTable *teams)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);

  switch (self->sort)
    {
    case WAYMARK_LIST_SORT_PROGRESS:
      return isnan (figures->progress) ? INFINITY : figures->progress;
    case WAYMARK_LIST_SORT_ATTENTION:
      return get_attention_key (objective);
    case WAYMARK_LIST_SORT_TEAM:
      if (figures->team == NULL)
        return INFINITY;
      return (double) GPOINTER_TO_UINT (g_hash_table_lookup (teams, figures->team));
    case WAYMARK_LIST_SORT_PLAN:
    default:
      return 0;
    }
}

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  const Card *left = a;
  const Card *right = b;

  if (left->key < right->key)
    return -1;
  if (left->key > right->key)
    return 1;

  return left->index < right->index ? -1 : 1;
}

static GArray *
collect_cards (WaymarkListRows *self)
{
  OkrList *objectives = OKR_LIST (okr_plan_get_objectives (self->plan));
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (Card));
  g_autoptr (GHashTable) teams =
      self->sort == WAYMARK_LIST_SORT_TEAM ? number_teams (self->plan) : NULL;

  for (guint i = 0; i < okr_list_get_size (objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (objectives, i));

      if (waymark_session_shows (self->session, OKR_ITEM (objective)))
        {
          const Card card = { objective, get_key (self, objective, teams), i };

          g_array_append_val (cards, card);
        }
    }

  if (self->sort != WAYMARK_LIST_SORT_PLAN)
    g_array_sort (cards, compare_cards);

  return cards;
}

static void
append_card (WaymarkListRows *self, GPtrArray *rows, OkrObjective *objective)
{
  OkrList *krs = OKR_LIST (okr_objective_get_key_results (objective));
  const gboolean whole = waymark_session_shows_whole (self->session, objective);

  g_ptr_array_add (rows, g_object_ref (objective));
  for (guint i = 0; i < okr_list_get_size (krs); i++)
    {
      OkrItem *kr = okr_list_peek (krs, i);

      if (whole || waymark_session_shows (self->session, kr))
        g_ptr_array_add (rows, g_object_ref (kr));
    }
}

static GPtrArray *
collect_rows (WaymarkListRows *self, guint *n_key_results)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) cards = NULL;

  *n_key_results = 0;
  if (self->plan == NULL || !self->active)
    return rows;

  cards = collect_cards (self);
  for (guint i = 0; i < cards->len; i++)
    append_card (self, rows, g_array_index (cards, Card, i).objective);
  *n_key_results = rows->len - cards->len;

  return rows;
}

/* What the old and the new rows have in common at both ends stays as it is. */
static void
replace_rows (WaymarkListRows *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);
  guint start = 0;
  guint end = 0;
  guint shorter;

  self->stale = !self->active;
  self->rows = collect_rows (self, &self->n_key_results);
  shorter = MIN (old->len, self->rows->len);
  while (start < shorter && old->pdata[start] == self->rows->pdata[start])
    start++;
  while (end < shorter - start &&
         old->pdata[old->len - 1 - end] == self->rows->pdata[self->rows->len - 1 - end])
    end++;

  if (old->len != self->rows->len || start < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->rows->len - start - end);
}

static void
update_rows (WaymarkListRows *self)
{
  if (self->active)
    replace_rows (self);
  else
    self->stale = TRUE;
}

/* Structure comes with WaymarkSession::filter-changed; values only move rows when sorted by them.
 */
static void
on_plan_edited_cb (WaymarkListRows *self, guint flags)
{
  if (self->sort != WAYMARK_LIST_SORT_PLAN && (flags & OKR_EDIT_STRUCTURE) == 0)
    update_rows (self);
}

static void
follow_plan (WaymarkListRows *self, OkrPlan *plan)
{
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  if (g_set_object (&self->plan, plan) && plan != NULL)
    g_signal_connect_object (plan, "edited", G_CALLBACK (on_plan_edited_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
on_plan_notify_cb (WaymarkListRows *self)
{
  follow_plan (self, waymark_session_get_plan (self->session));
  replace_rows (self);
}

static GType
waymark_list_rows_get_item_type (GListModel *model)
{
  return OKR_TYPE_ITEM;
}

static guint
waymark_list_rows_get_n_items (GListModel *model)
{
  return WAYMARK_LIST_ROWS (model)->rows->len;
}

static gpointer
waymark_list_rows_get_item (GListModel *model, guint position)
{
  OkrItem *item = waymark_list_rows_peek (WAYMARK_LIST_ROWS (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = waymark_list_rows_get_item_type;
  iface->get_n_items = waymark_list_rows_get_n_items;
  iface->get_item = waymark_list_rows_get_item;
}

static void
waymark_list_rows_dispose (GObject *object)
{
  WaymarkListRows *self = WAYMARK_LIST_ROWS (object);

  follow_plan (self, NULL);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_list_rows_parent_class)->dispose (object);
}

static void
waymark_list_rows_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_LIST_ROWS (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (waymark_list_rows_parent_class)->finalize (object);
}

static void
waymark_list_rows_class_init (WaymarkListRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_list_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_list_rows_finalize;
}

static void
waymark_list_rows_init (WaymarkListRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->active = TRUE;
}

WaymarkListSort
waymark_list_sort_from_nick (const char *nick)
{
  static const char *const nicks[] = { "plan", "progress", "attention", "team" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nick, nicks[i]) == 0)
        return (WaymarkListSort) i;
    }

  return WAYMARK_LIST_SORT_PLAN;
}

WaymarkListRows *
waymark_list_rows_new (void)
{
  return g_object_new (WAYMARK_TYPE_LIST_ROWS, NULL);
}

void
waymark_list_rows_set_session (WaymarkListRows *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_LIST_ROWS (self));
  g_return_if_fail (session == NULL || WAYMARK_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "filter-changed", G_CALLBACK (update_rows), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_notify_cb), self,
                               G_CONNECT_SWAPPED);
    }
  follow_plan (self, session != NULL ? waymark_session_get_plan (session) : NULL);
  replace_rows (self);
}

void
waymark_list_rows_set_sort (WaymarkListRows *self, WaymarkListSort sort)
{
  g_return_if_fail (WAYMARK_IS_LIST_ROWS (self));

  if (self->sort == sort)
    return;

  self->sort = sort;
  update_rows (self);
}

WaymarkListSort
waymark_list_rows_get_sort (WaymarkListRows *self)
{
  g_return_val_if_fail (WAYMARK_IS_LIST_ROWS (self), WAYMARK_LIST_SORT_PLAN);

  return self->sort;
}

OkrItem *
waymark_list_rows_peek (WaymarkListRows *self, guint position)
{
  g_return_val_if_fail (WAYMARK_IS_LIST_ROWS (self), NULL);

  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

guint
waymark_list_rows_find (WaymarkListRows *self, OkrItem *item)
{
  guint position;

  g_return_val_if_fail (WAYMARK_IS_LIST_ROWS (self), GTK_INVALID_LIST_POSITION);

  for (; item != NULL; item = okr_item_get_parent (item))
    {
      if (g_ptr_array_find (self->rows, item, &position))
        return position;
    }

  return GTK_INVALID_LIST_POSITION;
}

gboolean
waymark_list_rows_is_last (WaymarkListRows *self, guint position)
{
  OkrItem *next;

  g_return_val_if_fail (WAYMARK_IS_LIST_ROWS (self), FALSE);

  next = waymark_list_rows_peek (self, position + 1);

  return next == NULL || OKR_IS_OBJECTIVE (next);
}

void
waymark_list_rows_set_active (WaymarkListRows *self, gboolean active)
{
  g_return_if_fail (WAYMARK_IS_LIST_ROWS (self));

  self->active = active;
  if (active && self->stale)
    replace_rows (self);
}

guint
waymark_list_rows_get_n_key_results (WaymarkListRows *self)
{
  g_return_val_if_fail (WAYMARK_IS_LIST_ROWS (self), 0);

  return self->n_key_results;
}
