/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "dialog-fixture.h"
#include "find-window.h"
#include "okr-export.h"
#include "test-plans.h"
#include "waymark-choice-row.h"
#include "waymark-export-dialog.h"
#include "waymark-export.h"
#include "waymark-print.h"

static GtkWidget *
open_dialog (DialogFixture *fixture)
{
  GtkWidget *dialog = waymark_export_dialog_new (fixture->session);

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();

  return dialog;
}

static GtkCheckButton *
find_button (GtkWidget *widget, const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_button (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
choose_format (GtkWidget *dialog, const char *extension)
{
  GtkCheckButton *button =
      find_button (child_of (dialog, "formats"), okr_export_find_format (extension)->title);

  g_assert_nonnull (button);
  gtk_check_button_set_active (button, TRUE);
}

static GFile *
new_place (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
remove_place (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_file_delete (file, NULL, NULL);
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

static gboolean
is_busy (GtkWidget *dialog)
{
  return !gtk_widget_get_sensitive (child_of (dialog, "export_button"));
}

static char *
export_to (GtkWidget *dialog, GFile *file, gsize *length)
{
  char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gpointer shown = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &shown);
  waymark_export_dialog_export_to (WAYMARK_EXPORT_DIALOG (dialog), file);
  while (shown != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_file_load_contents (file, NULL, &contents, length, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static void
test_formats (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  guint n_formats = 0;
  guint n_shown = 0;
  const OkrExportFormat *formats = okr_export_get_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      const gboolean can = okr_export_find_kind (formats[i].extension, NULL) != NULL;

      n_shown += can;
      g_assert_true (can == (find_button (child_of (dialog, "formats"), formats[i].title) != NULL));
      if (can)
        choose_format (dialog, formats[i].extension);
    }
  g_assert_cmpuint (n_shown, >=, 4);

  choose_format (dialog, "svg");
  g_assert_true (gtk_widget_get_visible (child_of (dialog, "report")));
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "report")));
  g_assert_cmpstr (waymark_choice_row_get_chosen (child_of (dialog, "report")), ==, "poster");
  choose_format (dialog, "csv");
  g_assert_true (gtk_widget_get_sensitive (child_of (dialog, "report")));
  g_assert_cmpstr (waymark_choice_row_get_chosen (child_of (dialog, "report")), ==, "table");
  finish_dialog (dialog);
}

static void
test_scope (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_place ("plan.csv");
  g_autoptr (OkrTeam) team = g_list_model_get_item (okr_plan_get_teams (fixture->plan), 1);
  const char *id = okr_item_get_id (OKR_ITEM (team));
  g_autofree char *part = NULL;
  g_autofree char *all = NULL;
  gsize part_length = 0;
  gsize all_length = 0;
  GtkWidget *dialog;

  waymark_session_set_team (fixture->session, team);
  dialog = open_dialog (fixture);
  g_assert_cmpstr (waymark_choice_row_get_chosen (child_of (dialog, "team")), ==, id);
  choose_format (dialog, "csv");
  part = export_to (dialog, file, &part_length);
  g_assert_true (g_str_has_prefix (part, "\xef\xbb\xbf"
                                         "Cycle,Team,"));

  dialog = open_dialog (fixture);
  /* What was chosen last is chosen. */
  g_assert_cmpstr (waymark_choice_row_get_chosen (child_of (dialog, "report")), ==, "table");
  waymark_choice_row_choose (child_of (dialog, "team"), "");
  waymark_choice_row_choose (child_of (dialog, "cycle"), "");
  all = export_to (dialog, file, &all_length);
  g_assert_cmpuint (all_length, >, part_length);
  remove_place (file);
}

static void
choose_report (GtkWidget *dialog, const char *report)
{
  AdwComboRow *row = child_of (dialog, "report");
  const guint n = g_list_model_get_n_items (adw_combo_row_get_model (row));

  for (guint i = 0; i < n; i++)
    {
      adw_combo_row_set_selected (row, i);
      if (g_str_equal (waymark_choice_row_get_chosen (WAYMARK_CHOICE_ROW (row)), report))
        return;
    }
  g_assert_not_reached ();
}

static void
test_report_stays (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  WaymarkChoiceRow *report = child_of (dialog, "report");

  choose_format (dialog, "pdf");
  choose_report (dialog, "summary");
  choose_format (dialog, "png");
  g_assert_cmpstr (waymark_choice_row_get_chosen (report), ==, "summary");
  choose_format (dialog, "svg");
  g_assert_cmpstr (waymark_choice_row_get_chosen (report), ==, "poster");
  choose_format (dialog, "pdf");
  choose_report (dialog, "details");
  choose_format (dialog, "svg");
  choose_format (dialog, "pdf");
  g_assert_cmpstr (waymark_choice_row_get_chosen (report), ==, "details");
  finish_dialog (dialog);
}

static const char *
get_left_out (GtkWidget *dialog)
{
  return adw_preferences_group_get_description (child_of (dialog, "contents"));
}

/* What a table has no place for is said before it is made. */
static void
test_left_out (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *part = NULL;

  choose_format (dialog, "csv");
  choose_report (dialog, "table");
  part = g_strdup (get_left_out (dialog));
  g_assert_nonnull (strstr (part, "initiatives"));
  g_assert_null (strstr (part, "KPIs"));
  waymark_choice_row_choose (child_of (dialog, "cycle"), "");
  g_signal_emit_by_name (child_of (dialog, "cycle"), "done");
  g_assert_nonnull (strstr (get_left_out (dialog), "KPIs"));
  choose_report (dialog, "checkin");
  g_assert_cmpstr (get_left_out (dialog), ==, "");
  choose_format (dialog, "svg");
  g_assert_cmpstr (get_left_out (dialog), ==, "");
  finish_dialog (dialog);
}

/* A person's own part, where the report is good for one. */
static void
test_person (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_place ("plan.csv");
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *person = child_of (dialog, "person");
  g_autofree char *part = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;

  choose_format (dialog, "svg");
  g_assert_false (gtk_widget_get_visible (person));
  choose_format (dialog, "pdf");
  g_assert_true (gtk_widget_get_visible (person));
  choose_report (dialog, "people");
  g_assert_false (gtk_widget_get_visible (person));
  choose_report (dialog, "details");
  g_assert_true (gtk_widget_get_visible (person));

  choose_format (dialog, "csv");
  waymark_choice_row_choose (WAYMARK_CHOICE_ROW (person), "Ana Reyes");
  part = export_to (dialog, file, &length);
  lines = g_strsplit (part, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 1; lines[i + 1] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], "Ana Reyes"));
  remove_place (file);
}

