/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* What a person means by an edit: each function here is one step to undo, has a label for people
 * and draws the consequences. The window and the command line edit through these. */

/**
 * OkrCheckInEntry:
 * @date: the day that the check-in is about; %OKR_DAY_NONE for today
 * @value: the value; NAN for none
 * @confidence: 0 to 10; -1 for none
 * @note: (nullable): what happened
 * @obstacle: (nullable): what stands in the way
 * @author: (nullable): who says so
 * @milestones_done: (nullable): ids of the milestones that are done now; %NULL leaves them alone
 * @created: (nullable): when it is entered; %NULL for now, after all others of that day
 *
 * What somebody enters at a check-in.
 */
typedef struct
{
  OkrDay date;
  double value;
  int confidence;
  const char *note;
  const char *obstacle;
  const char *author;
  const char *const *milestones_done;
  const char *created;
} OkrCheckInEntry;

gboolean okr_edit_set (OkrPlan *plan, OkrItem *item, const char *path, const GValue *value,
                       GError **error);
gboolean okr_edit_set_from_text (OkrPlan *plan, OkrItem *item, const char *path, const char *text,
                                 GError **error);
gboolean okr_edit_set_text (OkrPlan *plan, OkrItem *item, const char *path, const char *text,
                            GError **error);
gboolean okr_edit_set_number (OkrPlan *plan, OkrItem *item, const char *path, double number,
                              GError **error);
gboolean okr_edit_set_integer (OkrPlan *plan, OkrItem *item, const char *path, int number,
                               GError **error);
gboolean okr_edit_set_boolean (OkrPlan *plan, OkrItem *item, const char *path, gboolean flag,
                               GError **error);
gboolean okr_edit_set_enum (OkrPlan *plan, OkrItem *item, const char *path, int number,
                            GError **error);
gboolean okr_edit_set_day (OkrPlan *plan, OkrItem *item, const char *path, OkrDay day,
                           GError **error);
gboolean okr_edit_set_strings (OkrPlan *plan, OkrItem *item, const char *path,
                               const char *const *strings, GError **error);

const OkrField *okr_edit_find_list (OkrItem *parent, GType type);
gboolean okr_edit_insert (OkrPlan *plan, OkrItem *parent, guint position, OkrItem *item,
                          GError **error);
gboolean okr_edit_move (OkrPlan *plan, OkrItem *item, OkrItem *parent, guint position,
                        GError **error);
gboolean okr_edit_delete (OkrPlan *plan, OkrItem *item, GError **error);
OkrItem *okr_edit_duplicate (OkrPlan *plan, OkrItem *item, GError **error);
OkrCheckIn *okr_edit_check_in (OkrPlan *plan, OkrKeyResult *kr, const OkrCheckInEntry *entry,
                               GError **error);
gboolean okr_edit_retract (OkrPlan *plan, OkrCheckIn *check_in, gboolean retracted, GError **error);

G_END_DECLS
