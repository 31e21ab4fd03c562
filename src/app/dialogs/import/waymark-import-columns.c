/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-import-columns.h"

#include <glib/gi18n.h>

#include "waymark-choice-row.h"
#include "waymark-import-text.h"

#define MAX_ROWS 100    /* what people look through */
#define MOST_NUMBERED 5 /* key results in one row, where the table does not say more */
#define COLUMN_KEY "waymark-column"

struct _WaymarkImportColumns
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* of WaymarkChoiceRow */
  char *shown;     /* what the rows were made for */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkImportColumns, waymark_import_columns, ADW_TYPE_PREFERENCES_GROUP)

static guint
find_last_number (OkrImport *import)
{
  guint last = 0;

  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    last = MAX (last, okr_import_get_column (import, i)->number);
  if (okr_import_get_layout (import) == OKR_IMPORT_NUMBERED)
    last = MAX (last, MOST_NUMBERED);

  return last;
}

static void
add_choice (GArray *choices, OkrImportField field, guint number)
{
  const OkrImportColumn column = { field, number };
  const WaymarkChoice choice = { waymark_import_text_id (column),
                                 waymark_import_text_column (column), 0 };

  g_array_append_val (choices, choice);
}

static void
clear_choice (gpointer data)
{
  WaymarkChoice *choice = data;

  g_free ((char *) choice->id);
  g_free ((char *) choice->label);
}

/* What is said of each key result in numbered columns. */
static const OkrImportField numbered[] = {
  OKR_IMPORT_FIELD_KEY_RESULT, OKR_IMPORT_FIELD_OWNER,         OKR_IMPORT_FIELD_START,
  OKR_IMPORT_FIELD_TARGET,     OKR_IMPORT_FIELD_VALUE,         OKR_IMPORT_FIELD_UNIT,
  OKR_IMPORT_FIELD_CONFIDENCE, OKR_IMPORT_FIELD_DUE,           OKR_IMPORT_FIELD_WEIGHT,
  OKR_IMPORT_FIELD_NOTE,       OKR_IMPORT_FIELD_KEY_RESULT_ID, OKR_IMPORT_FIELD_MILESTONES,
};

static gboolean
is_usual (OkrImportColumn column)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    {
      if (numbered[i] == column.field)
        return TRUE;
    }

  return column.number == 0;
}

static gboolean
has_times (OkrImport *import)
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      if (okr_import_has_time (import, i))
        return TRUE;
    }

  return FALSE;
}

static GArray *
list_choices (OkrImport *import)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (WaymarkChoice));
  const guint last = find_last_number (import);

  g_array_set_clear_func (choices, clear_choice);
  add_choice (choices, OKR_IMPORT_FIELD_IGNORED, 0);
  for (guint i = OKR_IMPORT_FIELD_OBJECTIVE; i < OKR_IMPORT_FIELD_IGNORED; i++)
    add_choice (choices, (OkrImportField) i, 0);
  if (has_times (import))
    add_choice (choices, OKR_IMPORT_FIELD_VALUE_THEN, 0);
  for (guint number = 1; number <= last; number++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
        add_choice (choices, numbered[i], number);
    }
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      const OkrImportColumn *column = okr_import_get_column (import, i);

      if (!is_usual (*column))
        add_choice (choices, column->field, column->number);
    }

  return choices;
}

static void
on_edited_cb (WaymarkChoiceRow *row, const GValue *value, WaymarkImportColumns *self)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), COLUMN_KEY));

  g_signal_emit (self, signals[CHOSEN], 0, column, g_value_get_string (value));
}

static void
add_row (WaymarkImportColumns *self, OkrImport *import, guint column, GArray *choices)
{
  GtkWidget *row = waymark_choice_row_new ();
  g_autofree char *heading = waymark_import_text_heading (import, column);
  g_autofree char *samples = waymark_import_text_samples (import, column);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  waymark_choice_row_set_choices (WAYMARK_CHOICE_ROW (row),
                                  (const WaymarkChoice *) (gpointer) choices->data, choices->len);
  g_object_set_data (G_OBJECT (row), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_signal_connect (row, "edited", G_CALLBACK (on_edited_cb), self);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* What the rows are made of: they stay while it does. */
static char *
describe (OkrImport *import)
{
  g_autoptr (GString) text = g_string_new (okr_table_get_encoding (okr_import_get_table (import)));

  g_string_append_printf (text, "\n%u\n%u", find_last_number (import),
                          okr_import_get_n_columns (import));
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    g_string_append_printf (text, "\n%s", okr_import_get_heading (import, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_shown (OkrImport *import, guint column)
{
  const OkrImportField field = okr_import_get_column (import, column)->field;

  return column < MAX_ROWS || (field != OKR_IMPORT_FIELD_NONE && field != OKR_IMPORT_FIELD_IGNORED);
}

static void
make_rows (WaymarkImportColumns *self, OkrImport *import)
{
  g_autofree char *wanted = describe (import);
  g_autoptr (GArray) choices = NULL;

  if (g_strcmp0 (wanted, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&wanted);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  choices = list_choices (import);
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      if (is_shown (import, i))
        add_row (self, import, i, choices);
    }
}

static void
waymark_import_columns_finalize (GObject *object)
{
  WaymarkImportColumns *self = WAYMARK_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (waymark_import_columns_parent_class)->finalize (object);
}

static void
waymark_import_columns_class_init (WaymarkImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_import_columns_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
waymark_import_columns_init (WaymarkImportColumns *self)
{
  self->rows = g_ptr_array_new ();
}

void
waymark_import_columns_show (WaymarkImportColumns *self, OkrImport *import)
{
  g_return_if_fail (WAYMARK_IS_IMPORT_COLUMNS (self) && import != NULL);

  make_rows (self, import);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->rows, i);
      const guint column = GPOINTER_TO_UINT (g_object_get_data (row, COLUMN_KEY));
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, G_TYPE_STRING);
      g_value_take_string (&value,
                           waymark_import_text_id (*okr_import_get_column (import, column)));
      waymark_field_show (WAYMARK_FIELD (row), &value);
    }
}
