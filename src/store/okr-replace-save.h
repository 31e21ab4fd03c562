/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-local-target.h"

G_BEGIN_DECLS

/* Write a temporary file beside the target, sync it, rename it over the target. */
OkrSaveResult okr_replace_save (OkrLocalTarget *target,
                                GBytes *contents,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
