/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-chart-series.h"
#include "okr-marks.h"
#include "okr-paper.h"

G_BEGIN_DECLS

/**
 * OkrPageFont:
 * @OKR_PAGE_TITLE: the title of the report
 * @OKR_PAGE_FIGURE: a key figure
 * @OKR_PAGE_HEADING: an objective
 * @OKR_PAGE_SUBHEADING: a part of a section
 * @OKR_PAGE_BODY: what is read
 * @OKR_PAGE_BODY_BOLD: what is read first in a row
 * @OKR_PAGE_MOTTO: the mission
 * @OKR_PAGE_CAPTION: small print
 *
 * What a text is on a page.
 */
typedef enum
{
  OKR_PAGE_TITLE,
  OKR_PAGE_FIGURE,
  OKR_PAGE_HEADING,
  OKR_PAGE_SUBHEADING,
  OKR_PAGE_BODY,
  OKR_PAGE_BODY_BOLD,
  OKR_PAGE_MOTTO,
  OKR_PAGE_CAPTION,
} OkrPageFont;

#define OKR_N_PAGE_FONTS (OKR_PAGE_CAPTION + 1)

/**
 * OkrPageAlign:
 * @OKR_PAGE_START: where reading of the page begins, whatever the direction of the text
 * @OKR_PAGE_END: a figure: at the end of its column
 * @OKR_PAGE_RANGE: at the start of its column, and read from left to right in every script
 *
 * Where in its column a text stands.
 */
typedef enum
{
  OKR_PAGE_START,
  OKR_PAGE_END,
  OKR_PAGE_RANGE,
} OkrPageAlign;

/**
 * OkrPageInk:
 * @OKR_PAGE_INK_TEXT: what is read first
 * @OKR_PAGE_INK_DIM: what is read second
 *
 * Colours that tell no status.
 */
typedef enum
{
  OKR_PAGE_INK_TEXT,
  OKR_PAGE_INK_DIM,
} OkrPageInk;

/**
 * OkrComposer:
 *
 * Makes pages of blocks, one below the other. A block is a row of cells in columns: text that
 * wraps, bars, marks, charts, boxes to write in. Columns are given from the start of the page's
 * content; where the language is read from right to left, the composer mirrors them. Text is never
 * cut: a block that is higher than a page goes on on the next one. Blocks belong to their composer.
 */
typedef struct _OkrComposer OkrComposer;
typedef struct _OkrBlock OkrBlock;

/** How often a composer can make what it shows narrower. */
#define OKR_COMPOSER_STEPS 5

OkrComposer *okr_composer_new (const OkrPageSetup *setup);
void okr_composer_free (OkrComposer *self);
void okr_composer_begin_anew (OkrComposer *self, guint step);
gboolean okr_composer_is_narrow (const OkrComposer *self);
double okr_composer_get_width (const OkrComposer *self);
double okr_composer_measure (OkrComposer *self, OkrPageFont font, const char *text);

OkrBlock *okr_composer_add (OkrComposer *self);
OkrBlock *okr_composer_add_head (OkrComposer *self);
void okr_composer_end_head (OkrComposer *self);
void okr_composer_keep_last (OkrComposer *self);

void okr_block_set_space (OkrBlock *self, double before, double after);
void okr_block_set_rule (OkrBlock *self);
void okr_block_keep_with_next (OkrBlock *self);
void okr_block_keep_together (OkrBlock *self);
void okr_block_let_shrink (OkrBlock *self, double least_height);
void okr_block_begin_page (OkrBlock *self);
void okr_block_begin_section (OkrBlock *self);
void okr_block_set_outline (OkrBlock *self, guint level, const char *title);
void okr_block_set_target (OkrBlock *self, const char *name);

void okr_block_add_text (OkrBlock *self, OkrPageFont font, OkrPageInk ink, OkrPageAlign align,
                         double x, double width, const char *text);
void okr_block_add_paragraph (OkrBlock *self, OkrPageFont font, OkrPageInk ink, double x,
                              double width, const char *text);
void okr_block_put_below (OkrBlock *self);
void okr_block_link (OkrBlock *self, const char *target);
void okr_block_add_status (OkrBlock *self, OkrPageFont font, double x, double width,
                           OkrStatus status, const char *label);
void okr_block_add_mark (OkrBlock *self, double x, OkrStatus status);
void okr_block_add_bar (OkrBlock *self, double x, double width, double progress, double expected,
                        OkrStatus status);
void okr_block_add_box (OkrBlock *self, double x, double width, double height);
void okr_block_add_line (OkrBlock *self, double x, double width, double height);
void okr_block_add_chart (OkrBlock *self, double x, double width, double height,
                          const OkrChartSeries *series);

guint okr_composer_paginate (OkrComposer *self, double running_head, const char *file_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrComposer, okr_composer_free)

G_END_DECLS
