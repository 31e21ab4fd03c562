/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary once more, in a section for each team or each person. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-report-private.h"

static void
add_section (OkrComposer *composer, const OkrDigest *section, gboolean has_cycles,
             gboolean is_first)
{
  const OkrReportPlace place = { .level = 3, .has_cycle = has_cycles };
  const double width = okr_composer_get_width (composer);
  g_autofree char *again = okr_report_dup_continued (section->scope);
  OkrBlock *block = okr_composer_add_head (composer);

  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_DIM, OKR_PAGE_START, 0, width, again);
  okr_block_set_space (block, 0, 2);

  block = okr_composer_add (composer);
  if (!is_first)
    okr_block_begin_section (block);
  okr_block_set_space (block, is_first ? 20 : 36, 0);
  okr_block_add_text (block, OKR_PAGE_TITLE, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0, width,
                      section->scope);
  okr_block_set_outline (block, 2, section->scope);
  okr_block_keep_with_next (block);
  if (section->scope_note != NULL && !section->has_cycles)
    {
      block = okr_composer_add (composer);
      okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START, 0, width,
                          section->scope_note);
      okr_block_keep_with_next (block);
    }
  if (!section->has_cycles)
    okr_report_compose_figures (composer, section);
  for (guint i = 0; i < section->objectives->len; i++)
    okr_report_compose_objective (composer, section->objectives->pdata[i], &place);
  okr_composer_end_head (composer);
}

static void
compose (OkrComposer *composer, const OkrDigest *digest, const char *title)
{
  okr_report_compose_head (composer, digest, title);
  for (guint i = 0; i < digest->sections->len; i++)
    add_section (composer, digest->sections->pdata[i], digest->has_cycles, i == 0);
  if (digest->sections->len == 0)
    okr_report_compose_nothing (composer, _ ("There are no objectives yet."));
}

static void
compose_teams (OkrComposer *composer, const OkrDigest *digest)
{
  compose (composer, digest, _ (okr_report_teams.title));
}

static void
compose_people (OkrComposer *composer, const OkrDigest *digest)
{
  compose (composer, digest, _ (okr_report_people.title));
}

const OkrReportKind okr_report_teams = {
  .name = "teams",
  .title = N_ ("OKRs by team"),
  .sections = OKR_DIGEST_SECTIONS_TEAMS,
  .compose = compose_teams,
};

const OkrReportKind okr_report_people = {
  .name = "people",
  .title = N_ ("OKRs by person"),
  .sections = OKR_DIGEST_SECTIONS_PEOPLE,
  .compose = compose_people,
};
