/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-markdown.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-digest-item.h"
#include "okr-text-direction.h"
#include "okr-visible-text.h"

#define ALWAYS_ESCAPED "\\`*_[]<&#~"

/* The same words with or without markup. */
typedef struct
{
  GString *out;
  gboolean is_plain;
  gboolean has_details;
} Writer;

/* Texts */

/* What would begin a list or underline a heading. */
static gboolean
begins_block (const char *text, const char *c)
{
  const char *end = text;

  if (c == text)
    return strchr ("-+=>:", *c) != NULL;
  while (g_ascii_isdigit (*end))
    end++;

  return c == end && (*c == '.' || *c == ')') && (c[1] == ' ' || c[1] == '\0');
}

/* Many programs make links of bare addresses. */
static gboolean
begins_link (const char *text, const char *c)
{
  return (*c == ':' && g_str_has_prefix (c, "://")) ||
         (*c == '.' && c - text >= 3 && g_ascii_strncasecmp (c - 3, "www", 3) == 0) || *c == '@';
}

static void
append_escaped (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr (ALWAYS_ESCAPED, *c) != NULL || begins_block (text, c) || begins_link (text, c))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
}

/* One line, whatever people typed: a line that begins anew could begin anything. */
static char *
dup_line (const char *text)
{
  g_autofree char *flat = g_strdelimit (g_strdup (text), "\r\n\t", ' ');

  g_strstrip (flat);

  return okr_visible_text (flat, OKR_VISIBLE_KEEP_ISOLATES);
}

static void
put_text (Writer *writer, const char *text)
{
  g_autofree char *line = dup_line (text);

  if (writer->is_plain)
    g_string_append (writer->out, line);
  else
    append_escaped (writer->out, line);
}

/* Among others in a line. */
static void
put_isolated (Writer *writer, const char *text)
{
  g_autofree char *line = dup_line (text);
  g_autofree char *isolated = okr_text_isolate (line);

  put_text (writer, isolated);
}

static void
put_marked (Writer *writer, const char *mark, const char *text)
{
  g_autofree char *line = dup_line (text);

  if (*line == '\0')
    return;
  if (!writer->is_plain)
    g_string_append (writer->out, mark);
  put_isolated (writer, line);
  if (!writer->is_plain)
    g_string_append (writer->out, mark);
}

static void
put_strong (Writer *writer, const char *text)
{
  put_marked (writer, "**", text);
}

/* One more fact in a line of facts. */
static void
put_fact (Writer *writer, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  /* Translators: between two short facts in one line */
  g_string_append (writer->out, _ (" · "));
  put_isolated (writer, text);
}

/* Why to look at it, apart from the status. */
static void
put_reasons (Writer *writer, char *const *reasons, const char *status_label)
{
  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    if (!g_str_equal (reasons[i], status_label))
      put_fact (writer, reasons[i]);
}

static void
end_line (Writer *writer)
{
  g_string_append_c (writer->out, '\n');
}

static void
begin_heading (Writer *writer, guint level)
{
  if (!writer->is_plain)
    for (guint i = 0; i <= level; i++)
      g_string_append_c (writer->out, i < level ? '#' : ' ');
}

/* Key results */

static void
begin_detail (Writer *writer)
{
  g_string_append (writer->out, "  - ");
}

static void
put_detail (Writer *writer, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  begin_detail (writer);
  put_text (writer, text);
  end_line (writer);
}

static void G_GNUC_PRINTF (3, 4)
    put_named (Writer *writer, const char *value, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (value == NULL || *value == '\0')
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  put_detail (writer, text);
}

static void
put_milestone (Writer *writer, const OkrDigestMilestone *milestone)
{
  begin_detail (writer);
  g_string_append (writer->out, milestone->done != OKR_DAY_NONE ? "✓ " : "○ ");
  put_isolated (writer, milestone->title);
  put_fact (writer, milestone->done_text);
  end_line (writer);
}

static void
put_initiative (Writer *writer, const OkrDigestInitiative *initiative)
{
  g_autofree char *own = okr_text_isolate (initiative->title);
  /* Translators: the title of an initiative */
  g_autofree char *title = g_strdup_printf (_ ("Initiative: %s"), own);

  begin_detail (writer);
  put_text (writer, title);
  put_fact (writer, initiative->state_label);
  put_fact (writer, initiative->owner);
  put_fact (writer, initiative->due_text);
  put_fact (writer, initiative->outcome);
  end_line (writer);
}

static void
put_check_in (Writer *writer, const OkrDigestCheckIn *check_in)
{
  /* Translators: the day of a check-in, such as "22 February 2027" */
  g_autofree char *title = g_strdup_printf (_ ("Check-in of %s"), check_in->day_text);
  g_autofree char *own = okr_text_isolate (check_in->obstacle);
  /* Translators: what stands in somebody's way, in their words */
  g_autofree char *obstacle = *own != '\0' ? g_strdup_printf (_ ("Obstacle: %s"), own) : NULL;

  begin_detail (writer);
  put_text (writer, title);
  put_fact (writer, check_in->value_text);
  put_fact (writer, check_in->confidence_text);
  put_fact (writer, check_in->note);
  put_fact (writer, obstacle);
  put_fact (writer, check_in->author);
  end_line (writer);
}

