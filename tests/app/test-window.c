/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as a whole: what can be done when, and what its frame says. */
#include "config.h"

#include <glib/gstdio.h>

#include "waymark-list-view.h"
#include "waymark-plan-dialog.h"
#include "waymark-recent.h"
#include "waymark-step-toast.h"
#include "window-fixture.h"

static void
test_empty (void)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("new", NULL);
  WaymarkWindow *window;

  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  window = waymark_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  g_assert_true (waymark_window_is_empty (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Waymark");
  g_assert_true (
      G_OBJECT (gtk_window_get_focus (GTK_WINDOW (window))) ==
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "new_button"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-objective", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as", NULL);
  iterate ();
  g_assert_true (waymark_window_is_empty (window));
  close_window (window);
}

static void
test_title (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autofree char *expected = NULL;

  g_assert_true (gtk_widget_get_ancestor (focus, WAYMARK_TYPE_LIST_VIEW) != NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   okr_item_get_title (OKR_ITEM (plan)));
  okr_edit_set_text (plan, OKR_ITEM (plan), "title", "A_B & <C>", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• A_B & <C>");
  okr_plan_undo (plan, NULL);
  expected = g_strdup (okr_item_get_title (OKR_ITEM (plan)));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, expected);
  close_window (window);
}

static void
test_edit_actions (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  WaymarkSession *session = waymark_window_get_session (window);
  const guint n = g_list_model_get_n_items (okr_plan_get_objectives (plan));
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *after = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-objective", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_objectives (plan)), ==, n + 1);
  g_assert_true (OKR_IS_OBJECTIVE (waymark_session_get_selected (session)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-key-result", NULL));
  g_assert_true (OKR_IS_KEY_RESULT (waymark_session_get_selected (session)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicate", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.move-up", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL));
  iterate ();
  while (okr_history_can_undo (okr_plan_get_history (plan)))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  after = test_plan_to_text (plan);
  g_assert_cmpstr (after, ==, before);
  close_window (window);
}

static void
test_move_skips_hidden (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  WaymarkSession *session = waymark_window_get_session (window);
  OkrItem *kr = first_key_result (plan);

  waymark_session_set_selected (session, kr);
  g_assert_cmpuint (okr_item_get_position (kr), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.move-up", NULL);
  g_assert_cmpuint (okr_item_get_position (kr), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.move-down", NULL);
  g_assert_cmpuint (okr_item_get_position (kr), ==, 1);
  close_window (window);
}

static gboolean
is_enabled (WaymarkWindow *window, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *views = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "views"));
  gboolean enabled;

  gtk_widget_set_parent (button, views);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return enabled;
}

static void
assert_moves (WaymarkWindow *window, gboolean up, gboolean down)
{
  iterate ();
  g_assert_true (is_enabled (window, "win.move-up") == up);
  g_assert_true (is_enabled (window, "win.move-down") == down);
}

/* What has nowhere to go is not offered a move. */
static void
test_move_offered (void)
{
  g_autoptr (OkrPlan) plan = okr_plan_new ();
  WaymarkWindow *window = open_window (plan);
  WaymarkSession *session = waymark_window_get_session (window);
  OkrItem *only;

  assert_moves (window, FALSE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-objective", NULL);
  only = waymark_session_get_selected (session);
  assert_moves (window, FALSE, FALSE);

  for (guint i = 0; i < 2; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicate", NULL);
  assert_moves (window, TRUE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.move-up", NULL);
  assert_moves (window, TRUE, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.move-up", NULL);
  assert_moves (window, FALSE, TRUE);

  waymark_session_set_selected (session, only);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-key-result", NULL);
  assert_moves (window, FALSE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicate", NULL);
  assert_moves (window, TRUE, FALSE);
  waymark_session_set_search (session, "nothing of that name");
  assert_moves (window, FALSE, FALSE);
  close_window (window);
}

static void
test_read_only (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *after = NULL;
  WaymarkWindow *window;

  okr_plan_set_read_only_reason (plan, "Too new");
  window = open_window (plan);
  waymark_session_set_selected (waymark_window_get_session (window), first_objective (plan));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-objective", NULL);
  after = test_plan_to_text (plan);
  g_assert_cmpstr (after, ==, before);
  close_window (window);
}

static gboolean
load (WaymarkDocument *document, GFile *file, GError **error)
{
  Waiter waiter = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  waymark_document_load_async (document, file, NULL, on_done_cb, &waiter);
  result = wait_for (&waiter);

  return waymark_document_load_finish (document, result, error);
}

static void
test_document (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "plan.okr", NULL);
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  g_autoptr (WaymarkDocument) document = waymark_document_new (session);
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (GError) error = NULL;
  g_autofree char *theirs = NULL;

  waymark_session_set_plan (session, plan);
  okr_edit_set_text (plan, OKR_ITEM (plan), "mission", "Ours", NULL);
  g_assert_true (waymark_session_get_modified (session));
  g_assert_true (save (document, file, &error));
  g_assert_no_error (error);
  g_assert_false (waymark_session_get_modified (session));

  g_assert_true (load (document, file, &error));
  g_assert_cmpstr (okr_plan_get_mission (waymark_session_get_plan (session)), ==, "Ours");

  /* A colleague saves in between: nothing is overwritten, and the work stays modified. */
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "theirs", -1, NULL));
  okr_edit_set_text (waymark_session_get_plan (session),
                     OKR_ITEM (waymark_session_get_plan (session)), "mission", "Ours again", NULL);
  g_assert_false (save (document, file, &error));
  g_assert_nonnull (error);
  g_assert_true (waymark_session_get_modified (session));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &theirs, NULL, NULL));
  g_assert_cmpstr (theirs, ==, "theirs");

  /* What cannot be read leaves everything as it was. */
  g_clear_error (&error);
  g_assert_false (load (document, file, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (okr_plan_get_mission (waymark_session_get_plan (session)), ==, "Ours again");

  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

static guint
count_toasts (GtkWidget *widget)
{
  guint n = g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_toasts (child);

  return n;
}

/* A toast is shown once: in the dialog where there is one. */
static void
test_toasts (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  WaymarkSession *session = waymark_window_get_session (window);
  GtkWidget *dialog = waymark_plan_dialog_new (session, "plan");
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No");

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  waymark_session_announce (session, "Done", TRUE);
  g_assert_cmpuint (count_toasts (dialog), ==, 1);
  g_assert_cmpuint (count_toasts (GTK_WIDGET (window)), ==, 0);

  gtk_window_destroy (GTK_WINDOW (dialog));
  waymark_session_report (session, error);
  g_assert_cmpuint (count_toasts (GTK_WIDGET (window)), ==, 1);
  close_window (window);
}

static void
on_dismissed_cb (guint *n_dismissed)
{
  *n_dismissed += 1;
}

static guint *
add_toast (AdwToastOverlay *overlay, OkrHistory *history)
{
  AdwToast *toast = waymark_step_toast_new ("<Done>", history);
  guint *n_dismissed = g_new0 (guint, 1);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (adw_toast_get_custom_title (toast))), ==,
                   "<Done>");
  g_assert_true ((adw_toast_get_button_label (toast) != NULL) == (history != NULL));
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (on_dismissed_cb), n_dismissed);
  adw_toast_overlay_add_toast (overlay, toast);

  return n_dismissed;
}

/* Its Undo never takes back another step than the one it was offered with. */
static void
test_step_toast (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "toasts"));
  OkrHistory *history = okr_plan_get_history (plan);
  OkrItem *objective = first_objective (plan);
  g_autofree guint *taken_back = NULL;
  g_autofree guint *passed = NULL;
  g_autofree guint *plain = NULL;

  g_assert_true (okr_edit_set_text (plan, objective, "title", "One", NULL));
  plain = add_toast (overlay, NULL);
  taken_back = add_toast (overlay, history);
  okr_history_mark_saved (history);
  g_assert_cmpuint (*taken_back, ==, 0);
  g_assert_true (okr_plan_undo (plan, NULL));
  g_assert_cmpuint (*taken_back, ==, 1);

  g_assert_true (okr_edit_set_text (plan, objective, "title", "Two", NULL));
  passed = add_toast (overlay, history);
  g_assert_true (okr_edit_set_text (plan, objective, "description", "Three", NULL));
  g_assert_cmpuint (*passed, ==, 1);
  g_assert_true (okr_plan_undo (plan, NULL));
  g_assert_cmpuint (*passed, ==, 1);
  g_assert_cmpuint (*taken_back, ==, 1);
  g_assert_cmpuint (*plain, ==, 0);

  close_window (window);
}

/* One that goes before it has wholly come takes libadwaita 1.2 down. */
static void
test_hasty_toast (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "toasts"));
  OkrHistory *history = okr_plan_get_history (plan);
  OkrItem *objective = first_objective (plan);
  AdwToast *toast = waymark_step_toast_new ("Done", history);
  g_autofree guint *waiting = NULL;
  guint n_dismissed = 0;

  g_object_ref (toast);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (on_dismissed_cb), &n_dismissed);
  adw_toast_overlay_add_toast (overlay, toast);
  g_assert_true (gtk_widget_get_mapped (adw_toast_get_custom_title (toast)));
  waiting = add_toast (overlay, history);

  g_assert_true (okr_edit_set_text (plan, objective, "title", "One", NULL));
  g_assert_cmpuint (*waiting, ==, 1);
  g_assert_cmpuint (n_dismissed, ==, 0);
  g_assert_null (adw_toast_get_button_label (toast));
  while (n_dismissed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (toast);

  close_window (window);
}

