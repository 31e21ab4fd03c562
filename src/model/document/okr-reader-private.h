/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "okr-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gsize length;
  OkrPlan *plan;
  GString *path; /* JSON Pointer of where we are, for messages */
  GCancellable *cancellable;
} OkrReader;

gboolean okr_reader_fail (OkrReader *self, OkrModelError code, char *message, GError **error);
gboolean okr_reader_fail_type (
  OkrReader *self, const OkrField *field, JsonNode *node, const char *expected, GError **error);
gboolean okr_reader_read_field (
  OkrReader *self, OkrItem *item, const OkrField *field, JsonNode *node, GError **error);

G_END_DECLS
