/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-alignment-dialog.h"

#include <glib/gi18n.h>

#include "okr-alignment.h"
#include "okr-edit.h"
#include "okr-search.h"
#include "waymark-alignment-choice.h"
#include "waymark-alignment-tree.h"
#include "waymark-item-text.h"
#include "waymark-show-dialog.h"

struct _WaymarkAlignmentDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list;
  GtkCustomFilter *filter;

  WaymarkSession *session;
  OkrObjective *objective;
  OkrSearch *search;
  GPtrArray *chosen;
};

G_DEFINE_FINAL_TYPE (WaymarkAlignmentDialog, waymark_alignment_dialog, ADW_TYPE_WINDOW)

static OkrPlan *
get_plan (WaymarkAlignmentDialog *self)
{
  return waymark_session_get_plan (self->session);
}

static gboolean
find_chosen (WaymarkAlignmentDialog *self, const char *id, guint *position)
{
  return g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal, position);
}

/* Why @item cannot be chosen, or NULL. */
static const char *
get_reason (WaymarkAlignmentDialog *self, OkrItem *item)
{
  if (item == OKR_ITEM (self->objective))
    return _ ("This is the objective itself");
  if (okr_item_is_inside (item, OKR_ITEM (self->objective)))
    return _ ("A key result of the objective itself");
  if (okr_alignment_closes_loop (get_plan (self), self->objective, okr_item_get_id (item)))
    return _ ("Contributes to this objective itself: that would be a loop");

  return NULL;
}

static char *
dup_subtitle (OkrItem *item)
{
  if (OKR_IS_KEY_RESULT (item))
    return waymark_item_text_dup_range (OKR_KEY_RESULT (item));

  return okr_item_text_dup_subtitle (OKR_OBJECTIVE (item));
}

static void
update_choice (WaymarkAlignmentDialog *self, WaymarkAlignmentChoice *choice)
{
  WaymarkAlignmentNode *node = waymark_alignment_choice_get_node (choice);
  OkrItem *item = waymark_alignment_node_get_item (node);
  const char *reason = get_reason (self, item);
  g_autofree char *subtitle = reason == NULL ? dup_subtitle (item) : NULL;
  guint position = 0;
  const gboolean chosen = find_chosen (self, okr_item_get_id (item), &position);

  waymark_alignment_choice_set_state (choice, reason == NULL || chosen, chosen,
                                      chosen && position == 0, reason != NULL ? reason : subtitle);
}

static void
update_choices (WaymarkAlignmentDialog *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *choice = gtk_widget_get_first_child (row);

      if (WAYMARK_IS_ALIGNMENT_CHOICE (choice) &&
          waymark_alignment_choice_get_node (WAYMARK_ALIGNMENT_CHOICE (choice)) != NULL)
        update_choice (self, WAYMARK_ALIGNMENT_CHOICE (choice));
    }
}

static const char *
get_choice_id (WaymarkAlignmentChoice *choice)
{
  return okr_item_get_id (
      waymark_alignment_node_get_item (waymark_alignment_choice_get_node (choice)));
}

static void
on_toggled_cb (WaymarkAlignmentDialog *self, WaymarkAlignmentChoice *choice)
{
  const char *id = get_choice_id (choice);

  waymark_alignment_dialog_choose (self, id, !find_chosen (self, id, NULL));
}

static void
on_main_cb (WaymarkAlignmentDialog *self, WaymarkAlignmentChoice *choice)
{
  waymark_alignment_dialog_set_main (self, get_choice_id (choice));
}

