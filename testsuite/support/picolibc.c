/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program of a bare-metal toolchain with its C library, which has no KCFI: it calls
   back through pointers of ours, and its streams are printed on by semihosting.  With
   -DFORGED a call through a pointer of a wrong type ends in the handler.  */

#include <stdio.h>
#include <stdlib.h>

#include <kcfi/frame.h>

int on_trap (struct kcfi_frame *);
void on_other_trap (void);
void check_trap (void);

static void
put (void *context, char character)
{
  (void) context;
  putchar (character);
}

int
on_trap (struct kcfi_frame *frame)
{
  struct kcfi_trap trap = kcfi_frame_decode (frame);
  kcfi_put_trap (&trap, put, 0);
  _Exit (trap.kind ? 3 : 4);
}

void
on_other_trap (void)
{
  _Exit (5);
}

static int
compare (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static int
length (char *text)
{
  int count = 0;
  while (text && text[count])
    count++;
  return count;
}

static void
at_exit (void)
{
  puts ("at exit");
}

int (*volatile forged) (int) = (int (*) (int)) (void *) length;
int (*volatile print) (const char *) = puts;
int (*volatile order) (const void *, const void *) = compare;

int
main (void)
{
  int numbers[] = { 3, 1, 2 };
#ifdef __riscv
  __asm__ volatile("csrw mtvec, %0" : : "r"(check_trap));
#endif
  atexit (at_exit);
  qsort (numbers, 3, sizeof *numbers, order);
  printf ("%d %d %d %d\n", numbers[0], numbers[1], numbers[2],
	  order (numbers, numbers + 1));
#ifdef LIBRARY
  /* A function without an id.  */
  print ("not reached");
#endif
#ifdef FORGED
  forged (0);
#endif
  exit (0);
}
