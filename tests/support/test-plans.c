/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-plans.h"

#include <string.h>

#include "okr-list.h"

static const char small_plan[] =
  "{\n"
  "  \"format\": \"okr\",\n"
  "  \"formatVersion\": 1,\n"
  "  \"minReader\": 1,\n"
  "  \"id\": \"p1\",\n"
  "  \"title\": \"Small\",\n"
  "  \"cycles\": [\n"
  "    { \"id\": \"c1\", \"name\": \"Q1 2027\", \"start\": \"2027-01-04\", \"end\": \"2027-04-04\","
  " \"state\": \"active\" },\n"
  "    { \"id\": \"c2\", \"name\": \"Q2 2027\", \"start\": \"2027-04-05\", \"end\": \"2027-07-04\","
  " \"state\": \"draft\" }\n"
  "  ],\n"
  "  \"teams\": [\n"
  "    { \"id\": \"t1\", \"name\": \"Company\", \"kind\": \"company\", \"lead\": \"Ada Byron\" },\n"
  "    { \"id\": \"t2\", \"name\": \"Digital\", \"kind\": \"team\", \"parent\": \"t1\" },\n"
  "    { \"id\": \"t3\", \"name\": \"Shop\", \"kind\": \"team\", \"parent\": \"t2\" }\n"
  "  ],\n"
  "  \"objectives\": [\n"
  "    { \"id\": \"o1\", \"title\": \"Grow\", \"cycle\": \"c1\", \"team\": \"t1\","
  " \"owner\": \"Ada Byron\", \"keyResults\": [\n"
  "      { \"id\": \"k1\", \"title\": \"Revenue\", \"owner\": \"Ada Byron\", \"kind\": \"change\","
  " \"start\": 0, \"target\": 10, \"checkIns\": [\n"
  "        { \"id\": \"n1\", \"date\": \"2027-02-01\", \"created\": \"2027-02-01T09:00:00Z\","
  " \"value\": 5, \"confidence\": 7 } ] },\n"
  "      { \"id\": \"k2\", \"title\": \"Returns\", \"owner\": \"Bo Lund\", \"kind\": \"atMost\","
  " \"target\": 3, \"weight\": 3 } ] },\n"
  "    { \"id\": \"o2\", \"title\": \"Ship\", \"cycle\": \"c1\", \"team\": \"t2\","
  " \"owner\": \"Bo Lund\", \"contributesTo\": [\"k1\"], \"tags\": [\"speed\"],"
  " \"keyResults\": [\n"
  "      { \"id\": \"k3\", \"title\": \"Steps\", \"owner\": \"Bo Lund\","
  " \"kind\": \"milestones\", \"milestones\": [\n"
  "        { \"id\": \"m1\", \"title\": \"First\", \"done\": \"2027-01-20\" },\n"
  "        { \"id\": \"m2\", \"title\": \"Second\" } ], \"initiatives\": [\n"
  "        { \"id\": \"i1\", \"title\": \"Try\", \"state\": \"planned\" } ] } ] },\n"
  "    { \"id\": \"o3\", \"title\": \"Later\", \"cycle\": \"c2\", \"team\": \"t2\","
  " \"contributesTo\": [\"o1\"], \"keyResults\": [\n"
  "      { \"id\": \"k4\", \"title\": \"Speed\", \"kind\": \"change\", \"start\": 20,"
  " \"target\": 10, \"due\": \"2027-06-01\", \"kpi\": \"h1\" } ] }\n"
  "  ],\n"
  "  \"kpis\": [ { \"id\": \"h1\", \"title\": \"Latency\", \"team\": \"t2\", \"readings\": [\n"
  "    { \"id\": \"r1\", \"date\": \"2027-02-01\", \"value\": 20 } ] } ],\n"
  "  \"reviews\": [ { \"id\": \"v1\", \"kind\": \"weekly\", \"cycle\": \"c1\", \"team\": \"t2\","
  " \"date\": \"2027-02-08\" } ]\n"
  "}\n";

void
test_pin_time (void)
{
  g_setenv ("OKR_TODAY", TEST_TODAY, TRUE);
  g_setenv ("OKR_NOW", TEST_NOW, TRUE);
}

void
test_init (int *argc, char ***argv)
{
  test_pin_time ();
  g_test_init (argc, argv, NULL);
}

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

GBytes *
test_load_file (const char *first, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *below = NULL;
  g_autofree char *path = NULL;
  va_list arguments;

  va_start (arguments, first);
  for (const char *part = first; part != NULL; part = va_arg (arguments, const char *))
    g_strv_builder_add (builder, part);
  va_end (arguments);

  parts = g_strv_builder_end (builder);
  below = g_build_filenamev (parts);
  path = g_test_build_filename (G_TEST_DIST, below, NULL);

  return load (path);
}

