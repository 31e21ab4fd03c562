/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-plan-page.h"

#include "waymark-field-binding.h"
#include "waymark-item-form.h"
#include "waymark-person-row.h"

struct _WaymarkPlanPage
{
  AdwPreferencesPage parent_instance;

  AdwEntryRow *title_row;
  WaymarkPersonRow *ambassador;
  WaymarkProseRow *mission;
  WaymarkProseRow *vision;

  WaymarkItemForm *form;
};

G_DEFINE_FINAL_TYPE (WaymarkPlanPage, waymark_plan_page, ADW_TYPE_PREFERENCES_PAGE)

static void
waymark_plan_page_dispose (GObject *object)
{
  g_clear_object (&WAYMARK_PLAN_PAGE (object)->form);

  G_OBJECT_CLASS (waymark_plan_page_parent_class)->dispose (object);
}

static void
waymark_plan_page_class_init (WaymarkPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_plan_page_dispose;
  g_type_ensure (WAYMARK_TYPE_PERSON_ROW);
  g_type_ensure (WAYMARK_TYPE_PROSE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanPage, ambassador);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanPage, mission);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanPage, vision);
}

static void
waymark_plan_page_init (WaymarkPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->form = waymark_item_form_new ();
  waymark_item_form_add (self->form, WAYMARK_FIELD (self->ambassador), "ambassador");
}

void
waymark_plan_page_set_session (WaymarkPlanPage *self, WaymarkSession *session)
{
  g_auto (GStrv) people = NULL;
  OkrItem *plan;

  g_return_if_fail (WAYMARK_IS_PLAN_PAGE (self) && WAYMARK_IS_SESSION (session));

  plan = OKR_ITEM (waymark_session_get_plan (session));
  waymark_field_bind_entry (self->title_row, session, plan, "title");
  people = okr_plan_list_people (OKR_PLAN (plan));
  waymark_person_row_set_names (self->ambassador, (const char *const *) people);
  waymark_item_form_set_item (self->form, session, plan);
  g_signal_connect_object (plan, "changed", G_CALLBACK (waymark_item_form_refresh), self->form,
                           G_CONNECT_SWAPPED);
  waymark_field_bind_prose (self->mission, session, plan, "mission");
  waymark_field_bind_prose (self->vision, session, plan, "vision");
}
