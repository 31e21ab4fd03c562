/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-layout-private.h"
#include "okr-graph-tree-private.h"

/* Going on from an earlier layout. Boxes that stand in a layer again keep their order there. What
 * is new, or has another main target, goes where it crosses least, and moves nothing else. */

#define MOST_PASSES 4

/* With more than that to be placed, one pass has to do. */
#define MANY_MOVERS 400

/* Where only so small a part is known, it is another graph. */
#define LEAST_KNOWN(n_boxes) ((n_boxes) / 8)

typedef struct
{
  OkrGraphNet *net;
  const OkrGraphLayout *earlier;
  guint *old_box;        /* by box: its number in the earlier layout, or NONE */
  guint *old_layer;      /* by node: NONE where it is new */
  guint *old_place;      /* by node */
  gboolean *free;        /* by node: may change places with anything */
  gboolean *still_there; /* by box of the earlier layout */
  guint n_known;
} Resume;

static void
resume_init (Resume *self, OkrGraphNet *net, const OkrGraphLayout *earlier)
{
  *self = (Resume){ net, earlier };
  self->old_box = g_new (guint, net->n_boxes + 1);
  self->old_layer = g_new (guint, net->n_nodes + 1);
  self->old_place = g_new0 (guint, net->n_nodes + 1);
  self->free = g_new0 (gboolean, net->n_nodes + 1);
  self->still_there = g_new0 (gboolean, earlier->n_boxes + 1);
  for (guint i = 0; i < net->n_nodes; i++)
    self->old_layer[i] = OKR_GRAPH_NONE;
}

static void
resume_clear (Resume *self)
{
  g_free (self->old_box);
  g_free (self->old_layer);
  g_free (self->old_place);
  g_free (self->free);
  g_free (self->still_there);
}

/* Whether a box mainly contributes to something else than before. What came or went together with
 * what it contributes to stays. Rows have no names: only where a box has as many as before, the
 * same number means the same row. */
static gboolean
has_moved (const Resume *self, guint box)
{
  const OkrGraph *graph = self->net->graph;
  const OkrGraphKept *before = &self->earlier->kept[self->old_box[box]];
  const guint link = okr_graph_net_get_main_link (self->net, box);
  const OkrGraphLink *it = link == OKR_GRAPH_NONE ? NULL : okr_graph_link (graph, link);

  if (before->target != OKR_GRAPH_NONE && !self->still_there[before->target])
    return FALSE;
  if (it == NULL)
    return before->target != OKR_GRAPH_NONE;
  if (self->old_box[it->to] == OKR_GRAPH_NONE)
    return FALSE;
  if (self->old_box[it->to] != before->target)
    return TRUE;

  return okr_graph_get_n_ports (graph, it->to) == self->earlier->kept[before->target].n_ports &&
         it->port != before->port;
}

static void
match_boxes (Resume *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->earlier->n_boxes; i++)
    g_hash_table_insert (names, self->earlier->kept[i].key, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->net->n_boxes; i++)
    {
      const guint old =
          GPOINTER_TO_UINT (g_hash_table_lookup (names, okr_graph_box (self->net->graph, i)->key));

      self->old_box[i] = old == 0 ? OKR_GRAPH_NONE : old - 1;
      if (old == 0)
        continue;
      self->n_known++;
      self->still_there[old - 1] = TRUE;
      self->old_layer[i] = self->earlier->places[old - 1].layer;
      self->old_place[i] = self->earlier->kept[old - 1].place;
    }
  for (guint i = 0; i < self->net->n_boxes; i++)
    self->free[i] = self->old_box[i] == OKR_GRAPH_NONE || has_moved (self, i);
}

static gint64
name_link (guint from, guint to)
{
  return (gint64) from << 32 | to;
}

static guint
get_n_places (const OkrGraphLayout *layout, guint link)
{
  return layout->first_place[link + 1] - layout->first_place[link];
}

