/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-script.h"

#include <math.h>

#include "test-plans.h"

static const char *const texts[] = {
  "", "a", "Grow", "Ünïcödé 😀", "two\nlines\tand a tab", "\"quoted\" \\ back/slash", " space ",
  "line\u2028separator", "\x01\x1f\x7f", "a very long text that goes on and on and on and on",
};

static const double numbers[] = { NAN, 0,     -0.0,   1,         10, -3.5,
                                  0.1, 1e300, 1e-300, 12345.678, 7,  1e6 };

static guint
below (GRand *random, guint limit)
{
  return (guint) g_rand_int_range (random, 0, (gint32) limit);
}

static const char *
pick_text (GRand *random)
{
  return texts[below (random, G_N_ELEMENTS (texts))];
}

/* Questions are answered, not edited. */
static OkrItem *
pick_item (OkrPlan *plan, GRand *random)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));

  for (guint i = items->len; i > 0; i--)
    {
      if (OKR_IS_CONFLICT (items->pdata[i - 1]))
        g_ptr_array_remove_index (items, i - 1);
    }

  return items->pdata[below (random, items->len)];
}

static OkrItem *
pick_item_of (OkrPlan *plan, GRand *random, GType type)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));

  for (guint i = items->len; i > 0; i--)
    {
      if (!G_TYPE_CHECK_INSTANCE_TYPE (items->pdata[i - 1], type))
        g_ptr_array_remove_index_fast (items, i - 1);
    }

  return items->len > 0 ? items->pdata[below (random, items->len)] : NULL;
}

static const char *
pick_id (OkrPlan *plan, GRand *random, const OkrField *field)
{
  const GType type = field->get_type != NULL ? field->get_type () : OKR_TYPE_OBJECTIVE;
  OkrItem *item;

  if (below (random, 6) == 0)
    return below (random, 2) == 0 ? "" : "nowhere";
  item = pick_item_of (plan, random, below (random, 3) == 0 ? OKR_TYPE_KEY_RESULT : type);

  return item != NULL ? okr_item_get_id (item) : "";
}

static char **
pick_strings (OkrPlan *plan, GRand *random, const OkrField *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint left = below (random, 4); left > 0; left--)
    g_strv_builder_add (builder, field->type == OKR_FIELD_STRINGS ? pick_text (random)
                                                                  : pick_id (plan, random, field));

  return g_strv_builder_end (builder);
}

static void
pick_value (OkrPlan *plan, GRand *random, const OkrField *field, GValue *value)
{
  g_autoptr (GEnumClass) klass = NULL;

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      g_value_set_double (value, numbers[below (random, G_N_ELEMENTS (numbers))]);
      break;
    case OKR_FIELD_INTEGER:
      g_value_set_int (value, (int) below (random, 15) - 2);
      break;
    case OKR_FIELD_BOOLEAN:
      g_value_set_boolean (value, below (random, 2) == 0);
      break;
    case OKR_FIELD_ENUM:
      klass = g_type_class_ref (field->get_type ());
      g_value_set_enum (value, klass->values[below (random, klass->n_values)].value);
      break;
    case OKR_FIELD_DAY:
      if (below (random, 5) > 0)
        g_value_set_uint (value, okr_day_from_ymd (2027, 1, 1) + below (random, 200));
      break;
    case OKR_FIELD_TIMESTAMP:
      g_value_set_static_string (value, below (random, 4) == 0 ? "" : "2027-01-09T08:07:06.5Z");
      break;
    case OKR_FIELD_REFERENCE:
      g_value_set_string (value, pick_id (plan, random, field));
      break;
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      g_value_take_boxed (value, pick_strings (plan, random, field));
      break;
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
      g_value_set_string (value, pick_text (random));
      break;
    case OKR_FIELD_ID:
    case OKR_FIELD_JSON:
    case OKR_FIELD_CHILDREN:
    default:
      g_assert_not_reached ();
    }
}

static void
set_something (OkrPlan *plan, GRand *random)
{
  OkrItem *item = pick_item (plan, random);
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);
  const OkrField *field = &fields[below (random, n_fields)];
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *path = okr_field_dup_path (field);

  if (field->type == OKR_FIELD_ID || field->type == OKR_FIELD_JSON ||
      field->type == OKR_FIELD_CHILDREN)
    return;

  g_value_init (&value, okr_field_get_value_type (field));
  pick_value (plan, random, field, &value);
  okr_edit_set (plan, item, path, &value, NULL); /* may be refused */
}

static void
type_something (OkrPlan *plan, GRand *random)
{
  OkrItem *item = pick_item_of (plan, random, OKR_TYPE_OBJECTIVE);
  g_autoptr (GString) typed = g_string_new (NULL);

  for (guint i = 0; item != NULL && i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      g_string_append_c (typed, (char) ('a' + below (random, 26)));
      okr_edit_set_text (plan, item, "title", typed->str, &error);
      g_assert_no_error (error);
    }
}

