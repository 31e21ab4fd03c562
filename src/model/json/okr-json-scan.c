/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"


#include "okr-json-scan.h"

#include "okr-json-diagnose-private.h"
#include "okr-json-names-private.h"
#include "okr-json-shelter.h"
#include "okr-json-token-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between two looks at the cancellable; a power of two. */
#define CANCELLABLE_STEPS 4096

typedef struct
{
  OkrJsonPlace place;
  const char *open[OKR_JSON_MAX_DEPTH];
  guint depth;
  OkrJsonNames *names;
  OkrJsonScanResult result;
  OkrJsonProblem problem;
} Scanner;

static gboolean
fail_here (Scanner            *self,
           OkrJsonProblemKind  kind)
{
  self->problem.kind = kind;
  self->problem.at = self->place.at;

  return FALSE;
}

static gboolean
fail_unexpected (Scanner *self)
{
  okr_json_diagnose (&self->place, &self->problem);

  return FALSE;
}

static inline gboolean
finish_value (Scanner    *self,
              const char *behind)
{
  if (behind == NULL)
    return FALSE;

  self->place.at = behind;
  self->place.value_end = behind;
  self->place.expect = self->depth > 0 ? OKR_JSON_EXPECT_COMMA_OR_END : OKR_JSON_EXPECT_NOTHING;

  return TRUE;
}

static gboolean
scan_open (Scanner *self)
{
  gboolean is_object = *self->place.at == '{';

  if (self->depth == OKR_JSON_MAX_DEPTH)
    return fail_here (self, OKR_JSON_PROBLEM_DEPTH);

  if (is_object)
    okr_json_names_open (self->names);
  self->place.open = self->open[self->depth++] = self->place.at++;
  self->place.expect = is_object ? OKR_JSON_EXPECT_NAME_OR_END : OKR_JSON_EXPECT_ELEMENT_OR_END;

  return TRUE;
}

static gboolean
scan_close (Scanner *self)
{
  if (*self->place.open == '{')
    okr_json_names_close (self->names);
  self->depth--;
  self->place.open = self->depth > 0 ? self->open[self->depth - 1] : NULL;

  return finish_value (self, self->place.at + 1);
}

static gboolean
scan_text (Scanner *self)
{
  const char *quote = self->place.at;
  gboolean has_escapes;
  const char *behind = okr_json_token_string (quote, self->place.end, &has_escapes, &self->problem);

  self->result.is_lossy |=
      behind != NULL && has_escapes && okr_json_starts_with_mark (quote, behind);

  return finish_value (self, behind);
}

static gboolean
scan_number (Scanner *self)
{
  gboolean is_lossy = FALSE;
  const char *behind;

  behind = okr_json_token_number (self->place.at, self->place.end, &is_lossy, &self->problem);
  self->result.is_lossy |= is_lossy;

  return finish_value (self, behind);
}

static gboolean
scan_word (Scanner    *self,
           const char *word)
{
  gsize length = strlen (word);
  const char *behind = self->place.at + length;

  if ((gsize) (self->place.end - self->place.at) < length ||
      memcmp (self->place.at, word, length) != 0 ||
      (behind < self->place.end && (g_ascii_isalnum (*behind) || *behind == '_')))
    return fail_unexpected (self);

  return finish_value (self, behind);
}

static gboolean
scan_value (Scanner *self)
{
  self->result.n_values++;

  switch (*self->place.at)
    {
    case '{':
    case '[':
      return scan_open (self);

    case '"':
      return scan_text (self);

    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return scan_number (self);

    case 't':
      return scan_word (self, "true");

    case 'f':
      return scan_word (self, "false");

    case 'n':
      return scan_word (self, "null");

    default:
      return fail_unexpected (self);
    }
}

static gboolean
scan_name (Scanner *self)
{
  const char *quote = self->place.at;
  gboolean has_escapes;
  const char *behind;

  if (*quote != '"')
    return fail_unexpected (self);

  behind = okr_json_token_string (quote, self->place.end, &has_escapes, &self->problem);
  if (behind == NULL)
    return FALSE;

  self->problem.related = okr_json_names_add (self->names, quote + 1, (gsize) (behind - quote - 2),
                                              has_escapes);
  if (self->problem.related != NULL)
    {
      self->problem.related--;
      return fail_here (self, OKR_JSON_PROBLEM_DUPLICATE);
    }

  self->place.at = behind;
  self->place.expect = OKR_JSON_EXPECT_COLON;

  return TRUE;
}

