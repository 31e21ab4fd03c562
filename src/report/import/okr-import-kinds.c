/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a key result is measured, in the words that people use for it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-import-cells-private.h"

/* Folded, in English, German, French and Spanish, with bars between them. */
static const struct
{
  OkrKeyResultKind kind;
  const char *words;
} kinds[] = {
  { OKR_KEY_RESULT_KIND_CHANGE,
    "increase|decrease|reduce|raise|improve|grow|metric|number|numeric|percent|percentage|"
    "currency|from to|zunahme|abnahme|steigern|senken|erhohen|verandern|veranderung|metrik|zahl|"
    "prozent|aumentar|aumento|reducir|reduccion|disminuir|metrica|numero|porcentaje|cambio|"
    "cambiar|augmenter|augmentation|reduire|reduction|diminuer|metrique|nombre|pourcentage|"
    "changement|changer" },
  { OKR_KEY_RESULT_KIND_AT_LEAST,
    "at least|minimum|no less than|keep above|stay above|mindestens|wenigstens|al menos|"
    "por lo menos|como minimo|minimo|au moins|au minimum" },
  { OKR_KEY_RESULT_KIND_AT_MOST,
    "at most|maximum|no more than|keep below|stay below|hochstens|maximal|como maximo|"
    "a lo sumo|maximo|au plus|au maximum" },
  { OKR_KEY_RESULT_KIND_BETWEEN, "between|range|zwischen|bereich|spanne|entre|rango|plage" },
  { OKR_KEY_RESULT_KIND_MILESTONES, "milestone|milestones|meilenstein|meilensteine|hito|hitos|"
                                    "jalon|jalons|etapes" },
  { OKR_KEY_RESULT_KIND_YES_NO,
    "yes no|yes or no|y n|boolean|bool|binary|done not done|done|checkbox|true false|ja nein|"
    "ja oder nein|binar|erledigt|wahr falsch|si no|si o no|booleano|binario|hecho|oui non|"
    "oui ou non|booleen|binaire|fait" },
  { OKR_KEY_RESULT_KIND_BASELINE, "baseline|find baseline|find a baseline|ausgangswert|"
                                  "ausgangswert finden|linea base|valor de partida|"
                                  "valeur de depart|valeur de reference" },
};

static gboolean
is_among (const char *words, const char *folded)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, folded);
}

static gboolean
read_kind (const char *text, int *kind)
{
  g_autofree char *folded = okr_import_fold (text);

  if (okr_import_cell_read_enum (OKR_TYPE_KEY_RESULT_KIND, text, kind))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (is_among (kinds[i].words, folded))
        {
          *kind = (int) kinds[i].kind;
          return TRUE;
        }
    }

  return FALSE;
}

/* Yes and no */

static const char yes_words[] = "yes|true|done|complete|completed|finished|achieved|reached|"
                                "shipped|ja|wahr|erledigt|fertig|erreicht|abgeschlossen|si|"
                                "verdadero|hecho|terminado|completado|logrado|oui|vrai|fait|"
                                "termine|atteint";
static const char no_words[] = "no|false|open|pending|not started|not done|not yet|in progress|"
                               "ongoing|to do|todo|nein|falsch|offen|nicht begonnen|"
                               "nicht erledigt|noch nicht|in arbeit|falso|pendiente|"
                               "no iniciado|sin empezar|en curso|non|faux|en cours|"
                               "non commence|pas commence|pas encore";

/* Which nobody would write for a number. */
static gboolean
is_yes_word (const char *text, gboolean *yes)
{
  g_autofree char *folded = NULL;

  *yes = FALSE;
  if (g_ascii_isdigit (*text)) /* as most are, of many */
    return FALSE;

  folded = okr_import_fold (text);
  *yes = is_among (yes_words, folded);

  return *yes || is_among (no_words, folded);
}

gboolean
okr_import_is_yes (const char *text, gboolean *yes)
{
  g_autofree char *folded = okr_import_fold (text);

  if (is_yes_word (text, yes))
    return TRUE;
  *yes = is_among ("y|1|100|x", folded) || g_str_equal (text, "✓") || g_str_equal (text, "✔");

  return *yes || is_among ("n|0", folded);
}

