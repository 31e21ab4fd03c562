/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-export-dialog.h"

#include <glib/gi18n.h>

#include "waymark-ask.h"
#include "waymark-export-choices.h"
#include "waymark-export.h"
#include "waymark-page-row.h"
#include "waymark-pages.h"
#include "waymark-print.h"
#include "waymark-show-dialog.h"

struct _WaymarkExportDialog
{
  AdwWindow parent_instance;

  GtkWidget *export_button;
  GtkSpinner *spinner;
  GtkWidget *choices;
  AdwPreferencesGroup *formats;
  AdwPreferencesGroup *contents;
  WaymarkChoiceRow *report;
  WaymarkChoiceRow *cycle;
  WaymarkChoiceRow *team;
  WaymarkChoiceRow *person;
  GtkWidget *pages;
  WaymarkChoiceRow *paper;
  WaymarkChoiceRow *orientation;
  WaymarkPageRow *page_row;

  WaymarkSession *session;
  GSettings *settings;
  GtkPageSetup *setup;
  OkrPageSetup page_setup; /* the same in points */
  const OkrExportFormat *format;
  char *wanted;      /* the report that people chose, which not all formats have */
  GtkWidget *chosen; /* at first */
  GCancellable *exporting;
};

G_DEFINE_FINAL_TYPE (WaymarkExportDialog, waymark_export_dialog, ADW_TYPE_WINDOW)

static const OkrExportKind *
find_kind (WaymarkExportDialog *self)
{
  return okr_export_find_kind (self->format->extension,
                               waymark_choice_row_get_chosen (self->report));
}

/* What is chosen has no place for all that the plan says. */
static void
update_contents (WaymarkExportDialog *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  g_autofree char *left_out = NULL;
  OkrExportOptions options = { NULL };

  if (plan == NULL)
    return;

  waymark_export_choices_read_scope (self->cycle, self->team, self->person, plan, &options);
  left_out = okr_export_dup_left_out (find_kind (self), plan, &options);
  adw_preferences_group_set_description (self->contents, left_out);
}

/* Nobody chooses a page by its number without knowing how many there are. */
static void
count_pages (WaymarkExportDialog *self)
{
  const OkrExportKind *kind = find_kind (self);
  const gboolean is_one_page = okr_export_is_one_page (kind);
  OkrPlan *plan = waymark_session_get_plan (self->session);
  g_autofree char *file_name = waymark_export_dup_file_name (self->session);
  OkrExportOptions options = { .file_name = file_name };

  if (plan == NULL)
    return;

  waymark_export_choices_read_scope (self->cycle, self->team, self->person, plan, &options);
  gtk_widget_set_visible (GTK_WIDGET (self->page_row), is_one_page);
  waymark_page_row_count (self->page_row, is_one_page ? kind : NULL, plan, &options, self->setup);
}

static void
on_scope_chosen_cb (WaymarkExportDialog *self)
{
  update_contents (self);
  count_pages (self);
}

static void
update_rows (WaymarkExportDialog *self)
{
  const OkrExportKind *kind = find_kind (self);

  waymark_export_choices_update_person (self->person, waymark_session_get_plan (self->session),
                                        kind);
  gtk_widget_set_visible (self->pages, kind->has_pages);
  on_scope_chosen_cb (self);
}

/* What people chose, or else what the format before showed of several. */
static char *
dup_wanted (WaymarkExportDialog *self)
{
  const char *extension = self->format->extension;

  if (self->wanted != NULL && okr_export_find_kind (extension, self->wanted) != NULL)
    return g_strdup (self->wanted);
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->report)))
    return g_strdup (waymark_choice_row_get_chosen (self->report));

  return NULL;
}

/* Where there is but one, it is told all the same. */
static void
show_reports (WaymarkExportDialog *self)
{
  g_autofree char *wanted = dup_wanted (self);
  const guint n_reports =
      waymark_export_choices_show_reports (self->report, self->format->extension, wanted);

  gtk_widget_set_sensitive (GTK_WIDGET (self->report), n_reports > 1);
}

static void
on_format_cb (GtkCheckButton *button, GParamSpec *pspec, WaymarkExportDialog *self)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->format = g_object_get_data (G_OBJECT (button), "waymark-format");
  show_reports (self);
  update_rows (self);
}

static void
on_report_chosen_cb (WaymarkExportDialog *self)
{
  g_free (self->wanted);
  self->wanted = g_strdup (waymark_choice_row_get_chosen (self->report));
  update_rows (self);
}

static void
on_paper_chosen_cb (WaymarkExportDialog *self)
{
  g_autoptr (GtkPageSetup) setup =
      waymark_export_choices_read_paper (self->paper, self->orientation, self->setup);

  g_set_object (&self->setup, setup);
  waymark_print_save_page_setup (self->settings, setup);
  count_pages (self);
}

static GtkCheckButton *
add_format (WaymarkExportDialog *self, const OkrExportFormat *format, GtkCheckButton *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button =
      g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "waymark-format", (gpointer) format);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (format->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (format->summary));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->formats, row);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (on_format_cb), self, 0);

  return GTK_CHECK_BUTTON (button);
}

