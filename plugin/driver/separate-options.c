/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of GCC's options are followed by an argument of their own.

   These are the options with the property "Separate" in GCC's common.opt,
   c-family/c.opt, fortran/lang.opt, config/g.opt and config/riscv/riscv.opt
   that its driver takes on systems with ELF, and `--param', which
   opts-common.cc joins to its argument.  An option that is missing here costs
   nothing but the odd file that is called like a KCFI switch.  */

#include "separate-options.h"

#include <stdlib.h>
#include <string.h>

/* In the order of strcmp, for bsearch.  */
static const char *const separate_options[] = { "--assert",
						"--define-macro",
						"--dump",
						"--dumpbase",
						"--dumpbase-ext",
						"--dumpdir",
						"--entry",
						"--for-assembler",
						"--for-linker",
						"--force-link",
						"--imacros",
						"--include",
						"--include-directory",
						"--include-directory-after",
						"--include-prefix",
						"--include-with-prefix",
						"--include-with-prefix-after",
						"--include-with-prefix-before",
						"--language",
						"--library-directory",
						"--output",
						"--output-pch=",
						"--param",
						"--prefix",
						"--print-file-name",
						"--print-prog-name",
						"--specs",
						"--sysroot",
						"--undefine-macro",
						"-A",
						"-B",
						"-D",
						"-F",
						"-G",
						"-I",
						"-J",
						"-L",
						"-MF",
						"-MQ",
						"-MT",
						"-R",
						"-T",
						"-Tbss",
						"-Tdata",
						"-Ttext",
						"-U",
						"-Xassembler",
						"-Xlinker",
						"-Xpreprocessor",
						"-aux-info",
						"-dumpbase",
						"-dumpbase-ext",
						"-dumpdir",
						"-e",
						"-fintrinsic-modules-path",
						"-h",
						"-idirafter",
						"-imacros",
						"-imultilib",
						"-include",
						"-iprefix",
						"-iquote",
						"-isysroot",
						"-isystem",
						"-iwithprefix",
						"-iwithprefixbefore",
						"-l",
						"-msmall-data-limit=",
						"-o",
						"-specs",
						"-u",
						"-wrapper",
						"-x",
						"-z" };

static int
compare (const void *word, const void *option)
{
  return strcmp (word, *(const char *const *) option);
}

bool
kcfi_takes_next_word (const char *word)
{
  return bsearch (word, separate_options,
		  sizeof separate_options / sizeof separate_options[0],
		  sizeof separate_options[0], compare)
	 != NULL;
}
