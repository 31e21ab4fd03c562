/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two sides started from, where git did not say all of it. In the style "zdiff3" the lines
 * that both sides begin or end with are taken out of a conflict and stand before and behind it, but
 * what they were made of stays in its base. Which lines those are, nobody tells; with too many of
 * them the base is no plan: it has a member twice, or brackets that do not belong together. So as
 * few lines as possible are left out around each conflict until it is one. Both sides agree on the
 * lines themselves, whatever the base says. */
#include "config.h"

#include "okr-marked-private.h"

#include <string.h>

#include "okr-diff.h"
#include "okr-json-number.h"
#include "okr-json-shelter.h"
#include "okr-reader.h"

/* As many lines may be left out before a conflict, and behind it. */
#define MAX_LINES 100

/* What may be read in search of the base. */
#define MAX_BYTES ((gsize) 200 << 20)
#define MAX_TIMES 1000

typedef struct
{
  GBytes *base;      /* markers inside of it are gone */
  guint n_before;    /* lines left out */
  guint n_behind;
  gint depth;        /* of our side: brackets opened less brackets closed */
  gint base_depth;
} Conflict;

typedef struct
{
  const OkrMarkedSides *sides;
  GArray *conflicts;
  GString *text;
  OkrPlan *ours;
  GCancellable *cancellable;
  gsize n_bytes;
  guint n_times;
} Search;

static void
clear_conflict (Conflict *self)
{
  g_clear_pointer (&self->base, g_bytes_unref);
}

static const OkrMarkedPiece *
get_piece (const Search *self, guint i)
{
  return &g_array_index (self->sides->pieces, OkrMarkedPiece, i);
}

static Conflict *
get_conflict (const Search *self, guint i)
{
  return &g_array_index (self->conflicts, Conflict, i);
}

/* Brackets opened less brackets closed; no text goes on in the next line. */
static gint
measure_depth (const char *text, gsize length)
{
  gboolean in_text = FALSE;
  gint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (in_text && text[i] == '\\')
        i++;
      else if (text[i] == '\n' || text[i] == '"')
        in_text = text[i] == '"' && !in_text;
      else if (!in_text && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!in_text && (text[i] == '}' || text[i] == ']'))
        depth--;
    }

  return depth;
}

static const char *
next_line (const char *at, const char *end)
{
  const char *newline = at < end ? memchr (at, '\n', (gsize) (end - at)) : NULL;

  return newline != NULL ? newline + 1 : end;
}

static const char *
previous_line (const char *start, const char *at)
{
  if (at > start)
    at--;
  while (at > start && at[-1] != '\n')
    at--;

  return at;
}

/* The lines between two conflicts, without those that are left out at either end. */
static OkrMarkedSpan
trim (OkrMarkedSpan span, guint n_first, guint n_last)
{
  const char *start = span.start;
  const char *end = span.start + span.length;

  for (guint i = 0; i < n_first; i++)
    start = next_line (start, end);
  for (guint i = 0; i < n_last; i++)
    end = previous_line (start, end);

  return (OkrMarkedSpan){ start, (gsize) (end - start) };
}

static void
append (Search *self, OkrMarkedSpan span)
{
  g_string_append_len (self->text, span.start, (gssize) span.length);
}

