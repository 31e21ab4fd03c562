/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is refused, with which words, and at which place. */
#include <string.h>

#include "okr-json-scan.h"
#include "test-plans.h"

typedef struct
{
  const char *text; /* a whole document, or members to add to one, from line 2 on */
  OkrModelError code;
  const char *message;
} Refusal;

static const Refusal whole[] = {
  { "[]", OKR_MODEL_ERROR_NOT_OKR,
    "Line 1, column 1: this is JSON, but not an .okr document: it must be one object." },
  { "\n  3 ", OKR_MODEL_ERROR_NOT_OKR,
    "Line 2, column 3: this is JSON, but not an .okr document: it must be one object." },
  { "{}", OKR_MODEL_ERROR_NOT_OKR,
    "Line 1, column 1: this is JSON, but not an .okr document: it does not begin with "
    "“\"format\": \"okr\"”." },
  { "{\"format\": \"goals\"}", OKR_MODEL_ERROR_NOT_OKR,
    "Line 1, column 1: this is JSON, but not an .okr document: it does not begin with "
    "“\"format\": \"okr\"”." },
  { "{\"format\": 1}", OKR_MODEL_ERROR_NOT_OKR,
    "Line 1, column 1: this is JSON, but not an .okr document: it does not begin with "
    "“\"format\": \"okr\"”." },
  { "{\"format\": \"okr\"}", OKR_MODEL_ERROR_MISSING,
    "Line 1, column 1: the member “id” is missing here. Everything in a plan needs an id of "
    "its own." },
  { "{\"format\": \"okr\",\n \"id\": 7}", OKR_MODEL_ERROR_ID,
    "Line 2, column 8: this “id” cannot be an id. Ids are made of letters, digits and "
    "hyphens, such as o-4k2m9x7qd3." },
  { "{\"format\": \"okr\",\n \"id\": \"a b\"}", OKR_MODEL_ERROR_ID,
    "Line 2, column 8: this “id” cannot be an id. Ids are made of letters, digits and "
    "hyphens, such as o-4k2m9x7qd3." },
  { "{\"format\": \"okr\", \"id\": \"p1\"}", OKR_MODEL_ERROR_MISSING,
    "Line 1, column 1: the member “formatVersion” is missing here (Plan). Add it." },
  { "{\"format\": \"okr\", \"id\": \"p1\", \"formatVersion\": 1, \"minReader\": 1}",
    OKR_MODEL_ERROR_MISSING,
    "Line 1, column 1: the member “title” is missing here (Plan). Add it." },
  { "{\"format\": \"okr\", \"id\": \"p1\", \"formatVersion\": 2, \"minReader\": 1}",
    OKR_MODEL_ERROR_MISSING,
    "Line 1, column 1: the member “title” is missing here (Plan). Add it. The file was "
    "written by a newer program, which may understand this: open it with that one." },
};

#define OBJECTIVE "\"objectives\": [{\"id\": \"o1\", \"title\": \"T\",\n "
#define KEY_RESULT OBJECTIVE "\"keyResults\": [{\"id\": \"k1\", \"title\": \"T\", \"kind\": "

