/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "okr-assignment.h"
#include "okr-document.h"
#include "okr-edit.h"
#include "okr-format.h"
#include "okr-terminal.h"

typedef struct
{
  char *confidence;
  char *note;
  char *obstacle;
  char *date;
  char *author;
} Options;

static gboolean
read_yes_no (const char *text, double *value, GError **error)
{
  static const char *const yes[] = { "yes", "true", "1", "y", NULL };
  static const char *const no[] = { "no", "false", "0", "n", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (!g_strv_contains (yes, lower) && !g_strv_contains (no, lower))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   _ ("This key result takes yes or no, not “%s”."), text);
      return FALSE;
    }
  *value = g_strv_contains (yes, lower) ? 1 : 0;

  return TRUE;
}

static char *
list_milestones (OkrKeyResult *kr)
{
  GListModel *milestones = okr_key_result_get_milestones (kr);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrItem) milestone = g_list_model_get_item (milestones, i);

      g_string_append_printf (text, "\n  %s  %s", okr_item_get_id (milestone),
                              okr_item_get_title (milestone));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
read_milestones (OkrPlan *plan, OkrKeyResult *kr, const char *text, char ***done, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (g_str_equal (text, "-") ? "" : text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *id = g_strstrip (parts[i]);
      OkrItem *milestone = okr_plan_find_typed (plan, id, OKR_TYPE_MILESTONE);
      g_autofree char *known = NULL;

      if (milestone == NULL || okr_item_get_parent (milestone) != OKR_ITEM (kr))
        {
          known = list_milestones (kr);
          g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                       /* Translators: an id, and a list of ids and titles, one a line */
                       _ ("This key result has no milestone “%s”. VALUE is the ids of all that "
                          "are done, with commas, or “-” for none, of:%s"),
                       id, known);
          return FALSE;
        }
      g_strv_builder_add (ids, id);
    }
  *done = g_strv_builder_end (ids);

  return TRUE;
}

static gboolean
read_value (OkrPlan *plan, OkrKeyResult *kr, const char *text, OkrCheckInEntry *entry, char ***done,
            GError **error)
{
  switch (okr_key_result_get_kind (kr))
    {
    case OKR_KEY_RESULT_KIND_YES_NO:
      return read_yes_no (text, &entry->value, error);
    case OKR_KEY_RESULT_KIND_MILESTONES:
      return read_milestones (plan, kr, text, done, error);
    case OKR_KEY_RESULT_KIND_CHANGE:
    case OKR_KEY_RESULT_KIND_AT_LEAST:
    case OKR_KEY_RESULT_KIND_AT_MOST:
    case OKR_KEY_RESULT_KIND_BETWEEN:
    case OKR_KEY_RESULT_KIND_BASELINE:
    default:
      return okr_assignment_parse_number (text, okr_key_result_get_unit (kr), &entry->value, error);
    }
}

static gboolean
read_confidence (const char *text, int *confidence, GError **error)
{
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, 10, &number, NULL))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   _ ("--confidence needs a whole number from 0 to 10, not “%s”."), text);
      return FALSE;
    }
  *confidence = (int) number;

  return TRUE;
}

static OkrKeyResult *
find_key_result (OkrPlan *plan, const char *id, GError **error)
{
  OkrItem *item = okr_assignment_find_item (plan, id, error);

  if (item == NULL || OKR_IS_KEY_RESULT (item))
    return (OkrKeyResult *) item;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE,
               /* Translators: an id, and a kind of item such as "Objective" */
               _ ("“%s” is of the kind “%s”; only key results have check-ins."), id,
               okr_item_get_kind_label (item));
  return NULL;
}

static OkrCheckIn *
check_in (OkrPlan *plan, OkrKeyResult *kr, const char *value, const Options *options,
          GError **error)
{
  g_auto (GStrv) done = NULL;
  OkrCheckInEntry entry = {
    .value = NAN,
    .confidence = -1,
    .note = options->note,
    .obstacle = options->obstacle,
    .author = options->author,
  };

  if (!read_value (plan, kr, value, &entry, &done, error) ||
      !read_confidence (options->confidence, &entry.confidence, error) ||
      (options->date != NULL && !okr_assignment_parse_day (options->date, &entry.date, error)))
    return NULL;
  entry.milestones_done = (const char *const *) done;

  return okr_edit_check_in (plan, kr, &entry, error);
}

