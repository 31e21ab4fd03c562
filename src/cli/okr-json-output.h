/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Writes JSON for programs that read what `okr` says. Inside a list, names are NULL. */
typedef struct _OkrJsonOutput OkrJsonOutput;

OkrJsonOutput *okr_json_output_new (void);
void okr_json_output_free (OkrJsonOutput *self);

void okr_json_output_open (OkrJsonOutput *self, const char *name, char bracket);
void okr_json_output_close (OkrJsonOutput *self);
void okr_json_output_add_string (OkrJsonOutput *self, const char *name, const char *text);
void okr_json_output_add_number (OkrJsonOutput *self, const char *name, double number);
void okr_json_output_add_boolean (OkrJsonOutput *self, const char *name, gboolean value);
void okr_json_output_add_node (OkrJsonOutput *self, const char *name, JsonNode *node);
void okr_json_output_add_null (OkrJsonOutput *self, const char *name);
void okr_json_output_print (OkrJsonOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrJsonOutput, okr_json_output_free)

G_END_DECLS
