/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-store-error.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* A local file that is going to be saved: its real folder, held open so that nobody can put
 * another one in its place, its real name there, and what it held when we looked. */
typedef struct
{
  int folder;
  char *base;
  char *path;
  char *name;
  GBytes *old; /* NULL: there is no file yet */
  struct stat st;
} OkrLocalTarget;

typedef enum
{
  OKR_SAVE_DONE,
  OKR_SAVE_FAILED,
  OKR_SAVE_IN_PLACE, /* a rename is not possible here; nothing was changed */
} OkrSaveResult;

OkrLocalTarget *okr_local_target_open (const char *path,
                                       const char *name,
                                       GCancellable *cancellable,
                                       GError **error);
void okr_local_target_free (OkrLocalTarget *target);

gboolean okr_local_target_has_other_links (OkrLocalTarget *target);

/* Does the file still hold the old bytes (or is still missing)? Returns 0, an errno, or EEXIST
 * if it does not. */
int okr_local_target_check_unchanged (OkrLocalTarget *target);

/* Returns 0 or an errno. */
int okr_local_target_sync_folder (OkrLocalTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrLocalTarget, okr_local_target_free)

G_END_DECLS
