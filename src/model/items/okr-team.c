/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-team.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"

struct _OkrTeam
{
  OkrItem parent_instance;

  char *name;
  int kind;
  char *parent_id;
  char *lead;
};

static const OkrField fields[] = {
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "name", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrTeam, name), .label = N_ ("Name") },
  { .name = "kind", .type = OKR_FIELD_ENUM, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrTeam, kind), .get_type = okr_team_kind_get_type,
    .fallback = OKR_TEAM_KIND_TEAM, .label = N_ ("Kind") },
  { .name = "parent", .type = OKR_FIELD_REFERENCE, .offset = G_STRUCT_OFFSET (OkrTeam, parent_id),
    .get_type = okr_team_get_type, .label = N_ ("Part of") },
  { .name = "lead", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrTeam, lead),
    .label = N_ ("Lead") },
};

G_DEFINE_FINAL_TYPE (OkrTeam, okr_team, OKR_TYPE_ITEM)

static void
okr_team_class_init (OkrTeamClass *klass)
{
  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "team", N_ ("Team"), 't', fields,
                                 G_N_ELEMENTS (fields));
}

static void
okr_team_init (OkrTeam *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));
}

/**
 * okr_team_get_kind:
 *
 * Returns: the value
 */
OkrTeamKind
okr_team_get_kind (OkrTeam *self)
{
  g_return_val_if_fail (OKR_IS_TEAM (self), (OkrTeamKind) 0);

  return (OkrTeamKind) self->kind;
}

/**
 * okr_team_get_parent_team:
 *
 * Returns: the id, "" when absent
 */
const char *
okr_team_get_parent_team (OkrTeam *self)
{
  g_return_val_if_fail (OKR_IS_TEAM (self), "");

  return self->parent_id != NULL ? self->parent_id : "";
}

/**
 * okr_team_get_lead:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_team_get_lead (OkrTeam *self)
{
  g_return_val_if_fail (OKR_IS_TEAM (self), "");

  return self->lead != NULL ? self->lead : "";
}
