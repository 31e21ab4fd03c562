/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the field tables as JSON, for check-fields.py to compare with the schema. */
#include <math.h>

#include "okr-plan.h"

static const char *const types[] = {
  [OKR_FIELD_ID] = "id",
  [OKR_FIELD_TEXT] = "text",
  [OKR_FIELD_PROSE] = "text",
  [OKR_FIELD_NUMBER] = "number",
  [OKR_FIELD_INTEGER] = "integer",
  [OKR_FIELD_BOOLEAN] = "boolean",
  [OKR_FIELD_ENUM] = "enum",
  [OKR_FIELD_DAY] = "day",
  [OKR_FIELD_TIMESTAMP] = "timestamp",
  [OKR_FIELD_REFERENCE] = "reference",
  [OKR_FIELD_REFERENCES] = "references",
  [OKR_FIELD_STRINGS] = "strings",
  [OKR_FIELD_JSON] = "json",
  [OKR_FIELD_CHILDREN] = "children",
};

static const char *
kind_of (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  return OKR_ITEM_CLASS (klass)->kind;
}

static void
print_enum (const OkrField *field)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->get_type ());

  g_print (", \"words\": [");
  for (guint i = 0; i < klass->n_values; i++)
    g_print ("%s\"%s\"", i > 0 ? ", " : "", klass->values[i].value_nick);
  g_print ("], \"fallback\": \"%s\"",
           g_enum_get_value (klass, (int) field->fallback)->value_nick);
}

static void
print_field (const OkrField *field)
{
  g_print ("{\"name\": \"%s\", \"type\": \"%s\"", field->name, types[field->type]);
  if (field->group != NULL)
    g_print (", \"group\": \"%s\"", field->group);
  if ((field->flags & OKR_FIELD_REQUIRED) != 0)
    g_print (", \"required\": true");
  if (field->type == OKR_FIELD_ENUM)
    print_enum (field);
  else if ((field->type == OKR_FIELD_CHILDREN || field->type == OKR_FIELD_REFERENCE) &&
           field->get_type != NULL)
    g_print (", \"kind\": \"%s\"", kind_of (field->get_type ()));
  else if (okr_field_can_be_stated (field))
    g_print (", \"fallback\": %g", field->fallback);
  if (field->maximum > field->minimum)
    g_print (", \"minimum\": %.0f, \"maximum\": %.0f", field->minimum, field->maximum);
  g_print ("}");
}

static void
print_type (GType type)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  OkrItemClass *klass = OKR_ITEM_CLASS (type_class);

  g_print ("\"%s\": {\"prefix\": \"%c\", \"fields\": [\n", klass->kind, klass->id_prefix);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_print ("%s  ", i > 0 ? ",\n" : "");
      print_field (&klass->fields[i]);
    }
  g_print ("]}");
}

int
main (void)
{
  const GType all[] = {
    OKR_TYPE_PLAN,       OKR_TYPE_CYCLE,     OKR_TYPE_TEAM,       OKR_TYPE_OBJECTIVE,
    OKR_TYPE_KEY_RESULT, OKR_TYPE_MILESTONE, OKR_TYPE_INITIATIVE, OKR_TYPE_CHECK_IN,
    OKR_TYPE_KPI,        OKR_TYPE_READING,   OKR_TYPE_REVIEW,    OKR_TYPE_CONFLICT,
  };

  g_print ("{\n");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      print_type (all[i]);
      g_print (i + 1 < G_N_ELEMENTS (all) ? ",\n" : "\n");
    }
  g_print ("}\n");

  return 0;
}
