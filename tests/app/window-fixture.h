/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-document.h"
#include "waymark-window.h"

G_BEGIN_DECLS

/* For tests of the window as a whole. */

static GtkApplication *application;

static inline void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static inline WaymarkWindow *
open_window (OkrPlan *plan)
{
  WaymarkWindow *window = waymark_window_new (application);

  waymark_window_take_plan (window, plan);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();

  return window;
}

static inline void
close_window (WaymarkWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_null (window);
}

static inline gpointer
first_objective (OkrPlan *plan)
{
  g_autoptr (OkrItem) item = g_list_model_get_item (okr_plan_get_objectives (plan), 0);

  return item;
}

static inline gpointer
first_key_result (OkrPlan *plan)
{
  g_autoptr (OkrItem) item =
      g_list_model_get_item (okr_objective_get_key_results (first_objective (plan)), 0);

  return item;
}

typedef struct
{
  GAsyncResult *result;
} Waiter;

static inline void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Waiter *) user_data)->result = g_object_ref (result);
}

static inline GAsyncResult *
wait_for (Waiter *waiter)
{
  while (waiter->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&waiter->result);
}

static inline gboolean
save (WaymarkDocument *document, GFile *file, GError **error)
{
  Waiter waiter = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  waymark_document_save_async (document, file, NULL, on_done_cb, &waiter);
  result = wait_for (&waiter);

  return waymark_document_save_finish (document, result, error);
}

static inline int
run_window_tests (int argc, char **argv, void (*add_tests) (void))
{
  int status;

  test_init (&argc, &argv);
  adw_init ();
  application = GTK_APPLICATION (
      adw_application_new (WAYMARK_APPLICATION_ID ".Test",
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  add_tests ();
  status = g_test_run ();
  g_object_unref (application);

  return status;
}

G_END_DECLS
