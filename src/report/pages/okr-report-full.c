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

/* Objectives are numbered through all cycles, in both parts of the report alike. */
static void
compose_summary (OkrComposer *composer, const OkrDigest *digest, guint level, gpointer data)
{
  guint *n = data;

  okr_report_compose_figures (composer, digest);
  for (guint i = 0; i < digest->objectives->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("objective-%u", (*n)++);
      const OkrReportPlace place = { .link = name };

      okr_report_compose_objective (composer, digest->objectives->pdata[i], &place);
    }
}

static void
compose_details (OkrComposer *composer, const OkrDigest *digest, guint level, gpointer data)
{
  guint *n = data;

  for (guint i = 0; i < digest->objectives->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("objective-%u", (*n)++);
      const OkrReportPlace place = { .level = level, .target = name };

      okr_report_compose_details (composer, digest->objectives->pdata[i], &place);
    }
}

static void
compose (OkrComposer *composer, const OkrDigest *digest)
{
  guint n_told = 0;
  guint n_detailed = 0;

  okr_report_compose_head (composer, digest, _ (okr_report_full.title));
  okr_report_compose_cycles (composer, digest, 2, compose_summary, &n_told);
  if (digest->objectives->len == 0)
    {
      okr_report_compose_nothing (composer, _ ("There are no objectives yet."));
      return;
    }

  begin_details (composer, digest);
  okr_report_compose_cycles (composer, digest, 3, compose_details, &n_detailed);
}

const OkrReportKind okr_report_full = {
  .name = "full",
  .title = N_ ("OKR report"),
  .compose = compose,
};
