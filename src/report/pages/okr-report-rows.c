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
#define SLACK 4.0 /* figures of a column are a little wider than in a line */

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

OkrReportColumns
okr_report_find_columns (OkrComposer *composer, const OkrDigest *digest)
{
  const double width = okr_composer_get_width (composer);
  const OkrReportColumns usual = { width * RANGE, width * VALUE };
  OkrReportColumns found;
  double title = 0;
  double aim = 0;
  double value = 0;

  if (!okr_composer_is_narrow (composer))
    return usual;

  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      for (guint k = 0; k < objective->key_results->len; k++)
        {
          const OkrDigestKeyResult *kr = objective->key_results->pdata[k];

          title = MAX (title, measure (composer, OKR_PAGE_BODY, kr->title));
          aim = MAX (aim, measure (composer, OKR_PAGE_BODY, kr->aim_text));
          value = MAX (value, measure (composer, OKR_PAGE_BODY_BOLD, kr->value_text));
        }
    }
  found.value = MAX (usual.value, width * VALUE_END - value);
  found.range =
      MAX (usual.range, MIN (width * OKR_REPORT_INDENT + title + GAP, found.value - GAP - aim));

  return found;
}

OkrBlock *
okr_report_compose_key_result (OkrComposer *composer, const OkrDigestKeyResult *kr,
                               OkrPageFont title, const OkrReportColumns *columns)
{
  const double width = okr_composer_get_width (composer);
  const double range = columns != NULL ? columns->range : width * RANGE;
  const double value = columns != NULL ? columns->value : width * VALUE;
  g_autofree char *grade = okr_digest_grade_dup_closing (&kr->grade);
  const double bar_end = kr->grade.is_closed ? GRADED_BAR_END : BAR_END;
  const double percent_end = kr->grade.is_closed ? GRADED_PERCENT_END : PERCENT_END;
  OkrBlock *block = okr_composer_add (composer);

  okr_block_set_space (block, 4.5, 0);
  okr_block_add_text (block, title, OKR_PAGE_INK_TEXT, OKR_PAGE_START, width * OKR_REPORT_INDENT,
                      range - width * OKR_REPORT_INDENT - GAP, kr->title);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_DIM, OKR_PAGE_RANGE, range,
                      value - range - GAP, kr->aim_text);
  okr_block_add_text (block, OKR_PAGE_BODY_BOLD, OKR_PAGE_INK_TEXT, OKR_PAGE_END, value,
                      width * VALUE_END - value, kr->value_text);
  okr_block_add_bar (block, width * BAR, width * (bar_end - BAR), kr->progress, kr->expected,
                     kr->status);
  okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_END, width * bar_end,
                      width * (percent_end - bar_end), kr->progress_text);
  okr_block_add_mark (block, width * (kr->grade.is_closed ? GRADED_MARK : MARK), kr->status);
  if (grade != NULL)
    okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START,
                        width * GRADED_GRADE, width * (1 - GRADED_GRADE), grade);

  return block;
}

void
okr_report_add_marks (OkrComposer *composer, const OkrDigestKeyResult *kr)
{
  const double width = okr_composer_get_width (composer);
  g_autoptr (GString) line = g_string_new (NULL);
  OkrBlock *block;

  for (guint i = 0; kr->marks[i] != NULL; i++)
    append_fact (line, kr->marks[i]);
  if (line->len == 0)
    return;
  okr_composer_keep_last (composer);
  block = okr_composer_add (composer);
  okr_block_add_text (block, OKR_PAGE_CAPTION, OKR_PAGE_INK_DIM, OKR_PAGE_START,
                      width * OKR_REPORT_INDENT, width * (BAR - OKR_REPORT_INDENT) - GAP,
                      line->str);
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