static gboolean
is_empty_or_word (OkrImportDraft *draft, OkrImportField field)
{
  gboolean yes;

  return !okr_import_draft_has (draft, field) || is_yes_word (draft->cells[field], &yes);
}

/* "Yes" is a target only of what is reached or not. */
static gboolean
looks_like_yes_no (OkrImportDraft *draft)
{
  gboolean yes;

  return okr_import_draft_has (draft, OKR_IMPORT_FIELD_TARGET) &&
         is_yes_word (draft->cells[OKR_IMPORT_FIELD_TARGET], &yes) && yes &&
         is_empty_or_word (draft, OKR_IMPORT_FIELD_START) &&
         is_empty_or_word (draft, OKR_IMPORT_FIELD_VALUE);
}

/* The kind of a new key result */

static OkrKeyResultKind
guess_kind (OkrImportDraft *draft)
{
  if (looks_like_yes_no (draft))
    return OKR_KEY_RESULT_KIND_YES_NO;
  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_TARGET))
    return OKR_KEY_RESULT_KIND_CHANGE;
  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_LOW) ||
      okr_import_draft_has (draft, OKR_IMPORT_FIELD_HIGH))
    return OKR_KEY_RESULT_KIND_BETWEEN;
  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_MILESTONES))
    return OKR_KEY_RESULT_KIND_MILESTONES;

  return OKR_KEY_RESULT_KIND_BASELINE;
}

/* How far a value has come hangs on where it began. */
static gboolean
lacks_start (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResultKind kind)
{
  if (task->run->is_start_noted || kind != OKR_KEY_RESULT_KIND_CHANGE ||
      okr_import_draft_has (draft, OKR_IMPORT_FIELD_START) ||
      (!okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE) &&
       !okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE_THEN)))
    return FALSE;

  task->run->is_start_noted = TRUE;

  return TRUE;
}

static void
note_guess (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResultKind kind)
{
  const OkrImportField field = OKR_IMPORT_FIELD_TARGET;
  char *message = NULL;

  if (kind == OKR_KEY_RESULT_KIND_YES_NO)
    /* Translators: what is written in a cell, such as "Yes" */
    message = g_strdup_printf (_ ("The target is “%s”, so this key result is one that is reached "
                                  "or not."),
                               draft->cells[field]);
  else if (kind == OKR_KEY_RESULT_KIND_BASELINE)
    message = g_strdup (_ ("There is no target, so this key result is there to find a baseline. "
                           "Fill in the target if there is one."));
  else if (lacks_start (task, draft, kind))
    message = g_strdup (_ ("No start is told, so this key result is taken to begin at 0, and so is "
                           "each further one without a start. A column “Start” says where they "
                           "began."));
  if (message != NULL)
    okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, draft->row,
                     draft->cells[field] != NULL ? draft->columns[field] : G_MAXUINT, message);
}

static void
complain_about_kind (OkrImportTask *task, OkrImportDraft *draft)
{
  g_autofree char *message = g_strdup_printf (
      /* Translators: what is written in a cell; all the words here are ones that are understood
       * there, so translate them, too */
      _ ("“%s” is no kind of key result. Write increase, decrease, at least, at most, between, "
         "milestones, yes/no or baseline, or leave the cell empty."),
      draft->cells[OKR_IMPORT_FIELD_KIND]);

  okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_KIND, message);
}

gboolean
okr_import_set_kind (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft)
{
  OkrImportDeed *deed = &draft->deed;
  int kind = (int) guess_kind (draft);

  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_KIND))
    {
      if (!read_kind (draft->cells[OKR_IMPORT_FIELD_KIND], &kind))
        {
          complain_about_kind (task, draft);
          return FALSE;
        }
    }
  else if (!deed->is_new)
    {
      return TRUE;
    }
  else
    {
      note_guess (task, draft, (OkrKeyResultKind) kind);
    }
  okr_import_cell_set_enum (task, item, "kind", draft, OKR_IMPORT_FIELD_KIND, kind, deed);

  return TRUE;
}
