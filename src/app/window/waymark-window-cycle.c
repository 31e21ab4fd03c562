/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cycle that runs by its dates, but that nobody has started. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "okr-item-text.h"
#include "waymark-window-private.h"

static gboolean
is_waiting (OkrPlan *plan, OkrCycle *cycle)
{
  const OkrDay start = okr_cycle_get_start (cycle);
  const OkrDay end = okr_cycle_get_end (cycle);
  const OkrDay today = okr_plan_get_today (plan);

  return okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_DRAFT && start != OKR_DAY_NONE &&
         end != OKR_DAY_NONE && start <= today && today <= end &&
         okr_plan_get_figures (plan, cycle, NULL)->n_key_results > 0;
}

/* The cycle that is shown comes first. */
static OkrCycle *
find_waiting (WaymarkWindow *self, OkrPlan *plan)
{
  GListModel *cycles = okr_plan_get_cycles (plan);
  OkrCycle *shown = waymark_session_get_cycle (self->session);

  if (shown != NULL && is_waiting (plan, shown))
    return shown;

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, i);

      if (is_waiting (plan, cycle))
        return cycle;
    }

  return NULL;
}

static WaymarkBanner *
get_banner_above (WaymarkBanner *banner)
{
  GtkWidget *above = gtk_widget_get_prev_sibling (GTK_WIDGET (banner));

  return WAYMARK_IS_BANNER (above) ? WAYMARK_BANNER (above) : NULL;
}

/* What is said of the plan's safety comes first, and alone. */
static gboolean
is_something_said (WaymarkWindow *self)
{
  WaymarkBanner *banner = self->cycle_banner;

  while ((banner = get_banner_above (banner)) != NULL)
    {
      if (waymark_banner_get_text (banner) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
update (WaymarkWindow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  OkrCycle *cycle = NULL;
  g_autofree char *text = NULL;

  if (plan != NULL && okr_plan_get_read_only_reason (plan) == NULL && !is_something_said (self))
    cycle = find_waiting (self, plan);
  if (cycle != NULL)
    /* Translators: a cycle, such as “Q4 2026” */
    text = g_strdup_printf (_ ("%s is still a draft: no check-ins are due, and no targets are "
                               "recorded as agreed."),
                            okr_item_text_get_title (OKR_ITEM (cycle)));
  waymark_banner_set_text (self->cycle_banner, text);
}

static void
on_plan_cb (WaymarkWindow *self)
{
  g_signal_group_set_target (self->cycle_signals, waymark_session_get_plan (self->session));
  update (self);
}

void
waymark_window_start_cycle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  OkrPlan *plan = waymark_session_get_plan (self->session);
  OkrCycle *cycle = find_waiting (self, plan);
  g_autoptr (GError) error = NULL;

  if (cycle == NULL)
    return;

  if (okr_edit_set_enum (plan, OKR_ITEM (cycle), "state", OKR_CYCLE_STATE_ACTIVE, &error))
    waymark_session_announce (self->session, _ ("Cycle started"), TRUE);
  else
    waymark_session_report (self->session, error);
}

void
waymark_window_init_cycle (WaymarkWindow *self)
{
  WaymarkBanner *banner = self->cycle_banner;

  waymark_banner_add_button (self->cycle_banner, _ ("_Start Cycle"), "win.start-cycle");
  self->cycle_signals = g_signal_group_new (OKR_TYPE_PLAN);
  g_signal_group_connect_swapped (self->cycle_signals, "edited", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->cycle_signals, "today-changed", G_CALLBACK (update), self);
  g_signal_connect_object (self->session, "notify::plan", G_CALLBACK (on_plan_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::cycle", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  while ((banner = get_banner_above (banner)) != NULL)
    g_signal_connect_object (banner, "notify::text", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
