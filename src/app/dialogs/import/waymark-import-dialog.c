/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-import-dialog.h"

#include <glib/gi18n.h>

#include "okr-file-name.h"
#include "okr-file-reader.h"
#include "waymark-import-columns.h"
#include "waymark-import-list.h"
#include "waymark-import-problems.h"
#include "waymark-import-settings.h"
#include "waymark-import-target.h"
#include "waymark-import-text.h"
#include "waymark-names.h"
#include "waymark-step-toast.h"
#include "waymark-table-import.h"
#include "waymark-text.h"

#define NARROW_WIDTH 500 /* at most this wide, the button stands below the summary */

struct _WaymarkImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *switcher;
  AdwViewSwitcherBar *switcher_bar;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwStatusPage *refused;
  GtkWidget *other_button;
  AdwViewStack *views;
  WaymarkImportTarget *target;
  GtkStack *previews;
  GtkListView *items;
  AdwStatusPage *nothing;
  GtkButton *nothing_button;
  WaymarkImportSettings *settings;
  WaymarkImportColumns *columns;
  AdwViewStackPage *problems_page;
  GtkListView *problems;
  GtkBox *footer;
  GtkLabel *summary;
  GtkLabel *left_out;
  GtkSpinner *spinner;
  GtkButton *import_button;

  WaymarkSession *session;
  OkrPlan *plan; /* to import into; NULL for a new one */
  GFile *file;
  GBytes *table;
  WaymarkTableChoices *choices;
  WaymarkTableChoices *shown; /* those that the import was prepared with */
  GCancellable *preparing;
  gboolean tries_again;  /* the choices that were shown, after others were refused */
  gboolean accepts_next; /* what is being prepared is what somebody has accepted */
  gboolean is_narrow;
  WaymarkTableImport *import; /* what is shown */
  OkrPlan *shown_plan;        /* whose import that is; borrowed, compared only */
};

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkImportDialog, waymark_import_dialog, ADW_TYPE_WINDOW)

/* What is shown */

/* What is open, where it may change. */
static OkrPlan *
find_plan (WaymarkImportDialog *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);

  return plan != NULL && okr_plan_get_read_only_reason (plan) == NULL ? plan : NULL;
}

/* Why the button cannot be pressed, if that is not only for a moment. */
static const char *
find_refusal (WaymarkImportDialog *self)
{
  const OkrImportResult *result;

  if (self->import == NULL || waymark_table_import_brings_something (self->import))
    return NULL;

  result = waymark_table_import_get_result (self->import);

  return result != NULL ? waymark_import_text_refusal (result)
                        : waymark_table_import_get_problem (self->import);
}

static void
update_button (WaymarkImportDialog *self, const OkrImportResult *result)
{
  const char *refusal = find_refusal (self);
  g_autofree char *label = waymark_import_text_button (refusal == NULL ? result : NULL);

  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->import_button), refusal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  refusal != NULL ? refusal : "", -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            self->preparing == NULL && self->import != NULL && refusal == NULL &&
                                self->shown_plan == self->plan);
}

static void
update_footer (WaymarkImportDialog *self)
{
  const OkrImportResult *result =
      self->import != NULL ? waymark_table_import_get_result (self->import) : NULL;
  const guint n = result != NULL ? result->n_left_out : 0;
  g_autofree char *summary = result != NULL ? waymark_import_text_summary (result) : NULL;
  g_autofree char *left_out =
      g_strdup_printf (ngettext ("%u row has a problem and is left out.",
                                 "%u rows have problems and are left out.", n),
                       n);

  gtk_label_set_text (self->summary, summary != NULL ? summary : _ ("Nothing to import"));
  gtk_label_set_text (self->left_out, left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n > 0);
  update_button (self, result);
  gtk_spinner_set_spinning (self->spinner, self->preparing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->preparing != NULL);
}

