/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-cell-list.h"

#include <math.h>
#include <string.h>

#include "okr-import-columns.h"
#include "okr-json-number.h"
#include "okr-list.h"
#include "okr-milestone.h"
#include "okr-number.h"

void
okr_cell_milestone_free (OkrCellMilestone *self)
{
  g_free (self->title);
  g_free (self);
}

gboolean
okr_cell_needs_guard (const char *text)
{
  static const gunichar signs[] = { '=', '+', '-', '@', '\'', 0xff1d, 0xff0b, 0xff0d, 0xff20 };
  const char *at = text;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\t' || *text == '\r')
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (g_utf8_get_char (at) == signs[i])
        return TRUE;
    }

  return FALSE;
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

/* Numbers in brackets may be those of a version: only a year in full makes a day of them. */
static gboolean
is_written_day (const char *part)
{
  static GRegex *days = NULL;

  if (g_once_init_enter (&days))
    g_once_init_leave (&days, g_regex_new ("^(\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}\\S*)?"
                                           "|\\d{1,2}([./-]) ?\\d{1,2}\\3 ?\\d{4}"
                                           "|\\d{1,2}\\.? \\p{L}+\\.? \\d{4})$",
                                           0, 0, NULL));

  return g_regex_match (days, part, 0, NULL);
}

static char **
split_parts (const char *inside)
{
  /* A comma in a number has no blank behind it. */
  g_autofree char *separated = g_strdelimit (g_strdup (inside), ";", '\n');
  g_auto (GStrv) pieces = g_strsplit (separated, ", ", -1);
  g_autofree char *joined = g_strjoinv ("\n", pieces);
  char **parts = g_strsplit (joined, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);

  return parts;
}

/* What is no day and no weight belongs to the title. */
static gboolean
read_parts (char **parts, OkrImportDates dates, OkrDay *done, double *weight)
{
  *done = OKR_DAY_NONE;
  *weight = NAN;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const gboolean is_day = *done == OKR_DAY_NONE && is_written_day (parts[i]) &&
                              okr_import_parse_day (parts[i], dates, done, NULL);

      if (!is_day && (!isnan (*weight) || !read_weight (parts[i], weight)))
        return FALSE;
    }

  return parts[0] != NULL;
}

/* What stands in the brackets that end a line; NULL where none do. */
static char **
split_brackets (const char *title, gsize *length)
{
  const char *open = g_str_has_suffix (title, ")") ? strrchr (title, '(') : NULL;
  g_autofree char *inside = open != NULL ? g_strndup (open + 1, strlen (open) - 2) : NULL;

  *length = open != NULL ? (gsize) (open - title) : 0;

  return open != NULL ? split_parts (inside) : NULL;
}

/* Only behind a box nothing but brackets is a milestone without a title. */
static void
take_brackets (OkrCellMilestone *milestone, OkrImportDates dates)
{
  gsize length;
  g_auto (GStrv) parts = split_brackets (milestone->title, &length);
  OkrDay done;
  double weight;

  if (parts == NULL || (length == 0 && !milestone->has_box) ||
      !read_parts (parts, dates, &done, &weight))
    return;
  milestone->has_brackets = TRUE;
  milestone->done = done;
  milestone->weight = weight;
  milestone->title[length] = '\0';
  g_strchomp (milestone->title);
}

static OkrCellMilestone *
begin_line (const char *line)
{
  OkrCellMilestone *milestone = g_new0 (OkrCellMilestone, 1);
  const char *rest = line;

  milestone->weight = NAN;
  if (!read_box (milestone, &rest))
    {
      rest = skip_mark (line);
      read_box (milestone, &rest);
    }
  milestone->title = g_strstrip (g_strdup (rest));

  return milestone;
}

static OkrCellMilestone *
read_line (const char *line, OkrImportDates dates)
{
  g_autoptr (OkrCellMilestone) milestone = begin_line (line);

  take_brackets (milestone, dates);

  return *milestone->title != '\0' || milestone->has_brackets ? g_steal_pointer (&milestone) : NULL;
}

