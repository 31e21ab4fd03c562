/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-children.h"

/* More boxes than this, far zoomed out, help nobody who cannot see them: the keyboard walks. */
#define MAX_BOXES 80
/* Rows lower than this, in pixels, are not drawn either. */
#define MIN_ROW_HEIGHT 12.0

void
waymark_graph_children_init (WaymarkGraphChildren *self, GtkWidget *canvas)
{
  g_return_if_fail (self != NULL);

  self->canvas = canvas;
  self->boxes = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
remove_all (WaymarkGraphChildren *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (widget);
    }
}

void
waymark_graph_children_clear (WaymarkGraphChildren *self)
{
  g_return_if_fail (self != NULL);

  if (self->boxes != NULL)
    remove_all (self);
  g_clear_pointer (&self->boxes, g_hash_table_unref);
}

static gboolean
shows_rows (const WaymarkGraphViewport *viewport)
{
  return OKR_PICTURE_ROW_HEIGHT * viewport->scale >= MIN_ROW_HEIGHT;
}

static gboolean
is_in_sight (const OkrPictureBox *box, const WaymarkGraphRect *seen)
{
  return box->rect.x < seen->x + seen->width && box->rect.x + box->rect.width > seen->x &&
         box->rect.y < seen->y + seen->height && box->rect.y + box->rect.height > seen->y;
}

static GtkWidget *
find_row (GtkWidget *box, const char *id)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  while (child != NULL && !g_str_equal (waymark_graph_box_get_id (WAYMARK_GRAPH_BOX (child)), id))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
remove_rows (GtkWidget *widget, guint n_kept)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (n_kept > 0)
        n_kept--;
      else
        gtk_widget_unparent (child);
      child = next;
    }
}

/* The widgets of the rows, in their order; those that stay keep the focus. */
static void
sync_rows (GtkWidget *widget, const OkrPicture *picture, guint index, WaymarkGraphSpot selected,
           gboolean with_rows)
{
  const OkrPictureBox *box = okr_picture_get_box (picture, index);
  GtkWidget *before = NULL;

  for (guint i = 0; i < box->n_rows && with_rows; i++)
    {
      GtkWidget *row = find_row (widget, box->rows[i].id);

      if (row == NULL)
        row = waymark_graph_box_new (box->rows[i].id, TRUE);
      gtk_widget_insert_after (row, widget, before);
      waymark_graph_box_tell (WAYMARK_GRAPH_BOX (row), picture,
                              (WaymarkGraphSpot){ index, (int) i },
                              selected.box == index && selected.row == (int) i);
      before = row;
    }
  remove_rows (widget, with_rows ? box->n_rows : 0);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static GtkWidget *
sync_box (WaymarkGraphChildren *self, const OkrPicture *picture, guint index,
          WaymarkGraphSpot selected, gboolean with_rows, gboolean all)
{
  const OkrPictureBox *box = okr_picture_get_box (picture, index);
  GtkWidget *widget = g_hash_table_lookup (self->boxes, box->id);
  const gboolean has_rows = widget != NULL && gtk_widget_get_first_child (widget) != NULL;

  if (widget != NULL && !all && has_rows == (with_rows && box->n_rows > 0))
    return widget;

  if (widget == NULL)
    {
      widget = waymark_graph_box_new (box->id, FALSE);
      gtk_widget_set_parent (widget, self->canvas);
      g_hash_table_insert (self->boxes,
                           (gpointer) waymark_graph_box_get_id (WAYMARK_GRAPH_BOX (widget)),
                           widget);
    }
  self->has_new = TRUE;
  waymark_graph_box_tell (WAYMARK_GRAPH_BOX (widget), picture, (WaymarkGraphSpot){ index, -1 },
                          selected.box == index && selected.row < 0);
  if (with_rows || !has_focus (widget))
    sync_rows (widget, picture, index, selected, with_rows);

  return widget;
}

static void
remove_others (WaymarkGraphChildren *self, const OkrPicture *picture, GHashTable *kept)
{
  GHashTableIter iter;
  gpointer id;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      if (g_hash_table_contains (kept, widget) ||
          (has_focus (widget) && okr_picture_find (picture, id, NULL) >= 0))
        continue;
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (widget);
    }
}

