/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-team-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "okr-item-text.h"
#include "waymark-tooltip.h"

#define INDENT 12
/* Deeper teams are not indented further: their names need the room. */
#define MAX_INDENTS 6

struct _WaymarkTeamRow
{
  GtkListBoxRow parent_instance;

  WaymarkSession *session;
  OkrItem *item;
  guint depth;
  GtkLabel *name;
  GtkLabel *progress;
};

G_DEFINE_FINAL_TYPE (WaymarkTeamRow, waymark_team_row, GTK_TYPE_LIST_BOX_ROW)

static const OkrScopeFigures *
get_figures (WaymarkTeamRow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);

  return plan != NULL ? okr_plan_get_figures (plan, waymark_session_get_cycle (self->session),
                                              waymark_team_row_get_team (self))
                      : NULL;
}

static void
set_label (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

static void
update_accessible (WaymarkTeamRow *self, const char *name, const char *progress, gboolean defined)
{
  g_autofree char *label = NULL;
  /* Translators: how deep a team is in the organisation, for screen readers */
  g_autofree char *level = g_strdup_printf (_ ("Level %u"), self->depth + 1);

  if (defined)
    /* Translators: a team and its progress, for screen readers: "Digital, 37 %" */
    label = g_strdup_printf (_ ("%1$s, %2$s"), name, progress);
  else
    /* Translators: a team, for screen readers */
    label = g_strdup_printf (_ ("%s, no progress yet"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->depth > 0 ? level : "",
                                  -1);
}

static const char *
get_name (WaymarkTeamRow *self)
{
  return OKR_IS_TEAM (self->item) ? okr_item_text_get_title (self->item) : _ ("All teams");
}

static void
update_row (WaymarkTeamRow *self)
{
  const OkrScopeFigures *figures = get_figures (self);
  const double value = figures != NULL ? figures->progress : (double) NAN;
  g_autofree char *progress = okr_format_progress (value);

  set_label (self->name, get_name (self));
  set_label (self->progress, progress);
  gtk_widget_set_margin_start (GTK_WIDGET (self->name),
                               (int) (MIN (self->depth, MAX_INDENTS) * INDENT));
  update_accessible (self, get_name (self), progress, !isnan (value));
}

/* Why there is no number. */
static char *
explain_nothing (const OkrScopeFigures *figures)
{
  if (figures->n_objectives == 0)
    return g_strdup (_ ("There is no objective here."));

  return g_strdup (_ ("No objective here counts yet: a draft, a dropped one and one without "
                      "measurable key results are left out."));
}

static char *
explain (WaymarkTeamRow *self, const OkrScopeFigures *figures)
{
  g_autofree char *progress = okr_format_progress (figures->progress);
  g_autofree char *expected = okr_format_progress (figures->expected);
  g_autofree char *count = NULL;

  if (isnan (figures->progress))
    return explain_nothing (figures);

  if (OKR_IS_TEAM (self->item))
    count =
        g_strdup_printf (ngettext ("The weighted mean of its %u objective, sub-teams included.",
                                   "The weighted mean of its %u objectives, sub-teams included.",
                                   figures->n_objectives),
                         figures->n_objectives);
  else
    count =
        g_strdup_printf (ngettext ("The weighted mean of %u objective.",
                                   "The weighted mean of %u objectives.", figures->n_objectives),
                         figures->n_objectives);
  if (isnan (figures->expected))
    /* Translators: %1$s is a progress, %2$s a sentence that tells where it comes from */
    return g_strdup_printf (_ ("Progress %1$s\n%2$s"), progress, count);

  /* Translators: %3$s is a sentence that tells where the progress comes from */
  return g_strdup_printf (_ ("Progress %1$s, expected today %2$s\n%3$s"), progress, expected,
                          count);
}

static gboolean
waymark_team_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                GtkTooltip *tooltip)
{
  WaymarkTeamRow *self = WAYMARK_TEAM_ROW (widget);
  const OkrScopeFigures *figures = get_figures (self);
  g_autofree char *text = NULL;
  g_autofree char *named = NULL;

  if (figures == NULL)
    return FALSE;

  text = explain (self, figures);
  /* Translators: a team and, below it, an explanation of its progress */
  named = g_strdup_printf (_ ("%1$s\n%2$s"), get_name (self), text);
  waymark_tooltip_set_text (tooltip, widget, named);

  return TRUE;
}

static void
waymark_team_row_dispose (GObject *object)
{
  WaymarkTeamRow *self = WAYMARK_TEAM_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (waymark_team_row_parent_class)->dispose (object);
}

static void
waymark_team_row_class_init (WaymarkTeamRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_team_row_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = waymark_team_row_query_tooltip;
}

static void
waymark_team_row_init (WaymarkTeamRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));

  self->progress = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "waymark-sidebar-number");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
waymark_team_row_new (WaymarkSession *session, OkrItem *item)
{
  WaymarkTeamRow *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);
  g_return_val_if_fail (OKR_IS_PLAN (item) || OKR_IS_TEAM (item), NULL);

  self = g_object_new (WAYMARK_TYPE_TEAM_ROW, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (update_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cycle", G_CALLBACK (update_row), self,
                           G_CONNECT_SWAPPED);
  update_row (self);

  return GTK_WIDGET (self);
}

OkrTeam *
waymark_team_row_get_team (WaymarkTeamRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_TEAM_ROW (self), NULL);

  return OKR_IS_TEAM (self->item) ? OKR_TEAM (self->item) : NULL;
}

void
waymark_team_row_set_depth (WaymarkTeamRow *self, guint depth)
{
  g_return_if_fail (WAYMARK_IS_TEAM_ROW (self));

  if (self->depth == depth)
    return;

  self->depth = depth;
  update_row (self);
}
