/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meeting that closes a cycle: first the results, then how people worked. What is not written
 * in the plan yet gets lines to write on. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-report-private.h"
#include "okr-text-direction.h"

/* Where columns begin and end, of the width of the page. */
#define RANGE 0.4
#define VALUE 0.54
#define VALUE_END 0.64
#define PERCENT_END 0.722
#define GRADE 0.746
#define GAP 6.0
#define LINE_HEIGHT 20.0
#define N_LINES 3

static void
add_subheading (OkrComposer *composer, const char *title)
{
  OkrBlock *block = okr_composer_add (composer);

  okr_block_add_text (block, OKR_PAGE_SUBHEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                      okr_composer_get_width (composer), title);
  okr_block_set_space (block, 12, 2);
  okr_block_keep_with_next (block);
}

static void
add_lines (OkrComposer *composer)
{
  for (guint i = 0; i < N_LINES; i++)
    {
      OkrBlock *block = okr_composer_add (composer);

      okr_block_add_line (block, 0, okr_composer_get_width (composer), LINE_HEIGHT);
      if (i + 1 < N_LINES)
        okr_block_keep_with_next (block);
    }
}

/* A question, with the answer that the plan holds or lines for one. */
static void
add_answer (OkrComposer *composer, const char *question, const char *answer)
{
  OkrBlock *block;

  add_subheading (composer, question);
  if (answer == NULL || *answer == '\0')
    {
      add_lines (composer);
      return;
    }
  block = okr_composer_add (composer);
  okr_block_add_paragraph (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, 0,
                           okr_composer_get_width (composer), answer);
}

static void
add_key_result (OkrComposer *composer, const OkrDigestKeyResult *kr, gboolean is_assessed)
{
  const double width = okr_composer_get_width (composer);
  g_autofree char *grade = okr_digest_grade_dup_text (&kr->grade);
  g_autofree char *progress =
      okr_digest_grade_dup_progress (&kr->grade, kr->progress, kr->progress_text);
  OkrBlock *block = okr_composer_add (composer);

  okr_block_set_space (block, 4.5, 0);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START,
                      width * OKR_REPORT_INDENT, width * (RANGE - OKR_REPORT_INDENT) - GAP,
                      kr->title);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_RANGE, width * RANGE,
                      width * (VALUE - RANGE) - GAP, kr->aim_text);
  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_TEXT, OKR_PAGE_END, width * VALUE,
                      width * (VALUE_END - VALUE), kr->value_text);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_END, width * VALUE_END,
                      width * (PERCENT_END - VALUE_END), progress);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START, width * GRADE,
                      width * (1 - GRADE), grade);
  if (kr->grade.band != OKR_GRADE_BAND_NONE)
    okr_block_keep_with_next (block);
  for (char **moved = kr->moved; moved != NULL && *moved != NULL; moved++)
    okr_report_compose_words (composer, *moved);
  if (kr->is_added_later)
    okr_report_compose_words (composer, _ ("Added after the cycle had begun"));
  okr_report_compose_own_words (composer, &kr->grade);
  okr_report_compose_blanks (composer, &kr->grade, is_assessed);
}

static void
add_title (OkrComposer *composer, OkrBlock *block, const OkrDigestObjective *objective,
           const char *title)
{
  const double width = okr_composer_get_width (composer);
  g_autofree char *grade = okr_digest_grade_dup_text (&objective->grade);
  g_autofree char *progress = okr_digest_grade_dup_progress (&objective->grade, objective->progress,
                                                             objective->progress_text);

  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                      width * VALUE_END - GAP, title);
  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_END, width * VALUE_END,
                      width * (PERCENT_END - VALUE_END), progress);
  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_TEXT, OKR_PAGE_START, width * GRADE,
                      width * (1 - GRADE), grade);
}

/* Of somebody else's objective, a person finds the grade with only some of what it comes from. */
static void
add_others (OkrComposer *composer, guint n)
{
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (
      /* Translators: below an objective, of which only one person's key results are listed */
      ngettext ("Progress and grade count %u key result of others, too, which is not listed here.",
                "Progress and grade count %u key results of others, too, which are not listed "
                "here.",
                n),
      n);
  okr_report_compose_words (composer, text);
}

static void
add_objective (OkrComposer *composer, const OkrDigestObjective *objective, guint level,
               gboolean is_assessed)
{
  g_autofree char *again = okr_report_dup_continued (objective->title);
  OkrBlock *block = okr_composer_add_head (composer);

  add_title (composer, block, objective, again);
  okr_block_set_space (block, 12, 2);

  block = okr_composer_add (composer);
  add_title (composer, block, objective, objective->title);
  okr_block_set_space (block, 20, 2);
  okr_block_set_rule (block);
  okr_block_set_outline (block, level, objective->title);
  if (objective->key_results->len > 0)
    okr_block_keep_with_next (block);
  add_others (composer, objective->is_counted ? objective->n_others : 0);
  okr_report_compose_own_words (composer, &objective->grade);
  block = okr_report_compose_blanks (composer, &objective->grade, is_assessed);
  if (block != NULL && objective->key_results->len > 0)
    okr_block_keep_with_next (block);
  for (guint i = 0; i < objective->key_results->len; i++)
    add_key_result (composer, objective->key_results->pdata[i], is_assessed);
  okr_composer_end_head (composer);
}

