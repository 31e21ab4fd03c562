/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as an outline for a terminal. */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "okr-alignment.h"
#include "okr-format.h"
#include "okr-item-text.h"
#include "okr-show.h"
#include "okr-terminal.h"
#include "okr-visible-text.h"

#define BAR_CELLS 12
#define PERCENT_CELLS 7
#define GAP 2
#define LEAST_TITLE 24

/* One objective or key result: a title with a bar, and details below it. */
typedef struct
{
  guint indent;
  OkrInk ink;
  const char *title;
  double progress;
  double expected;
  OkrStatus status;
} Row;

static OkrInk
get_status_ink (OkrStatus status)
{
  switch (status)
    {
    case OKR_STATUS_ACHIEVED:
    case OKR_STATUS_ON_TRACK:
      return OKR_INK_GREEN;
    case OKR_STATUS_BEHIND:
      return OKR_INK_YELLOW;
    case OKR_STATUS_AT_RISK:
      return OKR_INK_RED;
    case OKR_STATUS_NOT_COUNTED:
    case OKR_STATUS_NO_DATA:
    default:
      return OKR_INK_DIM;
    }
}

static void
put_spaces (guint n)
{
  g_autofree char *spaces = g_strnfill (n, ' ');

  okr_terminal_put (spaces);
}

static void
put_cells (OkrInk ink, const char *cell, guint from, guint to)
{
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append (cells, cell);
  okr_terminal_put_ink (ink, cells->str);
}

/* A cell is full when more than half of it is; what has begun shows, and only 100 % is full. */
static guint
count_full_cells (double progress, guint n_cells)
{
  const double clamped = okr_progress_clamp (progress);

  if (isnan (progress) || clamped <= 0)
    return 0;
  if (clamped >= 1)
    return n_cells;

  return (guint) CLAMP (lround (clamped * n_cells), 1, n_cells - 1);
}

static void
put_bar (const Row *row, guint n_cells)
{
  const guint full = count_full_cells (row->progress, n_cells);
  const guint tick = (guint) CLAMP (lround (row->expected * n_cells), 0, n_cells - 1);
  const OkrInk ink = get_status_ink (row->status);
  g_autofree char *percent = okr_format_progress (row->progress);
  const guint width = okr_text_get_width (percent);

  if (isnan (row->progress) || isnan (row->expected))
    {
      put_cells (OKR_INK_DIM, "·", 0, n_cells);
    }
  else
    {
      put_cells (ink, "█", 0, MIN (full, tick));
      put_cells (OKR_INK_DIM, "░", MIN (full, tick), tick);
      okr_terminal_put_ink (OKR_INK_BOLD, "┃");
      put_cells (ink, "█", tick + 1, MAX (full, tick + 1));
      put_cells (OKR_INK_DIM, "░", MAX (full, tick + 1), n_cells);
    }
  put_spaces (PERCENT_CELLS - MIN (width, PERCENT_CELLS - 1));
  okr_terminal_put_ink (ink, percent);
}

static void
put_row (const Row *row)
{
  const guint width = okr_terminal_get_width ();
  const guint right = GAP + BAR_CELLS + PERCENT_CELLS;
  const guint left = row->indent + 2;
  const gboolean beside = left + LEAST_TITLE + right <= width;
  const guint room = beside ? width - left - right : width - MIN (left, width - 1);
  g_autofree char *visible = okr_visible_text (row->title, OKR_VISIBLE_ONE_LINE);
  g_auto (GStrv) lines = okr_text_wrap (visible, room);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      put_spaces (row->indent);
      okr_terminal_put_ink (get_status_ink (row->status),
                            i == 0 ? okr_status_get_symbol (row->status) : " ");
      okr_terminal_put (" ");
      okr_terminal_put_ink (row->ink, lines[i]);
      if (beside && i == 0)
        {
          put_spaces (room - okr_text_get_width (lines[i]) + GAP);
          put_bar (row, BAR_CELLS);
        }
      okr_terminal_put ("\n");
    }
  if (!beside)
    {
      put_spaces (left);
      put_bar (row, CLAMP (width - left - PERCENT_CELLS, 2, BAR_CELLS));
      okr_terminal_put ("\n");
    }
}

