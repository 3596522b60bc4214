/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of the program that look like checks: of x86_64's form without a
   scratch register and of RISC-V's.  BUG_ON of Linux, of a variable on the
   stack:

	cmpl	$1, -4(%rbp)		lw	a4, -20(s0)
	je	1f			li	a5, 1
	ud2				beq	a4, a5, 1f
     1:					ebreak

   Such a check counts if anything speaks for it: the trap table has its trap; its
   id is one that a function, a symbol or another check has; or its call stands
   where it belongs and the file has no trap table.  So a check that has lost its
   place in front of the call and its entry in the table is still found by its id,
   and a call behind a condition is not checked by it.  */

#ifndef AUDIT_CONDITIONS_H
#define AUDIT_CONDITIONS_H

#include "../model/audit-file.h"

/* Checks that nothing speaks for yet.  All zero: none.  */
struct audit_conditions
{
  struct audit_check *list;
  size_t list_count, list_capacity;
};

/* Take the checks that may be conditions out of FILE's list, once its trap table
   is read; they are no evidence for where preambles are.  */
void audit_set_conditions_aside (struct audit_file *file,
				 struct audit_conditions *conditions);

/* Give back those whose id is known, once FILE's preambles are found, forget the
   others, and free CONDITIONS.  */
void audit_restore_checks (struct audit_file *file,
			   struct audit_conditions *conditions);

#endif