static AdwToast *
show_toast (AdwToastOverlay *overlay, OkrHistory *history, guint *n_dismissed)
{
  AdwToast *toast = waymark_step_toast_new ("Done", history);

  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (on_dismissed_cb), n_dismissed);
  waymark_step_toast_show (toast, overlay);

  return toast;
}

/* What is told last is told now: those before it go, whether they show or wait. */
static void
test_newest_toast (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "toasts"));
  guint n_shown = 0;
  guint n_waiting = 0;
  guint n_last = 0;
  AdwToast *last;

  show_toast (overlay, okr_plan_get_history (plan), &n_shown);
  show_toast (overlay, NULL, &n_waiting);
  last = show_toast (overlay, NULL, &n_last);
  g_assert_cmpuint (n_waiting, ==, 1);
  while (n_shown == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_mapped (adw_toast_get_custom_title (last)));
  g_assert_cmpuint (n_last, ==, 0);

  close_window (window);
}

/* The plans that were open lately */

static GMenuModel *
find_recent_menu (WaymarkWindow *window)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenuModel) section = NULL;
  GtkMenuButton *button = GTK_MENU_BUTTON (
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "menu_button"));

  gtk_menu_button_popup (button);
  menu = g_object_ref (gtk_menu_button_get_menu_model (button));
  section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  iterate ();
  gtk_menu_button_popdown (button);
  for (int i = 0; i < g_menu_model_get_n_items (section); i++)
    {
      GMenuModel *submenu = g_menu_model_get_item_link (section, i, G_MENU_LINK_SUBMENU);

      if (submenu != NULL)
        return submenu;
    }

  return NULL;
}

