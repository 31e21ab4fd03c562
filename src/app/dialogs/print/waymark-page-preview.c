/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-page-preview.h"

#include <glib/gi18n.h>

#include "waymark-page-view.h"
#include "waymark-text.h"

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

static gboolean
waymark_page_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_PAGE_PREVIEW (widget)->view));
}

static void
waymark_page_preview_class_init (WaymarkPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
  gtk_widget_class_bind_template_callback (widget_class, update_page);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
}

static void
waymark_page_preview_init (WaymarkPagePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
