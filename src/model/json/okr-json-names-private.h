/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names of the members of all objects that are open. */
typedef struct _OkrJsonNames OkrJsonNames;

OkrJsonNames *okr_json_names_new (void);
void          okr_json_names_free (OkrJsonNames *self);

void okr_json_names_open  (OkrJsonNames *self);
void okr_json_names_close (OkrJsonNames *self);

/* The text as it is spelled between the quotation marks. It is borrowed: it has to outlive the
 * names. Returns the first spelling when the object has the name already. */
const char *okr_json_names_add (OkrJsonNames *self,
                                const char   *text,
                                gsize         length,
                                gboolean      has_escapes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrJsonNames, okr_json_names_free)

G_END_DECLS