/* Only what has a widget can be told of; what goes out of sight leaves the lists by itself. */
static void
relate (WaymarkGraphChildren *self, const OkrPicture *picture)
{
  GHashTableIter iter;
  gpointer id;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      const int index = okr_picture_find (picture, id, NULL);
      guint n_links = 0;
      const guint *links =
          index >= 0 ? okr_picture_get_links_from (picture, (guint) index, &n_links) : NULL;
      g_autoptr (GPtrArray) targets = g_ptr_array_new ();

      for (guint i = 0; i < n_links; i++)
        {
          const OkrPictureLink *link = okr_picture_get_link (picture, links[i]);
          GtkWidget *target =
              link->is_ignored
                  ? NULL
                  : waymark_graph_children_get (self, picture,
                                                (WaymarkGraphSpot){ link->to, link->row });

          if (target != NULL)
            g_ptr_array_add (targets, target);
        }
      waymark_graph_box_set_targets (WAYMARK_GRAPH_BOX (widget), targets);
    }
}

void
waymark_graph_children_sync (WaymarkGraphChildren *self, const OkrPicture *picture,
                             const WaymarkGraphViewport *viewport, WaymarkGraphSpot selected,
                             gboolean all)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  WaymarkGraphRect seen;
  gboolean with_rows;

  g_return_if_fail (self != NULL && viewport != NULL);

  if (picture == NULL)
    {
      remove_all (self);
      return;
    }

  self->has_new = FALSE;
  seen = waymark_graph_viewport_get_visible (viewport);
  with_rows = shows_rows (viewport);
  if (selected.box < okr_picture_get_n_boxes (picture))
    g_hash_table_add (kept, sync_box (self, picture, selected.box, selected, with_rows, all));
  for (guint i = 0; i < okr_picture_get_n_boxes (picture) && g_hash_table_size (kept) < MAX_BOXES;
       i++)
    {
      if (is_in_sight (okr_picture_get_box (picture, i), &seen))
        g_hash_table_add (kept, sync_box (self, picture, i, selected, with_rows, all));
    }
  remove_others (self, picture, kept);
  if (self->has_new)
    relate (self, picture);
}

static void
place (GtkWidget *widget, const WaymarkGraphRect *rect)
{
  const GtkAllocation place = { (int) rect->x, (int) rect->y, MAX ((int) rect->width, 1),
                                MAX ((int) rect->height, 1) };

  waymark_graph_box_set_place (WAYMARK_GRAPH_BOX (widget), &place);
}

static void
place_rows (GtkWidget *widget, const OkrPictureBox *box, double scale)
{
  for (guint i = 0; i < box->n_rows; i++)
    {
      GtkWidget *row = find_row (widget, box->rows[i].id);

      if (row != NULL)
        place (row, &(WaymarkGraphRect){ 0, box->rows[i].y * scale, box->rect.width * scale,
                                         box->rows[i].height * scale });
    }
}

void
waymark_graph_children_allocate (WaymarkGraphChildren *self, const OkrPicture *picture,
                                 const WaymarkGraphViewport *viewport)
{
  GHashTableIter iter;
  gpointer id;
  gpointer widget;

  g_return_if_fail (self != NULL && viewport != NULL);

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      const int index = picture != NULL ? okr_picture_find (picture, id, NULL) : -1;

      if (index >= 0)
        {
          const OkrPictureBox *box = okr_picture_get_box (picture, (guint) index);
          const WaymarkGraphRect area = { box->rect.x, box->rect.y, box->rect.width,
                                          box->rect.height };
          const WaymarkGraphRect shown = waymark_graph_viewport_to_view (viewport, &area);

          place (widget, &shown);
          place_rows (widget, box, viewport->scale);
        }
      waymark_graph_box_allocate (widget);
    }
}

GtkWidget *
waymark_graph_children_get (WaymarkGraphChildren *self, const OkrPicture *picture,
                            WaymarkGraphSpot spot)
{
  const OkrPictureBox *box;
  GtkWidget *widget;
  GtkWidget *row;

  g_return_val_if_fail (self != NULL, NULL);

  if (picture == NULL || spot.box >= okr_picture_get_n_boxes (picture))
    return NULL;

  box = okr_picture_get_box (picture, spot.box);
  widget = g_hash_table_lookup (self->boxes, box->id);
  if (widget == NULL || spot.row < 0 || spot.row >= (int) box->n_rows)
    return widget;

  row = find_row (widget, box->rows[spot.row].id);

  return row != NULL ? row : widget;
}
