/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "test-plans.h"
#include "waymark-list-rows.h"

G_BEGIN_DECLS

/* The example and the rows that the List has of it. */
typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  WaymarkListRows *rows;

  /* What the rows told. */
  guint n_emissions;
  guint n_removed;
  guint n_added;

  /* Only tests of the view have them. */
  GtkWidget *window;
  GtkWidget *view;
} ListFixture;

void list_set_up (ListFixture *self, gconstpointer data);
void list_tear_down (ListFixture *self, gconstpointer data);

guint list_count (ListFixture *self);
OkrItem *list_find_titled (ListFixture *self, const char *title);

G_END_DECLS
