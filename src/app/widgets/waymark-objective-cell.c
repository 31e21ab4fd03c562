/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-objective-cell.h"

#include <math.h>

#include "okr-format.h"
#include "waymark-progress-paint.h"
#include "waymark-status-pill.h"
#include "waymark-status-style.h"
#include "waymark-text.h"

#define MIN_EMS 12
/* All other lengths grow with the font, too: waymark_text_get_unit(). */
#define NARROW_WIDTH 420
#define NATURAL_WIDTH 660
#define PADDING 16
#define GAP 16
#define MARGIN 14
#define RING_SIZE 42
#define DENSE_MARGIN 6
#define DENSE_RING_SIZE 36

enum
{
  TEXT_TITLE,
  TEXT_SUBTITLE,
  TEXT_PARENT,
  TEXT_NUMBER,
  TEXT_STATUS,
  N_TEXTS
};

static const WaymarkTextRole roles[N_TEXTS] = {
  [TEXT_TITLE] = WAYMARK_TEXT_HEADING,
  [TEXT_SUBTITLE] = WAYMARK_TEXT_SMALL,
  [TEXT_PARENT] = WAYMARK_TEXT_SMALL,
  [TEXT_NUMBER] = WAYMARK_TEXT_SMALL_BOLD,
  [TEXT_STATUS] = WAYMARK_TEXT_SMALL_BOLD,
};

struct _WaymarkObjectiveCell
{
  GtkWidget parent_instance;

  WaymarkText texts[N_TEXTS];
  double progress;
  double expected;
  OkrStatus status;
  gboolean dense;
};

G_DEFINE_FINAL_TYPE (WaymarkObjectiveCell, waymark_objective_cell, GTK_TYPE_WIDGET)

/* Boxes of the parts; the one of the number is the ring, the one of the status the pill. */
typedef struct
{
  graphene_rect_t texts[N_TEXTS];
  gboolean compact;
} Layout;

static void
place_lines (WaymarkObjectiveCell *self, Layout *layout, float left, float right)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const float title = (float) waymark_text_get_line_height (widget, roles[TEXT_TITLE]);
  const float subtitle = (float) waymark_text_get_line_height (widget, roles[TEXT_SUBTITLE]);
  const float width = MAX (right - left, 0);
  const float owner = (float) waymark_text_get_width (&self->texts[TEXT_SUBTITLE], widget);
  const gboolean has_second = !waymark_text_is_empty (&self->texts[TEXT_SUBTITLE]) ||
                              !waymark_text_is_empty (&self->texts[TEXT_PARENT]);
  const float block = has_second ? title + subtitle : title;
  const float top = floorf (((float) gtk_widget_get_height (widget) - block) / 2);
  const float gap = owner > 0 ? (float) (GAP * waymark_text_get_unit (widget)) : 0;

  g_assert (layout != NULL);

  graphene_rect_init (&layout->texts[TEXT_TITLE], left, top, width, title);
  graphene_rect_init (&layout->texts[TEXT_SUBTITLE], left, top + title, MIN (owner, width),
                      subtitle);
  graphene_rect_init (&layout->texts[TEXT_PARENT], left + owner + gap, top + title,
                      MAX (width - owner - gap, 0), subtitle);
}

static void
compute_layout (WaymarkObjectiveCell *self, Layout *layout)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const float scale = (float) waymark_text_get_unit (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float ring = roundf ((self->dense ? DENSE_RING_SIZE : RING_SIZE) * scale);
  const float gap = roundf (GAP * scale);
  const float left = roundf (PADDING * scale);
  int pill_width;
  int pill_height;

  g_assert (layout != NULL);

  memset (layout, 0, sizeof *layout);
  layout->compact = width < NARROW_WIDTH * scale;
  waymark_status_pill_get_size (&self->texts[TEXT_STATUS], widget, layout->compact, &pill_width,
                                &pill_height);
  graphene_rect_init (&layout->texts[TEXT_NUMBER], left, floorf ((height - ring) / 2), ring, ring);
  graphene_rect_init (&layout->texts[TEXT_STATUS], width - gap - (float) pill_width,
                      floorf ((height - (float) pill_height) / 2), (float) pill_width,
                      (float) pill_height);
  place_lines (self, layout, left + ring + gap, layout->texts[TEXT_STATUS].origin.x - gap);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    for (int i = 0; i < N_TEXTS; i++)
      layout->texts[i].origin.x = width - layout->texts[i].origin.x - layout->texts[i].size.width;
}

static int
get_height (GtkWidget *widget, double ring, double margin)
{
  const double scale = waymark_text_get_unit (widget);
  const int lines = waymark_text_get_line_height (widget, roles[TEXT_TITLE]) +
                    waymark_text_get_line_height (widget, roles[TEXT_SUBTITLE]);

  return MAX (lines, (int) round (ring * scale)) + (int) round (2 * margin * scale);
}

static void
waymark_objective_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                int *minimum, int *natural, int *minimum_baseline,
                                int *natural_baseline)
{
  const double scale = waymark_text_get_unit (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (MIN_EMS * waymark_text_get_em (widget));
      *natural = (int) (NATURAL_WIDTH * scale);
      return;
    }
  *minimum = WAYMARK_OBJECTIVE_CELL (widget)->dense
                 ? get_height (widget, DENSE_RING_SIZE, DENSE_MARGIN)
                 : get_height (widget, RING_SIZE, MARGIN);
  *natural = *minimum;
}

