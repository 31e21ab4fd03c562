/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/* A session with a plan, for dialogs to ask about. */
typedef struct
{
  WaymarkSession *session;
  OkrPlan *plan;
  GtkWidget *dialog; /* the one that is shown, while it lives */
} DialogFixture;

/* With the example plan, or with a small one. */
void dialog_fixture_set_up (DialogFixture *fixture, gconstpointer data);
void dialog_fixture_set_up_small (DialogFixture *fixture, gconstpointer data);
void dialog_fixture_tear_down (DialogFixture *fixture, gconstpointer data);

/* How many steps there are to undo. */
guint get_depth (DialogFixture *fixture);

/* Opens the dialog, which goes with the fixture at the latest. */
void show_dialog (DialogFixture *fixture, GtkWidget *dialog);

/* Lets all that is due happen. */
void spin (void);

/* A child of the dialog's template. */
gpointer child_of (GtkWidget *dialog, const char *name);

/* Closes the dialog, of which nothing may be left. */
void finish_dialog (GtkWidget *dialog);

G_END_DECLS
