/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/cxx/clang-spelling.c: what GCC spells in its own way becomes
   Clang's, and nothing else does, however a name looks.  Left sides are what GCC 12
   writes for the source beside them, right sides what Clang 19 writes; the others
   are Clang's strings of cxx/expected.tsv, which stay.  Needs
   gimple/cxx/clang-spelling.c and plugin/base/text.c.  */

#include "../../gimple/cxx/clang-spelling.h"

#include <stdlib.h>

#include "check.h"

static void
check_spelling (const char *gcc, const char *clang)
{
  char *got = kcfi_clang_spelling (gcc);
  check_string (gcc, got, clang);
  free (got);
}

static void
check_same (const char *name)
{
  check_spelling (name, name);
}

int
main (void)
{
  /* template <auto> struct NA; void f (NA<nullptr> *)  */
  check_spelling ("FvP2NAILDnEEE", "FvP2NAILDn0EEE");
  check_spelling ("FvP1TIJLDnELi5ELDnEEEE", "FvP1TIJLDn0ELi5ELDn0EEEE");
  check_same ("FvP2NAILDn0EEE");
  /* struct LM { LM () { struct L {}; ... }  */
  check_spelling ("FiZN2LMC4EvE1LE", "FiZN2LMC1EvE1LE");
  check_spelling ("FvZN2LMD4EvE1LE", "FvZN2LMD1EvE1LE");
  check_spelling ("FvZN1TIiEC4ERKS0_E1LS1_E", "FvZN1TIiEC1ERKS0_E1LS1_E");
  check_spelling ("FvPFvP1TIZN1AC4EiEUlvE_LDnEEEE",
		  "FvPFvP1TIZN1AC1EiEUlvE_LDn0EEEE");

  /* Classes and functions that are called C4, C4E, LDnE, ILDnEE.  */
  check_same ("FvPN2ns2C4E");
  check_same ("FvPN2ns2C4EE");
  check_same ("FvP4LDnE");
  check_same ("FvP1TI6ILDnEEE");
  check_same ("FvZN2C43C4EEvE1LE");
  check_same ("FvP1TIL4LDnE4EE");

  /* Kinds of names.  */
  check_same ("KFiiRE");
  check_same ("VKFizOE");
  check_same ("U6ms_abiFiiE");
  check_same ("FvM1SFiiEMS_KFiiEPFiiEE");
  check_same ("FvPDoFvPDoFvvEEE");
  check_same ("FvRNSt7__cxx1111basic_cxx11IcSt11char_traitsIcESaIcEEEE");
  check_same ("FvRSt8functionIDoFiiEEE");
  check_same ("FvP5HPackIiJclEEE");
  check_same ("FvP4NMFCIXadL_ZNK1S2cmEiEEEE");
  check_same ("FvP3NFRIL_Z3funiEEE");
  check_same ("FvP7Tagged2B1aB1bE");
  check_same ("FvZ5l_inliEUlcR1SE_E");
  check_same ("FvZN2LM6defargEiEd_UllE_E");
  check_same ("FiN3LSM2smMUliE_EE");
  check_same ("FvDv4_iDF16_E");

  /* Expressions are not read: the whole name stays, and so does what is no
     name.  */
  check_same ("FvP1TIXplT_Li1EELDnEE");
  check_same ("FvP2NAILDnE");
  check_same ("Fv99xE");
  check_same ("");
  return check_failures != 0;
}
