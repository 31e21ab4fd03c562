/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-local-target.h"

G_BEGIN_DECLS

/* Not an errno: a save by somebody else came in between, and one version of it was left under the
 * temporary name. */
#define OKR_EXCHANGE_LEFT -2

/* Put the temporary file, which holds @contents, in the place of the target in one step, look at
 * what came out, and remove it. If it is not what the target held when it was opened, somebody
 * saved in between: theirs is put back.
 *
 * Returns 0; EEXIST if theirs was put back, with ours under the temporary name again;
 * OKR_EXCHANGE_LEFT; or an errno (EINVAL, ENOSYS or ENOTSUP where the file system cannot
 * exchange), with nothing changed. */
int okr_exchange (OkrLocalTarget *target, const char *temporary, GBytes *contents);

G_END_DECLS
