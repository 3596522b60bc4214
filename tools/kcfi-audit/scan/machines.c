/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of machines.  */

#include "scan.h"

static const struct audit_machine *const machines[]
    = { &audit_machine_x86_64,	    &audit_machine_i386,
	&audit_machine_aarch64,	    &audit_machine_aarch64_be,
	&audit_machine_arm,	    &audit_machine_arm_be,
	&audit_machine_riscv64,	    &audit_machine_riscv32,
	&audit_machine_s390x,	    &audit_machine_powerpc64le,
	&audit_machine_mips64,	    &audit_machine_mips64el,
	&audit_machine_loongarch64, NULL };

const struct audit_machine *
audit_find_machine (const struct audit_elf *elf)
{
  for (const struct audit_machine *const *machine = machines; *machine;
       machine++)
    if ((*machine)->elf_machine == elf->machine
	&& (*machine)->is_64 == elf->is_64
	&& (*machine)->big_endian == elf->big_endian)
      return *machine;
  return NULL;
}
