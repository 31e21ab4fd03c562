/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-list-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "okr-format.h"
#include "waymark-explain.h"
#include "waymark-item-text.h"
#include "waymark-key-result-cell.h"
#include "waymark-objective-cell.h"

/* Between two cards. */
#define GAP 12
#define MARK_THICKNESS 3

struct _WaymarkListRow
{
  GtkWidget parent_instance;

  OkrPlan *plan;
  OkrItem *item;
  gulong changed_id;
  WaymarkListMark mark;

  /* Made when they are first needed: a row is often recycled for its own kind. */
  GtkWidget *key_result_cell;
  GtkWidget *objective_cell;
  GtkWidget *menu_button;
  GtkWidget *add_button;
};

enum
{
  MENU_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkListRow, waymark_list_row, GTK_TYPE_WIDGET)

static gboolean
is_head (WaymarkListRow *self)
{
  return OKR_IS_OBJECTIVE (self->item);
}

static void
on_menu_clicked_cb (WaymarkListRow *self)
{
  g_signal_emit (self, signals[MENU_REQUESTED], 0);
}

/* Asked for when the pointer rests here: to set the text asks the display where the pointer is, and
 * waits for the answer, for each of hundreds of rows. */
static gboolean
on_menu_tooltip_cb (GtkWidget *button, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, _ ("Menu"));

  return TRUE;
}

static GtkWidget *
new_menu_button (WaymarkListRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-more-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (on_menu_tooltip_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Menu"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_menu_clicked_cb), self);

  return button;
}

static void
fill_objective (WaymarkListRow *self, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  g_autofree char *subtitle = okr_item_text_dup_subtitle (objective);
  g_autofree char *parent = waymark_item_text_dup_parent (self->plan, objective);

  waymark_objective_cell_set (WAYMARK_OBJECTIVE_CELL (self->objective_cell),
                              &(WaymarkObjectiveFigures){
                                  .title = okr_item_text_get_title (self->item),
                                  .subtitle = subtitle,
                                  .parent = parent,
                                  .progress = figures->progress,
                                  .expected = figures->expected,
                                  .status = figures->status,
                                  .state = okr_item_text_get_uncounted_state (
                                      OKR_ITEM (objective)),
                              });
}

static void
fill_key_result (WaymarkListRow *self, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  g_autofree char *aim = waymark_item_text_dup_aim (kr);
  g_autofree char *value = okr_item_text_dup_value (kr);
  g_autofree char *percent = okr_format_progress (figures->progress);
  g_autofree char *confidence = okr_item_text_dup_confidence (figures->confidence);
  g_autofree char *age = waymark_item_text_dup_age (figures->days_since_check_in);

  waymark_key_result_cell_set (WAYMARK_KEY_RESULT_CELL (self->key_result_cell),
                               &(WaymarkKeyResultFigures){
                                   .title = okr_item_text_get_title (self->item),
                                   .subtitle = aim,
                                   .value = value,
                                   .percent = percent,
                                   .confidence = confidence,
                                   .age = age,
                                   .age_overdue =
                                       (figures->attention & OKR_ATTENTION_NEEDS_CHECK_IN) != 0,
                                   .progress = figures->progress,
                                   .expected = figures->expected,
                                   .status = figures->status,
                               });
}

static void
show_objective (WaymarkListRow *self)
{
  if (self->objective_cell == NULL)
    {
      self->objective_cell = waymark_objective_cell_new ();
      waymark_objective_cell_set_dense (WAYMARK_OBJECTIVE_CELL (self->objective_cell), TRUE);
      gtk_widget_set_parent (self->objective_cell, GTK_WIDGET (self));
      self->menu_button = new_menu_button (self);
      gtk_widget_set_parent (self->menu_button, GTK_WIDGET (self));
    }

  fill_objective (self, OKR_OBJECTIVE (self->item));
}

static void
show_key_result (WaymarkListRow *self)
{
  if (self->key_result_cell == NULL)
    {
      self->key_result_cell = waymark_key_result_cell_new ();
      gtk_widget_set_parent (self->key_result_cell, GTK_WIDGET (self));
    }

  fill_key_result (self, OKR_KEY_RESULT (self->item));
}

/* Rows of a list get no name by themselves. It is the list's own widget that takes the focus. */
static void
update_accessible (WaymarkListRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = waymark_item_text_dup_name (self->item);
  g_autofree char *place = waymark_item_text_dup_place (self->item);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
}

static void
update_content (WaymarkListRow *self)
{
  if (is_head (self))
    show_objective (self);
  else
    show_key_result (self);
  update_accessible (self);
}

static void
set_class (WaymarkListRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_kind (WaymarkListRow *self)
{
  const gboolean head = is_head (self);
  const gboolean foot = self->item == NULL;

  if (self->objective_cell != NULL)
    {
      gtk_widget_set_visible (self->objective_cell, head);
      gtk_widget_set_visible (self->menu_button, head);
    }
  if (self->key_result_cell != NULL)
    gtk_widget_set_visible (self->key_result_cell, !head && !foot);
  if (self->add_button != NULL)
    gtk_widget_set_visible (self->add_button, foot);
  gtk_widget_set_margin_top (GTK_WIDGET (self), head ? GAP : 0);
  set_class (self, "head", head);
  set_class (self, "foot", foot);
}

static GtkWidget *
get_cell (WaymarkListRow *self)
{
  if (self->item == NULL)
    return self->add_button;

  return is_head (self) ? self->objective_cell : self->key_result_cell;
}

static void
waymark_list_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  WaymarkListRow *self = WAYMARK_LIST_ROW (widget);
  GtkWidget *cell = get_cell (self);
  const int head = waymark_objective_cell_get_dense_height (widget) + GAP;
  const int height = MAX (head, waymark_key_result_cell_get_height (widget));

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = is_head (self) ? height - GAP : height;
      return;
    }

  if (cell != NULL)
    gtk_widget_measure (cell, orientation, -1, minimum, natural, NULL, NULL);
  if (is_head (self))
    {
      int button;

      gtk_widget_measure (self->menu_button, orientation, -1, &button, NULL, NULL, NULL);
      *minimum += button;
      *natural += button;
    }
}

