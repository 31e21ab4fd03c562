/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-check-in-typed.h"

#include <glib/gi18n.h>

#include "waymark-ask.h"

#define GROUP "Check-in"

void
waymark_check_in_typed_free (WaymarkCheckInTyped *self)
{
  g_free (self->kr);
  g_free (self->edit);
  g_free (self->value);
  g_free (self->note);
  g_free (self->obstacle);
  g_free (self->author);
  g_strfreev (self->milestones);
  g_free (self);
}

static char *
dup_string (GKeyFile *file, const char *key)
{
  char *text = g_key_file_get_string (file, GROUP, key, NULL);

  return text != NULL ? text : g_strdup ("");
}

WaymarkCheckInTyped *
waymark_check_in_typed_new_from_text (const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  WaymarkCheckInTyped *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_key (file, GROUP, "KeyResult", NULL))
    return NULL;

  self = g_new0 (WaymarkCheckInTyped, 1);
  self->kr = dup_string (file, "KeyResult");
  self->edit = g_key_file_get_string (file, GROUP, "Edit", NULL);
  self->value = dup_string (file, "Value");
  self->answer = g_key_file_get_integer (file, GROUP, "Answer", NULL);
  self->confidence = CLAMP (g_key_file_get_integer (file, GROUP, "Confidence", NULL), -1, 10);
  self->date = (OkrDay) g_key_file_get_integer (file, GROUP, "Date", NULL);
  self->note = dup_string (file, "Note");
  self->obstacle = dup_string (file, "Obstacle");
  self->author = dup_string (file, "Author");
  self->milestones = g_key_file_get_string_list (file, GROUP, "Milestones", NULL, NULL);

  return self;
}

char *
waymark_check_in_typed_to_text (const WaymarkCheckInTyped *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (self != NULL, NULL);

  g_key_file_set_string (file, GROUP, "KeyResult", self->kr);
  if (self->edit != NULL)
    g_key_file_set_string (file, GROUP, "Edit", self->edit);
  g_key_file_set_string (file, GROUP, "Value", self->value);
  g_key_file_set_integer (file, GROUP, "Answer", self->answer);
  g_key_file_set_integer (file, GROUP, "Confidence", self->confidence);
  g_key_file_set_integer (file, GROUP, "Date", (int) self->date);
  g_key_file_set_string (file, GROUP, "Note", self->note);
  g_key_file_set_string (file, GROUP, "Obstacle", self->obstacle);
  g_key_file_set_string (file, GROUP, "Author", self->author);
  if (self->milestones != NULL)
    g_key_file_set_string_list (file, GROUP, "Milestones", (const char *const *) self->milestones,
                                g_strv_length (self->milestones));

  return g_key_file_to_data (file, NULL, NULL);
}

char *
waymark_check_in_typed_dup_words (const WaymarkCheckInTyped *self)
{
  const char *const texts[] = { self->value, self->note, self->obstacle };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (*texts[i] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", texts[i]);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
waymark_check_in_typed_find (const WaymarkCheckInTyped *self, OkrPlan *plan, OkrKeyResult **kr,
                             OkrCheckIn **edit)
{
  g_return_val_if_fail (self != NULL && kr != NULL && edit != NULL, FALSE);

  *kr = plan != NULL ? okr_plan_find_typed (plan, self->kr, OKR_TYPE_KEY_RESULT) : NULL;
  *edit = *kr != NULL && self->edit != NULL
              ? okr_plan_find_typed (plan, self->edit, OKR_TYPE_CHECK_IN)
              : NULL;

  return *kr != NULL && (self->edit == NULL || *edit != NULL);
}

void
waymark_check_in_typed_ask_discard_async (GtkWindow *parent, GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  waymark_ask_discard_async (parent, _ ("Discard the Check-in?"),
                             _ ("What is typed in it is not in the plan yet. It is lost for good "
                                "when you discard it."),
                             callback, user_data);
}
