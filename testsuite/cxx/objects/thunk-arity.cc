/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a thunk that the machine writes gets is unknown, and it must not tell less
   than it passes on: FineIBT takes the registers beyond the arity for free.  So it
   counts as if some arguments were on the stack, edi.  */
/* { dg-do compile } */
/* { dg-require x86_64 "the arity" } */
/* { dg-require plugin "clang-22 has it, with another option" } */
/* { dg-plugin-args "arity" } */

struct first
{
  virtual int f ();
  long data;
};

struct second
{
  virtual int g (int x, int y);
};

struct S : first, second
{
  [[gnu::noipa]] int g (int x, int y) override;
};

int S::g (int x, int y) { return x + y; }

/* { dg-final { scan-assembler "__cfi__ZThn16_N1S1gEii:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %edi\n" } } */
