/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-banner.h"

struct _WaymarkBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *strip;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *buttons;
  char *text;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkBanner, waymark_banner, GTK_TYPE_WIDGET)

static void
waymark_banner_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WaymarkBanner *self = WAYMARK_BANNER (object);

  if (property_id == PROP_TEXT)
    g_value_set_string (value, self->text);
  else if (property_id == PROP_ICON_NAME)
    g_value_set_string (value, gtk_image_get_icon_name (GTK_IMAGE (self->icon)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_banner_set_property (GObject *object, guint property_id, const GValue *value,
                             GParamSpec *pspec)
{
  WaymarkBanner *self = WAYMARK_BANNER (object);

  if (property_id == PROP_TEXT)
    waymark_banner_set_text (self, g_value_get_string (value));
  else if (property_id == PROP_ICON_NAME)
    waymark_banner_set_icon_name (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_banner_dispose (GObject *object)
{
  WaymarkBanner *self = WAYMARK_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (waymark_banner_parent_class)->dispose (object);
}

static void
waymark_banner_finalize (GObject *object)
{
  WaymarkBanner *self = WAYMARK_BANNER (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (waymark_banner_parent_class)->finalize (object);
}

static void
waymark_banner_class_init (WaymarkBannerClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_banner_get_property;
  object_class->set_property = waymark_banner_set_property;
  object_class->dispose = waymark_banner_dispose;
  object_class->finalize = waymark_banner_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_banner_init (WaymarkBanner *self)
{
  GtkWidget *message;

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "icon-name", "dialog-information-symbolic", NULL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);

  message = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (message), self->icon);
  gtk_box_append (GTK_BOX (message), self->label);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  gtk_widget_set_visible (self->buttons, FALSE);
  self->strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->strip, "waymark-banner");
  gtk_box_append (GTK_BOX (self->strip), message);
  gtk_box_append (GTK_BOX (self->strip), self->buttons);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->strip);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

const char *
waymark_banner_get_text (WaymarkBanner *self)
{
  g_return_val_if_fail (WAYMARK_IS_BANNER (self), NULL);

  return self->text;
}

void
waymark_banner_set_text (WaymarkBanner *self, const char *text)
{
  g_return_if_fail (WAYMARK_IS_BANNER (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  /* What goes keeps its words until it has gone. */
  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), text != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
waymark_banner_set_icon_name (WaymarkBanner *self, const char *icon_name)
{
  g_return_if_fail (WAYMARK_IS_BANNER (self));

  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (self->icon)), icon_name) == 0)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

void
waymark_banner_set_narrow (WaymarkBanner *self, gboolean narrow)
{
  g_return_if_fail (WAYMARK_IS_BANNER (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->strip),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

GtkWidget *
waymark_banner_add_button (WaymarkBanner *self, const char *label, const char *action)
{
  GtkWidget *button;

  g_return_val_if_fail (WAYMARK_IS_BANNER (self) && label != NULL && action != NULL, NULL);

  button = gtk_button_new_with_mnemonic (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->buttons), button);
  gtk_widget_set_visible (self->buttons, TRUE);

  return button;
}
