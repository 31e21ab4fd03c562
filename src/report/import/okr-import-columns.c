/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-import-columns.h"

#include <string.h>

#include "okr-cell-marks.h"

/* How sheets in English, German, French and Spanish head their columns, folded. The first word that
 * fits wins; longer headings are compared as a whole, so that "objective owner" is no objective. */
static const struct
{
  const char *name;
  const char *headings;
} fields[OKR_IMPORT_N_FIELDS] = {
  [OKR_IMPORT_FIELD_NONE] = { "none", "" },
  [OKR_IMPORT_FIELD_OBJECTIVE] = { "objective",
                                   "objective|objectives|objective title|objective name|goal|goals|"
                                   "ziel|ziele|zielsetzung|objectif|objectifs|titre de l objectif|"
                                   "objetivo|objetivos|titulo del objetivo|"
                                   "strategic objective|company objective|team "
                                   "objective|strategisches ziel|objectif strategique|objetivo "
                                   "estrategico" },
  [OKR_IMPORT_FIELD_OBJECTIVE_ID] = { "objective-id",
                                      "objective id|goal id|ziel id|id objectif|objectif id|"
                                      "id objetivo|objetivo id|id del objetivo|id de l objectif" },
  [OKR_IMPORT_FIELD_OBJECTIVE_OWNER] = { "objective-owner",
                                         "objective owner|goal owner|zielverantwortlich|"
                                         "zielverantwortung|responsable de l objectif|"
                                         "responsable objectif|responsable del objetivo|"
                                         "responsable objetivo" },
  [OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT] = { "objective-weight",
                                          "objective weight|goal weight|zielgewicht|"
                                          "poids de l objectif|peso del objetivo" },
  [OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION] = { "objective-description",
                                               "objective description|goal description|"
                                               "zielbeschreibung|description de l objectif|"
                                               "descripcion del objetivo" },
  [OKR_IMPORT_FIELD_OBJECTIVE_STATE] = { "objective-state",
                                         "objective state|goal state|zielzustand|"
                                         "etat de l objectif|estado del objetivo" },
  [OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE] = { "objective-computed-grade",
                                                  "objective computed grade|"
                                                  "berechnete zielbewertung|"
                                                  "note calculee de l objectif|"
                                                  "nota calculada del objetivo" },
  [OKR_IMPORT_FIELD_OBJECTIVE_GRADE] = { "objective-grade",
                                         "objective self assessed grade|objective grade|"
                                         "zielbewertung|note de l objectif|nota del objetivo" },
  [OKR_IMPORT_FIELD_OBJECTIVE_GRADE_REASON] = { "objective-grade-reason",
                                                "objective grade reason|"
                                                "grund der zielbewertung|"
                                                "raison de la note de l objectif|"
                                                "motivo de la nota del objetivo" },
  [OKR_IMPORT_FIELD_OBJECTIVE_LEARNED] = { "objective-learned",
                                           "objective learned|aus dem ziel gelernt|"
                                           "appris de l objectif|aprendido del objetivo" },
  [OKR_IMPORT_FIELD_CARRIED_FROM] = { "carried-from",
                                      "carried from|carried over from|ubernommen aus|"
                                      "repris de|reporte de|procede de|arrastrado de" },
  [OKR_IMPORT_FIELD_TEAM] = { "team",
                              "team|teams|department|group|squad|abteilung|bereich|gruppe|equipe|"
                              "departement|service|equipo|departamento|area|"
                              "dept" },
  [OKR_IMPORT_FIELD_TEAM_ID] = { "team-id",
                                 "team id|id equipe|id de l equipe|id equipo|id del equipo" },
  [OKR_IMPORT_FIELD_TEAM_KIND] = { "team-kind", "team kind|team type|teamart|art des teams|"
                                                "type d equipe|tipo de equipo" },
  [OKR_IMPORT_FIELD_TEAM_LEAD] = { "team-lead",
                                   "team lead|team leader|teamleitung|leitung des teams|"
                                   "responsable de l equipe|responsable del equipo|"
                                   "lider del equipo" },
  [OKR_IMPORT_FIELD_TEAM_PARENT] = { "team-parent",
                                     "team parent|parent team|ubergeordnetes team|"
                                     "equipe parente|equipe superieure|equipo superior" },
  [OKR_IMPORT_FIELD_CYCLE] = { "cycle",
                               "cycle|quarter|qtr|period|time period|timeframe|time frame|zyklus|"
                               "quartal|zeitraum|trimestre|periode|ciclo|periodo|"
                               "session|okr cycle|okr period" },
  [OKR_IMPORT_FIELD_CYCLE_ID] = { "cycle-id",
                                  "cycle id|zyklus id|id du cycle|id cycle|id del ciclo|"
                                  "id ciclo" },
  [OKR_IMPORT_FIELD_CYCLE_START] = { "cycle-start",
                                     "cycle start|quarter start|zyklusbeginn|"
                                     "beginn des zyklus|debut du cycle|inicio del ciclo" },
  [OKR_IMPORT_FIELD_CYCLE_END] = { "cycle-end", "cycle end|quarter end|zyklusende|ende des zyklus|"
                                                "fin du cycle|fin del ciclo" },
  [OKR_IMPORT_FIELD_CYCLE_STATE] = { "cycle-state", "cycle state|zykluszustand|zustand des zyklus|"
                                                    "etat du cycle|estado del ciclo" },
  [OKR_IMPORT_FIELD_YEAR] = { "year", "year|years|fiscal year|fy|calendar year|jahr|gj|"
                                      "geschaftsjahr|kalenderjahr|annee|exercice|ano|ano fiscal|"
                                      "ejercicio" },
  [OKR_IMPORT_FIELD_AMBITION] = { "ambition", "ambition|okr type|objective type|ambicion|zielart" },
  [OKR_IMPORT_FIELD_TAGS] = { "tags", "tags|tag|labels|label|schlagworte|schlagworter|etiquettes|"
                                      "mots cles|etiquetas" },
  [OKR_IMPORT_FIELD_CONTRIBUTES_TO] = { "contributes-to",
                                        "contributes to|aligned to|aligned with|alignment|supports|"
                                        "parent objective|zahlt ein auf|beitrag zu|"
                                        "ubergeordnetes ziel|contribue a|objectif parent|"
                                        "contribuye a|objetivo superior|contributes to id" },
  [OKR_IMPORT_FIELD_KEY_RESULT] = { "key-result",
                                    "key result|key results|key result title|key result name|kr|"
                                    "krs|kr title|kpi|kpis|measure|metric|kennzahl|kennzahlen|"
                                    "messgrosse|indicateur|indicador|schlusselergebnis|"
                                    "schlusselergebnisse|"
                                    "resultat cle|resultats cles|resultado clave|"
                                    "resultados clave" },
  [OKR_IMPORT_FIELD_KEY_RESULT_ID] = { "key-result-id",
                                       "key result id|kr id|schlusselergebnis id|id resultat cle|"
                                       "id resultado clave|id del resultado clave" },
  [OKR_IMPORT_FIELD_OWNER] = { "owner",
                               "owner|owners|responsible|assignee|assigned to|lead|champion|"
                               "accountable|driver|kr owner|"
                               "key result owner|verantwortlich|verantwortliche|verantwortlicher|"
                               "verantwortung|responsable|proprietaire|propietario|dueno|duena|"
                               "person|people|personne|persona|"
                               "dri|porteur|encargado|encargada|zustandig" },
  [OKR_IMPORT_FIELD_KIND] = { "kind",
                              "kind|metric type|measure type|measurement|measured as|art|messart|"
                              "type de mesure|tipo de medida|tipo de metrica" },
  [OKR_IMPORT_FIELD_START] = { "start",
                               "start|start value|starting value|baseline|base line|from|initial|"
                               "initial value|starting point|beginn|anfang|anfangswert|startpunkt|"
                               "startwert|ausgangswert|basis|basiswert|depart|valeur de depart|"
                               "valeur initiale|inicio|valor inicial|linea base" },
  [OKR_IMPORT_FIELD_TARGET] = { "target",
                                "target|target value|goal value|to|zielwert|soll|sollwert|cible|"
                                "valeur cible|meta|valor objetivo|valor meta" },
  [OKR_IMPORT_FIELD_LOW] = { "low", "low|lower|lower bound|minimum|min|untergrenze|minimo" },
  [OKR_IMPORT_FIELD_HIGH] = { "high", "high|upper|upper bound|maximum|max|obergrenze|maximo" },
  [OKR_IMPORT_FIELD_UNIT] = { "unit", "unit|units|einheit|unite|unidad|metric unit" },
  [OKR_IMPORT_FIELD_VALUE] = { "value", "value|current|current value|actual|actual value|latest|"
                                        "latest value|now|today|wert|ist|istwert|ist wert|aktuell|"
                                        "aktueller wert|heute|stand|"
                                        "valeur|actuel|valeur actuelle|valor|actual|valor actual|"
                                        "qtd actual|ytd actual" },
  [OKR_IMPORT_FIELD_CONFIDENCE] = { "confidence",
                                    "confidence|confidence level|confidence 0 10|zuversicht|"
                                    "konfidenz|confiance|confianza" },
  [OKR_IMPORT_FIELD_DATE] = { "date",
                              "date|check in date|checkin date|last check in|latest check in|"
                              "updated|last updated|last update|datum|date du point|fecha" },
  [OKR_IMPORT_FIELD_NOTE] = { "note",
                              "note|notes|comment|comments|remarks|kommentar|kommentare|notiz|"
                              "notizen|bemerkung|bemerkungen|commentaire|commentaires|remarques|"
                              "nota|notas|comentario|comentarios|"
                              "last comment|latest comment" },
  [OKR_IMPORT_FIELD_OBSTACLE] = { "obstacle",
                                  "obstacle|obstacles|blocker|blockers|impediment|hindernis|"
                                  "hindernisse|obstaculo|obstaculos|bloqueo" },
  [OKR_IMPORT_FIELD_AUTHOR] = { "author",
                                "author|check in author|by|who|autor|autorin|auteur|autora" },
  [OKR_IMPORT_FIELD_DUE] = { "due",
                             "due|due date|deadline|end date|fallig|fallig am|falligkeit|frist|"
                             "echeance|date limite|vencimiento|fecha limite|"
                             "due by|by when|date to|timeline end|bis wann|fecha fin|date de fin" },
  [OKR_IMPORT_FIELD_WEIGHT] = { "weight", "weight|kr weight|key result weight|gewicht|gewichtung|"
                                          "poids|peso|"
                                          "weighting|ponderation|ponderacion" },
  [OKR_IMPORT_FIELD_DESCRIPTION] = { "description",
                                     "description|details|beschreibung|descripcion" },
  [OKR_IMPORT_FIELD_SOURCE] = { "source", "source|data source|quelle|datenquelle|fuente" },
  [OKR_IMPORT_FIELD_MILESTONES] = { "milestones",
                                    "milestones|milestone|meilensteine|meilenstein|jalons|jalon|"
                                    "etapes|hitos|hito" },
  [OKR_IMPORT_FIELD_COMPUTED_GRADE] = { "computed-grade",
                                        "computed grade|berechnete bewertung|note calculee|"
                                        "nota calculada" },
  [OKR_IMPORT_FIELD_GRADE] = { "grade", "self assessed grade|self assessment|selbstbewertung|"
                                        "autoevaluation|autoevaluacion" },
  [OKR_IMPORT_FIELD_GRADE_REASON] = { "grade-reason",
                                      "grade reason|reason for the grade|grund der bewertung|"
                                      "raison de la note|motivo de la nota" },
  [OKR_IMPORT_FIELD_LEARNED] = { "learned",
                                 "learned|what was learned|lessons learned|learnings|gelernt|"
                                 "gelerntes|appris|enseignements|aprendido|aprendizajes" },
  [OKR_IMPORT_FIELD_TITLE] = { "title",
                               "title|name|item|okr|summary|titel|bezeichnung|titre|nom|titulo|"
                               "nombre|"
                               "okr title|okr name" },
  [OKR_IMPORT_FIELD_ID] = { "id", "id|row id|item id|okr id|key|nr|no|number|"
                                  "issue key|issue id|task id" },
  [OKR_IMPORT_FIELD_PARENT] = { "parent",
                                "parent|parent id|parent row|parent row id|parent title|parent okr|"
                                "parent item|ubergeordnet|eltern id|padre|id padre|superior|"
                                "parent task|parent key|parent issue" },
  [OKR_IMPORT_FIELD_TYPE] = { "type", "type|item type|level|typ|ebene|niveau|tipo|nivel|"
                                      "issue type|section column" },
  [OKR_IMPORT_FIELD_IGNORED] = { "ignored",
                                 "progress|status|expected|state|score|grade|rag|fortschritt|"
                                 "progression|progres|statut|progreso|estado|percent complete|"
                                 "complete|objective progress|days since check in|"
                                 "zielerreichung|attainment|avancement|cumplimiento|kr "
                                 "progress|goal progress|key result progress|achievement" },
  [OKR_IMPORT_FIELD_VALUE_THEN] = { "value-then", "" },
};

