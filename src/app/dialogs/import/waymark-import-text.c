/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for what an import reads and does. */
#include "config.h"

#include "waymark-import-text.h"

#include <glib/gi18n.h>

#include "okr-visible-text.h"

#define MAX_SAMPLES 4
#define SAMPLE_LENGTH 24 /* characters */

static const char *const names[OKR_IMPORT_N_FIELDS] = {
  /* Translators: these say what a column of a spreadsheet holds */
  [OKR_IMPORT_FIELD_NONE] = N_ ("Leave out"),
  [OKR_IMPORT_FIELD_OBJECTIVE] = N_ ("Objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_ID] = N_ ("ID of the objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_OWNER] = N_ ("Owner of the objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT] = N_ ("Weight of the objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION] = N_ ("Description of the objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_STATE] = N_ ("State of the objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE] = N_ ("Computed grade of the objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_GRADE] = N_ ("Self-assessed grade of the objective"),
  [OKR_IMPORT_FIELD_OBJECTIVE_GRADE_REASON] = N_ ("Reason for the objective’s grade"),
  [OKR_IMPORT_FIELD_OBJECTIVE_LEARNED] = N_ ("What was learned from the objective"),
  [OKR_IMPORT_FIELD_CARRIED_FROM] = N_ ("Carried over from"),
  [OKR_IMPORT_FIELD_TEAM] = N_ ("Team"),
  [OKR_IMPORT_FIELD_TEAM_ID] = N_ ("ID of the team"),
  [OKR_IMPORT_FIELD_TEAM_KIND] = N_ ("Kind of the team"),
  [OKR_IMPORT_FIELD_TEAM_LEAD] = N_ ("Lead of the team"),
  [OKR_IMPORT_FIELD_TEAM_PARENT] = N_ ("What the team is part of"),
  [OKR_IMPORT_FIELD_CYCLE] = N_ ("Cycle"),
  [OKR_IMPORT_FIELD_CYCLE_ID] = N_ ("ID of the cycle"),
  [OKR_IMPORT_FIELD_CYCLE_START] = N_ ("Start of the cycle"),
  [OKR_IMPORT_FIELD_CYCLE_END] = N_ ("End of the cycle"),
  [OKR_IMPORT_FIELD_CYCLE_STATE] = N_ ("State of the cycle"),
  [OKR_IMPORT_FIELD_YEAR] = N_ ("Year of the cycle"),
  [OKR_IMPORT_FIELD_AMBITION] = N_ ("Ambition"),
  [OKR_IMPORT_FIELD_TAGS] = N_ ("Tags"),
  [OKR_IMPORT_FIELD_CONTRIBUTES_TO] = N_ ("Contributes to"),
  [OKR_IMPORT_FIELD_KEY_RESULT] = N_ ("Key result"),
  [OKR_IMPORT_FIELD_KEY_RESULT_ID] = N_ ("ID of the key result"),
  [OKR_IMPORT_FIELD_OWNER] = N_ ("Owner"),
  [OKR_IMPORT_FIELD_KIND] = N_ ("Kind of measure"),
  [OKR_IMPORT_FIELD_START] = N_ ("Start"),
  [OKR_IMPORT_FIELD_TARGET] = N_ ("Target"),
  [OKR_IMPORT_FIELD_LOW] = N_ ("Lower limit"),
  [OKR_IMPORT_FIELD_HIGH] = N_ ("Upper limit"),
  [OKR_IMPORT_FIELD_UNIT] = N_ ("Unit"),
  [OKR_IMPORT_FIELD_VALUE] = N_ ("Current value"),
  [OKR_IMPORT_FIELD_CONFIDENCE] = N_ ("Confidence"),
  [OKR_IMPORT_FIELD_DATE] = N_ ("Date of the check-in"),
  [OKR_IMPORT_FIELD_NOTE] = N_ ("Note"),
  [OKR_IMPORT_FIELD_OBSTACLE] = N_ ("Obstacle"),
  [OKR_IMPORT_FIELD_AUTHOR] = N_ ("Author of the check-in"),
  [OKR_IMPORT_FIELD_DUE] = N_ ("Due date"),
  [OKR_IMPORT_FIELD_WEIGHT] = N_ ("Weight"),
  [OKR_IMPORT_FIELD_DESCRIPTION] = N_ ("Description"),
  [OKR_IMPORT_FIELD_SOURCE] = N_ ("Source of the data"),
  [OKR_IMPORT_FIELD_MILESTONES] = N_ ("Milestones"),
  [OKR_IMPORT_FIELD_COMPUTED_GRADE] = N_ ("Computed grade"),
  [OKR_IMPORT_FIELD_GRADE] = N_ ("Self-assessed grade"),
  [OKR_IMPORT_FIELD_GRADE_REASON] = N_ ("Reason for the grade"),
  [OKR_IMPORT_FIELD_LEARNED] = N_ ("What was learned"),
  [OKR_IMPORT_FIELD_TITLE] = N_ ("Title"),
  [OKR_IMPORT_FIELD_ID] = N_ ("ID"),
  [OKR_IMPORT_FIELD_PARENT] = N_ ("Parent"),
  [OKR_IMPORT_FIELD_TYPE] = N_ ("Type of the item"),
  [OKR_IMPORT_FIELD_IGNORED] = N_ ("Leave out"),
  /* Translators: what a column of a spreadsheet holds that has a month, a week or a day above it */
  [OKR_IMPORT_FIELD_VALUE_THEN] = N_ ("Value at that time"),
};

char *
waymark_import_text_column (OkrImportColumn column)
{
  const char *name = _ (names[column.field]);

  if (column.number == 0)
    return g_strdup (name);
  if (column.field == OKR_IMPORT_FIELD_KEY_RESULT)
    /* Translators: what a column of a spreadsheet holds: the title of the first, second, … one */
    return g_strdup_printf (_ ("Key result %u"), column.number);

  /* Translators: what a column of a spreadsheet holds: the number of a key result, and something
   * about it, such as "Target" */
  return g_strdup_printf (_ ("Key result %1$u: %2$s"), column.number, name);
}

char *
waymark_import_text_id (OkrImportColumn column)
{
  const char *name = okr_import_field_get_name (column.field);

  if (column.field == OKR_IMPORT_FIELD_NONE)
    name = okr_import_field_get_name (OKR_IMPORT_FIELD_IGNORED);

  return column.number > 0 ? g_strdup_printf ("%s-%u", name, column.number) : g_strdup (name);
}

char *
waymark_import_text_heading (OkrImport *import, guint column)
{
  const char *heading = okr_import_get_heading (import, column);

  if (*heading == '\0')
    {
      g_autofree char *letters = okr_import_name_column (import, column);

      /* Translators: a column of a spreadsheet that has no heading, by its letters, such as "B" */
      return g_strdup_printf (_ ("Column %s"), letters);
    }

  return okr_visible_text (heading, OKR_VISIBLE_ONE_LINE);
}

static char *
shorten (const char *cell)
{
  g_autofree char *visible = okr_visible_text (cell, OKR_VISIBLE_ONE_LINE);
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (visible, -1) <= SAMPLE_LENGTH)
    return g_steal_pointer (&visible);

  begin = g_utf8_substring (visible, 0, SAMPLE_LENGTH - 1);

  return g_strconcat (g_strchomp (begin), "…", NULL);
}

