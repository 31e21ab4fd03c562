/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "test-plans.h"
#include "waymark-explain.h"
#include "waymark-list-drop.h"
#include "waymark-list-row.h"
#include "waymark-list-view.h"
#include "waymark-rename-popover.h"

typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  WaymarkListRows *rows;
  GtkWidget *window;
  GtkWidget *view;

  /* What the rows told since reset(). */
  guint n_emissions;
  guint n_removed;
  guint n_added;
} Fixture;

static void
on_items_changed_cb (Fixture *self, guint position, guint removed, guint added)
{
  self->n_emissions++;
  self->n_removed += removed;
  self->n_added += added;
}

static void
reset (Fixture *self)
{
  self->n_emissions = self->n_removed = self->n_added = 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = test_load_example ();

  self->plan = test_plan_from_bytes (bytes);
  okr_plan_set_today (self->plan, okr_day_from_ymd (2027, 2, 24));
  self->session = waymark_session_new ();
  waymark_session_set_plan (self->session, self->plan);
  self->rows = waymark_list_rows_new ();
  waymark_list_rows_set_session (self->rows, self->session);
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (on_items_changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->rows);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
}

/* Runs what waits to be run, frames too, until @done says so. */
static void
run_until (gboolean (*done) (Fixture *), Fixture *self)
{
  const gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!done (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gpointer
get_part (Fixture *self, const char *name)
{
  return gtk_widget_get_template_child (self->view, WAYMARK_TYPE_LIST_VIEW, name);
}

static void
set_up_view (Fixture *self, gconstpointer data)
{
  set_up (self, data);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 640);
  self->view = g_object_ref_sink (waymark_list_view_new ());
  g_object_set (self->view, "session", self->session, NULL);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
}

static void
tear_down_view (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* Frames that are under way hold a reference to what they draw. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->view);
  tear_down (self, data);
}

static guint
count (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static OkrItem *
find_titled (Fixture *self, const char *title)
{
  for (guint i = 0; i < count (self); i++)
    {
      OkrItem *item = waymark_list_rows_peek (self->rows, i);

      if (g_str_equal (okr_item_get_title (item), title))
        return item;
    }
  g_assert_not_reached ();
}

static OkrItem *
get_objective (Fixture *self, guint n)
{
  for (guint i = 0; i < count (self); i++)
    {
      OkrItem *item = waymark_list_rows_peek (self->rows, i);

      if (OKR_IS_OBJECTIVE (item) && n-- == 0)
        return item;
    }

  return NULL;
}

static void
check_in (Fixture *self, OkrItem *kr, double value)
{
  g_autoptr (GError) error = NULL;
  const OkrCheckInEntry entry = { .value = value, .confidence = 5 };

  g_assert_nonnull (okr_edit_check_in (self->plan, OKR_KEY_RESULT (kr), &entry, &error));
  g_assert_no_error (error);
}

static void
test_scope (Fixture *self, gconstpointer data)
{
  const OkrScopeFigures *figures =
      okr_plan_get_figures (self->plan, waymark_session_get_cycle (self->session), NULL);
  const guint n_all = count (self);

  g_assert_cmpuint (figures->n_objectives, >, 2);
  g_assert_cmpuint (n_all, ==, figures->n_objectives + figures->n_key_results);
  g_assert_cmpuint (waymark_list_rows_get_n_key_results (self->rows), ==, figures->n_key_results);
  g_assert_true (OKR_IS_OBJECTIVE (waymark_list_rows_peek (self->rows, 0)));
  g_assert_false (waymark_list_rows_is_last (self->rows, 0));
  g_assert_true (waymark_list_rows_is_last (self->rows, n_all - 1));
  g_assert_null (waymark_list_rows_peek (self->rows, n_all));

  waymark_session_set_cycle (self->session, NULL);
  g_assert_cmpuint (count (self), >, n_all);
  waymark_session_set_plan (self->session, NULL);
  g_assert_cmpuint (count (self), ==, 0);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  const guint n_all = count (self);

  waymark_session_set_search (self->session, "cut mobile");
  g_assert_cmpuint (count (self), ==, 2);
  g_assert_cmpstr (okr_item_get_title (waymark_list_rows_peek (self->rows, 1)), ==,
                   "Cut mobile checkout time");
  g_assert_true (waymark_list_rows_is_last (self->rows, 1));

  waymark_session_set_search (self->session, "");
  waymark_session_set_attention (self->session, OKR_ATTENTION_AT_RISK);
  g_assert_cmpuint (count (self), >, 0);
  for (guint i = 0; i < count (self); i++)
    {
      OkrItem *item = waymark_list_rows_peek (self->rows, i);

      if (OKR_IS_KEY_RESULT (item))
        g_assert_cmpint (okr_key_result_get_figures (OKR_KEY_RESULT (item))->status, ==,
                         OKR_STATUS_AT_RISK);
    }

  waymark_session_set_attention (self->session, 0);
  g_assert_cmpuint (count (self), ==, n_all);
}

static void
test_sort (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) in_plan = g_hash_table_new (NULL, NULL);
  const guint n_all = count (self);
  double last = -INFINITY;
  guint last_team = 0;

  for (guint i = 0; get_objective (self, i) != NULL; i++)
    g_hash_table_add (in_plan, get_objective (self, i));

  waymark_list_rows_set_sort (self->rows, waymark_list_sort_from_nick ("progress"));
  g_assert_cmpuint (count (self), ==, n_all);
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
                 find_titled (self, "Make mobile the channel customers prefer to buy in"));

  waymark_list_rows_set_sort (self->rows, waymark_list_sort_from_nick ("plan"));
  for (guint i = 1; get_objective (self, i) != NULL; i++)
    g_assert_cmpuint (okr_item_get_position (get_objective (self, i)), >,
                      okr_item_get_position (get_objective (self, i - 1)));
}

