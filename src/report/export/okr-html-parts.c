/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages and fragments are made of. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-digest-item.h"
#include "okr-html-private.h"
#include "okr-progress-geometry.h"
#include "okr-text-direction.h"
#include "okr-visible-text.h"

/* In pixels, in which an SVG without a box of its own is drawn: .85rem. */
#define BAR_HEIGHT 13.6

const char *
okr_html_get_status_class (OkrStatus status)
{
  switch (status)
    {
    case OKR_STATUS_ACHIEVED:
      return "achieved";
    case OKR_STATUS_ON_TRACK:
      return "on-track";
    case OKR_STATUS_BEHIND:
      return "behind";
    case OKR_STATUS_AT_RISK:
      return "at-risk";
    case OKR_STATUS_NO_DATA:
      return "no-data";
    case OKR_STATUS_NOT_COUNTED:
    default:
      return "not-counted";
    }
}

void
okr_html_append_text (GString *out, const char *text)
{
  g_autofree char *visible =
      okr_visible_text (text, OKR_VISIBLE_KEEP_LINES | OKR_VISIBLE_KEEP_ISOLATES);
  g_autofree char *escaped = g_markup_escape_text (visible, -1);

  g_string_append (out, escaped);
}

const char *
okr_html_get_direction (const char *text)
{
  /* The first letter of what was put together says nothing about the whole line. */
  return text != NULL && okr_text_is_isolated (text) ? "" : " dir=\"auto\"";
}

void
okr_html_append_element (GString *out, const char *tag, const char *class, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s%s", tag, okr_html_get_direction (text));
  if (class != NULL)
    g_string_append_printf (out, " class=\"%s\"", class);
  g_string_append_c (out, '>');
  okr_html_append_text (out, text);
  g_string_append_printf (out, "</%s>\n", tag);
}

void
okr_html_append_heading (GString *out, guint level, const char *text)
{
  const char tag[] = { 'h', (char) ('0' + level), '\0' };

  okr_html_append_element (out, tag, NULL, text);
}

void
okr_html_append_status (GString *out, OkrStatus status, const char *label)
{
  gboolean is_silent;

  g_string_append_printf (out, "<span class=\"status %s\"><span aria-hidden=\"true\">%s</span> ",
                          okr_html_get_status_class (status), okr_status_get_symbol (status));
  /* To those who see it, the dash alone says "Not counted", but not why: "Dropped". */
  is_silent = g_str_equal (label, okr_status_get_label (OKR_STATUS_NOT_COUNTED));
  g_string_append (out, is_silent ? "<span class=\"heard\">" : "");
  okr_html_append_text (out, label);
  g_string_append (out, is_silent ? "</span></span>" : "</span>");
}

