/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-key-result-cell.h"

#include <math.h>

#include "waymark-progress-paint.h"
#include "waymark-status-style.h"
#include "waymark-text.h"

#define MIN_EMS 12
/* All other lengths grow with the font, too: waymark_text_get_unit(). */
#define NARROW_WIDTH 420
#define MEDIUM_WIDTH 560
#define WIDE_WIDTH 700
#define PADDING 14
#define GAP 14
#define PERCENT_WIDTH 52
#define CONFIDENCE_WIDTH 46
#define AGE_WIDTH 46
#define BAR_HEIGHT 18
#define BAR_MIN_WIDTH 92
#define BAR_MAX_WIDTH 172

enum
{
  TEXT_TITLE,
  TEXT_SUBTITLE,
  TEXT_VALUE,
  TEXT_PERCENT,
  TEXT_CONFIDENCE,
  TEXT_AGE,
  N_TEXTS
};

static const WaymarkTextRole roles[N_TEXTS] = {
  [TEXT_TITLE] = WAYMARK_TEXT_BODY,        [TEXT_SUBTITLE] = WAYMARK_TEXT_SMALL,
  [TEXT_VALUE] = WAYMARK_TEXT_FIGURE_BOLD, [TEXT_PERCENT] = WAYMARK_TEXT_FIGURE_BOLD,
  [TEXT_CONFIDENCE] = WAYMARK_TEXT_FIGURE, [TEXT_AGE] = WAYMARK_TEXT_FIGURE,
};

struct _WaymarkKeyResultCell
{
  GtkWidget parent_instance;

  WaymarkText texts[N_TEXTS];
  double progress;
  double expected;
  OkrStatus status;
  gboolean age_overdue;
};

G_DEFINE_FINAL_TYPE (WaymarkKeyResultCell, waymark_key_result_cell, GTK_TYPE_WIDGET)

/* Boxes of the parts as for left-to-right text; those left off are empty. */
typedef struct
{
  graphene_rect_t texts[N_TEXTS];
  graphene_rect_t bar;
  graphene_rect_t mark;
} Layout;

/* Takes a column off the right side of what is left. */
static graphene_rect_t
take_column (float *right, float width, float height)
{
  g_assert (right != NULL);

  *right -= width;

  return GRAPHENE_RECT_INIT (*right, 0, width, height);
}

static void
place_title (Layout *layout, GtkWidget *widget, float left, float width, gboolean has_subtitle)
{
  const float title = (float) waymark_text_get_line_height (widget, roles[TEXT_TITLE]);
  const float subtitle = (float) waymark_text_get_line_height (widget, roles[TEXT_SUBTITLE]);
  const float height = (float) gtk_widget_get_height (widget);
  const float block = has_subtitle ? title + subtitle : title;
  const float top = floorf ((height - block) / 2);

  g_assert (layout != NULL);

  width = MAX (width, 0);
  graphene_rect_init (&layout->texts[TEXT_TITLE], left, top, width, title);
  if (has_subtitle)
    graphene_rect_init (&layout->texts[TEXT_SUBTITLE], left, top + title, width, subtitle);
}

/* Two lines: title and value, bar and percent. */
static void
compute_narrow_layout (WaymarkKeyResultCell *self, Layout *layout, float scale)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const float left = PADDING * scale;
  const float right = (float) gtk_widget_get_width (widget) - PADDING * scale;
  const float gap = GAP * scale;
  const float value =
      MIN ((float) waymark_text_get_width (&self->texts[TEXT_VALUE], widget), (right - left) / 2);
  const float percent = PERCENT_WIDTH * scale;
  const float mark = (float) waymark_status_style_get_mark_width (widget);
  graphene_rect_t title;
  graphene_rect_t second;

  g_assert (layout != NULL);

  place_title (layout, widget, left, right - left, TRUE);
  title = layout->texts[TEXT_TITLE];
  second = layout->texts[TEXT_SUBTITLE];
  layout->texts[TEXT_SUBTITLE] = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  layout->texts[TEXT_TITLE].size.width = MAX (0, right - left - value - gap);
  graphene_rect_init (&layout->texts[TEXT_VALUE], right - value, title.origin.y, value,
                      title.size.height);
  graphene_rect_init (&layout->mark, right - mark, second.origin.y, mark, second.size.height);
  graphene_rect_init (&layout->texts[TEXT_PERCENT], right - mark - percent, second.origin.y,
                      percent, second.size.height);
  graphene_rect_init (&layout->bar, left - BAR_HEIGHT * scale / 3, second.origin.y,
                      MAX (0, right - mark - percent - left), second.size.height);
}

