/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in which the text of a row says whether it is an objective or a key result. */
#include "config.h"

#include "okr-import-blocks.h"

#include <stdlib.h>
#include <string.h>

#include "okr-import-columns.h"

#define SAMPLE 500     /* rows that tell how a table is arranged */
#define MAX_COLUMNS 10 /* where marks may stand */
#define MAX_HEADING 64 /* bytes; what is longer is a text, and texts are many */

/* Folded, in English, German, French and Spanish, with bars around them. */
static const char objective_words[] = "|o|obj|objective|ziel|objectif|objetivo|objective no|"
                                      "ziel nr|objectif n|objetivo n|company objective|"
                                      "team objective|";
static const char key_result_words[] = "|kr|key result|keyresult|key results|schlusselergebnis|se|"
                                       "resultat cle|resultado clave|rc|key result no|"
                                       "schlusselergebnis nr|resultat cle n|resultado clave n|";

static OkrImportMarkKind
read_word (const char *word)
{
  g_autofree char *folded = okr_import_fold (word);
  g_autofree char *wanted = g_strdup_printf ("|%s|", folded);

  if (strstr (objective_words, wanted) != NULL)
    return OKR_IMPORT_MARK_OBJECTIVE;

  return strstr (key_result_words, wanted) != NULL ? OKR_IMPORT_MARK_KEY_RESULT
                                                   : OKR_IMPORT_MARK_NONE;
}

static gboolean
is_one_of (gunichar c, const char *signs)
{
  return c != 0 && g_utf8_strchr (signs, -1, c) != NULL;
}

static const char *
skip (const char *text, const char *signs)
{
  while (is_one_of (g_utf8_get_char (text), signs))
    text = g_utf8_next_char (text);

  return text;
}

/* Letters, with single blanks and hyphens between them. */
static const char *
skip_words (const char *text)
{
  const char *end = text;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        end = g_utf8_next_char (at);
      else if (!is_one_of (c, " -") || at != end || at - text > 24)
        break;
    }

  return end;
}

static guint
read_number (const char *text, char **end)
{
  const unsigned long number = strtoul (text, end, 10);

  return number < 9999 ? (guint) number : 9999;
}

/* "1", "1.2" */
static const char *
read_numbers (const char *text, OkrImportMark *mark)
{
  char *end = (char *) text;

  if (!g_ascii_isdigit (*text))
    return text;
  mark->number = read_number (text, &end);
  if (*end == '.' && g_ascii_isdigit (end[1]))
    mark->part = read_number (end + 1, &end);
  while (*end == '.' && g_ascii_isdigit (end[1]))
    read_number (end + 1, &end);

  return end;
}

gboolean
okr_import_parse_mark (const char *text, OkrImportMark *mark)
{
  const char *start = skip (text, " \t[(*•·–—→↳>-");
  const char *end = skip_words (start);
  g_autofree char *word = NULL;
  const char *behind;

  *mark = (OkrImportMark){ 0 };
  if (end == start || end - start > 40)
    return FALSE;
  word = g_strndup (start, (gsize) (end - start));
  mark->kind = read_word (word);
  if (mark->kind == OKR_IMPORT_MARK_NONE)
    return FALSE;

  behind = read_numbers (skip (end, " .#°º"), mark);
  if (mark->number == 0)
    behind = skip (end, " ");
  mark->title = skip (behind, " \t:.)]–—-");
  if (mark->number > 0)
    return *behind == '\0' || is_one_of (g_utf8_get_char (behind), " \t:.)]–—-");

  return is_one_of (g_utf8_get_char (behind), ":–—-") && *mark->title != '\0';
}

/* Finding them */

gboolean
okr_import_is_marked_row (OkrTable *table, guint row)
{
  gboolean is_marked = FALSE;

  /* The first columns tell headings from a marked row, and a wide table has hundreds. */
  for (guint i = 0; i < MIN (okr_table_get_n_cells (table, row), 2 * MAX_COLUMNS); i++)
    {
      const char *cell = okr_table_get_cell (table, row, i);
      OkrImportMark mark;

      if (cell[strspn (cell, "0123456789.#) ")] == '\0')
        continue; /* the rows may be counted */
      if (!is_marked && !okr_import_parse_mark (cell, &mark))
        return FALSE;
      if (is_marked && strlen (cell) <= MAX_HEADING &&
          okr_import_column_from_heading (cell).field != OKR_IMPORT_FIELD_NONE)
        return FALSE;
      is_marked = TRUE;
    }

  return is_marked;
}

typedef struct
{
  guint n_objectives;
  guint n_key_results;
  guint n_titles;
  guint n_others;
} Marks;

static guint
count_sample (OkrTable *table)
{
  return MIN (okr_table_get_n_rows (table), SAMPLE);
}

/* Whether each row of the sample is marked: to find out is dear, and each column wants to know. */
static gboolean *
judge_rows (OkrTable *table)
{
  gboolean *is_marked = g_new0 (gboolean, SAMPLE);

  for (guint i = 0; i < count_sample (table); i++)
    is_marked[i] = okr_import_is_marked_row (table, i);

  return is_marked;
}

static Marks
count_marks (OkrTable *table, const gboolean *is_marked, guint column)
{
  Marks marks = { 0 };

  for (guint i = 0; i < count_sample (table); i++)
    {
      const char *cell = okr_table_get_cell (table, i, column);
      OkrImportMark mark;

      if (*cell == '\0')
        continue;
      if (!is_marked[i] || !okr_import_parse_mark (cell, &mark))
        {
          marks.n_others++;
          continue;
        }
      marks.n_objectives += mark.kind == OKR_IMPORT_MARK_OBJECTIVE;
      marks.n_key_results += mark.kind == OKR_IMPORT_MARK_KEY_RESULT;
      marks.n_titles += *mark.title != '\0';
    }

  return marks;
}

guint
okr_import_find_marks (OkrTable *table)
{
  g_autofree gboolean *is_marked = judge_rows (table);

  for (guint i = 0; i < MAX_COLUMNS; i++)
    {
      const Marks marks = count_marks (table, is_marked, i);

      if (marks.n_objectives > 0 && marks.n_key_results > 0 &&
          marks.n_objectives + marks.n_key_results >= marks.n_others)
        return i;
    }

  return G_MAXUINT;
}

gboolean
okr_import_has_objectives (OkrTable *table, guint column)
{
  g_autofree gboolean *is_marked = judge_rows (table);

  return count_marks (table, is_marked, column).n_objectives > 0;
}

gboolean
okr_import_has_marked_titles (OkrTable *table, guint column)
{
  g_autofree gboolean *is_marked = judge_rows (table);
  const Marks marks = count_marks (table, is_marked, column);

  return marks.n_titles * 2 >= marks.n_objectives + marks.n_key_results;
}

static gboolean
holds_titles (OkrTable *table, const gboolean *is_marked, guint column)
{
  guint n = 0, n_texts = 0;

  for (guint i = 0; i < count_sample (table); i++)
    {
      const char *cell = okr_table_get_cell (table, i, column);

      if (!is_marked[i])
        continue;
      n++;
      n_texts += *cell != '\0' && !g_ascii_isdigit (*cell);
    }

  return n_texts * 2 > n;
}

guint
okr_import_find_unmarked_titles (OkrTable *table, guint marks)
{
  g_autofree gboolean *is_marked = judge_rows (table);

  for (guint i = marks + 1; i < marks + MAX_COLUMNS; i++)
    {
      if (holds_titles (table, is_marked, i))
        return i;
    }

  return G_MAXUINT;
}
