/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-list-heading.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"

struct _WaymarkListHeading
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *sort_button;
};

G_DEFINE_FINAL_TYPE (WaymarkListHeading, waymark_list_heading, GTK_TYPE_WIDGET)

static const struct
{
  const char *nick;
  const char *label;
} sorts[] = {
  { "plan", N_ ("Sort: Plan order") },
  { "progress", N_ ("Sort: Progress") },
  { "attention", N_ ("Sort: Needs attention") },
  { "team", N_ ("Sort: Team") },
};

static char *
dup_title (WaymarkSession *session)
{
  OkrCycle *cycle = waymark_session_get_cycle (session);
  OkrTeam *team = waymark_session_get_team (session);

  /* Translators: what the list shows: a cycle and a team */
  return g_strdup_printf (_ ("%1$s · %2$s"),
                          cycle != NULL ? okr_item_get_title (OKR_ITEM (cycle)) : _ ("All cycles"),
                          team != NULL ? okr_item_get_title (OKR_ITEM (team)) : _ ("All teams"));
}

static char *
dup_matches (const OkrScopeFigures *figures, guint n_matches)
{
  return g_strdup_printf (ngettext ("%1$u of %2$u key result matches",
                                    "%1$u of %2$u key results match", figures->n_key_results),
                          n_matches, figures->n_key_results);
}

static char *
dup_figures (const OkrScopeFigures *figures)
{
  g_autofree char *objectives =
      g_strdup_printf (ngettext ("%u objective", "%u objectives", figures->n_objectives),
                       figures->n_objectives);
  g_autofree char *krs =
      g_strdup_printf (ngettext ("%u key result", "%u key results", figures->n_key_results),
                       figures->n_key_results);
  g_autofree char *expected = okr_format_progress (figures->expected);

  if (isnan (figures->expected))
    /* Translators: "3 objectives", "8 key results" */
    return g_strdup_printf (_ ("%1$s · %2$s"), objectives, krs);

  /* Translators: "3 objectives", "8 key results", and a progress such as "58 %" */
  return g_strdup_printf (_ ("%1$s · %2$s · expected today %3$s"), objectives, krs, expected);
}

static void
waymark_list_heading_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), WAYMARK_TYPE_LIST_HEADING);

  G_OBJECT_CLASS (waymark_list_heading_parent_class)->dispose (object);
}

static void
waymark_list_heading_class_init (WaymarkListHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_list_heading_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-list-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkListHeading, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkListHeading, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkListHeading, sort_button);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_list_heading_init (WaymarkListHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
waymark_list_heading_update (WaymarkListHeading *self, WaymarkSession *session, guint n_matches)
{
  const OkrScopeFigures *figures;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (WAYMARK_IS_LIST_HEADING (self));
  g_return_if_fail (session == NULL || WAYMARK_IS_SESSION (session));

  if (session != NULL && waymark_session_get_plan (session) != NULL)
    {
      figures = okr_plan_get_figures (waymark_session_get_plan (session),
                                      waymark_session_get_cycle (session),
                                      waymark_session_get_team (session));
      title = dup_title (session);
      subtitle = waymark_session_is_filtered (session) ? dup_matches (figures, n_matches)
                                                       : dup_figures (figures);
    }
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
}

void
waymark_list_heading_set_sort (WaymarkListHeading *self, const char *sort)
{
  g_return_if_fail (WAYMARK_IS_LIST_HEADING (self) && sort != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      if (!g_str_equal (sort, sorts[i].nick))
        continue;

      gtk_menu_button_set_label (self->sort_button, _ (sorts[i].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _ (sorts[i].label), -1);
    }
}
