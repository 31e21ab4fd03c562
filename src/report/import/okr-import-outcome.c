/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of a plan with what came into it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-check.h"
#include "okr-diff.h"
#include "okr-format.h"
#include "okr-import-private.h"
#include "okr-item-text.h"
#include "okr-list.h"

/* The id of what came or was changed → the draft of it. */
static void
index_draft (GHashTable *drafts, OkrImportDraft *draft)
{
  if (draft->told == NULL || draft->told->fate == OKR_IMPORT_SAME)
    return;
  if (draft->told->type != OKR_TYPE_CHECK_IN)
    g_hash_table_insert (drafts, (gpointer) okr_item_get_id (draft->item), draft);
  if (draft->deed.check_in != NULL)
    g_hash_table_insert (drafts, (gpointer) okr_item_get_id (OKR_ITEM (draft->deed.check_in)),
                         draft);
  for (guint i = 0; draft->deed.earlier != NULL && i < draft->deed.earlier->len; i++)
    g_hash_table_insert (drafts, (gpointer) okr_item_get_id (draft->deed.earlier->pdata[i]), draft);
}

static void
index_list (GHashTable *index, GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    index_draft (index, drafts->pdata[i]);
}

static GHashTable *
index_drafts (OkrImportDrafts *drafts)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drafts->objectives->len; i++)
    {
      OkrImportDraft *objective = drafts->objectives->pdata[i];

      index_draft (index, objective);
      index_list (index, objective->key_results);
    }
  for (guint i = 0; i < drafts->parents->len; i++)
    index_list (index, ((OkrImportDraft *) drafts->parents->pdata[i])->key_results);
  index_list (index, drafts->check_ins);

  return index;
}

/* What the check finds */

static gboolean
is_place (OkrItem *item)
{
  return OKR_IS_CYCLE (item) || OKR_IS_TEAM (item);
}

/* Many rows name a place; what is found of it is told with the first. */
static void
index_place (GHashTable *index, OkrItem *place, OkrImportDraft *draft)
{
  if (place != NULL && draft->told != NULL &&
      !g_hash_table_contains (index, okr_item_get_id (place)))
    g_hash_table_insert (index, (gpointer) okr_item_get_id (place), draft);
}

static void
index_places (GHashTable *index, OkrImportDrafts *drafts)
{
  for (guint i = 0; i < drafts->objectives->len; i++)
    {
      OkrImportDraft *draft = drafts->objectives->pdata[i];

      index_place (index, draft->cycle, draft);
      index_place (index, draft->team, draft);
    }
}

/* A field is called in a document as a column is in `okr import --map`. */
static OkrImportField
find_field (const char *path)
{
  for (guint i = 0; path != NULL && i < OKR_IMPORT_N_FIELDS; i++)
    {
      if (g_str_equal (okr_import_field_get_name ((OkrImportField) i), path))
        return (OkrImportField) i;
    }

  return OKR_IMPORT_FIELD_NONE;
}

/* What a row says of its cycle and its team has other names than what it says of itself. */
static OkrImportField
find_field_of_place (OkrItem *place, const char *path)
{
  if (OKR_IS_TEAM (place))
    return g_strcmp0 (path, "parent") == 0 ? OKR_IMPORT_FIELD_TEAM_PARENT : OKR_IMPORT_FIELD_TEAM;

  return OKR_IMPORT_FIELD_CYCLE;
}

static void
note_finding (OkrImportRun *run, OkrImportDraft *draft, const OkrFinding *finding)
{
  const OkrImportField field = is_place (finding->item)
                                   ? find_field_of_place (finding->item, finding->field)
                                   : find_field (finding->field);
  const gboolean has_cell = okr_import_draft_has (draft, field);

  /* A day that the table does not tell is nothing to mend in it. */
  if (OKR_IS_CHECK_IN (finding->item) && !has_cell)
    return;
  okr_import_note (run, OKR_IMPORT_NOTE_ROW, has_cell ? draft->rows[field] : draft->row,
                   has_cell ? draft->columns[field] : G_MAXUINT, g_strdup (finding->message));
}

void
okr_import_note_findings (OkrImportRun *run, OkrPlan *plan, gboolean is_open,
                          OkrImportDrafts *drafts)
{
  /* Figures are computed when a step is complete. */
  g_autoptr (OkrPlan) checked = is_open ? okr_plan_copy (plan) : g_object_ref (plan);
  g_autoptr (GHashTable) index = index_drafts (drafts);
  g_autoptr (GPtrArray) findings = NULL;

  index_places (index, drafts);
  if (g_hash_table_size (index) == 0)
    return;

  findings = okr_plan_check (checked);
  for (guint i = 0; i < findings->len; i++)
    {
      const OkrFinding *finding = findings->pdata[i];
      OkrImportDraft *draft = g_hash_table_lookup (index, okr_item_get_id (finding->item));

      /* That a cycle ends before it starts is a problem already. */
      if (draft != NULL && !(is_place (finding->item) && finding->severity == OKR_SEVERITY_ERROR))
        note_finding (run, draft, finding);
    }
}

/* What has changed */

static void
add_change (OkrImportItem *item, char *change)
{
  if (item->changes == NULL)
    item->changes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (item->changes, change);
}

