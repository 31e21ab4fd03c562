/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-digest-private.h"
#include "okr-format.h"

static void
tell_progress (const OkrDigest *self, OkrDigestFigure *figure)
{
  g_autofree char *expected = okr_format_progress (self->expected);

  figure->value = okr_format_progress (self->progress);
  if (isnan (self->expected))
    /* Translators: below a large percentage */
    figure->label = g_strdup (C_ ("figure", "progress"));
  else
    /* Translators: below a large percentage; the progress that is expected today */
    figure->label = g_strdup_printf (_ ("progress (expected %s)"), expected);
}

static void
tell_on_track (const OkrDigest *self, OkrDigestFigure *figure)
{
  /* Translators: so many key results of so many */
  figure->value = g_strdup_printf (_ ("%1$u of %2$u"), self->n_on_track, self->n_key_results);
  /* Translators: below "5 of 8" */
  figure->label =
      g_strdup (ngettext ("key result on track", "key results on track", self->n_key_results));
}

static void
tell_confidence (const OkrDigest *self, OkrDigestFigure *figure)
{
  g_autofree char *before = okr_format_number (self->confidence_before, 1);

  figure->value = okr_format_number (self->confidence, 1);
  if (isnan (self->confidence_before))
    /* Translators: below a number from 0 to 10 */
    figure->label = g_strdup (_ ("mean confidence"));
  else
    /* Translators: below a number from 0 to 10; what it was at the check-ins before */
    figure->label = g_strdup_printf (_ ("mean confidence (was %s)"), before);
}

static void
tell_check_ins (const OkrDigest *self, OkrDigestFigure *figure)
{
  figure->value = okr_format_number (self->n_need_check_in, 0);
  /* Translators: below a number of key results */
  figure->label =
      g_strdup (ngettext ("needs a check-in", "need a check-in", self->n_need_check_in));
}

void
okr_digest_fill_figures (OkrDigest *self)
{
  tell_progress (self, &self->figures[0]);
  tell_on_track (self, &self->figures[1]);
  tell_confidence (self, &self->figures[2]);
  tell_check_ins (self, &self->figures[3]);
}
