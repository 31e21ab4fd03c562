/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-gradual-list.h"

#define AT_ONCE 20   /* rows: they fill a page, and a frame is not late for them */
#define REALIZED 220 /* rows: beyond, a list view makes none */
#define TICK_KEY "waymark-gradual-tick"

static GtkSliceListModel *
get_slice (GtkListView *list)
{
  GtkNoSelection *selection = GTK_NO_SELECTION (gtk_list_view_get_model (list));

  return GTK_SLICE_LIST_MODEL (gtk_no_selection_get_model (selection));
}

static gboolean
needs_more (GtkListView *list)
{
  GtkSliceListModel *slice = get_slice (list);

  return gtk_slice_list_model_get_size (slice) <
         g_list_model_get_n_items (gtk_slice_list_model_get_model (slice));
}

/* Rows that are made where nobody sees them would all be measured when somebody does. */
static gboolean
on_tick_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  GtkSliceListModel *slice = get_slice (GTK_LIST_VIEW (list));
  const guint size = gtk_slice_list_model_get_size (slice);

  if (gtk_widget_get_mapped (list) && needs_more (GTK_LIST_VIEW (list)))
    {
      gtk_slice_list_model_set_size (slice, size < REALIZED ? size + AT_ONCE : G_MAXUINT);
      return G_SOURCE_CONTINUE;
    }

  g_object_set_data (G_OBJECT (list), TICK_KEY, NULL);

  return G_SOURCE_REMOVE;
}

static void
go_on (GtkListView *list)
{
  guint tick_id;

  if (!gtk_widget_get_mapped (GTK_WIDGET (list)) || !needs_more (list) ||
      g_object_get_data (G_OBJECT (list), TICK_KEY) != NULL)
    return;

  tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (list), on_tick_cb, NULL, NULL);
  g_object_set_data (G_OBJECT (list), TICK_KEY, GUINT_TO_POINTER (tick_id));
}

/* Gives the focus to what comes next outside of @list, or else to what comes first. */
static void
leave (GtkWidget *list, GtkDirectionType direction)
{
  const gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  GtkRoot *root = gtk_widget_get_root (list);

  for (GtkWidget *w = list; w != GTK_WIDGET (root); w = gtk_widget_get_parent (w))
    {
      GtkWidget *other = w;

      while ((other = is_back ? gtk_widget_get_prev_sibling (other)
                              : gtk_widget_get_next_sibling (other)) != NULL)
        {
          if (gtk_widget_get_mapped (other) && gtk_widget_child_focus (other, direction))
            return;
        }
    }
  gtk_root_set_focus (root, NULL);
  gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

/* Tab goes from row to row of a list view, thousands of times; people want to get past it. */
static gboolean
on_key_cb (GtkWidget *list, guint key, guint code, GdkModifierType modifiers)
{
  const gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) != 0;

  if (key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  leave (list, is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

static void
leave_by_tab (GtkListView *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}

void
waymark_gradual_list_set_model (GtkListView *list, GListModel *model)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkSliceListModel *slice;

  g_return_if_fail (GTK_IS_LIST_VIEW (list) && G_IS_LIST_MODEL (model));

  slice = gtk_slice_list_model_new (g_object_ref (model), 0, AT_ONCE);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (slice)));
  gtk_list_view_set_model (list, selection);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (go_on), list, G_CONNECT_SWAPPED);
  g_signal_connect (list, "map", G_CALLBACK (go_on), NULL);
  leave_by_tab (list);
}

GListModel *
waymark_gradual_list_get_model (GtkListView *list)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);

  return gtk_slice_list_model_get_model (get_slice (list));
}

void
waymark_gradual_list_begin (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_slice_list_model_set_size (get_slice (list), AT_ONCE);
}