static char *
describe_recent (WaymarkWindow *window)
{
  g_autoptr (GMenuModel) menu = find_recent_menu (window);
  g_autoptr (GMenuModel) files =
      menu != NULL ? g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; files != NULL && i < g_menu_model_get_n_items (files); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (files, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (text, "[%s]", label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_recent (WaymarkWindow *window, const char *expected)
{
  g_autofree char *actual = describe_recent (window);

  g_assert_cmpstr (actual, ==, expected);
}

static void
add_recent (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  waymark_recent_add (file);
}

static void
test_recent (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *first = g_build_filename (folder, "my_plan.okr", NULL);
  g_autofree char *second = g_build_filename (inner, "my_plan.okr", NULL);
  g_autofree char *both = g_strdup_printf ("[my__plan.okr — inner][my__plan.okr — %s]", name);
  WaymarkWindow *window = waymark_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  assert_recent (window, "");

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (first, "{}", -1, NULL));
  g_assert_true (g_file_set_contents (second, "{}", -1, NULL));
  add_recent (first);
  assert_recent (window, "[my__plan.okr]");
  g_usleep (1100 * 1000); /* visits are told apart by the second */
  add_recent (second);
  assert_recent (window, both);

  /* What is gone is not offered. */
  g_remove (second);
  assert_recent (window, "[my__plan.okr]");
  waymark_recent_clear ();
  assert_recent (window, "");
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));

  g_remove (first);
  g_rmdir (inner);
  g_rmdir (folder);
  close_window (window);
}

