/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-versions.h"

#include "okr-delta.h"
#include "okr-state-folder.h"
#include "okr-store-error-private.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

/* A version is a file TIME-HASH-full, or TIME-HASH-on-BASE where it is stored as a difference to
 * another one that stands alone; TIME has 17 digits, so that names sort by time. A version that
 * others need still, but that is too old to be offered, becomes a file key-HASH. There is no index
 * that could be wrong. */
#define NAME_PATTERN "^([0-9]{17})-([0-9a-f]{64})-(full|on-([0-9a-f]{64}))$"

/* When one file is damaged, only so many versions are lost with it. */
#define MAX_ON_ONE_BASE 16

/* A difference that is no smaller than this part of the whole is not worth it. */
#define WORTHWHILE 10

#define US_PER_DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

void
okr_version_free (OkrVersion *self)
{
  g_free (self->sha256);
  g_free (self->base);
  g_free (self->file);
  g_free (self);
}

static OkrStateFolder *
open_folder (const char *plan_id)
{
  return okr_state_folder_open_for ("versions", plan_id);
}

static OkrVersion *
parse_name (GRegex *pattern, const char *name)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *time = NULL;
  OkrVersion *version;

  if (!g_regex_match (pattern, name, 0, &match))
    return NULL;
  time = g_match_info_fetch (match, 1);
  version = g_new0 (OkrVersion, 1);
  version->time = g_ascii_strtoll (time, NULL, 10);
  version->sha256 = g_match_info_fetch (match, 2);
  version->file = g_strdup (name);
  version->base = g_match_info_fetch (match, 4);
  if (version->base == NULL || version->base[0] == '\0')
    g_clear_pointer (&version->base, g_free);

  return version;
}

static GPtrArray *
list (OkrStateFolder *folder)
{
  g_autoptr (GRegex) pattern = g_regex_new (NAME_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GPtrArray) names = okr_state_folder_list (folder);
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_version_free);

  for (guint i = names->len; i > 0; i--)
    {
      OkrVersion *version = parse_name (pattern, g_ptr_array_index (names, i - 1));

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }

  return versions;
}

static gboolean
has_hash (GBytes *contents, const char *sha256)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);

  return g_str_equal (hash, sha256);
}

static GBytes *
expand (OkrStateFolder *folder, const char *file, const char *sha256, GBytes *base)
{
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GBytes) contents = NULL;

  if (okr_state_folder_read (folder, file, &stored) != 0)
    return NULL;
  contents = okr_delta_expand (stored, base);
  if (contents == NULL || !has_hash (contents, sha256))
    return NULL;

  return g_steal_pointer (&contents);
}

static char *
dup_key_name (const char *sha256)
{
  return g_strconcat ("key-", sha256, NULL);
}

/* Contents that are stored whole. */
static GBytes *
read_whole (OkrStateFolder *folder, GPtrArray *versions, const char *sha256)
{
  g_autofree char *key = dup_key_name (sha256);
  GBytes *contents = NULL;

  for (guint i = 0; i < versions->len && contents == NULL; i++)
    {
      OkrVersion *version = g_ptr_array_index (versions, i);

      if (version->base == NULL && g_str_equal (version->sha256, sha256))
        contents = expand (folder, version->file, sha256, NULL);
    }

  return contents != NULL ? contents : expand (folder, key, sha256, NULL);
}

static GBytes *
read_version (OkrStateFolder *folder, GPtrArray *versions, OkrVersion *version)
{
  g_autoptr (GBytes) base = NULL;

  if (version->base == NULL)
    return expand (folder, version->file, version->sha256, NULL);
  base = read_whole (folder, versions, version->base);

  return base != NULL ? expand (folder, version->file, version->sha256, base) : NULL;
}

/* The newest version that stands alone, unless so many depend on it that it is time for another. */
static const char *
choose_base (GPtrArray *versions)
{
  const char *base = NULL;
  guint n_on_it = 0;

  for (guint i = 0; i < versions->len && base == NULL; i++)
    {
      OkrVersion *version = g_ptr_array_index (versions, i);

      if (version->base == NULL)
        base = version->sha256;
      else
        n_on_it++;
    }

  return n_on_it < MAX_ON_ONE_BASE ? base : NULL;
}

static int
store (OkrStateFolder *folder, GPtrArray *versions, GBytes *contents, const char *sha256,
       gint64 time)
{
  const char *base_sha256 = choose_base (versions);
  g_autoptr (GBytes) base = NULL;
  g_autoptr (GBytes) stored = NULL;
  g_autofree char *name = NULL;

  if (base_sha256 != NULL)
    base = read_whole (folder, versions, base_sha256);
  if (base != NULL)
    stored = okr_delta_compress (contents, base);
  if (stored != NULL && g_bytes_get_size (stored) < g_bytes_get_size (contents) / WORTHWHILE)
    {
      name = g_strdup_printf ("%017" G_GINT64_FORMAT "-%s-on-%s", time, sha256, base_sha256);
      return okr_state_folder_write (folder, name, stored);
    }
  g_clear_pointer (&stored, g_bytes_unref);
  stored = okr_delta_compress (contents, NULL);
  if (stored == NULL)
    return ENOMEM;
  name = g_strdup_printf ("%017" G_GINT64_FORMAT "-%s-full", time, sha256);

  return okr_state_folder_write (folder, name, stored);
}

