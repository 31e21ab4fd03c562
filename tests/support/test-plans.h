/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-edit.h"
#include "okr-reader.h"
#include "okr-writer.h"

G_BEGIN_DECLS

#define TEST_TODAY "2027-02-15"
#define TEST_NOW "2027-02-15T10:00:00Z"

/* Replaces g_test_init(): pins today and now as well. */
void test_init (int *argc, char ***argv);

/* Only pins today and now. */
void test_pin_time (void);

GBytes *test_load_file (const char *first, ...) G_GNUC_NULL_TERMINATED; /* below tests/ */
GBytes *test_load_example (void);
OkrPlan *test_example_plan (void); /* on the day that its story ends */

/* Both fail the test where the text is no valid document. */
OkrPlan *test_plan_from_text (const char *text);
OkrPlan *test_plan_from_bytes (GBytes *bytes);
char *test_plan_to_text (OkrPlan *plan);

/* A plan of two teams, two cycles and three objectives that every test may rely on. */
OkrPlan *test_small_plan (void);

/* Edits and looks at one field of one item; an edit that is refused fails the test. */
OkrItem *test_find (OkrPlan *plan, const char *id);
void test_set (OkrPlan *plan, const char *id, const char *path, const char *text);
void test_assert_field (OkrPlan *plan, const char *id, const char *path, const char *expected);

/* The ids in a list, as "o1 o2". */
void test_assert_list (OkrPlan *plan, const char *id, const char *list, const char *expected);

/* What can be undone and redone, NULL for nothing. */
void test_assert_labels (OkrPlan *plan, const char *undo, const char *redo);

/* A canonical document that is the same each time: @n_objectives with four key results each, each
 * with @n_check_ins; teams, alignments. Written as text, without the writer under test. */
char *test_generate_document (guint n_objectives, guint n_check_ins);

/* Item, its children and theirs, in the order of the document. The items are borrowed. */
GPtrArray *test_list_items (OkrItem *root);

/* Every stored figure of the plan as text, to compare two plans by. */
char *test_describe_figures (OkrPlan *plan);

/* Prints where two texts begin to differ, and fails. */
void test_assert_same_text (const char *actual, const char *expected);

/* Drops the only reference to a plan and fails where somebody holds another. */
#define test_finalize(object) g_assert_finalize_object (g_steal_pointer (&(object)))

G_END_DECLS
