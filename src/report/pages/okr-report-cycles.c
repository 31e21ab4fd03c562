/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section for each cycle, where a report tells of more than one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-report-private.h"

#define NAME_SHARE 0.45

static char *
dup_when (const OkrDigest *cycle)
{
  if (cycle->dates == NULL || cycle->stage == NULL)
    return g_strdup (cycle->dates != NULL ? cycle->dates : cycle->stage);

  /* Translators: the first and the last day of a cycle, and where it is ("ended 31 Mar") */
  return g_strdup_printf (_ ("%1$s · %2$s"), cycle->dates, cycle->stage);
}

void
okr_report_begin_cycle (OkrComposer *composer, const OkrDigest *cycle, guint level)
{
  const double width = okr_composer_get_width (composer);
  g_autofree char *again = okr_report_dup_continued (cycle->cycle);
  g_autofree char *when = dup_when (cycle);
  OkrBlock *block = okr_composer_add_head (composer);

  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_DIM, OKR_PAGE_START, 0, width, again);
  okr_block_set_space (block, 8, 2);

  block = okr_composer_add (composer);
  okr_block_set_space (block, 30, 0);
  okr_block_add_text (block, OKR_PAGE_TITLE, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                      width * (when != NULL ? NAME_SHARE : 1), cycle->cycle);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_END, width * NAME_SHARE,
                      width * (1 - NAME_SHARE), when);
  okr_block_set_outline (block, level, cycle->cycle);
  okr_block_keep_with_next (block);
}

void
okr_report_compose_cycles (OkrComposer *composer, const OkrDigest *digest, guint level,
                           OkrReportPart compose, gpointer data)
{
  if (digest->cycles->len == 0)
    compose (composer, digest, level, data);
  for (guint i = 0; i < digest->cycles->len; i++)
    {
      const OkrDigest *cycle = digest->cycles->pdata[i];

      if (cycle->objectives->len == 0)
        continue;
      okr_report_begin_cycle (composer, cycle, level);
      compose (composer, cycle, level + 1, data);
      okr_composer_end_head (composer);
    }
}
