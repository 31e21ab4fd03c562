/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-import-settings.h"

#include <glib/gi18n.h>

#include "waymark-choice-row.h"

#define DAYS_OF_QUARTER 91

struct _WaymarkImportSettings
{
  AdwPreferencesGroup parent_instance;

  WaymarkChoiceRow *cycle;
  WaymarkChoiceRow *team;
  WaymarkChoiceRow *header;
  WaymarkChoiceRow *layout;
  WaymarkChoiceRow *delimiter;
  WaymarkChoiceRow *encoding;
  WaymarkChoiceRow *decimal;
  WaymarkChoiceRow *dates;

  WaymarkTableChoices *choices; /* not owned */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkImportSettings, waymark_import_settings, ADW_TYPE_PREFERENCES_GROUP)

static const WaymarkChoice layouts[] = {
  /* Translators: what stands in a row of a spreadsheet: "Each Row Is: A key result" */
  { "1", N_ ("A key result"), 0 },
  { "2", N_ ("An objective or a key result, with its parent"), 0 },
  { "3", N_ ("An objective with all its key results"), 0 },
  { "4", N_ ("A check-in"), 0 },
};

static const WaymarkChoice headers[] = {
  /* Translators: "Headings": whether a row of the table tells what its columns hold */
  { "1", N_ ("In the table"), 0 },
  { "0", N_ ("None"), 0 },
};

static const WaymarkChoice delimiters[] = {
  /* Translators: what stands between the cells of a table */
  { ",", N_ ("Comma"), 0 },
  { ";", N_ ("Semicolon"), 0 },
  { "\t", N_ ("Tab"), 0 },
  { "|", N_ ("Vertical bar"), 0 },
};

static const WaymarkChoice encodings[] = {
  { "UTF-8", N_ ("Unicode (UTF-8)"), 0 },
  { "UTF-16LE", N_ ("Unicode (UTF-16)"), 0 },
  { "UTF-16BE", N_ ("Unicode (UTF-16, big-endian)"), 0 },
  { "WINDOWS-1252", N_ ("Western (Windows-1252)"), 0 },
  { "WINDOWS-1250", N_ ("Central European (Windows-1250)"), 0 },
  { "WINDOWS-1251", N_ ("Cyrillic (Windows-1251)"), 0 },
  { "MACINTOSH", N_ ("Western (Macintosh)"), 0 },
  { "SHIFT_JIS", N_ ("Japanese (Shift JIS)"), 0 },
  { "GB18030", N_ ("Chinese (GB 18030)"), 0 },
};

static const WaymarkChoice decimals[] = {
  { ".", N_ ("Point: 1.5"), 0 },
  { ",", N_ ("Comma: 1,5"), 0 },
};

static const WaymarkChoice orders[] = {
  { "1", N_ ("Day, month, year"), 0 },
  { "2", N_ ("Month, day, year"), 0 },
};

static void
set_choices (WaymarkChoiceRow *row, const WaymarkChoice *choices, guint n_choices)
{
  g_autofree WaymarkChoice *translated = g_new (WaymarkChoice, n_choices);

  for (guint i = 0; i < n_choices; i++)
    translated[i] = (WaymarkChoice){ choices[i].id, _ (choices[i].label), 0 };
  waymark_choice_row_set_choices (row, translated, n_choices);
}

static void
show_choice (WaymarkChoiceRow *row, const char *id)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, id);
  waymark_field_show (WAYMARK_FIELD (row), &value);
}

static void
show_number (WaymarkChoiceRow *row, guint number)
{
  g_autofree char *id = g_strdup_printf ("%u", number);

  show_choice (row, id);
}

static void
show_character (WaymarkChoiceRow *row, char c)
{
  const char id[] = { c, '\0' };

  show_choice (row, id);
}

static void
show_doubt (WaymarkChoiceRow *row, OkrImport *import, OkrImportNoteKind kind)
{
  const gboolean is_assumed = okr_import_find_doubt (import, kind, NULL, NULL);

  /* Translators: said of the decimal mark and of the order of dates, when no cell tells them */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_assumed ? _ ("Assumed") : "");
}

static void
take_name (char **name, const char *id)
{
  g_free (*name);
  *name = *id != '\0' ? g_strdup (id) : NULL;
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* By name, as rows do it: what the table itself brings has no id before it is there. */
static void
add_names (GPtrArray *names, GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OkrItem) item = g_list_model_get_item (items, i);

      add_name (names, okr_item_get_title (item));
    }
}

/* A new plan has no cycles to choose from: the last quarter, this one and the next. */
static void
add_quarters (GPtrArray *names, OkrPlan *plan)
{
  for (int i = -1; i <= 1; i++)
    {
      g_autofree char *name =
          okr_cycle_name_for_day (okr_plan_get_today (plan) + i * DAYS_OF_QUARTER,
                                  (guint) okr_plan_get_settings_fiscal_year_start (plan));

      add_name (names, name);
    }
}

static void
offer_names (WaymarkChoiceRow *row, GPtrArray *names, const char *none)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (WaymarkChoice));
  WaymarkChoice choice = { "", none, 0 };

  if (none != NULL)
    g_array_append_val (choices, choice);
  for (guint i = 0; i < names->len; i++)
    {
      choice.id = choice.label = g_ptr_array_index (names, i);
      g_array_append_val (choices, choice);
    }
  waymark_choice_row_set_choices (row, (const WaymarkChoice *) (gpointer) choices->data,
                                  choices->len);
}

