/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-document.h"
#include "okr-lineage.h"
#include "okr-reader.h"
#include "okr-terminal.h"
#include "okr-versions.h"

#define SHOWN_DIGITS 12 /* of a hash: enough to name a version, few enough to type */

typedef struct
{
  char *restore;
  char *output;
} Options;

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  /* Translators: date and time of a version in the way of g_date_time_format(); best as wide for
   * each day. */
  return local != NULL ? g_date_time_format (local, _ ("%Y-%m-%d %H:%M:%S")) : g_strdup ("");
}

static void
list_version (const OkrVersion *version, gboolean is_current)
{
  g_autofree char *time = format_time (version->time);
  g_autofree char *hash = g_strndup (version->sha256, SHOWN_DIGITS);

  okr_terminal_put_ink (OKR_INK_YELLOW, hash);
  okr_terminal_put ("  ");
  okr_terminal_put (time);
  if (is_current)
    {
      okr_terminal_put ("  ");
      /* Translators: of a version: it is what the file holds */
      okr_terminal_put_ink (OKR_INK_DIM, _ ("in the file now"));
    }
  okr_terminal_put ("\n");
}

/* A state that was left and came back is in the store for each time, which the window needs to tell
 * what changed then. Here a version is a name to get it back by, and a second line of that name
 * would be no second choice. */
static void
list (OkrDocument *document, GPtrArray *versions)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < versions->len; i++)
    {
      OkrVersion *version = g_ptr_array_index (versions, i);

      if (g_hash_table_add (listed, version->sha256))
        list_version (version, g_strcmp0 (version->sha256, document->sha256) == 0);
    }
  if (versions->len == 0)
    okr_terminal_hint (_ ("%s has no versions on this computer yet. Each save adds one."),
                       document->name);
}

/* The version whose hash begins so, NULL with the reason told. */
static const OkrVersion *
find_version (const OkrVerb *verb, GPtrArray *versions, const char *prefix, OkrExit *status)
{
  g_autofree char *lower = g_ascii_strdown (prefix, -1);
  const OkrVersion *found = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      const OkrVersion *version = g_ptr_array_index (versions, i);

      if (!g_str_has_prefix (version->sha256, lower))
        continue;
      if (found != NULL && !g_str_equal (found->sha256, version->sha256))
        {
          *status = okr_verb_refuse (verb, _ ("Several versions begin with “%s”."), prefix);
          return NULL;
        }
      found = version;
    }
  if (found == NULL)
    *status = okr_verb_refuse (verb,
                               _ ("There is no version “%s”. Without --restore, this verb "
                                  "lists them."),
                               prefix);

  return found;
}

/* In its own file the version becomes the newest state, which comes from what the file holds now:
 * whoever has the plan open takes that over, with what is unsaved there, and no merge mistakes it
 * for the old state that everything since was added to. */
static OkrExit
restore_in_place (OkrDocument *document, GBytes *version)
{
  const char *const *lineage = okr_plan_get_lineage (document->plan);
  g_autoptr (OkrPlan) plan = okr_plan_new_from_bytes (version, NULL, NULL);

  if (plan == NULL || okr_plan_get_read_only_reason (plan) != NULL ||
      g_bytes_equal (version, document->bytes))
    return okr_document_put (document, version);

  if (lineage != NULL)
    okr_lineage_extend (plan, lineage);
  okr_lineage_extend (plan, (const char *const[]){ document->sha256, NULL });
  g_set_object (&document->plan, plan);

  return okr_document_save (document);
}

static OkrExit
restore (const OkrVerb *verb, OkrDocument *document, GPtrArray *versions, const Options *options)
{
  OkrExit status = OKR_EXIT_FINE;
  const OkrVersion *version = find_version (verb, versions, options->restore, &status);
  g_autoptr (OkrDocument) output = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (version == NULL)
    return status;

  bytes = okr_versions_read (okr_item_get_id (OKR_ITEM (document->plan)), version->sha256, &error);
  if (bytes == NULL)
    {
      okr_terminal_warn (error->message);
      return OKR_EXIT_UNREADABLE;
    }
  output = okr_document_new (options->output, document->plan);
  if (document->file != NULL && output->file != NULL && g_file_equal (document->file, output->file))
    return restore_in_place (document, bytes);

  return okr_document_put (output, bytes);
}

static OkrExit
run_with (const OkrVerb *verb, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "restore", 0, 0, G_OPTION_ARG_FILENAME, &options->restore,
      N_ ("Write this version; as much of its name as makes it clear will do"),
      /* Translators: an argument that stands for the name of a version */
      N_ ("HASH") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Where to: FILE itself or a new file; “-” is standard output"), N_ ("FILE") },
    { NULL },
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (OkrDocument) document = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, entries, argv, 1, 1, &arguments, &status) ||
      !okr_verb_take_text (verb, "--restore", &options->restore, &status))
    return status;
  if (options->restore != NULL && options->output == NULL)
    return okr_verb_refuse (verb, _ ("The file to write is missing: -o FILE."));
  if (options->restore != NULL && *options->restore == '\0')
    return okr_verb_refuse (verb, _ ("“%s” cannot be empty."), "--restore");
  if (options->restore == NULL && options->output != NULL)
    return okr_verb_refuse (verb, _ ("-o goes with --restore only."));

  document = okr_document_open (arguments[0], &status);
  if (document == NULL)
    return status;
  versions = okr_versions_list (okr_item_get_id (OKR_ITEM (document->plan)));
  if (options->restore != NULL)
    return restore (verb, document, versions, options);
  list (document, versions);

  return OKR_EXIT_FINE;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { NULL };
  const OkrExit status = run_with (verb, argv, &options);

  g_free (options.restore);
  g_free (options.output);

  return status;
}

const OkrVerb okr_verb_versions = {
  .name = "versions",
  .arguments = N_ ("FILE"),
  .summary = N_ ("List the versions of a plan, or get one back"),
  .details = N_ ("Each state that was saved or opened to be changed on this computer is kept: the "
                 "last 50, and before them the last one of each day for a year. They are listed "
                 "newest first."),
  .run = run,
};
