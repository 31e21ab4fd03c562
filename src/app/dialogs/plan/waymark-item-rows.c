/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-rows.h"

static OkrItem *
get_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "waymark-item");
}

GtkWidget *
waymark_item_rows_find (GtkListBox *list, OkrItem *item)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX (list), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (get_item (row) == item)
        return row;
    }

  return NULL;
}

static void
remove_others (GtkListBox *list, GPtrArray *items)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!g_ptr_array_find (items, get_item (row), NULL))
        gtk_list_box_remove (list, row);
    }
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), "waymark-order")) -
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), "waymark-order"));
}

void
waymark_item_rows_sync (GtkListBox *list, GPtrArray *items, WaymarkItemRowFunc create,
                        gpointer user_data)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list) && items != NULL && create != NULL);

  gtk_list_box_set_sort_func (list, NULL, NULL, NULL);
  remove_others (list, items);
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = waymark_item_rows_find (list, items->pdata[i]);

      if (row == NULL)
        {
          row = create (items->pdata[i], user_data);
          g_object_set_data_full (G_OBJECT (row), "waymark-item", g_object_ref (items->pdata[i]),
                                  g_object_unref);
          gtk_list_box_append (list, row);
        }
      g_object_set_data (G_OBJECT (row), "waymark-order", GINT_TO_POINTER ((int) i));
    }
  gtk_list_box_set_sort_func (list, compare_rows, NULL, NULL);
}
