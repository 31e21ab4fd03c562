/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-plain-text.h"
#include "okr-show.h"
#include "okr-terminal.h"

typedef struct
{
  gboolean json;
  gboolean plain;
  char *cycle;
  char *team;
} Options;

/**
 * okr_show_scope_contains:
 * @objective: an objective of the plan
 *
 * Returns: whether it is shown
 */
gboolean
okr_show_scope_contains (const OkrShowScope *scope, OkrObjective *objective)
{
  return okr_plan_is_in_scope (scope->plan, objective, scope->cycle, scope->team);
}

static gboolean
find_scope (OkrShowScope *scope, const Options *options, GError **error)
{
  if (options->cycle != NULL && !g_str_equal (options->cycle, "all"))
    {
      scope->cycle = (OkrCycle *) okr_assignment_find_by_name (scope->plan, OKR_TYPE_CYCLE,
                                                               options->cycle, NULL, error);
      if (scope->cycle == NULL)
        return FALSE;
    }
  else if (options->cycle == NULL && !options->json)
    {
      scope->cycle = okr_plan_get_current_cycle (scope->plan);
    }
  if (options->team != NULL)
    {
      scope->team = (OkrTeam *) okr_assignment_find_by_name (scope->plan, OKR_TYPE_TEAM,
                                                             options->team, NULL, error);
      return scope->team != NULL;
    }

  return TRUE;
}

static void
show_plain (OkrPlan *plan)
{
  g_autofree char *text = okr_plan_to_plain_text (plan);

  okr_terminal_put_bytes (text, strlen (text));
}

static OkrExit
show (const OkrVerb *verb, const char *file, const Options *options)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  OkrShowScope scope = { NULL };

  if (options->plain && (options->json || options->cycle != NULL || options->team != NULL))
    return okr_verb_refuse (verb, _ ("--plain shows everything and goes with no other option."));

  document = okr_document_open (file, &status);
  if (document == NULL)
    return status;
  scope.plan = document->plan;
  if (!find_scope (&scope, options, &error))
    return okr_verb_refuse_error (verb, error);

  if (options->plain)
    show_plain (document->plan);
  else if (options->json)
    okr_show_json (&scope);
  else
    okr_show_text (&scope);

  return OKR_EXIT_FINE;
}

static OkrExit
run_with (const OkrVerb *verb, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print the figures as JSON"), NULL },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &options->plain,
      N_ ("Print all items and fields, the same at any time and in any language"), NULL },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &options->cycle,
      N_ ("Only this cycle, by name or id; “all” for all of them"), N_ ("NAME") },
    { "team", 0, 0, G_OPTION_ARG_FILENAME, &options->team,
      N_ ("Only this team and those that are part of it, by name or id"), N_ ("NAME") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 1, 1, &arguments, &status) ||
      !okr_verb_take_text (verb, "--cycle", &options->cycle, &status) ||
      !okr_verb_take_text (verb, "--team", &options->team, &status))
    return status;

  return show (verb, arguments[0], options);
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { FALSE };
  const OkrExit status = run_with (verb, argv, &options);

  g_free (options.cycle);
  g_free (options.team);

  return status;
}

const OkrVerb okr_verb_show = {
  .name = "show",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Show a plan with its progress"),
  .details = N_ ("Without an option, the current cycle is shown as an outline. --json holds all "
                 "cycles. --plain suits “git diff” and other programs that compare texts. The "
                 "environment variable OKR_TODAY=YYYY-MM-DD pins the day to judge."),
  .run = run,
};
