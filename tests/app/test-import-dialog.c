/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a table: what it shows beforehand, what can be corrected, and that it is one step. */
#include "config.h"

#include <string.h>

#include "import-fixture.h"
#include "okr-writer.h"
#include "test-plans.h"
#include "waymark-choice-row.h"
#include "waymark-import-columns.h"

#define FAULTY                               \
  SOUND ",Complaints,Ana Reyes,many,3,7,,\n" \
        "Open a shop,Shops,Tom,0,2,1,Whenever,Bakery\n"

static void
test_plan (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autoptr (GBytes) after = NULL;
  g_auto (Imported) imported = { NULL };
  GtkWidget *dialog = open_table (fixture->session, SOUND);

  g_assert_cmpuint (count_rows (dialog, "items"), ==, 5); /* with the team and a heading */
  assert_label (dialog, "summary",
                "1 new objective, 2 new key results, 2 new check-ins, 1 new team");
  g_assert_false (gtk_widget_get_visible (child_of (dialog, "left_out")));
  g_assert_cmpuint (get_depth (fixture), ==, 0);

  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported_cb), &imported);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  press_import (dialog);
  spin ();
  g_assert_null (dialog);
  g_assert_true (imported.plan == fixture->plan);
  g_assert_cmpstr (imported.message, ==,
                   "Imported: 1 new objective, 2 new key results, 2 new check-ins, 1 new team");
  g_assert_cmpuint (get_depth (fixture), ==, 1);

  /* The same table again brings nothing. */
  dialog = open_table (fixture->session, SOUND);
  assert_label (dialog, "summary", "3 items unchanged");
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "import_button")));
  finish_dialog (dialog);

  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  after = okr_plan_to_bytes (fixture->plan);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_problems (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, FAULTY);
  g_auto (Imported) imported = { NULL };
  GListModel *objectives = okr_plan_get_objectives (fixture->plan);
  const guint n_before = g_list_model_get_n_items (objectives);

  g_assert_cmpstr (adw_view_stack_get_visible_child_name (child_of (dialog, "views")), ==,
                   "problems");
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 3); /* and where the new team goes */
  g_assert_cmpuint (count_rows (dialog, "items"), ==, 6); /* with the team and two headings */
  assert_label (dialog, "left_out", "2 rows have problems and are left out.");
  g_assert_cmpstr (gtk_button_get_label (child_of (dialog, "import_button")), ==,
                   "_Import Without 2 Rows");
  g_signal_connect (dialog, "imported", G_CALLBACK (on_imported_cb), &imported);
  press_import (dialog);
  spin ();
  g_assert_true (g_str_has_prefix (imported.message, "Imported: 1 new objective, "));
  g_assert_true (g_str_has_suffix (imported.message, ", 2 rows left out"));
  g_assert_cmpuint (g_list_model_get_n_items (objectives), ==, n_before + 1);
  g_assert_cmpuint (get_depth (fixture), ==, 1);
}

/* Without anything that could be imported the button does not promise to leave something out. */
static void
test_all_left_out (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, "Objective,Key Result,Target\n"
                                                    ",Loaves,many\n,Cakes,few\n");
  GtkWidget *button = child_of (dialog, "import_button");
  GtkButton *show = child_of (dialog, "nothing_button");

  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Import");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Every row has a problem. The page “Problems” tells which.");
  assert_label (dialog, "summary", "Nothing can be imported");
  assert_label (dialog, "left_out", "2 rows have problems and are left out.");
  g_assert_true (has_focus (dialog, "problems"));

  adw_view_stack_set_visible_child_name (child_of (dialog, "views"), "preview");
  spin ();
  g_assert_cmpstr (gtk_button_get_label (show), ==, "_Show the Problems");
  g_signal_emit_by_name (show, "clicked");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (child_of (dialog, "views")), ==,
                   "problems");
  finish_dialog (dialog);
}

