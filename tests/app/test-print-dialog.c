/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "print-fixture.h"
#include "test-plans.h"
#include "waymark-page-view.h"
#include "waymark-print.h"

static void
test_turning (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkLabel *number = part_of (dialog, "number");
  WaymarkPageView *view = part_of (dialog, "view");

  choose (dialog, "report", "poster");
  choose (dialog, "cycle", "");
  choose (dialog, "paper", "iso_a5");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (number), "1 of "));
  g_assert_false (gtk_widget_get_sensitive (part_of (dialog, "previous")));
  g_signal_emit_by_name (part_of (dialog, "next"), "clicked");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (number), "2 of "));
  g_assert_true (gtk_widget_get_sensitive (part_of (dialog, "previous")));
  waymark_page_view_set_page (view, G_MAXUINT);
  g_assert_false (gtk_widget_get_sensitive (part_of (dialog, "next")));

  /* There are fewer on larger paper: the last one is shown. */
  choose (dialog, "paper", "iso_a3");
  g_assert_cmpuint (waymark_page_view_get_page (view), <=, 1);
  finish_dialog (dialog);
}

static void
test_remembered (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  choose (dialog, "paper", "na_letter");
  choose (dialog, "orientation", "landscape");
  finish_dialog (dialog);

  dialog = open_dialog (fixture);
  g_assert_cmpstr (waymark_choice_row_get_chosen (child_of (dialog, "paper")), ==, "na_letter");
  g_assert_cmpstr (waymark_choice_row_get_chosen (child_of (dialog, "orientation")), ==,
                   "landscape");
  choose (dialog, "orientation", "portrait");
  choose (dialog, "paper", "iso_a4");
  finish_dialog (dialog);
}

static gboolean
is_shown (GtkWidget *dialog, const char *name)
{
  return gtk_widget_get_child_visible (child_of (dialog, name));
}

/* Where there is room for only one of both, the pages come first. */
static void
test_narrow (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = waymark_print_dialog_new (fixture->session);
  AdwLeaflet *leaflet = child_of (dialog, "leaflet");
  GtkWidget *options = child_of (dialog, "options_button");
  GtkWidget *pages = child_of (dialog, "pages_button");

  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 640);
  gtk_window_present (GTK_WINDOW (dialog));
  while (!gtk_widget_get_visible (options) || is_shown (dialog, "choices_page"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (adw_leaflet_get_folded (leaflet));
  g_assert_true (is_shown (dialog, "preview"));
  wait_for_pages (dialog);
  spin ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == part_of (dialog, "view"));
  g_assert_false (gtk_widget_get_visible (pages));

  g_signal_emit_by_name (options, "clicked");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         child_of (dialog, "choices_page")));
  g_assert_true (gtk_widget_get_visible (pages));
  g_assert_false (gtk_widget_get_visible (options));
  while (is_shown (dialog, "preview"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_shown (dialog, "choices_page"));

  g_signal_emit_by_name (pages, "clicked");
  while (is_shown (dialog, "choices_page"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_shown (dialog, "preview"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == part_of (dialog, "view"));
  finish_dialog (dialog);
}

/* Each team on a page of its own, where the report is about teams. */
static void
test_sections (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkLabel *number = part_of (dialog, "number");
  g_autofree char *before = NULL;

  choose (dialog, "report", "summary");
  g_assert_false (gtk_widget_get_visible (child_of (dialog, "sections_row")));
  choose (dialog, "report", "teams");
  g_assert_true (gtk_widget_get_visible (child_of (dialog, "sections_row")));
  before = g_strdup (gtk_label_get_label (number));
  gtk_switch_set_active (child_of (dialog, "sections"), TRUE);
  wait_for_pages (dialog);
  g_assert_cmpstr (gtk_label_get_label (number), !=, before);
  gtk_switch_set_active (child_of (dialog, "sections"), FALSE);
  choose (dialog, "report", "summary");
  finish_dialog (dialog);
}

/* What others change while the pages are looked at, is in them. */
static void
test_edited (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkLabel *number = part_of (dialog, "number");
  GListModel *objectives = okr_plan_get_objectives (fixture->plan);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  choose (dialog, "report", "details");
  before = g_strdup (gtk_label_get_label (number));
  while (g_list_model_get_n_items (objectives) > 1)
    {
      g_autoptr (OkrItem) objective = g_list_model_get_item (objectives, 0);

      okr_edit_delete (fixture->plan, objective, &error);
      g_assert_no_error (error);
    }
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "print_button")));
  wait_for_pages (dialog);
  g_assert_cmpstr (gtk_label_get_label (number), !=, before);
  choose (dialog, "report", "summary");
  finish_dialog (dialog);
}

