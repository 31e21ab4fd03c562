/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrReading:
 *
 * Reading: one value of a KPI.
 */
#define OKR_TYPE_READING (okr_reading_get_type ())
G_DECLARE_FINAL_TYPE (OkrReading, okr_reading, OKR, READING, OkrItem)

OkrDay okr_reading_get_date (OkrReading *self);
double okr_reading_get_value (OkrReading *self);
const char *okr_reading_get_note (OkrReading *self);

G_END_DECLS