static void
test_incremental (Fixture *self, gconstpointer data)
{
  OkrItem *kr = find_titled (self, "Cut mobile checkout time");
  OkrItem *parent = okr_item_get_parent (kr);
  g_autoptr (OkrItem) added = okr_item_new (OKR_TYPE_KEY_RESULT, NULL);
  const guint n_all = count (self);

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
  g_assert_cmpuint (count (self), ==, n_all);

  reset (self);
  g_assert_true (okr_edit_move (self->plan, kr, parent, 1, NULL));
  g_assert_cmpuint (self->n_emissions, ==, 1);
  g_assert_cmpuint (self->n_removed, ==, 2);
  g_assert_cmpuint (self->n_added, ==, 2);
}

/* Values move rows only where rows are sorted by them. */
static void
test_resort (Fixture *self, gconstpointer data)
{
  OkrItem *objective = find_titled (self, "Make mobile the channel customers prefer to buy in");
  GListModel *krs = okr_objective_get_key_results (OKR_OBJECTIVE (objective));

  waymark_list_rows_set_sort (self->rows, WAYMARK_LIST_SORT_PROGRESS);
  g_assert_cmpuint (waymark_list_rows_find (self->rows, objective), <, count (self) / 2);
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrItem) kr = g_list_model_get_item (krs, i);

      check_in (self, kr,
                okr_key_result_get_target (OKR_KEY_RESULT (kr)));
    }
  g_assert_true (get_objective (self, 1) != objective && get_objective (self, 0) != objective);
  g_assert_cmpfloat (okr_objective_get_figures (OKR_OBJECTIVE (objective))->progress, >, 0.99);
  g_assert_cmpuint (waymark_list_rows_find (self->rows, objective), >, count (self) / 2);
}

static void
test_drop (Fixture *self, gconstpointer data)
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
      g_assert_true (waymark_list_drop_find (self->rows, dragged, drops[i].row, drops[i].fraction,
                                             &drop));
      g_assert_cmpint (drop.parent == okr_item_get_parent (dragged), ==, drops[i].in_own);
      g_assert_cmpuint (drop.position, ==, drops[i].position);
      g_assert_cmpuint (drop.row, ==, drops[i].shown_row);
      g_assert_cmpint (drop.after, ==, drops[i].after);
    }
}

static void
test_explain (Fixture *self, gconstpointer data)
{
  g_autofree char *kr = NULL;
  g_autofree char *objective = NULL;
  g_autofree char *scope = NULL;

  for (guint i = 0; i < count (self); i++)
    {
      g_autofree char *text =
          waymark_explain_dup_item (self->plan, waymark_list_rows_peek (self->rows, i));

      g_assert_cmpuint (strlen (text), >, 10);
    }

  kr = waymark_explain_dup_item (self->plan, find_titled (self, "Cut mobile checkout time"));
  g_assert_nonnull (strstr (kr, "(78 − 90) / (55 − 90) = 34"));
  g_assert_nonnull (strstr (kr, "It makes up 33"));
  objective = waymark_explain_dup_item (
      self->plan, find_titled (self, "Make mobile the channel customers prefer to buy in"));
  g_assert_nonnull (strstr (objective, "Mean of its key results: (34"));
  g_assert_nonnull (strstr (objective, ") / 3 = 37"));
  scope = waymark_explain_dup_scope (self->plan, waymark_session_get_cycle (self->session), NULL);
  g_assert_nonnull (strstr (scope, "Expected today: "));
}

