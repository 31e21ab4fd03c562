/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-kpi.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-item-private.h"
#include "okr-list.h"
#include "okr-reading.h"
#include "okr-team.h"

struct _OkrKpi
{
  OkrItem parent_instance;

  char *title;
  char *team_id;
  char *owner;
  char *unit;
  double low;
  double high;
  char *source;
  OkrList *readings;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "title", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrKpi, title), .label = N_ ("Title") },
  { .name = "team", .type = OKR_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (OkrKpi, team_id),
    .get_type = okr_team_get_type, .label = N_ ("Team") },
  { .name = "owner", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrKpi, owner),
    .label = N_ ("Owner") },
  { .name = "unit", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrKpi, unit),
    .label = N_ ("Unit") },
  { .name = "low", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKpi, low), .fallback = NAN,
    .label = N_ ("Lowest healthy value") },
  { .name = "high", .type = OKR_FIELD_NUMBER, .flags = OKR_FIELD_IN_UNIT,
    .offset = G_STRUCT_OFFSET (OkrKpi, high), .fallback = NAN,
    .label = N_ ("Highest healthy value") },
  { .name = "source", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrKpi, source),
    .label = N_ ("Source of the number") },
  { .name = "readings", .type = OKR_FIELD_CHILDREN, .flags = OKR_FIELD_LOG,
    .offset = G_STRUCT_OFFSET (OkrKpi, readings), .get_type = okr_reading_get_type,
    .label = N_ ("Readings") },
};

G_DEFINE_FINAL_TYPE (OkrKpi, okr_kpi, OKR_TYPE_ITEM)

static void
okr_kpi_class_init (OkrKpiClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "kpi", N_ ("KPI"), 'h', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_kpi_init (OkrKpi *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_kpi_get_team_id:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_kpi_get_team_id (OkrKpi *self)
{
  g_return_val_if_fail (OKR_IS_KPI (self), "");

  return self->team_id != NULL ? self->team_id : "";
}

/**
 * okr_kpi_get_owner:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_kpi_get_owner (OkrKpi *self)
{
  g_return_val_if_fail (OKR_IS_KPI (self), "");

  return self->owner != NULL ? self->owner : "";
}

/**
 * okr_kpi_get_unit:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_kpi_get_unit (OkrKpi *self)
{
  g_return_val_if_fail (OKR_IS_KPI (self), "");

  return self->unit != NULL ? self->unit : "";
}

/**
 * okr_kpi_get_low:
 *
 * Returns: the lowest healthy value, in the unit of the KPI; NAN when absent
 */
double
okr_kpi_get_low (OkrKpi *self)
{
  g_return_val_if_fail (OKR_IS_KPI (self), NAN);

  return self->low;
}

/**
 * okr_kpi_get_high:
 *
 * Returns: the highest healthy value, in the unit of the KPI; NAN when absent
 */
double
okr_kpi_get_high (OkrKpi *self)
{
  g_return_val_if_fail (OKR_IS_KPI (self), NAN);

  return self->high;
}

/**
 * okr_kpi_get_source:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_kpi_get_source (OkrKpi *self)
{
  g_return_val_if_fail (OKR_IS_KPI (self), "");

  return self->source != NULL ? self->source : "";
}

/**
 * okr_kpi_get_readings:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_kpi_get_readings (OkrKpi *self)
{
  g_return_val_if_fail (OKR_IS_KPI (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "readings");
}
