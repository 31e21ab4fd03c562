/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-reading.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-item-private.h"

struct _OkrReading
{
  OkrItem parent_instance;

  OkrDay date;
  double value;
  char *note;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "date", .type = OKR_FIELD_DAY, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrReading, date), .label = N_ ("Date") },
  { .name = "value", .type = OKR_FIELD_NUMBER,
    .flags = OKR_FIELD_REQUIRED | OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrReading, value), .fallback = NAN, .label = N_ ("Value") },
  { .name = "note", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrReading, note),
    .label = N_ ("Note") },
};

G_DEFINE_FINAL_TYPE (OkrReading, okr_reading, OKR_TYPE_ITEM)

static void
okr_reading_class_init (OkrReadingClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "reading", N_ ("Reading"), 'r', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_reading_init (OkrReading *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_reading_get_date:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_reading_get_date (OkrReading *self)
{
  g_return_val_if_fail (OKR_IS_READING (self), OKR_DAY_NONE);

  return self->date;
}

/**
 * okr_reading_get_value:
 *
 * Returns: what was read, in the unit of the KPI; NAN when absent
 */
double
okr_reading_get_value (OkrReading *self)
{
  g_return_val_if_fail (OKR_IS_READING (self), NAN);

  return self->value;
}

/**
 * okr_reading_get_note:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_reading_get_note (OkrReading *self)
{
  g_return_val_if_fail (OKR_IS_READING (self), "");

  return self->note != NULL ? self->note : "";
}
