/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What `okr` ends with. */
typedef enum
{
  OKR_EXIT_FINE = 0,
  OKR_EXIT_FINDINGS = 1,
  OKR_EXIT_USAGE = 2,
  OKR_EXIT_UNREADABLE = 3,
  OKR_EXIT_UNWRITABLE = 4,
} OkrExit;

typedef struct _OkrVerb OkrVerb;

/* All texts but @name are to be translated. @argv holds what follows the verb, with the verb itself
 * first. */
struct _OkrVerb
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  OkrExit (*run) (const OkrVerb *verb, char **argv);
};

extern const OkrVerb okr_verb_new;
extern const OkrVerb okr_verb_show;
extern const OkrVerb okr_verb_check;
extern const OkrVerb okr_verb_add;
extern const OkrVerb okr_verb_set;
extern const OkrVerb okr_verb_remove;
extern const OkrVerb okr_verb_checkin;
extern const OkrVerb okr_verb_diff;
extern const OkrVerb okr_verb_merge;
extern const OkrVerb okr_verb_resolve;
extern const OkrVerb okr_verb_export;
extern const OkrVerb okr_verb_fmt;
extern const OkrVerb okr_verb_graph;
extern const OkrVerb okr_verb_versions;
extern const OkrVerb okr_verb_import;
extern const OkrVerb okr_verb_git_setup;

/* Reads options into @entries (texts as G_OPTION_ARG_FILENAME) and what is left into @arguments,
 * of which there must be from @min to @max. If there is nothing more to do, because help was
 * shown or the usage is wrong, returns FALSE and what to exit with. */
gboolean okr_verb_parse (const OkrVerb *verb, const GOptionEntry *entries, char **argv, guint min,
                         guint max, char ***arguments, OkrExit *status);

OkrExit okr_verb_refuse (const OkrVerb *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);
OkrExit okr_verb_refuse_error (const OkrVerb *verb, const GError *error);
gboolean okr_verb_take_text (const OkrVerb *verb, const char *name, char **text, OkrExit *status);

G_END_DECLS