/* The dialog of @window that is open; NULL without one. */
static GtkWindow *
find_dialog (WaymarkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (dialog) == GTK_WINDOW (window) &&
          gtk_widget_get_mapped (GTK_WIDGET (dialog)) &&
          gtk_widget_get_width (GTK_WIDGET (dialog)) > 0)
        return dialog;
    }

  return NULL;
}

/* It folds step by step, and each step lets it be narrower. */
static void
make_narrow (GtkWindow *window)
{
  int width;

  while ((width = gtk_widget_get_width (GTK_WIDGET (window))) == 0 || width > 400)
    {
      gtk_window_set_default_size (window, 400, 720);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* On the screen of a phone a dialog that sticks out of its window cannot be read. */
static void
test_narrow_dialogs (void)
{
  static const struct
  {
    const char *action;
    const char *page;
  } dialogs[] = {
    { "win.check-in", NULL }, { "win.align", NULL }, { "win.plan-properties", "cycles" },
    { "win.export", NULL },   { "win.print", NULL }, { "win.version-history", NULL },
    { "win.changes", NULL },
  };
  OkrPlan *plan = test_small_plan ();
  WaymarkWindow *window = waymark_window_new (application);

  waymark_window_take_plan (window, plan);
  gtk_window_present (GTK_WINDOW (window));
  make_narrow (GTK_WINDOW (window));
  waymark_session_set_selected (waymark_window_get_session (window), first_key_result (plan));
  iterate ();
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GVariant *page = dialogs[i].page != NULL ? g_variant_new_string (dialogs[i].page) : NULL;
      GtkWindow *dialog;

      g_test_message ("%s", dialogs[i].action);
      g_assert_true (
          gtk_widget_activate_action_variant (GTK_WIDGET (window), dialogs[i].action, page));
      while ((dialog = find_dialog (window)) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), <=,
                       gtk_widget_get_width (GTK_WIDGET (window)));
      gtk_window_destroy (dialog);
      iterate ();
    }
  close_window (window);
  test_finalize (plan);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/narrow-dialogs", test_narrow_dialogs);
  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/title", test_title);
  g_test_add_func ("/window/edit-actions", test_edit_actions);
  g_test_add_func ("/window/move", test_move_skips_hidden);
  g_test_add_func ("/window/move-offered", test_move_offered);
  g_test_add_func ("/window/read-only", test_read_only);
  g_test_add_func ("/window/toasts", test_toasts);
  g_test_add_func ("/window/hasty-toast", test_hasty_toast);
  g_test_add_func ("/window/newest-toast", test_newest_toast);
  g_test_add_func ("/window/step-toast", test_step_toast);
  g_test_add_func ("/window/recent", test_recent);
  g_test_add_func ("/window/document", test_document);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
