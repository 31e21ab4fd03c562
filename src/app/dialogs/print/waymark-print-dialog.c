/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-print-dialog.h"

#include <glib/gi18n.h>

#include "okr-file-name.h"
#include "waymark-ask.h"
#include "waymark-export-choices.h"
#include "waymark-export.h"
#include "waymark-page-preview.h"
#include "waymark-print.h"
#include "waymark-show-dialog.h"
#include "waymark-step-toast.h"

/* What of the window behind stays in sight. */
#define HEADER_HEIGHT 48

struct _WaymarkPrintDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *options_button;
  GtkWidget *pages_button;
  GtkWidget *save_button;
  GtkWidget *print_button;
  GtkSpinner *busy;
  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *choices_page;
  GtkWidget *choices;
  WaymarkChoiceRow *report;
  WaymarkChoiceRow *cycle;
  WaymarkChoiceRow *team;
  WaymarkChoiceRow *person;
  GtkWidget *sections_row;
  GtkSwitch *sections;
  WaymarkChoiceRow *paper;
  WaymarkChoiceRow *orientation;
  WaymarkPagePreview *preview;

  WaymarkSession *session;
  GSettings *settings;
  GtkPageSetup *setup;
  WaymarkPages *pages; /* what is chosen, once it is laid out */
  GCancellable *laying_out;
  GCancellable *saving;
  GCancellable *printing;
  guint navigation_idle;
};

G_DEFINE_FINAL_TYPE (WaymarkPrintDialog, waymark_print_dialog, ADW_TYPE_WINDOW)

/* Where there is room for only one of both. */
static gboolean
hides_preview (WaymarkPrintDialog *self)
{
  return adw_leaflet_get_folded (self->leaflet) &&
         adw_leaflet_get_visible_child (self->leaflet) != GTK_WIDGET (self->preview);
}

static void
update_navigation (WaymarkPrintDialog *self)
{
  const gboolean is_folded = adw_leaflet_get_folded (self->leaflet);
  const gboolean shows_choices = hides_preview (self);

  gtk_widget_set_visible (self->options_button, is_folded && !shows_choices);
  gtk_widget_set_visible (self->pages_button, shows_choices);
}

/* What is out of sight has not the focus: the pages have, as soon as they are there. */
static void
update_focus (WaymarkPrintDialog *self, gboolean is_first)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (adw_leaflet_get_folded (self->leaflet) && !hides_preview (self) &&
      (is_first || focus == NULL || gtk_widget_is_ancestor (focus, self->choices_page)))
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

static gboolean
on_navigation_idle_cb (gpointer user_data)
{
  WaymarkPrintDialog *self = user_data;

  self->navigation_idle = 0;
  update_navigation (self);
  update_focus (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* The leaflet folds while the window is laid out, when nothing may come or go. */
static void
on_folded_cb (WaymarkPrintDialog *self)
{
  if (self->navigation_idle == 0)
    self->navigation_idle = g_idle_add (on_navigation_idle_cb, self);
}

static void
update_buttons (WaymarkPrintDialog *self)
{
  const gboolean is_free = self->saving == NULL && self->printing == NULL;
  const gboolean can = self->pages != NULL && waymark_pages_get_n_pages (self->pages) > 0;

  gtk_widget_set_sensitive (self->choices, is_free);
  gtk_widget_set_sensitive (self->save_button, is_free && can);
  gtk_widget_set_sensitive (self->print_button, is_free && can);
}

/* The first time, the spinner is where the pages will be. */
static void
update_busy (WaymarkPrintDialog *self)
{
  const gboolean is_busy = self->laying_out != NULL && self->pages != NULL;

  gtk_spinner_set_spinning (self->busy, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->busy), is_busy);
}

static void
show_preview (WaymarkPrintDialog *self, const GError *error)
{
  waymark_page_preview_show (self->preview, self->pages, error != NULL ? error->message : NULL);
  update_buttons (self);
  update_busy (self);
}

static const OkrExportKind *
find_kind (WaymarkPrintDialog *self)
{
  return okr_export_find_kind ("pdf", waymark_choice_row_get_chosen (self->report));
}

static void
on_laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaymarkPages) pages = waymark_pages_new_finish (result, &error);
  const gboolean is_first = self->pages == NULL;

  /* Meanwhile something else was chosen, or the dialog was closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->laying_out)
    return;

  g_clear_object (&self->laying_out);
  g_set_object (&self->pages, pages);
  show_preview (self, error);
  update_focus (self, is_first);
}

static void
stop_laying_out (WaymarkPrintDialog *self)
{
  if (self->laying_out != NULL)
    g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
}

static OkrExportOptions
find_options (WaymarkPrintDialog *self)
{
  OkrExportOptions options = { .sections_begin_pages = gtk_switch_get_active (self->sections) &&
                                                       find_kind (self)->has_sections };

  waymark_export_choices_read_scope (self->cycle, self->team, self->person,
                                     waymark_session_get_plan (self->session), &options);

  return options;
}

/* The pages of before stay in sight until the new ones are there. */
static void
lay_out (WaymarkPrintDialog *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  g_autofree char *file_name = waymark_export_dup_file_name (self->session);
  OkrExportOptions options;

  if (plan == NULL)
    return;

  stop_laying_out (self);
  options = find_options (self);
  options.file_name = file_name;
  self->laying_out = g_cancellable_new ();
  waymark_pages_new_async (find_kind (self), plan, &options, self->setup, self->laying_out,
                           on_laid_out_cb, g_object_ref (self));
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_widget_set_sensitive (self->print_button, FALSE);
  update_busy (self);
}

