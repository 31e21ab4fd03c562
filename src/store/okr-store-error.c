/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-store-error-private.h"

#include <errno.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (okr-store-error-quark, okr_store_error)

static OkrStoreError
classify (int errsv)
{
  switch (errsv)
    {
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
      return OKR_STORE_ERROR_NOT_FOUND;
    case EISDIR:
    case ENXIO:
      return OKR_STORE_ERROR_NOT_REGULAR;
    case ENOSPC:
    case EDQUOT:
      return OKR_STORE_ERROR_NO_SPACE;
    case EROFS:
      return OKR_STORE_ERROR_READ_ONLY;
    case EACCES:
    case EPERM:
    case ETXTBSY:
      return OKR_STORE_ERROR_PERMISSION;
    case ENAMETOOLONG:
    case EILSEQ:
      return OKR_STORE_ERROR_BAD_NAME;
    case ESTALE:
    case ENODEV:
    case ENOTCONN:
    case ETIMEDOUT:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ECONNRESET:
    case ECONNREFUSED:
    case ECONNABORTED:
      return OKR_STORE_ERROR_DISCONNECTED;
    case ECANCELED:
      return OKR_STORE_ERROR_CANCELLED;
    default:
      return OKR_STORE_ERROR_IO;
    }
}

static char *
describe_reading (int errsv, OkrStoreError code, const char *name)
{
  switch ((int) code)
    {
    case OKR_STORE_ERROR_NOT_FOUND:
      return errsv == ELOOP
               /* Translators: %s is the name of a file. */
               ? g_strdup_printf (_("“%s” is a link that leads back to itself. "
                                    "Open the file that was meant instead."), name)
               : g_strdup_printf (_("There is no file “%s”. "
                                    "Check the name, and whether the file was moved or renamed."),
                                  name);
    case OKR_STORE_ERROR_NOT_REGULAR:
      return g_strdup_printf (_("“%s” is not a file. Choose one."), name);
    case OKR_STORE_ERROR_TOO_LARGE:
      return g_strdup_printf (_("“%s” is larger than 64 MiB, which no plan is. "
                                "Check that it is the right file."), name);
    case OKR_STORE_ERROR_PERMISSION:
      return g_strdup_printf (_("You may not read “%s”. "
                                "Ask its owner to give you access."), name);
    case OKR_STORE_ERROR_BAD_NAME:
      return g_strdup_printf (_("The name “%s” is not possible here. "
                                "Use a shorter or simpler one."), name);
    case OKR_STORE_ERROR_DISCONNECTED:
      return g_strdup_printf (_("The place where “%s” is stored cannot be reached. "
                                "Check the connection, then try again."), name);
    case OKR_STORE_ERROR_CANCELLED:
      return g_strdup_printf (_("Reading “%s” was cancelled."), name);
    default:
      /* Translators: the second %s is the reason as the system gives it. */
      return g_strdup_printf (_("“%s” could not be read (%s). "
                                "Try again, or open a copy of it."), name, g_strerror (errsv));
    }
}

static char *
describe_full_disk (int errsv, const char *name)
{
  return errsv == EDQUOT
           /* Translators: %s is the name of a file. */
           ? g_strdup_printf (_("“%s” was not saved: your share of the disk is used up. "
                                "Remove files that you do not need, or save in another place."),
                              name)
           : g_strdup_printf (_("“%s” was not saved: the disk is full. "
                                "Free some space, or save in another place."), name);
}

static char *
describe_writing (int errsv, OkrStoreError code, const char *name)
{
  switch ((int) code)
    {
    case OKR_STORE_ERROR_NO_SPACE:
      return describe_full_disk (errsv, name);
    case OKR_STORE_ERROR_SIZE_LIMIT:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_("“%s” was not saved: it is larger than files may be here. "
                                "Raise the limit, or save in another place."), name);
    case OKR_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” was not saved: the disk is read-only. "
                                "Save in another place."), name);
    case OKR_STORE_ERROR_PERMISSION:
      return g_strdup_printf (_("“%s” was not saved: you may not write there. "
                                "Save in another place, or ask the owner for access."), name);
    case OKR_STORE_ERROR_FOLDER_GONE:
      return g_strdup_printf (_("“%s” was not saved: its folder does not exist any more. "
                                "Save in another place."), name);
    case OKR_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (_("“%s” was not saved: it is a link that leads back to itself. "
                                "Save under another name."), name);
    case OKR_STORE_ERROR_NOT_REGULAR:
      return g_strdup_printf (_("“%s” was not saved: there is something of that name "
                                "that is not a file. Save under another name."), name);
    case OKR_STORE_ERROR_BAD_NAME:
      return g_strdup_printf (_("“%s” was not saved: this name is not possible here. "
                                "Use a shorter or simpler one."), name);
    case OKR_STORE_ERROR_DISCONNECTED:
      return g_strdup_printf (_("“%s” was not saved: its place cannot be reached. "
                                "Check the connection and save again, or save in another place."),
                              name);
    case OKR_STORE_ERROR_CANCELLED:
      return g_strdup_printf (_("“%s” was not saved: saving was cancelled."), name);
    default:
      /* Translators: the second %s is the reason as the system gives it. */
      return g_strdup_printf (_("“%s” was not saved: the disk reports a fault (%s). "
                                "Save again, or save in another place."), name, g_strerror (errsv));
    }
}

