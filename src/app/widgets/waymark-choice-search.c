/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-choice-search.h"

#include <glib/gi18n.h>

#include "waymark-names.h"

#define MAX_HEIGHT 320
#define WIDTH 260

struct _WaymarkChoiceSearch
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *list;
  GtkStack *pages;
  GtkStringFilter *filter;
  GtkSingleSelection *selection;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkChoiceSearch, waymark_choice_search, GTK_TYPE_POPOVER)

static void
select_position (WaymarkChoiceSearch *self, guint position)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == 0)
    return;

  position = MIN (position, n - 1);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static void
choose (WaymarkChoiceSearch *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
on_search_cb (WaymarkChoiceSearch *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_string_filter_set_search (self->filter, words);
  gtk_stack_set_visible_child_name (self->pages,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0
                                        ? "list"
                                        : "nothing");
  select_position (self, 0);
}

static void
on_activate_cb (WaymarkChoiceSearch *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

/* The list is walked through while the field keeps the focus. */
static gboolean
on_key_cb (WaymarkChoiceSearch *self, guint key)
{
  const guint selected = gtk_single_selection_get_selected (self->selection);

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    select_position (self, selected == GTK_INVALID_LIST_POSITION ? 0 : selected + 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    select_position (self,
                     selected == GTK_INVALID_LIST_POSITION || selected == 0 ? 0 : selected - 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
waymark_choice_search_dispose (GObject *object)
{
  WaymarkChoiceSearch *self = WAYMARK_CHOICE_SEARCH (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (waymark_choice_search_parent_class)->dispose (object);
}

static void
waymark_choice_search_class_init (WaymarkChoiceSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_choice_search_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static GtkWidget *
new_entry (WaymarkChoiceSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _ ("Search"), NULL);
  waymark_names_set (entry, _ ("Search"));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_search_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (entry, keys);

  return entry;
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing Found"));

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
waymark_choice_search_init (WaymarkChoiceSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = new_entry (self);
  self->list = gtk_list_view_new (NULL, NULL);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  waymark_names_set (self->list, _ ("Choices"));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (choose), self);
  g_object_set (scroller, "child", self->list, "hscrollbar-policy", GTK_POLICY_NEVER,
                "max-content-height", MAX_HEIGHT, "propagate-natural-height", TRUE, NULL);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, scroller, "list");
  gtk_stack_add_named (self->pages, new_nothing (), "nothing");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
waymark_choice_search_new (GListModel *items, GtkExpression *label, GtkListItemFactory *factory)
{
  WaymarkChoiceSearch *self;
  GtkFilterListModel *found;

  g_return_val_if_fail (G_IS_LIST_MODEL (items) && GTK_IS_EXPRESSION (label), NULL);
  g_return_val_if_fail (GTK_IS_LIST_ITEM_FACTORY (factory), NULL);

  self = g_object_new (WAYMARK_TYPE_CHOICE_SEARCH, NULL);
  self->filter = gtk_string_filter_new (gtk_expression_ref (label));
  found =
      gtk_filter_list_model_new (g_object_ref (items), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);

  return GTK_WIDGET (self);
}

void
waymark_choice_search_begin (WaymarkChoiceSearch *self, gpointer item)
{
  g_return_if_fail (WAYMARK_IS_CHOICE_SEARCH (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        {
          select_position (self, i);
          return;
        }
    }
}
