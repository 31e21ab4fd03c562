/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-poster.h"

G_BEGIN_DECLS

/**
 * WaymarkAnswer:
 * @id: the answer's id
 * @label: its button, with a mnemonic
 * @appearance: how the button looks
 *
 * One possible answer. Tables of answers end in %NULL ids; the first is the one that Escape gives.
 */
typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} WaymarkAnswer;

void waymark_ask_async (GtkWindow *parent, const char *heading, const char *body,
                        const WaymarkAnswer *answers, const char *preferred,
                        GAsyncReadyCallback callback, gpointer user_data);
char *waymark_ask_finish (GAsyncResult *result);

void waymark_tell (GtkWindow *parent, const char *heading, const char *body);

void waymark_choose_file_async (GtkWindow *parent, GtkFileChooserAction action, GFile *current,
                                const char *proposed_name, GAsyncReadyCallback callback,
                                gpointer user_data);
GFile *waymark_choose_file_finish (GAsyncResult *result);

void waymark_choose_files_async (GtkWindow *parent, const char *title, const char *accept,
                                 GFile *current, GAsyncReadyCallback callback, gpointer user_data);
GListModel *waymark_choose_files_finish (GAsyncResult *result);

void waymark_choose_export_async (GtkWindow *parent, const char *title, const char *accept,
                                  const char *files, const char *pattern, GFile *folder,
                                  const char *proposed_name, GAsyncReadyCallback callback,
                                  gpointer user_data);
void waymark_choose_picture_async (GtkWindow *parent, const char *proposed_name,
                                   GAsyncReadyCallback callback, gpointer user_data);
GFile *waymark_choose_picture_finish (GAsyncResult *result, OkrPaper *paper);

void waymark_choose_table_async (GtkWindow *parent, GFile *current, GAsyncReadyCallback callback,
                                 gpointer user_data);

void waymark_realize_unseen_windows (void);

G_END_DECLS
