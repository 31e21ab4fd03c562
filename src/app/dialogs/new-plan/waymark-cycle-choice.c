/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-cycle-choice.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "waymark-date-button.h"

/* A new plan's fiscal year starts as the calendar's does; its settings can change that. */
#define FISCAL_START 1

struct _WaymarkCycleChoice
{
  GtkBox parent_instance;

  AdwActionRow *current_row;
  AdwActionRow *next_row;
  GtkCheckButton *next;
  GtkCheckButton *custom;
  GtkEditable *name;
  WaymarkDateButton *start;
  WaymarkDateButton *end;
  GtkLabel *problem;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WaymarkCycleChoice, waymark_cycle_choice, GTK_TYPE_BOX)

static OkrDay
find_quarter (gboolean next, OkrDay *end)
{
  OkrDay start;

  okr_day_quarter (okr_day_today (), FISCAL_START, &start, end, NULL, NULL);
  if (next)
    okr_day_quarter (*end + 1, FISCAL_START, &start, end, NULL, NULL);

  return start;
}

static void
show_quarter (AdwActionRow *row, gboolean next)
{
  OkrDay end = OKR_DAY_NONE;
  const OkrDay start = find_quarter (next, &end);
  g_autofree char *name = okr_cycle_name_for_day (start, FISCAL_START);
  g_autofree char *first = okr_format_day (start);
  g_autofree char *last = okr_format_day (end);
  /* Translators: two dates, from … to */
  g_autofree char *dates = g_strdup_printf (_ ("%s – %s"), first, last);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (row, dates);
}

static void
on_changed_cb (WaymarkCycleChoice *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
waymark_cycle_choice_class_init (WaymarkCycleChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", WAYMARK_TYPE_CYCLE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAYMARK_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-cycle-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, current_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, next_row);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, next);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, custom);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, name);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, start);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, end);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCycleChoice, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
waymark_cycle_choice_init (WaymarkCycleChoice *self)
{
  OkrDay end = OKR_DAY_NONE;
  OkrDay start;
  g_autofree char *name = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  show_quarter (self->current_row, FALSE);
  show_quarter (self->next_row, TRUE);
  start = find_quarter (FALSE, &end);
  name = okr_cycle_name_for_day (start, FISCAL_START);
  gtk_editable_set_text (self->name, name);
  waymark_date_button_set_name (self->start, _ ("First day"));
  waymark_date_button_set_name (self->end, _ ("Last day"));
  waymark_date_button_set_date (self->start, start);
  waymark_date_button_set_date (self->end, end);
}

static const char *
read_custom (WaymarkCycleChoice *self, char **name, OkrDay *start, OkrDay *end)
{
  *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  *start = waymark_date_button_get_date (self->start);
  *end = waymark_date_button_get_date (self->end);

  if (**name == '\0')
    return _ ("Give the cycle a name.");
  if (*end < *start)
    return _ ("A cycle cannot end before it starts.");

  return NULL;
}

gboolean
waymark_cycle_choice_read (WaymarkCycleChoice *self, char **name, OkrDay *start, OkrDay *end)
{
  const char *problem = NULL;

  g_return_val_if_fail (WAYMARK_IS_CYCLE_CHOICE (self), FALSE);
  g_return_val_if_fail (name != NULL && start != NULL && end != NULL, FALSE);

  if (gtk_check_button_get_active (self->custom))
    problem = read_custom (self, name, start, end);
  else
    {
      *start = find_quarter (gtk_check_button_get_active (self->next), end);
      *name = okr_cycle_name_for_day (*start, FISCAL_START);
    }
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);

  return problem == NULL;
}

gboolean
waymark_cycle_choice_is_untouched (WaymarkCycleChoice *self)
{
  g_return_val_if_fail (WAYMARK_IS_CYCLE_CHOICE (self), TRUE);

  return !gtk_check_button_get_active (self->custom) && !gtk_check_button_get_active (self->next);
}
