/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-id.h"
#include "okr-item-private.h"
#include "okr-items.h"
#include "okr-list.h"

typedef struct
{
  char *id;
  OkrItem *parent; /* borrowed: the parent's list holds this item */
  const OkrField *list_field;
  OkrUnknown *unknown;
  guint64 stated;
} OkrItemPrivate;

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OkrItem, okr_item, G_TYPE_OBJECT)

#define PRIVATE(self) ((OkrItemPrivate *) okr_item_get_instance_private (self))

static guint
field_index (OkrItemClass *klass, const OkrField *field)
{
  g_assert (field >= klass->fields && field < klass->fields + klass->n_fields);

  return (guint) (field - klass->fields);
}

/* Serves the stored fields of every item type: property ids are the row numbers of the table. */
static void
okr_item_get_stored_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  OkrItem *self = OKR_ITEM (object);
  OkrItemClass *klass = OKR_ITEM_GET_CLASS (self);

  if (property_id > klass->n_fields)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  else
    okr_field_read (&klass->fields[property_id - 1], self, value);
}

static void
okr_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ID)
    g_value_set_string (value, PRIVATE (OKR_ITEM (object))->id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
okr_item_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ID)
    PRIVATE (OKR_ITEM (object))->id = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
okr_item_constructed (GObject *object)
{
  OkrItem *self = OKR_ITEM (object);
  OkrItemClass *klass = OKR_ITEM_GET_CLASS (self);

  G_OBJECT_CLASS (okr_item_parent_class)->constructed (object);

  if (PRIVATE (self)->id == NULL)
    PRIVATE (self)->id = okr_id_new (klass->id_prefix);
}

static void
okr_item_finalize (GObject *object)
{
  OkrItem *self = OKR_ITEM (object);
  OkrItemClass *klass = OKR_ITEM_GET_CLASS (self);
  OkrItemPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < klass->n_fields; i++)
    okr_field_clear (&klass->fields[i], self);
  g_clear_pointer (&priv->id, g_free);
  g_clear_pointer (&priv->unknown, okr_unknown_free);

  G_OBJECT_CLASS (okr_item_parent_class)->finalize (object);
}

static void
okr_item_class_init (OkrItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = okr_item_get_property;
  object_class->set_property = okr_item_set_property;
  object_class->constructed = okr_item_constructed;
  object_class->finalize = okr_item_finalize;

  /**
   * OkrItem:id:
   *
   * The stable id: a type letter, a hyphen and ten characters.
   */
  properties[PROP_ID] =
      g_param_spec_string ("id", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * OkrItem::changed:
   *
   * Emitted once after an edit, or after a group of edits, that changed what this item shows: a
   * stored field, a child's field, or a figure derived from them.
   */
  signals[CHANGED] = g_signal_new ("changed", OKR_TYPE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
okr_item_init (OkrItem *self)
{
}

/* Called by each type's class_init. */
void
okr_item_class_install_fields (OkrItemClass *klass, const char *kind, const char *label,
                               char id_prefix, const OkrField *fields, guint n_fields)
{
  g_return_if_fail (klass != NULL && n_fields <= 64);

  klass->kind = kind;
  klass->label = label;
  klass->id_prefix = id_prefix;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);
  G_OBJECT_CLASS (klass)->get_property = okr_item_get_stored_property;

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == OKR_FIELD_ID)
        continue;
      klass->pspecs[i] = okr_field_create_param_spec (&fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->pspecs[i]);
    }
}

/* Called by each type's instance init: the class is not yet the final one in ours. */
void
okr_item_init_fields (OkrItem *self, const OkrField *fields, guint n_fields)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n_fields; i++)
    okr_field_init (&fields[i], self);
}

void
okr_item_store_silently (OkrItem *self, const OkrField *field, const GValue *value)
{
  okr_field_store (field, self, value);
}

void
okr_item_store (OkrItem *self, const OkrField *field, const GValue *value)
{
  OkrItemClass *klass = OKR_ITEM_GET_CLASS (self);

  okr_field_store (field, self, value);
  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[field_index (klass, field)]);
}

void
okr_item_set_parent (OkrItem *self, OkrItem *parent, const OkrField *field)
{
  g_return_if_fail (OKR_IS_ITEM (self));
  g_return_if_fail (parent == NULL || PRIVATE (self)->parent == NULL);

  PRIVATE (self)->parent = parent;
  PRIVATE (self)->list_field = field;
}

void
okr_item_set_id (OkrItem *self, const char *id)
{
  g_return_if_fail (OKR_IS_ITEM (self) && PRIVATE (self)->parent == NULL);

  g_free (PRIVATE (self)->id);
  PRIVATE (self)->id = g_strdup (id);
}

