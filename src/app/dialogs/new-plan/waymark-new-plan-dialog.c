/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-new-plan-dialog.h"

#include <glib/gi18n.h>

#include "waymark-ask.h"
#include "waymark-author.h"
#include "waymark-cycle-choice.h"
#include "waymark-key-result-entry.h"
#include "waymark-plan-draft.h"
#include "waymark-prose-row.h"
#include "waymark-show-dialog.h"
#include "waymark-team-names.h"

struct _WaymarkNewPlanDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *step_title;
  GtkButton *back;
  GtkButton *next;
  GtkStack *stack;
  GtkEditable *organisation;
  WaymarkProseRow *mission;
  WaymarkCycleChoice *cycle;
  WaymarkTeamNames *teams;
  GtkEditable *objective;
  GtkEditable *owner;
  WaymarkKeyResultEntry *key_results[WAYMARK_PLAN_DRAFT_KEY_RESULTS];
  GtkWidget *add_key_result;
  GtkLabel *problem;

  char *author; /* who owned the objective before somebody typed */
  WaymarkNewPlanCallback callback;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (WaymarkNewPlanDialog, waymark_new_plan_dialog, ADW_TYPE_WINDOW)

static const char *const steps[] = { "organisation", "cycle", "teams", "objective" };

#define N_STEPS ((int) G_N_ELEMENTS (steps))

/* What belongs to the texts of a draft. */
typedef struct
{
  WaymarkPlanDraft draft;
  char *organisation;
  char *mission;
  char *cycle_name;
  char **teams;
  char *objective;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_free (reading->organisation);
  g_free (reading->mission);
  g_free (reading->cycle_name);
  g_strfreev (reading->teams);
  g_free (reading->objective);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static int
get_step (WaymarkNewPlanDialog *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  int step = 0;

  while (step < N_STEPS - 1 && g_strcmp0 (steps[step], name) != 0)
    step++;

  return step;
}

static const char *
find_gap (const WaymarkPlanDraft *draft)
{
  for (guint i = 0; *draft->objective == '\0' && i < G_N_ELEMENTS (draft->key_results); i++)
    {
      if (*draft->key_results[i].title != '\0')
        return _ ("Give the objective a title: the key results are to tell when it is reached.");
    }

  return NULL;
}

/* Tells whether the step is answered; on the last step, whether all are. */
static gboolean
read_all (WaymarkNewPlanDialog *self, Reading *reading)
{
  WaymarkPlanDraft *draft = &reading->draft;
  const char *gap;
  gboolean complete;

  reading->organisation = g_strstrip (g_strdup (gtk_editable_get_text (self->organisation)));
  reading->mission = g_strstrip (waymark_prose_row_dup_text (self->mission));
  reading->objective = g_strstrip (g_strdup (gtk_editable_get_text (self->objective)));
  complete = waymark_cycle_choice_read (self->cycle, &reading->cycle_name, &draft->cycle_start,
                                        &draft->cycle_end);
  if (!waymark_team_names_read (self->teams, &reading->teams))
    complete = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->key_results); i++)
    {
      if (!waymark_key_result_entry_read (self->key_results[i], &draft->key_results[i]))
        complete = FALSE;
    }

  draft->organisation = reading->organisation;
  draft->mission = reading->mission;
  draft->cycle_name = reading->cycle_name;
  draft->teams = (const char *const *) reading->teams;
  draft->objective = reading->objective;
  draft->owner = gtk_editable_get_text (self->owner);

  gap = find_gap (draft);
  gtk_label_set_label (self->problem, gap != NULL ? gap : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), gap != NULL);

  return complete && gap == NULL;
}

