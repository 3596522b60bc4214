/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scanning all code of a file: function by function, then what lies between
   them.  A function is decoded from its start, so that data or padding before
   it cannot put the decoder out of step.  */

#include "scan.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../base/progress.h"
#include "bypass.h"
#include "entries.h"

/* Padding of this length, all one byte, is not decoded.  */
enum
{
  PADDING = 16
};

static void
scan_range (struct audit_file *file, void *state,
	    const struct audit_section *section,
	    const struct audit_function *function, uint64_t start, uint64_t end)
{
  size_t first_site = file->sites_count, first_check = file->checks_count;
  bool first = true, whole = function && start == function->address;
  while (start < end)
    {
      uint64_t next;
      char kind = audit_mapping_at (&file->elf, start, &next);
      if (next > end)
	next = end;
      struct audit_range range
	  = { .start = start,
	      .end = next,
	      .bytes = section->bytes + (start - section->address),
	      .function = function,
	      .first = first,
	      .thumb = kind ? kind == 't' : function && function->thumb };
      /* One kind of code up to the next change.  */
      while (kind != 'd' && range.end < end)
	{
	  if (audit_mapping_at (&file->elf, range.end, &next) != kind)
	    break;
	  range.end = next < end ? next : end;
	}
      if (kind != 'd')
	{
	  file->machine->scan (file, state, &range);
	  first = false;
	}
      start = range.end;
    }
  if (whole)
    audit_note_entry (file, function);
  audit_find_bypasses (file, first_site, first_check);
}

/* The length of the run of equal padding bytes at BYTES.  */

static size_t
padding_length (const unsigned char *bytes, size_t size)
{
  if (bytes[0] != 0 && bytes[0] != 0x90 && bytes[0] != 0xcc)
    return 0;
  size_t length = 1;
  while (length < size && bytes[length] == bytes[0])
    length++;
  return length;
}

/* The end of the id that AT is a byte of, or AT: a preamble is `movl $ID, %eax', or
   another register, and its id can end as padding begins.  START is where the code in
   front of AT starts, whose bytes are BYTES.  */

static uint64_t
id_end (const unsigned char *bytes, uint64_t start, uint64_t at)
{
  enum
  {
    MOVL = 5
  };
  for (uint64_t length = 1; length < MOVL && length <= at - start; length++)
    if ((bytes[at - start - length] & 0xf8) == 0xb8)
      return at - length + MOVL;
  return at;
}

/* Scan what lies between functions, from START to END, without padding.  */

static void
scan_gap (struct audit_file *file, void *state,
	  const struct audit_section *section, uint64_t start, uint64_t end)
{
  /* Instructions of one length need no help to stay in step.  */
  if (!file->machine->has_preamble_symbols)
    {
      scan_range (file, state, section, NULL, start, end);
      return;
    }
  uint64_t piece = start, at = start;
  while (at < end)
    {
      size_t padding
	  = padding_length (section->bytes + (at - section->address), end - at);
      uint64_t inside
	  = padding ? id_end (section->bytes + (piece - section->address),
			      piece, at)
		    : at;
      if (inside > at)
	{
	  at = inside < end ? inside : end;
	  continue;
	}
      if (padding >= PADDING || (padding && at == piece)
	  || (padding && at + padding == end))
	{
	  scan_range (file, state, section, NULL, piece, at);
	  piece = at + padding;
	}
      at += padding ? padding : 1;
    }
  scan_range (file, state, section, NULL, piece, end);
}

/* Scan section NUMBER, DONE bytes of the TOTAL of all being done; FIRST is the
   number of the first function in it or after it.  Returns that of the first
   function after it.  */

static size_t
scan_section (struct audit_file *file, void *state, size_t number, size_t first,
	      uint64_t done, uint64_t total)
{
  const struct audit_section *section = &file->elf.sections[number];
  uint64_t end = section->address + section->size;
  uint64_t at = section->address;
  size_t i = first;
  while (i < file->elf.functions_count
	 && file->elf.functions[i].address < section->address)
    i++;
  for (; i < file->elf.functions_count && file->elf.functions[i].address < end;
       i++)
    {
      const struct audit_function *function = &file->elf.functions[i];
      if (function->section != number || function->address < at)
	continue;
      audit_progress (file->elf.name, "code", done + (at - section->address),
		      total);
      scan_gap (file, state, section, at, function->address);
      scan_range (file, state, section, function, function->address,
		  function->end);
      at = function->end;
    }
  scan_gap (file, state, section, at, end);
  return i;
}

static int
by_site (const void *a, const void *b)
{
  const struct audit_site *first = a, *second = b;
  return audit_compare (first->address, second->address);
}

static int
by_check (const void *a, const void *b)
{
  const struct audit_check *first = a, *second = b;
  return audit_compare (first->address, second->address);
}

static int
by_place (const void *a, const void *b)
{
  return audit_compare (*(const uint64_t *) a, *(const uint64_t *) b);
}

char *
audit_scan_code (struct audit_file *file)
{
  void *state = file->machine->start (file);
  if (!state)
    {
      struct kcfi_text text = { 0 };
      kcfi_text_printf (&text, "%s: the disassembler of %s does not start",
			file->elf.name, file->machine->name);
      return kcfi_text_take (&text);
    }
  size_t first = 0;
  uint64_t done = 0, total = 0;
  for (size_t i = 0; i < file->elf.loaded_count; i++)
    if (file->elf.sections[file->elf.loaded[i]].flags & SHF_EXECINSTR)
      total += file->elf.sections[file->elf.loaded[i]].size;
  for (size_t i = 0; i < file->elf.loaded_count; i++)
    {
      size_t number = file->elf.loaded[i];
      if (!(file->elf.sections[number].flags & SHF_EXECINSTR))
	continue;
      first = scan_section (file, state, number, first, done, total);
      done += file->elf.sections[number].size;
    }
  file->machine->stop (state);
  if (file->sites_count)
    qsort (file->sites, file->sites_count, sizeof *file->sites, by_site);
  if (file->checks_count)
    qsort (file->checks, file->checks_count, sizeof *file->checks, by_check);
  if (file->called_count)
    qsort (file->called, file->called_count, sizeof *file->called, by_place);
  return NULL;
}
