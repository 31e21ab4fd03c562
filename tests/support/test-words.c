/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-words.h"

#include <stdlib.h>
#include <string.h>

#include "okr-item-private.h"
#include "test-plans.h"

static OkrItem *
find (OkrPlan *plan, const char *id)
{
  return test_find (plan, g_str_equal (id, "plan") ? okr_item_get_id (OKR_ITEM (plan)) : id);
}

static JsonNode *
parse_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

static JsonNode *
find_unknown (OkrItem *item, const char *name)
{
  OkrUnknown *unknown = okr_item_peek_unknown (item);

  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      if (g_str_equal (okr_unknown_get (unknown, i)->name, name))
        return okr_unknown_get (unknown, i)->node;
    }

  return NULL;
}

static void
set_unknown (OkrPlan *plan, OkrItem *item, const char *name, const char *text)
{
  OkrUnknown *present = okr_item_peek_unknown (item);
  g_autoptr (OkrUnknown) after = okr_unknown_new ();
  g_autoptr (OkrChange) change = NULL;
  g_autoptr (JsonNode) node = parse_json (text);
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < okr_unknown_get_size (present); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (present, i);
      const gboolean same = g_str_equal (member->name, name);

      okr_unknown_add (after, member->group, member->after, member->name,
                       same ? node : member->node);
      found |= same;
    }
  if (!found)
    okr_unknown_add (after, NULL, "id", name, node);
  change = okr_change_new_unknown (item, after, okr_item_get_stated (item));
  okr_plan_apply (plan, change, &error);
  g_assert_no_error (error);
}

static void
edit (OkrPlan *plan, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  OkrItem *item = find (plan, words[g_str_equal (words[0], "add") ? 2 : 1]);
  const char *rest = strchr (strchr (line, ' ') + 1, ' ');
  g_autoptr (GError) error = NULL;

  if (g_str_equal (words[0], "set"))
    {
      const char *value = strchr (rest + 1, ' ');

      okr_edit_set_from_text (plan, item, words[2], value != NULL ? value + 1 : "", &error);
    }
  else if (g_str_equal (words[0], "delete"))
    okr_edit_delete (plan, item, &error);
  else if (g_str_equal (words[0], "move"))
    okr_edit_move (plan, item, find (plan, words[2]), (guint) atoi (words[3]), &error);
  else if (g_str_equal (words[0], "unknown"))
    set_unknown (plan, item, words[2], words[3]);
  else
    {
      g_autoptr (OkrItem) child = okr_item_new (okr_item_type_from_kind (words[1]), words[4]);

      g_assert_cmpstr (words[0], ==, "add");
      okr_edit_insert (plan, item, (guint) atoi (words[3]), child, &error);
    }
  g_assert_no_error (error);
}

static gboolean
has_conflict (OkrPlan *plan, const char *item, const char *path)
{
  GListModel *conflicts = okr_plan_get_conflicts (plan);

  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (OkrConflict) conflict = g_list_model_get_item (conflicts, i);

      if (g_str_equal (okr_conflict_get_item_id (conflict), okr_item_get_id (find (plan, item))) &&
          g_str_equal (okr_conflict_get_field_path (conflict), path))
        return TRUE;
    }

  return FALSE;
}

static void
expect (OkrPlan *plan, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);

  g_test_message ("%s", line);
  if (g_str_equal (words[0], "is"))
    test_assert_field (plan, okr_item_get_id (find (plan, words[1])), words[2],
                       words[3] != NULL ? words[3] : "");
  else if (g_str_equal (words[0], "gone"))
    g_assert_null (okr_plan_find (plan, words[1]));
  else if (g_str_equal (words[0], "list"))
    test_assert_list (plan, okr_item_get_id (find (plan, words[1])), words[2],
                      words[3] != NULL ? words[3] : "");
  else if (g_str_equal (words[0], "has"))
    {
      g_autoptr (JsonNode) wanted = parse_json (words[3]);

      g_assert_true (json_node_equal (find_unknown (find (plan, words[1]), words[2]), wanted));
    }
  else
    {
      g_assert_cmpstr (words[0], ==, "conflict");
      g_assert_true (has_conflict (plan, words[1], words[2]));
    }
}

static void
foreach_line (OkrPlan *plan, const char *text, void (*func) (OkrPlan *, const char *))
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        func (plan, lines[i]);
    }
}

void
test_edit_words (OkrPlan *plan, const char *lines)
{
  foreach_line (plan, lines, edit);
}

void
test_expect_words (OkrPlan *plan, const char *lines)
{
  foreach_line (plan, lines, expect);
}

OkrPlan *
test_edited_plan (const char *lines)
{
  OkrPlan *plan = test_small_plan ();

  test_edit_words (plan, "add team plan 3 t4\nset t4 parent t1\n"
                         "unknown o1 base {\"x\":1,\"y\":1}\n"
                         "unknown o1 list [{\"id\":\"a\",\"n\":1},{\"id\":\"b\"}]\n"
                         "unknown o1 values [1,2]");
  test_edit_words (plan, lines);

  return plan;
}

OkrPlan *
test_replaced_plan (const char *from, const char *to)
{
  g_autoptr (OkrPlan) small = test_small_plan ();
  g_autofree char *text = test_plan_to_text (small);
  g_auto (GStrv) parts = g_strsplit (text, from, -1);
  g_autofree char *replaced = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), >, 1);

  return test_plan_from_text (replaced);
}
