/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-kept.h"

#include <string.h>

#include "okr-json-number.h"
#include "test-plans.h"

static gboolean
asks (OkrPlan *plan, OkrConflict *question)
{
  GListModel *conflicts = okr_plan_get_conflicts (plan);

  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (OkrConflict) conflict = g_list_model_get_item (conflicts, i);

      if (g_str_equal (okr_conflict_get_item_id (conflict), okr_conflict_get_item_id (question)) &&
          g_str_equal (okr_conflict_get_field_path (conflict),
                       okr_conflict_get_field_path (question)))
        return TRUE;
    }

  return FALSE;
}

/* A question goes with what it is about, and with the answer to it, whatever its id. */
static gboolean
is_settled (OkrPlan *base, OkrItem *item, OkrPlan *other, OkrPlan *merged)
{
  OkrConflict *question = OKR_IS_CONFLICT (item) ? OKR_CONFLICT (item) : NULL;

  return question != NULL &&
         (okr_plan_find (merged, okr_conflict_get_item_id (question)) == NULL ||
          (asks (base, question) && !asks (other, question)) || asks (merged, question));
}

static gboolean
is_text_lost (OkrPlan *base, OkrItem *item, const OkrField *field, const char *merged)
{
  OkrItem *before = okr_plan_find (base, okr_item_get_id (item));
  g_autofree char *text = NULL;
  g_autoptr (GString) json = NULL;

  if ((field->type != OKR_FIELD_TEXT && field->type != OKR_FIELD_PROSE) ||
      (field->flags & OKR_FIELD_PROVENANCE) != 0 ||
      (before != NULL && okr_field_is_same (field, item, before)))
    return FALSE;

  text = okr_field_to_text (field, item);
  json = g_string_new (NULL);
  okr_json_append_string (json, text);

  return *text != '\0' && strstr (merged, json->str) == NULL;
}

static char *
find_lost_text (OkrPlan *base, OkrItem *item, const char *merged)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (is_text_lost (base, item, &fields[i], merged))
        return g_strdup_printf ("the text of %s.%s", okr_item_get_id (item), fields[i].name);
    }

  return NULL;
}

char *
test_find_lost (OkrPlan *base, OkrPlan *from, OkrPlan *other, OkrPlan *merged)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (from));
  g_autofree char *text = test_plan_to_text (merged);
  char *lost = NULL;

  for (guint i = 0; i < items->len && lost == NULL; i++)
    {
      OkrItem *item = items->pdata[i];
      const char *id = okr_item_get_id (item);

      if (okr_plan_find (merged, id) != NULL)
        lost = find_lost_text (base, item, text);
      else if (!is_settled (base, item, other, merged) &&
               (okr_plan_find (base, id) == NULL || okr_plan_find (other, id) != NULL))
        lost = g_strdup (id);
    }

  return lost;
}
