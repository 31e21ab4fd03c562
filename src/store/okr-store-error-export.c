/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same failures, told to people who export: nothing of theirs is in danger, and the way out is
 * another place. */
#include "config.h"

#include "okr-store-error-private.h"

#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "okr-file-name.h"
#include "okr-visible-text.h"

/* The whole path: an export often goes elsewhere than the plan. */
static char *
dup_place (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name =
      path != NULL ? g_filename_display_name (path) : g_file_get_parse_name (file);

  return okr_visible_text (name, OKR_VISIBLE_ONE_LINE);
}

static char *
describe_folder (GFile *file, const char *place)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? dup_place (parent) : g_strdup (place);

  /* Translators: the first %s is a file, the second the folder that it should go to. */
  return g_strdup_printf (_ ("“%s” was not exported: there is no folder “%s”. Create the folder, "
                             "or choose another one."),
                          place, folder);
}

static char *
describe_other_kind (GFile *file, const char *place)
{
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    /* Translators: %s is a folder. */
    return g_strdup_printf (_ ("“%s” is a folder, which no export can replace. Add the name of a "
                               "file in it."),
                            place);

  /* Translators: %s is a path. */
  return g_strdup_printf (_ ("“%s” is a device or a pipe, not a file. Choose the name of a file to "
                             "export to."),
                          place);
}

/* NULL where what is said already fits. */
static char *
describe (const GError *error, GFile *file, const char *place)
{
  switch (error->code)
    {
    case OKR_STORE_ERROR_NO_SPACE:
      /* Translators: %s is a file. */
      return g_strdup_printf (_ ("“%s” was not exported: the disk is full, or your share of it is "
                                 "used up. Free some space, or choose another place."),
                              place);
    case OKR_STORE_ERROR_SIZE_LIMIT:
    case OKR_STORE_ERROR_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” was not exported: it would be, or is already, larger than "
                                 "files may be here. Export less, or choose another name."),
                              place);
    case OKR_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("“%s” was not exported: the disk is read-only. Choose another "
                                 "place."),
                              place);
    case OKR_STORE_ERROR_PERMISSION:
      return g_strdup_printf (_ ("“%s” was not exported: you may not write there. Choose another "
                                 "place, or ask the owner for access."),
                              place);
    case OKR_STORE_ERROR_FOLDER_GONE:
      return describe_folder (file, place);
    case OKR_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (
          _ ("“%s” was not exported: it is a link that leads to no file. Choose "
             "another name."),
          place);
    case OKR_STORE_ERROR_NOT_REGULAR:
      return describe_other_kind (file, place);
    case OKR_STORE_ERROR_BAD_NAME:
      return g_strdup_printf (_ ("“%s” was not exported: this name is not possible there. Choose a "
                                 "shorter or simpler one."),
                              place);
    case OKR_STORE_ERROR_DISCONNECTED:
      return g_strdup_printf (_ ("“%s” was not exported: its place cannot be reached. Check the "
                                 "connection and export again, or choose another place."),
                              place);
    case OKR_STORE_ERROR_CANCELLED:
      return g_strdup_printf (_ ("“%s” was not exported: this was cancelled."), place);
    case OKR_STORE_ERROR_CHANGED_ON_DISK:
      return g_strdup_printf (_ ("“%s” was not exported: somebody else wrote to that file at the "
                                 "same moment. Export again, or choose another name."),
                              place);
    case OKR_STORE_ERROR_EXISTS:
      return g_strdup_printf (_ ("“%s” was not exported: there is already a file of that name, "
                                 "which stays as it is. Choose another name."),
                              place);
    case OKR_STORE_ERROR_IS_PLAN:
      return g_strdup_printf (
          _ ("“%s” holds a plan, which an export never replaces. Choose another "
             "name."),
          place);
    default:
      return NULL;
    }
}

GError *
okr_store_error_take_for_export (GError *error, GFile *file)
{
  g_autofree char *place = dup_place (file);
  g_autofree char *message = describe (error, file, place);

  if (message != NULL)
    {
      g_free (error->message);
      error->message = g_steal_pointer (&message);
    }
  return error;
}

GError *
okr_store_error_take_io_export (GError *io, GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (io != NULL && G_IS_FILE (file), io);

  name = okr_file_describe (file);

  return okr_store_error_take_for_export (okr_store_error_take_io_writing (io, name), file);
}
