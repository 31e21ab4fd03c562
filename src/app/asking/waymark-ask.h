/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

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

/**
 * waymark_ask_async:
 * @parent: the window that asks
 * @heading: the question
 * @body: what hangs on it
 * @answers: the answers, the first being what Escape gives
 * @preferred: the id of the answer that Return gives
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks a question. Texts are shown as they are, not as markup.
 */
void waymark_ask_async (GtkWindow *parent, const char *heading, const char *body,
                        const WaymarkAnswer *answers, const char *preferred,
                        GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_ask_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): the id of the answer
 */
char *waymark_ask_finish (GAsyncResult *result);

/**
 * waymark_ask_discard_async:
 * @parent: the dialog that holds what nobody has confirmed
 * @heading: the question
 * @body: what would be lost
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks whether what is typed may go. Escape and Return both keep it.
 */
void waymark_ask_discard_async (GtkWindow *parent, const char *heading, const char *body,
                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_ask_discard_finish:
 * @result: what the callback got
 *
 * Returns: whether it may go
 */
gboolean waymark_ask_discard_finish (GAsyncResult *result);

/**
 * waymark_ask_is_open:
 * @parent: a window
 *
 * Returns: whether @parent waits for an answer, so that it should not ask again
 */
gboolean waymark_ask_is_open (GtkWindow *parent);

/**
 * waymark_tell:
 * @parent: the window that tells
 * @heading: what happened
 * @body: why, and what can be done
 *
 * Tells of something that needs to be read.
 */
void waymark_tell (GtkWindow *parent, const char *heading, const char *body);

G_END_DECLS
