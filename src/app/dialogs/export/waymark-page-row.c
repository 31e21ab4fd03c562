/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-page-row.h"

#include <glib/gi18n.h>

#include "waymark-pages.h"

/* Before they are counted. */
#define MOST_PAGES 9999

struct _WaymarkPageRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *page;
  GtkLabel *total;
  GtkSpinner *spinner;

  GCancellable *counting;
};

G_DEFINE_FINAL_TYPE (WaymarkPageRow, waymark_page_row, ADW_TYPE_ACTION_ROW)

static void
stop_counting (WaymarkPageRow *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
update_busy (WaymarkPageRow *self)
{
  const gboolean is_busy = self->counting != NULL && *gtk_label_get_label (self->total) == '\0';

  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->total), !is_busy);
}

/* The page that was chosen stays where there are as many. */
static void
show_total (WaymarkPageRow *self, guint n_pages)
{
  /* Translators: how many pages there are; after a field with the number of one of them */
  g_autofree char *total = n_pages > 0 ? g_strdup_printf (_ ("of %u"), n_pages) : g_strdup ("");

  gtk_spin_button_set_range (self->page, 1, n_pages > 0 ? n_pages : MOST_PAGES);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), n_pages != 1);
  gtk_label_set_label (self->total, total);
}

static void
on_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkPageRow) self = user_data;
  const guint n_pages = waymark_pages_count_finish (result, NULL);

  /* Meanwhile something else was chosen, or the dialog was closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;

  g_clear_object (&self->counting);
  show_total (self, n_pages);
  update_busy (self);
}

static void
waymark_page_row_unrealize (GtkWidget *widget)
{
  stop_counting (WAYMARK_PAGE_ROW (widget));

  GTK_WIDGET_CLASS (waymark_page_row_parent_class)->unrealize (widget);
}

static void
waymark_page_row_dispose (GObject *object)
{
  stop_counting (WAYMARK_PAGE_ROW (object));

  G_OBJECT_CLASS (waymark_page_row_parent_class)->dispose (object);
}

static void
waymark_page_row_class_init (WaymarkPageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_page_row_dispose;
  widget_class->unrealize = waymark_page_row_unrealize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/ui/waymark-page-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkPageRow, page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPageRow, total);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPageRow, spinner);
}

static void
waymark_page_row_init (WaymarkPageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_total (self, 0);
}

void
waymark_page_row_count (WaymarkPageRow *self, const OkrExportKind *kind, OkrPlan *plan,
                        const OkrExportOptions *options, GtkPageSetup *setup)
{
  g_return_if_fail (WAYMARK_IS_PAGE_ROW (self));

  stop_counting (self);
  if (kind != NULL)
    {
      self->counting = g_cancellable_new ();
      waymark_pages_count_async (kind, plan, options, setup, self->counting, on_counted_cb,
                                 g_object_ref (self));
    }
  update_busy (self);
}

guint
waymark_page_row_get_page (WaymarkPageRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_PAGE_ROW (self), 0);

  gtk_spin_button_update (self->page);

  return (guint) gtk_spin_button_get_value_as_int (self->page) - 1;
}
