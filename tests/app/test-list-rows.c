/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "list-fixture.h"
#include "waymark-explain.h"
#include "waymark-list-drop.h"

static void
reset (ListFixture *self)
{
  self->n_emissions = self->n_removed = self->n_added = 0;
}

static OkrItem *
get_objective (ListFixture *self, guint n)
{
  for (guint i = 0; i < list_count (self); i++)
    {
      OkrItem *item = waymark_list_rows_peek (self->rows, i);

      if (OKR_IS_OBJECTIVE (item) && n-- == 0)
        return item;
    }

  return NULL;
}

static void
check_in (ListFixture *self, OkrItem *kr, double value)
{
  g_autoptr (GError) error = NULL;
  const OkrCheckInEntry entry = { .value = value, .confidence = 5 };

  g_assert_nonnull (okr_edit_check_in (self->plan, OKR_KEY_RESULT (kr), &entry, &error));
  g_assert_no_error (error);
}

static void
test_scope (ListFixture *self, gconstpointer data)
{
  const OkrScopeFigures *figures =
      okr_plan_get_figures (self->plan, waymark_session_get_cycle (self->session), NULL);
  const guint n_all = list_count (self);

  g_assert_cmpuint (figures->n_objectives, >, 2);
  g_assert_cmpuint (n_all, ==, figures->n_objectives + figures->n_key_results);
  g_assert_cmpuint (waymark_list_rows_get_n_key_results (self->rows), ==, figures->n_key_results);
  g_assert_true (OKR_IS_OBJECTIVE (waymark_list_rows_peek (self->rows, 0)));
  g_assert_false (waymark_list_rows_is_last (self->rows, 0));
  g_assert_true (waymark_list_rows_is_last (self->rows, n_all - 1));
  g_assert_null (waymark_list_rows_peek (self->rows, n_all));

  waymark_session_set_cycle (self->session, NULL);
  g_assert_cmpuint (list_count (self), >, n_all);
  waymark_session_set_plan (self->session, NULL);
  g_assert_cmpuint (list_count (self), ==, 0);
}

static void
test_unseen (ListFixture *self, gconstpointer data)
{
  g_autoptr (OkrPlan) other = test_example_plan ();
  const guint n_all = list_count (self);

  waymark_list_rows_set_active (self->rows, FALSE);
  reset (self);
  waymark_session_set_search (self->session, "cut mobile");
  g_assert_cmpuint (list_count (self), ==, n_all);
  g_assert_cmpuint (self->n_emissions, ==, 0);
  waymark_list_rows_set_active (self->rows, TRUE);
  g_assert_cmpuint (list_count (self), ==, 2);
  g_assert_cmpuint (self->n_emissions, ==, 1);

  /* A plan that is closed is not kept in memory. */
  waymark_list_rows_set_active (self->rows, FALSE);
  waymark_session_set_search (self->session, "");
  waymark_session_set_plan (self->session, other);
  g_assert_cmpuint (list_count (self), ==, 0);
  waymark_list_rows_set_active (self->rows, TRUE);
  g_assert_cmpuint (list_count (self), ==, n_all);
}

static void
test_filter (ListFixture *self, gconstpointer data)
{
  const guint n_all = list_count (self);

  waymark_session_set_search (self->session, "cut mobile");
  g_assert_cmpuint (list_count (self), ==, 2);
  g_assert_cmpstr (okr_item_get_title (waymark_list_rows_peek (self->rows, 1)), ==,
                   "Cut mobile checkout time");
  g_assert_true (waymark_list_rows_is_last (self->rows, 1));

  waymark_session_set_search (self->session, "");
  waymark_session_set_attention (self->session, OKR_ATTENTION_AT_RISK);
  g_assert_cmpuint (list_count (self), >, 0);
  for (guint i = 0; i < list_count (self); i++)
    {
      OkrItem *item = waymark_list_rows_peek (self->rows, i);

      if (OKR_IS_KEY_RESULT (item))
        g_assert_cmpint (okr_key_result_get_figures (OKR_KEY_RESULT (item))->status, ==,
                         OKR_STATUS_AT_RISK);
    }

  waymark_session_set_attention (self->session, 0);
  g_assert_cmpuint (list_count (self), ==, n_all);
}

