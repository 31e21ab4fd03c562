/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-page-preview.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "waymark-page-view.h"
#include "waymark-text.h"
#include "waymark-zoom.h"

/* What the menu of sizes calls the two that follow the room; the others are percentages. */
#define WHOLE_PAGE "page"
#define PAGE_WIDTH "width"

struct _WaymarkPagePreview
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *failed;
  WaymarkPageView *view;
  GtkWidget *turning;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *number;
  GtkWidget *zoom_out;
  GtkWidget *zoom_in;
  GtkMenuButton *zoom_menu;
  GtkMenuButton *short_zoom_menu; /* where there is no room for the number */
  GtkLabel *zoom;

  GSimpleAction *size;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (WaymarkPagePreview, waymark_page_preview, ADW_TYPE_BIN)

static void
update_page (WaymarkPagePreview *self)
{
  const guint page = waymark_page_view_get_page (self->view);
  /* Translators: the number of a page, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("%1$u of %2$u"), page + 1, self->n_pages);

  gtk_label_set_label (self->number, number);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, page + 1 < self->n_pages);
  gtk_widget_set_visible (self->turning, self->n_pages > 1);
}

static char *
dup_size (WaymarkPagePreview *self)
{
  switch (waymark_page_view_get_fit (self->view))
    {
    case WAYMARK_PAGE_FIT_PAGE:
      return g_strdup (WHOLE_PAGE);
    case WAYMARK_PAGE_FIT_WIDTH:
      return g_strdup (PAGE_WIDTH);
    case WAYMARK_PAGE_FIT_NONE:
    default:
      return g_strdup_printf ("%.0f", waymark_page_view_get_zoom (self->view) * 100);
    }
}

static void
update_zoom (WaymarkPagePreview *self)
{
  const double zoom = waymark_page_view_get_zoom (self->view);
  g_autofree char *size = dup_size (self);
  g_autofree char *percent = okr_format_percent (zoom, 0);
  /* Translators: how large the pages are shown, such as “Zoom: 75 %” */
  g_autofree char *name = g_strdup_printf (_ ("Zoom: %s"), percent);

  gtk_label_set_label (self->zoom, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->short_zoom_menu),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (self->zoom_out, zoom > WAYMARK_PAGE_MIN_ZOOM * 1.01);
  gtk_widget_set_sensitive (self->zoom_in, zoom < WAYMARK_PAGE_MAX_ZOOM * 0.99);
  g_simple_action_set_state (self->size, g_variant_new_string (size));
}

static void
on_size_cb (GSimpleAction *action, GVariant *parameter, WaymarkPagePreview *self)
{
  const char *size = g_variant_get_string (parameter, NULL);

  if (g_str_equal (size, WHOLE_PAGE))
    waymark_page_view_fit (self->view, WAYMARK_PAGE_FIT_PAGE);
  else if (g_str_equal (size, PAGE_WIDTH))
    waymark_page_view_fit (self->view, WAYMARK_PAGE_FIT_WIDTH);
  else
    waymark_page_view_zoom (self->view, g_ascii_strtod (size, NULL) / 100);
}

static void
on_zoom_out_cb (WaymarkPagePreview *self)
{
  waymark_page_preview_zoom (self, -1);
}

static void
on_zoom_in_cb (WaymarkPagePreview *self)
{
  waymark_page_preview_zoom (self, 1);
}

static void
on_previous_cb (WaymarkPagePreview *self)
{
  waymark_page_preview_turn (self, -1);
}

static void
on_next_cb (WaymarkPagePreview *self)
{
  waymark_page_preview_turn (self, 1);
}

static void
append_size (GMenu *menu, const char *label, const char *size)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "pages.size", "s", size);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (void)
{
  static const int percents[] = { 50, 75, 100, 150, 200, 400 };
  g_autoptr (GMenu) fitting = g_menu_new ();
  g_autoptr (GMenu) fixed = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_size (fitting, _ ("Whole _Page"), WHOLE_PAGE);
  append_size (fitting, _ ("Page _Width"), PAGE_WIDTH);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *label = okr_format_percent (percents[i] / 100.0, 0);
      g_autofree char *size = g_strdup_printf ("%d", percents[i]);

      append_size (fixed, label, size);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fitting));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fixed));

  return G_MENU_MODEL (menu);
}