static WaymarkChoiceRow *
find_column (GtkWidget *widget, const char *heading)
{
  if (WAYMARK_IS_CHOICE_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), heading) == 0)
    return WAYMARK_CHOICE_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      WaymarkChoiceRow *found = find_column (child, heading);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
choose_column (GtkWidget *dialog, const char *heading, const char *field)
{
  WaymarkChoiceRow *row = find_column (child_of (dialog, "columns"), heading);

  g_assert_nonnull (row);
  choose (dialog, row, field);
}

static void
test_columns (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog =
      open_table (fixture->session, "Vision,What,Guardian,Hit\nGrow,Revenue,Anna,\"3,5\"\n");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (child_of (dialog, "previews")), ==, "nothing");
  g_assert_true (has_focus (dialog, "nothing_button"));
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "import_button")));
  choose_column (dialog, "Vision", "objective");
  choose_column (dialog, "What", "key-result");
  choose_column (dialog, "Hit", "target");
  assert_label (dialog, "summary", "1 new objective, 1 new key result");
  g_assert_cmpstr (adw_action_row_get_subtitle (
                       ADW_ACTION_ROW (find_column (child_of (dialog, "columns"), "Guardian"))),
                   ==, "Anna");

  /* What is said stays said: a point makes one problem of the cell, a comma none. That nobody said
   * what the guardian is, is a note. */
  choose (dialog, setting_of (dialog, "decimal"), ".");
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 2);
  choose_column (dialog, "Guardian", "owner");
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 1);
  choose (dialog, setting_of (dialog, "decimal"), ",");
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 0);

  /* The first column cannot hold the same as the second. */
  choose_column (dialog, "Vision", "key-result");
  choose_column (dialog, "What", "objective");
  assert_label (dialog, "summary", "1 new objective, 1 new key result");
  choose (dialog, setting_of (dialog, "delimiter"), ";");
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "import_button")));
  choose (dialog, setting_of (dialog, "delimiter"), ",");
  g_assert_nonnull (find_column (child_of (dialog, "columns"), "Guardian"));

  /* What cannot be, an odd number of bytes, leaves what was said before. */
  choose (dialog, setting_of (dialog, "layout"), "2");
  choose (dialog, setting_of (dialog, "encoding"), "UTF-16LE");
  g_assert_cmpstr (get_page (dialog), ==, "table");
  choose (dialog, setting_of (dialog, "decimal"), ",");
  g_assert_cmpuint (adw_combo_row_get_selected (setting_of (dialog, "layout")), ==, 1);
  finish_dialog (dialog);
}

/* Rows that name no cycle or team go where people choose. */
static void
test_places (DialogFixture *fixture, gconstpointer data)
{
  static const char table[] = "Objective,Quarter,Team\nGrow,,\nShrink,Q3 2029,Bakery\n";
  GListModel *objectives = okr_plan_get_objectives (fixture->plan);
  GtkWidget *dialog = open_table (fixture->session, table);
  g_autoptr (OkrObjective) grow = NULL;
  g_autofree char *text = NULL;
  OkrItem *cycle, *team;

  g_assert_true (gtk_widget_get_visible (setting_of (dialog, "cycle")));
  g_assert_true (gtk_widget_get_visible (setting_of (dialog, "team")));
  choose (dialog, setting_of (dialog, "cycle"), "Q3 2029");
  choose (dialog, setting_of (dialog, "team"), "Bakery");
  g_assert_cmpstr (waymark_choice_row_get_chosen (setting_of (dialog, "cycle")), ==, "Q3 2029");
  press_import (dialog);
  spin ();
  grow = g_list_model_get_item (objectives, g_list_model_get_n_items (objectives) - 2);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (grow)), ==, "Grow");
  cycle = okr_plan_find (fixture->plan, okr_objective_get_cycle_id (grow));
  team = okr_plan_find (fixture->plan, okr_objective_get_team_id (grow));
  g_assert_cmpstr (okr_item_get_title (cycle), ==, "Q3 2029");
  g_assert_cmpstr (okr_item_get_title (team), ==, "Bakery");

  /* What the plan has and the table only names by its id stays where it is. */
  text =
      g_strdup_printf ("Objective ID,Objective\n%s,Flourish\n", okr_item_get_id (OKR_ITEM (grow)));
  dialog = open_table (fixture->session, text);
  g_assert_false (gtk_widget_get_visible (setting_of (dialog, "cycle")));
  g_assert_false (gtk_widget_get_visible (setting_of (dialog, "team")));
  finish_dialog (dialog);

  /* Where all rows say it, there is nothing to choose. */
  dialog = open_table (fixture->session, SOUND);
  g_assert_false (gtk_widget_get_visible (setting_of (dialog, "cycle")));
  g_assert_false (gtk_widget_get_visible (setting_of (dialog, "team")));
  finish_dialog (dialog);
}

