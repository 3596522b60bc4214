/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What KCFI does, in one program.  `make demo' compiles and runs it twice:

     demo          calls a handler through a pointer of its own type
     demo forged   calls a function of another type through the same pointer,
		   as an attacker would who can overwrite the pointer  */

#include <stdio.h>

typedef int handler (int);

static int
double_it (int number)
{
  return 2 * number;
}

static int
give_root (const char *name)
{
  printf ("  %s is root now: the forged call was made!\n", name ? name : "?");
  return 0;
}

/* What an overwritten pointer holds.  */
static void *volatile overwritten = (void *) give_root;

int
call (handler *pointer, int number)
{
  return pointer (number) + 1;
}

int
main (int count, char **arguments)
{
  (void) arguments;
  handler *pointer = double_it;
  if (count > 1)
    pointer = (handler *) overwritten;
  printf ("  calling, expecting 43\n");
  fflush (stdout);
  printf ("  got %d\n", call (pointer, 21));
  return 0;
}
