/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-figures-strip.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "waymark-progress-bar.h"

struct _WaymarkFiguresStrip
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkWidget *percent;
  GtkWidget *expected;
  GtkWidget *button;
  GtkWidget *explanation;
};

enum
{
  EXPLAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkFiguresStrip, waymark_figures_strip, GTK_TYPE_WIDGET)

static GtkWidget *
new_popover (WaymarkFiguresStrip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("How Is This Computed?"));

  self->explanation = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->explanation), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->explanation), 40);
  gtk_label_set_xalign (GTK_LABEL (self->explanation), 0);
  gtk_label_set_selectable (GTK_LABEL (self->explanation), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->explanation);
  gtk_widget_add_css_class (box, "waymark-explain-box");
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  WaymarkFiguresStrip *self = WAYMARK_FIGURES_STRIP (user_data);
  g_autofree char *text = NULL;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, new_popover (self));

  g_signal_emit (self, signals[EXPLAIN], 0, &text);
  gtk_label_set_text (GTK_LABEL (self->explanation), text != NULL ? text : "");
}

static gboolean
waymark_figures_strip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAYMARK_FIGURES_STRIP (widget)->button);
}

static void
waymark_figures_strip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (waymark_figures_strip_parent_class)->dispose (object);
}

static void
waymark_figures_strip_class_init (WaymarkFiguresStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_figures_strip_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = waymark_figures_strip_grab_focus;

  signals[EXPLAIN] = g_signal_new ("explain", WAYMARK_TYPE_FIGURES_STRIP, G_SIGNAL_RUN_LAST, 0,
                                   g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_STRING, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figuresstrip");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_figures_strip_init (WaymarkFiguresStrip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)),
                                  GTK_ORIENTATION_VERTICAL);
  self->bar = waymark_progress_bar_new ();
  gtk_widget_add_css_class (self->bar, "waymark-flush-bar");
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  self->percent = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->percent, "heading");
  gtk_widget_add_css_class (self->percent, "numeric");
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "dialog-information-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _ ("How Is This Computed?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How Is This Computed?"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover, self,
                                         NULL);
  self->expected = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->expected), 0);
  gtk_label_set_wrap (GTK_LABEL (self->expected), TRUE);
  gtk_widget_add_css_class (self->expected, "dim-label");
  gtk_widget_add_css_class (self->expected, "caption");
  gtk_box_append (GTK_BOX (line), self->bar);
  gtk_box_append (GTK_BOX (line), self->percent);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_widget_set_parent (line, widget);
  gtk_widget_set_parent (self->expected, widget);
}

static void
update_texts (WaymarkFiguresStrip *self, double progress, double expected)
{
  g_autofree char *percent = okr_format_progress (progress);
  g_autofree char *expected_percent = okr_format_progress (expected);
  /* Translators: a percentage, as "Expected today: 58 %" */
  g_autofree char *sentence = g_strdup_printf (_ ("Expected today: %s"), expected_percent);

  gtk_label_set_text (GTK_LABEL (self->percent), percent);
  gtk_label_set_text (GTK_LABEL (self->expected), sentence);
}

void
waymark_figures_strip_set (WaymarkFiguresStrip *self, double progress, double expected,
                           OkrStatus status)
{
  g_return_if_fail (WAYMARK_IS_FIGURES_STRIP (self));

  waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (self->bar), progress, expected, status);
  update_texts (self, progress, expected);
}

void
waymark_figures_strip_set_mean (WaymarkFiguresStrip *self, double progress, double expected)
{
  g_return_if_fail (WAYMARK_IS_FIGURES_STRIP (self));

  waymark_progress_bar_set_mean (WAYMARK_PROGRESS_BAR (self->bar), progress, expected);
  update_texts (self, progress, expected);
}
