/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arity counts the object of a member and the address of a result, and as in C
   unused parameters as well.  Registers: eax ecx edx ... for 0, 1, 2 ...  Values are
   Clang 22's for functions that use all their parameters.  */
/* { dg-do compile } */
/* { dg-require x86_64 "the arity" } */
/* { dg-require plugin "clang-22 has it, with another option" } */
/* { dg-plugin-args "arity" } */

struct big { long a[4]; };
struct S
{
  int v;
  int m (int x);
  big b (int x);
  static int s (int x);
  S (int x);
  ~S ();
};
int S::m (int x) { return v + x; }
big S::b (int x) { return { { x, v } }; }
int S::s (int x) { return x; }
S::S (int x) : v (x) {}
S::~S () { v = 0; }
int reference (S &s) { return s.v; }
int by_address (S s) { return s.v; }

/* { dg-final { scan-assembler "__cfi__ZN1S1mEi:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %edx\n" } } */
/* { dg-final { scan-assembler "__cfi__ZN1S1bEi:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %ebx\n" } } */
/* { dg-final { scan-assembler "__cfi__ZN1S1sEi:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %ecx\n" } } */
/* { dg-final { scan-assembler "__cfi__ZN1SC2Ei:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %edx\n" } } */
/* { dg-final { scan-assembler "__cfi__ZN1SD2Ev:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %ecx\n" } } */
/* { dg-final { scan-assembler "__cfi__Z9referenceR1S:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %ecx\n" } } */
/* { dg-final { scan-assembler "__cfi__Z10by_address1S:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %ecx\n" } } */
