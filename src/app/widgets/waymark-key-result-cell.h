/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-enums.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_KEY_RESULT_CELL (waymark_key_result_cell_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkKeyResultCell, waymark_key_result_cell, WAYMARK, KEY_RESULT_CELL,
                      GtkWidget)

/**
 * WaymarkKeyResultCell:
 *
 * A whole key result of the List, drawn by one widget: title and range, latest value, bar,
 * percent with the shape of its status, confidence, age of the latest check-in. Narrow cells leave
 * parts off, but the height depends on the font alone, as virtual lists need it. The row that holds
 * the cell takes the focus and gives it a name.
 */

/**
 * WaymarkKeyResultFigures:
 * @title: the key result's title
 * @subtitle: (nullable): its range, as "90 → 55 s"
 * @value: (nullable): the latest value, as "78 s"
 * @percent: (nullable): the progress, as "34 %"
 * @confidence: (nullable): as "6/10"
 * @age: (nullable): time since the latest check-in, as "3 d"
 * @age_overdue: whether @age is a call to check in
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress 0…1, NaN for none
 * @status: gives the bar's colour and the shape beside @percent
 *
 * What a cell shows, all of it as people read it.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *value;
  const char *percent;
  const char *confidence;
  const char *age;
  gboolean age_overdue;
  double progress;
  double expected;
  OkrStatus status;
} WaymarkKeyResultFigures;

/**
 * WaymarkKeyResultPart:
 *
 * The parts of a cell, for tooltips.
 */
typedef enum
{
  WAYMARK_KEY_RESULT_PART_NONE,
  WAYMARK_KEY_RESULT_PART_TITLE,
  WAYMARK_KEY_RESULT_PART_VALUE,
  WAYMARK_KEY_RESULT_PART_BAR,
  WAYMARK_KEY_RESULT_PART_PERCENT,
  WAYMARK_KEY_RESULT_PART_CONFIDENCE,
  WAYMARK_KEY_RESULT_PART_AGE,
} WaymarkKeyResultPart;

/**
 * waymark_key_result_cell_new:
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *waymark_key_result_cell_new (void);

/**
 * waymark_key_result_cell_set:
 * @self: a cell
 * @figures: what to show; copied
 */
void waymark_key_result_cell_set (WaymarkKeyResultCell *self,
                                  const WaymarkKeyResultFigures *figures);

/**
 * waymark_key_result_cell_get_height:
 * @widget: a widget with the font of a cell
 *
 * Returns: the height of every cell with that font, in pixels
 */
int waymark_key_result_cell_get_height (GtkWidget *widget);

/**
 * waymark_key_result_cell_get_part_at:
 * @self: a cell
 * @x: a place in the coordinates of @self
 * @y: likewise
 *
 * Returns: what is shown there
 */
WaymarkKeyResultPart waymark_key_result_cell_get_part_at (WaymarkKeyResultCell *self, double x,
                                                          double y);

/**
 * waymark_key_result_cell_is_title_cut:
 * @self: a cell
 *
 * Returns: whether the title did not fit, so that a tooltip should give it in full
 */
gboolean waymark_key_result_cell_is_title_cut (WaymarkKeyResultCell *self);

G_END_DECLS
