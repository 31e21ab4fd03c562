/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet for the wall of the meeting room: what was, and boxes to write in what is now. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-format.h"
#include "okr-report-private.h"
#include "okr-text-direction.h"

/* Where columns begin and end, of the width of the page. */
#define INDENT 0.02
#define BEFORE 0.36
#define VALUE 0.52
#define VALUE_END 0.64
#define CONFIDENCE 0.66
#define CONFIDENCE_END 0.73
#define OBSTACLE 0.75
#define GAP 8.0
#define BOX_HEIGHT 30.0 /* two lines of handwriting */
#define TICK_BOX 9.0
#define DECISIONS_HEIGHT 96.0
#define LEAST_DECISIONS_HEIGHT 60.0 /* four lines of handwriting */

static void
add_caption (OkrBlock *block, double from, double to, const char *text)
{
  okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START, from, to - from,
                      text);
}

static void
add_captions (OkrComposer *composer, OkrBlock *block)
{
  const double width = okr_composer_get_width (composer);

  add_caption (block, 0, width * BEFORE - GAP, _ ("Key result"));
  /* Translators: heads a column with the values of the check-ins before */
  add_caption (block, width * BEFORE, width * VALUE - GAP, _ ("Last time"));
  add_caption (block, width * VALUE, width * VALUE_END, _ ("Value now"));
  add_caption (block, width * CONFIDENCE, width * OBSTACLE - 2, _ ("0–10"));
  add_caption (block, width * OBSTACLE, width, _ ("What stands in the way?"));
  okr_block_set_space (block, 12, 2);
}

/* The day is that of the value: a note or a confidence may have come later. In figures where the
 * name of its month has no room in one line. */
static char *
dup_day (OkrComposer *composer, const OkrDigestKeyResult *kr, double width)
{
  const OkrDigestCheckIn *last = kr->check_ins->len > 0 ? kr->check_ins->pdata[0] : NULL;
  const char *text = kr->value_day_text;
  OkrDay day = kr->value_day;

  if (text == NULL && last != NULL)
    {
      text = last->day_text;
      day = last->day;
    }
  if (okr_report_is_long (composer, OKR_PAGE_CAPTION, text, width))
    return okr_format_day_numeric (day);

  return g_strdup (text);
}

/* "78 s, confidence 6/10, 22 February 2027", and "Obstacle: it rains" where that is short */
static char *
dup_before (const OkrDigestKeyResult *kr, char *day, char *obstacle)
{
  const OkrDigestCheckIn *last = kr->check_ins->len > 0 ? kr->check_ins->pdata[0] : NULL;
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *confidence = NULL;

  if (last == NULL && kr->value_text == NULL)
    return g_strdup (_ ("No check-in yet"));
  if (kr->value_text != NULL)
    g_ptr_array_add (facts, kr->value_text);
  if (kr->confidence_text != NULL)
    {
      /* Translators: such as "confidence 6/10" */
      confidence = g_strdup_printf (_ ("confidence %s"), kr->confidence_text);
      g_ptr_array_add (facts, confidence);
    }
  if (day != NULL)
    g_ptr_array_add (facts, day);
  if (obstacle != NULL)
    g_ptr_array_add (facts, obstacle);
  g_ptr_array_add (facts, NULL);

  return g_strjoinv ("\n", (char **) facts->pdata);
}

static char *
dup_obstacle (const OkrDigestKeyResult *kr)
{
  const OkrDigestCheckIn *last = kr->check_ins->len > 0 ? kr->check_ins->pdata[0] : NULL;
  g_autofree char *words = NULL;

  if (last == NULL || *last->obstacle == '\0')
    return NULL;

  words = okr_text_isolate (last->obstacle);

  /* Translators: what stands in the way of a key result */
  return g_strdup_printf (_ ("Obstacle: %s"), words);
}

static char *
dup_facts (const OkrDigestKeyResult *kr, gboolean has_owner)
{
  g_autofree char *owner = okr_text_isolate (kr->owner);

  if (*kr->owner == '\0' || !has_owner)
    return g_strdup (kr->aim_text);

  /* Translators: two facts in one line: a range of values, and a person */
  return g_strdup_printf (_ ("%1$s · %2$s"), kr->aim_text, owner);
}

/* What a key result of steps needs is a tick beside each one that is left. */
static void
add_milestones (OkrComposer *composer, const OkrDigestKeyResult *kr)
{
  const double width = okr_composer_get_width (composer);
  const double start = width * INDENT;

  for (guint i = 0; i < kr->milestones->len; i++)
    {
      const OkrDigestMilestone *milestone = kr->milestones->pdata[i];
      OkrBlock *block;

      if (milestone->done_text != NULL)
        continue;
      okr_composer_keep_last (composer);
      block = okr_composer_add (composer);
      okr_block_set_space (block, 4, 0);
      okr_block_add_box (block, start, TICK_BOX, TICK_BOX);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START,
                          start + TICK_BOX + GAP / 2, width - start - TICK_BOX - GAP / 2,
                          milestone->title);
    }
}

