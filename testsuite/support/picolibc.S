/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handler takes the place of picolibc's own, which is weak, on arm; on RISC-V main
   sets the vector.  */

#include <kcfi/vector.h>

	.text
	KCFI_VECTOR (check_trap, on_trap, on_other_trap)

#ifdef __arm__
	.globl	arm_hardfault_isr
	.thumb_set arm_hardfault_isr, check_trap
#endif
