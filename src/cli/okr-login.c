/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-login.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "okr-file-reader.h"
#include "okr-terminal.h"

/* The document itself may come from standard input. */
#define TERMINAL "/dev/tty"

static char *
read_line (FILE *terminal)
{
  g_autofree char *line = NULL;
  char buffer[1024];

  if (fgets (buffer, sizeof buffer, terminal) == NULL)
    return NULL;
  line = g_locale_to_utf8 (buffer, -1, NULL, NULL, NULL);

  if (line != NULL)
    line[strcspn (line, "\r\n")] = '\0';

  return g_steal_pointer (&line);
}

static char *
ask (FILE *terminal, const char *prompt)
{
  okr_terminal_prompt (prompt);

  return read_line (terminal);
}

static char *
ask_secretly (FILE *terminal, const char *prompt)
{
  struct termios before;
  struct termios silent;
  char *answer;

  if (tcgetattr (fileno (terminal), &before) != 0)
    return NULL;

  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  if (tcsetattr (fileno (terminal), TCSAFLUSH, &silent) != 0)
    return NULL;
  answer = ask (terminal, prompt);
  tcsetattr (fileno (terminal), TCSAFLUSH, &before);
  fputc ('\n', stderr);

  return answer;
}

/* An empty answer where there is nothing to fall back on means to leave it. */
static char *
ask_for_name (FILE *terminal, const char *present)
{
  g_autofree char *prompt =
      present != NULL && *present != '\0'
          /* Translators: before an answer; the name that an empty answer stands for */
          ? g_strdup_printf (_ ("User name [%s]:"), present)
          : g_strdup (_ ("User name:"));
  g_autofree char *answer = ask (terminal, prompt);

  if (answer != NULL && *answer == '\0')
    return present != NULL && *present != '\0' ? g_strdup (present) : NULL;

  return g_steal_pointer (&answer);
}

static void
on_ask_password_cb (GMountOperation *operation, const char *message, const char *user,
                    const char *domain, GAskPasswordFlags flags, gpointer terminal)
{
  GMountOperationResult result = G_MOUNT_OPERATION_ABORTED;
  g_autofree char *name = NULL;
  g_autofree char *password = NULL;

  okr_terminal_warn (message);
  if ((flags & G_ASK_PASSWORD_NEED_USERNAME) != 0)
    {
      name = ask_for_name (terminal, user);
      if (name != NULL)
        g_mount_operation_set_username (operation, name);
    }
  if ((flags & G_ASK_PASSWORD_NEED_USERNAME) == 0 || name != NULL)
    password = ask_secretly (terminal, _ ("Password:"));
  if ((flags & G_ASK_PASSWORD_NEED_DOMAIN) != 0 && domain != NULL)
    g_mount_operation_set_domain (operation, domain);
  if (password != NULL && *password != '\0')
    {
      g_mount_operation_set_password (operation, password);
      g_mount_operation_set_password_save (operation, G_PASSWORD_SAVE_NEVER);
      result = G_MOUNT_OPERATION_HANDLED;
    }
  g_mount_operation_reply (operation, result);
}

/* Such as whether a server is the one that it seems to be. */
static void
on_ask_question_cb (GMountOperation *operation, const char *message, const char *const *choices,
                    gpointer terminal)
{
  g_autofree char *answer = NULL;
  guint64 choice;

  okr_terminal_warn (message);
  for (guint i = 0; choices[i] != NULL; i++)
    okr_terminal_hint ("%u. %s", i + 1, choices[i]);
  /* Translators: before the number of one of the answers listed above it */
  answer = ask (terminal, _ ("Number:"));
  if (answer != NULL &&
      g_ascii_string_to_unsigned (answer, 10, 1, g_strv_length ((char **) choices), &choice, NULL))
    {
      g_mount_operation_set_choice (operation, (int) choice - 1);
      g_mount_operation_reply (operation, G_MOUNT_OPERATION_HANDLED);
    }
  else
    {
      g_mount_operation_reply (operation, G_MOUNT_OPERATION_ABORTED);
    }
}

gboolean
okr_login (GFile *file)
{
  g_autoptr (GMountOperation) operation = g_mount_operation_new ();
  FILE *terminal = isatty (STDERR_FILENO) ? fopen (TERMINAL, "re") : NULL;
  gboolean connected;

  if (terminal == NULL)
    return FALSE;

  g_signal_connect (operation, "ask-password", G_CALLBACK (on_ask_password_cb), terminal);
  g_signal_connect (operation, "ask-question", G_CALLBACK (on_ask_question_cb), terminal);
  connected = okr_file_connect (file, operation, NULL, NULL);
  fclose (terminal);

  return connected;
}
