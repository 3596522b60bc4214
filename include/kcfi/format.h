/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* One line of text about a trap, without printf, heap or locale:

     CFI failure at 0x80400244 (target: 0x804001f0; expected type: 0x7e0c52a5;
       found: 0x6e1a0f21)
     the trap at 0x80400300 is not one of KCFI

   The first is one line.  It has Linux's form, so that `kcfi-audit explain FILE'
   reads it: that names both functions and both prototypes.  */

#ifndef KCFI_FORMAT_H
#define KCFI_FORMAT_H

#include "trap.h"

enum
{
  KCFI_LINE_BYTES = 128 /* Enough for each line and its 0.  */
};

/* Takes one character; CONTEXT is the caller's own.  */
typedef void kcfi_put (void *context, char character);

static inline void
kcfi_put_text (kcfi_put *put, void *context, const char *text)
{
  while (*text)
    put (context, *text++);
}

/* VALUE with at least DIGITS digits.  No 64 bits are shifted by a variable: machines
   of 32 bits would call libgcc for that.  */
static inline void
kcfi_put_number (kcfi_put *put, void *context, kcfi_u64 value, int digits)
{
  int begun = 0;
  kcfi_put_text (put, context, "0x");
  for (int digit = 15; digit >= 0; digit--)
    {
      kcfi_u32 half = (kcfi_u32) (digit >= 8 ? value >> 32 : value);
      kcfi_u32 figure = half >> 4 * (digit & 7) & 15;
      if (digit < digits || figure)
	begun = 1;
      if (begun)
	put (context, "0123456789abcdef"[figure]);
    }
}

/* Put the line about TRAP, with its newline, character by character: PUT may write
   to a serial port.  */
static inline void
kcfi_put_trap (const struct kcfi_trap *trap, kcfi_put *put, void *context)
{
  if (!trap->kind)
    {
      kcfi_put_text (put, context, "the trap at ");
      kcfi_put_number (put, context, trap->caller, 1);
      kcfi_put_text (put, context, " is not one of KCFI\n");
      return;
    }
  kcfi_put_text (put, context, "CFI failure at ");
  kcfi_put_number (put, context, trap->caller, 1);
  kcfi_put_text (put, context, " (target: ");
  kcfi_put_number (put, context, trap->target, 1);
  kcfi_put_text (put, context, "; expected type: ");
  kcfi_put_number (put, context, trap->expected, 8);
  kcfi_put_text (put, context, "; found: ");
  if (trap->found_known)
    kcfi_put_number (put, context, trap->found, 8);
  else
    kcfi_put_text (put, context, "unknown");
  kcfi_put_text (put, context, ")\n");
}

struct kcfi_line
{
  char *text;
  unsigned size, length;
};

static inline void
kcfi_put_into_line (void *context, char character)
{
  struct kcfi_line *line = (struct kcfi_line *) context;
  if (line->length + 1 < line->size)
    line->text[line->length] = character;
  line->length++;
}

/* The same line into TEXT, which has SIZE bytes and always gets a 0 at its end if
   SIZE is not 0.  Returns the length that the line has, as snprintf does: it was
   cut if that is not less than SIZE.  */
static inline unsigned
kcfi_format (const struct kcfi_trap *trap, char *text, unsigned size)
{
  struct kcfi_line line = { text, size, 0 };
  kcfi_put_trap (trap, kcfi_put_into_line, &line);
  if (size)
    text[line.length < size ? line.length : size - 1] = 0;
  return line.length;
}

#endif
