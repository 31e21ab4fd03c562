/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-graph-layout.h"

G_BEGIN_DECLS

/* A graph that remembers what it was made of. */
typedef struct
{
  OkrGraph *graph;
  GArray *boxes;     /* of TestBox */
  GArray *links;     /* of TestLink */
  GHashTable *names; /* key → number + 1 */
  OkrGraphSpacing spacing;
} TestGraph;

typedef struct
{
  char *key;
  double width;
  double height;
  guint n_rows;
  int least_layer;
} TestBox;

typedef struct
{
  guint from;
  guint to;
  int port;
  double weight;
} TestLink;

#define TEST_HEAD 64.0
#define TEST_ROW 26.0
#define TEST_WIDTH 268.0

TestGraph *test_graph_new (void);
void test_graph_free (TestGraph *self);
guint test_graph_add_box (TestGraph *self, const char *key, guint n_rows, int least_layer);
void test_graph_add_link (TestGraph *self, guint from, guint to, int port, double weight);

/* Boxes and links as words: "a" or "a:2" is a box, with two rows; "a@1" stands in layer 1 or
 * higher; "b>a" is a link, "b>a.0" one to the first row, "b>a*8" a heavy one. */
TestGraph *test_graph_from_words (const char *words);
guint test_graph_find (TestGraph *self, const char *key);

/* Up to @most_boxes boxes with rows, links, sizes and hints at random; loops only with @loops. */
TestGraph *test_graph_random (GRand *random, guint most_boxes, gboolean loops);

/* Objectives as in a plan: one mission, mostly one parent, @extra of 100 have another one. */
TestGraph *test_graph_plan (GRand *random, guint n_boxes, guint extra);

OkrGraphLayout *test_graph_lay_out (TestGraph *self, const OkrGraphLayout *earlier);

/* What holds for every layout; fails with a message. */
void test_graph_check (TestGraph *self, const OkrGraphLayout *layout);

/* The curve of a link as a chain of straight lines, eight to each curve. */
GArray *test_graph_sample_link (const OkrGraphLayout *layout, guint link);

/* The keys of each layer from the top, as "a | b c | d". */
char *test_graph_list_layers (TestGraph *self, const OkrGraphLayout *layout);

/* All numbers of a layout as text. */
char *test_graph_describe (TestGraph *self, const OkrGraphLayout *layout);

double test_graph_measure_links (TestGraph *self, const OkrGraphLayout *layout);

/* Pairs of boxes, of those in both graphs, that are in one layer both times, but not in the same
 * order. */
guint test_graph_count_flips (TestGraph *before, const OkrGraphLayout *earlier, TestGraph *after,
                              const OkrGraphLayout *later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestGraph, test_graph_free)

G_END_DECLS
