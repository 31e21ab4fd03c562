/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-field.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CHOICE_ROW (waymark_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkChoiceRow, waymark_choice_row, WAYMARK, CHOICE_ROW, AdwComboRow)

/**
 * WaymarkChoiceRow:
 *
 * A row to choose one of several things that have an id, such as teams, or one of the values of an
 * enumeration. Its value is a string, or a value of the enumeration. A long list can be searched.
 */

/**
 * WaymarkChoice:
 * @id: what is stored; empty for none
 * @label: what people see
 * @depth: how far it is set in, for trees
 */
typedef struct
{
  const char *id;
  const char *label;
  guint depth;
} WaymarkChoice;

GtkWidget *waymark_choice_row_new (void);

/**
 * waymark_choice_row_set_choices:
 * @choices: (array length=n_choices): what can be chosen; copied
 * @n_choices: how many there are
 */
void waymark_choice_row_set_choices (WaymarkChoiceRow *self, const WaymarkChoice *choices,
                                     guint n_choices);

/**
 * waymark_choice_row_set_enum:
 * @type: an enumeration of the model whose values have labels
 *
 * Lets one choose one of its values.
 */
void waymark_choice_row_set_enum (WaymarkChoiceRow *self, GType type);

/**
 * waymark_choice_row_choose:
 * @id: the id of a choice
 *
 * Shows that choice and from then on the one that the person makes, for a dialog that reads it with
 * waymark_choice_row_get_chosen().
 */
void waymark_choice_row_choose (WaymarkChoiceRow *self, const char *id);

/**
 * waymark_choice_row_get_chosen:
 *
 * Returns: (transfer none): the id of what is chosen; empty for none
 */
const char *waymark_choice_row_get_chosen (WaymarkChoiceRow *self);

G_END_DECLS
