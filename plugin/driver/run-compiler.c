/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Becoming the compiler.

   The words of a response file with a KCFI switch stand on GCC's command line,
   and a linker's response file may have more of them than the kernel lets pass:
   build systems write one for just this reason.  Then all go back into a file.
   It must be gone when GCC has ended, but by then this program is GCC.  So it
   is one that has no name any more, and GCC inherits it open:

     gcc-12 -fplugin=... a.o b.o ...	becomes    gcc-12 @/dev/fd/3  */

#define _POSIX_C_SOURCE 200809L

#include "run-compiler.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../base/text.h"
#include "response-file.h"

/* A file without a name that holds the arguments of COMMAND, open also after an
   exec; its descriptor, or -1.  */
static int
write_arguments (const struct kcfi_strings *command)
{
  FILE *file = tmpfile ();
  if (file == NULL)
    return -1;
  struct kcfi_text contents = { 0 };
  for (size_t i = 1; i < command->count; i++)
    kcfi_response_add_word (&contents, command->items[i]);
  bool ok = fwrite (contents.bytes, 1, contents.length, file) == contents.length
	    && fflush (file) == 0;
  kcfi_text_free (&contents);
  int descriptor = fileno (file);
  if (!ok || fcntl (descriptor, F_SETFD, 0) < 0)
    {
      fclose (file);
      return -1;
    }
  return descriptor;
}

char *
kcfi_run_compiler (const struct kcfi_strings *command)
{
  execvp (command->items[0], command->items);
  int problem = errno;
  int descriptor = problem == E2BIG ? write_arguments (command) : -1;
  if (descriptor >= 0)
    {
      struct kcfi_strings shorter = { 0 };
      struct kcfi_text word = { 0 };
      kcfi_text_printf (&word, "@/dev/fd/%d", descriptor);
      kcfi_strings_add_copy (&shorter, command->items[0]);
      kcfi_strings_add (&shorter, kcfi_text_take (&word));
      execvp (shorter.items[0], shorter.items);
      problem = errno;
      kcfi_strings_free (&shorter);
      close (descriptor);
    }
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "cannot run '%s': %s", command->items[0],
		    strerror (problem));
  return kcfi_text_take (&text);
}
