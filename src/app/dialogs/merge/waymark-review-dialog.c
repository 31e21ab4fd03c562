/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-review-dialog.h"

#include <glib/gi18n.h>

#include "okr-visible-text.h"
#include "waymark-ask.h"
#include "waymark-change-list.h"
#include "waymark-difference-text.h"
#include "waymark-names.h"
#include "waymark-question.h"

struct _WaymarkReviewDialog
{
  AdwWindow parent_instance;

  AdwSqueezer *title_place;
  GtkWidget *title_box;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *title_strip; /* where the header has no room for it */
  GtkWidget *accept_button;
  GtkStack *pages;
  GtkListView *list;
  GtkWidget *answers;
  GtkLabel *progress;
  GtkLabel *short_progress; /* where there is little room */

  WaymarkSession *session;
  WaymarkMerge *merge;
  OkrPlan *plan; /* that has the questions */
  GListStore *rows;
  GPtrArray *questions;
  guint n_answered;
  guint update_idle;
  gboolean accepted;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkReviewDialog, waymark_review_dialog, ADW_TYPE_WINDOW)

static guint
count_answered (WaymarkReviewDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->questions->len; i++)
    {
      if (waymark_question_get_answer (self->questions->pdata[i]) != WAYMARK_UNANSWERED)
        n++;
    }

  return n;
}

static void
update_progress (WaymarkReviewDialog *self)
{
  const guint n = self->questions->len;
  g_autofree char *text = NULL;
  g_autofree char *short_text = NULL;

  self->n_answered = count_answered (self);
  /* Translators: how many of the questions are answered; the second number decides on the plural */
  text = g_strdup_printf (ngettext ("%1$u of %2$u answered", "%1$u of %2$u answered", n),
                          self->n_answered, n);
  /* Translators: the same where there is little room */
  short_text = g_strdup_printf (_ ("%1$u/%2$u"), self->n_answered, n);
  gtk_label_set_label (self->progress, text);
  gtk_label_set_label (self->short_progress, short_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->short_progress), text);
  waymark_names_set (GTK_WIDGET (self->short_progress), text);
  gtk_widget_set_visible (self->answers, n > 0);
  gtk_widget_set_sensitive (self->accept_button, self->merge != NULL || self->n_answered > 0);
}

static gboolean
on_update_idle_cb (gpointer user_data)
{
  WaymarkReviewDialog *self = user_data;

  self->update_idle = 0;
  update_progress (self);

  return G_SOURCE_REMOVE;
}

/* Once for all that are answered in one go. */
static void
on_answer_cb (WaymarkReviewDialog *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add (on_update_idle_cb, self);
}

static void
answer_rest (WaymarkReviewDialog *self, OkrResolution resolution)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      if (waymark_question_get_answer (self->questions->pdata[i]) == WAYMARK_UNANSWERED)
        waymark_question_set_answer (self->questions->pdata[i], (int) resolution);
    }
}

static void
on_all_mine_cb (WaymarkReviewDialog *self)
{
  answer_rest (self, OKR_RESOLUTION_OURS);
}

static void
on_all_theirs_cb (WaymarkReviewDialog *self)
{
  answer_rest (self, OKR_RESOLUTION_THEIRS);
}

/* The last first, for a list of many to be taken apart from its end. */
static gboolean
apply_answers (WaymarkReviewDialog *self, GError **error)
{
  okr_plan_begin (self->plan, _ ("Resolve Conflicts"));
  for (guint i = self->questions->len; i > 0; i--)
    {
      if (!waymark_question_apply (self->questions->pdata[i - 1], error))
        {
          okr_plan_cancel (self->plan);
          return FALSE;
        }
    }
  okr_plan_end (self->plan);

  return TRUE;
}

static char *
describe_result (WaymarkReviewDialog *self)
{
  const guint n_open = self->questions->len - self->n_answered;

  if (n_open > 0)
    return g_strdup_printf (
        ngettext ("%u question is still open", "%u questions are still open", n_open), n_open);

  return g_strdup (self->merge != NULL ? _ ("The copies are merged") : _ ("Conflicts resolved"));
}

