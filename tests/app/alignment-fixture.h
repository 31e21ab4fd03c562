/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-alignment-view-private.h"

G_BEGIN_DECLS

/* The alignment view in a window, at work. */
typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  GtkWidget *window;
  WaymarkAlignmentView *view;
  char *problem;
} AlignmentFixture;

/* With the example. */
void alignment_set_up (AlignmentFixture *self, gconstpointer data);

/* With a plan of so many objectives. */
void alignment_set_up_large (AlignmentFixture *self, gconstpointer n_objectives);
void alignment_tear_down (AlignmentFixture *self, gconstpointer data);

/* Waits until the picture is there and rests. */
void alignment_settle (AlignmentFixture *self);

/* The objective or the key result whose title begins so. */
OkrItem *alignment_find (AlignmentFixture *self, const char *title);
WaymarkGraphSpot alignment_spot_of (AlignmentFixture *self, const char *title);

G_END_DECLS
