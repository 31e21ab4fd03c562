/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking through the graph with the keyboard, and from hit to hit of a search. */
#include "config.h"

#include "waymark-alignment-view-private.h"

/* How far a key moves what is seen, as a share of it. */
#define LINE 0.12
#define PAGE 0.85

typedef struct
{
  const char *trigger;
  GtkShortcutFunc func;
  int argument;
} Key;

static WaymarkGraphStep
mirror (WaymarkAlignmentView *self, WaymarkGraphStep step)
{
  const OkrPicture *picture = waymark_alignment_view_get_picture (self);

  if (picture == NULL || !okr_picture_is_mirrored (picture))
    return step;
  if (step == WAYMARK_GRAPH_STEP_TOWARDS)
    return WAYMARK_GRAPH_STEP_AWAY;

  return step == WAYMARK_GRAPH_STEP_AWAY ? WAYMARK_GRAPH_STEP_TOWARDS : step;
}

static gboolean
on_walk_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  WaymarkAlignmentView *self = data;
  const OkrPicture *picture = waymark_alignment_view_get_picture (self);
  const WaymarkGraphSpot from = waymark_alignment_view_get_spot (self);
  WaymarkGraphSpot to;

  if (picture == NULL)
    return FALSE;

  to = waymark_graph_walk (picture, from,
                           mirror (self, (WaymarkGraphStep) g_variant_get_int32 (step)));
  if (to.box == WAYMARK_GRAPH_NOWHERE)
    return FALSE;

  waymark_alignment_view_select (self, to);
  waymark_graph_canvas_focus (self->canvas, to);

  return TRUE;
}

static gboolean
on_mission_cb (GtkWidget *widget, GVariant *unused, gpointer data)
{
  WaymarkAlignmentView *self = data;
  const OkrPicture *picture = waymark_alignment_view_get_picture (self);
  const WaymarkGraphSpot first = { 0, -1 };

  if (picture == NULL || okr_picture_get_n_boxes (picture) == 0)
    return FALSE;

  waymark_alignment_view_select (self, first);
  waymark_graph_canvas_focus (self->canvas, first);

  return TRUE;
}

/* The argument is a direction, 0 to 3 for a line, 4 to 7 for a page, clockwise from above. */
static gboolean
on_pan_cb (GtkWidget *widget, GVariant *argument, gpointer data)
{
  static const int dx[] = { 0, 1, 0, -1 };
  static const int dy[] = { -1, 0, 1, 0 };
  WaymarkAlignmentView *self = data;
  const int direction = g_variant_get_int32 (argument) % 4;
  const double share = g_variant_get_int32 (argument) < 4 ? LINE : PAGE;
  WaymarkGraphViewport next = *waymark_graph_canvas_get_target (self->canvas);

  waymark_graph_viewport_pan (&next, dx[direction] * share * next.width,
                              dy[direction] * share * next.height);
  waymark_graph_canvas_go_to (self->canvas, &next, TRUE);

  return TRUE;
}

static gboolean
on_action_cb (GtkWidget *widget, GVariant *index, gpointer data)
{
  static const char *const names[] = { "graph.zoom-in",  "graph.zoom-out", "graph.zoom-normal",
                                       "graph.zoom-fit", "graph.fold",     "win.show-inspector",
                                       "graph.show-everything" };

  return gtk_widget_activate_action (widget, names[g_variant_get_int32 (index)], NULL);
}

static gboolean
on_menu_cb (GtkWidget *widget, GVariant *unused, gpointer data)
{
  WaymarkAlignmentView *self = data;
  const GdkRectangle area =
      waymark_alignment_view_get_area (self, waymark_alignment_view_get_spot (self));

  waymark_alignment_view_popup_menu (self, &area, FALSE);

  return TRUE;
}

