/* SPDX-License-Identifier: GPL-3.0-or-later */

/* save-helper TARGET CONTENTS [EXPECTED]: write the bytes of the file CONTENTS to TARGET. EXPECTED
 * is a SHA-256; without it TARGET must not exist. Exits with 0 only if the bytes are stored, else
 * with 10 + the code of the error. */
#include "okr-file-reader.h"
#include "okr-file-writer.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GBytes) contents = NULL;

  if (argc < 3)
    return 2;
  target = g_file_new_for_commandline_arg (argv[1]);
  source = g_file_new_for_commandline_arg (argv[2]);
  contents = okr_file_read (source, NULL, NULL, &error);
  if (contents != NULL
      && okr_file_write (target, contents, argv[3], OKR_FILE_WRITE_NONE, NULL, NULL, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 10 + error->code;
}
