/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-unseen-windows.h"

static void
on_compute_size_cb (GdkToplevel *surface, GdkToplevelSize *size)
{
  gdk_toplevel_size_set_size (size, 1, 1);
}

/* GTK 4.8 may ask once more for the size of a window that has gone, and then looks at freed memory:
 * its surface waits until the display has answered. */
static void
on_unrealize_cb (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  const guint id = g_signal_lookup ("compute-size", GDK_TYPE_TOPLEVEL);

  g_signal_handlers_disconnect_matched (surface, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA, id, 0,
                                        NULL, NULL, window);
  g_signal_connect (surface, "compute-size", G_CALLBACK (on_compute_size_cb), NULL);
}

/* GTK gives a window its place on the accessibility bus when it is shown. Before that it does so by
 * chance, when something changes within, and for certain when it tells that the window has become
 * one that takes the focus, or no longer is. */
static void
give_place_on_bus (GtkWidget *window)
{
  const gboolean is_focusable = gtk_widget_get_focusable (window);

  gtk_widget_set_focusable (window, !is_focusable);
  gtk_widget_set_focusable (window, is_focusable);
}

void
waymark_realize_unseen_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_realized (window))
        gtk_widget_realize (window);
      if (!gtk_widget_get_mapped (window))
        give_place_on_bus (window);
      if (g_signal_handler_find (window, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                 (gpointer) on_unrealize_cb, NULL) == 0)
        {
          g_signal_connect (window, "unrealize", G_CALLBACK (on_unrealize_cb), NULL);
          /* GTK hides some of its own for a while before they go, and they lose their place. */
          g_signal_connect (window, "hide", G_CALLBACK (give_place_on_bus), NULL);
        }
    }
}
