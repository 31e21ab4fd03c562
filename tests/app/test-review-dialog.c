/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review of a merge: what it shows, and what its answers do to the plan. */
#include "config.h"

#include <string.h>
#include <time.h>

#include "dialog-fixture.h"
#include "test-plans.h"
#include "waymark-change-list.h"
#include "waymark-merge.h"
#include "waymark-question.h"
#include "waymark-review-dialog.h"

#define MANY 10000

typedef struct
{
  DialogFixture base;
  WaymarkMerge *merge;
} Desk;

static void
set_mission (OkrPlan *plan, const char *mission)
{
  g_assert_true (okr_edit_set_text (plan, OKR_ITEM (plan), "mission", mission, NULL));
}

static OkrItem *
get_first_objective (OkrPlan *plan)
{
  g_autoptr (OkrItem) item = g_list_model_get_item (okr_plan_get_objectives (plan), 0);

  return item;
}

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ((Desk *) user_data)->merge = waymark_merge_prepare_finish (result, &error);
  g_assert_no_error (error);
}

static void
open_dialog (Desk *self)
{
  show_dialog (&self->base,
               waymark_review_dialog_new (self->base.session, self->merge, "theirs.okr"));
}

/* Both copies say something else of the mission; theirs has another title, too. */
static void
open_merge (Desk *self)
{
  g_autoptr (GBytes) base = okr_plan_to_bytes (self->base.plan);
  g_autoptr (OkrPlan) other = test_plan_from_bytes (base);
  g_autoptr (GBytes) theirs = NULL;

  set_mission (other, "Theirs");
  g_assert_true (
      okr_edit_set_text (other, get_first_objective (other), "title", "Their title", NULL));
  theirs = okr_plan_to_bytes (other);
  set_mission (self->base.plan, "Mine");
  waymark_merge_prepare_async (self->base.session, theirs, base, NULL, on_prepared_cb, self);
  while (self->merge == NULL)
    g_main_context_iteration (NULL, TRUE);
  open_dialog (self);
}

static void
set_up (Desk *self, gconstpointer data)
{
  dialog_fixture_set_up_small (&self->base, data);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  spin ();
  g_clear_object (&self->merge);
  dialog_fixture_tear_down (&self->base, data);
}

static void
close_dialog (Desk *self)
{
  gtk_window_close (GTK_WINDOW (self->base.dialog));
}

static GListModel *
get_rows (Desk *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (child_of (self->base.dialog, "list")));
}

static WaymarkQuestion *
get_question (Desk *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (self)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (get_rows (self), i);

      if (WAYMARK_IS_QUESTION (row))
        return WAYMARK_QUESTION (row);
    }

  return NULL;
}

static gboolean
has_row (Desk *self, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (self)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (get_rows (self), i);
      g_autofree char *text =
          WAYMARK_IS_CHANGE (row) ? waymark_change_dup_name (WAYMARK_CHANGE (row)) : NULL;

      if (text != NULL && strstr (text, name) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
wait_for_progress (Desk *self, const char *text)
{
  while (!g_str_equal (gtk_label_get_label (child_of (self->base.dialog, "progress")), text))
    g_main_context_iteration (NULL, TRUE);
}

static void
accept (Desk *self)
{
  g_signal_emit_by_name (child_of (self->base.dialog, "accept_button"), "clicked");
}

static void
test_accept (Desk *self, gconstpointer data)
{
  open_merge (self);
  g_assert_true (has_row (self, "to “Their title”"));
  wait_for_progress (self, "0 of 1 answered");
  waymark_question_set_answer (get_question (self), OKR_RESOLUTION_THEIRS);
  wait_for_progress (self, "1 of 1 answered");
  accept (self);

  g_assert_cmpstr (okr_plan_get_mission (self->base.plan), ==, "Theirs");
  g_assert_cmpstr (okr_item_get_title (get_first_objective (self->base.plan)), ==, "Their title");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (self->base.plan)), ==, 0);
  g_assert_true (okr_plan_undo (self->base.plan, NULL));
  g_assert_cmpstr (okr_plan_get_mission (self->base.plan), ==, "Mine");
}

/* What is left open can be decided later, in the same dialog. */
static void
test_later (Desk *self, gconstpointer data)
{
  open_merge (self);
  accept (self);
  g_assert_cmpstr (okr_plan_get_mission (self->base.plan), ==, "Mine");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (self->base.plan)), ==, 1);

  g_clear_object (&self->merge);
  open_dialog (self);
  g_assert_false (gtk_widget_get_sensitive (child_of (self->base.dialog, "accept_button")));
  waymark_question_set_answer (get_question (self), OKR_RESOLUTION_BOTH);
  wait_for_progress (self, "1 of 1 answered");
  accept (self);
  g_assert_cmpstr (okr_plan_get_mission (self->base.plan), ==, "Mine\n\nTheirs");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (self->base.plan)), ==, 0);
  g_assert_true (okr_plan_undo (self->base.plan, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (self->base.plan)), ==, 1);
}

