/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  OKR_INK_PLAIN,
  OKR_INK_BOLD,
  OKR_INK_DIM,
  OKR_INK_GREEN,
  OKR_INK_YELLOW,
  OKR_INK_RED,
} OkrInk;

/* Data for people: in the locale's encoding. */
void okr_terminal_put (const char *text);
void okr_terminal_put_ink (OkrInk ink, const char *text);
/* Data for programs: these very bytes. */
void okr_terminal_put_bytes (gconstpointer data, gsize size);
/* Whether all of it went out. */
gboolean okr_terminal_flush (void);

/* Messages: to standard error, with nothing in them that a terminal would obey. */
void okr_terminal_warn (const char *message);
void okr_terminal_hint (const char *format, ...) G_GNUC_PRINTF (1, 2);

void okr_terminal_prompt (const char *text);

guint okr_terminal_get_width (void);
gboolean okr_terminal_has_colours (void);
char *okr_terminal_wrap (const char *text);

guint okr_text_get_width (const char *text);
char **okr_text_wrap (const char *text, guint width);

G_END_DECLS
