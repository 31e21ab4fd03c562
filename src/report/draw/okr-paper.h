/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OkrPaper:
 * @OKR_PAPER_POSTER: one page as large as the picture
 * @OKR_PAPER_A4: as many sheets of A4 as it takes, to be glued together
 * @OKR_PAPER_A3: the same with A3
 * @OKR_PAPER_LETTER: the same with US Letter
 *
 * What a PDF is made for.
 */
typedef enum
{
  OKR_PAPER_POSTER,
  OKR_PAPER_A4,
  OKR_PAPER_A3,
  OKR_PAPER_LETTER,
} OkrPaper;

/**
 * OkrPageSetup:
 * @width: the width of the paper in points (1/72 inch), like all lengths
 * @height: its height
 * @left: the margin at the left
 * @right: the margin at the right
 * @top: the margin at the top
 * @bottom: the margin at the bottom; the page's footer stands above it
 * @sections_begin_pages: whether each section, such as a team, begins on a new page
 *
 * The paper that pages are laid out for.
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
  gboolean sections_begin_pages;
} OkrPageSetup;

/**
 * okr_paper_find:
 * @name: "poster", "a4", "a3" or "letter"; case does not matter
 * @paper: (out): the paper, untouched when there is none
 *
 * Returns: whether there is such a paper
 */
gboolean okr_paper_find (const char *name, OkrPaper *paper);

/**
 * okr_page_setup_init:
 * @self: (out): a setup with usual margins
 * @paper: a paper; that of a poster stands for what is usual in the locale
 * @is_landscape: whether it lies
 */
void okr_page_setup_init (OkrPageSetup *self, OkrPaper paper, gboolean is_landscape);

G_END_DECLS