static void
put_grade (Writer *writer, const OkrDigestGrade *grade)
{
  g_autofree char *text = okr_digest_grade_dup_closing (grade);

  put_fact (writer, text);
}

static void
put_key_result_details (Writer *writer, const OkrDigestKeyResult *kr)
{
  g_autofree char *own = kr->grade.is_closed ? okr_digest_grade_dup_own (&kr->grade) : NULL;
  g_autofree char *learned = kr->grade.is_closed ? okr_digest_grade_dup_learned (&kr->grade) : NULL;
  g_autofree char *owner = okr_text_isolate (kr->owner);
  g_autofree char *source = okr_text_isolate (kr->source);

  put_detail (writer, kr->description);
  put_detail (writer, kr->grade.closing_note);
  put_detail (writer, own);
  put_detail (writer, learned);
  put_named (writer, owner, _ ("Owner: %s"), owner);
  /* Translators: the value that a key result began with */
  put_named (writer, kr->start_text, _ ("Start: %s"), kr->start_text);
  put_detail (writer, kr->share_text);
  /* Translators: the day on which a key result is due */
  put_named (writer, kr->due_text, _ ("Due: %s"), kr->due_text);
  /* Translators: where the numbers of a key result come from */
  put_named (writer, source, _ ("Source: %s"), source);
  if (kr->is_added_later)
    put_detail (writer, _ ("Added after the cycle had begun"));
  put_detail (writer, kr->projection);
  for (guint i = 0; kr->moved != NULL && kr->moved[i] != NULL; i++)
    put_detail (writer, kr->moved[i]);
  for (guint i = 0; i < kr->milestones->len; i++)
    put_milestone (writer, kr->milestones->pdata[i]);
  for (guint i = 0; i < kr->initiatives->len; i++)
    put_initiative (writer, kr->initiatives->pdata[i]);
  for (guint i = 0; i < MIN (kr->check_ins->len, OKR_DIGEST_LAST_CHECK_INS); i++)
    put_check_in (writer, kr->check_ins->pdata[i]);
}

/* Where one says the other, too, it is said once. */
static void
put_value (Writer *writer, const OkrDigestKeyResult *kr)
{
  if (kr->kind != OKR_KEY_RESULT_KIND_MILESTONES)
    put_fact (writer, kr->value_text);
  if (!kr->value_answers)
    put_fact (writer, kr->range_text);
}

static void
put_key_result_facts (Writer *writer, const OkrDigestKeyResult *kr)
{
  /* Translators: how confident somebody is, such as "6/10" */
  g_autofree char *confidence = kr->confidence_text != NULL
                                    ? g_strdup_printf (_ ("confidence %s"), kr->confidence_text)
                                    : NULL;

  g_string_append_printf (writer->out, "%s ", okr_status_get_symbol (kr->status));
  put_strong (writer, kr->title);
  put_fact (writer, kr->progress_text);
  if (kr->status != OKR_STATUS_NOT_COUNTED)
    put_fact (writer, kr->status_label);
  put_grade (writer, &kr->grade);
  put_value (writer, kr);
  put_fact (writer, confidence);
  put_reasons (writer, writer->has_details ? kr->reasons : kr->marks, kr->status_label);
  end_line (writer);
}

static void
put_key_result (Writer *writer, const OkrDigestKeyResult *kr)
{
  g_string_append (writer->out, "- ");
  put_key_result_facts (writer, kr);
  if (writer->has_details)
    put_key_result_details (writer, kr);
}

/* Objectives */

static void
put_objective_facts (Writer *writer, const OkrDigestObjective *objective)
{
  /* Translators: the progress that is expected today, such as "58 %" */
  g_autofree char *expected = g_strdup_printf (_ ("expected %s"), objective->expected_text);

  put_strong (writer, objective->progress_text);
  if (objective->status != OKR_STATUS_NOT_COUNTED)
    {
      put_fact (writer, objective->status_label);
      put_fact (writer, isnan (objective->expected) ? NULL : expected);
    }
  else if (!objective->is_counted)
    {
      put_fact (writer, objective->status_label);
    }
  put_grade (writer, &objective->grade);
  put_fact (writer, objective->subtitle);
  put_fact (writer, objective->contributes_text);
  put_reasons (writer, objective->reasons, objective->status_label);
  end_line (writer);
}

static void
put_paragraph (Writer *writer, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  end_line (writer);
  put_text (writer, text);
  end_line (writer);
}

static void
put_own_words (Writer *writer, const OkrDigestGrade *grade)
{
  g_autofree char *own = grade->is_closed ? okr_digest_grade_dup_own (grade) : NULL;
  g_autofree char *learned = grade->is_closed ? okr_digest_grade_dup_learned (grade) : NULL;

  put_paragraph (writer, grade->closing_note);
  put_paragraph (writer, own);
  put_paragraph (writer, learned);
}

