/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-fonts.h"

#include <math.h>

#include "okr-one-line.h"
#include "okr-text-direction.h"

#define LEFT_TO_RIGHT_MARK "\u200e"
#define ELLIPSIS "…"
#define FAMILY "Cantarell, Sans"
#define PITCH 1.3
#define MOST_LINES 3000 /* of each of two generations: several windows full */

static const struct
{
  double size;
  PangoWeight weight;
  gboolean tabular;
} roles[OKR_N_TEXT_ROLES] = {
  [OKR_TEXT_TITLE] = { 13, PANGO_WEIGHT_BOLD, FALSE },
  [OKR_TEXT_SUBTITLE] = { 12, PANGO_WEIGHT_NORMAL, FALSE },
  [OKR_TEXT_ROW] = { 12, PANGO_WEIGHT_NORMAL, FALSE },
  [OKR_TEXT_FIGURE] = { 12, PANGO_WEIGHT_NORMAL, TRUE },
  [OKR_TEXT_RING] = { 11.5, PANGO_WEIGHT_BOLD, FALSE },
  [OKR_TEXT_HEADING] = { 12.5, PANGO_WEIGHT_BOLD, FALSE },
  [OKR_TEXT_LARGE] = { 24, PANGO_WEIGHT_BOLD, FALSE },
  [OKR_TEXT_PAGE_TITLE] = { 28, PANGO_WEIGHT_BOLD, FALSE },
  [OKR_TEXT_PAGE_SUBTITLE] = { 15, PANGO_WEIGHT_NORMAL, FALSE },
};

struct _OkrFonts
{
  PangoContext *context;
  PangoFontDescription *descriptions[OKR_N_TEXT_ROLES];
  PangoAttrList *tabular;
  double baselines[OKR_N_TEXT_ROLES];
  GHashTable *young; /* "role width text" → layout */
  GHashTable *old;
};

