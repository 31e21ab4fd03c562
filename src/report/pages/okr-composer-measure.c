/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much room blocks take. */
#include "config.h"

#include "okr-composer-private.h"
#include "okr-number.h"

#define MOST_LAYOUTS 4000
#define LEAST_SCALE 0.5
#define LEAST_WORD_SCALE 0.8 /* a word in two can still be read, a number cannot */
#define NARROW_SPACE 0x202f
#define NO_BREAK_SPACE 0xa0
#define THIN_SPACE 0x2009
#define APOSTROPHE 0x2019
#define MINUS 0x2212

/* Whether two cells show the same in the same way, wherever they stand. */
static gboolean
is_same_text (gconstpointer a, gconstpointer b)
{
  const OkrCell *one = a;
  const OkrCell *other = b;

  return one->font == other->font && one->align == other->align &&
         one->has_lines == other->has_lines && one->is_shortened == other->is_shortened &&
         okr_number_equal (one->width, other->width) && g_str_equal (one->text, other->text);
}

static guint
hash_text (gconstpointer data)
{
  const OkrCell *cell = data;

  return g_str_hash (cell->text) * 31 + (guint) cell->font * 7 + (guint) (int) cell->width;
}

GHashTable *
okr_composer_create_layouts (void)
{
  return g_hash_table_new_full (hash_text, is_same_text, g_free, g_object_unref);
}

/* What holds a number together: digits with what groups them, sign, and a % that follows. */
static gboolean
is_of_number (gunichar c)
{
  return g_unichar_isdigit (c) || strchr (".,'%", (int) MIN (c, 0x7f)) != NULL ||
         c == NARROW_SPACE || c == NO_BREAK_SPACE || c == APOSTROPHE || c == MINUS;
}

/* Whether a line ends where none may, because a word is wider than the column. */
static gboolean
is_word_torn (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *breaks;
  int n_breaks;

  if (pango_layout_get_line_count (layout) < 2)
    return FALSE;

  breaks = pango_layout_get_log_attrs_readonly (layout, &n_breaks);
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      const int start = ((const PangoLayoutLine *) line->data)->start_index;
      const long at = g_utf8_pointer_to_offset (text, text + start);

      if (start > 0 && text[start] != '\0' && at < n_breaks && !breaks[at].is_line_break)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_number_torn (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      const int start = ((const PangoLayoutLine *) line->data)->start_index;
      gunichar before;
      gunichar after;

      if (start == 0 || text[start] == '\0')
        continue;
      before = g_utf8_get_char (g_utf8_prev_char (text + start));
      after = g_utf8_get_char (text + start);
      if (is_of_number (before) && is_of_number (after) &&
          (g_unichar_isdigit (before) || g_unichar_isdigit (after)))
        return TRUE;
    }

  return FALSE;
}

/* A narrow space between a number and its unit is one where lines may break; %NULL where there is
 * none. */
static char *
dup_loose (const char *text)
{
  GString *loose = g_string_new (NULL);
  gunichar before = 0;
  gboolean has_changed = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gunichar after = c != 0 ? g_utf8_get_char (g_utf8_next_char (at)) : 0;
      const gboolean is_within = g_unichar_isdigit (before) && g_unichar_isdigit (after);
      const gboolean is_between = c == NARROW_SPACE && !is_within;

      g_string_append_unichar (loose, is_between ? THIN_SPACE : c);
      has_changed = has_changed || is_between;
      before = c;
    }

  return g_string_free (loose, !has_changed);
}

