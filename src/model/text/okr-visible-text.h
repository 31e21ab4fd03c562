/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OkrVisibleFlags:
 * @OKR_VISIBLE_ONE_LINE: line breaks become signs, too
 * @OKR_VISIBLE_KEEP_LINES: line feeds stay
 * @OKR_VISIBLE_KEEP_ISOLATES: what isolates a part of the text stays, see okr_text_isolate(), where
 *   each of these parts ends, so that none has a say in what comes next
 *
 * What okr_visible_text() leaves as it is.
 */
typedef enum
{
  OKR_VISIBLE_ONE_LINE = 0,
  OKR_VISIBLE_KEEP_LINES = 1 << 0,
  OKR_VISIBLE_KEEP_ISOLATES = 1 << 1,
} OkrVisibleFlags;

/**
 * okr_visible_text:
 * @text: text of unknown origin
 * @flags: what to leave as it is
 *
 * Makes visible what a terminal or a label would obey instead of showing: control characters as
 * their pictures (␛ for an escape), others that control, turn the direction of the text or break
 * lines as their code point (⟨U+202E⟩). Joiners, which scripts and emoji need, stay. What is not
 * UTF-8 becomes �.
 *
 * Returns: (transfer full): text that is safe to show
 */
char *okr_visible_text (const char *text, OkrVisibleFlags flags);

G_END_DECLS
