/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* .kcfi_traps, which lists the trap sites of x86_64 and RISC-V: one entry of four
   bytes for each check, the distance of the site from the entry (doc/abi.md
   ".kcfi_traps").  A linker script gives the section a begin and an end:

     .kcfi_traps : { INCLUDE kcfi/traps.ld }

     extern const unsigned char __start_kcfi_traps[], __stop_kcfi_traps[];
     kcfi_u64 site;
     KCFI_FOR_EACH_TRAP (site, __start_kcfi_traps, __stop_kcfi_traps)
       ...

   Entries are only read, and nothing is read at the sites: whatever a broken
   table says, these functions do not leave it.  An incomplete entry at its end
   and a table that ends in front of its start count as nothing.  */

#ifndef KCFI_TABLE_H
#define KCFI_TABLE_H

#include "trap.h"

enum
{
  KCFI_ENTRY_BYTES = 4
};

/* Whether another entry is at AT, with its site in *SITE.  */
static inline int
kcfi_read_entry (const unsigned char *at, const unsigned char *stop,
		 kcfi_u64 *site)
{
  if (at >= stop
      || (__UINTPTR_TYPE__) stop - (__UINTPTR_TYPE__) at < KCFI_ENTRY_BYTES)
    return 0;
  /* Addresses wrap as pointers do.  */
  *site = (__UINTPTR_TYPE__) at
	  + (__UINTPTR_TYPE__) (kcfi_i32) kcfi_join (
	      at, KCFI_ENTRY_BYTES, (KCFI_FLAGS & KCFI_BIG_ENDIAN) != 0);
  return 1;
}

/* SITE, a kcfi_u64, becomes each address that the table from START to STOP lists,
   in no order.  `break' and `continue' work.  */
#define KCFI_FOR_EACH_TRAP(site, start, stop)                                  \
  for (const unsigned char *kcfi_at = (const unsigned char *) (start);         \
       kcfi_read_entry (kcfi_at, (const unsigned char *) (stop), &(site));     \
       kcfi_at += KCFI_ENTRY_BYTES)

/* Whether the table from START to STOP lists ADDRESS.  */
static inline int
kcfi_listed (const void *start, const void *stop, kcfi_u64 address)
{
  kcfi_u64 site;
  KCFI_FOR_EACH_TRAP (site, start, stop)
  if (site == address)
    return 1;
  return 0;
}

#endif
