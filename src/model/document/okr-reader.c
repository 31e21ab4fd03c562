/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-id.h"
#include "okr-item-private.h"
#include "okr-json-scan.h"
#include "okr-json-shelter.h"
#include "okr-list.h"
#include "okr-plan-private.h"
#include "okr-reader-private.h"

static gboolean read_members (OkrReader *self, OkrItem *item, const char *group, JsonObject *object,
                              GError **error);

static gsize
enter (OkrReader *self, const char *member)
{
  const gsize length = self->path->len;

  g_string_append_c (self->path, '/');
  for (const char *c = member; *c != '\0'; c++)
    {
      if (*c == '~' || *c == '/')
        g_string_append (self->path, *c == '~' ? "~0" : "~1");
      else
        g_string_append_c (self->path, *c);
    }

  return length;
}

static void
leave (OkrReader *self, gsize length)
{
  g_string_truncate (self->path, length);
}

/* Ids come first in the code, wherever they stand in the text: everything else hangs on them. */
static char *
read_id (OkrReader *self, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "id");
  const gsize length = enter (self, "id");
  const gboolean is_text = node != NULL && okr_json_node_is_text (node);
  const char *id = is_text ? okr_json_node_get_text (node) : NULL;

  if (node == NULL)
    {
      leave (self, length);
      okr_reader_fail (self, OKR_MODEL_ERROR_MISSING,
                       g_strdup (
                           _ ("the member “id” is missing here. Everything in a plan needs an id "
                              "of its own.")),
                       error);
      return NULL;
    }
  if (id == NULL || !okr_id_is_valid (id) || g_str_equal (id, "plan") ||
      g_str_equal (id, "mission"))
    {
      okr_reader_fail (self, OKR_MODEL_ERROR_ID,
                       g_strdup (
                           _ ("this “id” cannot be an id. Ids are made of letters, digits and "
                              "hyphens, such as o-4k2m9x7qd3.")),
                       error);
      return NULL;
    }
  if (okr_plan_find (self->plan, id) != NULL)
    {
      okr_reader_fail (
          self, OKR_MODEL_ERROR_ID,
          g_strdup_printf (_ ("the id “%s” is used twice. Each item needs an id of its "
                              "own."),
                           id),
          error);
      return NULL;
    }
  leave (self, length);

  return g_strdup (id);
}

static gboolean
read_child (OkrReader *self, OkrItem *parent, const OkrField *field, JsonNode *node, GError **error)
{
  g_autoptr (OkrItem) child = NULL;
  g_autofree char *id = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return okr_reader_fail_type (self, field, node, _ ("a list of objects"), error);

  id = read_id (self, json_node_get_object (node), error);
  if (id == NULL)
    return FALSE;

  child = okr_item_new (field->get_type (), id);
  okr_plan_index (self->plan, child);
  if (!read_members (self, child, NULL, json_node_get_object (node), error))
    {
      okr_plan_unindex (self->plan, child);
      return FALSE;
    }
  okr_list_insert (OKR_LIST (okr_item_get_children (parent, field)), G_MAXUINT, child);

  return TRUE;
}

static gboolean
read_children (OkrReader *self, OkrItem *item, const OkrField *field, JsonNode *node,
               GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return okr_reader_fail_type (self, field, node, _ ("a list"), error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char index[16];
      gsize length;

      g_snprintf (index, sizeof index, "%u", i);
      length = enter (self, index);
      if (!read_child (self, item, field, json_array_get_element (array, i), error))
        return FALSE;
      leave (self, length);
    }

  return TRUE;
}

static const OkrField *
find_member (OkrItem *item, const char *group, const char *name, gboolean *is_group)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (g_strcmp0 (fields[i].group, group) == 0 && g_str_equal (fields[i].name, name))
        return &fields[i];
      if (group == NULL && fields[i].group != NULL && g_str_equal (fields[i].group, name))
        *is_group = TRUE;
    }

  return NULL;
}

static gboolean
read_group (OkrReader *self, OkrItem *item, const char *group, JsonNode *node, GError **error)
{
  const OkrField as_field = { .name = group };

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return okr_reader_fail_type (self, &as_field, node, _ ("an object"), error);

  return read_members (self, item, group, json_node_get_object (node), error);
}

