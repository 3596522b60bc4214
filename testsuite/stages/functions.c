/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Direct calls through another prototype, which is why a local function has a
   preamble, and the functions' side of the dumps: who has a preamble or a symbol
   and why.  Ids are Clang's.  */

static int __attribute__ ((noinline))
cast (unsigned x)
{
  return (int) x + 1;
}

static int __attribute__ ((noinline))
alone (unsigned x)
{
  return (int) x + 2;
}

static int __attribute__ ((noinline))
taken (int x)
{
  return x + 3;
}

static void __attribute__ ((constructor))
begin (void)
{
}

static void __attribute__ ((used))
for_assembler (void)
{
}

extern int declared (int);
int (*pointers[]) (int) = { taken, declared };

int
call (int x)
{
  x = ((int (*) (int)) cast) (x) + alone (2);
  return pointers[0] (x) * 2; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

/* { dg-more-options "-w" } */
/* { dg-final { check-stages } } */
/* { dg-final { scan-dump mark {functions.c:\d+:\d+: .*cast \(x\): direct, through a prototype of id 0x00050794, the function's is 0xab53c5c9$} } } */
/* { dg-final { scan-dump functions {cast: id 0xab53c5c9 _ZTSFijE: preamble: called through another prototype$} } } */
/* { dg-final { scan-dump functions {alone: id 0xab53c5c9 _ZTSFijE: no preamble: only direct calls$} } } */
/* { dg-final { scan-dump functions {taken: id 0x00050794 _ZTSFiiE: preamble: address taken$} } } */
/* { dg-final { scan-dump functions {begin: id 0xa540670c _ZTSFvvE: preamble: constructor$} } } */
/* { dg-final { scan-dump functions {for_assembler: id 0xa540670c _ZTSFvvE: preamble: attribute used$} } } */
/* { dg-final { scan-dump functions {declared: id 0x00050794 _ZTSFiiE: symbol: address taken$} } } */
/* { dg-final { scan-dump functions {call: id 0x00050794 _ZTSFiiE: preamble: public$} } } */
