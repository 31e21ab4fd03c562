/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "okr-list.h"
#include "okr-merge.h"

G_BEGIN_DECLS

/* A merge under way. Items of the three plans are only read. */
typedef struct
{
  OkrPlan *base; /* may be NULL */
  OkrPlan *ours;
  OkrPlan *theirs;
  OkrPlan *plan; /* what comes out */

  GHashTable *homes;    /* ids of what survives, in either copy → the id of its parent */
  GHashTable *whole;    /* ids of what is the same in all three, with all that it holds */
  GHashTable *made;     /* id → the merged item, without its children */
  GHashTable *touched;  /* items that one copy deleted → whether the other one changed them */
  GHashTable *disputes; /* key → OkrDispute */
  GHashTable *open_base, *open_ours, *open_theirs; /* key → the OkrConflict of that plan */
  GPtrArray *notices;
} OkrMerger;

/* A field to which the copies gave different values. Nodes are NULL for absent. */
typedef struct
{
  char *item_id;
  char *path;
  JsonNode *base;
  JsonNode *ours;
  JsonNode *theirs;
} OkrDispute;

/* The item of that id in each plan, NULL where there is none. */
typedef struct
{
  OkrItem *base;
  OkrItem *ours;
  OkrItem *theirs;
} OkrTriple;

/* The list without making one: NULL where nothing was ever in it, and where @field is no list. */
#define OKR_PEEK_LIST(item, field) \
  ((item) != NULL && (field)->type == OKR_FIELD_CHILDREN \
     ? G_STRUCT_MEMBER (OkrList *, (item), (field)->offset) \
     : NULL)

/* okr_merge() without its shortcuts for a copy that nobody edited; for tests. */
OkrMergeResult *okr_merge_in_full (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs, GError **error);

OkrTriple okr_merger_find (OkrMerger *self, const char *id);
void okr_merger_notify (OkrMerger *self, OkrMergeNoticeType type, OkrItem *item);

/* okr-merge-fate.c */
gboolean okr_merger_decide (OkrMerger *self, GError **error);
gboolean okr_item_differs (OkrItem *item, OkrItem *base);

/* okr-merge-fields.c */
void okr_merger_merge_fields (OkrMerger *self, OkrItem *item, const OkrTriple *triple);
void okr_merger_copy_item (OkrItem *item, OkrItem *from);

/* okr-merge-unknown.c */
void okr_merger_merge_unknown (OkrMerger *self, OkrItem *item, const OkrTriple *triple);

/* okr-merge-lists.c */
void okr_merger_fill (OkrMerger *self, OkrItem *item);

/* okr-merge-loops.c */
void okr_merger_undo_loops (OkrMerger *self);

/* okr-merge-conflicts.c */
void okr_merger_index_conflicts (OkrMerger *self);
gboolean okr_merger_dispute (OkrMerger *self, OkrItem *item, const char *path, JsonNode *base,
                             JsonNode *ours, JsonNode *theirs);
gboolean okr_merger_was_answered_twice (OkrMerger *self, OkrItem *item, const OkrField *field);
void okr_merger_write_conflicts (OkrMerger *self);
void okr_dispute_free (OkrDispute *self);

G_END_DECLS
