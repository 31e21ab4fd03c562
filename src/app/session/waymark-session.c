/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-session.h"

#include <glib/gi18n.h>

#include "waymark-filter.h"

struct _WaymarkSession
{
  GObject parent_instance;

  OkrPlan *plan;
  GFile *file;
  GFile *origin;
  OkrCycle *cycle;
  OkrTeam *team;
  OkrItem *selected;
  char *typed;
  WaymarkFilter *filter;
};

enum
{
  PROP_0,
  PROP_PLAN,
  PROP_FILE,
  PROP_CYCLE,
  PROP_TEAM,
  PROP_SELECTED,
  PROP_ATTENTION,
  PROP_SEARCH,
  PROP_TYPED,
  PROP_MODIFIED,
  PROP_TITLE,
  N_PROPS
};

enum
{
  FILTER_CHANGED,
  PROBLEM,
  MESSAGE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkSession, waymark_session, G_TYPE_OBJECT)

static void
notify (WaymarkSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
emit_filter_changed (WaymarkSession *self)
{
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static gboolean
is_in_plan (WaymarkSession *self, gpointer item)
{
  return item == NULL ||
         (self->plan != NULL &&
          okr_plan_find (self->plan, okr_item_get_id (OKR_ITEM (item))) == OKR_ITEM (item));
}

/* An edit may remove what the session points at. */
static void
drop_what_is_gone (WaymarkSession *self)
{
  if (!is_in_plan (self, self->cycle))
    waymark_session_set_cycle (self, okr_plan_get_current_cycle (self->plan));
  if (!is_in_plan (self, self->team))
    waymark_session_set_team (self, NULL);
  if (!is_in_plan (self, self->selected))
    waymark_session_set_selected (self, NULL);
}

static void
on_plan_edited_cb (WaymarkSession *self, guint flags)
{
  waymark_filter_forget (self->filter);
  drop_what_is_gone (self);
  if (self->cycle == NULL && self->plan != NULL &&
      g_list_model_get_n_items (okr_plan_get_cycles (self->plan)) == 1)
    waymark_session_set_cycle (self, okr_plan_get_current_cycle (self->plan));
  notify (self, PROP_TITLE);
  if ((flags & OKR_EDIT_STRUCTURE) != 0 || waymark_session_is_filtered (self))
    emit_filter_changed (self);
}

static void
on_modified_cb (WaymarkSession *self)
{
  notify (self, PROP_MODIFIED);
}

static void
waymark_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WaymarkSession *self = WAYMARK_SESSION (object);

  switch (property_id)
    {
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_CYCLE:
      g_value_set_object (value, self->cycle);
      break;
    case PROP_TEAM:
      g_value_set_object (value, self->team);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_ATTENTION:
      g_value_set_uint (value, waymark_filter_get_attention (self->filter));
      break;
    case PROP_SEARCH:
      g_value_set_string (value, waymark_filter_get_search (self->filter));
      break;
    case PROP_TYPED:
      g_value_set_string (value, self->typed);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, waymark_session_get_modified (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, waymark_session_dup_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
waymark_session_set_property (GObject *object, guint property_id, const GValue *value,
                              GParamSpec *pspec)
{
  WaymarkSession *self = WAYMARK_SESSION (object);

  switch (property_id)
    {
    case PROP_PLAN:
      waymark_session_set_plan (self, g_value_get_object (value));
      break;
    case PROP_FILE:
      waymark_session_set_file (self, g_value_get_object (value));
      break;
    case PROP_CYCLE:
      waymark_session_set_cycle (self, g_value_get_object (value));
      break;
    case PROP_TEAM:
      waymark_session_set_team (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      waymark_session_set_selected (self, g_value_get_object (value));
      break;
    case PROP_ATTENTION:
      waymark_session_set_attention (self, g_value_get_uint (value));
      break;
    case PROP_SEARCH:
      waymark_session_set_search (self, g_value_get_string (value));
      break;
    case PROP_TYPED:
      waymark_session_set_typed (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
disconnect_plan (WaymarkSession *self)
{
  if (self->plan == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->plan, self);
  g_signal_handlers_disconnect_by_data (okr_plan_get_history (self->plan), self);
}

static void
waymark_session_dispose (GObject *object)
{
  WaymarkSession *self = WAYMARK_SESSION (object);

  disconnect_plan (self);
  waymark_filter_forget (self->filter);
  g_clear_object (&self->selected);
  g_clear_object (&self->team);
  g_clear_object (&self->cycle);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
  g_clear_object (&self->origin);

  G_OBJECT_CLASS (waymark_session_parent_class)->dispose (object);
}

static void
waymark_session_finalize (GObject *object)
{
  WaymarkSession *self = WAYMARK_SESSION (object);

  g_clear_pointer (&self->filter, waymark_filter_free);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (waymark_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = read | G_PARAM_WRITABLE;

  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, OKR_TYPE_PLAN, both);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, both);
  properties[PROP_CYCLE] = g_param_spec_object ("cycle", NULL, NULL, OKR_TYPE_CYCLE, both);
  properties[PROP_TEAM] = g_param_spec_object ("team", NULL, NULL, OKR_TYPE_TEAM, both);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, OKR_TYPE_ITEM, both);
  properties[PROP_ATTENTION] = g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0, both);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", both);
  properties[PROP_TYPED] = g_param_spec_string ("typed", NULL, NULL, NULL, both);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, read);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_session_class_init (WaymarkSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_session_get_property;
  object_class->set_property = waymark_session_set_property;
  object_class->dispose = waymark_session_dispose;
  object_class->finalize = waymark_session_finalize;
  install_properties (object_class);

  /**
   * WaymarkSession::filter-changed:
   *
   * What waymark_session_shows() answers may have changed.
   */
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", WAYMARK_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * WaymarkSession::problem:
   * @message: plain text
   *
   * Something that a person tried could not be done.
   */
  signals[PROBLEM] = g_signal_new ("problem", WAYMARK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * WaymarkSession::message:
   * @message: plain text
   * @can_undo: whether to offer "Undo" with it
   *
   * Something was done that deserves a word.
   */
  signals[MESSAGE] = g_signal_new ("message", WAYMARK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
waymark_session_init (WaymarkSession *self)
{
  self->filter = waymark_filter_new ();
}

WaymarkSession *
waymark_session_new (void)
{
  return g_object_new (WAYMARK_TYPE_SESSION, NULL);
}

OkrPlan *
waymark_session_get_plan (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return self->plan;
}

void
waymark_session_set_plan (WaymarkSession *self, OkrPlan *plan)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));
  g_return_if_fail (plan == NULL || OKR_IS_PLAN (plan));

  if (self->plan == plan)
    return;

  waymark_session_set_selected (self, NULL);
  waymark_session_set_team (self, NULL);
  waymark_session_set_cycle (self, NULL);
  disconnect_plan (self);
  waymark_filter_forget (self->filter);
  g_set_object (&self->plan, plan);
  g_clear_object (&self->origin);
  if (plan != NULL)
    {
      g_signal_connect_object (plan, "edited", G_CALLBACK (on_plan_edited_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (plan, "today-changed", G_CALLBACK (emit_filter_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (okr_plan_get_history (plan), "notify::modified",
                               G_CALLBACK (on_modified_cb), self, G_CONNECT_SWAPPED);
      g_set_object (&self->cycle, okr_plan_get_current_cycle (plan));
    }

  notify (self, PROP_PLAN);
  notify (self, PROP_CYCLE);
  notify (self, PROP_MODIFIED);
  notify (self, PROP_TITLE);
  emit_filter_changed (self);
}

GFile *
waymark_session_get_file (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return self->file;
}

void
waymark_session_set_file (WaymarkSession *self, GFile *file)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (!g_set_object (&self->file, file))
    return;

  notify (self, PROP_FILE);
  notify (self, PROP_TITLE);
}

GFile *
waymark_session_get_origin (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return self->origin;
}

void
waymark_session_set_origin (WaymarkSession *self, GFile *origin)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  g_set_object (&self->origin, origin);
}

GFile *
waymark_session_dup_folder (WaymarkSession *self)
{
  GFile *file;

  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  file = self->file != NULL ? self->file : self->origin;

  return file != NULL ? g_file_get_parent (file) : NULL;
}

OkrCycle *
waymark_session_get_cycle (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return self->cycle;
}

void
waymark_session_set_cycle (WaymarkSession *self, OkrCycle *cycle)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (!g_set_object (&self->cycle, cycle))
    return;

  notify (self, PROP_CYCLE);
  emit_filter_changed (self);
}

OkrTeam *
waymark_session_get_team (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return self->team;
}

void
waymark_session_set_team (WaymarkSession *self, OkrTeam *team)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (!g_set_object (&self->team, team))
    return;

  notify (self, PROP_TEAM);
  emit_filter_changed (self);
}

OkrItem *
waymark_session_get_selected (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return self->selected;
}

void
waymark_session_set_selected (WaymarkSession *self, OkrItem *item)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (g_set_object (&self->selected, item))
    notify (self, PROP_SELECTED);
}

guint
waymark_session_get_attention (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), 0);

  return waymark_filter_get_attention (self->filter);
}

void
waymark_session_set_attention (WaymarkSession *self, guint attention)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (!waymark_filter_set_attention (self->filter, attention))
    return;

  notify (self, PROP_ATTENTION);
  emit_filter_changed (self);
}

const char *
waymark_session_get_search (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return waymark_filter_get_search (self->filter);
}

void
waymark_session_set_search (WaymarkSession *self, const char *search)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (!waymark_filter_set_search (self->filter, search))
    return;

  notify (self, PROP_SEARCH);
  emit_filter_changed (self);
}

