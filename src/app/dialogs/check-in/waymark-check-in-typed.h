/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-plan.h"

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

/**
 * waymark_check_in_typed_find:
 * @plan: (nullable): the plan that it was typed for
 * @kr: (out) (transfer none): the key result
 * @edit: (out) (transfer none) (nullable): the check-in that is changed
 *
 * Returns: whether what it was typed for is in @plan
 */
gboolean waymark_check_in_typed_find (const WaymarkCheckInTyped *self, OkrPlan *plan,
                                      OkrKeyResult **kr, OkrCheckIn **edit);

/**
 * waymark_check_in_typed_ask_discard_async:
 * @parent: the window that asks
 * @callback: called with the answer, which waymark_ask_discard_finish() gives
 * @user_data: for @callback
 *
 * Asks whether what is typed in a check-in may go.
 */
void waymark_check_in_typed_ask_discard_async (GtkWindow *parent, GAsyncReadyCallback callback,
                                               gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaymarkCheckInTyped, waymark_check_in_typed_free)

G_END_DECLS