static void
waymark_objective_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkObjectiveCell *self = WAYMARK_OBJECTIVE_CELL (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float start = mirrored ? 1 : 0;
  Layout layout;
  GdkRGBA foreground;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &foreground);
  dim = foreground;
  dim.alpha *= waymark_status_style_get_theme () >= OKR_PALETTE_LIGHT_HC ? 0.9f : 0.6f;

  compute_layout (self, &layout);
  waymark_progress_snapshot_ring (snapshot, &layout.texts[TEXT_NUMBER], self->progress,
                                  self->expected, self->status, &foreground, mirrored);
  waymark_text_snapshot (&self->texts[TEXT_NUMBER], widget, snapshot, &layout.texts[TEXT_NUMBER],
                         0.5f, &foreground);
  waymark_text_snapshot (&self->texts[TEXT_TITLE], widget, snapshot, &layout.texts[TEXT_TITLE],
                         start, &foreground);
  waymark_text_snapshot (&self->texts[TEXT_SUBTITLE], widget, snapshot,
                         &layout.texts[TEXT_SUBTITLE], start, &dim);
  waymark_text_snapshot (&self->texts[TEXT_PARENT], widget, snapshot, &layout.texts[TEXT_PARENT],
                         start, &dim);
  waymark_status_pill_paint (&self->texts[TEXT_STATUS], widget, snapshot,
                             &layout.texts[TEXT_STATUS], self->status, layout.compact);
}

static void
waymark_objective_cell_finalize (GObject *object)
{
  WaymarkObjectiveCell *self = WAYMARK_OBJECTIVE_CELL (object);

  for (int i = 0; i < N_TEXTS; i++)
    waymark_text_clear (&self->texts[i]);

  G_OBJECT_CLASS (waymark_objective_cell_parent_class)->finalize (object);
}

static void
waymark_objective_cell_class_init (WaymarkObjectiveCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waymark_objective_cell_finalize;
  widget_class->measure = waymark_objective_cell_measure;
  widget_class->snapshot = waymark_objective_cell_snapshot;

  gtk_widget_class_set_css_name (widget_class, "objective");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
waymark_objective_cell_init (WaymarkObjectiveCell *self)
{
  self->progress = NAN;
  self->expected = NAN;
  for (int i = 0; i < N_TEXTS; i++)
    self->texts[i].role = roles[i];
  waymark_status_style_watch (GTK_WIDGET (self));
}

GtkWidget *
waymark_objective_cell_new (void)
{
  return g_object_new (WAYMARK_TYPE_OBJECTIVE_CELL, NULL);
}

void
waymark_objective_cell_set (WaymarkObjectiveCell *self, const WaymarkObjectiveFigures *figures)
{
  g_autofree char *number = NULL;
  gboolean changed;

  g_return_if_fail (WAYMARK_IS_OBJECTIVE_CELL (self));
  g_return_if_fail (figures != NULL);

  number = okr_format_progress_number (figures->progress);
  changed = waymark_text_set (&self->texts[TEXT_TITLE], figures->title);
  changed |= waymark_text_set (&self->texts[TEXT_SUBTITLE], figures->subtitle);
  changed |= waymark_text_set (&self->texts[TEXT_PARENT], figures->parent);
  changed |= waymark_text_set (&self->texts[TEXT_NUMBER], number);
  changed |=
      waymark_status_pill_set_text (&self->texts[TEXT_STATUS], figures->status, figures->state);
  changed |= !waymark_progress_equal (self->progress, figures->progress);
  changed |= !waymark_progress_equal (self->expected, figures->expected);
  changed |= self->status != figures->status;
  if (!changed)
    return;

  self->progress = figures->progress;
  self->expected = figures->expected;
  self->status = figures->status;
  waymark_text_name_widget (GTK_WIDGET (self), self->texts, N_TEXTS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
waymark_objective_cell_set_dense (WaymarkObjectiveCell *self, gboolean dense)
{
  g_return_if_fail (WAYMARK_IS_OBJECTIVE_CELL (self));

  if (self->dense == dense)
    return;

  self->dense = dense;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
waymark_objective_cell_get_dense_height (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  return get_height (widget, DENSE_RING_SIZE, DENSE_MARGIN);
}

WaymarkObjectivePart
waymark_objective_cell_get_part_at (WaymarkObjectiveCell *self, double x, double y)
{
  static const WaymarkObjectivePart parts[N_TEXTS] = {
    [TEXT_TITLE] = WAYMARK_OBJECTIVE_PART_TITLE,
    [TEXT_SUBTITLE] = WAYMARK_OBJECTIVE_PART_TITLE,
    [TEXT_PARENT] = WAYMARK_OBJECTIVE_PART_PARENT,
    [TEXT_NUMBER] = WAYMARK_OBJECTIVE_PART_RING,
    [TEXT_STATUS] = WAYMARK_OBJECTIVE_PART_STATUS,
  };
  const graphene_point_t point = { (float) x, (float) y };
  Layout layout;

  g_return_val_if_fail (WAYMARK_IS_OBJECTIVE_CELL (self), WAYMARK_OBJECTIVE_PART_NONE);

  compute_layout (self, &layout);
  for (int i = 0; i < N_TEXTS; i++)
    if (layout.texts[i].size.width > 0 && graphene_rect_contains_point (&layout.texts[i], &point))
      return parts[i];

  return WAYMARK_OBJECTIVE_PART_NONE;
}

gboolean
waymark_objective_cell_is_title_cut (WaymarkObjectiveCell *self)
{
  g_return_val_if_fail (WAYMARK_IS_OBJECTIVE_CELL (self), FALSE);

  return waymark_text_is_ellipsized (&self->texts[TEXT_TITLE]);
}
