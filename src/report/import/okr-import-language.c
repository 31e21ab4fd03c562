/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which language a table is headed, which says how its numbers are probably written. */
#include "config.h"

#include "okr-import-private.h"

/* Folded words that only one side has; "Actual" and "Team" are of both. */
static const char *const comma_words[] = {
  /* German */
  "ziel", "ziele", "schlusselergebnis", "schlusselergebnisse", "startwert", "ausgangswert",
  "zielwert", "soll", "sollwert", "ist", "istwert", "aktuell", "aktueller wert", "wert",
  "verantwortlich", "verantwortung", "fallig", "falligkeit", "frist", "einheit", "quartal",
  "zyklus", "beginn", "anfang", "anfangswert", "stand", "gewicht", "gewichtung", "zuversicht",
  "bemerkung", "kommentar", "datum", "abteilung", "bereich",
  /* Spanish */
  "objetivo", "objetivos", "resultado clave", "resultados clave", "responsable", "valor inicial",
  "inicio", "meta", "valor objetivo", "valor actual", "valor", "fecha", "fecha limite",
  "vencimiento", "trimestre", "ciclo", "equipo", "peso", "unidad", "confianza", "comentarios",
  /* French */
  "objectif", "objectifs", "resultat cle", "resultats cles", "valeur de depart", "valeur initiale",
  "depart", "cible", "valeur cible", "valeur actuelle", "valeur", "echeance", "date limite",
  "equipe", "poids", "unite", "confiance", "commentaire", "commentaires", NULL
};
static const char *const point_words[] = {
  "objective",    "objectives",  "goal",           "goals",   "key result", "key results",
  "owner",        "start value", "starting value", "start",   "baseline",   "target",
  "target value", "current",     "current value",  "value",   "due",        "due date",
  "deadline",     "quarter",     "cycle",          "weight",  "unit",       "confidence",
  "notes",        "note",        "comments",       "comment", "date",       NULL
};

char
okr_import_guess_decimal (OkrImport *import)
{
  guint n_commas = 0, n_points = 0;

  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      g_autofree char *folded = okr_import_fold (okr_import_get_heading (import, i));

      n_commas += g_strv_contains (comma_words, folded);
      n_points += g_strv_contains (point_words, folded);
    }
  if (n_commas == n_points)
    return 0;

  return n_commas > n_points ? ',' : '.';
}
