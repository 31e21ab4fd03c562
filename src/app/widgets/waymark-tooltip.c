/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tooltip.h"

#define LABEL "waymark-tooltip-label"
#define MAX_CHARS 60
#define MIN_CHARS 24
/* Of the window that the tooltip leaves free, its own edges included. */
#define MARGIN 48

/* How many characters of the widget's font fit into its window. */
static int
count_chars (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  PangoFontMetrics *metrics;
  int width;

  if (root == NULL)
    return MAX_CHARS;

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);

  return CLAMP ((gtk_widget_get_width (GTK_WIDGET (root)) - MARGIN) / MAX (width, 1), MIN_CHARS,
                MAX_CHARS);
}

/* A tooltip asks again with each move of the pointer, and stays as it is with the same label. */
static GtkLabel *
ensure_label (GtkTooltip *tooltip, GtkWidget *widget)
{
  GtkLabel *label = waymark_tooltip_get_label (tooltip);

  if (label == NULL)
    {
      label = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (label, 0);
      g_object_set_data_full (G_OBJECT (tooltip), LABEL, g_object_ref_sink (label), g_object_unref);
    }
  gtk_label_set_max_width_chars (label, count_chars (widget));

  return label;
}

void
waymark_tooltip_set_text (GtkTooltip *tooltip, GtkWidget *widget, const char *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (GTK_IS_TOOLTIP (tooltip) && GTK_IS_WIDGET (widget));

  markup = g_markup_escape_text (text != NULL ? text : "", -1);
  waymark_tooltip_set_markup (tooltip, widget, markup);
}

void
waymark_tooltip_set_markup (GtkTooltip *tooltip, GtkWidget *widget, const char *markup)
{
  GtkLabel *label;

  g_return_if_fail (GTK_IS_TOOLTIP (tooltip) && GTK_IS_WIDGET (widget));
  g_return_if_fail (markup != NULL);

  label = ensure_label (tooltip, widget);
  gtk_label_set_markup (label, markup);
  gtk_tooltip_set_custom (tooltip, GTK_WIDGET (label));
}

GtkLabel *
waymark_tooltip_get_label (GtkTooltip *tooltip)
{
  g_return_val_if_fail (GTK_IS_TOOLTIP (tooltip), NULL);

  return g_object_get_data (G_OBJECT (tooltip), LABEL);
}