static void
allocate_head (WaymarkListRow *self, int width, int height)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int margin = 8;
  int button;
  int rest;

  gtk_widget_measure (self->menu_button, GTK_ORIENTATION_HORIZONTAL, -1, &button, NULL, NULL, NULL);
  rest = MAX (width - button - margin, 0);
  gtk_widget_size_allocate (self->menu_button,
                            &(GtkAllocation){ mirrored ? margin : rest, 0, button, height }, -1);
  gtk_widget_size_allocate (self->objective_cell,
                            &(GtkAllocation){ mirrored ? width - rest : 0, 0, rest, height }, -1);
}

static void
waymark_list_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaymarkListRow *self = WAYMARK_LIST_ROW (widget);
  GtkWidget *cell = get_cell (self);

  /* Both kinds need their widths to be measured before they may be allocated. */
  if (is_head (self))
    allocate_head (self, width, height);
  else if (cell != NULL)
    gtk_widget_size_allocate (cell, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
waymark_list_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkListRow *self = WAYMARK_LIST_ROW (widget);
  const float width = (float) gtk_widget_get_width (widget);
  float y = -MARK_THICKNESS / 2.0f;
  GdkRGBA accent = { 0.2f, 0.5f, 0.9f, 1 };

  GTK_WIDGET_CLASS (waymark_list_row_parent_class)->snapshot (widget, snapshot);
  if (self->mark == WAYMARK_LIST_MARK_NONE)
    return;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &accent);
  if (self->mark == WAYMARK_LIST_MARK_BELOW)
    y += (float) gtk_widget_get_height (widget);
  else if (is_head (self))
    y -= GAP / 2.0f;
  gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT (0, y, width, MARK_THICKNESS));
}

static void
waymark_list_row_dispose (GObject *object)
{
  WaymarkListRow *self = WAYMARK_LIST_ROW (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->key_result_cell, gtk_widget_unparent);
  g_clear_pointer (&self->objective_cell, gtk_widget_unparent);
  g_clear_pointer (&self->menu_button, gtk_widget_unparent);
  g_clear_pointer (&self->add_button, gtk_widget_unparent);

  G_OBJECT_CLASS (waymark_list_row_parent_class)->dispose (object);
}

static void
waymark_list_row_class_init (WaymarkListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_list_row_dispose;
  widget_class->measure = waymark_list_row_measure;
  widget_class->size_allocate = waymark_list_row_size_allocate;
  widget_class->snapshot = waymark_list_row_snapshot;

  gtk_widget_class_set_css_name (widget_class, "listrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * WaymarkListRow::menu-requested:
   *
   * The menu button was clicked.
   */
  signals[MENU_REQUESTED] = g_signal_new ("menu-requested", WAYMARK_TYPE_LIST_ROW,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waymark_list_row_init (WaymarkListRow *self)
{
}

GtkWidget *
waymark_list_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_LIST_ROW, NULL);
}

void
waymark_list_row_set_item (WaymarkListRow *self, OkrPlan *plan, OkrItem *item)
{
  g_return_if_fail (WAYMARK_IS_LIST_ROW (self));
  g_return_if_fail (item == NULL || (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item)));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->plan, plan);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update_content), self);
  update_content (self);
  update_kind (self);
}

/* The keyboard stands on the row, which is activated like any other one. */
static GtkWidget *
new_add_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add Objective"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.add-objective");

  return button;
}