static guint
read_number (const char *png, gsize at)
{
  guint32 stored;

  memcpy (&stored, png + at, sizeof stored);

  return GUINT32_FROM_BE (stored);
}

static gpointer
find_page (GtkWidget *dialog)
{
  return child_of (child_of (dialog, "page_row"), "page");
}

static char *
expect_total (DialogFixture *fixture, const char *report, const char *team,
              GtkPageOrientation orientation)
{
  const OkrExportOptions options = { .cycle = waymark_session_get_cycle (fixture->session),
                                     .team =
                                         okr_plan_find_typed (fixture->plan, team, OKR_TYPE_TEAM) };
  g_autoptr (OkrExport) export =
      okr_export_new (okr_export_find_kind ("png", report), fixture->plan, &options);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.waymark.Waymark");
  g_autoptr (GtkPageSetup) paper = waymark_print_load_page_setup (settings);
  OkrPageSetup setup;
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_orientation (paper, orientation);
  setup = waymark_pages_read_setup (paper);

  return g_strdup_printf ("of %u", okr_export_paginate (export, &setup, NULL, &error));
}

/* Counted in a thread. */
static void
wait_for_total (GtkWidget *dialog, const char *total)
{
  GtkLabel *label = child_of (child_of (dialog, "page_row"), "total");

  g_test_message ("Waits for: %s", total);
  while (!g_str_equal (gtk_label_get_label (label), total))
    g_main_context_iteration (NULL, TRUE);
}

/* How many pages there are is told before one of them is chosen. */
static void
test_total (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (OkrTeam) team = g_list_model_get_item (okr_plan_get_teams (fixture->plan), 1);
  const char *id = okr_item_get_id (OKR_ITEM (team));
  const GtkPageOrientation upright = GTK_PAGE_ORIENTATION_PORTRAIT;
  g_autofree char *summary = expect_total (fixture, "summary", "", upright);
  g_autofree char *details = expect_total (fixture, "details", "", upright);
  g_autofree char *lying = expect_total (fixture, "details", "", GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_autofree char *part = expect_total (fixture, "details", id, upright);
  int last;

  g_assert_cmpstr (summary, !=, details);
  g_assert_cmpstr (lying, !=, details);
  g_assert_cmpstr (part, !=, details);
  adw_combo_row_set_selected (child_of (dialog, "orientation"), 0);
  choose_format (dialog, "png");
  choose_report (dialog, "summary");
  wait_for_total (dialog, summary);
  choose_report (dialog, "details");
  wait_for_total (dialog, details);
  adw_combo_row_set_selected (child_of (dialog, "orientation"), 1);
  wait_for_total (dialog, lying);
  adw_combo_row_set_selected (child_of (dialog, "orientation"), 0);
  wait_for_total (dialog, details);

  /* No page beyond the last one can be chosen, and none that was is there any more. */
  gtk_spin_button_set_value (find_page (dialog), 1000);
  last = gtk_spin_button_get_value_as_int (find_page (dialog));
  g_assert_cmpint (last, ==, atoi (details + strlen ("of ")));
  waymark_choice_row_choose (child_of (dialog, "team"), id);
  g_signal_emit_by_name (child_of (dialog, "team"), "done");
  wait_for_total (dialog, part);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (find_page (dialog)), <, last);
  finish_dialog (dialog);
}

