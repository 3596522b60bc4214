/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognizing retpolines in the code itself.  */

#include "inline-thunk.h"

#include <string.h>

enum
{
  CALL = 0xe8,
  CALL_LENGTH = 5,
  MOV_LENGTH = 3,
  REX = 0x48,
  RET = 0xc3,
  INT3 = 0xcc /* -mharden-sls=return  */
};

/* call 2f; 1: pause; lfence; jmp 1b; 2:  */
static const unsigned char loop[]
    = { CALL, 7, 0, 0, 0, 0xf3, 0x90, 0x0f, 0xae, 0xe8, 0xeb, 0xf9 };
/* lea 8(%rsp), %rsp and lea 4(%esp), %esp  */
static const unsigned char drop[] = { REX, 0x8d, 0x64, 0x24, 0x08 };
static const unsigned char drop_32[] = { 0x8d, 0x64, 0x24, 0x04 };

/* The bytes of RANGE at ADDRESS and *SIZE how many follow; NULL if ADDRESS is
   not in it.  */

static const unsigned char *
bytes_at (const struct audit_range *range, uint64_t address, uint64_t *size)
{
  if (address < range->start || address >= range->end)
    return NULL;
  *size = range->end - address;
  return range->bytes + (address - range->start);
}

/* The length of the body, from `call 2f' to `ret' or what stops speculation
   behind that, at ADDRESS; 0 if there is none.  *DROPS: with `lea'.  */

static unsigned
match_body (const struct audit_range *range, bool is_64, uint64_t address,
	    unsigned char *target, bool *drops)
{
  const unsigned char *dropping = is_64 ? drop : drop_32;
  unsigned dropped = is_64 ? sizeof drop : sizeof drop_32;
  unsigned rex = is_64 ? 1 : 0; /* Bytes of one in front of the mov.  */
  uint64_t size;
  const unsigned char *bytes = bytes_at (range, address, &size);
  unsigned at = sizeof loop;
  if (!bytes || size < sizeof loop + rex + MOV_LENGTH + 1
      || memcmp (bytes, loop, sizeof loop) != 0)
    return 0;
  *target = AUDIT_NO_REGISTER;
  *drops = size > at + dropped && !memcmp (bytes + at, dropping, dropped);
  const unsigned char *mov = bytes + at + rex;
  if (*drops)
    at += dropped;
  else if ((!is_64 || (bytes[at] & 0xfb) == REX) && mov[0] == 0x89
	   && (mov[1] & 0xc7) == 4 && mov[2] == 0x24)
    {
      /* mov %reg, (%rsp)  */
      *target
	  = (unsigned char) ((is_64 ? (bytes[at] & 4) << 1 : 0) | mov[1] >> 3);
      at += rex + MOV_LENGTH;
    }
  else
    return 0;
  if (bytes[at++] != RET)
    return 0;
  return at < size && bytes[at] == INT3 ? at + 1 : at;
}

bool
x86_inline_call_p (const struct audit_range *range, bool is_64,
		   const struct x86_instruction *instruction,
		   unsigned char *target, uint64_t *body)
{
  enum
  {
    FARTHEST_BODY = 16 /* A push is shorter.  */
  };
  uint64_t size, start = instruction->end, landing = instruction->immediate;
  const unsigned char *bytes = bytes_at (range, landing, &size);
  if (!bytes || size < CALL_LENGTH || bytes[0] != CALL
      || landing + CALL_LENGTH
		 + (uint64_t) (int64_t) (int32_t) audit_read_32 (bytes + 1)
	     != start)
    return false;
  for (*body = start; *body <= start + FARTHEST_BODY; ++*body)
    {
      bool drops;
      unsigned length = match_body (range, is_64, *body, target, &drops);
      if (length)
	return *body + length == landing && drops == (*body != start);
    }
  return false;
}

bool
x86_inline_jump_p (const struct audit_range *range, bool is_64,
		   const struct x86_instruction *instruction,
		   const struct x86_instruction *previous,
		   unsigned char *target)
{
  bool drops;
  return match_body (range, is_64, instruction->address, target, &drops)
	 && (!drops
	     || (previous && previous->id == X86_INS_PUSH
		 && previous->end == instruction->address));
}