static const char *
find_doubtful (char **parts, OkrImportEvidence *evidence)
{
  const char *found = NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      if (is_written_day (parts[i]) && okr_import_evidence_add_day (evidence, parts[i]) &&
          found == NULL)
        found = parts[i];
    }

  return found;
}

char *
okr_cell_add_days (const char *cell, OkrImportEvidence *evidence)
{
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (cell != NULL && evidence != NULL, NULL);

  if (strchr (cell, '(') == NULL)
    return NULL;
  lines = g_strsplit_set (cell, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length;
      g_auto (GStrv) parts = split_brackets (g_strstrip (lines[i]), &length);
      const char *doubtful = find_doubtful (parts, evidence);

      if (found == NULL)
        found = g_strdup (doubtful);
    }

  return g_steal_pointer (&found);
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

char *
okr_cell_dup_title (OkrMilestone *milestone)
{
  const char *title;

  g_return_val_if_fail (OKR_IS_MILESTONE (milestone), NULL);

  title = okr_item_get_title (OKR_ITEM (milestone));

  return g_strstrip (g_strdelimit (g_strdup (title != NULL ? title : ""), "\r\n", ' '));
}

/* Whether the end of a title would be taken for a day or a weight. */
static gboolean
is_mistaken (const char *title)
{
  static const OkrImportDates orders[] = { OKR_IMPORT_DATES_DMY, OKR_IMPORT_DATES_MDY };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (OkrCellMilestone) read = g_new0 (OkrCellMilestone, 1);

      read->has_box = TRUE;
      read->title = g_strdup (title);
      take_brackets (read, orders[i]);
      if (read->has_brackets)
        return TRUE;
    }

  return FALSE;
}

static void
add_milestone (GString *text, OkrMilestone *milestone)
{
  g_autofree char *title = okr_cell_dup_title (milestone);
  const OkrDay done = okr_milestone_get_done (milestone);
  const double weight = okr_milestone_get_weight (milestone);
  const gboolean has_day = done != OKR_DAY_NONE;
  const gboolean needs_brackets = *title == '\0' || is_mistaken (title);
  const gboolean has_weight = !okr_number_equal (weight, 1) || (!has_day && needs_brackets);

  g_string_append (text, text->len > 0 ? "\n" : "");
  g_string_append (text, has_day ? "[x]" : "[ ]");
  if (*title != '\0')
    g_string_append_printf (text, " %s", title);
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

/* Tags */

static void
add_quoted (GString *text, const char *tag)
{
  g_string_append_c (text, '"');
  for (; *tag != '\0'; tag++)
    {
      if (*tag == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *tag);
    }
  g_string_append_c (text, '"');
}

char *
okr_cell_from_tags (const char *const *tags)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      if (tags[i][0] == '"' || strpbrk (tags[i], ",;") != NULL)
        add_quoted (text, tags[i]);
      else
        g_string_append (text, tags[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Behind the mark that closes a tag; NULL where none does. */
static const char *
read_quoted (const char *at, GString *tag)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at == '"' && at[1] != '"')
        return at + 1 + strspn (at + 1, " ");
      at += *at == '"';
      g_string_append_c (tag, *at);
    }

  return NULL;
}

/* Returns where the next one begins. */
static const char *
read_tag (const char *at, GString *tag)
{
  const char *end = *at == '"' ? read_quoted (at, tag) : NULL;

  if (end == NULL || (*end != '\0' && strchr (",;", *end) == NULL))
    {
      end = at + strcspn (at, ",;");
      g_string_truncate (tag, 0);
      g_string_append_len (tag, at, end - at);
    }

  return end + (*end != '\0');
}

char **
okr_cell_parse_tags (const char *cell)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (cell != NULL, NULL);

  for (const char *at = cell; *at != '\0';)
    {
      g_autoptr (GString) tag = g_string_new (NULL);

      at = read_tag (at + strspn (at, " "), tag);
      if (*g_strstrip (tag->str) != '\0')
        g_strv_builder_add (builder, tag->str);
    }

  return g_strv_builder_end (builder);
}
