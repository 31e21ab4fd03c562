/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-cell-list.h"

#include <math.h>
#include <string.h>

#include "okr-figures.h"
#include "okr-import-columns.h"
#include "okr-json-number.h"
#include "okr-list.h"
#include "okr-milestone.h"

void
okr_cell_milestone_free (OkrCellMilestone *self)
{
  g_free (self->title);
  g_free (self);
}

/* Reading */

static const struct
{
  const char *text;
  gboolean is_done;
} boxes[] = {
  { "[x]", TRUE }, { "[X]", TRUE }, { "[✓]", TRUE },  { "☑", TRUE },   { "☒", TRUE },
  { "✓", TRUE },   { "✔", TRUE },   { "[ ]", FALSE }, { "[]", FALSE }, { "☐", FALSE },
};

static gboolean
read_box (OkrCellMilestone *milestone, const char **line)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      if (!g_str_has_prefix (*line, boxes[i].text))
        continue;
      *line += strlen (boxes[i].text);
      *line += **line == ' ';
      milestone->has_box = TRUE;
      milestone->is_done = boxes[i].is_done;
      return TRUE;
    }

  return FALSE;
}

static const char *
skip_mark (const char *line)
{
  static const char *const marks[] = { "- ", "* ", "• ", "– " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_has_prefix (line, marks[i]))
        return line + strlen (marks[i]);
    }

  return line;
}

/* "weight 2" */
static gboolean
read_weight (const char *part, double *weight)
{
  static const char *const words[] = { "weight", "gewicht", "poids", "peso", NULL };
  g_auto (GStrv) tokens = g_strsplit (part, " ", 2);
  g_autofree char *word = NULL;
  char *end, *comma;

  if (tokens[0] == NULL || tokens[1] == NULL)
    return FALSE;
  word = okr_import_fold (tokens[0]);
  if (!g_strv_contains (words, word))
    return FALSE;
  comma = strchr (g_strstrip (tokens[1]), ',');
  if (comma != NULL)
    *comma = '.';
  *weight = g_ascii_strtod (tokens[1], &end);

  return end != tokens[1] && *end == '\0' && isfinite (*weight);
}

/* What is no day and no weight belongs to the title. */
static gboolean
read_parts (const char *text, OkrImportDates dates, OkrDay *done, double *weight)
{
  /* A comma in a number has no blank behind it. */
  g_autofree char *separated = g_strdelimit (g_strdup (text), ";", '\n');
  g_auto (GStrv) pieces = g_strsplit (separated, ", ", -1);
  g_autofree char *joined = g_strjoinv ("\n", pieces);
  g_auto (GStrv) parts = g_strsplit (joined, "\n", -1);

  *done = OKR_DAY_NONE;
  *weight = NAN;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      const gboolean is_day = g_ascii_isdigit (*part) && *done == OKR_DAY_NONE &&
                              okr_import_parse_day (part, dates, done, NULL);

      if (!is_day && (!isnan (*weight) || !read_weight (part, weight)))
        return FALSE;
    }

  return parts[0] != NULL;
}

/* Where the brackets begin that end a line; NULL where none do. */
static char *
find_brackets (char *title)
{
  return g_str_has_suffix (title, ")") ? strrchr (title, '(') : NULL;
}

static void
take_brackets (OkrCellMilestone *milestone, OkrImportDates dates)
{
  char *open = find_brackets (milestone->title);
  g_autofree char *inside = open != NULL ? g_strndup (open + 1, strlen (open) - 2) : NULL;
  OkrDay done;
  double weight;

  if (inside == NULL || open == milestone->title || !read_parts (inside, dates, &done, &weight))
    return;
  milestone->done = done;
  milestone->weight = weight;
  *open = '\0';
  g_strchomp (milestone->title);
}

static OkrCellMilestone *
read_line (const char *line, OkrImportDates dates)
{
  g_autoptr (OkrCellMilestone) milestone = g_new0 (OkrCellMilestone, 1);
  const char *rest = line;

  milestone->weight = NAN;
  if (!read_box (milestone, &rest))
    {
      rest = skip_mark (line);
      read_box (milestone, &rest);
    }
  milestone->title = g_strstrip (g_strdup (rest));
  take_brackets (milestone, dates);

  return *milestone->title != '\0' ? g_steal_pointer (&milestone) : NULL;
}

GPtrArray *
okr_cell_parse_milestones (const char *cell, OkrImportDates dates)
{
  GPtrArray *milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_cell_milestone_free);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (cell != NULL, milestones);

  lines = g_strsplit_set (cell, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      OkrCellMilestone *milestone = read_line (g_strstrip (lines[i]), dates);

      if (milestone != NULL)
        g_ptr_array_add (milestones, milestone);
    }

  return milestones;
}

/* Writing */

/* Whether the end of a title would be taken for a day or a weight. */
static gboolean
is_mistaken (const char *title)
{
  static const OkrImportDates orders[] = { OKR_IMPORT_DATES_DMY, OKR_IMPORT_DATES_MDY };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (OkrCellMilestone) read = g_new0 (OkrCellMilestone, 1);

      read->title = g_strdup (title);
      take_brackets (read, orders[i]);
      if (!g_str_equal (read->title, title))
        return TRUE;
    }

  return FALSE;
}

static void
add_milestone (GString *text, OkrMilestone *milestone)
{
  g_autofree char *title = g_strdup (okr_item_get_title (OKR_ITEM (milestone)));
  const OkrDay done = okr_milestone_get_done (milestone);
  const double weight = okr_milestone_get_weight (milestone);
  const gboolean has_day = done != OKR_DAY_NONE;
  const gboolean has_weight = !okr_number_equal (weight, 1) || (!has_day && is_mistaken (title));

  g_string_append (text, text->len > 0 ? "\n" : "");
  g_string_append (text, has_day ? "[x] " : "[ ] ");
  g_string_append (text, g_strdelimit (title, "\r\n", ' '));
  if (!has_day && !has_weight)
    return;
  g_string_append (text, " (");
  if (has_day)
    okr_day_append_iso (text, done);
  if (has_weight)
    {
      g_string_append (text, has_day ? ", weight " : "weight ");
      okr_json_append_number (text, weight);
    }
  g_string_append_c (text, ')');
}

char *
okr_cell_from_milestones (GListModel *milestones)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (milestones), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    add_milestone (text, OKR_MILESTONE (okr_list_peek (OKR_LIST (milestones), i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
