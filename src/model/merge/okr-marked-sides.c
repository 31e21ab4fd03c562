/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a text that git could not merge apart. No line of a text in JSON can look like a marker. */
#include "config.h"

#include "okr-marked-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARKER_LENGTH 7

/* Each merge inside a merge has markers that are longer by so much. */
#define MARKER_STEP 2

/* More merges inside each other than any history asks for. */
#define MAX_MARKER_LENGTH (MARKER_LENGTH + 16 * MARKER_STEP)

typedef enum
{
  AROUND,
  IN_OURS,
  IN_BASE,
  IN_THEIRS,
} Section;

typedef struct
{
  gsize marker_length;
  Section section;
  guint line;
  guint n_conflicts;
  guint n_bases; /* of so many of them the base is told */
  GString *base;
  GString *ours;
  GString *theirs;
  GArray *pieces; /* NULL where nobody wants them */
  OkrMarkedPiece piece;
  const char *section_start;
} Splitter;

/* The character that the marker is made of, or 0 for any other line. */
static char
get_marker (const char *line, gsize length, gsize marker_length)
{
  if (length < marker_length || memchr ("<|=>", *line, 4) == NULL)
    return 0;
  for (gsize i = 1; i < marker_length; i++)
    {
      if (line[i] != *line)
        return 0;
    }

  return length == marker_length || memchr (" \r\n", line[marker_length], 3) != NULL ? *line : 0;
}

/* What a marker leads from and to. */
static gboolean
enter (Splitter *self, char marker)
{
  const Section from = self->section;

  if (marker == '<' && from == AROUND)
    {
      self->section = IN_OURS;
      self->n_conflicts++;
    }
  else if (marker == '|' && from == IN_OURS)
    {
      self->section = IN_BASE;
      self->n_bases++;
    }
  else if (marker == '=' && (from == IN_OURS || from == IN_BASE))
    {
      self->section = IN_THEIRS;
    }
  else if (marker == '>' && from == IN_THEIRS)
    {
      self->section = AROUND;
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

static void
add_line (Splitter *self, const char *line, gsize length)
{
  GString *const sides[] = { self->base, self->ours, self->theirs };
  const Section sections[] = { IN_BASE, IN_OURS, IN_THEIRS };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      if (self->section == AROUND || self->section == sections[i])
        g_string_append_len (sides[i], line, (gssize) length);
    }
}

/* The section ends ahead of the marker that stands in this line. */
static void
leave_section (Splitter *self, const char *line, gsize length)
{
  const OkrMarkedSpan span = { self->section_start, (gsize) (line - self->section_start) };

  switch (self->section)
    {
    case AROUND:
      self->piece = (OkrMarkedPiece){ .around = span };
      break;
    case IN_OURS:
      self->piece.ours = span;
      break;
    case IN_BASE:
      self->piece.base = span;
      break;
    case IN_THEIRS:
      if (self->pieces != NULL)
        g_array_append_val (self->pieces, self->piece);
      break;
    default:
      g_assert_not_reached ();
    }
  self->section_start = line + length;
}

static gboolean
fail (guint line, GError **error)
{
  g_set_error (
      error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_MARKERS,
      /* Translators: the number of a line */
      _ ("Line %u: the markers of a git conflict do not belong together here. Somebody has "
         "edited them. “git checkout --merge” makes them again."),
      line);

  return FALSE;
}

static gboolean
split (Splitter *self, const char *text, gsize size, GError **error)
{
  const char *end = text + size;

  self->section_start = text;
  while (text < end)
    {
      const char *next = memchr (text, '\n', (gsize) (end - text));
      const gsize length = next != NULL ? (gsize) (next - text) + 1 : (gsize) (end - text);
      const char marker = get_marker (text, length, self->marker_length);

      self->line++;
      if (marker != 0)
        leave_section (self, text, length);
      if (marker == 0)
        add_line (self, text, length);
      else if (!enter (self, marker))
        return fail (self->line, error);
      text += length;
    }

  if (self->section != AROUND)
    return fail (self->line, error);
  leave_section (self, end, 0);
  if (self->pieces != NULL)
    g_array_append_val (self->pieces, self->piece);

  return TRUE;
}

static GBytes *
to_bytes (GString **text)
{
  return g_string_free_to_bytes (g_steal_pointer (text));
}

/* Where the histories cross, what both sides started from is a merge itself, which may have had
 * conflicts: what counts then is the base of that. */
static GBytes *
find_base (GBytes *bytes, gsize marker_length)
{
  g_autoptr (GString) base = g_string_new (NULL);
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (GString) theirs = g_string_new (NULL);
  Splitter self = { .marker_length = marker_length, .base = base, .ours = ours, .theirs = theirs };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) inner = NULL;

  if (!split (&self, text != NULL ? text : "", size, NULL) || self.n_bases < self.n_conflicts)
    return NULL;
  if (self.n_conflicts == 0)
    return g_bytes_ref (bytes);
  if (marker_length >= MAX_MARKER_LENGTH)
    return NULL;

  inner = g_bytes_new (base->str, base->len);

  return find_base (inner, marker_length + MARKER_STEP);
}

GBytes *
okr_marked_find_inner_base (GBytes *bytes)
{
  return find_base (bytes, MARKER_LENGTH + MARKER_STEP);
}

/**
 * okr_marked_sides_new:
 * @bytes: a file with the markers of git conflicts in it, in the style "merge", "diff3" or "zdiff3"
 * @error: return location for an error: %OKR_MODEL_ERROR_MARKERS
 *
 * Takes both sides apart. They need not be documents: git knows nothing of JSON.
 *
 * Returns: (transfer full) (nullable): the sides
 */
OkrMarkedSides *
okr_marked_sides_new (GBytes *bytes, GError **error)
{
  g_autoptr (GString) base = g_string_new (NULL);
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (GString) theirs = g_string_new (NULL);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (OkrMarkedPiece));
  Splitter self = { .marker_length = MARKER_LENGTH,
                    .base = base,
                    .ours = ours,
                    .theirs = theirs,
                    .pieces = pieces };
  g_autoptr (GBytes) base_bytes = NULL;
  OkrMarkedSides *sides;
  const char *text;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  if (!split (&self, text != NULL ? text : "", size, error))
    return NULL;

  sides = g_new0 (OkrMarkedSides, 1);
  sides->ours = to_bytes (&ours);
  sides->theirs = to_bytes (&theirs);
  base_bytes = to_bytes (&base);
  if (self.n_bases == self.n_conflicts)
    sides->base = okr_marked_find_inner_base (base_bytes);
  sides->text = g_bytes_ref (bytes);
  sides->pieces = g_steal_pointer (&pieces);

  return sides;
}

/**
 * okr_marked_sides_free:
 * @self: (transfer full): the sides
 *
 * Frees the sides and their texts.
 */
void
okr_marked_sides_free (OkrMarkedSides *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->ours, g_bytes_unref);
  g_clear_pointer (&self->theirs, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self);
}
