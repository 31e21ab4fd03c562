/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-import-rows.h"

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkImportRow, waymark_import_row, G_TYPE_OBJECT)

static void
waymark_import_row_get_property (GObject *object, guint property_id, GValue *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROP_OPEN)
    g_value_set_boolean (value, WAYMARK_IMPORT_ROW (object)->is_open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_import_row_finalize (GObject *object)
{
  g_clear_object (&WAYMARK_IMPORT_ROW (object)->subject);

  G_OBJECT_CLASS (waymark_import_row_parent_class)->finalize (object);
}

static void
waymark_import_row_class_init (WaymarkImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_import_row_get_property;
  object_class->finalize = waymark_import_row_finalize;

  properties[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_import_row_init (WaymarkImportRow *self)
{
}

typedef struct
{
  const OkrImportItem *item;
  gboolean is_below;
} Entry;

typedef struct
{
  WaymarkImportRow *heading; /* stays, and with it the focus */
  GArray *entries;
  gboolean is_chosen; /* whether somebody has opened or closed it */
} Section;

struct _WaymarkImportRows
{
  GObject parent_instance;

  Section sections[WAYMARK_IMPORT_N_SECTIONS];
  OkrPlan *plan;
};

static GType
waymark_import_rows_get_item_type (GListModel *model)
{
  return WAYMARK_TYPE_IMPORT_ROW;
}

static guint
count_shown (const Section *section)
{
  return section->heading->is_open ? section->entries->len : 0;
}

static guint
count_rows (const Section *section)
{
  return section->heading->n_items > 0 ? 1 + count_shown (section) : 0;
}

static guint
waymark_import_rows_get_n_items (GListModel *model)
{
  WaymarkImportRows *self = WAYMARK_IMPORT_ROWS (model);
  guint n = 0;

  for (guint i = 0; i < WAYMARK_IMPORT_N_SECTIONS; i++)
    n += count_rows (&self->sections[i]);

  return n;
}

static WaymarkImportRow *
make_row (WaymarkImportRows *self, WaymarkImportSection section, const Entry *entry)
{
  WaymarkImportRow *row = g_object_new (WAYMARK_TYPE_IMPORT_ROW, NULL);

  row->section = section;
  row->item = entry->item;
  row->is_below = entry->is_below;
  if (self->plan != NULL)
    g_set_object (&row->subject, okr_plan_find (self->plan, entry->item->id));

  return row;
}

static gpointer
waymark_import_rows_get_item (GListModel *model, guint position)
{
  WaymarkImportRows *self = WAYMARK_IMPORT_ROWS (model);

  for (guint i = 0; i < WAYMARK_IMPORT_N_SECTIONS; i++)
    {
      Section *section = &self->sections[i];
      const guint n = count_rows (section);

      if (position == 0 && n > 0)
        return g_object_ref (section->heading);
      if (position < n)
        return make_row (self, (WaymarkImportSection) i,
                         &g_array_index (section->entries, Entry, position - 1));
      position -= n;
    }

  return NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = waymark_import_rows_get_item_type;
  iface->get_n_items = waymark_import_rows_get_n_items;
  iface->get_item = waymark_import_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkImportRows, waymark_import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
waymark_import_rows_finalize (GObject *object)
{
  WaymarkImportRows *self = WAYMARK_IMPORT_ROWS (object);

  for (guint i = 0; i < WAYMARK_IMPORT_N_SECTIONS; i++)
    {
      g_object_unref (self->sections[i].heading);
      g_array_unref (self->sections[i].entries);
    }
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (waymark_import_rows_parent_class)->finalize (object);
}

static void
waymark_import_rows_class_init (WaymarkImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_import_rows_finalize;
}

static void
waymark_import_rows_init (WaymarkImportRows *self)
{
  for (guint i = 0; i < WAYMARK_IMPORT_N_SECTIONS; i++)
    {
      self->sections[i].heading = g_object_new (WAYMARK_TYPE_IMPORT_ROW, NULL);
      self->sections[i].heading->section = (WaymarkImportSection) i;
      self->sections[i].entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    }
}

static WaymarkImportSection
find_section (const OkrImportItem *item)
{
  switch (item->fate)
    {
    case OKR_IMPORT_NEW:
      return WAYMARK_IMPORT_NEW;
    case OKR_IMPORT_CHANGED:
      return WAYMARK_IMPORT_CHANGED;
    case OKR_IMPORT_SAME:
    default:
      return WAYMARK_IMPORT_SAME;
    }
}

static void
sort_items (WaymarkImportRows *self, GPtrArray *items)
{
  const OkrImportItem *objective = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const OkrImportItem *item = items->pdata[i];
      Entry entry = { item, FALSE };

      if (item->type == OKR_TYPE_OBJECTIVE)
        objective = item;
      else if (objective != NULL && objective->fate == item->fate)
        entry.is_below = g_strcmp0 (item->objective, objective->title) == 0;
      g_array_append_val (self->sections[find_section (item)].entries, entry);
    }
}

static void
set_heading (Section *section, guint n_items, gboolean is_open)
{
  section->heading->n_items = n_items;
  if (!section->is_chosen)
    section->heading->is_open = is_open;
  g_object_notify_by_pspec (G_OBJECT (section->heading), properties[PROP_OPEN]);
}

WaymarkImportRows *
waymark_import_rows_new (void)
{
  return g_object_new (WAYMARK_TYPE_IMPORT_ROWS, NULL);
}

void
waymark_import_rows_set_result (WaymarkImportRows *self, const OkrImportResult *result,
                                OkrPlan *plan)
{
  GListModel *model = G_LIST_MODEL (self);
  guint n_before, n_seen = 0;

  g_return_if_fail (WAYMARK_IS_IMPORT_ROWS (self) && (plan == NULL || OKR_IS_PLAN (plan)));

  n_before = g_list_model_get_n_items (model);
  g_set_object (&self->plan, plan);
  for (guint i = 0; i < WAYMARK_IMPORT_N_SECTIONS; i++)
    g_array_set_size (self->sections[i].entries, 0);
  if (result != NULL)
    sort_items (self, result->items);
  for (guint i = WAYMARK_IMPORT_NEW; i < WAYMARK_IMPORT_N_SECTIONS; i++)
    {
      const guint n = self->sections[i].entries->len;

      set_heading (&self->sections[i], n, i != WAYMARK_IMPORT_SAME || n_seen == 0);
      n_seen += n;
    }
  set_heading (&self->sections[WAYMARK_IMPORT_LEFT_OUT], result != NULL ? result->n_left_out : 0,
               FALSE);
  g_list_model_items_changed (model, 0, n_before, g_list_model_get_n_items (model));
}

void
waymark_import_rows_toggle (WaymarkImportRows *self, WaymarkImportSection section)
{
  Section *toggled;
  guint position = 1;

  g_return_if_fail (WAYMARK_IS_IMPORT_ROWS (self) && section < WAYMARK_IMPORT_N_SECTIONS);

  toggled = &self->sections[section];
  for (guint i = 0; i < section; i++)
    position += count_rows (&self->sections[i]);
  toggled->is_chosen = TRUE;
  toggled->heading->is_open = !toggled->heading->is_open;
  g_object_notify_by_pspec (G_OBJECT (toggled->heading), properties[PROP_OPEN]);
  g_list_model_items_changed (G_LIST_MODEL (self), position,
                              toggled->heading->is_open ? 0 : toggled->entries->len,
                              toggled->heading->is_open ? toggled->entries->len : 0);
}
