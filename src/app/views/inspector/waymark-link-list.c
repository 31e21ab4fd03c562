/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-link-list.h"

#include <glib/gi18n.h>

#include "okr-alignment.h"
#include "okr-edit.h"
#include "waymark-empty-row.h"
#include "waymark-item-text.h"
#include "waymark-link-row.h"

struct _WaymarkLinkList
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *empty;
  GPtrArray *rows;

  WaymarkLinkKind kind;
  WaymarkSession *session;
  OkrItem *item;
  guint n_links;
};

G_DEFINE_FINAL_TYPE (WaymarkLinkList, waymark_link_list, ADW_TYPE_PREFERENCES_GROUP)

static GPtrArray *
list_key_results (WaymarkLinkList *self)
{
  GPtrArray *items = g_ptr_array_new ();
  GListModel *krs = okr_objective_get_key_results (OKR_OBJECTIVE (self->item));

  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrItem) kr = g_list_model_get_item (krs, i);

      g_ptr_array_add (items, kr);
    }

  return items;
}

static GPtrArray *
list_parents (WaymarkLinkList *self)
{
  GPtrArray *items = g_ptr_array_new ();
  OkrPlan *plan = waymark_session_get_plan (self->session);
  const char *const *ids = okr_objective_get_contributes_to (OKR_OBJECTIVE (self->item));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      OkrItem *target = okr_alignment_get_target (plan, ids[i]);

      if (target != NULL)
        g_ptr_array_add (items, target);
    }

  return items;
}

static gboolean
contributes (OkrPlan *plan, OkrObjective *objective, OkrItem *goal)
{
  const char *const *ids = okr_objective_get_contributes_to (objective);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      OkrItem *target = okr_alignment_get_target (plan, ids[i]);

      if (target != NULL && okr_item_is_inside (target, goal))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
list_contributors (WaymarkLinkList *self)
{
  GPtrArray *items = g_ptr_array_new ();
  OkrPlan *plan = waymark_session_get_plan (self->session);
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (contributes (plan, objective, self->item))
        g_ptr_array_add (items, objective);
    }

  return items;
}

static GPtrArray *
list_items (WaymarkLinkList *self)
{
  switch (self->kind)
    {
    case WAYMARK_LINK_PARENTS:
      return list_parents (self);
    case WAYMARK_LINK_CONTRIBUTORS:
      return list_contributors (self);
    case WAYMARK_LINK_KEY_RESULTS:
    default:
      return list_key_results (self);
    }
}

static char *
dup_subtitle (WaymarkLinkList *self, OkrItem *item, guint i)
{
  g_autofree char *place = NULL;

  if (self->kind == WAYMARK_LINK_KEY_RESULTS)
    return waymark_item_text_dup_range (OKR_KEY_RESULT (item));
  if (self->kind == WAYMARK_LINK_CONTRIBUTORS)
    return okr_item_text_dup_subtitle (OKR_OBJECTIVE (item));

  place = OKR_IS_KEY_RESULT (item) ? waymark_item_text_dup_place (item)
                                   : okr_item_text_dup_subtitle (OKR_OBJECTIVE (item));
  if (i > 0 || self->n_links < 2)
    return g_steal_pointer (&place);
  if (place == NULL)
    return g_strdup (_ ("Main link"));

  /* Translators: first of several links; what it leads to, as "Key result of …" */
  return g_strdup_printf (_ ("Main link · %s"), place);
}

/* Writes the parents anew: without @item, or with it in the first place. */
static void
set_parents (WaymarkLinkList *self, OkrItem *item, gboolean first)
{
  OkrObjective *objective = OKR_OBJECTIVE (self->item);
  const char *const *ids = okr_objective_get_contributes_to (objective);
  const char *id = okr_item_get_id (item);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autoptr (GError) error = NULL;
  OkrPlan *plan = waymark_session_get_plan (self->session);

  if (first)
    g_strv_builder_add (kept, id);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (!g_str_equal (ids[i], id))
        g_strv_builder_add (kept, ids[i]);
    }
  strv = g_strv_builder_end (kept);
  okr_plan_begin (plan, first ? _ ("Change Main Link") : _ ("Remove Link"));
  if (okr_edit_set_strings (plan, self->item, "contributesTo", (const char *const *) strv, &error))
    {
      okr_plan_end (plan);
      return;
    }
  okr_plan_cancel (plan);
  waymark_session_report (self->session, error);
}