GBytes *
test_load_example (void)
{
  return test_load_file ("..", "data", "examples", "northwind-q1.okr", NULL);
}

OkrPlan *
test_plan_from_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  OkrPlan *plan = okr_plan_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);

  return plan;
}

OkrPlan *
test_plan_from_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return test_plan_from_bytes (bytes);
}

char *
test_plan_to_text (OkrPlan *plan)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

OkrPlan *
test_example_plan (void)
{
  g_autoptr (GBytes) bytes = test_load_example ();
  OkrPlan *plan = test_plan_from_bytes (bytes);

  okr_plan_set_today (plan, okr_day_from_ymd (2027, 2, 24));

  return plan;
}

OkrPlan *
test_small_plan (void)
{
  return test_plan_from_text (small_plan);
}

static void
collect (OkrItem *item, GPtrArray *items)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  g_ptr_array_add (items, item);
  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list;

      if (fields[i].type != OKR_FIELD_CHILDREN)
        continue;
      list = G_STRUCT_MEMBER (OkrList *, item, fields[i].offset);
      for (guint k = 0; k < okr_list_get_size (list); k++)
        collect (okr_list_peek (list, k), items);
    }
}

GPtrArray *
test_list_items (OkrItem *root)
{
  GPtrArray *items = g_ptr_array_new ();

  collect (root, items);

  return items;
}

static const char *
id_of (gpointer item)
{
  return item != NULL ? okr_item_get_id (item) : "-";
}

static void
describe_scope (GString *out, OkrPlan *plan, OkrCycle *cycle, OkrTeam *team)
{
  const OkrScopeFigures *figures = okr_plan_get_figures (plan, cycle, team);

  g_string_append_printf (out, "scope %s %s: %.17g %.17g %.17g %u %u", id_of (cycle),
                          id_of (team), figures->progress, figures->expected, figures->confidence,
                          figures->n_objectives, figures->n_key_results);
  for (guint i = 0; i < G_N_ELEMENTS (figures->n_by_status); i++)
    g_string_append_printf (out, " %u", figures->n_by_status[i]);
  for (guint i = 0; i < G_N_ELEMENTS (figures->n_attention); i++)
    g_string_append_printf (out, " %u", figures->n_attention[i]);
  g_string_append_c (out, '\n');
}

static void
describe_item (GString *out, OkrItem *item)
{
  if (OKR_IS_OBJECTIVE (item))
    {
      const OkrObjectiveFigures *own = okr_objective_get_figures (OKR_OBJECTIVE (item));

      g_string_append_printf (out, "%s: %.17g %.17g %d %.17g %d %s %s %d %d\n", id_of (item),
                              own->progress, own->expected, (int) own->status, own->confidence,
                              own->days_since_check_in, id_of (own->cycle), id_of (own->team),
                              own->counted, (int) own->attention);
    }
  else if (OKR_IS_KEY_RESULT (item))
    {
      const OkrKeyResultFigures *own = okr_key_result_get_figures (OKR_KEY_RESULT (item));

      g_string_append_printf (out, "%s: %.17g %.17g %d %s %.17g %d %d %.17g %.17g %d %.17g %d\n",
                              id_of (item), own->progress, own->expected, (int) own->status,
                              id_of (own->latest), own->value, own->confidence,
                              own->days_since_check_in, own->projection.lands,
                              own->projection.doing, own->projection.defined, own->share,
                              (int) own->attention);
    }
}

char *
test_describe_figures (OkrPlan *plan)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));
  GString *out = g_string_new (NULL);
  GListModel *cycles = okr_plan_get_cycles (plan);
  GListModel *teams = okr_plan_get_teams (plan);

  for (guint i = 0; i < items->len; i++)
    describe_item (out, items->pdata[i]);
  for (guint c = 0; c <= g_list_model_get_n_items (cycles); c++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, c);

      for (guint t = 0; t <= g_list_model_get_n_items (teams); t++)
        {
          g_autoptr (OkrTeam) team = g_list_model_get_item (teams, t);

          describe_scope (out, plan, cycle, team);
        }
    }

  return g_string_free (out, FALSE);
}

void
test_assert_same_text (const char *actual, const char *expected)
{
  gsize same = 0;
  guint line = 1;

  if (g_str_equal (actual, expected))
    return;

  while (actual[same] != '\0' && actual[same] == expected[same])
    line += actual[same++] == '\n';
  while (same > 0 && actual[same - 1] != '\n')
    same--;
  g_test_message ("line %u is     %.*s", line, (int) strcspn (actual + same, "\n"), actual + same);
  g_test_message ("but should be  %.*s", (int) strcspn (expected + same, "\n"), expected + same);
  g_test_fail_printf ("the texts differ from line %u on", line);
}
