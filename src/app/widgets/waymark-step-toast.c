/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Waymark"

#include "config.h"

#include "waymark-step-toast.h"

#include <glib/gi18n.h>

/* A toast that replaces another one comes for 500 ms and goes in 300 ms. At the end of its going
 * libadwaita 1.2 frees what its coming still works on. */
#define STAY_MS 300

typedef struct
{
  OkrHistory *history;
  guint64 revision;
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_object_unref (self->history);
  g_free (self);
}

static gboolean
on_stayed_cb (gpointer user_data)
{
  AdwToast *toast = ADW_TOAST (user_data);

  if (gtk_widget_get_mapped (adw_toast_get_custom_title (toast)))
    adw_toast_dismiss (toast);

  return G_SOURCE_REMOVE;
}

/* One that waits behind others goes at once. One that shows stays until it has come, but what it
 * offered to take back is not the last step any more. */
static void
dismiss (AdwToast *toast)
{
  GtkWidget *label = adw_toast_get_custom_title (toast);

  if (!gtk_widget_get_mapped (label))
    {
      adw_toast_dismiss (toast);
      return;
    }

  adw_toast_set_button_label (toast, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, STAY_MS, on_stayed_cb, g_object_ref (toast),
                      g_object_unref);
}

static void
on_history_cb (AdwToast *toast)
{
  Step *step = g_object_get_data (G_OBJECT (toast), "waymark-step");

  if (okr_history_get_revision (step->history) == step->revision)
    return;

  g_signal_handlers_disconnect_by_func (step->history, on_history_cb, toast);
  dismiss (toast);
}

/* Unlike libadwaita's own it tells whether it shows. */
static GtkWidget *
create_label (const char *message)
{
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

AdwToast *
waymark_step_toast_new (const char *message, OkrHistory *history)
{
  AdwToast *toast;
  Step *step;

  g_return_val_if_fail (message != NULL, NULL);

  /* It is gone before a slow machine has looked: who has to know, such as a test, reads the log. */
  g_debug ("Says: %s", message);
  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, create_label (message));
  if (history == NULL)
    return toast;

  step = g_new0 (Step, 1);
  step->history = g_object_ref (history);
  step->revision = okr_history_get_revision (history);
  g_object_set_data_full (G_OBJECT (toast), "waymark-step", step, step_free);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (history, "notify", G_CALLBACK (on_history_cb), toast, G_CONNECT_SWAPPED);

  return toast;
}

static void
forget (gpointer data)
{
  GWeakRef *last = data;

  g_weak_ref_clear (last);
  g_free (last);
}

void
waymark_step_toast_show (AdwToast *toast, AdwToastOverlay *overlay)
{
  GWeakRef *last;
  g_autoptr (AdwToast) previous = NULL;

  g_return_if_fail (ADW_IS_TOAST (toast) && ADW_IS_TOAST_OVERLAY (overlay));

  last = g_object_get_data (G_OBJECT (overlay), "waymark-last-toast");
  if (last == NULL)
    {
      last = g_new0 (GWeakRef, 1);
      g_weak_ref_init (last, NULL);
      g_object_set_data_full (G_OBJECT (overlay), "waymark-last-toast", last, forget);
    }

  previous = g_weak_ref_get (last);
  if (previous != NULL)
    dismiss (previous);
  g_weak_ref_set (last, toast);
  adw_toast_overlay_add_toast (overlay, toast);
}
