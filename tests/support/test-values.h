/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"

G_BEGIN_DECLS

/* Compares a text that @call gives away, and frees it. */
#define test_assert_text(call, wanted) \
  G_STMT_START \
  { \
    g_autofree char *actual_text = (call); \
    g_assert_cmpstr (actual_text, ==, wanted); \
  } \
  G_STMT_END

/* The day that "2027-02-24" means; none for NULL. */
static inline OkrDay
test_day (const char *iso)
{
  OkrDay day = OKR_DAY_NONE;

  if (iso != NULL)
    g_assert_true (okr_day_parse (iso, &day));

  return day;
}

G_END_DECLS