/* What one person answers for, where the report is good for that. */
static void
test_person (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *person = child_of (dialog, "person");
  GtkLabel *number = part_of (dialog, "number");
  g_autofree char *before = NULL;

  choose (dialog, "report", "details");
  choose (dialog, "cycle", "");
  before = g_strdup (gtk_label_get_label (number));
  choose (dialog, "person", "Ana Reyes");
  g_assert_cmpstr (gtk_label_get_label (number), !=, before);
  choose (dialog, "report", "people");
  g_assert_false (gtk_widget_get_visible (person));
  choose (dialog, "report", "summary");
  g_assert_true (gtk_widget_get_visible (person));
  finish_dialog (dialog);
}

/* A dialog that is closed while it lays out leaves nothing behind. */
static void
test_closed (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = waymark_print_dialog_new (fixture->session);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_pages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(WaymarkPages **) user_data = waymark_pages_new_finish (result, &error);
  g_assert_no_error (error);
}

static WaymarkPages *
make_pages (OkrPlan *plan, const OkrExportKind *kind, GtkPageSetup *setup)
{
  const OkrExportOptions options = { .cycle = okr_plan_get_current_cycle (plan) };
  WaymarkPages *pages = NULL;

  waymark_pages_new_async (kind, plan, &options, setup, NULL, on_pages_cb, &pages);
  while (pages == NULL)
    g_main_context_iteration (NULL, TRUE);

  return pages;
}

static GtkPageSetup *
new_setup (const char *paper, GtkPageOrientation orientation)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, orientation);
  gtk_paper_size_free (size);

  return setup;
}

static char *
read_back (const char *program, const char *argument, const char *path, const char *output)
{
  g_autoptr (GSubprocess) tool = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  tool = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, argument, path, output,
                           NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (tool, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (tool));

  return text;
}

/* What the printer gets, as text, and what it is said to be printed on. */
static char *
print_to_pdf (WaymarkPages *pages, GtkPageSetup *setup, char **out_info)
{
  g_autoptr (GtkPrintOperation) operation = waymark_print_operation_new (pages, setup, "Pages");
  g_autofree char *folder = g_dir_make_tmp ("waymark-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  text = read_back ("pdftotext", "-layout", path, "-");
  *out_info = read_back ("pdfinfo", path, NULL, NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return text;
}

static guint
count_pages (const char *info)
{
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);

  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

/* Every report, on several papers, comes out as real text on the paper that was chosen. */
static void
test_print (DialogFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *paper;
    GtkPageOrientation orientation;
    const char *size;
  } papers[] = {
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, "595" },
    { GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_PORTRAIT, "612 x 792" },
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_LANDSCAPE, "841" },
  };
  guint n_kinds = 0;
  const OkrExportKind *kinds = okr_export_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint k = 0; k < G_N_ELEMENTS (papers) && g_str_equal (kinds[i].extension, "pdf"); k++)
      {
        g_autoptr (GtkPageSetup) setup = new_setup (papers[k].paper, papers[k].orientation);
        g_autoptr (WaymarkPages) pages = make_pages (fixture->plan, &kinds[i], setup);
        g_autofree char *info = NULL;
        g_autofree char *text = print_to_pdf (pages, setup, &info);

        g_test_message ("%s on %s", kinds[i].report, papers[k].paper);
        g_assert_cmpuint (count_pages (info), ==, waymark_pages_get_n_pages (pages));
        g_assert_nonnull (strstr (info, papers[k].size));
        g_assert_nonnull (strstr (text, "Northwind Trading"));
        g_assert_nonnull (strstr (text, "Net revenue retention"));
      }
}