static gboolean
scan_colon (Scanner *self)
{
  if (*self->place.at != ':')
    return fail_unexpected (self);

  self->place.at++;
  self->place.expect = OKR_JSON_EXPECT_VALUE;

  return TRUE;
}

static gboolean
scan_comma_or_end (Scanner *self)
{
  gboolean is_object = *self->place.open == '{';

  if (*self->place.at == (is_object ? '}' : ']'))
    return scan_close (self);
  if (*self->place.at != ',')
    return fail_unexpected (self);

  self->place.comma = self->place.at++;
  self->place.expect = is_object ? OKR_JSON_EXPECT_NAME : OKR_JSON_EXPECT_ELEMENT;

  return TRUE;
}

static gboolean
scan_step (Scanner *self)
{
  switch (self->place.expect)
    {
    case OKR_JSON_EXPECT_VALUE:
    case OKR_JSON_EXPECT_ELEMENT:
      return scan_value (self);

    case OKR_JSON_EXPECT_ELEMENT_OR_END:
      return *self->place.at == ']' ? scan_close (self) : scan_value (self);

    case OKR_JSON_EXPECT_NAME:
      return scan_name (self);

    case OKR_JSON_EXPECT_NAME_OR_END:
      return *self->place.at == '}' ? scan_close (self) : scan_name (self);

    case OKR_JSON_EXPECT_COLON:
      return scan_colon (self);

    case OKR_JSON_EXPECT_COMMA_OR_END:
      return scan_comma_or_end (self);

    case OKR_JSON_EXPECT_NOTHING:
      return fail_unexpected (self);

    default:
      g_assert_not_reached ();
    }
}

/* Stops early, without a problem, when cancelled. */
static gboolean
scan_document (Scanner      *self,
               GCancellable *cancellable)
{
  OkrJsonPlace *place = &self->place;

  for (guint step = 0;; step++)
    {
      if (step % CANCELLABLE_STEPS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;

      place->at = okr_json_token_skip_space (place->at, place->end);
      if (place->at == place->end)
        return place->expect == OKR_JSON_EXPECT_NOTHING ? TRUE : fail_unexpected (self);
      if (!scan_step (self))
        return FALSE;
    }
}

static void
report_problem (Scanner    *self,
                const char *text,
                GError    **error)
{
  const char *end = self->place.end;
  OkrJsonProblemKind encoding = okr_json_diagnose_encoding (text, (gsize) (end - text));
  const char *conflict = okr_json_find_conflict (text, end);

  /* Any other finding is but a consequence of these. */
  if (encoding != OKR_JSON_PROBLEM_NONE)
    self->problem = (OkrJsonProblem) { .kind = encoding };
  else if (conflict != NULL)
    self->problem = (OkrJsonProblem) { .kind = OKR_JSON_PROBLEM_CONFLICT, .at = conflict };

  okr_json_problem_set_error (&self->problem, text, end, error);
}

gboolean
okr_json_scan (const char         *text,
               gsize               length,
               OkrJsonScanResult  *result,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autoptr (OkrJsonNames) names = okr_json_names_new ();
  Scanner self = { .names = names };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  text = text != NULL ? text : "";
  self.place.end = text + length;
  self.place.at = okr_json_skip_bom (text, &length);
  if (scan_document (&self, cancellable))
    {
      if (result != NULL)
        *result = self.result;
      return TRUE;
    }

  if (self.problem.kind == OKR_JSON_PROBLEM_NONE)
    g_set_error_literal (error, OKR_JSON_ERROR, OKR_JSON_ERROR_CANCELLED,
                         _("Reading the file was cancelled."));
  else
    report_problem (&self, text, error);

  return FALSE;
}

const char *
okr_json_skip_bom (const char *text,
                   gsize      *length)
{
  g_return_val_if_fail (length != NULL, text);

  if (*length < 3 || memcmp (text, "\xef\xbb\xbf", 3) != 0)
    return text;

  *length -= 3;

  return text + 3;
}
