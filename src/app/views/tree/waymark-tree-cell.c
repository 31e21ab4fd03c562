/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tree-cell.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "waymark-explain.h"
#include "waymark-item-text.h"
#include "waymark-names.h"
#include "waymark-progress-paint.h"
#include "waymark-status-pill.h"
#include "waymark-status-style.h"
#include "waymark-text.h"
#include "waymark-tooltip.h"
#include "waymark-tree-text.h"

/* All lengths grow with the font. */
#define HEIGHT_IN_EM 2.18
#define BAR_IN_EM 1.35
#define PERCENT_IN_EM 3.9
#define GAP_IN_EM 0.9
#define USUAL_VALUE "000000000" /* as long as “120 shops” */

struct _WaymarkTreeCell
{
  GtkWidget parent_instance;

  WaymarkTreeColumn column;
  OkrPlan *plan;
  WaymarkAlignmentModel *model;
  GtkTreeListRow *row;
  OkrItem *item;
  gulong item_handler;
  gulong model_handler;
  gulong row_handler;

  WaymarkText text;
  WaymarkText hint; /* what an objective at the root contributes to */
  double progress;
  double expected;
  OkrStatus status;
  gboolean overdue;
  gboolean marked; /* whether the shape of the status stands by the percentage */
};

G_DEFINE_FINAL_TYPE (WaymarkTreeCell, waymark_tree_cell, GTK_TYPE_WIDGET)

static const struct
{
  double width_in_em;
  gboolean at_end;
  gboolean dim;
  WaymarkTextRole role;
  GtkAccessibleRole accessible_role;
} columns[WAYMARK_N_TREE_COLUMNS] = {
  [WAYMARK_TREE_COLUMN_TITLE] = { 11, FALSE, FALSE, WAYMARK_TEXT_BODY, GTK_ACCESSIBLE_ROLE_LABEL },
  [WAYMARK_TREE_COLUMN_RANGE] = { 11, FALSE, TRUE, WAYMARK_TEXT_SMALL, GTK_ACCESSIBLE_ROLE_LABEL },
  [WAYMARK_TREE_COLUMN_VALUE] = { 5.5, TRUE, FALSE, WAYMARK_TEXT_FIGURE_BOLD,
                                  GTK_ACCESSIBLE_ROLE_LABEL },
  [WAYMARK_TREE_COLUMN_PROGRESS] = { 14.5, FALSE, FALSE, WAYMARK_TEXT_FIGURE_BOLD,
                                     GTK_ACCESSIBLE_ROLE_METER },
  [WAYMARK_TREE_COLUMN_STATUS] = { 7.5, FALSE, FALSE, WAYMARK_TEXT_SMALL_BOLD,
                                   GTK_ACCESSIBLE_ROLE_LABEL },
  [WAYMARK_TREE_COLUMN_CONFIDENCE] = { 3.6, TRUE, TRUE, WAYMARK_TEXT_FIGURE,
                                       GTK_ACCESSIBLE_ROLE_LABEL },
  [WAYMARK_TREE_COLUMN_CHECKED] = { 4.2, TRUE, TRUE, WAYMARK_TEXT_FIGURE,
                                    GTK_ACCESSIBLE_ROLE_LABEL },
};

static void
read_figures (WaymarkTreeCell *self)
{
  g_assert (self->item != NULL);

  if (OKR_IS_KEY_RESULT (self->item))
    {
      const OkrKeyResultFigures *figures = okr_key_result_get_figures (OKR_KEY_RESULT (self->item));

      self->progress = figures->progress;
      self->expected = figures->expected;
      self->status = figures->status;
      self->overdue = (figures->attention & OKR_ATTENTION_NEEDS_CHECK_IN) != 0;
    }
  else
    {
      const OkrObjectiveFigures *figures = okr_objective_get_figures (OKR_OBJECTIVE (self->item));

      self->progress = figures->progress;
      self->expected = figures->expected;
      self->status = figures->status;
      self->overdue = FALSE;
    }
}

