/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-plans.h"
#include "waymark-item-text.h"

/* Where writing runs from right to left, "90 → 55" must not be read as "55 → 90". */
static void
test_range_direction (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrKeyResult *kr = OKR_KEY_RESULT (okr_plan_find (plan, "k1"));
  g_autofree char *usual = waymark_item_text_dup_range (kr);
  g_autofree char *kept = g_strconcat ("\u2066", usual, "\u2069", NULL);
  g_autofree char *mirrored = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  mirrored = waymark_item_text_dup_range (kr);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (mirrored, ==, kept);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  gtk_init ();

  g_test_add_func ("/item-text/range-direction", test_range_direction);

  return g_test_run ();
}
