/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-presence.h"

#include <glib/gi18n.h>

#include "okr-presence.h"
#include "waymark-author.h"

/* One file for as long as it is open here; shared with the threads that see to it. */
typedef struct
{
  OkrPresence *presence;
  GMutex work; /* held by the one thread that works with the presence */

  GMutex mutex; /* guards what follows */
  GCond gone;
  gboolean has_left;
} Place;

struct _WaymarkPresence
{
  GObject parent_instance;

  WaymarkSession *session;
  GFile *file;  /* what is announced */
  Place *place; /* NULL: nothing is */
  char *person;
  GStrv others;
  gboolean is_looking;
  guint follow_idle;
  guint refresh_timer;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_OTHERS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkPresence, waymark_presence, G_TYPE_OBJECT)

static Place *
place_new (GFile *file, const char *person)
{
  Place *self = g_atomic_rc_box_new0 (Place);

  self->presence = okr_presence_new (file, person);
  g_mutex_init (&self->work);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->gone);

  return self;
}

static void
place_clear (Place *self)
{
  g_object_unref (self->presence);
  g_mutex_clear (&self->work);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->gone);
}

static void
place_unref (Place *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) place_clear);
}

static gboolean
place_has_left (Place *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  return self->has_left;
}

static void
place_wait (Place *self, gint64 patience)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);
  const gint64 deadline = g_get_monotonic_time () + patience;

  while (!self->has_left && g_cond_wait_until (&self->gone, &self->mutex, deadline))
    continue;
}

static void
announce_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Place *place = data;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&place->work);

  if (!place_has_left (place))
    okr_presence_announce (place->presence);
  g_task_return_pointer (task, okr_presence_list_others (place->presence),
                         (GDestroyNotify) g_strfreev);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Place *place = data;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&place->work);

  g_task_return_pointer (task, okr_presence_list_others (place->presence),
                         (GDestroyNotify) g_strfreev);
}

static void
leave_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Place *place = data;
  g_autoptr (GMutexLocker) work G_GNUC_UNUSED = g_mutex_locker_new (&place->work);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  okr_presence_leave (place->presence);
  locker = g_mutex_locker_new (&place->mutex);
  place->has_left = TRUE;
  g_cond_broadcast (&place->gone);
  g_task_return_boolean (task, TRUE);
}

static void
run (Place *place, GTaskThreadFunc function, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (place), (GDestroyNotify) place_unref);
  g_task_run_in_thread (task, function);
}

static void
take_others (WaymarkPresence *self, GStrv others)
{
  const char *const nobody[] = { NULL };
  const char *const *old = self->others != NULL ? (const char *const *) self->others : nobody;
  const gboolean same = g_strv_equal (old, others != NULL ? (const char *const *) others : nobody);

  g_strfreev (self->others);
  self->others = others;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OTHERS]);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkPresence) self = user_data;
  g_auto (GStrv) others = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_looking = FALSE;
  if (self->place == NULL)
    return;
  if (g_task_get_task_data (G_TASK (result)) == self->place)
    take_others (self, g_steal_pointer (&others));
  else
    waymark_presence_look (self); /* another file was opened meanwhile */
}

static void
announce (WaymarkPresence *self)
{
  self->is_looking = TRUE;
  run (self->place, announce_in_thread, on_looked_cb, g_object_ref (self));
}

static gboolean
on_refresh_cb (gpointer user_data)
{
  announce (user_data);

  return G_SOURCE_CONTINUE;
}

static void
on_left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (user_data != NULL)
    g_application_release (user_data);
}

static void
leave (WaymarkPresence *self)
{
  GApplication *application = g_application_get_default ();

  g_clear_handle_id (&self->refresh_timer, g_source_remove);
  if (self->place == NULL)
    return;

  if (application != NULL)
    g_application_hold (application);
  run (self->place, leave_in_thread, on_left_cb, application);
  g_clear_pointer (&self->place, place_unref);
  g_clear_object (&self->file);
  take_others (self, NULL);
}

static void
enter (WaymarkPresence *self, GFile *file)
{
  g_autofree char *author = self->person != NULL ? g_strdup (self->person) : waymark_author_dup ();

  self->file = g_object_ref (file);
  self->place = place_new (file, *author != '\0' ? author : g_get_user_name ());
  self->refresh_timer = g_timeout_add_seconds (OKR_PRESENCE_REFRESH, on_refresh_cb, self);
  announce (self);
}

