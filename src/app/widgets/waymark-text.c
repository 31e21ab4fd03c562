/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-text.h"

#include "okr-fonts.h"
#include "okr-one-line.h"

#define REFERENCE_EM 13.33 /* 10 points at 96 dots per inch */

static const struct
{
  double scale;
  PangoWeight weight;
  gboolean tabular;
} roles[] = {
  [WAYMARK_TEXT_BODY] = { 1.0, PANGO_WEIGHT_NORMAL, FALSE },
  [WAYMARK_TEXT_SMALL] = { 0.88, PANGO_WEIGHT_NORMAL, FALSE },
  [WAYMARK_TEXT_SMALL_BOLD] = { 0.85, PANGO_WEIGHT_BOLD, FALSE },
  [WAYMARK_TEXT_FIGURE] = { 0.92, PANGO_WEIGHT_NORMAL, TRUE },
  [WAYMARK_TEXT_FIGURE_BOLD] = { 1.0, PANGO_WEIGHT_BOLD, TRUE },
  [WAYMARK_TEXT_HEADING] = { 1.11, PANGO_WEIGHT_BOLD, FALSE },
};

static PangoAttrList *
get_attributes (WaymarkTextRole role)
{
  static PangoAttrList *cache[G_N_ELEMENTS (roles)];

  g_assert ((guint) role < G_N_ELEMENTS (roles));

  if (cache[role] == NULL)
    {
      cache[role] = pango_attr_list_new ();
      pango_attr_list_insert (cache[role], pango_attr_scale_new (roles[role].scale));
      pango_attr_list_insert (cache[role], pango_attr_weight_new (roles[role].weight));
      if (roles[role].tabular)
        pango_attr_list_insert (cache[role], pango_attr_font_features_new ("tnum"));
    }

  return cache[role];
}

static void
apply_text (WaymarkText *self)
{
  g_autofree char *line = self->text != NULL ? okr_text_to_one_line (self->text) : NULL;
  const char *text = line != NULL ? line : self->text != NULL ? self->text : "";
  g_autofree char *marked = okr_fonts_mark_numbers (text);

  g_assert (self->layout != NULL);

  pango_layout_set_text (self->layout, marked != NULL ? marked : text, -1);
}

static PangoLayout *
ensure_layout (WaymarkText *self, GtkWidget *widget)
{
  g_assert (self != NULL);
  g_assert (GTK_IS_WIDGET (widget));

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, NULL);
      apply_text (self);
      pango_layout_set_attributes (self->layout, get_attributes (self->role));
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }

  return self->layout;
}

gboolean
waymark_text_set (WaymarkText *self, const char *text)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (g_strcmp0 (self->text, text) == 0)
    return FALSE;

  g_free (self->text);
  self->text = g_strdup (text);
  if (self->layout != NULL)
    apply_text (self);

  return TRUE;
}

void
waymark_text_clear (WaymarkText *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->layout);
}

gboolean
waymark_text_is_empty (const WaymarkText *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->text == NULL || self->text[0] == '\0';
}

int
waymark_text_get_width (WaymarkText *self, GtkWidget *widget)
{
  PangoLayout *layout;
  int width = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (waymark_text_is_empty (self))
    return 0;

  layout = ensure_layout (self, widget);
  if (pango_layout_is_ellipsized (layout))
    pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

int
waymark_text_measure (GtkWidget *widget, WaymarkTextRole role, const char *text)
{
  WaymarkText self = { .role = role };
  int width;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  waymark_text_set (&self, text);
  width = waymark_text_get_width (&self, widget);
  waymark_text_clear (&self);

  return width;
}

gboolean
waymark_text_is_ellipsized (const WaymarkText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->layout != NULL && pango_layout_is_ellipsized (self->layout);
}

void
waymark_text_snapshot (WaymarkText *self, GtkWidget *widget, GtkSnapshot *snapshot,
                       const graphene_rect_t *area, float align, const GdkRGBA *color)
{
  PangoLayout *layout;
  PangoRectangle logical;
  graphene_point_t origin;

  g_return_if_fail (self != NULL);

  if (waymark_text_is_empty (self) || area->size.width < 1)
    return;

  layout = ensure_layout (self, widget);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  if ((float) logical.width > area->size.width || pango_layout_is_ellipsized (layout))
    {
      /* A set width also aligns, which is done below for all: take the measure anew. */
      pango_layout_set_width (layout, (int) (area->size.width * PANGO_SCALE));
      pango_layout_get_pixel_extents (layout, NULL, &logical);
    }

  origin.x =
      area->origin.x + align * (area->size.width - (float) logical.width) - (float) logical.x;
  origin.y = area->origin.y + (area->size.height - (float) logical.height) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf (origin.x), floorf (origin.y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

void
waymark_text_name_widget (GtkWidget *widget, const WaymarkText *texts, guint n_texts)
{
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (texts != NULL);

  for (guint i = 0; i < n_texts; i++)
    {
      if (waymark_text_is_empty (&texts[i]))
        continue;
      if (name->len > 0)
        g_string_append (name, " · ");
      g_string_append (name, texts[i].text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

void
waymark_text_describe (AdwStatusPage *page, const char *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page));

  markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  adw_status_page_set_description (page, markup);
}

double
waymark_text_get_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi / (96.0 * 1024) : 1;
}

double
waymark_text_get_em (GtkWidget *widget)
{
  PangoContext *context;
  const PangoFontDescription *description;
  double size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  context = gtk_widget_get_pango_context (widget);
  description = pango_context_get_font_description (context);
  size = (double) pango_font_description_get_size (description) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (description))
    size *= 96.0 / 72.0;

  return MAX (size, 4);
}

double
waymark_text_get_unit (GtkWidget *widget)
{
  return waymark_text_get_em (widget) / REFERENCE_EM;
}

int
waymark_text_get_line_height (GtkWidget *widget, WaymarkTextRole role)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  double height;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (roles), 0);

  context = gtk_widget_get_pango_context (widget);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  if (height <= 0)
    height = (double) (pango_font_metrics_get_ascent (metrics) +
                       pango_font_metrics_get_descent (metrics)) /
             PANGO_SCALE;
  pango_font_metrics_unref (metrics);

  return (int) ceil (height * roles[role].scale);
}
