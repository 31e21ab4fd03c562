/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing other copies of the plan into it. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-file-name.h"
#include "okr-file-reader.h"
#include "okr-store-error.h"
#include "waymark-ask.h"
#include "waymark-changes-dialog.h"
#include "waymark-choose-file.h"
#include "waymark-connect.h"
#include "waymark-merge.h"
#include "waymark-review-dialog.h"
#include "waymark-show-dialog.h"
#include "waymark-window-private.h"

/* Some files, each looked at after the one before was taken. */
typedef struct
{
  WaymarkWindow *window;
  GListModel *files;
  guint next;
  GFile *file;
  char *sha256;    /* of what is being looked at */
  gboolean copies; /* they lie beside the file, and go when they are merged */
  gboolean has_connected;
} Round;

static void
round_free (Round *self)
{
  if (self->copies)
    self->window->is_merging_copies = FALSE;
  g_object_unref (self->window);
  g_object_unref (self->files);
  g_clear_object (&self->file);
  g_free (self->sha256);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Round, round_free)

static void merge_next (Round *round);

static void
tell_failed (Round *self, const GError *error)
{
  g_autofree char *name = okr_file_describe (self->file);
  /* Translators: a file's name */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Merged"), name);

  waymark_tell (GTK_WINDOW (self->window), heading, error->message);
}

static char *
describe_round (Round *self)
{
  const guint n = g_list_model_get_n_items (self->files);
  g_autofree char *name = okr_file_describe (self->file);

  if (n == 1)
    return g_steal_pointer (&name);

  /* Translators: the name of a file, its place among the files to merge, how many these are */
  return g_strdup_printf (_ ("%1$s (%2$u of %3$u)"), name, self->next, n);
}

static void
on_finished_cb (GtkWidget *dialog, gboolean accepted, Round *round)
{
  if (!accepted)
    {
      round_free (round);
      return;
    }

  if (round->copies && round->window->copies != NULL)
    waymark_conflict_copies_put_away_once_saved (round->window->copies, round->file, round->sha256);
  merge_next (round);
}

static gboolean
is_empty (WaymarkMerge *merge)
{
  return waymark_merge_get_differences (merge)->len == 0 &&
         waymark_merge_get_notices (merge)->len == 0 && waymark_merge_get_n_conflicts (merge) == 0;
}

/* Nobody accepts anything, so that the lineage does not name that copy: waymark_merge_accept_news()
 * says why. A conflict copy that holds nothing new is looked at all the same: it goes away once
 * that is accepted. */
static void
tell_nothing_new (Round *self)
{
  g_autofree char *name = okr_file_describe (self->file);
  /* Translators: a file's name */
  g_autofree char *message = g_strdup_printf (_ ("“%s” holds nothing new"), name);

  waymark_window_show_toast (self->window, message, FALSE);
}

static void
review (Round *round, WaymarkMerge *merge)
{
  g_autofree char *name = describe_round (round);
  GtkWidget *dialog = waymark_review_dialog_new (round->window->session, merge, name);

  g_free (round->sha256);
  round->sha256 = g_strdup (waymark_merge_get_theirs_sha256 (merge));
  g_signal_connect (dialog, "finished", G_CALLBACK (on_finished_cb), round);
  waymark_show_dialog (GTK_WINDOW (dialog), GTK_WINDOW (round->window));
}

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Round) round = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaymarkMerge) merge = waymark_merge_prepare_finish (result, &error);

  if (round->window->session == NULL)
    return; /* closed meanwhile */

  if (merge == NULL)
    tell_failed (round, error);
  else if (is_empty (merge) && !round->copies)
    {
      tell_nothing_new (round);
      merge_next (g_steal_pointer (&round));
    }
  else
    review (g_steal_pointer (&round), merge);
}

static void on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* Takes the round. */
static void
read_file (Round *self)
{
  okr_file_read_async (self->file, NULL, on_read_cb, self);
}

static void
on_connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Round) round = user_data;
  g_autoptr (GError) error = NULL;

  waymark_connect_finish (result, &error);
  if (round->window->session == NULL)
    return; /* closed meanwhile */

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    read_file (g_steal_pointer (&round));
}

/* The server wants to know who is here. Takes the round. */
static void
connect_first (Round *self)
{
  self->has_connected = TRUE;
  waymark_connect_async (self->file, GTK_WINDOW (self->window), NULL, on_connected_cb, self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Round) round = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) theirs = okr_file_read_finish (round->file, result, NULL, &error);
  WaymarkSession *session = round->window->session;

  if (session == NULL)
    return; /* closed meanwhile */

  if (g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_LOGIN) && !round->has_connected)
    connect_first (g_steal_pointer (&round));
  else if (theirs == NULL)
    tell_failed (round, error);
  else if (waymark_session_get_plan (session) != NULL)
    waymark_merge_prepare_async (session, theirs, NULL, NULL, on_prepared_cb,
                                 g_steal_pointer (&round));
}

