/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-check-in.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-item-private.h"
#include "okr-timestamp.h"

struct _OkrCheckIn
{
  OkrItem parent_instance;

  OkrDay date;
  char *created;
  double value;
  int confidence;
  char *note;
  char *obstacle;
  char *author;
  gboolean retracted;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "date", .type = OKR_FIELD_DAY, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrCheckIn, date), .label = N_ ("Date") },
  { .name = "created", .type = OKR_FIELD_TIMESTAMP,
    .offset = G_STRUCT_OFFSET (OkrCheckIn, created), .label = N_ ("Created") },
  { .name = "value", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrCheckIn, value), .fallback = NAN, .label = N_ ("Value") },
  { .name = "confidence", .type = OKR_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (OkrCheckIn, confidence), .fallback = -1, .minimum = 0,
    .maximum = 10, .label = N_ ("Confidence") },
  { .name = "note", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrCheckIn, note),
    .label = N_ ("Note") },
  { .name = "obstacle", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrCheckIn, obstacle),
    .label = N_ ("Obstacle") },
  { .name = "author", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrCheckIn, author),
    .label = N_ ("Author") },
  { .name = "retracted", .type = OKR_FIELD_BOOLEAN,
    .offset = G_STRUCT_OFFSET (OkrCheckIn, retracted), .label = N_ ("Retracted") },
};

G_DEFINE_FINAL_TYPE (OkrCheckIn, okr_check_in, OKR_TYPE_ITEM)

static void
okr_check_in_class_init (OkrCheckInClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "check-in", N_ ("Check-in"), 'n', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_check_in_init (OkrCheckIn *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_check_in_get_date:
 *
 * Returns: the day, %OKR_DAY_NONE when absent
 */
OkrDay
okr_check_in_get_date (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), OKR_DAY_NONE);

  return self->date;
}

/**
 * okr_check_in_get_created:
 *
 * Returns: the instant in UTC, "" when absent
 */
const char *
okr_check_in_get_created (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), "");

  return self->created != NULL ? self->created : "";
}

/**
 * okr_check_in_get_value:
 *
 * Returns: what was measured, in the unit of the key result; NAN when absent
 */
double
okr_check_in_get_value (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), NAN);

  return self->value;
}

/**
 * okr_check_in_get_confidence:
 *
 * Returns: how sure people are to reach the target, 0 to 10; −1 when absent
 */
int
okr_check_in_get_confidence (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), 0);

  return self->confidence;
}

/**
 * okr_check_in_get_note:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_check_in_get_note (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), "");

  return self->note != NULL ? self->note : "";
}

/**
 * okr_check_in_get_obstacle:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_check_in_get_obstacle (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), "");

  return self->obstacle != NULL ? self->obstacle : "";
}

/**
 * okr_check_in_get_author:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_check_in_get_author (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), "");

  return self->author != NULL ? self->author : "";
}

/**
 * okr_check_in_get_retracted:
 *
 * Returns: the flag
 */
gboolean
okr_check_in_get_retracted (OkrCheckIn *self)
{
  g_return_val_if_fail (OKR_IS_CHECK_IN (self), FALSE);

  return self->retracted;
}

int
okr_check_in_compare (OkrCheckIn *a, OkrCheckIn *b)
{
  int order;

  g_return_val_if_fail (OKR_IS_CHECK_IN (a) && OKR_IS_CHECK_IN (b), 0);

  if (a->date != b->date)
    return a->date < b->date ? -1 : 1;

  order = okr_timestamp_compare (okr_check_in_get_created (a), okr_check_in_get_created (b));

  return order != 0 ? order
                    : g_strcmp0 (okr_item_get_id (OKR_ITEM (a)), okr_item_get_id (OKR_ITEM (b)));
}
