/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-local-target.h"

G_BEGIN_DECLS

/* Write into the existing file, with both versions kept in the state folder meanwhile. */
gboolean okr_in_place_save (OkrLocalTarget *target,
                            GBytes *contents,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
