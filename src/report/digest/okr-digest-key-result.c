/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-digest-private.h"
#include "okr-explain.h"
#include "okr-format.h"
#include "okr-goalpost.h"
#include "okr-item-text.h"
#include "okr-number.h"

static void
free_check_in (gpointer data)
{
  OkrDigestCheckIn *self = data;

  g_free (self->day_text);
  g_free (self->value_text);
  g_free (self->confidence_text);
  g_free (self->note);
  g_free (self->obstacle);
  g_free (self->author);
  g_free (self);
}

static void
free_initiative (gpointer data)
{
  OkrDigestInitiative *self = data;

  g_free (self->title);
  g_free (self->owner);
  g_free (self->state_label);
  g_free (self->due_text);
  g_free (self->outcome);
  g_free (self);
}

static void
free_milestone (gpointer data)
{
  OkrDigestMilestone *self = data;

  g_free (self->title);
  g_free (self->done_text);
  g_free (self);
}

static char *
dup_day (OkrDay day)
{
  return day != OKR_DAY_NONE ? okr_format_day (day) : NULL;
}

static OkrDigestCheckIn *
describe_check_in (OkrKeyResult *kr, OkrCheckIn *check_in)
{
  OkrDigestCheckIn *self = g_new0 (OkrDigestCheckIn, 1);
  const double value = okr_check_in_get_value (check_in);

  self->day = okr_check_in_get_date (check_in);
  self->day_text = okr_format_day (self->day);
  self->value_text = isnan (value) ? NULL : okr_item_text_dup_number (kr, value);
  self->confidence = okr_check_in_get_confidence (check_in);
  self->confidence_text = okr_item_text_dup_confidence (self->confidence);
  self->note = g_strdup (okr_check_in_get_note (check_in));
  self->obstacle = g_strdup (okr_check_in_get_obstacle (check_in));
  self->author = g_strdup (okr_check_in_get_author (check_in));

  return self;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return okr_check_in_compare (*(OkrCheckIn *const *) b, *(OkrCheckIn *const *) a);
}

/* Latest first. */
static GPtrArray *
list_counted (OkrPlan *plan, OkrKeyResult *kr)
{
  GListModel *check_ins = okr_key_result_get_check_ins (kr);
  g_autoptr (GPtrArray) counted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    {
      g_autoptr (OkrCheckIn) check_in = g_list_model_get_item (check_ins, i);

      if (!okr_check_in_get_retracted (check_in) &&
          okr_check_in_get_date (check_in) <= okr_plan_get_today (plan))
        g_ptr_array_add (counted, g_steal_pointer (&check_in));
    }
  g_ptr_array_sort (counted, compare_latest_first);

  return g_steal_pointer (&counted);
}

/* The confidence that was stated last but one. */
static int
find_confidence_before (GPtrArray *counted)
{
  gboolean is_before = FALSE;

  for (guint i = 0; i < counted->len; i++)
    {
      const int confidence = okr_check_in_get_confidence (counted->pdata[i]);

      if (confidence < 0)
        continue;
      if (is_before)
        return confidence;
      is_before = TRUE;
    }

  return -1;
}

/* A mere note does not move the value. */
static OkrDay
find_value_day (GPtrArray *counted)
{
  for (guint i = 0; i < counted->len; i++)
    if (!isnan (okr_check_in_get_value (counted->pdata[i])))
      return okr_check_in_get_date (counted->pdata[i]);

  return OKR_DAY_NONE;
}

static void
fill_latest (OkrDigestKeyResult *self, GPtrArray *counted)
{
  self->confidence_before = find_confidence_before (counted);
  if (self->kind != OKR_KEY_RESULT_KIND_MILESTONES)
    self->value_day = find_value_day (counted);
  self->value_day_text = dup_day (self->value_day);
}

/* To write one of them takes the decimals of all: only those that are read are described. */
static void
add_check_ins (OkrDigestKeyResult *self, OkrKeyResult *kr, GPtrArray *counted)
{
  for (guint i = 0; i < MIN (counted->len, OKR_DIGEST_LAST_CHECK_INS); i++)
    g_ptr_array_add (self->check_ins, describe_check_in (kr, counted->pdata[i]));
}