static void
show_cycles (WaymarkImportSettings *self, OkrPlan *plan, gboolean is_new, const char *cycle)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  gtk_widget_set_visible (GTK_WIDGET (self->cycle), cycle != NULL);
  if (cycle == NULL)
    return;

  add_names (names, okr_plan_get_cycles (plan));
  if (is_new)
    add_quarters (names, plan);
  offer_names (self->cycle, names, NULL);
  show_choice (self->cycle, cycle);
}

static void
show_teams (WaymarkImportSettings *self, OkrPlan *plan, gboolean is_needed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *team = self->choices->team;

  add_names (names, okr_plan_get_teams (plan));
  gtk_widget_set_visible (GTK_WIDGET (self->team), is_needed && names->len > 0);
  /* Translators: "Team for Rows Without One" */
  offer_names (self->team, names, _ ("None"));
  show_choice (self->team, team != NULL ? team : "");
}

static void
show_places (WaymarkImportSettings *self, WaymarkTableImport *import)
{
  const OkrImportResult *result = waymark_table_import_get_result (import);
  OkrPlan *plan = waymark_table_import_get_outcome (import);

  show_cycles (self, plan, waymark_table_import_is_new (import),
               result != NULL ? result->cycle : NULL);
  show_teams (self, plan, result != NULL && result->lacks_team);
}

static void
on_edited_cb (WaymarkImportSettings *self, const GValue *value, WaymarkChoiceRow *row)
{
  const char *id = g_value_get_string (value);
  WaymarkTableChoices *choices = self->choices;
  g_autofree char *encoding = g_strdup (choices->encoding);

  if (row == self->cycle)
    take_name (&choices->cycle, id);
  else if (row == self->team)
    take_name (&choices->team, id);
  else if (row == self->header)
    waymark_table_choices_set_header (choices, id[0] == '1');
  else if (row == self->layout)
    choices->layout = (OkrImportLayout) g_ascii_strtoull (id, NULL, 10);
  else if (row == self->delimiter)
    waymark_table_choices_set_text (choices, encoding, id[0]);
  else if (row == self->encoding)
    waymark_table_choices_set_text (choices, id, choices->delimiter);
  else if (row == self->decimal)
    choices->style.decimal = id[0];
  else
    choices->style.dates = (OkrImportDates) g_ascii_strtoull (id, NULL, 10);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
waymark_import_settings_class_init (WaymarkImportSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAYMARK_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-import-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, cycle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, team);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, header);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, layout);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, delimiter);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, encoding);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, decimal);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, dates);
}

static void
waymark_import_settings_init (WaymarkImportSettings *self)
{
  WaymarkChoiceRow *rows[8];

  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->header, headers, G_N_ELEMENTS (headers));
  set_choices (self->layout, layouts, G_N_ELEMENTS (layouts));
  set_choices (self->delimiter, delimiters, G_N_ELEMENTS (delimiters));
  set_choices (self->encoding, encodings, G_N_ELEMENTS (encodings));
  set_choices (self->decimal, decimals, G_N_ELEMENTS (decimals));
  set_choices (self->dates, orders, G_N_ELEMENTS (orders));
  rows[0] = self->layout;
  rows[1] = self->delimiter;
  rows[2] = self->encoding;
  rows[3] = self->decimal;
  rows[4] = self->dates;
  rows[5] = self->header;
  rows[6] = self->cycle;
  rows[7] = self->team;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i], "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
}

void
waymark_import_settings_set_choices (WaymarkImportSettings *self, WaymarkTableChoices *choices)
{
  g_return_if_fail (WAYMARK_IS_IMPORT_SETTINGS (self) && choices != NULL);

  self->choices = choices;
}

void
waymark_import_settings_forget_places (WaymarkImportSettings *self)
{
  g_return_if_fail (WAYMARK_IS_IMPORT_SETTINGS (self));

  take_name (&self->choices->cycle, "");
  take_name (&self->choices->team, "");
}

void
waymark_import_settings_show (WaymarkImportSettings *self, WaymarkTableImport *prepared)
{
  OkrImport *import;
  OkrImportStyle style;

  g_return_if_fail (WAYMARK_IS_IMPORT_SETTINGS (self) && WAYMARK_IS_TABLE_IMPORT (prepared));

  import = waymark_table_import_get_import (prepared);
  show_places (self, prepared);
  style = okr_import_get_style (import);
  show_number (self->header, okr_import_get_header_row (import) != OKR_IMPORT_NO_HEADER);
  show_number (self->layout, okr_import_get_layout (import));
  show_character (self->delimiter, okr_table_get_delimiter (okr_import_get_table (import)));
  show_choice (self->encoding, okr_table_get_encoding (okr_import_get_table (import)));
  show_character (self->decimal, style.decimal);
  show_number (self->dates, style.dates);
  show_doubt (self->decimal, import, OKR_IMPORT_NOTE_DECIMAL);
  show_doubt (self->dates, import, OKR_IMPORT_NOTE_DATES);
}
