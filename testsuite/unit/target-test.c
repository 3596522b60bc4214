/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of checks and preambles for registers and ids that GCC seldom
   chooses.  What is expected is Clang's output: clang-19 -S for aarch64 and
   riscv, clang-22 -S for arm, of calls through register variables, with
   !kcfi_type written by hand; spelled as GCC does.  */

#include "target-check.h"

static const struct kcfi_code_mode mode_64
    = { .word_bits = 64, .nop_bytes = 4 };
static const struct kcfi_code_mode mode_rvc
    = { .word_bits = 64, .nop_bytes = 2 };
static const struct kcfi_code_mode mode_32
    = { .word_bits = 32, .nop_bytes = 4 };

static const struct kcfi_code_mode mode_a32 = { .word_bits = 32,
						.code_alignment = 4,
						.nop_bytes = 4,
						.conditional_execution = true };
static const struct kcfi_code_mode mode_thumb2
    = { .word_bits = 32,
	.code_alignment = 2,
	.nop_bytes = 2,
	.conditional_execution = true };
/* For Linux.  */
static const struct kcfi_code_mode mode_a32_kernel
    = { .word_bits = 32,
	.code_alignment = 4,
	.nop_bytes = 4,
	.conditional_execution = true,
	.kernel_traps = true };
static const struct kcfi_code_mode mode_thumb2_kernel
    = { .word_bits = 32,
	.code_alignment = 2,
	.nop_bytes = 2,
	.conditional_execution = true,
	.kernel_traps = true };
static const struct kcfi_code_mode mode_thumb1
    = { .word_bits = 32, .code_alignment = 2, .nop_bytes = 2 };

static void
test_aarch64 (void)
{
  const struct kcfi_target *target = find ("aarch64-linux-gnu", 64);
  check_text ("aarch64: through x8", target, &mode_64,
	      (struct kcfi_check){ .id = 0x50794, .target = "x8" },
	      "ldur\tw16, [x8, #-4]\n"
	      "\tmovk\tw17, #1940\n"
	      "\tmovk\tw17, #5, lsl #16\n"
	      "\tcmp\tw16, w17\n"
	      "\tb.eq\t.Lkcfi_pass1\n"
	      "\tbrk\t#0x8228\n"
	      ".Lkcfi_pass1:");
  check_text ("aarch64: through x16", target, &mode_64,
	      (struct kcfi_check){ .id = 0x50794, .target = "x16" },
	      "ldur\tw9, [x16, #-4]\n"
	      "\tmovk\tw17, #1940\n"
	      "\tmovk\tw17, #5, lsl #16\n"
	      "\tcmp\tw9, w17\n"
	      "\tb.eq\t.Lkcfi_pass1\n"
	      "\tbrk\t#0x8230\n"
	      ".Lkcfi_pass1:");
  check_text (
      "aarch64: through x17, M = 2", target, &mode_64,
      (struct kcfi_check){ .id = 0xffffffff, .target = "x17", .id_offset = 12 },
      "ldur\tw16, [x17, #-12]\n"
      "\tmovk\tw9, #65535\n"
      "\tmovk\tw9, #65535, lsl #16\n"
      "\tcmp\tw16, w9\n"
      "\tb.eq\t.Lkcfi_pass1\n"
      "\tbrk\t#0x8131\n"
      ".Lkcfi_pass1:");
  check (find ("aarch64_be-linux-gnu", 64) == target, "aarch64: big endian");
  check (target->max_prefix_bytes == 63 * 4, "aarch64: M up to 63");
}

static void
check_riscv (const char *name, const struct kcfi_code_mode *mode,
	     struct kcfi_check call, const char *start)
{
  const struct kcfi_target *target = find ("riscv64-linux-gnu", 64);
  struct kcfi_text expected = { 0 };
  kcfi_text_printf (&expected, "%s%s", start,
		    ".Lkcfi_pass1\n"
		    ".Lkcfi_trap1:\n"
		    "\tebreak\n"
		    ".Lkcfi_pass1:");
  check_text (name, target, mode, call, expected.bytes);
  kcfi_text_free (&expected);
}

