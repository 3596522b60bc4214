/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kernel does about a failed check: it finds the trap among those of
   .kcfi_traps, reads from the code in front of it what the call wanted and where it
   went, reports, and stops.

	41 ba imm32	movl	$-ID, %r10d	(41 bb, %r11d, if the call uses r10)
	4x 03 modrm d8	addl	-D(%TARGET), %r10d
	74 02		je	1f
	0f 0b		ud2			<- here
     1:			call	*%TARGET

   D is 4 for the type id of a call through a pointer, and 9 for the second word, that of
   a virtual call (doc/abi.md).  Both grow with -fpatchable-function-entry.  */

#include "kernel.h"

/* As boot.S pushes them, and the processor before it.  */
struct trap_frame
{
  uint64_t registers[16]; /* rax rcx rdx rbx rsp rbp rsi rdi r8 ... r15 */
  uint64_t ip, segment, flags, stack, stack_segment;
};

/* Distances of the traps from the entries themselves.  */
extern const int32_t __start_kcfi_traps[], __stop_kcfi_traps[];

extern "C" void on_invalid_instruction (trap_frame *frame);

static bool
check_trap_p (uint64_t address)
{
  for (const int32_t *entry = __start_kcfi_traps; entry != __stop_kcfi_traps;
       entry++)
    if (reinterpret_cast<uint64_t> (entry) + *entry == address)
      return true;
  return false;
}

static uint32_t
read_word (uint64_t address)
{
  uint32_t word;
  __builtin_memcpy (&word, reinterpret_cast<const void *> (address),
		    sizeof word);
  return word;
}

void
on_invalid_instruction (trap_frame *frame)
{
  uint64_t site = frame->ip;
  if (!check_trap_p (site))
    {
      report ("invalid instruction at ", site);
      finish (3);
    }
  const uint8_t *code = reinterpret_cast<const uint8_t *> (site);
  /* `addl' is four bytes long, or five with r12 as its base.  */
  bool long_form = code[-6] == 0x03;
  const uint8_t *add = code - (long_form ? 7 : 6);
  unsigned base = (add[2] & 7) | (add[0] & 1) << 3;
  int distance = -static_cast<int8_t> (add[long_form ? 4 : 3]);
  uint64_t target = frame->registers[base];
  report (distance == 4 ? "KCFI: forged pointer at "
			: "KCFI: forged virtual table at ",
	  site);
  report ("  the call goes to ", target);
  report ("  and expects the id ",
	  -read_word (reinterpret_cast<uint64_t> (add) - 4));
  report ("  but in front of that is ", read_word (target - distance));
  finish (distance == 4 ? 1 : 2);
}
