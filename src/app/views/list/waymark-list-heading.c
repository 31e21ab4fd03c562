/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-list-heading.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"

/* Beside and above the button. */
#define GAP 12
#define LINE_GAP 6

struct _WaymarkListHeading
{
  GtkWidget parent_instance;

  GtkWidget *texts;
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

static gboolean
is_draft (OkrCycle *cycle)
{
  return cycle != NULL && okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_DRAFT;
}

static char *
dup_draft_figures (const OkrScopeFigures *figures)
{
  g_autofree char *text = dup_figures (figures);

  /* Translators: a cycle that nobody has started, and how much is in it */
  return g_strdup_printf (_ ("Draft · %s"), text);
}

static int
measure_width (gpointer widget, int *minimum)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &natural, NULL, NULL);

  return natural;
}

static int
measure_height (gpointer widget, int width, int *minimum)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, minimum, &natural, NULL, NULL);

  return natural;
}

/* In a narrow window with large text, a button beside the title would leave nothing of it. */
static gboolean
is_stacked (WaymarkListHeading *self, int width)
{
  const int button = measure_width (self->sort_button, NULL);
  const int title = measure_width (self->title, NULL);

  return width >= 0 && width - button - GAP < MIN (title, button);
}

static void
measure_widths (WaymarkListHeading *self, int *minimum, int *natural)
{
  int texts_minimum;
  int button_minimum;

  *natural = measure_width (self->texts, &texts_minimum) + GAP +
             measure_width (self->sort_button, &button_minimum);
  *minimum = MAX (texts_minimum, button_minimum);
}

static void
measure_heights (WaymarkListHeading *self, int width, int *minimum, int *natural)
{
  const gboolean stacked = is_stacked (self, width);
  const int button_width = measure_width (self->sort_button, NULL);
  const int beside = width >= 0 && !stacked ? MAX (width - button_width - GAP, 0) : width;
  int texts_minimum;
  int button_minimum;
  const int texts = measure_height (self->texts, beside, &texts_minimum);
  const int button = measure_height (self->sort_button, -1, &button_minimum);

  *natural = stacked ? texts + LINE_GAP + button : MAX (texts, button);
  *minimum =
      stacked ? texts_minimum + LINE_GAP + button_minimum : MAX (texts_minimum, button_minimum);
}

static void
waymark_list_heading_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  WaymarkListHeading *self = WAYMARK_LIST_HEADING (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_widths (self, minimum, natural);
  else
    measure_heights (self, for_size, minimum, natural);
}

static void
place (WaymarkListHeading *self, gpointer child, GtkAllocation area)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.x = gtk_widget_get_width (GTK_WIDGET (self)) - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
waymark_list_heading_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaymarkListHeading *self = WAYMARK_LIST_HEADING (widget);
  const int button_width = MIN (measure_width (self->sort_button, NULL), width);
  const int button_height = measure_height (self->sort_button, -1, NULL);

  if (is_stacked (self, width))
    {
      place (self, self->texts, (GtkAllocation){ 0, 0, width, height - button_height - LINE_GAP });
      place (self, self->sort_button,
             (GtkAllocation){ 0, height - button_height, button_width, button_height });
      return;
    }

  place (self, self->texts, (GtkAllocation){ 0, 0, width - button_width - GAP, height });
  place (self, self->sort_button, (GtkAllocation){ width - button_width, 0, button_width, height });
}

static GtkSizeRequestMode
waymark_list_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  widget_class->measure = waymark_list_heading_measure;
  widget_class->size_allocate = waymark_list_heading_size_allocate;
  widget_class->get_request_mode = waymark_list_heading_get_request_mode;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-list-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkListHeading, texts);
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
      if (waymark_session_is_filtered (session))
        subtitle = dup_matches (figures, n_matches);
      else if (is_draft (waymark_session_get_cycle (session)))
        subtitle = dup_draft_figures (figures);
      else
        subtitle = dup_figures (figures);
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