/* Whether one of the first @n conflicts has that member in its base. */
static gboolean
has_member (const Search *self, guint n, const char *name, JsonNode *value)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *text = okr_json_node_to_text (value);

  okr_json_append_string (wanted, name);
  g_string_append (wanted, ": ");
  g_string_append_len (wanted, text, (gssize) strcspn (text, "\n"));
  for (guint i = 0; i < n; i++)
    {
      GBytes *base = get_conflict (self, i)->base;

      if (memmem (g_bytes_get_data (base, NULL), g_bytes_get_size (base), wanted->str,
                  wanted->len) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_id (const Search *self, guint n, OkrItem *item)
{
  g_autoptr (JsonNode) id = okr_json_node_new_text (okr_item_get_id (item));

  return OKR_IS_PLAN (item) || has_member (self, n, "id", id);
}

static gboolean
explains (const Search *self, guint n, const OkrDifference *difference, OkrPlan *side)
{
  const char *dot;

  switch (difference->type)
    {
    case OKR_DIFFERENCE_REMOVED:
      return okr_plan_find (side, okr_item_get_id (difference->before)) == NULL &&
             has_id (self, n, difference->before);

    case OKR_DIFFERENCE_MOVED:
      return has_id (self, n, difference->before) ||
             has_id (self, n, okr_item_get_parent (difference->before));

    case OKR_DIFFERENCE_CHANGED:
      if (difference->old_value == NULL ||
          (difference->field != NULL &&
           okr_field_is_fallback (difference->field, difference->before)))
        return TRUE;
      dot = strrchr (difference->path, '.');
      return has_member (self, n, dot != NULL ? dot + 1 : difference->path, difference->old_value);

    case OKR_DIFFERENCE_ADDED:
    case OKR_DIFFERENCE_REORDERED:
    default:
      return TRUE;
    }
}

/* A line that was left out where it should not, and an item has got the members of another one.
 * What differs from a side must be in a base that git has told. */
static gboolean
is_told (const Search *self, OkrPlan *plan, OkrPlan *side, guint n)
{
  g_autoptr (GPtrArray) differences = NULL;

  if (!g_str_equal (okr_item_get_id (OKR_ITEM (plan)), okr_item_get_id (OKR_ITEM (side))))
    return FALSE;

  differences = okr_diff (plan, side);
  for (guint i = 0; i < differences->len; i++)
    {
      if (!explains (self, n, differences->pdata[i], side))
        return FALSE;
    }

  return TRUE;
}

/* The base in the first @n conflicts, and our side in all others. */
static OkrPlan *
try (Search *self, guint n)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OkrPlan) plan = NULL;
  guint n_behind = 0;

  g_string_truncate (self->text, 0);
  for (guint i = 0; i < self->sides->pieces->len; i++)
    {
      const OkrMarkedPiece *piece = get_piece (self, i);
      const Conflict *conflict = i < n ? get_conflict (self, i) : NULL;

      append (self, trim (piece->around, n_behind, conflict != NULL ? conflict->n_before : 0));
      if (conflict != NULL)
        append (self, (OkrMarkedSpan){ g_bytes_get_data (conflict->base, NULL),
                                       g_bytes_get_size (conflict->base) });
      else
        append (self, piece->ours);
      n_behind = conflict != NULL ? conflict->n_behind : 0;
    }
  self->n_times++;
  self->n_bytes += self->text->len;

  bytes = g_bytes_new_static (self->text->str, self->text->len);
  plan = okr_plan_new_from_bytes (bytes, self->cancellable, NULL);

  return plan != NULL && is_told (self, plan, self->ours, n) ? g_steal_pointer (&plan) : NULL;
}

static gboolean
may_go_on (const Search *self)
{
  return self->n_times < MAX_TIMES && self->n_bytes < MAX_BYTES &&
         !g_cancellable_is_cancelled (self->cancellable);
}

/* Whether as many brackets are left out as the base has more than our side. */
static gboolean
may_fit (const Search *self, guint i, guint n_before, guint n_behind)
{
  const Conflict *conflict = get_conflict (self, i);
  const OkrMarkedSpan before = get_piece (self, i)->around;
  const OkrMarkedSpan behind = get_piece (self, i + 1)->around;
  const guint n_gone = i > 0 ? get_conflict (self, i - 1)->n_behind : 0;
  const OkrMarkedSpan left = trim (before, n_gone, n_before);
  const OkrMarkedSpan right = trim (behind, n_behind, 0);
  const char *end = before.start + before.length;
  const char *first = left.start + left.length;
  const gsize n_first = (gsize) (end - first);
  const gsize n_last = (gsize) (right.start - behind.start);

  return conflict->base_depth == conflict->depth + measure_depth (first, n_first) +
                                     measure_depth (behind.start, n_last);
}

