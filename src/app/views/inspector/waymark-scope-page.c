/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-scope-page.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "waymark-explain.h"
#include "waymark-figures-strip.h"

struct _WaymarkScopePage
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *counts;
  WaymarkFiguresStrip *strip;
  AdwPreferencesGroup *statuses;
  GtkWidget *figures;
  GtkLabel *hint;
  GtkWidget *rows[OKR_STATUS_AT_RISK + 1];
  GtkLabel *numbers[OKR_STATUS_AT_RISK + 1];

  WaymarkSession *session;
};

G_DEFINE_FINAL_TYPE (WaymarkScopePage, waymark_scope_page, GTK_TYPE_BOX)

static char *
dup_title (WaymarkScopePage *self)
{
  OkrCycle *cycle = waymark_session_get_cycle (self->session);
  OkrTeam *team = waymark_session_get_team (self->session);
  const char *when = cycle != NULL ? okr_item_get_title (OKR_ITEM (cycle)) : _ ("All cycles");
  const char *who = team != NULL ? okr_item_get_title (OKR_ITEM (team)) : _ ("All teams");

  /* Translators: what is shown: a cycle and a team, as "Q1 2027 · All teams" */
  return g_strdup_printf (_ ("%1$s · %2$s"), when, who);
}

static char *
dup_counts (const OkrScopeFigures *figures)
{
  g_autofree char *objectives =
      g_strdup_printf (ngettext ("%u objective", "%u objectives", figures->n_objectives),
                       figures->n_objectives);
  g_autofree char *krs =
      g_strdup_printf (ngettext ("%u key result", "%u key results", figures->n_key_results),
                       figures->n_key_results);

  /* Translators: two counts, as "3 objectives · 8 key results" */
  return g_strdup_printf (_ ("%1$s · %2$s"), objectives, krs);
}

static void
update_statuses (WaymarkScopePage *self, const OkrScopeFigures *figures)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      g_autofree char *number = okr_format_number (figures->n_by_status[i], 0);

      gtk_label_set_text (self->numbers[i], number);
      gtk_widget_set_visible (self->rows[i], figures->n_by_status[i] > 0);
      any |= figures->n_by_status[i] > 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->statuses), any);
}

static void
update (WaymarkScopePage *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  const OkrScopeFigures *figures;
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), plan != NULL);
  if (plan == NULL)
    return;

  figures = okr_plan_get_figures (plan, waymark_session_get_cycle (self->session),
                                  waymark_session_get_team (self->session));
  title = dup_title (self);
  counts = dup_counts (figures);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->counts, counts);
  waymark_figures_strip_set_mean (self->strip, figures->progress, figures->expected);
  gtk_widget_set_visible (self->figures, figures->n_objectives > 0);
  update_statuses (self, figures);
  gtk_label_set_text (
      self->hint,
      figures->n_objectives > 0
          ? _ ("Select an objective or a key result to see where it stands and to change it.")
          : _ ("Begin with an objective: where do you want to be when the cycle ends?"));
}

static char *
on_explain_cb (WaymarkScopePage *self)
{
  if (self->session == NULL || waymark_session_get_plan (self->session) == NULL)
    return NULL;

  return waymark_explain_dup_scope (waymark_session_get_plan (self->session),
                                    waymark_session_get_cycle (self->session),
                                    waymark_session_get_team (self->session));
}

static const char *
get_css_class (OkrStatus status)
{
  switch (status)
    {
    case OKR_STATUS_ON_TRACK:
    case OKR_STATUS_ACHIEVED:
      return "success";
    case OKR_STATUS_BEHIND:
      return "warning";
    case OKR_STATUS_AT_RISK:
      return "error";
    case OKR_STATUS_NO_DATA:
    case OKR_STATUS_NOT_COUNTED:
    default:
      return "dim-label";
    }
}

static void
add_status (WaymarkScopePage *self, OkrStatus status)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *symbol = gtk_label_new (okr_status_get_symbol (status));
  GtkWidget *number = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), okr_status_get_label (status));
  gtk_widget_set_size_request (symbol, 16, -1);
  gtk_widget_add_css_class (symbol, get_css_class (status));
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), symbol);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_preferences_group_add (self->statuses, row);
  self->rows[status] = row;
  self->numbers[status] = GTK_LABEL (number);
}

static void
waymark_scope_page_dispose (GObject *object)
{
  g_clear_object (&WAYMARK_SCOPE_PAGE (object)->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), WAYMARK_TYPE_SCOPE_PAGE);

  G_OBJECT_CLASS (waymark_scope_page_parent_class)->dispose (object);
}

static void
waymark_scope_page_class_init (WaymarkScopePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_scope_page_dispose;
  g_type_ensure (WAYMARK_TYPE_FIGURES_STRIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-scope-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkScopePage, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkScopePage, counts);
  gtk_widget_class_bind_template_child (widget_class, WaymarkScopePage, strip);
  gtk_widget_class_bind_template_child (widget_class, WaymarkScopePage, statuses);
  gtk_widget_class_bind_template_child (widget_class, WaymarkScopePage, figures);
  gtk_widget_class_bind_template_child (widget_class, WaymarkScopePage, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_explain_cb);
}

static void
waymark_scope_page_init (WaymarkScopePage *self)
{
  static const OkrStatus order[] = {
    OKR_STATUS_AT_RISK,  OKR_STATUS_BEHIND,  OKR_STATUS_ON_TRACK,
    OKR_STATUS_ACHIEVED, OKR_STATUS_NO_DATA, OKR_STATUS_NOT_COUNTED,
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_status (self, order[i]);
}

void
waymark_scope_page_show (WaymarkScopePage *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_SCOPE_PAGE (self) && WAYMARK_IS_SESSION (session));

  g_set_object (&self->session, session);
  update (self);
}
