/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-mail.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a body, in bytes: it becomes a part of an address, three times as long at worst. */
#define LONGEST_BODY 8000

/* Between paragraphs, so that no figure is cut. */
static char *
shorten (const char *body)
{
  g_autofree char *start = NULL;
  char *end;

  if (strlen (body) <= LONGEST_BODY)
    return g_strdup (body);

  start = g_utf8_make_valid (body, LONGEST_BODY);
  end = g_strrstr (start, "\n\n");
  if (end == NULL)
    end = g_strrstr (start, "\n");
  if (end != NULL)
    *end = '\0';

  return g_strconcat (start, "\n\n…\n", NULL);
}

/* By the exit status, see xdg-email(1). */
static const char *
explain (GSubprocess *process)
{
  const int status =
      g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;

  if (status == 2)
    return _ ("The file is not there any more. Save the plan again.");
  if (status == 3)
    return _ ("No program for mail could be started. Choose one in the system’s settings, under "
              "“Default Applications”.");

  return _ ("The program for mail did not take the plan.");
}

/* An option without a value says nothing: no subject and no text are just left to the program. */
static GSubprocess *
begin_message (const char *subject, const char *body, const char *path, GError **error)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *const pairs[][2] = { { "--subject", subject },
                                   { "--body", body },
                                   { "--attach", path } };

  g_assert (subject != NULL && body != NULL && path != NULL);

  g_ptr_array_add (arguments, (gpointer) "xdg-email");
  g_ptr_array_add (arguments, (gpointer) "--utf8");
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (*pairs[i][1] == '\0')
        continue;
      g_ptr_array_add (arguments, (gpointer) pairs[i][0]);
      g_ptr_array_add (arguments, (gpointer) pairs[i][1]);
    }
  g_ptr_array_add (arguments, NULL);

  return g_subprocess_newv ((const char *const *) arguments->pdata,
                            G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                            error);
}

static void
on_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GSubprocess *process = G_SUBPROCESS (source);
  GError *error = NULL;

  if (!g_subprocess_wait_finish (process, result, &error))
    g_task_return_error (task, error);
  else if (g_subprocess_get_successful (process))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", explain (process));
}

void
waymark_mail_async (GFile *file, const char *subject, const char *body, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *short_body = NULL;

  g_return_if_fail (G_IS_FILE (file) && subject != NULL && body != NULL);

  g_task_set_source_tag (task, waymark_mail_async);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _ ("Only a plan on this computer can be attached. Save a copy of it "
                                  "here first."));
      return;
    }

  short_body = shorten (body);
  process = begin_message (subject, short_body, path, &error);
  if (process == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               /* Translators: the system's reason */
                               _ ("The desktop cannot be asked for its program for mail: %s"),
                               error->message);
      return;
    }
  g_subprocess_wait_async (process, cancellable, on_ended_cb, g_steal_pointer (&task));
}

gboolean
waymark_mail_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
