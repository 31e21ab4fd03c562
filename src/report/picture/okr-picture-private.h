/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-picture.h"

G_BEGIN_DECLS

#define OKR_PICTURE_FOOT_HEIGHT 30.0 /* of the heading above what contributes to nothing */
#define OKR_PICTURE_ROW_GAP 24.0

/* Where a box stands at the foot, or in the graph. */
typedef enum
{
  OKR_PICTURE_LINKED,       /* it reaches the mission, or need not */
  OKR_PICTURE_LOOSE_LINKED, /* loose, but with links of its own */
  OKR_PICTURE_LOOSE_SINGLE,
} OkrPictureGroup;

struct _OkrPicture
{
  gatomicrefcount ref_count;
  gboolean mirrored;
  gboolean has_cycles; /* objectives of more than one, so that each says to which it belongs */
  GArray *boxes;     /* OkrPictureBox */
  GArray *links;     /* OkrPictureLink */
  GHashTable *index; /* id of a box or a row → box + 1; ids are the boxes' */
  char *levels[4];   /* the columns' possible headings, by OkrTeamKind; NULL: nobody is of it */

  /* Links by box: those of box i are at starts[i] until starts[i + 1] */
  guint *from_starts;
  guint *from_links;
  guint *to_starts;
  guint *to_links;

  /* Since the layout */
  OkrGraphLayout *layouts[2]; /* of what is linked, and of what is loose and linked */
  OkrPictureRect *places;     /* of the boxes, when nothing moves */
  guint *order;               /* of the loose single boxes, from the first */
  OkrGraphPoint *straight;    /* two for each link, while things move; NULL before */
  GArray *columns;            /* OkrPictureColumn */
  double width;
  double height;
  double foot; /* upper edge of the foot's heading, NaN without one */
};

/* Of an objective's box. */
char *okr_picture_dup_subtitle (const OkrPicture *picture, OkrObjective *objective);
int okr_picture_get_level (OkrObjective *objective);
/* Of the mission's box; empty where there is none. */
char *okr_picture_dup_mission (OkrPlan *plan);

void okr_picture_index_links (OkrPicture *self);

G_END_DECLS
