/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a key result, and what they count. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-import-units.h"

/* What one cell says. */
typedef struct
{
  gboolean is_there;
  double number;
  double scale; /* 1000 for "k" */
  char *beside; /* as typed, NULL for nothing */
  char *unit;   /* without the scale, NULL for none */
} Amount;

static const struct
{
  OkrImportField field;
  const char *path; /* NULL for what a check-in says */
} cells[] = {
  { OKR_IMPORT_FIELD_TARGET, "target" }, { OKR_IMPORT_FIELD_START, "start" },
  { OKR_IMPORT_FIELD_LOW, "low" },       { OKR_IMPORT_FIELD_HIGH, "high" },
  { OKR_IMPORT_FIELD_VALUE, NULL },
};

#define N_CELLS G_N_ELEMENTS (cells)

/* What the key result counts in. */
typedef struct
{
  const char *stated; /* by the column of units or by the plan, NULL for neither */
  double scale;
  char *unit;  /* without the scale, NULL for none */
  char *typed; /* what to call it, if it is not stated */
} Measure;

typedef struct
{
  OkrImportTask *task;
  OkrImportDraft *draft;
  Amount amounts[N_CELLS];
  Measure measure;
} Range;

static void
range_clear (Range *range)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_free (range->amounts[i].beside);
      g_free (range->amounts[i].unit);
    }
  g_free (range->measure.unit);
  g_free (range->measure.typed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Range, range_clear)

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < 0.5; /* of scales, which are whole */
}

static gboolean
is_plain (const Amount *amount)
{
  return amount->is_there && amount->beside == NULL && fabs (amount->number) > 0;
}

static gboolean
is_scaled (const Amount *amount)
{
  return amount->is_there && amount->scale > 1;
}

static void
parse_amount (Amount *amount, const char *text, char decimal, GError **error)
{
  amount->scale = 1;
  amount->is_there =
      okr_import_parse_number (text, decimal, &amount->number, &amount->beside, error);
  if (amount->beside != NULL)
    okr_import_split_unit (amount->beside, &amount->scale, &amount->unit);
}

/* What is wrong with the value of a check-in is said when that is made. */
static void
read_amounts (Range *range, OkrKeyResultKind kind)
{
  const gboolean is_yes_no = kind == OKR_KEY_RESULT_KIND_YES_NO;
  const gboolean is_measured = !is_yes_no && kind != OKR_KEY_RESULT_KIND_MILESTONES;
  const char decimal = okr_import_get_style (range->task->run->import).decimal;

  for (guint i = 0; i < N_CELLS; i++)
    {
      const OkrImportField field = cells[i].field;
      GError *error = NULL;
      gboolean yes;

      if (!okr_import_draft_has (range->draft, field) || (cells[i].path == NULL && !is_measured))
        continue;
      if (is_yes_no && okr_import_is_yes (range->draft->cells[field], &yes))
        continue;
      parse_amount (&range->amounts[i], range->draft->cells[field], decimal, &error);
      if (error != NULL && cells[i].path != NULL)
        okr_import_cell_complain (range->task, range->draft, field, error);
      else
        g_clear_error (&error);
    }
}

static const Amount *
find_with_unit (const Range *range, guint *cell)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      if (range->amounts[i].is_there && range->amounts[i].unit != NULL)
        {
          *cell = i;
          return &range->amounts[i];
        }
    }

  return NULL;
}

static gboolean
agree_in_scale (const Range *range, double scale)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      const Amount *amount = &range->amounts[i];

      if (amount->is_there && fabs (amount->number) > 0 && !is_near (amount->scale, scale))
        return FALSE;
    }

  return TRUE;
}

/* "M€" stays what it is, if it is the row's way to write all its numbers. */
static void
find_measure (Range *range, OkrKeyResult *kr)
{
  Measure *measure = &range->measure;
  const char *now = okr_key_result_get_unit (kr);
  const Amount *first;
  guint cell = 0;

  measure->scale = 1;
  if (okr_import_draft_has (range->draft, OKR_IMPORT_FIELD_UNIT))
    measure->stated = range->draft->cells[OKR_IMPORT_FIELD_UNIT];
  else if (now != NULL && *now != '\0')
    measure->stated = now;
  if (measure->stated != NULL)
    {
      okr_import_split_unit (measure->stated, &measure->scale, &measure->unit);
      return;
    }
  first = find_with_unit (range, &cell);
  if (first == NULL)
    return;
  measure->unit = g_strdup (first->unit);
  if (range->draft->deed.is_new && first->scale > 1 && agree_in_scale (range, first->scale))
    measure->scale = first->scale;
  measure->typed = g_strdup (measure->scale > 1 ? first->beside : first->unit);
}

static void
complain (const Range *range, guint cell, char *message)
{
  okr_import_complain_draft (range->task->run, range->draft, cells[cell].field, message);
  g_free (message);
}

static const char *
get_text (const Range *range, guint cell)
{
  return range->draft->cells[cells[cell].field];
}

static char *
describe_other_unit (const char *text, const char *unit)
{
  /* Translators: what is written in a cell, and a unit */
  return g_strdup_printf (
      _ ("“%1$s” is not in “%2$s”, the unit of this key result. Write it in that "
         "unit."),
      text, unit);
}

/* "500k" beside "1m" is half of it rather than half a million metres. */
static gboolean
fits (const Amount *amount, const char *unit)
{
  if (unit == NULL)
    return TRUE;
  if (amount->unit == NULL)
    return !is_scaled (amount) || !okr_import_may_be_scale (unit);

  return okr_import_is_same_unit (amount->unit, unit);
}

