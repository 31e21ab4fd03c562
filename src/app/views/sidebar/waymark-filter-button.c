/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-filter-button.h"

#include <glib/gi18n.h>

#include "okr-format.h"

struct _WaymarkFilterButton
{
  GtkToggleButton parent_instance;

  OkrAttention attention;
  GtkLabel *name;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (WaymarkFilterButton, waymark_filter_button, GTK_TYPE_TOGGLE_BUTTON)

static const char *
get_tooltip (OkrAttention attention)
{
  static const char *const tooltips[OKR_N_ATTENTIONS] = {
    N_ ("The last check-in is too long ago"),    N_ ("Far less progress than expected"),
    N_ ("The last check-in names an obstacle"),  N_ ("The last confidence is 3 or less"),
    N_ ("Contributes to no objective above it"), N_ ("Nobody owns it"),
    N_ ("Objectives without key results"),
  };

  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    {
      if (attention == (OkrAttention) (1 << i))
        return _ (tooltips[i]);
    }

  return NULL;
}

static void
waymark_filter_button_class_init (WaymarkFilterButtonClass *klass)
{
}

static void
waymark_filter_button_init (WaymarkFilterButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));

  self->count = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "waymark-sidebar-number");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));

  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "waymark-sidebar-filter");
}

/**
 * waymark_filter_button_new:
 * @attention: one reason
 *
 * Returns: (transfer floating): a button that counts nothing
 */
GtkWidget *
waymark_filter_button_new (OkrAttention attention)
{
  WaymarkFilterButton *self = g_object_new (WAYMARK_TYPE_FILTER_BUTTON, NULL);

  self->attention = attention;
  gtk_label_set_label (self->name, okr_attention_get_label (attention));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), get_tooltip (attention));
  waymark_filter_button_set_count (self, 0);

  return GTK_WIDGET (self);
}

/**
 * waymark_filter_button_get_attention:
 *
 * Returns: the reason that it filters by
 */
OkrAttention
waymark_filter_button_get_attention (WaymarkFilterButton *self)
{
  g_return_val_if_fail (WAYMARK_IS_FILTER_BUTTON (self), OKR_ATTENTION_NONE);

  return self->attention;
}

void
waymark_filter_button_set_count (WaymarkFilterButton *self, guint count)
{
  g_autofree char *text = okr_format_number (count, 0);
  g_autofree char *label = NULL;

  g_return_if_fail (WAYMARK_IS_FILTER_BUTTON (self));

  if (g_str_equal (gtk_label_get_label (self->count), text))
    return;

  gtk_label_set_label (self->count, text);
  /* Translators: a filter and how many items it shows, for screen readers: "At risk, 1" */
  label = g_strdup_printf (_ ("%1$s, %2$s"), okr_attention_get_label (self->attention), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