/* A page for a slide: one of the report, on paper that lies. */
static void
test_page (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_place ("page.png");
  char *pages[2];
  gsize lengths[2];

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *dialog = open_dialog (fixture);

      choose_format (dialog, "svg");
      g_assert_false (gtk_widget_get_visible (child_of (dialog, "pages")));
      choose_format (dialog, "pdf");
      g_assert_true (gtk_widget_get_visible (child_of (dialog, "pages")));
      g_assert_false (gtk_widget_get_visible (child_of (dialog, "page_row")));
      choose_format (dialog, "png");
      choose_report (dialog, "details");
      g_assert_true (gtk_widget_get_visible (child_of (dialog, "page_row")));
      /* The second dialog remembers it. */
      if (i == 0)
        adw_combo_row_set_selected (child_of (dialog, "orientation"), 1);
      gtk_spin_button_set_value (find_page (dialog), i + 1);
      pages[i] = export_to (dialog, file, &lengths[i]);
      g_assert_cmpuint (read_number (pages[i], 16), >, read_number (pages[i], 20));
    }
  g_assert_false (lengths[0] == lengths[1] && memcmp (pages[0], pages[1], lengths[0]) == 0);
  g_free (pages[0]);
  g_free (pages[1]);
  remove_place (file);
}

static void
test_pictures (DialogFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *extension;
    const char *start;
  } cases[] = { { "svg", "<?xml" }, { "png", "\x89PNG" }, { "pdf", "%PDF" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *dialog = open_dialog (fixture);
      g_autoptr (GFile) file = new_place ("picture");
      g_autofree char *contents = NULL;
      gsize length = 0;

      choose_format (dialog, cases[i].extension);
      contents = export_to (dialog, file, &length);
      g_assert_cmpint (strncmp (contents, cases[i].start, strlen (cases[i].start)), ==, 0);
      remove_place (file);
    }
}

/* What cannot be written is told, and the choices are still there. */
static void
test_refused (DialogFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *reason;
  } cases[] = { { "plan.okr", "never replaces" }, { "missing/plan.csv", "there is no folder" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *dialog = open_dialog (fixture);
      g_autoptr (GFile) file = new_place (cases[i].name);
      GListModel *windows = gtk_window_get_toplevels ();
      g_autoptr (GtkWindow) message = NULL;

      choose_format (dialog, "csv");
      waymark_export_dialog_export_to (WAYMARK_EXPORT_DIALOG (dialog), file);
      while (is_busy (dialog))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
      message = g_list_model_get_item (windows, 0);
      if (message == GTK_WINDOW (dialog))
        {
          g_object_unref (message);
          message = g_list_model_get_item (windows, 1);
        }
      g_assert_true (ADW_IS_MESSAGE_DIALOG (message));
      g_assert_nonnull (
          strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), cases[i].reason));
      g_assert_false (g_file_query_exists (file, NULL));
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "close");
      gtk_window_destroy (message);
      spin ();
      g_clear_object (&message);
      finish_dialog (dialog);
    }
}

/* What has no file yet but was made from another is at home beside that. */
static void
test_folder (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GFile) origin = g_file_new_for_path (path);
  g_autoptr (GFile) place = g_file_get_parent (origin);
  g_autofree char *name = NULL;
  g_autofree char *plan = waymark_export_dup_plan_name (fixture->session);
  GtkWidget *dialog;

  waymark_session_set_origin (fixture->session, origin);
  dialog = open_dialog (fixture);
  choose_format (dialog, "csv");
  name = okr_export_dup_name (okr_export_find_kind ("csv", NULL), plan);
  g_signal_emit_by_name (child_of (dialog, "export_button"), "clicked");
  assert_proposed (folder, name);
  while (is_busy (dialog))
    g_main_context_iteration (NULL, TRUE);
  finish_dialog (dialog);
  g_assert_true (g_file_delete (place, NULL, NULL));
}

/* A dialog that is closed takes its export with it. */
static void
test_closed (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (GFile) file = new_place ("plan.svg");

  choose_format (dialog, "svg");
  waymark_export_dialog_export_to (WAYMARK_EXPORT_DIALOG (dialog), file);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_query_exists (file, NULL));
  remove_place (file);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define add(name, function)                                                                 \
  g_test_add ("/export-dialog/" name, DialogFixture, NULL, dialog_fixture_set_up, function, \
              dialog_fixture_tear_down)

  add ("formats", test_formats);
  add ("scope", test_scope);
  add ("report-stays", test_report_stays);
  add ("left-out", test_left_out);
  add ("person", test_person);
  add ("page", test_page);
  add ("total", test_total);
  add ("pictures", test_pictures);
  add ("refused", test_refused);
  add ("folder", test_folder);
  add ("closed", test_closed);

#undef add

  return g_test_run ();
}