static void
add_initiatives (OkrDigestKeyResult *self, OkrKeyResult *kr)
{
  GListModel *initiatives = okr_key_result_get_initiatives (kr);

  for (guint i = 0; i < g_list_model_get_n_items (initiatives); i++)
    {
      g_autoptr (OkrInitiative) item = g_list_model_get_item (initiatives, i);
      OkrDigestInitiative *own = g_new0 (OkrDigestInitiative, 1);

      own->title = g_strdup (okr_item_text_get_title (OKR_ITEM (item)));
      own->owner = g_strdup (okr_initiative_get_owner (item));
      own->state = okr_initiative_get_state (item);
      own->state_label = g_strdup (okr_enum_to_label (OKR_TYPE_INITIATIVE_STATE, (int) own->state));
      own->due = okr_initiative_get_due (item);
      own->due_text = dup_day (own->due);
      own->outcome = g_strdup (okr_initiative_get_outcome (item));
      g_ptr_array_add (self->initiatives, own);
    }
}

static void
add_milestones (OkrDigestKeyResult *self, OkrPlan *plan, OkrKeyResult *kr)
{
  GListModel *milestones = okr_key_result_get_milestones (kr);

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrMilestone) item = g_list_model_get_item (milestones, i);
      OkrDigestMilestone *own = g_new0 (OkrDigestMilestone, 1);

      own->title = g_strdup (okr_item_text_get_title (OKR_ITEM (item)));
      own->done = okr_milestone_get_done (item);
      if (own->done > okr_plan_get_today (plan)) /* which the figures do not count either */
        own->done = OKR_DAY_NONE;
      own->done_text = dup_day (own->done);
      g_ptr_array_add (self->milestones, own);
    }
}

static char **
list_moved (OkrKeyResult *kr)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; i < OKR_N_GOALPOSTS; i++)
    {
      g_autofree char *sentence = okr_goalpost_dup_sentence (kr, (OkrGoalpost) i);

      if (sentence != NULL)
        g_strv_builder_add (builder, sentence);
    }

  return g_strv_builder_end (builder);
}

static void
add_all (GStrvBuilder *builder, char *const *texts, const char *but)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!g_str_equal (texts[i], but))
      g_strv_builder_add (builder, texts[i]);
}

static char **
list_marks (const OkrDigestKeyResult *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  /* Translators: how much a key result counts: a number */
  g_autofree char *weight = g_strdup_printf (_ ("Weight %s"), self->weight_text);

  add_all (builder, self->reasons, self->status_label);
  add_all (builder, self->moved, "");
  if (self->is_added_later)
    g_strv_builder_add (builder, _ ("Added after the cycle had begun"));
  if (!(self->weight > 0))
    g_strv_builder_add (builder, self->share_text);
  else if (!okr_number_equal (self->weight, 1))
    g_strv_builder_add (builder, weight);
  if (self->grade.closing_note != NULL)
    g_strv_builder_add (builder, self->grade.closing_note);

  return g_strv_builder_end (builder);
}

static char *
dup_start (OkrKeyResult *kr)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (kr);
  const double start = okr_key_result_get_start (kr);

  if ((kind != OKR_KEY_RESULT_KIND_AT_LEAST && kind != OKR_KEY_RESULT_KIND_AT_MOST) ||
      isnan (start))
    return NULL;

  return okr_format_quantity (start, okr_item_text_get_range_decimals (kr),
                              okr_key_result_get_unit (kr));
}

static void
fill_figures (OkrDigestKeyResult *self, OkrObjective *objective, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  const double weight = okr_key_result_get_weight (kr);

  self->value_text = okr_item_text_dup_value (kr);
  self->value_answers =
      self->kind == OKR_KEY_RESULT_KIND_YES_NO && okr_progress_read_yes_no (figures->value, NULL);
  self->aim_text = okr_item_text_dup_aim (kr);
  self->progress = figures->progress;
  self->progress_text = okr_format_progress (figures->progress);
  self->expected = okr_digest_is_closed (objective) ? NAN : figures->expected;
  self->expected_text = okr_format_progress (self->expected);
  if (okr_progress_is_promise (self->kind) && !isnan (self->expected) && !isnan (self->progress))
    /* Translators: of a key result such as "at least 98 %", in the place of the progress that is
       expected today */
    self->promise_text = _ ("To hold every day, not only at the end");
  self->status = figures->status;
  self->status_label = g_strdup (okr_status_get_label (figures->status));
  self->share = figures->share;
  self->share_text = okr_item_text_dup_share (kr);
  self->weight = weight;
  self->weight_text = okr_format_number (weight, okr_format_count_decimals (weight));
  self->confidence = figures->confidence;
  self->confidence_text = okr_item_text_dup_confidence (figures->confidence);
  self->days_since_check_in = figures->days_since_check_in;
  self->attention = figures->attention;
  self->reasons = okr_digest_dup_reasons (figures->attention);
}

