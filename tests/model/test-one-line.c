/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-one-line.h"

static void
test_breaks (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } rows[] = {
    { "", NULL },
    { "Grow our revenue", NULL },
    { "  two  blanks ", NULL },
    { "Größe\u00a0ist 5\u202f%", NULL },
    { "Grow our\nrevenue", "Grow our revenue" },
    { "Grow our \r\n \n revenue", "Grow our revenue" },
    { "Grow\tour\u2028revenue\u2029now\xc2\x85", "Grow our revenue now" },
    { "\n Grow  our\v\f\n", "Grow  our" },
    { "\n\t ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = okr_text_to_one_line (rows[i].text);

      g_assert_cmpstr (line, ==, rows[i].line);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/one-line/breaks", test_breaks);

  return g_test_run ();
}
