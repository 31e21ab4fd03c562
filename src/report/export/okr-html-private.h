/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-digest.h"
#include "okr-fonts.h"

G_BEGIN_DECLS

/* Texts of people may be in another direction than the page. */
const char *okr_html_get_direction (const char *text);
void okr_html_append_text (GString *out, const char *text);
void okr_html_append_element (GString *out, const char *tag, const char *class, const char *text);
/* @level: 1 to 6 */
void okr_html_append_heading (GString *out, guint level, const char *text);
void okr_html_append_status (GString *out, OkrStatus status, const char *label);
void okr_html_append_bar (GString *out, double progress, double expected, OkrStatus status,
                          const char *label, gboolean mirrored);
/* At the end of a bar, @at; @class: with a colour to fill it with */
void okr_html_append_arrow (GString *out, gboolean to_right, const char *at, const char *class);
/* Statuses and parts of bars that are on the page. */
void okr_html_append_legend (GString *out, const OkrDigest *digest, gboolean mirrored);

/* How a closed cycle ended: nothing in one that is open. */
void okr_html_append_grade (GString *out, const OkrDigestGrade *grade);
void okr_html_append_own_words (GString *out, const OkrDigestGrade *grade);

void okr_html_append_chart (GString *out, OkrFonts *fonts, const OkrDigestKeyResult *kr);
void okr_html_append_chart_legend (GString *out, OkrFonts *fonts, const OkrDigest *digest);
void okr_html_append_key_result_details (GString *out, OkrFonts *fonts,
                                         const OkrDigestKeyResult *kr, guint level);

const char *okr_html_get_status_class (OkrStatus status);

/* @has_cycles: whether objectives are parts of cycles */
char *okr_html_dup_style (gboolean has_cycles);
char *okr_html_dup_language (gboolean *is_rtl);

G_END_DECLS
