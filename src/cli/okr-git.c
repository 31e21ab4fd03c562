/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-git.h"

#include <glib/gi18n.h>
#include <string.h>

static GStrv
collect_arguments (const char *folder, const char *first, va_list rest)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add_many (builder, "git", "-C", folder, NULL);
  for (const char *argument = first; argument != NULL; argument = va_arg (rest, const char *))
    g_strv_builder_add (builder, argument);

  return g_strv_builder_end (builder);
}

static void
chomp (char *text)
{
  const gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '\n')
    text[length - 1] = '\0';
}

static void
fail (char *words, GError **error)
{
  g_autofree char *said = g_utf8_make_valid (g_strstrip (words), -1);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       *said != '\0' ? said : _ ("git failed and did not say why."));
}

static char *
bytes_to_string (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return data != NULL ? g_strndup (data, size) : g_strdup ("");
}

/* File names are bytes, not always UTF-8. */
static gboolean
communicate (GSubprocess *process, char **out, char **err, GError **error)
{
  g_autoptr (GBytes) out_bytes = NULL;
  g_autoptr (GBytes) err_bytes = NULL;

  if (!g_subprocess_communicate (process, NULL, NULL, &out_bytes, &err_bytes, error))
    return FALSE;
  *out = bytes_to_string (out_bytes);
  *err = bytes_to_string (err_bytes);

  return TRUE;
}

char *
okr_git_run (const char *folder, GError **error, const char *first, ...)
{
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) argv = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  va_list rest;

  va_start (rest, first);
  argv = collect_arguments (folder, first, rest);
  va_end (rest);

  process =
      g_subprocess_newv ((const char *const *) argv,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, error);
  if (process == NULL)
    return NULL;
  if (!communicate (process, &out, &err, error))
    return NULL;
  if (!g_subprocess_get_successful (process))
    {
      fail (err, error);
      return NULL;
    }
  chomp (out);

  return g_steal_pointer (&out);
}
