/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

#include "okr-terminal.h"
#include "okr-verb.h"

static const OkrVerb *const verbs[] = {
  &okr_verb_new,
  &okr_verb_show,
  &okr_verb_check,
  &okr_verb_add,
  &okr_verb_set,
  &okr_verb_remove,
  &okr_verb_checkin,
  &okr_verb_diff,
  &okr_verb_merge,
  &okr_verb_resolve,
  &okr_verb_versions,
  &okr_verb_export,
  &okr_verb_import,
  &okr_verb_graph,
  &okr_verb_fmt,
  &okr_verb_git_setup,
};

static const OkrVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i]->name, name))
        return verbs[i];
    }

  return NULL;
}

static OkrExit
show_overview (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *rest = NULL;

  g_string_append (text, _ ("Usage:\n"
                            "  okr VERB …\n"
                            "\n"
                            "Works with plans of objectives and key results, .okr documents.\n"
                            "\n"
                            "Verbs:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  %-9s %s\n", verbs[i]->name, gettext (verbs[i]->summary));
  okr_terminal_put (text->str);
  rest = okr_terminal_wrap (_ (
      "\n"
      "“okr help VERB” or “okr VERB --help” explains a verb, “okr --version” tells the version.\n"
      "A file name of “-” means standard input or output; file names that begin with “-” go "
      "after “--”.\n"
      "\n"
      "Exit: 0 fine · 1 findings or differences · 2 wrong usage · 3 not a readable .okr document "
      "· 4 could not be written.\n"));
  okr_terminal_put (rest);

  return OKR_EXIT_FINE;
}

static OkrExit
refuse_verb (const char *name)
{
  g_autofree char *message = NULL;
  g_autofree char *known = NULL;
  const char *names[G_N_ELEMENTS (verbs) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    names[i] = verbs[i]->name;
  known = g_strjoinv (", ", (char **) names);
  /* Translators: what was typed, and the names of all commands */
  message = g_strdup_printf (_ ("There is no verb “%s”. There is: %s."), name, known);
  okr_terminal_warn (message);

  return OKR_EXIT_USAGE;
}

static OkrExit
help (char **argv)
{
  char *asked[] = { argv[1], (char *) "--help", NULL };
  const OkrVerb *verb;

  if (argv[1] == NULL)
    return show_overview ();

  verb = find_verb (argv[1]);

  return verb != NULL ? verb->run (verb, asked) : refuse_verb (argv[1]);
}

static OkrExit
run (char **argv)
{
  const char *name = argv[1];
  const OkrVerb *verb;

  if (name == NULL)
    {
      okr_terminal_hint (_ ("A verb is missing. “okr help” lists them."));
      return OKR_EXIT_USAGE;
    }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    return help (argv + 1);
  if (g_str_equal (name, "--version"))
    {
      okr_terminal_put ("okr " WAYMARK_VERSION "\n");
      return OKR_EXIT_FINE;
    }

  verb = find_verb (name);

  return verb != NULL ? verb->run (verb, argv + 1) : refuse_verb (name);
}

/* Where no language is set up, or one that is not installed, terminals still read UTF-8. */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  if (g_strv_contains ((const char *const[]){ "C", "POSIX", NULL }, setlocale (LC_CTYPE, NULL)))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, WAYMARK_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* One that is closed must not become a document's, which messages would then be written into. What
 * takes its place refuses what the closed one would have refused. */
static void
hold_standard_descriptors (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) < 0)
        open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

int
main (int argc, char **argv)
{
  OkrExit status;

  hold_standard_descriptors ();
  set_locale ();
  g_set_prgname ("okr");

  if (argc < 1)
    return OKR_EXIT_USAGE;
  status = run (argv);
  if (!okr_terminal_flush ())
    {
      okr_terminal_hint (_ ("Standard output could not be written."));
      return OKR_EXIT_UNWRITABLE;
    }

  return status;
}
