/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions, labels and mapping symbols from the symbol tables; places.c looks
   them up.  */

#include "functions.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"

/* True if the bytes of SYMBOL are nothing but NOPs and one or two movs of a
   constant to a register of x86_64: the type id, and in front of it the virtual id
   of C++.  */

static bool
preamble_bytes_p (const struct audit_elf *file,
		  const struct audit_symbol *symbol)
{
  enum
  {
    NOP = 0x90,
    MOVL_LENGTH = 5
  };
  const struct audit_section *section = &file->sections[symbol->section];
  uint64_t offset = symbol->address - section->address, at = 0;
  uint64_t end = symbol->size;
  if (!section->bytes || symbol->address < section->address
      || offset > section->size || end > section->size - offset)
    return false;
  const unsigned char *bytes = section->bytes + offset;
  while (at < end && bytes[at] == NOP)
    at++;
  unsigned movs = 0;
  for (; movs < 2 && end - at >= MOVL_LENGTH && (bytes[at] & 0xf8) == 0xb8;
       movs++)
    at += MOVL_LENGTH;
  while (at < end && bytes[at] == NOP)
    at++;
  return movs && at == end;
}

bool
audit_preamble_symbol_p (const struct audit_elf *file,
			 const struct audit_symbol *symbol)
{
  const char *found = strstr (symbol->name, "__cfi_");
  /* Linux 7.2 puts __pi_ before all names of code that runs early, and objcopy
     anything before all names; a function may have such a name by itself.  */
  return found
	 && (found == symbol->name || !strncmp (symbol->name, "__pi___cfi_", 11)
	     || ((file->machine == EM_X86_64 || file->machine == EM_386)
		 && preamble_bytes_p (file, symbol)));
}

static bool
function_symbol_p (const struct audit_elf *file,
		   const struct audit_symbol *symbol)
{
  const struct audit_section *section = &file->sections[symbol->section];
  return (symbol->type == STT_FUNC || symbol->type == STT_GNU_IFUNC)
	 && symbol->section && (section->flags & SHF_EXECINSTR)
	 && section->bytes && symbol->address >= section->address
	 && symbol->address - section->address < section->size
	 && !audit_preamble_symbol_p (file, symbol);
}

/* How well known a name is: global before weak before local.  */

static int
binding_rank (unsigned char binding)
{
  return binding == STB_GLOBAL ? 0 : binding == STB_WEAK ? 1 : 2;
}

static int
by_address (const void *a, const void *b)
{
  const struct audit_function *first = a, *second = b;
  if (first->address != second->address)
    return audit_compare (first->address, second->address);
  int rank = binding_rank (first->binding) - binding_rank (second->binding);
  if (rank)
    return rank;
  /* Larger before smaller: a size of 0 says nothing.  */
  if (first->end != second->end)
    return audit_compare (second->end, first->end);
  return strcmp (first->name, second->name);
}

/* Make each function end where the next one starts, at last; functions without
   a size end there, or with their section.  */

static void
settle_ends (struct audit_elf *file)
{
  for (size_t i = 0; i < file->functions_count; i++)
    {
      struct audit_function *function = &file->functions[i];
      const struct audit_section *section = &file->sections[function->section];
      uint64_t limit = section->address + section->size;
      if (i + 1 < file->functions_count
	  && file->functions[i + 1].address < limit)
	limit = file->functions[i + 1].address;
      function->sized
	  = function->end != function->address && function->end <= limit;
      if (!function->sized)
	function->end = limit;
    }
}

/* What SYMBOL says is from its place on: `x', `a' or `t' code, `d' data, or 0
   if it is no mapping symbol of ARM and RISC-V: "$d", "$d.15", "$xrv64gc".
   Linux puts __pi_ before all names of code that runs early, these too, and
   objcopy anything before all names of a file.  */

static char
mapping_kind (const struct audit_elf *file, const struct audit_symbol *symbol)
{
  const char *name = symbol->name, *sign = strchr (name, '$');
  if (strncmp (name, "__pi_$", 6) == 0)
    name += 5;
  else if (sign && (size_t) (sign - name) <= file->name_prefix)
    name = sign;
  if (symbol->type != STT_NOTYPE || !symbol->section || name[0] != '$'
      || !name[1] || !strchr ("xatd", name[1])
      || (name[2] && name[2] != '.' && strncmp (name, "$xrv", 4) != 0)
      || !(file->sections[symbol->section].flags & SHF_EXECINSTR))
    return 0;
  return name[1];
}

/* True for other names in code: labels of assembler code, without a type.
   Those that start with `.L' are the assembler's.  */

