/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-export.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "okr-page-fonts.h"
#include "okr-report.h"

struct _OkrExport
{
  const OkrExportKind *kind;
  OkrPaper paper;
  OkrPageSetup setup;
  gboolean has_setup;
  OkrPoster *poster; /* or */
  OkrDigest *digest; /* or */
  GBytes *text;      /* one of them, or none where there is nothing to write */
  guint n_objectives;
  guint page;
  OkrReport *report; /* once it is laid out */
};

static gboolean
is_called_like_plan (const char *path)
{
  const gsize length = strlen (path);

  return length >= 4 && g_ascii_strcasecmp (path + length - 4, ".okr") == 0;
}

/* Writing follows symbolic links; a hard link with another name is a plan, too. */
static gboolean
leads_to_plan (const char *path, GFile *plan)
{
  const char *plan_path = plan != NULL ? g_file_peek_path (plan) : NULL;
  char *real = realpath (path, NULL);
  gboolean is_plan = real != NULL && is_called_like_plan (real);
  GStatBuf target_stat, plan_stat;

  free (real);

  return is_plan ||
         (plan_path != NULL && g_stat (path, &target_stat) == 0 &&
          g_stat (plan_path, &plan_stat) == 0 && target_stat.st_dev == plan_stat.st_dev &&
          target_stat.st_ino == plan_stat.st_ino);
}

/**
 * okr_export_may_write:
 * @target: where an export is to go
 * @plan: (nullable): the file of the plan that is exported
 *
 * An export that is there may be replaced by a newer one, a plan never is: neither what is called
 * like one, nor what a link with another name leads to.
 *
 * Returns: whether @target is no plan
 */
gboolean
okr_export_may_write (GFile *target, GFile *plan)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (G_IS_FILE (target), FALSE);
  g_return_val_if_fail (plan == NULL || G_IS_FILE (plan), FALSE);

  base = g_file_get_basename (target);
  if ((base != NULL && is_called_like_plan (base)) || (plan != NULL && g_file_equal (plan, target)))
    return FALSE;

  return g_file_peek_path (target) == NULL || !leads_to_plan (g_file_peek_path (target), plan);
}

static OkrScope
find_scope (const OkrExportKind *kind, const OkrExportOptions *options)
{
  OkrScope scope = { NULL };

  if (options == NULL)
    return scope;

  scope.cycle = options->cycle;
  scope.team = options->team;
  scope.owner = kind->has_pages || kind->write != NULL ? options->owner : NULL;

  return scope;
}

/**
 * okr_export_dup_left_out:
 * @kind: what to make
 * @plan: a plan
 * @options: (nullable): which part of it, and how
 *
 * Returns: (transfer full) (nullable): a sentence about what of @plan a reader would look for there
 *   in vain; %NULL where nothing is to be said
 */
char *
okr_export_dup_left_out (const OkrExportKind *kind, OkrPlan *plan, const OkrExportOptions *options)
{
  OkrScope scope;

  g_return_val_if_fail (kind != NULL && OKR_IS_PLAN (plan), NULL);

  scope = find_scope (kind, options);

  return kind->dup_left_out != NULL ? kind->dup_left_out (plan, &scope) : NULL;
}

static gboolean
has_objective (const OkrExportKind *kind, OkrPlan *plan, const OkrScope *scope,
               OkrObjective *objective)
{
  if (okr_scope_has_objective (scope, plan, objective))
    return TRUE;

  return kind->has_initiatives && scope->owner != NULL &&
         okr_plan_is_in_scope (plan, objective, scope->cycle, scope->team) &&
         okr_scope_has_initiative (objective, scope->owner);
}

static GHashTable *
find_objectives (const OkrExportKind *kind, OkrPlan *plan, const OkrScope *scope)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (has_objective (kind, plan, scope, objective))
        g_hash_table_add (found, g_strdup (okr_item_get_id (OKR_ITEM (objective))));
    }

  return found;
}

/**
 * okr_export_prepare:
 * @kind: what is going to be made
 *
 * Begins, in the background, what can be done without the plan. Good to call before a plan is read
 * that is to be exported at once; never necessary. okr_export_end_preparation() comes after it.
 */
void
okr_export_prepare (const OkrExportKind *kind)
{
  g_return_if_fail (kind != NULL);

  if (kind->has_pages)
    okr_page_fonts_prepare ();
  else if (kind->write == NULL)
    okr_fonts_prepare ();
}

/**
 * okr_export_end_preparation:
 *
 * Frees what was prepared and then not needed. To call after the export, or where there is none, so
 * that nothing goes on in the background when the process ends.
 */
void
okr_export_end_preparation (void)
{
  okr_page_fonts_drop ();
}

/**
 * okr_export_new:
 * @kind: what to make
 * @plan: a plan
 * @options: (nullable): which part of it, and how
 *
 * Returns: (transfer full): what @plan says now, about to be exported
 */