static void
on_finished_cb (GtkWidget *dialog, gboolean accepted, gboolean *answer)
{
  *answer = !accepted;
}

static void
test_cancel (Desk *self, gconstpointer data)
{
  gboolean cancelled = FALSE;

  open_merge (self);
  g_signal_connect (self->base.dialog, "finished", G_CALLBACK (on_finished_cb), &cancelled);
  waymark_question_set_answer (get_question (self), OKR_RESOLUTION_THEIRS);
  close_dialog (self);
  g_assert_true (cancelled);
  g_assert_cmpstr (okr_plan_get_mission (self->base.plan), ==, "Mine");
}

static void
test_edited_meanwhile (Desk *self, gconstpointer data)
{
  open_merge (self);
  set_mission (self->base.plan, "Mine again");
  accept (self);
  g_assert_cmpstr (okr_plan_get_mission (self->base.plan), ==, "Mine again");
}

/* Ten thousand questions neither freeze the dialog when it comes nor when they are answered. The
 * time is the processor's: what else the machine does is not counted. */
static void
test_many (Desk *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (OkrPlan) plan = NULL;
  clock_t began;
  double shown;

  g_string_append (text,
                   "{\"format\":\"okr\",\"formatVersion\":1,\"minReader\":1,\"id\":\"p-many\","
                   "\"title\":\"Many\",\"objectives\":[");
  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "%s{\"id\":\"o-%u\",\"title\":\"Mine %u\"}", i > 0 ? "," : "", i,
                            i);
  g_string_append (text, "],\"conflicts\":[");
  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"x-%u\",\"item\":\"o-%u\",\"field\":\"title\","
                            "\"ours\":\"Mine %u\",\"theirs\":\"Theirs %u\"}",
                            i > 0 ? "," : "", i, i, i, i);
  g_string_append (text, "]}");
  plan = test_plan_from_text (text->str);
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (plan)), ==, MANY);
  waymark_session_set_plan (self->base.session, plan);

  began = clock ();
  open_dialog (self);
  wait_for_progress (self, "0 of 10000 answered");
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  shown = (double) (clock () - began) / CLOCKS_PER_SEC;
  began = clock ();
  for (guint i = 1; i <= MANY; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (get_rows (self), i);

      waymark_question_set_answer (WAYMARK_QUESTION (row), OKR_RESOLUTION_THEIRS);
    }
  wait_for_progress (self, "10000 of 10000 answered");
  accept (self);
  g_test_message ("10,000 conflicts: shown in %.2f s, resolved in %.2f s", shown,
                  (double) (clock () - began) / CLOCKS_PER_SEC);
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (plan)), ==, 0);
  g_assert_cmpfloat (shown, <, 10);
  waymark_session_set_plan (self->base.session, self->base.plan);
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, text))
        return TRUE;
    }

  return FALSE;
}

/* What a third copy says is to be seen before somebody decides. */
static void
test_third_copy (Desk *self, gconstpointer data)
{
  g_autofree char *text = test_plan_to_text (self->base.plan);
  g_autofree char *longer = NULL;
  OkrPlan *plan;
  WaymarkQuestion *question;
  GtkWidget *widget;

  *strrchr (text, '}') = '\0';
  longer = g_strconcat (text,
                        ", \"conflicts\": [{ \"id\": \"x1\", \"item\": \"o1\", \"field\": "
                        "\"title\", \"theirs\": \"Second\", \"others\": [\"Third\"] }] }\n",
                        NULL);
  plan = test_plan_from_text (longer);
  {
    g_autoptr (OkrConflict) conflict = g_list_model_get_item (okr_plan_get_conflicts (plan), 0);

    question = waymark_question_new (plan, conflict);
  }
  widget = g_object_ref_sink (waymark_question_create_widget (question));
  g_assert_true (has_label (widget, "Second"));
  g_assert_true (has_label (widget, "Third"));
  g_object_unref (widget);
  test_finalize (question);
  test_finalize (plan);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)
  ADD ("/review-dialog/accept", test_accept);
  ADD ("/review-dialog/third-copy", test_third_copy);
  ADD ("/review-dialog/later", test_later);
  ADD ("/review-dialog/cancel", test_cancel);
  ADD ("/review-dialog/edited-meanwhile", test_edited_meanwhile);
  ADD ("/review-dialog/many", test_many);

  return g_test_run ();
}