static bool
label_symbol_p (const struct audit_elf *file, const struct audit_symbol *symbol)
{
  const struct audit_section *section = &file->sections[symbol->section];
  return symbol->type == STT_NOTYPE && symbol->section
	 && (section->flags & SHF_EXECINSTR) && symbol->name[0]
	 && symbol->name[0] != '$' && symbol->name[0] != '.'
	 && !mapping_kind (file, symbol);
}

typedef bool symbol_predicate (const struct audit_elf *file,
			       const struct audit_symbol *symbol);

/* The symbols of TABLE that are WANTED, one for each address.  */

static struct audit_function *
collect_symbols (const struct audit_elf *file,
		 const struct audit_symbols *table, symbol_predicate *wanted,
		 size_t *kept)
{
  size_t count = 0;
  for (size_t i = 0; i < table->symbols_count; i++)
    count += wanted (file, &table->symbols[i]);
  struct audit_function *functions = kcfi_allocate (count * sizeof *functions);
  count = 0;
  for (size_t i = 0; i < table->symbols_count; i++)
    {
      const struct audit_symbol *symbol = &table->symbols[i];
      if (!wanted (file, symbol))
	continue;
      uint64_t address = symbol->address;
      /* Thumb functions have an odd address; the code does not.  */
      address = audit_code_address (file, address);
      uint64_t room = UINT64_MAX - address;
      functions[count++] = (struct audit_function){
	.name = symbol->name,
	.address = address,
	.end = address + (symbol->size < room ? symbol->size : room),
	.section = symbol->section,
	.symbol = (uint32_t) i,
	.binding = symbol->binding,
	.thumb = file->machine == EM_ARM && (symbol->address & 1)
      };
    }
  if (count)
    qsort (functions, count, sizeof *functions, by_address);
  *kept = 0;
  for (size_t i = 0; i < count; i++)
    if (!*kept || functions[*kept - 1].address != functions[i].address)
      functions[(*kept)++] = functions[i];
  return functions;
}

static int
by_mapped_address (const void *a, const void *b)
{
  const struct audit_mapping *first = a, *second = b;
  if (first->address != second->address)
    return audit_compare (first->address, second->address);
  return audit_compare (first->order, second->order);
}

static void
collect_mappings (struct audit_elf *file)
{
  const struct audit_symbols *table = &file->tables[AUDIT_STATIC_SYMBOLS];
  if (file->machine != EM_AARCH64 && file->machine != EM_ARM
      && file->machine != EM_RISCV)
    return;
  for (size_t i = 0; i < table->symbols_count; i++)
    {
      const struct audit_symbol *symbol = &table->symbols[i];
      char kind = mapping_kind (file, symbol);
      if (kind)
	AUDIT_APPEND (file, mappings,
		      (struct audit_mapping){ symbol->address, symbol->section,
					      (uint32_t) i, kind });
    }
  if (file->mappings_count)
    qsort (file->mappings, file->mappings_count, sizeof *file->mappings,
	   by_mapped_address);
}

/* How many characters all names in TABLE have in common at their start.  */

static size_t
common_prefix (const struct audit_symbols *table)
{
  const char *first = NULL;
  size_t length = 0;
  for (size_t i = 0; i < table->symbols_count; i++)
    {
      const struct audit_symbol *symbol = &table->symbols[i];
      if (!symbol->name[0] || symbol->type == STT_FILE
	  || symbol->type == STT_SECTION)
	continue;
      if (!first)
	{
	  first = symbol->name;
	  length = strlen (first);
	}
      size_t same = 0;
      while (same < length && symbol->name[same] == first[same])
	same++;
      length = same;
    }
  return length;
}

/* The names in TABLE of the code at address 0.  */

static void
collect_zero_names (struct audit_elf *file, const struct audit_symbols *table)
{
  for (size_t i = 0; !file->relocatable && i < table->symbols_count
		     && file->zero_names_count < AUDIT_ZERO_NAMES;
       i++)
    {
      const struct audit_symbol *symbol = &table->symbols[i];
      if (audit_code_address (file, symbol->address) == 0
	  && (function_symbol_p (file, symbol)
	      || label_symbol_p (file, symbol)))
	file->zero_names[file->zero_names_count++] = symbol->name;
    }
}

void
audit_collect_functions (struct audit_elf *file)
{
  /* Without a symbol table there still may be the dynamic one.  */
  const struct audit_symbols *table
      = &file->tables[file->tables[AUDIT_STATIC_SYMBOLS].symbols_count
			  ? AUDIT_STATIC_SYMBOLS
			  : AUDIT_DYNAMIC_SYMBOLS];
  file->name_prefix = common_prefix (table);
  file->functions = collect_symbols (file, table, function_symbol_p,
				     &file->functions_count);
  file->labels
      = collect_symbols (file, table, label_symbol_p, &file->labels_count);
  collect_zero_names (file, table);
  settle_ends (file);
  collect_mappings (file);
}
