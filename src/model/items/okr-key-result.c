/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-key-result.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-check-in.h"
#include "okr-initiative.h"
#include "okr-item-private.h"
#include "okr-kpi.h"
#include "okr-list.h"
#include "okr-lists-private.h"
#include "okr-milestone.h"
#include "okr-number.h"

struct _OkrKeyResult
{
  OkrItem parent_instance;

  char *title;
  char *description;
  char *owner;
  int kind;
  char *unit;
  double start;
  double target;
  double low;
  double high;
  double weight;
  OkrDay due;
  char *kpi_id;
  char *source;
  gboolean added_later;
  OkrDay agreed_on;
  char *agreed_title;
  int agreed_kind;
  double agreed_start;
  double agreed_target;
  double agreed_low;
  double agreed_high;
  OkrDay agreed_due;
  double grade_computed;
  double grade_self;
  char *grade_reason;
  char *grade_learned;
  OkrList *milestones;
  OkrList *initiatives;
  OkrList *check_ins;

  OkrKeyResultFigures figures;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "title", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, title), .label = N_ ("Title") },
  { .name = "description", .type = OKR_FIELD_PROSE,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, description), .label = N_ ("Description") },
  { .name = "owner", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrKeyResult, owner),
    .label = N_ ("Owner") },
  { .name = "kind", .type = OKR_FIELD_ENUM, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, kind), .get_type = okr_key_result_kind_get_type,
    .fallback = OKR_KEY_RESULT_KIND_CHANGE, .label = N_ ("Kind") },
  { .name = "unit", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrKeyResult, unit),
    .label = N_ ("Unit") },
  { .name = "start", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, start), .fallback = NAN,
    .label = N_ ("Start") },
  { .name = "target", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, target), .fallback = NAN,
    .label = N_ ("Target") },
  { .name = "low", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, low), .fallback = NAN,
    .label = N_ ("Lowest") },
  { .name = "high", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, high), .fallback = NAN,
    .label = N_ ("Highest") },
  { .name = "weight", .type = OKR_FIELD_NUMBER, .offset = G_STRUCT_OFFSET (OkrKeyResult, weight),
    .fallback = 1, .minimum = 0, .maximum = 1e6, .label = N_ ("Weight") },
  { .name = "due", .type = OKR_FIELD_DAY, .offset = G_STRUCT_OFFSET (OkrKeyResult, due),
    .label = N_ ("Due") },
  { .name = "kpi", .type = OKR_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (OkrKeyResult, kpi_id),
    .get_type = okr_kpi_get_type, .label = N_ ("KPI") },
  { .name = "source", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrKeyResult, source),
    .label = N_ ("Source of the number") },
  { .name = "addedLater", .type = OKR_FIELD_BOOLEAN,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, added_later), .label = N_ ("Added after the start") },
  { .name = "on", .group = "agreed", .type = OKR_FIELD_DAY,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_on), .label = N_ ("Agreed on") },
  { .name = "title", .group = "agreed", .type = OKR_FIELD_TEXT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_title), .label = N_ ("Agreed title") },
  { .name = "kind", .group = "agreed", .type = OKR_FIELD_ENUM, .flags = OKR_FIELD_WITH_GROUP,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_kind),
    .get_type = okr_key_result_kind_get_type, .fallback = OKR_KEY_RESULT_KIND_CHANGE,
    .label = N_ ("Agreed kind") },
  { .name = "start", .group = "agreed", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_start), .fallback = NAN,
    .label = N_ ("Agreed start") },
  { .name = "target", .group = "agreed", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_target), .fallback = NAN,
    .label = N_ ("Agreed target") },
  { .name = "low", .group = "agreed", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_low), .fallback = NAN,
    .label = N_ ("Agreed lowest") },
  { .name = "high", .group = "agreed", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_high), .fallback = NAN,
    .label = N_ ("Agreed highest") },
  { .name = "due", .group = "agreed", .type = OKR_FIELD_DAY,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, agreed_due), .label = N_ ("Agreed due date") },
  { .name = "computed", .group = "grade", .type = OKR_FIELD_NUMBER,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, grade_computed), .fallback = NAN,
    .minimum = 0, .maximum = 1, .label = N_ ("Computed grade") },
  { .name = "self", .group = "grade", .type = OKR_FIELD_NUMBER,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, grade_self), .fallback = NAN, .minimum = 0,
    .maximum = 1, .label = N_ ("Self-assessed grade") },
  { .name = "reason", .group = "grade", .type = OKR_FIELD_PROSE,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, grade_reason), .label = N_ ("Reason for the grade") },
  { .name = "learned", .group = "grade", .type = OKR_FIELD_PROSE,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, grade_learned), .label = N_ ("What was learned") },
  { .name = "milestones", .type = OKR_FIELD_CHILDREN,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, milestones), .get_type = okr_milestone_get_type,
    .label = N_ ("Milestones") },
  { .name = "initiatives", .type = OKR_FIELD_CHILDREN,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, initiatives), .get_type = okr_initiative_get_type,
    .label = N_ ("Initiatives") },
  { .name = "checkIns", .type = OKR_FIELD_CHILDREN, .flags = OKR_FIELD_LOG,
    .offset = G_STRUCT_OFFSET (OkrKeyResult, check_ins), .get_type = okr_check_in_get_type,
    .label = N_ ("Check-ins") },
};

