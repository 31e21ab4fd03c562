/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "okr-reader.h"
#include "okr-writer.h"
#include "tree-fixture.h"
#include "waymark-item-drop.h"

static GListModel *
get_model (TreeFixture *self)
{
  return G_LIST_MODEL (waymark_tree_rows_get_selection (self->rows));
}

/* "A .A1 ..B": a dot for each level, + behind what is collapsed. */
static char *
dup_rows (TreeFixture *self)
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
assert_rows (TreeFixture *self, const char *expected)
{
  g_autofree char *rows = dup_rows (self);

  g_assert_cmpstr (rows, ==, expected);
}

static void
collapse (TreeFixture *self, const char *name)
{
  g_autoptr (GtkTreeListRow) row =
      waymark_tree_rows_dup_row (self->rows, tree_find (self->plan, name));

  g_assert_nonnull (row);
  gtk_tree_list_row_set_expanded (row, FALSE);
  waymark_tree_rows_remember (self->rows, row);
}

static void
test_structure (TreeFixture *self, gconstpointer data)
{
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
}

static void
test_hidden_parent (TreeFixture *self, gconstpointer data)
{
  WaymarkAlignmentModel *model = waymark_tree_rows_get_model (self->rows);
  g_autoptr (OkrItem) cycle = okr_item_new (OKR_TYPE_CYCLE, "c-1");
  g_autoptr (GError) error = NULL;

  okr_edit_insert (self->plan, OKR_ITEM (self->plan), 0, cycle, &error);
  g_assert_no_error (error);
  okr_edit_set_text (self->plan, tree_find (self->plan, "B"), "cycle", "c-1", &error);
  g_assert_no_error (error);
  waymark_session_set_cycle (self->session, OKR_CYCLE (cycle));

  assert_rows (self, "B .B1");
  g_assert_true (waymark_alignment_model_get_hidden_parent (model, tree_find (self->plan, "B")) ==
                 tree_find (self->plan, "A1"));
}

