/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-version-preview.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-format.h"
#include "okr-reader.h"
#include "okr-versions.h"
#include "waymark-item-text.h"

#define MOST_BYTES 100000 /* a text view takes its time */
#define STEP 18           /* pixels that each level of the outline is further in */

typedef struct
{
  char *plan_id;
  char *sha256;
  GBytes *bytes;
} Job;

static void
job_free (Job *job)
{
  g_free (job->plan_id);
  g_free (job->sha256);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  OkrPlan *plan = NULL;
  GError *error = NULL;

  job->bytes = okr_versions_read (job->plan_id, job->sha256, &error);
  if (job->bytes != NULL)
    plan = okr_plan_new_from_bytes (job->bytes, cancellable, &error);
  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
waymark_version_read_async (const char *plan_id, const char *sha256, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (plan_id != NULL && sha256 != NULL);

  job = g_new0 (Job, 1);
  job->plan_id = g_strdup (plan_id);
  job->sha256 = g_strdup (sha256);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, waymark_version_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

OkrPlan *
waymark_version_read_finish (GAsyncResult *result, GBytes **bytes, GError **error)
{
  OkrPlan *plan;
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_version_read_async), NULL);

  plan = g_task_propagate_pointer (G_TASK (result), error);
  job = g_task_get_task_data (G_TASK (result));
  *bytes = plan != NULL ? g_steal_pointer (&job->bytes) : NULL;

  return plan;
}

static void
put_line (GString *text, const char *indent, OkrItem *item, const char *figure)
{
  const char *title = okr_item_text_get_title (item);

  g_string_append_printf (text, "%s%s", indent, title);
  if (figure != NULL)
    g_string_append_printf (text, "  ·  %s", figure);
  g_string_append_c (text, '\n');
}

static void
put_key_results (GString *text, OkrObjective *objective)
{
  GListModel *krs = okr_objective_get_key_results (objective);
  const guint n = g_list_model_get_n_items (krs);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);
      g_autofree char *value = okr_item_text_dup_value (kr);
      g_autofree char *range = waymark_item_text_dup_range (kr);
      g_autofree char *both = NULL;

      if (value != NULL && okr_key_result_get_kind (kr) != OKR_KEY_RESULT_KIND_MILESTONES)
        /* Translators: the value of a key result, and where it goes from and to */
        both = g_strdup_printf (_ ("%1$s (%2$s)"), value, range);
      put_line (text, "\t\t", OKR_ITEM (kr), both != NULL ? both : range);
    }
}

/* @cycle: %NULL for what belongs to none */
static void
put_cycle (GString *text, OkrPlan *plan, OkrCycle *cycle)
{
  GListModel *objectives = okr_plan_get_objectives (plan);
  const guint n = g_list_model_get_n_items (objectives);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < n && text->len < MOST_BYTES; i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
      g_autofree char *progress = okr_format_progress (figures->progress);

      if (figures->cycle != cycle)
        continue;
      if (!has_heading)
        g_string_append_printf (text, "\n%s\n",
                                cycle != NULL ? okr_item_get_title (OKR_ITEM (cycle))
                                              : _ ("No cycle"));
      has_heading = TRUE;
      put_line (text, "\t", OKR_ITEM (objective), progress);
      put_key_results (text, objective);
    }
}

char *
waymark_version_outline (OkrPlan *plan)
{
  GListModel *cycles = okr_plan_get_cycles (plan);
  const guint n = g_list_model_get_n_items (cycles);
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  g_string_append_printf (text, "%s\n", okr_item_get_title (OKR_ITEM (plan)));
  if (okr_plan_get_mission (plan) != NULL)
    g_string_append_printf (text, "%s\n", okr_plan_get_mission (plan));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, i);

      put_cycle (text, plan, cycle);
    }
  put_cycle (text, plan, NULL);
  if (text->len >= MOST_BYTES)
    g_string_append (text, "…\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* By its first letter, as the text view does it. */
static gboolean
is_right_to_left (const char *line)
{
  while (*line != '\0' && !g_unichar_isalpha (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);

  switch ((int) g_unichar_get_script (g_utf8_get_char (line)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Further in on the side where its lines begin. */
static GtkTextTag *
get_level (GtkTextBuffer *buffer, const char *line, guint level)
{
  const gboolean rtl = is_right_to_left (line);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  g_autofree char *name = g_strdup_printf ("%s-%u", rtl ? "rtl" : "ltr", level);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  if (tag == NULL)
    tag =
        gtk_text_buffer_create_tag (buffer, name, "accumulative-margin", TRUE,
                                    rtl ? "right-margin" : "left-margin", (int) level * STEP, NULL);

  return tag;
}

static GtkTextTag *
get_heading (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "heading");

  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, NULL);

  return tag;
}

void
waymark_version_show_outline (GtkTextBuffer *buffer, const char *outline)
{
  g_auto (GStrv) lines = g_strsplit (outline != NULL ? outline : "", "\n", -1);
  gboolean is_heading = TRUE; /* the first line, and those after an empty one */
  GtkTextIter end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_end_iter (buffer, &end);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const guint level = (guint) strspn (lines[i], "\t");

      gtk_text_buffer_insert_with_tags (buffer, &end, lines[i] + level, -1,
                                        get_level (buffer, lines[i], level),
                                        is_heading ? get_heading (buffer) : NULL, NULL);
      if (lines[i + 1] != NULL)
        gtk_text_buffer_insert (buffer, &end, "\n", 1);
      is_heading = *lines[i] == '\0';
    }
}