/* There is nothing to switch between before the table is read. */
static void
update_switchers (WaymarkImportDialog *self)
{
  const gboolean has_table =
      g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "table") == 0;

  gtk_widget_set_visible (self->switcher, has_table && !self->is_narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, has_table && self->is_narrow);
}

static void
show_nothing (WaymarkImportDialog *self)
{
  const OkrImportResult *result = waymark_table_import_get_result (self->import);
  const gboolean has_problems = result != NULL && result->problems->len > 0;
  const gboolean has_rows = okr_import_has_rows (waymark_table_import_get_import (self->import));

  if (has_problems)
    adw_status_page_set_title (self->nothing, _ ("No Row Is Without a Problem"));
  else
    adw_status_page_set_title (self->nothing, result == NULL && has_rows
                                                  ? _ ("Which Column Is What?")
                                                  : _ ("No Rows"));
  if (has_problems)
    waymark_text_describe (self->nothing, _ ("Tell what the columns hold, or mend the table."));
  else
    waymark_text_describe (self->nothing, result == NULL
                                              ? waymark_table_import_get_problem (self->import)
                                              : _ ("The table has nothing below its headings."));
  adw_status_page_set_icon_name (self->nothing, has_problems ? "dialog-warning-symbolic"
                                                             : "dialog-question-symbolic");
  gtk_button_set_label (self->nothing_button,
                        has_problems ? _ ("_Show the Problems") : _ ("_Show the Columns"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->nothing_button), "s",
                                    has_problems ? "problems" : "columns");
}

/* All that was found out, or said. */
static void
show_table (WaymarkImportDialog *self)
{
  OkrImport *import = waymark_table_import_get_import (self->import);

  if (waymark_table_import_is_new (self->import) && self->choices->title == NULL)
    waymark_import_target_propose_title (self->target,
                                         okr_item_get_title (OKR_ITEM (
                                             waymark_table_import_get_outcome (self->import))));
  waymark_import_settings_show (self->settings, self->import);
  waymark_import_columns_show (self->columns, import);
}

static void
show_import (WaymarkImportDialog *self)
{
  const OkrImportResult *result = waymark_table_import_get_result (self->import);
  const gboolean has_items = result != NULL && result->items->len > 0;

  show_table (self);
  waymark_import_list_set_result (self->items, result,
                                  waymark_table_import_get_outcome (self->import));
  waymark_import_problems_set_result (self->problems, result);
  if (!has_items)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->previews, has_items ? "items" : "nothing");
  waymark_import_problems_show_page (self->problems_page, result);
  gtk_stack_set_visible_child_name (self->pages, "table");
  gtk_widget_set_visible (GTK_WIDGET (self->footer), TRUE);
  update_switchers (self);
}

static void prepare (WaymarkImportDialog *self);

/* What was wrong at the first look is told on a page; later the choices that led there stay, and
 * are tried once with another plan. */
static void
refuse (WaymarkImportDialog *self, const GError *error)
{
  if (self->import == NULL)
    {
      waymark_text_describe (self->refused, error->message);
      gtk_stack_set_visible_child_name (self->pages, "refused");
      gtk_widget_grab_focus (self->other_button);
      return;
    }

  waymark_step_toast_show (waymark_step_toast_new (error->message, NULL), self->toasts);
  waymark_table_choices_free (self->choices);
  self->choices = waymark_table_choices_copy (self->shown);
  waymark_import_settings_set_choices (self->settings, self->choices);
  show_table (self);
  if (self->shown_plan != self->plan && !self->tries_again)
    {
      self->tries_again = TRUE;
      prepare (self);
    }
}

/* Where to look first. */
static void
choose_view (WaymarkImportDialog *self)
{
  const OkrImportResult *result = waymark_table_import_get_result (self->import);

  if (result != NULL && result->problems->len > 0)
    adw_view_stack_set_visible_child_name (self->views, "problems");
}