/* Files made by others may hold a loop: everything is shown, once. */
static void
test_loop (TreeFixture *self, gconstpointer data)
{
  g_autoptr (GRegex) regex = g_regex_new ("(\"contributesTo\": \\[\\s*\")o-X", 0, 0, NULL);
  g_autoptr (OkrPlan) looped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) looped_bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  tree_add (self->plan, OKR_ITEM (self->plan), OKR_TYPE_OBJECTIVE, "X");
  tree_align (self->plan, "A", (const char *const[]){ "X", NULL });
  bytes = okr_plan_to_bytes (self->plan);
  text = g_regex_replace (regex, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                          0, "\\1k-B1", 0, &error);
  g_assert_no_error (error);
  looped_bytes = g_bytes_new_take (text, strlen (text));
  looped = okr_plan_new_from_bytes (looped_bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (okr_objective_get_contributes_to (OKR_OBJECTIVE (tree_find (looped, "A")))[0],
                   ==, "k-B1");

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
test_incremental (TreeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (get_model (self), "items-changed", G_CALLBACK (count_changes), &n);

  okr_edit_set_text (self->plan, tree_find (self->plan, "B"), "title", "Bee", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
  okr_plan_undo (self->plan, NULL);

  tree_add (self->plan, tree_find (self->plan, "A"), OKR_TYPE_KEY_RESULT, "A3");
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 .A3 D .D1");
  g_assert_cmpuint (n, ==, 1);

  n = 0;
  okr_edit_move (self->plan, tree_find (self->plan, "A3"), tree_find (self->plan, "A"), 0, &error);
  g_assert_no_error (error);
  assert_rows (self, "A .A3 .A1 ..B ...B1 ...C .A2 D .D1");
  g_assert_cmpuint (n, ==, 2);

  n = 0;
  okr_edit_delete (self->plan, tree_find (self->plan, "A3"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");

  g_signal_handlers_disconnect_by_data (get_model (self), &n);
}

static void
test_leaf_becomes_branch (TreeFixture *self, gconstpointer data)
{
  tree_align (self->plan, "D", (const char *const[]){ "B1", NULL });
  assert_rows (self, "A .A1 ..B ...B1 ....D .....D1 ...C .A2");
  okr_plan_undo (self->plan, NULL);
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
}

static void
test_expansion_survives (TreeFixture *self, gconstpointer data)
{
  collapse (self, "B");
  collapse (self, "D");
  assert_rows (self, "A .A1 ..B+ .A2 D+");

  tree_align (self->plan, "B", (const char *const[]){ "A2", NULL });
  assert_rows (self, "A .A1 .A2 ..B+ D+");
  tree_align (self->plan, "D", (const char *const[]){ "A1", NULL });
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
test_filter (TreeFixture *self, gconstpointer data)
{
  WaymarkAlignmentModel *model = waymark_tree_rows_get_model (self->rows);

  collapse (self, "A");
  waymark_session_set_search (self->session, "C");
  assert_rows (self, "A .A1 ..B ...C");
  g_assert_true (waymark_alignment_model_is_dimmed (model, tree_find (self->plan, "A")));
  g_assert_true (waymark_alignment_model_is_dimmed (model, tree_find (self->plan, "A1")));
  g_assert_true (waymark_alignment_model_is_dimmed (model, tree_find (self->plan, "B")));
  g_assert_false (waymark_alignment_model_is_dimmed (model, tree_find (self->plan, "C")));

  waymark_tree_rows_set_all_expanded (self->rows, FALSE);
  assert_rows (self, "A+");
  waymark_tree_rows_set_all_expanded (self->rows, TRUE);
  waymark_session_set_search (self->session, "B1");
  assert_rows (self, "A .A1 ..B ...B1");
  waymark_tree_rows_set_all_expanded (self->rows, FALSE);
  waymark_session_set_search (self->session, "nothing of the kind");
  assert_rows (self, "");
  waymark_session_set_search (self->session, "");
  assert_rows (self, "A+ D .D1");
}

static guint
get_selected (TreeFixture *self)
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
test_filter_at_once (TreeFixture *self, gconstpointer data)
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
test_selection (TreeFixture *self, gconstpointer data)
{
  GtkSelectionModel *selection = waymark_tree_rows_get_selection (self->rows);
  guint revealed = GTK_INVALID_LIST_POSITION;

  g_signal_connect (self->rows, "reveal", G_CALLBACK (remember_position), &revealed);

  gtk_selection_model_select_item (selection, 5, TRUE);
  g_assert_true (waymark_session_get_selected (self->session) == tree_find (self->plan, "A2"));
  g_assert_cmpuint (revealed, ==, GTK_INVALID_LIST_POSITION);

  /* What a collapsed branch hides stays selected for the rest of the window … */
  waymark_session_set_selected (self->session, tree_find (self->plan, "C"));
  g_assert_cmpuint (get_selected (self), ==, 4);
  collapse (self, "A");
  g_assert_cmpuint (get_selected (self), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (waymark_session_get_selected (self->session) == tree_find (self->plan, "C"));

  /* … and what somebody selects elsewhere comes out of it. */
  waymark_session_set_selected (self->session, tree_find (self->plan, "B1"));
  assert_rows (self, "A .A1 ..B ...B1 ...C .A2 D .D1");
  g_assert_cmpuint (get_selected (self), ==, 3);
  g_assert_cmpuint (revealed, ==, 3);

  tree_align (self->plan, "B", (const char *const[]){ "D1", NULL });
  assert_rows (self, "A .A1 .A2 D .D1 ..B ...B1 ...C");
  g_assert_cmpuint (get_selected (self), ==, 6);
  g_assert_true (waymark_session_get_selected (self->session) == tree_find (self->plan, "B1"));

  gtk_selection_model_unselect_item (selection, 6);
  g_assert_null (waymark_session_get_selected (self->session));
}

static void
test_drop (TreeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  OkrItem *c = tree_find (self->plan, "C");
  const char *const *parents;

  /* The main parent is replaced, others stay; what is there already changes nothing. */
  g_assert_false (waymark_item_drop_check (self->plan, c, tree_find (self->plan, "B"), &error));
  g_assert_no_error (error);
  g_assert_true (waymark_item_drop (self->plan, c, tree_find (self->plan, "D1"), &error));
  assert_rows (self, "A .A1 ..B ...B1 .A2 D .D1 ..C");
  parents = okr_objective_get_contributes_to (OKR_OBJECTIVE (c));
  g_assert_cmpuint (g_strv_length ((GStrv) parents), ==, 2);
  g_assert_cmpstr (parents[1], ==, "k-A2");
  okr_plan_undo (self->plan, NULL);

  /* A loop is refused with the reason. */
  g_assert_false (waymark_item_drop (self->plan, tree_find (self->plan, "A"), c, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_LOOP);
  g_clear_error (&error);

  g_assert_true (waymark_item_drop (self->plan, tree_find (self->plan, "B"), NULL, &error));
  assert_rows (self, "A .A1 .A2 B .B1 .C D .D1");
  g_assert_true (waymark_item_drop (self->plan, tree_find (self->plan, "D1"),
                                    tree_find (self->plan, "A"), &error));
  assert_rows (self, "A .A1 .A2 .D1 B .B1 .C D");
  g_assert_true (waymark_item_drop (self->plan, tree_find (self->plan, "D1"),
                                    tree_find (self->plan, "A1"), &error));
  assert_rows (self, "A .D1 .A1 .A2 B .B1 .C D");
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  TREE_TEST_ADD ("/tree/structure", test_structure);
  TREE_TEST_ADD ("/tree/hidden-parent", test_hidden_parent);
  TREE_TEST_ADD ("/tree/loop", test_loop);
  TREE_TEST_ADD ("/tree/incremental", test_incremental);
  TREE_TEST_ADD ("/tree/leaf-becomes-branch", test_leaf_becomes_branch);
  TREE_TEST_ADD ("/tree/expansion-survives", test_expansion_survives);
  TREE_TEST_ADD ("/tree/filter", test_filter);
  TREE_TEST_ADD ("/tree/filter/at-once", test_filter_at_once);
  TREE_TEST_ADD ("/tree/selection", test_selection);
  TREE_TEST_ADD ("/tree/drop", test_drop);

  return g_test_run ();
}
