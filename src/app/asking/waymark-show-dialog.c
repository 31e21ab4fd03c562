/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-show-dialog.h"

static void
fit_width (GtkWindow *dialog, GtkWindow *parent)
{
  const int available = gtk_widget_get_width (GTK_WIDGET (parent));
  int width;
  int height;

  gtk_window_get_default_size (dialog, &width, &height);
  if (available > 0 && width > available)
    gtk_window_set_default_size (dialog, available, height);
}

void
waymark_show_dialog (GtkWindow *dialog, GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  if (parent != NULL)
    fit_width (dialog, parent);
  gtk_window_set_transient_for (dialog, parent);
  gtk_window_present (dialog);
}
