/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-key-result-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-explain.h"
#include "okr-format.h"
#include "okr-goalpost.h"
#include "okr-item-text.h"
#include "waymark-check-in-log.h"
#include "waymark-child-list.h"
#include "waymark-choice-row.h"
#include "waymark-date-row.h"
#include "waymark-explain.h"
#include "waymark-figures-strip.h"
#include "waymark-history-chart.h"
#include "waymark-item-form.h"
#include "waymark-key-result-chart.h"
#include "waymark-link-list.h"
#include "waymark-number-row.h"
#include "waymark-person-row.h"
#include "waymark-status-pill.h"
#include "waymark-text-row.h"
#include "waymark-wrap-text.h"

struct _WaymarkKeyResultPage
{
  GtkBox parent_instance;

  WaymarkStatusPill *pill;
  WaymarkWrapText *title;
  GtkLabel *history_note;
  WaymarkFiguresStrip *strip;
  WaymarkHistoryChart *chart;
  GtkLabel *projection;
  WaymarkChoiceRow *kind;
  WaymarkNumberRow *start;
  WaymarkNumberRow *target;
  WaymarkNumberRow *low;
  WaymarkNumberRow *high;
  AdwActionRow *current;
  GtkLabel *current_value;
  WaymarkTextRow *unit;
  WaymarkNumberRow *weight;
  WaymarkDateRow *due;
  WaymarkChoiceRow *kpi;
  WaymarkTextRow *source;
  WaymarkPersonRow *owner;
  WaymarkWrapText *description;
  WaymarkChildList *milestones;
  WaymarkChildList *initiatives;
  WaymarkCheckInLog *log;
  WaymarkLinkList *contributors;

  WaymarkSession *session;
  OkrKeyResult *kr;
  WaymarkItemForm *form;
  guint details_id;
};

G_DEFINE_FINAL_TYPE (WaymarkKeyResultPage, waymark_key_result_page, GTK_TYPE_BOX)

static OkrPlan *
get_plan (WaymarkKeyResultPage *self)
{
  return waymark_session_get_plan (self->session);
}

static void
update_number (WaymarkKeyResultPage *self, WaymarkNumberRow *row, gboolean fits, OkrGoalpost post)
{
  g_autofree char *note = okr_goalpost_dup_note (self->kr, post);

  gtk_widget_set_visible (GTK_WIDGET (row), fits);
  waymark_number_row_set_unit (row, okr_key_result_get_unit (self->kr));
  waymark_number_row_set_note (row, note);
}

static void
update_range (WaymarkKeyResultPage *self)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (self->kr);
  const gboolean change = kind == OKR_KEY_RESULT_KIND_CHANGE;
  const gboolean limit =
      kind == OKR_KEY_RESULT_KIND_AT_LEAST || kind == OKR_KEY_RESULT_KIND_AT_MOST;
  const gboolean between = kind == OKR_KEY_RESULT_KIND_BETWEEN;
  const gboolean counted = change || limit || between || kind == OKR_KEY_RESULT_KIND_BASELINE;
  GListModel *milestones = okr_key_result_get_milestones (self->kr);
  g_autofree char *value = okr_item_text_dup_value (self->kr);

  update_number (self, self->start, change || limit, OKR_GOALPOST_START);
  update_number (self, self->target, change || limit, OKR_GOALPOST_TARGET);
  update_number (self, self->low, between, OKR_GOALPOST_LOW);
  update_number (self, self->high, between, OKR_GOALPOST_HIGH);
  gtk_label_set_text (self->current_value, value != NULL ? value : OKR_FORMAT_NOTHING);
  gtk_widget_set_visible (GTK_WIDGET (self->current), kind != OKR_KEY_RESULT_KIND_MILESTONES);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), counted);
  gtk_widget_set_visible (GTK_WIDGET (self->milestones),
                          kind == OKR_KEY_RESULT_KIND_MILESTONES ||
                              g_list_model_get_n_items (milestones) > 0);
}

static void
update_weight (WaymarkKeyResultPage *self)
{
  g_autofree char *note = okr_item_text_dup_share (self->kr);

  waymark_number_row_set_note (self->weight, note);
}

