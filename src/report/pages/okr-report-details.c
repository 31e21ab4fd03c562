/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about each key result: to be read before a review. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-number.h"
#include "okr-report-private.h"
#include "okr-text-direction.h"

#define CHART_SHARE 0.42
#define CHART_HEIGHT 86.0
#define GAP 14.0
#define MOST_NARROW_LINES 3
/* Where the owner and the state of an initiative begin, of the width of the column. */
#define OWNER 0.55
#define STATE 0.74

typedef struct
{
  OkrComposer *composer;
  double x;
  double width;
} Column;

static OkrBlock *
add_line (const Column *column, OkrPageInk ink, const char *text)
{
  OkrBlock *block;

  if (text == NULL || *text == '\0')
    return NULL;
  block = okr_composer_add (column->composer);
  okr_block_add_paragraph (block, OKR_PAGE_BODY, ink, column->x, column->width, text);
  okr_block_set_space (block, 2, 0);

  return block;
}

static void
add_part (const Column *column, const char *title)
{
  OkrBlock *block = okr_composer_add (column->composer);

  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_DIM, OKR_PAGE_START, column->x,
                      column->width, title);
  okr_block_set_space (block, 6, 1);
  okr_block_keep_with_next (block);
}

static void
append_fact (GPtrArray *facts, char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_ptr_array_add (facts, fact);
  else
    g_free (fact);
}

/* Short facts, one below the other, beside the chart. */
static char *
dup_facts (const OkrDigestKeyResult *kr)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  append_fact (facts, g_strdup (kr->owner));
  if (kr->confidence_text != NULL && kr->confidence_before >= 0)
    /* Translators: confidence as "6/10", and the one before */
    append_fact (facts, g_strdup_printf (_ ("Confidence %1$s (was %2$d)"), kr->confidence_text,
                                         kr->confidence_before));
  else if (kr->confidence_text != NULL)
    /* Translators: confidence as "6/10" */
    append_fact (facts, g_strdup_printf (_ ("Confidence %s"), kr->confidence_text));
  if (kr->promise_text != NULL)
    append_fact (facts, g_strdup (kr->promise_text));
  else if (kr->status != OKR_STATUS_NOT_COUNTED && !isnan (kr->expected))
    /* Translators: a percentage */
    append_fact (facts, g_strdup_printf (_ ("Expected today: %s"), kr->expected_text));
  if (kr->start_text != NULL)
    /* Translators: the value that a key result began with */
    append_fact (facts, g_strdup_printf (_ ("Start: %s"), kr->start_text));
  if (!g_str_equal (kr->formula, kr->share_text)) /* both say why there is none */
    append_fact (facts, g_strdup (kr->formula));
  append_fact (facts, g_strdup (kr->share_text));
  if (kr->weight > 0 && !okr_number_equal (kr->weight, 1)) /* its share says that it has none */
    /* Translators: how much a key result counts: a number */
    append_fact (facts, g_strdup_printf (_ ("Weight %s"), kr->weight_text));
  if (kr->due_text != NULL)
    /* Translators: a date */
    append_fact (facts, g_strdup_printf (_ ("Due %s"), kr->due_text));
  if (kr->is_added_later)
    append_fact (facts, g_strdup (_ ("Added after the cycle had begun")));
  append_fact (facts, g_strjoinv ("\n", kr->moved));
  append_fact (facts, g_strdup (kr->projection));
  /* Translators: between two short facts in one line */
  append_fact (facts, g_strjoinv (_ (" · "), kr->reasons));
  g_ptr_array_add (facts, NULL);

  return g_strjoinv ("\n", (char **) facts->pdata);
}

static void
add_initiatives (const Column *column, const OkrDigestKeyResult *kr)
{
  if (kr->initiatives->len == 0)
    return;

  add_part (column, _ ("Initiatives"));
  for (guint i = 0; i < kr->initiatives->len; i++)
    {
      const OkrDigestInitiative *initiative = kr->initiatives->pdata[i];
      const double left = column->width * OWNER;
      OkrBlock *block = okr_composer_add (column->composer);
      g_autofree char *state =
          initiative->due_text != NULL
              /* Translators: the state of an initiative, and its day */
              ? g_strdup_printf (_ ("%1$s · %2$s"), initiative->state_label, initiative->due_text)
              : g_strdup (initiative->state_label);

      okr_block_set_space (block, 2, 0);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START, column->x,
                          left - GAP, initiative->title);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_START, column->x + left,
                          column->width * (STATE - OWNER) - GAP / 2, initiative->owner);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_START,
                          column->x + column->width * STATE, column->width * (1 - STATE), state);
      if (*initiative->outcome != '\0')
        okr_block_keep_with_next (block);
      add_line (column, OKR_PAGE_INK_DIM, initiative->outcome);
    }
}

static void
add_milestones (const Column *column, const OkrDigestKeyResult *kr)
{
  if (kr->milestones->len == 0)
    return;

  add_part (column, _ ("Milestones"));
  for (guint i = 0; i < kr->milestones->len; i++)
    {
      const OkrDigestMilestone *milestone = kr->milestones->pdata[i];
      OkrBlock *block = okr_composer_add (column->composer);

      okr_block_set_space (block, 2, 0);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START, column->x,
                          column->width * STATE - GAP, milestone->title);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_START,
                          column->x + column->width * STATE, column->width * (1 - STATE),
                          milestone->done_text != NULL ? milestone->done_text : _ ("Open"));
    }
}