static void
put_paragraph (OkrInk ink, guint indent, const char *text)
{
  g_autofree char *visible = okr_visible_text (text, OKR_VISIBLE_KEEP_LINES);
  g_auto (GStrv) paragraphs = g_strsplit (visible, "\n", -1);
  const guint width = okr_terminal_get_width ();

  for (guint p = 0; paragraphs[p] != NULL; p++)
    {
      g_auto (GStrv) lines = okr_text_wrap (paragraphs[p], width - MIN (indent, width - 1));

      for (guint i = 0; lines[i] != NULL; i++)
        {
          put_spaces (indent);
          okr_terminal_put_ink (ink, lines[i]);
          okr_terminal_put ("\n");
        }
    }
}

/* Lines break between the parts where that is possible. */
static void
put_details (OkrInk ink, guint indent, GPtrArray *parts)
{
  const guint width = okr_terminal_get_width ();
  const guint room = width - MIN (indent, width - 1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint taken = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = parts->pdata[i];
      const guint own = okr_text_get_width (part);
      const guint after = i + 1 < parts->len ? 2 : 0; /* the dot that ends a line */
      const gboolean fits = taken == 0 || taken + 3 + own + after <= room;

      if (taken > 0)
        {
          g_string_append (text, fits ? " · " : " ·\n");
          taken = fits ? taken + 3 : 0;
        }
      g_string_append (text, part);
      taken += own;
    }
  if (text->len > 0)
    put_paragraph (ink, indent, text->str);
}

static void
add_text (GPtrArray *details, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (details, g_strdup (text));
}

/* Without the signs of direction that a window needs. */
static char *
describe_range (OkrKeyResult *kr)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (kr);

  if (kind == OKR_KEY_RESULT_KIND_MILESTONES)
    return okr_item_text_dup_range (kr);

  return okr_format_range (kind, okr_key_result_get_start (kr), okr_key_result_get_target (kr),
                           okr_key_result_get_low (kr), okr_key_result_get_high (kr),
                           okr_key_result_get_unit (kr), okr_item_text_get_range_decimals (kr));
}

static char *
describe_value (OkrKeyResult *kr)
{
  const double value = okr_key_result_get_figures (kr)->value;
  g_autofree char *text = NULL;
  gboolean yes;

  if (isnan (value))
    return g_strdup (_ ("no value yet"));
  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_YES_NO &&
      okr_progress_read_yes_no (value, &yes))
    return g_strdup (yes ? _ ("yes") : _ ("no"));
  text = okr_item_text_dup_number (kr, value);

  /* Translators: the latest value of a key result */
  return g_strdup_printf (_ ("now %s"), text);
}

/* Without it nobody could check the percentage. */
static void
add_start (GPtrArray *details, OkrKeyResult *kr)
{
  const double start = okr_key_result_get_start (kr);
  g_autofree char *text = NULL;

  if (isnan (start))
    return;
  text = okr_format_quantity (start, okr_item_text_get_range_decimals (kr),
                              okr_key_result_get_unit (kr));

  /* Translators: the value that a key result began with */
  g_ptr_array_add (details, g_strdup_printf (_ ("start %s"), text));
}

static void
add_measure (GPtrArray *details, OkrKeyResult *kr)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (kr);
  const double value = okr_key_result_get_figures (kr)->value;
  const gboolean says_range = kind == OKR_KEY_RESULT_KIND_YES_NO &&
                              (isnan (value) || okr_progress_read_yes_no (value, NULL));

  if (kind == OKR_KEY_RESULT_KIND_MILESTONES)
    {
      g_ptr_array_add (details, describe_range (kr));
      return;
    }
  g_ptr_array_add (details, describe_value (kr));
  if (!says_range && kind != OKR_KEY_RESULT_KIND_BASELINE)
    g_ptr_array_add (details, describe_range (kr));
  if (kind == OKR_KEY_RESULT_KIND_AT_LEAST || kind == OKR_KEY_RESULT_KIND_AT_MOST)
    add_start (details, kr);
}