void
okr_item_emit_changed (OkrItem *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
okr_item_mark_stated (OkrItem *self, const OkrField *field)
{
  PRIVATE (self)->stated |= G_GUINT64_CONSTANT (1)
                            << field_index (OKR_ITEM_GET_CLASS (self), field);
}

gboolean
okr_item_is_stated (OkrItem *self, const OkrField *field)
{
  return (PRIVATE (self)->stated >> field_index (OKR_ITEM_GET_CLASS (self), field)) & 1;
}

OkrUnknown *
okr_item_peek_unknown (OkrItem *self)
{
  return PRIVATE (self)->unknown;
}

OkrUnknown *
okr_item_ensure_unknown (OkrItem *self)
{
  if (PRIVATE (self)->unknown == NULL)
    PRIVATE (self)->unknown = okr_unknown_new ();

  return PRIVATE (self)->unknown;
}

guint64
okr_item_get_stated (OkrItem *self)
{
  return PRIVATE (self)->stated;
}

void
okr_item_take_unknown (OkrItem *self, OkrUnknown *unknown, guint64 stated)
{
  g_clear_pointer (&PRIVATE (self)->unknown, okr_unknown_free);
  PRIVATE (self)->unknown = unknown;
  PRIVATE (self)->stated = stated;
}

const char *
okr_item_get_id (OkrItem *self)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);

  return PRIVATE (self)->id;
}

OkrItem *
okr_item_get_parent (OkrItem *self)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);

  return PRIVATE (self)->parent;
}

const OkrField *
okr_item_get_list_field (OkrItem *self)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);

  return PRIVATE (self)->list_field;
}

guint
okr_item_get_position (OkrItem *self)
{
  guint position = 0;
  OkrItemPrivate *priv;

  g_return_val_if_fail (OKR_IS_ITEM (self), 0);

  priv = PRIVATE (self);
  if (priv->parent != NULL)
    okr_list_find (OKR_LIST (okr_item_get_children (priv->parent, priv->list_field)), self,
                   &position);

  return position;
}

const char *
okr_item_get_kind (OkrItem *self)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);

  return OKR_ITEM_GET_CLASS (self)->kind;
}

const char *
okr_item_get_kind_label (OkrItem *self)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);

  return g_dgettext (GETTEXT_PACKAGE, OKR_ITEM_GET_CLASS (self)->label);
}

const char *
okr_item_get_title (OkrItem *self)
{
  const OkrField *field;
  const char *text;

  g_return_val_if_fail (OKR_IS_ITEM (self), "");

  field = okr_item_find_field (self, "title");
  if (field == NULL)
    field = okr_item_find_field (self, "name");
  if (field == NULL)
    return "";

  text = G_STRUCT_MEMBER (const char *, self, field->offset);

  return text != NULL ? text : "";
}

const OkrField *
okr_item_get_fields (OkrItem *self, guint *n_fields)
{
  OkrItemClass *klass;

  g_return_val_if_fail (OKR_IS_ITEM (self) && n_fields != NULL, NULL);

  klass = OKR_ITEM_GET_CLASS (self);
  *n_fields = klass->n_fields;

  return klass->fields;
}

const OkrField *
okr_item_find_field (OkrItem *self, const char *path)
{
  OkrItemClass *klass;
  const OkrField *bare = NULL;
  const char *dot;

  g_return_val_if_fail (OKR_IS_ITEM (self) && path != NULL, NULL);

  klass = OKR_ITEM_GET_CLASS (self);
  dot = strchr (path, '.');

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const OkrField *field = &klass->fields[i];

      if (dot != NULL && field->group != NULL && g_str_equal (field->name, dot + 1) &&
          strlen (field->group) == (gsize) (dot - path) &&
          strncmp (field->group, path, (gsize) (dot - path)) == 0)
        return field;
      if (dot == NULL && g_str_equal (field->name, path))
        {
          if (field->group == NULL)
            return field;
          bare = bare == NULL ? field : NULL;
        }
    }

  return bare;
}

GListModel *
okr_item_get_children (OkrItem *self, const OkrField *field)
{
  OkrList **list;

  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);
  g_return_val_if_fail (field != NULL && field->type == OKR_FIELD_CHILDREN, NULL);

  list = &G_STRUCT_MEMBER (OkrList *, self, field->offset);
  if (*list == NULL)
    *list = okr_list_new (self, field);

  return G_LIST_MODEL (*list);
}

GListModel *
okr_item_get_list (OkrItem *self, const char *name)
{
  const OkrField *field = okr_item_find_field (self, name);

  g_return_val_if_fail (field != NULL, NULL);

  return okr_item_get_children (self, field);
}

gboolean
okr_item_is_inside (OkrItem *self, OkrItem *ancestor)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), FALSE);

  for (OkrItem *item = self; item != NULL; item = PRIVATE (item)->parent)
    {
      if (item == ancestor)
        return TRUE;
    }

  return FALSE;
}

static void
copy_children (OkrItem *from, OkrItem *to, const OkrField *field, gboolean afresh)
{
  OkrList *list = G_STRUCT_MEMBER (OkrList *, from, field->offset);

  for (guint i = 0; i < okr_list_get_size (list); i++)
    {
      g_autoptr (OkrItem) child = afresh ? okr_item_copy_afresh (okr_list_peek (list, i))
                                         : okr_item_copy (okr_list_peek (list, i));

      okr_list_insert (OKR_LIST (okr_item_get_children (to, field)), i, child);
    }
}

