/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-conflict-copies.h"

#include "okr-file-reader.h"
#include "okr-reader.h"

#include <string.h>

#define EXTENSION ".okr"

/* What stands between the stem of the document's name and the extension, as regular expressions:
 *   " (…)"                  Nextcloud, ownCloud, Dropbox in all languages, Seafile, mail, browsers
 *   ".sync-conflict-…"      Syncthing
 *   "_…Conflict…"           Synology
 *   ".Conflict…"            Resilio */
static const char insertions[] = "^(?: \\(.+\\)|\\.sync-conflict-.+|_.*Conflict.*|\\.Conflict.*)$";

static char *
dup_stem (const char *name)
{
  const gsize length = strlen (name);

  if (g_str_has_suffix (name, EXTENSION) && length > strlen (EXTENSION))
    return g_strndup (name, length - strlen (EXTENSION));

  return NULL;
}

static gboolean
is_copy_name (const char *stem, const char *copy_stem)
{
  return g_str_has_prefix (copy_stem, stem)
         && g_regex_match_simple (insertions, copy_stem + strlen (stem),
                                  G_REGEX_RAW | G_REGEX_DOTALL, 0);
}

gboolean
okr_conflict_name_fits (const char *name, const char *other)
{
  g_autofree char *stem = NULL;
  g_autofree char *other_stem = NULL;

  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  stem = dup_stem (name);
  other_stem = dup_stem (other);

  return stem != NULL && other_stem != NULL
         && (is_copy_name (stem, other_stem) || is_copy_name (other_stem, stem));
}

void
okr_conflict_copy_free (OkrConflictCopy *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_free (self);
}

/* Returns NULL for what is no other state of that plan. */
static OkrConflictCopy *
look_at (GFile *file, const char *plan_id, const char *sha256, GCancellable *cancellable)
{
  g_autoptr (OkrConflictCopy) copy = g_new0 (OkrConflictCopy, 1);
  g_autoptr (OkrPlan) plan = NULL;

  copy->file = g_object_ref (file);
  copy->bytes = okr_file_read (file, &copy->sha256, cancellable, NULL);
  if (copy->bytes == NULL || g_str_equal (copy->sha256, sha256))
    return NULL;
  plan = okr_plan_new_from_bytes (copy->bytes, cancellable, NULL);
  if (plan == NULL || !g_str_equal (okr_item_get_id (OKR_ITEM (plan)), plan_id)
      || okr_plan_get_read_only_reason (plan) != NULL)
    return NULL;

  return g_steal_pointer (&copy);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_file_get_basename ((*(OkrConflictCopy *const *) a)->file);
  g_autofree char *second = g_file_get_basename ((*(OkrConflictCopy *const *) b)->file);

  return strcmp (first, second);
}

static void
look_through (GFileEnumerator *children, GPtrArray *copies, const char *name, const char *plan_id,
              const char *sha256, GCancellable *cancellable)
{
  GFileInfo *info;
  GFile *child;

  while (g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) && info != NULL)
    {
      OkrConflictCopy *copy = NULL;

      if (okr_conflict_name_fits (name, g_file_info_get_name (info)))
        copy = look_at (child, plan_id, sha256, cancellable);
      if (copy != NULL)
        g_ptr_array_add (copies, copy);
    }
}

GPtrArray *
okr_conflict_copies_find (GFile *file, const char *plan_id, const char *sha256,
                          GCancellable *cancellable)
{
  GPtrArray *copies;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (plan_id != NULL && sha256 != NULL, NULL);

  copies = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_conflict_copy_free);
  name = g_file_get_basename (file);
  folder = g_file_get_parent (file);
  if (folder != NULL)
    children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                          G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (children != NULL)
    look_through (children, copies, name, plan_id, sha256, cancellable);
  g_ptr_array_sort (copies, compare_names);

  return copies;
}