/* Another paper than the pages were made for, as the system's dialog may choose it. */
static void
test_other_paper (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkPageSetup) a3 = new_setup (GTK_PAPER_NAME_A3, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autoptr (GtkPageSetup) a5 = new_setup (GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_PORTRAIT);
  guint n_kinds = 0;
  const OkrExportKind *kinds = okr_export_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (g_str_equal (kinds[i].extension, "pdf"))
      {
        g_autoptr (WaymarkPages) pages = make_pages (fixture->plan, &kinds[i], a3);
        g_autoptr (WaymarkPages) small = make_pages (fixture->plan, &kinds[i], a5);
        const guint n_large = waymark_pages_get_n_pages (pages);
        g_autofree char *info = NULL;
        g_autofree char *text = print_to_pdf (pages, a5, &info);

        g_test_message ("%s", kinds[i].report);
        g_assert_cmpuint (count_pages (info), ==, waymark_pages_get_n_pages (small));
        g_assert_nonnull (strstr (info, "419"));
        g_assert_nonnull (strstr (text, "Net revenue retention"));
        /* What the preview shows stays as it is. */
        g_assert_true (waymark_pages_fits (pages, a3));
        g_assert_cmpuint (waymark_pages_get_n_pages (pages), ==, n_large);
      }
}

typedef struct
{
  guint n_asked; /* whether the pages are there */
  gboolean cancels;
  gboolean is_done;
  GtkPrintOperationResult result;
} Watch;

/* The program's own handler is the only one that GTK asks. */
static gboolean
on_paginate_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values,
                gpointer user_data)
{
  Watch *watch = user_data;

  watch->n_asked++;
  if (watch->cancels)
    gtk_print_operation_cancel (g_value_get_object (&values[0]));

  return TRUE;
}

static void
on_print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Watch *watch)
{
  watch->result = result;
  watch->is_done = TRUE;
}

