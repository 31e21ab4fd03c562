/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-key-result.h"

G_BEGIN_DECLS

/**
 * OkrGoalpost:
 * @OKR_GOALPOST_TITLE: the wording
 * @OKR_GOALPOST_KIND: how it is measured
 * @OKR_GOALPOST_START: the start
 * @OKR_GOALPOST_TARGET: the target
 * @OKR_GOALPOST_LOW: the lowest value
 * @OKR_GOALPOST_HIGH: the highest value
 * @OKR_GOALPOST_DUE: the due date
 *
 * What is agreed on a key result when its cycle becomes active.
 */
typedef enum
{
  OKR_GOALPOST_TITLE,
  OKR_GOALPOST_KIND,
  OKR_GOALPOST_START,
  OKR_GOALPOST_TARGET,
  OKR_GOALPOST_LOW,
  OKR_GOALPOST_HIGH,
  OKR_GOALPOST_DUE,
} OkrGoalpost;

#define OKR_N_GOALPOSTS (OKR_GOALPOST_DUE + 1)

/**
 * okr_goalpost_is_moved:
 * @kr: a key result
 * @post: what to look at
 *
 * Returns: whether it is something else than what was agreed; what had not been stated then was
 *   not agreed either
 */
gboolean okr_goalpost_is_moved (OkrKeyResult *kr, OkrGoalpost post);

/**
 * okr_goalpost_dup_note:
 * @kr: a key result
 * @post: what to look at
 *
 * Returns: (transfer full) (nullable): where it stands below the very thing that was moved:
 *   "Was 25 %, agreed on 4 Jan"; %NULL where it was not
 */
char *okr_goalpost_dup_note (OkrKeyResult *kr, OkrGoalpost post);

/**
 * okr_goalpost_dup_sentence:
 * @kr: a key result
 * @post: what to look at
 *
 * Returns: (transfer full) (nullable): the same for itself: "Target was 25 %, agreed on 4 Jan"
 */
char *okr_goalpost_dup_sentence (OkrKeyResult *kr, OkrGoalpost post);

G_END_DECLS
