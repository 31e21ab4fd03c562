/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _OkrUnknown OkrUnknown;

/**
 * OkrUnknownMember:
 * @group: (nullable): the JSON object inside the item that holds it, as an interned string
 * @after: the known member that it followed, as an interned string; "" when it came first
 * @name: its name
 * @node: its value
 *
 * A member that this program does not know and hands on untouched.
 */
typedef struct
{
  const char *group;
  const char *after;
  char *name;
  JsonNode *node;
} OkrUnknownMember;

OkrUnknown *okr_unknown_new (void);
OkrUnknown *okr_unknown_copy (OkrUnknown *self);
void okr_unknown_free (OkrUnknown *self);
void okr_unknown_add (OkrUnknown *self,
                      const char *group,
                      const char *after,
                      const char *name,
                      JsonNode *node);
guint okr_unknown_get_size (OkrUnknown *self);
const OkrUnknownMember *okr_unknown_get (OkrUnknown *self, guint index);
gboolean okr_unknown_equal (OkrUnknown *a, OkrUnknown *b);
gboolean okr_unknown_same (OkrUnknown *a, OkrUnknown *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrUnknown, okr_unknown_free)

G_END_DECLS
