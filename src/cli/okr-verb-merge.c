/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-merge.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-ancestor.h"
#include "okr-document.h"
#include "okr-file-reader.h"
#include "okr-json-scan.h"
#include "okr-lineage.h"
#include "okr-reader.h"
#include "okr-terminal.h"

typedef struct
{
  char *base;
  char *ours;
  char *theirs;
  char *output;
} Options;

typedef struct
{
  OkrDocument *base; /* NULL where there is none */
  OkrDocument *ours;
  OkrDocument *theirs;
} Inputs;

static void
clear_inputs (Inputs *self)
{
  g_clear_pointer (&self->base, okr_document_free);
  g_clear_pointer (&self->ours, okr_document_free);
  g_clear_pointer (&self->theirs, okr_document_free);
}

/* An empty base is what git hands over where the copies have no common ancestor. */
static gboolean
read_base (const char *argument, OkrDocument **base, OkrExit *status)
{
  g_autoptr (OkrDocument) document = okr_document_read (argument, status);

  if (document == NULL)
    return FALSE;
  if (document->file == NULL || g_bytes_get_size (document->bytes) > 0)
    *base = g_steal_pointer (&document);

  return TRUE;
}

static gboolean
open_inputs (const Options *options, Inputs *inputs, OkrExit *status)
{
  inputs->ours = okr_document_read (options->ours, status);
  if (inputs->ours != NULL)
    inputs->theirs = okr_document_read (options->theirs, status);
  if (inputs->theirs == NULL)
    return FALSE;
  if (options->base != NULL && !read_base (options->base, &inputs->base, status))
    return FALSE;

  return okr_documents_parse_to_edit (
      (OkrDocument *const[]){ inputs->ours, inputs->theirs, inputs->base },
      inputs->base != NULL ? 3 : 2, status);
}

static gboolean
same_file (const OkrDocument *a, const OkrDocument *b)
{
  return a != NULL && a->file != NULL && b->file != NULL && g_file_equal (a->file, b->file);
}

/* One of the copies, or another file of the same plan, may be replaced; nothing else is. */
static void
expect_output (OkrDocument *output, const Inputs *inputs)
{
  const OkrDocument *const copies[] = { inputs->ours, inputs->theirs, inputs->base };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OkrPlan) present = NULL;
  g_autofree char *sha256 = NULL;

  if (output->file == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      if (same_file (copies[i], output))
        {
          output->sha256 = g_strdup (copies[i]->sha256);
          if (copies[i]->plan != NULL)
            output->bytes = g_bytes_ref (copies[i]->bytes);
          return;
        }
    }

  bytes = okr_file_read (output->file, &sha256, NULL, NULL);
  present = bytes != NULL ? okr_plan_new_from_bytes (bytes, NULL, NULL) : NULL;
  if (present != NULL &&
      g_str_equal (okr_item_get_id (OKR_ITEM (present)), okr_item_get_id (OKR_ITEM (output->plan))))
    output->sha256 = g_steal_pointer (&sha256);
}

/* git merges files of its own, whose names mean nothing to people; standard output has none. */
static char *
describe_output (const char *output)
{
  g_autofree char *base = g_path_get_basename (output);

  if (g_str_has_prefix (base, ".merge_file_") || g_str_equal (output, "-"))
    return g_strdup (_ ("FILE"));

  return g_filename_display_name (output);
}

static void
report (const OkrMergeResult *result, const char *output)
{
  const guint n = g_list_model_get_n_items (okr_plan_get_conflicts (result->plan));
  g_autofree char *name = describe_output (output);

  for (guint i = 0; i < result->notices->len; i++)
    {
      const OkrMergeNotice *notice = result->notices->pdata[i];

      okr_terminal_hint ("%s: %s", notice->id, notice->message);
    }
  if (n > 0)
    /* Translators: a number, and the name of a file */
    okr_terminal_hint (ngettext ("%u conflict is open. “okr resolve %s” shows it.",
                                 "%u conflicts are open. “okr resolve %s” shows them.", n),
                       n, name);
}

/* Where a base had to be found, the result remembers what it came from, so that one can be found
 * the next time. */
static void
remember (OkrPlan *plan, const Inputs *inputs)
{
  const char *first = inputs->ours->sha256;
  const char *second = inputs->theirs->sha256;

  if (first == NULL || second == NULL || g_str_equal (first, second))
    return;

  okr_lineage_extend (plan, strcmp (first, second) < 0
                                ? (const char *const[]){ first, second, NULL }
                                : (const char *const[]){ second, first, NULL });
}

static OkrPlan *
find_base (const Options *options, const Inputs *inputs)
{
  if (inputs->base != NULL)
    return g_object_ref (inputs->base->plan);
  if (options->base != NULL)
    return NULL;

  return okr_ancestor_find (inputs->ours->plan, inputs->ours->sha256, inputs->theirs->plan,
                            inputs->theirs->sha256);
}

static OkrExit
save (const Options *options, const Inputs *inputs, OkrMergeResult *result)
{
  g_autoptr (OkrDocument) output = okr_document_new (options->output, result->plan);
  OkrExit status;

  expect_output (output, inputs);
  status = okr_document_save (output);
  if (status != OKR_EXIT_FINE)
    return status;

  report (result, options->output);

  return g_list_model_get_n_items (okr_plan_get_conflicts (result->plan)) > 0 ? OKR_EXIT_FINDINGS
                                                                              : OKR_EXIT_FINE;
}

