/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the compiler declares for its own use has no __kcfi_typeid_ symbol, as with
   Clang: the personality routine and the thunks of another unit's table, whose types
   here are not those of their definitions.  Functions that the source names have it.  */

struct first
{
  virtual ~first ();
  virtual void f ();
};

struct second
{
  virtual ~second ();
  virtual void g ();
};

struct S : first, second
{
  ~S ();
  void f () override;
  void g () override;
};

int callback (int);
int (*pointer) (int) = callback;
void may_throw ();

int
handler ()
{
  try
    {
      may_throw ();
    }
  catch (int)
    {
      S object;
      return 1;
    }
  return 0;
}

/* { dg-final { check-typeid _Z8callbacki 00050794 } } */
/* { dg-final { check-no-typeid __gxx_personality_v0 } } */
/* { dg-final { check-no-typeid _ZThn8_N1S1gEv } } */
/* { dg-final { check-no-typeid _ZThn8_N1SD1Ev } } */
/* { dg-final { check-no-typeid _ZThn8_N1SD0Ev } } */
/* { dg-final { check-no-typeid _ZThn16_N1S1gEv } } */
/* { dg-final { check-no-typeid _Z9may_throwv } } */
