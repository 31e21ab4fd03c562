/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that reports have in common. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-report-private.h"

/* Where columns begin and end, of the width of the page. */
#define RANGE 0.392
#define VALUE 0.60
#define VALUE_END 0.705
#define BAR 0.73
#define BAR_END 0.894
#define PERCENT_END 0.962
#define MARK 0.972
#define TITLE_END 0.72
#define SUM_END 0.82
/* The same where a grade stands at the end. */
#define GRADED_BAR_END 0.80
#define GRADED_PERCENT_END 0.868
#define GRADED_MARK 0.878
#define GRADED_GRADE 0.896
#define GAP 6.0
#define MARKS_GAP 10.0
#define ROOM 470.0 /* what figures and bars need of a page: nearly that of A4 that stands */
#define SLACK 4.0  /* figures of a column are a little wider than in a line */

static void
append_fact (GString *line, const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;
  if (line->len > 0)
    /* Translators: between two short facts in one line */
    g_string_append (line, _ (" · "));
  g_string_append (line, fact);
}

/* Why to look at it, apart from the status. */
static void
append_reasons (GString *line, char *const *reasons, const char *status_label)
{
  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    if (!g_str_equal (reasons[i], status_label))
      append_fact (line, reasons[i]);
}

static char *
dup_facts (const OkrDigestObjective *objective, gboolean has_cycle)
{
  GString *line = g_string_new (NULL);

  if (has_cycle)
    append_fact (line, *objective->cycle != '\0' ? objective->cycle : _ ("No cycle"));
  append_fact (line, objective->subtitle);
  append_fact (line, objective->contributes_text);
  append_reasons (line, objective->reasons, objective->status_label);

  return g_string_free (line, FALSE);
}

static void
add_title (OkrComposer *composer, OkrBlock *block, const OkrDigestObjective *objective,
           const char *title, const char *link)
{
  const double width = okr_composer_get_width (composer);

  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                      width * TITLE_END - GAP, title);
  if (link != NULL)
    okr_block_link (block, link);
  okr_block_add_text (block, OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT, OKR_PAGE_END, width * TITLE_END,
                      width * (SUM_END - TITLE_END), objective->progress_text);
  okr_block_add_status (block, OKR_PAGE_BODY_BOLD, width * SUM_END + GAP,
                        width * (1 - SUM_END) - GAP, objective->status, objective->status_label);
}

static double
measure (OkrComposer *composer, OkrPageFont font, const char *text)
{
  return text != NULL ? okr_composer_measure (composer, font, text) + SLACK : 0;
}

gboolean
okr_report_is_long (OkrComposer *composer, OkrPageFont font, const char *text, double width)
{
  return text != NULL && okr_composer_measure (composer, font, text) > width;
}

/* Why to look at a key result, in one line; empty where nothing is to be said. */
static char *
dup_marks (const OkrDigestKeyResult *kr)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; kr->marks[i] != NULL; i++)
    append_fact (line, kr->marks[i]);

  return g_string_free (line, FALSE);
}

/* A share of the room that figures and bars have, which ends where the page does. */
static double
place (OkrComposer *composer, const OkrReportColumns *columns, double share)
{
  const double width = okr_composer_get_width (composer);

  return width - (1 - share) * columns->room;
}

static OkrReportColumns
get_usual_columns (OkrComposer *composer)
{
  const double width = okr_composer_get_width (composer);

  return (OkrReportColumns){ width * RANGE, width * VALUE, width };
}

/* How wide what is said of a key result is. */
typedef struct
{
  double title;
  double marks; /* 0 for none */
  double aim;
  double value;
  double whole; /* the title with the marks behind it */
} Widths;

static Widths
measure_row (OkrComposer *composer, const OkrDigestKeyResult *kr)
{
  g_autofree char *marks = dup_marks (kr);
  Widths widths = {
    .title = measure (composer, OKR_PAGE_BODY, kr->title),
    .marks = *marks != '\0' ? measure (composer, OKR_PAGE_CAPTION, marks) : 0,
    .aim = measure (composer, OKR_PAGE_BODY, kr->aim_text),
    .value = measure (composer, OKR_PAGE_BODY_BOLD, kr->value_text),
  };

  widths.whole = widths.title + (widths.marks > 0 ? widths.marks + 2 * MARKS_GAP : GAP);

  return widths;
}

static Widths
measure_rows (OkrComposer *composer, const OkrDigest *digest)
{
  Widths most = { 0 };

  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      for (guint k = 0; k < objective->key_results->len; k++)
        {
          const Widths row = measure_row (composer, objective->key_results->pdata[k]);

          most.title = MAX (most.title, row.title);
          most.marks = MAX (most.marks, row.marks);
          most.aim = MAX (most.aim, row.aim);
          most.value = MAX (most.value, row.value);
          most.whole = MAX (most.whole, row.whole);
        }
    }

  return most;
}

OkrReportColumns
okr_report_find_columns (OkrComposer *composer, const OkrDigest *digest)
{
  const double start = okr_composer_get_width (composer) * OKR_REPORT_INDENT;
  const OkrReportColumns usual = get_usual_columns (composer);
  OkrReportColumns found = { .room = MIN (usual.room, ROOM) };
  Widths most;
  double last;

  if (!okr_composer_is_narrow (composer))
    return usual;

  most = measure_rows (composer, digest);
  found.value =
      MAX (place (composer, &found, VALUE), place (composer, &found, VALUE_END) - most.value);
  last = found.value - GAP - most.aim;
  found.range = start + most.whole;
  if (found.range > last)
    found.range = MIN (MIN (start + most.title + GAP, last),
                       place (composer, &found, BAR) - GAP - most.marks);
  found.range = MAX (found.range, usual.range);

  return found;
}