char *
waymark_import_text_samples (OkrImport *import, guint column)
{
  OkrTable *table = okr_import_get_table (import);
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);

  for (guint i = okr_import_get_header_row (import) + 1;
       i < okr_table_get_n_rows (table) && samples->len < MAX_SAMPLES; i++)
    {
      g_autofree char *sample = shorten (okr_table_get_cell (table, i, column));

      if (*sample != '\0' && !g_ptr_array_find_with_equal_func (samples, sample, g_str_equal, NULL))
        g_ptr_array_add (samples, g_steal_pointer (&sample));
    }
  if (samples->len == 0)
    return g_strdup (_ ("Nothing in it"));

  g_ptr_array_add (samples, NULL);
  return g_strjoinv (" · ", (char **) samples->pdata);
}

/* Takes @part, which is only said when there is something to count. */
static void
add_part (GString *text, guint n, char *part)
{
  g_autofree char *owned = part;

  if (n == 0)
    return;
  if (text->len > 0)
    /* Translators: between the parts of an enumeration */
    g_string_append (text, _ (", "));
  g_string_append (text, owned);
}

/* What the import brings. */
static void
add_news (GString *text, const OkrImportResult *result)
{
  guint n = result->n_objectives;

  add_part (text, n, g_strdup_printf (ngettext ("%u new objective", "%u new objectives", n), n));
  n = result->n_key_results;
  add_part (text, n, g_strdup_printf (ngettext ("%u new key result", "%u new key results", n), n));
  n = result->n_check_ins;
  add_part (text, n, g_strdup_printf (ngettext ("%u new check-in", "%u new check-ins", n), n));
  n = result->n_cycles;
  add_part (text, n, g_strdup_printf (ngettext ("%u new cycle", "%u new cycles", n), n));
  n = result->n_teams;
  add_part (text, n, g_strdup_printf (ngettext ("%u new team", "%u new teams", n), n));
  n = result->n_changed;
  add_part (text, n, g_strdup_printf (ngettext ("%u item changed", "%u items changed", n), n));
}

char *
waymark_import_text_summary (const OkrImportResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  g_return_val_if_fail (result != NULL, NULL);

  add_news (text, result);
  n = result->n_same;
  add_part (text, n, g_strdup_printf (ngettext ("%u item unchanged", "%u items unchanged", n), n));
  if (text->len == 0)
    g_string_append (text, result->n_left_out > 0 ? _ ("Nothing can be imported")
                                                  : _ ("Nothing to import"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
waymark_import_text_button (const OkrImportResult *result)
{
  const guint n = result != NULL ? result->n_left_out : 0;

  if (n == 0)
    return g_strdup (_ ("_Import"));

  return g_strdup_printf (ngettext ("_Import Without %u Row", "_Import Without %u Rows", n), n);
}

const char *
waymark_import_text_refusal (const OkrImportResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  if (result->n_left_out > 0 && result->n_same == 0)
    /* Translators: why nothing can be imported. “Problems” is a page of this window */
    return _ ("Every row has a problem. The page “Problems” tells which.");
  if (result->n_left_out > 0)
    /* Translators: why nothing can be imported. “Problems” is a page of this window */
    return _ ("What is not in the plan yet has problems. The page “Problems” tells which.");

  return result->n_same > 0 ? _ ("The plan has all of it already.") : _ ("Nothing to import");
}

char *
waymark_import_text_done (const OkrImportResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  g_return_val_if_fail (result != NULL, NULL);

  add_news (text, result);
  n = result->n_left_out;
  add_part (text, n, g_strdup_printf (ngettext ("%u row left out", "%u rows left out", n), n));

  /* Translators: a message; an enumeration such as "2 new objectives, 3 items changed" */
  return g_strdup_printf (_ ("Imported: %s"), text->str);
}