static const char *
get_page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (get_part (self, "stack"));
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  g_autoptr (OkrPlan) empty = okr_plan_new ();

  g_assert_cmpstr (get_page (self), ==, "list");
  waymark_session_set_search (self->session, "nothing is called like this");
  g_assert_cmpstr (get_page (self), ==, "no-match");
  waymark_session_set_search (self->session, "");
  g_assert_cmpstr (get_page (self), ==, "list");
  waymark_session_set_plan (self->session, empty);
  g_assert_cmpstr (get_page (self), ==, "empty");
  waymark_session_set_plan (self->session, NULL);
  g_assert_cmpstr (get_page (self), ==, "nothing");
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  GtkSingleSelection *selection = get_part (self, "selection");
  OkrItem *kr = find_titled (self, "Cut mobile checkout time");
  const guint row = waymark_list_rows_find (self->rows, kr);

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_selected (selection, row);
  g_assert_true (waymark_session_get_selected (self->session) == kr);

  /* What the filter hides stays selected, and is again when it comes back. */
  waymark_session_set_search (self->session, "churn");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (waymark_session_get_selected (self->session) == kr);
  waymark_session_set_search (self->session, "");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, row);

  g_assert_true (okr_edit_move (self->plan, kr, okr_item_get_parent (kr), 1, NULL));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, row + 1);
  g_assert_true (waymark_session_get_selected (self->session) == kr);

  /* An initiative stands in the row of its key result. */
  {
    g_autoptr (OkrItem) initiative = okr_item_new (OKR_TYPE_INITIATIVE, NULL);

    g_assert_true (okr_edit_insert (self->plan, kr, 0, initiative, NULL));
    waymark_session_set_selected (self->session, initiative);
    g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, row + 1);
    g_assert_true (waymark_session_get_selected (self->session) == initiative);
  }

  g_assert_true (okr_edit_delete (self->plan, kr, NULL));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
}

static gboolean
is_laid_out (Fixture *self)
{
  GtkWidget *first = gtk_widget_get_first_child (get_part (self, "list"));

  return first != NULL && gtk_widget_get_height (first) > 0;
}

static OkrItem *
get_focused (Fixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return WAYMARK_IS_LIST_ROW (row) ? waymark_list_row_get_item (WAYMARK_LIST_ROW (row)) : NULL;
}

static gboolean
is_selected_focused (Fixture *self)
{
  return get_focused (self) == waymark_session_get_selected (self->session);
}

/* Who deletes with the keyboard goes on with the keyboard. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  OkrItem *kr = find_titled (self, "Shops within 10 km that order every week");
  OkrItem *before = find_titled (self, "Revenue from repeat customers");
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (self->window));
  run_until (is_laid_out, self);
  row = GTK_WIDGET (waymark_list_row_find (get_part (self, "list"), kr));
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  waymark_session_set_selected (self->session, kr);
  g_assert_true (get_focused (self) == kr);

  g_assert_true (okr_edit_delete (self->plan, kr, NULL));
  waymark_session_set_selected (self->session, before);
  run_until (is_selected_focused, self);
}

static void
test_heights (Fixture *self, gconstpointer data)
{
  GtkWidget *list = get_part (self, "list");
  guint n_rows = 0;
  int height;

  gtk_window_present (GTK_WINDOW (self->window));
  run_until (is_laid_out, self);
  height = gtk_widget_get_allocated_height (gtk_widget_get_first_child (list));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      int minimum;
      int natural;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 600, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, height);
      g_assert_cmpint (natural, ==, height);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, count (self) + 1);
}

static guint
count_shown (Fixture *self)
{
  return g_list_model_get_n_items (get_part (self, "selection"));
}

static void
count_objective_cb (GSimpleAction *action, GVariant *parameter, gpointer n)
{
  ++*(guint *) n;
}

/* The row that adds an objective is none of the plan's, and never selected. */
static void
test_foot (Fixture *self, gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "add-objective", .activate = count_objective_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  OkrItem *first = waymark_list_rows_peek (self->rows, 0);
  const guint n_all = count (self);
  guint n_added = 0;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &n_added);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  g_assert_cmpuint (count_shown (self), ==, n_all + 1);

  waymark_session_set_selected (self->session, first);
  gtk_single_selection_set_selected (get_part (self, "selection"), n_all);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_part (self, "selection")), ==, 0);
  g_assert_true (waymark_session_get_selected (self->session) == first);

  g_signal_emit_by_name (get_part (self, "list"), "activate", n_all);
  g_assert_cmpuint (n_added, ==, 1);
  g_assert_true (waymark_session_get_selected (self->session) ==
                 waymark_list_rows_peek (self->rows, n_all - 1));

  waymark_session_set_search (self->session, "churn");
  g_assert_cmpuint (count_shown (self), ==, count (self));
  waymark_session_set_search (self->session, "");
  g_assert_cmpuint (count_shown (self), ==, n_all + 1);
}

