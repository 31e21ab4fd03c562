/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-edit.h"
#include "okr-timestamp.h"

static const char *const kinds[] = {
  "cycle",    "team", "objective", "key-result", "milestone", "initiative",
  "check-in", "kpi",  "reading",   "review",     NULL,
};

static char *
list_kinds (OkrItem *parent)
{
  g_autoptr (GStrvBuilder) fitting = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (parent == NULL || okr_edit_find_list (parent, okr_item_type_from_kind (kinds[i])) != NULL)
        g_strv_builder_add (fitting, kinds[i]);
    }
  names = g_strv_builder_end (fitting);

  return g_strjoinv (", ", names);
}

static gboolean
find_kind (const char *kind, OkrItem *parent, GType *type, GError **error)
{
  const gboolean known = g_strv_contains (kinds, kind);
  g_autofree char *names = list_kinds (known ? parent : NULL);

  *type = known ? okr_item_type_from_kind (kind) : G_TYPE_INVALID;
  if (known && okr_edit_find_list (parent, *type) != NULL)
    return TRUE;

  if (!known)
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE,
                 /* Translators: what was typed, and words that may be typed */
                 _ ("There is no kind “%s”. KIND is one of: %s."), kind, names);
  else if (*names == '\0')
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE,
                 /* Translators: a kind of item, such as "Milestone" */
                 _ ("Nothing can be added to an item of the kind “%s”."),
                 okr_item_get_kind_label (parent));
  else
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE,
                 /* Translators: what was typed, a kind of item such as "Team", and words */
                 _ ("“%s” cannot be added to an item of the kind “%s”. There can be: %s."), kind,
                 okr_item_get_kind_label (parent), names);
  return FALSE;
}

static gboolean
is_given (char **assignments, const char *path)
{
  for (guint i = 0; assignments[i] != NULL; i++)
    {
      if (okr_assignment_names (assignments[i], path))
        return TRUE;
    }

  return FALSE;
}

static gboolean
set_today (OkrPlan *plan, OkrItem *item, char **given, GError **error)
{
  return is_given (given, "date") ||
         okr_edit_set_day (plan, item, "date", okr_plan_get_today (plan), error);
}

static gboolean
set_current_cycle (OkrPlan *plan, OkrItem *item, char **given, GError **error)
{
  OkrCycle *cycle = okr_plan_get_current_cycle (plan);

  return cycle == NULL || is_given (given, "cycle") ||
         okr_edit_set_text (plan, item, "cycle", okr_item_get_id (OKR_ITEM (cycle)), error);
}

/* Where there is one team only, there is nothing to ask. */
static gboolean
set_only_team (OkrPlan *plan, OkrItem *item, char **given, GError **error)
{
  GListModel *teams = okr_plan_get_teams (plan);
  g_autoptr (OkrItem) team = g_list_model_get_item (teams, 0);

  return g_list_model_get_n_items (teams) != 1 || is_given (given, "team") ||
         okr_edit_set_text (plan, item, "team", okr_item_get_id (team), error);
}

static gboolean
set_created (OkrPlan *plan, OkrItem *item, char **given, GError **error)
{
  g_autofree char *now = okr_timestamp_now ();

  return is_given (given, "created") || okr_edit_set_text (plan, item, "created", now, error);
}

/* "Q1 2027" says when it starts and ends. */
static gboolean
set_quarter (OkrPlan *plan, OkrItem *item, char **given, GError **error)
{
  OkrSpan span;

  if (!okr_cycle_name_parse (okr_item_get_title (item),
                             (guint) okr_plan_get_settings_fiscal_year_start (plan), &span.start,
                             &span.end))
    return TRUE;

  return (is_given (given, "start") || okr_edit_set_day (plan, item, "start", span.start, error)) &&
         (is_given (given, "end") || okr_edit_set_day (plan, item, "end", span.end, error));
}

static gboolean
set_defaults (OkrPlan *plan, OkrItem *item, char **given, GError **error)
{
  if (OKR_IS_OBJECTIVE (item))
    return set_current_cycle (plan, item, given, error) && set_only_team (plan, item, given, error);
  if (OKR_IS_CYCLE (item))
    return set_quarter (plan, item, given, error);
  if (OKR_IS_CHECK_IN (item))
    return set_today (plan, item, given, error) && set_created (plan, item, given, error);
  if (OKR_IS_READING (item))
    return set_today (plan, item, given, error);
  if (OKR_IS_REVIEW (item))
    return set_today (plan, item, given, error) && set_current_cycle (plan, item, given, error);

  return TRUE;
}