static GHashTable *
create_generation (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* Lines look the same at every zoom: nothing is moved to whole pixels. */
static PangoContext *
create_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * okr_fonts_prepare:
 *
 * Begins to find out which fonts the system has, in a thread of its own. Whoever is going to need
 * fonts, and has other things to do before, saves the time that this takes.
 */
void
okr_fonts_prepare (void)
{
  /* The first font map of a process does it. */
  g_autoptr (PangoFontMap) map G_GNUC_UNUSED = pango_cairo_font_map_new ();
}

static OkrFonts *
create_fonts (PangoFontMap *map, const char *family)
{
  OkrFonts *self = g_new0 (OkrFonts, 1);

  self->context = create_context (map);
  self->tabular = pango_attr_list_new ();
  pango_attr_list_insert (self->tabular, pango_attr_font_features_new ("tnum"));
  self->young = create_generation ();
  self->old = create_generation ();
  for (int i = 0; i < OKR_N_TEXT_ROLES; i++)
    {
      PangoFontDescription *description = pango_font_description_new ();

      pango_font_description_set_family (description, family != NULL ? family : FAMILY);
      pango_font_description_set_weight (description, roles[i].weight);
      pango_font_description_set_absolute_size (description, roles[i].size * PANGO_SCALE);
      self->descriptions[i] = description;
      self->baselines[i] = -1;
    }

  return self;
}

/**
 * okr_fonts_new:
 * @family: (nullable): the font to write in; of its fields only the family counts
 *
 * Returns: (transfer full): the roles in that font, or in GNOME's
 */
OkrFonts *
okr_fonts_new (const PangoFontDescription *family)
{
  g_autoptr (PangoFontMap) map = NULL;

  if (family != NULL)
    return create_fonts (pango_cairo_font_map_get_default (),
                         pango_font_description_get_family (family));

  /* The default map is its thread's, and what is drawn here may be freed in another one. */
  map = pango_cairo_font_map_new ();

  return create_fonts (map, NULL);
}

/**
 * okr_fonts_new_for_map:
 * @map: what finds the fonts; one that others use as well has found some of them already
 *
 * Returns: (transfer full): the roles in GNOME's font
 */
OkrFonts *
okr_fonts_new_for_map (PangoFontMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  return create_fonts (map, NULL);
}

/**
 * okr_fonts_free:
 * @self: (transfer full): fonts
 */
void
okr_fonts_free (OkrFonts *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  for (int i = 0; i < OKR_N_TEXT_ROLES; i++)
    pango_font_description_free (self->descriptions[i]);
  pango_attr_list_unref (self->tabular);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
create_line (OkrFonts *self, OkrTextRole role, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *line = okr_text_to_one_line (text);
  g_autofree char *marked = okr_fonts_mark_numbers (line != NULL ? line : text);

  if (line != NULL)
    text = line;
  pango_layout_set_font_description (layout, self->descriptions[role]);
  if (roles[role].tabular)
    pango_layout_set_attributes (layout, self->tabular);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, marked != NULL ? marked : text, -1);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/* What neither of the last two generations asked for is forgotten. */
static void
remember (OkrFonts *self, char *key, PangoLayout *line)
{
  if (g_hash_table_size (self->young) >= MOST_LINES)
    {
      g_hash_table_unref (self->old);
      self->old = self->young;
      self->young = create_generation ();
    }
  g_hash_table_insert (self->young, key, line);
}

/**
 * okr_fonts_get_line:
 * @role: what the text is
 * @text: what it says
 * @width: at most so wide; the end of what is longer is left off. Below 0: no matter
 *
 * Returns: (transfer none): the line, until another one is asked for
 */
PangoLayout *
okr_fonts_get_line (OkrFonts *self, OkrTextRole role, const char *text, double width)
{
  g_autofree char *key = NULL;
  gpointer kept_key;
  gpointer line;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  g_return_val_if_fail ((guint) role < OKR_N_TEXT_ROLES, NULL);

  key = g_strdup_printf ("%d %d %s", (int) role, width < 0 ? -1 : (int) width, text);
  line = g_hash_table_lookup (self->young, key);
  if (line != NULL)
    return line;
  if (g_hash_table_steal_extended (self->old, key, &kept_key, &line))
    {
      remember (self, kept_key, line);
      return line;
    }
  line = create_line (self, role, text, width);
  remember (self, g_steal_pointer (&key), line);

  return line;
}

/**
 * okr_fonts_get_width:
 * @role: what the text is
 * @text: what it says
 *
 * Returns: how wide it is
 */
double
okr_fonts_get_width (OkrFonts *self, OkrTextRole role, const char *text)
{
  int width;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  pango_layout_get_size (okr_fonts_get_line (self, role, text, -1), &width, NULL);

  return (double) width / PANGO_SCALE;
}

/**
 * okr_fonts_get_baseline:
 * @role: what the text is
 *
 * Returns: how far below the middle of a line its letters stand
 */
double
okr_fonts_get_baseline (OkrFonts *self, OkrTextRole role)
{
  g_return_val_if_fail (self != NULL && (guint) role < OKR_N_TEXT_ROLES, 0);

  if (self->baselines[role] < 0)
    {
      PangoFontMetrics *metrics =
          pango_context_get_metrics (self->context, self->descriptions[role], NULL);
      const double ascent = pango_font_metrics_get_ascent (metrics);
      const double descent = pango_font_metrics_get_descent (metrics);

      self->baselines[role] = (ascent - descent) / 2 / PANGO_SCALE;
      pango_font_metrics_unref (metrics);
    }

  return self->baselines[role];
}

/* How many characters of a line, from where reading begins, end before @room. */
static glong
count_fitting (PangoLayout *line, const char *text, double room)
{
  const int x = (int) (room * PANGO_SCALE);
  int width;
  int reached = 0;
  int trailing;

  if (room <= 0)
    return 0;
  pango_layout_get_size (line, &width, NULL);
  pango_layout_line_x_to_index (pango_layout_get_line_readonly (line, 0),
                                okr_text_is_rtl (text) ? width - x : x, &reached, &trailing);

  return g_utf8_pointer_to_offset (text, text + reached);
}

static char *
cut_off (OkrFonts *self, OkrTextRole role, const char *text, double width)
{
  g_autoptr (PangoLayout) line = create_line (self, role, text, -1);
  int n;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (line, &n);
  glong cut = count_fitting (line, text, width - okr_fonts_get_width (self, role, ELLIPSIS));

  for (cut = MIN (cut, n - 1); cut > 0; cut--)
    {
      g_autofree char *start = NULL;
      g_autofree char *whole = NULL;

      if (!attributes[cut].is_cursor_position)
        continue;
      /* Letters may change their shape where the text ends. */
      start = g_utf8_substring (text, 0, cut);
      whole = g_strconcat (g_strchomp (start), ELLIPSIS, NULL);
      if (okr_fonts_get_width (self, role, whole) <= width)
        return g_steal_pointer (&whole);
    }

  return g_strdup (ELLIPSIS);
}

/**
 * okr_fonts_fit:
 * @role: what the text is
 * @text: what it says
 * @width: at most so wide
 *
 * Returns: (transfer full): @text, or its beginning with an ellipsis
 */
char *
okr_fonts_fit (OkrFonts *self, OkrTextRole role, const char *text, double width)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  line = okr_text_to_one_line (text);
  if (line != NULL)
    text = line;
  if (okr_fonts_get_width (self, role, text) <= width)
    return g_strdup (text);

  return cut_off (self, role, text, width);
}

/**
 * okr_fonts_wrap:
 * @role: what the text is
 * @text: what it says
 * @width: at most so wide; a word that is wider is broken
 *
 * Returns: (transfer full): the lines that @text takes, at least one, without the space at which
 *   they were broken
 */
char **
okr_fonts_wrap (OkrFonts *self, OkrTextRole role, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GStrvBuilder) lines = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (self != NULL && text != NULL && width > 0, NULL);

  whole = okr_text_to_one_line (text);
  if (whole != NULL)
    text = whole;
  layout = create_line (self, role, text, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  lines = g_strv_builder_new ();
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *piece = g_strndup (text + line->start_index, (gsize) line->length);

      g_strv_builder_add (lines, g_strstrip (piece));
    }

  return g_strv_builder_end (lines);
}

