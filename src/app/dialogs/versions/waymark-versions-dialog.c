/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-versions-dialog.h"

#include <glib/gi18n.h>

#include "okr-diff.h"
#include "okr-lineage.h"
#include "okr-merge.h"
#include "okr-versions.h"
#include "waymark-ask.h"
#include "waymark-difference-text.h"
#include "waymark-save-copy.h"
#include "waymark-show-dialog.h"
#include "waymark-step-toast.h"
#include "waymark-text.h"
#include "waymark-time-text.h"
#include "waymark-version-changes.h"
#include "waymark-version-list.h"
#include "waymark-version-preview.h"

struct _WaymarkVersionsDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *copy_button;
  GtkWidget *restore_button;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwLeaflet *leaflet;
  GtkScrolledWindow *list_page;
  GtkListBox *list;
  GtkWidget *preview_page;
  GtkStack *preview_stack;
  GtkTextView *preview;
  AdwStatusPage *damaged;

  WaymarkSession *session;
  char *plan_id;
  char *current;
  GPtrArray *versions;
  GCancellable *reading;
  GPtrArray *notes; /* the labels that tell what changed, one for each version */
  guint n_noted;    /* how many of them are written */
  GCancellable *comparing;
  GBytes *shown; /* the document of the selected version, once it is read */
  OkrPlan *shown_plan;
};

G_DEFINE_FINAL_TYPE (WaymarkVersionsDialog, waymark_versions_dialog, ADW_TYPE_WINDOW)

static const OkrVersion *
get_version (WaymarkVersionsDialog *self, GtkListBoxRow *row)
{
  return g_ptr_array_index (self->versions, (guint) gtk_list_box_row_get_index (row));
}

static void
update_navigation (WaymarkVersionsDialog *self)
{
  const gboolean shows_preview =
      adw_leaflet_get_visible_child (self->leaflet) == self->preview_page;

  gtk_widget_set_visible (self->back_button,
                          adw_leaflet_get_folded (self->leaflet) && shows_preview);
}

static void
show_toast (WaymarkVersionsDialog *self, const char *message)
{
  waymark_step_toast_show (waymark_step_toast_new (message, NULL), self->toasts);
}

static void
update_buttons (WaymarkVersionsDialog *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);

  gtk_widget_set_sensitive (self->copy_button, self->shown != NULL);
  gtk_widget_set_sensitive (self->restore_button, self->shown_plan != NULL && plan != NULL &&
                                                      okr_plan_get_read_only_reason (plan) == NULL);
}

static void
show_preview (WaymarkVersionsDialog *self, const char *text, const GError *error)
{
  waymark_version_show_outline (gtk_text_view_get_buffer (self->preview), text);
  waymark_text_describe (self->damaged, error != NULL ? error->message : NULL);
  gtk_stack_set_visible_child_name (self->preview_stack, error != NULL ? "damaged" : "text");
  update_buttons (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkVersionsDialog) self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) plan = waymark_version_read_finish (result, &bytes, &error);
  g_autofree char *text = NULL;

  /* Meanwhile another one was selected, or the dialog was closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;

  g_clear_object (&self->reading);
  self->shown = g_steal_pointer (&bytes);
  self->shown_plan = g_steal_pointer (&plan);
  text = self->shown_plan != NULL ? waymark_version_outline (self->shown_plan) : NULL;
  show_preview (self, text, error);
}

static void
stop_reading (WaymarkVersionsDialog *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->shown, g_bytes_unref);
  g_clear_object (&self->shown_plan);
}

static void
on_row_selected_cb (WaymarkVersionsDialog *self, GtkListBoxRow *row)
{
  stop_reading (self);
  /* None is selected only when the dialog goes, and its button has gone then. */
  if (row == NULL)
    return;

  update_buttons (self);
  self->reading = g_cancellable_new ();
  waymark_version_read_async (self->plan_id, get_version (self, row)->sha256, self->reading,
                              on_read_cb, g_object_ref (self));
}

static void
on_row_activated_cb (WaymarkVersionsDialog *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->preview_page);
}

static void
on_back_cb (WaymarkVersionsDialog *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list_page));
}

