/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-report.h"

G_BEGIN_DECLS

extern const OkrReportKind okr_report_details;
extern const OkrReportKind okr_report_full;
extern const OkrReportKind okr_report_summary;
extern const OkrReportKind okr_report_checkin;
extern const OkrReportKind okr_report_retrospective;
extern const OkrReportKind okr_report_teams;
extern const OkrReportKind okr_report_people;

/* Of the width of the page, how far key results are indented. */
#define OKR_REPORT_INDENT 0.02

/* Where the ranges and the values of key results begin, and of how wide a page the columns after
 * them are. */
typedef struct
{
  double range;
  double value;
  double room;
} OkrReportColumns;

/* Where an objective stands in a document: its level in the outline, 0 for none; the target that
 * its title leads to, and the target that it is; both may be NULL; whether it has to say itself to
 * which cycle it belongs; and the columns of its key results, NULL for the usual ones. */
typedef struct
{
  guint level;
  const char *link;
  const char *target;
  gboolean has_cycle;
  const OkrReportColumns *columns;
} OkrReportPlace;

/* What is told of a cycle, or of all where there is but one: the level of what it consists of. */
typedef void (*OkrReportPart) (OkrComposer *composer, const OkrDigest *digest, guint level,
                               gpointer data);

/* The heading of one of several cycles, which begins a section and stays with what comes next. */
void okr_report_begin_cycle (OkrComposer *composer, const OkrDigest *cycle, guint level);

/* In the order of cycles; each of several that has objectives begins with a heading of that
 * level. */
void okr_report_compose_cycles (OkrComposer *composer, const OkrDigest *digest, guint level,
                                OkrReportPart compose, gpointer data);

/* What the first page of most reports begins with. */
void okr_report_compose_head (OkrComposer *composer, const OkrDigest *digest, const char *title);
void okr_report_compose_figures (OkrComposer *composer, const OkrDigest *digest);

/* The row of an objective and what it belongs to, which begin a section and stay with what comes
 * next; and the row of a key result. */
void okr_report_begin_objective (OkrComposer *composer, const OkrDigestObjective *objective,
                                 const OkrReportPlace *place);
OkrBlock *okr_report_compose_key_result (OkrComposer *composer, const OkrDigestKeyResult *kr,
                                         OkrPageFont title);

/* Where room is short, titles have what the figures need not. */
OkrReportColumns okr_report_find_columns (OkrComposer *composer, const OkrDigest *digest);

/* The row of a key result with what the digest has to say besides the status. */
void okr_report_compose_marked (OkrComposer *composer, const OkrDigestKeyResult *kr,
                                const OkrReportColumns *columns);

/* What stands in for objectives where there are none. */
void okr_report_compose_nothing (OkrComposer *composer, const char *text);

/* An objective with its key results: their rows, or all that is known of them. */
void okr_report_compose_objective (OkrComposer *composer, const OkrDigestObjective *objective,
                                   const OkrReportPlace *place);
void okr_report_compose_details (OkrComposer *composer, const OkrDigestObjective *objective,
                                 const OkrReportPlace *place);

/* What would fill a narrow column has all of the width below its row: whether a text has more than
 * there is room for in lines that are so wide together. */
gboolean okr_report_is_long (OkrComposer *composer, OkrPageFont font, const char *text,
                             double width);

/* Small, below what stands last, and on its page. */
void okr_report_compose_words (OkrComposer *composer, const char *text);

/* A note on how progress becomes a grade; what people say themselves, below what was computed; and
 * room to write in for what they have not said yet, %NULL where there is nothing to ask:
 * @is_assessed says whether anybody said anything. */
void okr_report_compose_mean_grade (OkrComposer *composer, const OkrDigest *digest);
void okr_report_explain_grades (OkrComposer *composer, const OkrDigest *digest);
void okr_report_compose_own_words (OkrComposer *composer, const OkrDigestGrade *grade);
gboolean okr_report_is_assessed (const OkrDigest *digest);
OkrBlock *okr_report_compose_blanks (OkrComposer *composer, const OkrDigestGrade *grade,
                                     gboolean is_assessed);

/* "Make mobile the channel (continued)", "Digital (continued)" */
char *okr_report_dup_continued (const char *title);

/* "OKR summary · Q1 2027" */
char *okr_report_dup_title (const char *title, const OkrDigest *digest);

G_END_DECLS
