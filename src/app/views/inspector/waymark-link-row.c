/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-link-row.h"

#include "okr-format.h"
#include "waymark-item-text.h"
#include "waymark-progress-bar.h"

#define BAR_WIDTH 64

struct _WaymarkLinkRow
{
  AdwActionRow parent_instance;

  GtkWidget *bar;
  GtkWidget *percent;

  OkrItem *item;
};

G_DEFINE_FINAL_TYPE (WaymarkLinkRow, waymark_link_row, ADW_TYPE_ACTION_ROW)

static void
update_figures (WaymarkLinkRow *self)
{
  double progress;
  double expected;
  OkrStatus status;
  g_autofree char *percent = NULL;

  if (OKR_IS_KEY_RESULT (self->item))
    {
      const OkrKeyResultFigures *figures = okr_key_result_get_figures (OKR_KEY_RESULT (self->item));

      progress = figures->progress;
      expected = figures->expected;
      status = figures->status;
    }
  else
    {
      const OkrObjectiveFigures *figures = okr_objective_get_figures (OKR_OBJECTIVE (self->item));

      progress = figures->progress;
      expected = figures->expected;
      status = figures->status;
    }

  percent = okr_format_progress (progress);
  waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (self->bar), progress, expected, status);
  gtk_label_set_text (GTK_LABEL (self->percent), percent);
}

static void
waymark_link_row_dispose (GObject *object)
{
  g_clear_object (&WAYMARK_LINK_ROW (object)->item);

  G_OBJECT_CLASS (waymark_link_row_parent_class)->dispose (object);
}

static void
waymark_link_row_class_init (WaymarkLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_link_row_dispose;
}

static void
waymark_link_row_init (WaymarkLinkRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *clamp = adw_clamp_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  self->bar = waymark_progress_bar_new ();
  gtk_widget_add_css_class (self->bar, "waymark-flush-bar");
  self->percent = gtk_label_new (NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), BAR_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), BAR_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->bar);
  gtk_label_set_xalign (GTK_LABEL (self->percent), 1);
  gtk_widget_add_css_class (self->percent, "numeric");
  gtk_widget_add_css_class (self->percent, "caption");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->percent);
  gtk_box_append (GTK_BOX (box), clamp);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

GtkWidget *
waymark_link_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_LINK_ROW, NULL);
}

void
waymark_link_row_bind (WaymarkLinkRow *self, OkrItem *item, const char *subtitle)
{
  const char *title;
  g_autofree char *name = NULL;

  g_return_if_fail (WAYMARK_IS_LINK_ROW (self));
  g_return_if_fail (item == NULL || OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item));

  g_set_object (&self->item, item);
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  if (item == NULL)
    return;

  title = okr_item_text_get_title (item);
  name = waymark_item_text_dup_name (item);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_figures (self);
}

OkrItem *
waymark_link_row_get_item (WaymarkLinkRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_LINK_ROW (self), NULL);

  return self->item;
}
