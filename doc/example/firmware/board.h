/* SPDX-License-Identifier: 0BSD */
/* What QEMU's boards have for output and for an end with a status: put (CONTEXT,
   CHARACTER) and finish (STATUS).  On a board of your own: a serial port, and a
   reset.  */

#ifndef BOARD_H
#define BOARD_H

#if defined __x86_64__ || defined __i386__

/* -debugcon and -device isa-debug-exit; QEMU ends with 2 * STATUS + 1.  */
static void
put (void *context, char character)
{
  (void) context;
  __asm__ volatile("outb %0, $0xe9" : : "a"(character));
}

static void
finish (unsigned status)
{
  __asm__ volatile("outl %0, $0xf4" : : "a"(status));
  for (;;)
    ;
}

#elif defined __riscv

/* -M virt: a serial port, and the device that ends QEMU.  */
static void
put (void *context, char character)
{
  (void) context;
  *(volatile unsigned char *) 0x10000000 = (unsigned char) character;
}

static void
finish (unsigned status)
{
  *(volatile unsigned *) 0x100000 = status << 16 | 0x3333;
  for (;;)
    ;
}

#else

/* arm and aarch64: semihosting.  */
static void
semihosting (int operation, const void *argument)
{
#ifdef __aarch64__
  register int number __asm__("w0") = operation;
  register const void *block __asm__("x1") = argument;
  __asm__ volatile("hlt #0xf000" : "+r"(number) : "r"(block) : "memory");
#else
  register int number __asm__("r0") = operation;
  register const void *block __asm__("r1") = argument;
  __asm__ volatile("bkpt #0xab" : "+r"(number) : "r"(block) : "memory");
#endif
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
  unsigned long block[2] = { 0x20026 /* ADP_Stopped_ApplicationExit */, status };
  semihosting (0x20 /* SYS_EXIT_EXTENDED */, block);
  for (;;)
    ;
}

#endif
#endif
