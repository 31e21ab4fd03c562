/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-objective-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "okr-item-text.h"
#include "waymark-choice-row.h"
#include "waymark-explain.h"
#include "waymark-figures-strip.h"
#include "waymark-item-choices.h"
#include "waymark-item-form.h"
#include "waymark-link-list.h"
#include "waymark-number-row.h"
#include "waymark-person-row.h"
#include "waymark-status-pill.h"
#include "waymark-tags-row.h"
#include "waymark-wrap-text.h"

struct _WaymarkObjectivePage
{
  GtkBox parent_instance;

  WaymarkStatusPill *pill;
  WaymarkWrapText *title;
  WaymarkFiguresStrip *strip;
  WaymarkChoiceRow *team;
  WaymarkChoiceRow *cycle;
  WaymarkPersonRow *owner;
  WaymarkChoiceRow *state;
  WaymarkChoiceRow *ambition;
  WaymarkNumberRow *weight;
  WaymarkTagsRow *tags;
  WaymarkWrapText *description;
  WaymarkLinkList *key_results;
  WaymarkLinkList *parents;
  WaymarkLinkList *contributors;

  WaymarkSession *session;
  OkrObjective *objective;
  WaymarkItemForm *form;
  guint details_id;
};

G_DEFINE_FINAL_TYPE (WaymarkObjectivePage, waymark_objective_page, GTK_TYPE_BOX)

static OkrPlan *
get_plan (WaymarkObjectivePage *self)
{
  return waymark_session_get_plan (self->session);
}

static void
update_choices (WaymarkObjectivePage *self)
{
  /* Translators: no team is chosen */
  waymark_item_choices_show_teams (self->team, get_plan (self), _ ("None"));
  /* Translators: no cycle is chosen */
  waymark_item_choices_show_cycles (self->cycle, get_plan (self), _ ("None"));
}

/* The share that it has in its own team's figure for the cycle. */
static double
get_share (WaymarkObjectivePage *self)
{
  const OkrObjectiveFigures *own = okr_objective_get_figures (self->objective);
  GListModel *objectives = okr_plan_get_objectives (get_plan (self));
  OkrMean mean = { 0 };

  if (!own->counted || own->team == NULL || isnan (own->progress) ||
      !(okr_objective_get_weight (self->objective) > 0))
    return 0;

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);

      if (figures->counted && figures->cycle == own->cycle &&
          okr_plan_team_is_within (get_plan (self), figures->team, own->team))
        okr_mean_add (&mean, okr_objective_get_weight (objective), figures->progress);
    }

  return okr_mean_share (&mean, okr_objective_get_weight (self->objective));
}

static void
update_weight (WaymarkObjectivePage *self)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (self->objective);
  const double share = get_share (self);
  g_autofree char *percent = okr_format_percent (share, 0);
  g_autofree char *note = NULL;

  if (share > 0)
    /* Translators: below the weight of an objective: a percentage and its team */
    note = g_strdup_printf (_ ("%1$s of %2$s"), percent,
                            okr_item_get_title (OKR_ITEM (figures->team)));
  else if (!figures->counted || !(okr_objective_get_weight (self->objective) > 0))
    note = g_strdup (_ ("Not counted"));
  waymark_number_row_set_note (self->weight, note);
}

static void
update_details (WaymarkObjectivePage *self)
{
  OkrItem *item = OKR_ITEM (self->objective);
  g_auto (GStrv) names = okr_plan_list_people (get_plan (self));

  waymark_person_row_set_names (self->owner, (const char *const *) names);
  update_weight (self);
  waymark_link_list_show (self->key_results, WAYMARK_LINK_KEY_RESULTS, self->session, item);
  waymark_link_list_show (self->parents, WAYMARK_LINK_PARENTS, self->session, item);
  waymark_link_list_show (self->contributors, WAYMARK_LINK_CONTRIBUTORS, self->session, item);
}

static gboolean
on_details_cb (gpointer user_data)
{
  WaymarkObjectivePage *self = WAYMARK_OBJECTIVE_PAGE (user_data);

  self->details_id = 0;
  if (self->objective != NULL)
    update_details (self);

  return G_SOURCE_REMOVE;
}

