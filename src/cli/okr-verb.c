/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-verb.h"

#include <glib/gi18n.h>

#include "okr-terminal.h"

/**
 * okr_verb_refuse:
 * @format: what is wrong with the usage, and the cure
 *
 * Returns: what to exit with
 */
OkrExit
okr_verb_refuse (const OkrVerb *verb, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  okr_terminal_warn (message);
  /* Translators: a command to type, such as "okr set --help" */
  okr_terminal_hint (_ ("“okr %s --help” explains the usage."), verb->name);

  return OKR_EXIT_USAGE;
}

OkrExit
okr_verb_refuse_error (const OkrVerb *verb, const GError *error)
{
  return okr_verb_refuse (verb, "%s", error->message);
}

static void
print_help (const OkrVerb *verb, GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  okr_terminal_put (help);
}

static gboolean
check_count (const OkrVerb *verb, guint n, guint min, guint max, OkrExit *status)
{
  if (n >= min && n <= max)
    return TRUE;

  if (n < min)
    *status = okr_verb_refuse (verb,
                               /* Translators: a command's arguments, such as "FILE ID…" */
                               _ ("Something is missing. It goes: okr %s %s"), verb->name,
                               gettext (verb->arguments));
  else
    *status = okr_verb_refuse (verb, _ ("That is one argument too many. It goes: okr %s %s"),
                               verb->name, gettext (verb->arguments));
  return FALSE;
}

/* What follows "--" is no option, and neither is a lone "-". */
static GOptionContext *
create_context (const OkrVerb *verb, const GOptionEntry *entries, const GOptionEntry *general)
{
  g_autofree char *program = g_strconcat ("okr ", verb->name, NULL);
  GOptionContext *context = g_option_context_new (gettext (verb->arguments));
  g_autofree char *details = okr_terminal_wrap (gettext (verb->details));

  g_set_prgname (program);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, gettext (verb->summary));
  g_option_context_set_description (context, details);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, general, GETTEXT_PACKAGE);

  return context;
}

gboolean
okr_verb_parse (const OkrVerb *verb, const GOptionEntry *entries, char **argv, guint min, guint max,
                char ***arguments, OkrExit *status)
{
  gboolean help = FALSE;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry general[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = create_context (verb, entries, general);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) copy = g_strdupv (argv);

  if (!g_option_context_parse_strv (context, &copy, &error))
    {
      *status = okr_verb_refuse_error (verb, error);
      return FALSE;
    }
  if (help)
    {
      print_help (verb, context);
      *status = OKR_EXIT_FINE;
      return FALSE;
    }
  if (!check_count (verb, rest != NULL ? g_strv_length (rest) : 0, min, max, status))
    return FALSE;

  *arguments = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);

  return TRUE;
}

/**
 * okr_verb_take_text:
 * @name: what it is, such as "--title"
 * @text: (inout): bytes from the command line
 *
 * Makes UTF-8 of an argument that is text, not a file name.
 *
 * Returns: whether that is possible
 */
gboolean
okr_verb_take_text (const OkrVerb *verb, const char *name, char **text, OkrExit *status)
{
  char *converted;

  if (*text == NULL || g_utf8_validate (*text, -1, NULL))
    return TRUE;

  converted = g_locale_to_utf8 (*text, -1, NULL, NULL, NULL);
  if (converted == NULL)
    {
      *status = okr_verb_refuse (verb, _ ("%s is not text in UTF-8."), name);
      return FALSE;
    }
  g_free (*text);
  *text = converted;

  return TRUE;
}
