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

G_END_DECLS