static void
on_chosen_cb (WaymarkPrintDialog *self)
{
  g_settings_set_string (self->settings, "print-report",
                         waymark_choice_row_get_chosen (self->report));
  g_settings_set_boolean (self->settings, "print-sections", gtk_switch_get_active (self->sections));
  gtk_widget_set_visible (self->sections_row, find_kind (self)->has_sections);
  waymark_export_choices_update_person (self->person, waymark_session_get_plan (self->session),
                                        find_kind (self));
  lay_out (self);
}

static void
on_paper_chosen_cb (WaymarkPrintDialog *self)
{
  g_autoptr (GtkPageSetup) setup =
      waymark_export_choices_read_paper (self->paper, self->orientation, self->setup);

  g_set_object (&self->setup, setup);
  waymark_print_save_page_setup (self->settings, setup);
  lay_out (self);
}

static void
on_options_cb (WaymarkPrintDialog *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->choices_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->report));
}

static void
on_pages_cb (WaymarkPrintDialog *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->preview));
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  WaymarkPrintDialog *self = WAYMARK_PRINT_DIALOG (widget);

  if (hides_preview (self))
    on_pages_cb (self);
  else
    gtk_window_close (GTK_WINDOW (self));

  return GDK_EVENT_STOP;
}

/* From whatever has the focus. */
static gboolean
on_turn_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  waymark_page_preview_turn (WAYMARK_PRINT_DIALOG (widget)->preview,
                             g_variant_get_int32 (parameter));

  return GDK_EVENT_STOP;
}

static gboolean
on_zoom_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  WaymarkPrintDialog *self = WAYMARK_PRINT_DIALOG (widget);

  if (!hides_preview (self))
    waymark_page_preview_zoom (self->preview, g_variant_get_int32 (parameter));

  return GDK_EVENT_STOP;
}

static void
tell_failed (WaymarkPrintDialog *self, const char *heading, const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    waymark_tell (GTK_WINDOW (self), heading, error->message);
}

/* There may be more to save: the next report, another team's. */
static void
tell_saved (WaymarkPrintDialog *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = okr_file_describe (file);
  g_autofree char *place = okr_file_describe (folder);
  /* Translators: the name of a file, and of the folder that it is in now */
  g_autofree char *message = g_strdup_printf (_ ("Saved as “%1$s” in “%2$s”"), name, place);

  waymark_step_toast_show (waymark_export_toast_new (message, file, "preview.open-saved"),
                           self->toasts);
}

static void
open_saved (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_export_open (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = waymark_export_finish (result, &error);

  g_clear_object (&self->saving);
  /* The dialog was closed. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  update_buttons (self);
  gtk_widget_grab_focus (self->save_button);
  if (file != NULL)
    tell_saved (self, file);
  else
    tell_failed (self, _ ("The PDF Was Not Saved"), error);
}

static void
on_save_cb (WaymarkPrintDialog *self)
{
  OkrExportOptions options;

  if (waymark_session_get_plan (self->session) == NULL)
    return;

  options = find_options (self);
  options.setup = waymark_pages_get_setup (self->pages);
  self->saving = g_cancellable_new ();
  update_buttons (self);
  waymark_export_save_async (GTK_WINDOW (self), self->session, find_kind (self), &options,
                             self->saving, on_saved_cb, g_object_ref (self));
}

static void
on_printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean printed = waymark_print_finish (result, &error);

  g_clear_object (&self->printing);
  /* The dialog was closed. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  update_buttons (self);
  if (printed)
    gtk_window_close (GTK_WINDOW (self));
  else
    tell_failed (self, _ ("The Pages Were Not Printed"), error);
}

static void
on_print_cb (WaymarkPrintDialog *self)
{
  g_autofree char *plan = waymark_export_dup_plan_name (self->session);
  g_autofree char *name = okr_export_dup_stem (find_kind (self), plan);
  GFile *file = waymark_session_get_file (self->session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  self->printing = g_cancellable_new ();
  update_buttons (self);
  waymark_print_async (GTK_WINDOW (self), self->settings, self->pages,
                       waymark_page_preview_get_page (self->preview), self->setup, name, folder,
                       self->printing, on_printed_cb, g_object_ref (self));
}

static void
show_reports (WaymarkPrintDialog *self)
{
  g_autofree char *report = g_settings_get_string (self->settings, "print-report");

  waymark_export_choices_show_reports (self->report, "pdf", report);
  gtk_switch_set_active (self->sections, g_settings_get_boolean (self->settings, "print-sections"));
  gtk_widget_set_visible (self->sections_row, find_kind (self)->has_sections);
}

/* What was begun keeps a closed dialog alive until it has ended. */
static void
waymark_print_dialog_unrealize (GtkWidget *widget)
{
  WaymarkPrintDialog *self = WAYMARK_PRINT_DIALOG (widget);

  stop_laying_out (self);
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  if (self->printing != NULL)
    g_cancellable_cancel (self->printing);

  GTK_WIDGET_CLASS (waymark_print_dialog_parent_class)->unrealize (widget);
}

static void
waymark_print_dialog_dispose (GObject *object)
{
  WaymarkPrintDialog *self = WAYMARK_PRINT_DIALOG (object);

  stop_laying_out (self);
  g_clear_handle_id (&self->navigation_idle, g_source_remove);
  g_clear_object (&self->pages);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (waymark_print_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, options_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, pages_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, choices_page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, report);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, cycle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, team);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, person);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, sections_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, sections);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, orientation);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPrintDialog, preview);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int direction;
  } zooms[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_turn_cb, "i", -1);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, GDK_CONTROL_MASK, on_zoom_cb, "i",
                                  zooms[i].direction);
}