static void
on_setup_cb (WaymarkAlignmentDialog *self, GtkListItem *list_item)
{
  GtkWidget *choice = waymark_alignment_choice_new ();

  g_signal_connect_object (choice, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choice, "main", G_CALLBACK (on_main_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, choice);
}

static void
on_bind_cb (WaymarkAlignmentDialog *self, GtkListItem *list_item)
{
  WaymarkAlignmentChoice *choice = WAYMARK_ALIGNMENT_CHOICE (gtk_list_item_get_child (list_item));

  waymark_alignment_choice_set_node (choice, gtk_list_item_get_item (list_item));
  update_choice (self, choice);
}

static void
on_unbind_cb (WaymarkAlignmentDialog *self, GtkListItem *list_item)
{
  waymark_alignment_choice_set_node (WAYMARK_ALIGNMENT_CHOICE (gtk_list_item_get_child (list_item)),
                                     NULL);
}

static void
on_activate_cb (WaymarkAlignmentDialog *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (WaymarkAlignmentNode) node = g_list_model_get_item (model, position);
  const char *id = okr_item_get_id (waymark_alignment_node_get_item (node));

  waymark_alignment_dialog_choose (self, id, !find_chosen (self, id, NULL));
}

/* Space on a row ticks it: there is nothing to select in this list. */
static gboolean
on_space_cb (GtkWidget *list, GVariant *args, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *choice = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (!WAYMARK_IS_ALIGNMENT_CHOICE (choice))
    return FALSE;

  on_toggled_cb (WAYMARK_ALIGNMENT_DIALOG (user_data), WAYMARK_ALIGNMENT_CHOICE (choice));

  return TRUE;
}

static void
add_space (WaymarkAlignmentDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the row, which would take the key for a selection. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_callback_action_new (on_space_cb,
                                                                                   self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  WaymarkAlignmentDialog *self = WAYMARK_ALIGNMENT_DIALOG (user_data);

  return self->search == NULL ||
         okr_search_matches (self->search, get_plan (self),
                             waymark_alignment_node_get_item (WAYMARK_ALIGNMENT_NODE (item)));
}

static void
on_search_changed_cb (WaymarkAlignmentDialog *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  g_clear_pointer (&self->search, okr_search_free);
  self->search = okr_search_new (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (model) > 0 ? "list" : "nothing");
}

/* The entry keeps Escape to itself. */
static void
on_stop_search_cb (WaymarkAlignmentDialog *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
apply (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  WaymarkAlignmentDialog *self = WAYMARK_ALIGNMENT_DIALOG (widget);
  OkrPlan *plan = get_plan (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->chosen, i));
  g_ptr_array_add (ids, NULL);
  okr_plan_begin (plan, _ ("Change Alignment"));
  if (okr_edit_set_strings (plan, OKR_ITEM (self->objective), "contributesTo",
                            (const char *const *) (gpointer) ids->pdata, &error))
    {
      okr_plan_end (plan);
    }
  else
    {
      okr_plan_cancel (plan);
      waymark_session_report (self->session, error);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
waymark_alignment_dialog_dispose (GObject *object)
{
  WaymarkAlignmentDialog *self = WAYMARK_ALIGNMENT_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->objective);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_ALIGNMENT_DIALOG);

  G_OBJECT_CLASS (waymark_alignment_dialog_parent_class)->dispose (object);
}

static void
waymark_alignment_dialog_finalize (GObject *object)
{
  WaymarkAlignmentDialog *self = WAYMARK_ALIGNMENT_DIALOG (object);

  g_clear_pointer (&self->search, okr_search_free);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (waymark_alignment_dialog_parent_class)->finalize (object);
}

static void
waymark_alignment_dialog_class_init (WaymarkAlignmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_alignment_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_alignment_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-alignment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkAlignmentDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "align.apply", NULL, apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "align.apply", NULL);
}

static void
waymark_alignment_dialog_init (WaymarkAlignmentDialog *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  add_space (self);
}

static void
show_list (WaymarkAlignmentDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;
  GListModel *tree;
  GtkFilterListModel *filtered;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, G_CONNECT_SWAPPED);
  tree = waymark_alignment_tree_new (get_plan (self),
                                     okr_objective_get_contributes_to (self->objective));
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (tree, GTK_FILTER (g_object_ref (self->filter)));
  selection = gtk_no_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

WaymarkAlignmentDialog *
waymark_alignment_dialog_new (WaymarkSession *session, OkrObjective *objective)
{
  WaymarkAlignmentDialog *self;
  const char *const *ids;
  const char *subtitle;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && OKR_IS_OBJECTIVE (objective), NULL);

  self = g_object_new (WAYMARK_TYPE_ALIGNMENT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->objective = g_object_ref (objective);
  ids = okr_objective_get_contributes_to (objective);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (self->chosen, g_strdup (ids[i]));
  subtitle = okr_item_text_get_title (OKR_ITEM (objective));
  adw_window_title_set_subtitle (self->title, subtitle);
  show_list (self);

  return self;
}

void
waymark_alignment_dialog_choose (WaymarkAlignmentDialog *self, const char *id, gboolean chosen)
{
  OkrItem *item;
  guint position = 0;

  g_return_if_fail (WAYMARK_IS_ALIGNMENT_DIALOG (self) && id != NULL);

  item = okr_alignment_get_target (get_plan (self), id);
  if (find_chosen (self, id, &position) == chosen)
    return;
  if (!chosen)
    g_ptr_array_remove_index (self->chosen, position);
  else if (item != NULL && get_reason (self, item) == NULL)
    g_ptr_array_add (self->chosen, g_strdup (id));
  update_choices (self);
}

void
waymark_alignment_dialog_set_main (WaymarkAlignmentDialog *self, const char *id)
{
  guint position = 0;

  g_return_if_fail (WAYMARK_IS_ALIGNMENT_DIALOG (self) && id != NULL);

  waymark_alignment_dialog_choose (self, id, TRUE);
  if (find_chosen (self, id, &position))
    g_ptr_array_insert (self->chosen, 0, g_ptr_array_steal_index (self->chosen, position));
  update_choices (self);
}

void
waymark_alignment_dialog_present (GtkWindow *parent, WaymarkSession *session,
                                  OkrObjective *objective)
{
  WaymarkAlignmentDialog *self;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  self = waymark_alignment_dialog_new (session, objective);
  waymark_show_dialog (GTK_WINDOW (self), parent);
  /* A space that is searched for must not press the button that would have the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