static void
update_due (WaymarkKeyResultPage *self)
{
  OkrItem *objective = okr_item_get_parent (OKR_ITEM (self->kr));
  OkrCycle *cycle = OKR_IS_OBJECTIVE (objective)
                        ? okr_objective_get_figures (OKR_OBJECTIVE (objective))->cycle
                        : NULL;
  g_autofree char *note = okr_goalpost_dup_note (self->kr, OKR_GOALPOST_DUE);

  waymark_date_row_set_fallback (self->due,
                                 cycle != NULL ? okr_cycle_get_end (cycle) : OKR_DAY_NONE);
  waymark_date_row_set_note (self->due, note);
}

/* What happened to the wording and the kind since it was agreed. */
static void
update_history_note (WaymarkKeyResultPage *self)
{
  g_autofree char *note = NULL;

  if (okr_key_result_get_added_later (self->kr))
    note = g_strdup (_ ("Added after the cycle had begun"));
  else
    note = okr_goalpost_dup_note (self->kr, OKR_GOALPOST_TITLE);
  if (note == NULL)
    note = okr_goalpost_dup_note (self->kr, OKR_GOALPOST_KIND);
  gtk_label_set_text (self->history_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->history_note), note != NULL);
}

static void
update_kpis (WaymarkKeyResultPage *self)
{
  GListModel *kpis = okr_plan_get_kpis (get_plan (self));
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (WaymarkChoice));
  /* Translators: no KPI is chosen */
  const WaymarkChoice none = { "", _ ("None"), 0 };

  g_array_append_val (choices, none);
  for (guint i = 0; i < g_list_model_get_n_items (kpis); i++)
    {
      g_autoptr (OkrItem) kpi = g_list_model_get_item (kpis, i);
      const WaymarkChoice choice = { okr_item_get_id (kpi), okr_item_text_get_title (kpi), 0 };

      g_array_append_val (choices, choice);
    }
  waymark_choice_row_set_choices (self->kpi, (const WaymarkChoice *) (gpointer) choices->data,
                                  choices->len);
  gtk_widget_set_visible (GTK_WIDGET (self->kpi), choices->len > 1);
}

static void
update_figures (WaymarkKeyResultPage *self)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (self->kr);
  g_autofree char *projection =
      okr_projection_explain (&figures->projection, okr_key_result_get_unit (self->kr), 0);

  waymark_status_pill_set_status (self->pill, figures->status, NULL);
  waymark_figures_strip_set (self->strip, figures->progress, figures->expected, figures->status);
  gtk_label_set_text (self->projection, projection != NULL ? projection : "");
  gtk_widget_set_visible (GTK_WIDGET (self->projection), projection != NULL);
}

static void
update_chart (WaymarkKeyResultPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->chart),
                          waymark_key_result_chart_show (self->chart, get_plan (self), self->kr));
}

/* What costs most to lay out. */
static void
update_details (WaymarkKeyResultPage *self)
{
  g_auto (GStrv) names = okr_plan_list_people (get_plan (self));

  update_chart (self);
  waymark_person_row_set_names (self->owner, (const char *const *) names);
  waymark_child_list_show (self->milestones, self->session, self->kr);
  waymark_child_list_show (self->initiatives, self->session, self->kr);
  waymark_check_in_log_show (self->log, self->session, self->kr);
  waymark_link_list_show (self->contributors, WAYMARK_LINK_CONTRIBUTORS, self->session,
                          OKR_ITEM (self->kr));
  gtk_widget_set_visible (GTK_WIDGET (self->contributors),
                          waymark_link_list_get_n_links (self->contributors) > 0);
}

static gboolean
on_details_cb (gpointer user_data)
{
  WaymarkKeyResultPage *self = WAYMARK_KEY_RESULT_PAGE (user_data);

  self->details_id = 0;
  if (self->kr != NULL)
    update_details (self);

  return G_SOURCE_REMOVE;
}

static void
queue_details (WaymarkKeyResultPage *self)
{
  if (self->details_id == 0)
    self->details_id = g_idle_add (on_details_cb, self);
}

static void
update (WaymarkKeyResultPage *self)
{
  update_kpis (self);
  waymark_item_form_refresh (self->form);
  update_range (self);
  update_weight (self);
  update_due (self);
  update_history_note (self);
  update_figures (self);
  queue_details (self);
}