static void
put_objective_body (Writer *writer, const OkrDigestObjective *objective)
{
  if (!writer->is_plain)
    end_line (writer);
  put_objective_facts (writer, objective);
  if (writer->has_details)
    {
      put_own_words (writer, &objective->grade);
      put_paragraph (writer, objective->description);
    }
  else
    {
      put_paragraph (writer, objective->grade.closing_note);
    }
  if (!writer->is_plain)
    end_line (writer);
  for (guint i = 0; i < objective->key_results->len; i++)
    put_key_result (writer, objective->key_results->pdata[i]);
}

static void
put_objective_title (Writer *writer, const OkrDigestObjective *objective)
{
  g_string_append_printf (writer->out, "%s ", okr_status_get_symbol (objective->status));
  put_text (writer, objective->title);
  end_line (writer);
}

/* The head */

static void
put_figures (Writer *writer, const OkrDigest *digest)
{
  for (guint i = 0; i < OKR_DIGEST_N_FIGURES; i++)
    {
      g_string_append (writer->out, "- ");
      put_strong (writer, digest->figures[i].value);
      g_string_append_c (writer->out, ' ');
      put_text (writer, digest->figures[i].label);
      end_line (writer);
    }
}

static void
put_head (Writer *writer, const OkrDigest *digest)
{
  begin_heading (writer, 1);
  put_isolated (writer, digest->title);
  put_fact (writer, digest->has_cycles ? _ ("All cycles") : digest->cycle);
  put_fact (writer, digest->scope);
  g_string_append (writer->out, "\n\n");
  if (*digest->mission != '\0')
    {
      put_marked (writer, "*", digest->mission);
      g_string_append (writer->out, "\n\n");
    }
  put_text (writer, digest->today_text);
  put_fact (writer, digest->stage);
  g_string_append (writer->out, "\n\n");
  if (!digest->has_cycles)
    put_figures (writer, digest);
}

static void
put_objectives (Writer *writer, const OkrDigest *digest, guint level)
{
  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      end_line (writer);
      begin_heading (writer, level);
      put_objective_title (writer, objective);
      put_objective_body (writer, objective);
    }
}

static void
put_cycle (Writer *writer, const OkrDigest *cycle, gboolean is_first)
{
  if (cycle->objectives->len == 0)
    return;
  if (!is_first)
    end_line (writer);
  begin_heading (writer, 2);
  put_isolated (writer, cycle->cycle);
  put_fact (writer, cycle->dates);
  put_fact (writer, cycle->stage);
  g_string_append (writer->out, "\n\n");
  put_figures (writer, cycle);
  put_objectives (writer, cycle, 3);
}

static char *
write_digest (const OkrDigest *digest, gboolean is_plain, gboolean has_details)
{
  Writer writer = { g_string_new (NULL), is_plain, has_details };

  put_head (&writer, digest);
  for (guint i = 0; i < digest->cycles->len; i++)
    put_cycle (&writer, digest->cycles->pdata[i], i == 0);
  if (!digest->has_cycles)
    put_objectives (&writer, digest, 2);

  return g_string_free (writer.out, FALSE);
}

static char *
write_plan (OkrPlan *plan, const OkrScope *scope, gboolean is_plain, gboolean has_details)
{
  g_autoptr (OkrDigest) digest = okr_digest_new_of (plan, scope);

  return write_digest (digest, is_plain, has_details);
}

static char *
write_item (OkrPlan *plan, OkrItem *item, gboolean is_plain)
{
  const OkrDigestKeyResult *kr = NULL;
  g_autoptr (OkrDigestObjective) objective = okr_digest_objective_new_for_item (plan, item, &kr);
  Writer writer = { NULL, is_plain, FALSE };

  if (objective == NULL)
    return NULL;
  writer.out = g_string_new (NULL);
  if (kr != NULL)
    {
      put_key_result_facts (&writer, kr);
    }
  else
    {
      g_string_append_printf (writer.out, "%s ", okr_status_get_symbol (objective->status));
      put_strong (&writer, objective->title);
      end_line (&writer);
      put_objective_body (&writer, objective);
    }

  return g_string_free (writer.out, FALSE);
}

GBytes *
okr_markdown_summary (OkrPlan *plan, const OkrScope *scope)
{
  char *text = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  text = write_plan (plan, scope, FALSE, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
okr_markdown_details (OkrPlan *plan, const OkrScope *scope)
{
  char *text = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  text = write_plan (plan, scope, FALSE, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

char *
okr_plain_summary (OkrPlan *plan, const OkrScope *scope)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  return write_plan (plan, scope, TRUE, FALSE);
}

char *
okr_markdown_from_item (OkrPlan *plan, OkrItem *item)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), NULL);

  return write_item (plan, item, FALSE);
}

char *
okr_plain_from_item (OkrPlan *plan, OkrItem *item)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), NULL);

  return write_item (plan, item, TRUE);
}