/* The quarter that nobody named is offered again after another one was chosen. */
static void
test_places_of_new_plan (void)
{
  WaymarkSession *session = waymark_session_new ();
  GtkWidget *dialog = open_table (session, "Objective,Quarter\nGrow,\nShrink,Q3 2029\n");
  WaymarkChoiceRow *row = setting_of (dialog, "cycle");
  g_autofree char *usual = NULL;

  g_assert_false (gtk_widget_get_visible (setting_of (dialog, "team")));
  usual = g_strdup (waymark_choice_row_get_chosen (row));
  choose (dialog, row, "Q3 2029");
  assert_label (dialog, "summary", "2 new objectives, 1 new cycle");
  choose (dialog, row, usual);
  assert_label (dialog, "summary", "2 new objectives, 2 new cycles");
  finish_dialog (dialog);
  g_assert_finalize_object (session);
}

/* What does not come, and what was assumed, is told beside the problems. */
static void
test_notes (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, "Objective,Key Result,Target,Due,Weather\n"
                                                    "Grow,Revenue,5,3/4/2027,fine\n");
  AdwViewStackPage *page =
      adw_view_stack_get_page (child_of (dialog, "views"),
                               gtk_widget_get_ancestor (child_of (dialog, "problems"),
                                                        GTK_TYPE_SCROLLED_WINDOW));

  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 2);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (child_of (dialog, "views")), ==,
                   "preview");
  g_assert_cmpstr (adw_view_stack_page_get_title (page), ==, "Notes");
  g_assert_cmpstr (adw_action_row_get_subtitle (setting_of (dialog, "dates")), ==, "Assumed");
  choose (dialog, setting_of (dialog, "dates"), "2");
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 1);
  choose_column (dialog, "Weather", "ignored");
  g_assert_false (adw_view_stack_page_get_visible (page));
  finish_dialog (dialog);

  dialog = open_table (fixture->session, "Objective,Key Result,Target\n,,\n");
  g_assert_cmpstr (adw_status_page_get_title (child_of (dialog, "nothing")), ==, "No Rows");
  finish_dialog (dialog);
}

/* Without headings the first row is one like the others. */
static void
test_no_header (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, "Grow,Revenue,3\n,Leads,four\n");

  choose (dialog, setting_of (dialog, "header"), "0");
  g_assert_null (find_column (child_of (dialog, "columns"), "Grow"));
  choose_column (dialog, "Column A", "objective");
  choose_column (dialog, "Column B", "key-result");
  choose_column (dialog, "Column C", "target");
  assert_label (dialog, "summary", "1 new objective, 1 new key result");
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 1);
  choose (dialog, setting_of (dialog, "header"), "1");
  g_assert_nonnull (find_column (child_of (dialog, "columns"), "Grow"));
  finish_dialog (dialog);
}

static void
test_layout (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, "Title,Target\nGrow,\nRevenue,3\n");

  assert_label (dialog, "summary", "2 new objectives");
  choose (dialog, setting_of (dialog, "layout"), "4");
  g_assert_cmpuint (count_rows (dialog, "problems"), ==, 3); /* and that nobody needs a target */
  choose (dialog, setting_of (dialog, "layout"), "2");
  assert_label (dialog, "summary", "2 new objectives");
  finish_dialog (dialog);
}