static void
test_riscv_registers (void)
{
  check_riscv ("riscv: through a2", &mode_64,
	       (struct kcfi_check){ .id = 0x50794, .target = "a2" },
	       "lw\tt1, -4(a2)\n"
	       "\tlui\tt2, 80\n"
	       "\taddiw\tt2, t2, 1940\n"
	       "\tbeq\tt1, t2, ");
  check_riscv (
      "riscv: through t1, 4 short nops", &mode_rvc,
      (struct kcfi_check){ .id = 0x50794, .target = "t1", .id_offset = 12 },
      "lw\tt3, -12(t1)\n"
      "\tlui\tt2, 80\n"
      "\taddiw\tt2, t2, 1940\n"
      "\tbeq\tt3, t2, ");
  check_riscv (
      "riscv: through t2, 2 long nops", &mode_64,
      (struct kcfi_check){ .id = 0x50794, .target = "t2", .id_offset = 12 },
      "lw\tt1, -12(t2)\n"
      "\tlui\tt3, 80\n"
      "\taddiw\tt3, t3, 1940\n"
      "\tbeq\tt1, t3, ");
  check_riscv ("riscv: t1 and t2 fixed", &mode_64,
	       (struct kcfi_check){
		   .id = 0x50794, .target = "a2", .scratch = { "t3", "t4" } },
	       "lw\tt3, -4(a2)\n"
	       "\tlui\tt4, 80\n"
	       "\taddiw\tt4, t4, 1940\n"
	       "\tbeq\tt3, t4, ");
  check (find ("riscv32-unknown-elf", 32) == find ("riscv64-linux-gnu", 64),
	 "riscv: 32 bits too");
}