/* What one needs first: to read what is wrong, to say what the columns hold, or to go on. */
static void
focus_first (WaymarkImportDialog *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  const char *preview = gtk_stack_get_visible_child_name (self->previews);

  if (g_str_equal (view, "problems"))
    gtk_widget_child_focus (GTK_WIDGET (self->problems), GTK_DIR_TAB_FORWARD);
  else if (gtk_widget_get_sensitive (GTK_WIDGET (self->import_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
  else if (g_str_equal (preview, "nothing"))
    gtk_widget_grab_focus (GTK_WIDGET (self->nothing_button));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->items), GTK_DIR_TAB_FORWARD);
}

static void accept (WaymarkImportDialog *self);

static void
take_import (WaymarkImportDialog *self, WaymarkTableImport *import)
{
  /* The lists still name what the old one has. */
  g_autoptr (WaymarkTableImport) old = g_steal_pointer (&self->import);

  self->import = g_object_ref (import);
  self->shown_plan = self->plan;
  self->tries_again = FALSE;
  g_clear_pointer (&self->shown, waymark_table_choices_free);
  self->shown = waymark_table_choices_copy (self->choices);
  show_import (self);
  if (old == NULL)
    choose_view (self);
  update_footer (self);
  if (old == NULL)
    focus_first (self);
}

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaymarkTableImport) import = waymark_table_import_prepare_finish (result, &error);

  /* Meanwhile something else was chosen, or the dialog was closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->preparing)
    return;

  g_clear_object (&self->preparing);
  if (import != NULL)
    take_import (self, import);
  else
    refuse (self, error);
  update_footer (self);
  if (self->accepts_next && import != NULL && waymark_table_import_brings_something (import))
    accept (self);
  self->accepts_next = FALSE;
}

static void
stop_preparing (WaymarkImportDialog *self)
{
  if (self->preparing != NULL)
    g_cancellable_cancel (self->preparing);
  g_clear_object (&self->preparing);
}

/* Without what tells its kind. */
static char *
dup_name (WaymarkImportDialog *self)
{
  g_autofree char *name = okr_file_describe (self->file);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

static void
prepare (WaymarkImportDialog *self)
{
  g_autofree char *name = dup_name (self);

  stop_preparing (self);
  self->preparing = g_cancellable_new ();
  waymark_table_import_prepare_async (self->table, self->choices, self->plan, name, self->preparing,
                                      on_prepared_cb, g_object_ref (self));
  update_footer (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) table = okr_file_read_finish (self->file, result, NULL, &error);

  if (self->session == NULL)
    return; /* it was closed meanwhile */

  g_clear_object (&self->preparing);
  if (table == NULL)
    {
      refuse (self, error);
      return;
    }
  self->table = g_steal_pointer (&table);
  prepare (self);
}

/* What somebody chooses */

static void
on_column_chosen_cb (WaymarkImportDialog *self, guint column, const char *field)
{
  waymark_table_choices_set_column (self->choices, column, field);
  prepare (self);
}

static void
on_target_changed_cb (WaymarkImportDialog *self)
{
  OkrPlan *plan = waymark_import_target_is_new (self->target) ? NULL : find_plan (self);

  waymark_import_settings_forget_places (self->settings);
  g_set_object (&self->plan, plan);
  self->tries_again = FALSE;
  prepare (self);
}

static void
on_settings_changed_cb (WaymarkImportDialog *self)
{
  self->tries_again = FALSE;
  prepare (self);
}

static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkImportDialog *self = WAYMARK_IMPORT_DIALOG (widget);

  adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (parameter, NULL));
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
}

/* The window behind asks for it, as it did for this one. */
static void
on_choose_other_cb (WaymarkImportDialog *self)
{
  g_autoptr (GtkWindow) parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    g_object_ref (parent);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.import", NULL);
}

