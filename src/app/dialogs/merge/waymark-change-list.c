/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-change-list.h"

#include <glib/gi18n.h>

#include "okr-plan.h"
#include "okr-visible-text.h"
#include "waymark-difference-text.h"

/* Without it GTK breaks each text after every character to find out how narrow it could be, which
 * takes longer than all else about a row. */
#define MIN_CHARS 12

struct _WaymarkChange
{
  GObject parent_instance;

  WaymarkChangeKind kind;
  char *title;
  char *text;
  char *id;
};

G_DEFINE_FINAL_TYPE (WaymarkChange, waymark_change, G_TYPE_OBJECT)

static void
waymark_change_finalize (GObject *object)
{
  WaymarkChange *self = WAYMARK_CHANGE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (waymark_change_parent_class)->finalize (object);
}

static void
waymark_change_class_init (WaymarkChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_change_finalize;
}

static void
waymark_change_init (WaymarkChange *self)
{
}

WaymarkChange *
waymark_change_new (WaymarkChangeKind kind, const char *title, const char *text, const char *id)
{
  WaymarkChange *self = g_object_new (WAYMARK_TYPE_CHANGE, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  self->text = g_strdup (text);
  self->id = g_strdup (id);

  return self;
}

const char *
waymark_change_get_id (WaymarkChange *self)
{
  g_return_val_if_fail (WAYMARK_IS_CHANGE (self), NULL);

  return self->id;
}

static WaymarkChangeKind
get_kind (OkrDifferenceType type)
{
  static const WaymarkChangeKind kinds[] = {
    [OKR_DIFFERENCE_ADDED] = WAYMARK_CHANGE_ADDED,
    [OKR_DIFFERENCE_REMOVED] = WAYMARK_CHANGE_REMOVED,
    [OKR_DIFFERENCE_MOVED] = WAYMARK_CHANGE_MOVED,
    [OKR_DIFFERENCE_REORDERED] = WAYMARK_CHANGE_MOVED,
    [OKR_DIFFERENCE_CHANGED] = WAYMARK_CHANGE_CHANGED,
  };

  return kinds[type];
}

/* The item of the plan's own lists that holds it, which the list is grouped by. */
static OkrItem *
find_group (OkrItem *item)
{
  OkrItem *parent = okr_item_get_parent (item);

  while (parent != NULL && !OKR_IS_PLAN (parent))
    {
      item = parent;
      parent = okr_item_get_parent (item);
    }

  return item;
}

static void
append (GListStore *store, WaymarkChangeKind kind, const char *title, const char *text,
        const char *id)
{
  g_autoptr (WaymarkChange) change = waymark_change_new (kind, title, text, id);

  g_list_store_append (store, change);
}

static void
append_heading (GListStore *store, OkrItem *group)
{
  g_autofree char *name = waymark_difference_text_name (group);

  append (store, WAYMARK_CHANGE_HEADING, name, okr_item_get_kind_label (group),
          okr_item_get_id (group));
}

void
waymark_change_list_append (GListStore *store, GPtrArray *differences)
{
  const char *present = NULL;

  g_return_if_fail (G_IS_LIST_STORE (store) && differences != NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];
      OkrItem *item = okr_difference_get_item (difference);
      OkrItem *group = find_group (item);
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      g_autofree char *visible = NULL;

      if (difference->inside)
        continue;
      if (g_strcmp0 (present, okr_item_get_id (group)) != 0)
        append_heading (store, group);
      present = okr_item_get_id (group);
      name = item != group ? waymark_difference_text_name (item) : NULL;
      text = okr_difference_to_text (difference);
      visible = okr_visible_text (text, OKR_VISIBLE_ONE_LINE);
      append (store, get_kind (difference->type), name, visible, okr_item_get_id (item));
    }
}

GtkWidget *
waymark_change_create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_heading (WaymarkChange *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "waymark-change-heading");
  gtk_box_append (GTK_BOX (box), waymark_change_create_label (self->title, "heading"));
  if (self->text != NULL)
    {
      GtkWidget *kind = waymark_change_create_label (self->text, "caption");

      gtk_widget_add_css_class (kind, "dim-label");
      gtk_box_append (GTK_BOX (box), kind);
    }

  return box;
}

static GtkWidget *
create_sign (WaymarkChangeKind kind)
{
  static const struct
  {
    const char *sign;
    const char *css_class;
  } signs[] = {
    [WAYMARK_CHANGE_HEADING] = { "", "dim-label" },  [WAYMARK_CHANGE_ADDED] = { "+", "success" },
    [WAYMARK_CHANGE_REMOVED] = { "−", "error" },     [WAYMARK_CHANGE_MOVED] = { "↕", "accent" },
    [WAYMARK_CHANGE_CHANGED] = { "●", "dim-label" }, [WAYMARK_CHANGE_NOTICE] = { "!", "warning" },
  };
  GtkWidget *label = gtk_label_new (signs[kind].sign);

  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, signs[kind].css_class);

  return label;
}

GtkWidget *
waymark_change_create_widget (WaymarkChange *self)
{
  GtkWidget *box;
  GtkWidget *lines;

  g_return_val_if_fail (WAYMARK_IS_CHANGE (self), NULL);

  if (self->kind == WAYMARK_CHANGE_HEADING)
    return create_heading (self);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "waymark-change");
  gtk_widget_set_hexpand (lines, TRUE);
  if (self->title != NULL)
    {
      GtkWidget *title = waymark_change_create_label (self->title, "caption");

      gtk_widget_add_css_class (title, "dim-label");
      gtk_box_append (GTK_BOX (lines), title);
    }
  gtk_box_append (GTK_BOX (lines), waymark_change_create_label (self->text, NULL));
  gtk_box_append (GTK_BOX (box), create_sign (self->kind));
  gtk_box_append (GTK_BOX (box), lines);

  return box;
}

char *
waymark_change_dup_name (WaymarkChange *self)
{
  g_return_val_if_fail (WAYMARK_IS_CHANGE (self), NULL);

  if (self->title == NULL || self->text == NULL)
    return g_strdup (self->title != NULL ? self->title : self->text);

  /* Translators: what something is called, and what happened to it */
  return g_strdup_printf (_ ("%1$s: %2$s"), self->title, self->text);
}
