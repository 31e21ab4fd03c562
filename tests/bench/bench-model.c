/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times what people wait for, beside json-glib as the yardstick. Without arguments all sizes, each
 * in a process of its own so that peak memory is that size's. */
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "test-plans.h"

typedef struct
{
  guint n_objectives;
  guint n_check_ins;
} Size;

/* 12 check-ins in 10,000 objectives would be more than a document may have. */
static const Size sizes[] = { { 100, 12 }, { 1000, 12 }, { 10000, 3 } };

typedef struct
{
  GBytes *bytes;
  OkrPlan *plan;
  JsonNode *root;
  guint n_times;
} Bench;

typedef void (*BenchFunc) (Bench *self);

static double
best_of (Bench *self, BenchFunc func)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_times; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      func (self);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }

  return best;
}

static void
load (Bench *self)
{
  g_clear_object (&self->plan);
  self->plan = test_plan_from_bytes (self->bytes);
}

static void
parse (Bench *self)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->root, json_node_unref);
  json_parser_load_from_data (parser, g_bytes_get_data (self->bytes, NULL),
                              (gssize) g_bytes_get_size (self->bytes), &error);
  g_assert_no_error (error);
  self->root = json_parser_steal_root (parser);
}

static void
write_out (Bench *self)
{
  g_bytes_unref (okr_plan_to_bytes (self->plan));
}

static void
verify (Bench *self)
{
  g_autoptr (GError) error = NULL;

  okr_plan_verify_bytes (self->plan, self->bytes, &error);
  g_assert_no_error (error);
}

static void
generate (Bench *self)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_set_root (generator, self->root);
  g_free (json_generator_to_data (generator, NULL));
}

static void
check_in (Bench *self)
{
  const OkrCheckInEntry entry = { .value = 50, .confidence = 5, .note = "Note" };
  g_autoptr (GError) error = NULL;
  OkrItem *kr = okr_plan_find (self->plan, "k-0000000041");

  okr_edit_check_in (self->plan, OKR_KEY_RESULT (kr), &entry, &error);
  g_assert_no_error (error);
  okr_plan_get_figures (self->plan, okr_plan_get_current_cycle (self->plan), NULL);
}

static void
undo (Bench *self)
{
  g_assert_true (okr_plan_undo (self->plan, NULL));
}

static void
figures (Bench *self)
{
  const OkrDay today = okr_plan_get_today (self->plan);

  okr_plan_set_today (self->plan, today + 1);
  okr_plan_get_figures (self->plan, okr_plan_get_current_cycle (self->plan), NULL);
}

static guint
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmHWM:");

  return line != NULL ? (guint) g_ascii_strtoull (line + 6, NULL, 10) / 1024 : 0;
}

static void
run (const Size *size)
{
  g_autofree char *text = test_generate_document (size->n_objectives, size->n_check_ins);
  Bench self = { .n_times = size->n_objectives > 1000 ? 3 : 7 };
  double loaded, parsed, written, verified, generated;
  guint peak;

  self.bytes = g_bytes_new_static (text, strlen (text));
  loaded = best_of (&self, load);
  peak = peak_memory ();
  parsed = best_of (&self, parse);
  written = best_of (&self, write_out);
  verified = best_of (&self, verify);
  generated = best_of (&self, generate);

  g_print ("%6u %6.1f %8.1f %8.1f %6.2f %8.1f %8.1f %8.1f %6.2f", size->n_objectives,
           (double) strlen (text) / 1048576, loaded, parsed, loaded / parsed, written, verified,
           generated, (written + verified) / generated);
  g_print (" %9.3f", best_of (&self, check_in));
  g_print (" %8.3f %8.2f %6u\n", best_of (&self, undo), best_of (&self, figures), peak);

  g_clear_object (&self.plan);
  g_clear_pointer (&self.root, json_node_unref);
  g_clear_pointer (&self.bytes, g_bytes_unref);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  test_pin_time ();

  if (argc == 2)
    {
      run (&sizes[g_ascii_strtoull (argv[1], NULL, 10) % G_N_ELEMENTS (sizes)]);
      return 0;
    }

  g_print ("Times in ms, the best of several. The second ratio is write and verify beside "
           "json-glib’s pretty generator.\n");
  g_print ("%6s %6s %8s %8s %6s %8s %8s %8s %6s %9s %8s %8s %6s\n", "n", "MiB", "load", "parse",
           "ratio", "write", "verify", "generate", "ratio", "check-in", "undo", "figures", "MiB");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *index = g_strdup_printf ("%u", i);
      const char *const command[] = { argv[0], index, NULL };
      g_autoptr (GError) error = NULL;
      int status = 0;

      g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                    &status, &error);
      g_assert_no_error (error);
      if (!g_spawn_check_wait_status (status, NULL))
        return 1;
    }

  return 0;
}
