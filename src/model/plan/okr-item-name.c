/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-item-name.h"

#include <glib/gi18n-lib.h>

#include "okr-field-node.h"
#include "okr-format.h"
#include "okr-plan.h"

static char *
name_conflict (OkrConflict *conflict)
{
  OkrItem *plan = okr_item_get_parent (OKR_ITEM (conflict));
  const char *path = okr_conflict_get_field_path (conflict);
  OkrItem *item = OKR_IS_PLAN (plan)
                      ? okr_plan_find (OKR_PLAN (plan), okr_conflict_get_item_id (conflict))
                      : NULL;
  const OkrField *field = item != NULL ? okr_item_find_exact_field (item, path) : NULL;

  if (item == NULL)
    return g_strdup (okr_item_get_kind_label (OKR_ITEM (conflict)));

  /* Translators: the name of a field and the title of the item that it belongs to */
  return g_strdup_printf (_ ("Conflict: %s of “%s”"),
                          field != NULL ? okr_field_get_label (field) : path,
                          okr_item_get_title (item));
}

static const char *
get_parent_title (OkrItem *item)
{
  OkrItem *parent = okr_item_get_parent (item);

  return parent != NULL ? okr_item_get_title (parent) : "";
}

char *
okr_item_dup_name (OkrItem *item)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  if (OKR_IS_CHECK_IN (item))
    {
      day = okr_format_day (okr_check_in_get_date (OKR_CHECK_IN (item)));
      /* Translators: a date and the title of a key result */
      return g_strdup_printf (_ ("Check-in of %1$s: %2$s"), day, get_parent_title (item));
    }
  if (OKR_IS_READING (item))
    {
      day = okr_format_day (okr_reading_get_date (OKR_READING (item)));
      /* Translators: a date and the title of a KPI */
      return g_strdup_printf (_ ("Reading of %1$s: %2$s"), day, get_parent_title (item));
    }
  if (OKR_IS_REVIEW (item))
    {
      day = okr_format_day (okr_review_get_date (OKR_REVIEW (item)));
      /* Translators: a date */
      return g_strdup_printf (_ ("Review of %s"), day);
    }

  if (OKR_IS_CONFLICT (item))
    return name_conflict (OKR_CONFLICT (item));

  return g_strdup (okr_item_get_title (item));
}