static void
begin_part (OkrComposer *composer, const char *title, guint level)
{
  const double width = okr_composer_get_width (composer);
  g_autofree char *again = okr_report_dup_continued (title);
  OkrBlock *block = okr_composer_add_head (composer);

  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0, width, again);
  okr_block_set_space (block, 12, 0);

  block = okr_composer_add (composer);
  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0, width, title);
  okr_block_set_space (block, 24, 2);
  okr_block_set_rule (block);
  okr_block_set_outline (block, level, title);
  okr_block_keep_with_next (block);
}

static char *
dup_decisions (const OkrDigestReview *review)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **decision = review->decisions; *decision != NULL; decision++)
    {
      g_autofree char *own = okr_text_isolate (*decision);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: an item of a list */
      g_string_append_printf (text, _ ("• %s"), own);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_review_title (const OkrDigestReview *review)
{
  g_autofree char *team = okr_text_isolate (review->team);

  if (*review->team == '\0')
    /* Translators: a kind of meeting, and its day */
    return g_strdup_printf (_ ("%1$s · %2$s"), review->kind_label, review->day_text);

  /* Translators: a kind of meeting, the team that met, and the day */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), review->kind_label, team, review->day_text);
}

static void
add_attendees (OkrComposer *composer, char **attendees)
{
  g_autoptr (GStrvBuilder) isolated = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *names = NULL;

  for (char **attendee = attendees; *attendee != NULL; attendee++)
    {
      g_autofree char *own = okr_text_isolate (*attendee);

      g_strv_builder_add (isolated, own);
    }
  list = g_strv_builder_end (isolated);
  names = g_strjoinv (_ (", "), list);
  if (*names != '\0')
    okr_report_compose_words (composer, names);
}

/* @review is %NULL where the meeting is still to come. */
static void
add_retrospective (OkrComposer *composer, const OkrDigestReview *review, guint level)
{
  g_autofree char *title = review != NULL ? dup_review_title (review) : NULL;
  g_autofree char *decisions = review != NULL ? dup_decisions (review) : NULL;

  begin_part (composer, title != NULL ? title : _ ("Results and process"), level);
  if (review != NULL)
    add_attendees (composer, review->attendees);
  add_answer (composer, _ ("How near did we come, and why?"),
              review != NULL ? review->results : NULL);
  add_answer (composer, _ ("What did we learn?"), review != NULL ? review->learned : NULL);
  add_answer (composer,
              _ ("Too ambitious or too timid? Were the resources there? What held us back?"),
              review != NULL ? review->process : NULL);
  add_answer (composer, _ ("What do we decide for the next cycle?"), decisions);
  okr_composer_end_head (composer);
}

/* What the meetings on the way decided. */
static void
add_earlier (OkrComposer *composer, GPtrArray *reviews, guint level)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < reviews->len; i++)
    {
      const OkrDigestReview *review = reviews->pdata[i];
      g_autofree char *title = dup_review_title (review);
      g_autofree char *decisions = dup_decisions (review);

      if (review->kind == OKR_REVIEW_KIND_RETROSPECTIVE || *decisions == '\0')
        continue;
      if (is_first)
        begin_part (composer, _ ("Decided on the way"), level);
      is_first = FALSE;
      add_answer (composer, title, decisions);
    }
  if (!is_first)
    okr_composer_end_head (composer);
}

static void
add_results (OkrComposer *composer, const OkrDigest *digest, guint level)
{
  const gboolean is_assessed = okr_report_is_assessed (digest);

  okr_report_compose_figures (composer, digest);
  okr_report_compose_mean_grade (composer, digest);
  okr_report_explain_grades (composer, digest);
  for (guint i = 0; i < digest->objectives->len; i++)
    add_objective (composer, digest->objectives->pdata[i], level, is_assessed);
}

/* @has_room: whether there is room to write on, where the meeting is still to come */
static void
add_reviews (OkrComposer *composer, const OkrDigest *digest, guint level, gboolean has_room)
{
  guint n_retrospectives = 0;

  add_earlier (composer, digest->reviews, level);
  for (guint i = 0; i < digest->reviews->len; i++)
    {
      const OkrDigestReview *review = digest->reviews->pdata[i];

      if (review->kind != OKR_REVIEW_KIND_RETROSPECTIVE)
        continue;
      n_retrospectives++;
      add_retrospective (composer, review, level);
    }
  if (n_retrospectives == 0 && has_room)
    add_retrospective (composer, NULL, level);
}

/* Of several cycles, people write about the one that they are in. */
static void
add_cycle (OkrComposer *composer, const OkrDigest *cycle)
{
  const gboolean is_now = cycle->dates != NULL && cycle->cycle_state == OKR_CYCLE_STATE_ACTIVE;

  okr_report_begin_cycle (composer, cycle, 2);
  if (cycle->objectives->len > 0)
    add_results (composer, cycle, 3);
  add_reviews (composer, cycle, 3, is_now);
  okr_composer_end_head (composer);
}

static void
compose (OkrComposer *composer, const OkrDigest *digest)
{
  okr_report_compose_head (composer, digest, _ (okr_report_retrospective.title));
  for (guint i = 0; i < digest->cycles->len; i++)
    add_cycle (composer, digest->cycles->pdata[i]);
  if (digest->has_cycles)
    return;

  add_results (composer, digest, 2);
  if (digest->objectives->len == 0)
    okr_report_compose_nothing (composer, _ ("There are no objectives yet."));
  add_reviews (composer, digest, 2, TRUE);
}

const OkrReportKind okr_report_retrospective = {
  .name = "retrospective",
  .title = N_ ("Retrospective"),
  .compose = compose,
};