static WaymarkLinkList *
get_list (GtkWidget *row)
{
  return WAYMARK_LINK_LIST (gtk_widget_get_ancestor (row, WAYMARK_TYPE_LINK_LIST));
}

static void
on_main_cb (WaymarkLinkRow *row)
{
  set_parents (get_list (GTK_WIDGET (row)), waymark_link_row_get_item (row), TRUE);
}

static void
on_remove_cb (WaymarkLinkRow *row)
{
  set_parents (get_list (GTK_WIDGET (row)), waymark_link_row_get_item (row), FALSE);
}

static void
on_activated_cb (WaymarkLinkRow *row)
{
  waymark_session_set_selected (get_list (GTK_WIDGET (row))->session,
                                waymark_link_row_get_item (row));
}

static GtkWidget *
add_button (GtkWidget *row, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return button;
}

static WaymarkLinkRow *
get_row (WaymarkLinkList *self, guint i)
{
  while (self->rows->len <= i)
    {
      GtkWidget *row = waymark_link_row_new ();

      if (self->kind == WAYMARK_LINK_PARENTS)
        {
          GtkWidget *button = add_button (row, "non-starred-symbolic",
                                          _ ("Make This the Main Link"), G_CALLBACK (on_main_cb));

          g_object_set_data (G_OBJECT (row), "main-button", button);
          add_button (row, "edit-delete-symbolic", _ ("Remove Link"), G_CALLBACK (on_remove_cb));
        }
      g_signal_connect (row, "activated", G_CALLBACK (on_activated_cb), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }

  return g_ptr_array_index (self->rows, i);
}

static const char *
get_empty_text (WaymarkLinkList *self)
{
  switch (self->kind)
    {
    case WAYMARK_LINK_PARENTS:
      return _ ("Not aligned yet. What does this objective help to reach?");
    case WAYMARK_LINK_CONTRIBUTORS:
      return _ ("No objective contributes to this yet.");
    case WAYMARK_LINK_KEY_RESULTS:
    default:
      return _ ("How will you know that you are there? Two to five key results tell.");
    }
}

static void
update (WaymarkLinkList *self)
{
  g_autoptr (GPtrArray) items = list_items (self);

  self->n_links = items->len;
  for (guint i = 0; i < items->len; i++)
    {
      OkrItem *item = g_ptr_array_index (items, i);
      WaymarkLinkRow *row = get_row (self, i);
      g_autofree char *subtitle = dup_subtitle (self, item, i);
      GtkWidget *button = g_object_get_data (G_OBJECT (row), "main-button");

      waymark_link_row_bind (row, item, subtitle);
      if (button != NULL)
        gtk_widget_set_visible (button, i > 0);
    }
  for (guint i = items->len; i < self->rows->len; i++)
    waymark_link_row_bind (get_row (self, i), NULL, NULL);

  waymark_empty_row_set_text (self->empty, get_empty_text (self));
  gtk_widget_set_visible (self->empty, items->len == 0);
}

static void
waymark_link_list_dispose (GObject *object)
{
  WaymarkLinkList *self = WAYMARK_LINK_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (waymark_link_list_parent_class)->dispose (object);
}

static void
waymark_link_list_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_LINK_LIST (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (waymark_link_list_parent_class)->finalize (object);
}

static void
waymark_link_list_class_init (WaymarkLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_link_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_link_list_finalize;
}

static void
waymark_link_list_init (WaymarkLinkList *self)
{
  self->rows = g_ptr_array_new ();
  self->empty = waymark_empty_row_new (NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->empty);
}

void
waymark_link_list_show (WaymarkLinkList *self, WaymarkLinkKind kind, WaymarkSession *session,
                        OkrItem *item)
{
  g_return_if_fail (WAYMARK_IS_LINK_LIST (self) && WAYMARK_IS_SESSION (session));
  g_return_if_fail (OKR_IS_OBJECTIVE (item) ||
                    (OKR_IS_KEY_RESULT (item) && kind == WAYMARK_LINK_CONTRIBUTORS));

  self->kind = kind;
  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  update (self);
}

guint
waymark_link_list_get_n_links (WaymarkLinkList *self)
{
  g_return_val_if_fail (WAYMARK_IS_LINK_LIST (self), 0);

  return self->n_links;
}
