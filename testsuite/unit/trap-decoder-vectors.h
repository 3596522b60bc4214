/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of each machine in memory, and what their decoder must say; the test that
   includes this has the runner.  */

enum
{
  CODE = 0x10000,	 /* Where the code of each vector is.  */
  TARGET = 0x20000,	 /* Where the pointer leads.  */
  ID = 0x12345678,	 /* What the call wants.  */
  CLANG_ID = 0x00050794, /* int (int), as Clang's objects have it.  */
  FOUND = 0x6e1a0f21,	 /* What stands in front of the target.  */
  NO_REGISTER = 99,
  MAX_CODE = 64
};

typedef struct kcfi_trap decoder (const struct kcfi_state *);

/* In a check that keeps something of FOUND in a register, SCRATCH has FOUND minus
   (x86, s390x), XORed with (arm, powerpc) or simply FOUND: VALUE.  Where it does
   not, VALUE is nothing that may be printed.  */
struct vector
{
  const char *name;
  decoder *decode;
  unsigned flags;
  const char *code; /* Hexadecimal digits; the trap is after TRAP bytes.  */
  unsigned trap, stands; /* And the processor after STANDS.  */
  unsigned target, scratch;
  uint64_t value;
  unsigned expected_register; /* Or NO_REGISTER.  */
  uint32_t expected;
  unsigned id_offset, resume;
  enum kcfi_kind kind;
};