static void
compute_layout (WaymarkKeyResultCell *self, Layout *layout)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const float scale = (float) waymark_text_get_unit (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float wish = BAR_MIN_WIDTH + (BAR_MAX_WIDTH - BAR_MIN_WIDTH) *
                                         (width / scale - MEDIUM_WIDTH) /
                                         (WIDE_WIDTH - MEDIUM_WIDTH);
  const float bar = CLAMP (wish, BAR_MIN_WIDTH, BAR_MAX_WIDTH) * scale;
  const float left = PADDING * scale;
  float right = width - PADDING * scale;
  float value;

  g_assert (layout != NULL);

  memset (layout, 0, sizeof *layout);
  if (width < NARROW_WIDTH * scale)
    {
      compute_narrow_layout (self, layout, scale);
      return;
    }

  if (width >= MEDIUM_WIDTH * scale)
    {
      layout->texts[TEXT_AGE] = take_column (&right, AGE_WIDTH * scale, height);
      layout->texts[TEXT_CONFIDENCE] = take_column (&right, CONFIDENCE_WIDTH * scale, height);
      right -= 6 * scale;
    }
  layout->mark = take_column (&right, (float) waymark_status_style_get_mark_width (widget), height);
  layout->texts[TEXT_PERCENT] = take_column (&right, PERCENT_WIDTH * scale, height);
  layout->bar = take_column (&right, bar, height);
  right -= GAP * scale / 2;
  value = (float) waymark_text_get_width (&self->texts[TEXT_VALUE], widget);
  layout->texts[TEXT_VALUE] = take_column (&right, MIN (value, (right - left) / 2), height);
  place_title (layout, widget, left, right - GAP * scale - left,
               !waymark_text_is_empty (&self->texts[TEXT_SUBTITLE]));
}

static void
mirror (graphene_rect_t *rect, float width)
{
  g_assert (rect != NULL);

  rect->origin.x = width - rect->origin.x - rect->size.width;
}

static void
compute_directed_layout (WaymarkKeyResultCell *self, Layout *layout)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const float width = (float) gtk_widget_get_width (widget);

  compute_layout (self, layout);
  if (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    return;

  mirror (&layout->bar, width);
  mirror (&layout->mark, width);
  for (int i = 0; i < N_TEXTS; i++)
    mirror (&layout->texts[i], width);
}

static void
snapshot_texts (WaymarkKeyResultCell *self, GtkSnapshot *snapshot, const Layout *layout,
                const GdkRGBA *foreground, gboolean mirrored)
{
  GdkRGBA dim = *foreground;

  g_assert (layout != NULL);

  dim.alpha *= waymark_status_style_get_theme () >= OKR_PALETTE_LIGHT_HC ? 0.9f : 0.6f;
  for (int i = 0; i < N_TEXTS; i++)
    {
      const gboolean at_start = i == TEXT_TITLE || i == TEXT_SUBTITLE;
      const GdkRGBA *color = &dim;

      if (i == TEXT_TITLE || i == TEXT_VALUE || i == TEXT_PERCENT)
        color = foreground;
      else if (i == TEXT_AGE && self->age_overdue)
        color = &waymark_status_style_get (OKR_STATUS_AT_RISK)->text;

      waymark_text_snapshot (&self->texts[i], GTK_WIDGET (self), snapshot, &layout->texts[i],
                             at_start == mirrored ? 1 : 0, color);
    }
}

static void
waymark_key_result_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                 int *minimum, int *natural, int *minimum_baseline,
                                 int *natural_baseline)
{
  const double scale = waymark_text_get_unit (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (MIN_EMS * waymark_text_get_em (widget));
      *natural = (int) (WIDE_WIDTH * scale);
      return;
    }
  *minimum = waymark_key_result_cell_get_height (widget);
  *natural = *minimum;
}

static void
waymark_key_result_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkKeyResultCell *self = WAYMARK_KEY_RESULT_CELL (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Layout layout;
  GdkRGBA foreground;
  graphene_rect_t bar;
  float thickness;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &foreground);
  compute_directed_layout (self, &layout);
  snapshot_texts (self, snapshot, &layout, &foreground, mirrored);
  waymark_status_style_snapshot_mark (widget, snapshot, &layout.mark, self->status);

  bar = layout.bar;
  thickness = MIN (bar.size.height, roundf (BAR_HEIGHT * (float) waymark_text_get_unit (widget)));
  bar.origin.y += floorf ((bar.size.height - thickness) / 2);
  bar.size.height = thickness;
  waymark_progress_snapshot_bar (snapshot, &bar, self->progress, self->expected,
                                 &waymark_status_style_get (self->status)->fill, &foreground,
                                 mirrored);
}

