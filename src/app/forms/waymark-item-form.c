/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-form.h"

#include "okr-edit.h"

typedef struct
{
  WaymarkField *field;
  const char *path;
} Entry;

struct _WaymarkItemForm
{
  GObject parent_instance;

  GArray *entries;
  WaymarkSession *session;
  OkrItem *item;
  char *reported;
};

G_DEFINE_FINAL_TYPE (WaymarkItemForm, waymark_item_form, G_TYPE_OBJECT)

static const Entry *
get_entry (WaymarkItemForm *self, guint i)
{
  return &g_array_index (self->entries, Entry, i);
}

static const char *
find_path (WaymarkItemForm *self, WaymarkField *field)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (get_entry (self, i)->field == field)
        return get_entry (self, i)->path;
    }

  g_return_val_if_reached (NULL);
}

/* One refusal is said once, however often one types on. */
static void
report (WaymarkItemForm *self, const GError *error)
{
  if (g_strcmp0 (self->reported, error->message) == 0)
    return;

  g_free (self->reported);
  self->reported = g_strdup (error->message);
  waymark_session_report (self->session, error);
}

static void
on_edited_cb (WaymarkItemForm *self, const GValue *value, WaymarkField *field)
{
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  g_autoptr (GError) error = NULL;
  /* The edit may end with another item being shown. */
  g_autoptr (WaymarkItemForm) kept G_GNUC_UNUSED = g_object_ref (self);

  if (plan == NULL || self->item == NULL ||
      okr_edit_set (plan, self->item, find_path (self, field), value, &error))
    return;

  report (self, error);
  waymark_field_set_error (field, error->message);
}

static void
on_done_cb (WaymarkItemForm *self)
{
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;

  g_clear_pointer (&self->reported, g_free);
  if (plan != NULL)
    okr_history_stop_coalescing (okr_plan_get_history (plan));
}

static void
waymark_item_form_dispose (GObject *object)
{
  WaymarkItemForm *self = WAYMARK_ITEM_FORM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (waymark_item_form_parent_class)->dispose (object);
}

static void
waymark_item_form_finalize (GObject *object)
{
  WaymarkItemForm *self = WAYMARK_ITEM_FORM (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->reported, g_free);

  G_OBJECT_CLASS (waymark_item_form_parent_class)->finalize (object);
}

static void
waymark_item_form_class_init (WaymarkItemFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_item_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_item_form_finalize;
}

static void
waymark_item_form_init (WaymarkItemForm *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

WaymarkItemForm *
waymark_item_form_new (void)
{
  return g_object_new (WAYMARK_TYPE_ITEM_FORM, NULL);
}

void
waymark_item_form_add (WaymarkItemForm *self, WaymarkField *field, const char *path)
{
  const Entry entry = { field, path };

  g_return_if_fail (WAYMARK_IS_ITEM_FORM (self) && WAYMARK_IS_FIELD (field) && path != NULL);

  g_array_append_val (self->entries, entry);
  g_signal_connect_object (field, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "done", G_CALLBACK (on_done_cb), self, G_CONNECT_SWAPPED);
}

void
waymark_item_form_set_item (WaymarkItemForm *self, WaymarkSession *session, OkrItem *item)
{
  gboolean other;

  g_return_if_fail (WAYMARK_IS_ITEM_FORM (self));
  g_return_if_fail (item == NULL || (WAYMARK_IS_SESSION (session) && OKR_IS_ITEM (item)));

  g_set_object (&self->session, session);
  other = g_set_object (&self->item, item);
  if (item == NULL)
    return;

  waymark_item_form_refresh (self);
  for (guint i = 0; other && i < self->entries->len; i++)
    waymark_field_restore (get_entry (self, i)->field);
}

void
waymark_item_form_refresh (WaymarkItemForm *self)
{
  g_return_if_fail (WAYMARK_IS_ITEM_FORM (self));

  for (guint i = 0; self->item != NULL && i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);
      const OkrField *field = okr_item_find_field (self->item, entry->path);
      g_auto (GValue) value = G_VALUE_INIT;

      g_return_if_fail (field != NULL);
      g_value_init (&value, okr_field_get_value_type (field));
      okr_field_read (field, self->item, &value);
      waymark_field_show (entry->field, &value);
    }
}
