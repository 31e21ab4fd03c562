/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-file-reader.h"
#include "okr-file-writer.h"
#include "okr-git.h"
#include "okr-terminal.h"
#include "okr-verb.h"

#define ATTRIBUTES "*.okr text eol=lf merge=okr diff=okr"

/* What the window leaves beside a plan that somebody has open. */
#define PRESENCE ".~lock.*#"

typedef struct
{
  const char *key;
  const char *value;
} Setting;

/* Where git gets no text of one revision, it shows none at all: what is no plan goes as it is. */
#define TEXTCONV "f() { okr show --plain \"$1\" 2>/dev/null || cat \"$1\"; }; f"

static const Setting settings[] = {
  { "merge.okr.name", "Merge of plans by Waymark" },
  { "merge.okr.driver", "okr merge --base %O --ours %A --theirs %B -o %A" },
  { "diff.okr.textconv", TEXTCONV },
};

typedef struct
{
  const char *folder; /* as it was given */
  char *top;          /* of the working tree */
  char *exclude;      /* the file of names that git does not look at */
} Repository;

static void
clear_repository (Repository *self)
{
  g_clear_pointer (&self->top, g_free);
  g_clear_pointer (&self->exclude, g_free);
}

static char *
make_absolute (const char *path, const char *folder)
{
  return g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (folder, path, NULL);
}

static gboolean
find_repository (Repository *self, OkrExit *status)
{
  g_autofree char *name = g_filename_display_name (self->folder);
  g_autofree char *exclude = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  self->top = okr_git_run (self->folder, &error, "rev-parse", "--show-toplevel", NULL);
  if (self->top != NULL)
    exclude = okr_git_run (self->folder, &error, "rev-parse", "--git-path", "info/exclude", NULL);
  if (exclude != NULL)
    {
      self->exclude = make_absolute (exclude, self->folder);
      return TRUE;
    }

  if (error->domain == G_SPAWN_ERROR)
    {
      okr_terminal_warn (_ ("git is not installed, or not where programs are looked for. Install "
                            "it and try again."));
      *status = OKR_EXIT_UNWRITABLE;
      return FALSE;
    }
  /* Translators: the name of a folder, and the message of git */
  message = g_strdup_printf (_ ("“%s” is not the working tree of a git repository. git says: %s"),
                             name, error->message);
  okr_terminal_warn (message);
  *status = OKR_EXIT_USAGE;

  return FALSE;
}

static gboolean
has_line (const char *text, const char *wanted)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_equal (g_strstrip (lines[i]), wanted))
        return TRUE;
    }

  return FALSE;
}

/* What the file holds already stays as it is. */
static gboolean
add_line (const char *path, const char *line, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) !=
      G_FILE_TYPE_UNKNOWN)
    {
      g_autoptr (GBytes) present = okr_file_read (file, &sha256, NULL, error);

      if (present == NULL)
        return FALSE;
      g_string_append_len (text, g_bytes_get_data (present, NULL),
                           (gssize) g_bytes_get_size (present));
    }
  if (has_line (text->str, line))
    return TRUE;

  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s\n", line);
  bytes = g_bytes_new (text->str, text->len);

  return okr_file_write (file, bytes, sha256, OKR_FILE_WRITE_NONE, NULL, NULL, error);
}

static gboolean
add_attributes (const Repository *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->top, ".gitattributes", NULL);

  return add_line (path, ATTRIBUTES, error);
}

static gboolean
add_exclusion (const Repository *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->exclude);

  /* Not every template of a repository has one. Where it cannot be made, writing says why. */
  g_mkdir_with_parents (folder, 0777);

  return add_line (self->exclude, PRESENCE, error);
}

static gboolean
configure (const Repository *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *out = okr_git_run (self->folder, error, "config", "--local", "--replace-all",
                                          settings[i].key, settings[i].value, NULL);

      if (out == NULL)
        return FALSE;
    }

  return TRUE;
}

static OkrExit
set_up (const char *folder)
{
  Repository repository = { .folder = folder };
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (GError) error = NULL;

  if (!find_repository (&repository, &status))
    {
      clear_repository (&repository);
      return status;
    }

  /* The attributes are what others get: they come last, when all that they refer to is there. */
  if (configure (&repository, &error) && add_exclusion (&repository, &error) &&
      add_attributes (&repository, &error))
    {
      g_autofree char *top = g_filename_display_name (repository.top);
      g_autofree char *program = g_find_program_in_path ("okr");

      /* Translators: the name of a folder */
      okr_terminal_hint (_ ("%s is ready. Commit its .gitattributes; everybody who works with the "
                            "repository runs “okr git-setup” once."),
                         top);
      if (program == NULL)
        okr_terminal_hint (_ ("git will not find “okr”: it is not where programs are looked for. "
                              "Install it, or add its folder to PATH."));
    }
  else
    {
      okr_terminal_warn (error->message);
      status = OKR_EXIT_UNWRITABLE;
    }
  clear_repository (&repository);

  return status;
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  if (!okr_verb_parse (verb, NULL, argv, 0, 1, &arguments, &status))
    return status;
  if (arguments[0] != NULL && *arguments[0] == '\0')
    return okr_verb_refuse (verb, _ ("The folder's name is empty."));

  return set_up (arguments[0] != NULL ? arguments[0] : ".");
}

const OkrVerb okr_verb_git_setup = {
  .name = "git-setup",
  .arguments = N_ ("[FOLDER]"),
  .summary = N_ ("Make git merge and compare plans"),
  .details = N_ ("Tells the git repository of FOLDER, or of the folder one is in, that plans are "
                 "merged by “okr merge” and compared by “okr show --plain”, and that the files "
                 "which show who has a plan open are not part of it. What else is set stays. "
                 "Doing it twice does no harm.\n"
                 "A revision that is no readable plan is compared as the text that it is.\n"
                 "The file .gitattributes is to be committed; the rest is set on this computer "
                 "only."),
  .run = run,
};