static void
update_hint (WaymarkTreeCell *self)
{
  OkrItem *parent = waymark_alignment_model_get_hidden_parent (self->model, self->item);
  const char *title = parent != NULL ? okr_item_text_get_title (parent) : NULL;
  /* Translators: what an objective contributes to */
  g_autofree char *hint = title != NULL ? g_strdup_printf (_ ("↑ %s"), title) : NULL;

  if (waymark_text_set (&self->hint, hint))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The toolkit tells nobody of levels in a list. */
static char *
dup_description (WaymarkTreeCell *self)
{
  const guint level = gtk_tree_list_row_get_depth (self->row) + 1;

  if (!gtk_tree_list_row_is_expandable (self->row))
    /* Translators: for screen readers: how deep a row of the tree is, counted from 1 */
    return g_strdup_printf (_ ("Level %u"), level);
  if (gtk_tree_list_row_get_expanded (self->row))
    /* Translators: for screen readers: how deep a row of the tree is, counted from 1 */
    return g_strdup_printf (_ ("Level %u, expanded"), level);

  /* Translators: for screen readers: how deep a row of the tree is, counted from 1 */
  return g_strdup_printf (_ ("Level %u, collapsed"), level);
}

/* The toolkit's widget with that CSS name that the cell is in. */
static GtkWidget *
find_around (WaymarkTreeCell *self, const char *css_name)
{
  GtkWidget *widget = GTK_WIDGET (self);

  while (widget != NULL && !g_str_equal (gtk_widget_get_css_name (widget), css_name))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static void
update_row_accessible (WaymarkTreeCell *self)
{
  GtkWidget *row = waymark_tree_cell_get_row_widget (self);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (row == NULL || self->row == NULL)
    return;

  name = waymark_item_text_dup_name (self->item);
  description = dup_description (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
update_accessible (WaymarkTreeCell *self)
{
  GtkWidget *cell = find_around (self, "cell");

  if (self->column == WAYMARK_TREE_COLUMN_PROGRESS)
    waymark_progress_update_accessible (GTK_WIDGET (self), self->progress, self->expected,
                                        okr_status_get_label (self->status));
  else
    waymark_names_set (GTK_WIDGET (self), waymark_tree_cell_get_text (self));
  if (cell != NULL)
    waymark_names_set (cell, waymark_tree_cell_get_text (self));
  if (self->column == WAYMARK_TREE_COLUMN_TITLE)
    update_row_accessible (self);
}

static void
update_all (WaymarkTreeCell *self)
{
  g_autofree char *text = NULL;
  const char *nothing = OKR_FORMAT_NOTHING;

  g_assert (WAYMARK_IS_TREE_CELL (self));

  read_figures (self);
  text = waymark_tree_text_dup (self->item, self->column);
  if (OKR_IS_OBJECTIVE (self->item) &&
      (self->column == WAYMARK_TREE_COLUMN_RANGE || self->column == WAYMARK_TREE_COLUMN_VALUE))
    nothing = "";
  waymark_text_set (&self->text, text != NULL && *text != '\0' ? text : nothing);
  if (self->column == WAYMARK_TREE_COLUMN_TITLE)
    update_hint (self);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_place (WaymarkTreeCell *self)
{
  const gboolean dimmed = waymark_alignment_model_is_dimmed (self->model, self->item);

  gtk_widget_set_opacity (GTK_WIDGET (self), dimmed ? 0.5 : 1.0);
  if (self->column == WAYMARK_TREE_COLUMN_TITLE)
    {
      update_hint (self);
      update_row_accessible (self);
    }
}

static WaymarkTextRole
get_title_role (OkrItem *item)
{
  return OKR_IS_OBJECTIVE (item) ? WAYMARK_TEXT_HEADING : WAYMARK_TEXT_BODY;
}

static void
get_colors (WaymarkTreeCell *self, GdkRGBA *foreground, GdkRGBA *dim)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_color (context, foreground);
  *dim = *foreground;
  dim->alpha *= waymark_status_style_get_theme () >= OKR_PALETTE_LIGHT_HC ? 0.9f : 0.6f;
}

static void
snapshot_title (WaymarkTreeCell *self, GtkSnapshot *snapshot, graphene_rect_t area,
                const GdkRGBA *color, const GdkRGBA *dim, gboolean mirrored)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const float gap = (float) (waymark_text_get_em (widget) * GAP_IN_EM);
  const float width = (float) waymark_text_get_width (&self->text, widget);
  graphene_rect_t rest = area;

  waymark_text_snapshot (&self->text, widget, snapshot, &area, mirrored ? 1 : 0, color);
  if (waymark_text_is_empty (&self->hint) || area.size.width - width < 6 * gap)
    return;

  rest.size.width -= width + gap;
  if (!mirrored)
    rest.origin.x += width + gap;
  waymark_text_snapshot (&self->hint, widget, snapshot, &rest, mirrored ? 1 : 0, dim);
}

static void
snapshot_progress (WaymarkTreeCell *self, GtkSnapshot *snapshot, graphene_rect_t area,
                   const GdkRGBA *color, gboolean mirrored)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const float em = (float) waymark_text_get_em (widget);
  const float percent = MIN (area.size.width, roundf (em * (float) PERCENT_IN_EM));
  const float thickness = roundf (em * (float) BAR_IN_EM);
  graphene_rect_t mark = area;
  graphene_rect_t number;
  graphene_rect_t bar;

  mark.size.width = self->marked ? (float) waymark_status_style_get_mark_width (widget) : 0;
  mark.origin.x = mirrored ? 0 : area.size.width - mark.size.width;
  if (self->marked)
    waymark_status_style_snapshot_mark (widget, snapshot, &mark, self->status);
  area.size.width -= mark.size.width;
  if (mirrored)
    area.origin.x += mark.size.width;
  number = area;
  bar = area;

  number.size.width = percent;
  number.origin.x += mirrored ? 0 : area.size.width - percent;
  waymark_text_snapshot (&self->text, widget, snapshot, &number, mirrored ? 0 : 1, color);

  /* The track begins where the column's other things do: it has room for a nub below zero. */
  bar.size.width -= percent - thickness / 3;
  bar.origin.x += mirrored ? percent : -thickness / 3;
  bar.origin.y = floorf ((area.size.height - thickness) / 2);
  bar.size.height = thickness;
  if (bar.size.width >= 2 * em)
    waymark_progress_snapshot_bar (snapshot, &bar, self->progress, self->expected,
                                   &waymark_status_style_get (self->status)->fill, color, mirrored);
}

static void
snapshot_pill (WaymarkTreeCell *self, GtkSnapshot *snapshot, graphene_rect_t area,
               gboolean mirrored)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t pill;
  gboolean compact;
  int width;
  int height;

  waymark_status_pill_get_size (&self->text, widget, FALSE, &width, &height);
  compact = (float) width > area.size.width;
  graphene_rect_init (&pill, 0, floorf ((area.size.height - (float) height) / 2),
                      (float) (compact ? height : width), (float) height);
  if (mirrored)
    pill.origin.x = area.size.width - pill.size.width;
  waymark_status_pill_paint (&self->text, widget, snapshot, &pill, self->status, compact);
}

static void
waymark_tree_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkTreeCell *self = WAYMARK_TREE_CELL (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const graphene_rect_t area = {
    { 0, 0 }, { (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget) }
  };
  GdkRGBA color;
  GdkRGBA dim;

  if (self->item == NULL)
    return;

  get_colors (self, &color, &dim);
  if (columns[self->column].dim)
    color = dim;
  if (self->column == WAYMARK_TREE_COLUMN_CHECKED && self->overdue)
    color = waymark_status_style_get (OKR_STATUS_AT_RISK)->text;

  if (self->column == WAYMARK_TREE_COLUMN_TITLE)
    snapshot_title (self, snapshot, area, &color, &dim, mirrored);
  else if (self->column == WAYMARK_TREE_COLUMN_PROGRESS)
    snapshot_progress (self, snapshot, area, &color, mirrored);
  else if (self->column == WAYMARK_TREE_COLUMN_STATUS)
    snapshot_pill (self, snapshot, area, mirrored);
  else
    waymark_text_snapshot (&self->text, widget, snapshot, &area,
                           columns[self->column].at_end == mirrored ? 0 : 1, &color);
}

/* A font may be wider than the one that the widths above were chosen for. */
static int
get_usual_width (WaymarkTreeCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->column == WAYMARK_TREE_COLUMN_STATUS)
    return waymark_status_pill_get_usual_width (widget);
  if (self->column == WAYMARK_TREE_COLUMN_VALUE)
    return waymark_text_measure (widget, self->text.role, USUAL_VALUE);

  return 0;
}

