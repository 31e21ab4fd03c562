/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* Finds by name what rows of a table speak of, and makes the cycles and teams that are missing. */
typedef struct _OkrImportPlaces OkrImportPlaces;

OkrImportPlaces *okr_import_places_new (OkrPlan *plan);
void okr_import_places_free (OkrImportPlaces *self);

/* Neither case matters nor how many blanks or line breaks stand between the words. */
gboolean okr_import_is_same_name (const char *a, const char *b);
char *okr_import_fold_name (const char *name);

/* Of cycles, or of quarters, in whichever way they are written. */
gboolean okr_import_is_same_cycle (const char *a, const char *b);
char *okr_import_fold_cycle (const char *name);

/* The quarter that a name is, as "Q1 2027"; NULL when it is anything more. */
char *okr_import_parse_quarter (const char *name);
/* Whether a name is a quarter, or half of a year, and only the year is missing. */
gboolean okr_import_lacks_year (const char *name);
/* The first quarter that a name has in it, and the last; a half of a year has two, a year four. */
char *okr_import_find_quarter (const char *name, char **last);

/* @text as an id for a new item if it can be one, else NULL. */
const char *okr_import_places_get_free_id (OkrPlan *plan, GType type, const char *text);

/* What a row says of a cycle or of a team. Its name decides; the id tells two of one name apart. */
typedef struct
{
  const char *id;
  const char *name;
  OkrDay start; /* of a cycle */
  OkrDay end;
  gboolean is_other;   /* (out) whether the id is that of another one than the name */
  gboolean is_assumed; /* (out) of a cycle that came: only a part of its name says when it runs */
} OkrImportPlace;

/* The cycle that is meant; where nothing is said the one that was current before the import. */
OkrItem *okr_import_places_get_cycle (OkrImportPlaces *self, OkrImportPlace *place, GError **error);
/* The team that is meant, NULL where nothing is said. */
OkrItem *okr_import_places_get_team (OkrImportPlaces *self, OkrImportPlace *place, GError **error);
/* Whether that is the id of a team, in the plan or in a row that has been read. */
gboolean okr_import_places_knows_team (OkrImportPlaces *self, const char *id);
/* Without a team the only one of that title in the cycle, whatever its team is. */
OkrItem *okr_import_places_find_objective (OkrImportPlaces *self, const char *id, const char *title,
                                           OkrItem *cycle, OkrItem *team, gboolean *is_several);
/* One that was there before the import, of a row that names no cycle or no team (NULL): the one in
 * the current cycle, else the only one in a cycle that is not over. Else the table that made it
 * would make it again, as soon as another cycle is the current one. */
OkrItem *okr_import_places_find_known (OkrImportPlaces *self, const char *title, OkrItem *cycle,
                                       OkrItem *team, gboolean *is_several);
/* What is there by that name, or id; none is made. */
OkrItem *okr_import_places_find_place (OkrImportPlaces *self, GType type, const char *name);
void okr_import_places_add_objective (OkrImportPlaces *self, OkrItem *objective);
/* A key result of that objective by its title; and one that has come, or has another title now. */
OkrItem *okr_import_places_find_key_result_of (OkrImportPlaces *self, OkrItem *objective,
                                               const char *title);
void okr_import_places_add_key_result (OkrImportPlaces *self, OkrItem *objective, OkrItem *kr);
/* By its title, and that of its objective unless it is NULL: nothing when several have it, and then
 * @is_known. */
OkrItem *okr_import_places_find_key_result (OkrImportPlaces *self, const char *objective,
                                            const char *title, gboolean *is_known);
/* An objective or key result by its id or title. */
OkrItem *okr_import_places_find_target (OkrImportPlaces *self, const char *name);
gboolean okr_import_places_is_new (OkrImportPlaces *self, OkrItem *place);
guint okr_import_places_get_n_cycles (OkrImportPlaces *self);
guint okr_import_places_get_n_teams (OkrImportPlaces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrImportPlaces, okr_import_places_free)

G_END_DECLS
