/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-edit.h"

typedef struct
{
  char *parent;
  char *position;
} Place;

static gboolean
move (OkrPlan *plan, OkrItem *item, const Place *place, GError **error)
{
  OkrItem *parent = okr_item_get_parent (item);
  guint position = G_MAXUINT;

  if (place->parent == NULL && place->position == NULL)
    return TRUE;
  if (parent == NULL)
    {
      g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE,
                           _ ("The plan itself has no place that could be changed."));
      return FALSE;
    }
  if (place->parent != NULL)
    parent = okr_assignment_find_item (plan, place->parent, error);
  if (parent == NULL || (place->position != NULL &&
                         !okr_assignment_parse_position (place->position, &position, error)))
    return FALSE;

  return okr_edit_move (plan, item, parent, position, error);
}

static gboolean
edit (OkrPlan *plan, const char *id, char **assignments, const Place *place, GError **error)
{
  OkrItem *item = okr_assignment_find_item (plan, id, error);

  return item != NULL && okr_assignment_apply (plan, item, assignments, error) &&
         move (plan, item, place, error);
}

static OkrExit
edit_document (const OkrVerb *verb, char **arguments, const Place *place)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 2; arguments[i] != NULL; i++)
    {
      if (!okr_verb_take_text (verb, "FIELD=VALUE", &arguments[i], &status))
        return status;
    }
  if (arguments[2] == NULL && place->parent == NULL && place->position == NULL)
    return okr_verb_refuse (verb, _ ("There is nothing to set: FIELD=VALUE is missing."));

  document = okr_document_open_to_edit (arguments[0], &status);
  if (document == NULL)
    return status;

  okr_plan_begin (document->plan, NULL);
  if (!edit (document->plan, arguments[1], arguments + 2, place, &error))
    {
      okr_plan_cancel (document->plan);
      return okr_verb_refuse_error (verb, error);
    }
  okr_plan_end (document->plan);

  return okr_document_save_if_modified (document);
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  g_autofree char *parent = NULL;
  g_autofree char *position = NULL;
  const GOptionEntry entries[] = {
    { "parent", 0, 0, G_OPTION_ARG_FILENAME, &parent, N_ ("Move it into another item's list"),
      /* Translators: an argument that stands for the id of an item */
      N_ ("ID") },
    { "position", 0, 0, G_OPTION_ARG_FILENAME, &position,
      N_ ("Move it to this place among its siblings, counted from 1"),
      /* Translators: an argument that stands for a number */
      N_ ("N") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;
  Place place;

  if (!okr_verb_parse (verb, entries, argv, 2, G_MAXUINT, &arguments, &status))
    return status;
  place = (Place){ parent, position };

  return edit_document (verb, arguments, &place);
}

const OkrVerb okr_verb_set = {
  .name = "set",
  .arguments = N_ ("FILE ID|plan FIELD=VALUE…"),
  .summary = N_ ("Change fields of an item, or its place"),
  .details = N_ ("FIELD is the name of a member in the document, such as title, due, grade.self or "
                 "settings.graceDays. An empty VALUE clears. Lists take commas: "
                 "contributesTo=o-1,k-2; “\\,” is a comma within a word.\n"
                 "Wherever an id is asked for, a cycle, team or KPI may be named instead: "
                 "“okr set FILE 'Q1 2027' state=active”. An id wins over a name, and a name that "
                 "several have is refused with their ids.\n"
                 "Without --position, --parent moves to the end of the other item's list.\n"
                 "Either everything is set, or nothing is written."),
  .run = run,
};
