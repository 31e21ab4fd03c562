/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* Counts the signals of a plan and of every item that it holds at the time. */
typedef struct _TestCounter TestCounter;

TestCounter *test_counter_new (OkrPlan *plan);
void test_counter_free (TestCounter *self);
void test_counter_reset (TestCounter *self);

/* How often the item with that id announced "changed". */
guint test_counter_get (TestCounter *self, const char *id);

/* The ids of all that announced, sorted, as "k1 o1 t1"; with "×2" behind where it was twice. */
char *test_counter_list (TestCounter *self);

/* The same for notifications of one property. */
char *test_counter_list_property (TestCounter *self, const char *property);

guint test_counter_get_edited (TestCounter *self, guint *flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestCounter, test_counter_free)

G_END_DECLS