/* lui and addi for ids around the borders of 12 and 31 bits.  */
static void
test_riscv_ids (void)
{
  const struct
  {
    uint32_t id;
    const char *name, *load;
  } cases[] = {
    { 0, "riscv: id 0", "\taddi\tt2, zero, 0\n" },
    { 0x7ff, "riscv: id 0x7ff", "\taddi\tt2, zero, 2047\n" },
    { 0x800, "riscv: id 0x800", "\tlui\tt2, 1\n\taddi%s\tt2, t2, -2048\n" },
    { 0x1000, "riscv: id 0x1000", "\tlui\tt2, 1\n" },
    { 0xffffffff, "riscv: id 0xffffffff", "\taddi\tt2, zero, -1\n" },
    { 0xfffff800, "riscv: id 0xfffff800", "\taddi\tt2, zero, -2048\n" },
    { 0xfffff000, "riscv: id 0xfffff000", "\tlui\tt2, 1048575\n" },
    { 0x7ffff800, "riscv: id 0x7ffff800",
      "\tlui\tt2, 524288\n\taddi%s\tt2, t2, -2048\n" },
    { 0x80000000, "riscv: id 0x80000000", "\tlui\tt2, 524288\n" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    for (int wide = 0; wide < 2; wide++)
      {
	char load[80], start[200];
	snprintf (load, sizeof load, cases[i].load, wide ? "w" : "");
	snprintf (start, sizeof start, "lw\tt1, -4(a0)\n%s\tbeq\tt1, t2, ",
		  load);
	check_riscv (cases[i].name, wide ? &mode_64 : &mode_32,
		     (struct kcfi_check){ .id = cases[i].id, .target = "a0" },
		     start);
      }
}

#define UNIFIED ".syntax unified\n\t"

static void
test_a32 (void)
{
  const struct kcfi_target *target = find ("arm-linux-gnueabihf", 32);
  check_text ("arm: A32 through r2", target, &mode_a32,
	      (struct kcfi_check){ .id = 0x50794, .target = "r2" },
	      UNIFIED "bic\tr12, r2, #1\n"
		      "\tldr\tr12, [r12, #-4]\n"
		      "\teor\tr12, r12, #148\n"
		      "\teor\tr12, r12, #1792\n"
		      "\teor\tr12, r12, #327680\n"
		      "\teors\tr12, r12, #0\n"
		      "\tbeq\t.Lkcfi_pass1\n"
		      "\tudf\t#33762\n"
		      ".Lkcfi_pass1:");
  check_text (
      "arm: A32 through r12", target, &mode_a32,
      (struct kcfi_check){ .id = 0x5c11d333, .target = "ip", .id_offset = 12 },
      UNIFIED "bic\tr3, r12, #1\n"
	      "\tldr\tr3, [r3, #-12]\n"
	      "\teor\tr3, r3, #51\n"
	      "\teor\tr3, r3, #54016\n"
	      "\teor\tr3, r3, #1114112\n"
	      "\teors\tr3, r3, #1543503872\n"
	      "\tbeq\t.Lkcfi_pass1\n"
	      "\tudf\t#33772\n"
	      ".Lkcfi_pass1:");
  check_text ("arm: A32 through r12, all arguments taken", target, &mode_a32,
	      (struct kcfi_check){
		  .id = 0x5c11d333, .target = "ip", .scratch = NO_SCRATCH },
	      UNIFIED "push\t{r3}\n"
		      "\tbic\tr3, r12, #1\n"
		      "\tldr\tr3, [r3, #-4]\n"
		      "\teor\tr3, r3, #51\n"
		      "\teor\tr3, r3, #54016\n"
		      "\teor\tr3, r3, #1114112\n"
		      "\teors\tr3, r3, #1543503872\n"
		      "\tpop\t{r3}\n"
		      "\tbeq\t.Lkcfi_pass1\n"
		      "\tudf\t#33772\n"
		      ".Lkcfi_pass1:");
}

static void
test_thumb2 (void)
{
  const struct kcfi_target *target = find ("armeb-linux-gnueabi", 32);
  check_text (
      "arm: Thumb-2 through r4", target, &mode_thumb2,
      (struct kcfi_check){ .id = 0x50794, .target = "r4", .id_offset = 8 },
      UNIFIED "bic\tr12, r4, #1\n"
	      "\tldr\tr12, [r12, #-8]\n"
	      "\teor\tr12, r12, #148\n"
	      "\teor\tr12, r12, #1792\n"
	      "\teor\tr12, r12, #327680\n"
	      "\teors\tr12, r12, #0\n"
	      "\tbeq.w\t.Lkcfi_pass1\n"
	      "\tudf\t#132\n"
	      ".Lkcfi_pass1:");
  check_text ("arm: Thumb-2 through r3, nothing free", target, &mode_thumb2,
	      (struct kcfi_check){
		  .id = 0x5c11d333, .target = "r3", .scratch = NO_SCRATCH },
	      UNIFIED "push\t{r2}\n"
		      "\tbic\tr2, r3, #1\n"
		      "\tldr\tr2, [r2, #-4]\n"
		      "\teor\tr2, r2, #51\n"
		      "\teor\tr2, r2, #54016\n"
		      "\teor\tr2, r2, #1114112\n"
		      "\teors\tr2, r2, #1543503872\n"
		      "\tpop\t{r2}\n"
		      "\tbeq.w\t.Lkcfi_pass1\n"
		      "\tudf\t#131\n"
		      ".Lkcfi_pass1:");
}

/* Linux's hw_breakpoint_cfi_handler takes a bkpt of any number; it skips 4
   bytes where failures are permitted, and has to be at the call then.  The
   encodings are the Arm manual's.  */
static void
test_arm_kernel (void)
{
  const struct kcfi_target *target = find ("arm-linux-gnueabihf", 32);
  check_text ("arm: A32 through r12 in a kernel", target, &mode_a32_kernel,
	      (struct kcfi_check){ .id = 0x50794, .target = "ip" },
	      UNIFIED "bic\tr3, r12, #1\n"
		      "\tldr\tr3, [r3, #-4]\n"
		      "\teor\tr3, r3, #148\n"
		      "\teor\tr3, r3, #1792\n"
		      "\teor\tr3, r3, #327680\n"
		      "\teors\tr3, r3, #0\n"
		      "\tbeq\t.Lkcfi_pass1\n"
		      "\t.inst\t0xe1283e7c\n"
		      ".Lkcfi_pass1:");
  check_text ("arm: Thumb-2 through r4 in a kernel", target,
	      &mode_thumb2_kernel,
	      (struct kcfi_check){ .id = 0x50794, .target = "r4" },
	      UNIFIED "bic\tr12, r4, #1\n"
		      "\tldr\tr12, [r12, #-4]\n"
		      "\teor\tr12, r12, #148\n"
		      "\teor\tr12, r12, #1792\n"
		      "\teor\tr12, r12, #327680\n"
		      "\teors\tr12, r12, #0\n"
		      "\tbeq.w\t.Lkcfi_pass1\n"
		      "\t.inst.n\t0xbe84\n"
		      "\tnop\n"
		      ".Lkcfi_pass1:");
}

/* The check of Thumb-1 with EXPECTED_ID and FOUND as its registers.  */
static void
check_thumb1 (const char *name, struct kcfi_check call, const char *save,
	      const char *move, unsigned expected, unsigned found,
	      const char *restore)
{
  struct kcfi_text text = { 0 };
  unsigned e = expected, f = found;
  kcfi_text_printf (&text,
		    UNIFIED "%smovs\tr%u, #1\n"
			    "\t%s\n"
			    "\tbics\tr%u, r%u\n"
			    "\tsubs\tr%u, #4\n"
			    "\tldr\tr%u, [r%u]\n"
			    "\tmovs\tr%u, #92\n"
			    "\tlsls\tr%u, r%u, #8\n"
			    "\tadds\tr%u, #17\n"
			    "\tlsls\tr%u, r%u, #8\n"
			    "\tadds\tr%u, #211\n"
			    "\tlsls\tr%u, r%u, #8\n"
			    "\tadds\tr%u, #51\n"
			    "\tcmp\tr%u, r%u\n"
			    "%s\tbeq\t.Lkcfi_pass1\n"
			    "\t.inst.n\t0xbe00\n"
			    ".Lkcfi_pass1:",
		    save, e, move, f, e, f, f, f, e, e, e, e, e, e, e, e, e, e,
		    f, e, restore);
  call.id = 0x5c11d333;
  check_text (name, find ("arm-none-eabi", 32), &mode_thumb1, call, text.bytes);
  kcfi_text_free (&text);
}

static void
test_thumb1 (void)
{
  check_thumb1 ("arm: Thumb-1 through r4",
		(struct kcfi_check){ .target = "r4" }, "", "movs\tr2, r4", 3, 2,
		"");
  check_thumb1 ("arm: Thumb-1 through r12",
		(struct kcfi_check){ .target = "ip" }, "", "mov\tr2, r12", 3, 2,
		"");
  /* Here Clang 22 overwrites the target.  */
  check_thumb1 ("arm: Thumb-1 through r2",
		(struct kcfi_check){ .target = "r2" }, "", "movs\tr1, r2", 3, 1,
		"");
  check_thumb1 ("arm: Thumb-1 through r4, nothing free",
		(struct kcfi_check){ .target = "r4", .scratch = NO_SCRATCH },
		"push\t{r2, r3}\n\t", "movs\tr2, r4", 3, 2,
		"\tpop\t{r2, r3}\n");
  check_thumb1 ("arm: Thumb-1 through r4, r1 free",
		(struct kcfi_check){ .target = "r4", .scratch = { "r1" } },
		"push\t{r3}\n\t", "movs\tr3, r4", 1, 3, "\tpop\t{r3}\n");
}

/* The id is aligned to 4, the entry to what is demanded.  */
static void
test_word_preambles (void)
{
  check_preamble ("aarch64: preamble", "aarch64-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_64,
					  .has_id = true,
					  .id = 329620,
					  .alignment = 4,
					  .preferred_alignment = 16 },
		  "\t.word\t329620\n");
  check_preamble ("riscv: preamble behind short instructions",
		  "riscv64-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_rvc,
					  .has_id = true,
					  .id = 329620,
					  .alignment = 2,
					  .preferred_alignment = 2,
					  .prefix_nops = 1 },
		  "\t.balign\t4\n\t.word\t329620\n");
  check_preamble (
      "aarch64: preamble of a function aligned to 64", "aarch64-linux-gnu",
      (struct kcfi_preamble){ .mode = &mode_64,
			      .has_id = true,
			      .id = 329620,
			      .alignment = 64,
			      .preferred_alignment = 64,
			      .prefix_nops = 2 },
      "\t.balign\t64\n\t.skip\t52\n\t.word\t329620\n\t.balign\t4\n");
  check_preamble ("aarch64: no id, a prefix, aligned to 64",
		  "aarch64-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_64,
					  .alignment = 64,
					  .preferred_alignment = 64,
					  .prefix_nops = 2 },
		  "\t.balign\t64\n\t.skip\t56\n");
  check_preamble ("arm: Thumb's nops in front of GCC's own switch",
		  "arm-linux-gnueabihf",
		  (struct kcfi_preamble){ .mode = &mode_thumb2,
					  .has_id = true,
					  .id = 329620,
					  .alignment = 2,
					  .preferred_alignment = 4,
					  .prefix_nops = 2 },
		  "\t.thumb\n\t.balign\t4\n\t.word\t329620\n");
  check_preamble ("riscv: no id, a prefix", "riscv64-linux-gnu",
		  (struct kcfi_preamble){ .mode = &mode_rvc,
					  .alignment = 2,
					  .preferred_alignment = 2,
					  .prefix_nops = 4 },
		  "");
}

int
main (void)
{
  test_aarch64 ();
  test_riscv_registers ();
  test_riscv_ids ();
  test_a32 ();
  test_thumb2 ();
  test_arm_kernel ();
  test_thumb1 ();
  test_word_preambles ();
  return check_failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