/* Where a link passed a layer before, it does so again. */
static void
match_places (Resume *self, guint link, guint old_link)
{
  const OkrGraphNet *net = self->net;
  const OkrGraphLink *it = okr_graph_link (net->graph, link);
  const guint n_places = net->nodes[it->from].layer - net->nodes[it->to].layer - 1;
  const guint old_top = self->earlier->places[self->old_box[it->from]].layer;
  const guint n_old_places = get_n_places (self->earlier, old_link);

  for (guint i = 0; i < n_places; i++)
    {
      const guint node = net->first_place[link] + i;
      const guint back = old_top - 1 - net->nodes[node].layer; /* wraps where it was further left */

      if (back >= n_old_places)
        continue;
      self->old_layer[node] = net->nodes[node].layer;
      self->old_place[node] =
          self->earlier->link_places[self->earlier->first_place[old_link] + back];
    }
}

/* The first link between two boxes that was not yet asked for, plus 1; 0 for none. */
static guint
take_old_link (GHashTable *names, const guint *next, gint64 name)
{
  const guint old = GPOINTER_TO_UINT (g_hash_table_lookup (names, &name));

  if (old > 0)
    g_hash_table_insert (names, g_memdup2 (&name, sizeof name), GUINT_TO_POINTER (next[old - 1]));

  return old;
}

static void
match_links (Resume *self)
{
  const OkrGraph *graph = self->net->graph;
  const OkrGraphLayout *earlier = self->earlier;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint *next = g_new0 (guint, earlier->n_links + 1);

  for (guint i = earlier->n_links; i-- > 0;)
    if (get_n_places (earlier, i) > 0)
      {
        const gint64 name = name_link (earlier->ends[i].from, earlier->ends[i].to);

        next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (names, &name));
        g_hash_table_insert (names, g_memdup2 (&name, sizeof name), GUINT_TO_POINTER (i + 1));
      }
  for (guint i = 0; i < graph->links->len; i++)
    {
      const guint from = self->old_box[okr_graph_link (graph, i)->from];
      const guint to = self->old_box[okr_graph_link (graph, i)->to];
      guint old;

      if (self->net->first_place[i] == OKR_GRAPH_NONE || from == OKR_GRAPH_NONE ||
          to == OKR_GRAPH_NONE)
        continue;
      old = take_old_link (names, next, name_link (from, to));
      if (old > 0)
        match_places (self, i, old - 1);
    }
}

/* Boxes of another layer keep the order that they had there. */
static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Resume *self = data;
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const guint layer = self->net->nodes[first].layer;
  const gboolean first_stays = self->old_layer[first] == layer;
  const gboolean second_stays = self->old_layer[second] == layer;

  if (first_stays != second_stays)
    return first_stays ? -1 : 1;
  if (self->old_layer[first] != self->old_layer[second])
    return self->old_layer[first] < self->old_layer[second] ? -1 : 1;
  if (self->old_place[first] != self->old_place[second])
    return self->old_place[first] < self->old_place[second] ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* Whether two boxes may not change places. */
static gboolean
is_bound (const Resume *self, guint a, guint b)
{
  return a < self->net->n_boxes && b < self->net->n_boxes && !self->free[a] && !self->free[b] &&
         self->old_layer[a] == self->old_layer[b];
}

/* Whether a box is a brother whose place in the plan fits a slot next to it. */
static guint
fits (const OkrGraphNet *net, guint node, guint other, gboolean other_above)
{
  guint main, other_main;

  if (node >= net->n_boxes || other >= net->n_boxes || (other < node) != other_above)
    return 0;
  main = okr_graph_net_get_main_link (net, node);
  other_main = okr_graph_net_get_main_link (net, other);

  return main != OKR_GRAPH_NONE && other_main != OKR_GRAPH_NONE &&
         okr_graph_link (net->graph, main)->to == okr_graph_link (net->graph, other_main)->to;
}

static guint
rate_slot (const Resume *self, guint node, const guint *others, guint n_others, guint slot)
{
  return (slot > 0 ? 2 * fits (self->net, node, others[slot - 1], TRUE) : 0) +
         (slot < n_others ? fits (self->net, node, others[slot], FALSE) : 0);
}

/* Among the slots where a node may stand, the one with the fewest crossings; then beside its
 * brothers; then the lowest. One that has a place leaves it only for fewer crossings. */
