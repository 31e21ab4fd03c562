/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-alignment.h"
#include "okr-digest-private.h"
#include "okr-format.h"
#include "okr-item-text.h"
#include "okr-text-direction.h"

static void
free_link (gpointer data)
{
  OkrDigestLink *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

static gboolean
has_link (GPtrArray *links, const char *id)
{
  for (guint i = 0; i < links->len; i++)
    {
      const OkrDigestLink *link = links->pdata[i];

      if (g_str_equal (link->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
add_link (GPtrArray *links, OkrItem *target)
{
  OkrDigestLink *link;

  if (target == NULL || has_link (links, okr_item_get_id (target)))
    return;

  link = g_new0 (OkrDigestLink, 1);
  link->id = g_strdup (okr_item_get_id (target));
  link->title = g_strdup (okr_item_text_get_title (target));
  g_ptr_array_add (links, link);
}

/* The main parent first: a link that closes a loop is not the main one. */
static GPtrArray *
list_parents (OkrPlan *plan, OkrObjective *objective)
{
  const char *const *ids = okr_objective_get_contributes_to (objective);
  GPtrArray *links = g_ptr_array_new_with_free_func (free_link);

  add_link (links, okr_alignment_get_main_parent (plan, objective));
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    add_link (links, okr_alignment_get_target (plan, ids[i]));

  return links;
}

static char *
dup_contributes (GPtrArray *parents)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  if (parents->len == 0)
    return NULL;
  for (guint i = 0; i < parents->len; i++)
    {
      const OkrDigestLink *link = parents->pdata[i];
      g_autofree char *title = okr_text_isolate (link->title);

      if (i > 0)
        /* Translators: between two titles in a list */
        g_string_append (titles, _ (", "));
      g_string_append (titles, title);
    }

  /* Translators: the titles of what an objective contributes to; among other facts in one line */
  return g_strdup_printf (_ ("contributes to: %s"), titles->str);
}

static void
fill_figures (OkrDigestObjective *self, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);

  self->team_id =
      g_strdup (figures->team != NULL ? okr_item_get_id (OKR_ITEM (figures->team)) : "");
  self->team =
      g_strdup (figures->team != NULL ? okr_item_text_get_title (OKR_ITEM (figures->team)) : "");
  self->cycle_id =
      g_strdup (figures->cycle != NULL ? okr_item_get_id (OKR_ITEM (figures->cycle)) : "");
  self->cycle =
      g_strdup (figures->cycle != NULL ? okr_item_text_get_title (OKR_ITEM (figures->cycle)) : "");
  self->is_counted = figures->counted;
  self->progress = figures->progress;
  self->progress_text = okr_format_progress (figures->progress);
  self->expected = okr_digest_is_closed (objective) ? NAN : figures->expected;
  self->expected_text = okr_format_progress (self->expected);
  self->status = figures->status;
  self->status_label = g_strdup (okr_item_text_get_status (OKR_ITEM (objective)));
  self->attention = figures->attention;
  self->reasons = okr_digest_dup_reasons (figures->attention);
}

static void
add_key_results (OkrDigestObjective *self, OkrPlan *plan, OkrObjective *objective,
                 const char *owner, gboolean is_brief)
{
  GListModel *krs = okr_objective_get_key_results (objective);
  const OkrScope scope = { .owner = owner };

  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);

      if (okr_scope_has_key_result (&scope, objective, kr))
        g_ptr_array_add (self->key_results,
                         okr_digest_key_result_new (plan, objective, kr, is_brief));
      else if (okr_key_result_get_figures (kr)->share > 0)
        self->n_others++;
    }
}

gboolean
okr_digest_is_whole (const char *objective_owner, const char *owner)
{
  return owner == NULL || g_str_equal (objective_owner, owner);
}

/* The progress beside it is that of all key results that count, also of those that are not listed.
 */
static char *
dup_subtitle (const OkrDigestObjective *self, OkrObjective *objective)
{
  g_autofree char *subtitle = self->is_counted ? okr_item_text_dup_subtitle (objective)
                                               : okr_item_text_dup_people (objective);
  g_autofree char *note = NULL;

  if (self->n_others == 0 || !self->is_counted)
    return subtitle != NULL ? g_steal_pointer (&subtitle) : g_strdup ("");

  /* Translators: among other facts about an objective, of which only one person's key results are
     listed */
  note = g_strdup_printf (ngettext ("counts %u key result of others, too",
                                    "counts %u key results of others, too", self->n_others),
                          self->n_others);
  if (subtitle == NULL || *subtitle == '\0')
    return g_steal_pointer (&note);

  /* Translators: two facts in one line */
  return g_strdup_printf (_ ("%1$s · %2$s"), subtitle, note);
}

OkrDigestObjective *
okr_digest_objective_new (OkrPlan *plan, OkrObjective *objective, const char *owner,
                          gboolean is_brief)
{
  OkrDigestObjective *self = g_atomic_rc_box_new0 (OkrDigestObjective);

  self->id = g_strdup (okr_item_get_id (OKR_ITEM (objective)));
  self->title = g_strdup (okr_item_text_get_title (OKR_ITEM (objective)));
  self->description = g_strdup (okr_objective_get_description (objective));
  self->owner = g_strdup (okr_objective_get_owner (objective));
  self->parents = list_parents (plan, objective);
  self->contributes_text = dup_contributes (self->parents);
  self->ambition = okr_objective_get_ambition (objective);
  self->ambition_label = g_strdup (okr_enum_to_label (OKR_TYPE_AMBITION, (int) self->ambition));
  self->state = okr_objective_get_state (objective);
  self->key_results = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_digest_key_result_free);
  fill_figures (self, objective);
  add_key_results (self, plan, objective, owner, is_brief);
  self->subtitle = dup_subtitle (self, objective);
  okr_digest_grade_fill (&self->grade, objective, okr_objective_get_grade_computed (objective),
                         self->progress, okr_objective_get_grade_self (objective));
  okr_digest_grade_explain_progress (&self->grade, self->progress, &self->progress_text);
  self->grade.reason = g_strdup (okr_objective_get_grade_reason (objective));
  self->grade.learned = g_strdup (okr_objective_get_grade_learned (objective));

  return self;
}

OkrDigestObjective *
okr_digest_objective_ref (OkrDigestObjective *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  OkrDigestObjective *self = data;
  char *const texts[] = {
    self->id,
    self->title,
    self->description,
    self->team_id,
    self->team,
    self->owner,
    self->cycle_id,
    self->cycle,
    self->subtitle,
    self->contributes_text,
    self->ambition_label,
    self->progress_text,
    self->expected_text,
    self->status_label,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (self->reasons);
  g_ptr_array_unref (self->parents);
  g_ptr_array_unref (self->key_results);
  okr_digest_grade_clear (&self->grade);
}

void
okr_digest_objective_free (OkrDigestObjective *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
