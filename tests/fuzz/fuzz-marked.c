/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What git may have left in a file: refused with a reason, or both sides come out, and if they are
 * plans, perhaps what they started from. Aborts where more comes out than went in, a text without
 * markers comes out changed, or the base is that of another plan. */
#include "fuzz-load.h"

#include "okr-marked-sides.h"
#include "okr-reader.h"

static void
read_base (OkrMarkedSides *sides)
{
  g_autoptr (OkrPlan) ours = okr_plan_new_from_bytes (sides->ours, NULL, NULL);
  g_autoptr (OkrPlan) theirs = okr_plan_new_from_bytes (sides->theirs, NULL, NULL);
  g_autoptr (OkrPlan) base = NULL;

  if (ours != NULL && theirs != NULL)
    base = okr_marked_sides_read_base (sides, ours, theirs, NULL);
  if (base != NULL && !g_str_equal (okr_item_get_id (OKR_ITEM (base)),
                                    okr_item_get_id (OKR_ITEM (ours))))
    g_error ("The base is another plan");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrMarkedSides) sides = okr_marked_sides_new (bytes, &error);
  g_autoptr (OkrMarkedSides) again = NULL;

  if (sides == NULL)
    {
      if (error == NULL || *error->message == '\0')
        g_error ("Is refused without a reason");
      return 0;
    }

  if (g_bytes_get_size (sides->ours) > size || g_bytes_get_size (sides->theirs) > size ||
      (sides->base != NULL && g_bytes_get_size (sides->base) > size))
    g_error ("More comes out than went in");

  again = okr_marked_sides_new (sides->ours, NULL);
  if (again == NULL || !g_bytes_equal (again->ours, sides->ours))
    g_error ("There are still markers in a side");
  read_base (sides);

  return 0;
}