/* An objective that is at risk as a whole is found though none of its key results is. */
static void
test_filter_objective (ListFixture *self, gconstpointer data)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();

  waymark_session_set_plan (self->session, plan);
  waymark_session_set_cycle (self->session, OKR_CYCLE (test_find (plan, "c1")));
  waymark_session_set_attention (self->session, OKR_ATTENTION_AT_RISK);
  g_assert_cmpuint (list_count (self), ==, 1);
  g_assert_true (waymark_list_rows_peek (self->rows, 0) == test_find (plan, "o1"));
  g_assert_cmpuint (okr_plan_get_figures (plan, NULL, NULL)->n_attention[1], ==, 1);
  g_assert_true (waymark_session_shows (self->session, test_find (plan, "o1")));
  g_assert_false (waymark_session_shows (self->session, test_find (plan, "o2")));

  waymark_session_set_plan (self->session, self->plan);
}

static void
test_sort (ListFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) in_plan = g_hash_table_new (NULL, NULL);
  const guint n_all = list_count (self);
  double last = -INFINITY;
  guint last_team = 0;

  for (guint i = 0; get_objective (self, i) != NULL; i++)
    g_hash_table_add (in_plan, get_objective (self, i));

  waymark_list_rows_set_sort (self->rows, waymark_list_sort_from_nick ("progress"));
  g_assert_cmpuint (list_count (self), ==, n_all);
  for (guint i = 0; get_objective (self, i) != NULL; i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (get_objective (self, i));
      const double progress = okr_objective_get_figures (objective)->progress;

      g_assert_true (g_hash_table_contains (in_plan, objective));
      if (isnan (progress))
        last = INFINITY;
      else
        g_assert_cmpfloat (progress, >=, last);
      last = isnan (progress) ? INFINITY : progress;
    }

  waymark_list_rows_set_sort (self->rows, waymark_list_sort_from_nick ("team"));
  for (guint i = 0; get_objective (self, i) != NULL; i++)
    {
      OkrTeam *team = okr_objective_get_figures (OKR_OBJECTIVE (get_objective (self, i)))->team;

      g_assert_cmpuint (okr_item_get_position (OKR_ITEM (team)), >=, last_team);
      last_team = okr_item_get_position (OKR_ITEM (team));
    }

  waymark_list_rows_set_sort (self->rows, waymark_list_sort_from_nick ("attention"));
  g_assert_true (get_objective (self, 0) ==
                 list_find_titled (self, "Make mobile the channel customers prefer to buy in"));

  waymark_list_rows_set_sort (self->rows, waymark_list_sort_from_nick ("plan"));
  for (guint i = 1; get_objective (self, i) != NULL; i++)
    g_assert_cmpuint (okr_item_get_position (get_objective (self, i)), >,
                      okr_item_get_position (get_objective (self, i - 1)));
}

static void
test_incremental (ListFixture *self, gconstpointer data)
{
  OkrItem *kr = list_find_titled (self, "Cut mobile checkout time");
  OkrItem *parent = okr_item_get_parent (kr);
  g_autoptr (OkrItem) added = okr_item_new (OKR_TYPE_KEY_RESULT, NULL);
  const guint n_all = list_count (self);

  reset (self);
  check_in (self, kr, 60);
  g_assert_true (okr_edit_set_text (self->plan, kr, "title", "Checkout", NULL));
  g_assert_cmpuint (self->n_emissions, ==, 0);

  g_assert_true (okr_edit_insert (self->plan, parent, 1, added, NULL));
  g_assert_cmpuint (self->n_emissions, ==, 1);
  g_assert_cmpuint (self->n_removed, ==, 0);
  g_assert_cmpuint (self->n_added, ==, 1);
  g_assert_cmpuint (waymark_list_rows_find (self->rows, added), ==,
                    waymark_list_rows_find (self->rows, kr) + 1);

  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_cmpuint (self->n_emissions, ==, 2);
  g_assert_cmpuint (self->n_removed, ==, 1);
  g_assert_cmpuint (list_count (self), ==, n_all);

  reset (self);
  g_assert_true (okr_edit_move (self->plan, kr, parent, 1, NULL));
  g_assert_cmpuint (self->n_emissions, ==, 1);
  g_assert_cmpuint (self->n_removed, ==, 2);
  g_assert_cmpuint (self->n_added, ==, 2);
}

