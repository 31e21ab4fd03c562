/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-cycles-page.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "waymark-cycle-editor.h"
#include "waymark-cycle-maker.h"
#include "waymark-item-rows.h"

struct _WaymarkCyclesPage
{
  AdwPreferencesPage parent_instance;

  GtkListBox *list;
  AdwActionRow *year_row;
  GtkSpinButton *year;

  WaymarkSession *session;
  OkrPlan *plan;
};

G_DEFINE_FINAL_TYPE (WaymarkCyclesPage, waymark_cycles_page, ADW_TYPE_PREFERENCES_PAGE)

static GtkWidget *
create_row (OkrItem *cycle, gpointer user_data)
{
  WaymarkCyclesPage *self = user_data;

  return waymark_cycle_editor_new (self->session, OKR_CYCLE (cycle));
}

static void
update_list (WaymarkCyclesPage *self)
{
  GListModel *cycles = okr_plan_get_cycles (self->plan);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    g_ptr_array_add (items, g_list_model_get_item (cycles, i));
  waymark_item_rows_sync (self->list, items, create_row, self);
}

static void
on_year_changed_cb (WaymarkCyclesPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;
  guint month;
  OkrDay start;
  OkrDay end;

  if (self->plan == NULL)
    return;

  month = (guint) okr_plan_get_settings_fiscal_year_start (self->plan);
  name = g_strdup_printf ("Q1 %d", gtk_spin_button_get_value_as_int (self->year));
  if (okr_cycle_name_parse (name, month, &start, NULL))
    {
      end = okr_day_add_months (start, 12) - 1;
      first = okr_format_day (start);
      last = okr_format_day (end);
      /* Translators: two dates, from … to */
      text = g_strdup_printf (_ ("%s – %s"), first, last);
    }
  adw_action_row_set_subtitle (self->year_row, text != NULL ? text : "");
}

static void
on_edited_cb (WaymarkCyclesPage *self, guint flags)
{
  if ((flags & OKR_EDIT_STRUCTURE) != 0)
    update_list (self);
  on_year_changed_cb (self);
}

static void
on_add_cb (WaymarkCyclesPage *self)
{
  g_autoptr (GError) error = NULL;
  OkrCycle *cycle = waymark_cycle_maker_add_next (self->plan, &error);

  if (cycle == NULL)
    waymark_session_report (self->session, error);
  else
    waymark_cycle_editor_open (
        WAYMARK_CYCLE_EDITOR (waymark_item_rows_find (self->list, OKR_ITEM (cycle))));
}

static void
on_add_year_cb (WaymarkCyclesPage *self)
{
  const int year = gtk_spin_button_get_value_as_int (self->year);
  g_autoptr (GError) error = NULL;
  const int n_added = waymark_cycle_maker_add_year (self->plan, year, &error);
  g_autofree char *message = NULL;

  if (n_added < 0)
    {
      waymark_session_report (self->session, error);
      return;
    }

  if (n_added == 0)
    message = g_strdup (_ ("All quarters of that year are there already"));
  else
    /* Translators: how many quarters of a year were added */
    message =
        g_strdup_printf (ngettext ("%d quarter added", "%d quarters added", n_added), n_added);
  waymark_session_announce (self->session, message, n_added > 0);
}

static void
waymark_cycles_page_dispose (GObject *object)
{
  WaymarkCyclesPage *self = WAYMARK_CYCLES_PAGE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_cycles_page_parent_class)->dispose (object);
}

static void
waymark_cycles_page_class_init (WaymarkCyclesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_cycles_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-cycles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkCyclesPage, list);
  gtk_widget_class_bind_template_child_full (widget_class, "add", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCyclesPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCyclesPage, year);
  gtk_widget_class_bind_template_callback (widget_class, on_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_year_changed_cb);
}

static void
waymark_cycles_page_init (WaymarkCyclesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
waymark_cycles_page_set_session (WaymarkCyclesPage *self, WaymarkSession *session)
{
  int year;

  g_return_if_fail (WAYMARK_IS_CYCLES_PAGE (self) && WAYMARK_IS_SESSION (session));

  g_set_object (&self->session, session);
  g_set_object (&self->plan, waymark_session_get_plan (session));
  g_signal_connect_object (self->plan, "edited", G_CALLBACK (on_edited_cb), self,
                           G_CONNECT_SWAPPED);
  if (okr_day_quarter (okr_plan_get_today (self->plan),
                       (guint) okr_plan_get_settings_fiscal_year_start (self->plan), NULL, NULL,
                       NULL, &year))
    gtk_spin_button_set_value (self->year, year);
  update_list (self);
  on_year_changed_cb (self);
}
