/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "okr-edit.h"
#include "okr-reader.h"
#include "okr-writer.h"
#include "waymark-rename-popover.h"
#include "waymark-tree-cell.h"
#include "waymark-tree-drop.h"
#include "waymark-tree-rows.h"
#include "waymark-tree-view.h"

/* A plan of objectives A, B, C … with key results A1, A2 …; ids are "o-" and "k-" with the name. */
typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  WaymarkTreeRows *rows;
} Fixture;

static OkrItem *
find (OkrPlan *plan, const char *name)
{
  g_autofree char *objective = g_strconcat ("o-", name, NULL);
  g_autofree char *kr = g_strconcat ("k-", name, NULL);
  OkrItem *item = okr_plan_find (plan, objective);

  return item != NULL ? item : okr_plan_find (plan, kr);
}

static OkrItem *
add (OkrPlan *plan, OkrItem *parent, GType type, const char *name)
{
  g_autofree char *id = g_strconcat (type == OKR_TYPE_OBJECTIVE ? "o-" : "k-", name, NULL);
  g_autoptr (OkrItem) item = okr_item_new (type, id);
  g_autoptr (GError) error = NULL;

  okr_edit_insert (plan, parent, G_MAXUINT, item, &error);
  g_assert_no_error (error);
  okr_edit_set_text (plan, item, "title", name, &error);
  g_assert_no_error (error);

  return item;
}

static void
align (OkrPlan *plan, const char *name, const char *const *parents)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; parents[i] != NULL; i++)
    g_strv_builder_add (builder, okr_item_get_id (find (plan, parents[i])));
  ids = g_strv_builder_end (builder);
  okr_edit_set_strings (plan, find (plan, name), "contributesTo", (const char *const *) ids,
                        &error);
  g_assert_no_error (error);
}

/* A with A1, A2; B under A1 with B1; C under B, and dashed under A2; D alone with D1. */
static OkrPlan *
new_plan (void)
{
  OkrPlan *plan = okr_plan_new ();
  static const char *const objectives[] = { "A", "B", "C", "D" };
  static const char *const krs[] = { "A1", "A2", "B1", "D1" };

  okr_plan_set_today (plan, okr_day_from_ymd (2027, 2, 24));
  for (guint i = 0; i < G_N_ELEMENTS (objectives); i++)
    add (plan, OKR_ITEM (plan), OKR_TYPE_OBJECTIVE, objectives[i]);
  for (guint i = 0; i < G_N_ELEMENTS (krs); i++)
    {
      const char objective[] = { krs[i][0], '\0' };

      add (plan, find (plan, objective), OKR_TYPE_KEY_RESULT, krs[i]);
    }
  align (plan, "B", (const char *const[]){ "A1", NULL });
  align (plan, "C", (const char *const[]){ "B", "A2", NULL });

  return plan;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->plan = new_plan ();
  self->session = waymark_session_new ();
  waymark_session_set_plan (self->session, self->plan);
  self->rows = waymark_tree_rows_new (self->session);
  waymark_tree_rows_set_active (self->rows, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->rows);
  g_object_unref (self->session);
  g_object_unref (self->plan);
}

static GListModel *
get_model (Fixture *self)
{
  return G_LIST_MODEL (waymark_tree_rows_get_selection (self->rows));
}