OkrExport *
okr_export_new (const OkrExportKind *kind, OkrPlan *plan, const OkrExportOptions *options)
{
  static const OkrExportOptions everything = { NULL };
  OkrExport *self;
  OkrScope scope;
  g_autoptr (GHashTable) objectives = NULL;

  g_return_val_if_fail (kind != NULL && OKR_IS_PLAN (plan), NULL);

  if (options == NULL)
    options = &everything;
  scope = find_scope (kind, options);
  objectives = find_objectives (kind, plan, &scope);
  self = g_new0 (OkrExport, 1);
  self->kind = kind;
  self->paper = options->paper;
  self->has_setup = options->setup != NULL;
  if (self->has_setup)
    self->setup = *options->setup;
  else
    okr_page_setup_init (&self->setup, options->paper, options->is_landscape);
  self->setup.sections_begin_pages = options->sections_begin_pages;
  self->page = options->page;
  self->n_objectives = g_hash_table_size (objectives);
  if (kind->write != NULL)
    {
      self->text = kind->write (plan, &scope);
    }
  else if (kind->has_pages)
    {
      const OkrReportKind *report = okr_report_find_kind (kind->report);
      const OkrDigestOptions digest = { .cycle = options->cycle,
                                        .team = options->team,
                                        .owner = options->owner,
                                        .sections = report->sections,
                                        .is_brief = report->is_brief,
                                        .file_name = options->file_name };

      self->digest = okr_digest_new (plan, &digest);
      self->n_objectives = self->digest->objectives->len;
    }
  else
    {
      OkrPictureOptions picture = { .cycle = options->cycle };

      if (options->team != NULL)
        {
          picture.only = objectives;
          picture.scope = okr_item_get_title (OKR_ITEM (options->team));
        }
      self->poster = okr_poster_new (plan, &picture);
    }

  return self;
}

/**
 * okr_export_free:
 * @self: (transfer full): an export
 */
void
okr_export_free (OkrExport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->poster, okr_poster_free);
  g_clear_pointer (&self->report, okr_report_free);
  g_clear_pointer (&self->digest, okr_digest_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

/**
 * okr_export_get_n_objectives:
 *
 * Returns: how many objectives are in the part that is exported
 */
guint
okr_export_get_n_objectives (const OkrExport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_objectives;
}

/**
 * okr_export_get_n_pages:
 * @self: an export that was laid out or rendered
 *
 * Returns: how many pages its report has; 0 when it is none
 */
guint
okr_export_get_n_pages (const OkrExport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->report != NULL ? okr_report_get_n_pages (self->report) : 0;
}

/**
 * okr_export_paginate:
 * @self: an export of a kind of PDF
 * @setup: the paper
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * Lays it out to be printed, instead of rendering it; again for other paper. It may be done in any
 * thread; pages are drawn in the one that has laid them out last.
 *
 * Returns: how many pages there are; 0 with an error
 */
guint
okr_export_paginate (OkrExport *self, const OkrPageSetup *setup, GCancellable *cancellable,
                     GError **error)
{
  OkrPageSetup own;

  g_return_val_if_fail (self != NULL && setup != NULL, 0);
  g_return_val_if_fail (self->poster != NULL || self->digest != NULL, 0);

  if (self->poster != NULL)
    return okr_poster_cut (self->poster, setup, cancellable, error);

  own = *setup;
  own.sections_begin_pages = self->setup.sections_begin_pages;
  g_clear_pointer (&self->report, okr_report_free);
  self->report = okr_report_new (self->digest, okr_report_find_kind (self->kind->report), &own);

  return okr_report_get_n_pages (self->report);
}

/**
 * okr_export_draw_page:
 * @self: an export that was laid out
 * @page: the number of a page, from 0
 * @cr: where to, in points from the upper left corner of the paper
 */
void
okr_export_draw_page (OkrExport *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (self->poster != NULL || self->report != NULL);

  if (self->poster != NULL)
    okr_poster_draw_sheet (self->poster, page, cr);
  else
    okr_report_draw_page (self->report, page, cr);
}

static GBytes *
render_page (OkrExport *self, GCancellable *cancellable, GError **error)
{
  const guint n_pages = okr_report_get_n_pages (self->report);

  if (self->page < n_pages)
    return okr_report_write_png (self->report, self->page, cancellable, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: the number of a page, and how many there are */
               ngettext ("There is no page %u: the report has %u page.",
                         "There is no page %u: the report has %u pages.", n_pages),
               self->page + 1, n_pages);

  return NULL;
}

static GBytes *
render_pages (OkrExport *self, GCancellable *cancellable, GError **error)
{
  if (okr_export_paginate (self, &self->setup, cancellable, error) == 0)
    return NULL;
  if (self->poster != NULL)
    return okr_poster_write_sheets (self->poster, error);
  if (okr_export_is_one_page (self->kind))
    return render_page (self, cancellable, error);

  return okr_report_write_pdf (self->report, cancellable, error);
}

/**
 * okr_export_render:
 * @self: an export that was not rendered yet
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %G_IO_ERROR
 *
 * The same plan on the same day, in the same language and with the same fonts, gives the same
 * bytes.
 *
 * Returns: (transfer full) (nullable): the contents of a file
 */
GBytes *
okr_export_render (OkrExport *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->text != NULL)
    return g_bytes_ref (self->text);
  if (self->digest != NULL || (self->poster != NULL && self->has_setup))
    return render_pages (self, cancellable, error);
  if (self->poster == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ (self->kind->empty));
      return NULL;
    }

  return okr_poster_render (self->poster, self->kind->format, self->paper, cancellable, error);
}