/* The same for all rows, so that no row is higher than the others. */
static void
waymark_tree_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  WaymarkTreeCell *self = WAYMARK_TREE_CELL (widget);
  const double em = waymark_text_get_em (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (int) round (em * HEIGHT_IN_EM);
      return;
    }

  *natural = MAX ((int) round (em * columns[self->column].width_in_em), get_usual_width (self));
  *minimum = self->column == WAYMARK_TREE_COLUMN_RANGE ? *natural / 2 : *natural;
  if (self->column == WAYMARK_TREE_COLUMN_PROGRESS)
    *minimum = (int) round (em * 9);
  else if (self->column == WAYMARK_TREE_COLUMN_TITLE)
    *minimum = (int) round (em * 4);
}

static char *
dup_tooltip (WaymarkTreeCell *self)
{
  OkrKeyResult *kr = OKR_IS_KEY_RESULT (self->item) ? OKR_KEY_RESULT (self->item) : NULL;

  switch (self->column)
    {
    case WAYMARK_TREE_COLUMN_TITLE:
    case WAYMARK_TREE_COLUMN_RANGE:
    case WAYMARK_TREE_COLUMN_VALUE:
      return waymark_text_is_ellipsized (&self->text) ? g_strdup (waymark_tree_cell_get_text (self))
                                                      : NULL;
    case WAYMARK_TREE_COLUMN_PROGRESS:
    case WAYMARK_TREE_COLUMN_STATUS:
      return waymark_explain_dup_item (self->plan, self->item);
    case WAYMARK_TREE_COLUMN_CONFIDENCE:
      return kr != NULL
                 ? waymark_explain_dup_confidence (okr_key_result_get_figures (kr)->confidence)
                 : NULL;
    case WAYMARK_TREE_COLUMN_CHECKED:
      return kr != NULL ? waymark_explain_dup_check_in (self->plan, kr) : NULL;
    default:
      return NULL;
    }
}