static gboolean
is_kept (GPtrArray *versions, guint index)
{
  OkrVersion *newest = g_ptr_array_index (versions, 0);
  OkrVersion *version = g_ptr_array_index (versions, index);
  OkrVersion *next;

  if (index < OKR_VERSIONS_ALL)
    return TRUE;
  if (newest->time - version->time > OKR_VERSIONS_DAYS * US_PER_DAY)
    return FALSE;
  next = g_ptr_array_index (versions, index - 1);

  return next->time / US_PER_DAY != version->time / US_PER_DAY;
}

static void
drop (OkrStateFolder *folder, OkrVersion *version, GHashTable *needed)
{
  g_autofree char *key = dup_key_name (version->sha256);

  if (version->base == NULL && g_hash_table_contains (needed, version->sha256))
    okr_state_folder_rename (folder, version->file, key);
  else
    okr_state_folder_remove (folder, version->file);
}

/* Failing to clear away loses nothing. */
static void
thin_out (OkrStateFolder *folder)
{
  g_autoptr (GPtrArray) versions = list (folder);
  g_autoptr (GPtrArray) names = okr_state_folder_list (folder);
  g_autoptr (GHashTable) needed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < versions->len; i++)
    {
      OkrVersion *version = g_ptr_array_index (versions, i);

      if (version->base != NULL && is_kept (versions, i))
        g_hash_table_add (needed, version->base);
    }
  for (guint i = 0; i < versions->len; i++)
    if (!is_kept (versions, i))
      drop (folder, g_ptr_array_index (versions, i), needed);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_str_has_prefix (name, "key-") && !g_hash_table_contains (needed, name + 4))
        okr_state_folder_remove (folder, name);
    }
}

static void
set_error_for_storing (GError **error, int errsv)
{
  g_set_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IO,
               /* Translators: %s is the system's reason. */
               _("The version history in your home folder could not be continued (%s). The file "
                 "itself is not concerned."),
               g_strerror (errsv));
}

gboolean
okr_versions_add (const char *plan_id, GBytes *contents, gint64 time, GError **error)
{
  g_autoptr (OkrStateFolder) folder = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *sha256 = NULL;
  OkrVersion *newest;
  int errsv;

  g_return_val_if_fail (plan_id != NULL && contents != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  folder = open_folder (plan_id);
  if (folder == NULL)
    {
      set_error_for_storing (error, errno);
      return FALSE;
    }
  versions = list (folder);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
  newest = versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;
  if (newest != NULL && g_str_equal (newest->sha256, sha256))
    return TRUE;
  /* A clock that was set back must not turn the order round. */
  if (newest != NULL && time <= newest->time)
    time = newest->time + 1;
  errsv = store (folder, versions, contents, sha256, time);
  if (errsv != 0)
    {
      set_error_for_storing (error, errsv);
      return FALSE;
    }
  thin_out (folder);

  return TRUE;
}

GPtrArray *
okr_versions_list (const char *plan_id)
{
  g_autoptr (OkrStateFolder) folder = NULL;

  g_return_val_if_fail (plan_id != NULL, NULL);

  folder = open_folder (plan_id);

  return folder != NULL ? list (folder)
                        : g_ptr_array_new_with_free_func ((GDestroyNotify) okr_version_free);
}

GBytes *
okr_versions_read (const char *plan_id, const char *sha256, GError **error)
{
  g_autoptr (OkrStateFolder) folder = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  GBytes *contents = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (plan_id != NULL && sha256 != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  folder = open_folder (plan_id);
  versions = folder != NULL ? list (folder) : g_ptr_array_new ();
  for (guint i = 0; i < versions->len && contents == NULL; i++)
    {
      OkrVersion *version = g_ptr_array_index (versions, i);

      if (!g_str_equal (version->sha256, sha256))
        continue;
      found = TRUE;
      contents = read_version (folder, versions, version);
    }
  if (contents == NULL && folder != NULL)
    contents = read_whole (folder, versions, sha256);
  if (contents == NULL && found)
    g_set_error_literal (error, OKR_STORE_ERROR, OKR_STORE_ERROR_DAMAGED,
                         _("This version cannot be restored: what is stored of it is damaged. "
                           "Choose another one."));
  else if (contents == NULL)
    g_set_error_literal (error, OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND,
                         _("There is no such version on this computer."));

  return contents;
}
