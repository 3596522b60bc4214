/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libkcfi-audit where capstone does not start, as without memory: cs_open of this
   program stands in the place of the library's.  It was the end of the process.

     no-disassembler OBJECT

   is an object of x86_64.  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kcfi-audit.h"

int cs_open (int machine, int mode, size_t *handle);

int
cs_open (int machine, int mode, size_t *handle)
{
  enum
  {
    CS_ERR_MEM = 1
  };
  (void) machine;
  (void) mode;
  (void) handle;
  return CS_ERR_MEM;
}

int
main (int argc, char **argv)
{
  struct kcfi_audit_figures figures;
  if (argc != 2)
    return 2;
  struct kcfi_audit *audit = kcfi_audit_new (KCFI_AUDIT_NO_DEBUG);
  char *error = kcfi_audit_add_path (audit, argv[1]);
  bool good = error && strstr (error, argv[1])
	      && strstr (error, "the disassembler of x86_64 does not start");
  printf ("%s: a disassembler that does not start is an error\n",
	  good ? "PASS" : "FAIL");
  kcfi_audit_figures (audit, &figures);
  printf ("%s: the audit goes on without the file\n",
	  figures.files == 0 ? "PASS" : "FAIL");
  good &= figures.files == 0;
  free (error);
  kcfi_audit_free (audit);
  return !good;
}
