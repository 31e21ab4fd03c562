/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-item.h"

G_BEGIN_DECLS

/**
 * okr_item_dup_name:
 * @item: any item
 *
 * Tells people which item is meant, also where its kind has no title: a check-in goes by its date
 * and its key result.
 *
 * Returns: (transfer full): its title, or for example "Check-in of 24 February 2027: Conversion";
 *   "" where the kind has a title that is empty
 */
char *okr_item_dup_name (OkrItem *item);

G_END_DECLS
