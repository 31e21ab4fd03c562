/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the preview of an import shows, and how a new plan is called. */
#include "config.h"

#include "import-fixture.h"
#include "test-plans.h"
#include "waymark-gradual-list.h"
#include "waymark-import-rows.h"

static GListModel *
get_rows (GtkWidget *dialog)
{
  return waymark_gradual_list_get_model (child_of (dialog, "items"));
}

/* The rows, a letter for each: a capital for a heading, "i" for an item. */
static char *
describe_rows (GtkWidget *dialog)
{
  GListModel *rows = get_rows (dialog);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (WaymarkImportRow) row = g_list_model_get_item (rows, i);

      g_string_append_c (text, row->item != NULL ? 'i' : "LNCS"[row->section]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (GtkWidget *dialog, const char *wanted)
{
  g_autofree char *rows = describe_rows (dialog);

  g_assert_cmpstr (rows, ==, wanted);
}

static GtkLabel *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_told (GtkWidget *dialog, const char *text)
{
  g_test_message ("Looking for “%s”", text);
  g_assert_nonnull (find_label (child_of (dialog, "items"), text));
}

/* What changes is not hidden among what stays, and what comes tells its measures. */
static void
test_sections (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, SOUND);

  assert_rows (dialog, "Niiii");
  assert_told (dialog, "Objective · Bakery · Ana Reyes · Q1 2027");
  assert_told (dialog, "100 → 150 · now 120 · Ana Reyes");
  g_assert_true (has_focus (dialog, "import_button"));
  press_import (dialog);
  spin ();

  dialog = open_table (fixture->session,
                       "Objective,Key Result,Owner,Start,Target,Current,Unit,Quarter,Team\n"
                       "Bake better bread,Loaves a day,Ana Reyes,100,175,120,,Q1 2027,Bakery\n"
                       ",Cakes a day,Ana Reyes,5,10,7,cakes,,\n"
                       ",Burnt loaves,Ana Reyes,9,3,7,,,\n"
                       ",Queue,Ana Reyes,many,3,7,,,\n");
  g_assert_true (has_focus (dialog, "problems"));
  assert_rows (dialog, "LNiCiS");
  adw_view_stack_set_visible_child_name (child_of (dialog, "views"), "preview");
  spin ();
  assert_told (
      dialog,
      "Key result of “Bake better bread” · 5 → 10\u202fcakes · now 7\u202fcakes · Ana Reyes");
  assert_told (dialog, "Target raised from 150 to 175");
  g_signal_emit_by_name (child_of (dialog, "items"), "activate", 5);
  assert_rows (dialog, "LNiCiSii");
  g_signal_emit_by_name (child_of (dialog, "items"), "activate", 1);
  assert_rows (dialog, "LNCiSii");
  g_signal_emit_by_name (child_of (dialog, "items"), "activate", 2);
  assert_rows (dialog, "LNCSii");

  /* What is left out is told elsewhere; what is closed stays closed. */
  g_signal_emit_by_name (child_of (dialog, "items"), "activate", 0);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (child_of (dialog, "views")), ==,
                   "problems");
  choose (dialog, setting_of (dialog, "decimal"), ".");
  assert_rows (dialog, "LNCSii");
  finish_dialog (dialog);
}

/* An objective of several rows stands in one place. */
static void
test_repeated (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, "Objective,Key Result 1,Target 1,Quarter\n"
                                                    "Grow,Revenue,5,Q1 2027\n"
                                                    "Grow,Leads,6,Q1 2027\n");

  assert_rows (dialog, "Niii");
  assert_label (dialog, "summary", "1 new objective, 2 new key results");
  finish_dialog (dialog);
}

static void
on_rows_added_cb (GListModel *rows, guint position, guint n_removed, guint n_added, guint *most)
{
  *most = MAX (*most, n_added);
}

/* A list view makes all its rows at once; so many problems come in turns. */
static void
test_many_problems (DialogFixture *fixture, gconstpointer data)
{
  const guint n_wrong = 210;
  g_autoptr (GString) text = g_string_new ("Objective,Key Result,Target\nGrow,Revenue,1\n");
  GtkWidget *dialog;
  GListModel *shown;
  guint most = 0;

  for (guint i = 0; i < n_wrong; i++)
    g_string_append_printf (text, ",Wrong %u,many\n", i);
  dialog = open_bytes (fixture->session, "import-test.csv", text->str, -1);
  shown = G_LIST_MODEL (gtk_list_view_get_model (child_of (dialog, "problems")));
  g_signal_connect (shown, "items-changed", G_CALLBACK (on_rows_added_cb), &most);
  while (g_list_model_get_n_items (shown) < n_wrong)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (most, <=, n_wrong / 5);
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, n_wrong);

  /* Nobody sees them there: they come when somebody does. */
  adw_view_stack_set_visible_child_name (child_of (dialog, "views"), "columns");
  choose (dialog, setting_of (dialog, "decimal"), ",");
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (shown), <, n_wrong / 5);
  adw_view_stack_set_visible_child_name (child_of (dialog, "views"), "problems");
  while (g_list_model_get_n_items (shown) < n_wrong)
    g_main_context_iteration (NULL, TRUE);
  finish_dialog (dialog);
}

