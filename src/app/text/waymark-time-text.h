/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * waymark_time_text_day:
 * @time: in microseconds since 1970 (UTC)
 *
 * Returns: (transfer full): the day as a heading: "Today", "Yesterday" or a date
 */
char *waymark_time_text_day (gint64 time);

/**
 * waymark_time_text_clock:
 * @time: in microseconds since 1970 (UTC)
 *
 * Returns: (transfer full): the time of day
 */
char *waymark_time_text_clock (gint64 time);

/**
 * waymark_time_text_moment:
 * @time: in microseconds since 1970 (UTC)
 *
 * Returns: (transfer full): day and time within a sentence: "today at 10:15"
 */
char *waymark_time_text_moment (gint64 time);

G_END_DECLS
