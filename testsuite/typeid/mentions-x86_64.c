/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Function types of other conventions are types of their own, and so are no
   substitutions, even where Clang mangles none: `int (*) ()', and functions that
   save all registers.  In C23 () would be (void).  */
/* { dg-options "-w -std=gnu17" } */
/* { dg-require x86_64 "which has these conventions" } */
/* { dg-require plugin "Clang before 22 has another name for members" } */

void convention (void (__attribute__ ((__ms_abi__)) *) (), void (*) (),
		 void (*) ());
void saved (void (*) (int),
	    void (__attribute__ ((__no_caller_saved_registers__)) *) (int),
	    void (*) (int));

void *const table[] = { convention, saved };

/* { dg-final { check-typeid convention af2fa816 } } */
/* { dg-final { check-typeid saved eafb68e3 } } */
