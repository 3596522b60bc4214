/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arguments of the plugin that code is made by; plain C, so that the arguments can
   name them.  */

#ifndef KCFI_CODE_CHOICES_H
#define KCFI_CODE_CHOICES_H

#include <stdbool.h>

/* Each function has those of its unit with it (mark.h), so that a link with -flto
   need not repeat them.  */
struct kcfi_code_choices
{
  bool arity;	     /* Preambles tell the number of arguments.  */
  bool kernel_traps; /* Trap as Linux's handlers know it.  */
  bool not_taken;    /* Checks whose branch is taken to trap only.  */
  bool no_trap_table; /* Nothing in .kcfi_traps.  */
};

#endif