/* "A .A1 ..B": a dot for each level, + behind what is collapsed. */
static char *
dup_rows (Fixture *self)
{
  GListModel *model = get_model (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (OkrItem) item = gtk_tree_list_row_get_item (row);

      if (i > 0)
        g_string_append_c (text, ' ');
      for (guint d = 0; d < gtk_tree_list_row_get_depth (row); d++)
        g_string_append_c (text, '.');
      g_string_append (text, okr_item_get_title (item));
      if (gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
        g_string_append_c (text, '+');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (Fixture *self, const char *expected)
{
  g_autofree char *rows = dup_rows (self);

  g_assert_cmpstr (rows, ==, expected);
}

static void
collapse (Fixture *self, const char *name)
{
  g_autoptr (GtkTreeListRow) row = waymark_tree_rows_dup_row (self->rows, find (self->plan, name));

  g_assert_nonnull (row);
  gtk_tree_list_row_set_expanded (row, FALSE);
  waymark_tree_rows_remember (self->rows, row);
}

static void
test_structure (Fixture *self, gconstpointer data)
{
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
}

static void
test_hidden_parent (Fixture *self, gconstpointer data)
{
  WaymarkAlignmentModel *model = waymark_tree_rows_get_model (self->rows);
  g_autoptr (OkrItem) cycle = okr_item_new (OKR_TYPE_CYCLE, "c-1");
  g_autoptr (GError) error = NULL;

  okr_edit_insert (self->plan, OKR_ITEM (self->plan), 0, cycle, &error);
  g_assert_no_error (error);
  okr_edit_set_text (self->plan, find (self->plan, "B"), "cycle", "c-1", &error);
  g_assert_no_error (error);
  waymark_session_set_cycle (self->session, OKR_CYCLE (cycle));

  assert_rows (self, "B .B1");
  g_assert_true (waymark_alignment_model_get_hidden_parent (model, find (self->plan, "B")) ==
                 find (self->plan, "A1"));
}

/* Files made by others may hold a loop: everything is shown, once. */
static void
test_loop (Fixture *self, gconstpointer data)
{
  g_autoptr (GRegex) regex = g_regex_new ("(\"contributesTo\": \\[\\s*\")o-X", 0, 0, NULL);
  g_autoptr (OkrPlan) looped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) looped_bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  add (self->plan, OKR_ITEM (self->plan), OKR_TYPE_OBJECTIVE, "X");
  align (self->plan, "A", (const char *const[]){ "X", NULL });
  bytes = okr_plan_to_bytes (self->plan);
  text = g_regex_replace (regex, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                          0, "\\1k-B1", 0, &error);
  g_assert_no_error (error);
  looped_bytes = g_bytes_new_take (text, strlen (text));
  looped = okr_plan_new_from_bytes (looped_bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (okr_objective_get_contributes_to (OKR_OBJECTIVE (find (looped, "A")))[0], ==,
                   "k-B1");

  waymark_session_set_plan (self->session, looped);
  assert_rows (self, "B .B1 ..A ...A1 ...A2 .C D .D1 X");
  waymark_session_set_plan (self->session, self->plan);
}

static void
count_changes (GListModel *model, guint position, guint removed, guint added, guint *n)
{
  *n += removed + added;
}

static void
test_incremental (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (get_model (self), "items-changed", G_CALLBACK (count_changes), &n);

  okr_edit_set_text (self->plan, find (self->plan, "B"), "title", "Bee", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
  okr_plan_undo (self->plan, NULL);

  add (self->plan, find (self->plan, "A"), OKR_TYPE_KEY_RESULT, "A3");
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 .A3 D .D1");
  g_assert_cmpuint (n, ==, 1);

  n = 0;
  okr_edit_move (self->plan, find (self->plan, "A3"), find (self->plan, "A"), 0, &error);
  g_assert_no_error (error);
  assert_rows (self, "A .A3 .A1 ..B ...B1 ...C .A2 D .D1");
  g_assert_cmpuint (n, ==, 2);

  n = 0;
  okr_edit_delete (self->plan, find (self->plan, "A3"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");

  g_signal_handlers_disconnect_by_data (get_model (self), &n);
}

static void
test_leaf_becomes_branch (Fixture *self, gconstpointer data)
{
  align (self->plan, "D", (const char *const[]){ "B1", NULL });
  assert_rows (self, "A .A1 ..B ...B1 ....D .....D1 ...C .A2");
  okr_plan_undo (self->plan, NULL);
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
}

static void
test_expansion_survives (Fixture *self, gconstpointer data)
{
  collapse (self, "B");
  collapse (self, "D");
  assert_rows (self, "A .A1 ..B+ .A2 D+");

  align (self->plan, "B", (const char *const[]){ "A2", NULL });
  assert_rows (self, "A .A1 .A2 ..B+ D+");
  align (self->plan, "D", (const char *const[]){ "A1", NULL });
  assert_rows (self, "A .A1 ..D+ .A2 ..B+");
  okr_plan_undo (self->plan, NULL);
  okr_plan_undo (self->plan, NULL);
  assert_rows (self, "A .A1 ..B+ .A2 D+");

  waymark_tree_rows_set_all_expanded (self->rows, FALSE);
  assert_rows (self, "A+ D+");
  waymark_tree_rows_set_all_expanded (self->rows, TRUE);
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  WaymarkAlignmentModel *model = waymark_tree_rows_get_model (self->rows);

  collapse (self, "A");
  waymark_session_set_search (self->session, "C");
  assert_rows (self, "A .A1 ..B ...C");
  g_assert_true (waymark_alignment_model_is_dimmed (model, find (self->plan, "A")));
  g_assert_true (waymark_alignment_model_is_dimmed (model, find (self->plan, "A1")));
  g_assert_true (waymark_alignment_model_is_dimmed (model, find (self->plan, "B")));
  g_assert_false (waymark_alignment_model_is_dimmed (model, find (self->plan, "C")));

  waymark_session_set_search (self->session, "B1");
  assert_rows (self, "A .A1 ..B ...B1");
  waymark_session_set_search (self->session, "nothing of the kind");
  assert_rows (self, "");
  waymark_session_set_search (self->session, "");
  assert_rows (self, "A+ D .D1");
}

static guint
get_selected (Fixture *self)
{
  return gtk_single_selection_get_selected (
      GTK_SINGLE_SELECTION (waymark_tree_rows_get_selection (self->rows)));
}

static void
remember_position (WaymarkTreeRows *rows, guint position, guint *result)
{
  *result = position;
}

static void
count_signals (GListModel *model, guint position, guint removed, guint added, guint *n)
{
  *n += 1;
}

/* However many branches change: a list that hears of each makes its rows anew as often. */
static void
test_filter_at_once (Fixture *self, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (get_model (self), "items-changed", G_CALLBACK (count_signals), &n);
  waymark_session_set_search (self->session, "1");
  assert_rows (self, "A .A1 ..B ...B1 D .D1");
  g_assert_cmpuint (n, ==, 1);
  waymark_session_set_search (self->session, "");
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
  g_assert_cmpuint (n, ==, 2);

  g_signal_handlers_disconnect_by_data (get_model (self), &n);
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *selection = waymark_tree_rows_get_selection (self->rows);
  guint revealed = GTK_INVALID_LIST_POSITION;

  g_signal_connect (self->rows, "reveal", G_CALLBACK (remember_position), &revealed);

  gtk_selection_model_select_item (selection, 5, TRUE);
  g_assert_true (waymark_session_get_selected (self->session) == find (self->plan, "A2"));
  g_assert_cmpuint (revealed, ==, GTK_INVALID_LIST_POSITION);

  /* What a collapsed branch hides stays selected for the rest of the window … */
  waymark_session_set_selected (self->session, find (self->plan, "C"));
  g_assert_cmpuint (get_selected (self), ==, 4);
  collapse (self, "A");
  g_assert_cmpuint (get_selected (self), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (waymark_session_get_selected (self->session) == find (self->plan, "C"));

  /* … and what somebody selects elsewhere comes out of it. */
  waymark_session_set_selected (self->session, find (self->plan, "B1"));
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
  g_assert_cmpuint (get_selected (self), ==, 3);
  g_assert_cmpuint (revealed, ==, 3);

  align (self->plan, "B", (const char *const[]){ "D1", NULL });
  assert_rows (self, "A .A1 .A2 D .D1 ..B ...B1 ...C");
  g_assert_cmpuint (get_selected (self), ==, 6);
  g_assert_true (waymark_session_get_selected (self->session) == find (self->plan, "B1"));

  gtk_selection_model_unselect_item (selection, 6);
  g_assert_null (waymark_session_get_selected (self->session));
}

static void
test_drop (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  OkrItem *c = find (self->plan, "C");
  const char *const *parents;

  /* The main parent is replaced, others stay; what is there already changes nothing. */
  g_assert_false (waymark_tree_drop_check (self->plan, c, find (self->plan, "B"), &error));
  g_assert_no_error (error);
  g_assert_true (waymark_tree_drop (self->plan, c, find (self->plan, "D1"), &error));
  assert_rows (self, "A .A1 ..B ...B1 .A2 D .D1 ..C");
  parents = okr_objective_get_contributes_to (OKR_OBJECTIVE (c));
  g_assert_cmpuint (g_strv_length ((GStrv) parents), ==, 2);
  g_assert_cmpstr (parents[1], ==, "k-A2");
  okr_plan_undo (self->plan, NULL);

  /* A loop is refused with the reason. */
  g_assert_false (waymark_tree_drop (self->plan, find (self->plan, "A"), c, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_LOOP);
  g_clear_error (&error);

  g_assert_true (waymark_tree_drop (self->plan, find (self->plan, "B"), NULL, &error));
  assert_rows (self, "A .A1 .A2 B .B1 .C D .D1");
  g_assert_true (
      waymark_tree_drop (self->plan, find (self->plan, "D1"), find (self->plan, "A"), &error));
  assert_rows (self, "A .A1 .A2 .D1 B .B1 .C D");
  g_assert_true (
      waymark_tree_drop (self->plan, find (self->plan, "D1"), find (self->plan, "A1"), &error));
  assert_rows (self, "A .D1 .A1 .A2 B .B1 .C D");
  g_assert_no_error (error);
}

static OkrPlan *
new_large_plan (guint n)
{
  OkrPlan *plan = okr_plan_new ();
  const OkrField *objectives = okr_item_find_field (OKR_ITEM (plan), "objectives");

  okr_plan_begin (plan, "Fill");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("o-%u", i);
      g_autofree char *title = g_strdup_printf ("Objective %u", i);
      g_autoptr (OkrItem) objective = okr_item_new (OKR_TYPE_OBJECTIVE, id);

      okr_plan_insert (plan, OKR_ITEM (plan), objectives, i, objective, NULL);
      okr_edit_set_text (plan, objective, "title", title, NULL);
      for (guint j = 0; j < 4; j++)
        {
          g_autofree char *kr_id = g_strdup_printf ("k-%u-%u", i, j);
          g_autoptr (OkrItem) kr = okr_item_new (OKR_TYPE_KEY_RESULT, kr_id);

          okr_edit_insert (plan, objective, G_MAXUINT, kr, NULL);
        }
      /* Three levels: a tenth at the top. */
      if (i >= n / 10)
        {
          g_autofree char *parent = g_strdup_printf ("k-%u-%u", i / 10, i % 4);
          const char *parents[] = { parent, NULL };

          okr_edit_set_strings (plan, objective, "contributesTo", parents, NULL);
        }
    }
  okr_plan_end (plan);

  return plan;
}

static void
iterate (void)
{
  for (guint i = 0; i < 5; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
wait_for_frames (GtkWidget *window, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  const gint64 end = gdk_frame_clock_get_frame_counter (clock) + n;

  while (gdk_frame_clock_get_frame_counter (clock) < end)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
show (WaymarkSession *session, GtkWidget **view)
{
  GtkWidget *window = adw_window_new ();

  *view = waymark_tree_view_new ();
  waymark_tree_view_set_session (WAYMARK_TREE_VIEW (*view), session);
  adw_window_set_content (ADW_WINDOW (window), *view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window, 2);

  return window;
}

static double
measure_opening (guint n)
{
  g_autoptr (OkrPlan) plan = new_large_plan (n);
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  g_autoptr (GTimer) timer = g_timer_new ();
  GtkWidget *view;
  GtkWidget *window = show (session, &view);
  double ready;
  double shown;

  g_timer_start (timer);
  waymark_session_set_plan (session, plan);
  ready = g_timer_elapsed (timer, NULL) * 1000;
  wait_for_frames (window, 1);
  shown = g_timer_elapsed (timer, NULL) * 1000;
  g_test_message ("%u objectives: rows after %.1f ms, drawn after %.1f ms", n, ready, shown);

  g_timer_start (timer);
  okr_edit_set_strings (plan, okr_plan_find (plan, "o-7"), "contributesTo",
                        (const char *const[]){ "k-3-1", NULL }, NULL);
  g_test_message ("  aligned after %.1f ms", g_timer_elapsed (timer, NULL) * 1000);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  return ready;
}

static void
test_large (void)
{
  /* Figures are for the benchmark; here only what would be a mistake in the order of growth. */
  g_assert_cmpfloat (measure_opening (1000), <, 3000);
  if (g_test_slow ())
    measure_opening (10000);
}

static WaymarkTreeCell *
find_cell (GtkWidget *widget, OkrItem *item)
{
  if (WAYMARK_IS_TREE_CELL (widget) &&
      waymark_tree_cell_get_item (WAYMARK_TREE_CELL (widget)) == item)
    return WAYMARK_TREE_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      WaymarkTreeCell *cell = find_cell (child, item);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

static void
test_view (void)
{
  OkrPlan *plan = new_plan ();
  WaymarkSession *session = waymark_session_new ();
  OkrItem *objective = find (plan, "A");
  g_autoptr (GError) error = NULL;
  WaymarkTreeCell *cell;
  GtkWidget *view;
  GtkWidget *window;

  waymark_session_set_plan (session, plan);
  window = show (session, &view);
  cell = find_cell (view, objective);
  g_assert_nonnull (cell);
  g_assert_cmpstr (waymark_tree_cell_get_text (cell), ==, "A");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (waymark_tree_cell_get_row_widget (cell)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Level 1, expanded");

  okr_edit_set_text (plan, objective, "title", "Another title", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (waymark_tree_cell_get_text (cell), ==, "Another title");
  okr_plan_undo (plan, NULL);
  g_assert_cmpstr (waymark_tree_cell_get_text (cell), ==, "A");

  waymark_session_set_selected (session, objective);
  okr_edit_delete (plan, objective, &error);
  g_assert_no_error (error);
  wait_for_frames (window, 1);
  okr_plan_undo (plan, NULL);
  waymark_session_set_plan (session, NULL);
  wait_for_frames (window, 1);

  g_object_ref (view);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_finalize_object (view);
  g_assert_finalize_object (session);
  g_assert_finalize_object (plan);
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *window = show (self->session, &view);
  OkrItem *item = find (self->plan, "B1");
  GtkWidget *popover;
  GtkEditable *entry;

  waymark_session_set_selected (self->session, item);
  waymark_tree_view_rename (WAYMARK_TREE_VIEW (view));
  popover = g_object_ref (gtk_widget_get_last_child (view));
  g_assert_true (WAYMARK_IS_RENAME_POPOVER (popover));
  wait_for_frames (window, 1);
  entry = waymark_rename_popover_get_entry (WAYMARK_RENAME_POPOVER (popover));
  gtk_editable_set_text (entry, "Another title");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (waymark_tree_cell_get_text (find_cell (view, item)), ==, "Another title");

  while (WAYMARK_IS_RENAME_POPOVER (gtk_widget_get_last_child (view)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (popover);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static GtkColumnView *
get_table (GtkWidget *view)
{
  return GTK_COLUMN_VIEW (gtk_widget_get_template_child (view, WAYMARK_TYPE_TREE_VIEW, "table"));
}

static GtkColumnViewColumn *
get_column (GtkWidget *view, guint position)
{
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (get_table (view)), position);

  return column;
}

static GtkOrdering
compare (Fixture *self, GtkWidget *view, const char *a, const char *b)
{
  return gtk_sorter_compare (gtk_column_view_get_sorter (get_table (view)), find (self->plan, a),
                             find (self->plan, b));
}

/* Widths and order are those of the window before. */
static void
test_layout (Fixture *self, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *window = show (self->session, &view);

  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 4)), ==, -1);
  gtk_column_view_column_set_fixed_width (get_column (view, 4), 187);
  gtk_column_view_sort_by_column (get_table (view), get_column (view, 3), GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (get_table (view), get_column (view, 0), GTK_SORT_DESCENDING);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  window = show (self->session, &view);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 4)), ==, 187);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 3)), ==, -1);
  g_assert_cmpint (compare (self, view, "A", "B"), ==, GTK_ORDERING_LARGER);
  gtk_column_view_sort_by_column (get_table (view), NULL, GTK_SORT_ASCENDING);
  gtk_column_view_column_set_fixed_width (get_column (view, 4), -1);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  window = show (self->session, &view);
  g_assert_cmpint (compare (self, view, "A", "B"), ==, GTK_ORDERING_EQUAL);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (view, 4)), ==, -1);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/tree/structure", test_structure);
  ADD ("/tree/hidden-parent", test_hidden_parent);
  ADD ("/tree/loop", test_loop);
  ADD ("/tree/incremental", test_incremental);
  ADD ("/tree/leaf-becomes-branch", test_leaf_becomes_branch);
  ADD ("/tree/expansion-survives", test_expansion_survives);
  ADD ("/tree/filter", test_filter);
  ADD ("/tree/filter/at-once", test_filter_at_once);
  ADD ("/tree/selection", test_selection);
  ADD ("/tree/drop", test_drop);
  ADD ("/tree/rename", test_rename);
  ADD ("/tree/layout", test_layout);
  g_test_add_func ("/tree/large", test_large);
  g_test_add_func ("/tree/view", test_view);

  return g_test_run ();
}