static void
update (WaymarkNewPlanDialog *self)
{
  const int step = get_step (self);
  g_auto (Reading) reading = { 0 };
  g_autofree char *subtitle = NULL;
  gboolean complete;

  /* The template's own signals come before its last child is there. */
  if (self->owner == NULL)
    return;

  complete = read_all (self, &reading);
  /* Translators: where in an assistant one is */
  subtitle = g_strdup_printf (_ ("Step %d of %d"), step + 1, N_STEPS);
  adw_window_title_set_subtitle (self->step_title, subtitle);
  gtk_button_set_label (self->back, step == 0 ? _ ("_Cancel") : _ ("_Back"));
  gtk_button_set_label (self->next, step == N_STEPS - 1 ? _ ("_Create") : _ ("_Next"));
  /* A later step cannot be wrong before one has been there. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), complete);
}

static void
go_to (WaymarkNewPlanDialog *self, int step)
{
  GtkWidget *const first[] = { GTK_WIDGET (self->organisation), NULL, GTK_WIDGET (self->teams),
                               GTK_WIDGET (self->objective) };

  gtk_stack_set_visible_child_name (self->stack, steps[step]);
  update (self);
  if (first[step] != NULL)
    gtk_widget_grab_focus (first[step]);
}

static void
create (WaymarkNewPlanDialog *self)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  OkrPlan *plan;

  if (!read_all (self, &reading))
    return;

  plan = waymark_plan_draft_build (&reading.draft, &error);
  if (plan == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }

  self->callback (plan, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_back_cb (WaymarkNewPlanDialog *self)
{
  const int step = get_step (self);

  if (step == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    go_to (self, step - 1);
}

static void
on_next_cb (WaymarkNewPlanDialog *self)
{
  const int step = get_step (self);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->next)))
    return;

  if (step == N_STEPS - 1)
    create (self);
  else
    go_to (self, step + 1);
}

static void
on_add_key_result_cb (WaymarkNewPlanDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->key_results); i++)
    {
      GtkWidget *entry = GTK_WIDGET (self->key_results[i]);

      if (gtk_widget_get_visible (entry))
        continue;
      gtk_widget_set_visible (entry, TRUE);
      gtk_widget_set_visible (self->add_key_result, i + 1 < G_N_ELEMENTS (self->key_results));
      gtk_widget_grab_focus (entry);
      return;
    }
}

static void
on_objective_activated_cb (WaymarkNewPlanDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->owner));
}

static void
on_owner_activated_cb (WaymarkNewPlanDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->key_results[0]));
}

static void
on_key_result_activated_cb (WaymarkNewPlanDialog *self, WaymarkKeyResultEntry *entry)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (self->key_results); i++)
    {
      GtkWidget *next = GTK_WIDGET (self->key_results[i + 1]);

      if (self->key_results[i] == entry && gtk_widget_get_visible (next))
        {
          gtk_widget_grab_focus (next);
          return;
        }
    }
  on_next_cb (self);
}

static gboolean
on_alt_left_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (get_step (WAYMARK_NEW_PLAN_DIALOG (widget)) > 0)
    on_back_cb (WAYMARK_NEW_PLAN_DIALOG (widget));

  return GDK_EVENT_STOP;
}

/* Whether it holds something that nobody wants to type again. */
static gboolean
has_typed (WaymarkNewPlanDialog *self)
{
  g_auto (Reading) reading = { 0 };

  read_all (self, &reading);
  for (guint i = 0; i < G_N_ELEMENTS (self->key_results); i++)
    {
      if (!waymark_key_result_entry_is_empty (self->key_results[i]))
        return TRUE;
    }

  return *reading.organisation != '\0' || *reading.mission != '\0' || reading.teams[0] != NULL ||
         *reading.objective != '\0' || !g_str_equal (reading.draft.owner, self->author) ||
         !waymark_cycle_choice_is_untouched (self->cycle);
}

static void
on_discard_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) self = user_data;

  if (waymark_ask_discard_finish (result))
    gtk_window_destroy (self);
}

static gboolean
waymark_new_plan_dialog_close_request (GtkWindow *window)
{
  if (has_typed (WAYMARK_NEW_PLAN_DIALOG (window)))
    {
      if (!waymark_ask_is_open (window))
        waymark_ask_discard_async (window, _ ("Discard the New Plan?"),
                                   _ ("What is typed is in no plan yet. It is lost for good when "
                                      "you discard it."),
                                   on_discard_answered_cb, g_object_ref (window));
      return TRUE;
    }

  return GTK_WINDOW_CLASS (waymark_new_plan_dialog_parent_class)->close_request (window);
}

static void
waymark_new_plan_dialog_finalize (GObject *object)
{
  g_free (WAYMARK_NEW_PLAN_DIALOG (object)->author);

  G_OBJECT_CLASS (waymark_new_plan_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, step_title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, back);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, next);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, mission);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, cycle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, teams);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, objective);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, owner);
  for (guint i = 0; i < WAYMARK_PLAN_DRAFT_KEY_RESULTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("key_result_%u", i + 1);

      gtk_widget_class_bind_template_child_full (
          widget_class, name, FALSE,
          G_STRUCT_OFFSET (WaymarkNewPlanDialog, key_results) +
              (gssize) (i * sizeof (WaymarkKeyResultEntry *)));
    }
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, add_key_result);
  gtk_widget_class_bind_template_child (widget_class, WaymarkNewPlanDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_key_result_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_objective_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_owner_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_result_activated_cb);
}

static void
waymark_new_plan_dialog_class_init (WaymarkNewPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waymark_new_plan_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = waymark_new_plan_dialog_close_request;

  g_type_ensure (WAYMARK_TYPE_CYCLE_CHOICE);
  g_type_ensure (WAYMARK_TYPE_KEY_RESULT_ENTRY);
  g_type_ensure (WAYMARK_TYPE_PROSE_ROW);
  g_type_ensure (WAYMARK_TYPE_TEAM_NAMES);
  bind_template (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_alt_left_cb, NULL);
}

static void
waymark_new_plan_dialog_init (WaymarkNewPlanDialog *self)
{
  self->author = waymark_author_dup ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->owner, self->author);
  update (self);
}

GtkWidget *
waymark_new_plan_dialog_new (WaymarkNewPlanCallback callback, gpointer user_data)
{
  WaymarkNewPlanDialog *self;

  g_return_val_if_fail (callback != NULL, NULL);

  self = g_object_new (WAYMARK_TYPE_NEW_PLAN_DIALOG, NULL);
  self->callback = callback;
  self->user_data = user_data;

  return GTK_WIDGET (self);
}

void
waymark_new_plan_dialog_present (GtkWindow *parent, WaymarkNewPlanCallback callback,
                                 gpointer user_data)
{
  GtkWidget *dialog = waymark_new_plan_dialog_new (callback, user_data);

  g_return_if_fail (dialog != NULL);

  waymark_show_dialog (GTK_WINDOW (dialog), parent);
  gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_NEW_PLAN_DIALOG (dialog)->organisation));
}
