/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instruction of a machine that plain/scanner.c reads, reduced to what the scan
   asks of it.  */

#ifndef AUDIT_PLAIN_INSTRUCTION_H
#define AUDIT_PLAIN_INSTRUCTION_H

#include <stdbool.h>
#include <stdint.h>

enum plain_operation
{
  PLAIN_OTHER,
  PLAIN_CONSTANT,      /* TO = VALUE  */
  PLAIN_PLACE,	       /* TO = address + VALUE  */
  PLAIN_PAGE,	       /* TO = the same, its low twelve bits zero  */
  PLAIN_ADD_CONSTANT,  /* TO = FROM + VALUE  */
  PLAIN_ADD,	       /* TO = FROM + (OTHER << VALUE)  */
  PLAIN_MOVE,	       /* TO = FROM  */
  PLAIN_EXTEND,	       /* TO = the low four bytes of FROM with their sign  */
  PLAIN_LOAD,	       /* TO = SIZE bytes at FROM + OTHER + VALUE  */
  PLAIN_LOAD_PLACE,    /* TO = SIZE bytes at address + VALUE  */
  PLAIN_STORE,	       /* SIZE bytes at FROM + VALUE = OTHER  */
  PLAIN_BRANCH,	       /* To address + VALUE, perhaps under a condition  */
  PLAIN_CALL,	       /* To address + VALUE, and back  */
  PLAIN_INDIRECT_JUMP, /* To FROM + OTHER + VALUE ...  */
  PLAIN_INDIRECT_CALL, /* ... and back  */
  PLAIN_RETURN
};

enum
{
  PLAIN_NONE = 255 /* No register.  */
};

struct plain_instruction
{
  enum plain_operation operation;
  unsigned char length; /* In bytes.  */
  unsigned char to;	/* Registers, or PLAIN_NONE.  */
  unsigned char from;
  unsigned char other;
  unsigned char size;
  bool is_signed;
  bool far;	   /* PLAIN_PLACE: the first half of a direct call.  */
  bool ends_check; /* May be the last instruction of a check.  */
  bool
      in_region; /* VALUE is relative to the 256 MB that the next one is in.  */
  uint64_t writes; /* Bit N: register N, not TO, changes too.  */
  int64_t value;
};

#endif
