/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that run the constructors of a unit have the id of `void ()', so that a
   kernel's loop over .init_array is checked; Clang gives them none.  The same for
   thread-locals' initialisers.  Destructors that are handed to the runtime are
   unchanged by it.  */
/* { dg-require x86_64 "the form of a preamble" } */
/* { dg-require plugin "Clang gives them no id" } */

struct object
{
  object ();
  ~object ();
};

object global;
thread_local object of_thread;

object *
address ()
{
  return &of_thread;
}

/* { dg-final { check-preamble _GLOBAL__sub_I_global a540670c -pad any -align 1 } } */
/* { dg-final { check-preamble __tls_init a540670c -pad any -align 1 } } */
/* { dg-final { check-typeid _ZN6objectD1Ev a488ebfc } } */
/* { dg-final { check-no-typeid _ZN6objectC1Ev } } */
/* { dg-final { check-no-typeid __cxa_atexit } } */
