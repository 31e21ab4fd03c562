/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-import-dialog.h"

#include <glib/gi18n.h>

#include "okr-file-name.h"
#include "okr-file-reader.h"
#include "waymark-import-columns.h"
#include "waymark-import-list.h"
#include "waymark-import-settings.h"
#include "waymark-import-text.h"
#include "waymark-names.h"
#include "waymark-step-toast.h"
#include "waymark-table-import.h"
#include "waymark-text.h"

#define NARROW_WIDTH 500 /* at most this wide, the button stands below the summary */

struct _WaymarkImportDialog
{
  AdwWindow parent_instance;

  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwStatusPage *refused;
  GtkWidget *other_button;
  AdwViewStack *views;
  GtkStack *previews;
  GtkListView *items;
  AdwStatusPage *nothing;
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
  gboolean tries_again;       /* the choices that were shown, after others were refused */
  WaymarkTableImport *import; /* what is shown */
  OkrPlan *target;            /* whose import that is; borrowed, compared only */
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

static void
update_footer (WaymarkImportDialog *self)
{
  const OkrImportResult *result =
      self->import != NULL ? waymark_table_import_get_result (self->import) : NULL;
  const guint n = result != NULL ? result->n_left_out : 0;
  g_autofree char *summary = result != NULL ? waymark_import_text_summary (result) : NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *label = NULL;

  gtk_label_set_text (self->summary, summary != NULL ? summary : _ ("Nothing to import"));
  left_out = g_strdup_printf (ngettext ("%u row has a problem and is left out.",
                                        "%u rows have problems and are left out.", n),
                              n);
  gtk_label_set_text (self->left_out, left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n > 0);
  label =
      n > 0 ? g_strdup_printf (ngettext ("_Import Without %u Row", "_Import Without %u Rows", n), n)
            : g_strdup (_ ("_Import"));
  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            self->preparing == NULL && self->import != NULL &&
                                self->target == self->plan &&
                                waymark_table_import_brings_something (self->import));
  gtk_spinner_set_spinning (self->spinner, self->preparing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->preparing != NULL);
}

static void
show_nothing (WaymarkImportDialog *self)
{
  const OkrImportResult *result = waymark_table_import_get_result (self->import);

  if (result == NULL && !okr_import_has_rows (waymark_table_import_get_import (self->import)))
    {
      adw_status_page_set_title (self->nothing, _ ("No Rows"));
      waymark_text_describe (self->nothing, waymark_table_import_get_problem (self->import));
    }
  else if (result == NULL)
    {
      adw_status_page_set_title (self->nothing, _ ("Which Column Is What?"));
      waymark_text_describe (self->nothing, waymark_table_import_get_problem (self->import));
    }
  else if (result->problems->len > 0)
    {
      adw_status_page_set_title (self->nothing, _ ("No Row Is Without a Problem"));
      adw_status_page_set_description (self->nothing,
                                       _ ("Tell what the columns hold, or mend the table."));
    }
  else
    {
      adw_status_page_set_title (self->nothing, _ ("No Rows"));
      adw_status_page_set_description (self->nothing,
                                       _ ("The table has nothing below its headings."));
    }
}

/* All that was found out, or said. */
static void
show_table (WaymarkImportDialog *self)
{
  OkrImport *import = waymark_table_import_get_import (self->import);

  waymark_import_settings_show (self->settings, self->import);
  waymark_import_columns_show (self->columns, import);
}

/* Notes stand behind the problems, and by themselves they are nothing to worry about. */
static void
show_problems_page (WaymarkImportDialog *self, const OkrImportResult *result)
{
  const guint n_problems = result != NULL ? result->problems->len : 0;
  const guint n_notes = result != NULL ? result->notes->len : 0;

  adw_view_stack_page_set_title (self->problems_page,
                                 n_problems > 0 ? _ ("Problems") : _ ("Notes"));
  adw_view_stack_page_set_icon_name (self->problems_page, n_problems > 0
                                                              ? "dialog-warning-symbolic"
                                                              : "dialog-information-symbolic");
  adw_view_stack_page_set_badge_number (self->problems_page, n_problems > 0 ? n_problems : n_notes);
  adw_view_stack_page_set_needs_attention (self->problems_page, n_problems > 0);
  adw_view_stack_page_set_visible (self->problems_page, n_problems + n_notes > 0);
}

