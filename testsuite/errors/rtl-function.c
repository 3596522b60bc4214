/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC compiles a function that its tests give as RTL while it reads the source:
   the prototype's tags may get their names later.  The case is from gcc.dg/rtl,
   where the message asked for a report.  */

int __RTL (startwith ("vregs")) given_as_rtl (void) /* { dg-error "KCFI cannot serve functions with .__RTL., .* compile this file without KCFI" } */
{
(function "given_as_rtl"
  (insn-chain
    (cnote 1 NOTE_INSN_DELETED)
    (block 2
      (edge-from entry (flags "FALLTHRU"))
      (cnote 3 [bb 2] NOTE_INSN_BASIC_BLOCK)
      (cnote 2 NOTE_INSN_FUNCTION_BEG)
      (edge-to exit (flags "FALLTHRU"))
    ) ;; block 2
  ) ;; insn-chain
) ;; function
}

int
plain (int x)
{
  return x;
}
