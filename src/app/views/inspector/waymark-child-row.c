/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-child-row.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "okr-item-text.h"
#include "waymark-item-form.h"
#include "waymark-names.h"

typedef struct
{
  WaymarkSession *session;
  OkrItem *item;
  WaymarkItemForm *form;
  GtkWidget *first;
  GtkWidget *up;
  GtkWidget *down;
} WaymarkChildRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WaymarkChildRow, waymark_child_row, ADW_TYPE_EXPANDER_ROW)

#define PRIVATE(self) ((WaymarkChildRowPrivate *) waymark_child_row_get_instance_private (self))

static void
move (WaymarkChildRow *self, int step)
{
  WaymarkChildRowPrivate *priv = PRIVATE (self);
  const int position = (int) okr_item_get_position (priv->item) + step;
  g_autoptr (OkrItem) item = g_object_ref (priv->item);
  g_autoptr (GError) error = NULL;

  if (position >= 0 && !okr_edit_move (waymark_session_get_plan (priv->session), item,
                                       okr_item_get_parent (item), (guint) position, &error))
    waymark_session_report (priv->session, error);
}

static void
on_up_cb (WaymarkChildRow *self)
{
  move (self, -1);
}

static void
on_down_cb (WaymarkChildRow *self)
{
  move (self, 1);
}

static void
on_delete_cb (WaymarkChildRow *self)
{
  WaymarkChildRowPrivate *priv = PRIVATE (self);
  g_autoptr (OkrItem) item = g_object_ref (priv->item);
  g_autoptr (WaymarkSession) session = g_object_ref (priv->session);
  g_autofree char *title = g_strdup (okr_item_text_get_title (item));
  /* Translators: a toast; the title of a milestone or an initiative */
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), title);
  g_autoptr (GError) error = NULL;

  if (okr_edit_delete (waymark_session_get_plan (session), item, &error))
    waymark_session_announce (session, message, TRUE);
  else
    waymark_session_report (session, error);
}

static GtkWidget *
new_button (WaymarkChildRow *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
new_buttons (WaymarkChildRow *self)
{
  WaymarkChildRowPrivate *priv = PRIVATE (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *delete =
      new_button (self, "user-trash-symbolic", _ ("Delete"), G_CALLBACK (on_delete_cb));

  priv->up = new_button (self, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (on_up_cb));
  priv->down = new_button (self, "go-down-symbolic", _ ("Move Down"), G_CALLBACK (on_down_cb));
  gtk_widget_add_css_class (box, "waymark-row-buttons");
  gtk_widget_set_hexpand (delete, TRUE);
  gtk_widget_set_halign (delete, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), priv->up);
  gtk_box_append (GTK_BOX (box), priv->down);
  gtk_box_append (GTK_BOX (box), delete);

  return box;
}

static void
update_buttons (WaymarkChildRow *self)
{
  WaymarkChildRowPrivate *priv = PRIVATE (self);
  OkrItem *parent = okr_item_get_parent (priv->item);
  guint position;
  guint n_siblings;

  if (priv->form == NULL || parent == NULL)
    return;

  position = okr_item_get_position (priv->item);
  n_siblings = g_list_model_get_n_items (
      okr_item_get_children (parent, okr_item_get_list_field (priv->item)));
  gtk_widget_set_sensitive (priv->up, position > 0);
  gtk_widget_set_sensitive (priv->down, position + 1 < n_siblings);
}

static void
on_expanded_cb (WaymarkChildRow *self)
{
  WaymarkChildRowPrivate *priv = PRIVATE (self);

  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || priv->item == NULL)
    return;

  if (priv->form == NULL)
    {
      priv->form = waymark_item_form_new ();
      WAYMARK_CHILD_ROW_GET_CLASS (self)->build (self);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), new_buttons (self));
    }
  waymark_item_form_set_item (priv->form, priv->session, priv->item);
  WAYMARK_CHILD_ROW_GET_CLASS (self)->update (self);
  update_buttons (self);
}

static void
waymark_child_row_dispose (GObject *object)
{
  WaymarkChildRowPrivate *priv = PRIVATE (WAYMARK_CHILD_ROW (object));

  g_clear_object (&priv->form);
  g_clear_object (&priv->session);
  g_clear_object (&priv->item);

  G_OBJECT_CLASS (waymark_child_row_parent_class)->dispose (object);
}

static void
waymark_child_row_class_init (WaymarkChildRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_child_row_dispose;
}

static void
waymark_child_row_init (WaymarkChildRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  waymark_names_follow_title (ADW_PREFERENCES_ROW (self));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

OkrItem *
waymark_child_row_get_item (WaymarkChildRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_CHILD_ROW (self), NULL);

  return PRIVATE (self)->item;
}

WaymarkSession *
waymark_child_row_get_session (WaymarkChildRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_CHILD_ROW (self), NULL);

  return PRIVATE (self)->session;
}

void
waymark_child_row_bind (WaymarkChildRow *self, WaymarkSession *session, OkrItem *item)
{
  WaymarkChildRowPrivate *priv;

  g_return_if_fail (WAYMARK_IS_CHILD_ROW (self));

  priv = PRIVATE (self);
  g_set_object (&priv->session, session);
  if (g_set_object (&priv->item, item) && priv->form != NULL)
    waymark_item_form_set_item (priv->form, session, item);
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  if (item == NULL)
    return;

  WAYMARK_CHILD_ROW_GET_CLASS (self)->update (self);
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    on_expanded_cb (self);
}

void
waymark_child_row_add_field (WaymarkChildRow *self, GtkWidget *field, const char *title,
                             const char *path)
{
  WaymarkChildRowPrivate *priv;

  g_return_if_fail (WAYMARK_IS_CHILD_ROW (self) && WAYMARK_IS_FIELD (field));

  priv = PRIVATE (self);
  if (priv->first == NULL)
    priv->first = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (field), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), field);
  waymark_item_form_add (priv->form, WAYMARK_FIELD (field), path);
}

void
waymark_child_row_edit (WaymarkChildRow *self)
{
  g_return_if_fail (WAYMARK_IS_CHILD_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (PRIVATE (self)->first != NULL)
    gtk_widget_grab_focus (PRIVATE (self)->first);
}

int
waymark_child_row_get_focused (WaymarkChildRow *self)
{
  WaymarkChildRowPrivate *priv;

  g_return_val_if_fail (WAYMARK_IS_CHILD_ROW (self), 0);

  priv = PRIVATE (self);
  if (priv->form == NULL)
    return 0;
  if (gtk_widget_is_focus (priv->up))
    return -1;

  return gtk_widget_is_focus (priv->down) ? 1 : 0;
}

void
waymark_child_row_focus (WaymarkChildRow *self, int part)
{
  WaymarkChildRowPrivate *priv;
  GtkWidget *button;

  g_return_if_fail (WAYMARK_IS_CHILD_ROW (self));

  priv = PRIVATE (self);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    {
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }
  if (part == 0)
    {
      gtk_widget_grab_focus (priv->first);
      return;
    }

  /* At the end of the way the other button is the one that still works. */
  button = part < 0 ? priv->up : priv->down;
  if (!gtk_widget_get_sensitive (button))
    button = part < 0 ? priv->down : priv->up;
  gtk_widget_grab_focus (button);
}