static guint
choose_slot (const Resume *self, guint node, const guint *others, guint n_others, guint now)
{
  const gboolean settled = self->old_layer[node] == self->net->nodes[node].layer;
  guint first = 0, best = now, best_rate = 0;
  gint64 cost = 0, least;

  for (guint i = now; i > 0 && first == 0; i--)
    if (is_bound (self, node, others[i - 1]))
      first = i;
  for (guint i = first; i < now; i++)
    cost -= okr_graph_compare_swap (self->net, node, others[i]);
  least = 0;
  if (!settled)
    best_rate = rate_slot (self, node, others, n_others, now);
  for (guint slot = first; slot <= n_others; slot++)
    {
      const guint rate = settled ? 0 : rate_slot (self, node, others, n_others, slot);

      if (cost < least || (cost == least && !settled && rate >= best_rate))
        {
          least = cost;
          best = slot;
          best_rate = rate;
        }
      if (slot == n_others || is_bound (self, node, others[slot]))
        break;
      cost += okr_graph_compare_swap (self->net, node, others[slot]);
    }

  return best;
}

/* Takes the node out of its layer and puts it where it is best. */
static gboolean
move_to_best (const Resume *self, guint node, guint *others)
{
  OkrGraphNet *net = self->net;
  const guint layer = net->nodes[node].layer;
  const guint n_others = okr_graph_net_layer_size (net, layer) - 1;
  const guint now = net->nodes[node].place;
  guint *order = okr_graph_net_layer (net, layer);
  guint slot;

  memcpy (others, order, sizeof (guint) * now);
  memcpy (others + now, order + now + 1, sizeof (guint) * (n_others - now));
  slot = choose_slot (self, node, others, n_others, now);
  if (slot == now)
    return FALSE;

  memcpy (order, others, sizeof (guint) * slot);
  order[slot] = node;
  memcpy (order + slot + 1, others + slot, sizeof (guint) * (n_others - slot));
  okr_graph_net_number (net, layer);

  return TRUE;
}

static void
settle (const Resume *self)
{
  OkrGraphNet *net = self->net;
  g_autofree guint *others = g_new (guint, net->n_nodes + 1);
  g_autoptr (GArray) movers = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean moved = TRUE;

  for (guint i = 0; i < net->n_nodes; i++)
    {
      const guint node = net->order[i];

      if (self->free[node] || self->old_layer[node] != net->nodes[node].layer)
        g_array_append_val (movers, node);
    }
  for (guint pass = 0; moved && pass < (movers->len > MANY_MOVERS ? 1 : MOST_PASSES); pass++)
    {
      moved = FALSE;
      for (guint i = 0; i < movers->len && !okr_graph_net_is_cancelled (net); i++)
        moved |= move_to_best (self, g_array_index (movers, guint, i), others);
    }
}

/* Leads the long links that are new between all that has its place. */
static void
lead_new_links (const Resume *self)
{
  OkrGraphNet *net = self->net;
  g_autoptr (OkrGraphTree) tree = okr_graph_tree_new (net);
  g_autofree gboolean *is_new = g_new0 (gboolean, net->graph->links->len + 1);
  gint64 budget = G_MAXINT32;
  gboolean any = FALSE;

  for (guint i = net->n_boxes; i < net->n_nodes; i++)
    if (self->old_layer[i] == OKR_GRAPH_NONE)
      any = is_new[net->nodes[i].link] = TRUE;
  if (!any)
    return;
  okr_graph_tree_update (tree);
  okr_graph_tree_thread_links (tree, is_new, &budget);
}

/* FALSE where next to nothing is as before. */
gboolean
okr_graph_resume_order (OkrGraphNet *net, const OkrGraphLayout *earlier)
{
  Resume self;
  gboolean known;

  resume_init (&self, net, earlier);
  match_boxes (&self);
  known = self.n_known > LEAST_KNOWN (MAX (net->n_boxes, earlier->n_boxes));
  if (known)
    {
      match_links (&self);
      for (guint i = 0; i < net->n_layers; i++)
        {
          g_qsort_with_data (okr_graph_net_layer (net, i), (int) okr_graph_net_layer_size (net, i),
                             sizeof (guint), compare_nodes, &self);
          okr_graph_net_number (net, i);
        }
      settle (&self);
      lead_new_links (&self);
    }
  resume_clear (&self);

  return known;
}
