/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-state-folder.h"

G_BEGIN_DECLS

/* Two synced copies, old and new, of a file that is about to be written in place:
 * `waymark/rescue/ID.old.okr`, `ID.new.okr` and `ID.ini` with the file's path and the hashes in
 * the user's state folder. The .ini is written last and removed last: where there is one, the
 * write may have begun; it is locked while the write goes on. */
typedef struct
{
  OkrStateFolder *folder;
  char *id;
  int lock;
} OkrRescue;

/* Returns NULL with errno set. */
OkrRescue *okr_rescue_new (const char *path, GBytes *old, GBytes *contents);
void okr_rescue_free (OkrRescue *rescue);

/* The copies are not needed any more. */
void okr_rescue_discard (OkrRescue *rescue);

/* A write in place that was interrupted: all that is left of the file is here. */
typedef struct
{
  GFile *file;
  GBytes *old;
  GBytes *contents;
} OkrRescueStory;

/* Returns whether the contents are safe elsewhere now. */
typedef gboolean (*OkrRescueFunc) (OkrRescueStory *story, gpointer data);

/* Calls @func for every write that was interrupted and left the file with neither the old nor the
 * new contents, and removes the copies that are not needed any more. */
void okr_rescue_foreach_abandoned (OkrRescueFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrRescue, okr_rescue_free)

G_END_DECLS
