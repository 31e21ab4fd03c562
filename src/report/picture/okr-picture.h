/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-graph-layout.h"
#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrPicture:
 *
 * What the alignment picture shows: mission, objectives with their key results as rows, and the
 * links between them, as plain values, and once it is laid out, where all of it stands.
 *
 * It is made from a plan in the plan's thread, laid out in any thread, and then read and drawn in
 * one thread. Lengths are in pixels at a zoom of 1; who wants larger text zooms.
 *
 * An objective that contributes to nothing although it should, and what contributes only to such
 * ones, is gathered at the foot.
 */
typedef struct _OkrPicture OkrPicture;

/** The id of the mission's box. */
#define OKR_PICTURE_MISSION "mission"

#define OKR_PICTURE_BOX_WIDTH 268.0
#define OKR_PICTURE_MISSION_WIDTH 184.0
#define OKR_PICTURE_HEAD_HEIGHT 64.0
#define OKR_PICTURE_ROW_HEIGHT 26.0

/**
 * OkrPictureOptions:
 * @cycle: (nullable): show only the objectives of this cycle
 * @only: (nullable): a set of objectives' ids: show no others
 * @scope: (nullable): whose objectives these are, such as a team's name, for the head of a poster
 * @folded: (nullable): a set of objectives' ids whose rows are folded away, or, with @fold_all, of
 *   those whose rows are not
 * @fold_all: fold all rows away but those of @folded
 * @mirrored: from right to left, the mission at the right
 *
 * What to show. All zero shows everything.
 */
typedef struct
{
  OkrCycle *cycle;
  GHashTable *only;
  const char *scope;
  GHashTable *folded;
  gboolean fold_all;
  gboolean mirrored;
} OkrPictureOptions;

/**
 * OkrPictureRect:
 * @x: the left edge
 * @y: the upper edge
 * @width: the width
 * @height: the height
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} OkrPictureRect;

/**
 * OkrPictureRow:
 * @id: the key result's id
 * @title: its title
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress
 * @status: its status
 * @y: the upper edge, from the upper edge of the box
 * @height: the height
 *
 * A key result in a box.
 */
typedef struct
{
  char *id;
  char *title;
  double progress;
  double expected;
  OkrStatus status;
  double y;
  double height;

  /*< private >*/
  char **title_lines; /* NULL: one line */
} OkrPictureRow;

/**
 * OkrPictureBox:
 * @id: the objective's id, or %OKR_PICTURE_MISSION
 * @title: its title, or the mission
 * @subtitle: @state, team and owner, or "Mission"
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress
 * @status: its status
 * @state: (nullable): the state that it does not count in, and has no status therefore: "Dropped"
 * @is_mission: whether it is the mission
 * @is_loose: whether it stands at the foot, because it contributes to nothing yet
 * @is_folded: whether it has key results that are folded away
 * @n_key_results: key results that it has, also where they are folded away
 * @n_rows: rows that it shows
 * @rows: (array length=n_rows): the rows
 * @rect: where it stands
 * @layer: its column: 0 is the mission's
 *
 * The mission or an objective. Above its rows is its head, %OKR_PICTURE_HEAD_HEIGHT high.
 */
typedef struct
{
  char *id;
  char *title;
  char *subtitle;
  double progress;
  double expected;
  OkrStatus status;
  const char *state;
  gboolean is_mission;
  gboolean is_loose;
  gboolean is_folded;
  guint n_key_results;
  guint n_rows;
  OkrPictureRow *rows;
  OkrPictureRect rect;
  guint layer;

  /*< private >*/
  int level;
  guint group;
  char **title_lines;
  char **subtitle_lines;
} OkrPictureBox;

/**
 * OkrPictureLink:
 * @from: index of the box that contributes
 * @to: index of the box that it contributes to
 * @row: which row of @to, or -1 for the box itself; -1 also where its rows are folded away
 * @target: the id that the plan names: of a key result, an objective, or %OKR_PICTURE_MISSION
 * @is_main: whether it leads to the main parent
 * @is_ignored: whether it would close a loop; then it has no points and is not drawn
 * @n_points: how many points it has
 * @points: (array length=n_points): from the side of @from to the side of @to. From one to the next
 *   leads a cubic whose ends are horizontal, with its control points half the way along x
 *
 * A contribution.
 */
typedef struct
{
  guint from;
  guint to;
  int row;
  char *target;
  gboolean is_main;
  gboolean is_ignored;
  guint n_points;
  const OkrGraphPoint *points;

  /*< private >*/
  OkrPictureRect bounds;
  OkrGraphPoint *route;
  guint n_route;
} OkrPictureLink;

/**
 * OkrPictureColumn:
 * @heading: (nullable): the level that stands in it, such as "Teams"
 * @x: its left edge
 * @width: its width
 */
typedef struct
{
  char *heading;
  double x;
  double width;
} OkrPictureColumn;

/* Making */
OkrPicture *okr_picture_new (OkrPlan *plan, const OkrPictureOptions *options);
OkrPicture *okr_picture_ref (OkrPicture *self);
void okr_picture_unref (OkrPicture *self);
gboolean okr_picture_layout (OkrPicture *self, const OkrPicture *earlier,
                             const volatile gint *cancelled);
gboolean okr_picture_update_values (OkrPicture *self, OkrPlan *plan);
gboolean okr_picture_update (OkrPicture *self, OkrPlan *plan, const OkrPictureOptions *options);
void okr_picture_blend (OkrPicture *self, const OkrPicture *from, double progress);

/* What there is */
guint okr_picture_get_n_boxes (const OkrPicture *self);
const OkrPictureBox *okr_picture_get_box (const OkrPicture *self, guint index);
guint okr_picture_get_n_links (const OkrPicture *self);
const OkrPictureLink *okr_picture_get_link (const OkrPicture *self, guint index);
const guint *okr_picture_get_links_from (const OkrPicture *self, guint box, guint *n_links);
const guint *okr_picture_get_links_to (const OkrPicture *self, guint box, guint *n_links);
int okr_picture_find (const OkrPicture *self, const char *id, int *row);

/* Where it is */
double okr_picture_get_width (const OkrPicture *self);
double okr_picture_get_height (const OkrPicture *self);
gboolean okr_picture_is_mirrored (const OkrPicture *self);
guint okr_picture_get_n_columns (const OkrPicture *self);
const OkrPictureColumn *okr_picture_get_column (const OkrPicture *self, guint index);
gboolean okr_picture_get_foot (const OkrPicture *self, OkrPictureRect *heading);
int okr_picture_pick (const OkrPicture *self, double x, double y, int *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrPicture, okr_picture_unref)

G_END_DECLS