static gboolean
waymark_tree_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip,
                                 GtkTooltip *tooltip)
{
  WaymarkTreeCell *self = WAYMARK_TREE_CELL (widget);
  g_autofree char *text = self->item != NULL ? dup_tooltip (self) : NULL;

  if (text == NULL || *text == '\0')
    return FALSE;

  waymark_tooltip_set_text (tooltip, widget, text);

  return TRUE;
}

/* The row's widget is there only when the cell is in it. */
static void
waymark_tree_cell_root (GtkWidget *widget)
{
  WaymarkTreeCell *self = WAYMARK_TREE_CELL (widget);

  GTK_WIDGET_CLASS (waymark_tree_cell_parent_class)->root (widget);

  if (self->column == WAYMARK_TREE_COLUMN_TITLE)
    update_row_accessible (self);
}

static void
waymark_tree_cell_dispose (GObject *object)
{
  waymark_tree_cell_unbind (WAYMARK_TREE_CELL (object));

  G_OBJECT_CLASS (waymark_tree_cell_parent_class)->dispose (object);
}

static void
waymark_tree_cell_finalize (GObject *object)
{
  WaymarkTreeCell *self = WAYMARK_TREE_CELL (object);

  waymark_text_clear (&self->text);
  waymark_text_clear (&self->hint);

  G_OBJECT_CLASS (waymark_tree_cell_parent_class)->finalize (object);
}

