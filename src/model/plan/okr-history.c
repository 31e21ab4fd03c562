/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-history.h"

#include "okr-history-private.h"

struct _OkrHistory
{
  GObject parent_instance;

  GPtrArray *groups;
  guint n_done; /* groups before this index are carried out, the others can be done again */
  guint64 last_revision;
  guint64 saved_revision;
  gboolean may_coalesce;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OkrHistory, okr_history, G_TYPE_OBJECT)

static OkrChangeGroup *
peek_group (OkrHistory *self, guint index)
{
  return index < self->groups->len ? self->groups->pdata[index] : NULL;
}

static void
notify_all (OkrHistory *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static gboolean
changes_nothing (OkrChange *change)
{
  return change->type == OKR_CHANGE_SET &&
         okr_field_values_equal (change->field, &change->before, &change->after);
}

static void
append_joined (GPtrArray *changes, OkrChange *next)
{
  OkrChange *last = changes->len > 0 ? changes->pdata[changes->len - 1] : NULL;
  g_autoptr (OkrChange) joined = last != NULL ? okr_change_join (last, next) : NULL;

  if (joined != NULL)
    g_ptr_array_set_size (changes, (int) changes->len - 1);
  if (joined == NULL || !changes_nothing (joined))
    g_ptr_array_add (changes, okr_change_ref (joined != NULL ? joined : next));
}

static void
join (OkrHistory *self, OkrChangeGroup *last, OkrChangeGroup *group)
{
  for (guint i = 0; i < group->changes->len; i++)
    append_joined (last->changes, group->changes->pdata[i]);
  last->revision = ++self->last_revision;
  self->may_coalesce = TRUE;

  /* Typed and taken out again: there is no step, and what follows does not join the one before. */
  if (last->changes->len == 0)
    {
      g_ptr_array_set_size (self->groups, (int) --self->n_done);
      self->may_coalesce = FALSE;
    }
}

static void
append (OkrHistory *self, OkrChangeGroup *group)
{
  g_ptr_array_set_size (self->groups, (int) self->n_done);
  group->revision = ++self->last_revision;
  g_ptr_array_add (self->groups, group);
  self->n_done = self->groups->len;
  self->may_coalesce = TRUE;
}

static gboolean
can_join (OkrHistory *self, OkrChangeGroup *last, OkrChangeGroup *group)
{
  return self->may_coalesce && last != NULL && self->n_done == self->groups->len &&
         group->key != NULL && g_strcmp0 (last->key, group->key) == 0 &&
         last->revision != self->saved_revision;
}

static void
okr_history_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  OkrHistory *self = OKR_HISTORY (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, okr_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, okr_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, okr_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, okr_history_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, okr_history_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
okr_history_finalize (GObject *object)
{
  OkrHistory *self = OKR_HISTORY (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (okr_history_parent_class)->finalize (object);
}

static void
okr_history_class_init (OkrHistoryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = okr_history_get_property;
  object_class->finalize = okr_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
okr_history_init (OkrHistory *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_change_group_free);
}

OkrHistory *
okr_history_new (void)
{
  return g_object_new (OKR_TYPE_HISTORY, NULL);
}

OkrChangeGroup *
okr_change_group_new (const char *label, const char *key)
{
  OkrChangeGroup *self = g_new0 (OkrChangeGroup, 1);

  self->label = g_strdup (label);
  self->key = g_strdup (key);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_change_unref);

  return self;
}

void
okr_change_group_free (OkrChangeGroup *self)
{
  g_free (self->label);
  g_free (self->key);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* Takes the group. What could have been done again is forgotten, and so is a step that, with what
 * joined it, ends where it began. */
void
okr_history_push (OkrHistory *self, OkrChangeGroup *group)
{
  OkrChangeGroup *last = peek_group (self, self->n_done - 1);

  g_assert (group->changes->len > 0);

  if (can_join (self, last, group))
    {
      join (self, last, group);
      okr_change_group_free (group);
    }
  else
    {
      append (self, group);
    }

  notify_all (self);
}

OkrChangeGroup *
okr_history_step_back (OkrHistory *self)
{
  OkrChangeGroup *group = NULL;

  if (self->n_done > 0)
    {
      group = peek_group (self, --self->n_done);
      self->may_coalesce = FALSE;
      notify_all (self);
    }

  return group;
}

OkrChangeGroup *
okr_history_step_forward (OkrHistory *self)
{
  OkrChangeGroup *group = peek_group (self, self->n_done);

  if (group != NULL)
    {
      self->n_done++;
      self->may_coalesce = FALSE;
      notify_all (self);
    }

  return group;
}

/**
 * okr_history_can_undo:
 *
 * Returns: whether there is something to take back
 */
gboolean
okr_history_can_undo (OkrHistory *self)
{
  g_return_val_if_fail (OKR_IS_HISTORY (self), FALSE);

  return self->n_done > 0;
}

/**
 * okr_history_can_redo:
 *
 * Returns: whether there is something to do again
 */
gboolean
okr_history_can_redo (OkrHistory *self)
{
  g_return_val_if_fail (OKR_IS_HISTORY (self), FALSE);

  return self->n_done < self->groups->len;
}

/**
 * okr_history_get_undo_label:
 *
 * Returns: (nullable): the translated name of what would be taken back
 */
const char *
okr_history_get_undo_label (OkrHistory *self)
{
  g_return_val_if_fail (OKR_IS_HISTORY (self), NULL);

  return self->n_done > 0 ? peek_group (self, self->n_done - 1)->label : NULL;
}

/**
 * okr_history_get_redo_label:
 *
 * Returns: (nullable): the translated name of what would be done again
 */
const char *
okr_history_get_redo_label (OkrHistory *self)
{
  g_return_val_if_fail (OKR_IS_HISTORY (self), NULL);

  return okr_history_can_redo (self) ? peek_group (self, self->n_done)->label : NULL;
}

/**
 * okr_history_get_revision:
 *
 * Returns: a number that names the present state: it comes back when an edit is taken back
 */
guint64
okr_history_get_revision (OkrHistory *self)
{
  g_return_val_if_fail (OKR_IS_HISTORY (self), 0);

  return self->n_done > 0 ? peek_group (self, self->n_done - 1)->revision : 0;
}

/**
 * okr_history_is_modified:
 *
 * Returns: whether the present state is another than the saved one
 */
gboolean
okr_history_is_modified (OkrHistory *self)
{
  return okr_history_get_revision (self) != self->saved_revision;
}

/**
 * okr_history_mark_saved:
 *
 * Notes that the present state is what the file holds.
 */
void
okr_history_mark_saved (OkrHistory *self)
{
  okr_history_mark_revision_saved (self, okr_history_get_revision (self));
}

/**
 * okr_history_mark_revision_saved:
 * @revision: what okr_history_get_revision() said when the bytes that are now safe were made
 *
 * Notes what the file holds, when editing went on while it was written.
 */
void
okr_history_mark_revision_saved (OkrHistory *self, guint64 revision)
{
  g_return_if_fail (OKR_IS_HISTORY (self));

  if (self->saved_revision == revision)
    return;

  self->saved_revision = revision;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * okr_history_stop_coalescing:
 *
 * Makes the next edit a step of its own, for example because the field lost the focus.
 */
void
okr_history_stop_coalescing (OkrHistory *self)
{
  g_return_if_fail (OKR_IS_HISTORY (self));

  self->may_coalesce = FALSE;
}

/**
 * okr_history_get_depth:
 *
 * Returns: how many steps can be taken back
 */
guint
okr_history_get_depth (OkrHistory *self)
{
  g_return_val_if_fail (OKR_IS_HISTORY (self), 0);

  return self->n_done;
}
