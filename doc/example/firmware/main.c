/* SPDX-License-Identifier: 0BSD */
/* A program without a system below it, which makes a right call and a forged one, and
   the handler that says so.  It is the same for each board: BOARD.S has the first
   instruction, the vectors, and `twice'.

     -DOTHER_TRAP	runs into a trap that is not KCFI's
     -DRESUME		the handler lets the forged call happen  */

#include <kcfi/frame.h>

#include "board.h"

int twice (int); /* BOARD.S */
int on_trap (struct kcfi_frame *);
void on_other_trap (void);
int main (void);

/* --- The handler ------------------------------------------------------------- */

/* Called by KCFI_VECTOR of BOARD.S.  */
int
on_trap (struct kcfi_frame *frame)
{
  struct kcfi_trap trap = kcfi_frame_decode (frame);
  kcfi_put_trap (&trap, put, 0);
  if (!trap.kind)
    return 0;
#ifndef RESUME
  finish (3);
#endif
  kcfi_frame_resume (frame, &trap);
  return 1;
}

/* What the program would do about all other traps.  */
void
on_other_trap (void)
{
  finish (4);
}

/* --- The program ------------------------------------------------------------- */

static int
length (char *text)
{
  int count = 0;
  while (text && text[count])
    count++;
  return count;
}

int (*volatile operation) (int) = twice;
int (*volatile forged) (int) = (int (*) (int)) (void *) length;

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
  finish (call (forged, 0) == 1 ? 0 : 2);
  return 0;
}
