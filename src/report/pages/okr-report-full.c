/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary, whose titles lead to the details that follow it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-report-private.h"

/* A heading that says again what it is about, for those who leaf through paper. */
static void
begin_details (OkrComposer *composer, const OkrDigest *digest)
{
  g_autofree char *title = okr_report_dup_title (_ (okr_report_details.title), digest);
  OkrBlock *block = okr_composer_add (composer);

  okr_block_begin_page (block);
  okr_block_add_text (block, OKR_PAGE_TITLE, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                      okr_composer_get_width (composer), title);
  okr_block_set_outline (block, 2, title);
  okr_block_keep_with_next (block);
}

static void
compose (OkrComposer *composer, const OkrDigest *digest)
{
  okr_report_compose_head (composer, digest, _ (okr_report_full.title));
  okr_report_compose_figures (composer, digest);
  if (digest->objectives->len == 0)
    {
      okr_report_compose_nothing (composer, _ ("There are no objectives yet."));
      return;
    }

  for (guint i = 0; i < digest->objectives->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("objective-%u", i);
      const OkrReportPlace place = { .link = name };

      okr_report_compose_objective (composer, digest->objectives->pdata[i], &place);
    }
  begin_details (composer, digest);
  for (guint i = 0; i < digest->objectives->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("objective-%u", i);
      const OkrReportPlace place = { .level = 3, .target = name };

      okr_report_compose_details (composer, digest->objectives->pdata[i], &place);
    }
}

const OkrReportKind okr_report_full = {
  .name = "full",
  .title = N_ ("OKR report"),
  .compose = compose,
};