static gboolean
is_past_group (const char *group)
{
  return g_strcmp0 (group, "agreed") == 0 || g_strcmp0 (group, "grade") == 0;
}

/* What happened to the original says nothing about a fresh copy. */
static gboolean
belongs_to_the_past (const OkrField *field)
{
  static const char *const names[] = { "checkIns",   "readings",    "done",
                                       "addedLater", "carriedFrom", NULL };

  return g_strv_contains (names, field->name) || is_past_group (field->group);
}

static void
copy_unknown (OkrItem *from, OkrItem *to, gboolean afresh)
{
  OkrUnknown *unknown = PRIVATE (from)->unknown;

  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (unknown, i);

      if (!afresh || !is_past_group (member->group))
        okr_unknown_add (okr_item_ensure_unknown (to), member->group, member->after, member->name,
                         member->node);
    }
}

static OkrItem *
copy_item (OkrItem *self, gboolean afresh)
{
  OkrItemClass *klass = OKR_ITEM_GET_CLASS (self);
  OkrItem *copy = okr_item_new (G_OBJECT_TYPE (self), afresh ? NULL : PRIVATE (self)->id);

  PRIVATE (copy)->stated = afresh ? 0 : PRIVATE (self)->stated;
  copy_unknown (self, copy, afresh);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const OkrField *field = &klass->fields[i];
      g_auto (GValue) value = G_VALUE_INIT;

      if (afresh && belongs_to_the_past (field))
        continue;
      if (field->type == OKR_FIELD_CHILDREN)
        {
          copy_children (self, copy, field, afresh);
        }
      else if (field->type != OKR_FIELD_ID && !okr_field_is_fallback (field, self))
        {
          g_value_init (&value, okr_field_get_value_type (field));
          okr_field_read (field, self, &value);
          okr_field_store (field, copy, &value);
        }
    }

  return copy;
}

OkrItem *
okr_item_copy (OkrItem *self)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);

  return copy_item (self, FALSE);
}

OkrItem *
okr_item_copy_afresh (OkrItem *self)
{
  g_return_val_if_fail (OKR_IS_ITEM (self), NULL);

  return copy_item (self, TRUE);
}

static gboolean
lists_equal (OkrList *a, OkrList *b)
{
  if (okr_list_get_size (a) != okr_list_get_size (b))
    return FALSE;

  for (guint i = 0; i < okr_list_get_size (a); i++)
    {
      if (!okr_item_equal (okr_list_peek (a, i), okr_list_peek (b, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fields_equal (OkrItem *a, OkrItem *b, const OkrField *field)
{
  g_auto (GValue) left = G_VALUE_INIT;
  g_auto (GValue) right = G_VALUE_INIT;

  if (field->type == OKR_FIELD_CHILDREN)
    return lists_equal (G_STRUCT_MEMBER (OkrList *, a, field->offset),
                        G_STRUCT_MEMBER (OkrList *, b, field->offset));

  g_value_init (&left, okr_field_get_value_type (field));
  g_value_init (&right, okr_field_get_value_type (field));
  okr_field_read (field, a, &left);
  okr_field_read (field, b, &right);

  return okr_field_values_equal (field, &left, &right);
}

gboolean
okr_item_equal (OkrItem *self, OkrItem *other)
{
  OkrItemClass *klass;

  g_return_val_if_fail (OKR_IS_ITEM (self) && OKR_IS_ITEM (other), FALSE);

  if (G_OBJECT_TYPE (self) != G_OBJECT_TYPE (other) ||
      !okr_unknown_equal (PRIVATE (self)->unknown, PRIVATE (other)->unknown))
    return FALSE;

  klass = OKR_ITEM_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!fields_equal (self, other, &klass->fields[i]))
        return FALSE;
    }

  return TRUE;
}

OkrItem *
okr_item_new (GType type, const char *id)
{
  g_return_val_if_fail (g_type_is_a (type, OKR_TYPE_ITEM), NULL);

  return g_object_new (type, "id", id, NULL);
}

GType
okr_item_type_from_kind (const char *kind)
{
  GType types[] = {
    OKR_TYPE_CYCLE,     OKR_TYPE_TEAM,       OKR_TYPE_OBJECTIVE, OKR_TYPE_KEY_RESULT,
    OKR_TYPE_MILESTONE, OKR_TYPE_INITIATIVE, OKR_TYPE_CHECK_IN,  OKR_TYPE_KPI,
    OKR_TYPE_READING,   OKR_TYPE_REVIEW,
  };

  g_return_val_if_fail (kind != NULL, G_TYPE_INVALID);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

      if (g_str_equal (OKR_ITEM_CLASS (klass)->kind, kind))
        return types[i];
    }

  return G_TYPE_INVALID;
}