static void
print_large (Watch *watch, const char *path)
{
  g_autofree char *document = test_generate_document (300, 5);
  g_autoptr (OkrPlan) plan = test_plan_from_text (document);
  g_autoptr (GtkPageSetup) a4 = new_setup (GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autoptr (GtkPageSetup) a5 = new_setup (GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autoptr (WaymarkPages) pages = make_pages (plan, okr_export_find_kind ("pdf", "summary"), a4);
  GtkPrintOperation *operation = waymark_print_operation_new (pages, a5, "Pages");
  const guint paginate = g_signal_lookup ("paginate", GTK_TYPE_PRINT_OPERATION);
  const gulong hook = g_signal_add_emission_hook (paginate, 0, on_paginate_cb, watch, NULL);
  gpointer left = operation;

  g_object_add_weak_pointer (G_OBJECT (operation), &left);
  g_signal_connect (operation, "done", G_CALLBACK (on_print_done_cb), watch);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  g_object_unref (operation);
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_remove_emission_hook (paginate, hook);
  g_assert_true (watch->is_done);
}

/* The window lives on while the pages of a large plan are laid out for other paper, and nobody
 * needs to wait for the end of that. */
static void
test_unhindered (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  Watch whole = { 0 };
  Watch cancelled = { .cancels = TRUE };

  print_large (&whole, path);
  g_assert_cmpint (whole.result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpuint (whole.n_asked, >, 1);
  g_assert_cmpint (g_remove (path), ==, 0);

  print_large (&cancelled, path);
  g_assert_cmpint (cancelled.result, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (cancelled.n_asked, ==, 1);
  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* A dialog that is closed takes the system's dialog with it. */
static void
test_closed_while_printing (DialogFixture *fixture, gconstpointer data)
{
  const guint n_before = count_windows ();
  GtkWidget *dialog = open_dialog (fixture);

  g_signal_emit_by_name (child_of (dialog, "print_button"), "clicked");
  while (count_windows () < n_before + 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "print_button")));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  spin ();
  g_assert_cmpuint (count_windows (), ==, n_before);
}

static void
on_printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (waymark_print_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
wait_for_printer (GtkWidget *dialog)
{
  g_autoptr (GObject) printer = NULL;

  while (printer == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (dialog, "selected-printer", &printer, NULL);
    }
}

/* For GTK all is done before anything is in the file. */
static void
assert_is_whole_pdf (GFile *file)
{
  const char *end = "%%EOF\n";
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &contents, &length, NULL, NULL));
  g_assert_cmpuint (length, >, strlen (end));
  g_assert_cmpstr (contents + length - strlen (end), ==, end);
}

static guint
count_pages_of (GFile *file)
{
  g_autofree char *info = read_back ("pdfinfo", g_file_peek_path (file), NULL, NULL);

  return count_pages (info);
}

/* Prints into a file from the system's dialog, with the last page in sight. The window that GTK has
 * for the progress waits unseen, and screen readers may ask for it. Returns how many pages came. */
static guint
print_from_dialog (DialogFixture *fixture, const char *choices)
{
  g_autofree char *path = g_dir_make_tmp ("waymark-print-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_get_child (folder, "pages.pdf");
  g_autoptr (GSettings) settings = g_settings_new ("io.github.waymark.Waymark");
  g_autoptr (GtkPageSetup) setup = new_setup (GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autoptr (WaymarkPages) pages =
      make_pages (fixture->plan, okr_export_find_kind ("pdf", "summary"), setup);
  GtkWidget *parent = gtk_window_new ();
  const guint n_windows = count_windows ();
  const guint last = waymark_pages_get_n_pages (pages) - 1;
  g_autoptr (GtkWidget) window = NULL;
  gboolean is_printed = FALSE;
  guint n_printed;

  g_settings_set_value (settings, "print-settings", g_variant_new_parsed (choices));
  gtk_window_present (GTK_WINDOW (parent));
  waymark_print_async (GTK_WINDOW (parent), settings, pages, last, setup, "pages", folder, NULL,
                       on_printed_cb, &is_printed);
  window = g_list_model_get_item (gtk_window_get_toplevels (), n_windows);
  wait_for_printer (window);
  gtk_dialog_response (GTK_DIALOG (window), GTK_RESPONSE_OK);
  g_clear_object (&window);

  g_assert_cmpuint (count_windows (), ==, n_windows + 1);
  window = g_list_model_get_item (gtk_window_get_toplevels (), n_windows);
  g_assert_false (gtk_widget_get_mapped (window));
  g_assert_true (gtk_widget_get_realized (window));

  while (!is_printed)
    g_main_context_iteration (NULL, TRUE);
  assert_is_whole_pdf (file);
  n_printed = count_pages_of (file);
  gtk_window_destroy (GTK_WINDOW (parent));
  g_settings_reset (settings, "print-settings");
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));

  return n_printed;
}

static void
test_progress (DialogFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (print_from_dialog (fixture, "{'printer': <'Print to File'>}"), >, 1);
}

static void
test_current_page (DialogFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (print_from_dialog (fixture, "{'printer': <'Print to File'>, "
                                                "'print-pages': <'current'>}"),
                    ==, 1);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define add(name, function)                                                                \
  g_test_add ("/print-dialog/" name, DialogFixture, NULL, dialog_fixture_set_up, function, \
              dialog_fixture_tear_down)

  add ("turning", test_turning);
  add ("remembered", test_remembered);
  add ("narrow", test_narrow);
  add ("sections", test_sections);
  add ("edited", test_edited);
  add ("person", test_person);
  add ("closed", test_closed);
  add ("print", test_print);
  add ("other-paper", test_other_paper);
  add ("unhindered", test_unhindered);
  add ("closed-while-printing", test_closed_while_printing);
  add ("progress", test_progress);
  add ("current-page", test_current_page);

#undef add

  return g_test_run ();
}
