/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-edit.h"

typedef struct
{
  char *output;
  char *title;
  char *cycle;
  char *template;
} Options;

static gboolean
add_cycle (OkrPlan *plan, const char *name, GError **error)
{
  const OkrDay today = okr_plan_get_today (plan);
  g_autofree char *current = okr_cycle_name_for_day (today, 1);
  g_autoptr (OkrItem) cycle = okr_item_new (OKR_TYPE_CYCLE, NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (name != NULL ? name : current));
  OkrSpan span;

  if (!okr_cycle_name_parse (trimmed, 1, &span.start, &span.end))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   /* Translators: what was typed, and an example such as "Q1 2027" */
                   _ ("--cycle needs the name of a quarter such as “%s”, not “%s”. “okr add FILE "
                      "plan cycle” adds cycles of any other kind."),
                   current, name);
      return FALSE;
    }

  return okr_edit_insert (plan, OKR_ITEM (plan), 0, cycle, error) &&
         okr_edit_set_text (plan, cycle, "name", trimmed, error) &&
         okr_edit_set_day (plan, cycle, "start", span.start, error) &&
         okr_edit_set_day (plan, cycle, "end", span.end, error) &&
         okr_edit_set_enum (plan, cycle, "state", OKR_CYCLE_STATE_DRAFT, error);
}

static gboolean
add_company (OkrPlan *plan, const char *name, GError **error)
{
  g_autoptr (OkrItem) team = okr_item_new (OKR_TYPE_TEAM, NULL);

  return okr_edit_insert (plan, OKR_ITEM (plan), 0, team, error) &&
         okr_edit_set_text (plan, team, "name", name, error) &&
         okr_edit_set_enum (plan, team, "kind", OKR_TEAM_KIND_COMPANY, error);
}

static OkrPlan *
create_plan (const Options *options, GError **error)
{
  g_autoptr (OkrPlan) plan = okr_plan_new ();
  const char *title = options->title != NULL ? options->title : _ ("My Organisation");

  if (!okr_edit_set_text (plan, OKR_ITEM (plan), "title", title, error) ||
      !add_cycle (plan, options->cycle, error) || !add_company (plan, title, error))
    return NULL;

  return g_steal_pointer (&plan);
}

static OkrExit
create (const OkrVerb *verb, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) plan = NULL;
  g_autoptr (OkrDocument) document = NULL;

  if (options->output == NULL || *options->output == '\0')
    return okr_verb_refuse (verb, _ ("The file to write is missing: -o FILE."));
  if (options->template != NULL && !g_str_equal (options->template, "empty"))
    return okr_verb_refuse (verb, _ ("There is no template “%s”. There is: %s."), options->template,
                            "empty");
  if (options->title != NULL && okr_assignment_is_blank (options->title))
    return okr_verb_refuse (verb, _ ("“%s” cannot be empty."), "--title");

  plan = create_plan (options, &error);
  if (plan == NULL)
    return okr_verb_refuse_error (verb, error);
  document = okr_document_new (options->output, plan);

  return okr_document_save (document);
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *title = NULL;
  g_autofree char *cycle = NULL;
  g_autofree char *template = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("The file to write, which must not exist; “-” is standard output"), N_ ("FILE") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_ ("The organisation's name"),
      /* Translators: an argument that stands for a text */
      N_ ("TEXT") },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle,
      N_ ("The first cycle, such as “Q1 2027”; without it, the current quarter"),
      /* Translators: an argument that stands for a name or an id */
      N_ ("NAME") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template, N_ ("What to start from: empty"),
      N_ ("NAME") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;
  Options options;

  if (!okr_verb_parse (verb, entries, argv, 0, 0, &arguments, &status) ||
      !okr_verb_take_text (verb, "--title", &title, &status) ||
      !okr_verb_take_text (verb, "--cycle", &cycle, &status) ||
      !okr_verb_take_text (verb, "--template", &template, &status))
    return status;
  options = (Options){ output, title, cycle, template };

  return create (verb, &options);
}

const OkrVerb okr_verb_new = {
  .name = "new",
  .arguments = N_ ("-o FILE"),
  .summary = N_ ("Start a plan"),
  .details = N_ ("The plan has one cycle and one team for the whole organisation. Once the key "
                 "results are agreed, “okr set FILE CYCLE state=active” starts the cycle; CYCLE "
                 "is its name, such as 'Q1 2027', or its id. A file that exists is never "
                 "overwritten."),
  .run = run,
};
