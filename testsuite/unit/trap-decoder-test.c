/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decoders of include/kcfi, all machines' on this one.  The code is that of
   clang-19 and clang-22, or was written down from doc/abi*.md and translated by
   the assembler of the machine; none came out of the plugin.  Memory ends where
   a check begins, so that a decoder which reads in front of one fails.  */

#include <stdint.h>
#include <stdlib.h>

#include "../../include/kcfi/kcfi.h"
#include "check.h"
#include "trap-decoder-vectors.h"

/* A vector in memory.  */
struct memory
{
  const struct vector *vector;
  unsigned char code[MAX_CODE];
  unsigned start, length;
};

static uint64_t
get_register (const void *context, unsigned number)
{
  const struct vector *vector = ((const struct memory *) context)->vector;
  /* The upper halves are nothing that a check of 32 bits has compared.  */
  uint64_t upper = 0x77777777ull << 32;
  if (number == vector->target)
    return TARGET + (vector->flags & KCFI_THUMB ? 1 : 0)
	   + (vector->flags & KCFI_32_BIT ? upper : 0);
  if (number == vector->scratch)
    return (uint32_t) vector->value + upper;
  if (number == vector->expected_register)
    return vector->expected + upper;
  return 0xbad0bad0;
}

static int
read_memory (const void *context, uint64_t address, void *bytes, unsigned count)
{
  const struct memory *memory = context;
  const struct vector *vector = memory->vector;
  if (address >= CODE + memory->start
      && address + count <= CODE + memory->length)
    memcpy (bytes, memory->code + (address - CODE), count);
  else if (address == TARGET - vector->id_offset && count == 4)
    for (unsigned i = 0; i < 4; i++)
      ((unsigned char *) bytes)[i]
	  = (unsigned char) (FOUND >> 8
					  * (vector->flags & KCFI_BIG_ENDIAN
						 ? 3 - i
						 : i));
  else
    return 0;
  return 1;
}

static void
load (struct memory *memory, const struct vector *vector)
{
  memory->vector = vector;
  memory->start = 0;
  memory->length = (unsigned) strlen (vector->code) / 2;
  for (unsigned i = 0; i < memory->length; i++)
    {
      char digits[3] = { vector->code[2 * i], vector->code[2 * i + 1], 0 };
      memory->code[i] = (unsigned char) strtoul (digits, NULL, 16);
    }
}

/* STATE is static because cppcheck takes the result for one that points to it.  */
static struct kcfi_trap
decode (const struct memory *memory)
{
  static struct kcfi_state state;
  state.address = CODE + memory->vector->stands;
  state.get = get_register;
  state.read = read_memory;
  state.context = memory;
  state.flags = memory->vector->flags;
  return memory->vector->decode (&state);
}

static bool
right_p (const struct vector *vector, const struct kcfi_trap *trap)
{
  return trap->kind == vector->kind && trap->caller == CODE + vector->trap
	 && trap->target == TARGET + (vector->flags & KCFI_THUMB ? 1u : 0u)
	 && trap->expected == vector->expected && trap->found_known
	 && trap->found == FOUND && trap->id_offset == vector->id_offset
	 && trap->resume == CODE + vector->resume
	 && trap->skip == vector->resume - vector->stands;
}

/* An instruction that is missing in memory: the check is not recognized, whatever
   else is there.  A saved register may be missing, since nothing looks for it.  */
static bool
cut_p (struct memory *memory)
{
  const struct vector *vector = memory->vector;
  bool ok = true;
  for (memory->start = vector->value == 0xdead ? 9 : 4;
       memory->start <= vector->trap; memory->start++)
    ok = ok && decode (memory).kind == KCFI_FOREIGN;
  memory->start = 0;
  return ok;
}

/* One wrong bit leads to no stray access, which the sanitizers would see, and to no
   other place to go on at.  */
static bool
changed_p (struct memory *memory)
{
  const struct vector *vector = memory->vector;
  bool ok = true;
  for (unsigned bit = 0; bit < 8 * memory->length; bit++)
    {
      memory->code[bit / 8] ^= 1 << bit % 8;
      struct kcfi_trap trap = decode (memory);
      memory->code[bit / 8] ^= 1 << bit % 8;
      ok = ok
	   && (trap.kind == KCFI_FOREIGN || trap.resume == CODE + vector->resume
	       || (vector->flags & KCFI_THUMB && bit >= 8 * vector->trap));
    }
  return ok;
}

