/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-exchange.h"

#include "okr-fd.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

static int
exchange_once (OkrLocalTarget *target, const char *temporary)
{
  return renameat2 (target->folder, temporary, target->folder, target->base, RENAME_EXCHANGE) < 0
           ? errno
           : 0;
}

/* An unreadable file is as good as another one: what it holds must not be thrown away. */
static gboolean
holds (OkrLocalTarget *target, const char *name, GBytes *wanted)
{
  g_autoptr (GBytes) now = NULL;
  int fd = okr_fd_open_at (target->folder, name,
                           O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW, 0);
  int errsv;

  if (fd < 0)
    return FALSE;
  errsv = okr_fd_read_all (fd, NULL, &now);
  okr_fd_close (&fd);
  return errsv == 0 && g_bytes_equal (now, wanted);
}

static int
put_back (OkrLocalTarget *target, const char *temporary, GBytes *contents)
{
  if (exchange_once (target, temporary) != 0)
    return OKR_EXCHANGE_LEFT;
  if (holds (target, temporary, contents))
    return EEXIST;
  /* Yet another save replaced ours meanwhile. The newest one gets the name; the one before, which
   * its author has never seen, stays beside it. */
  exchange_once (target, temporary);
  return OKR_EXCHANGE_LEFT;
}

int
okr_exchange (OkrLocalTarget *target, const char *temporary, GBytes *contents)
{
  int errsv = exchange_once (target, temporary);

  if (errsv != 0)
    return errsv;
  if (!holds (target, temporary, target->old))
    return put_back (target, temporary, contents);
  if (okr_fd_unlink_at (target->folder, temporary) != 0)
    okr_fd_unlink_at (target->folder, temporary);
  return 0;
}
