/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"

G_BEGIN_DECLS

/**
 * WaymarkCheckInTyped:
 * @kr: the id of the key result
 * @edit: (nullable): the id of the check-in that is changed
 * @value: the value as it is typed, which need not be a number
 * @answer: 1 for yes, 0 for no, -1 for neither
 * @confidence: 0 to 10, or %WAYMARK_CONFIDENCE_UNSET
 * @date: the date
 * @milestones: (nullable): ids of those that are done
 *
 * What stands in a check-in that nobody has confirmed, letter by letter.
 */
typedef struct
{
  char *kr;
  char *edit;
  char *value;
  int answer;
  int confidence;
  OkrDay date;
  char *note;
  char *obstacle;
  char *author;
  char **milestones;
} WaymarkCheckInTyped;

void waymark_check_in_typed_free (WaymarkCheckInTyped *self);

/**
 * waymark_check_in_typed_new_from_text:
 * @text: what waymark_check_in_typed_to_text() gave, perhaps damaged
 *
 * Returns: (nullable): what was typed
 */
WaymarkCheckInTyped *waymark_check_in_typed_new_from_text (const char *text);
char *waymark_check_in_typed_to_text (const WaymarkCheckInTyped *self);

/**
 * waymark_check_in_typed_dup_words:
 *
 * Returns: what somebody would miss, for reading
 */
char *waymark_check_in_typed_dup_words (const WaymarkCheckInTyped *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaymarkCheckInTyped, waymark_check_in_typed_free)

G_END_DECLS