/* Values move rows only where rows are sorted by them. */
static void
test_resort (ListFixture *self, gconstpointer data)
{
  OkrItem *objective =
      list_find_titled (self, "Make mobile the channel customers prefer to buy in");
  GListModel *krs = okr_objective_get_key_results (OKR_OBJECTIVE (objective));

  waymark_list_rows_set_sort (self->rows, WAYMARK_LIST_SORT_PROGRESS);
  g_assert_cmpuint (waymark_list_rows_find (self->rows, objective), <, list_count (self) / 2);
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrItem) kr = g_list_model_get_item (krs, i);

      check_in (self, kr, okr_key_result_get_target (OKR_KEY_RESULT (kr)));
    }
  g_assert_true (get_objective (self, 1) != objective && get_objective (self, 0) != objective);
  g_assert_cmpfloat (okr_objective_get_figures (OKR_OBJECTIVE (objective))->progress, >, 0.99);
  g_assert_cmpuint (waymark_list_rows_find (self->rows, objective), >, list_count (self) / 2);
}

static void
test_drop (ListFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *dragged;
    guint row; /* o0 k0 k1 o1 k0 k1 o2 … */
    double fraction;
    gboolean in_own;
    guint position;
    guint shown_row;
    gboolean after;
  } drops[] = {
    { "k", 1, 0.2, TRUE, 0, 1, FALSE },  { "k", 2, 0.2, TRUE, 0, 2, FALSE },
    { "k", 2, 0.8, TRUE, 1, 2, TRUE },   { "k", 3, 0.1, FALSE, 0, 3, TRUE },
    { "k", 4, 0.1, FALSE, 0, 4, FALSE }, { "k", 4, 0.9, FALSE, 1, 4, TRUE },
    { "o", 3, 0.1, TRUE, 0, 3, FALSE },  { "o", 5, 0.9, TRUE, 1, 5, TRUE },
    { "o", 4, 0.9, TRUE, 1, 5, TRUE },
  };
  OkrItem *objective = waymark_list_rows_peek (self->rows, 0);
  OkrItem *kr = waymark_list_rows_peek (self->rows, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      OkrItem *dragged = *drops[i].dragged == 'k' ? kr : objective;
      WaymarkListDrop drop;

      g_test_message ("drop %zu", i);
      g_assert_true (
          waymark_list_drop_find (self->rows, dragged, drops[i].row, drops[i].fraction, &drop));
      g_assert_cmpint (drop.parent == okr_item_get_parent (dragged), ==, drops[i].in_own);
      g_assert_cmpuint (drop.position, ==, drops[i].position);
      g_assert_cmpuint (drop.row, ==, drops[i].shown_row);
      g_assert_cmpint (drop.after, ==, drops[i].after);
    }
}

static void
test_explain (ListFixture *self, gconstpointer data)
{
  g_autofree char *kr = NULL;
  g_autofree char *objective = NULL;
  g_autofree char *scope = NULL;

  for (guint i = 0; i < list_count (self); i++)
    {
      g_autofree char *text =
          waymark_explain_dup_item (self->plan, waymark_list_rows_peek (self->rows, i));

      g_assert_cmpuint (strlen (text), >, 10);
    }

  kr = waymark_explain_dup_item (self->plan, list_find_titled (self, "Cut mobile checkout time"));
  g_assert_nonnull (strstr (kr, "(78 − 90) / (55 − 90) = 34"));
  g_assert_nonnull (strstr (kr, "It makes up 33"));
  objective = waymark_explain_dup_item (
      self->plan, list_find_titled (self, "Make mobile the channel customers prefer to buy in"));
  g_assert_nonnull (strstr (objective, "Mean of its key results: (34"));
  g_assert_nonnull (strstr (objective, ") / 3 = 37"));
  scope = waymark_explain_dup_scope (self->plan, waymark_session_get_cycle (self->session), NULL);
  g_assert_nonnull (strstr (scope, "Expected today: "));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ListFixture *, gconstpointer);
  } tests[] = {
    { "/list-rows/scope", test_scope },
    { "/list-rows/filter", test_filter },
    { "/list-rows/filter-objective", test_filter_objective },
    { "/list-rows/unseen", test_unseen },
    { "/list-rows/sort", test_sort },
    { "/list-rows/incremental", test_incremental },
    { "/list-rows/resort", test_resort },
    { "/list-rows/drop", test_drop },
    { "/list-rows/explain", test_explain },
  };

  test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ListFixture, NULL, list_set_up, tests[i].test, list_tear_down);

  return g_test_run ();
}
