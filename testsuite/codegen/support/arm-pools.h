/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sixteen functions of 200 calls and many constants each, which differ in their
   size: in some of them a literal pool falls between a check and its call.  */

typedef unsigned function (unsigned, unsigned, unsigned);

extern function *volatile table[];

#define ONE(N) sum += table[N] (0x12345671u * (N + 1), 0x76543211u + 0x10101u * N, sum);
#define TEN(N) ONE (N) ONE (N + 1) ONE (N + 2) ONE (N + 3) ONE (N + 4) \
  ONE (N + 5) ONE (N + 6) ONE (N + 7) ONE (N + 8) ONE (N + 9)
#define HUNDRED(N) TEN (N) TEN (N + 10) TEN (N + 20) TEN (N + 30) TEN (N + 40) \
  TEN (N + 50) TEN (N + 60) TEN (N + 70) TEN (N + 80) TEN (N + 90)

/* GCC counts each line of an asm as one instruction: so the pools move.  */
#define FUNCTION(NAME, LINES) \
  unsigned \
  NAME (unsigned sum) \
  { \
    __asm__ volatile ("nop" LINES); \
    HUNDRED (0) HUNDRED (100) \
    return sum; \
  }
#define NOP "\n\tnop"
#define NOPS NOP NOP NOP NOP

FUNCTION (a, "")
FUNCTION (b, NOP)
FUNCTION (c, NOP NOP)
FUNCTION (d, NOP NOP NOP)
FUNCTION (e, NOPS)
FUNCTION (f, NOPS NOP)
FUNCTION (g, NOPS NOP NOP)
FUNCTION (h, NOPS NOP NOP NOP)
FUNCTION (i, NOPS NOPS)
FUNCTION (j, NOPS NOPS NOP)
FUNCTION (k, NOPS NOPS NOP NOP)
FUNCTION (l, NOPS NOPS NOP NOP NOP)
FUNCTION (m, NOPS NOPS NOPS)
FUNCTION (n, NOPS NOPS NOPS NOP)
FUNCTION (o, NOPS NOPS NOPS NOP NOP)
FUNCTION (p, NOPS NOPS NOPS NOP NOP NOP)