static void
append_rectangle (GString *out, const char *class, const char *x, double from, double length)
{
  char start[G_ASCII_DTOSTR_BUF_SIZE], width[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (start, sizeof start, "%.2f", from);
  g_ascii_formatd (width, sizeof width, "%.2f", length);
  g_string_append_printf (out,
                          "<rect class=\"%s\" %s=\"%s%%\" y=\"22%%\" width=\"%s%%\" "
                          "height=\"56%%\" rx=\"3.5\"/>",
                          class, x, start, width);
}

/* Its place is a share of the width and its size is not: a drawing of its own has both. */
void
okr_html_append_arrow (GString *out, gboolean to_right, const char *at, const char *class)
{
  const double sign = to_right ? 1 : -1;
  const double length = BAR_HEIGHT * OKR_PROGRESS_TRACK * OKR_PROGRESS_ARROW;
  const double numbers[] = { sign * OKR_PROGRESS_ARROW_GAP, length,
                             sign * (OKR_PROGRESS_ARROW_GAP + length) };
  char texts[G_N_ELEMENTS (numbers)][G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_ascii_formatd (texts[i], sizeof texts[i], "%.2f", numbers[i]);
  g_string_append_printf (out,
                          "<svg x=\"%s\" y=\"50%%\"><path class=\"%s\" "
                          "d=\"M%s,-%sV%sL%s,0Z\"/></svg>",
                          at, class, texts[0], texts[1], texts[1], texts[2]);
}

static void
append_track (GString *out, const OkrProgressGeometry *geometry)
{
  if (geometry->defined)
    append_rectangle (out, "track", "x", 0, 100);
  else
    g_string_append_printf (out,
                            "<line class=\"dashes\" y1=\"50%%\" x2=\"100%%\" y2=\"50%%\" "
                            "stroke-width=\"2\" stroke-dasharray=\"%d %d\"/>",
                            (int) OKR_PROGRESS_DASH, (int) OKR_PROGRESS_DASH_GAP);
}

/* The policy allows no style in an element, but attributes of SVG are none. */
void
okr_html_append_bar (GString *out, double progress, double expected, OkrStatus status,
                     const char *label, gboolean mirrored)
{
  OkrProgressGeometry geometry;
  char tick[G_ASCII_DTOSTR_BUF_SIZE];

  okr_progress_geometry (&geometry, progress, expected, 100, mirrored);
  g_string_append_printf (out, "<svg class=\"%s\" role=\"img\" aria-label=\"",
                          okr_html_get_status_class (status));
  okr_html_append_text (out, label);
  g_string_append (out, "\">");
  append_track (out, &geometry);
  if (geometry.defined && geometry.fill_length > 0)
    append_rectangle (out, "fill", "x", geometry.fill_start, geometry.fill_length);
  if (geometry.is_over || geometry.is_under)
    {
      const gboolean to_right = geometry.is_over != mirrored;

      okr_html_append_arrow (out, to_right, to_right ? "100%" : "0", "fill");
    }
  if (!isnan (geometry.tick))
    {
      g_ascii_formatd (tick, sizeof tick, "%.2f", geometry.tick);
      g_string_append_printf (out, "<rect class=\"tick\" x=\"%s%%\" width=\"2\" height=\"100%%\"/>",
                              tick);
    }
  g_string_append (out, "</svg>");
}

/* Grades */

void
okr_html_append_grade (GString *out, const OkrDigestGrade *grade)
{
  g_autofree char *text = okr_digest_grade_dup_closing (grade);

  okr_html_append_element (out, "span", "grade", text);
}

void
okr_html_append_own_words (GString *out, const OkrDigestGrade *grade)
{
  g_autofree char *own = grade->is_closed ? okr_digest_grade_dup_own (grade) : NULL;
  g_autofree char *learned = grade->is_closed ? okr_digest_grade_dup_learned (grade) : NULL;

  okr_html_append_element (out, "p", "note", grade->closing_note);
  okr_html_append_element (out, "p", "note", own);
  okr_html_append_element (out, "p", "note", learned);
}

/* Details */

static void
append_fact (GString *out, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append (out, "<dt>");
  okr_html_append_text (out, name);
  g_string_append (out, "</dt>");
  okr_html_append_element (out, "dd", NULL, value);
}

static const char *
get_expected (const OkrDigestKeyResult *kr)
{
  if (kr->promise_text != NULL)
    return kr->promise_text;

  return kr->status != OKR_STATUS_NOT_COUNTED && !isnan (kr->expected) ? kr->expected_text : NULL;
}

static void
append_facts (GString *out, const OkrDigestKeyResult *kr)
{
  g_string_append (out, "<dl class=\"facts\">\n");
  append_fact (out, _ ("Owner"), kr->owner);
  append_fact (out, _ ("Measured by"), kr->kind_label);
  append_fact (out, _ ("Start"), kr->start_text);
  append_fact (out, _ ("Expected"), get_expected (kr));
  append_fact (out, _ ("Share"), kr->share_text);
  append_fact (out, _ ("Confidence"), kr->confidence_text);
  append_fact (out, _ ("Due"), kr->due_text);
  append_fact (out, _ ("Source"), kr->source);
  append_fact (out, _ ("Projection"), kr->projection);
  append_fact (out, _ ("History"), kr->chart_summary);
  for (guint i = 0; kr->moved != NULL && kr->moved[i] != NULL; i++)
    append_fact (out, _ ("Moved"), kr->moved[i]);
  g_string_append (out, "</dl>\n");
}

static void
append_milestones (GString *out, const OkrDigestKeyResult *kr, guint level)
{
  if (kr->milestones->len == 0)
    return;
  okr_html_append_heading (out, level, _ ("Milestones"));
  g_string_append (out, "<ul>\n");
  for (guint i = 0; i < kr->milestones->len; i++)
    {
      const OkrDigestMilestone *milestone = kr->milestones->pdata[i];

      g_string_append_printf (out, "<li><span aria-hidden=\"true\">%s</span> ",
                              milestone->done != OKR_DAY_NONE ? "✓" : "○");
      okr_html_append_element (out, "span", NULL, milestone->title);
      if (milestone->done != OKR_DAY_NONE)
        okr_html_append_element (out, "span", "dim", milestone->done_text);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append_printf (out, "<td%s>", okr_html_get_direction (text));
  if (text != NULL)
    okr_html_append_text (out, text);
  g_string_append (out, "</td>");
}

static void
begin_log (GString *out, const char *class, guint level, const char *title,
           const char *const *headings)
{
  okr_html_append_heading (out, level, title);
  g_string_append_printf (out, "<table class=\"log %s\"><thead><tr>", class);
  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_string_append (out, "<th scope=\"col\">");
      okr_html_append_text (out, headings[i]);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead><tbody>\n");
}

static void
append_initiatives (GString *out, const OkrDigestKeyResult *kr, guint level)
{
  const char *const headings[] = {
    _ ("Initiative"), _ ("State"), _ ("Owner"), _ ("Due"), _ ("Outcome"), NULL,
  };

  if (kr->initiatives->len == 0)
    return;
  begin_log (out, "initiatives", level, _ ("Initiatives"), headings);
  for (guint i = 0; i < kr->initiatives->len; i++)
    {
      const OkrDigestInitiative *initiative = kr->initiatives->pdata[i];

      g_string_append (out, "<tr>");
      append_cell (out, initiative->title);
      append_cell (out, initiative->state_label);
      append_cell (out, initiative->owner);
      append_cell (out, initiative->due_text);
      append_cell (out, initiative->outcome);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody></table>\n");
}

static void
append_check_ins (GString *out, const OkrDigestKeyResult *kr, guint level)
{
  const char *const headings[] = {
    _ ("Date"), _ ("Value"), _ ("Confidence"), _ ("Note"), _ ("Obstacle"), _ ("By"), NULL,
  };

  if (kr->check_ins->len == 0)
    return;
  begin_log (out, "check-ins", level, _ ("Last Check-ins"), headings);
  for (guint i = 0; i < MIN (kr->check_ins->len, OKR_DIGEST_LAST_CHECK_INS); i++)
    {
      const OkrDigestCheckIn *check_in = kr->check_ins->pdata[i];

      g_string_append (out, "<tr>");
      append_cell (out, check_in->day_text);
      append_cell (out, check_in->value_text);
      append_cell (out, check_in->confidence_text);
      append_cell (out, check_in->note);
      append_cell (out, check_in->obstacle);
      append_cell (out, check_in->author);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody></table>\n");
}

void
okr_html_append_key_result_details (GString *out, OkrFonts *fonts, const OkrDigestKeyResult *kr,
                                    guint level)
{
  g_string_append (out, "<article class=\"kr\">\n<div class=\"head\">");
  okr_html_append_heading (out, level, kr->title);
  g_string_append (out, "<div class=\"result\"><strong dir=\"auto\">");
  okr_html_append_text (out, kr->progress_text);
  g_string_append (out, "</strong>");
  okr_html_append_status (out, kr->status, kr->status_label);
  okr_html_append_grade (out, &kr->grade);
  g_string_append (out, "</div></div>\n");
  okr_html_append_own_words (out, &kr->grade);
  okr_html_append_element (out, "p", "note", kr->description);
  g_string_append (out, "<div class=\"about\">\n");
  okr_html_append_chart (out, fonts, kr);
  append_facts (out, kr);
  g_string_append (out, "</div>\n");
  if (kr->is_added_later)
    okr_html_append_element (out, "p", "dim", _ ("Added after the cycle had begun"));
  g_string_append (out, "<details><summary>");
  okr_html_append_text (out, _ ("How this progress is computed"));
  g_string_append (out, "</summary>");
  okr_html_append_element (out, "p", NULL, kr->formula);
  okr_html_append_element (out, "p", "note", kr->projection_terms);
  g_string_append (out, "</details>\n");
  append_milestones (out, kr, level + 1);
  append_initiatives (out, kr, level + 1);
  append_check_ins (out, kr, level + 1);
  g_string_append (out, "</article>\n");
}