static void
press_tab (GtkWidget *list, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_handled);
      if (is_handled)
        return;
    }
  g_assert_not_reached ();
}

/* With the keyboard people get past a list, however long it is. */
static void
test_tab (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, "Objective,Key Result,Target\n"
                                                    "Grow,Revenue,many\n,Leads,few\n,Deals,3\n");

  g_assert_true (has_focus (dialog, "problems"));
  press_tab (child_of (dialog, "problems"), GDK_KEY_Tab);
  g_assert_true (has_focus (dialog, "import_button"));
  g_assert_true (gtk_widget_child_focus (child_of (dialog, "problems"), GTK_DIR_TAB_FORWARD));
  press_tab (child_of (dialog, "problems"), GDK_KEY_ISO_Left_Tab);
  /* What is before the list has it; in newer libadwaita that is not the switcher. */
  g_assert_false (has_focus (dialog, "problems"));
  g_assert_false (has_focus (dialog, "import_button"));
  finish_dialog (dialog);
}

static void
test_new_plan (void)
{
  WaymarkSession *session = waymark_session_new ();
  g_auto (Imported) imported = { NULL };
  GtkWidget *dialog = open_table (session, SOUND);

  g_assert_false (gtk_widget_get_visible (target_of (dialog, "target")));
  assert_label (dialog, "summary",
                "1 new objective, 2 new key results, 2 new check-ins, 1 new cycle, 1 new team");
  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported_cb), &imported);
  g_signal_connect_swapped (dialog, "imported", G_CALLBACK (waymark_session_set_plan), session);
  press_import (dialog);
  spin ();
  g_assert_true (waymark_session_get_plan (session) == imported.plan);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (imported.plan)), ==, "OKRs Q1 2027");
  g_assert_true (waymark_session_get_modified (session));
  g_assert_finalize_object (session);
}

static GtkWidget *
open_new (WaymarkSession *session, const char *text, const char *title)
{
  GtkWidget *dialog = open_table (session, text);

  g_assert_cmpstr (gtk_editable_get_text (target_of (dialog, "title")), ==, title);

  return dialog;
}

/* What is proposed can be written over, and holds whatever else is chosen then. */
static void
test_title (void)
{
  WaymarkSession *session = waymark_session_new ();
  g_auto (Imported) imported = { NULL };
  GtkWidget *dialog;

  finish_dialog (
      open_new (session, "Objective,Quarter\nGrow,2027-Q1\nShrink,soon\n", "OKRs 2027-Q1"));
  finish_dialog (
      open_new (session, "Objective,Quarter\nGrow,Q1 2027\nShrink,Q2 2027\n", "import-test"));
  finish_dialog (open_new (session, "Objective\nGrow\n", "OKRs Q1 2027"));

  dialog = open_new (session, SOUND, "OKRs Q1 2027");
  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported_cb), &imported);
  g_signal_connect_swapped (dialog, "imported", G_CALLBACK (waymark_session_set_plan), session);
  gtk_editable_set_text (target_of (dialog, "title"), " The bakery ");
  choose (dialog, setting_of (dialog, "dates"), "2");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  press_import (dialog);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (imported.plan)), ==, "The bakery");
  g_assert_finalize_object (session);
}

static void
test_choose_new_plan (DialogFixture *fixture, gconstpointer data)
{
  g_auto (Imported) imported = { NULL };
  GtkWidget *dialog = open_table (fixture->session, SOUND);

  choose (dialog, target_of (dialog, "target"), "new");
  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported_cb), &imported);
  press_import (dialog);
  spin ();
  g_assert_true (imported.plan != fixture->plan);
  g_assert_cmpuint (get_depth (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)
  ADD ("/import-preview/sections", test_sections);
  ADD ("/import-preview/repeated", test_repeated);
  ADD ("/import-preview/many-problems", test_many_problems);
  ADD ("/import-preview/tab", test_tab);
  g_test_add_func ("/import-preview/new-plan", test_new_plan);
  g_test_add_func ("/import-preview/title", test_title);
  ADD ("/import-preview/choose-new-plan", test_choose_new_plan);

  return g_test_run ();
}