/* That of a check-in is compared with the key result, which has the unit by then. */
static void
check_units (const Range *range)
{
  const Measure *measure = &range->measure;
  guint first = 0;

  find_with_unit (range, &first);
  for (guint i = 0; i < N_CELLS; i++)
    {
      if (cells[i].path == NULL || !range->amounts[i].is_there ||
          fits (&range->amounts[i], measure->unit))
        continue;
      complain (range, i,
                measure->stated != NULL
                    ? describe_other_unit (get_text (range, i), measure->stated)
                    /* Translators: what is written in two cells, such as "3 weeks", "10 days" */
                    : g_strdup_printf (_ ("“%1$s” has another unit than “%2$s” in the same row. "
                                          "Write both in one unit."),
                                       get_text (range, i), get_text (range, first)));
    }
}

/* Beside "100%" a 0.35 is either 35 % or very little. */
static void
check_percents (const Range *range)
{
  guint first = 0;
  const Amount *with = find_with_unit (range, &first);

  if (with == NULL || !okr_import_is_percent (with->unit))
    return;

  for (guint i = 0; i < N_CELLS; i++)
    {
      if (is_plain (&range->amounts[i]) && fabs (range->amounts[i].number) <= 1)
        complain (range, i,
                  /* Translators: what is written in two cells, such as "0.35" and "100%" */
                  g_strdup_printf (_ ("“%1$s” has no percent sign, and “%2$s” in the same row has "
                                      "one. Write both the same way."),
                                   get_text (range, i), get_text (range, first)));
    }
}

/* Beside "1.5k" a 900 is 900, but a 3 beside "5 Mio. €" is hardly three euros. */
static void
check_scales (const Range *range)
{
  guint first = 0;

  while (first < N_CELLS && !is_scaled (&range->amounts[first]))
    first++;
  if (first == N_CELLS || range->measure.stated != NULL)
    return;

  for (guint i = 0; i < N_CELLS; i++)
    {
      if (is_plain (&range->amounts[i]) &&
          fabs (range->amounts[i].number) < range->amounts[first].scale / 10)
        complain (range, i,
                  /* Translators: what is written in two cells, such as "3" and "5 Mio. €" */
                  g_strdup_printf (_ ("“%1$s” does not say whether it counts in the same as "
                                      "“%2$s” in the same row. Write both the same way."),
                                   get_text (range, i), get_text (range, first)));
    }
}

static double
convert (const Amount *amount, double scale)
{
  return amount->beside == NULL || is_near (amount->scale, scale)
             ? amount->number
             : amount->number * amount->scale / scale;
}

static void
set_unit (Range *range, OkrItem *item)
{
  OkrImportDeed *deed = &range->draft->deed;
  GError *error = NULL;

  okr_import_cell_set_text (range->task, item, "unit", range->draft, OKR_IMPORT_FIELD_UNIT, deed);
  if (range->measure.typed == NULL)
    return;
  deed->changed = TRUE;
  if (!okr_edit_set_text (range->task->plan, item, "unit", range->measure.typed, &error))
    okr_import_cell_complain (range->task, range->draft, OKR_IMPORT_FIELD_TARGET, error);
}

void
okr_import_set_range (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (item);
  g_auto (Range) range = { task, draft, { { 0 } }, { 0 } };

  read_amounts (&range, okr_key_result_get_kind (kr));
  find_measure (&range, kr);
  check_units (&range);
  check_percents (&range);
  check_scales (&range);
  for (guint i = 0; i < N_CELLS; i++)
    {
      if (range.amounts[i].is_there && cells[i].path != NULL)
        okr_import_cell_set_number (task, item, cells[i].path, draft, cells[i].field,
                                    convert (&range.amounts[i], range.measure.scale), &draft->deed);
    }
  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_CHANGE &&
      isnan (okr_key_result_get_start (kr)))
    okr_import_cell_set_number (task, item, "start", draft, OKR_IMPORT_FIELD_START, 0,
                                &draft->deed);
  set_unit (&range, item);
}

/* "0.35" or "35%" of a target of 1 */
static gboolean
is_unclear_percent (const Amount *amount, OkrKeyResult *kr)
{
  return okr_import_is_percent (amount->unit) && fabs (okr_key_result_get_target (kr)) <= 1;
}

gboolean
okr_import_read_amount (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr, double *value)
{
  const OkrImportField field = OKR_IMPORT_FIELD_VALUE;
  const char *unit = okr_key_result_get_unit (kr);
  g_auto (Range) range = { task, draft, { { 0 } }, { .scale = 1 } };
  Amount *amount = &range.amounts[0];
  GError *error = NULL;

  parse_amount (amount, draft->cells[field], okr_import_get_style (task->run->import).decimal,
                &error);
  if (error != NULL)
    {
      okr_import_cell_complain (task, draft, field, error);
      return FALSE;
    }
  if (unit != NULL && *unit != '\0')
    okr_import_split_unit (unit, &range.measure.scale, &range.measure.unit);
  if (!fits (amount, range.measure.unit) ||
      (range.measure.unit == NULL && is_unclear_percent (amount, kr)))
    {
      g_autofree char *message =
          unit != NULL && *unit != '\0'
              ? describe_other_unit (draft->cells[field], unit)
              : g_strdup_printf (_ ("This key result is not measured in percent. Write “%s” as "
                                    "its target is written."),
                                 draft->cells[field]);

      okr_import_complain_draft (task->run, draft, field, message);
      return FALSE;
    }
  *value = convert (amount, range.measure.scale);

  return TRUE;
}
