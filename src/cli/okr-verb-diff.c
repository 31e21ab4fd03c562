/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-diff.h"

#include <glib/gi18n.h>

#include "okr-document.h"
#include "okr-item-name.h"
#include "okr-json-output.h"
#include "okr-terminal.h"
#include "okr-visible-text.h"

static const struct
{
  const char *sign;
  OkrInk ink;
} marks[] = {
  [OKR_DIFFERENCE_ADDED] = { "+", OKR_INK_GREEN },
  [OKR_DIFFERENCE_REMOVED] = { "−", OKR_INK_RED },
  [OKR_DIFFERENCE_MOVED] = { "~", OKR_INK_YELLOW },
  [OKR_DIFFERENCE_REORDERED] = { "~", OKR_INK_YELLOW },
  [OKR_DIFFERENCE_CHANGED] = { "~", OKR_INK_YELLOW },
};

static char *
describe_item (OkrItem *item)
{
  g_autofree char *name = okr_item_dup_name (item);
  g_autofree char *visible = okr_visible_text (name, OKR_VISIBLE_ONE_LINE);

  if (*okr_item_get_title (item) == '\0' && *name != '\0')
    /* Translators: what an item is called, such as "Check-in of 4 January 2027: Sales", and its id
     */
    return g_strdup_printf (_ ("%s (%s)"), visible, okr_item_get_id (item));

  /* Translators: a kind of item such as "Objective", its title, and its id */
  return g_strdup_printf (_ ("%s “%s” (%s)"), okr_item_get_kind_label (item), visible,
                          okr_item_get_id (item));
}

static void
print_heading (const OkrDifference *difference)
{
  g_autofree char *line = describe_item (okr_difference_get_item (difference));

  okr_terminal_put_ink (marks[difference->type].ink, marks[difference->type].sign);
  okr_terminal_put (" ");
  okr_terminal_put (line);
  okr_terminal_put ("\n");
}

static void
print_text (GPtrArray *differences)
{
  OkrItem *present = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];
      g_autofree char *text = NULL;
      g_autofree char *visible = NULL;

      if (difference->inside)
        continue;
      if (okr_difference_get_item (difference) != present)
        print_heading (difference);
      present = okr_difference_get_item (difference);
      text = okr_difference_to_text (difference);
      visible = okr_visible_text (text, OKR_VISIBLE_ONE_LINE);
      okr_terminal_put ("    ");
      okr_terminal_put (visible);
      okr_terminal_put ("\n");
    }
}

static void
add_difference (OkrJsonOutput *out, const OkrDifference *difference)
{
  OkrItem *item = okr_difference_get_item (difference);
  OkrItem *parent = okr_item_get_parent (item);
  g_autofree char *text = okr_difference_to_text (difference);
  const gboolean is_whole =
      difference->type == OKR_DIFFERENCE_ADDED || difference->type == OKR_DIFFERENCE_REMOVED;

  okr_json_output_open (out, NULL, '{');
  okr_json_output_add_string (out, "type", okr_difference_get_type_nick (difference));
  okr_json_output_add_string (out, "id", okr_item_get_id (item));
  okr_json_output_add_string (out, "kind", okr_item_get_kind (item));
  okr_json_output_add_string (out, "title", okr_item_get_title (item));
  if (parent != NULL)
    okr_json_output_add_string (out, "parent", okr_item_get_id (parent));
  if (difference->path != NULL)
    okr_json_output_add_string (out, "field", difference->path);
  if (!is_whole)
    {
      okr_json_output_add_node (out, "old", difference->old_value);
      okr_json_output_add_node (out, "new", difference->new_value);
    }
  okr_json_output_add_string (out, "text", text);
  okr_json_output_close (out);
}

static void
print_json (const OkrDocument *before, const OkrDocument *after, GPtrArray *differences)
{
  g_autoptr (OkrJsonOutput) out = okr_json_output_new ();

  okr_json_output_open (out, NULL, '{');
  okr_json_output_add_string (out, "before", before->name);
  okr_json_output_add_string (out, "after", after->name);
  okr_json_output_open (out, "differences", '[');
  for (guint i = 0; i < differences->len; i++)
    add_difference (out, differences->pdata[i]);
  okr_json_output_close (out);
  okr_json_output_close (out);
  okr_json_output_print (out);
}

static OkrExit
compare (char **arguments, gboolean json)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) before = okr_document_read (arguments[0], &status);
  g_autoptr (OkrDocument) after = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (before != NULL)
    after = okr_document_read (arguments[1], &status);
  if (after == NULL || !okr_documents_parse ((OkrDocument *const[]){ before, after }, 2, &status))
    return status;

  if (!g_str_equal (okr_item_get_id (OKR_ITEM (before->plan)),
                    okr_item_get_id (OKR_ITEM (after->plan))))
    okr_terminal_hint (_ ("These are two different plans, not copies of one."));
  differences = okr_diff (before->plan, after->plan);
  if (json)
    print_json (before, after, differences);
  else
    print_text (differences);

  return differences->len > 0 ? OKR_EXIT_FINDINGS : OKR_EXIT_FINE;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the differences as JSON"), NULL },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 2, 2, &arguments, &status))
    return status;
  if (g_str_equal (arguments[0], "-") && g_str_equal (arguments[1], "-"))
    return okr_verb_refuse (verb, _ ("Only one of the files can be standard input."));

  return compare (arguments, json);
}

const OkrVerb okr_verb_diff = {
  .name = "diff",
  .arguments = N_ ("OLD-FILE NEW-FILE"),
  .summary = N_ ("Tell in what two copies of a plan differ"),
  .details = N_ ("Compares item by item and field by field, by the ids: what was added, removed, "
                 "moved, put into another order or changed, with the value before and now. Exit "
                 "code 1 if there is any difference."),
  .run = run,
};
