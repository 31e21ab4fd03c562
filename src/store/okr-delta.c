/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-delta.h"

#include "okr-file-reader.h"

#include <zstd.h>

#define LEVEL 6
#define WINDOW_LOG_MIN 10
#define WINDOW_LOG_MAX 28 /* 256 MiB: two of the largest documents, and more */

/* The window has to reach from the end of the contents back to the beginning of the base. */
static int
window_log (gsize size)
{
  int log = WINDOW_LOG_MIN;

  while (log < WINDOW_LOG_MAX && ((gsize) 1 << log) < size)
    log++;

  return log;
}

static void
set_up (ZSTD_CCtx *context, GBytes *contents, GBytes *base)
{
  gsize size;
  const void *data;

  ZSTD_CCtx_setParameter (context, ZSTD_c_compressionLevel, LEVEL);
  ZSTD_CCtx_setParameter (context, ZSTD_c_checksumFlag, 1);
  if (base == NULL)
    return;
  data = g_bytes_get_data (base, &size);
  ZSTD_CCtx_setParameter (context, ZSTD_c_windowLog,
                          window_log (size + g_bytes_get_size (contents)));
  ZSTD_CCtx_setParameter (context, ZSTD_c_enableLongDistanceMatching, 1);
  ZSTD_CCtx_refPrefix (context, data, size);
}

GBytes *
okr_delta_compress (GBytes *contents, GBytes *base)
{
  gsize size;
  const void *data = g_bytes_get_data (contents, &size);
  const gsize bound = ZSTD_compressBound (size);
  g_autofree guint8 *out = g_malloc (bound);
  ZSTD_CCtx *context = ZSTD_createCCtx ();
  gsize length;

  set_up (context, contents, base);
  length = ZSTD_compress2 (context, out, bound, data, size);
  ZSTD_freeCCtx (context);
  if (ZSTD_isError (length))
    return NULL;

  return g_bytes_new (out, length);
}

GBytes *
okr_delta_expand (GBytes *delta, GBytes *base)
{
  gsize size;
  const void *data = g_bytes_get_data (delta, &size);
  const unsigned long long claimed = ZSTD_getFrameContentSize (data, size);
  g_autofree guint8 *out = NULL;
  ZSTD_DCtx *context;
  gsize length;

  /* The values for "unknown" and "damaged" are larger still. */
  if (claimed > OKR_FILE_MAX_SIZE)
    return NULL;
  out = g_malloc ((gsize) claimed + 1);
  context = ZSTD_createDCtx ();
  ZSTD_DCtx_setParameter (context, ZSTD_d_windowLogMax, WINDOW_LOG_MAX);
  if (base != NULL)
    ZSTD_DCtx_refPrefix (context, g_bytes_get_data (base, NULL), g_bytes_get_size (base));
  length = ZSTD_decompressDCtx (context, out, (gsize) claimed, data, size);
  ZSTD_freeDCtx (context);
  if (ZSTD_isError (length))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&out), length);
}
