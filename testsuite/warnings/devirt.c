/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=devirt" } */
/* Calls that would trap if the optimiser did not see through the pointer, of a
   function that stays and of one that is inlined.  */

void of_int (int);

static int
inlined (int x)
{
  return x;
}

int
calls (int x)
{
  void (*pointer) (unsigned) = (void (*) (unsigned)) of_int;
  int (*to_inlined) (unsigned) = (int (*) (unsigned)) inlined;
  int (*right) (int) = inlined;
  pointer (x); /* { dg-warning "became a direct call of 'of_int'.{0,90} .warn=devirt" } */
  return to_inlined (x) /* { dg-warning "became a direct call of 'inlined'" } */
	 + right (x);
}
