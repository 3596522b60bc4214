/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of checks of machines without a back end of Clang's for KCFI, for
   registers and ids that GCC seldom chooses.  What is expected are the
   instructions of doc/abi-generic.md; what they do is in the machines'
   architecture manuals, cited where it is not plain.  */

#include "target-check.h"

static const struct kcfi_code_mode mode_4
    = { .word_bits = 64, .code_alignment = 4, .nop_bytes = 4 };
static const struct kcfi_code_mode mode_2
    = { .word_bits = 64, .code_alignment = 8, .nop_bytes = 2 };

/* The comparison of x86_64, so that no code has the id in it; the ids of ENDBRs are
   altered as in the preamble.  */
static void
test_i386 (void)
{
  static const struct kcfi_code_mode intel
      = { .word_bits = 32, .nop_bytes = 1, .intel_syntax = true };
  static const struct kcfi_code_mode att = { .word_bits = 32, .nop_bytes = 1 };
  const struct kcfi_target *target = find ("i686-linux-gnu", 32);
  check_text ("i386: through eax", target, &att,
	      (struct kcfi_check){ .id = 0x50794, .target = "ax" },
	      "movl\t$4294637676, %ecx\n"
	      "\taddl\t-4(%eax), %ecx\n"
	      "\tje\t.Lkcfi_pass1\n"
	      "\tud2\n"
	      ".Lkcfi_pass1:");
  check_text (
      "i386: through esi, M = 11, ENDBR64's id", target, &att,
      (struct kcfi_check){ .id = 0xfa1e0ff3, .target = "si", .id_offset = 15 },
      "movl\t$98693132, %ecx\n"
      "\taddl\t-15(%esi), %ecx\n"
      "\tje\t.Lkcfi_pass1\n"
      "\tud2\n"
      ".Lkcfi_pass1:");
  check_text ("i386: Intel's syntax", target, &intel,
	      (struct kcfi_check){ .id = 0x50794, .target = "bp" },
	      "mov\tecx, 4294637676\n"
	      "\tadd\tecx, DWORD PTR [ebp-4]\n"
	      "\tje\t.Lkcfi_pass1\n"
	      "\tud2\n"
	      ".Lkcfi_pass1:");
  check_text ("i386: through ecx, nothing free", target, &att,
	      (struct kcfi_check){
		  .id = 0x50794, .target = "cx", .scratch = NO_SCRATCH },
	      "push\t%edx\n"
	      "\tmovl\t$4294637676, %edx\n"
	      "\taddl\t-4(%ecx), %edx\n"
	      "\tpop\t%edx\n"
	      "\tje\t.Lkcfi_pass1\n"
	      "\tud2\n"
	      ".Lkcfi_pass1:");
  check (find ("x86_64-linux-gnu", 32) == target, "i386: x86_64 with -m32");
  check (find ("x86_64-linux-gnu", 64) != target, "i386: not x86_64 itself");
}

#define S390_TRAP                                                              \
  "\tbrc\t10,.Lkcfi_pass1\n"                                                   \
  ".Lkcfi_trap1:\n"                                                            \
  "\tj\t.+2\n"                                                                 \
  "\tj\t.Lkcfi_trap1\n"                                                        \
  ".Lkcfi_pass1:"

static void
test_s390 (void)
{
  const struct kcfi_target *target = find ("s390x-linux-gnu", 64);
  check_text ("s390x: through r1", target, &mode_2,
	      (struct kcfi_check){ .id = 0x50794, .target = "%r1" },
	      "iilf\t%r0,4294637676\n"
	      "\taly\t%r0,-4(%r1)\n" S390_TRAP);
  check_text ("s390x: r0 is the static chain, three short nops", target,
	      &mode_2,
	      (struct kcfi_check){ .id = 0xffffffff,
				   .target = "%r1",
				   .scratch = { "%r5" },
				   .id_offset = 10 },
	      "iilf\t%r5,1\n"
	      "\taly\t%r5,-10(%r1)\n" S390_TRAP);
  /* lg leaves the condition code as it is.  */
  check_text ("s390x: nothing is free", target, &mode_2,
	      (struct kcfi_check){
		  .id = 0x50794, .target = "%r1", .scratch = NO_SCRATCH },
	      "stg\t%r0,16(%r15)\n"
	      "\tiilf\t%r0,4294637676\n"
	      "\taly\t%r0,-4(%r1)\n"
	      "\tlg\t%r0,16(%r15)\n" S390_TRAP);
  check (kcfi_find_target ("s390x-linux-gnu", 32) == NULL,
	 "s390x: not its words of 32 bits");
  check (kcfi_find_target ("s390-linux-gnu", 32) == NULL, "s390x: not s390");
}

/* xoris changes the upper half; twnei compares 32 bits with its operand
   extended by the sign (Power ISA, 3.3.10 and 3.3.13): what is left of the
   right id after xoris must be that operand.  */
