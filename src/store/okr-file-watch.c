/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-file-watch.h"

#include "okr-file-reader.h"

/* Programs write in several steps, each of which is reported. */
#define SETTLE_MS 200

struct _OkrFileWatch
{
  GObject parent_instance;

  GFile *file;
  char *known;
  char *told; /* the hash, or the state's number, that was told last */
  GFileMonitor *monitor;
  GCancellable *looking;
  guint timeout;
};

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OkrFileWatch, okr_file_watch, G_TYPE_OBJECT)

static void
forget_look (OkrFileWatch *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* The same news is told once. */
static void
tell (OkrFileWatch *self, OkrFileState state, GBytes *bytes, const char *sha256)
{
  g_autofree char *news = sha256 != NULL ? g_strdup (sha256) : g_strdup_printf ("%d", (int) state);

  if (g_strcmp0 (news, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&news);
  g_signal_emit (self, signals[FOUND], 0, state, bytes, sha256);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OkrFileWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = okr_file_read_finish (G_FILE (source), result, &sha256, &error);

  /* A look that another one has overtaken saw what was there before; it may have ended well. */
  if (self->looking == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  g_clear_object (&self->looking);
  if (bytes != NULL)
    tell (self,
          g_strcmp0 (sha256, self->known) == 0 ? OKR_FILE_STATE_SAME : OKR_FILE_STATE_CHANGED,
          bytes, sha256);
  else if (g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND))
    tell (self, OKR_FILE_STATE_GONE, NULL, NULL);
  else
    tell (self, OKR_FILE_STATE_UNREADABLE, NULL, NULL);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  OkrFileWatch *self = user_data;

  self->timeout = 0;
  forget_look (self);
  self->looking = g_cancellable_new ();
  okr_file_read_async (self->file, self->looking, on_read_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
look_soon (OkrFileWatch *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static void
okr_file_watch_dispose (GObject *object)
{
  okr_file_watch_stop (OKR_FILE_WATCH (object));

  G_OBJECT_CLASS (okr_file_watch_parent_class)->dispose (object);
}

static void
okr_file_watch_finalize (GObject *object)
{
  OkrFileWatch *self = OKR_FILE_WATCH (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->known, g_free);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (okr_file_watch_parent_class)->finalize (object);
}

static void
okr_file_watch_class_init (OkrFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = okr_file_watch_dispose;
  object_class->finalize = okr_file_watch_finalize;

  /**
   * OkrFileWatch::found:
   * @state: (type int): an #OkrFileState
   * @bytes: (nullable): what the file holds, if it could be read
   * @sha256: (nullable): the SHA-256 of @bytes in lower-case hex
   *
   * Emitted when a look at the file has shown something new.
   */
  signals[FOUND]
    = g_signal_new ("found", OKR_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_BYTES, G_TYPE_STRING);
}

static void
okr_file_watch_init (OkrFileWatch *self)
{
}

OkrFileWatch *
okr_file_watch_new (GFile *file, const char *sha256)
{
  OkrFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file) && sha256 != NULL, NULL);

  self = g_object_new (OKR_TYPE_FILE_WATCH, NULL);
  self->file = g_object_ref (file);
  self->known = g_strdup (sha256);
  self->told = g_strdup (sha256);
  /* Where nothing can be watched, the regular looks must do. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (look_soon), self,
                             G_CONNECT_SWAPPED);

  return self;
}

void
okr_file_watch_set_known (OkrFileWatch *self, const char *sha256)
{
  g_return_if_fail (OKR_IS_FILE_WATCH (self) && sha256 != NULL);

  forget_look (self);
  g_free (self->known);
  g_free (self->told);
  self->known = g_strdup (sha256);
  self->told = g_strdup (sha256);
}

void
okr_file_watch_check (OkrFileWatch *self)
{
  g_return_if_fail (OKR_IS_FILE_WATCH (self));

  look_soon (self);
}

void
okr_file_watch_stop (OkrFileWatch *self)
{
  g_return_if_fail (OKR_IS_FILE_WATCH (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  forget_look (self);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
}
