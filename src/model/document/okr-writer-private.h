/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* Gives the text of a child of the plan, as okr_item_to_piece() makes it; borrowed. */
typedef GBytes *(*OkrPieceFunc) (OkrItem *item, gpointer data);

/* A child of the plan as it stands in the document, without what separates it from the next. */
GBytes *okr_item_to_piece (OkrItem *item);

/* The document in parts: joined, they are what okr_plan_to_bytes() gives. */
GPtrArray *okr_plan_to_parts (OkrPlan *plan, OkrPieceFunc get_piece, gpointer data);

G_END_DECLS