/**
 * okr_fonts_get_family:
 *
 * Returns: the families, as they were asked for
 */
const char *
okr_fonts_get_family (OkrFonts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return pango_font_description_get_family (self->descriptions[OKR_TEXT_ROW]);
}

/**
 * okr_fonts_get_size:
 * @role: what the text is
 *
 * Returns: the size of its font in pixels
 */
double
okr_fonts_get_size (OkrTextRole role)
{
  g_return_val_if_fail ((guint) role < OKR_N_TEXT_ROLES, 0);

  return roles[role].size;
}

/**
 * okr_fonts_get_pitch:
 * @role: what the text is
 *
 * Returns: from one of its lines to the next
 */
double
okr_fonts_get_pitch (OkrTextRole role)
{
  g_return_val_if_fail ((guint) role < OKR_N_TEXT_ROLES, 0);

  return round (roles[role].size * PITCH);
}

/**
 * okr_fonts_get_weight:
 * @role: what the text is
 *
 * Returns: the weight of its font
 */
PangoWeight
okr_fonts_get_weight (OkrTextRole role)
{
  g_return_val_if_fail ((guint) role < OKR_N_TEXT_ROLES, PANGO_WEIGHT_NORMAL);

  return roles[role].weight;
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * okr_fonts_mark_numbers:
 * @text: a text
 *
 * Numbers and ranges ("−25 %", "1.8 → 2.3 %") have no direction of their own: within text that runs
 * from right to left they would be turned around, with the arrow pointing the wrong way.
 *
 * Returns: (transfer full) (nullable): what to lay out instead of such a @text, or %NULL for one
 *   whose letters say how it is read
 */
char *
okr_fonts_mark_numbers (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return has_letters (text) ? NULL : g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL);
}