static void
insert_something (OkrPlan *plan, GRand *random)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrItem) child = NULL;
  OkrItem *parent = pick_item (plan, random);
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (parent, &n_fields);
  const OkrField *field = &fields[below (random, n_fields)];

  if (field->type != OKR_FIELD_CHILDREN || field->get_type () == OKR_TYPE_CONFLICT)
    return; /* only a merge makes conflicts */

  child = okr_item_new (field->get_type (), NULL);
  okr_edit_insert (plan, parent, below (random, 5), child, &error);
  g_assert_no_error (error);
}

static void
move_something (OkrPlan *plan, GRand *random)
{
  OkrItem *item = pick_item (plan, random);
  OkrItem *parent = okr_item_get_parent (item);
  g_autoptr (GError) error = NULL;

  if (parent == NULL)
    return;

  parent = pick_item_of (plan, random, G_OBJECT_TYPE (parent));
  okr_edit_move (plan, item, parent, below (random, 5), &error);
  g_assert_no_error (error);
}

static void
delete_something (OkrPlan *plan, GRand *random)
{
  OkrItem *item = pick_item (plan, random);
  g_autoptr (GError) error = NULL;

  if (OKR_IS_OBJECTIVE (item) && below (random, 3) > 0)
    return; /* else soon nothing would be left */
  if (!okr_edit_delete (plan, item, &error))
    g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE);
}

static void
duplicate_something (OkrPlan *plan, GRand *random)
{
  OkrItem *item = pick_item (plan, random);
  g_autoptr (GError) error = NULL;

  if (okr_item_get_parent (item) == NULL)
    return;

  g_assert_nonnull (okr_edit_duplicate (plan, item, &error));
  g_assert_no_error (error);
}

static void
check_in (OkrPlan *plan, GRand *random)
{
  OkrItem *kr = pick_item_of (plan, random, OKR_TYPE_KEY_RESULT);
  OkrItem *milestone = pick_item_of (plan, random, OKR_TYPE_MILESTONE);
  const char *const done[] = { milestone != NULL ? okr_item_get_id (milestone) : NULL, NULL };
  const OkrCheckInEntry entry = {
    .date = below (random, 2) == 0 ? OKR_DAY_NONE
                                   : okr_day_from_ymd (2027, 1, 1) + below (random, 90),
    .value = numbers[below (random, G_N_ELEMENTS (numbers))],
    .confidence = (int) below (random, 13) - 1,
    .note = pick_text (random),
    .obstacle = below (random, 3) == 0 ? "Stuck" : NULL,
    .milestones_done = below (random, 2) == 0 ? done : NULL,
  };
  g_autoptr (GError) error = NULL;

  if (kr != NULL && okr_edit_check_in (plan, OKR_KEY_RESULT (kr), &entry, &error) == NULL)
    g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE);
}

static void
retract (OkrPlan *plan, GRand *random)
{
  OkrItem *item = pick_item_of (plan, random, OKR_TYPE_CHECK_IN);
  g_autoptr (GError) error = NULL;

  if (item != NULL)
    okr_edit_retract (plan, OKR_CHECK_IN (item), below (random, 2) == 0, &error);
  g_assert_no_error (error);
}

static void
group (OkrPlan *plan, GRand *random)
{
  okr_plan_begin (plan, "Group");
  for (guint left = below (random, 5); left > 0; left--)
    {
      insert_something (plan, random);
      set_something (plan, random);
      okr_plan_begin (plan, "Nested");
      move_something (plan, random);
      okr_plan_end (plan);
    }
  if (below (random, 3) == 0)
    okr_plan_cancel (plan);
  else
    okr_plan_end (plan);
}

static void
set_whole_plan (OkrPlan *plan, GRand *random)
{
  OkrItem *cycle = pick_item_of (plan, random, OKR_TYPE_CYCLE);
  g_autoptr (GError) error = NULL;

  if (cycle != NULL)
    okr_edit_set_enum (plan, cycle, "state", (int) below (random, 3), &error);
  g_assert_no_error (error);
}

void
test_script_step (OkrPlan *plan, GRand *random)
{
  static void (*const steps[]) (OkrPlan *, GRand *) = {
    set_something,  set_something,       set_something, set_something, insert_something,
    insert_something, move_something,    delete_something, duplicate_something, check_in,
    retract,        type_something,      group,         set_whole_plan,
  };

  steps[below (random, G_N_ELEMENTS (steps))] (plan, random);
}

void
test_script_run (OkrPlan *plan, GRand *random, guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      const guint what = below (random, 10);

      if (what == 0)
        okr_plan_undo (plan, NULL);
      else if (what == 1)
        okr_plan_redo (plan, NULL);
      else
        test_script_step (plan, random);
    }
}