static void
waymark_tree_cell_class_init (WaymarkTreeCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_tree_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_tree_cell_finalize;
  widget_class->measure = waymark_tree_cell_measure;
  widget_class->snapshot = waymark_tree_cell_snapshot;
  widget_class->query_tooltip = waymark_tree_cell_query_tooltip;
  widget_class->root = waymark_tree_cell_root;

  gtk_widget_class_set_css_name (widget_class, "treecell");
}

static void
waymark_tree_cell_init (WaymarkTreeCell *self)
{
  self->progress = NAN;
  self->expected = NAN;
  self->hint.role = WAYMARK_TEXT_SMALL;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  waymark_status_style_watch (GTK_WIDGET (self));
}

GtkWidget *
waymark_tree_cell_new (WaymarkTreeColumn column)
{
  WaymarkTreeCell *self;

  g_return_val_if_fail ((guint) column < WAYMARK_N_TREE_COLUMNS, NULL);

  self = g_object_new (WAYMARK_TYPE_TREE_CELL, "accessible-role", columns[column].accessible_role,
                       NULL);
  self->column = column;
  self->text.role = columns[column].role;

  return GTK_WIDGET (self);
}

void
waymark_tree_cell_bind (WaymarkTreeCell *self, OkrPlan *plan, WaymarkAlignmentModel *model,
                        GtkTreeListRow *row)
{
  g_return_if_fail (WAYMARK_IS_TREE_CELL (self) && OKR_IS_PLAN (plan));
  g_return_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (model) && GTK_IS_TREE_LIST_ROW (row));

  waymark_tree_cell_unbind (self);
  self->plan = g_object_ref (plan);
  self->model = g_object_ref (model);
  self->row = g_object_ref (row);
  self->item = gtk_tree_list_row_get_item (row);
  self->item_handler =
      g_signal_connect_swapped (self->item, "changed", G_CALLBACK (update_all), self);
  self->model_handler =
      g_signal_connect_swapped (model, "updated", G_CALLBACK (update_place), self);
  if (self->column == WAYMARK_TREE_COLUMN_TITLE)
    {
      self->row_handler = g_signal_connect_swapped (row, "notify::expanded",
                                                    G_CALLBACK (update_row_accessible), self);
      if (self->text.role != get_title_role (self->item))
        {
          waymark_text_clear (&self->text);
          self->text.role = get_title_role (self->item);
        }
    }
  update_all (self);
  update_place (self);
}

void
waymark_tree_cell_unbind (WaymarkTreeCell *self)
{
  g_return_if_fail (WAYMARK_IS_TREE_CELL (self));

  /* By id: a model has a handler for every cell. */
  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  if (self->model != NULL)
    g_clear_signal_handler (&self->model_handler, self->model);
  if (self->row != NULL)
    g_clear_signal_handler (&self->row_handler, self->row);
  g_clear_object (&self->item);
  g_clear_object (&self->row);
  g_clear_object (&self->model);
  g_clear_object (&self->plan);
}

void
waymark_tree_cell_set_marked (WaymarkTreeCell *self, gboolean marked)
{
  g_return_if_fail (WAYMARK_IS_TREE_CELL (self));

  if (self->marked == marked)
    return;

  self->marked = marked;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkTreeListRow *
waymark_tree_cell_get_row (WaymarkTreeCell *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_CELL (self), NULL);

  return self->row;
}

OkrItem *
waymark_tree_cell_get_item (WaymarkTreeCell *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_CELL (self), NULL);

  return self->item;
}

const char *
waymark_tree_cell_get_text (WaymarkTreeCell *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_CELL (self), NULL);

  return self->text.text != NULL ? self->text.text : "";
}

GtkWidget *
waymark_tree_cell_get_row_widget (WaymarkTreeCell *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_CELL (self), NULL);

  return find_around (self, "row");
}