static void
test_powerpc_ids (void)
{
  const struct kcfi_target *target = find ("powerpc64le-linux-gnu", 64);
  const uint32_t ids[]
      = { 0,	   1,	    0x7fff,	0x8000,	    0xffff,	0x10000,
	  0x18000, 0x50794, 0x7fff8000, 0x80000000, 0xffff7fff, 0xffffffff };
  for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
    {
      unsigned high = 0;
      int low = 0;
      struct kcfi_text text = { 0 };
      struct kcfi_check call = { .mode = &mode_4,
				 .id = ids[i],
				 .target = "ctr",
				 .scratch = { "11" },
				 .id_offset = 4,
				 .number = 1 };
      target->print_check (&text, &call);
      int read = sscanf (text.bytes,
			 "mfctr 11 lwz 11,-4(11) xoris 11,11,%u twnei 11,%d",
			 &high, &low);
      check (read == 2 && high <= 0xffff && low >= -0x8000 && low < 0x8000
		 && (ids[i] ^ high << 16) == (uint32_t) low,
	     "powerpc64: the halves of an id");
      kcfi_text_free (&text);
    }
}

static void
test_powerpc (void)
{
  const struct kcfi_target *target = find ("powerpc64le-linux-gnu", 64);
  check_text ("powerpc64: through ctr", target, &mode_4,
	      (struct kcfi_check){ .id = 0x50794, .target = "ctr" },
	      "mfctr\t11\n"
	      "\tlwz\t11,-4(11)\n"
	      "\txoris\t11,11,5\n"
	      "\ttwnei\t11,1940");
  check_text ("powerpc64: through lr, r11 taken, a high lower half", target,
	      &mode_4,
	      (struct kcfi_check){
		  .id = 0x6144b4a7, .target = "lr", .scratch = { "12" } },
	      "mflr\t12\n"
	      "\tlwz\t12,-4(12)\n"
	      "\txoris\t12,12,40635\n"
	      "\ttwnei\t12,-19289");
  check_text (
      "powerpc64: only r0 is free", target, &mode_4,
      (struct kcfi_check){ .id = 0x50794, .target = "ctr", .scratch = { "0" } },
      "mfctr\t0\n"
      "\taddic\t0,0,-4\n"
      "\tlwzx\t0,0,0\n"
      "\txoris\t0,0,5\n"
      "\ttwnei\t0,1940");
  check (find ("powerpc64-linux-gnu", 64) == target, "powerpc64: big endian");
  check (kcfi_find_target ("powerpc-linux-gnu", 32) == NULL,
	 "powerpc64: not powerpc");
  check (target->max_prefix_bytes == 0, "powerpc64: no nops before functions");
}

static void
test_mips (void)
{
  const struct kcfi_target *target = find ("mips64el-linux-gnuabi64", 64);
  check_text ("mips: through $25", target, &mode_4,
	      (struct kcfi_check){ .id = 0x6144b4a7, .target = "$25" },
	      ".set\tpush\n"
	      "\t.set\tnoat\n"
	      "\t.set\tnoreorder\n"
	      "\tlw\t$2,-4($25)\n"
	      "\tlui\t$1,24900\n"
	      "\tori\t$1,$1,46247\n"
	      "\ttne\t$2,$1\n"
	      "\t.set\tpop");
  check_text ("mips: through $2", target, &mode_4,
	      (struct kcfi_check){ .id = 0x50794, .target = "$2" },
	      ".set\tpush\n"
	      "\t.set\tnoat\n"
	      "\t.set\tnoreorder\n"
	      "\tlw\t$3,-4($2)\n"
	      "\tlui\t$1,5\n"
	      "\tori\t$1,$1,1940\n"
	      "\ttne\t$3,$1\n"
	      "\t.set\tpop");
  check (find ("mipsel-linux-gnu", 32) == target, "mips: 32 bits too");
  check (target->no_patchable_entry, "mips: no patchable nops");
}

/* lu12i.w takes 20 bits with a sign (LoongArch Reference Manual, 2.2.1.3).  */
static void
test_loongarch (void)
{
  const struct kcfi_target *target = find ("loongarch64-linux-gnu", 64);
  check_text ("loongarch64: through r4", target, &mode_4,
	      (struct kcfi_check){ .id = 0x50794, .target = "$r4" },
	      "ld.w\t$r12,$r4,-4\n"
	      "\tlu12i.w\t$r13,80\n"
	      "\tori\t$r13,$r13,1940\n"
	      "\tbeq\t$r12,$r13,.Lkcfi_pass1\n"
	      "\tbreak\t0\n"
	      ".Lkcfi_pass1:");
  check_text ("loongarch64: through r12, a negative id, M = 2", target, &mode_4,
	      (struct kcfi_check){
		  .id = 0x80000fff, .target = "$r12", .id_offset = 12 },
	      "ld.w\t$r13,$r12,-12\n"
	      "\tlu12i.w\t$r14,-524288\n"
	      "\tori\t$r14,$r14,4095\n"
	      "\tbeq\t$r13,$r14,.Lkcfi_pass1\n"
	      "\tbreak\t0\n"
	      ".Lkcfi_pass1:");
}

