/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-enums.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_OBJECTIVE_CELL (waymark_objective_cell_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkObjectiveCell, waymark_objective_cell, WAYMARK, OBJECTIVE_CELL,
                      GtkWidget)

/**
 * WaymarkObjectiveCell:
 *
 * The head of an objective's card in the List, drawn by one widget: ring, title, team and owner,
 * what it contributes to, status. The row that holds the cell takes the focus and gives it a
 * name.
 */

/**
 * WaymarkObjectiveFigures:
 * @title: the objective's title
 * @subtitle: (nullable): team and owner, as "Digital · Ana Reyes"
 * @parent: (nullable): what it contributes to, as "↑ Grow into the region’s favourite shop"
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress 0…1, NaN for none
 * @status: gives the ring's colour and the pill
 * @state: (nullable): what the pill says where there is no status, as "Dropped"
 *
 * What a cell shows, all of it as people read it.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *parent;
  double progress;
  double expected;
  OkrStatus status;
  const char *state;
} WaymarkObjectiveFigures;

/**
 * WaymarkObjectivePart:
 *
 * The parts of a cell, for tooltips.
 */
typedef enum
{
  WAYMARK_OBJECTIVE_PART_NONE,
  WAYMARK_OBJECTIVE_PART_RING,
  WAYMARK_OBJECTIVE_PART_TITLE,
  WAYMARK_OBJECTIVE_PART_PARENT,
  WAYMARK_OBJECTIVE_PART_STATUS,
} WaymarkObjectivePart;

/**
 * waymark_objective_cell_new:
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *waymark_objective_cell_new (void);

/**
 * waymark_objective_cell_set:
 * @self: a cell
 * @figures: what to show; copied
 */
void waymark_objective_cell_set (WaymarkObjectiveCell *self,
                                 const WaymarkObjectiveFigures *figures);

/**
 * waymark_objective_cell_set_dense:
 * @self: a cell
 * @dense: whether to take up little height: a smaller ring and narrower margins
 */
void waymark_objective_cell_set_dense (WaymarkObjectiveCell *self, gboolean dense);

/**
 * waymark_objective_cell_get_dense_height:
 * @widget: a widget with the font of a cell
 *
 * Returns: the height of every dense cell with that font, in pixels
 */
int waymark_objective_cell_get_dense_height (GtkWidget *widget);

/**
 * waymark_objective_cell_get_part_at:
 * @self: a cell
 * @x: a place in the coordinates of @self
 * @y: likewise
 *
 * Returns: what is shown there
 */
WaymarkObjectivePart waymark_objective_cell_get_part_at (WaymarkObjectiveCell *self, double x,
                                                         double y);

/**
 * waymark_objective_cell_is_title_cut:
 * @self: a cell
 *
 * Returns: whether the title did not fit, so that a tooltip should give it in full
 */
gboolean waymark_objective_cell_is_title_cut (WaymarkObjectiveCell *self);

G_END_DECLS
