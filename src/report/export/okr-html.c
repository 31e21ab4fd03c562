/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-html.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-digest-item.h"
#include "okr-html-private.h"
#include "okr-text-direction.h"

typedef struct
{
  GString *out;
  const OkrDigest *digest;
  OkrFonts *fonts;
  GHashTable *ids; /* of objectives and key results that can be linked to */
  gboolean is_rtl;
  gboolean has_details;
  guint level; /* of the headings of objectives */
} Page;

static void
append (Page *page, const char *markup)
{
  g_string_append (page->out, markup);
}

/* Ids are letters, digits and "-_.", which mean the same in a place and in what leads to it. */
static void
append_place (Page *page, const char *before, const char *id)
{
  g_string_append_printf (page->out, "%si-", before);
  okr_html_append_text (page->out, id);
  append (page, "\"");
}

static char *
dup_facts (const char *first, const char *second)
{
  g_autofree char *one = okr_text_isolate (first);
  g_autofree char *other = okr_text_isolate (second != NULL ? second : "");

  /* Translators: two short facts in one line, such as a team and an owner */
  return second != NULL ? g_strdup_printf (_ ("%1$s · %2$s"), one, other) : g_strdup (first);
}

/* Key results */

static void
append_cell (Page *page, const char *class, const char *text)
{
  g_string_append_printf (page->out, "<td class=\"%s\"%s>", class, okr_html_get_direction (text));
  okr_html_append_text (page->out, text != NULL ? text : "");
  append (page, "</td>");
}

/* Nothing is expected today in a cycle that is closed, nor of what has no progress. */
static char *
dup_bar_label (const OkrDigestKeyResult *kr)
{
  if (isnan (kr->progress))
    return g_strdup (kr->status_label);
  if (isnan (kr->expected))
    return g_strdup (kr->progress_text);
  if (kr->promise_text != NULL)
    /* Translators: the progress of a key result such as "at least 98 %" */
    return g_strdup_printf (_ ("%s, to hold every day"), kr->progress_text);

  /* Translators: a progress and the one that is expected today, such as "34 %" and "58 %" */
  return g_strdup_printf (_ ("%s, expected %s"), kr->progress_text, kr->expected_text);
}

static void
append_bar_cell (Page *page, const OkrDigestKeyResult *kr)
{
  g_autofree char *label = dup_bar_label (kr);

  append (page, "<td class=\"bar\">");
  okr_html_append_bar (page->out, kr->progress, kr->expected, kr->status, label, page->is_rtl);
  append (page, "</td><td class=\"percent\" dir=\"auto\" title=\"");
  okr_html_append_text (page->out, kr->formula);
  append (page, "\">");
  okr_html_append_text (page->out, kr->progress_text);
  append (page, "</td>");
}

