/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-author.h"

#include <gio/gio.h>

char *
waymark_author_dup (void)
{
  g_autoptr (GSettings) settings = g_settings_new (WAYMARK_APPLICATION_ID);
  g_autofree char *author = g_settings_get_string (settings, "author");
  const char *name = g_get_real_name ();

  if (*author != '\0')
    return g_steal_pointer (&author);

  /* This is what GLib says where the system knows no name. */
  return g_strdup (g_strcmp0 (name, "Unknown") == 0 ? "" : name);
}

void
waymark_author_remember (const char *author)
{
  g_autoptr (GSettings) settings = NULL;

  g_return_if_fail (author != NULL);

  settings = g_settings_new (WAYMARK_APPLICATION_ID);
  g_settings_set_string (settings, "author", author);
}
