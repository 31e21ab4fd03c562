/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-edit.h"

/* What was reported once stays in the log. */
static gboolean
remove_item (OkrPlan *plan, OkrItem *item, GError **error)
{
  return OKR_IS_CHECK_IN (item) ? okr_edit_retract (plan, OKR_CHECK_IN (item), TRUE, error)
                                : okr_edit_delete (plan, item, error);
}

static gboolean
remove_all (OkrPlan *plan, char **ids, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      OkrItem *item = okr_assignment_find_item (plan, ids[i], error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, g_object_ref (item));
    }
  /* An item may be named beside one that holds it. */
  for (guint i = 0; i < items->len; i++)
    {
      OkrItem *item = okr_plan_find (plan, okr_item_get_id (items->pdata[i]));

      if (item != NULL && !remove_item (plan, item, error))
        return FALSE;
    }

  return TRUE;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, NULL, argv, 2, G_MAXUINT, &arguments, &status))
    return status;
  document = okr_document_open_to_edit (arguments[0], &status);
  if (document == NULL)
    return status;

  okr_plan_begin (document->plan, NULL);
  if (!remove_all (document->plan, arguments + 1, &error))
    {
      okr_plan_cancel (document->plan);
      return okr_verb_refuse_error (verb, error);
    }
  okr_plan_end (document->plan);

  return okr_document_save (document);
}

const OkrVerb okr_verb_remove = {
  .name = "remove",
  .arguments = N_ ("FILE ID…"),
  .summary = N_ ("Remove items with all they hold"),
  .details =
      N_ ("Links that lead to a removed item are removed with it. A check-in is retracted: it "
          "stays in the log and no longer counts. Either all items are "
          "removed, or nothing is written."),
  .run = run,
};