enum
{
  PROP_PROGRESS = 100, /* beyond the rows of the table */
  PROP_EXPECTED,
  PROP_STATUS,
};

static GParamSpec *derived[3]; /* in the order above */
static void (*get_stored_property) (GObject *, guint, GValue *, GParamSpec *);

G_DEFINE_FINAL_TYPE (OkrKeyResult, okr_key_result, OKR_TYPE_ITEM)

static void
okr_key_result_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  OkrKeyResult *self = OKR_KEY_RESULT (object);

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
okr_key_result_class_init (OkrKeyResultClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "key-result", N_ ("Key result"), 'k',
                                 fields, G_N_ELEMENTS (fields));
  get_stored_property = object_class->get_property;
  object_class->get_property = okr_key_result_get_property;

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
okr_key_result_init (OkrKeyResult *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
  self->figures.progress = NAN;
  self->figures.confidence = -1;
  self->figures.days_since_check_in = -1;
}

/**
 * okr_key_result_get_description:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_key_result_get_description (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), "");

  return self->description != NULL ? self->description : "";
}

/**
 * okr_key_result_get_owner:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_key_result_get_owner (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), "");

  return self->owner != NULL ? self->owner : "";
}

/**
 * okr_key_result_get_kind:
 *
 * Returns: the value
 */
OkrKeyResultKind
okr_key_result_get_kind (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), (OkrKeyResultKind) 0);

  return (OkrKeyResultKind) self->kind;
}

/**
 * okr_key_result_get_unit:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_key_result_get_unit (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), "");

  return self->unit != NULL ? self->unit : "";
}

/**
 * okr_key_result_get_start:
 *
 * Returns: where it begins, in the unit of the key result; NAN when absent
 */
double
okr_key_result_get_start (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NAN);

  return self->start;
}

/**
 * okr_key_result_get_target:
 *
 * Returns: where it shall end, in the unit of the key result; NAN when absent
 */
double
okr_key_result_get_target (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NAN);

  return self->target;
}

/**
 * okr_key_result_get_low:
 *
 * Returns: the lowest value to keep to, in the unit of the key result; NAN when absent
 */
double
okr_key_result_get_low (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NAN);

  return self->low;
}

/**
 * okr_key_result_get_high:
 *
 * Returns: the highest value to keep to, in the unit of the key result; NAN when absent
 */
double
okr_key_result_get_high (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NAN);

  return self->high;
}

/**
 * okr_key_result_get_weight:
 *
 * Returns: how much it counts among its siblings, 0 to 1e6; 1 when absent
 */
double
okr_key_result_get_weight (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NAN);

  return self->weight;
}