static void
put_key_result (OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  const Row row = {
    .indent = 4,
    .title = okr_item_get_title (OKR_ITEM (kr)),
    .progress = figures->progress,
    .expected = figures->expected,
    .status = figures->status,
  };

  put_row (&row);
  add_measure (details, kr);
  if (figures->confidence >= 0)
    /* Translators: how sure people are to reach it, of 10 */
    g_ptr_array_add (details, g_strdup_printf (_ ("confidence %d"), figures->confidence));
  if (figures->days_since_check_in >= 0)
    g_ptr_array_add (details, okr_format_days_ago ((guint) figures->days_since_check_in));
  add_text (details, okr_key_result_get_owner (kr));
  put_details (OKR_INK_DIM, 6, details);
  if ((figures->attention & OKR_ATTENTION_BLOCKED) != 0)
    {
      /* Translators: what stands in the way of a key result */
      g_autofree char *obstacle =
          g_strdup_printf (_ ("blocked: %s"), okr_check_in_get_obstacle (figures->latest));

      put_paragraph (OKR_INK_RED, 6, obstacle);
    }
}

static void
add_parents (GPtrArray *details, OkrPlan *plan, OkrObjective *objective)
{
  OkrItem *parent = okr_alignment_get_main_parent (plan, objective);

  if (parent != NULL)
    /* Translators: the title of what an objective contributes to */
    g_ptr_array_add (details,
                     g_strdup_printf (_ ("contributes to “%s”"), okr_item_get_title (parent)));
}

/* The team of one person often has that person's name. */
static void
add_owner (GPtrArray *details, OkrObjective *objective)
{
  OkrTeam *team = okr_objective_get_figures (objective)->team;
  const char *owner = okr_objective_get_owner (objective);

  if (team == NULL || !g_str_equal (okr_item_get_title (OKR_ITEM (team)), owner))
    add_text (details, owner);
}

static void
put_objective (OkrPlan *plan, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  GListModel *krs = okr_objective_get_key_results (objective);
  const Row row = {
    .indent = 0,
    .ink = OKR_INK_BOLD,
    .title = okr_item_get_title (OKR_ITEM (objective)),
    .progress = figures->progress,
    .expected = figures->expected,
    .status = figures->status,
  };

  okr_terminal_put ("\n");
  put_row (&row);
  if (figures->counted)
    add_text (details, okr_enum_to_label (OKR_TYPE_STATUS, (int) figures->status));
  if (figures->team != NULL)
    add_text (details, okr_item_get_title (OKR_ITEM (figures->team)));
  add_owner (details, objective);
  if (okr_objective_get_ambition (objective) == OKR_AMBITION_COMMITTED)
    add_text (details, okr_enum_to_label (OKR_TYPE_AMBITION, OKR_AMBITION_COMMITTED));
  if (okr_objective_get_state (objective) != OKR_OBJECTIVE_STATE_ACTIVE)
    add_text (details, okr_enum_to_label (OKR_TYPE_OBJECTIVE_STATE,
                                          (int) okr_objective_get_state (objective)));
  add_parents (details, plan, objective);
  put_details (OKR_INK_DIM, 2, details);
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);

      put_key_result (kr);
    }
}

static void
put_scope_heading (const OkrShowScope *scope)
{
  const OkrDay today = okr_plan_get_today (scope->plan);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (scope->cycle != NULL)
    {
      add_text (parts, okr_item_get_title (OKR_ITEM (scope->cycle)));
      g_ptr_array_add (parts, okr_format_cycle_stage (okr_cycle_get_start (scope->cycle),
                                                      okr_cycle_get_end (scope->cycle), today,
                                                      okr_cycle_get_state (scope->cycle)));
      if (parts->pdata[parts->len - 1] == NULL)
        g_ptr_array_set_size (parts, (int) parts->len - 1);
    }
  else
    {
      add_text (parts, _ ("All cycles"));
    }
  if (scope->team != NULL)
    add_text (parts, okr_item_get_title (OKR_ITEM (scope->team)));
  g_ptr_array_add (parts, okr_format_day (today));
  put_details (OKR_INK_PLAIN, 0, parts);
}