static guint
count_lines (OkrMarkedSpan span)
{
  const char *end = span.start + span.length;
  guint n = 0;

  for (const char *at = span.start; at < end && n < MAX_LINES; at = next_line (at, end))
    n++;

  return n;
}

/* Leaves out as few lines as possible around one conflict so that it can have its base. */
static gboolean
fit (Search *self, guint i)
{
  Conflict *conflict = get_conflict (self, i);
  const guint n_gone = i > 0 ? get_conflict (self, i - 1)->n_behind : 0;
  const guint n_before = count_lines (trim (get_piece (self, i)->around, n_gone, 0));
  const guint n_behind = count_lines (get_piece (self, i + 1)->around);

  for (guint n = 1; n <= n_before + n_behind; n++)
    {
      for (guint k = n > n_behind ? n - n_behind : 0; k <= MIN (n, n_before); k++)
        {
          g_autoptr (OkrPlan) plan = NULL;

          if (!may_go_on (self))
            return FALSE;
          if (!may_fit (self, i, k, n - k))
            continue;
          conflict->n_before = k;
          conflict->n_behind = n - k;
          plan = try (self, i + 1);
          if (plan != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* The first conflict that cannot have its base as it stands; all before @low can. */
static guint
find_misfit (Search *self, guint low)
{
  guint high = self->conflicts->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;
      g_autoptr (OkrPlan) plan = try (self, middle);

      if (plan != NULL)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static gboolean
add_conflict (Search *self, const OkrMarkedPiece *piece)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (piece->base.start, piece->base.length);
  Conflict conflict = { .base = okr_marked_find_inner_base (bytes) };

  if (conflict.base == NULL)
    return FALSE;

  conflict.depth = measure_depth (piece->ours.start, piece->ours.length);
  conflict.base_depth = measure_depth (g_bytes_get_data (conflict.base, NULL),
                                       g_bytes_get_size (conflict.base));
  g_array_append_val (self->conflicts, conflict);

  return TRUE;
}

static OkrPlan *
search (Search *self, OkrPlan *theirs)
{
  const guint n = self->conflicts->len;
  OkrPlan *plan = try (self, n);

  for (guint i = 0; plan == NULL && i < n && may_go_on (self); i++)
    {
      i = find_misfit (self, i);
      if (!fit (self, i))
        return NULL;
      plan = try (self, n);
    }
  if (plan != NULL && !is_told (self, plan, theirs, n))
    g_clear_object (&plan);

  return plan;
}

/**
 * okr_marked_sides_read_base:
 * @self: both sides
 * @ours: the plan that ours is the document of
 * @theirs: the same for theirs
 * @cancellable: (nullable): stops reading
 *
 * Reads what both sides started from, in the style "zdiff3", too.
 *
 * Returns: (transfer full) (nullable): that state, or %NULL where the markers do not tell it
 */
OkrPlan *
okr_marked_sides_read_base (const OkrMarkedSides *self, OkrPlan *ours, OkrPlan *theirs,
                            GCancellable *cancellable)
{
  g_autoptr (GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (Conflict));
  g_autoptr (GString) text = g_string_new (NULL);
  Search state = { .sides = self,
                   .conflicts = conflicts,
                   .text = text,
                   .ours = ours,
                   .cancellable = cancellable };

  g_return_val_if_fail (self != NULL && OKR_IS_PLAN (ours) && OKR_IS_PLAN (theirs), NULL);

  if (self->base == NULL)
    return NULL;

  g_array_set_clear_func (conflicts, (GDestroyNotify) clear_conflict);
  for (guint i = 0; i + 1 < self->pieces->len; i++)
    {
      if (!add_conflict (&state, get_piece (&state, i)))
        return NULL;
    }

  return search (&state, theirs);
}