static gboolean
read_member (OkrReader *self, OkrItem *item, const char *group, const char *name, JsonNode *node,
             const char **after, GError **error)
{
  gboolean is_group = FALSE;
  const OkrField *field = find_member (item, group, name, &is_group);

  if (field == NULL && !is_group)
    {
      okr_unknown_add (okr_item_ensure_unknown (item), group, *after, name, node);
      return TRUE;
    }

  *after = name;
  if (is_group)
    return read_group (self, item, name, node, error);
  if (field->type == OKR_FIELD_ID)
    return TRUE;
  if (field->type == OKR_FIELD_CHILDREN)
    return read_children (self, item, field, node, error);

  return okr_reader_read_field (self, item, field, node, error);
}

static gboolean
check_required (OkrReader *self, OkrItem *item, JsonObject *object, GError **error)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if ((fields[i].flags & OKR_FIELD_REQUIRED) != 0 &&
          !json_object_has_member (object, fields[i].name))
        return okr_reader_fail (self, OKR_MODEL_ERROR_MISSING,
                                /* Translators: a member's name and a kind of item */
                                g_strdup_printf (
                                    _ ("the member “%s” is missing here (%s). Add it."),
                                    fields[i].name, okr_item_get_kind_label (item)),
                                error);
    }

  return TRUE;
}

/* Goalposts that do not name the kind were agreed for the kind that it is: were it the fallback,
 * people would be told that the kind has changed. */
static void
complete_groups (OkrItem *item, JsonObject *object)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((fields[i].flags & OKR_FIELD_WITH_GROUP) == 0 || okr_item_is_stated (item, &fields[i]) ||
          !okr_field_is_fallback (&fields[i], item) ||
          !json_object_has_member (object, fields[i].group))
        continue;
      g_value_init (&value, okr_field_get_value_type (&fields[i]));
      okr_field_read (okr_item_find_field (item, fields[i].name), item, &value);
      okr_item_store_silently (item, &fields[i], &value);
    }
}

static gboolean
read_members (OkrReader *self, OkrItem *item, const char *group, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  const char *after = "";
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const gsize length = enter (self, name);

      if (!read_member (self, item, group, name, node, &after, error))
        return FALSE;
      leave (self, length);
    }

  if (group != NULL)
    return TRUE;

  complete_groups (item, object);

  return check_required (self, item, object, error);
}

static gboolean
check_format (OkrReader *self, JsonObject *root, GError **error)
{
  JsonNode *format = json_object_get_member (root, "format");

  if (format != NULL && okr_json_node_is_text (format) &&
      g_str_equal (okr_json_node_get_text (format), "okr"))
    return TRUE;

  return okr_reader_fail (self, OKR_MODEL_ERROR_NOT_OKR,
                          g_strdup (
                              _ ("this is JSON, but not an .okr document: it does not begin with "
                                 "“\"format\": \"okr\"”.")),
                          error);
}

static gboolean
is_newer (JsonObject *root, const char *member)
{
  JsonNode *node = json_object_get_member (root, member);

  return node != NULL && okr_json_node_is_number (node) &&
         okr_json_node_get_number (node) > OKR_FORMAT_VERSION;
}

/* What is wrong for us may be right for the program that wrote it. */
static void
explain_newer (JsonNode *root, GError **error)
{
  g_autofree char *message = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (root) || error == NULL || (*error)->domain != OKR_MODEL_ERROR)
    return;

  object = json_node_get_object (root);
  if (!is_newer (object, "formatVersion") && !is_newer (object, "minReader"))
    return;

  message = g_steal_pointer (&(*error)->message);
  /* Translators: a sentence about a place in a file, and what is to be added to it */
  (*error)->message =
      g_strdup_printf (_ ("%s The file was written by a newer program, which may understand this: "
                          "open it with that one."),
                       message);
}