/* One word right in front of the nops or the label.  */
static void
test_preambles (void)
{
  check_preamble ("s390x: preamble", "s390x-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_2,
					  .has_id = true,
					  .id = 329620,
					  .alignment = 8,
					  .preferred_alignment = 8 },
		  "\t.balign\t8\n\t.skip\t4\n\t.long\t329620\n");
  check_preamble ("powerpc64: preamble", "powerpc64le-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_4,
					  .has_id = true,
					  .id = 329620,
					  .alignment = 4,
					  .preferred_alignment = 16 },
		  "\t.long\t329620\n");
  check_preamble ("mips: preamble", "mips64el-linux-gnuabi64",
		  (struct kcfi_preamble){ .mode = &mode_4,
					  .has_id = true,
					  .id = 329620,
					  .alignment = 8,
					  .preferred_alignment = 8 },
		  "\t.balign\t8\n\t.skip\t4\n\t.word\t329620\n");
  check_preamble ("loongarch64: preamble, M = 1", "loongarch64-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_4,
					  .has_id = true,
					  .id = 329620,
					  .alignment = 4,
					  .preferred_alignment = 4,
					  .prefix_nops = 1 },
		  "\t.word\t329620\n");
}

/* A virtual call reads the word in front of the id, which is 4 or 5 bytes long, 6 in
   real mode.  */
static void
test_virtual_ids (void)
{
  static const struct kcfi_code_mode att = { .word_bits = 32, .nop_bytes = 1 };
  static const struct kcfi_code_mode real
      = { .word_bits = 32, .nop_bytes = 1, .real_mode = true };
  const struct kcfi_target *i386 = find ("i686-linux-gnu", 32);
  const struct kcfi_target *mips = find ("mips64el-linux-gnuabi64", 64);
  const struct kcfi_target *powerpc = find ("powerpc64le-linux-gnu", 64);
  check (kcfi_id_bytes (i386, &att) == 5, "i386: bytes of an id");
  check (kcfi_id_bytes (i386, &real) == 6, "i386: bytes of an id in real mode");
  check (kcfi_id_bytes (mips, &mode_4) == 4, "mips: bytes of an id");
  check_text (
      "mips: virtual call", mips, &mode_4,
      (struct kcfi_check){ .id = 0x50794, .target = "$25", .id_offset = 8 },
      ".set\tpush\n"
      "\t.set\tnoat\n"
      "\t.set\tnoreorder\n"
      "\tlw\t$2,-8($25)\n"
      "\tlui\t$1,5\n"
      "\tori\t$1,$1,1940\n"
      "\ttne\t$2,$1\n"
      "\t.set\tpop");
  check_text (
      "powerpc64: virtual call", powerpc, &mode_4,
      (struct kcfi_check){ .id = 0x50794, .target = "ctr", .id_offset = 8 },
      "mfctr\t11\n"
      "\tlwz\t11,-8(11)\n"
      "\txoris\t11,11,5\n"
      "\ttwnei\t11,1940");
  check_text (
      "powerpc64: virtual call, only r0 is free", powerpc, &mode_4,
      (struct kcfi_check){
	  .id = 0x50794, .target = "ctr", .id_offset = 8, .scratch = { "0" } },
      "mfctr\t0\n"
      "\taddic\t0,0,-8\n"
      "\tlwzx\t0,0,0\n"
      "\txoris\t0,0,5\n"
      "\ttwnei\t0,1940");
  check_preamble ("i386: preamble with two ids", "i686-linux-gnu",
		  (struct kcfi_preamble){ .mode = &att,
					  .has_id = true,
					  .id = 329620,
					  .has_virtual_id = true,
					  .virtual_id = 77,
					  .function = "f",
					  .alignment = 1,
					  .preferred_alignment = 1 },
		  "\t.balign\t16\n"
		  "\t.type\t__cfi_f, @function\n"
		  "__cfi_f:\n"
		  "\t.skip\t6, 0x90\n"
		  "\tmovl\t$77, %eax\n"
		  "\tmovl\t$329620, %eax\n"
		  "\t.size\t__cfi_f, .-__cfi_f\n");
  check_preamble ("mips: preamble with two ids", "mips64el-linux-gnuabi64",
		  (struct kcfi_preamble){ .mode = &mode_4,
					  .has_id = true,
					  .id = 329620,
					  .has_virtual_id = true,
					  .virtual_id = 77,
					  .alignment = 8,
					  .preferred_alignment = 8 },
		  "\t.word\t77\n\t.word\t329620\n");
  check_preamble ("powerpc64: preamble with two ids, aligned to 16",
		  "powerpc64le-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_4,
					  .has_id = true,
					  .id = 329620,
					  .has_virtual_id = true,
					  .virtual_id = 77,
					  .alignment = 16,
					  .preferred_alignment = 16 },
		  "\t.balign\t16\n\t.skip\t8\n"
		  "\t.long\t77\n\t.long\t329620\n");
}

int
main (void)
{
  test_i386 ();
  test_s390 ();
  test_powerpc ();
  test_powerpc_ids ();
  test_mips ();
  test_loongarch ();
  test_preambles ();
  test_virtual_ids ();
  return check_failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
