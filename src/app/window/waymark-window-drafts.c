/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsaved work: kept while the window is there, and brought back after a crash. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-file-name.h"
#include "waymark-ask.h"
#include "waymark-check-in-dialog.h"
#include "waymark-check-in-typed.h"
#include "waymark-field.h"
#include "waymark-save-copy.h"
#include "waymark-time-text.h"
#include "waymark-window-private.h"

static void
on_active_cb (WaymarkWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    waymark_draft_keeper_hurry (self->draft_keeper);
}

static void
on_problem_cb (WaymarkWindow *self)
{
  waymark_banner_set_text (self->draft_banner,
                           waymark_draft_keeper_get_problem (self->draft_keeper));
}

static void
on_modified_cb (WaymarkWindow *self)
{
  if (!waymark_session_get_modified (self->session))
    waymark_window_keep_recovered (self);
}

void
waymark_window_init_drafts (WaymarkWindow *self)
{
  self->draft_keeper = waymark_draft_keeper_new (self->session, self->document);
  g_signal_connect_object (self->draft_keeper, "notify::problem", G_CALLBACK (on_problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::modified", G_CALLBACK (on_modified_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);

  waymark_banner_add_button (self->recovery_banner, _ ("_Discard…"), "win.discard-recovered");
  waymark_banner_add_button (self->recovery_banner, _ ("_Keep"), "win.keep-recovered");
}

static const char *
describe_plan (WaymarkWindow *self, OkrPlan *plan)
{
  if (plan != NULL && waymark_document_is_merged (self->document))
    return _ ("git has left two versions in this file. They are brought together here; save the "
              "plan to keep the result.");

  return plan != NULL ? okr_plan_get_notice (plan) : NULL;
}

void
waymark_window_update_banners (WaymarkWindow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  const gboolean read_only = plan != NULL && okr_plan_get_read_only_reason (plan) != NULL;

  waymark_banner_set_icon_name (self->notice_banner, read_only ? "changes-prevent-symbolic"
                                                               : "dialog-information-symbolic");
  waymark_banner_set_text (self->notice_banner, describe_plan (self, plan));
  waymark_banner_set_narrow (self->recovery_banner, self->is_slim);
  waymark_banner_set_narrow (self->copies_banner, self->is_slim);
  waymark_banner_set_narrow (self->outside_banner, self->is_slim);
  waymark_banner_set_narrow (self->questions_banner, self->is_slim);
  waymark_banner_set_narrow (self->cycle_banner, self->is_slim);
}

void
waymark_window_write_draft (WaymarkWindow *self)
{
  g_return_if_fail (WAYMARK_IS_WINDOW (self));

  waymark_field_finish_in (GTK_WINDOW (self));
  waymark_draft_keeper_write_now (self->draft_keeper);
}

/* What is said of the file comes after what is said of the plan. */
static const char *
describe_file (WaymarkRecoveryState state)
{
  switch (state)
    {
    case WAYMARK_RECOVERY_MERGED:
      return _ ("The file was changed meanwhile: what others did is in the plan too.");
    case WAYMARK_RECOVERY_CHANGED:
      return _ ("The file was changed meanwhile: save the plan under another name to keep both.");
    case WAYMARK_RECOVERY_GONE:
      return _ ("The file is not there any more: saving the plan makes it again.");
    case WAYMARK_RECOVERY_UNREACHABLE:
      return _ ("The file cannot be read now.");
    case WAYMARK_RECOVERY_NEEDLESS:
    case WAYMARK_RECOVERY_FRESH:
    case WAYMARK_RECOVERY_TYPED:
    case WAYMARK_RECOVERY_DAMAGED:
    default:
      return NULL;
    }
}

static char *
describe (WaymarkRecovery *recovery)
{
  const gint64 time = okr_draft_get_time (recovery->draft) * G_USEC_PER_SEC;
  const char *file = describe_file (recovery->state);
  g_autofree char *moment = waymark_time_text_moment (time);
  /* Translators: a moment such as "today at 10:15" */
  g_autofree char *back =
      g_strdup_printf (_ ("Changes that were not saved are back, from %s."), moment);

  if (file == NULL)
    return g_steal_pointer (&back);

  /* Translators: two sentences, one after the other */
  return g_strdup_printf (_ ("%1$s %2$s"), back, file);
}

typedef struct
{
  WaymarkWindow *window;
  OkrDraft *draft;
} Copy;

static Copy *
copy_new (WaymarkWindow *window, OkrDraft *draft)
{
  Copy *self = g_new0 (Copy, 1);

  self->window = g_object_ref (window);
  self->draft = g_object_ref (draft);

  return self;
}

static void
copy_free (Copy *self)
{
  g_object_unref (self->window);
  g_object_unref (self->draft);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
on_copy_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;

  if (!waymark_save_copy_finish (result))
    return;

  okr_draft_discard (self->draft);
  waymark_window_show_toast (self->window, _ ("Copy saved"), FALSE);
}

static void
on_damaged_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) self = user_data;
  g_autofree char *answer = waymark_ask_finish (result);
  GFile *file = okr_draft_get_file (self->draft);
  g_autofree char *name = NULL;

  if (!g_str_equal (answer, "save-copy"))
    return;

  name = file != NULL ? g_file_get_basename (file) : g_strdup ("plan");
  {
    /* Translators: the proposed name of a file that holds what was left of another one */
    g_autofree char *proposed = g_strdup_printf (_ ("%s recovered"), name);

    waymark_save_copy_async (GTK_WINDOW (self->window), okr_draft_get_contents (self->draft),
                             proposed, on_copy_saved_cb, self);
    g_steal_pointer (&self);
  }
}