/* @status_label: (nullable): what is said already */
static char *
dup_reasons (char *const *reasons, const char *status_label)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    if (g_strcmp0 (reasons[i], status_label) != 0)
      /* Translators: between two short facts in one line */
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (" · ") : "", reasons[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_reasons (Page *page, char *const *reasons, const char *status_label)
{
  g_autofree char *text = dup_reasons (reasons, status_label);

  okr_html_append_element (page->out, "span", "why", text);
}

static void
append_key_result (Page *page, const OkrDigestKeyResult *kr)
{
  append (page, "<tr");
  append_place (page, " id=\"", kr->id);
  append (page, "><th scope=\"row\" class=\"title\" dir=\"auto\">");
  okr_html_append_text (page->out, kr->title);
  append_reasons (page, page->has_details ? kr->reasons : kr->marks, kr->status_label);
  append (page, "</th>");
  append_cell (page, "range", kr->aim_text);
  append_cell (page, "value", kr->value_text);
  append_bar_cell (page, kr);
  append (page, "<td class=\"state\">");
  okr_html_append_status (page->out, kr->status, kr->status_label);
  okr_html_append_grade (page->out, &kr->grade);
  append (page, "</td></tr>\n");
}

static void
append_heading_cell (Page *page, const char *class, const char *text)
{
  g_string_append_printf (page->out, "<th scope=\"col\" class=\"%s\">", class);
  okr_html_append_text (page->out, text);
  append (page, "</th>");
}

static void
append_key_results (Page *page, const OkrDigestObjective *objective)
{
  if (objective->key_results->len == 0)
    return;
  /* The heading is for those who hear it; the columns get their widths from elsewhere. */
  append (page, "<table class=\"krs\"><colgroup><col class=\"title\"><col class=\"range\">"
                "<col class=\"value\"><col class=\"bar\"><col class=\"percent\">"
                "<col class=\"state\"></colgroup><thead><tr>");
  append_heading_cell (page, "title", _ ("Key result"));
  append_heading_cell (page, "range", _ ("Aim"));
  append_heading_cell (page, "value", _ ("Now"));
  append_heading_cell (page, "bar", _ ("Progress and what is expected"));
  append_heading_cell (page, "percent", _ ("Progress"));
  append_heading_cell (page, "state", _ ("Status"));
  append (page, "</tr></thead><tbody>\n");
  for (guint i = 0; i < objective->key_results->len; i++)
    append_key_result (page, objective->key_results->pdata[i]);
  append (page, "</tbody></table>\n");
}

/* Objectives */

static void
append_link (Page *page, const OkrDigestLink *link)
{
  const gboolean is_here = g_hash_table_contains (page->ids, link->id);

  if (is_here)
    {
      append_place (page, "<a href=\"#", link->id);
      append (page, ">");
    }
  append (page, "<bdi>");
  okr_html_append_text (page->out, link->title);
  append (page, is_here ? "</bdi></a>" : "</bdi>");
}

static void
append_links (Page *page, const OkrDigestObjective *objective)
{
  /* Translators: the titles of what an objective contributes to; among other facts in one line */
  g_auto (GStrv) around = g_strsplit (_ ("contributes to: %s"), "%s", 2);

  if (objective->parents->len == 0)
    return;
  append (page, "<p class=\"dim sentence\">");
  okr_html_append_text (page->out, around[0]);
  for (guint i = 0; i < objective->parents->len; i++)
    {
      if (i > 0)
        /* Translators: between two titles in a list */
        okr_html_append_text (page->out, _ (", "));
      append_link (page, objective->parents->pdata[i]);
    }
  if (around[0] != NULL && around[1] != NULL)
    okr_html_append_text (page->out, around[1]);
  append (page, "</p>\n");
}

static void
append_objective (Page *page, const OkrDigestObjective *objective)
{
  /* Translators: the progress that is expected today, such as "58 %" */
  g_autofree char *expected = g_strdup_printf (_ ("expected %s"), objective->expected_text);

  append (page, "<section");
  append_place (page, " id=\"", objective->id);
  append (page, ">\n<div class=\"head\">");
  okr_html_append_heading (page->out, page->level, objective->title);
  append (page, "<div class=\"result\"><strong dir=\"auto\"");
  if (!isnan (objective->expected))
    {
      append (page, " title=\"");
      okr_html_append_text (page->out, expected);
      append (page, "\"");
    }
  append (page, ">");
  okr_html_append_text (page->out, objective->progress_text);
  append (page, "</strong><div class=\"state\">");
  okr_html_append_status (page->out, objective->status, objective->status_label);
  okr_html_append_grade (page->out, &objective->grade);
  append (page, "</div></div></div>\n");
  okr_html_append_element (page->out, "p", "dim", objective->subtitle);
  append_links (page, objective);
  append_reasons (page, objective->reasons, objective->status_label);
  if (page->has_details)
    {
      okr_html_append_own_words (page->out, &objective->grade);
      okr_html_append_element (page->out, "p", "note", objective->description);
    }
  else
    {
      okr_html_append_element (page->out, "p", "dim", objective->grade.closing_note);
    }
  append_key_results (page, objective);
  for (guint i = 0; page->has_details && i < objective->key_results->len; i++)
    okr_html_append_key_result_details (page->out, page->fonts, objective->key_results->pdata[i],
                                        page->level + 1);
  append (page, "</section>\n");
}

/* Head and foot */

static char *
dup_title (const OkrDigest *digest)
{
  return dup_facts (digest->title, digest->has_cycles ? _ ("All cycles") : digest->cycle);
}

static void
begin_document (Page *page, const char *language)
{
  g_autofree char *style = okr_html_dup_style (page->digest->has_cycles);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *title = dup_title (page->digest);
  g_autofree char *hash = NULL;
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) style, -1);
  g_checksum_get_digest (checksum, digest, &length);
  hash = g_base64_encode (digest, length);
  g_string_append_printf (page->out,
                          "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
                          language, page->is_rtl ? "rtl" : "ltr", hash);
  okr_html_append_text (page->out, title);
  g_string_append_printf (page->out, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
}

