/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-unknown.h"

#include "okr-json-number.h"

struct _OkrUnknown
{
  GArray *members;
};

static void
clear_member (gpointer data)
{
  OkrUnknownMember *member = data;

  g_clear_pointer (&member->name, g_free);
  g_clear_pointer (&member->node, json_node_unref);
}

/**
 * okr_unknown_new:
 *
 * Returns: (transfer full): an empty set of unknown members
 */
OkrUnknown *
okr_unknown_new (void)
{
  OkrUnknown *self = g_new0 (OkrUnknown, 1);

  self->members = g_array_new (FALSE, FALSE, sizeof (OkrUnknownMember));
  g_array_set_clear_func (self->members, clear_member);

  return self;
}

/**
 * okr_unknown_copy:
 *
 * Returns: (transfer full): an equal set; the values, which nobody changes, are shared
 */
OkrUnknown *
okr_unknown_copy (OkrUnknown *self)
{
  OkrUnknown *copy = okr_unknown_new ();

  g_return_val_if_fail (self != NULL, copy);

  for (guint i = 0; i < self->members->len; i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (self, i);

      okr_unknown_add (copy, member->group, member->after, member->name, member->node);
    }

  return copy;
}

/**
 * okr_unknown_free:
 *
 * Frees the set and drops its values.
 */
void
okr_unknown_free (OkrUnknown *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->members);
  g_free (self);
}

/**
 * okr_unknown_add:
 * @group: (nullable): the JSON object inside the item that holds the member
 * @after: the known member that it follows, or ""
 * @name: its name
 * @node: (transfer none): its value
 *
 * Appends a member. Order is kept.
 */
void
okr_unknown_add (OkrUnknown *self,
                 const char *group,
                 const char *after,
                 const char *name,
                 JsonNode *node)
{
  OkrUnknownMember member;

  g_return_if_fail (self != NULL && after != NULL && name != NULL && node != NULL);

  member.group = g_intern_string (group);
  member.after = g_intern_string (after);
  member.name = g_strdup (name);
  member.node = json_node_ref (node);
  g_array_append_val (self->members, member);
}

/**
 * okr_unknown_get_size:
 *
 * Returns: how many members there are
 */
guint
okr_unknown_get_size (OkrUnknown *self)
{
  return self != NULL ? self->members->len : 0;
}

/**
 * okr_unknown_get:
 * @index: a number below okr_unknown_get_size()
 *
 * Returns: (transfer none): that member
 */
const OkrUnknownMember *
okr_unknown_get (OkrUnknown *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->members->len, NULL);

  return &g_array_index (self->members, OkrUnknownMember, index);
}

/* Usually the one at @index: the order matters only where members follow the same one. */
static const OkrUnknownMember *
find_like (OkrUnknown *self, const OkrUnknownMember *like, guint index)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (self, (index + i) % self->members->len);

      if (member->group == like->group && g_str_equal (member->name, like->name))
        return member;
    }

  return NULL;
}

/**
 * okr_unknown_equal:
 *
 * Returns: whether both sets hold the same members with equal values; as in any JSON object, their
 *   order says nothing
 */
gboolean
okr_unknown_equal (OkrUnknown *a, OkrUnknown *b)
{
  if (okr_unknown_get_size (a) != okr_unknown_get_size (b))
    return FALSE;

  for (guint i = 0; i < okr_unknown_get_size (a); i++)
    {
      const OkrUnknownMember *left = okr_unknown_get (a, i);
      const OkrUnknownMember *right = find_like (b, left, i);

      if (right == NULL || !json_node_equal (left->node, right->node))
        return FALSE;
    }

  return TRUE;
}

/**
 * okr_unknown_same:
 *
 * Returns: whether both sets are written alike: the same members, in the same order and places
 */
gboolean
okr_unknown_same (OkrUnknown *a, OkrUnknown *b)
{
  if (okr_unknown_get_size (a) != okr_unknown_get_size (b))
    return FALSE;

  for (guint i = 0; i < okr_unknown_get_size (a); i++)
    {
      const OkrUnknownMember *left = okr_unknown_get (a, i);
      const OkrUnknownMember *right = okr_unknown_get (b, i);

      if (left->group != right->group || left->after != right->after ||
          !g_str_equal (left->name, right->name) || !okr_json_node_same (left->node, right->node))
        return FALSE;
    }

  return TRUE;
}
