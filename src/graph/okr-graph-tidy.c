/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-tree-private.h"

/* Draws the tree of an order as a tidy tree: branches lie as close together as their outlines let
 * them, and every node is in the middle between the first and the last of its children, measured
 * where the links arrive and leave. After Reingold and Tilford, "Tidier drawings of trees", IEEE
 * TSE 7 (1981), for nodes of any height. Branches packed from the top are crowded at the top, so
 * the same is done from the bottom and the mean taken: it keeps every distance and every middle. */

typedef struct
{
  double y;
  guint node;
} Edge;

/* The outline of some branches, the deepest layer first, so that the root is at the end. */
typedef struct
{
  GArray *upper;      /* of Edge: the tops of the uppermost nodes */
  GArray *lower;      /* of Edge: the bottoms of the lowest nodes */
  double upper_shift; /* to be added to all in upper */
  double lower_shift;
} Outline;

typedef struct
{
  const OkrGraphTree *tree;
  gboolean mirrored; /* from the bottom: y grows upwards */
  Outline *outlines; /* by node, only while its parent is not there yet */
  double *y;         /* by node: from its parent's place; in the end from 0 */
} Tidy;

static double
get_left_offset (const Tidy *self, const OkrGraphSegment *it)
{
  return self->mirrored ? self->tree->net->nodes[it->left].height - it->left_offset
                        : it->left_offset;
}

static double
get_right_offset (const Tidy *self, const OkrGraphSegment *it)
{
  return self->mirrored ? self->tree->net->nodes[it->right].height - it->right_offset
                        : it->right_offset;
}

static double
get_gap (const Tidy *self, guint upper, guint lower)
{
  const OkrGraphNet *net = self->tree->net;

  return okr_graph_net_get_gap (net, &net->nodes[upper], &net->nodes[lower]);
}

static Edge *
edge_from_end (GArray *edges, guint back)
{
  return &g_array_index (edges, Edge, edges->len - 1 - back);
}

/* How far below the branches above a branch has to begin. */
static double
find_clearance (const Tidy *self, const Outline *above, const Outline *below)
{
  double clearance = -G_MAXDOUBLE;

  for (guint i = 0; i < MIN (above->lower->len, below->upper->len); i++)
    {
      const Edge *low = edge_from_end (above->lower, i);
      const Edge *high = edge_from_end (below->upper, i);

      clearance =
          MAX (clearance, low->y + above->lower_shift + get_gap (self, low->node, high->node) -
                              high->y - below->upper_shift);
    }

  return clearance;
}

/* Overwrites the end of the longer list where the shorter one is nearer to the eye. */
static void
merge_edges (GArray **edges, double *shift, GArray *others, double other_shift, gboolean others_win)
{
  const gboolean swap = others->len > (*edges)->len;
  GArray *longer = swap ? others : *edges;
  GArray *shorter = swap ? *edges : others;
  const double longer_shift = swap ? other_shift : *shift;
  const double shorter_shift = swap ? *shift : other_shift;

  if (swap != others_win)
    for (guint i = 0; i < shorter->len; i++)
      {
        Edge *it = edge_from_end (longer, i);

        *it = *edge_from_end (shorter, i);
        it->y += shorter_shift - longer_shift;
      }
  *edges = longer;
  *shift = longer_shift;
  g_array_unref (shorter);
}

/* Lays the branch of @node below the others; its root gets its place among them. */
static void
add_branch (Tidy *self, Outline *outline, guint node)
{
  Outline *branch = &self->outlines[node];
  double clearance = 0;

  if (outline->upper == NULL)
    {
      *outline = *branch;
      self->y[node] = 0;
      *branch = (Outline){ NULL };
      return;
    }
  clearance = find_clearance (self, outline, branch);
  self->y[node] = clearance;
  merge_edges (&outline->upper, &outline->upper_shift, branch->upper,
               branch->upper_shift + clearance, FALSE);
  merge_edges (&outline->lower, &outline->lower_shift, branch->lower,
               branch->lower_shift + clearance, TRUE);
  *branch = (Outline){ NULL };
}

/* The middle of the children that are only here because they have to be somewhere. */
static double
find_middle_of_others (const Tidy *self, guint node)
{
  const OkrGraphTree *tree = self->tree;
  const OkrGraphNet *net = tree->net;
  const OkrGraphNode *it = &net->nodes[node];
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;

  for (guint i = 0; i < tree->n_children[node]; i++)
    {
      const guint child = okr_graph_net_layer (net, it->layer + 1)[tree->first_child[node] + i];

      least = MIN (least, self->y[child]);
      most = MAX (most, self->y[child] + net->nodes[child].height);
    }

  return (least + most - it->height) / 2;
}

