/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-history.h"

G_BEGIN_DECLS

/* For OkrPlan only. */

struct _OkrChangeGroup
{
  char *label;
  char *key; /* groups with the same key join while nothing comes between; NULL for none */
  GPtrArray *changes;
  guint64 revision; /* names the state of the plan after this group */
};

OkrHistory *okr_history_new (void);
OkrChangeGroup *okr_change_group_new (const char *label, const char *key);
void okr_change_group_free (OkrChangeGroup *self);
void okr_history_push (OkrHistory *self, OkrChangeGroup *group);
OkrChangeGroup *okr_history_step_back (OkrHistory *self);
OkrChangeGroup *okr_history_step_forward (OkrHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrChangeGroup, okr_change_group_free)

G_END_DECLS
