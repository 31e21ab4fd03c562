/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grades beside the progress that they come from, and room for those that people give themselves.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-figures.h"
#include "okr-format.h"
#include "okr-report-private.h"

#define BOX_WIDTH 32.0
#define BLANK_HEIGHT 13.0
#define GAP 5.0
#define NEARLY_OVER 0.9 /* the progress that is expected */

/* Whether the progress of today would give a grade. */
static gboolean
is_open (const OkrDigestGrade *grade)
{
  return !grade->is_given && grade->is_due && !grade->is_closed;
}

static void
add_note (OkrComposer *composer, const char *text)
{
  OkrBlock *block = okr_composer_add (composer);

  okr_block_add_paragraph (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, 0,
                           okr_composer_get_width (composer), text);
  okr_block_set_space (block, 6, 0);
}

typedef struct
{
  gboolean has_any;
  gboolean has_open; /* what is not written in the plan yet */
} Grades;

static void
count_grade (Grades *grades, const OkrDigestGrade *grade)
{
  if (grade->band == OKR_GRADE_BAND_NONE || (!grade->is_given && !is_open (grade)))
    return;
  grades->has_any = TRUE;
  grades->has_open |= !grade->is_given;
}

void
okr_report_explain_grades (OkrComposer *composer, const OkrDigest *digest)
{
  Grades grades = { FALSE };
  g_autofree char *percent = okr_format_percent (0.699, 1);
  g_autofree char *grade = okr_grade_format (0.699);
  g_autofree char *text = NULL;

  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      count_grade (&grades, &objective->grade);
      for (guint k = 0; k < objective->key_results->len; k++)
        count_grade (&grades, &((OkrDigestKeyResult *) objective->key_results->pdata[k])->grade);
    }
  if (!grades.has_any)
    return;

  if (grades.has_open)
    text = g_strdup_printf (
        /* Translators: a percentage such as 69.9 %, and the grade 0.6 */
        _ ("A grade is the progress from 0.0 to 1.0, cut after one decimal and never rounded up: "
           "%1$s is %2$s. “If closed today” is the grade that the progress of today would give."),
        percent, grade);
  else
    text = g_strdup_printf (
        /* Translators: a percentage such as 69.9 %, and the grade 0.6 */
        _ ("A grade is the progress from 0.0 to 1.0, cut after one decimal and never rounded up: "
           "%1$s is %2$s."),
        percent, grade);
  add_note (composer, text);
}

/* Half way through, a low grade says nothing of the aim yet. */
static gboolean
is_nearly_over (const OkrDigest *digest)
{
  return digest->cycle_state == OKR_CYCLE_STATE_CLOSED || digest->expected >= NEARLY_OVER;
}

/* What is aspirational is aimed too low where all of it is reached. */
void
okr_report_compose_mean_grade (OkrComposer *composer, const OkrDigest *digest)
{
  g_autofree char *grade = okr_grade_format (digest->aspirational_grade);
  const char *hint = okr_cycle_hint_to_text (okr_cycle_hint (digest->aspirational_grade));
  g_autofree char *text = NULL;

  if (isnan (digest->aspirational_grade) || digest->cycle == NULL)
    return;

  if (hint != NULL && is_nearly_over (digest))
    /* Translators: a grade such as 0.9, and the question "Too easy?" or "Too far?" */
    text =
        g_strdup_printf (_ ("Mean grade of the aspirational objectives: %1$s. %2$s"), grade, hint);
  else
    /* Translators: a grade such as 0.6 */
    text = g_strdup_printf (_ ("Mean grade of the aspirational objectives: %s."), grade);
  add_note (composer, text);
}

/* Returns where what comes after it starts. */
static double
add_label (OkrComposer *composer, OkrBlock *block, double x, const char *text)
{
  const double width = okr_composer_measure (composer, OKR_PAGE_CAPTION, text) + 1;

  okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START, x, width, text);

  return x + width + GAP;
}

static gboolean
is_assessed (const OkrDigestGrade *grade)
{
  return grade->self_text != NULL || *grade->reason != '\0' || *grade->learned != '\0';
}

gboolean
okr_report_is_assessed (const OkrDigest *digest)
{
  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      if (is_assessed (&objective->grade))
        return TRUE;
      for (guint k = 0; k < objective->key_results->len; k++)
        if (is_assessed (&((OkrDigestKeyResult *) objective->key_results->pdata[k])->grade))
          return TRUE;
    }

  return FALSE;
}

void
okr_report_compose_words (OkrComposer *composer, const char *text)
{
  const double width = okr_composer_get_width (composer);
  OkrBlock *block;

  okr_composer_keep_last (composer);
  block = okr_composer_add (composer);
  okr_block_add_paragraph (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, width * OKR_REPORT_INDENT,
                           width * (1 - OKR_REPORT_INDENT), text);
  okr_block_set_space (block, 1, 0);
}

void
okr_report_compose_own_words (OkrComposer *composer, const OkrDigestGrade *grade)
{
  g_autofree char *own = okr_digest_grade_dup_own (grade);
  g_autofree char *learned = okr_digest_grade_dup_learned (grade);

  if (grade->closing_note != NULL)
    okr_report_compose_words (composer, grade->closing_note);
  if (own != NULL)
    okr_report_compose_words (composer, own);
  if (learned != NULL)
    okr_report_compose_words (composer, learned);
}

/* In a closed cycle, to say something oneself was left to people: where some did, nobody is asked
   any more for what the others did not. */
static gboolean
is_answered (const OkrDigestGrade *grade, gboolean is_assessed)
{
  if (grade->self_text != NULL)
    return *grade->reason != '\0';

  return grade->band == OKR_GRADE_BAND_NONE || !grade->is_due || (grade->is_closed && is_assessed);
}

/* A self-assessed grade needs a reason: there is room for what of the two is not written yet. */
OkrBlock *
okr_report_compose_blanks (OkrComposer *composer, const OkrDigestGrade *grade, gboolean is_assessed)
{
  const double width = okr_composer_get_width (composer);
  double x = width * OKR_REPORT_INDENT;
  OkrBlock *block;

  if (is_answered (grade, is_assessed))
    return NULL;

  block = okr_composer_add (composer);
  okr_block_set_space (block, 4, 1);
  if (grade->self_text == NULL)
    {
      /* Translators: before a box to write in */
      x = add_label (composer, block, x, _ ("Self-assessed grade"));
      okr_block_add_box (block, x, BOX_WIDTH, BLANK_HEIGHT);
      x += BOX_WIDTH + 2 * GAP;
    }
  /* Translators: before a line to write on: why people gave themselves that grade */
  x = add_label (composer, block, x, _ ("Reason"));
  okr_block_add_line (block, x, width - x, BLANK_HEIGHT);

  return block;
}
