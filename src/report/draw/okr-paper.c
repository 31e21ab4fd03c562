/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-paper.h"

#include <langinfo.h>

#define POINTS_PER_MM (72 / 25.4)
#define LETTER_MM 279
#define MARGIN 48.0

static const char *const papers[] = {
  [OKR_PAPER_POSTER] = "poster",
  [OKR_PAPER_A4] = "a4",
  [OKR_PAPER_A3] = "a3",
  [OKR_PAPER_LETTER] = "letter",
};

/* The C library tells what is meant in the place of a pointer. */
static gboolean
is_letter_usual (void)
{
  return GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) == LETTER_MM;
}

void
okr_page_setup_init (OkrPageSetup *self, OkrPaper paper, gboolean is_landscape)
{
  double width;
  double height;

  g_return_if_fail (self != NULL);

  if (paper == OKR_PAPER_POSTER)
    paper = is_letter_usual () ? OKR_PAPER_LETTER : OKR_PAPER_A4;
  width = paper == OKR_PAPER_LETTER ? 612 : (paper == OKR_PAPER_A3 ? 297 : 210) * POINTS_PER_MM;
  height = paper == OKR_PAPER_LETTER ? 792 : (paper == OKR_PAPER_A3 ? 420 : 297) * POINTS_PER_MM;

  *self = (OkrPageSetup){
    .width = is_landscape ? height : width,
    .height = is_landscape ? width : height,
    .left = MARGIN,
    .right = MARGIN,
    .top = MARGIN,
    .bottom = MARGIN * 0.6,
  };
}

gboolean
okr_paper_find (const char *name, OkrPaper *paper)
{
  g_return_val_if_fail (name != NULL && paper != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i]) == 0)
      {
        *paper = (OkrPaper) i;
        return TRUE;
      }

  return FALSE;
}
