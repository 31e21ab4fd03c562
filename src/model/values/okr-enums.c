/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-enums.h"

G_DEFINE_ENUM_TYPE (OkrTeamKind,
                    okr_team_kind,
                    G_DEFINE_ENUM_VALUE (OKR_TEAM_KIND_COMPANY, "company"),
                    G_DEFINE_ENUM_VALUE (OKR_TEAM_KIND_DEPARTMENT, "department"),
                    G_DEFINE_ENUM_VALUE (OKR_TEAM_KIND_TEAM, "team"),
                    G_DEFINE_ENUM_VALUE (OKR_TEAM_KIND_PERSON, "person"))

G_DEFINE_ENUM_TYPE (OkrCycleState,
                    okr_cycle_state,
                    G_DEFINE_ENUM_VALUE (OKR_CYCLE_STATE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (OKR_CYCLE_STATE_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (OKR_CYCLE_STATE_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (OkrAmbition,
                    okr_ambition,
                    G_DEFINE_ENUM_VALUE (OKR_AMBITION_ASPIRATIONAL, "aspirational"),
                    G_DEFINE_ENUM_VALUE (OKR_AMBITION_COMMITTED, "committed"))

G_DEFINE_ENUM_TYPE (OkrObjectiveState,
                    okr_objective_state,
                    G_DEFINE_ENUM_VALUE (OKR_OBJECTIVE_STATE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (OKR_OBJECTIVE_STATE_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (OKR_OBJECTIVE_STATE_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (OKR_OBJECTIVE_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (OKR_OBJECTIVE_STATE_DROPPED, "dropped"))

G_DEFINE_ENUM_TYPE (OkrKeyResultKind,
                    okr_key_result_kind,
                    G_DEFINE_ENUM_VALUE (OKR_KEY_RESULT_KIND_CHANGE, "change"),
                    G_DEFINE_ENUM_VALUE (OKR_KEY_RESULT_KIND_AT_LEAST, "atLeast"),
                    G_DEFINE_ENUM_VALUE (OKR_KEY_RESULT_KIND_AT_MOST, "atMost"),
                    G_DEFINE_ENUM_VALUE (OKR_KEY_RESULT_KIND_BETWEEN, "between"),
                    G_DEFINE_ENUM_VALUE (OKR_KEY_RESULT_KIND_MILESTONES, "milestones"),
                    G_DEFINE_ENUM_VALUE (OKR_KEY_RESULT_KIND_YES_NO, "yesNo"),
                    G_DEFINE_ENUM_VALUE (OKR_KEY_RESULT_KIND_BASELINE, "baseline"))

G_DEFINE_ENUM_TYPE (OkrInitiativeState,
                    okr_initiative_state,
                    G_DEFINE_ENUM_VALUE (OKR_INITIATIVE_STATE_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (OKR_INITIATIVE_STATE_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (OKR_INITIATIVE_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (OKR_INITIATIVE_STATE_DISCARDED, "discarded"))

G_DEFINE_ENUM_TYPE (OkrReviewKind,
                    okr_review_kind,
                    G_DEFINE_ENUM_VALUE (OKR_REVIEW_KIND_WEEKLY, "weekly"),
                    G_DEFINE_ENUM_VALUE (OKR_REVIEW_KIND_MONTHLY, "monthly"),
                    G_DEFINE_ENUM_VALUE (OKR_REVIEW_KIND_RETROSPECTIVE, "retrospective"))

G_DEFINE_ENUM_TYPE (OkrStatus,
                    okr_status,
                    G_DEFINE_ENUM_VALUE (OKR_STATUS_NOT_COUNTED, "notCounted"),
                    G_DEFINE_ENUM_VALUE (OKR_STATUS_NO_DATA, "noData"),
                    G_DEFINE_ENUM_VALUE (OKR_STATUS_ACHIEVED, "achieved"),
                    G_DEFINE_ENUM_VALUE (OKR_STATUS_ON_TRACK, "onTrack"),
                    G_DEFINE_ENUM_VALUE (OKR_STATUS_BEHIND, "behind"),
                    G_DEFINE_ENUM_VALUE (OKR_STATUS_AT_RISK, "atRisk"))

#define MAX_VALUES 7

typedef struct
{
  GType (*get_type) (void);
  const char *context;
  const char *labels[MAX_VALUES];
} Labels;

static const Labels all_labels[] = {
  { okr_team_kind_get_type,
    "team kind",
    { NC_ ("team kind", "Company"),
      NC_ ("team kind", "Department"),
      NC_ ("team kind", "Team"),
      NC_ ("team kind", "Person") } },
  { okr_cycle_state_get_type,
    "cycle state",
    { NC_ ("cycle state", "Draft"),
      NC_ ("cycle state", "Active"),
      NC_ ("cycle state", "Closed") } },
  { okr_ambition_get_type,
    "ambition",
    { NC_ ("ambition", "Aspirational"), NC_ ("ambition", "Committed") } },
  { okr_objective_state_get_type,
    "objective state",
    { NC_ ("objective state", "Draft"),
      NC_ ("objective state", "Active"),
      NC_ ("objective state", "Paused"),
      NC_ ("objective state", "Done"),
      NC_ ("objective state", "Dropped") } },
  { okr_key_result_kind_get_type,
    "key result kind",
    { NC_ ("key result kind", "From → to"),
      NC_ ("key result kind", "At least"),
      NC_ ("key result kind", "At most"),
      NC_ ("key result kind", "Between"),
      NC_ ("key result kind", "Milestones"),
      NC_ ("key result kind", "Yes or no"),
      NC_ ("key result kind", "Find a baseline") } },
  { okr_initiative_state_get_type,
    "initiative state",
    { NC_ ("initiative state", "Planned"),
      NC_ ("initiative state", "Active"),
      NC_ ("initiative state", "Done"),
      NC_ ("initiative state", "Discarded") } },
  { okr_review_kind_get_type,
    "review kind",
    { NC_ ("review kind", "Weekly"),
      NC_ ("review kind", "Monthly"),
      NC_ ("review kind", "Retrospective") } },
  { okr_status_get_type,
    "status",
    { NC_ ("status", "—"),
      NC_ ("status", "No data"),
      NC_ ("status", "Achieved"),
      NC_ ("status", "On track"),
      NC_ ("status", "Behind"),
      NC_ ("status", "At risk") } },
};

const char *
okr_enum_to_nick (GType type, int value)
{
  g_return_val_if_fail (G_TYPE_IS_ENUM (type), NULL);

  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (enum_class, value);

  return found != NULL ? found->value_nick : NULL;
}

gboolean
okr_enum_from_nick (GType type, const char *nick, int *value)
{
  g_return_val_if_fail (G_TYPE_IS_ENUM (type), FALSE);
  g_return_val_if_fail (nick != NULL, FALSE);

  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value_by_nick (enum_class, nick);

  if (found == NULL)
    return FALSE;
  if (value != NULL)
    *value = found->value;
  return TRUE;
}

const char *
okr_enum_to_label (GType type, int value)
{
  g_return_val_if_fail (G_TYPE_IS_ENUM (type), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all_labels); i++)
    {
      const Labels *row = &all_labels[i];

      if (row->get_type () != type)
        continue;
      if (value < 0 || value >= MAX_VALUES || row->labels[value] == NULL)
        return NULL;
      return g_dpgettext2 (GETTEXT_PACKAGE, row->context, row->labels[value]);
    }
  return NULL;
}

const char *
okr_status_get_symbol (OkrStatus status)
{
  switch (status)
    {
    case OKR_STATUS_NO_DATA:
      return "○";
    case OKR_STATUS_ACHIEVED:
      return "✓";
    case OKR_STATUS_ON_TRACK:
      return "●";
    case OKR_STATUS_BEHIND:
      return "◆";
    case OKR_STATUS_AT_RISK:
      return "▲";
    case OKR_STATUS_NOT_COUNTED:
    default:
      return "—";
    }
}

const char *
okr_status_get_label (OkrStatus status)
{
  const char *label;

  /* A dash says nothing to those who hear it, nor beside a number. */
  if (status == OKR_STATUS_NOT_COUNTED)
    return _ ("Not counted");

  label = okr_enum_to_label (OKR_TYPE_STATUS, (int) status);

  return label != NULL ? label : "";
}