/* The session gets its plan and its file one after the other: what is between does not count. */
static gboolean
on_follow_cb (gpointer user_data)
{
  WaymarkPresence *self = user_data;
  GFile *file = waymark_session_get_plan (self->session) != NULL
                    ? waymark_session_get_file (self->session)
                    : NULL;

  self->follow_idle = 0;
  if (file != NULL && self->file != NULL && g_file_equal (file, self->file))
    return G_SOURCE_REMOVE;

  leave (self);
  if (file != NULL)
    enter (self, file);

  return G_SOURCE_REMOVE;
}

static void
on_session_changed_cb (WaymarkPresence *self)
{
  if (self->follow_idle == 0)
    self->follow_idle = g_idle_add (on_follow_cb, self);
}

static void
waymark_presence_get_property (GObject *object, guint property_id, GValue *value,
                               GParamSpec *pspec)
{
  WaymarkPresence *self = WAYMARK_PRESENCE (object);

  if (property_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (property_id == PROP_OTHERS)
    g_value_set_boxed (value, self->others);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_presence_set_property (GObject *object, guint property_id, const GValue *value,
                               GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    WAYMARK_PRESENCE (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_presence_constructed (GObject *object)
{
  WaymarkPresence *self = WAYMARK_PRESENCE (object);

  G_OBJECT_CLASS (waymark_presence_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::plan", G_CALLBACK (on_session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::file", G_CALLBACK (on_session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_session_changed_cb (self);
}

static void
waymark_presence_dispose (GObject *object)
{
  waymark_presence_stop (WAYMARK_PRESENCE (object));

  G_OBJECT_CLASS (waymark_presence_parent_class)->dispose (object);
}

static void
waymark_presence_finalize (GObject *object)
{
  WaymarkPresence *self = WAYMARK_PRESENCE (object);

  g_clear_pointer (&self->others, g_strfreev);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (waymark_presence_parent_class)->finalize (object);
}

static void
waymark_presence_class_init (WaymarkPresenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_presence_get_property;
  object_class->set_property = waymark_presence_set_property;
  object_class->constructed = waymark_presence_constructed;
  object_class->dispose = waymark_presence_dispose;
  object_class->finalize = waymark_presence_finalize;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, WAYMARK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OTHERS] =
      g_param_spec_boxed ("others", NULL, NULL, G_TYPE_STRV,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_presence_init (WaymarkPresence *self)
{
}

WaymarkPresence *
waymark_presence_new (WaymarkSession *session)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  return g_object_new (WAYMARK_TYPE_PRESENCE, "session", session, NULL);
}

void
waymark_presence_set_person (WaymarkPresence *self, const char *person)
{
  g_return_if_fail (WAYMARK_IS_PRESENCE (self) && person != NULL);

  g_free (self->person);
  self->person = g_strdup (person);
}

void
waymark_presence_look (WaymarkPresence *self)
{
  g_return_if_fail (WAYMARK_IS_PRESENCE (self));

  if (self->place == NULL || self->is_looking)
    return;

  self->is_looking = TRUE;
  run (self->place, look_in_thread, on_looked_cb, g_object_ref (self));
}

static char *
join_names (GStrv names)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    /* Translators: between the parts of an enumeration */
    g_string_append_printf (joined, "%s%s", i > 0 ? _ (", ") : "", names[i]);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

char *
waymark_presence_dup_text (WaymarkPresence *self)
{
  guint n_others;
  g_autofree char *names = NULL;

  g_return_val_if_fail (WAYMARK_IS_PRESENCE (self), NULL);

  n_others = self->others != NULL ? g_strv_length (self->others) : 0;
  if (n_others == 0)
    return NULL;

  names = join_names (self->others);
  /* Translators: %s is the name of one person or the names of several */
  return g_strdup_printf (
      ngettext ("%s has this plan open, too", "%s have this plan open, too", n_others), names);
}

void
waymark_presence_stop (WaymarkPresence *self)
{
  g_return_if_fail (WAYMARK_IS_PRESENCE (self));

  g_clear_handle_id (&self->follow_idle, g_source_remove);
  leave (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

void
waymark_presence_stop_now (WaymarkPresence *self, gint64 patience)
{
  Place *place;

  g_return_if_fail (WAYMARK_IS_PRESENCE (self));

  place = self->place != NULL ? g_atomic_rc_box_acquire (self->place) : NULL;
  waymark_presence_stop (self);
  if (place == NULL)
    return;

  place_wait (place, patience);
  place_unref (place);
}
