/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-resolve.h"

G_BEGIN_DECLS

/**
 * WAYMARK_UNANSWERED:
 *
 * What a question has instead of an #OkrResolution until somebody decides.
 */
#define WAYMARK_UNANSWERED (-1)

/**
 * WaymarkQuestion:
 *
 * A conflict, and the answer that somebody chose. Its property "answer" is an #OkrResolution or
 * %WAYMARK_UNANSWERED; nothing is done to the plan until waymark_question_apply().
 */
#define WAYMARK_TYPE_QUESTION (waymark_question_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkQuestion, waymark_question, WAYMARK, QUESTION, GObject)

WaymarkQuestion *waymark_question_new (OkrPlan *plan, OkrConflict *conflict);

int waymark_question_get_answer (WaymarkQuestion *self);
void waymark_question_set_answer (WaymarkQuestion *self, int answer);

/**
 * waymark_question_apply:
 *
 * Gives the answer to the plan. What is unanswered stays a conflict.
 *
 * Returns: whether that went well
 */
gboolean waymark_question_apply (WaymarkQuestion *self, GError **error);

char *waymark_question_dup_name (WaymarkQuestion *self);

/**
 * waymark_question_create_widget:
 *
 * Returns: (transfer floating): mine and theirs side by side, to choose from
 */
GtkWidget *waymark_question_create_widget (WaymarkQuestion *self);

G_END_DECLS
