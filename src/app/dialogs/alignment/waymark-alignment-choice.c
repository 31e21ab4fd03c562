/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-alignment-choice.h"

#include <glib/gi18n.h>

#include "waymark-item-text.h"

#define INDENT 20
#define MAX_DEPTH 8

struct _WaymarkAlignmentChoice
{
  GtkWidget parent_instance;

  GtkWidget *check;
  GtkWidget *icon;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *star;

  WaymarkAlignmentNode *node;
  gboolean showing;
};

enum
{
  TOGGLED,
  MAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkAlignmentChoice, waymark_alignment_choice, GTK_TYPE_WIDGET)

static void
on_check_cb (WaymarkAlignmentChoice *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TOGGLED], 0);
}

static void
on_star_cb (WaymarkAlignmentChoice *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[MAIN], 0);
}

/* Rows of a list get no name by themselves. It is the list's own widget that takes the focus. */
static void
name_row (WaymarkAlignmentChoice *self, gboolean chosen, const char *subtitle)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (row == NULL || self->node == NULL)
    return;

  title = waymark_item_text_dup_name (waymark_alignment_node_get_item (self->node));
  /* Translators: a row of a list with check boxes, for screen readers */
  name = chosen ? g_strdup_printf (_ ("%s, chosen"), title) : g_steal_pointer (&title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

static void
waymark_alignment_choice_dispose (GObject *object)
{
  WaymarkAlignmentChoice *self = WAYMARK_ALIGNMENT_CHOICE (object);
  GtkWidget *child;

  g_clear_object (&self->node);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (waymark_alignment_choice_parent_class)->dispose (object);
}

static void
waymark_alignment_choice_class_init (WaymarkAlignmentChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_alignment_choice_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", WAYMARK_TYPE_ALIGNMENT_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MAIN] = g_signal_new ("main", WAYMARK_TYPE_ALIGNMENT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "alignmentchoice");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
waymark_alignment_choice_init (WaymarkAlignmentChoice *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 10);
  self->check = gtk_check_button_new ();
  self->icon = gtk_image_new ();
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = new_label (NULL);
  self->subtitle = new_label ("caption");
  self->star = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_widget_set_valign (self->texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->texts), self->title);
  gtk_box_append (GTK_BOX (self->texts), self->subtitle);
  gtk_widget_add_css_class (self->star, "flat");
  gtk_widget_add_css_class (self->star, "circular");
  gtk_widget_set_valign (self->star, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->star, _ ("Main Link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Main Link"), -1);
  gtk_widget_set_parent (self->check, widget);
  gtk_widget_set_parent (self->icon, widget);
  gtk_widget_set_parent (self->texts, widget);
  gtk_widget_set_parent (self->star, widget);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_check_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->star, "toggled", G_CALLBACK (on_star_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
waymark_alignment_choice_new (void)
{
  return g_object_new (WAYMARK_TYPE_ALIGNMENT_CHOICE, NULL);
}

WaymarkAlignmentNode *
waymark_alignment_choice_get_node (WaymarkAlignmentChoice *self)
{
  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_CHOICE (self), NULL);

  return self->node;
}

void
waymark_alignment_choice_set_node (WaymarkAlignmentChoice *self, WaymarkAlignmentNode *node)
{
  OkrItem *item;
  const char *title;
  g_autofree char *name = NULL;

  g_return_if_fail (WAYMARK_IS_ALIGNMENT_CHOICE (self));

  g_set_object (&self->node, node);
  if (node == NULL)
    return;

  item = waymark_alignment_node_get_item (node);
  title = okr_item_text_get_title (item);
  name = waymark_item_text_dup_name (item);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->texts, title);
  gtk_widget_set_margin_start (
      self->check, INDENT * (int) MIN (waymark_alignment_node_get_depth (node), MAX_DEPTH));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), OKR_IS_OBJECTIVE (item)
                                                            ? "waymark-objective-symbolic"
                                                            : "waymark-key-result-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
waymark_alignment_choice_set_state (WaymarkAlignmentChoice *self, gboolean possible,
                                    gboolean chosen, gboolean main, const char *subtitle)
{
  g_return_if_fail (WAYMARK_IS_ALIGNMENT_CHOICE (self));

  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), main);
  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            main ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_sensitive (GTK_WIDGET (self), possible);
  /* The star of what is not chosen would only be noise. */
  gtk_widget_set_opacity (self->star, chosen ? 1 : 0);
  gtk_widget_set_sensitive (self->star, chosen);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  name_row (self, chosen, subtitle != NULL ? subtitle : "");
  self->showing = FALSE;
}
