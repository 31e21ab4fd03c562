/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialog-fixture.h"
#include "waymark-choice-row.h"
#include "waymark-print-dialog.h"

G_BEGIN_DECLS

static inline void
wait_for_pages (GtkWidget *dialog)
{
  while (!gtk_widget_get_sensitive (child_of (dialog, "print_button")))
    g_main_context_iteration (NULL, TRUE);
}

/* Of the pages. */
static inline gpointer
part_of (GtkWidget *dialog, const char *name)
{
  return child_of (child_of (dialog, "preview"), name);
}

static inline GtkWidget *
open_dialog (DialogFixture *fixture)
{
  GtkWidget *dialog = waymark_print_dialog_new (fixture->session);

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for_pages (dialog);

  return dialog;
}

/* As a person does it: by selecting the row's item. */
static inline void
choose (GtkWidget *dialog, const char *row, const char *id)
{
  AdwComboRow *combo = child_of (dialog, row);
  const guint n = g_list_model_get_n_items (adw_combo_row_get_model (combo));

  for (guint i = 0; i < n; i++)
    {
      adw_combo_row_set_selected (combo, i);
      if (g_str_equal (waymark_choice_row_get_chosen (WAYMARK_CHOICE_ROW (combo)), id))
        break;
    }
  g_assert_cmpstr (waymark_choice_row_get_chosen (WAYMARK_CHOICE_ROW (combo)), ==, id);
  wait_for_pages (dialog);
}

G_END_DECLS
