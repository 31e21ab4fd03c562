/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-objective.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-cycle.h"
#include "okr-item-private.h"
#include "okr-key-result.h"
#include "okr-list.h"
#include "okr-lists-private.h"
#include "okr-number.h"
#include "okr-team.h"

struct _OkrObjective
{
  OkrItem parent_instance;

  char *title;
  char *description;
  char *cycle_id;
  char *team_id;
  char *owner;
  int ambition;
  double weight;
  int state;
  char **contributes_to;
  char **tags;
  char *carried_from;
  double grade_computed;
  double grade_self;
  char *grade_reason;
  char *grade_learned;
  OkrList *key_results;

  OkrObjectiveFigures figures;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "title",
    .type = OKR_FIELD_TEXT,
    .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrObjective, title),
    .label = N_ ("Title") },
  { .name = "description",
    .type = OKR_FIELD_PROSE,
    .offset = G_STRUCT_OFFSET (OkrObjective, description),
    .label = N_ ("Description") },
  { .name = "cycle",
    .type = OKR_FIELD_REFERENCE,
    .offset = G_STRUCT_OFFSET (OkrObjective, cycle_id),
    .get_type = okr_cycle_get_type,
    .label = N_ ("Cycle") },
  { .name = "team",
    .type = OKR_FIELD_REFERENCE,
    .offset = G_STRUCT_OFFSET (OkrObjective, team_id),
    .get_type = okr_team_get_type,
    .label = N_ ("Team") },
  { .name = "owner",
    .type = OKR_FIELD_TEXT,
    .offset = G_STRUCT_OFFSET (OkrObjective, owner),
    .label = N_ ("Owner") },
  { .name = "ambition",
    .type = OKR_FIELD_ENUM,
    .offset = G_STRUCT_OFFSET (OkrObjective, ambition),
    .get_type = okr_ambition_get_type,
    .fallback = OKR_AMBITION_ASPIRATIONAL,
    .label = N_ ("Ambition") },
  { .name = "weight",
    .type = OKR_FIELD_NUMBER,
    .offset = G_STRUCT_OFFSET (OkrObjective, weight),
    .fallback = 1,
    .minimum = 0,
    .maximum = 1e6,
    .label = N_ ("Weight") },
  { .name = "state",
    .type = OKR_FIELD_ENUM,
    .offset = G_STRUCT_OFFSET (OkrObjective, state),
    .get_type = okr_objective_state_get_type,
    .fallback = OKR_OBJECTIVE_STATE_ACTIVE,
    .label = N_ ("State") },
  { .name = "contributesTo",
    .type = OKR_FIELD_REFERENCES,
    .flags = OKR_FIELD_SET,
    .offset = G_STRUCT_OFFSET (OkrObjective, contributes_to),
    .get_type = okr_objective_get_type,
    .label = N_ ("Contributes to") },
  { .name = "tags",
    .type = OKR_FIELD_STRINGS,
    .flags = OKR_FIELD_SET,
    .offset = G_STRUCT_OFFSET (OkrObjective, tags),
    .label = N_ ("Tags") },
  { .name = "carriedFrom",
    .type = OKR_FIELD_REFERENCE,
    .offset = G_STRUCT_OFFSET (OkrObjective, carried_from),
    .label = N_ ("Carried over from") },
  { .name = "computed",
    .group = "grade",
    .type = OKR_FIELD_NUMBER,
    .offset = G_STRUCT_OFFSET (OkrObjective, grade_computed),
    .fallback = NAN, .minimum = 0, .maximum = 1,
    .label = N_ ("Computed grade") },
  { .name = "self",
    .group = "grade",
    .type = OKR_FIELD_NUMBER,
    .offset = G_STRUCT_OFFSET (OkrObjective, grade_self),
    .fallback = NAN,
    .minimum = 0,
    .maximum = 1,
    .label = N_ ("Self-assessed grade") },
  { .name = "reason",
    .group = "grade",
    .type = OKR_FIELD_PROSE,
    .offset = G_STRUCT_OFFSET (OkrObjective, grade_reason),
    .label = N_ ("Reason for the grade") },
  { .name = "learned",
    .group = "grade",
    .type = OKR_FIELD_PROSE,
    .offset = G_STRUCT_OFFSET (OkrObjective, grade_learned),
    .label = N_ ("What was learned") },
  { .name = "keyResults",
    .type = OKR_FIELD_CHILDREN,
    .offset = G_STRUCT_OFFSET (OkrObjective, key_results),
    .get_type = okr_key_result_get_type,
    .label = N_ ("Key results") },
};

enum
{
  PROP_PROGRESS = 100, /* beyond the rows of the table */
  PROP_EXPECTED,
  PROP_STATUS,
};

static GParamSpec *derived[3]; /* in the order above */
static void (*get_stored_property) (GObject *, guint, GValue *, GParamSpec *);

G_DEFINE_FINAL_TYPE (OkrObjective, okr_objective, OKR_TYPE_ITEM)

static void
okr_objective_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  OkrObjective *self = OKR_OBJECTIVE (object);

  switch (property_id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, self->figures.progress);
      break;
    case PROP_EXPECTED:
      g_value_set_double (value, self->figures.expected);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->figures.status);
      break;
    default:
      get_stored_property (object, property_id, value, pspec);
    }
}

