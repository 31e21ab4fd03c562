/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-initiative-row.h"

#include <glib/gi18n.h>

#include "okr-format.h"
#include "okr-item-text.h"
#include "waymark-choice-row.h"
#include "waymark-date-row.h"
#include "waymark-person-row.h"
#include "waymark-text-row.h"

struct _WaymarkInitiativeRow
{
  WaymarkChildRow parent_instance;

  WaymarkPersonRow *owner;
};

G_DEFINE_FINAL_TYPE (WaymarkInitiativeRow, waymark_initiative_row, WAYMARK_TYPE_CHILD_ROW)

static void
build (WaymarkChildRow *row)
{
  WaymarkInitiativeRow *self = WAYMARK_INITIATIVE_ROW (row);
  GtkWidget *state = waymark_choice_row_new ();

  self->owner = WAYMARK_PERSON_ROW (waymark_person_row_new ());
  waymark_choice_row_set_enum (WAYMARK_CHOICE_ROW (state), OKR_TYPE_INITIATIVE_STATE);
  waymark_child_row_add_field (row, waymark_text_row_new (), _ ("Title"), "title");
  waymark_child_row_add_field (row, state, _ ("State"), "state");
  waymark_child_row_add_field (row, GTK_WIDGET (self->owner), _ ("Owner"), "owner");
  waymark_child_row_add_field (row, waymark_date_row_new (), _ ("Due"), "due");
  waymark_child_row_add_field (row, waymark_text_row_new (), _ ("Outcome"), "outcome");
}

/* The state, and then the one thing that matters most in it. */
static char *
dup_subtitle (OkrInitiative *initiative)
{
  const OkrInitiativeState state = okr_initiative_get_state (initiative);
  const char *label = okr_enum_to_label (OKR_TYPE_INITIATIVE_STATE, (int) state);
  const gboolean over =
      state == OKR_INITIATIVE_STATE_DONE || state == OKR_INITIATIVE_STATE_DISCARDED;
  const char *owner = okr_initiative_get_owner (initiative);
  const char *outcome = okr_initiative_get_outcome (initiative);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_strv_builder_add (parts, label);
  if (over && outcome != NULL && *outcome != '\0')
    g_strv_builder_add (parts, outcome);
  else if (owner != NULL && *owner != '\0')
    g_strv_builder_add (parts, owner);
  if (!over && okr_initiative_get_due (initiative) != OKR_DAY_NONE)
    {
      g_autofree char *day = okr_format_day_short (okr_initiative_get_due (initiative));
      /* Translators: of an initiative: the date on which it is due */
      g_autofree char *until = g_strdup_printf (_ ("until %s"), day);

      g_strv_builder_add (parts, until);
    }
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

static void
update (WaymarkChildRow *row)
{
  WaymarkInitiativeRow *self = WAYMARK_INITIATIVE_ROW (row);
  OkrItem *item = waymark_child_row_get_item (row);
  const char *title = okr_item_text_get_title (item);
  g_autofree char *subtitle = dup_subtitle (OKR_INITIATIVE (item));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  if (self->owner != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    {
      OkrPlan *plan = waymark_session_get_plan (waymark_child_row_get_session (row));
      g_auto (GStrv) names = okr_plan_list_people (plan);

      waymark_person_row_set_names (self->owner, (const char *const *) names);
    }
}

static void
waymark_initiative_row_class_init (WaymarkInitiativeRowClass *klass)
{
  WAYMARK_CHILD_ROW_CLASS (klass)->build = build;
  WAYMARK_CHILD_ROW_CLASS (klass)->update = update;
}

static void
waymark_initiative_row_init (WaymarkInitiativeRow *self)
{
}

GtkWidget *
waymark_initiative_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_INITIATIVE_ROW, NULL);
}
