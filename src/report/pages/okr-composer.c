/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-composer.h"

#include <glib/gi18n-lib.h>

#include "okr-composer-private.h"
#include "okr-one-line.h"
#include "okr-text-direction.h"
#include "okr-visible-text.h"

static const struct
{
  double gap;
  double scale;
} steps[OKR_COMPOSER_STEPS + 1] = {
  { 1, 1 }, { 0.8, 1 }, { 0.7, 0.95 }, { 0.6, 0.9 }, { 0.5, 0.85 }, { 0.45, 0.8 },
};

static void
free_block (gpointer data)
{
  OkrBlock *self = data;

  g_array_unref (self->cells);
  g_free (self);
}

/**
 * okr_composer_new:
 * @setup: the paper
 *
 * Returns: (transfer full): a composer without blocks
 */
OkrComposer *
okr_composer_new (const OkrPageSetup *setup)
{
  OkrComposer *self;

  g_return_val_if_fail (setup != NULL, NULL);

  self = g_new0 (OkrComposer, 1);
  self->setup = *setup;
  self->fonts = okr_page_fonts_take ();
  self->gap = 1;
  self->tabular = pango_attr_list_new ();
  pango_attr_list_insert (self->tabular, pango_attr_font_features_new ("tnum"));
  self->chart_fonts = okr_fonts_new_for_map (self->fonts->map);
  self->layouts = okr_composer_create_layouts ();
  self->texts = g_string_chunk_new (4096);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->heads = g_ptr_array_new_with_free_func (free_block);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->legends = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_legend_free);
  self->is_mirrored = okr_text_is_program_rtl ();
  pango_context_set_base_dir (self->fonts->context,
                              self->is_mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return self;
}

/**
 * okr_composer_free:
 * @self: (transfer full): a composer
 */
void
okr_composer_free (OkrComposer *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->heads);
  g_hash_table_unref (self->layouts);
  okr_fonts_free (self->chart_fonts);
  g_ptr_array_unref (self->legends);
  g_free (self->source);
  g_string_chunk_free (self->texts);
  pango_attr_list_unref (self->tabular);
  okr_page_fonts_free (self->fonts);
  g_free (self);
}

/**
 * okr_composer_begin_anew:
 * @step: how narrow, from 0 for what is usual to %OKR_COMPOSER_STEPS
 *
 * Takes all blocks and pages away, to compose the same once more with smaller gaps and then with
 * smaller type: 80 % of its usual size at last, and nowhere less than 7 points.
 */
void
okr_composer_begin_anew (OkrComposer *self, guint step)
{
  g_return_if_fail (self != NULL && step <= OKR_COMPOSER_STEPS);

  self->gap = steps[step].gap;
  self->fonts->scale = steps[step].scale;
  self->step = step;
  self->head = NULL;
  g_hash_table_remove_all (self->layouts);
  g_ptr_array_set_size (self->pages, 0);
  g_ptr_array_set_size (self->legends, 0);
  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->heads, 0);
  g_clear_pointer (&self->source, g_free);
}

/**
 * okr_composer_is_narrow:
 *
 * Returns: whether room is short, so that columns are as narrow as what is in them
 */
gboolean
okr_composer_is_narrow (const OkrComposer *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->step > 0;
}

/**
 * okr_composer_get_width:
 *
 * Returns: the width between the margins
 */
double
okr_composer_get_width (const OkrComposer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->setup.width - self->setup.left - self->setup.right;
}

/**
 * okr_composer_measure:
 * @font: what the text is
 * @text: what it says, in one line
 *
 * Returns: how wide it is
 */
double
okr_composer_measure (OkrComposer *self, OkrPageFont font, const char *text)
{
  const OkrCell cell = { .font = font, .width = -1, .text = text };
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  layout = okr_composer_dup_layout (self, &cell);
  pango_layout_get_size (layout, &width, NULL);

  return width * okr_page_fonts_get_unit (self->fonts, font);
}

static OkrBlock *
create_block (OkrComposer *self)
{
  OkrBlock *block = g_new0 (OkrBlock, 1);

  block->composer = self;
  block->cells = g_array_new (FALSE, FALSE, sizeof (OkrCell));

  return block;
}

/**
 * okr_composer_add:
 *
 * Returns: (transfer none): a new block below the others
 */
OkrBlock *
okr_composer_add (OkrComposer *self)
{
  OkrBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = create_block (self);
  block->head = self->head;
  g_ptr_array_add (self->blocks, block);

  return block;
}

/**
 * okr_composer_add_head:
 *
 * Begins a section, or a part of one, that tells on each further page what it is about.
 *
 * Returns: (transfer none): the block to repeat; where the section begins, it does not appear
 */
OkrBlock *
okr_composer_add_head (OkrComposer *self)
{
  OkrBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = create_block (self);
  block->head = self->head;
  self->head = block;
  g_ptr_array_add (self->heads, self->head);

  return self->head;
}