static const Key keys[] = {
  { "Up|KP_Up", on_walk_cb, WAYMARK_GRAPH_STEP_UP },
  { "Down|KP_Down", on_walk_cb, WAYMARK_GRAPH_STEP_DOWN },
  { "Left|KP_Left", on_walk_cb, WAYMARK_GRAPH_STEP_TOWARDS },
  { "Right|KP_Right", on_walk_cb, WAYMARK_GRAPH_STEP_AWAY },
  { "Home|KP_Home", on_walk_cb, WAYMARK_GRAPH_STEP_FIRST },
  { "End|KP_End", on_walk_cb, WAYMARK_GRAPH_STEP_LAST },
  { "<Control>Home|<Control>KP_Home", on_mission_cb, 0 },
  { "<Shift>Up|<Shift>KP_Up", on_pan_cb, 0 },
  { "<Shift>Right|<Shift>KP_Right", on_pan_cb, 1 },
  { "<Shift>Down|<Shift>KP_Down", on_pan_cb, 2 },
  { "<Shift>Left|<Shift>KP_Left", on_pan_cb, 3 },
  { "Page_Up|KP_Page_Up", on_pan_cb, 4 },
  { "Page_Down|KP_Page_Down", on_pan_cb, 6 },
  { "plus|equal|KP_Add", on_action_cb, 0 },
  { "<Control>plus|<Control>equal|<Control>KP_Add", on_action_cb, 0 },
  { "minus|KP_Subtract|<Control>minus|<Control>KP_Subtract", on_action_cb, 1 },
  { "0|KP_0|<Control>0|<Control>KP_0", on_action_cb, 2 },
  { "f", on_action_cb, 3 },
  { "space|KP_Space", on_action_cb, 4 },
  { "Return|KP_Enter|ISO_Enter", on_action_cb, 5 },
  { "Escape", on_action_cb, 6 },
  { "Menu|<Shift>F10", on_menu_cb, 0 },
};

void
waymark_alignment_view_add_keys (WaymarkAlignmentView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                            gtk_callback_action_new (keys[i].func, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].argument));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), controller);
}

/* From column to column, each from above. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer picture)
{
  const WaymarkGraphSpot *first = a;
  const WaymarkGraphSpot *second = b;
  const OkrPictureBox *box = okr_picture_get_box (picture, first->box);
  const OkrPictureBox *other = okr_picture_get_box (picture, second->box);

  if (box->layer != other->layer)
    return box->layer < other->layer ? -1 : 1;
  if (first->box != second->box)
    return box->rect.y < other->rect.y ? -1 : 1;

  return first->row - second->row;
}

static void
add_hit (WaymarkAlignmentView *self, GArray *hits, WaymarkGraphSpot spot)
{
  OkrItem *item = waymark_alignment_view_get_item (self, spot);

  if (item != NULL && waymark_session_shows (self->session, item) &&
      waymark_session_meets_filter (self->session, item))
    g_array_append_val (hits, spot);
}

static GArray *
find_hits (WaymarkAlignmentView *self, OkrPicture *picture)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (WaymarkGraphSpot));

  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);

      add_hit (self, hits, (WaymarkGraphSpot){ i, -1 });
      for (guint k = 0; k < box->n_rows; k++)
        add_hit (self, hits, (WaymarkGraphSpot){ i, (int) k });
    }
  g_array_sort_with_data (hits, compare_places, picture);

  return hits;
}

/* The hit after @from, or before it; from the last one on to the first. */
static guint
find_next (GArray *hits, OkrPicture *picture, WaymarkGraphSpot from, int direction)
{
  const guint n = hits->len;
  guint n_before = 0;
  gboolean is_hit = FALSE;

  if (from.box == WAYMARK_GRAPH_NOWHERE)
    return direction > 0 ? 0 : n - 1;

  for (guint i = 0; i < n; i++)
    {
      const int order =
          compare_places (&g_array_index (hits, WaymarkGraphSpot, i), &from, picture);

      n_before += order < 0 ? 1 : 0;
      is_hit |= order == 0;
    }
  if (direction > 0)
    return (n_before + (is_hit ? 1 : 0)) % n;

  return (n_before + n - 1) % n;
}

gboolean
waymark_alignment_view_go_to_hit (WaymarkAlignmentView *self, int direction)
{
  g_autoptr (GArray) hits = NULL;
  OkrPicture *picture;
  guint next;

  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_VIEW (self), FALSE);

  picture = waymark_alignment_view_get_picture (self);
  if (picture == NULL || self->session == NULL || !waymark_session_is_filtered (self->session))
    return FALSE;

  hits = find_hits (self, picture);
  if (hits->len == 0)
    return FALSE;

  next = find_next (hits, picture, waymark_alignment_view_get_spot (self), direction);
  waymark_alignment_view_select (self, g_array_index (hits, WaymarkGraphSpot, next));

  return TRUE;
}
