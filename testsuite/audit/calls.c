/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls to be counted: 3 checked calls, 1 checked jump, 2 unchecked calls
   (no_sanitize, unprototyped), 1 switch; two functions besides that need no
   check.  */

int (*callback) (int);
void (*notify) (const char *);
int (*unprototyped) ();

#define NOCFI __attribute__ ((no_sanitize ("kcfi")))

int
checked_twice (int a)
{
  int sum = callback (a);
  return sum + callback (a + 1);
}

int
checked_once (int a)
{
  notify ("checked_once");
  return a;
}

int
checked_jump (int a)
{
  return callback (a);
}

NOCFI int
exempt (int a)
{
  return callback (a) + 1;
}

int
old_style (int a)
{
  return unprototyped (a) + 1;
}

int
switched (int a)
{
  switch (a)
    {
    case 0:
      return checked_once (5);
    case 1:
      return checked_twice (7);
    case 2:
      return old_style (9);
    case 3:
      return exempt (2);
    case 4:
      return checked_jump (3);
    case 5:
      return checked_jump (8);
    case 6:
      return old_style (1);
    default:
      return 3;
    }
}
