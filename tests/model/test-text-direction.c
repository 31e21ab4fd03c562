/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-text-direction.h"

#include "okr-visible-text.h"

#define FSI "\u2068"
#define LRI "\u2066"
#define PDI "\u2069"

static void
test_isolate (void)
{
  static const struct
  {
    const char *text;
    const char *isolated;
  } rows[] = {
    { "", "" },
    { "Ana Reyes", "Ana Reyes" },
    { "120 → 180", "120 → 180" },
    { "רות", FSI "רות" PDI },
    { "Ana رقم", FSI "Ana رقم" PDI },
    { "אחת\nשתיים", FSI "אחת" PDI "\n" FSI "שתיים" PDI },
    /* What is isolated already stays. */
    { FSI "רות" PDI " · " FSI "דן" PDI, FSI "רות" PDI " · " FSI "דן" PDI },
    /* But not what somebody isolated a part of. */
    { "רות " FSI "x" PDI " דן", FSI "רות ⟨U+2068⟩x⟨U+2069⟩ דן" PDI },
    { FSI "רות" PDI " · 57 %", FSI "רות" PDI " · 57 %" },
    /* What would leave the isolate, or never end, is shown. */
    { "רות" PDI, FSI "רות⟨U+2069⟩" PDI },
    { "רות" LRI, FSI "רות⟨U+2066⟩" PDI },
    { PDI "רות" FSI, FSI "⟨U+2069⟩רות⟨U+2068⟩" PDI },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *isolated = okr_text_isolate (rows[i].text);

      g_assert_cmpstr (isolated, ==, rows[i].isolated);
    }
}

static void
test_range (void)
{
  g_autofree char *latin = okr_text_isolate_ltr ("120 → 180 s");
  g_autofree char *arabic = okr_text_isolate_ltr ("120 → 180 طلب");

  g_assert_cmpstr (latin, ==, "120 → 180 s");
  g_assert_cmpstr (arabic, ==, LRI "120 → 180 طلب" PDI);
}

static void
test_visible (void)
{
  static const struct
  {
    const char *text;
    const char *kept;
  } rows[] = {
    { FSI "רות" PDI " 12", FSI "רות" PDI " 12" },
    { "רות " FSI "x" PDI, "רות ⟨U+2068⟩x⟨U+2069⟩" },
    { FSI "רות", "⟨U+2068⟩רות" },
    { PDI "רות" FSI, "⟨U+2069⟩רות⟨U+2068⟩" },
    { FSI "a\u202e" PDI, FSI "a⟨U+202E⟩" PDI },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *kept = okr_visible_text (rows[i].text, OKR_VISIBLE_KEEP_ISOLATES);
      g_autofree char *shown = okr_visible_text (rows[i].text, OKR_VISIBLE_ONE_LINE);

      g_assert_cmpstr (kept, ==, rows[i].kept);
      g_assert_null (g_strstr_len (shown, -1, FSI));
    }
}

static void
test_direction (void)
{
  g_assert_true (okr_text_is_rtl ("12 עברית"));
  g_assert_false (okr_text_is_rtl ("12 a עברית"));
  g_assert_false (okr_text_is_rtl ("12 %"));
  g_assert_false (okr_text_is_program_rtl ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-direction/isolate", test_isolate);
  g_test_add_func ("/text-direction/range", test_range);
  g_test_add_func ("/text-direction/visible", test_visible);
  g_test_add_func ("/text-direction/direction", test_direction);

  return g_test_run ();
}