static void
add_menu (WaymarkPagePreview *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = new_menu ();

  self->size = g_simple_action_new_stateful ("size", G_VARIANT_TYPE_STRING,
                                             g_variant_new_string (WHOLE_PAGE));
  g_signal_connect (self->size, "activate", G_CALLBACK (on_size_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->size));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pages", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (self->zoom_menu, menu);
  gtk_menu_button_set_menu_model (self->short_zoom_menu, menu);
}

static void
waymark_page_preview_dispose (GObject *object)
{
  WaymarkPagePreview *self = WAYMARK_PAGE_PREVIEW (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "pages", NULL);
  if (self->size != NULL)
    g_signal_handlers_disconnect_by_data (self->size, self);
  g_clear_object (&self->size);

  G_OBJECT_CLASS (waymark_page_preview_parent_class)->dispose (object);
}

static gboolean
waymark_page_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_PAGE_PREVIEW (widget)->view));
}

static void
waymark_page_preview_class_init (WaymarkPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_page_preview_dispose;
  widget_class->grab_focus = waymark_page_preview_grab_focus;

  g_type_ensure (WAYMARK_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-page-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, failed);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, view);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, turning);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, previous);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, next);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, number);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, zoom_out);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, zoom_menu);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, short_zoom_menu);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPagePreview, zoom);
  gtk_widget_class_bind_template_callback (widget_class, update_page);
  gtk_widget_class_bind_template_callback (widget_class, update_zoom);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
}

static void
waymark_page_preview_init (WaymarkPagePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_menu (self);
  update_zoom (self);
}

void
waymark_page_preview_show (WaymarkPagePreview *self, WaymarkPages *pages, const char *reason)
{
  g_return_if_fail (WAYMARK_IS_PAGE_PREVIEW (self));
  g_return_if_fail (pages == NULL || WAYMARK_IS_PAGES (pages));

  self->n_pages = pages != NULL ? waymark_pages_get_n_pages (pages) : 0;
  waymark_page_view_set_pages (self->view, pages);
  waymark_text_describe (self->failed, reason);
  if (reason != NULL)
    gtk_stack_set_visible_child_name (self->stack, "failed");
  else if (pages != NULL)
    gtk_stack_set_visible_child_name (self->stack, "pages");
  else
    gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_spinner_set_spinning (self->spinner, reason == NULL && pages == NULL);
  update_page (self);
}

guint
waymark_page_preview_get_page (WaymarkPagePreview *self)
{
  g_return_val_if_fail (WAYMARK_IS_PAGE_PREVIEW (self), 0);

  return waymark_page_view_get_page (self->view);
}

void
waymark_page_preview_turn (WaymarkPagePreview *self, int step)
{
  guint page;

  g_return_if_fail (WAYMARK_IS_PAGE_PREVIEW (self));

  page = waymark_page_view_get_page (self->view);
  if (step > 0)
    waymark_page_view_set_page (self->view, page + (guint) step);
  else
    waymark_page_view_set_page (self->view, page - MIN (page, (guint) -step));
}

void
waymark_page_preview_zoom (WaymarkPagePreview *self, int direction)
{
  double zoom;

  g_return_if_fail (WAYMARK_IS_PAGE_PREVIEW (self));

  zoom = waymark_page_view_get_zoom (self->view);
  if (direction == 0)
    waymark_page_view_fit (self->view, WAYMARK_PAGE_FIT_PAGE);
  else
    waymark_page_view_zoom (self->view, waymark_zoom_step (zoom, direction, WAYMARK_PAGE_MIN_ZOOM,
                                                           WAYMARK_PAGE_MAX_ZOOM));
}