static void
waymark_print_dialog_class_init (WaymarkPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_print_dialog_dispose;
  widget_class->unrealize = waymark_print_dialog_unrealize;

  g_type_ensure (WAYMARK_TYPE_CHOICE_ROW);
  g_type_ensure (WAYMARK_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-print-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_navigation);
  gtk_widget_class_bind_template_callback (widget_class, on_options_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pages_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_cb);

  gtk_widget_class_install_action (widget_class, "preview.open-saved", "s", open_saved);
  add_keys (widget_class);
}

static void
waymark_print_dialog_init (WaymarkPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (WAYMARK_APPLICATION_ID);
  self->setup = waymark_print_load_page_setup (self->settings);
  /* Where there is room for only one of both, people want to see what they will get. */
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->preview));
}

static void
follow_choices (WaymarkPrintDialog *self)
{
  g_signal_connect_swapped (self->report, "done", G_CALLBACK (on_chosen_cb), self);
  g_signal_connect_swapped (self->cycle, "done", G_CALLBACK (on_chosen_cb), self);
  g_signal_connect_swapped (self->team, "done", G_CALLBACK (on_chosen_cb), self);
  g_signal_connect_swapped (self->person, "done", G_CALLBACK (on_chosen_cb), self);
  g_signal_connect_swapped (self->sections, "notify::active", G_CALLBACK (on_chosen_cb), self);
  g_signal_connect_swapped (self->paper, "done", G_CALLBACK (on_paper_chosen_cb), self);
  g_signal_connect_swapped (self->orientation, "done", G_CALLBACK (on_paper_chosen_cb), self);
}

GtkWidget *
waymark_print_dialog_new (WaymarkSession *session)
{
  WaymarkPrintDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);
  g_return_val_if_fail (waymark_session_get_plan (session) != NULL, NULL);

  self = g_object_new (WAYMARK_TYPE_PRINT_DIALOG, NULL);
  self->session = g_object_ref (session);
  title = waymark_session_dup_title (session);
  adw_window_title_set_subtitle (self->title, title);
  show_reports (self);
  waymark_export_choices_show_scope (self->cycle, self->team, self->person, session);
  waymark_export_choices_update_person (self->person, waymark_session_get_plan (self->session),
                                        find_kind (self));
  waymark_export_choices_show_paper (self->paper, self->orientation, self->setup);
  follow_choices (self);
  /* The dialog is modal, but what others save is merged meanwhile. */
  g_signal_connect_object (waymark_session_get_plan (session), "edited", G_CALLBACK (lay_out), self,
                           G_CONNECT_SWAPPED);
  lay_out (self);
  show_preview (self, NULL);

  return GTK_WIDGET (self);
}

/* The larger it is, the more of a page can be read. */
static void
fit_into (GtkWindow *dialog, GtkWindow *parent)
{
  int width;
  int height;

  gtk_window_get_default_size (dialog, &width, &height);
  gtk_window_set_default_size (
      dialog, MAX (width, gtk_widget_get_width (GTK_WIDGET (parent)) * 9 / 10),
      MAX (height, gtk_widget_get_height (GTK_WIDGET (parent)) - HEADER_HEIGHT));
}

void
waymark_print_dialog_present (GtkWindow *parent, WaymarkSession *session)
{
  GtkWidget *dialog = waymark_print_dialog_new (session);

  g_return_if_fail (dialog != NULL);

  fit_into (GTK_WINDOW (dialog), parent);
  waymark_show_dialog (GTK_WINDOW (dialog), parent);
  gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_PRINT_DIALOG (dialog)->report));
}