static void
waymark_key_result_cell_finalize (GObject *object)
{
  WaymarkKeyResultCell *self = WAYMARK_KEY_RESULT_CELL (object);

  for (int i = 0; i < N_TEXTS; i++)
    waymark_text_clear (&self->texts[i]);

  G_OBJECT_CLASS (waymark_key_result_cell_parent_class)->finalize (object);
}

static void
waymark_key_result_cell_class_init (WaymarkKeyResultCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waymark_key_result_cell_finalize;
  widget_class->measure = waymark_key_result_cell_measure;
  widget_class->snapshot = waymark_key_result_cell_snapshot;

  gtk_widget_class_set_css_name (widget_class, "keyresult");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
waymark_key_result_cell_init (WaymarkKeyResultCell *self)
{
  self->progress = NAN;
  self->expected = NAN;
  for (int i = 0; i < N_TEXTS; i++)
    self->texts[i].role = roles[i];
  waymark_status_style_watch (GTK_WIDGET (self));
}

GtkWidget *
waymark_key_result_cell_new (void)
{
  return g_object_new (WAYMARK_TYPE_KEY_RESULT_CELL, NULL);
}

void
waymark_key_result_cell_set (WaymarkKeyResultCell *self, const WaymarkKeyResultFigures *figures)
{
  gboolean changed;

  g_return_if_fail (WAYMARK_IS_KEY_RESULT_CELL (self));
  g_return_if_fail (figures != NULL);

  changed = waymark_text_set (&self->texts[TEXT_TITLE], figures->title);
  changed |= waymark_text_set (&self->texts[TEXT_SUBTITLE], figures->subtitle);
  changed |= waymark_text_set (&self->texts[TEXT_VALUE], figures->value);
  changed |= waymark_text_set (&self->texts[TEXT_PERCENT], figures->percent);
  changed |= waymark_text_set (&self->texts[TEXT_CONFIDENCE], figures->confidence);
  changed |= waymark_text_set (&self->texts[TEXT_AGE], figures->age);
  changed |= !waymark_progress_equal (self->progress, figures->progress);
  changed |= !waymark_progress_equal (self->expected, figures->expected);
  changed |= self->status != figures->status || self->age_overdue != figures->age_overdue;
  if (!changed)
    return;

  self->progress = figures->progress;
  self->expected = figures->expected;
  self->status = figures->status;
  self->age_overdue = figures->age_overdue;
  waymark_text_name_widget (GTK_WIDGET (self), self->texts, N_TEXTS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
waymark_key_result_cell_get_height (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  return waymark_text_get_line_height (widget, roles[TEXT_TITLE]) +
         waymark_text_get_line_height (widget, roles[TEXT_SUBTITLE]) +
         (int) round (19 * waymark_text_get_unit (widget));
}

WaymarkKeyResultPart
waymark_key_result_cell_get_part_at (WaymarkKeyResultCell *self, double x, double y)
{
  static const WaymarkKeyResultPart parts[N_TEXTS] = {
    [TEXT_TITLE] = WAYMARK_KEY_RESULT_PART_TITLE,
    [TEXT_SUBTITLE] = WAYMARK_KEY_RESULT_PART_TITLE,
    [TEXT_VALUE] = WAYMARK_KEY_RESULT_PART_VALUE,
    [TEXT_PERCENT] = WAYMARK_KEY_RESULT_PART_PERCENT,
    [TEXT_CONFIDENCE] = WAYMARK_KEY_RESULT_PART_CONFIDENCE,
    [TEXT_AGE] = WAYMARK_KEY_RESULT_PART_AGE,
  };
  const graphene_point_t point = { (float) x, (float) y };
  Layout layout;

  g_return_val_if_fail (WAYMARK_IS_KEY_RESULT_CELL (self), WAYMARK_KEY_RESULT_PART_NONE);

  compute_directed_layout (self, &layout);
  if (graphene_rect_contains_point (&layout.bar, &point))
    return WAYMARK_KEY_RESULT_PART_BAR;
  if (graphene_rect_contains_point (&layout.mark, &point))
    return WAYMARK_KEY_RESULT_PART_PERCENT;

  for (int i = 0; i < N_TEXTS; i++)
    if (layout.texts[i].size.width > 0 && graphene_rect_contains_point (&layout.texts[i], &point))
      return parts[i];

  return WAYMARK_KEY_RESULT_PART_NONE;
}

gboolean
waymark_key_result_cell_is_title_cut (WaymarkKeyResultCell *self)
{
  g_return_val_if_fail (WAYMARK_IS_KEY_RESULT_CELL (self), FALSE);

  return waymark_text_is_ellipsized (&self->texts[TEXT_TITLE]);
}