static void
show_formats (WaymarkExportDialog *self)
{
  guint n_formats = 0;
  const OkrExportFormat *formats = okr_export_get_formats (&n_formats);
  g_autofree char *extension = NULL;
  g_autofree char *report = NULL;
  GtkCheckButton *first = NULL;
  GtkCheckButton *chosen = NULL;

  g_settings_get (self->settings, "export", "(ss)", &extension, &report);
  for (guint i = 0; i < n_formats; i++)
    if (okr_export_find_kind (formats[i].extension, NULL) != NULL)
      {
        GtkCheckButton *button = add_format (self, &formats[i], first);

        if (first == NULL)
          first = button;
        if (chosen == NULL || g_str_equal (formats[i].extension, extension))
          chosen = button;
      }

  gtk_check_button_set_active (chosen, TRUE);
  self->chosen = GTK_WIDGET (chosen);
  /* What had no choice was not wanted. */
  if (okr_export_find_kind (extension, report) != NULL &&
      gtk_widget_get_sensitive (GTK_WIDGET (self->report)))
    {
      self->wanted = g_steal_pointer (&report);
      show_reports (self);
    }
}

static OkrExportOptions
find_options (WaymarkExportDialog *self)
{
  OkrExportOptions options = { NULL };

  waymark_export_choices_read_scope (self->cycle, self->team, self->person,
                                     waymark_session_get_plan (self->session), &options);
  if (find_kind (self)->has_pages)
    {
      self->page_setup = waymark_pages_read_setup (self->setup);
      options.setup = &self->page_setup;
      options.page = waymark_page_row_get_page (self->page_row);
    }

  return options;
}

static void
update_busy (WaymarkExportDialog *self)
{
  const gboolean is_busy = self->exporting != NULL;

  gtk_widget_set_sensitive (self->export_button, !is_busy);
  gtk_widget_set_sensitive (self->choices, !is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = waymark_export_finish (result, &error);

  g_clear_object (&self->exporting);
  /* The dialog was closed. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  update_busy (self);
  if (file != NULL)
    {
      waymark_export_announce (GTK_WINDOW (self), file);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    waymark_tell (GTK_WINDOW (self), _ ("The Plan Was Not Exported"), error->message);
}

static void
begin (WaymarkExportDialog *self)
{
  g_settings_set (self->settings, "export", "(ss)", self->format->extension,
                  waymark_choice_row_get_chosen (self->report));
  self->exporting = g_cancellable_new ();
  update_busy (self);
}

static void
on_export_cb (WaymarkExportDialog *self)
{
  OkrExportOptions options;

  if (waymark_session_get_plan (self->session) == NULL || self->exporting != NULL)
    return;

  options = find_options (self);
  begin (self);
  waymark_export_async (GTK_WINDOW (self), self->session, find_kind (self), &options,
                        self->exporting, on_exported_cb, g_object_ref (self));
}

/* What was begun keeps a closed dialog alive until it has ended. */
static void
waymark_export_dialog_unrealize (GtkWidget *widget)
{
  WaymarkExportDialog *self = WAYMARK_EXPORT_DIALOG (widget);

  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);

  GTK_WIDGET_CLASS (waymark_export_dialog_parent_class)->unrealize (widget);
}

static void
waymark_export_dialog_dispose (GObject *object)
{
  WaymarkExportDialog *self = WAYMARK_EXPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->setup);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (waymark_export_dialog_parent_class)->dispose (object);
}

static void
waymark_export_dialog_class_init (WaymarkExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_export_dialog_dispose;
  widget_class->unrealize = waymark_export_dialog_unrealize;

  g_type_ensure (WAYMARK_TYPE_CHOICE_ROW);
  g_type_ensure (WAYMARK_TYPE_PAGE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, report);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, cycle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, team);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, person);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, WaymarkExportDialog, page_row);
  gtk_widget_class_bind_template_callback (widget_class, on_export_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_paper_chosen_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
waymark_export_dialog_init (WaymarkExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (WAYMARK_APPLICATION_ID);
  self->setup = waymark_print_load_page_setup (self->settings);
  waymark_export_choices_show_paper (self->paper, self->orientation, self->setup);
}

GtkWidget *
waymark_export_dialog_new (WaymarkSession *session)
{
  WaymarkExportDialog *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);
  g_return_val_if_fail (waymark_session_get_plan (session) != NULL, NULL);

  self = g_object_new (WAYMARK_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  waymark_export_choices_show_scope (self->cycle, self->team, self->person, session);
  show_formats (self);
  update_rows (self);
  g_signal_connect_swapped (self->report, "done", G_CALLBACK (on_report_chosen_cb), self);
  g_signal_connect_swapped (self->cycle, "done", G_CALLBACK (on_scope_chosen_cb), self);
  g_signal_connect_swapped (self->team, "done", G_CALLBACK (on_scope_chosen_cb), self);
  g_signal_connect_swapped (self->person, "done", G_CALLBACK (on_scope_chosen_cb), self);
  /* The dialog is modal, but what others save is merged meanwhile. */
  g_signal_connect_object (waymark_session_get_plan (session), "edited",
                           G_CALLBACK (on_scope_chosen_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
waymark_export_dialog_export_to (WaymarkExportDialog *self, GFile *file)
{
  OkrExportOptions options;

  g_return_if_fail (WAYMARK_IS_EXPORT_DIALOG (self) && G_IS_FILE (file));
  g_return_if_fail (self->exporting == NULL);

  options = find_options (self);
  begin (self);
  waymark_export_to_async (GTK_WINDOW (self), self->session, find_kind (self), &options, file,
                           self->exporting, on_exported_cb, g_object_ref (self));
}

void
waymark_export_dialog_present (GtkWindow *parent, WaymarkSession *session)
{
  GtkWidget *dialog = waymark_export_dialog_new (session);

  g_return_if_fail (dialog != NULL);

  waymark_show_dialog (GTK_WINDOW (dialog), parent);
  gtk_widget_grab_focus (WAYMARK_EXPORT_DIALOG (dialog)->chosen);
}
