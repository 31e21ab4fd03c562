/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-box.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "waymark-status-style.h"

struct _WaymarkGraphBox
{
  GtkWidget parent_instance;

  char *id;
  GtkAllocation place;
};

G_DEFINE_FINAL_TYPE (WaymarkGraphBox, waymark_graph_box, GTK_TYPE_WIDGET)

static const char *
get_title (const OkrPicture *picture, WaymarkGraphSpot spot)
{
  const OkrPictureBox *box = okr_picture_get_box (picture, spot.box);
  const char *title =
      spot.row >= 0 && spot.row < (int) box->n_rows ? box->rows[spot.row].title : box->title;

  return title != NULL ? title : "";
}

static char *
dup_name (const OkrPicture *picture, WaymarkGraphSpot spot)
{
  const OkrPictureBox *box = okr_picture_get_box (picture, spot.box);
  const gboolean is_row = spot.row >= 0;
  const char *state = is_row ? NULL : box->state;
  const char *status =
      state != NULL ? state
                    : okr_status_get_label (is_row ? box->rows[spot.row].status : box->status);
  const double raw = is_row ? box->rows[spot.row].progress : box->progress;
  const char *title = get_title (picture, spot);
  g_autofree char *progress = NULL;

  if (box->is_mission)
    /* Translators: the name of the mission's box for screen readers; the mission follows */
    return g_strdup_printf (_ ("Mission: %s"), title);
  if (isnan (raw))
    /* Translators: the name of a row for screen readers: title, status */
    return g_strdup_printf (_ ("%1$s, %2$s"), title, status);

  progress = okr_format_progress (raw);
  /* Translators: the name of a row for screen readers: title, progress, status */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title, progress, status);
}

static char *
dup_target (const OkrPicture *picture, guint box)
{
  guint n_links;
  const guint *links = okr_picture_get_links_from (picture, box, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, links[i]);

      if (link->is_main && !link->is_ignored)
        /* Translators: the title of an objective or a key result, or the mission */
        return g_strdup_printf (_ ("Contributes to “%s”"),
                                get_title (picture, (WaymarkGraphSpot){ link->to, link->row }));
    }

  return g_strdup (_ ("Contributes to nothing yet"));
}

static guint
count_contributors (const OkrPicture *picture, WaymarkGraphSpot spot)
{
  guint n_links;
  const guint *links = okr_picture_get_links_to (picture, spot.box, &n_links);
  guint n = 0;

  for (guint i = 0; i < n_links; i++)
    n += spot.row < 0 || okr_picture_get_link (picture, links[i])->row == spot.row ? 1 : 0;

  return n;
}

static char *
dup_description (const OkrPicture *picture, WaymarkGraphSpot spot)
{
  const OkrPictureBox *box = okr_picture_get_box (picture, spot.box);
  const guint n = count_contributors (picture, spot);
  g_autofree char *contributors = g_strdup_printf (
      ngettext ("%u objective contributes to it", "%u objectives contribute to it", n), n);
  g_autofree char *target = NULL;

  if (box->is_mission)
    return g_steal_pointer (&contributors);
  /* Translators: the title of an objective */
  target = spot.row >= 0 ? g_strdup_printf (_ ("Key result of “%s”"), box->title)
                         : dup_target (picture, spot.box);

  /* Translators: "3 objectives · 8 key results" */
  return g_strdup_printf (_ ("%s · %s"), target, contributors);
}

static void
waymark_graph_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
waymark_graph_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    waymark_graph_box_allocate (WAYMARK_GRAPH_BOX (child));
}

/* Only the canvas knows the way from one to the next. */
static gboolean
waymark_graph_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

static void
waymark_graph_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&WAYMARK_GRAPH_BOX (object)->id, g_free);

  G_OBJECT_CLASS (waymark_graph_box_parent_class)->dispose (object);
}

static void
waymark_graph_box_class_init (WaymarkGraphBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_graph_box_dispose;
  widget_class->measure = waymark_graph_box_measure;
  widget_class->size_allocate = waymark_graph_box_size_allocate;
  widget_class->focus = waymark_graph_box_focus;
  gtk_widget_class_set_css_name (widget_class, "graphbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
waymark_graph_box_init (WaymarkGraphBox *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
waymark_graph_box_new (const char *id, gboolean is_row)
{
  WaymarkGraphBox *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (WAYMARK_TYPE_GRAPH_BOX, "accessible-role",
                       is_row ? GTK_ACCESSIBLE_ROLE_LIST_ITEM : GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->id = g_strdup (id);

  return GTK_WIDGET (self);
}

const char *
waymark_graph_box_get_id (WaymarkGraphBox *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_BOX (self), NULL);

  return self->id;
}

void
waymark_graph_box_set_place (WaymarkGraphBox *self, const GtkAllocation *place)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_BOX (self) && place != NULL);

  self->place = *place;
}

void
waymark_graph_box_allocate (WaymarkGraphBox *self)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_BOX (self));

  gtk_widget_size_allocate (GTK_WIDGET (self), &self->place, -1);
}

void
waymark_graph_box_tell (WaymarkGraphBox *self, const OkrPicture *picture, WaymarkGraphSpot spot,
                        gboolean selected)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (WAYMARK_IS_GRAPH_BOX (self));
  g_return_if_fail (picture != NULL && spot.box < okr_picture_get_n_boxes (picture));

  name = dup_name (picture, spot);
  description = dup_description (picture, spot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
waymark_graph_box_set_targets (WaymarkGraphBox *self, const GPtrArray *targets)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_FLOW_TO;
  g_auto (GValue) value = G_VALUE_INIT;
  GList *list = NULL;

  g_return_if_fail (WAYMARK_IS_GRAPH_BOX (self) && targets != NULL);

  if (targets->len == 0)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), relation);
      return;
    }

  for (guint i = targets->len; i-- > 0;)
    list = g_list_prepend (list, g_ptr_array_index (targets, i));
  gtk_accessible_relation_init_value (relation, &value);
  /* The list is taken over. */
  g_value_set_pointer (&value, list);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (self), 1, &relation, &value);
}
