/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-progress-ring.h"

#include <math.h>

#include "waymark-progress-paint.h"
#include "waymark-status-style.h"
#include "waymark-text.h"

#define MINIMUM_DIAMETER 24
#define DIAMETER_IN_EM 3.15

struct _WaymarkProgressRing
{
  GtkWidget parent_instance;

  double progress;
  double expected;
  OkrStatus status;
  char *explanation;
  WaymarkText number;
};

G_DEFINE_FINAL_TYPE (WaymarkProgressRing, waymark_progress_ring, GTK_TYPE_WIDGET)

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
get_diameter (WaymarkProgressRing *self)
{
  const double em = waymark_text_get_em (GTK_WIDGET (self));

  return MAX (MINIMUM_DIAMETER, (int) round (em * DIAMETER_IN_EM));
}

static void
update_text (WaymarkProgressRing *self)
{
  /* The ring is itself a percentage: the sign is left to the accessible text. */
  g_autofree char *number = waymark_progress_dup_number (self->progress);

  waymark_text_set (&self->number, number);
}

static void
waymark_progress_ring_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = get_diameter (WAYMARK_PROGRESS_RING (widget));
  *natural = *minimum;
}

static void
waymark_progress_ring_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  WaymarkProgressRing *self = WAYMARK_PROGRESS_RING (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float size = MIN (width, height);
  const graphene_rect_t area = { { floorf ((width - size) / 2), floorf ((height - size) / 2) },
                                 { size, size } };
  GdkRGBA foreground;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &foreground);
  waymark_progress_snapshot_ring (snapshot, &area, self->progress, self->expected, self->status,
                                  &foreground,
                                  gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  waymark_text_snapshot (&self->number, widget, snapshot, &area, 0.5f, &foreground);
}

static gboolean
waymark_progress_ring_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard_tooltip,
                                GtkTooltip *tooltip)
{
  WaymarkProgressRing *self = WAYMARK_PROGRESS_RING (widget);

  if (self->explanation == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, self->explanation);

  return TRUE;
}

static void
waymark_progress_ring_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WaymarkProgressRing *self = WAYMARK_PROGRESS_RING (object);

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
waymark_progress_ring_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  WaymarkProgressRing *self = WAYMARK_PROGRESS_RING (object);

  switch (prop_id)
    {
    case PROP_PROGRESS:
      waymark_progress_ring_set (self, g_value_get_double (value), self->expected, self->status);
      break;
    case PROP_EXPECTED:
      waymark_progress_ring_set (self, self->progress, g_value_get_double (value), self->status);
      break;
    case PROP_STATUS:
      waymark_progress_ring_set (self, self->progress, self->expected,
                             (OkrStatus) g_value_get_enum (value));
      break;
    case PROP_EXPLANATION:
      waymark_progress_ring_set_explanation (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waymark_progress_ring_finalize (GObject *object)
{
  WaymarkProgressRing *self = WAYMARK_PROGRESS_RING (object);

  g_clear_pointer (&self->explanation, g_free);
  waymark_text_clear (&self->number);

  G_OBJECT_CLASS (waymark_progress_ring_parent_class)->finalize (object);
}

static void
waymark_progress_ring_class_init (WaymarkProgressRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = waymark_progress_ring_finalize;
  object_class->get_property = waymark_progress_ring_get_property;
  object_class->set_property = waymark_progress_ring_set_property;
  widget_class->measure = waymark_progress_ring_measure;
  widget_class->snapshot = waymark_progress_ring_snapshot;
  widget_class->query_tooltip = waymark_progress_ring_query_tooltip;

  /* Strict validation would refuse NaN, which stands for "undefined". */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -G_MAXDOUBLE,
                                                   G_MAXDOUBLE, 0,
                                                   flags | G_PARAM_LAX_VALIDATION);
  properties[PROP_EXPECTED] = g_param_spec_double ("expected", NULL, NULL, -G_MAXDOUBLE,
                                                   G_MAXDOUBLE, 0,
                                                   flags | G_PARAM_LAX_VALIDATION);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, OKR_TYPE_STATUS,
                                               OKR_STATUS_NOT_COUNTED, flags);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "progressring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
waymark_progress_ring_init (WaymarkProgressRing *self)
{
  self->progress = NAN;
  self->expected = NAN;
  self->number.role = WAYMARK_TEXT_SMALL_BOLD;
  update_text (self);
  waymark_status_style_watch (GTK_WIDGET (self));
  waymark_progress_update_accessible (GTK_WIDGET (self), NAN, NAN, OKR_STATUS_NOT_COUNTED);
}

GtkWidget *
waymark_progress_ring_new (void)
{
  return g_object_new (WAYMARK_TYPE_PROGRESS_RING, NULL);
}

void
waymark_progress_ring_set (WaymarkProgressRing *self,
                       double              progress,
                       double              expected,
                       OkrStatus           status)
{
  const gboolean new_progress = !waymark_progress_equal (self->progress, progress);
  const gboolean new_expected = !waymark_progress_equal (self->expected, expected);
  const gboolean new_status = self->status != status;

  g_return_if_fail (WAYMARK_IS_PROGRESS_RING (self));

  if (!new_progress && !new_expected && !new_status)
    return;

  self->progress = progress;
  self->expected = expected;
  self->status = status;
  update_text (self);
  waymark_progress_update_accessible (GTK_WIDGET (self), progress, expected, status);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (new_progress)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  if (new_expected)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPECTED]);
  if (new_status)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

void
waymark_progress_ring_set_explanation (WaymarkProgressRing *self,
                                   const char         *explanation)
{
  g_return_if_fail (WAYMARK_IS_PROGRESS_RING (self));

  if (g_strcmp0 (self->explanation, explanation) == 0)
    return;

  g_free (self->explanation);
  self->explanation = g_strdup (explanation);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), explanation != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPLANATION]);
}

const char *
waymark_progress_ring_get_explanation (WaymarkProgressRing *self)
{
  g_return_val_if_fail (WAYMARK_IS_PROGRESS_RING (self), NULL);

  return self->explanation;
}
