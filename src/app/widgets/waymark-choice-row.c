/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-choice-row.h"

#include "okr-enums.h"
#include "waymark-choice-search.h"
#include "waymark-field-text.h"
#include "waymark-names.h"

#define INDENT 18
#define MAX_CHARS 30
#define MANY 12 /* to be searched rather than looked through */

#define CHOICE_TYPE_ITEM (choice_item_get_type ())
G_DECLARE_FINAL_TYPE (ChoiceItem, choice_item, CHOICE, ITEM, GObject)

struct _ChoiceItem
{
  GObject parent_instance;

  char *id;
  char *label;
  guint depth;
};

G_DEFINE_FINAL_TYPE (ChoiceItem, choice_item, G_TYPE_OBJECT)

static void
choice_item_finalize (GObject *object)
{
  ChoiceItem *self = CHOICE_ITEM (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (choice_item_parent_class)->finalize (object);
}

static void
choice_item_class_init (ChoiceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = choice_item_finalize;
}

static void
choice_item_init (ChoiceItem *self)
{
}

static char *
get_item_label (ChoiceItem *item, gpointer user_data)
{
  return g_strdup (item->label);
}

struct _WaymarkChoiceRow
{
  AdwComboRow parent_instance;

  GListStore *items;
  GtkListItemFactory *list_factory;
  GtkWidget *search; /* once it was needed */
  GType enum_type;
  char *shown;
  gboolean showing;
};

static void choice_row_init_field (WaymarkFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkChoiceRow, waymark_choice_row, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, choice_row_init_field))

static guint
find_id (WaymarkChoiceRow *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (ChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_strcmp0 (item->id, id) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
update_selected (WaymarkChoiceRow *self)
{
  const guint position = find_id (self, self->shown);

  self->showing = TRUE;
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self)) != position)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->showing = FALSE;
}

static void
show (WaymarkField *field, const GValue *value)
{
  WaymarkChoiceRow *self = WAYMARK_CHOICE_ROW (field);
  const char *id = self->enum_type != G_TYPE_INVALID
                       ? okr_enum_to_nick (self->enum_type, g_value_get_enum (value))
                       : g_value_get_string (value);

  g_free (self->shown);
  self->shown = g_strdup (id != NULL ? id : "");
  update_selected (self);
}

static void
restore (WaymarkField *field)
{
  waymark_field_mark_error (GTK_WIDGET (field), GTK_WIDGET (field), NULL);
  update_selected (WAYMARK_CHOICE_ROW (field));
}

/* A choice that cannot be taken is taken back: nothing that was typed would be lost. */
static void
set_error (WaymarkField *field, const char *message)
{
  waymark_field_mark_error (GTK_WIDGET (field), GTK_WIDGET (field), message);
  update_selected (WAYMARK_CHOICE_ROW (field));
}

static void
choice_row_init_field (WaymarkFieldInterface *iface)
{
  iface->show = show;
  iface->restore = restore;
  iface->set_error = set_error;
}

static void
on_selected_cb (WaymarkChoiceRow *self)
{
  ChoiceItem *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  g_auto (GValue) value = G_VALUE_INIT;
  int number = 0;

  if (self->showing || item == NULL || g_strcmp0 (item->id, self->shown) == 0)
    return;

  g_value_init (&value, self->enum_type != G_TYPE_INVALID ? self->enum_type : G_TYPE_STRING);
  if (self->enum_type == G_TYPE_INVALID)
    g_value_set_string (&value, item->id);
  else if (okr_enum_from_nick (self->enum_type, item->id, &number))
    g_value_set_enum (&value, number);
  waymark_field_emit_edited (WAYMARK_FIELD (self), &value);
  waymark_field_emit_done (WAYMARK_FIELD (self));
}

/* The list marks what holds, as the list of a plain combo row does. */
static void
update_mark (GtkListItem *list_item, GParamSpec *pspec, AdwComboRow *row)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);
  const gboolean marked = item != NULL && item == adw_combo_row_get_selected_item (row);

  gtk_widget_set_opacity (mark, marked ? 1 : 0);
}

/* Rows of a list get no name by themselves. */
static void
name_row (GtkListItem *list_item)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  ChoiceItem *item = gtk_list_item_get_item (list_item);

  if (row != NULL)
    waymark_names_set (row, item->label);
}

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
on_current_setup_cb (WaymarkChoiceRow *self, GtkListItem *list_item)
{
  GtkWidget *label = new_label ();

  /* In a row that is filled, a single blank would join it to the title. */
  gtk_widget_set_margin_start (label, 6);
  gtk_list_item_set_child (list_item, label);
}

static void
on_list_setup_cb (WaymarkChoiceRow *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = new_label ();

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (list_item, box);
  g_signal_connect_object (self, "notify::selected-item", G_CALLBACK (update_mark), list_item,
                           G_CONNECT_SWAPPED);
}

/* What may not have room can be read when pointed at. */
static void
show_label (GtkWidget *label, ChoiceItem *item)
{
  const gboolean is_long = g_utf8_strlen (item->label, -1) > MAX_CHARS / 2;

  gtk_label_set_text (GTK_LABEL (label), item->label);
  gtk_widget_set_tooltip_text (label, is_long ? item->label : NULL);
}

static void
on_current_bind_cb (WaymarkChoiceRow *self, GtkListItem *list_item)
{
  ChoiceItem *item = gtk_list_item_get_item (list_item);

  show_label (gtk_list_item_get_child (list_item), item);
  name_row (list_item);
}