const char *
waymark_session_get_typed (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  return self->typed;
}

void
waymark_session_set_typed (WaymarkSession *self, const char *typed)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (g_strcmp0 (self->typed, typed) == 0)
    return;

  g_free (self->typed);
  self->typed = g_strdup (typed);
  notify (self, PROP_TYPED);
}

gboolean
waymark_session_get_modified (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), FALSE);

  return self->plan != NULL && okr_history_is_modified (okr_plan_get_history (self->plan));
}

char *
waymark_session_dup_title (WaymarkSession *self)
{
  const char *title;

  g_return_val_if_fail (WAYMARK_IS_SESSION (self), NULL);

  title = self->plan != NULL ? okr_item_get_title (OKR_ITEM (self->plan)) : "";
  if (*title != '\0')
    return g_strdup (title);
  if (self->file != NULL)
    return g_file_get_basename (self->file);

  return g_strdup (self->plan != NULL ? _ ("Untitled Plan") : "");
}

gboolean
waymark_session_is_filtered (WaymarkSession *self)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self), FALSE);

  return !waymark_filter_is_empty (self->filter);
}

gboolean
waymark_session_shows (WaymarkSession *self, OkrItem *item)
{
  OkrObjective *objective;

  g_return_val_if_fail (WAYMARK_IS_SESSION (self) && OKR_IS_ITEM (item), FALSE);

  objective =
      OKR_IS_KEY_RESULT (item) ? OKR_OBJECTIVE (okr_item_get_parent (item)) : OKR_OBJECTIVE (item);
  if (objective == NULL || self->plan == NULL ||
      !okr_plan_is_in_scope (self->plan, objective, self->cycle, self->team))
    return FALSE;

  return waymark_filter_shows (self->filter, self->plan, item);
}

gboolean
waymark_session_shows_whole (WaymarkSession *self, OkrObjective *objective)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self) && OKR_IS_OBJECTIVE (objective), FALSE);

  return waymark_filter_shows_whole (self->filter, self->plan, objective);
}

gboolean
waymark_session_meets_filter (WaymarkSession *self, OkrItem *item)
{
  g_return_val_if_fail (WAYMARK_IS_SESSION (self) && OKR_IS_ITEM (item), FALSE);

  return waymark_filter_meets (self->filter, self->plan, item);
}

void
waymark_session_report (WaymarkSession *self, const GError *error)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self));

  if (error != NULL)
    g_signal_emit (self, signals[PROBLEM], 0, error->message);
}

void
waymark_session_announce (WaymarkSession *self, const char *message, gboolean can_undo)
{
  g_return_if_fail (WAYMARK_IS_SESSION (self) && message != NULL);

  g_signal_emit (self, signals[MESSAGE], 0, message, can_undo);
}
