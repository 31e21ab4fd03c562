/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-table.h"

G_BEGIN_DECLS

/* A row with the title of a group, which is empty in the table. */
typedef struct
{
  guint row;
  char *title;
  gboolean is_cycle; /* its items have it in a column behind all others */
} OkrImportGroupTitle;

/* Groups of items, each with a table of its sub-items below it, one column to the right. */
typedef struct
{
  OkrTable *table; /* with the columns of sub-items behind those of items, in the same rows */
  guint offset;    /* of the columns of sub-items */
  guint cycles;    /* the column of the titles that are cycles, G_MAXUINT for none */
  GArray *letters; /* guint: the column of the sheet that each column is of */
  guint first;     /* the first row with headings of sub-items */
  GArray *groups;  /* OkrImportGroupTitle */
} OkrImportSubitems;

/* Returns whether the table is arranged so. */
gboolean okr_import_unfold_subitems (OkrTable *table, OkrImportSubitems *unfolded);

G_END_DECLS