static gboolean
is_any_long (const Column *column, const OkrDigestCheckIn *check_in)
{
  const double width = column->width * MOST_NARROW_LINES;

  return okr_report_is_long (column->composer, OKR_PAGE_BODY, check_in->note, width) ||
         okr_report_is_long (column->composer, OKR_PAGE_BODY, check_in->obstacle, width);
}

static void
add_check_in (const Column *column, const OkrDigestCheckIn *check_in)
{
  const Column beside = { column->composer, column->x + column->width * 0.43,
                          column->width * 0.57 };
  const Column words = is_any_long (&beside, check_in) ? *column : beside;
  OkrBlock *block = okr_composer_add (column->composer);

  okr_block_set_space (block, 3, 0);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_START, column->x,
                      column->width * 0.22 - 6, check_in->day_text);
  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_TEXT, OKR_PAGE_END,
                      column->x + column->width * 0.22, column->width * 0.1, check_in->value_text);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_END,
                      column->x + column->width * 0.32, column->width * 0.08,
                      check_in->confidence_text);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_START, beside.x,
                      beside.width, check_in->author);
  if (*check_in->note != '\0')
    okr_block_keep_with_next (block);
  add_line (&words, OKR_PAGE_INK_TEXT, check_in->note);
  if (*check_in->obstacle != '\0')
    {
      g_autofree char *said = okr_text_isolate (check_in->obstacle);
      /* Translators: what stands in the way of a key result */
      g_autofree char *obstacle = g_strdup_printf (_ ("Obstacle: %s"), said);

      okr_composer_keep_last (column->composer);
      add_line (&words, OKR_PAGE_INK_TEXT, obstacle);
    }
}

static void
add_check_ins (const Column *column, const OkrDigestKeyResult *kr)
{
  if (kr->check_ins->len == 0)
    return;

  add_part (column, _ ("Latest check-ins"));
  for (guint i = 0; i < kr->check_ins->len; i++)
    add_check_in (column, kr->check_ins->pdata[i]);
}

static void
add_history (const Column *column, const OkrDigestKeyResult *kr)
{
  const double chart = kr->chart != NULL ? column->width * CHART_SHARE : 0;
  g_autofree char *facts = dup_facts (kr);
  OkrBlock *block = okr_composer_add (column->composer);

  okr_block_set_space (block, 4, 4);
  okr_block_keep_together (block);
  if (kr->chart != NULL)
    okr_block_add_chart (block, column->x, chart, CHART_HEIGHT, kr->chart);
  okr_block_add_paragraph (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT,
                           column->x + chart + (chart > 0 ? GAP : 0),
                           column->width - chart - (chart > 0 ? GAP : 0), facts);
}

static void
add_key_result (OkrComposer *composer, const OkrDigestKeyResult *kr)
{
  const double indent = okr_composer_get_width (composer) * OKR_REPORT_INDENT;
  const Column column = { composer, indent, okr_composer_get_width (composer) - indent };
  g_autofree char *again = okr_report_dup_continued (kr->title);
  OkrBlock *block = okr_composer_add_head (composer);

  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_TEXT, OKR_PAGE_START, column.x,
                      column.width, again);
  okr_block_set_space (block, 4, 2);

  block = okr_report_compose_key_result (composer, kr, OKR_PAGE_BODY_BOLD);
  okr_block_set_space (block, 12, 0);
  okr_block_keep_with_next (block);
  if (kr->grade.is_closed)
    okr_report_compose_own_words (composer, &kr->grade);
  add_history (&column, kr);
  add_line (&column, OKR_PAGE_INK_DIM, kr->description);
  if (*kr->source != '\0')
    {
      g_autofree char *name = okr_text_isolate (kr->source);
      /* Translators: where the numbers of a key result come from */
      g_autofree char *source = g_strdup_printf (_ ("Source: %s"), name);

      add_line (&column, OKR_PAGE_INK_DIM, source);
    }
  add_milestones (&column, kr);
  add_initiatives (&column, kr);
  add_check_ins (&column, kr);
  okr_composer_end_head (composer);
}

void
okr_report_compose_details (OkrComposer *composer, const OkrDigestObjective *objective,
                            const OkrReportPlace *place)
{
  const Column column = { composer, 0, okr_composer_get_width (composer) };
  OkrBlock *description;

  okr_report_begin_objective (composer, objective, place);
  if (objective->grade.is_closed)
    okr_report_compose_own_words (composer, &objective->grade);
  description = add_line (&column, OKR_PAGE_INK_TEXT, objective->description);
  if (description != NULL && objective->key_results->len > 0)
    okr_block_keep_with_next (description);
  for (guint i = 0; i < objective->key_results->len; i++)
    add_key_result (composer, objective->key_results->pdata[i]);
  okr_composer_end_head (composer);
}

static void
compose_part (OkrComposer *composer, const OkrDigest *digest, guint level, gpointer data)
{
  const OkrReportPlace place = { .level = level };

  okr_report_compose_figures (composer, digest);
  for (guint i = 0; i < digest->objectives->len; i++)
    okr_report_compose_details (composer, digest->objectives->pdata[i], &place);
}

static void
compose (OkrComposer *composer, const OkrDigest *digest)
{
  okr_report_compose_head (composer, digest, _ (okr_report_details.title));
  okr_report_compose_cycles (composer, digest, 2, compose_part, NULL);
  if (digest->objectives->len == 0)
    okr_report_compose_nothing (composer, _ ("There are no objectives yet."));
}

const OkrReportKind okr_report_details = {
  .name = "details",
  .title = N_ ("OKR details"),
  .compose = compose,
};
