/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-composer.h"
#include "okr-poster.h"
#include "okr-scope.h"

G_BEGIN_DECLS

/**
 * OkrExportOptions:
 * @cycle: (nullable): of which objectives; %NULL for all
 * @team: (nullable): of whose objectives, with those of its sub-teams; %NULL for all
 * @owner: (nullable): of whom to tell: what this person answers for; %NULL for all.
 *   A poster tells of all
 * @paper: how large the pages are
 * @is_landscape: whether pages of a report lie
 * @sections_begin_pages: whether each section of a report begins on a new page
 * @page: in PNG: which page of a report, from 0
 * @setup: (nullable): the paper of a printer, instead of @paper and @is_landscape; sheets
 * of a poster are cut for it
 * @file_name: (nullable): the name of the plan's file, to be shown
 *
 * Which part of a plan is exported, and how. All zero exports everything.
 */
typedef struct
{
  OkrCycle *cycle;
  OkrTeam *team;
  const char *owner;
  OkrPaper paper;
  gboolean is_landscape;
  gboolean sections_begin_pages;
  guint page;
  const OkrPageSetup *setup;
  const char *file_name;
} OkrExportOptions;

/**
 * OkrExportFormat:
 * @extension: the end of its files' names, without the dot
 * @title: what to call it, to be translated
 * @summary: what it is good for, to be translated
 *
 * What files can be of.
 */
typedef struct
{
  const char *extension;
  const char *title;
  const char *summary;
} OkrExportFormat;

/**
 * OkrExportKind:
 * @extension: the end of its files' names, without the dot
 * @report: its name on the command line, which no other kind with that extension has
 * @title: what to call it, to be translated
 * @word: (nullable): what its files are called after the plan, to be translated; %NULL: nothing
 * @has_all_cycles: whether it shows all cycles where nothing else is said, because it is a store
 *   of data; else it shows the current one
 * @empty: (nullable): what to say where there is nothing to write, to be translated
 * @has_paper: whether #OkrExportOptions.paper says something to it
 * @has_pages: whether it is an #OkrReport, so that its pages may lie
 * @has_person: whether it is good for one person alone
 * @has_initiatives: whether that takes in what the person does for what is another's
 * @has_sections: whether it has sections, which may begin on new pages
 *
 * A row in the table of all that can be exported. Of an extension, the first row is what is meant
 * when nothing else is said.
 */
typedef struct
{
  const char *extension;
  const char *report;
  const char *title;
  const char *word;
  const char *empty;
  gboolean has_all_cycles;
  gboolean has_paper;
  gboolean has_pages;
  gboolean has_sections;
  gboolean has_person;
  gboolean has_initiatives;

  /*< private >*/
  GBytes *(*write) (OkrPlan *plan, const OkrScope *scope);
  char *(*dup_left_out) (OkrPlan *plan, const OkrScope *scope);
  OkrPosterFormat format;
} OkrExportKind;

/**
 * OkrExport:
 *
 * A plan about to be exported: made in the plan's thread, rendered once, in any thread.
 */
typedef struct _OkrExport OkrExport;

const OkrExportFormat *okr_export_get_formats (guint *n_formats);
const OkrExportFormat *okr_export_find_format (const char *extension);
const OkrExportKind *okr_export_get_kinds (guint *n_kinds);
const OkrExportKind *okr_export_find_kind (const char *extension, const char *report);
gboolean okr_export_is_one_page (const OkrExportKind *kind);
char *okr_export_dup_extensions (void);
char *okr_export_dup_reports (const char *extension);
char *okr_export_dup_stem (const OkrExportKind *kind, const char *plan);
char *okr_export_dup_name (const OkrExportKind *kind, const char *plan);
char *okr_export_dup_left_out (const OkrExportKind *kind, OkrPlan *plan,
                               const OkrExportOptions *options);
gboolean okr_export_may_write (GFile *target, GFile *plan);

void okr_export_prepare (const OkrExportKind *kind);
void okr_export_end_preparation (void);
OkrExport *okr_export_new (const OkrExportKind *kind, OkrPlan *plan,
                           const OkrExportOptions *options);
void okr_export_free (OkrExport *self);
guint okr_export_get_n_objectives (const OkrExport *self);
guint okr_export_get_n_pages (const OkrExport *self);
guint okr_export_paginate (OkrExport *self, const OkrPageSetup *setup, GCancellable *cancellable,
                           GError **error);
void okr_export_draw_page (OkrExport *self, guint page, cairo_t *cr);
GBytes *okr_export_render (OkrExport *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrExport, okr_export_free)

G_END_DECLS