static void
show_import (WaymarkImportDialog *self)
{
  const OkrImportResult *result = waymark_table_import_get_result (self->import);
  const gboolean has_items = result != NULL && result->items->len > 0;

  show_table (self);
  waymark_import_list_set_items (self->items, result);
  waymark_import_list_set_problems (self->problems, result);
  if (!has_items)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->previews, has_items ? "items" : "nothing");
  show_problems_page (self, result);
  gtk_stack_set_visible_child_name (self->pages, "table");
  gtk_widget_set_visible (GTK_WIDGET (self->footer), TRUE);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, TRUE);
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
  if (self->target != self->plan && !self->tries_again)
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

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaymarkTableImport) import = waymark_table_import_prepare_finish (result, &error);
  const gboolean is_first = self->import == NULL;

  /* Meanwhile something else was chosen, or the dialog was closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->preparing)
    return;

  g_clear_object (&self->preparing);
  if (import == NULL)
    {
      refuse (self, error);
    }
  else
    {
      /* The lists still name what the old one has. */
      g_autoptr (WaymarkTableImport) old G_GNUC_UNUSED = g_steal_pointer (&self->import);

      self->import = g_steal_pointer (&import);
      self->target = self->plan;
      self->tries_again = FALSE;
      g_clear_pointer (&self->shown, waymark_table_choices_free);
      self->shown = waymark_table_choices_copy (self->choices);
      show_import (self);
      if (is_first)
        choose_view (self);
    }
  update_footer (self);
  if (is_first && self->import != NULL)
    gtk_widget_grab_focus (gtk_widget_get_sensitive (GTK_WIDGET (self->import_button))
                               ? GTK_WIDGET (self->import_button)
                               : GTK_WIDGET (self->views));
}

static void
stop_preparing (WaymarkImportDialog *self)
{
  if (self->preparing != NULL)
    g_cancellable_cancel (self->preparing);
  g_clear_object (&self->preparing);
}

static char *
dup_title (WaymarkImportDialog *self)
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
  g_autofree char *title = dup_title (self);

  stop_preparing (self);
  self->preparing = g_cancellable_new ();
  waymark_table_import_prepare_async (self->table, self->choices, self->plan, title,
                                      self->preparing, on_prepared_cb, g_object_ref (self));
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
on_settings_changed_cb (WaymarkImportDialog *self)
{
  const gboolean is_new = waymark_import_settings_is_new (self->settings);
  OkrPlan *plan = is_new ? NULL : find_plan (self);

  g_set_object (&self->plan, plan);
  self->tries_again = FALSE;
  prepare (self);
}

static void
on_show_columns_cb (WaymarkImportDialog *self)
{
  adw_view_stack_set_visible_child_name (self->views, "columns");
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
on_import_cb (WaymarkImportDialog *self)
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
  g_signal_emit (self, signals[IMPORTED], 0, plan, message);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_title_visible_cb (WaymarkImportDialog *self)
{
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar,
      adw_view_switcher_title_get_title_visible (self->switcher_title) &&
          adw_view_switcher_title_get_view_switcher_enabled (self->switcher_title));
}

static void
on_surface_layout_cb (WaymarkImportDialog *self, int width, int height)
{
  const double usual = width / MAX (1, waymark_text_get_scale (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->footer), usual <= NARROW_WIDTH
                                                                     ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
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
      waymark_import_list_set_items (self->items, NULL);
      waymark_import_list_set_problems (self->problems, NULL);
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
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, other_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, views);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, previews);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, items);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportDialog, nothing);
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
  gtk_widget_class_bind_template_callback (widget_class, on_show_columns_cb);
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

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, OKR_TYPE_PLAN, G_TYPE_STRING);

  g_type_ensure (WAYMARK_TYPE_IMPORT_SETTINGS);
  g_type_ensure (WAYMARK_TYPE_IMPORT_COLUMNS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
waymark_import_dialog_init (WaymarkImportDialog *self)
{
  self->choices = waymark_table_choices_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_import_list_init_items (self->items);
  waymark_import_list_init_problems (self->problems);
  waymark_import_settings_set_choices (self->settings, self->choices);
  waymark_names_set_parts (GTK_WIDGET (self), ADW_TYPE_VIEW_SWITCHER, _ ("Pages"));
  g_signal_connect_object (self->switcher_title, "notify", G_CALLBACK (on_title_visible_cb), self,
                           G_CONNECT_SWAPPED);
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
  adw_view_switcher_title_set_title (self->switcher_title, name);
  if (self->plan != NULL)
    {
      g_autofree char *title = waymark_session_dup_title (session);

      waymark_import_settings_offer_plan (self->settings, title);
    }
  update_footer (self);
  self->preparing = g_cancellable_new ();
  okr_file_read_async (file, self->preparing, on_read_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