/**
 * okr_key_result_get_due:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_key_result_get_due (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), OKR_DAY_NONE);

  return self->due;
}

/**
 * okr_key_result_get_kpi_id:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_key_result_get_kpi_id (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), "");

  return self->kpi_id != NULL ? self->kpi_id : "";
}

/**
 * okr_key_result_get_source:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_key_result_get_source (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), "");

  return self->source != NULL ? self->source : "";
}

/**
 * okr_key_result_get_added_later:
 *
 * Returns: the flag
 */
gboolean
okr_key_result_get_added_later (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), FALSE);

  return self->added_later;
}

/**
 * okr_key_result_get_goalposts:
 *
 * Returns: what was agreed when the cycle became active; its texts belong to the key result
 */
OkrGoalposts
okr_key_result_get_goalposts (OkrKeyResult *self)
{
  OkrGoalposts none = { .on = OKR_DAY_NONE };

  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), none);

  return (OkrGoalposts){
    .on = self->agreed_on,
    .title = self->agreed_title != NULL ? self->agreed_title : "",
    .kind = (OkrKeyResultKind) self->agreed_kind,
    .start = self->agreed_start,
    .target = self->agreed_target,
    .low = self->agreed_low,
    .high = self->agreed_high,
    .due = self->agreed_due,
  };
}

/**
 * okr_key_result_get_grade_computed:
 *
 * Returns: the grade that its progress gives, 0 to 1; NAN when absent
 */
double
okr_key_result_get_grade_computed (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NAN);

  return self->grade_computed;
}

/**
 * okr_key_result_get_grade_self:
 *
 * Returns: the grade that people gave, 0 to 1; NAN when absent
 */
double
okr_key_result_get_grade_self (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NAN);

  return self->grade_self;
}

/**
 * okr_key_result_get_grade_reason:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_key_result_get_grade_reason (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), "");

  return self->grade_reason != NULL ? self->grade_reason : "";
}

/**
 * okr_key_result_get_grade_learned:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_key_result_get_grade_learned (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), "");

  return self->grade_learned != NULL ? self->grade_learned : "";
}

/**
 * okr_key_result_get_milestones:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_key_result_get_milestones (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "milestones");
}

/**
 * okr_key_result_get_initiatives:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_key_result_get_initiatives (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "initiatives");
}

/**
 * okr_key_result_get_check_ins:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_key_result_get_check_ins (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "checkIns");
}

OkrList *
okr_key_result_peek_milestones (OkrKeyResult *self)
{
  return self->milestones;
}

OkrList *
okr_key_result_peek_check_ins (OkrKeyResult *self)
{
  return self->check_ins;
}

/**
 * okr_key_result_get_figures:
 *
 * Returns: (transfer none): what is computed of it; out of date while it is in no plan
 */
const OkrKeyResultFigures *
okr_key_result_get_figures (OkrKeyResult *self)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (self), NULL);

  return &self->figures;
}

/**
 * okr_key_result_take_figures:
 * @figures: what was computed
 *
 * For #OkrPlan, which computes. Notifies of the properties that changed.
 *
 * Returns: whether anything changed
 */
gboolean
okr_key_result_take_figures (OkrKeyResult *self, const OkrKeyResultFigures *figures)
{
  OkrKeyResultFigures before;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (self) && figures != NULL, FALSE);

  before = self->figures;
  self->figures = *figures;
  if (!okr_number_equal (before.progress, figures->progress))
    g_object_notify_by_pspec (G_OBJECT (self), derived[PROP_PROGRESS - PROP_PROGRESS]);
  if (!okr_number_equal (before.expected, figures->expected))
    g_object_notify_by_pspec (G_OBJECT (self), derived[PROP_EXPECTED - PROP_PROGRESS]);
  if (before.status != figures->status)
    g_object_notify_by_pspec (G_OBJECT (self), derived[PROP_STATUS - PROP_PROGRESS]);

  return !okr_key_result_figures_equal (&before, figures);
}
