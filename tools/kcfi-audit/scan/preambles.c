/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands before each function: the hash, by the symbol __cfi_NAME where
   the ABI and the file have these, else by the bytes.  */

#include "preambles.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../elf/functions.h"
#include "scan.h"

/* A preamble symbol.  */
struct preamble_symbol
{
  const char *name;
  uint64_t address;
  uint64_t end;
};

struct symbols
{
  struct preamble_symbol *list; /* By address.  */
  size_t list_count, list_capacity;
};

static int
by_address (const void *a, const void *b)
{
  const struct preamble_symbol *first = a, *second = b;
  return audit_compare (first->address, second->address);
}

static void
collect_symbols (const struct audit_elf *elf, struct symbols *symbols)
{
  const struct audit_symbols *table = &elf->tables[AUDIT_STATIC_SYMBOLS];
  for (size_t i = 0; i < table->symbols_count; i++)
    {
      const struct audit_symbol *symbol = &table->symbols[i];
      if (symbol->type == STT_FUNC && symbol->section
	  && audit_preamble_symbol_p (elf, symbol)
	  && symbol->size < UINT64_MAX - symbol->address)
	AUDIT_APPEND (
	    symbols, list,
	    (struct preamble_symbol){ symbol->name, symbol->address,
				      symbol->address + symbol->size });
    }
  if (symbols->list_count)
    qsort (symbols->list, symbols->list_count, sizeof *symbols->list,
	   by_address);
}

/* The last preamble symbol that starts before ADDRESS.  */

static const struct preamble_symbol *
last_before (const struct symbols *symbols, uint64_t address)
{
  size_t at;
  AUDIT_SEARCH (at, symbols->list_count, symbols->list[at].address < address);
  return at ? &symbols->list[at - 1] : NULL;
}

static bool
nops_p (const unsigned char *bytes, uint64_t length)
{
  while (length && bytes[length - 1] == 0x90)
    length--;
  return !length;
}

/* Read the preamble that SYMBOL names before FUNCTION:

	symbol: nop ...; b8 ID; (symbol's end) nop ...; function:

   objtool of Linux 7.2 lets the symbol grow over the nops of call padding, so
   that it starts with the movl instead of ending with it (grow_cfi_symbols in
   tools/objtool/check.c):

	symbol: b8 ID; nop ...; (symbol's end) function:

   A function of C++ that can stand in a virtual table has its virtual id in front
   of the other: b8 VID; b8 ID.  Nothing if the bytes are no such thing.  */

static void
read_symbol (const struct audit_elf *elf, const struct audit_function *function,
	     const struct preamble_symbol *symbol,
	     struct audit_preamble *preamble)
{
  enum
  {
    MOVL = 5
  };
  uint64_t length = function->address - symbol->address;
  if (symbol->end > function->address)
    return;
  const unsigned char *code = audit_bytes_at (elf, symbol->address, length);
  if (!code)
    return;
  const unsigned char *end = code + length, *second = NULL;
  while (code < end && code[0] == 0x90)
    code++;
  if (end - code >= 2 * MOVL && code[0] == 0xb8 && (code[MOVL] & 0xf8) == 0xb8)
    {
      second = code;
      code += MOVL;
    }
  if (end - code < MOVL || (code[0] & 0xf8) != 0xb8
      || !nops_p (code + MOVL, (uint64_t) (end - code - MOVL)))
    return;
  preamble->present = true;
  preamble->id = audit_read_32 (code + 1);
  preamble->offset = (uint32_t) (end - code - MOVL) + 4;
  preamble->arity = code[0] & 7;
  if (second)
    {
      preamble->has_virtual = true;
      preamble->virtual_id = audit_read_32 (second + 1);
      preamble->virtual_offset = preamble->offset + MOVL;
    }
}

void
audit_find_preambles (struct audit_file *file)
{
  const struct audit_elf *elf = &file->elf;
  size_t size = elf->functions_count * sizeof *file->preambles;
  file->preambles = memset (kcfi_allocate (size), 0, size);
  if (!file->machine->has_preamble_symbols)
    {
      audit_find_word_preambles (file);
      return;
    }
  struct symbols symbols = { 0 };
  collect_symbols (elf, &symbols);
  /* Without symbols, checks or a record nothing says that there are any.  */
  bool guess = !symbols.list_count
	       && (file->checks_count || file->settings.records_count);
  for (size_t i = 0; i < elf->functions_count; i++)
    {
      const struct audit_function *function = &elf->functions[i];
      struct audit_preamble *preamble = &file->preambles[i];
      const struct preamble_symbol *symbol
	  = last_before (&symbols, function->address);
      if (symbol && i && symbol->address < elf->functions[i - 1].address)
	symbol = NULL;
      if (guess)
	file->machine->find_preamble (file, function, preamble);
      else if (symbol)
	read_symbol (elf, function, symbol, preamble);
    }
  free (symbols.list);
}
