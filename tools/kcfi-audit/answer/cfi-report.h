/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Linux says when a check fails (kernel/cfi.c, report_cfi_failure):

     CFI failure at caller+0x1c/0x30 [mod] (target: callee+0x0/0x10; expected \
       type: 0x7e0c52a5)
     CFI failure at caller+0x1c/0x30 (no target information)

   on all machines.  arm64 and arm stop with an oops then,

     Internal error: Oops - CFI: 00000000f2008228 [#1] SMP
     pc : caller+0x1c/0x30		arm: PC is at caller+0x1c/0x30
     ...
     x17: 000000007e0c52a5 x16: ...

   which is of use where the line before it is lost (arch/arm64/kernel/traps.c,
   cfi_handler).  The handlers of kcfi/format.h print the first line with "; found:
   0x421d93ee" at its end.  A log with neither may have the registers that other
   programs print (register-dump.h).  */

#ifndef AUDIT_CFI_REPORT_H
#define AUDIT_CFI_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A place as printed with %pS.  */
struct audit_place
{
  char *symbol;	   /* NULL if only a number was printed.  */
  char *module;	   /* NULL: the kernel itself.  */
  uint64_t offset; /* From the symbol, or the number.  */
};

struct audit_cfi_report
{
  struct audit_place caller;
  bool has_target;
  struct audit_place target;
  uint32_t id; /* Expected; if HAS_TARGET.  */
  bool has_found;
  uint32_t found; /* In front of the target; if HAS_FOUND.  */

  /* Only registers were printed, in these bytes of the log; else NULL.  */
  const char *dump;
  size_t dump_length;
};

/* Read the next report in TEXT from *AT on, which is moved behind it.  False if
   there is none.  Free it with audit_free_report.  */
bool audit_next_report (const char *text, size_t *at,
			struct audit_cfi_report *report);
void audit_free_report (struct audit_cfi_report *report);

#endif
