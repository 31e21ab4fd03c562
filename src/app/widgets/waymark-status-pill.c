/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-status-pill.h"

#include <math.h>

#include "waymark-status-style.h"

struct _WaymarkStatusPill
{
  GtkWidget parent_instance;

  OkrStatus status;
  WaymarkText label;
};

G_DEFINE_FINAL_TYPE (WaymarkStatusPill, waymark_status_pill, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* All lengths are fractions of the font's size, so that the pill grows with the text. */
static void
get_metrics (GtkWidget *widget, float *padding, float *glyph, float *gap)
{
  const double em = waymark_text_get_em (widget);

  g_assert (GTK_IS_WIDGET (widget));

  *padding = (float) round (em * 0.68);
  *glyph = (float) round (em * 0.61);
  *gap = (float) round (em * 0.3);
}

static gboolean
update_label (WaymarkStatusPill *self, const char *state)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  state != NULL ? state : okr_status_get_label (self->status), -1);

  return waymark_status_pill_set_text (&self->label, self->status, state);
}

static void
waymark_status_pill_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  WaymarkStatusPill *self = WAYMARK_STATUS_PILL (widget);
  int width;
  int height;

  waymark_status_pill_get_size (&self->label, widget, FALSE, &width, &height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *minimum = *natural;
}

static void
waymark_status_pill_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkStatusPill *self = WAYMARK_STATUS_PILL (widget);
  const float room = (float) gtk_widget_get_width (widget);
  int width;
  int height;
  graphene_rect_t area;

  waymark_status_pill_get_size (&self->label, widget, FALSE, &width, &height);
  graphene_rect_init (&area, 0, floorf ((float) (gtk_widget_get_height (widget) - height) / 2),
                      MIN (room, (float) width), (float) height);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.origin.x = room - area.size.width;
  waymark_status_pill_paint (&self->label, widget, snapshot, &area, self->status, FALSE);
}

static void
waymark_status_pill_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaymarkStatusPill *self = WAYMARK_STATUS_PILL (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waymark_status_pill_set_property (GObject *object, guint prop_id, const GValue *value,
                                  GParamSpec *pspec)
{
  WaymarkStatusPill *self = WAYMARK_STATUS_PILL (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      waymark_status_pill_set_status (self, (OkrStatus) g_value_get_enum (value), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waymark_status_pill_finalize (GObject *object)
{
  WaymarkStatusPill *self = WAYMARK_STATUS_PILL (object);

  waymark_text_clear (&self->label);

  G_OBJECT_CLASS (waymark_status_pill_parent_class)->finalize (object);
}

static void
waymark_status_pill_class_init (WaymarkStatusPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = waymark_status_pill_finalize;
  object_class->get_property = waymark_status_pill_get_property;
  object_class->set_property = waymark_status_pill_set_property;
  widget_class->measure = waymark_status_pill_measure;
  widget_class->snapshot = waymark_status_pill_snapshot;

  properties[PROP_STATUS] =
      g_param_spec_enum ("status", NULL, NULL, OKR_TYPE_STATUS, OKR_STATUS_NOT_COUNTED,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "statuspill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
waymark_status_pill_init (WaymarkStatusPill *self)
{
  self->label.role = WAYMARK_TEXT_SMALL_BOLD;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  waymark_status_style_watch (GTK_WIDGET (self));
  update_label (self, NULL);
}

GtkWidget *
waymark_status_pill_new (OkrStatus status)
{
  return g_object_new (WAYMARK_TYPE_STATUS_PILL, "status", status, NULL);
}

void
waymark_status_pill_set_status (WaymarkStatusPill *self, OkrStatus status, const char *state)
{
  const gboolean is_new = self->status != status;

  g_return_if_fail (WAYMARK_IS_STATUS_PILL (self));

  self->status = status;
  if (!update_label (self, state) && !is_new)
    return;

  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

gboolean
waymark_status_pill_set_text (WaymarkText *label, OkrStatus status, const char *state)
{
  g_return_val_if_fail (label != NULL, FALSE);

  if (state != NULL)
    return waymark_text_set (label, state);

  /* The dash that is the shape of "not counted" says it all. */
  if (status == OKR_STATUS_NOT_COUNTED)
    return waymark_text_set (label, NULL);

  return waymark_text_set (label, okr_status_get_label (status));
}

void
waymark_status_pill_get_size (WaymarkText *label, GtkWidget *widget, gboolean compact, int *width,
                              int *height)
{
  float padding;
  float glyph;
  float gap;

  g_return_if_fail (label != NULL);

  get_metrics (widget, &padding, &glyph, &gap);
  *height = waymark_text_get_line_height (widget, label->role) + 2;
  if (compact)
    *width = *height;
  else if (waymark_text_is_empty (label))
    *width = (int) (2 * padding + glyph);
  else
    *width = (int) (2 * padding + glyph + gap) + waymark_text_get_width (label, widget);
}

/* Of all texts, only the longest is measured: a table asks for every row. */
int
waymark_status_pill_get_usual_width (GtkWidget *widget)
{
  WaymarkText longest = { .role = WAYMARK_TEXT_SMALL_BOLD };
  int width;
  int height;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  for (int i = OKR_STATUS_NOT_COUNTED; i <= OKR_STATUS_AT_RISK; i++)
    {
      const char *label = okr_status_get_label ((OkrStatus) i);

      if (waymark_text_is_empty (&longest) ||
          g_utf8_strlen (label, -1) > g_utf8_strlen (longest.text, -1))
        waymark_text_set (&longest, label);
    }
  waymark_status_pill_get_size (&longest, widget, FALSE, &width, &height);
  waymark_text_clear (&longest);

  return width;
}

void
waymark_status_pill_paint (WaymarkText *label, GtkWidget *widget, GtkSnapshot *snapshot,
                           const graphene_rect_t *area, OkrStatus status, gboolean compact)
{
  const WaymarkStatusStyle *style = waymark_status_style_get (status);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GskRoundedRect outline;
  graphene_rect_t part;
  float padding;
  float glyph;
  float gap;

  g_return_if_fail (label != NULL);

  get_metrics (widget, &padding, &glyph, &gap);
  gsk_rounded_rect_init_from_rect (&outline, area, area->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &style->tint, area);
  gtk_snapshot_pop (snapshot);

  graphene_rect_init (&part, area->origin.x + padding, 0, glyph, glyph);
  if (compact || waymark_text_is_empty (label))
    part.origin.x = area->origin.x + (area->size.width - glyph) / 2;
  else if (mirrored)
    part.origin.x = area->origin.x + area->size.width - padding - glyph;
  part.origin.y = area->origin.y + roundf ((area->size.height - glyph) / 2);
  waymark_status_style_snapshot_glyph (snapshot, &part, status, &style->text);
  if (compact)
    return;

  graphene_rect_init (&part, area->origin.x + padding + (mirrored ? 0 : glyph + gap),
                      area->origin.y, area->size.width - 2 * padding - glyph - gap,
                      area->size.height);
  waymark_text_snapshot (label, widget, snapshot, &part, mirrored ? 1 : 0, &style->text);
}
