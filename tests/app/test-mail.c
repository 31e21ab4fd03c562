/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What xdg-email makes of a plan that is to be mailed: it starts what $MAILER names. */
#include "config.h"

#include <glib/gstdio.h>

#include "test-plans.h"
#include "waymark-mail.h"

typedef struct
{
  char *folder;
  char *received;
  GFile *plan;
} Post;

static void
set_up (Post *post, gconstpointer data)
{
  g_autofree char *mailer = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;

  post->folder = g_dir_make_tmp ("waymark-mail-XXXXXX", &error);
  g_assert_no_error (error);
  post->received = g_build_filename (post->folder, "received", NULL);
  plan = g_build_filename (post->folder, "plan.okr", NULL);
  mailer = g_build_filename (post->folder, "mailer", NULL);
  script = g_strdup_printf ("#!/bin/sh\nprintf %%s \"$1\" > '%s'\n", post->received);
  g_assert_true (g_file_set_contents (plan, "{}", -1, NULL));
  g_assert_true (g_file_set_contents_full (mailer, script, -1, 0, 0700, NULL));
  g_assert_true (g_setenv ("MAILER", mailer, TRUE));
  post->plan = g_file_new_for_path (plan);
}

static void
tear_down (Post *post, gconstpointer data)
{
  const char *const names[] = { "received", "plan.okr", "mailer" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (post->folder, names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (post->folder), ==, 0);
  g_free (post->folder);
  g_free (post->received);
  g_object_unref (post->plan);
}

static void
on_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Returns the address that the program for mail got. */
static char *
mail (Post *post, const char *subject, const char *body)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *address = NULL;

  waymark_mail_async (post->plan, subject, body, NULL, on_begun_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  waymark_mail_finish (result, &error);
  g_assert_no_error (error);
  g_file_get_contents (post->received, &address, NULL, &error);
  g_assert_no_error (error);

  return address;
}

/* What nobody has written is left out: an option without a value is a wrong call of xdg-email. */
static void
test_parts (Post *post, gconstpointer data)
{
  static const struct
  {
    const char *subject;
    const char *body;
  } cases[] = { { "Plan", "It grows" }, { "", "It grows" }, { "Plan", "" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = mail (post, cases[i].subject, cases[i].body);

      g_test_message ("%s", address);
      g_assert_nonnull (strstr (address, "attach="));
      g_assert_true ((strstr (address, "subject=Plan") != NULL) == (*cases[i].subject != '\0'));
      g_assert_true ((strstr (address, "body=It") != NULL) == (*cases[i].body != '\0'));
      g_assert_true ((strstr (address, "subject=") != NULL) == (*cases[i].subject != '\0'));
      g_assert_true ((strstr (address, "body=") != NULL) == (*cases[i].body != '\0'));
    }
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add ("/mail/parts", Post, NULL, set_up, test_parts, tear_down);

  return g_test_run ();
}
