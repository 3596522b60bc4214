/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "the kernel's trap differs from the ABI's" } */
/* { dg-require plugin "Clang has no such option" } */
/* { dg-do compile } */
/* { dg-options "-O2 -marm -march=armv7-a -mfloat-abi=soft" } */
/* { dg-plugin-args "kernel-traps" } */
/* With the argument kernel-traps a check traps with the bkpt that Linux's
   handler knows, of the number that the udf has; also without ARMv5's name.  */

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
tail (int (*f) (int), int x)
{
  return f (x);
}

__attribute__ ((target ("thumb"))) int
thumb (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { scan-assembler-times {\tbeq\t.Lkcfi_pass\d+\n\t\.inst\t0xe1283e7[0-9a-e]\n\.Lkcfi_pass\d+:} 2 } } */
/* { dg-final { scan-assembler-times {\tbeq\.w\t.Lkcfi_pass\d+\n\t\.inst\.n\t0xbe8[0-9a-e]\n\tnop\n\.Lkcfi_pass\d+:} 1 } } */
/* { dg-final { scan-assembler-not {\tudf\t} } } */
