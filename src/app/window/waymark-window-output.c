/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the window: exports and prints. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-file-name.h"
#include "okr-html.h"
#include "okr-item-text.h"
#include "okr-markdown.h"
#include "waymark-export.h"
#include "waymark-export-dialog.h"
#include "waymark-print-dialog.h"
#include "waymark-step-toast.h"
#include "waymark-window-private.h"

static GdkContentProvider *
provide (const char *type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/* Whatever it is pasted into takes what it can show best. */
void
waymark_window_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  OkrPlan *plan = waymark_session_get_plan (self->session);
  OkrItem *item = waymark_session_get_selected (self->session);
  g_autofree char *plain = okr_plain_from_item (plan, item);
  GdkContentProvider *kinds[] = {
    provide ("text/html", okr_html_from_item (plan, item)),
    provide ("text/markdown", okr_markdown_from_item (plan, item)),
    gdk_content_provider_new_typed (G_TYPE_STRING, plain),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  const char *title = okr_item_text_get_title (item);
  /* Translators: the title of an objective or a key result */
  g_autofree char *message = g_strdup_printf (_ ("“%s” copied"), title);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  waymark_session_announce (self->session, message, FALSE);
}

void
waymark_window_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_export_dialog_present (GTK_WINDOW (self), self->session);
}

void
waymark_window_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_print_dialog_present (GTK_WINDOW (self), self->session);
}

/* What a dialog has written. */
void
waymark_window_tell_exported (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autofree char *base = okr_file_describe (file);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("Exported to “%s”"), base);

  waymark_step_toast_show (waymark_export_toast_new (message, file, "win.open-exported"),
                           self->toasts);
}

void
waymark_window_open_exported (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_export_open (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}