static void
on_copy_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (waymark_save_copy_finish (result))
    show_toast (WAYMARK_VERSIONS_DIALOG (source), _ ("Copy saved"));
}

static char *
propose_name (WaymarkVersionsDialog *self, gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autofree char *moment = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H.%M") : NULL;
  g_autofree char *title = waymark_session_dup_title (self->session);

  /* The one character that no file name holds. */
  g_strdelimit (title, "/", '-');

  return g_strdup_printf ("%s %s.okr", title, moment != NULL ? moment : "");
}

static void
on_copy_cb (WaymarkVersionsDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *name = NULL;

  if (row == NULL || self->shown == NULL)
    return;

  name = propose_name (self, get_version (self, row)->time);
  waymark_save_copy_async (GTK_WINDOW (self), self->shown, name, on_copy_saved_cb, NULL);
}

/* What the plan comes from stays so: else the next merge would look for its base among states that
 * were left behind. */
static gboolean
restore (WaymarkVersionsDialog *self, OkrPlan *plan, GError **error)
{
  const char *const *lineage = okr_plan_get_lineage (plan);

  if (lineage != NULL)
    okr_lineage_extend (self->shown_plan, lineage);

  return okr_plan_become (plan, self->shown_plan, _ ("Restore Version"), error);
}

static void
on_restore_cb (WaymarkVersionsDialog *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *message = NULL;

  if (row == NULL || plan == NULL || self->shown_plan == NULL)
    return;

  differences = okr_diff (plan, self->shown_plan);
  if (differences->len == 0)
    {
      show_toast (self, _ ("The plan already says what this version says"));
      return;
    }
  if (!restore (self, plan, &error))
    {
      waymark_tell (GTK_WINDOW (self), _ ("The Version Was Not Restored"), error->message);
      return;
    }

  moment = waymark_time_text_moment (get_version (self, row)->time);
  /* Translators: a moment such as "today at 10:15" */
  message = g_strdup_printf (_ ("The version from %s is back"), moment);
  waymark_session_announce (self->session, message, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void describe_next (WaymarkVersionsDialog *self);

static void
set_note (WaymarkVersionsDialog *self, const char *text)
{
  GtkWidget *note = g_ptr_array_index (self->notes, self->n_noted);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) self->n_noted);

  self->n_noted++;
  gtk_label_set_label (GTK_LABEL (note), text);
  gtk_widget_set_tooltip_text (note, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkVersionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaymarkVersionChanges) changes = waymark_version_changes_finish (result, &error);
  g_autofree char *text = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->comparing)
    return;

  g_clear_object (&self->comparing);
  text = changes != NULL ? waymark_difference_text_summarize (changes->differences)
                         : g_strdup (_ ("What changed cannot be told"));
  set_note (self, text);
  describe_next (self);
}

/* No further than a page below what is seen: each takes two documents to be read. */
static gboolean
is_wanted (WaymarkVersionsDialog *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->list_page);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return FALSE;

  return bounds.origin.y <=
         gtk_adjustment_get_value (scroll) + 2 * gtk_adjustment_get_page_size (scroll);
}

static void
describe_next (WaymarkVersionsDialog *self)
{
  const OkrVersion *version;
  const OkrVersion *before;

  if (self->comparing != NULL || self->n_noted >= self->notes->len ||
      !is_wanted (self, self->n_noted))
    return;
  if (self->n_noted + 1 == self->notes->len)
    {
      set_note (self, _ ("The oldest version that is kept"));
      return;
    }

  version = g_ptr_array_index (self->versions, self->n_noted);
  before = g_ptr_array_index (self->versions, self->n_noted + 1);
  self->comparing = g_cancellable_new ();
  waymark_version_changes_async (self->plan_id, before->sha256, version->sha256, NULL,
                                 self->comparing, on_compared_cb, g_object_ref (self));
}

