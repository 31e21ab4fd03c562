/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder below `$XDG_STATE_HOME/waymark`, which is nobody's business but the user's. Functions
 * that return an int return 0 or an errno. */
typedef struct
{
  int fd;
  char *path;
} OkrStateFolder;

/* Makes the folder where it is missing. Returns NULL with errno set. */
OkrStateFolder *okr_state_folder_open (const char *name);

/* The folder of one kind that belongs to one plan, whatever its id holds. */
OkrStateFolder *okr_state_folder_open_for (const char *kind, const char *plan_id);

void okr_state_folder_free (OkrStateFolder *self);

/* The names in the folder that do not begin with a dot, sorted. */
GPtrArray *okr_state_folder_list (OkrStateFolder *self);

int okr_state_folder_read (OkrStateFolder *self, const char *name, GBytes **out_bytes);

/* Writes a file so that it is either whole and on the disk, or as it was. */
int okr_state_folder_write (OkrStateFolder *self, const char *name, GBytes *bytes);

int okr_state_folder_rename (OkrStateFolder *self, const char *from, const char *to);

/* A file that is not there is as good as removed. */
int okr_state_folder_remove (OkrStateFolder *self, const char *name);

/* The same for the files of which several make one thing, named by its id and a suffix each. */
int okr_state_folder_write_part (OkrStateFolder *self, const char *id, const char *suffix,
                                 GBytes *bytes);
GBytes *okr_state_folder_read_part (OkrStateFolder *self, const char *id, const char *suffix);
void okr_state_folder_remove_part (OkrStateFolder *self, const char *id, const char *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrStateFolder, okr_state_folder_free)

G_END_DECLS
