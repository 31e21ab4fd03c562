/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-document.h"
#include "okr-terminal.h"
#include "okr-writer.h"

static OkrExit
format (OkrDocument *document, gboolean check)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (document->plan);

  if (!g_bytes_equal (bytes, document->bytes))
    {
      if (!check)
        return okr_document_save (document);
      okr_terminal_hint (_ ("%s is not in the canonical form. “okr fmt” rewrites it."),
                         document->name);
      return OKR_EXIT_FINDINGS;
    }

  return document->file == NULL && !check ? okr_document_save (document) : OKR_EXIT_FINE;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  gboolean check = FALSE;
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &check, N_ ("Only tell, with exit code 1"), NULL },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (OkrDocument) document = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 1, 1, &arguments, &status))
    return status;

  document = check ? okr_document_open (arguments[0], &status)
                   : okr_document_open_to_edit (arguments[0], &status);

  return document != NULL ? format (document, check) : status;
}

const OkrVerb okr_verb_fmt = {
  .name = "fmt",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Rewrite a document in its canonical form"),
  .details = N_ ("The canonical form makes documents differ only where plans do. FILE “-” is "
                 "read from standard input and written to standard output."),
  .run = run,
};
