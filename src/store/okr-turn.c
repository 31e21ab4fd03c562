/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-turn.h"

#include <errno.h>
#include <sys/file.h>

#include "okr-state-folder.h"

struct _OkrTurn
{
  OkrStateFolder *folder; /* its lock ends when it is closed */
  GMutex mutex;
  GCond changed;
  gboolean is_decided;
  gboolean has_come;
};

static void
clear (gpointer data)
{
  OkrTurn *self = data;

  g_clear_pointer (&self->folder, okr_state_folder_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
}

void
okr_turn_end (OkrTurn *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gpointer
wait_in_thread (gpointer data)
{
  g_autoptr (OkrTurn) self = data;
  int result;

  do
    result = flock (self->folder->fd, LOCK_EX);
  while (result < 0 && errno == EINTR);

  g_mutex_lock (&self->mutex);
  self->is_decided = TRUE;
  self->has_come = result == 0;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/* The kernel keeps those who wait in order, which asking again and again would not, but knows no
 * end of patience: a thread waits. When it is late it goes on, and lets go of what it gets. */
static gboolean
wait_until (OkrTurn *self, gint64 deadline)
{
  gboolean is_early = TRUE;
  gboolean has_come;

  g_thread_unref (g_thread_new ("turn", wait_in_thread, g_atomic_rc_box_acquire (self)));
  g_mutex_lock (&self->mutex);
  while (!self->is_decided && is_early)
    is_early = g_cond_wait_until (&self->changed, &self->mutex, deadline);
  has_come = self->has_come;
  g_mutex_unlock (&self->mutex);

  return has_come;
}

OkrTurn *
okr_turn_take (const char *plan_id, gint64 patience)
{
  const gint64 deadline = g_get_monotonic_time () + patience;
  g_autoptr (OkrTurn) self = NULL;
  OkrStateFolder *folder;

  g_return_val_if_fail (plan_id != NULL, NULL);

  folder = okr_state_folder_open_for ("versions", plan_id);
  if (folder == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (OkrTurn);
  self->folder = folder;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  if (flock (folder->fd, LOCK_EX | LOCK_NB) < 0 && !wait_until (self, deadline))
    return NULL;

  return g_steal_pointer (&self);
}
