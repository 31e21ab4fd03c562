/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import.h"

G_BEGIN_DECLS

/* Rows that say themselves what they are: "Objective 1: Grow", and "KR 1.1: Deals" below it. */
typedef enum
{
  OKR_IMPORT_MARK_NONE,
  OKR_IMPORT_MARK_OBJECTIVE,
  OKR_IMPORT_MARK_KEY_RESULT,
} OkrImportMarkKind;

typedef struct
{
  OkrImportMarkKind kind;
  guint number;      /* 0 for none */
  guint part;        /* the 2 of "KR 1.2", 0 for none */
  const char *title; /* what is behind it in the text, may be empty */
} OkrImportMark;

/* Returns whether there is one at the beginning of the text. */
gboolean okr_import_parse_mark (const char *text, OkrImportMark *mark);

/* Whether the row begins with one and is no row of headings. */
gboolean okr_import_is_marked_row (OkrTable *table, guint row);

/* The column with the marks of most rows, %G_MAXUINT for none. */
guint okr_import_find_marks (OkrTable *table);

/* Whether rows of the column are objectives by their marks. */
gboolean okr_import_has_objectives (OkrTable *table, guint column);

/* Whether most of these marks have titles behind them, or the titles stand in another column. */
gboolean okr_import_has_marked_titles (OkrTable *table, guint column);

/* The column of those titles by what is in it, %G_MAXUINT for none. */
guint okr_import_find_unmarked_titles (OkrTable *table, guint marks);

G_END_DECLS
