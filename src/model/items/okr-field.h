/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "okr-day.h"

G_BEGIN_DECLS

typedef struct _OkrItem OkrItem;
typedef struct _OkrField OkrField;

/**
 * OKR_PARAM_STORED:
 *
 * Marks a property that is a stored field of the document, as opposed to a figure derived from
 * such fields.
 */
#define OKR_PARAM_STORED (1 << (G_PARAM_USER_SHIFT + 0))

/**
 * OkrFieldType:
 * @OKR_FIELD_ID: the item's own id; never changes
 * @OKR_FIELD_TEXT: one line of text
 * @OKR_FIELD_PROSE: text of several lines
 * @OKR_FIELD_NUMBER: a finite double, NAN when absent
 * @OKR_FIELD_INTEGER: an int
 * @OKR_FIELD_BOOLEAN: a gboolean
 * @OKR_FIELD_ENUM: a value of a registered enumeration; its nick is the word in the file
 * @OKR_FIELD_DAY: an #OkrDay, 0 when absent
 * @OKR_FIELD_TIMESTAMP: an instant in UTC, kept as written (RFC 3339)
 * @OKR_FIELD_REFERENCE: the id of another item
 * @OKR_FIELD_REFERENCES: ids of other items, in order
 * @OKR_FIELD_STRINGS: texts, in order
 * @OKR_FIELD_JSON: any value that JSON knows, kept as it came; %NULL when absent
 * @OKR_FIELD_CHILDREN: an ordered list of items
 *
 * What a field holds, and with that its C type, its property type and its form in JSON.
 */
typedef enum
{
  OKR_FIELD_ID,
  OKR_FIELD_TEXT,
  OKR_FIELD_PROSE,
  OKR_FIELD_NUMBER,
  OKR_FIELD_INTEGER,
  OKR_FIELD_BOOLEAN,
  OKR_FIELD_ENUM,
  OKR_FIELD_DAY,
  OKR_FIELD_TIMESTAMP,
  OKR_FIELD_REFERENCE,
  OKR_FIELD_REFERENCES,
  OKR_FIELD_STRINGS,
  OKR_FIELD_JSON,
  OKR_FIELD_CHILDREN,
} OkrFieldType;

/**
 * OkrFieldFlags:
 * @OKR_FIELD_REQUIRED: a document without it is refused; it is always written
 * @OKR_FIELD_WITH_GROUP: written whenever another member of its group is; where a document has the
 *   group without it, it is what the field of its name outside of the group is
 * @OKR_FIELD_SET: texts or ids of which each either is there or is not; the order of no more weight
 *   than that the first id of an %OKR_FIELD_REFERENCES is the main one
 * @OKR_FIELD_LOG: a list of what happened: nothing that is in it may get lost
 * @OKR_FIELD_IN_UNIT: a number in the unit of the key result or KPI
 * @OKR_FIELD_PROVENANCE: tells how the document came to be, not what is planned
 */
typedef enum
{
  OKR_FIELD_FLAGS_NONE = 0,
  OKR_FIELD_REQUIRED = 1 << 0,
  OKR_FIELD_WITH_GROUP = 1 << 1,
  OKR_FIELD_SET = 1 << 2,
  OKR_FIELD_LOG = 1 << 3,
  OKR_FIELD_IN_UNIT = 1 << 4,
  OKR_FIELD_PROVENANCE = 1 << 5,
} OkrFieldFlags;

/**
 * OkrField:
 * @name: the member's name in JSON
 * @group: the name of the JSON object that holds it inside the item, or %NULL
 * @type: what it holds
 * @flags: how it is written and merged
 * @offset: where the instance keeps it
 * @get_type: for enumerations and lists: the type of the value or of the children
 * @fallback: the value when absent (numbers, integers and enumerations)
 * @minimum: the least number allowed
 * @maximum: the greatest number allowed
 * @label: the name in the window, to be translated
 *
 * One row of an item type's field table. Reader, writer, command line, history and comparison all
 * walk these tables: a new field is one new row.
 */
struct _OkrField
{
  const char *name;
  const char *group;
  OkrFieldType type;
  OkrFieldFlags flags;
  gsize offset;
  GType (*get_type) (void);
  double fallback;
  double minimum;
  double maximum;
  const char *label;
};

GType okr_field_get_value_type (const OkrField *field);
char *okr_field_dup_path (const OkrField *field);
const char *okr_field_get_label (const OkrField *field);
GParamSpec *okr_field_create_param_spec (const OkrField *field);

void okr_field_init (const OkrField *field, OkrItem *item);
void okr_field_clear (const OkrField *field, OkrItem *item);
void okr_field_read (const OkrField *field, OkrItem *item, GValue *value);
void okr_field_store (const OkrField *field, OkrItem *item, const GValue *value);
gboolean okr_field_is_fallback (const OkrField *field, OkrItem *item);
void okr_field_fill (const OkrField *field, OkrItem *item, OkrDay today);
gboolean okr_field_can_be_stated (const OkrField *field);
gboolean okr_field_values_equal (const OkrField *field, const GValue *a, const GValue *b);
gboolean okr_field_is_same (const OkrField *field, OkrItem *a, OkrItem *b);
void okr_field_copy (const OkrField *field, OkrItem *from, OkrItem *to);

gboolean okr_field_validate (const OkrField *field, const GValue *value, GError **error);
gboolean okr_field_validate_number (const OkrField *field, double number, GError **error);
gboolean okr_field_parse (const OkrField *field, const char *text, GValue *value, GError **error);
char *okr_field_to_text (const OkrField *field, OkrItem *item);

G_END_DECLS