/**
 * okr_composer_end_head:
 *
 * Ends the section that began last: blocks from now on belong to the one that it is a part of.
 */
void
okr_composer_end_head (OkrComposer *self)
{
  g_return_if_fail (self != NULL && self->head != NULL);

  self->head = self->head->head;
}

/**
 * okr_block_set_space:
 * @before: above it, unless it begins a page
 * @after: below it
 */
void
okr_block_set_space (OkrBlock *self, double before, double after)
{
  g_return_if_fail (self != NULL);

  self->before = before * self->composer->gap;
  self->after = after * self->composer->gap;
}

/**
 * okr_block_set_rule:
 *
 * Draws a line above it, halfway in the space before; none at the top of a page.
 */
void
okr_block_set_rule (OkrBlock *self)
{
  g_return_if_fail (self != NULL);

  self->has_rule = TRUE;
}

/**
 * okr_block_keep_with_next:
 *
 * Lets no page end between it and the next block.
 */
void
okr_block_keep_with_next (OkrBlock *self)
{
  g_return_if_fail (self != NULL);

  self->keeps_next = TRUE;
}

/**
 * okr_block_keep_together:
 *
 * Lets no page end within a text of up to ten lines or so.
 */
void
okr_block_keep_together (OkrBlock *self)
{
  g_return_if_fail (self != NULL);

  self->keeps_together = TRUE;
}

/**
 * okr_block_let_shrink:
 * @least_height: how high its boxes are at least
 *
 * Makes its boxes lower where it then ends on the page that it stands on.
 */
void
okr_block_let_shrink (OkrBlock *self, double least_height)
{
  g_return_if_fail (self != NULL && least_height > 0);

  self->least_height = least_height;
}

/**
 * okr_composer_keep_last:
 *
 * Lets no page end between the block that was added last and the one that comes next.
 */
void
okr_composer_keep_last (OkrComposer *self)
{
  g_return_if_fail (self != NULL && self->blocks->len > 0);

  okr_block_keep_with_next (self->blocks->pdata[self->blocks->len - 1]);
}

/**
 * okr_block_begin_page:
 *
 * Puts it at the top of a page.
 */
void
okr_block_begin_page (OkrBlock *self)
{
  g_return_if_fail (self != NULL);

  self->begins_page = TRUE;
}

/**
 * okr_block_begin_section:
 *
 * Puts it at the top of a page where the page setup asks for that.
 */
void
okr_block_begin_section (OkrBlock *self)
{
  g_return_if_fail (self != NULL);

  self->begins_page = self->composer->setup.sections_begin_pages;
}

/**
 * okr_block_set_outline:
 * @level: 1 for the whole, 2 for a part of it, 3 for a part of that
 * @title: its title
 *
 * Enters it into the outline of a PDF.
 */
void
okr_block_set_outline (OkrBlock *self, guint level, const char *title)
{
  g_autofree char *line = NULL;
  g_autofree char *visible = NULL;

  g_return_if_fail (self != NULL && title != NULL && level > 0);

  line = okr_text_to_one_line (title);
  visible = okr_visible_text (line != NULL ? line : title, OKR_VISIBLE_KEEP_ISOLATES);
  self->outline_level = level;
  self->outline = g_string_chunk_insert (self->composer->texts, visible);
}

/**
 * okr_block_set_target:
 * @name: a name of letters, digits and hyphens
 *
 * Makes it what okr_block_link() leads to.
 */
void
okr_block_set_target (OkrBlock *self, const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  self->target = g_string_chunk_insert (self->composer->texts, name);
}

static OkrCell *
add_cell (OkrBlock *self, OkrCellKind kind, double x, double width)
{
  const OkrCell cell = { .kind = kind, .x = x, .width = MAX (width, 1) };

  g_array_append_val (self->cells, cell);

  return &g_array_index (self->cells, OkrCell, self->cells->len - 1);
}

static char *
dup_visible_words (const OkrCell *cell, const char *text)
{
  const OkrVisibleFlags flags = cell->has_lines ? OKR_VISIBLE_KEEP_LINES : OKR_VISIBLE_ONE_LINE;
  g_autofree char *line = cell->has_lines ? NULL : okr_text_to_one_line (text);

  return okr_visible_text (line != NULL ? line : text, flags | OKR_VISIBLE_KEEP_ISOLATES);
}

static void
add_words (OkrBlock *self, OkrCell *cell, OkrPageFont font, const char *text)
{
  g_autofree char *visible = dup_visible_words (cell, text);
  /* Each line stands where the page begins its lines, and is read in its own direction. */
  g_autofree char *lines =
      cell->align == OKR_PAGE_RANGE ? okr_text_isolate_ltr (visible) : okr_text_isolate (visible);

  cell->font = font;
  cell->text = g_string_chunk_insert_const (self->composer->texts, lines);
}

/**
 * okr_block_add_text:
 * @font: what the text is
 * @ink: how important it is
 * @align: where in its column it stands
 * @x: where the column starts
 * @width: how wide it is
 * @text: (nullable): one paragraph
 */
