/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-edit.h"
#include "waymark-tree-rows.h"

G_BEGIN_DECLS

/* A plan of objectives A, B, C … with key results A1, A2 …; ids are "o-" and "k-" with the name. */
typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  WaymarkTreeRows *rows;
} TreeFixture;

OkrItem *tree_find (OkrPlan *plan, const char *name);
OkrItem *tree_add (OkrPlan *plan, OkrItem *parent, GType type, const char *name);

void tree_align (OkrPlan *plan, const char *name, const char *const *parents);

/* A with A1, A2; B under A1 with B1; C under B, and dashed under A2; D alone with D1. */
OkrPlan *tree_new_plan (void);
void tree_set_up (TreeFixture *self, gconstpointer data);
void tree_tear_down (TreeFixture *self, gconstpointer data);

#define TREE_TEST_ADD(path, function) \
  g_test_add (path, TreeFixture, NULL, tree_set_up, function, tree_tear_down)

G_END_DECLS
