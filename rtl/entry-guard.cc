/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof that preamble and function are neighbours.

   GCC's back ends may print bytes of their own right in front of a label (x86's
   attribute ms_hook_prologue, arm's -mpoke-function-name), where no hook of ours
   comes between, and the next GCC may have one more.  Calls that are right would
   then trap.  What is known is refused by name (targets/); here the assembler
   counts, once it has seen the label, whatever it was that GCC printed:

	movl	$ID, %eax
     .Lkcfi_end1:
	nop			(M of them)
     f:
	.if	1+(f-.Lkcfi_end1==M)
	.error	"KCFI: ..."
	.endif

   (True is -1.  If the assembler cannot tell, because there is an alignment
   between, 1 is left of the sum: that is an error in any case, and gets our words
   as well.)  It costs no code.  The place is behind function_prologue, the first
   hook after the label on every machine: MIPS prints its label there.  */

#include "../plugin/gcc-compat.h"
#include "entry-guard.h"

static void (*next_function_prologue) (FILE *);

/* Numbers the labels of the assembler file.  */
static unsigned guard_count;

/* The entry that is to be guarded.  */
static struct
{
  char *label; /* NULL if there is none.  */
  unsigned prefix_bytes;
} pending;

/* What stands in front of a function's name where that is the name of a
   descriptor in another section (PowerPC's ELFv1): rs6000_output_function_entry.
 */
static const char *
code_label_prefix (void)
{
#ifdef DOT_SYMBOLS
  if (DEFAULT_ABI == ABI_AIX)
    return DOT_SYMBOLS ? "." : ".L.";
#endif
  return "";
}

static void
print_guard (FILE *file)
{
  if (!pending.label)
    return;
  fprintf (file,
	   "\t.if\t1+(%s%s-.Lkcfi_end%u==%u)\n"
	   "\t.error\t\"KCFI: something stands between the type id and the"
	   " function `%s', so that its callers would trap; compile it without"
	   " the option or attribute that puts it there\"\n"
	   "\t.endif\n",
	   code_label_prefix (), pending.label, guard_count,
	   pending.prefix_bytes, pending.label);
  free (pending.label);
  pending.label = NULL;
}

static void
print_function_prologue (FILE *file)
{
  next_function_prologue (file);
  print_guard (file);
}

void
kcfi_guard_entry (FILE *file, const char *label, unsigned prefix_bytes)
{
  /* Should a function have no prologue, its label is known by now as well.  */
  print_guard (file);
  pending.label = xstrdup (label);
  pending.prefix_bytes = prefix_bytes;
  fprintf (file, ".Lkcfi_end%u:\n", ++guard_count);
}

void
kcfi_entry_guard_start (void)
{
  next_function_prologue = targetm.asm_out.function_prologue;
  targetm.asm_out.function_prologue = print_function_prologue;
}