void
okr_block_add_text (OkrBlock *self, OkrPageFont font, OkrPageInk ink, OkrPageAlign align, double x,
                    double width, const char *text)
{
  OkrCell *cell;

  g_return_if_fail (self != NULL);

  if (text == NULL || *text == '\0')
    return;
  cell = add_cell (self, OKR_CELL_TEXT, x, width);
  cell->ink = ink;
  cell->align = align;
  add_words (self, cell, font, text);
}

/**
 * okr_block_add_paragraph:
 * @font: what the text is
 * @ink: how important it is
 * @x: where the column starts
 * @width: how wide it is
 * @text: (nullable): what people wrote, in as many lines as they did
 */
void
okr_block_add_paragraph (OkrBlock *self, OkrPageFont font, OkrPageInk ink, double x, double width,
                         const char *text)
{
  OkrCell *cell;

  g_return_if_fail (self != NULL);

  if (text == NULL || *text == '\0')
    return;
  cell = add_cell (self, OKR_CELL_TEXT, x, width);
  cell->ink = ink;
  cell->has_lines = TRUE;
  add_words (self, cell, font, text);
}

/**
 * okr_block_put_below:
 *
 * Makes the text that was added last stand below the text that was added before it, and not on the
 * line of the others.
 */
void
okr_block_put_below (OkrBlock *self)
{
  g_return_if_fail (self != NULL && self->cells->len > 1);

  g_array_index (self->cells, OkrCell, self->cells->len - 1).is_below = TRUE;
}

/**
 * okr_block_link:
 * @target: the name of a target
 *
 * Makes the cell that was added last lead there, in a PDF. There has to be such a target.
 */
void
okr_block_link (OkrBlock *self, const char *target)
{
  g_return_if_fail (self != NULL && target != NULL && self->cells->len > 0);

  g_array_index (self->cells, OkrCell, self->cells->len - 1).link =
      g_string_chunk_insert (self->composer->texts, target);
}

/**
 * okr_block_add_status:
 * @font: what its label is
 * @x: where the column starts
 * @width: how wide it is
 * @status: a status
 * @label: what it is called
 *
 * Adds the mark of a status with its name, at the end of the column.
 */
void
okr_block_add_status (OkrBlock *self, OkrPageFont font, double x, double width, OkrStatus status,
                      const char *label)
{
  OkrCell *cell;

  g_return_if_fail (self != NULL && label != NULL);

  cell = add_cell (self, OKR_CELL_STATUS, x, width);
  cell->status = status;
  cell->align = OKR_PAGE_END;
  add_words (self, cell, font, label);
}

/**
 * okr_block_add_mark:
 * @x: where it starts
 * @status: a status
 *
 * Adds the mark of a status.
 */
void
okr_block_add_mark (OkrBlock *self, double x, OkrStatus status)
{
  g_return_if_fail (self != NULL);

  add_cell (self, OKR_CELL_MARK, x, 6)->status = status;
}

/**
 * okr_block_add_bar:
 * @x: where it starts
 * @width: how wide it is
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress, NaN for none
 * @status: a status
 */
void
okr_block_add_bar (OkrBlock *self, double x, double width, double progress, double expected,
                   OkrStatus status)
{
  OkrCell *cell;

  g_return_if_fail (self != NULL);

  cell = add_cell (self, OKR_CELL_BAR, x, width);
  cell->progress = progress;
  cell->expected = expected;
  cell->status = status;
}

/**
 * okr_block_add_box:
 * @x: where it starts
 * @width: how wide it is
 * @height: how high
 *
 * Adds an empty box to write in.
 */
void
okr_block_add_box (OkrBlock *self, double x, double width, double height)
{
  g_return_if_fail (self != NULL);

  add_cell (self, OKR_CELL_BOX, x, width)->height = height;
}

/**
 * okr_block_add_line:
 * @x: where it starts
 * @width: how long it is
 * @height: how much room there is above it
 *
 * Adds a line to write on.
 */
void
okr_block_add_line (OkrBlock *self, double x, double width, double height)
{
  g_return_if_fail (self != NULL);

  add_cell (self, OKR_CELL_LINE, x, width)->height = height;
}

/**
 * okr_block_add_chart:
 * @x: where it starts
 * @width: how wide it is
 * @height: how high; less where a page is not that high
 * @series: what it shows; to be there for as long as the composer is
 */
void
okr_block_add_chart (OkrBlock *self, double x, double width, double height,
                     const OkrChartSeries *series)
{
  const OkrPageSetup *setup;
  OkrCell *cell;

  g_return_if_fail (self != NULL && series != NULL);

  setup = &self->composer->setup;
  cell = add_cell (self, OKR_CELL_CHART, x, width);
  cell->series = series;
  cell->height = MIN (height, MAX ((setup->height - setup->top - setup->bottom) / 2, 40));
}
