/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which registers a check may use.  */

#ifndef KCFI_REGISTERS_H
#define KCFI_REGISTERS_H

/* The number of the register named NAME in reg_names, or as asm statements call
   it; else INVALID_REGNUM.  */
unsigned kcfi_register_number (const char *name);

/* True if REGNO can be overwritten just before CALL: dead there (LIVE holds
   what is live before the call), clobbered by the call so that the function has
   saved it if its own callers need it, neither fixed nor global.  */
bool kcfi_register_free_p (unsigned regno, rtx_insn *call, regset live);

/* Fill CHOSEN with the first COUNT free registers of NAMES (ends with NULL)
   other than EXCEPT; INVALID_REGNUM where there are no more.  Returns how many
   were found.  */
unsigned kcfi_choose_registers (const char *const *names, unsigned count,
				unsigned except, rtx_insn *call, regset live,
				unsigned *chosen);

/* If CALL leaves all registers of NAMES (ends with NULL) as they are, let it
   clobber the first COUNT that are not fixed, so that they are saved where they
   must be and free for the check.  Before register allocation.  GCC 17 knows of
   attribute no_caller_saved_registers of what is called through a pointer.  */
void kcfi_reserve_registers (const char *const *names, unsigned count,
			     rtx_insn *call);

/* What NAMES calls REGNO: reg_names may have another word for it
   (-mregnames).  */
const char *kcfi_register_name (const char *const *names, unsigned regno);

/* True if NAMES, which may be NULL, has REGNO's name.  */
bool kcfi_register_listed_p (const char *const *names, unsigned regno);

#endif