GError *
okr_store_error_for_reading (int errsv, const char *name)
{
  OkrStoreError code = errsv == EFBIG ? OKR_STORE_ERROR_TOO_LARGE : classify (errsv);
  g_autofree char *message = describe_reading (errsv, code, name);

  return g_error_new_literal (OKR_STORE_ERROR, code, message);
}

GError *
okr_store_error_for_writing (int errsv, const char *name)
{
  OkrStoreError code = classify (errsv);
  g_autofree char *message = NULL;

  if (errsv == ENOENT || errsv == ENOTDIR)
    code = OKR_STORE_ERROR_FOLDER_GONE;
  if (errsv == EFBIG)
    code = OKR_STORE_ERROR_SIZE_LIMIT;
  message = describe_writing (errsv, code, name);
  return g_error_new_literal (OKR_STORE_ERROR, code, message);
}

GError *
okr_store_error_for_mode (mode_t mode, const char *name)
{
  g_autofree char *message = NULL;

  if (S_ISDIR (mode))
    /* Translators: %s is a name. */
    message = g_strdup_printf (_("“%s” is a folder. Choose a file in it."), name);
  else if (S_ISFIFO (mode))
    message = g_strdup_printf (_("“%s” is a pipe. Choose a file."), name);
  else if (S_ISSOCK (mode))
    message = g_strdup_printf (_("“%s” is a socket. Choose a file."), name);
  else
    message = g_strdup_printf (_("“%s” is a device. Choose a file."), name);
  return g_error_new_literal (OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_REGULAR, message);
}

GError *
okr_store_error_changed (const char *name)
{
  return g_error_new (OKR_STORE_ERROR, OKR_STORE_ERROR_CHANGED_ON_DISK,
                      /* Translators: %s is the name of a file. */
                      _("“%s” was not saved: someone else changed the file since it was opened. "
                        "Nothing was overwritten. Save under another name, or open the file again "
                        "and repeat your changes."),
                      name);
}

GError *
okr_store_error_exists (const char *name)
{
  return g_error_new (OKR_STORE_ERROR, OKR_STORE_ERROR_EXISTS,
                      /* Translators: %s is the name of a file. */
                      _("“%s” was not saved: there is already a file of that name. "
                        "Nothing was overwritten. Choose another name."),
                      name);
}

GError *
okr_store_error_dangling (const char *name)
{
  return g_error_new (OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND,
                      /* Translators: %s is the name of a file. */
                      _("“%s” is a link to a file that does not exist. "
                        "Connect the disk or share that it leads to, or choose another file."),
                      name);
}

GError *
okr_store_error_login (const char *name, const char *uri)
{
  return g_error_new (OKR_STORE_ERROR, OKR_STORE_ERROR_LOGIN,
                      /* Translators: the first %s is the name of a file, the second the address
                         of a server. */
                      _("“%s” is on a server that asks for your name and password. Connect to it "
                        "first, in the file manager or with “gio mount %s”, then try again."),
                      name, uri);
}

static int
errno_of_io_error (const GError *io)
{
  if (io->domain == G_DBUS_ERROR)
    return ENOTCONN;
  if (io->domain != G_IO_ERROR)
    return EIO;
  switch (io->code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return ENOENT;
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return EISDIR;
    case G_IO_ERROR_FILENAME_TOO_LONG:
    case G_IO_ERROR_INVALID_FILENAME:
      return ENAMETOOLONG;
    case G_IO_ERROR_NO_SPACE:
      return ENOSPC;
    case G_IO_ERROR_READ_ONLY:
      return EROFS;
    case G_IO_ERROR_PERMISSION_DENIED:
      return EACCES;
    case G_IO_ERROR_CANCELLED:
      return ECANCELED;
    case G_IO_ERROR_TIMED_OUT:
    case G_IO_ERROR_NOT_MOUNTED:
    case G_IO_ERROR_NOT_CONNECTED:
    case G_IO_ERROR_HOST_NOT_FOUND:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_CONNECTION_REFUSED:
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_PROXY_FAILED:
      return ENOTCONN;
    default:
      return EIO;
    }
}

GError *
okr_store_error_take_io_reading (GError *io, const char *name)
{
  g_autoptr (GError) taken = io;

  if (taken->domain == OKR_STORE_ERROR)
    return g_steal_pointer (&taken);

  if (g_error_matches (taken, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return okr_store_error_for_reading (ENOTCONN, name);
  return okr_store_error_for_reading (errno_of_io_error (taken), name);
}

GError *
okr_store_error_take_io_writing (GError *io, const char *name)
{
  g_autoptr (GError) taken = io;

  if (g_error_matches (taken, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return okr_store_error_changed (name);
  if (g_error_matches (taken, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return okr_store_error_exists (name);
  if (g_error_matches (taken, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return okr_store_error_for_writing (EROFS, name);
  return okr_store_error_for_writing (errno_of_io_error (taken), name);
}