static void
okr_objective_class_init (OkrObjectiveClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "objective", N_ ("Objective"), 'o', fields,
                                 G_N_ELEMENTS (fields));
  get_stored_property = object_class->get_property;
  object_class->get_property = okr_objective_get_property;

  derived[PROP_PROGRESS - PROP_PROGRESS] =
      g_param_spec_double ("progress", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  derived[PROP_EXPECTED - PROP_PROGRESS] =
      g_param_spec_double ("expected", NULL, NULL, 0, 1, 0, flags);
  derived[PROP_STATUS - PROP_PROGRESS] =
      g_param_spec_enum ("status", NULL, NULL, OKR_TYPE_STATUS, OKR_STATUS_NOT_COUNTED, flags);
  g_object_class_install_property (object_class, PROP_PROGRESS,
                                   derived[PROP_PROGRESS - PROP_PROGRESS]);
  g_object_class_install_property (object_class, PROP_EXPECTED,
                                   derived[PROP_EXPECTED - PROP_PROGRESS]);
  g_object_class_install_property (object_class, PROP_STATUS, derived[PROP_STATUS - PROP_PROGRESS]);
}

static void
okr_objective_init (OkrObjective *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
  self->figures.progress = NAN;
  self->figures.days_since_check_in = -1;
}

/**
 * okr_objective_get_description:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_objective_get_description (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), "");

  return self->description != NULL ? self->description : "";
}

/**
 * okr_objective_get_cycle_id:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_objective_get_cycle_id (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), "");

  return self->cycle_id != NULL ? self->cycle_id : "";
}

/**
 * okr_objective_get_team_id:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_objective_get_team_id (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), "");

  return self->team_id != NULL ? self->team_id : "";
}

/**
 * okr_objective_get_owner:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_objective_get_owner (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), "");

  return self->owner != NULL ? self->owner : "";
}

/**
 * okr_objective_get_ambition:
 *
 * Returns: the value
 */
OkrAmbition
okr_objective_get_ambition (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), (OkrAmbition) 0);

  return (OkrAmbition) self->ambition;
}

/**
 * okr_objective_get_weight:
 *
 * Returns: how much it counts among its siblings, 0 to 1e6; 1 when absent
 */
double
okr_objective_get_weight (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), NAN);

  return self->weight;
}

/**
 * okr_objective_get_state:
 *
 * Returns: the value
 */
OkrObjectiveState
okr_objective_get_state (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), (OkrObjectiveState) 0);

  return (OkrObjectiveState) self->state;
}

/**
 * okr_objective_get_contributes_to:
 *
 * Returns: (transfer none) (nullable): the ids
 */
const char *const *
okr_objective_get_contributes_to (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), NULL);

  return (const char *const *) self->contributes_to;
}

/**
 * okr_objective_get_tags:
 *
 * Returns: (transfer none) (nullable): the texts
 */
const char *const *
okr_objective_get_tags (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), NULL);

  return (const char *const *) self->tags;
}

/**
 * okr_objective_get_carried_from:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_objective_get_carried_from (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), "");

  return self->carried_from != NULL ? self->carried_from : "";
}

/**
 * okr_objective_get_grade_computed:
 *
 * Returns: the grade that its progress gives, 0 to 1; NAN when absent
 */
double
okr_objective_get_grade_computed (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), NAN);

  return self->grade_computed;
}

/**
 * okr_objective_get_grade_self:
 *
 * Returns: the grade that people gave, 0 to 1; NAN when absent
 */
double
okr_objective_get_grade_self (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), NAN);

  return self->grade_self;
}

/**
 * okr_objective_get_grade_reason:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_objective_get_grade_reason (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), "");

  return self->grade_reason != NULL ? self->grade_reason : "";
}

/**
 * okr_objective_get_grade_learned:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_objective_get_grade_learned (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), "");

  return self->grade_learned != NULL ? self->grade_learned : "";
}

/**
 * okr_objective_get_key_results:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_objective_get_key_results (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), NULL);

  if (self->key_results == NULL)
    return okr_item_get_list (OKR_ITEM (self), "keyResults");

  /* Asked for so often that looking the field up by its name would be felt. */
  return G_LIST_MODEL (self->key_results);
}

OkrList *
okr_objective_peek_key_results (OkrObjective *self)
{
  return self->key_results;
}

/**
 * okr_objective_get_figures:
 *
 * Returns: (transfer none): what is computed of it; out of date while it is in no plan
 */
const OkrObjectiveFigures *
okr_objective_get_figures (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), NULL);

  return &self->figures;
}

/**
 * okr_objective_take_figures:
 * @figures: what was computed
 *
 * For #OkrPlan, which computes. Notifies of the properties that changed.
 *
 * Returns: whether anything changed
 */
gboolean
okr_objective_take_figures (OkrObjective *self, const OkrObjectiveFigures *figures)
{
  OkrObjectiveFigures before;

  g_return_val_if_fail (OKR_IS_OBJECTIVE (self) && figures != NULL, FALSE);

  before = self->figures;
  self->figures = *figures;
  if (!okr_number_equal (before.progress, figures->progress))
    g_object_notify_by_pspec (G_OBJECT (self), derived[PROP_PROGRESS - PROP_PROGRESS]);
  if (!okr_number_equal (before.expected, figures->expected))
    g_object_notify_by_pspec (G_OBJECT (self), derived[PROP_EXPECTED - PROP_PROGRESS]);
  if (before.status != figures->status)
    g_object_notify_by_pspec (G_OBJECT (self), derived[PROP_STATUS - PROP_PROGRESS]);

  return !okr_objective_figures_equal (&before, figures);
}

/**
 * okr_objective_has_data:
 *
 * Returns: whether any of its key results has a check-in that counts, or a milestone that is done
 */
gboolean
okr_objective_has_data (OkrObjective *self)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (self), FALSE);

  for (guint i = 0; i < okr_list_get_size (self->key_results); i++)
    {
      const OkrKeyResultFigures *figures =
          okr_key_result_get_figures (OKR_KEY_RESULT (okr_list_peek (self->key_results, i)));

      if (figures->measure.has_check_in || figures->measure.n_milestones_done > 0)
        return TRUE;
    }

  return FALSE;
}
