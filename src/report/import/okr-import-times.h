/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import-periods.h"
#include "okr-import.h"

G_BEGIN_DECLS

/* The time that a heading names: days, or a period of which a cycle tells the year. */
typedef struct
{
  guint column;
  OkrImportPeriod period;    /* its unit is none where the days are known */
  gboolean is_calendar_said; /* of a week: "KW 7" is none of a cycle */
  OkrDay first;
  OkrDay last;
} OkrImportTime;

/* "Jan", "W7", "2027-01-31", "January 2027", perhaps with "Actual" beside it. */
gboolean okr_import_parse_time (const char *heading, OkrImportDates dates, OkrImportTime *time);

/* Whether a column without another meaning has a time above it and figures in it. */
gboolean okr_import_holds_values_then (OkrImport *import, guint column);

/* Why a column with a time above it is not used, NULL if none is above it. */
char *okr_import_explain_time (OkrImport *import, guint column);

/* Of all columns of values over time, in their order. */
GArray *okr_import_list_times (OkrImport *import);

/* Decides whether weeks are those of the year or those of the cycle. */
void okr_import_judge_weeks (GArray *times, OkrCycle *cycle);

G_END_DECLS