static GtkWidget *
create_note (WaymarkVersionsDialog *self)
{
  GtkWidget *note = create_label ("", "caption");

  gtk_widget_add_css_class (note, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_lines (GTK_LABEL (note), 2);
  gtk_label_set_width_chars (GTK_LABEL (note), 20); /* larger text needs a wider list */
  g_ptr_array_add (self->notes, note);

  return note;
}

static GtkWidget *
create_row (WaymarkVersionsDialog *self, const OkrVersion *version, gboolean is_current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *clock = waymark_time_text_clock (version->time);
  g_autofree char *day = waymark_time_text_day (version->time);
  const char *mark = is_current ? _ ("Saved last") : "";
  /* Translators: a version to a screen reader: day, time, and what is to be said of it */
  g_autofree char *name =
      g_strdup_printf (is_current ? _ ("%1$s, %2$s, %3$s") : _ ("%1$s, %2$s"), day, clock, mark);

  gtk_box_append (GTK_BOX (box), create_label (clock, "numeric"));
  gtk_box_append (GTK_BOX (box), create_label (mark, "dim-label"));
  gtk_widget_set_margin_top (lines, 6);
  gtk_widget_set_margin_bottom (lines, 6);
  gtk_box_append (GTK_BOX (lines), box);
  gtk_box_append (GTK_BOX (lines), create_note (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  WaymarkVersionsDialog *self = user_data;
  g_autofree char *day = waymark_time_text_day (get_version (self, row)->time);
  g_autofree char *last =
      before != NULL ? waymark_time_text_day (get_version (self, before)->time) : NULL;

  gtk_list_box_row_set_header (row,
                               g_strcmp0 (day, last) != 0 ? create_label (day, "heading") : NULL);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkVersionsDialog) self = user_data;
  gboolean marked = FALSE;

  self->versions = waymark_version_list_finish (result);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const OkrVersion *version = g_ptr_array_index (self->versions, i);
      const gboolean is_current = !marked && g_strcmp0 (version->sha256, self->current) == 0;

      marked = marked || is_current;
      gtk_list_box_append (self->list, create_row (self, version, is_current));
    }
  gtk_stack_set_visible_child_name (self->pages, self->versions->len > 0 ? "history" : "empty");
  if (self->versions->len > 0)
    {
      GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

      gtk_list_box_select_row (self->list, first);
      gtk_widget_grab_focus (GTK_WIDGET (first));
      describe_next (self);
    }
}

static void
waymark_versions_dialog_dispose (GObject *object)
{
  WaymarkVersionsDialog *self = WAYMARK_VERSIONS_DIALOG (object);

  stop_reading (self);
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_versions_dialog_parent_class)->dispose (object);
}

static void
waymark_versions_dialog_finalize (GObject *object)
{
  WaymarkVersionsDialog *self = WAYMARK_VERSIONS_DIALOG (object);

  g_clear_pointer (&self->plan_id, g_free);
  g_clear_pointer (&self->current, g_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);

  G_OBJECT_CLASS (waymark_versions_dialog_parent_class)->finalize (object);
}

static void
waymark_versions_dialog_class_init (WaymarkVersionsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = waymark_versions_dialog_dispose;
  object_class->finalize = waymark_versions_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, list_page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, preview_page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, WaymarkVersionsDialog, damaged);
  gtk_widget_class_bind_template_callback (widget_class, update_navigation);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
waymark_versions_dialog_init (WaymarkVersionsDialog *self)
{
  GtkAdjustment *scroll;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_ptr_array_new ();
  /* Else large text makes the dialog wider than small screens. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->copy_button))), TRUE);
  scroll = gtk_scrolled_window_get_vadjustment (self->list_page);
  g_signal_connect_object (scroll, "changed", G_CALLBACK (describe_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (describe_next), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

GtkWidget *
waymark_versions_dialog_new (WaymarkSession *session, const char *current)
{
  WaymarkVersionsDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  self = g_object_new (WAYMARK_TYPE_VERSIONS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->plan_id = g_strdup (okr_item_get_id (OKR_ITEM (waymark_session_get_plan (session))));
  self->current = g_strdup (current);
  title = waymark_session_dup_title (session);
  adw_window_title_set_subtitle (self->title, title);

  waymark_version_list_async (self->plan_id, on_listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

void
waymark_versions_dialog_present (GtkWindow *parent, WaymarkSession *session, const char *current)
{
  GtkWidget *dialog = waymark_versions_dialog_new (session, current);

  g_return_if_fail (dialog != NULL);

  waymark_show_dialog (GTK_WINDOW (dialog), parent);
}