static gboolean
has_default (OkrPlan *plan, OkrItem *item, const OkrField *field)
{
  if (OKR_IS_CYCLE (item))
    return okr_cycle_name_parse (okr_item_get_title (item),
                                 (guint) okr_plan_get_settings_fiscal_year_start (plan), NULL,
                                 NULL);

  return g_str_equal (field->name, "date");
}

/* An item in a plan has always a date or a number where it needs one, but not the one that was
 * meant. */
static gboolean
is_missing (OkrPlan *plan, OkrItem *item, const OkrField *field, char **given)
{
  if ((field->flags & OKR_FIELD_REQUIRED) == 0)
    return FALSE;
  if (field->type == OKR_FIELD_DAY || field->type == OKR_FIELD_NUMBER)
    return !is_given (given, field->name) && !has_default (plan, item, field);

  return field->type == OKR_FIELD_TEXT && okr_field_is_fallback (field, item);
}

/* A check-in without a value can still say how sure people are, or what happened. */
static gboolean
check_says_something (OkrItem *item, GError **error)
{
  OkrCheckIn *check_in;

  if (!OKR_IS_CHECK_IN (item))
    return TRUE;
  check_in = OKR_CHECK_IN (item);
  if (!isnan (okr_check_in_get_value (check_in)) || okr_check_in_get_confidence (check_in) >= 0 ||
      *okr_check_in_get_note (check_in) != '\0' || *okr_check_in_get_obstacle (check_in) != '\0')
    return TRUE;

  g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_MISSING,
                       _ ("A check-in needs a value, a confidence, a note or an obstacle."));
  return FALSE;
}

static gboolean
check_complete (OkrPlan *plan, OkrItem *item, char **given, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (is_missing (plan, item, &fields[i], given))
        g_string_append_printf (missing, "%s%s=…", missing->len > 0 ? " " : "", fields[i].name);
    }
  if (missing->len == 0)
    return check_says_something (item, error);

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_MISSING,
               /* Translators: a kind of item, such as "Key result", and names such as "title=…" */
               _ ("%s: this is missing: %s"), okr_item_get_kind_label (item), missing->str);
  return FALSE;
}

static OkrItem *
add (OkrPlan *plan, char **arguments, const char *place, GError **error)
{
  OkrItem *parent = okr_assignment_find_item (plan, arguments[1], error);
  char **assignments = arguments + 3;
  g_autoptr (OkrItem) item = NULL;
  guint position = G_MAXUINT;
  GType type;

  if (parent == NULL || !find_kind (arguments[2], parent, &type, error) ||
      (place != NULL && !okr_assignment_parse_position (place, &position, error)))
    return NULL;

  item = okr_item_new (type, NULL);
  if (!okr_edit_insert (plan, parent, position, item, error) ||
      !okr_assignment_apply (plan, item, assignments, error) ||
      !set_defaults (plan, item, assignments, error) ||
      !check_complete (plan, item, assignments, error))
    return NULL;

  return item; /* the plan holds it */
}

static OkrExit
add_to_document (const OkrVerb *verb, char **arguments, const char *position)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  OkrItem *item;

  for (guint i = 3; arguments[i] != NULL; i++)
    {
      if (!okr_verb_take_text (verb, "FIELD=VALUE", &arguments[i], &status))
        return status;
    }
  document = okr_document_open_to_edit (arguments[0], &status);
  if (document == NULL)
    return status;

  okr_plan_begin (document->plan, NULL);
  item = add (document->plan, arguments, position, &error);
  if (item == NULL)
    {
      okr_plan_cancel (document->plan);
      return okr_verb_refuse_error (verb, error);
    }
  okr_plan_end (document->plan);

  status = okr_document_save (document);
  if (status == OKR_EXIT_FINE)
    okr_document_print_id (document, item);

  return status;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  g_autofree char *position = NULL;
  const GOptionEntry entries[] = {
    { "position", 0, 0, G_OPTION_ARG_FILENAME, &position,
      N_ ("Put it at this place among its siblings, counted from 1"), N_ ("N") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 3, G_MAXUINT, &arguments, &status))
    return status;

  return add_to_document (verb, arguments, position);
}

const OkrVerb okr_verb_add = {
  .name = "add",
  .arguments = N_ ("FILE PARENT-ID|plan KIND [FIELD=VALUE…]"),
  .summary = N_ ("Add an item and print its id"),
  .details =
      N_ ("KIND in “plan”: cycle, team, objective, kpi, review. In an objective: key-result. "
          "In a key result: milestone, initiative, check-in. In a KPI: reading.\n"
          "An objective belongs to the current cycle and to the only team, a check-in or a reading "
          "is of today, "
          "a cycle with a name such as “Q1 2027” has that quarter's dates, unless a FIELD "
          "says otherwise. “okr help set” explains FIELD=VALUE.\n"
          "If anything is wrong or missing, nothing is written."),
  .run = run,
};
