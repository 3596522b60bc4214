/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arguments of the plugin that code is made by; plain C, so that the arguments can
   name them.  */

#ifndef KCFI_CODE_CHOICES_H
#define KCFI_CODE_CHOICES_H

#include <stdbool.h>

/* How a check leads to its trap (doc/abi.md).  */
enum kcfi_check_form
{
  KCFI_CHECK_CLASSIC,	 /* As Clang: a branch over the trap.  */
  KCFI_CHECK_NOT_TAKEN,	 /* A branch into the check itself.  */
  KCFI_CHECK_OUT_OF_LINE /* A branch to a trap behind the function.  */
};

/* Each function has those of its unit with it (mark.h), so that a link with -flto
   need not repeat them.  */
struct kcfi_code_choices
{
  bool arity;	      /* Preambles tell the number of arguments.  */
  bool kernel_traps;  /* Trap as Linux's handlers know it.  */
  bool no_trap_table; /* Nothing in .kcfi_traps.  */
  enum kcfi_check_form form;
};

#endif