static void
check_vectors (void)
{
  for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
    {
      struct memory memory;
      load (&memory, &vectors[i]);
      struct kcfi_trap trap = decode (&memory);
      check (right_p (&vectors[i], &trap), vectors[i].name);
      check (cut_p (&memory), "a part of it is no check");
      check (changed_p (&memory), "with a wrong bit it leads nowhere else");
    }
}

/* Each machine's trap by itself, as __builtin_trap, a breakpoint or an assertion
   makes it, and a trap at address 0, in front of which nothing is.  */
static void
check_foreign (void)
{
  static const struct vector foreign[] = {
    { .name = "ud2",
      .decode = kcfi_decode_x86,
      .code = "909090900f0b",
      .trap = 4 },
    { .name = "ud2 behind a je",
      .decode = kcfi_decode_x86,
      .code = "4883c00131c9909074020f0bffd0",
      .trap = 10 },
    { .name = "int3",
      .decode = kcfi_decode_x86,
      .code = "74029090cc",
      .trap = 4 },
    { .name = "brk #1000",
      .decode = kcfi_decode_aarch64,
      .code = "40000054007d20d4",
      .trap = 4 },
    { .name = "brk of KCFI without a check",
      .decode = kcfi_decode_aarch64,
      .code = "1f2003d5004530d400013fd6",
      .trap = 4 },
    { .name = "ebreak",
      .decode = kcfi_decode_riscv,
      .code = "0100010002908297",
      .trap = 4 },
    { .name = "ebreak of semihosting",
      .decode = kcfi_decode_riscv,
      .code = "1310f0017300100013507040",
      .trap = 4 },
    { .name = "udf #0",
      .decode = kcfi_decode_arm,
      .flags = KCFI_32_BIT,
      .code = "0000000af000f0e7",
      .trap = 4 },
    { .name = "Thumb bkpt #0",
      .decode = kcfi_decode_arm,
      .flags = KCFI_32_BIT | KCFI_THUMB,
      .code = "00d000be8847",
      .trap = 2 },
    { .name = "Thumb semihosting",
      .decode = kcfi_decode_arm,
      .flags = KCFI_32_BIT | KCFI_THUMB,
      .code = "00d0abbe8847",
      .trap = 2 },
    { .name = "j .+2",
      .decode = kcfi_decode_s390x,
      .flags = KCFI_BIG_ENDIAN,
      .code = "a7f4000107fe",
      .trap = 4 },
    { .name = "trap",
      .decode = kcfi_decode_powerpc,
      .code = "0800e07f2104804e" },
    { .name = "teq of a division",
      .decode = kcfi_decode_mips,
      .code = "1a004400f4014000" },
    { .name = "break 0", .decode = kcfi_decode_loongarch, .code = "00002a00" },
  };
  for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
    {
      struct memory memory;
      struct kcfi_trap trap;
      load (&memory, &foreign[i]);
      memory.vector = &foreign[i];
      struct kcfi_state state = { CODE + foreign[i].trap, get_register,
				  read_memory, &memory, foreign[i].flags };
      trap = foreign[i].decode (&state);
      check (trap.kind == KCFI_FOREIGN && trap.caller == state.address
		 && trap.skip == 0,
	     foreign[i].name);
      for (state.address = 0; state.address < 4; state.address++)
	check (foreign[i].decode (&state).kind == KCFI_FOREIGN,
	       "no memory at the trap");
    }
}

/* Another decoder than that of the machine recognizes nothing.  */
static void
check_wrong_machine (void)
{
  bool ok = true;
  for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
    for (size_t j = 0; j < sizeof vectors / sizeof *vectors; j++)
      {
	struct memory memory;
	load (&memory, &vectors[i]);
	struct kcfi_state state = { CODE + vectors[i].stands, get_register,
				    read_memory, &memory, vectors[j].flags };
	if (vectors[j].decode != vectors[i].decode)
	  ok = ok && vectors[j].decode (&state).kind == KCFI_FOREIGN;
      }
  check (ok, "no machine takes the trap of another for its own");
}