static OkrExit
merge (const OkrVerb *verb, const Options *options, Inputs *inputs)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrPlan) base = NULL;
  g_autoptr (OkrMergeResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (!open_inputs (options, inputs, &status))
    return status;

  base = find_base (options, inputs);
  result = okr_merge (base, inputs->ours->plan, inputs->theirs->plan, &error);
  if (result == NULL)
    {
      okr_terminal_warn (error->message);
      return OKR_EXIT_USAGE;
    }
  if (options->base == NULL && base == NULL)
    okr_terminal_hint (_ ("Nobody knows what both copies started from (see --base), so every field "
                          "that differs becomes a conflict."));
  if (options->base == NULL && base != inputs->ours->plan && base != inputs->theirs->plan)
    remember (result->plan, inputs);

  return save (options, inputs, result);
}

/* A file that git could not merge holds both copies. */
static OkrExit
merge_marked (const OkrVerb *verb, const Options *options, Inputs *inputs)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrMergeResult) result = NULL;
  g_autoptr (GError) error = NULL;

  inputs->ours = okr_document_read (options->ours, &status);
  if (inputs->ours == NULL)
    return status;
  inputs->ours->plan = okr_plan_new_from_bytes (inputs->ours->bytes, NULL, &error);
  if (inputs->ours->plan != NULL)
    return okr_verb_refuse (verb,
                            /* Translators: the name of a file */
                            _ ("%s has no git conflict in it. A second copy of the plan is needed, "
                               "to merge it with."),
                            inputs->ours->name);
  if (g_error_matches (error, OKR_JSON_ERROR, OKR_JSON_ERROR_CONFLICT_MARKERS))
    {
      g_clear_error (&error);
      result = okr_ancestor_merge_marked (inputs->ours->bytes, NULL, &error);
    }
  if (result == NULL)
    {
      okr_document_complain (inputs->ours, error);
      return OKR_EXIT_UNREADABLE;
    }

  return save (options, inputs, result);
}

static gboolean
check_standard_input (const OkrVerb *verb, const Options *options, OkrExit *status)
{
  const char *const names[] = { options->base, options->ours, options->theirs };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (names[i], "-") == 0)
        n++;
    }
  if (n > 1)
    *status = okr_verb_refuse (verb, _ ("Only one of the files can be standard input."));

  return n <= 1;
}

static gboolean
take_copies (const OkrVerb *verb, Options *options, char **arguments, OkrExit *status)
{
  const guint n = g_strv_length (arguments);

  if (options->output == NULL)
    {
      *status = okr_verb_refuse (verb, _ ("The file to write is missing: -o FILE."));
      return FALSE;
    }
  if (n == 2 && options->ours == NULL && options->theirs == NULL)
    {
      options->ours = g_strdup (arguments[0]);
      options->theirs = g_strdup (arguments[1]);
    }
  else if (n == 1 && options->ours == NULL && options->theirs == NULL && options->base == NULL)
    {
      options->ours = g_strdup (arguments[0]);
    }
  else if (n != 0 || options->ours == NULL || options->theirs == NULL)
    {
      *status = okr_verb_refuse (verb, _ ("Two copies of a plan are needed: OURS THEIRS, or --ours "
                                          "FILE --theirs FILE. Or one FILE that git could not "
                                          "merge."));
      return FALSE;
    }

  return check_standard_input (verb, options, status);
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { NULL };
  Inputs inputs = { NULL };
  const GOptionEntry entries[] = {
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options.base,
      N_ ("The state that both copies started from"), N_ ("FILE") },
    { "ours", 0, 0, G_OPTION_ARG_FILENAME, &options.ours, N_ ("One copy; it wins a conflict"),
      N_ ("FILE") },
    { "theirs", 0, 0, G_OPTION_ARG_FILENAME, &options.theirs, N_ ("The other copy"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The file to write, which may be one of the copies; “-” is standard output"),
      N_ ("FILE") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (okr_verb_parse (verb, entries, argv, 0, 2, &arguments, &status) &&
      take_copies (verb, &options, arguments, &status))
    status = options.theirs != NULL ? merge (verb, &options, &inputs)
                                    : merge_marked (verb, &options, &inputs);

  clear_inputs (&inputs);
  g_free (options.base);
  g_free (options.ours);
  g_free (options.theirs);
  g_free (options.output);

  return status;
}

const OkrVerb okr_verb_merge = {
  .name = "merge",
  .arguments = N_ ("OURS [THEIRS] -o FILE"),
  .summary = N_ ("Bring two edited copies of a plan together"),
  .details = N_ ("What only one copy changed is taken over. Where both changed one field "
                 "differently, ours stands, the document lists both values as a conflict, and the "
                 "exit code is 1; the result is a valid document all the same. What one copy "
                 "deleted and the other one edited comes back. No check-in gets lost.\n"
                 "Without --base, the newest state that both copies come from is looked for among "
                 "the versions kept on this computer. Where there is none, every field that "
                 "differs becomes a conflict.\n"
                 "One file alone is one that git could not merge: what stands between its conflict "
                 "markers is brought together.\n"
                 "A file that holds another plan is never overwritten."),
  .run = run,
};