static void
tell_figures (OkrPlan *plan, OkrKeyResult *kr, OkrCheckIn *made)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  g_autofree char *progress = okr_format_progress (figures->progress);
  g_autofree char *expected = okr_format_progress (figures->expected);

  if (okr_check_in_get_date (made) > okr_plan_get_today (plan))
    okr_terminal_hint (_ ("This check-in is dated after today and does not count yet."));
  else if (figures->latest != made)
    okr_terminal_hint (_ ("A later check-in counts instead of this one."));
  /* Translators: two percentages and a status such as "Behind" */
  okr_terminal_hint (_ ("Progress %s, expected %s: %s"), progress, expected,
                     okr_enum_to_label (OKR_TYPE_STATUS, (int) figures->status));
}

static OkrExit
check_in_document (const OkrVerb *verb, char **arguments, const Options *options)
{
  OkrExit status = OKR_EXIT_FINE;
  g_autoptr (OkrDocument) document = okr_document_open_to_edit (arguments[0], &status);
  g_autoptr (GError) error = NULL;
  OkrKeyResult *kr;
  OkrCheckIn *made;

  if (document == NULL)
    return status;
  kr = find_key_result (document->plan, arguments[1], &error);
  made = kr != NULL ? check_in (document->plan, kr, arguments[2], options, &error) : NULL;
  if (made == NULL)
    return okr_verb_refuse_error (verb, error);

  status = okr_document_save (document);
  if (status == OKR_EXIT_FINE)
    {
      okr_document_print_id (document, OKR_ITEM (made));
      tell_figures (document->plan, kr, made);
    }

  return status;
}

static gboolean
is_negative_number (const char *text)
{
  return text[0] == '-' &&
         g_ascii_isdigit (text[1] == '.' || text[1] == ',' ? text[2] : text[1]);
}

/* All options but --help take a value. */
static gboolean
takes_next (const char *option)
{
  return g_str_has_prefix (option, "--") && strchr (option, '=') == NULL &&
         !g_str_equal (option, "--help");
}

/* "-3" is a number here, not an option; in a note it stays as it is. */
static void
protect_negative_numbers (char **argv)
{
  for (guint i = 1; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    {
      if (is_negative_number (argv[i]) && !takes_next (argv[i - 1]))
        {
          char *protected = g_strconcat ("−", argv[i] + 1, NULL);

          g_free (argv[i]);
          argv[i] = protected;
        }
    }
}

static OkrExit
run_with (const OkrVerb *verb, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "confidence", 0, 0, G_OPTION_ARG_FILENAME, &options->confidence,
      N_ ("How sure people are to reach it, from 0 to 10"), N_ ("N") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options->note, N_ ("What happened"), N_ ("TEXT") },
    { "obstacle", 0, 0, G_OPTION_ARG_FILENAME, &options->obstacle, N_ ("What stands in the way"),
      N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options->date,
      N_ ("The day that it is about; without it, today"),
      /* Translators: an argument that stands for a date */
      N_ ("DATE") },
    { "author", 0, 0, G_OPTION_ARG_FILENAME, &options->author, N_ ("Who says so"), N_ ("TEXT") },
    { NULL },
  };
  g_auto (GStrv) copy = g_strdupv (argv);
  g_auto (GStrv) arguments = NULL;
  OkrExit status = OKR_EXIT_FINE;

  protect_negative_numbers (copy);
  if (!okr_verb_parse (verb, entries, copy, 3, 3, &arguments, &status) ||
      !okr_verb_take_text (verb, "VALUE", &arguments[2], &status) ||
      !okr_verb_take_text (verb, "--note", &options->note, &status) ||
      !okr_verb_take_text (verb, "--obstacle", &options->obstacle, &status) ||
      !okr_verb_take_text (verb, "--author", &options->author, &status))
    return status;

  return check_in_document (verb, arguments, options);
}

static OkrExit
run (const OkrVerb *verb, char **argv)
{
  Options options = { NULL };
  const OkrExit status = run_with (verb, argv, &options);

  g_free (options.confidence);
  g_free (options.note);
  g_free (options.obstacle);
  g_free (options.date);
  g_free (options.author);

  return status;
}

const OkrVerb okr_verb_checkin = {
  .name = "checkin",
  .arguments = N_ ("FILE KR-ID VALUE"),
  .summary = N_ ("Check in on a key result and print the check-in's id"),
  .details =
      N_ ("VALUE is a number, in your language's form or with a decimal point; yes or no for "
          "a key result of that kind; for milestones the ids of all that are done, with "
          "commas, or “-” for none."),
  .run = run,
};
