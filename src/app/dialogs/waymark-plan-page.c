/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-plan-page.h"

#include "waymark-field-binding.h"

struct _WaymarkPlanPage
{
  AdwPreferencesPage parent_instance;

  AdwEntryRow *title_row;
  AdwEntryRow *ambassador;
  WaymarkProseRow *mission;
  WaymarkProseRow *vision;
};

G_DEFINE_FINAL_TYPE (WaymarkPlanPage, waymark_plan_page, ADW_TYPE_PREFERENCES_PAGE)

static void
waymark_plan_page_class_init (WaymarkPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
}

void
waymark_plan_page_set_session (WaymarkPlanPage *self, WaymarkSession *session)
{
  OkrItem *plan;

  g_return_if_fail (WAYMARK_IS_PLAN_PAGE (self) && WAYMARK_IS_SESSION (session));

  plan = OKR_ITEM (waymark_session_get_plan (session));
  waymark_field_bind_entry (self->title_row, session, plan, "title");
  waymark_field_bind_entry (self->ambassador, session, plan, "ambassador");
  waymark_field_bind_prose (self->mission, session, plan, "mission");
  waymark_field_bind_prose (self->vision, session, plan, "vision");
}