/* Digits that differ from those beside the grade would be another number. */
static void
explain_figures (OkrDigestKeyResult *self, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  const guint decimals = okr_digest_grade_get_decimals (&self->grade, self->progress);

  self->formula = okr_progress_explain (&figures->measure, self->unit, decimals);
  self->projection = okr_projection_explain (&figures->projection, self->unit, decimals);
  self->projection_terms =
      okr_projection_explain_terms (&figures->projection, &figures->measure, self->unit);
}

static void
fill_grade (OkrDigestKeyResult *self, OkrObjective *objective, OkrKeyResult *kr)
{
  okr_digest_grade_fill (&self->grade, objective, okr_key_result_get_grade_computed (kr),
                         self->progress, okr_key_result_get_grade_self (kr));
  okr_digest_grade_explain_progress (&self->grade, self->progress, &self->progress_text);
  self->grade.reason = g_strdup (okr_key_result_get_grade_reason (kr));
  self->grade.learned = g_strdup (okr_key_result_get_grade_learned (kr));
}

/* How it went, and what is done for it. */
static void
add_story (OkrDigestKeyResult *self, OkrPlan *plan, OkrKeyResult *kr, GPtrArray *counted)
{
  self->chart = okr_chart_series_new (plan, kr);
  self->chart_summary = self->chart != NULL ? okr_chart_series_dup_summary (self->chart) : NULL;
  add_milestones (self, plan, kr);
  add_initiatives (self, kr);
  add_check_ins (self, kr, counted);
}

OkrDigestKeyResult *
okr_digest_key_result_new (OkrPlan *plan, OkrObjective *objective, OkrKeyResult *kr,
                           gboolean is_brief)
{
  OkrDigestKeyResult *self = g_new0 (OkrDigestKeyResult, 1);
  g_autoptr (GPtrArray) counted = list_counted (plan, kr);

  self->id = g_strdup (okr_item_get_id (OKR_ITEM (kr)));
  self->title = g_strdup (okr_item_text_get_title (OKR_ITEM (kr)));
  self->description = g_strdup (okr_key_result_get_description (kr));
  self->owner = g_strdup (okr_key_result_get_owner (kr));
  self->source = g_strdup (okr_key_result_get_source (kr));
  self->kind = okr_key_result_get_kind (kr);
  self->kind_label = g_strdup (okr_enum_to_label (OKR_TYPE_KEY_RESULT_KIND, (int) self->kind));
  self->unit = g_strdup (okr_key_result_get_unit (kr));
  self->range_text = okr_item_text_dup_range (kr);
  self->start_text = dup_start (kr);
  self->due = okr_key_result_get_due (kr);
  self->due_text = dup_day (self->due);
  self->is_added_later = okr_key_result_get_added_later (kr);
  self->moved = list_moved (kr);
  self->milestones = g_ptr_array_new_with_free_func (free_milestone);
  self->initiatives = g_ptr_array_new_with_free_func (free_initiative);
  self->check_ins = g_ptr_array_new_with_free_func (free_check_in);
  fill_figures (self, objective, kr);
  fill_grade (self, objective, kr);
  self->marks = list_marks (self);
  explain_figures (self, kr);
  fill_latest (self, counted);
  if (!is_brief)
    add_story (self, plan, kr, counted);

  return self;
}

void
okr_digest_key_result_free (OkrDigestKeyResult *self)
{
  char *const texts[] = {
    self->id,
    self->title,
    self->description,
    self->owner,
    self->source,
    self->kind_label,
    self->unit,
    self->range_text,
    self->value_text,
    self->progress_text,
    self->expected_text,
    self->status_label,
    self->share_text,
    self->weight_text,
    self->due_text,
    self->confidence_text,
    self->projection,
    self->chart_summary,
    self->value_day_text,
    self->start_text,
    self->formula,
    self->projection_terms,
    self->aim_text,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (self->reasons);
  g_strfreev (self->moved);
  g_strfreev (self->marks);
  g_ptr_array_unref (self->milestones);
  g_ptr_array_unref (self->initiatives);
  g_ptr_array_unref (self->check_ins);
  g_clear_pointer (&self->chart, okr_chart_series_free);
  okr_digest_grade_clear (&self->grade);
  g_free (self);
}
