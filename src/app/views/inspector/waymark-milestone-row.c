/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-milestone-row.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "okr-format.h"
#include "okr-item-text.h"
#include "okr-number.h"
#include "waymark-date-row.h"
#include "waymark-number-row.h"
#include "waymark-text-row.h"

struct _WaymarkMilestoneRow
{
  WaymarkChildRow parent_instance;

  GtkWidget *check;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (WaymarkMilestoneRow, waymark_milestone_row, WAYMARK_TYPE_CHILD_ROW)

static void
build (WaymarkChildRow *row)
{
  GtkWidget *weight = waymark_number_row_new ();

  g_object_set (weight, "required", TRUE, NULL);
  waymark_child_row_add_field (row, waymark_text_row_new (), _ ("Title"), "title");
  waymark_child_row_add_field (row, weight, _ ("Weight"), "weight");
  waymark_child_row_add_field (row, waymark_date_row_new (), _ ("Done on"), "done");
}

static char *
dup_subtitle (OkrMilestone *milestone)
{
  const OkrDay done = okr_milestone_get_done (milestone);
  const double number = okr_milestone_get_weight (milestone);
  const gboolean weighted = !okr_number_equal (number, 1);
  g_autofree char *day = okr_format_day_short (done);
  g_autofree char *weight = okr_format_number (number, okr_format_count_decimals (number));

  if (done != OKR_DAY_NONE && weighted)
    /* Translators: of a milestone: a date and a number */
    return g_strdup_printf (_ ("Done on %1$s · weight %2$s"), day, weight);
  if (done != OKR_DAY_NONE)
    /* Translators: of a milestone: a date */
    return g_strdup_printf (_ ("Done on %s"), day);
  if (weighted)
    /* Translators: of a milestone: a number */
    return g_strdup_printf (_ ("Weight %s"), weight);

  return g_strdup ("");
}

static void
update (WaymarkChildRow *row)
{
  WaymarkMilestoneRow *self = WAYMARK_MILESTONE_ROW (row);
  OkrItem *item = waymark_child_row_get_item (row);
  const char *title = okr_item_text_get_title (item);
  g_autofree char *subtitle = dup_subtitle (OKR_MILESTONE (item));
  g_autofree char *name = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check),
                               okr_milestone_get_done (OKR_MILESTONE (item)) != OKR_DAY_NONE);
  self->showing = FALSE;
  /* Translators: name of a check box; the title of a milestone */
  name = g_strdup_printf (_ ("Done: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_toggled_cb (WaymarkMilestoneRow *self)
{
  WaymarkChildRow *row = WAYMARK_CHILD_ROW (self);
  WaymarkSession *session = waymark_child_row_get_session (row);
  OkrPlan *plan;
  OkrDay day;
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;

  plan = waymark_session_get_plan (session);
  day = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)) ? okr_plan_get_today (plan)
                                                                     : OKR_DAY_NONE;
  if (okr_edit_set_day (plan, waymark_child_row_get_item (row), "done", day, &error))
    return;

  waymark_session_report (session, error);
  update (row);
}

static void
waymark_milestone_row_class_init (WaymarkMilestoneRowClass *klass)
{
  WAYMARK_CHILD_ROW_CLASS (klass)->build = build;
  WAYMARK_CHILD_ROW_CLASS (klass)->update = update;
}

static void
waymark_milestone_row_init (WaymarkMilestoneRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->check, _ ("Done"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->check);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
waymark_milestone_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_MILESTONE_ROW, NULL);
}
