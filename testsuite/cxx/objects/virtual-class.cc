/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts that virtual ids are made of with virtual=class: the symbol of the
   method that introduced the slot.  A thunk has that of the base in whose table it
   stands (on machines where words of 4 and 8 bytes put a base at 16 bytes).  */
/* { dg-require plugin "Clang does not check virtual calls" } */
/* { dg-require x86_64 "the offsets in the names of thunks" } */
/* { dg-plugin-args "virtual=class hash=FNV-1a" } */

struct left
{
  long l;
  virtual int f (int);
  virtual ~left ();
};

struct right
{
  long r;
  virtual void *g ();
  virtual int f (int);
  virtual right *copy ();
};

struct shared
{
  long s;
  virtual int h ();
};

struct middle : left, right, virtual shared
{
  int f (int) override;
  void *g () override;
  int h () override;
  middle *copy () override;
  virtual int own ();
};

int left::f (int) { return 1; }
left::~left () {}
void *right::g () { return nullptr; }
int right::f (int) { return 2; }
right *right::copy () { return nullptr; }
int shared::h () { return 3; }
int middle::f (int) { return 4; }
void *middle::g () { return nullptr; }
int middle::h () { return 5; }
middle *middle::copy () { return nullptr; }
int middle::own () { return 6; }

/* Derived once more: the slots are the same ones.  */
struct end final : middle
{
  int f (int) override;
  int own () override;
};

int end::f (int) { return 7; }
int end::own () { return 8; }

/* { dg-final { check-virtual-id _ZN4left1fEi _ZN4left1fEi.virtual } } */
/* { dg-final { check-virtual-id _ZN4leftD2Ev _ZTVD1 } } */
/* { dg-final { check-virtual-id _ZN4leftD0Ev _ZTVD0 } } */
/* { dg-final { check-virtual-id _ZN5right1fEi _ZN5right1fEi.virtual } } */
/* { dg-final { check-virtual-id _ZN6middle1fEi _ZN4left1fEi.virtual } } */
/* { dg-final { check-virtual-id _ZThn16_N6middle1fEi _ZN5right1fEi.virtual } } */
/* middle::g has a slot of its own, and stands in right's by a thunk.  */
/* { dg-final { check-virtual-id _ZN6middle1gEv _ZN6middle1gEv.virtual } } */
/* { dg-final { check-virtual-id _ZThn16_N6middle1gEv _ZN5right1gEv.virtual } } */
/* { dg-final { check-virtual-id _ZN6middle1hEv _ZN6middle1hEv.virtual } } */
/* { dg-final { check-virtual-id _ZTv0_n24_N6middle1hEv _ZN6shared1hEv.virtual } } */
/* { dg-final { check-virtual-id _ZN6middle4copyEv _ZN6middle4copyEv.virtual } } */
/* { dg-final { check-virtual-id _ZTchn16_h16_N6middle4copyEv _ZN5right4copyEv.virtual } } */
/* { dg-final { check-virtual-id _ZN6middle3ownEv _ZN6middle3ownEv.virtual } } */
/* { dg-final { check-virtual-id _ZN3end1fEi _ZN4left1fEi.virtual } } */
/* { dg-final { check-virtual-id _ZThn16_N3end1fEi _ZN5right1fEi.virtual } } */
/* { dg-final { check-virtual-id _ZN3end3ownEv _ZN6middle3ownEv.virtual } } */
