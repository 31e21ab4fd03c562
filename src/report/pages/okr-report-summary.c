/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All objectives at a glance: one page for a usual plan. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-report-private.h"

#define SHORT_TITLE 0.7 /* two lines of its column, of the width of the page */

/* Of two or three key results, none is alone on a page; of more, neither the first nor the last
 * one. Titles of many lines would leave much of a page empty. */
static gboolean
is_kept_with_next (OkrComposer *composer, const GPtrArray *krs, guint i)
{
  const double room = okr_composer_get_width (composer) * SHORT_TITLE;
  const OkrDigestKeyResult *kr = krs->pdata[i];

  return i + 1 < krs->len && (i == 0 || i + 2 == krs->len) &&
         !okr_report_is_long (composer, OKR_PAGE_BODY, kr->title, room);
}

void
okr_report_compose_objective (OkrComposer *composer, const OkrDigestObjective *objective,
                              const OkrReportPlace *place)
{
  okr_report_begin_objective (composer, objective, place);
  if (objective->grade.closing_note != NULL)
    {
      okr_report_compose_words (composer, objective->grade.closing_note);
      if (objective->key_results->len > 0)
        okr_composer_keep_last (composer);
    }
  for (guint i = 0; i < objective->key_results->len; i++)
    {
      okr_report_compose_marked (composer, objective->key_results->pdata[i], place->columns);
      if (is_kept_with_next (composer, objective->key_results, i))
        okr_composer_keep_last (composer);
    }
  okr_composer_end_head (composer);
}

static void
compose_part (OkrComposer *composer, const OkrDigest *digest, guint level, gpointer data)
{
  const OkrReportColumns columns = okr_report_find_columns (composer, digest);
  const OkrReportPlace place = { .level = level, .columns = &columns };

  okr_report_compose_figures (composer, digest);
  for (guint i = 0; i < digest->objectives->len; i++)
    okr_report_compose_objective (composer, digest->objectives->pdata[i], &place);
}

static void
compose (OkrComposer *composer, const OkrDigest *digest)
{
  okr_report_compose_head (composer, digest, _ (okr_report_summary.title));
  okr_report_compose_cycles (composer, digest, 2, compose_part, NULL);
  if (digest->objectives->len == 0)
    okr_report_compose_nothing (composer, _ ("There are no objectives yet."));
}

const OkrReportKind okr_report_summary = {
  .name = "summary",
  .title = N_ ("OKR summary"),
  .is_brief = TRUE,
  .n_on_one_page = 4,
  .compose = compose,
};
