/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-edit-private.h"

/* A whole sentence per kind: languages need to inflect it. */
static const struct
{
  const char *kind;
  const char *add;
  const char *change;
  const char *remove;
  const char *move;
  const char *duplicate;
} labels[] = {
  { "cycle", N_ ("Add Cycle"), N_ ("Edit Cycle"), N_ ("Delete Cycle"), N_ ("Move Cycle"),
    N_ ("Duplicate Cycle") },
  { "team", N_ ("Add Team"), N_ ("Edit Team"), N_ ("Delete Team"), N_ ("Move Team"),
    N_ ("Duplicate Team") },
  { "objective", N_ ("Add Objective"), N_ ("Edit Objective"), N_ ("Delete Objective"),
    N_ ("Move Objective"), N_ ("Duplicate Objective") },
  { "key-result", N_ ("Add Key Result"), N_ ("Edit Key Result"), N_ ("Delete Key Result"),
    N_ ("Move Key Result"), N_ ("Duplicate Key Result") },
  { "milestone", N_ ("Add Milestone"), N_ ("Edit Milestone"), N_ ("Delete Milestone"),
    N_ ("Move Milestone"), N_ ("Duplicate Milestone") },
  { "initiative", N_ ("Add Initiative"), N_ ("Edit Initiative"), N_ ("Delete Initiative"),
    N_ ("Move Initiative"), N_ ("Duplicate Initiative") },
  { "check-in", N_ ("Check In"), N_ ("Edit Check-in"), N_ ("Delete Check-in"),
    N_ ("Move Check-in"), N_ ("Duplicate Check-in") },
  { "kpi", N_ ("Add KPI"), N_ ("Edit KPI"), N_ ("Delete KPI"), N_ ("Move KPI"),
    N_ ("Duplicate KPI") },
  { "reading", N_ ("Add Reading"), N_ ("Edit Reading"), N_ ("Delete Reading"),
    N_ ("Move Reading"), N_ ("Duplicate Reading") },
  { "review", N_ ("Add Review"), N_ ("Edit Review"), N_ ("Delete Review"), N_ ("Move Review"),
    N_ ("Duplicate Review") },
  { "plan", N_ ("New Plan"), N_ ("Edit Plan"), N_ ("Delete Plan"), N_ ("Move Plan"),
    N_ ("Duplicate Plan") },
};

/* What the step that does @verb to @item is called in the undo menu. */
const char *
okr_edit_get_label (OkrItem *item, OkrEditVerb verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *const words[] = { labels[i].add, labels[i].change, labels[i].remove,
                                    labels[i].move, labels[i].duplicate };

      if (g_str_equal (labels[i].kind, okr_item_get_kind (item)))
        return g_dgettext (GETTEXT_PACKAGE, words[verb]);
    }

  return "";
}

/* Ends the group that is open, or takes it back where its edits failed. */
gboolean
okr_edit_finish (OkrPlan *plan, gboolean success)
{
  if (success)
    okr_plan_end (plan);
  else
    okr_plan_cancel (plan);

  return success;
}