static void
ask_about_damaged (WaymarkWindow *self, WaymarkRecovery *recovery)
{
  static const WaymarkAnswer answers[] = {
    { "keep", N_ ("_Keep for Later"), ADW_RESPONSE_DEFAULT },
    { "save-copy", N_ ("Save a _Copy…"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  const gint64 time = okr_draft_get_time (recovery->draft) * G_USEC_PER_SEC;
  g_autofree char *moment = waymark_time_text_moment (time);
  GFile *file = okr_draft_get_file (recovery->draft);
  g_autofree char *name = file != NULL ? okr_file_describe (file) : g_strdup (_ ("Untitled Plan"));
  /* Translators: a file's name, and a moment such as "today at 10:15" */
  g_autofree char *body =
      g_strdup_printf (_ ("Changes to “%1$s” from %2$s were not saved, and what is left of them is "
                          "damaged. It is kept until you save a copy, which any text editor shows. "
                          "The file itself is as it was saved last."),
                       name, moment);

  waymark_ask_async (GTK_WINDOW (self), _ ("Recovered Changes Cannot Be Read"), body, answers,
                     "save-copy", on_damaged_answered_cb, copy_new (self, recovery->draft));
}

static void
on_homeless_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autofree char *answer = waymark_ask_finish (result);
  const char *text = waymark_session_get_typed (self->session);
  g_autoptr (WaymarkCheckInTyped) typed =
      text != NULL ? waymark_check_in_typed_new_from_text (text) : NULL;
  g_autofree char *words = typed != NULL ? waymark_check_in_typed_dup_words (typed) : NULL;

  if (text == NULL)
    return;

  if (g_str_equal (answer, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                            words != NULL ? words : text);
  waymark_session_set_typed (self->session, NULL);
}

/* What they were typed for has gone: the words have not. */
static void
show_homeless (WaymarkWindow *self, const char *text)
{
  static const WaymarkAnswer answers[] = {
    { "copy", N_ ("_Copy"), ADW_RESPONSE_SUGGESTED },
    { "discard", N_ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  g_autoptr (WaymarkCheckInTyped) typed = waymark_check_in_typed_new_from_text (text);
  g_autofree char *words = typed != NULL ? waymark_check_in_typed_dup_words (typed) : NULL;
  g_autofree char *body = NULL;

  /* Translators: what somebody has typed into a check-in */
  body = g_strdup_printf (_ ("What this was typed for is not in the plan any more:\n\n%s"),
                          words != NULL ? words : text);
  waymark_ask_async (GTK_WINDOW (self), _ ("Words Without a Check-in"), body, answers, "copy",
                     on_homeless_answered_cb, g_object_ref (self));
}

static void
bring_back_typed (WaymarkWindow *self, OkrDraft *draft)
{
  GBytes *typed = okr_draft_get_typed (draft);
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;

  if (typed == NULL)
    return;

  text = g_strndup (g_bytes_get_data (typed, NULL), g_bytes_get_size (typed));
  valid = g_utf8_make_valid (text, -1);
  waymark_session_set_typed (self->session, valid);
  if (!waymark_check_in_dialog_present_typed (GTK_WINDOW (self), self->session, valid))
    show_homeless (self, valid);
}

void
waymark_window_recover (WaymarkWindow *self, WaymarkRecovery *recovery)
{
  g_autofree char *text = NULL;

  g_return_if_fail (waymark_window_is_empty (self) && recovery != NULL);

  if (recovery->plan == NULL)
    {
      ask_about_damaged (self, recovery);
      bring_back_typed (self, recovery->draft);
      return;
    }

  waymark_document_adopt (self->document, recovery->plan, okr_draft_get_file (recovery->draft),
                          recovery->base);
  waymark_draft_keeper_adopt (self->draft_keeper, recovery->draft);
  waymark_banner_set_icon_name (self->recovery_banner, describe_file (recovery->state) != NULL
                                                           ? "dialog-warning-symbolic"
                                                           : "dialog-information-symbolic");
  if (recovery->state != WAYMARK_RECOVERY_TYPED)
    text = describe (recovery);
  waymark_banner_set_text (self->recovery_banner, text);
  waymark_window_show_page (self, "plan");
  bring_back_typed (self, recovery->draft);
}

void
waymark_window_keep_recovered (WaymarkWindow *self)
{
  waymark_banner_set_text (self->recovery_banner, NULL);
}

static void
on_discard_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autofree char *answer = waymark_ask_finish (result);

  if (!g_str_equal (answer, "discard"))
    return;

  waymark_window_keep_recovered (self);
  if (waymark_session_get_file (self->session) != NULL)
    waymark_window_reload (self);
  else
    waymark_window_close_unsaved (self);
}

void
waymark_window_discard_recovered (WaymarkWindow *self)
{
  static const WaymarkAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", N_ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *title = waymark_session_dup_title (self->session);
  g_autofree char *body = NULL;

  if (waymark_session_get_file (self->session) != NULL)
    /* Translators: a plan's title */
    body = g_strdup_printf (_ ("“%s” will be what its file holds now. The recovered changes, and "
                               "what you have changed since, are lost for good."),
                            title);
  else
    /* Translators: a plan's title */
    body = g_strdup_printf (_ ("“%s” was never saved in a file. It is lost for good."), title);
  waymark_ask_async (GTK_WINDOW (self), _ ("Discard Recovered Changes?"), body, answers, "cancel",
                     on_discard_answered_cb, g_object_ref (self));
}