static void
append_figures (Page *page, const OkrDigest *digest)
{
  append (page, "<dl class=\"figures\">\n");
  for (guint i = 0; i < OKR_DIGEST_N_FIGURES; i++)
    {
      append (page, "<div><dt>");
      okr_html_append_text (page->out, digest->figures[i].label);
      append (page, "</dt><dd dir=\"auto\">");
      okr_html_append_text (page->out, digest->figures[i].value);
      append (page, "</dd></div>\n");
    }
  append (page, "</dl>\n");
}

static void
append_head (Page *page)
{
  const OkrDigest *digest = page->digest;
  g_autofree char *title = dup_title (digest);
  g_autofree char *when = dup_facts (digest->today_text, digest->stage);

  append (page, "<header>\n");
  okr_html_append_element (page->out, "h1", NULL, title);
  okr_html_append_element (page->out, "p", "mission", digest->mission);
  okr_html_append_element (page->out, "p", "dim", digest->scope);
  okr_html_append_element (page->out, "p", "dim", when);
  if (!digest->has_cycles)
    append_figures (page, digest);
  append (page, "</header>\n<main>\n");
  if (digest->objectives->len == 0)
    okr_html_append_element (page->out, "p", "dim", _ ("There are no objectives here."));
}

static void
append_objectives (Page *page, const OkrDigest *digest)
{
  for (guint i = 0; i < digest->objectives->len; i++)
    append_objective (page, digest->objectives->pdata[i]);
}

static void
append_cycle (Page *page, const OkrDigest *cycle)
{
  g_autofree char *when =
      cycle->dates != NULL ? dup_facts (cycle->dates, cycle->stage) : g_strdup (cycle->stage);

  if (cycle->objectives->len == 0)
    return;
  append (page, "<section class=\"cycle\">\n");
  okr_html_append_heading (page->out, 2, cycle->cycle);
  okr_html_append_element (page->out, "p", "dim", when);
  append_figures (page, cycle);
  append_objectives (page, cycle);
  append (page, "</section>\n");
}

static void
append_foot (Page *page)
{
  append (page, "</main>\n<footer>\n");
  okr_html_append_legend (page->out, page->digest, page->is_rtl);
  if (page->has_details && page->digest->objectives->len > 0)
    okr_html_append_chart_legend (page->out, page->fonts, page->digest);
  append (page, "</footer>\n</body>\n</html>\n");
}

static GHashTable *
find_ids (const OkrDigest *digest)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      g_hash_table_add (ids, objective->id);
      for (guint k = 0; k < objective->key_results->len; k++)
        g_hash_table_add (ids, ((OkrDigestKeyResult *) objective->key_results->pdata[k])->id);
    }

  return ids;
}

