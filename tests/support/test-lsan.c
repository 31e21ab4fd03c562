/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GLib makes its table of quarks before main(), and when more than 2,048 are needed it leaks the
 * table on purpose, so that others may still read it. Nothing that libraries allocate while they
 * are loaded is ours: leave it out of the search for leaks. */
#ifdef __SANITIZE_ADDRESS__

#include <sanitizer/lsan_interface.h>

static void
begin (int argc, char **argv, char **environment)
{
  __lsan_disable ();
}

/* Runs before the constructors of all libraries, and after the sanitizer's own. */
__attribute__ ((section (".preinit_array"), used)) static void (*const begin_first) (
    int argc, char **argv, char **environment) = begin;

__attribute__ ((constructor)) static void
end (void)
{
  __lsan_enable ();
}

#endif