static OkrPlan *
read_plan (OkrReader *self, JsonNode *root, GError **error)
{
  g_autofree char *id = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      okr_reader_fail (
          self, OKR_MODEL_ERROR_NOT_OKR,
          g_strdup (_ ("this is JSON, but not an .okr document: it must be one object.")), error);
      return NULL;
    }

  object = json_node_get_object (root);
  if (!check_format (self, object, error))
    return NULL;

  self->plan = g_object_new (OKR_TYPE_PLAN, "id", "", NULL);
  id = read_id (self, object, error);
  if (id == NULL)
    return NULL;
  okr_plan_unindex (self->plan, OKR_ITEM (self->plan));
  okr_item_set_id (OKR_ITEM (self->plan), id);
  okr_plan_index (self->plan, OKR_ITEM (self->plan));

  if (!read_members (self, OKR_ITEM (self->plan), NULL, object, error))
    return NULL;
  if (is_newer (object, "minReader"))
    okr_plan_set_read_only_reason (
        self->plan, _ ("This plan was written by a newer version of the program, which is needed "
                       "to edit or merge it. Here it is only shown, as far as it is understood."));
  okr_plan_compute_read (self->plan);

  return g_steal_pointer (&self->plan);
}

/* json-glib cannot hold every number; the scan tells whether there are any that it cannot. */
static JsonNode *
parse_json (OkrReader *self, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) scan_error = NULL;
  g_autofree char *sheltered = NULL;
  OkrJsonScanResult result = { 0 };
  gsize length = self->length;

  if (!okr_json_scan (self->text, self->length, &result, self->cancellable, &scan_error))
    {
      /* One error for cancelling, wherever reading had got to. */
      if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
        g_propagate_error (error, g_steal_pointer (&scan_error));
      return NULL;
    }
  if (result.is_lossy)
    sheltered = okr_json_shelter_numbers (self->text, self->length, &length);
  if (!json_parser_load_from_data (parser, sheltered != NULL ? sheltered : self->text,
                                   (gssize) length, error))
    return NULL;

  return json_parser_steal_root (parser);
}

static gboolean
check_size (gsize size, GError **error)
{
  g_autofree char *shown = NULL;

  if (size <= OKR_MAX_BYTES)
    return TRUE;

  shown = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_TOO_LARGE,
               /* Translators: a size such as "80.1 MiB" */
               _ ("The file has %s. A plan has at most 64 MiB."), shown);
  return FALSE;
}

/**
 * okr_plan_new_from_bytes:
 * @bytes: a document
 * @cancellable: (nullable): stops reading
 * @error: return location for an error, of %OKR_JSON_ERROR where it is no JSON, of
 *   %OKR_MODEL_ERROR where it is no valid document; the message names line and column. Or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads a document strictly: either all of it is understood, or nothing is opened. Members that
 * this program does not know are kept. Links that lead nowhere or close a loop are kept as well;
 * okr_plan_check() reports them.
 *
 * Returns: (transfer full) (nullable): the plan
 */
OkrPlan *
okr_plan_new_from_bytes (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (JsonNode) root = NULL;
  OkrReader self = { .path = path, .cancellable = cancellable };
  OkrPlan *plan;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_size (g_bytes_get_size (bytes), error))
    return NULL;

  self.text = g_bytes_get_data (bytes, &self.length);
  if (self.text == NULL)
    self.text = "";
  self.text = okr_json_skip_bom (self.text, &self.length);
  root = parse_json (&self, error);
  if (root == NULL)
    return NULL;

  plan = read_plan (&self, root, error);
  g_clear_object (&self.plan);
  if (plan == NULL)
    explain_newer (root, error);

  return plan;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  OkrPlan *plan = okr_plan_new_from_bytes (data, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * okr_plan_new_from_bytes_async:
 * @bytes: a document
 * @cancellable: (nullable): stops reading
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Does what okr_plan_new_from_bytes() does in a worker thread.
 */
void
okr_plan_new_from_bytes_async (GBytes *bytes, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (bytes != NULL);

  g_task_set_source_tag (task, okr_plan_new_from_bytes_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * okr_plan_new_from_bytes_finish:
 * @result: what the callback got
 * @error: as for okr_plan_new_from_bytes()
 *
 * Returns: (transfer full) (nullable): the plan
 */
OkrPlan *
okr_plan_new_from_bytes_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