static void
merge_next (Round *round)
{
  if (round->next >= g_list_model_get_n_items (round->files))
    {
      round_free (round);
      return;
    }

  g_clear_object (&round->file);
  round->file = g_list_model_get_item (round->files, round->next);
  round->next++;
  round->has_connected = FALSE;
  read_file (round);
}

static void
merge_files (WaymarkWindow *self, GListModel *files)
{
  Round *round = g_new0 (Round, 1);

  round->window = g_object_ref (self);
  round->files = g_object_ref (files);
  merge_next (round);
}

void
waymark_window_merge_copies (WaymarkWindow *self)
{
  g_autoptr (GListModel) files = waymark_conflict_copies_list_files (self->copies);
  Round *round;

  if (self->is_merging_copies || g_list_model_get_n_items (files) == 0)
    return;

  self->is_merging_copies = TRUE;
  round = g_new0 (Round, 1);
  round->window = g_object_ref (self);
  round->files = g_steal_pointer (&files);
  round->copies = TRUE;
  merge_next (round);
}

static void
on_files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autoptr (GListModel) files = waymark_choose_files_finish (result);

  if (files != NULL)
    merge_files (self, files);
}

void
waymark_window_merge_with (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_choose_files_async (GTK_WINDOW (self), _ ("Merge With"), _ ("_Merge…"),
                              waymark_session_get_file (self->session), on_files_chosen_cb,
                              g_object_ref (self));
}

void
waymark_window_show_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_changes_dialog_present (GTK_WINDOW (widget), WAYMARK_WINDOW (widget)->session);
}

void
waymark_window_review_conflicts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  GtkWidget *dialog = waymark_review_dialog_new (self->session, NULL, NULL);

  waymark_show_dialog (GTK_WINDOW (dialog), GTK_WINDOW (self));
}

typedef struct
{
  WaymarkWindow *window;
  GListModel *files;
} Drop;

static void
drop_free (Drop *self)
{
  g_object_unref (self->window);
  g_object_unref (self->files);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drop, drop_free)

static void
open_all (WaymarkWindow *self, GListModel *files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_application_open (G_APPLICATION (application), &file, 1, "");
    }
}

static void
on_drop_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Drop) drop = user_data;
  g_autofree char *answer = waymark_ask_finish (result);

  if (g_str_equal (answer, "open"))
    open_all (drop->window, drop->files);
  else if (g_str_equal (answer, "merge"))
    merge_files (drop->window, drop->files);
}

static char *
describe_drop (WaymarkWindow *self, GListModel *files)
{
  const guint n = g_list_model_get_n_items (files);
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);
  g_autofree char *name = okr_file_describe (first);
  g_autofree char *title = waymark_session_dup_title (self->session);

  if (n == 1)
    /* Translators: the name of a file, the title of the plan that is open */
    return g_strdup_printf (_ ("Open “%1$s” in a window of its own, or bring what it says into "
                               "“%2$s”?"),
                            name, title);

  return g_strdup_printf (ngettext ("Open %1$u file in a window of its own, or bring what it says "
                                    "into “%2$s”?",
                                    "Open %1$u files in windows of their own, or bring what they "
                                    "say into “%2$s”?",
                                    n),
                          n, title);
}

static void
ask_open_or_merge (WaymarkWindow *self, GListModel *files)
{
  static const WaymarkAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "merge", N_ ("_Merge…"), ADW_RESPONSE_DEFAULT },
    { "open", N_ ("_Open"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  Drop *drop = g_new0 (Drop, 1);
  g_autofree char *body = describe_drop (self, files);

  drop->window = g_object_ref (self);
  drop->files = g_object_ref (files);
  waymark_ask_async (GTK_WINDOW (self), _ ("Open or Merge?"), body, answers, "open",
                     on_drop_answered_cb, drop);
}

void
waymark_window_take_files (WaymarkWindow *self, GSList *files)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);
  OkrPlan *plan = waymark_session_get_plan (self->session);

  if (waymark_window_import_dropped (self, files))
    return;

  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (store, l->data);

  if (plan != NULL && okr_plan_get_read_only_reason (plan) == NULL && files != NULL)
    ask_open_or_merge (self, G_LIST_MODEL (store));
  else
    open_all (self, G_LIST_MODEL (store));
}
