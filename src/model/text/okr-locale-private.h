/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OKR_PERCENT_SPACED,
  OKR_PERCENT_TIGHT,
  OKR_PERCENT_BEFORE,
  OKR_PERCENT_BEFORE_SPACED,
} OkrPercentStyle;

/* How the user's locale writes numbers and dates; all texts are UTF-8. */
typedef struct
{
  char *decimal_point;
  char *group_separator; /* empty when the locale does not group */
  char *grouping;        /* as in localeconv() */
  char *currency;
  char *currency_code;
  char *date_format; /* %d %e %m %Y and literal text, nothing else; empty: ISO only */
  char date_order[4]; /* "dmy", "mdy" or "ymd" */
  gboolean currency_precedes;
  gboolean currency_spaced;
  OkrPercentStyle percent;
} OkrLocale;

const OkrLocale *okr_locale_get (void);
void okr_locale_reset (void);

G_END_DECLS