static void
accept (WaymarkImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) plan = waymark_table_import_accept (self->import, &error);
  g_autofree char *message = NULL;

  if (plan == NULL)
    {
      waymark_step_toast_show (waymark_step_toast_new (error->message, NULL), self->toasts);
      prepare (self);
      return;
    }

  message = waymark_import_text_done (waymark_table_import_get_result (self->import));
  g_signal_emit (self, signals[IMPORTED], 0, plan, message,
                 waymark_table_import_get_first_id (self->import));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_import_cb (WaymarkImportDialog *self)
{
  if (self->plan == NULL && waymark_table_choices_take_title (
                                self->choices, waymark_import_target_dup_title (self->target)))
    {
      self->accepts_next = TRUE;
      prepare (self);
      return;
    }

  accept (self);
}

static void
on_surface_layout_cb (WaymarkImportDialog *self, int width, int height)
{
  const double usual = width / MAX (1, waymark_text_get_scale (GTK_WIDGET (self)));

  self->is_narrow = usual <= NARROW_WIDTH;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->footer), self->is_narrow
                                                                     ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
  update_switchers (self);
}

static void
waymark_import_dialog_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (waymark_import_dialog_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (on_surface_layout_cb), widget, G_CONNECT_SWAPPED);
}

static void
waymark_import_dialog_dispose (GObject *object)
{
  WaymarkImportDialog *self = WAYMARK_IMPORT_DIALOG (object);

  stop_preparing (self);
  if (self->items != NULL)
    {
      waymark_import_list_set_result (self->items, NULL, NULL);
      waymark_import_problems_set_result (self->problems, NULL);
    }
  self->items = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_import_dialog_parent_class)->dispose (object);
}

static void
waymark_import_dialog_finalize (GObject *object)
{
  WaymarkImportDialog *self = WAYMARK_IMPORT_DIALOG (object);

  g_clear_object (&self->import);
  g_clear_object (&self->file);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->table, g_bytes_unref);
  g_clear_pointer (&self->choices, waymark_table_choices_free);
  g_clear_pointer (&self->shown, waymark_table_choices_free);

  G_OBJECT_CLASS (waymark_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, other_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, views);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, target);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, previews);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, items);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, nothing_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, problems_page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, footer);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_settings_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_target_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_cb);
}

static void
waymark_import_dialog_class_init (WaymarkImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = waymark_import_dialog_dispose;
  object_class->finalize = waymark_import_dialog_finalize;
  widget_class->realize = waymark_import_dialog_realize;

  signals[IMPORTED] =
      g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, OKR_TYPE_PLAN, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (WAYMARK_TYPE_IMPORT_SETTINGS);
  g_type_ensure (WAYMARK_TYPE_IMPORT_COLUMNS);
  g_type_ensure (WAYMARK_TYPE_IMPORT_TARGET);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.show-page", "s", show_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
waymark_import_dialog_init (WaymarkImportDialog *self)
{
  self->choices = waymark_table_choices_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_import_list_init (self->items);
  waymark_import_problems_init (self->problems);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->import_button));
  waymark_import_settings_set_choices (self->settings, self->choices);
  waymark_names_set_parts (GTK_WIDGET (self), ADW_TYPE_VIEW_SWITCHER, _ ("Pages"));
}

GtkWidget *
waymark_import_dialog_new (WaymarkSession *session, GFile *file)
{
  WaymarkImportDialog *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && G_IS_FILE (file), NULL);

  self = g_object_new (WAYMARK_TYPE_IMPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->plan = find_plan (self);
  if (self->plan != NULL)
    g_object_ref (self->plan);
  self->file = g_object_ref (file);
  name = okr_file_describe (file);
  adw_window_title_set_subtitle (self->window_title, name);
  if (self->plan != NULL)
    {
      g_autofree char *title = waymark_session_dup_title (session);

      waymark_import_target_offer_plan (self->target, title);
    }
  update_footer (self);
  self->preparing = g_cancellable_new ();
  okr_file_read_async (file, self->preparing, on_read_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
