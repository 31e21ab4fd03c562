/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-child-list.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "waymark-empty-row.h"
#include "waymark-initiative-row.h"
#include "waymark-milestone-row.h"

struct _WaymarkChildList
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *empty;
  GPtrArray *rows;

  char *list;
  WaymarkSession *session;
  OkrKeyResult *kr;
};

enum
{
  PROP_LIST = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkChildList, waymark_child_list, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_milestones (WaymarkChildList *self)
{
  return g_strcmp0 (self->list, "milestones") == 0;
}

static WaymarkChildRow *
get_row (WaymarkChildList *self, guint i)
{
  while (self->rows->len <= i)
    {
      GtkWidget *row =
          has_milestones (self) ? waymark_milestone_row_new () : waymark_initiative_row_new ();

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }

  return g_ptr_array_index (self->rows, i);
}

/* The items whose rows are open: the rows are reused, so openness goes with the item. */
static GHashTable *
list_open (WaymarkChildList *self)
{
  GHashTable *open = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      WaymarkChildRow *row = get_row (self, i);

      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (open, waymark_child_row_get_item (row));
    }

  return open;
}

/* The row that holds the focus, and that is about to show something else than @items has there. */
static WaymarkChildRow *
find_focus_to_move (WaymarkChildList *self, GListModel *items)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, WAYMARK_TYPE_CHILD_ROW) : NULL;
  g_autoptr (OkrItem) item = NULL;
  guint i;

  if (row == NULL || !g_ptr_array_find (self->rows, row, &i))
    return NULL;

  item = g_list_model_get_item (items, i);

  return item != waymark_child_row_get_item (WAYMARK_CHILD_ROW (row)) ? WAYMARK_CHILD_ROW (row)
                                                                      : NULL;
}

static void
bind_rows (WaymarkChildList *self, GListModel *items)
{
  const guint n_items = g_list_model_get_n_items (items);
  g_autoptr (GHashTable) open = list_open (self);

  for (guint i = 0; i < MAX (n_items, self->rows->len); i++)
    {
      g_autoptr (OkrItem) item = i < n_items ? g_list_model_get_item (items, i) : NULL;
      WaymarkChildRow *row = get_row (self, i);

      if (waymark_child_row_get_item (row) != item)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
      waymark_child_row_bind (row, self->session, item);
      if (item != NULL && g_hash_table_contains (open, item))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
  gtk_widget_set_visible (self->empty, n_items == 0);
}

/* The focus goes with the item. It leaves the row before that is closed or hidden. */
static void
update (WaymarkChildList *self)
{
  GListModel *items = okr_item_get_list (OKR_ITEM (self->kr), self->list);
  WaymarkChildRow *row = find_focus_to_move (self, items);
  OkrItem *item = row != NULL ? waymark_child_row_get_item (row) : NULL;
  const int part = row != NULL ? waymark_child_row_get_focused (row) : 0;

  if (row != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)),
                        gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW));
  bind_rows (self, items);
  for (guint i = 0; row != NULL && i < g_list_model_get_n_items (items); i++)
    {
      if (waymark_child_row_get_item (get_row (self, i)) == item)
        waymark_child_row_focus (get_row (self, i), part);
    }
}

static void
build_header (WaymarkChildList *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  const char *label = has_milestones (self) ? _ ("Add Milestone") : _ ("Add Initiative");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   has_milestones (self) ? _ ("Milestones") : _ ("Initiatives"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (add, "clicked", G_CALLBACK (waymark_child_list_add), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

static void
waymark_child_list_constructed (GObject *object)
{
  WaymarkChildList *self = WAYMARK_CHILD_LIST (object);

  G_OBJECT_CLASS (waymark_child_list_parent_class)->constructed (object);

  build_header (self);
  self->empty = waymark_empty_row_new (
      has_milestones (self) ? _ ("Steps that are either done or not, each with a weight.")
                            : _ ("What you try in order to move this number."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->empty);
}

static void
waymark_child_list_get_property (GObject *object, guint property_id, GValue *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROP_LIST)
    g_value_set_string (value, WAYMARK_CHILD_LIST (object)->list);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_child_list_set_property (GObject *object, guint property_id, const GValue *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROP_LIST)
    WAYMARK_CHILD_LIST (object)->list = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_child_list_dispose (GObject *object)
{
  WaymarkChildList *self = WAYMARK_CHILD_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->kr);

  G_OBJECT_CLASS (waymark_child_list_parent_class)->dispose (object);
}

static void
waymark_child_list_finalize (GObject *object)
{
  WaymarkChildList *self = WAYMARK_CHILD_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->list, g_free);

  G_OBJECT_CLASS (waymark_child_list_parent_class)->finalize (object);
}

static void
waymark_child_list_class_init (WaymarkChildListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = waymark_child_list_constructed;
  object_class->get_property = waymark_child_list_get_property;
  object_class->set_property = waymark_child_list_set_property;
  object_class->dispose = waymark_child_list_dispose;
  object_class->finalize = waymark_child_list_finalize;

  properties[PROP_LIST] =
      g_param_spec_string ("list", NULL, NULL, "initiatives",
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_child_list_init (WaymarkChildList *self)
{
  self->rows = g_ptr_array_new ();
}

void
waymark_child_list_show (WaymarkChildList *self, WaymarkSession *session, OkrKeyResult *kr)
{
  g_return_if_fail (WAYMARK_IS_CHILD_LIST (self));
  g_return_if_fail (WAYMARK_IS_SESSION (session) && OKR_IS_KEY_RESULT (kr));

  g_set_object (&self->session, session);
  g_set_object (&self->kr, kr);
  update (self);
}

void
waymark_child_list_add (WaymarkChildList *self)
{
  g_autoptr (OkrItem) item = NULL;
  g_autoptr (GError) error = NULL;
  OkrPlan *plan;

  g_return_if_fail (WAYMARK_IS_CHILD_LIST (self) && self->kr != NULL);

  plan = waymark_session_get_plan (self->session);
  item = okr_item_new (has_milestones (self) ? OKR_TYPE_MILESTONE : OKR_TYPE_INITIATIVE, NULL);
  if (!okr_edit_insert (plan, OKR_ITEM (self->kr), G_MAXUINT, item, &error))
    {
      waymark_session_report (self->session, error);
      return;
    }

  update (self);
  waymark_child_row_edit (get_row (self, okr_item_get_position (item)));
}
