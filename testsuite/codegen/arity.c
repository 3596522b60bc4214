/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the arity" } */
/* { dg-require plugin "clang-22 has it, with another option" } */
/* { dg-do compile } */
/* { dg-plugin-args "arity" } */
/* The register of the preamble's movl tells how many general registers carry
   arguments.  Registers and ids are clang-22's at -O0 -fsanitize-kcfi-arity.  */

struct big { long a[4]; };
struct two { long a, b; };
void a0 (void) {}
void a1 (int a) { (void) a; }
void a2 (int a, long b) { (void) a; (void) b; }
void a3 (char *a, int b, int c) { (void) a; (void) b; (void) c; }
void a6 (int a, int b, int c, int d, int e, int f) { (void) a; (void) b; (void) c; (void) d; (void) e; (void) f; }
void a7 (int a, int b, int c, int d, int e, int f, int g) { (void) a; (void) b; (void) c; (void) d; (void) e; (void) f; (void) g; }
void in_memory (struct big b) { (void) b; }
void in_two (struct two t) { (void) t; }
struct big by_address (int x) { struct big b = { { x } }; return b; }
void floating (float f, double d) { (void) f; (void) d; }
void wide (__int128 x) { (void) x; }
int variadic (int a, ...) { return a; }

/* { dg-final { scan-assembler "__cfi_a0:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.2772461324, %eax\n" } } */
/* { dg-final { scan-assembler "__cfi_a1:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.27004076, %ecx\n" } } */
/* { dg-final { scan-assembler "__cfi_a2:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.459072180, %edx\n" } } */
/* { dg-final { scan-assembler "__cfi_a3:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.3289104753, %ebx\n" } } */
/* { dg-final { scan-assembler "__cfi_a6:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.1046421190, %esi\n" } } */
/* { dg-final { scan-assembler "__cfi_a7:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.2235728542, %edi\n" } } */
/* { dg-final { scan-assembler "__cfi_in_memory:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %edi\n" } } */
/* { dg-final { scan-assembler "__cfi_in_two:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %edx\n" } } */
/* { dg-final { scan-assembler "__cfi_by_address:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.\[0-9\]+, %edx\n" } } */
/* { dg-final { scan-assembler "__cfi_floating:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.2442225485, %eax\n" } } */
/* { dg-final { scan-assembler "__cfi_wide:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.3107704895, %edx\n" } } */
/* { dg-final { scan-assembler "__cfi_variadic:\n\[^\n\]*skip\[^\n\]*\n\tmovl\t.1128757640, %ecx\n" } } */
