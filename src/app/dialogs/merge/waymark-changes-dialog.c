/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-changes-dialog.h"

#include <glib/gi18n.h>

#include "okr-versions.h"
#include "waymark-change-list.h"
#include "waymark-difference-text.h"
#include "waymark-names.h"
#include "waymark-reveal.h"
#include "waymark-show-dialog.h"
#include "waymark-text.h"
#include "waymark-time-text.h"
#include "waymark-version-changes.h"
#include "waymark-version-list.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

struct _WaymarkChangesDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *choice;
  GtkDropDown *since;
  GtkStack *pages;
  AdwStatusPage *damaged;
  GtkListView *list;

  WaymarkSession *session;
  char *plan_id;
  GPtrArray *versions;
  GPtrArray *bases; /* the version behind each choice */
  GListStore *rows;
  GCancellable *comparing;
};

G_DEFINE_FINAL_TYPE (WaymarkChangesDialog, waymark_changes_dialog, ADW_TYPE_WINDOW)

static void
stop_comparing (WaymarkChangesDialog *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
}

static void
show_changes (WaymarkChangesDialog *self, GPtrArray *differences)
{
  g_autofree char *counts = waymark_difference_text_count (differences);

  g_list_store_remove_all (self->rows);
  waymark_change_list_append (self->rows, differences);
  adw_window_title_set_subtitle (self->title, counts);
  gtk_stack_set_visible_child_name (self->pages, differences->len > 0 ? "changes" : "same");
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkChangesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaymarkVersionChanges) changes = waymark_version_changes_finish (result, &error);

  /* Meanwhile another one was chosen, or the dialog was closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->comparing)
    return;

  g_clear_object (&self->comparing);
  if (changes != NULL)
    {
      show_changes (self, changes->differences);
      return;
    }

  adw_window_title_set_subtitle (self->title, "");
  waymark_text_describe (self->damaged, error->message);
  gtk_stack_set_visible_child_name (self->pages, "damaged");
}

static void
on_selected_cb (WaymarkChangesDialog *self)
{
  const guint selected = gtk_drop_down_get_selected (self->since);
  OkrPlan *plan = waymark_session_get_plan (self->session);
  g_autoptr (OkrSnapshot) present = NULL;
  const OkrVersion *version;

  stop_comparing (self);
  if (selected >= self->bases->len || plan == NULL)
    return;

  version = g_ptr_array_index (self->bases, selected);
  present = okr_plan_take_snapshot (plan);
  self->comparing = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->pages, "loading");
  waymark_version_changes_async (self->plan_id, version->sha256, NULL, present, self->comparing,
                                 on_compared_cb, g_object_ref (self));
}

static OkrItem *
find_target (WaymarkChangesDialog *self, WaymarkChange *change)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  const char *id = waymark_change_get_id (change);
  OkrItem *item = plan != NULL && id != NULL ? okr_plan_find (plan, id) : NULL;

  while (item != NULL && !OKR_IS_OBJECTIVE (item) && !OKR_IS_KEY_RESULT (item))
    item = okr_item_get_parent (item);

  return item;
}

static void
on_activate_cb (WaymarkChangesDialog *self, guint position)
{
  g_autoptr (WaymarkChange) change = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  OkrItem *item = find_target (self, change);

  if (item == NULL)
    return;

  waymark_reveal (self->session, item);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_bind_cb (WaymarkChangesDialog *self, GtkListItem *list_item)
{
  WaymarkChange *change = gtk_list_item_get_item (list_item);
  GtkWidget *child = waymark_change_create_widget (change);
  g_autofree char *name = waymark_change_dup_name (change);

  gtk_list_item_set_activatable (list_item, find_target (self, change) != NULL);
  gtk_list_item_set_child (list_item, child);
  waymark_names_set (gtk_widget_get_parent (child), name);
}

static void
on_unbind_cb (WaymarkChangesDialog *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

/* The newest version that is at least so old. */
static const OkrVersion *
find_version (WaymarkChangesDialog *self, gint64 time)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      const OkrVersion *version = g_ptr_array_index (self->versions, i);

      if (version->time <= time)
        return version;
    }

  return NULL;
}

static void
add_choice (WaymarkChangesDialog *self, GtkStringList *names, const OkrVersion *version,
            const char *name)
{
  if (version == NULL)
    return;

  gtk_string_list_append (names, name);
  g_ptr_array_add (self->bases, (gpointer) version);
}

static void
fill_choices (WaymarkChangesDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 now = g_get_real_time ();

  add_choice (self, names, g_ptr_array_index (self->versions, 0), _ ("It was saved last"));
  add_choice (self, names, find_version (self, now - DAY), _ ("A day ago"));
  add_choice (self, names, find_version (self, now - 7 * DAY), _ ("A week ago"));
  add_choice (self, names, find_version (self, now - 30 * DAY), _ ("A month ago"));
  for (guint i = 0; i < self->versions->len; i++)
    {
      const OkrVersion *version = g_ptr_array_index (self->versions, i);
      g_autofree char *day = waymark_time_text_day (version->time);
      g_autofree char *clock = waymark_time_text_clock (version->time);
      /* Translators: a day and a time of day */
      g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), day, clock);

      add_choice (self, names, version, name);
    }
  gtk_drop_down_set_model (self->since, G_LIST_MODEL (names));
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkChangesDialog) self = user_data;

  self->versions = waymark_version_list_finish (result);
  /* It was closed meanwhile. */
  if (self->session == NULL)
    return;
  if (self->versions->len == 0)
    {
      gtk_stack_set_visible_child_name (self->pages, "empty");
      return;
    }

  fill_choices (self);
  gtk_widget_set_visible (self->choice, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->since));
  on_selected_cb (self);
}

static void
waymark_changes_dialog_dispose (GObject *object)
{
  WaymarkChangesDialog *self = WAYMARK_CHANGES_DIALOG (object);

  stop_comparing (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_changes_dialog_parent_class)->dispose (object);
}

static void
waymark_changes_dialog_finalize (GObject *object)
{
  WaymarkChangesDialog *self = WAYMARK_CHANGES_DIALOG (object);

  g_clear_pointer (&self->plan_id, g_free);
  g_clear_pointer (&self->bases, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (waymark_changes_dialog_parent_class)->finalize (object);
}

static void
waymark_changes_dialog_class_init (WaymarkChangesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = waymark_changes_dialog_dispose;
  object_class->finalize = waymark_changes_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkChangesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkChangesDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, WaymarkChangesDialog, since);
  gtk_widget_class_bind_template_child (widget_class, WaymarkChangesDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WaymarkChangesDialog, damaged);
  gtk_widget_class_bind_template_child (widget_class, WaymarkChangesDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
waymark_changes_dialog_init (WaymarkChangesDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->bases = g_ptr_array_new ();
  self->rows = g_list_store_new (WAYMARK_TYPE_CHANGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (on_unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_list_view_set_model (self->list, selection);
}

GtkWidget *
waymark_changes_dialog_new (WaymarkSession *session)
{
  WaymarkChangesDialog *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  self = g_object_new (WAYMARK_TYPE_CHANGES_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->plan_id = g_strdup (okr_item_get_id (OKR_ITEM (waymark_session_get_plan (session))));

  waymark_version_list_async (self->plan_id, on_listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

void
waymark_changes_dialog_present (GtkWindow *parent, WaymarkSession *session)
{
  GtkWidget *dialog = waymark_changes_dialog_new (session);

  g_return_if_fail (dialog != NULL);

  waymark_show_dialog (GTK_WINDOW (dialog), parent);
}
