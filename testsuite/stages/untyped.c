/* SPDX-License-Identifier: GPL-3.0-or-later */
/* __builtin_apply's call is one only after expand: the tag pass finds it, and the
   mark of the call beside it stays.  */

int
forward (int (*f) (int), int x)
{
  void *arguments = __builtin_apply_args ();
  int y = f (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
  __builtin_apply ((void (*) (void)) f, arguments, 64); /* { dg-tag "unchecked: __builtin_apply" } */
  return y;
}

/* { dg-final { check-stages } } */
/* { dg-final { scan-dump tag {unchecked: __builtin_apply, an untyped call} } } */