static char *
on_explain_cb (WaymarkKeyResultPage *self)
{
  return self->kr != NULL ? waymark_explain_dup_item (get_plan (self), OKR_ITEM (self->kr)) : NULL;
}

static void
init_form (WaymarkKeyResultPage *self)
{
  const struct
  {
    gpointer field;
    const char *path;
  } fields[] = {
    { self->title, "title" },   { self->description, "description" },
    { self->kind, "kind" },     { self->start, "start" },
    { self->target, "target" }, { self->low, "low" },
    { self->high, "high" },     { self->unit, "unit" },
    { self->weight, "weight" }, { self->due, "due" },
    { self->kpi, "kpi" },       { self->source, "source" },
    { self->owner, "owner" },
  };

  self->form = waymark_item_form_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    waymark_item_form_add (self->form, fields[i].field, fields[i].path);
}

/* Not its title: who follows a link wants to read, not to write. */
static gboolean
waymark_key_result_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_KEY_RESULT_PAGE (widget)->strip));
}

static void
waymark_key_result_page_dispose (GObject *object)
{
  WaymarkKeyResultPage *self = WAYMARK_KEY_RESULT_PAGE (object);

  g_clear_handle_id (&self->details_id, g_source_remove);
  g_clear_object (&self->form);
  g_clear_object (&self->kr);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_KEY_RESULT_PAGE);

  G_OBJECT_CLASS (waymark_key_result_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, pill);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, history_note);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, strip);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, chart);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, projection);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, kind);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, start);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, target);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, low);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, high);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, current);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, current_value);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, unit);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, weight);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, due);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, kpi);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, source);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, owner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, description);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, milestones);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, initiatives);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, log);
  gtk_widget_class_bind_template_child (widget_class, WaymarkKeyResultPage, contributors);
}

static void
waymark_key_result_page_class_init (WaymarkKeyResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_key_result_page_dispose;
  widget_class->grab_focus = waymark_key_result_page_grab_focus;
  g_type_ensure (WAYMARK_TYPE_STATUS_PILL);
  g_type_ensure (WAYMARK_TYPE_WRAP_TEXT);
  g_type_ensure (WAYMARK_TYPE_FIGURES_STRIP);
  g_type_ensure (WAYMARK_TYPE_HISTORY_CHART);
  g_type_ensure (WAYMARK_TYPE_CHOICE_ROW);
  g_type_ensure (WAYMARK_TYPE_NUMBER_ROW);
  g_type_ensure (WAYMARK_TYPE_DATE_ROW);
  g_type_ensure (WAYMARK_TYPE_TEXT_ROW);
  g_type_ensure (WAYMARK_TYPE_PERSON_ROW);
  g_type_ensure (WAYMARK_TYPE_CHILD_LIST);
  g_type_ensure (WAYMARK_TYPE_CHECK_IN_LOG);
  g_type_ensure (WAYMARK_TYPE_LINK_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-key-result-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_explain_cb);
}

static void
waymark_key_result_page_init (WaymarkKeyResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_choice_row_set_enum (self->kind, OKR_TYPE_KEY_RESULT_KIND);
  init_form (self);
}

void
waymark_key_result_page_set_item (WaymarkKeyResultPage *self, WaymarkSession *session,
                                  OkrKeyResult *kr)
{
  g_return_if_fail (WAYMARK_IS_KEY_RESULT_PAGE (self));
  g_return_if_fail (kr == NULL || (WAYMARK_IS_SESSION (session) && OKR_IS_KEY_RESULT (kr)));

  g_set_object (&self->session, session);
  if (!g_set_object (&self->kr, kr))
    return;

  if (kr == NULL)
    {
      waymark_item_form_set_item (self->form, NULL, NULL);
      return;
    }
  update_kpis (self);
  waymark_item_form_set_item (self->form, session, OKR_ITEM (kr));
  /* At once: under the new title the history of another would be a false statement. */
  update_chart (self);
  update (self);
}

void
waymark_key_result_page_refresh (WaymarkKeyResultPage *self)
{
  g_return_if_fail (WAYMARK_IS_KEY_RESULT_PAGE (self));

  if (self->kr != NULL)
    update (self);
}
