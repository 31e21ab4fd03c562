/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include <string.h>

#include "waymark-field.h"
#include "waymark-gradual-list.h"
#include "waymark-import-dialog.h"

void
on_imported_cb (GtkWidget *dialog, OkrPlan *plan, const char *message, const char *id,
                Imported *imported)
{
  imported->plan = plan;
  imported->message = g_strdup (message);
  imported->id = g_strdup (id);
}

void
imported_clear (Imported *imported)
{
  g_free (imported->message);
  g_free (imported->id);
}

GtkWidget *
open_bytes (WaymarkSession *session, const char *name, const char *bytes, gssize size)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  dialog = waymark_import_dialog_new (session, file);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

const char *
get_page (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (child_of (dialog, "pages"));
}

/* Until what was read last is shown. */
void
wait_until_shown (GtkWidget *dialog)
{
  while (g_str_equal (get_page (dialog), "loading") ||
         gtk_spinner_get_spinning (child_of (dialog, "spinner")))
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
open_table (WaymarkSession *session, const char *text)
{
  GtkWidget *dialog = open_bytes (session, "import-test.csv", text, -1);

  wait_until_shown (dialog);
  g_assert_cmpstr (get_page (dialog), ==, "table");

  return dialog;
}

guint
count_rows (GtkWidget *dialog, const char *list)
{
  return g_list_model_get_n_items (waymark_gradual_list_get_model (child_of (dialog, list)));
}

void
assert_label (GtkWidget *dialog, const char *name, const char *text)
{
  g_assert_cmpstr (gtk_label_get_text (child_of (dialog, name)), ==, text);
}

gpointer
setting_of (GtkWidget *dialog, const char *name)
{
  return child_of (child_of (dialog, "settings"), name);
}

gpointer
target_of (GtkWidget *dialog, const char *name)
{
  return child_of (child_of (dialog, "target"), name);
}

void
choose (GtkWidget *dialog, gpointer row, const char *id)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, id);
  waymark_field_emit_edited (WAYMARK_FIELD (row), &value);
  wait_until_shown (dialog);
}

void
press_import (GtkWidget *dialog)
{
  g_signal_emit_by_name (child_of (dialog, "import_button"), "clicked");
}

gboolean
has_focus (GtkWidget *dialog, const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  return focus != NULL && (focus == child_of (dialog, name) ||
                           gtk_widget_is_ancestor (focus, child_of (dialog, name)));
}
