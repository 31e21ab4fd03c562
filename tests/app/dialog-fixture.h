/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/* A session with the example plan, for dialogs to ask about. */
typedef struct
{
  WaymarkSession *session;
  OkrPlan *plan;
} DialogFixture;

void dialog_fixture_set_up (DialogFixture *fixture, gconstpointer data);
void dialog_fixture_tear_down (DialogFixture *fixture, gconstpointer data);

/* How many steps there are to undo. */
guint get_depth (DialogFixture *fixture);

/* Lets all that is due happen. */
void spin (void);

/* A child of the dialog's template. */
gpointer child_of (GtkWidget *dialog, const char *name);

/* Closes the dialog, of which nothing may be left. */
void finish_dialog (GtkWidget *dialog);

G_END_DECLS
