/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-goalpost.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-cycle.h"
#include "okr-format.h"
#include "okr-number.h"
#include "okr-objective.h"

/* Both take what was agreed and the day of it. */
static const struct
{
  const char *note;
  const char *sentence;
} texts[OKR_N_GOALPOSTS] = {
  [OKR_GOALPOST_TITLE] = {
    /* Translators: the former wording of a key result, and the date when it was agreed */
    N_ ("Was “%1$s”, agreed on %2$s"),
    /* Translators: the former wording of a key result, and the date when it was agreed */
    N_ ("Was “%1$s”, agreed on %2$s"),
  },
  [OKR_GOALPOST_KIND] = {
    /* Translators: a former kind of measurement, as “From → to”, and the date when it was agreed */
    N_ ("Was measured as “%1$s”, agreed on %2$s"),
    /* Translators: a former kind of measurement, as “From → to”, and the date when it was agreed */
    N_ ("Was measured as “%1$s”, agreed on %2$s"),
  },
  [OKR_GOALPOST_START] = {
    /* Translators: below a number that was changed since: what was agreed, and when */
    N_ ("Was %1$s, agreed on %2$s"),
    /* Translators: the former start of a key result, and the date when it was agreed */
    N_ ("Start was %1$s, agreed on %2$s"),
  },
  [OKR_GOALPOST_TARGET] = {
    N_ ("Was %1$s, agreed on %2$s"),
    /* Translators: the former target of a key result, and the date when it was agreed */
    N_ ("Target was %1$s, agreed on %2$s"),
  },
  [OKR_GOALPOST_LOW] = {
    N_ ("Was %1$s, agreed on %2$s"),
    /* Translators: the former lowest value of a key result, and the date when it was agreed */
    N_ ("Lowest value was %1$s, agreed on %2$s"),
  },
  [OKR_GOALPOST_HIGH] = {
    N_ ("Was %1$s, agreed on %2$s"),
    /* Translators: the former highest value of a key result, and the date when it was agreed */
    N_ ("Highest value was %1$s, agreed on %2$s"),
  },
  [OKR_GOALPOST_DUE] = {
    N_ ("Was %1$s, agreed on %2$s"),
    /* Translators: the former due date of a key result, and the date when it was agreed */
    N_ ("Due date was %1$s, agreed on %2$s"),
  },
};

static double
get_agreed_number (const OkrGoalposts *agreed, OkrGoalpost post)
{
  switch (post)
    {
    case OKR_GOALPOST_START:
      return agreed->start;
    case OKR_GOALPOST_TARGET:
      return agreed->target;
    case OKR_GOALPOST_LOW:
      return agreed->low;
    case OKR_GOALPOST_HIGH:
      return agreed->high;
    case OKR_GOALPOST_TITLE:
    case OKR_GOALPOST_KIND:
    case OKR_GOALPOST_DUE:
    default:
      return NAN;
    }
}

static double
get_number (OkrKeyResult *kr, OkrGoalpost post)
{
  const OkrGoalposts now = {
    .start = okr_key_result_get_start (kr),
    .target = okr_key_result_get_target (kr),
    .low = okr_key_result_get_low (kr),
    .high = okr_key_result_get_high (kr),
  };

  return get_agreed_number (&now, post);
}

/* Without a date of its own it was to be reached by the end of the cycle. */
static char *
format_agreed_due (OkrKeyResult *kr, const OkrGoalposts *agreed)
{
  OkrItem *objective = okr_item_get_parent (OKR_ITEM (kr));
  OkrCycle *cycle = OKR_IS_OBJECTIVE (objective)
                        ? okr_objective_get_figures (OKR_OBJECTIVE (objective))->cycle
                        : NULL;

  return okr_format_day_short (
      agreed->due == OKR_DAY_NONE && cycle != NULL ? okr_cycle_get_end (cycle) : agreed->due);
}

static char *
format_agreed (OkrKeyResult *kr, const OkrGoalposts *agreed, OkrGoalpost post)
{
  const double number = get_agreed_number (agreed, post);

  switch (post)
    {
    case OKR_GOALPOST_TITLE:
      return g_strdup (agreed->title);
    case OKR_GOALPOST_KIND:
      return g_strdup (okr_enum_to_label (OKR_TYPE_KEY_RESULT_KIND, (int) agreed->kind));
    case OKR_GOALPOST_DUE:
      return format_agreed_due (kr, agreed);
    case OKR_GOALPOST_START:
    case OKR_GOALPOST_TARGET:
    case OKR_GOALPOST_LOW:
    case OKR_GOALPOST_HIGH:
    default:
      return okr_format_quantity (number, okr_format_count_decimals (number),
                                  okr_key_result_get_unit (kr));
    }
}

static char *
tell (OkrKeyResult *kr, OkrGoalpost post, const char *format)
{
  const OkrGoalposts agreed = okr_key_result_get_goalposts (kr);
  g_autofree char *was = NULL;
  g_autofree char *day = NULL;

  if (!okr_goalpost_is_moved (kr, post))
    return NULL;

  was = format_agreed (kr, &agreed, post);
  day = okr_format_day_short (agreed.on);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, format), was, day);
#pragma GCC diagnostic pop
}

gboolean
okr_goalpost_is_moved (OkrKeyResult *kr, OkrGoalpost post)
{
  OkrGoalposts agreed;
  double number;

  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), FALSE);

  agreed = okr_key_result_get_goalposts (kr);
  if (agreed.on == OKR_DAY_NONE)
    return FALSE;
  if (post == OKR_GOALPOST_TITLE)
    return g_strcmp0 (agreed.title, okr_item_get_title (OKR_ITEM (kr))) != 0;
  if (post == OKR_GOALPOST_KIND)
    return agreed.kind != okr_key_result_get_kind (kr);
  if (post == OKR_GOALPOST_DUE)
    return agreed.due != okr_key_result_get_due (kr);

  number = get_agreed_number (&agreed, post);

  return !isnan (number) && !okr_number_equal (number, get_number (kr, post));
}

char *
okr_goalpost_dup_note (OkrKeyResult *kr, OkrGoalpost post)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);
  g_return_val_if_fail ((guint) post < OKR_N_GOALPOSTS, NULL);

  return tell (kr, post, texts[post].note);
}

char *
okr_goalpost_dup_sentence (OkrKeyResult *kr, OkrGoalpost post)
{
  g_return_val_if_fail (OKR_IS_KEY_RESULT (kr), NULL);
  g_return_val_if_fail ((guint) post < OKR_N_GOALPOSTS, NULL);

  return tell (kr, post, texts[post].sentence);
}