void
waymark_list_row_show_foot (WaymarkListRow *self)
{
  GtkWidget *parent;

  g_return_if_fail (WAYMARK_IS_LIST_ROW (self));

  waymark_list_row_set_item (self, NULL, NULL);
  if (self->add_button == NULL)
    {
      self->add_button = new_add_button ();
      gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));
    }
  update_kind (self);

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (parent == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add Objective"), -1);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

OkrItem *
waymark_list_row_get_item (WaymarkListRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_LIST_ROW (self), NULL);

  return self->item;
}

WaymarkListRow *
waymark_list_row_find (GtkWidget *list, OkrItem *item)
{
  g_return_val_if_fail (GTK_IS_WIDGET (list), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL && item != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (WAYMARK_IS_LIST_ROW (row) && WAYMARK_LIST_ROW (row)->item == item)
        return WAYMARK_LIST_ROW (row);
    }

  return NULL;
}

WaymarkListRow *
waymark_list_row_pick (GtkWidget *list, double x, double y)
{
  GtkWidget *widget;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (list), NULL);

  widget = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  if (widget == NULL)
    return NULL;

  /* The gap belongs to the list's own widget, around ours. */
  child = gtk_widget_get_first_child (widget);
  if (widget != list && WAYMARK_IS_LIST_ROW (child))
    return WAYMARK_LIST_ROW (child);

  return WAYMARK_LIST_ROW (gtk_widget_get_ancestor (widget, WAYMARK_TYPE_LIST_ROW));
}

gboolean
waymark_list_row_get_area (GtkWidget *list, OkrItem *item, GtkWidget *target, GdkRectangle *area)
{
  WaymarkListRow *row = waymark_list_row_find (list, item);
  graphene_rect_t bounds;

  g_return_val_if_fail (GTK_IS_WIDGET (target) && area != NULL, FALSE);

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), target, &bounds))
    return FALSE;

  *area = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };

  return area->height > 0;
}

void
waymark_list_row_set_last (WaymarkListRow *self, gboolean last)
{
  g_return_if_fail (WAYMARK_IS_LIST_ROW (self));

  set_class (self, "last", last);
}

void
waymark_list_row_set_mark (WaymarkListRow *self, WaymarkListMark mark)
{
  g_return_if_fail (WAYMARK_IS_LIST_ROW (self));

  if (self->mark == mark)
    return;

  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static char *
dup_objective_tooltip (WaymarkListRow *self, double x, double y)
{
  WaymarkObjectiveCell *cell = WAYMARK_OBJECTIVE_CELL (self->objective_cell);

  switch (waymark_objective_cell_get_part_at (cell, x, y))
    {
    case WAYMARK_OBJECTIVE_PART_RING:
    case WAYMARK_OBJECTIVE_PART_STATUS:
      return waymark_explain_dup_item (self->plan, self->item);
    case WAYMARK_OBJECTIVE_PART_TITLE:
      return waymark_objective_cell_is_title_cut (cell)
                 ? g_strdup (okr_item_text_get_title (self->item))
                 : NULL;
    case WAYMARK_OBJECTIVE_PART_PARENT:
      return waymark_item_text_dup_parent (self->plan, OKR_OBJECTIVE (self->item));
    case WAYMARK_OBJECTIVE_PART_NONE:
    default:
      return NULL;
    }
}

static char *
dup_key_result_tooltip (WaymarkListRow *self, double x, double y)
{
  WaymarkKeyResultCell *cell = WAYMARK_KEY_RESULT_CELL (self->key_result_cell);
  OkrKeyResult *kr = OKR_KEY_RESULT (self->item);

  switch (waymark_key_result_cell_get_part_at (cell, x, y))
    {
    case WAYMARK_KEY_RESULT_PART_BAR:
    case WAYMARK_KEY_RESULT_PART_PERCENT:
      return waymark_explain_dup_item (self->plan, self->item);
    case WAYMARK_KEY_RESULT_PART_TITLE:
      return waymark_key_result_cell_is_title_cut (cell)
                 ? g_strdup (okr_item_text_get_title (self->item))
                 : NULL;
    case WAYMARK_KEY_RESULT_PART_CONFIDENCE:
      return waymark_explain_dup_confidence (okr_key_result_get_figures (kr)->confidence);
    case WAYMARK_KEY_RESULT_PART_VALUE:
    case WAYMARK_KEY_RESULT_PART_AGE:
      return waymark_explain_dup_check_in (self->plan, kr);
    case WAYMARK_KEY_RESULT_PART_NONE:
    default:
      return NULL;
    }
}

char *
waymark_list_row_dup_tooltip (WaymarkListRow *self, double x, double y)
{
  g_return_val_if_fail (WAYMARK_IS_LIST_ROW (self), NULL);

  if (self->item == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), get_cell (self), x, y, &x, &y))
    return NULL;

  return is_head (self) ? dup_objective_tooltip (self, x, y) : dup_key_result_tooltip (self, x, y);
}
