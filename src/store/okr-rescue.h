/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Two synced copies, old and new, of a file that is about to be written in place:
 * `waymark/rescue/ID.old.okr`, `ID.new.okr` and `ID.ini` with the file's path and the hashes in
 * the user's state folder. The .ini is written last and removed last: where there is one, the
 * write may have begun. */
typedef struct
{
  int folder;
  char *path;
  char *id;
} OkrRescue;

/* Returns NULL with errno set. */
OkrRescue *okr_rescue_new (const char *path, GBytes *old, GBytes *contents);
void okr_rescue_free (OkrRescue *rescue);

/* The copies are not needed any more. */
void okr_rescue_discard (OkrRescue *rescue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrRescue, okr_rescue_free)

G_END_DECLS
