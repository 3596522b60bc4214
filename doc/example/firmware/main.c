/* SPDX-License-Identifier: 0BSD */
/* A program for a Cortex-M3 (QEMU's mps2-an385) that makes a right call and a forged
   one, and the handler that says so.  Output and end are semihosting's.  */

#include <kcfi/kcfi.h>

int twice (int); /* cortex-m.S */

static void
semihosting (int operation, const void *argument)
{
  register int r0 __asm__("r0") = operation;
  register const void *r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt #0xab" : "+r"(r0) : "r"(r1) : "memory");
}

static void
put (void *context, char character)
{
  (void) context;
  semihosting (3 /* SYS_WRITEC */, &character);
}

static void
finish (unsigned status)
{
  unsigned block[2] = { 0x20026 /* ADP_Stopped_ApplicationExit */, status };
  semihosting (0x20 /* SYS_EXIT_EXTENDED */, block);
}

/* --- The handler ------------------------------------------------------------- */

struct registers
{
  const kcfi_u32 *pushed; /* r0 to r3, r12, lr, pc, xpsr.  */
  const kcfi_u32 *saved;  /* r4 to r11.  */
};

static kcfi_u64
get_register (const void *context, unsigned number)
{
  const struct registers *all = (const struct registers *) context;
  if (number < 4)
    return all->pushed[number];
  if (number < 12)
    return all->saved[number - 4];
  return all->pushed[number == 12 ? 4 : 5];
}

void
on_fault (const kcfi_u32 *pushed, const kcfi_u32 *saved)
{
  struct registers all = { pushed, saved };
  struct kcfi_state state
      = { pushed[6], get_register, 0, &all, KCFI_FLAGS | KCFI_THUMB };
  struct kcfi_trap trap = kcfi_decode (&state);
  kcfi_put_trap (&trap, put, 0);
  finish (trap.kind ? 3 : 4);
}

/* --- The program ------------------------------------------------------------- */

static int
length (char *text)
{
  int count = 0;
  while (text[count])
    count++;
  return count;
}

int (*volatile operation) (int) = twice;
int (*volatile forged) (int) = (int (*) (int)) length;

__attribute__ ((__noinline__)) int
call (int (*function) (int), int value)
{
  return function (value) + 1;
}

int
main (void)
{
  if (call (operation, 4) != 9)
    finish (1);
#ifdef OTHER_TRAP
  __builtin_trap ();
#endif
  call (forged, 0);
  finish (2);
  return 0;
}
