/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-plans.h"

#include "okr-day.h"

#define N_KEY_RESULTS 4

/* A generator of its own, so that the documents stay the same whatever GLib does. */
static guint
next (guint *state, guint limit)
{
  *state = *state * 1664525u + 1013904223u;

  return (*state >> 8) % limit;
}

static void
add_teams (GString *out, guint n_teams)
{
  g_string_append (out, "  \"teams\": [\n");
  for (guint i = 0; i < n_teams; i++)
    {
      g_string_append_printf (out, "    {\n      \"id\": \"t-%010u\",\n", i);
      g_string_append_printf (out, "      \"name\": \"Team %u\",\n", i);
      g_string_append_printf (out, "      \"kind\": \"%s\",\n",
                              i == 0 ? "company" : i < 6 ? "department" : "team");
      if (i > 0)
        g_string_append_printf (out, "      \"parent\": \"t-%010u\",\n", i < 6 ? 0 : 1 + i % 5);
      g_string_append_printf (out, "      \"lead\": \"Person %u\"\n    }%s\n", i,
                              i + 1 < n_teams ? "," : "");
    }
  g_string_append (out, "  ],\n");
}

static void
add_check_ins (GString *out, guint *id, guint n_check_ins, guint *state)
{
  const OkrDay start = okr_day_from_ymd (2027, 1, 5);

  g_string_append (out, "          \"checkIns\": [\n");
  for (guint i = 0; i < n_check_ins; i++)
    {
      g_autofree char *date = okr_day_to_iso (start + i * 6);

      g_string_append_printf (out, "            {\n              \"id\": \"n-%010u\",\n", (*id)++);
      g_string_append_printf (out, "              \"date\": \"%s\",\n", date);
      g_string_append_printf (out, "              \"created\": \"%sT09:%02u:00Z\",\n", date,
                              next (state, 60));
      g_string_append_printf (out, "              \"value\": %u.%u,\n",
                              10 + i * 7 + next (state, 5), 1 + next (state, 9));
      g_string_append_printf (out, "              \"confidence\": %u", next (state, 11));
      if (i % 2 == 0)
        g_string_append (out, ",\n"
                              "              \"note\": \"Went as planned — the team is on it.\"");
      if (next (state, 8) == 0)
        g_string_append (out, ",\n              \"obstacle\": \"Nobody to review\"");
      g_string_append_printf (out, "\n            }%s\n", i + 1 < n_check_ins ? "," : "");
    }
  g_string_append (out, "          ]\n");
}

static void
add_key_results (GString *out, guint objective, guint *check_in, guint n_check_ins, guint *state)
{
  static const char *const kinds[N_KEY_RESULTS] = { "change", "change", "atLeast", "between" };

  g_string_append (out, "      \"keyResults\": [\n");
  for (guint i = 0; i < N_KEY_RESULTS; i++)
    {
      g_string_append_printf (out, "        {\n          \"id\": \"k-%010u\",\n",
                              objective * N_KEY_RESULTS + i);
      g_string_append_printf (out, "          \"title\": \"Key result %u of %u\",\n", i, objective);
      g_string_append_printf (out, "          \"owner\": \"Person %u\",\n", next (state, 90));
      g_string_append_printf (out, "          \"kind\": \"%s\",\n", kinds[i]);
      g_string_append (out, "          \"unit\": \"%\",\n");
      if (i < 2)
        g_string_append_printf (out, "          \"start\": %u,\n          \"target\": %u",
                                next (state, 20), 80 + next (state, 40));
      else if (i == 2)
        g_string_append_printf (out, "          \"target\": %u", 40 + next (state, 40));
      else
        g_string_append (out, "          \"low\": 20,\n          \"high\": 90");
      if (i == 1)
        g_string_append (out, ",\n          \"weight\": 2");
      g_string_append (out, n_check_ins > 0 ? ",\n" : "\n");
      if (n_check_ins > 0)
        add_check_ins (out, check_in, n_check_ins, state);
      g_string_append_printf (out, "        }%s\n", i + 1 < N_KEY_RESULTS ? "," : "");
    }
  g_string_append (out, "      ]\n");
}

static void
add_objectives (GString *out, guint n_objectives, guint n_teams, guint n_check_ins)
{
  guint state = 20270104;
  guint check_in = 0;

  g_string_append (out, "  \"objectives\": [\n");
  for (guint i = 0; i < n_objectives; i++)
    {
      const guint above = i > 0 ? (i - 1) / 4 : 0;

      g_string_append_printf (out, "    {\n      \"id\": \"o-%010u\",\n", i);
      g_string_append_printf (out, "      \"title\": \"Objective number %u “of the plan”\",\n", i);
      g_string_append (out, "      \"cycle\": \"c-0000000001\",\n");
      g_string_append_printf (out, "      \"team\": \"t-%010u\",\n", i % n_teams);
      g_string_append_printf (out, "      \"owner\": \"Person %u\",\n", i % 90);
      if (i > 0 && i % 2 == 0)
        g_string_append_printf (out, "      \"contributesTo\": [\"o-%010u\"],\n", above);
      else if (i > 0)
        g_string_append_printf (out, "      \"contributesTo\": [\"k-%010u\"],\n",
                                above * N_KEY_RESULTS + i % N_KEY_RESULTS);
      g_string_append_printf (out, "      \"tags\": [\"tag%u\", \"all\"],\n", i % 7);
      add_key_results (out, i, &check_in, n_check_ins, &state);
      g_string_append_printf (out, "    }%s\n", i + 1 < n_objectives ? "," : "");
    }
  g_string_append (out, "  ]\n");
}

char *
test_generate_document (guint n_objectives, guint n_check_ins)
{
  GString *out = g_string_new ("{\n  \"format\": \"okr\",\n  \"formatVersion\": 1,\n"
                               "  \"minReader\": 1,\n  \"id\": \"p-0000000000\",\n"
                               "  \"title\": \"Generated\",\n  \"cycles\": [\n    {\n"
                               "      \"id\": \"c-0000000001\",\n      \"name\": \"Q1 2027\",\n"
                               "      \"start\": \"2027-01-04\",\n"
                               "      \"end\": \"2027-04-04\",\n"
                               "      \"state\": \"active\"\n    }\n  ],\n");
  const guint n_teams = 6 + n_objectives / 10;

  g_assert (n_objectives > 0);

  add_teams (out, n_teams);
  add_objectives (out, n_objectives, n_teams, n_check_ins);
  g_string_append (out, "}\n");

  return g_string_free (out, FALSE);
}
