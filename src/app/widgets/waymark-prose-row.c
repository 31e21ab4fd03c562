/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-prose-row.h"

struct _WaymarkProseRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkLabel *caption;
  GtkTextBuffer *buffer;
  gboolean filling;
};

enum
{
  EDITED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkProseRow, waymark_prose_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_changed_cb (WaymarkProseRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_leave_cb (WaymarkProseRow *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
waymark_prose_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_PROSE_ROW (widget)->view));
}

static gboolean
waymark_prose_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *view = GTK_WIDGET (WAYMARK_PROSE_ROW (widget)->view);

  if (gtk_widget_has_focus (view))
    return FALSE;

  return gtk_widget_grab_focus (view);
}

static void
waymark_prose_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WAYMARK_TYPE_PROSE_ROW);

  G_OBJECT_CLASS (waymark_prose_row_parent_class)->dispose (object);
}

static void
waymark_prose_row_class_init (WaymarkProseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_prose_row_dispose;
  widget_class->focus = waymark_prose_row_focus;
  widget_class->grab_focus = waymark_prose_row_grab_focus;

  signals[EDITED] = g_signal_new ("edited", WAYMARK_TYPE_PROSE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", WAYMARK_TYPE_PROSE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-prose-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkProseRow, view);
  gtk_widget_class_bind_template_child (widget_class, WaymarkProseRow, caption);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_cb);
}

static void
waymark_prose_row_init (WaymarkProseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
waymark_prose_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_PROSE_ROW, NULL);
}

char *
waymark_prose_row_dup_text (WaymarkProseRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (WAYMARK_IS_PROSE_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
waymark_prose_row_set_text (WaymarkProseRow *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (WAYMARK_IS_PROSE_ROW (self));

  shown = waymark_prose_row_dup_text (self);
  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->filling = FALSE;
}