static const Refusal members[] = {
  { "\"vision\": null", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 11: “vision” is null. Leave the member out where there is no value." },
  { "\"vision\": 5", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 11: “vision” must be a text, but here it is a number." },
  { "\"vision\": [1]", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 11: “vision” must be a text, but here it is a list." },
  { "\"lineage\": \"x\"", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 12: “lineage” must be a list of texts, but here it is a text." },
  { "\"lineage\": [\"x\", {}]", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 12: “lineage” must be a list of texts, but here it is an object." },
  { "\"settings\": []", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 13: “settings” must be an object, but here it is a list." },
  { "\"settings\": {\"graceDays\": 7.5}", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 27: “graceDays” must be a whole number, but here it is a number." },
  { "\"settings\": {\"graceDays\": -1}", OKR_MODEL_ERROR_VALUE,
    "Line 2, column 27: “graceDays” needs a number from 0 to 366." },
  { "\"settings\": {\"graceDays\": 1e300}", OKR_MODEL_ERROR_VALUE,
    "Line 2, column 27: “graceDays” needs a number from 0 to 366." },
  { "\"settings\": {\"fiscalYearStart\": true}", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 33: “fiscalYearStart” must be a number, but here it is true or false." },
  { "\"cycles\": {}", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 11: “cycles” must be a list, but here it is an object." },
  { "\"cycles\": [\"c1\"]", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 12: “cycles” must be a list of objects, but here it is a text." },
  { "\"cycles\": [{\"id\": \"c1\", \"name\": \"C\", \"start\": \"2027-02-29\"}]",
    OKR_MODEL_ERROR_VALUE,
    "Line 2, column 47: “start” needs a date that exists, such as 2027-01-15, not "
    "“2027-02-29”." },
  { "\"cycles\": [{\"id\": \"c1\", \"name\": \"C\", \"start\": 2027}]", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 47: “start” must be a date, but here it is a number." },
  { "\"cycles\": [{\"id\": \"c1\", \"name\": \"C\", \"start\": \"2027-01-01\"}]",
    OKR_MODEL_ERROR_MISSING,
    "Line 2, column 12: the member “end” is missing here (Cycle). Add it." },
  { "\"teams\": [{\"name\": \"T\"}]", OKR_MODEL_ERROR_MISSING,
    "Line 2, column 11: the member “id” is missing here. Everything in a plan needs an id "
    "of its own." },
  { "\"teams\": [{\"id\": \"p1\"}]", OKR_MODEL_ERROR_ID,
    "Line 2, column 18: the id “p1” is used twice. Each item needs an id of its own." },
  { "\"teams\": [{\"id\": \"mission\"}]", OKR_MODEL_ERROR_ID,
    "Line 2, column 18: this “id” cannot be an id. Ids are made of letters, digits and "
    "hyphens, such as o-4k2m9x7qd3." },
  { "\"teams\": [{\"id\": \"t1\", \"name\": \"T\", \"kind\": \"tribe\"}]", OKR_MODEL_ERROR_VALUE,
    "Line 2, column 45: “kind” cannot be “tribe”. It is one of: company, department, team, "
    "person." },
  { "\"teams\": [{\"id\": \"t1\", \"name\": \"T\", \"kind\": \"\"}]", OKR_MODEL_ERROR_VALUE,
    "Line 2, column 45: “kind” must not be empty." },
  { OBJECTIVE "\"weight\": -2}]", OKR_MODEL_ERROR_VALUE,
    "Line 3, column 12: “weight” needs a number from 0 to 1000000." },
  { OBJECTIVE "\"contributesTo\": \"k1\"}]", OKR_MODEL_ERROR_TYPE,
    "Line 3, column 19: “contributesTo” must be a list of texts, but here it is a text." },
  { OBJECTIVE "\"grade\": {\"self\": 1.5}}]", OKR_MODEL_ERROR_VALUE,
    "Line 3, column 20: “self” needs a number from 0 to 1." },
  { KEY_RESULT "\"change\", \"target\": \"12\"}]}]", OKR_MODEL_ERROR_TYPE,
    "Line 3, column 72: “target” must be a number, but here it is a text." },
  { KEY_RESULT "\"change\", \"addedLater\": 1}]}]", OKR_MODEL_ERROR_TYPE,
    "Line 3, column 76: “addedLater” must be true or false, but here it is a number." },
  { KEY_RESULT "\"change\", \"checkIns\": [{\"id\": \"n1\", \"date\": \"2027-01-05\", "
               "\"confidence\": -1}]}]}]",
    OKR_MODEL_ERROR_VALUE, "Line 3, column 124: “confidence” needs a number from 0 to 10." },
  { KEY_RESULT "\"change\", \"checkIns\": [{\"id\": \"n1\", \"date\": \"2027-01-05\", "
               "\"created\": \"2027-01-05\"}]}]}]",
    OKR_MODEL_ERROR_VALUE,
    "Line 3, column 121: “created” needs a time in UTC such as 2027-01-15T09:30:00Z, not "
    "“2027-01-05”." },
  { KEY_RESULT "\"change\", \"checkIns\": [{\"id\": \"o1\", \"date\": \"2027-01-05\"}]}]}]",
    OKR_MODEL_ERROR_ID,
    "Line 3, column 82: the id “o1” is used twice. Each item needs an id of its own." },
  { "\"äöü\": \"ß\", \"kpis\": [{\"id\": \"h1\", \"title\": 1}]", OKR_MODEL_ERROR_TYPE,
    "Line 2, column 44: “title” must be a text, but here it is a number." },
};

static void
check (const char *text, const Refusal *refusal)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (okr_plan_new_from_bytes (bytes, NULL, &error));
  if (error->domain != OKR_MODEL_ERROR || error->code != (int) refusal->code ||
      !g_str_equal (error->message, refusal->message))
    {
      g_test_message ("%s", text);
      g_test_message ("says  %s", error->message);
      g_test_fail_printf ("not   %s", refusal->message);
    }
}

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    check (whole[i].text, &whole[i]);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text =
          g_strconcat ("{\"format\": \"okr\", \"formatVersion\": 1, \"minReader\": 1, "
          "\"id\": \"p1\","
                       " \"title\": \"T\",\n",
                       members[i].text, "}", NULL);

      check (text, &members[i]);
    }
}

/* Where it is no JSON, the scan's words are handed on. */
static void
test_no_json (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", OKR_JSON_ERROR_EMPTY },
    { "{\"format\": \"okr\"", OKR_JSON_ERROR_SYNTAX },
    { "{\"format\": \"okr\", \"format\": \"okr\"}", OKR_JSON_ERROR_DUPLICATE },
    { "{\"format\": \"okr\", \"x\": 1e999}", OKR_JSON_ERROR_NUMBER },
    { "{\"format\": \"okr\", \"x\": \"\\u0000\"}", OKR_JSON_ERROR_ENCODING },
    { "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n", OKR_JSON_ERROR_CONFLICT_MARKERS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (okr_plan_new_from_bytes (bytes, NULL, &error));
      g_assert_error (error, OKR_JSON_ERROR, cases[i].code);
    }
}

static void
test_too_large (void)
{
  const gsize size = OKR_MAX_BYTES + 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autofree char *start = test_generate_document (1, 1);
  g_autoptr (GBytes) fits = NULL;
  g_autoptr (GBytes) large = NULL;
  g_autoptr (OkrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, ' ', size);
  memcpy (text, start, strlen (start));
  fits = g_bytes_new_static (text, OKR_MAX_BYTES);
  large = g_bytes_new_static (text, size);

  plan = test_plan_from_bytes (fits);
  g_assert_null (okr_plan_new_from_bytes (large, NULL, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "The file has 65.0\u00a0MiB. A plan has at most 64 MiB.");
}

/* Nothing in a hostile file takes more than the time to read it. */
static void
test_long_chain (void)
{
  const guint n = 100000;
  g_autoptr (GString) text = g_string_new ("{\"format\": \"okr\", \"formatVersion\": 1,"
                                           " \"minReader\": 1, \"id\": \"p1\", \"title\": \"T\","
                                           " \"objectives\": [");
  g_autoptr (OkrPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const char *last[] = { NULL, NULL };
  g_autofree char *last_id = g_strdup_printf ("o%u", n - 1);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"o%u\", \"title\": \"T\"", i > 0 ? "," : "", i);
      if (i > 0)
        g_string_append_printf (text, ", \"contributesTo\": [\"o%u\"]", i - 1);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  plan = test_plan_from_text (text->str);

  last[0] = last_id;
  g_assert_false (okr_edit_set_strings (plan, okr_plan_find (plan, "o0"), "contributesTo", last,
                                        &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_LOOP);
  test_finalize (plan);
}

static void
test_deep_teams (void)
{
  const guint n = 100000;
  g_autoptr (GString) text = g_string_new ("{\"format\": \"okr\", \"formatVersion\": 1,"
                                           " \"minReader\": 1, \"id\": \"p1\", \"title\": \"T\","
                                           " \"teams\": [");
  g_autoptr (OkrPlan) plan = NULL;
  const OkrScopeFigures *figures;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"t%u\", \"name\": \"T\", \"kind\": \"team\","
                            " \"parent\": \"t%u\"}",
                            i > 0 ? "," : "", i, i - 1);
  g_string_append_printf (text,
                          "], \"objectives\": [{\"id\": \"o1\", \"title\": \"T\","
                          " \"team\": \"t%u\"}]}",
                          n - 1);
  plan = test_plan_from_text (text->str);
  figures = okr_plan_get_figures (plan, NULL, OKR_TEAM (test_find (plan, "t0")));
  g_assert_cmpuint (figures->n_objectives, ==, 1);
  test_finalize (plan);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
read_async (GBytes *bytes, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  okr_plan_new_from_bytes_async (bytes, cancellable, on_read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (void)
{
  g_autoptr (GBytes) bytes = test_load_example ();
  g_autoptr (GBytes) bad = g_bytes_new_static ("[]", 2);
  g_autoptr (GAsyncResult) good_result = read_async (bytes, NULL);
  g_autoptr (GAsyncResult) bad_result = read_async (bad, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) plan = okr_plan_new_from_bytes_finish (good_result, &error);

  g_assert_no_error (error);
  g_assert_true (OKR_IS_PLAN (plan));
  g_assert_null (okr_plan_new_from_bytes_finish (bad_result, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_NOT_OKR);
  g_clear_object (&good_result);
  test_finalize (plan);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep ((gulong) g_test_rand_int_range (0, 4000));
  g_cancellable_cancel (cancellable);

  return NULL;
}

/* Cancelled before, and at any moment meanwhile. */
static void
test_cancel (void)
{
  g_autofree char *text = test_generate_document (40, 12);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  guint n_cancelled = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GThread) thread = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (OkrPlan) plan = NULL;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      else
        thread = g_thread_new ("cancel", cancel_soon, cancellable);
      result = read_async (bytes, cancellable);
      plan = okr_plan_new_from_bytes_finish (result, &error);
      if (plan == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_cancelled += plan == NULL;
      if (thread != NULL)
        g_thread_join (g_steal_pointer (&thread));
    }
  g_assert_cmpuint (n_cancelled, >=, 1);
}

static void
test_cancelled_at_once (void)
{
  g_autoptr (GBytes) bytes = test_load_example ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (okr_plan_new_from_bytes (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/reader/refusals", test_refusals);
  g_test_add_func ("/reader/no-json", test_no_json);
  g_test_add_func ("/reader/too-large", test_too_large);
  g_test_add_func ("/reader/long-chain", test_long_chain);
  g_test_add_func ("/reader/deep-teams", test_deep_teams);
  g_test_add_func ("/reader/async", test_async);
  g_test_add_func ("/reader/cancel", test_cancel);
  g_test_add_func ("/reader/cancelled-at-once", test_cancelled_at_once);

  return g_test_run ();
}
