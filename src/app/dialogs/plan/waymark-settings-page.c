/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-settings-page.h"

#include "waymark-field-binding.h"

struct _WaymarkSettingsPage
{
  AdwPreferencesPage parent_instance;

  GtkSpinButton *check_in_days;
  GtkSpinButton *grace_days;
  GtkSpinButton *objectives_per_team;
  GtkSpinButton *key_results_min;
  GtkSpinButton *key_results_max;
  AdwComboRow *fiscal_year_start;

  OkrPlan *plan;
};

G_DEFINE_FINAL_TYPE (WaymarkSettingsPage, waymark_settings_page, ADW_TYPE_PREFERENCES_PAGE)

static GListModel *
create_months (void)
{
  GtkStringList *months = gtk_string_list_new (NULL);

  for (GDateMonth month = G_DATE_JANUARY; month <= G_DATE_DECEMBER; month++)
    {
      GDate date;
      char name[64];

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, month, 2027);
      /* The form that stands alone, where a language has another one inside dates. */
      if (g_date_strftime (name, sizeof name, "%OB", &date) == 0)
        g_snprintf (name, sizeof name, "%d", (int) month);
      gtk_string_list_append (months, name);
    }

  return G_LIST_MODEL (months);
}

/* Fewest and most must not cross. */
static void
on_plan_changed_cb (WaymarkSettingsPage *self)
{
  gtk_adjustment_set_upper (gtk_spin_button_get_adjustment (self->key_results_min),
                            okr_plan_get_settings_key_results_max (self->plan));
  gtk_adjustment_set_lower (gtk_spin_button_get_adjustment (self->key_results_max),
                            MAX (okr_plan_get_settings_key_results_min (self->plan), 1));
}

static void
waymark_settings_page_dispose (GObject *object)
{
  g_clear_object (&WAYMARK_SETTINGS_PAGE (object)->plan);

  G_OBJECT_CLASS (waymark_settings_page_parent_class)->dispose (object);
}

static void
waymark_settings_page_class_init (WaymarkSettingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_settings_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-settings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkSettingsPage, check_in_days);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSettingsPage, grace_days);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSettingsPage, objectives_per_team);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSettingsPage, key_results_min);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSettingsPage, key_results_max);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSettingsPage, fiscal_year_start);
}

static void
waymark_settings_page_init (WaymarkSettingsPage *self)
{
  g_autoptr (GListModel) months = create_months ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->fiscal_year_start, months);
}

void
waymark_settings_page_set_session (WaymarkSettingsPage *self, WaymarkSession *session)
{
  OkrItem *plan;

  g_return_if_fail (WAYMARK_IS_SETTINGS_PAGE (self) && WAYMARK_IS_SESSION (session));

  g_set_object (&self->plan, waymark_session_get_plan (session));
  plan = OKR_ITEM (self->plan);
  waymark_field_bind_spin (self->check_in_days, session, plan, "settings.checkInDays");
  waymark_field_bind_spin (self->grace_days, session, plan, "settings.graceDays");
  waymark_field_bind_spin (self->objectives_per_team, session, plan, "settings.objectivesPerTeam");
  waymark_field_bind_spin (self->key_results_min, session, plan, "settings.keyResultsMin");
  waymark_field_bind_spin (self->key_results_max, session, plan, "settings.keyResultsMax");
  waymark_field_bind_combo (self->fiscal_year_start, session, plan, "settings.fiscalYearStart", 1);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (on_plan_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_plan_changed_cb (self);
}