static void
on_accept_cb (WaymarkReviewDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  update_progress (self);
  if (!apply_answers (self, &error) ||
      (self->merge != NULL && !waymark_merge_accept (self->merge, &error)))
    {
      /* Of a merge that is of no use any more nothing is left to look at. */
      waymark_tell (gtk_window_get_transient_for (GTK_WINDOW (self)),
                    _ ("The Plan Was Not Changed"), error->message);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  self->accepted = TRUE;
  message = describe_result (self);
  waymark_session_announce (self->session, message, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
append_heading (WaymarkReviewDialog *self, const char *title, const char *text)
{
  g_autoptr (WaymarkChange) change = waymark_change_new (WAYMARK_CHANGE_HEADING, title, text, NULL);

  g_list_store_append (self->rows, change);
}

static const char *
explain_questions (WaymarkReviewDialog *self)
{
  if (self->merge != NULL && !waymark_merge_has_base (self->merge))
    return _ ("What both copies come from is not known here, so that each field that differs is a "
              "question. What is not answered now can be decided later: until then, mine stays.");

  return _ ("Two people changed the same field. What is not answered now can be decided later: "
            "until then, mine stays.");
}

static void
fill_questions (WaymarkReviewDialog *self)
{
  GListModel *conflicts = okr_plan_get_conflicts (self->plan);
  const guint n = g_list_model_get_n_items (conflicts);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OkrConflict) conflict = g_list_model_get_item (conflicts, i);
      WaymarkQuestion *question = waymark_question_new (self->plan, conflict);

      g_signal_connect_object (question, "notify::answer", G_CALLBACK (on_answer_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->questions, question);
    }
  if (n > 0)
    append_heading (self, _ ("To Decide"), explain_questions (self));
  g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0,
                       self->questions->pdata, n);
}

static void
fill_notices (WaymarkReviewDialog *self)
{
  GPtrArray *notices = waymark_merge_get_notices (self->merge);

  if (notices->len > 0)
    append_heading (self, _ ("Good to Know"), NULL);
  for (guint i = 0; i < notices->len; i++)
    {
      const OkrMergeNotice *notice = notices->pdata[i];
      OkrItem *item = okr_plan_find (self->plan, notice->id);
      g_autofree char *name = item != NULL ? waymark_difference_text_name (item) : NULL;
      g_autofree char *text = okr_visible_text (notice->message, OKR_VISIBLE_ONE_LINE);
      g_autoptr (WaymarkChange) change =
          waymark_change_new (WAYMARK_CHANGE_NOTICE, name, text, notice->id);

      g_list_store_append (self->rows, change);
    }
}

/* Open questions are in the list above already. */
static GPtrArray *
filter_differences (GPtrArray *differences)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < differences->len; i++)
    {
      if (!OKR_IS_CONFLICT (okr_difference_get_item (differences->pdata[i])))
        g_ptr_array_add (shown, differences->pdata[i]);
    }

  return shown;
}

static void
fill_differences (WaymarkReviewDialog *self)
{
  g_autoptr (GPtrArray) differences =
      filter_differences (waymark_merge_get_differences (self->merge));
  g_autofree char *counts = waymark_difference_text_count (differences);

  if (differences->len > 0)
    append_heading (self, _ ("What Comes In"), counts);
  waymark_change_list_append (self->rows, differences);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gpointer row = gtk_list_item_get_item (list_item);
  const gboolean asks = WAYMARK_IS_QUESTION (row);
  GtkWidget *child =
      asks ? waymark_question_create_widget (row) : waymark_change_create_widget (row);
  g_autofree char *name = asks ? waymark_question_dup_name (row) : waymark_change_dup_name (row);

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, child);
  waymark_names_set (gtk_widget_get_parent (child), name);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

static void
on_title_place_cb (WaymarkReviewDialog *self)
{
  gtk_widget_set_visible (self->title_strip,
                          adw_squeezer_get_visible_child (self->title_place) != self->title_box);
}

static gboolean
waymark_review_dialog_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[FINISHED], 0, WAYMARK_REVIEW_DIALOG (window)->accepted);

  return GTK_WINDOW_CLASS (waymark_review_dialog_parent_class)->close_request (window);
}

static void
waymark_review_dialog_dispose (GObject *object)
{
  WaymarkReviewDialog *self = WAYMARK_REVIEW_DIALOG (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->plan);
  g_clear_object (&self->merge);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_review_dialog_parent_class)->dispose (object);
}

static void
waymark_review_dialog_class_init (WaymarkReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_review_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = waymark_review_dialog_close_request;
  signals[FINISHED] = g_signal_new ("finished", WAYMARK_TYPE_REVIEW_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, title_place);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, title_box);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, title_strip);
  gtk_widget_class_bind_template_callback (widget_class, on_title_place_cb);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, WaymarkReviewDialog, short_progress);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_theirs_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
waymark_review_dialog_init (WaymarkReviewDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_list_store_new (G_TYPE_OBJECT);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

static void
set_up_for_conflicts (WaymarkReviewDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Resolve Conflicts"));
  gtk_label_set_label (self->title, _ ("Resolve Conflicts"));
  gtk_button_set_label (GTK_BUTTON (self->accept_button), _ ("_Apply"));
}

GtkWidget *
waymark_review_dialog_new (WaymarkSession *session, WaymarkMerge *merge, const char *name)
{
  WaymarkReviewDialog *self;
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  self = g_object_new (WAYMARK_TYPE_REVIEW_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->merge, merge);
  self->plan = g_object_ref (merge != NULL ? waymark_merge_get_plan (merge)
                                           : waymark_session_get_plan (session));
  if (name != NULL)
    gtk_label_set_label (self->subtitle, name);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), name != NULL);
  if (merge == NULL)
    set_up_for_conflicts (self);

  fill_questions (self);
  if (merge != NULL)
    {
      fill_notices (self);
      fill_differences (self);
    }
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_list_view_set_model (self->list, selection);
  gtk_stack_set_visible_child_name (
      self->pages, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? "review" : "empty");
  update_progress (self);

  return GTK_WIDGET (self);
}
