/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require trap-table "traps say by themselves what they are" } */
/* Section names that gas takes in `.section' but not as the symbol that a table of
   trap sites is linked to.  Names of sections are free text for GCC; the last is the
   old trick to give flags of one's own.  An adversary's list; the assembler refused
   most of them.  */

typedef int function (int);

#define IN(SECTION, NAME)                                                      \
  int __attribute__ ((__section__ (SECTION))) NAME (function *f)               \
  {                                                                            \
    return f (1) + 1;                                                          \
  }

IN ("my-section", a)
IN (".text.a+b", b)
IN ("a@c", c)
IN ("1text", d)
IN (".text/x", e)
IN ("*", f)
IN ("~", g)
IN (".text.plain", h)
IN ("my-section", i)
IN ("x,\"ax\"#", j)

/* { dg-final { check-calls 10 } } */
/* { dg-final { scan-sections-times " \\.kcfi_traps +PROGBITS +\\S+ \\S+ 000004 00 +AL +\\d+ +0 +1" 8 } } */
/* { dg-final { scan-sections-times " \\.kcfi_traps +PROGBITS +\\S+ \\S+ 000008 00 +AL +\\d+ +0 +1" 1 } } */
/* { dg-final { check-live-traps b 1 } } */