static gboolean
is_selected_row_in_view (Fixture *self)
{
  GtkWidget *scroller = get_part (self, "scroller");
  OkrItem *item = waymark_session_get_selected (self->session);
  WaymarkListRow *row = waymark_list_row_find (get_part (self, "list"), item);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), scroller, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller) + 1;
}

static WaymarkRenamePopover *
find_popover (Fixture *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->view);

  return WAYMARK_IS_RENAME_POPOVER (last) ? WAYMARK_RENAME_POPOVER (last) : NULL;
}

static gboolean
has_popover (Fixture *self)
{
  return find_popover (self) != NULL;
}

static gboolean
has_no_popover (Fixture *self)
{
  return find_popover (self) == NULL;
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  OkrItem *kr = waymark_list_rows_peek (self->rows, count (self) - 1);
  g_autofree char *old = g_strdup (okr_item_get_title (kr));
  WaymarkRenamePopover *popover;
  GtkEditable *entry;

  gtk_window_present (GTK_WINDOW (self->window));
  run_until (is_laid_out, self);
  waymark_session_set_selected (self->session, kr);
  g_assert_false (is_selected_row_in_view (self));
  waymark_list_view_rename (WAYMARK_LIST_VIEW (self->view));
  run_until (has_popover, self);
  g_assert_true (is_selected_row_in_view (self));

  popover = g_object_ref (find_popover (self));
  entry = waymark_rename_popover_get_entry (popover);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, old);
  gtk_editable_set_text (entry, " A new title ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (okr_item_get_title (kr), ==, "A new title");
  run_until (has_no_popover, self);
  g_assert_finalize_object (popover);

  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_cmpstr (okr_item_get_title (kr), ==, old);
}

static void
test_tooltips (Fixture *self, gconstpointer data)
{
  OkrItem *kr = find_titled (self, "Revenue from repeat customers");
  guint n_texts = 0;
  WaymarkListRow *row;

  gtk_window_present (GTK_WINDOW (self->window));
  run_until (is_laid_out, self);
  row = waymark_list_row_find (get_part (self, "list"), kr);
  g_assert_nonnull (row);
  for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (row)); x += 4)
    {
      g_autofree char *text =
          waymark_list_row_dup_tooltip (row, x, gtk_widget_get_height (GTK_WIDGET (row)) / 2.0);

      n_texts += text != NULL;
    }
  g_assert_cmpuint (n_texts, >, 40);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } models[] = {
    { "/list-view/scope", test_scope },
    { "/list-view/filter", test_filter },
    { "/list-view/sort", test_sort },
    { "/list-view/incremental", test_incremental },
    { "/list-view/resort", test_resort },
    { "/list-view/drop", test_drop },
    { "/list-view/explain", test_explain },
  }, views[] = {
    { "/list-view/pages", test_pages },
    { "/list-view/selection", test_selection },
    { "/list-view/focus", test_focus },
    { "/list-view/heights", test_heights },
    { "/list-view/foot", test_foot },
    { "/list-view/rename", test_rename },
    { "/list-view/tooltips", test_tooltips },
  };

  test_init (&argc, &argv);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (models); i++)
    g_test_add (models[i].path, Fixture, NULL, set_up, models[i].test, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    g_test_add (views[i].path, Fixture, NULL, set_up_view, views[i].test, tear_down_view);

  return g_test_run ();
}
