/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"
#include "okr-verb.h"

G_BEGIN_DECLS

/* A file named on the command line and the plan in it; `-` is standard input and output. */
typedef struct
{
  GFile *file; /* NULL: standard input and output */
  char *name;
  char *sha256;
  GBytes *bytes;
  OkrPlan *plan;
} OkrDocument;

OkrDocument *okr_document_read (const char *argument, OkrExit *status);
OkrDocument *okr_document_open (const char *argument, OkrExit *status);
OkrDocument *okr_document_open_to_edit (const char *argument, OkrExit *status);
OkrDocument *okr_document_new (const char *argument, OkrPlan *plan);
void okr_document_free (OkrDocument *self);

/* A merge needs no more. */
#define OKR_DOCUMENTS_MAX 3

gboolean okr_documents_parse (OkrDocument *const *documents, guint n, OkrExit *status);
gboolean okr_documents_parse_to_edit (OkrDocument *const *documents, guint n, OkrExit *status);

OkrExit okr_document_put (OkrDocument *self, GBytes *bytes);
OkrExit okr_document_save (OkrDocument *self);
OkrExit okr_document_save_if_modified (OkrDocument *self);
void okr_document_complain (OkrDocument *self, const GError *error);
void okr_document_print_id (OkrDocument *self, OkrItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrDocument, okr_document_free)

G_END_DECLS