/* @below: (nullable): stands below what it aims for */
static OkrBlock *
compose_row (OkrComposer *composer, const OkrDigestKeyResult *kr, OkrPageFont title,
             const OkrReportColumns *columns, const char *below)
{
  const double start = okr_composer_get_width (composer) * OKR_REPORT_INDENT;
  const gboolean is_closed = kr->grade.is_closed;
  const double value_end = place (composer, columns, VALUE_END);
  const double bar = place (composer, columns, BAR);
  const double bar_end = place (composer, columns, is_closed ? GRADED_BAR_END : BAR_END);
  const double percent_end =
      place (composer, columns, is_closed ? GRADED_PERCENT_END : PERCENT_END);
  OkrBlock *block = okr_composer_add (composer);

  okr_block_set_space (block, 4.5, 0);
  okr_block_add_text (block, title, OKR_PAGE_INK_TEXT, OKR_PAGE_START, start,
                      columns->range - start - GAP, kr->title);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_RANGE, columns->range,
                      columns->value - columns->range - GAP, kr->aim_text);
  if (below != NULL)
    {
      okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START, columns->range,
                          bar - columns->range - GAP, below);
      okr_block_put_below (block);
    }
  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_TEXT, OKR_PAGE_END, columns->value,
                      value_end - columns->value, kr->value_text);
  okr_block_add_bar (block, bar, bar_end - bar, kr->progress, kr->expected, kr->status);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_END, bar_end,
                      percent_end - bar_end, kr->progress_text);
  okr_block_add_mark (block, place (composer, columns, is_closed ? GRADED_MARK : MARK), kr->status);

  return block;
}

static void
add_grade (OkrComposer *composer, OkrBlock *block, const OkrDigestKeyResult *kr,
           const OkrReportColumns *columns)
{
  const double start = place (composer, columns, GRADED_GRADE);
  g_autofree char *grade = okr_digest_grade_dup_closing (&kr->grade);

  if (grade != NULL)
    okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START, start,
                        okr_composer_get_width (composer) - start, grade);
}

OkrBlock *
okr_report_compose_key_result (OkrComposer *composer, const OkrDigestKeyResult *kr,
                               OkrPageFont title)
{
  const OkrReportColumns columns = get_usual_columns (composer);
  OkrBlock *block = compose_row (composer, kr, title, &columns, NULL);

  add_grade (composer, block, kr, &columns);

  return block;
}

static void
compose_below (OkrComposer *composer, const char *marks)
{
  const double width = okr_composer_get_width (composer);
  OkrBlock *block;

  okr_composer_keep_last (composer);
  block = okr_composer_add (composer);
  okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START,
                      width * OKR_REPORT_INDENT, width * (BAR - OKR_REPORT_INDENT) - GAP, marks);
}

/* Where room is short, what is said of a key result stands behind its title if there is room, or
 * else beside the title's second line. */
static void
compose_narrow (OkrComposer *composer, const OkrDigestKeyResult *kr,
                const OkrReportColumns *columns, const char *marks)
{
  const double start = okr_composer_get_width (composer) * OKR_REPORT_INDENT;
  const double beside = place (composer, columns, BAR) - columns->range - GAP;
  const Widths widths = measure_row (composer, kr);
  const gboolean is_behind = start + widths.whole <= columns->range + 0.01;
  const gboolean is_beside = !is_behind && widths.marks > 0 && widths.marks <= beside + 0.01;
  OkrBlock *block = compose_row (composer, kr, OKR_PAGE_BODY, columns, is_beside ? marks : NULL);

  if (is_behind)
    okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_END, start,
                        columns->range - start - MARKS_GAP, marks);
  add_grade (composer, block, kr, columns);
  if (!is_behind && !is_beside && widths.marks > 0)
    compose_below (composer, marks);
}

void
okr_report_compose_marked (OkrComposer *composer, const OkrDigestKeyResult *kr,
                           const OkrReportColumns *columns)
{
  g_autofree char *marks = dup_marks (kr);

  if (columns != NULL && okr_composer_is_narrow (composer))
    {
      compose_narrow (composer, kr, columns, marks);
      return;
    }
  okr_report_compose_key_result (composer, kr, OKR_PAGE_BODY);
  if (*marks != '\0')
    compose_below (composer, marks);
}

void
okr_report_begin_objective (OkrComposer *composer, const OkrDigestObjective *objective,
                            const OkrReportPlace *place)
{
  g_autofree char *facts = dup_facts (objective, place->has_cycle);
  g_autofree char *grade = okr_digest_grade_dup_closing (&objective->grade);
  g_autofree char *again = okr_report_dup_continued (objective->title);
  const double width = okr_composer_get_width (composer);
  OkrBlock *block = okr_composer_add_head (composer);

  add_title (composer, block, objective, again, NULL);
  okr_block_set_space (block, 16, 2);
  okr_block_set_rule (block);

  block = okr_composer_add (composer);
  add_title (composer, block, objective, objective->title, place->link);
  okr_block_set_space (block, 20, 1);
  okr_block_set_rule (block);
  okr_block_keep_with_next (block);
  if (place->level > 0)
    okr_block_set_outline (block, place->level, objective->title);
  if (place->target != NULL)
    okr_block_set_target (block, place->target);

  block = okr_composer_add (composer);
  okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START, 0, width * SUM_END,
                      facts);
  if (grade != NULL)
    okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_END,
                        width * SUM_END + GAP, width * (1 - SUM_END) - GAP, grade);
  okr_block_set_space (block, 0, 3);
  if (objective->key_results->len > 0)
    okr_block_keep_with_next (block);
}