/* Somebody else's edit comes between the look and the import. */
static void
test_edited_meanwhile (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_table (fixture->session, SOUND);

  g_assert_true (
      okr_edit_set_text (fixture->plan, OKR_ITEM (fixture->plan), "title", "Another", NULL));
  press_import (dialog);
  g_assert_cmpuint (get_depth (fixture), ==, 1);
  wait_until_shown (dialog);
  press_import (dialog);
  spin ();
  g_assert_cmpuint (get_depth (fixture), ==, 2);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (fixture->plan)), ==, "Another");
}

static void
test_refuse (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *wide = g_strnfill (5000, ',');
  static const char binary[] = "PK\3\4\0\1\2\3";
  const struct
  {
    const char *bytes;
    gssize size;
    const char *told;
  } cases[] = {
    { "", 0, "empty" },
    { binary, sizeof binary, "save the sheet as CSV" },
    { wide, -1, "columns" },
    { "Objective\n\"a\n", -1, "quotation mark" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *dialog =
          open_bytes (fixture->session, "refused.csv", cases[i].bytes, cases[i].size);
      const char *told;

      wait_until_shown (dialog);
      g_assert_cmpstr (get_page (dialog), ==, "refused");
      told = adw_status_page_get_description (child_of (dialog, "refused"));
      g_assert_nonnull (strstr (told, cases[i].told));
      g_assert_false (gtk_widget_get_visible (child_of (dialog, "footer")));
      finish_dialog (dialog);
    }
}

static char *
make_large_table (void)
{
  g_autoptr (GString) text = g_string_new ("Objective,Key Result,Start,Target,Current,Quarter\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "Objective %u,Key result %u,%u,%u,%u,Q1 2027\n", i / 4, i, i,
                            i + 100, i + 50);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The window goes on while it is worked out, and what it shows is no widget per row. */
static void
test_large (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_large_table ();
  GtkWidget *dialog = open_bytes (fixture->session, "large.csv", text, -1);
  guint n_turns = 0;
  gint64 longest = 0;
  gint64 before = g_get_monotonic_time ();

  while (!g_str_equal (get_page (dialog), "table"))
    {
      gint64 began = g_get_monotonic_time ();

      n_turns += g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - began);
    }
  g_test_message ("%u turns in %.0f ms, the longest %.0f ms", n_turns,
                  (double) (g_get_monotonic_time () - before) / 1000, (double) longest / 1000);
  g_assert_cmpuint (n_turns, >, 2);
  g_assert_cmpuint (count_rows (dialog, "items"), ==, 12501);
  before = g_get_monotonic_time ();
  press_import (dialog);
  g_test_message ("imported in %.0f ms", (double) (g_get_monotonic_time () - before) / 1000);
  g_assert_cmpuint (get_depth (fixture), ==, 1);
  spin ();

  /* Closed while it works. */
  dialog = open_bytes (fixture->session, "large.csv", text, -1);
  g_main_context_iteration (NULL, FALSE);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (get_depth (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)
  ADD ("/import-dialog/plan", test_plan);
  ADD ("/import-dialog/problems", test_problems);
  ADD ("/import-dialog/all-left-out", test_all_left_out);
  ADD ("/import-dialog/columns", test_columns);
  ADD ("/import-dialog/places", test_places);
  g_test_add_func ("/import-dialog/places-of-new-plan", test_places_of_new_plan);
  ADD ("/import-dialog/notes", test_notes);
  ADD ("/import-dialog/no-header", test_no_header);
  ADD ("/import-dialog/layout", test_layout);
  ADD ("/import-dialog/edited-meanwhile", test_edited_meanwhile);
  ADD ("/import-dialog/refuse", test_refuse);
  ADD ("/import-dialog/large", test_large);

  return g_test_run ();
}
