/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reports begin with. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-report-private.h"
#include "okr-text-direction.h"

#define TITLE_SHARE 0.62

static char *
dup_stage (const OkrDigest *digest)
{
  if (digest->stage == NULL || *digest->stage == '\0')
    /* Translators: a date */
    return g_strdup_printf (_ ("Printed %s"), digest->today_text);

  /* Translators: a date, and where in the cycle it is ("week 8 of 13", "ended 31 Mar") */
  return g_strdup_printf (_ ("Printed %1$s · %2$s"), digest->today_text, digest->stage);
}

char *
okr_report_dup_title (const char *title, const OkrDigest *digest)
{
  g_autofree char *cycle =
      okr_text_isolate (digest->cycle != NULL ? digest->cycle : _ ("All cycles"));
  g_autofree char *scope = okr_text_isolate (digest->scope != NULL ? digest->scope : "");

  if (digest->scope == NULL)
    /* Translators: the name of a report and that of a cycle: "OKR summary · Q1 2027" */
    return g_strdup_printf (_ ("%1$s · %2$s"), title, cycle);

  /* Translators: the name of a report, that of a cycle, and a team or a person */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), title, cycle, scope);
}

char *
okr_report_dup_continued (const char *title)
{
  g_autofree char *own = okr_text_isolate (title);

  /* Translators: a title, or the name of a team or a person, of what began on the page before */
  return g_strdup_printf (_ ("%s (continued)"), own);
}

void
okr_report_compose_head (OkrComposer *composer, const OkrDigest *digest, const char *title)
{
  const double width = okr_composer_get_width (composer);
  g_autofree char *whole = okr_report_dup_title (title, digest);
  g_autofree char *stage = dup_stage (digest);
  OkrBlock *block = okr_composer_add (composer);

  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_START, 0, width,
                      digest->title);
  okr_block_keep_with_next (block);

  block = okr_composer_add (composer);
  okr_block_add_text (block, OKR_PAGE_TITLE, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                      width * TITLE_SHARE, whole);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_END, width * TITLE_SHARE,
                      width * (1 - TITLE_SHARE), stage);
  okr_block_set_outline (block, 1, whole);
  okr_block_set_space (block, 0, 4);

  if (*digest->mission == '\0')
    return;
  block = okr_composer_add (composer);
  okr_block_add_paragraph (block, OKR_PAGE_MOTTO, OKR_PAGE_INK_DIM, 0, width, digest->mission);
  okr_block_set_space (block, 2, 0);
}

void
okr_report_compose_figures (OkrComposer *composer, const OkrDigest *digest)
{
  const double step = okr_composer_get_width (composer) / OKR_DIGEST_N_FIGURES;
  OkrBlock *block = okr_composer_add (composer);

  okr_block_set_space (block, 10, 0);
  okr_block_keep_with_next (block);
  for (guint i = 0; i < OKR_DIGEST_N_FIGURES; i++)
    okr_block_add_text (block, OKR_PAGE_FIGURE, OKR_PAGE_INK_TEXT, OKR_PAGE_START, i * step,
                        step - 8, digest->figures[i].value);

  block = okr_composer_add (composer);
  okr_block_set_space (block, 0, 2);
  okr_block_keep_with_next (block);
  for (guint i = 0; i < OKR_DIGEST_N_FIGURES; i++)
    okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START, i * step,
                        step - 8, digest->figures[i].label);
}

void
okr_report_compose_nothing (OkrComposer *composer, const char *text)
{
  OkrBlock *block = okr_composer_add (composer);

  okr_block_set_rule (block);
  okr_block_set_space (block, 20, 0);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_START, 0,
                      okr_composer_get_width (composer), text);
}
