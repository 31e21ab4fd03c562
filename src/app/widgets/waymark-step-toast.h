/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-history.h"

G_BEGIN_DECLS

/**
 * waymark_step_toast_new:
 * @message: plain text
 * @history: (nullable): whose last step the message is about, to offer to take it back
 *
 * With @history the toast has a button "Undo", for whose action the caller cares. It goes as soon
 * as the step is not the last one any more: it was taken back already, or another one came after
 * it, which the button would take back instead.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *waymark_step_toast_new (const char *message, OkrHistory *history);

/**
 * waymark_step_toast_show:
 * @toast: (transfer full): a toast of waymark_step_toast_new()
 * @overlay: where it is shown
 *
 * Shows it instead of the one that was shown there last: what was done last is told now, not when
 * the earlier messages have had their time.
 */
void waymark_step_toast_show (AdwToast *toast, AdwToastOverlay *overlay);

G_END_DECLS
