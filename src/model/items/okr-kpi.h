/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrKpi:
 *
 * KPI: a health measure that watches business as usual.
 */
#define OKR_TYPE_KPI (okr_kpi_get_type ())
G_DECLARE_FINAL_TYPE (OkrKpi, okr_kpi, OKR, KPI, OkrItem)

const char *okr_kpi_get_team_id (OkrKpi *self);
const char *okr_kpi_get_owner (OkrKpi *self);
const char *okr_kpi_get_unit (OkrKpi *self);
double okr_kpi_get_low (OkrKpi *self);
double okr_kpi_get_high (OkrKpi *self);
const char *okr_kpi_get_source (OkrKpi *self);
GListModel *okr_kpi_get_readings (OkrKpi *self);

G_END_DECLS
