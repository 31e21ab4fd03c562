/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialog-fixture.h"

G_BEGIN_DECLS

/* For tests of the import dialog. */

#define SOUND                                                             \
  "Objective,Key Result,Owner,Start,Target,Current,Quarter,Team\n"        \
  "Bake better bread,Loaves a day,Ana Reyes,100,150,120,Q1 2027,Bakery\n" \
  ",Burnt loaves,Ana Reyes,9,3,7,,\n"

/* What the dialog says when it is done. */
typedef struct
{
  OkrPlan *plan;
  char *message;
  char *id;
} Imported;

void on_imported_cb (GtkWidget *dialog, OkrPlan *plan, const char *message, const char *id,
                     Imported *imported);
void imported_clear (Imported *imported);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Imported, imported_clear)

/* Opens a file with these bytes, or one that becomes a table and waits until that is shown. */
GtkWidget *open_bytes (WaymarkSession *session, const char *name, const char *bytes, gssize size);
GtkWidget *open_table (WaymarkSession *session, const char *text);

/* The page that is shown; and waits until what was read last is. */
const char *get_page (GtkWidget *dialog);
void wait_until_shown (GtkWidget *dialog);

guint count_rows (GtkWidget *dialog, const char *list);
void assert_label (GtkWidget *dialog, const char *name, const char *text);
gboolean has_focus (GtkWidget *dialog, const char *name);

/* A row of what is understood, or of where the table goes; and chooses in it. */
gpointer setting_of (GtkWidget *dialog, const char *name);
gpointer target_of (GtkWidget *dialog, const char *name);
void choose (GtkWidget *dialog, gpointer row, const char *id);
void press_import (GtkWidget *dialog);

G_END_DECLS
