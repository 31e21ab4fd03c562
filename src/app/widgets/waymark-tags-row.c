/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tags-row.h"

#include "waymark-field-text.h"

struct _WaymarkTagsRow
{
  AdwEntryRow parent_instance;

  WaymarkFieldText text;
};

static WaymarkFieldText *
get_text (WaymarkField *field)
{
  return &WAYMARK_TAGS_ROW (field)->text;
}

static void
init_field (WaymarkFieldInterface *iface)
{
  iface->get_text = get_text;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkTagsRow, waymark_tags_row, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, init_field))

static gboolean
parse (WaymarkField *field, const char *text, GValue *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_strstrip (words[i]);
      if (*words[i] != '\0' && g_hash_table_add (seen, words[i]))
        g_strv_builder_add (tags, words[i]);
    }
  g_value_take_boxed (value, g_strv_builder_end (tags));

  return TRUE;
}

static char *
format (WaymarkField *field, const GValue *value)
{
  const GStrv tags = g_value_get_boxed (value);

  return tags != NULL ? g_strjoinv (", ", tags) : g_strdup ("");
}

static const WaymarkFieldTextFuncs funcs = { parse, format, NULL };

static void
waymark_tags_row_finalize (GObject *object)
{
  waymark_field_text_clear (&WAYMARK_TAGS_ROW (object)->text);

  G_OBJECT_CLASS (waymark_tags_row_parent_class)->finalize (object);
}

static void
waymark_tags_row_class_init (WaymarkTagsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_tags_row_finalize;
}

static void
waymark_tags_row_init (WaymarkTagsRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  waymark_field_text_init (&self->text, WAYMARK_FIELD (self), GTK_EDITABLE (self), G_TYPE_STRV,
                           &funcs);
}