static void
on_list_bind_cb (WaymarkChoiceRow *self, GtkListItem *list_item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  ChoiceItem *item = gtk_list_item_get_item (list_item);

  show_label (label, item);
  gtk_widget_set_margin_start (label, INDENT * (int) MIN (item->depth, 6));
  update_mark (list_item, NULL, ADW_COMBO_ROW (self));
  name_row (list_item);
}

static GtkListItemFactory *
new_factory (WaymarkChoiceRow *self, GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);

  return factory;
}

static void
on_found_cb (WaymarkChoiceRow *self, gpointer item)
{
  guint position = 0;

  if (g_list_store_find (self->items, item, &position))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
waymark_choice_row_activate (AdwActionRow *row)
{
  WaymarkChoiceRow *self = WAYMARK_CHOICE_ROW (row);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) <= MANY)
    {
      adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), self->list_factory);
      ADW_ACTION_ROW_CLASS (waymark_choice_row_parent_class)->activate (row);
      return;
    }

  if (self->search == NULL)
    {
      self->search = waymark_choice_search_new (G_LIST_MODEL (self->items),
                                                adw_combo_row_get_expression (ADW_COMBO_ROW (self)),
                                                self->list_factory);
      gtk_widget_set_parent (self->search, GTK_WIDGET (self));
      g_signal_connect_swapped (self->search, "chosen", G_CALLBACK (on_found_cb), self);
    }
  waymark_choice_search_begin (WAYMARK_CHOICE_SEARCH (self->search),
                               adw_combo_row_get_selected_item (ADW_COMBO_ROW (self)));
}

static void
waymark_choice_row_dispose (GObject *object)
{
  WaymarkChoiceRow *self = WAYMARK_CHOICE_ROW (object);

  g_clear_pointer (&self->search, gtk_widget_unparent);
  g_clear_object (&self->list_factory);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (waymark_choice_row_parent_class)->dispose (object);
}

static void
waymark_choice_row_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_CHOICE_ROW (object)->shown, g_free);

  G_OBJECT_CLASS (waymark_choice_row_parent_class)->finalize (object);
}

static void
waymark_choice_row_class_init (WaymarkChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_choice_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = waymark_choice_row_activate;
}

static void
waymark_choice_row_init (WaymarkChoiceRow *self)
{
  g_autoptr (GtkExpression) label = NULL;
  g_autoptr (GtkListItemFactory) current =
      new_factory (self, G_CALLBACK (on_current_setup_cb), G_CALLBACK (on_current_bind_cb));
  g_autoptr (GtkListItemFactory) empty = gtk_signal_list_item_factory_new ();

  self->list_factory =
      new_factory (self, G_CALLBACK (on_list_setup_cb), G_CALLBACK (on_list_bind_cb));
  self->items = g_list_store_new (CHOICE_TYPE_ITEM);
  self->shown = g_strdup ("");
  label = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_item_label),
                                       NULL, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->items));
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), current);
  /* The list has all its rows as soon as it has choices; what they show comes when it is opened. */
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), empty);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_cb), NULL);
  waymark_names_follow_title (ADW_PREFERENCES_ROW (self));
}

static gboolean
has_choices (WaymarkChoiceRow *self, const WaymarkChoice *choices, guint n_choices)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) != n_choices)
    return FALSE;

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (ChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!g_str_equal (item->id, choices[i].id) || !g_str_equal (item->label, choices[i].label) ||
          item->depth != choices[i].depth)
        return FALSE;
    }

  return TRUE;
}

GtkWidget *
waymark_choice_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_CHOICE_ROW, NULL);
}

void
waymark_choice_row_set_choices (WaymarkChoiceRow *self, const WaymarkChoice *choices,
                                guint n_choices)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (WAYMARK_IS_CHOICE_ROW (self));

  if (has_choices (self, choices, n_choices))
    return;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_choices; i++)
    {
      ChoiceItem *item = g_object_new (CHOICE_TYPE_ITEM, NULL);

      item->id = g_strdup (choices[i].id);
      item->label = g_strdup (choices[i].label);
      item->depth = choices[i].depth;
      g_ptr_array_add (items, item);
    }
  self->showing = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, n_choices);
  self->showing = FALSE;
  update_selected (self);
}

void
waymark_choice_row_set_enum (WaymarkChoiceRow *self, GType type)
{
  g_autoptr (GTypeClass) klass = NULL;
  g_autoptr (GArray) choices = NULL;

  g_return_if_fail (WAYMARK_IS_CHOICE_ROW (self) && G_TYPE_IS_ENUM (type));

  klass = g_type_class_ref (type);
  choices = g_array_new (FALSE, FALSE, sizeof (WaymarkChoice));
  for (guint i = 0; i < G_ENUM_CLASS (klass)->n_values; i++)
    {
      const GEnumValue *value = &G_ENUM_CLASS (klass)->values[i];
      const WaymarkChoice choice = { okr_enum_to_nick (type, value->value),
                                     okr_enum_to_label (type, value->value), 0 };

      g_array_append_val (choices, choice);
    }
  self->enum_type = type;
  waymark_choice_row_set_choices (self, (const WaymarkChoice *) (gpointer) choices->data,
                                  choices->len);
}

void
waymark_choice_row_choose (WaymarkChoiceRow *self, const char *id)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (WAYMARK_IS_CHOICE_ROW (self) && id != NULL);

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, id);
  waymark_field_keep (WAYMARK_FIELD (self), &value);
}

const char *
waymark_choice_row_get_chosen (WaymarkChoiceRow *self)
{
  ChoiceItem *item;

  g_return_val_if_fail (WAYMARK_IS_CHOICE_ROW (self), NULL);

  item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  return item != NULL ? item->id : "";
}
