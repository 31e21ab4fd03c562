/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-check.h"

#include <glib/gi18n.h>

#include "okr-document.h"
#include "okr-item-name.h"
#include "okr-json-output.h"
#include "okr-terminal.h"
#include "okr-visible-text.h"

static void
add_optional (OkrJsonOutput *out, const char *name, const char *text)
{
  if (text != NULL)
    okr_json_output_add_string (out, name, text);
  else
    okr_json_output_add_null (out, name);
}

static void
print_json (const char *file, GPtrArray *findings)
{
  g_autoptr (OkrJsonOutput) out = okr_json_output_new ();

  okr_json_output_open (out, NULL, '{');
  okr_json_output_add_string (out, "file", file);
  okr_json_output_open (out, "findings", '[');
  for (guint i = 0; i < findings->len; i++)
    {
      const OkrFinding *finding = findings->pdata[i];
      g_autofree char *name = okr_item_dup_name (finding->item);

      okr_json_output_open (out, NULL, '{');
      okr_json_output_add_string (out, "severity", okr_finding_get_severity_nick (finding));
      okr_json_output_add_string (out, "code", finding->code);
      okr_json_output_add_string (out, "id", okr_item_get_id (finding->item));
      okr_json_output_add_string (out, "title", name);
      add_optional (out, "field", finding->field);
      okr_json_output_add_string (out, "message", finding->message);
      okr_json_output_close (out);
    }
  okr_json_output_close (out);
  okr_json_output_close (out);
  okr_json_output_print (out);
}

static void
print_text (const char *name, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const OkrFinding *finding = findings->pdata[i];
      const gboolean is_error = finding->severity == OKR_SEVERITY_ERROR;
      g_autofree char *item_name = okr_item_dup_name (finding->item);
      g_autofree char *title = okr_visible_text (item_name, OKR_VISIBLE_ONE_LINE);
      g_autofree char *message = okr_visible_text (finding->message, OKR_VISIBLE_ONE_LINE);
      g_autofree char *line = g_strdup_printf (
          /* Translators: an id, a title and a message about it */
          _ (" %s “%s”: %s"), okr_item_get_id (finding->item), title, message);

      okr_terminal_put (name);
      okr_terminal_put (": ");
      okr_terminal_put_ink (is_error ? OKR_INK_RED : OKR_INK_YELLOW,
                            is_error ? _ ("error:") : _ ("warning:"));
      okr_terminal_put (line);
      okr_terminal_put ("\n");
    }
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the findings as JSON"), NULL },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *file = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 1, 1, &arguments, &status))
    return status;
  document = okr_document_open (arguments[0], &status);
  if (document == NULL)
    return status;

  findings = okr_plan_check (document->plan);
  file = g_filename_display_name (arguments[0]);
  if (json)
    print_json (file, findings);
  else
    print_text (document->name, findings);

  return findings->len > 0 ? OKR_EXIT_FINDINGS : OKR_EXIT_FINE;
}

const OkrVerb okr_verb_check = {
  .name = "check",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Report what is wrong in a plan"),
  .details = N_ ("Reports broken references, loops, dates outside the cycle, weights, key results "
                 "without a range and the like, with exit code 1 if there are any."),
  .run = run,
};