/* @attribute: (transfer full): of all of the text */
static void
add_attribute (PangoLayout *layout, PangoAttribute *attribute)
{
  PangoAttrList *list = pango_layout_get_attributes (layout);

  list = list != NULL ? pango_attr_list_copy (list) : pango_attr_list_new ();
  pango_attr_list_change (list, attribute);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

/* What is wider than its column would be torn anywhere, and a number read as two: first it parts
 * from its unit, which is no word to hyphenate, then it becomes smaller where it stands in a column
 * of figures. */
static void
mend_numbers (PangoLayout *layout, const OkrCell *cell)
{
  g_autofree char *loose = NULL;

  if (cell->is_shortened || !(is_word_torn (layout) || is_number_torn (layout)))
    return;

  loose = dup_loose (cell->text);
  if (loose != NULL)
    {
      pango_layout_set_text (layout, loose, -1);
      add_attribute (layout, pango_attr_insert_hyphens_new (FALSE));
    }
  for (double factor = 0.9; factor >= LEAST_SCALE && cell->align != OKR_PAGE_START; factor -= 0.05)
    {
      if (!is_number_torn (layout) && (factor < LEAST_WORD_SCALE || !is_word_torn (layout)))
        return;
      add_attribute (layout, pango_attr_scale_new (factor));
    }
}

/* Pango shapes a text twice that it might have to break. Most have room in one line, where they are
 * shaped once. */
static void
break_lines (PangoLayout *layout, const OkrCell *cell, int width)
{
  int all;

  if (!cell->is_shortened)
    {
      pango_layout_get_size (layout, &all, NULL);
      if (all <= width)
        return;
    }
  pango_layout_set_width (layout, width);
  mend_numbers (layout, cell);
}

static int
get_units (const OkrComposer *self, const OkrCell *cell)
{
  return (int) (cell->width / okr_page_fonts_get_unit (self->fonts, cell->font));
}

static gboolean
is_at_right (const OkrComposer *self, const OkrCell *cell)
{
  return (cell->align == OKR_PAGE_END) != self->is_mirrored;
}

static PangoLayout *
create_layout (OkrComposer *self, const OkrCell *cell)
{
  PangoLayout *layout = pango_layout_new (self->fonts->context);

  pango_layout_set_font_description (layout, self->fonts->descriptions[cell->font]);
  pango_layout_set_single_paragraph_mode (layout, !cell->has_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (cell->is_shortened)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_auto_dir (layout, FALSE);
  if (cell->align != OKR_PAGE_START)
    pango_layout_set_attributes (layout, self->tabular);
  if (is_at_right (self, cell))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (layout, cell->text, -1);
  if (cell->width > 0)
    break_lines (layout, cell, get_units (self, cell));

  return layout;
}

/* Shaping is what takes longest: a text that appears often, or is measured and then drawn, is laid
 * out once. Nobody may change what is returned. */
PangoLayout *
okr_composer_dup_layout (OkrComposer *self, const OkrCell *cell)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, cell);
  OkrCell *key;

  if (layout != NULL)
    return g_object_ref (layout);

  layout = create_layout (self, cell);
  if (g_hash_table_size (self->layouts) < MOST_LAYOUTS)
    {
      key = g_memdup2 (cell, sizeof *cell);
      key->text = g_string_chunk_insert_const (self->texts, cell->text);
      g_hash_table_insert (self->layouts, key, g_object_ref (layout));
    }

  return layout;
}

/* Where a column is on the paper. */
double
okr_composer_place_x (const OkrComposer *self, double x, double width)
{
  return self->setup.left + (self->is_mirrored ? okr_composer_get_width (self) - x - width : x);
}

/* Where the layout of a cell is: what was not broken has no width but its own. */
double
okr_composer_place_layout (const OkrComposer *self, const OkrCell *cell, PangoLayout *layout)
{
  const double x = okr_composer_place_x (self, cell->x, cell->width);
  int width;

  if (pango_layout_get_width (layout) >= 0 || !is_at_right (self, cell))
    return x;
  pango_layout_get_size (layout, &width, NULL);

  return x + (get_units (self, cell) - width) * okr_page_fonts_get_unit (self->fonts, cell->font);
}

static double
get_row_height (const OkrCell *cell)
{
  switch (cell->kind)
    {
    case OKR_CELL_BOX:
    case OKR_CELL_LINE:
    case OKR_CELL_CHART:
      return cell->height;
    case OKR_CELL_TEXT:
    case OKR_CELL_STATUS:
    case OKR_CELL_MARK:
    case OKR_CELL_BAR:
    default:
      return 0;
    }
}

static gboolean
has_text (const OkrCell *cell)
{
  return cell->kind == OKR_CELL_TEXT || cell->kind == OKR_CELL_STATUS;
}

/* The label makes room for the mark before it. */
static void
measure_text (OkrBlock *self, OkrCell *cell)
{
  g_autoptr (PangoLayout) layout = okr_composer_dup_layout (self->composer, cell);
  const double unit = okr_page_fonts_get_unit (self->composer->fonts, cell->font);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  cell->height = height * unit;
  cell->y = pango_layout_get_baseline (layout) * unit;
}

/* All texts of a block stand on one line, apart from those that stand below another. */
void
okr_block_measure (OkrBlock *self)
{
  if (self->is_measured)
    return;

  self->is_measured = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      OkrCell *cell = &g_array_index (self->cells, OkrCell, i);

      if (!has_text (cell))
        continue;
      measure_text (self, cell);
      if (!cell->is_below)
        self->baseline = MAX (self->baseline, cell->y);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      OkrCell *cell = &g_array_index (self->cells, OkrCell, i);

      if (has_text (cell))
        {
          cell->y = cell->is_below ? cell[-1].y + cell[-1].height : self->baseline - cell->y;
          self->height = MAX (self->height, cell->y + cell->height);
        }
      self->height = MAX (self->height, get_row_height (cell));
    }
}