/* The words that stand before a key result's number. */
static const char *const numbered[] = { "key result",        "keyresult",    "kr",
                                        "schlusselergebnis", "resultat cle", "resultado clave" };

char *
okr_import_fold (const char *text)
{
  g_autofree char *plain = okr_cell_dup_without_marks (text);
  g_autofree char *lower = g_utf8_casefold (plain, -1);
  g_autofree char *ascii = g_str_to_ascii (lower, "C");
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0'; at++)
    {
      if (g_ascii_isalnum (*at))
        g_string_append_c (folded, *at);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_one_of (const char *headings, const char *folded)
{
  const gsize length = strlen (folded);

  for (const char *at = headings; *at != '\0';)
    {
      const gsize n = strcspn (at, "|");

      if (n == length && memcmp (at, folded, n) == 0)
        return TRUE;
      at += n + (at[n] == '|');
    }

  return FALSE;
}

static OkrImportField
find_field (const char *folded)
{
  for (guint i = OKR_IMPORT_FIELD_OBJECTIVE; *folded != '\0' && i < OKR_IMPORT_N_FIELDS; i++)
    {
      if (is_one_of (fields[i].headings, folded))
        return (OkrImportField) i;
    }

  return OKR_IMPORT_FIELD_NONE;
}

/* "kr 2 target" → 2, "target"; "kr2" → 2, "". */
static guint
read_number (const char *folded, const char **rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    {
      const gsize length = strlen (numbered[i]);
      char *end;
      guint64 number;

      if (strncmp (folded, numbered[i], length) != 0)
        continue;
      folded += length + (folded[length] == ' ');
      number = g_ascii_strtoull (folded, &end, 10);
      if (end == folded || number == 0 || number > 99 || (*end != '\0' && *end != ' '))
        return 0;
      *rest = end + (*end == ' ');
      return (guint) number;
    }

  return 0;
}

/* "KR start value" is "start value", as long as nobody calls something else so. */
static OkrImportField
find_field_of_key_result (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    {
      const gsize length = strlen (numbered[i]);

      if (strncmp (folded, numbered[i], length) == 0 && folded[length] == ' ')
        return find_field (folded + length + 1);
    }

  return OKR_IMPORT_FIELD_NONE;
}

/* What a program puts around the name that people gave: "Custom field (Target value)". */
static char *
find_custom (const char *heading)
{
  static const char before[] = "custom field (";
  const gsize length = strlen (heading);

  if (g_ascii_strncasecmp (heading, before, strlen (before)) != 0 || heading[length - 1] != ')')
    return NULL;

  return g_strndup (heading + strlen (before), length - strlen (before) - 1);
}

/* "Current (Feb)" is "Current", and "Owner(s)" is "Owner". */
static char *
without_brackets (const char *heading)
{
  const char *open = strpbrk (heading, "([");

  return open != NULL && open > heading ? g_strndup (heading, (gsize) (open - heading)) : NULL;
}

OkrImportColumn
okr_import_column_from_heading (const char *heading)
{
  g_autofree char *folded = okr_import_fold (heading);
  OkrImportColumn column = { find_field (folded), 0 };
  g_autofree char *custom = find_custom (heading);
  const char *rest = NULL;
  guint number;

  if (custom != NULL)
    return okr_import_column_from_heading (custom);
  if (column.field == OKR_IMPORT_FIELD_KEY_RESULT && strchr (heading, '#') != NULL)
    return (OkrImportColumn){ OKR_IMPORT_FIELD_ID, 0 }; /* "KR #" counts them */
  if (column.field == OKR_IMPORT_FIELD_NONE)
    column.field = find_field_of_key_result (folded);
  if (column.field != OKR_IMPORT_FIELD_NONE)
    return column;

  number = read_number (folded, &rest);
  if (number == 0)
    {
      g_autofree char *shorter = without_brackets (heading);

      return shorter != NULL ? okr_import_column_from_heading (shorter) : column;
    }
  column.number = number;
  column.field = *rest == '\0' ? OKR_IMPORT_FIELD_KEY_RESULT : find_field (rest);
  if (column.field == OKR_IMPORT_FIELD_TITLE)
    column.field = OKR_IMPORT_FIELD_KEY_RESULT;
  if (column.field == OKR_IMPORT_FIELD_ID)
    column.field = OKR_IMPORT_FIELD_KEY_RESULT_ID;

  return column;
}

guint
okr_import_count_headings (OkrTable *table, guint row)
{
  guint known = 0;

  for (guint i = 0; i < okr_table_get_n_cells (table, row); i++)
    {
      const char *cell = okr_table_get_cell (table, row, i);

      known += okr_import_column_from_heading (cell).field != OKR_IMPORT_FIELD_NONE;
    }

  return known;
}

gboolean
okr_import_column_from_name (const char *name, OkrImportColumn *column)
{
  for (guint i = 0; i < OKR_IMPORT_N_FIELDS; i++)
    {
      const gsize length = strlen (fields[i].name);
      guint64 number = 0;

      if (g_ascii_strncasecmp (name, fields[i].name, length) != 0)
        continue;
      if (name[length] != '\0' &&
          (name[length] != '-' ||
           !g_ascii_string_to_unsigned (name + length + 1, 10, 1, 99, &number, NULL)))
        continue;
      *column = (OkrImportColumn){ (OkrImportField) i, (guint) number };
      return TRUE;
    }

  /* What would be understood above a column is understood here. */
  *column = okr_import_column_from_heading (name);

  return column->field != OKR_IMPORT_FIELD_NONE && column->field != OKR_IMPORT_FIELD_IGNORED;
}

const char *
okr_import_field_get_name (OkrImportField field)
{
  return fields[field].name;
}

gboolean
okr_import_field_is_number (OkrImportField field)
{
  switch ((int) field)
    {
    case OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT:
    case OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE:
    case OKR_IMPORT_FIELD_OBJECTIVE_GRADE:
    case OKR_IMPORT_FIELD_START:
    case OKR_IMPORT_FIELD_TARGET:
    case OKR_IMPORT_FIELD_LOW:
    case OKR_IMPORT_FIELD_HIGH:
    case OKR_IMPORT_FIELD_VALUE:
    case OKR_IMPORT_FIELD_VALUE_THEN:
    case OKR_IMPORT_FIELD_CONFIDENCE:
    case OKR_IMPORT_FIELD_WEIGHT:
    case OKR_IMPORT_FIELD_COMPUTED_GRADE:
    case OKR_IMPORT_FIELD_GRADE:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
okr_import_field_is_day (OkrImportField field)
{
  return field == OKR_IMPORT_FIELD_DATE || field == OKR_IMPORT_FIELD_DUE ||
         field == OKR_IMPORT_FIELD_CYCLE_START || field == OKR_IMPORT_FIELD_CYCLE_END;
}

gboolean
okr_import_field_has_days (OkrImportField field)
{
  return okr_import_field_is_day (field) || field == OKR_IMPORT_FIELD_MILESTONES;
}