static double
find_wish (const Tidy *self, guint segment)
{
  const OkrGraphSegment *it = &self->tree->net->segments[segment];

  return self->y[it->right] + get_right_offset (self, it) - get_left_offset (self, it);
}

/* Where a node has to be so that its children are around it. */
static double
find_middle (const Tidy *self, guint node)
{
  const OkrGraphOuter outer = okr_graph_tree_find_outer (self->tree, node);

  if (outer.first == OKR_GRAPH_NONE)
    return find_middle_of_others (self, node);

  return (find_wish (self, outer.first) + find_wish (self, outer.last)) / 2;
}

static void
place_branch (Tidy *self, guint node)
{
  const OkrGraphTree *tree = self->tree;
  const OkrGraphNet *net = tree->net;
  const guint n_children = tree->n_children[node];
  Outline outline = { NULL };
  Edge edge = { 0, node };
  double middle = 0;

  for (guint i = 0; i < n_children; i++)
    {
      const guint place = self->mirrored ? n_children - 1 - i : i;

      add_branch (self, &outline,
                  okr_graph_net_layer (net, net->nodes[node].layer +
                                                1)[tree->first_child[node] + place]);
    }
  if (n_children == 0)
    {
      outline.upper = g_array_new (FALSE, FALSE, sizeof (Edge));
      outline.lower = g_array_new (FALSE, FALSE, sizeof (Edge));
    }
  else
    middle = find_middle (self, node);
  for (guint i = 0; i < n_children; i++)
    self->y[okr_graph_net_layer (net, net->nodes[node].layer + 1)[tree->first_child[node] + i]] -=
        middle;

  outline.upper_shift -= middle;
  outline.lower_shift -= middle;
  edge.y = -outline.upper_shift;
  g_array_append_val (outline.upper, edge);
  edge.y = net->nodes[node].height - outline.lower_shift;
  g_array_append_val (outline.lower, edge);
  self->outlines[node] = outline;
}

/* The branches of a layer whose nodes have no parents. */
static void
place_roots (Tidy *self, guint layer)
{
  const OkrGraphNet *net = self->tree->net;
  const guint size = okr_graph_net_layer_size (net, layer);
  Outline outline = { NULL };

  for (guint i = 0; i < size; i++)
    add_branch (self, &outline,
                okr_graph_net_layer (net, layer)[self->mirrored ? size - 1 - i : i]);
  g_array_unref (outline.upper);
  g_array_unref (outline.lower);
}

static void
place_all (Tidy *self)
{
  const OkrGraphTree *tree = self->tree;
  const OkrGraphNet *net = tree->net;

  for (guint i = net->n_nodes; i-- > 0;)
    place_branch (self, net->order[i]);
  for (guint layer = 0; layer < net->n_layers; layer++)
    if (okr_graph_net_layer_size (net, layer) > 0 &&
        tree->parent[okr_graph_net_layer (net, layer)[0]] == OKR_GRAPH_NONE)
      place_roots (self, layer);
  for (guint i = 0; i < net->n_nodes; i++)
    if (tree->parent[net->order[i]] != OKR_GRAPH_NONE)
      self->y[net->order[i]] += self->y[tree->parent[net->order[i]]];
}

/* Sets the heights of all nodes. */
void
okr_graph_tree_tidy (const OkrGraphTree *tree)
{
  OkrGraphNet *net = tree->net;
  Tidy down = { tree, FALSE };
  Tidy up = { tree, TRUE };

  down.outlines = up.outlines = g_new0 (Outline, net->n_nodes + 1);
  down.y = g_new (double, net->n_nodes + 1);
  up.y = g_new (double, net->n_nodes + 1);
  place_all (&down);
  place_all (&up);
  for (guint i = 0; i < net->n_nodes; i++)
    net->nodes[i].y = (down.y[i] - up.y[i] - net->nodes[i].height) / 2;
  g_free (down.y);
  g_free (up.y);
  g_free (down.outlines);
}

/* Whether the tree is all there is. */
gboolean
okr_graph_tree_is_forest (const OkrGraphTree *self)
{
  for (guint i = 0; i < self->net->n_nodes; i++)
    if (self->n_strangers[i] > 0)
      return FALSE;

  return TRUE;
}
