/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-progress-bar.h"

#include <math.h>

#include "waymark-progress-paint.h"
#include "waymark-status-style.h"
#include "waymark-text.h"
#include "waymark-tooltip.h"

#define HEIGHT_IN_EM 1.35
#define MINIMUM_WIDTH 48
#define NATURAL_WIDTH 172

struct _WaymarkProgressBar
{
  GtkWidget parent_instance;

  double progress;
  double expected;
  OkrStatus status;
  gboolean is_mean;
  char *explanation;
};

G_DEFINE_FINAL_TYPE (WaymarkProgressBar, waymark_progress_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PROGRESS,
  PROP_EXPECTED,
  PROP_STATUS,
  PROP_EXPLANATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
get_thickness (GtkWidget *widget)
{
  return (int) round (waymark_text_get_em (widget) * HEIGHT_IN_EM);
}

static void
waymark_progress_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = get_thickness (widget);
      *natural = *minimum;
    }
}

static void
waymark_progress_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkProgressBar *self = WAYMARK_PROGRESS_BAR (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float thickness = (float) get_thickness (widget);
  const graphene_rect_t area = { { 0, floorf ((height - thickness) / 2) }, { width, thickness } };
  GdkRGBA foreground;
  GdkRGBA fill = waymark_status_style_get (self->status)->fill;

  if (self->is_mean)
    waymark_status_style_get_accent (widget, &fill);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &foreground);
  waymark_progress_snapshot_bar (snapshot, &area, self->progress, self->expected, &fill,
                                 &foreground,
                                 gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static gboolean
waymark_progress_bar_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip,
                                    GtkTooltip *tooltip)
{
  WaymarkProgressBar *self = WAYMARK_PROGRESS_BAR (widget);

  if (self->explanation == NULL)
    return FALSE;

  waymark_tooltip_set_text (tooltip, widget, self->explanation);

  return TRUE;
}

static void
waymark_progress_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaymarkProgressBar *self = WAYMARK_PROGRESS_BAR (object);

  switch (prop_id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_EXPECTED:
      g_value_set_double (value, self->expected);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, self->explanation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waymark_progress_bar_set_property (GObject *object, guint prop_id, const GValue *value,
                                   GParamSpec *pspec)
{
  WaymarkProgressBar *self = WAYMARK_PROGRESS_BAR (object);

  switch (prop_id)
    {
    case PROP_PROGRESS:
      waymark_progress_bar_set (self, g_value_get_double (value), self->expected, self->status);
      break;
    case PROP_EXPECTED:
      waymark_progress_bar_set (self, self->progress, g_value_get_double (value), self->status);
      break;
    case PROP_STATUS:
      waymark_progress_bar_set (self, self->progress, self->expected,
                                (OkrStatus) g_value_get_enum (value));
      break;
    case PROP_EXPLANATION:
      waymark_progress_bar_set_explanation (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waymark_progress_bar_finalize (GObject *object)
{
  WaymarkProgressBar *self = WAYMARK_PROGRESS_BAR (object);

  g_clear_pointer (&self->explanation, g_free);

  G_OBJECT_CLASS (waymark_progress_bar_parent_class)->finalize (object);
}

static void
waymark_progress_bar_class_init (WaymarkProgressBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = waymark_progress_bar_finalize;
  object_class->get_property = waymark_progress_bar_get_property;
  object_class->set_property = waymark_progress_bar_set_property;
  widget_class->measure = waymark_progress_bar_measure;
  widget_class->snapshot = waymark_progress_bar_snapshot;
  widget_class->query_tooltip = waymark_progress_bar_query_tooltip;

  /* Strict validation would refuse NaN, which stands for "undefined". */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -G_MAXDOUBLE,
                                                   G_MAXDOUBLE, 0, flags | G_PARAM_LAX_VALIDATION);
  properties[PROP_EXPECTED] = g_param_spec_double ("expected", NULL, NULL, -G_MAXDOUBLE,
                                                   G_MAXDOUBLE, 0, flags | G_PARAM_LAX_VALIDATION);
  properties[PROP_STATUS] =
      g_param_spec_enum ("status", NULL, NULL, OKR_TYPE_STATUS, OKR_STATUS_NOT_COUNTED, flags);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "progressbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
waymark_progress_bar_init (WaymarkProgressBar *self)
{
  self->progress = NAN;
  self->expected = NAN;
  waymark_status_style_watch (GTK_WIDGET (self));
  waymark_progress_update_accessible (GTK_WIDGET (self), NAN, NAN,
                                      okr_status_get_label (OKR_STATUS_NOT_COUNTED));
}

GtkWidget *
waymark_progress_bar_new (void)
{
  return g_object_new (WAYMARK_TYPE_PROGRESS_BAR, NULL);
}

static void
set_figures (WaymarkProgressBar *self, double progress, double expected, OkrStatus status,
             gboolean is_mean)
{
  const gboolean new_progress = !waymark_progress_equal (self->progress, progress);
  const gboolean new_expected = !waymark_progress_equal (self->expected, expected);
  const gboolean new_status = self->status != status;

  if (!new_progress && !new_expected && !new_status && self->is_mean == is_mean)
    return;

  self->progress = progress;
  self->expected = expected;
  self->status = status;
  self->is_mean = is_mean;
  waymark_progress_update_accessible (GTK_WIDGET (self), progress, expected,
                                      is_mean ? NULL : okr_status_get_label (status));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (new_progress)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  if (new_expected)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPECTED]);
  if (new_status)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

void
waymark_progress_bar_set (WaymarkProgressBar *self, double progress, double expected,
                          OkrStatus status)
{
  g_return_if_fail (WAYMARK_IS_PROGRESS_BAR (self));

  set_figures (self, progress, expected, status, FALSE);
}

void
waymark_progress_bar_set_mean (WaymarkProgressBar *self, double progress, double expected)
{
  g_return_if_fail (WAYMARK_IS_PROGRESS_BAR (self));

  set_figures (self, progress, expected, OKR_STATUS_NOT_COUNTED, TRUE);
}

void
waymark_progress_bar_set_explanation (WaymarkProgressBar *self, const char *explanation)
{
  g_return_if_fail (WAYMARK_IS_PROGRESS_BAR (self));

  if (g_strcmp0 (self->explanation, explanation) == 0)
    return;

  g_free (self->explanation);
  self->explanation = g_strdup (explanation);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), explanation != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPLANATION]);
}