static void
add_key_result (OkrComposer *composer, const OkrDigestKeyResult *kr)
{
  const double width = okr_composer_get_width (composer);
  const double first = width * (BEFORE - INDENT) - GAP;
  const double second = width * (VALUE - BEFORE) - GAP;
  g_autofree char *obstacle = dup_obstacle (kr);
  const gboolean is_obstacle_long =
      okr_report_is_long (composer, OKR_PAGE_CAPTION, obstacle, second);
  const gboolean is_owner_long =
      okr_report_is_long (composer, OKR_PAGE_CAPTION, kr->owner, first * 2);
  g_autofree char *day = dup_day (composer, kr, second);
  g_autofree char *before = dup_before (kr, day, is_obstacle_long ? NULL : obstacle);
  g_autofree char *facts = dup_facts (kr, !is_owner_long);
  OkrBlock *block = okr_composer_add (composer);

  okr_block_set_space (block, 8, is_owner_long || is_obstacle_long ? 2 : 0);
  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_TEXT, OKR_PAGE_START, width * INDENT,
                      first, kr->title);
  okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START, width * INDENT,
                      first, facts);
  if (*facts != '\0')
    okr_block_put_below (block);
  okr_block_add_paragraph (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, width * BEFORE, second,
                           before);
  okr_block_add_box (block, width * VALUE, width * (VALUE_END - VALUE), BOX_HEIGHT);
  okr_block_add_box (block, width * CONFIDENCE, width * (CONFIDENCE_END - CONFIDENCE), BOX_HEIGHT);
  okr_block_add_box (block, width * OBSTACLE, width * (1 - OBSTACLE), BOX_HEIGHT);
  if (is_owner_long)
    okr_report_compose_words (composer, kr->owner);
  if (is_obstacle_long)
    okr_report_compose_words (composer, obstacle);
  add_milestones (composer, kr);
}

static void
add_objective (OkrComposer *composer, const OkrDigestObjective *objective, guint level)
{
  const double width = okr_composer_get_width (composer);
  g_autofree char *again = okr_report_dup_continued (objective->title);
  OkrBlock *block = okr_composer_add_head (composer);

  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0, width, again);
  okr_block_set_space (block, 14, 0);
  okr_block_set_rule (block);

  block = okr_composer_add (composer);
  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0, width,
                      objective->title);
  okr_block_set_space (block, 14, 0);
  okr_block_set_rule (block);
  okr_block_keep_with_next (block);
  okr_block_set_outline (block, level, objective->title);
  for (guint i = 0; i < objective->key_results->len; i++)
    add_key_result (composer, objective->key_results->pdata[i]);
  okr_composer_end_head (composer);
}

/* On a page of its own, it would leave most of that page empty. */
static void
add_decisions (OkrComposer *composer)
{
  const double width = okr_composer_get_width (composer);
  OkrBlock *block;

  okr_composer_keep_last (composer);
  block = okr_composer_add (composer);
  okr_block_add_text (block, OKR_PAGE_SUBHEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0, width,
                      /* Translators: heads an empty box on a sheet for a weekly meeting */
                      _ ("Who solves what until next time?"));
  okr_block_set_space (block, 20, 4);
  okr_block_keep_with_next (block);

  block = okr_composer_add (composer);
  okr_block_add_box (block, 0, width, DECISIONS_HEIGHT);
  okr_block_let_shrink (block, LEAST_DECISIONS_HEIGHT);
}

/* Only what people work on now is asked about. */
static gboolean
is_asked (const OkrDigestObjective *objective)
{
  return objective->state == OKR_OBJECTIVE_STATE_ACTIVE && objective->key_results->len > 0;
}

static guint
count_asked (const OkrDigest *digest)
{
  guint n = 0;

  for (guint i = 0; i < digest->objectives->len; i++)
    n += is_asked (digest->objectives->pdata[i]) ? 1 : 0;

  return n;
}

static void
add_objectives (OkrComposer *composer, const OkrDigest *digest, guint level)
{
  for (guint i = 0; i < digest->objectives->len; i++)
    if (is_asked (digest->objectives->pdata[i]))
      add_objective (composer, digest->objectives->pdata[i], level);
}

/* Of several, those that are over ask nothing any more. */
static gboolean
is_cycle_asked (const OkrDigest *cycle)
{
  return cycle->cycle_state != OKR_CYCLE_STATE_CLOSED && count_asked (cycle) > 0;
}

static guint
count_asked_in_cycles (const OkrDigest *digest)
{
  guint n = digest->has_cycles ? 0 : count_asked (digest);

  for (guint i = 0; i < digest->cycles->len; i++)
    n += is_cycle_asked (digest->cycles->pdata[i]) ? 1 : 0;

  return n;
}

static void
add_cycles (OkrComposer *composer, const OkrDigest *digest)
{
  for (guint i = 0; i < digest->cycles->len; i++)
    {
      const OkrDigest *cycle = digest->cycles->pdata[i];

      if (!is_cycle_asked (cycle))
        continue;
      okr_report_begin_cycle (composer, cycle, 2);
      add_objectives (composer, cycle, 3);
      okr_composer_end_head (composer);
    }
}

static void
compose (OkrComposer *composer, const OkrDigest *digest)
{
  OkrBlock *captions;

  okr_report_compose_head (composer, digest, _ (okr_report_checkin.title));
  if (count_asked_in_cycles (digest) == 0)
    {
      okr_report_compose_nothing (composer, _ ("There is no key result to check in."));
      return;
    }

  add_captions (composer, okr_composer_add_head (composer));
  captions = okr_composer_add (composer);
  add_captions (composer, captions);
  okr_block_keep_with_next (captions);
  if (digest->has_cycles)
    add_cycles (composer, digest);
  else
    add_objectives (composer, digest, 2);
  okr_composer_end_head (composer);
  add_decisions (composer);
}

const OkrReportKind okr_report_checkin = {
  .name = "checkin",
  .title = N_ ("Check-in sheet"),
  .compose = compose,
};
