/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-edit.h"

G_BEGIN_DECLS

typedef enum
{
  OKR_EDIT_VERB_ADD,
  OKR_EDIT_VERB_CHANGE,
  OKR_EDIT_VERB_DELETE,
  OKR_EDIT_VERB_MOVE,
  OKR_EDIT_VERB_DUPLICATE,
} OkrEditVerb;

const char *okr_edit_get_label (OkrItem *item, OkrEditVerb verb);
gboolean okr_edit_finish (OkrPlan *plan, gboolean success);

G_END_DECLS
