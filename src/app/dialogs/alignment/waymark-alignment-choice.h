/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-alignment-tree.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_ALIGNMENT_CHOICE (waymark_alignment_choice_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkAlignmentChoice, waymark_alignment_choice, WAYMARK, ALIGNMENT_CHOICE,
                      GtkWidget)

/**
 * WaymarkAlignmentChoice:
 *
 * A row of the alignment dialog: a tick, the item, and a star for the main one. It emits "toggled"
 * and "main"; who listens decides and sets the new state.
 */

GtkWidget *waymark_alignment_choice_new (void);

WaymarkAlignmentNode *waymark_alignment_choice_get_node (WaymarkAlignmentChoice *self);

/**
 * waymark_alignment_choice_set_node:
 * @node: (nullable): what it shows
 */
void waymark_alignment_choice_set_node (WaymarkAlignmentChoice *self, WaymarkAlignmentNode *node);

/**
 * waymark_alignment_choice_set_state:
 * @possible: whether it can be chosen
 * @chosen: whether it is
 * @main: whether it is the main one
 * @subtitle: (nullable): a few words below the title
 */
void waymark_alignment_choice_set_state (WaymarkAlignmentChoice *self, gboolean possible,
                                         gboolean chosen, gboolean main, const char *subtitle);

G_END_DECLS
