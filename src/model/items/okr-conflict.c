/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-conflict.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"

struct _OkrConflict
{
  OkrItem parent_instance;

  char *item_id;
  char *field_path;
  JsonNode *base;
  JsonNode *ours;
  JsonNode *theirs;
  JsonNode *others;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "item",
    .type = OKR_FIELD_REFERENCE,
    .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrConflict, item_id),
    .label = N_ ("Item") },
  { .name = "field",
    .type = OKR_FIELD_TEXT,
    .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrConflict, field_path),
    .label = N_ ("Field") },
  { .name = "base",
    .type = OKR_FIELD_JSON,
    .offset = G_STRUCT_OFFSET (OkrConflict, base),
    .label = N_ ("Value before") },
  { .name = "ours",
    .type = OKR_FIELD_JSON,
    .offset = G_STRUCT_OFFSET (OkrConflict, ours),
    .label = N_ ("Value here") },
  { .name = "theirs",
    .type = OKR_FIELD_JSON,
    .offset = G_STRUCT_OFFSET (OkrConflict, theirs),
    .label = N_ ("Value in the other copy") },
  { .name = "others",
    .type = OKR_FIELD_JSON,
    .offset = G_STRUCT_OFFSET (OkrConflict, others),
    .label = N_ ("Values in further copies") },
};

G_DEFINE_FINAL_TYPE (OkrConflict, okr_conflict, OKR_TYPE_ITEM)

static void
okr_conflict_class_init (OkrConflictClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "conflict", N_ ("Conflict"), 'x', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_conflict_init (OkrConflict *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_conflict_get_item_id:
 *
 * Returns: the id of the item that the question is about
 */
const char *
okr_conflict_get_item_id (OkrConflict *self)
{
  g_return_val_if_fail (OKR_IS_CONFLICT (self), "");

  return self->item_id != NULL ? self->item_id : "";
}

/**
 * okr_conflict_get_field_path:
 *
 * Returns: the path of the field in question, such as "settings.graceDays"; the name of a member
 *   that this program does not know; or "parent" for the place of an item that is no team
 */
const char *
okr_conflict_get_field_path (OkrConflict *self)
{
  g_return_val_if_fail (OKR_IS_CONFLICT (self), "");

  return self->field_path != NULL ? self->field_path : "";
}

/**
 * okr_conflict_get_base:
 *
 * Returns: (transfer none) (nullable): the value that both copies started from; %NULL when there
 *   was none
 */
JsonNode *
okr_conflict_get_base (OkrConflict *self)
{
  g_return_val_if_fail (OKR_IS_CONFLICT (self), NULL);

  return self->base;
}

/**
 * okr_conflict_get_ours:
 *
 * Returns: (transfer none) (nullable): the value that stood here when the question arose; %NULL
 * when it was absent
 */
JsonNode *
okr_conflict_get_ours (OkrConflict *self)
{
  g_return_val_if_fail (OKR_IS_CONFLICT (self), NULL);

  return self->ours;
}

/**
 * okr_conflict_get_theirs:
 *
 * Returns: (transfer none) (nullable): the value of the other copy; %NULL when it was absent
 */
JsonNode *
okr_conflict_get_theirs (OkrConflict *self)
{
  g_return_val_if_fail (OKR_IS_CONFLICT (self), NULL);

  return self->theirs;
}

/**
 * okr_conflict_get_others:
 *
 * Returns: (transfer none) (nullable): a list of the values of further copies; usually there is
 * none
 */
JsonNode *
okr_conflict_get_others (OkrConflict *self)
{
  g_return_val_if_fail (OKR_IS_CONFLICT (self), NULL);

  return self->others != NULL && JSON_NODE_HOLDS_ARRAY (self->others) ? self->others : NULL;
}

/**
 * okr_conflict_create_id:
 * @item_id: the id of an item
 * @path: the path of a field
 *
 * Returns: (transfer full): the id of the conflict about that field
 */
char *
okr_conflict_create_id (const char *item_id, const char *path)
{
  static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char id[] = "x-..........";

  g_return_val_if_fail (item_id != NULL && path != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) item_id, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) path, -1);
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 2; i < sizeof id - 1; i++)
    id[i] = alphabet[digest[i] % 32];

  return g_strdup (id);
}