/* As many as each value of the key result is written with; counted once, as there may be many. */
static guint
get_decimals (GHashTable *known, OkrKeyResult *kr)
{
  gpointer decimals;

  if (!g_hash_table_lookup_extended (known, kr, NULL, &decimals))
    {
      decimals = GUINT_TO_POINTER (okr_item_text_get_value_decimals (kr));
      g_hash_table_insert (known, kr, decimals);
    }

  return GPOINTER_TO_UINT (decimals);
}

static void
tell_check_in (GHashTable *decimals, OkrImportDraft *draft, OkrCheckIn *check_in)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (okr_item_get_parent (OKR_ITEM (check_in)));
  g_autofree char *day = okr_format_day (okr_check_in_get_date (check_in));
  g_autofree char *value = okr_item_text_dup_number_with (kr, okr_check_in_get_value (check_in),
                                                          get_decimals (decimals, kr));

  add_change (draft->told, isnan (okr_check_in_get_value (check_in))
                               /* Translators: a day */
                               ? g_strdup_printf (_ ("Check-in of %s"), day)
                               /* Translators: a day, and the value that a key result had then */
                               : g_strdup_printf (_ ("Check-in of %1$s: %2$s"), day, value));
}

/* A cycle or a team has no row of its own; it stands before the items that have. */
static OkrImportItem *
add_place (OkrImportRun *run, guint *n_places, OkrItem *place, OkrImportFate fate)
{
  OkrImportItem *item = g_new0 (OkrImportItem, 1);

  item->type = G_OBJECT_TYPE (place);
  item->id = g_strdup (okr_item_get_id (place));
  item->title = g_strdup (okr_item_get_title (place));
  item->fate = fate;
  g_ptr_array_insert (run->result->items, (int) (*n_places)++, item);

  return item;
}

/* The differences of one item follow each other. */
static void
tell_places (OkrImportRun *run, GPtrArray *differences)
{
  OkrItem *changed = NULL;
  OkrImportItem *item = NULL;
  guint n_places = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];

      if (difference->after == NULL || !is_place (difference->after))
        continue;
      if (difference->type == OKR_DIFFERENCE_ADDED)
        add_place (run, &n_places, difference->after, OKR_IMPORT_NEW);
      if (difference->type != OKR_DIFFERENCE_CHANGED)
        continue;
      if (difference->after != changed)
        item = add_place (run, &n_places, difference->after, OKR_IMPORT_CHANGED);
      changed = difference->after;
      add_change (item, okr_difference_to_text (difference));
    }
}

/* Milestones stand in the row of their key result. */
static OkrImportDraft *
find_changed (GHashTable *index, const OkrDifference *difference)
{
  OkrItem *item = difference->after != NULL ? difference->after : difference->before;
  OkrImportDraft *draft;

  if ((difference->type == OKR_DIFFERENCE_CHANGED || difference->type == OKR_DIFFERENCE_MOVED) &&
      !OKR_IS_MILESTONE (item))
    return g_hash_table_lookup (index, okr_item_get_id (item));
  if (!OKR_IS_MILESTONE (item) || okr_item_get_parent (item) == NULL)
    return NULL;

  draft = g_hash_table_lookup (index, okr_item_get_id (okr_item_get_parent (item)));

  return draft != NULL && draft->told->fate == OKR_IMPORT_CHANGED ? draft : NULL;
}

static char *
describe (const OkrDifference *difference)
{
  OkrItem *item = difference->after != NULL ? difference->after : difference->before;
  g_autofree char *text = okr_difference_to_text (difference);

  if (!OKR_IS_MILESTONE (item))
    return g_steal_pointer (&text);

  /* Translators: the title of a milestone, and what changes of it */
  return g_strdup_printf (_ ("Milestone “%1$s”: %2$s"), okr_item_get_title (item), text);
}

static void
tell_differences (OkrImportRun *run, GHashTable *index, OkrPlan *before, OkrPlan *plan)
{
  g_autoptr (GPtrArray) differences = okr_diff (before, plan);

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];
      OkrImportDraft *draft = find_changed (index, difference);

      if (draft != NULL)
        add_change (draft->told, describe (difference));
    }
  tell_places (run, differences);
}

static void
tell_check_ins (GHashTable *decimals, GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      OkrImportDraft *draft = drafts->pdata[i];

      if (draft->told == NULL)
        continue;
      for (guint k = 0; draft->deed.earlier != NULL && k < draft->deed.earlier->len; k++)
        tell_check_in (decimals, draft, draft->deed.earlier->pdata[k]);
      if (draft->deed.check_in != NULL)
        tell_check_in (decimals, draft, draft->deed.check_in);
    }
}

void
okr_import_tell_changes (OkrImportRun *run, OkrPlan *before, OkrPlan *plan, OkrImportDrafts *drafts)
{
  g_autoptr (GHashTable) index = index_drafts (drafts);
  g_autoptr (GHashTable) decimals = g_hash_table_new (NULL, NULL);
  const OkrImportResult *result = run->result;

  if (result->n_changed + result->n_cycles + result->n_teams > 0)
    tell_differences (run, index, before, plan);
  for (guint i = 0; i < drafts->objectives->len; i++)
    tell_check_ins (decimals, ((OkrImportDraft *) drafts->objectives->pdata[i])->key_results);
  for (guint i = 0; i < drafts->parents->len; i++)
    tell_check_ins (decimals, ((OkrImportDraft *) drafts->parents->pdata[i])->key_results);
  tell_check_ins (decimals, drafts->check_ins);
}