/* A pointer to memory that cannot be read.  */
static void
check_unreadable_target (void)
{
  struct memory memory;
  load (&memory, &vectors[0]);
  struct vector far = *memory.vector;
  far.code = "51b988a9cbed41034bfc5974020f0b3e41ffe3";
  far.trap = far.stands = 13;
  far.target = 11;
  far.scratch = 1;
  load (&memory, &far);
  far.id_offset = 100;
  struct kcfi_trap trap = decode (&memory);
  check (trap.kind == KCFI_TAIL_CALL && !trap.found_known
	     && trap.expected == ID,
	 "an id that cannot be read is not known");
}

/* --- The line --------------------------------------------------------------- */

static void
check_line (void)
{
  struct kcfi_trap trap = { .kind = KCFI_CALL,
			    .caller = 0xffffffff81000244,
			    .target = 0x1f0,
			    .expected = 0x7e0c52a5,
			    .found = 0xa,
			    .found_known = 1 };
  static const char whole[]
      = "CFI failure at 0xffffffff81000244 (target: 0x1f0; expected type: "
	"0x7e0c52a5; found: 0x0000000a)\n";
  char text[KCFI_LINE_BYTES];
  check (kcfi_format (&trap, text, sizeof text) == sizeof whole - 1,
	 "length of the line");
  check_string ("the line", text, whole);
  text[20] = 'x';
  check (kcfi_format (&trap, text, 20) == sizeof whole - 1 && text[20] == 'x',
	 "a short buffer is not left");
  check_string ("a short buffer", text, "CFI failure at 0xff");
  check (kcfi_format (&trap, NULL, 0) == sizeof whole - 1, "no buffer");
  trap.found_known = 0;
  trap.caller = 0;
  kcfi_format (&trap, text, sizeof text);
  check_string ("no id", text,
		"CFI failure at 0x0 (target: 0x1f0; expected type: 0x7e0c52a5; "
		"found: unknown)\n");
  trap.caller = trap.target = UINT64_MAX;
  trap.expected = trap.found = UINT32_MAX;
  trap.found_known = 1;
  check (kcfi_format (&trap, text, sizeof text) < sizeof text,
	 "KCFI_LINE_BYTES are enough");
  trap.kind = KCFI_FOREIGN;
  trap.caller = 0x80400300;
  kcfi_format (&trap, text, sizeof text);
  check_string ("another trap", text,
		"the trap at 0x80400300 is not one of KCFI\n");
}

/* --- The table ---------------------------------------------------------------- */

static unsigned
count_traps (const unsigned char *start, const unsigned char *stop)
{
  unsigned count = 0;
  kcfi_u64 site;
  KCFI_FOR_EACH_TRAP (site, start, stop)
  count++;
  return count;
}

static void
check_table (void)
{
  /* At an odd address, since the section's alignment is 1.  */
  unsigned char *table = malloc (1 + 2 * 4 + 3);
  unsigned char *start = table + 1, *stop = start + 2 * 4;
  int32_t first = 0x100, second = -0x20;
  memcpy (start, &first, 4);
  memcpy (start + 4, &second, 4);
  memset (stop, 0xff, 3);
  uint64_t base = (uintptr_t) start;
  check (count_traps (start, stop) == 2, "two entries");
  check (kcfi_listed (start, stop, base + 0x100), "a site behind the table");
  check (kcfi_listed (start, stop, base + 4 - 0x20), "one in front of it");
  check (!kcfi_listed (start, stop, base + 0x104)
	     && !kcfi_listed (start, start + 4, base + 4 - 0x20),
	 "others are not listed");
  check (count_traps (start, stop + 3) == 2
	     && count_traps (start, start + 3) == 0,
	 "an incomplete entry is none");
  check (count_traps (start, start) == 0 && count_traps (stop, start) == 0
	     && count_traps (NULL, NULL) == 0,
	 "no table, and one that ends in front of its start");
  free (table);
}

int
main (void)
{
  check_vectors ();
  check_foreign ();
  check_wrong_machine ();
  check_unreadable_target ();
  check_line ();
  check_table ();
  return check_failures != 0;
}
