/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-resolve.h"

#include <glib/gi18n.h>

#include "okr-document.h"
#include "okr-item-name.h"
#include "okr-terminal.h"
#include "okr-visible-text.h"

typedef struct
{
  gboolean mine;
  gboolean theirs;
  gboolean both;
} Options;

static gboolean
is_named (OkrConflict *conflict, const char *id)
{
  return g_str_equal (okr_item_get_id (OKR_ITEM (conflict)), id) ||
         g_str_equal (okr_conflict_get_item_id (conflict), id);
}

/* All of them where no id is given; NULL where an id names none. */
static GPtrArray *
choose_conflicts (OkrPlan *plan, char **ids, GError **error)
{
  GListModel *all = okr_plan_get_conflicts (plan);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n_ids = g_strv_length (ids);

  for (guint k = 0; k < MAX (n_ids, 1); k++)
    {
      const guint before = chosen->len;

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (OkrConflict) conflict = g_list_model_get_item (all, i);

          if ((n_ids == 0 || is_named (conflict, ids[k])) &&
              !g_ptr_array_find (chosen, conflict, NULL))
            g_ptr_array_add (chosen, g_object_ref (conflict));
        }
      if (n_ids > 0 && chosen->len == before)
        {
          g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                       /* Translators: an id */
                       _ ("No open conflict has the id “%s” or is about an item of that id."),
                       ids[k]);
          return NULL;
        }
    }

  return g_steal_pointer (&chosen);
}

static void
print_value (OkrPlan *plan, OkrConflict *conflict, const char *whose, JsonNode *value)
{
  g_autofree char *text = okr_conflict_value_to_text (plan, conflict, value);
  g_autofree char *visible = okr_visible_text (text, OKR_VISIBLE_ONE_LINE);

  okr_terminal_put ("    ");
  okr_terminal_put (whose);
  okr_terminal_put (" ");
  okr_terminal_put (visible);
  okr_terminal_put ("\n");
}

static void
print_conflict (OkrPlan *plan, OkrConflict *conflict)
{
  OkrItem *item = okr_plan_find (plan, okr_conflict_get_item_id (conflict));
  g_autofree char *name = okr_item_dup_name (item != NULL ? item : OKR_ITEM (conflict));
  g_autofree char *visible = okr_visible_text (name, OKR_VISIBLE_ONE_LINE);
  g_autofree char *line = g_strdup_printf (
      /* Translators: a conflict's id, the title of an item, its id, and the name of a field */
      _ ("%s: “%s” (%s), %s\n"), okr_item_get_id (OKR_ITEM (conflict)), visible,
      okr_conflict_get_item_id (conflict), okr_conflict_get_field_label (plan, conflict));
  g_autoptr (JsonNode) standing = okr_conflict_dup_standing (plan, conflict);
  JsonNode *others = okr_conflict_get_others (conflict);

  okr_terminal_put (line);
  /* Translators: the value that stands in this document follows */
  print_value (plan, conflict, _ ("mine:"), standing);
  /* Translators: the value of the other copy follows */
  print_value (plan, conflict, _ ("theirs:"), okr_conflict_get_theirs (conflict));
  for (guint i = 0; others != NULL && i < json_array_get_length (json_node_get_array (others)); i++)
    /* Translators: the value of a further copy follows */
    print_value (plan, conflict, _ ("another:"),
                 json_array_get_element (json_node_get_array (others), i));
  if (okr_conflict_get_base (conflict) != NULL)
    /* Translators: the value that both copies started from follows */
    print_value (plan, conflict, _ ("before:"), okr_conflict_get_base (conflict));
}

static OkrExit
list (const OkrVerb *verb, char **arguments)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) document = okr_document_open (arguments[0], &status);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return status;
  conflicts = choose_conflicts (document->plan, arguments + 1, &error);
  if (conflicts == NULL)
    return okr_verb_refuse_error (verb, error);

  for (guint i = 0; i < conflicts->len; i++)
    print_conflict (document->plan, conflicts->pdata[i]);

  return conflicts->len > 0 ? OKR_EXIT_FINDINGS : OKR_EXIT_FINE;
}

static gboolean
resolve_all (OkrPlan *plan, GPtrArray *conflicts, OkrResolution resolution, GError **error)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      if (!okr_conflict_resolve (plan, conflicts->pdata[i], resolution, error))
        {
          g_prefix_error (error, "%s: ", okr_item_get_id (conflicts->pdata[i]));
          return FALSE;
        }
    }

  return TRUE;
}

static OkrExit
resolve (const OkrVerb *verb, char **arguments, OkrResolution resolution)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) document = okr_document_open_to_edit (arguments[0], &status);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return status;
  conflicts = choose_conflicts (document->plan, arguments + 1, &error);
  if (conflicts == NULL || !resolve_all (document->plan, conflicts, resolution, &error))
    return okr_verb_refuse_error (verb, error);

  status = okr_document_save_if_modified (document);
  if (status != OKR_EXIT_FINE)
    return status;

  return g_list_model_get_n_items (okr_plan_get_conflicts (document->plan)) > 0 ? OKR_EXIT_FINDINGS
                                                                                : OKR_EXIT_FINE;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { FALSE };
  const GOptionEntry entries[] = {
    { "mine", 0, 0, G_OPTION_ARG_NONE, &options.mine, N_ ("What stands in the document stays"),
      NULL },
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &options.theirs, N_ ("Take the other copy's value"),
      NULL },
    { "both", 0, 0, G_OPTION_ARG_NONE, &options.both,
      N_ ("Keep both, one after the other, where it is text"), NULL },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 1, G_MAXUINT, &arguments, &status))
    return status;
  for (guint i = 1; arguments[i] != NULL; i++)
    {
      if (!okr_verb_take_text (verb, "ID", &arguments[i], &status))
        return status;
    }
  if (options.mine + options.theirs + options.both > 1)
    return okr_verb_refuse (verb, _ ("Only one of --mine, --theirs and --both can be the answer."));
  if (options.mine + options.theirs + options.both == 0)
    return list (verb, arguments);

  return resolve (verb, arguments,
                  options.mine     ? OKR_RESOLUTION_OURS
                  : options.theirs ? OKR_RESOLUTION_THEIRS
                                   : OKR_RESOLUTION_BOTH);
}

const OkrVerb okr_verb_resolve = {
  .name = "resolve",
  .arguments = N_ ("FILE [ID…]"),
  .summary = N_ ("Show or answer the conflicts that a merge left open"),
  .details =
      N_ ("Without an answer, lists the conflicts. With one, answers those that are named by "
          "their ids or by the ids of their items, or all. The exit code is 1 while any is "
          "open.\n"
          "A value that is neither can be set with “okr set”; “--mine” then keeps it. Either "
          "all are answered, or nothing is written."),
  .run = run,
};