static void
update (WaymarkObjectivePage *self)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (self->objective);

  update_choices (self);
  waymark_item_form_refresh (self->form);
  waymark_status_pill_set_status (self->pill, figures->status,
                                  okr_item_text_get_uncounted_state (OKR_ITEM (self->objective)));
  waymark_figures_strip_set (self->strip, figures->progress, figures->expected, figures->status);
  if (self->details_id == 0)
    self->details_id = g_idle_add (on_details_cb, self);
}

static char *
on_explain_cb (WaymarkObjectivePage *self)
{
  return self->objective != NULL
             ? waymark_explain_dup_item (get_plan (self), OKR_ITEM (self->objective))
             : NULL;
}

static void
init_form (WaymarkObjectivePage *self)
{
  const struct
  {
    gpointer field;
    const char *path;
  } fields[] = {
    { self->title, "title" },       { self->description, "description" },
    { self->team, "team" },         { self->cycle, "cycle" },
    { self->owner, "owner" },       { self->state, "state" },
    { self->ambition, "ambition" }, { self->weight, "weight" },
    { self->tags, "tags" },
  };

  self->form = waymark_item_form_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    waymark_item_form_add (self->form, fields[i].field, fields[i].path);
}

/* Not its title: who follows a link wants to read, not to write. */
static gboolean
waymark_objective_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_OBJECTIVE_PAGE (widget)->strip));
}

static void
waymark_objective_page_dispose (GObject *object)
{
  WaymarkObjectivePage *self = WAYMARK_OBJECTIVE_PAGE (object);

  g_clear_handle_id (&self->details_id, g_source_remove);
  g_clear_object (&self->form);
  g_clear_object (&self->objective);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_OBJECTIVE_PAGE);

  G_OBJECT_CLASS (waymark_objective_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, pill);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, strip);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, team);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, cycle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, owner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, state);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, ambition);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, weight);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, tags);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, description);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, key_results);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, parents);
  gtk_widget_class_bind_template_child (widget_class, WaymarkObjectivePage, contributors);
}

static void
waymark_objective_page_class_init (WaymarkObjectivePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_objective_page_dispose;
  widget_class->grab_focus = waymark_objective_page_grab_focus;
  g_type_ensure (WAYMARK_TYPE_STATUS_PILL);
  g_type_ensure (WAYMARK_TYPE_WRAP_TEXT);
  g_type_ensure (WAYMARK_TYPE_FIGURES_STRIP);
  g_type_ensure (WAYMARK_TYPE_CHOICE_ROW);
  g_type_ensure (WAYMARK_TYPE_NUMBER_ROW);
  g_type_ensure (WAYMARK_TYPE_PERSON_ROW);
  g_type_ensure (WAYMARK_TYPE_TAGS_ROW);
  g_type_ensure (WAYMARK_TYPE_LINK_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-objective-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_explain_cb);
}

static void
waymark_objective_page_init (WaymarkObjectivePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_choice_row_set_enum (self->state, OKR_TYPE_OBJECTIVE_STATE);
  waymark_choice_row_set_enum (self->ambition, OKR_TYPE_AMBITION);
  init_form (self);
}

void
waymark_objective_page_set_item (WaymarkObjectivePage *self, WaymarkSession *session,
                                 OkrObjective *objective)
{
  g_return_if_fail (WAYMARK_IS_OBJECTIVE_PAGE (self));
  g_return_if_fail (objective == NULL ||
                    (WAYMARK_IS_SESSION (session) && OKR_IS_OBJECTIVE (objective)));

  g_set_object (&self->session, session);
  if (!g_set_object (&self->objective, objective))
    return;

  if (objective == NULL)
    {
      waymark_item_form_set_item (self->form, NULL, NULL);
      return;
    }
  update_choices (self);
  waymark_item_form_set_item (self->form, session, OKR_ITEM (objective));
  update (self);
}

void
waymark_objective_page_refresh (WaymarkObjectivePage *self)
{
  g_return_if_fail (WAYMARK_IS_OBJECTIVE_PAGE (self));

  if (self->objective != NULL)
    update (self);
}
