/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-import-settings.h"

#include <glib/gi18n.h>

#include "waymark-choice-row.h"

struct _WaymarkImportSettings
{
  AdwPreferencesGroup parent_instance;

  WaymarkChoiceRow *target;
  WaymarkChoiceRow *cycle;
  WaymarkChoiceRow *team;
  WaymarkChoiceRow *header;
  WaymarkChoiceRow *layout;
  WaymarkChoiceRow *delimiter;
  WaymarkChoiceRow *encoding;
  WaymarkChoiceRow *decimal;
  WaymarkChoiceRow *dates;

  WaymarkTableChoices *choices; /* not owned */
  gboolean is_new;
  char *usual_cycle; /* where rows without a cycle go when nobody chooses */
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

/* By name, as rows do it: what the table itself brings has no id before it is there. @first is
 * offered even if none of @items has that name. */
static void
offer_names (WaymarkChoiceRow *row, GListModel *items, const WaymarkChoice *first)
{
  const guint n = g_list_model_get_n_items (items);
  g_autofree WaymarkChoice *choices = g_new (WaymarkChoice, n + 1);
  guint n_choices = 0;

  choices[n_choices++] = *first;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OkrItem) item = g_list_model_get_item (items, i); /* its list holds it */
      const char *name = okr_item_get_title (item);

      if (*name != '\0' && !g_str_equal (name, first->id))
        choices[n_choices++] = (WaymarkChoice){ name, name, 0 };
    }
  waymark_choice_row_set_choices (row, choices, n_choices);
}

static void
show_places (WaymarkImportSettings *self, WaymarkTableImport *import)
{
  const OkrImportResult *result = waymark_table_import_get_result (import);
  OkrPlan *plan = waymark_table_import_get_outcome (import);
  const gboolean lacks_cycle = result != NULL && result->cycle != NULL;
  const gboolean lacks_team = result != NULL && result->lacks_team;
  const char *team = self->choices->team;

  if (lacks_cycle && (self->choices->cycle == NULL || self->usual_cycle == NULL))
    {
      g_free (self->usual_cycle);
      self->usual_cycle = g_strdup (result->cycle);
    }
  if (lacks_cycle)
    {
      const WaymarkChoice usual = { self->usual_cycle, self->usual_cycle, 0 };

      offer_names (self->cycle, okr_plan_get_cycles (plan), &usual);
      show_choice (self->cycle, result->cycle);
    }
  if (lacks_team)
    {
      /* Translators: "Team for Rows Without One" */
      const WaymarkChoice none = { "", _ ("None"), 0 };

      offer_names (self->team, okr_plan_get_teams (plan), &none);
      show_choice (self->team, team != NULL ? team : "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cycle), lacks_cycle);
  gtk_widget_set_visible (GTK_WIDGET (self->team),
                          lacks_team && g_list_model_get_n_items (okr_plan_get_teams (plan)) > 0);
}

/* Another plan has other cycles and teams. */
static void
choose_target (WaymarkImportSettings *self, gboolean is_new)
{
  self->is_new = is_new;
  take_name (&self->choices->cycle, "");
  take_name (&self->choices->team, "");
}

static void
on_edited_cb (WaymarkImportSettings *self, const GValue *value, WaymarkChoiceRow *row)
{
  const char *id = g_value_get_string (value);
  WaymarkTableChoices *choices = self->choices;
  g_autofree char *encoding = g_strdup (choices->encoding);

  if (row == self->target)
    choose_target (self, g_str_equal (id, "new"));
  else if (row == self->cycle)
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
  if (row == self->target)
    show_choice (row, id);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
waymark_import_settings_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_IMPORT_SETTINGS (object)->usual_cycle, g_free);

  G_OBJECT_CLASS (waymark_import_settings_parent_class)->finalize (object);
}

static void
waymark_import_settings_class_init (WaymarkImportSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waymark_import_settings_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAYMARK_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-import-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportSettings, target);
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
  WaymarkChoiceRow *rows[9];

  self->is_new = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->header, headers, G_N_ELEMENTS (headers));
  set_choices (self->layout, layouts, G_N_ELEMENTS (layouts));
  set_choices (self->delimiter, delimiters, G_N_ELEMENTS (delimiters));
  set_choices (self->encoding, encodings, G_N_ELEMENTS (encodings));
  set_choices (self->decimal, decimals, G_N_ELEMENTS (decimals));
  set_choices (self->dates, orders, G_N_ELEMENTS (orders));
  rows[0] = self->target;
  rows[1] = self->layout;
  rows[2] = self->delimiter;
  rows[3] = self->encoding;
  rows[4] = self->decimal;
  rows[5] = self->dates;
  rows[6] = self->header;
  rows[7] = self->cycle;
  rows[8] = self->team;
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
waymark_import_settings_offer_plan (WaymarkImportSettings *self, const char *title)
{
  const WaymarkChoice targets[] = { { "plan", title, 0 }, { "new", _ ("A new plan"), 0 } };

  g_return_if_fail (WAYMARK_IS_IMPORT_SETTINGS (self) && title != NULL);

  self->is_new = FALSE;
  waymark_choice_row_set_choices (self->target, targets, G_N_ELEMENTS (targets));
  show_choice (self->target, "plan");
  gtk_widget_set_visible (GTK_WIDGET (self->target), TRUE);
}

gboolean
waymark_import_settings_is_new (WaymarkImportSettings *self)
{
  g_return_val_if_fail (WAYMARK_IS_IMPORT_SETTINGS (self), TRUE);

  return self->is_new;
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
