/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-terminal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "okr-visible-text.h"

#define DEFAULT_WIDTH 80
#define LEAST_WIDTH 20
#define GREATEST_WIDTH 120

static gboolean failed;

void
okr_terminal_put_bytes (gconstpointer data, gsize size)
{
  if (size > 0 && fwrite (data, 1, size, stdout) != size)
    failed = TRUE;
}

static char *
encode (const char *text)
{
  const char *charset;

  if (g_get_charset (&charset))
    return g_strdup (text);

  return g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
}

void
okr_terminal_put (const char *text)
{
  g_autofree char *encoded = encode (text);

  if (encoded != NULL)
    okr_terminal_put_bytes (encoded, strlen (encoded));
}

void
okr_terminal_put_ink (OkrInk ink, const char *text)
{
  static const char *const codes[] = {
    "", "\033[1m", "\033[2m", "\033[32m", "\033[33m", "\033[31m"
  };
  const gboolean coloured = ink != OKR_INK_PLAIN && *text != '\0' && okr_terminal_has_colours ();

  if (coloured)
    okr_terminal_put (codes[ink]);
  okr_terminal_put (text);
  if (coloured)
    okr_terminal_put ("\033[0m");
}

gboolean
okr_terminal_flush (void)
{
  if (fflush (stdout) != 0 || ferror (stdout))
    failed = TRUE;

  return !failed;
}

/**
 * okr_terminal_prompt:
 * @text: what is asked for
 *
 * Says on standard error what the next line of input is to be.
 */
void
okr_terminal_prompt (const char *text)
{
  g_autofree char *encoded = encode (text);

  if (encoded != NULL)
    fprintf (stderr, "%s ", encoded);
  fflush (stderr);
}

static void
put_message (const char *message)
{
  g_autofree char *visible = okr_visible_text (message, OKR_VISIBLE_KEEP_LINES);
  g_autofree char *encoded = encode (visible);

  fflush (stdout);
  if (encoded != NULL)
    fprintf (stderr, "okr: %s\n", encoded);
}

void
okr_terminal_warn (const char *message)
{
  put_message (message);
}

void
okr_terminal_hint (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  put_message (message);
}

/**
 * okr_terminal_get_width:
 *
 * Returns: how many columns a line has: those of the terminal, else those of `COLUMNS`, else 80;
 *   long lines are hard to read, so 120 are the most
 */
guint
okr_terminal_get_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  guint64 width = DEFAULT_WIDTH;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;
  else if (columns != NULL)
    g_ascii_string_to_unsigned (columns, 10, 1, G_MAXUINT16, &width, NULL);

  return (guint) CLAMP (width, LEAST_WIDTH, GREATEST_WIDTH);
}

gboolean
okr_terminal_has_colours (void)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  return (no_color == NULL || *no_color == '\0') && term != NULL && *term != '\0' &&
         !g_str_equal (term, "dumb") && isatty (STDOUT_FILENO);
}

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * okr_text_get_width:
 * @text: one line
 *
 * Returns: how many columns it takes in a terminal
 */
guint
okr_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));

  return width;
}

/**
 * okr_terminal_wrap:
 * @text: paragraphs, one a line
 *
 * Returns: (transfer full): the same with no line longer than the terminal is wide
 */
char *
okr_terminal_wrap (const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autoptr (GString) wrapped = g_string_new (NULL);

  for (guint p = 0; paragraphs[p] != NULL; p++)
    {
      g_auto (GStrv) lines = okr_text_wrap (paragraphs[p], okr_terminal_get_width ());
      g_autofree char *paragraph = g_strjoinv ("\n", lines);

      g_string_append_printf (wrapped, "%s%s", p > 0 ? "\n" : "", paragraph);
    }

  return g_string_free (g_steal_pointer (&wrapped), FALSE);
}

/* How many bytes of @text fit into @width columns; at least one character. */
static gsize
fit (const char *text, guint width)
{
  guint taken = 0;
  const char *p = text;

  while (*p != '\0')
    {
      const guint own = get_char_width (g_utf8_get_char (p));

      if (taken + own > width && p != text)
        break;
      taken += own;
      p = g_utf8_next_char (p);
    }

  return (gsize) (p - text);
}

/**
 * okr_text_wrap:
 * @text: text without line breaks
 * @width: columns
 *
 * Breaks text at spaces into lines of at most @width columns; a word that is longer is broken.
 *
 * Returns: (transfer full): the lines, at least one
 */
char **
okr_text_wrap (const char *text, guint width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const char *rest = text;

  width = MAX (width, 1);
  while (okr_text_get_width (rest) > width)
    {
      gsize length = fit (rest, width);
      const char *space = rest[length] == ' ' ? rest + length : g_strrstr_len (rest, length, " ");
      g_autofree char *line = NULL;

      if (space != NULL && space > rest)
        length = (gsize) (space - rest);
      line = g_strndup (rest, length);
      g_strv_builder_add (lines, g_strchomp (line));
      rest += length;
      while (*rest == ' ')
        rest++;
    }
  if (*rest != '\0' || rest == text)
    g_strv_builder_add (lines, rest);

  return g_strv_builder_end (lines);
}