static GBytes *
write_plan (OkrPlan *plan, const OkrScope *scope, gboolean has_details)
{
  g_autoptr (OkrDigest) digest = okr_digest_new_of (plan, scope);
  g_autoptr (GHashTable) ids = find_ids (digest);
  g_autoptr (OkrFonts) fonts = okr_fonts_new (NULL);
  Page page = { g_string_new (NULL), digest, fonts, ids, FALSE, has_details, 2 };
  g_autofree char *language = okr_html_dup_language (&page.is_rtl);

  begin_document (&page, language);
  append_head (&page);
  page.level += digest->has_cycles ? 1 : 0;
  for (guint i = 0; i < digest->cycles->len; i++)
    append_cycle (&page, digest->cycles->pdata[i]);
  if (!digest->has_cycles)
    append_objectives (&page, digest);
  append_foot (&page);

  return g_string_free_to_bytes (page.out);
}

GBytes *
okr_html_summary (OkrPlan *plan, const OkrScope *scope)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  return write_plan (plan, scope, FALSE);
}

GBytes *
okr_html_details (OkrPlan *plan, const OkrScope *scope)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  return write_plan (plan, scope, TRUE);
}

/* Fragments: to be pasted into what has a style of its own */

static void
append_fragment_status (GString *out, OkrStatus status, const char *label,
                        const OkrDigestGrade *grade)
{
  g_autofree char *closing = okr_digest_grade_dup_closing (grade);

  okr_html_append_status (out, status, label);
  if (closing == NULL)
    return;
  okr_html_append_text (out, _ (" · "));
  okr_html_append_text (out, closing);
}

static void
append_fragment_line (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (out, "<br>");
  okr_html_append_text (out, text);
}

/* @has_title: where it stands under no heading of its own */
static void
append_fragment_row (GString *out, const OkrDigestKeyResult *kr, gboolean has_title)
{
  const char *const facts[] = { kr->aim_text, kr->value_text, kr->progress_text };
  g_autofree char *reasons = dup_reasons (kr->marks, NULL);

  g_string_append (out, "<tr>");
  if (has_title)
    {
      g_string_append (out, "<td>");
      okr_html_append_text (out, kr->title);
      append_fragment_line (out, reasons);
      g_string_append (out, "</td>");
    }
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_string_append (out, "<td>");
      okr_html_append_text (out, facts[i] != NULL ? facts[i] : "");
      g_string_append (out, "</td>");
    }
  g_string_append (out, "<td>");
  append_fragment_status (out, kr->status, kr->status_label, &kr->grade);
  if (!has_title)
    append_fragment_line (out, reasons);
  g_string_append (out, "</td></tr>\n");
}

static void
append_fragment_objective (GString *out, const OkrDigestObjective *objective)
{
  g_autofree char *reasons = dup_reasons (objective->reasons, objective->status_label);

  okr_html_append_element (out, "h2", NULL, objective->title);
  g_string_append (out, "<p>");
  okr_html_append_text (out, objective->progress_text);
  okr_html_append_text (out, _ (" · "));
  append_fragment_status (out, objective->status, objective->status_label, &objective->grade);
  append_fragment_line (out, objective->subtitle);
  append_fragment_line (out, objective->contributes_text);
  append_fragment_line (out, reasons);
  g_string_append (out, "</p>\n");
}

char *
okr_html_from_item (OkrPlan *plan, OkrItem *item)
{
  const OkrDigestKeyResult *kr = NULL;
  g_autoptr (OkrDigestObjective) objective = NULL;
  GString *out;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), NULL);

  objective = okr_digest_objective_new_for_item (plan, item, &kr);
  if (objective == NULL)
    return NULL;

  out = g_string_new ("<meta charset=\"utf-8\">\n");
  if (kr != NULL)
    okr_html_append_element (out, "h3", NULL, kr->title);
  else
    append_fragment_objective (out, objective);
  g_string_append (out, "<table>\n");
  for (guint i = 0; i < objective->key_results->len; i++)
    if (kr == NULL || kr == objective->key_results->pdata[i])
      append_fragment_row (out, objective->key_results->pdata[i], kr == NULL);
  g_string_append (out, "</table>\n");

  return g_string_free (out, FALSE);
}
