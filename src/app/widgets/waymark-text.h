/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WaymarkTextRole:
 * @WAYMARK_TEXT_BODY: the widget's font
 * @WAYMARK_TEXT_SMALL: captions
 * @WAYMARK_TEXT_SMALL_BOLD: captions in bold
 * @WAYMARK_TEXT_FIGURE: numbers of one width
 * @WAYMARK_TEXT_FIGURE_BOLD: numbers of one width in bold
 * @WAYMARK_TEXT_HEADING: titles of cards
 */
typedef enum
{
  WAYMARK_TEXT_BODY,
  WAYMARK_TEXT_SMALL,
  WAYMARK_TEXT_SMALL_BOLD,
  WAYMARK_TEXT_FIGURE,
  WAYMARK_TEXT_FIGURE_BOLD,
  WAYMARK_TEXT_HEADING,
} WaymarkTextRole;

/**
 * WaymarkText:
 *
 * A line of text inside of a drawn widget. The layout is made when it is first needed, follows
 * the widget's font by itself and ellipsizes at the width it is drawn with.
 * A zeroed struct is an empty text.
 */
typedef struct
{
  char *text;
  PangoLayout *layout;
  WaymarkTextRole role;
} WaymarkText;

/**
 * waymark_text_set:
 * @self: a text
 * @text: (nullable): what it says from now on
 *
 * Returns: whether that is something else than before
 */
gboolean waymark_text_set (WaymarkText *self, const char *text);

/**
 * waymark_text_clear:
 * @self: a text
 *
 * Frees what @self holds and makes it empty.
 */
void waymark_text_clear (WaymarkText *self);

/**
 * waymark_text_is_empty:
 * @self: a text
 *
 * Returns: whether there is nothing to draw
 */
gboolean waymark_text_is_empty (const WaymarkText *self);

/**
 * waymark_text_get_width:
 * @self: a text
 * @widget: the widget that draws it
 *
 * Returns: the natural width in pixels
 */
int waymark_text_get_width (WaymarkText *self, GtkWidget *widget);

/**
 * waymark_text_measure:
 * @widget: the widget that would draw it
 * @role: how it would be drawn
 * @text: what would be drawn
 *
 * Returns: the natural width in pixels
 */
int waymark_text_measure (GtkWidget *widget, WaymarkTextRole role, const char *text);

/**
 * waymark_text_is_ellipsized:
 * @self: a text
 *
 * Returns: whether a part was left off when it was last drawn
 */
gboolean waymark_text_is_ellipsized (const WaymarkText *self);

/**
 * waymark_text_snapshot:
 * @self: a text
 * @widget: the widget that draws it
 * @snapshot: where to draw
 * @area: the line's box: the text is in the middle of its height and cut at its width
 * @align: 0 for the left side of @area, 1 for the right one
 * @color: the colour
 */
void waymark_text_snapshot (WaymarkText *self, GtkWidget *widget, GtkSnapshot *snapshot,
                            const graphene_rect_t *area, float align, const GdkRGBA *color);

/**
 * waymark_text_name_widget:
 * @widget: a widget without children
 * @texts: (array length=n_texts): all that it draws
 * @n_texts: how many there are
 *
 * Gives the widget a name for assistive technologies: what people read in it.
 */
void waymark_text_name_widget (GtkWidget *widget, const WaymarkText *texts, guint n_texts);

/**
 * waymark_text_describe:
 * @page: a page that tells something
 * @text: (nullable): plain text
 *
 * Sets the description of @page, which takes markup, to what @text says literally.
 */
void waymark_text_describe (AdwStatusPage *page, const char *text);

/**
 * waymark_text_get_scale:
 * @widget: a widget
 *
 * Returns: how many times as large as usual the desktop wants all text
 */
double waymark_text_get_scale (GtkWidget *widget);

/**
 * waymark_text_get_em:
 * @widget: a widget
 *
 * Returns: the size of the widget's font in pixels
 */
double waymark_text_get_em (GtkWidget *widget);

/**
 * waymark_text_get_unit:
 * @widget: a widget
 *
 * Returns: what is 1 pixel with a font of 10 points, and grows with the widget's font
 */
double waymark_text_get_unit (GtkWidget *widget);

/**
 * waymark_text_get_line_height:
 * @widget: a widget
 * @role: a role
 *
 * Returns: the height of one line in pixels
 */
int waymark_text_get_line_height (GtkWidget *widget, WaymarkTextRole role);

G_END_DECLS
