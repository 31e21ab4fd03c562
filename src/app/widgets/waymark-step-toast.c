/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "Waymark"

#include "config.h"

#include "waymark-step-toast.h"

#include <glib/gi18n.h>

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

static void
on_history_cb (AdwToast *toast)
{
  Step *step = g_object_get_data (G_OBJECT (toast), "waymark-step");

  if (okr_history_get_revision (step->history) == step->revision)
    return;

  g_signal_handlers_disconnect_by_func (step->history, on_history_cb, toast);
  adw_toast_dismiss (toast);
}

AdwToast *
waymark_step_toast_new (const char *message, OkrHistory *history)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;
  Step *step;

  g_return_val_if_fail (message != NULL, NULL);

  /* It is gone before a slow machine has looked: who has to know, such as a test, reads the log. */
  g_debug ("Says: %s", message);
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  if (history == NULL)
    return toast;

  step = g_new0 (Step, 1);
  step->history = g_object_ref (history);
  step->revision = okr_history_get_revision (history);
  g_object_set_data_full (G_OBJECT (toast), "waymark-step", step, step_free);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (history, "notify", G_CALLBACK (on_history_cb), toast,
                           G_CONNECT_SWAPPED);

  return toast;
}