static const struct vector vectors[] = {
#define MINUS ((uint32_t) (FOUND - ID))
  { "clang-19 x86_64, call", kcfi_decode_x86, 0,
    "41ba6cf8faff440350fc74020f0bffd0", 12, 12, 0, 10, FOUND - CLANG_ID,
    NO_REGISTER, CLANG_ID, 4, 14, KCFI_CALL },
  { "clang-19 x86_64, jump", kcfi_decode_x86, 0,
    "41ba6cf8faff440350fc74020f0bffe0", 12, 12, 0, 10, FOUND - CLANG_ID,
    NO_REGISTER, CLANG_ID, 4, 14, KCFI_TAIL_CALL },
  { "x86_64, through r12", kcfi_decode_x86, 0,
    "41ba88a9cbed45035424fc74020f0b41ffd4", 13, 13, 12, 10, MINUS, NO_REGISTER,
    ID, 4, 15, KCFI_CALL },
  { "x86_64, retpoline, prefix of 11", kcfi_decode_x86, 0,
    "41ba88a9cbed450353f174020f0be800000000", 12, 12, 11, 10, MINUS,
    NO_REGISTER, ID, 15, 14, KCFI_CALL },
  { "x86_64, prefix of 200, jump to a thunk", kcfi_decode_x86, 0,
    "41ba88a9cbed44039734ffffff74020f0be900000000", 15, 15, 7, 10, MINUS,
    NO_REGISTER, ID, 204, 17, KCFI_TAIL_CALL },
  { "x86_64, scratch register ecx", kcfi_decode_x86, 0,
    "b988a9cbed0348fc74020f0bffd0", 10, 10, 0, 1, MINUS, NO_REGISTER, ID, 4, 12,
    KCFI_CALL },
  { "x86_64, saved register, notrack jump", kcfi_decode_x86, 0,
    "51b988a9cbed41034bfc5974020f0b3e41ffe3", 13, 13, 11, 1, 0xdead,
    NO_REGISTER, ID, 4, 15, KCFI_TAIL_CALL },
  { "x86_64, check=not-taken", kcfi_decode_x86, 0,
    "41ba88a9cbed450351fc7501a8d641ffd1", 13, 13, 9, 10, MINUS, NO_REGISTER, ID,
    4, 14, KCFI_CALL },
  { "i386", kcfi_decode_x86, KCFI_32_BIT, "b988a9cbed0348fc74020f0bffd0", 10,
    10, 0, 1, MINUS, NO_REGISTER, ID, 4, 12, KCFI_CALL },
  { "i386, saved register", kcfi_decode_x86, KCFI_32_BIT,
    "52ba88a9cbed0351fc5a74020f0bffe1", 12, 12, 1, 2, 0xdead, NO_REGISTER, ID,
    4, 14, KCFI_TAIL_CALL },
  { "i386, -m16", kcfi_decode_x86, KCFI_32_BIT,
    "66b988a9cbed2e6766034efc74020f0b66ffd6", 14, 14, 6, 1, MINUS, NO_REGISTER,
    ID, 4, 16, KCFI_CALL },

  { "clang-19 aarch64, call", kcfi_decode_aarch64, 0,
    "10c15fb891f28072b100a0721f02116b40000054004530d400013fd6", 20, 20, 8, 16,
    FOUND, 17, CLANG_ID, 4, 24, KCFI_CALL },
  { "clang-19 aarch64, jump", kcfi_decode_aarch64, 0,
    "30c05fb891f28072b100a0721f02116b40000054204430d420001fd6", 20, 20, 1, 16,
    FOUND, 17, CLANG_ID, 4, 24, KCFI_TAIL_CALL },
  { "aarch64, other registers, prefix of 2", kcfi_decode_aarch64,
    KCFI_BIG_ENDIAN, "70405fb809cf8a728946a2721f02096b40000054602430d460001fd6",
    20, 20, 3, 16, FOUND, 9, ID, 12, 24, KCFI_TAIL_CALL },
  { "aarch64, check=out-of-line", kcfi_decode_aarch64, 0,
    "50c05fb811cf8a729146a272"
    "1f02116b61000054"
    "40003fd6"
    "c0035fd6"
    "404430d4"
    "fdffff17",
    28, 28, 2, 16, FOUND, 17, ID, 4, 32, KCFI_CALL },

  { "clang-19 riscv64 with C", kcfi_decode_riscv, 0,
    "03a3c7ffb70305009b8343796303730002908287", 16, 16, 15, 6, FOUND, 7,
    CLANG_ID, 4, 18, KCFI_TAIL_CALL },
  { "clang-19 riscv64 without C", kcfi_decode_riscv, 0,
    "032ec3ffb70305009b83437963047e007300100067000300", 16, 16, 6, 28, FOUND, 7,
    CLANG_ID, 4, 20, KCFI_TAIL_CALL },
  { "riscv64 with C", kcfi_decode_riscv, 0,
    "03a3c7ffb75334129b8383676303730002908297", 16, 16, 15, 6, FOUND, 7, ID, 4,
    18, KCFI_CALL },
  { "riscv64 without C", kcfi_decode_riscv, 0,
    "03a3c7ffb75334129b8383676304730073001000e7800700", 16, 16, 15, 6, FOUND, 7,
    ID, 4, 20, KCFI_CALL },
  { "riscv, an id of 12 bits, prefix of 8", kcfi_decode_riscv, 0,
    "0323cefec543630373000290028e", 10, 10, 28, 6, FOUND, 7, 17, 20, 12,
    KCFI_TAIL_CALL },

#define XORED (FOUND ^ ID)
  { "clang-22 arm", kcfi_decode_arm, KCFI_32_BIT,
    "01c0c1e304c01ce594c02ce207cc2ce205c82ce200c03ce20000000af13ef8e731ff2fe1",
    28, 28, 1, 12, FOUND ^ CLANG_ID, NO_REGISTER, CLANG_ID, 4, 32, KCFI_CALL },
  { "clang-22 arm, jump", kcfi_decode_arm, KCFI_32_BIT,
    "01c0c1e304c01ce594c02ce207cc2ce205c82ce200c03ce20000000af13ef8e711ff2fe1",
    28, 28, 1, 12, FOUND ^ CLANG_ID, NO_REGISTER, CLANG_ID, 4, 32,
    KCFI_TAIL_CALL },
  { "arm, saved register, prefix of 1", kcfi_decode_arm, KCFI_32_BIT,
    "04302de50130cce3083013e5783023e2563c23e20d3723e2123433e204309de40000000a"
    "fc3ef8e71cff2fe1",
    36, 36, 12, 3, 0xdead, NO_REGISTER, ID, 8, 40, KCFI_TAIL_CALL },
  { "arm, trap of Linux", kcfi_decode_arm, KCFI_32_BIT,
    "01c0c2e304c01ce578c02ce256cc2ce20dc72ce212c43ce20000000a723e28e132ff2fe1",
    28, 28, 2, 12, XORED, NO_REGISTER, ID, 4, 32, KCFI_CALL },
  { "arm, big-endian code", kcfi_decode_arm, KCFI_32_BIT | KCFI_BIG_ENDIAN,
    "e3c2c001e51cc004e22cc078e22ccc56e22cc70de23cc4120a000000e7f83ef2e1a0e00f"
    "e1a0f002",
    28, 28, 2, 12, XORED, NO_REGISTER, ID, 4, 32, KCFI_CALL },
  { "clang-22 Thumb-2", kcfi_decode_arm, KCFI_32_BIT | KCFI_THUMB,
    "21f0010c5cf804cc8cf0940c8cf4e06c8cf4a02c9cf0000c00f0018081de8847", 28, 28,
    1, 12, FOUND ^ CLANG_ID, NO_REGISTER, CLANG_ID, 4, 30, KCFI_CALL },
  { "Thumb-2, saved register", kcfi_decode_arm, KCFI_32_BIT | KCFI_THUMB,
    "04b423f0010252f8042c82f0780282f4ac4282f4501292f0905204bc00f0018083de1847",
    32, 32, 3, 2, 0xdead, NO_REGISTER, ID, 4, 34, KCFI_TAIL_CALL },
  { "Thumb-2, trap of Linux", kcfi_decode_arm, KCFI_32_BIT | KCFI_THUMB,
    "20f0010c5cf804cc8cf0780c8cf4ac4c8cf4501c9cf0905c00f0028080be00bf8047", 28,
    28, 0, 12, XORED, NO_REGISTER, ID, 4, 32, KCFI_CALL },
  { "clang-22 Thumb-1", kcfi_decode_arm, KCFI_32_BIT | KCFI_THUMB,
    "01230a469a43043a126800231b0205331b0207331b0294339a4200d000be8847", 28, 28,
    1, 2, FOUND, NO_REGISTER, CLANG_ID, 4, 30, KCFI_CALL },
  { "Thumb-1, two saved registers, target r12", kcfi_decode_arm,
    KCFI_32_BIT | KCFI_THUMB,
    "0cb4012362469a43083a126812231b0234331b0256331b0278339a420cbc00d000be6047",
    32, 32, 12, 2, 0xdead, NO_REGISTER, ID, 8, 34, KCFI_TAIL_CALL },
  { "Thumb-1, one saved register", kcfi_decode_arm, KCFI_32_BIT | KCFI_THUMB,
    "04b401230a009a43043a126812231b0234331b0256331b0278339a4204bc00d000be8847",
    32, 32, 1, 2, 0xdead, NO_REGISTER, ID, 4, 34, KCFI_CALL },

  { "s390x", kcfi_decode_s390x, KCFI_BIG_ENDIAN,
    "c009edcba988e3001ffcff5ea7a40006a7f40001a7f4fffe0de1", 16, 20, 1, 0, MINUS,
    NO_REGISTER, ID, 4, 24, KCFI_CALL },
  { "s390x, an emulator that stands at the operand", kcfi_decode_s390x,
    KCFI_BIG_ENDIAN, "c009edcba988e3001ffcff5ea7a40006a7f40001a7f4fffe0de1", 16,
    18, 1, 0, MINUS, NO_REGISTER, ID, 4, 24, KCFI_CALL },
  { "s390x, saved register, prefix of 2", kcfi_decode_s390x, KCFI_BIG_ENDIAN,
    "e300f0100024c009edcba988e3005ff8ff5ee300f0100004a7a40006a7f40001a7f4fffe"
    "07f5",
    28, 32, 5, 0, 0xdead, NO_REGISTER, ID, 8, 36, KCFI_TAIL_CALL },
  { "s390x, expoline", kcfi_decode_s390x, KCFI_BIG_ENDIAN,
    "c019edcba988e3104ffcff5ea7a40006a7f40001a7f4fffec0f400000000", 16, 20, 4,
    1, MINUS, NO_REGISTER, ID, 4, 24, KCFI_TAIL_CALL },

#define HIGH_XORED (FOUND ^ (ID & 0xffff0000u))
  { "powerpc64le", kcfi_decode_powerpc, 0,
    "a602697dfcff6b8134126b6d78560b0f2104804e", 12, 12, KCFI_POWERPC_CTR, 11,
    HIGH_XORED, NO_REGISTER, ID, 4, 16, KCFI_CALL },
  { "powerpc64, register 0, a negative low half, ELFv1", kcfi_decode_powerpc,
    KCFI_BIG_ENDIAN, "7c0902a63000fffc7c00002e6c00edcb0f009678e84900084e800420",
    16, 16, KCFI_POWERPC_CTR, 0, FOUND ^ 0xedcb0000u, NO_REGISTER, 0x12349678,
    4, 20, KCFI_TAIL_CALL },

  { "mips64el", kcfi_decode_mips, 0, "fcff228f3412013c785621343600410009f82003",
    12, 12, 25, 2, FOUND, NO_REGISTER, ID, 4, 16, KCFI_CALL },
  { "mips, o32 big endian", kcfi_decode_mips, KCFI_32_BIT | KCFI_BIG_ENDIAN,
    "8c83fffc3c011234342156780061003600800008", 12, 12, 4, 3, FOUND,
    NO_REGISTER, ID, 4, 16, KCFI_TAIL_CALL },
  { "mips64r6, jump", kcfi_decode_mips, 0,
    "fcff838c3412013c78562134360061000900800000000000", 12, 12, 4, 3, FOUND,
    NO_REGISTER, ID, 4, 16, KCFI_TAIL_CALL },

  { "loongarch64, prefix of 2", kcfi_decode_loongarch, 0,
    "8dd1bf28ae682414cee19903ae09005800002a008101004c", 16, 16, 12, 13, FOUND,
    NO_REGISTER, ID, 12, 20, KCFI_CALL },
  { "loongarch64, jump, a negative id", kcfi_decode_loongarch, 0,
    "8df1bf288e571315cebdb703ae09005800002a008001004c", 16, 16, 12, 13, FOUND,
    NO_REGISTER, 0x89abcdef, 4, 20, KCFI_TAIL_CALL },
};