static void
put_status_counts (const OkrScopeFigures *figures)
{
  static const OkrStatus order[] = { OKR_STATUS_ACHIEVED, OKR_STATUS_ON_TRACK,
                                     OKR_STATUS_BEHIND,   OKR_STATUS_AT_RISK,
                                     OKR_STATUS_NO_DATA,  OKR_STATUS_NOT_COUNTED };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (figures->n_by_status[order[i]] > 0)
        /* Translators: a sign, a number of key results and their status: "● 5 On track" */
        g_ptr_array_add (parts, g_strdup_printf (_ ("%s %u %s"), okr_status_get_symbol (order[i]),
                                                 figures->n_by_status[order[i]],
                                                 okr_status_get_label (order[i])));
    }
  put_details (OKR_INK_PLAIN, 0, parts);
}

static void
put_scope_figures (const OkrScopeFigures *figures)
{
  g_autofree char *progress = okr_format_progress (figures->progress);
  g_autofree char *expected = okr_format_progress (figures->expected);
  g_autoptr (GPtrArray) attention = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line =
      isnan (figures->expected)
          /* Translators: a percentage */
          ? g_strdup_printf (_ ("Progress %s"), progress)
          /* Translators: two percentages */
          : g_strdup_printf (_ ("Progress %s, expected %s"), progress, expected);

  put_paragraph (OKR_INK_PLAIN, 0, line);
  put_status_counts (figures);
  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    {
      if (figures->n_attention[i] > 0)
        /* Translators: a reason to look at something, and how many have it: "Blocked (1)" */
        g_ptr_array_add (attention,
                         g_strdup_printf (_ ("%s (%u)"),
                                          okr_attention_get_label ((OkrAttention) (1 << i)),
                                          figures->n_attention[i]));
    }
  put_details (OKR_INK_PLAIN, 0, attention);
}

static void
put_rest (guint n_shown, guint n_elsewhere)
{
  g_autofree char *text = NULL;

  if (n_shown == 0)
    put_paragraph (OKR_INK_PLAIN, 0, _ ("No objectives here yet."));
  if (n_elsewhere == 0)
    return;

  text = g_strdup_printf (ngettext ("%u objective is in another cycle: --cycle all",
                                    "%u objectives are in other cycles: --cycle all", n_elsewhere),
                          n_elsewhere);
  okr_terminal_put ("\n");
  put_paragraph (OKR_INK_DIM, 0, text);
}

/**
 * okr_show_text:
 *
 * Prints an outline with bars for people.
 */
void
okr_show_text (const OkrShowScope *scope)
{
  const OkrShowScope wider = { scope->plan, NULL, scope->team };
  GListModel *objectives = okr_plan_get_objectives (scope->plan);
  guint n_shown = 0;
  guint n_elsewhere = 0;

  put_paragraph (OKR_INK_BOLD, 0, okr_item_get_title (OKR_ITEM (scope->plan)));
  if (*okr_plan_get_mission (scope->plan) != '\0')
    put_paragraph (OKR_INK_PLAIN, 0, okr_plan_get_mission (scope->plan));
  if (okr_plan_get_notice (scope->plan) != NULL)
    put_paragraph (OKR_INK_YELLOW, 0, okr_plan_get_notice (scope->plan));
  okr_terminal_put ("\n");
  put_scope_heading (scope);
  put_scope_figures (okr_plan_get_figures (scope->plan, scope->cycle, scope->team));
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (okr_show_scope_contains (scope, objective))
        {
          put_objective (scope->plan, objective);
          n_shown++;
        }
      else if (okr_show_scope_contains (&wider, objective))
        {
          n_elsewhere++;
        }
    }
  put_rest (n_shown, n_elsewhere);
}
