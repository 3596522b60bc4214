/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from a built kernel what two compilers' builds are compared by.

     kernel-elf ids FILE       one line per type id: "P ID NAME" for the id in
			       the preamble of function NAME, "T ID NAME" for
			       the value of __kcfi_typeid_NAME
     kernel-elf calls FILE     "COUNT FUNCTION": checked calls by function
     kernel-elf figures FILE   "NAME<TAB>VALUE" lines
     kernel-elf text FILE...   bytes of executable sections, one line per file

   FILE is a 64-bit ELF file of this machine's byte order: vmlinux, or an
   object.  Preambles are found by their __cfi_NAME symbols, ids and trap sites
   are decoded as arch/x86/kernel/cfi.c does, so the first three are for x86-64:
   no other machine's ABI has these symbols.  doc/abi.md has the layouts.  */

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct elf
{
  const char *path;
  const unsigned char *bytes;
  size_t size;
  const Elf64_Ehdr *header;
  const Elf64_Shdr *sections;
  const char *section_names;
  const Elf64_Sym *symbols;
  size_t symbol_count;
  const char *names;
};

/* A function, for looking up what is at an address.  */
struct function
{
  uint64_t start, size;
  const char *name;
};

static const char preamble_prefix[] = "__cfi_";
static const char type_id_prefix[] = "__kcfi_typeid_";

static _Noreturn void
give_up (const struct elf *elf, const char *why)
{
  fprintf (stderr, "kernel-elf: %s: %s\n", elf->path, why);
  exit (1);
}

/* COUNT items of SIZE bytes at OFFSET of the file, or the end of the run.  */
static const void *
at_offset (const struct elf *elf, uint64_t offset, uint64_t size,
	   uint64_t count)
{
  if (offset > elf->size || (size && count > (elf->size - offset) / size))
    give_up (elf, "is cut short");
  return elf->bytes + offset;
}

static void
open_elf (struct elf *elf, const char *path)
{
  struct stat status;
  int fd = open (path, O_RDONLY);
  const Elf64_Shdr *names;

  memset (elf, 0, sizeof *elf);
  elf->path = path;
  if (fd < 0 || fstat (fd, &status) != 0)
    give_up (elf, strerror (errno));
  elf->size = (size_t)status.st_size;
  elf->bytes = mmap (NULL, elf->size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (elf->bytes == MAP_FAILED)
    give_up (elf, strerror (errno));
  close (fd);

  elf->header = at_offset (elf, 0, sizeof *elf->header, 1);
  if (memcmp (elf->bytes, ELFMAG, SELFMAG) != 0
      || elf->bytes[EI_CLASS] != ELFCLASS64
      || elf->header->e_shentsize != sizeof (Elf64_Shdr))
    give_up (elf, "is no 64-bit ELF file");
  elf->sections = at_offset (elf, elf->header->e_shoff, sizeof (Elf64_Shdr),
			     elf->header->e_shnum);
  if (elf->header->e_shstrndx >= elf->header->e_shnum)
    give_up (elf, "has no section names");
  names = &elf->sections[elf->header->e_shstrndx];
  elf->section_names = at_offset (elf, names->sh_offset, 1, names->sh_size);

  for (unsigned i = 0; i < elf->header->e_shnum; i++)
    if (elf->sections[i].sh_type == SHT_SYMTAB)
      {
	const Elf64_Shdr *table = &elf->sections[i];
	const Elf64_Shdr *strings;

	if (table->sh_link >= elf->header->e_shnum)
	  give_up (elf, "has no symbol names");
	strings = &elf->sections[table->sh_link];
	elf->symbol_count = table->sh_size / sizeof (Elf64_Sym);
	elf->symbols = at_offset (elf, table->sh_offset, sizeof (Elf64_Sym),
				  elf->symbol_count);
	elf->names = at_offset (elf, strings->sh_offset, 1, strings->sh_size);
      }
}

static const char *
symbol_name (const struct elf *elf, const Elf64_Sym *symbol)
{
  return elf->names + symbol->st_name;
}

static bool
begins_with (const char *string, const char *prefix)
{
  return strncmp (string, prefix, strlen (prefix)) == 0;
}

static bool
is_function (const Elf64_Sym *symbol)
{
  return ELF64_ST_TYPE (symbol->st_info) == STT_FUNC
	 && symbol->st_shndx != SHN_UNDEF;
}

static bool
is_preamble (const struct elf *elf, const Elf64_Sym *symbol)
{
  return is_function (symbol)
	 && begins_with (symbol_name (elf, symbol), preamble_prefix);
}

static const Elf64_Shdr *
find_section (const struct elf *elf, const char *name)
{
  for (unsigned i = 0; i < elf->header->e_shnum; i++)
    if (strcmp (elf->section_names + elf->sections[i].sh_name, name) == 0)
      return &elf->sections[i];
  return NULL;
}

/* SIZE bytes of the image at ADDRESS; NULL if no section has them.  */
static const unsigned char *
at_address (const struct elf *elf, uint64_t address, uint64_t size)
{
  for (unsigned i = 0; i < elf->header->e_shnum; i++)
    {
      const Elf64_Shdr *section = &elf->sections[i];

      if ((section->sh_flags & SHF_ALLOC) && section->sh_type != SHT_NOBITS
	  && address >= section->sh_addr
	  && address + size <= section->sh_addr + section->sh_size)
	return at_offset (elf, section->sh_offset + address - section->sh_addr,
			  1, size);
    }
  return NULL;
}

static uint32_t
read_32 (const unsigned char *bytes)
{
  uint32_t value;
  memcpy (&value, bytes, sizeof value);
  return value;
}

/* The bytes at SYMBOL: in an object its value is relative to its section.  */
static const unsigned char *
at_symbol (const struct elf *elf, const Elf64_Sym *symbol, uint64_t size)
{
  if (elf->header->e_type != ET_REL)
    return at_address (elf, symbol->st_value, size);
  if (symbol->st_shndx >= elf->header->e_shnum
      || symbol->st_value + size > elf->sections[symbol->st_shndx].sh_size)
    return NULL;
  return at_offset (elf,
		    elf->sections[symbol->st_shndx].sh_offset
			+ symbol->st_value,
		    1, size);
}

/* The id of the preamble that SYMBOL names:
     [11 x nop]  b8 ID  movl $ID, %eax  [nops]  function:
   The movl comes first under a patchable prefix, after the nops otherwise.  */
static bool
preamble_id (const struct elf *elf, const Elf64_Sym *symbol, uint32_t *id)
{
  const unsigned char *code = at_symbol (elf, symbol, symbol->st_size);
  uint64_t at = 0;

  if (code == NULL)
    return false;
  while (at < symbol->st_size && code[at] == 0x90)
    at++;
  /* b8 to bf: with arity the register counts the arguments.  */
  if (at + 5 > symbol->st_size || (code[at] & 0xf8) != 0xb8)
    return false;
  *id = read_32 (code + at + 1);
  return true;
}

static int
list_ids (const struct elf *elf)
{
  int result = 0;

  for (size_t i = 0; i < elf->symbol_count; i++)
    {
      const Elf64_Sym *symbol = &elf->symbols[i];
      const char *name = symbol_name (elf, symbol);
      uint32_t id;

      if (is_preamble (elf, symbol))
	{
	  if (preamble_id (elf, symbol, &id))
	    printf ("P %08x %s\n", id, name + strlen (preamble_prefix));
	  else
	    {
	      fprintf (stderr, "kernel-elf: %s: %s holds no movl\n", elf->path,
		       name);
	      result = 1;
	    }
	}
      else if (symbol->st_shndx == SHN_ABS
	       && begins_with (name, type_id_prefix))
	printf ("T %08x %s\n", (uint32_t)symbol->st_value,
		name + strlen (type_id_prefix));
    }
  return result;
}

static int
by_start (const void *a, const void *b)
{
  const struct function *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->name, second->name);
}

/* All functions by address, aliases left out, *COUNT of them.  */
static struct function *
sorted_functions (const struct elf *elf, size_t *count)
{
  struct function *functions
      = malloc ((elf->symbol_count + 1) * sizeof *functions);
  size_t n = 0, kept = 0;

  if (functions == NULL)
    give_up (elf, "needs more memory");
  for (size_t i = 0; i < elf->symbol_count; i++)
    if (is_function (&elf->symbols[i]) && !is_preamble (elf, &elf->symbols[i]))
      functions[n++] = (struct function){
	elf->symbols[i].st_value, elf->symbols[i].st_size,
	symbol_name (elf, &elf->symbols[i])
      };
  qsort (functions, n, sizeof *functions, by_start);
  for (size_t i = 0; i < n; i++)
    if (kept == 0 || functions[kept - 1].start != functions[i].start)
      functions[kept++] = functions[i];
  *count = kept;
  return functions;
}

/* Whether the kernel can decode the check whose trap is at ADDRESS:
     41 ba imm32     movl $-ID, %r10d	   at -12
     4x 03 .. disp8  addl -4(%REG), %r10d  at -6
     74 02           je 1f		   at -2
     0f 0b           ud2
     1: call or jmp  */
static bool
decodable_trap (const struct elf *elf, uint64_t address)
{
  const unsigned char *code = at_address (elf, address - 12, 14);

  return code != NULL && code[0] == 0x41 && code[1] == 0xba
	 && (code[6] & 0xf0) == 0x40 && code[7] == 0x03 && code[10] == 0x74
	 && code[11] == 0x02 && code[12] == 0x0f && code[13] == 0x0b;
}

/* Trap number I of SECTION: its entry is relative to itself.  */
static uint64_t
trap_address (const struct elf *elf, const Elf64_Shdr *section, uint64_t i)
{
  const unsigned char *entry
      = at_offset (elf, section->sh_offset + 4 * i, 4, 1);

  return section->sh_addr + 4 * i + (uint64_t)(int64_t)(int32_t)read_32 (entry);
}

static const char *
function_at (const struct function *functions, size_t count, uint64_t address)
{
  size_t low = 0, high = count;

  while (low < high)
    {
      size_t middle = (low + high) / 2;
      if (functions[middle].start <= address)
	low = middle + 1;
      else
	high = middle;
    }
  return low ? functions[low - 1].name : "?";
}

static int
by_name (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static int
list_calls (const struct elf *elf)
{
  const Elf64_Shdr *section = find_section (elf, "__kcfi_traps");
  uint64_t traps = section ? section->sh_size / 4 : 0;
  size_t count;
  struct function *functions = sorted_functions (elf, &count);
  const char **names = malloc ((traps + 1) * sizeof *names);

  if (names == NULL)
    give_up (elf, "needs more memory");
  for (uint64_t i = 0; i < traps; i++)
    names[i] = function_at (functions, count, trap_address (elf, section, i));
  qsort (names, traps, sizeof *names, by_name);
  for (uint64_t i = 0, first = 0; i < traps; i++)
    if (i + 1 == traps || strcmp (names[i], names[i + 1]) != 0)
      {
	printf ("%lu %s\n", (unsigned long)(i + 1 - first), names[i]);
	first = i + 1;
      }
  free (names);
  free (functions);
  return 0;
}

static uint64_t
executable_bytes (const struct elf *elf)
{
  uint64_t sum = 0;

  for (unsigned i = 0; i < elf->header->e_shnum; i++)
    if (elf->sections[i].sh_flags & SHF_EXECINSTR)
      sum += elf->sections[i].sh_size;
  return sum;
}

static int
print_figures (const struct elf *elf)
{
  const Elf64_Shdr *section = find_section (elf, "__kcfi_traps");
  uint64_t trap_bytes = section ? section->sh_size : 0;
  uint64_t undecodable = 0, preambles = 0, type_ids = 0, sizes = 0;
  size_t count;
  struct function *functions = sorted_functions (elf, &count);

  for (uint64_t i = 0; i < trap_bytes / 4; i++)
    undecodable += !decodable_trap (elf, trap_address (elf, section, i));
  for (size_t i = 0; i < elf->symbol_count; i++)
    {
      preambles += is_preamble (elf, &elf->symbols[i]);
      type_ids += begins_with (symbol_name (elf, &elf->symbols[i]),
			       type_id_prefix);
    }
  for (size_t i = 0; i < count; i++)
    sizes += functions[i].size;

  printf ("checked calls\t%lu\n", (unsigned long)(trap_bytes / 4));
  printf ("not decodable\t%lu\n", (unsigned long)undecodable);
  printf (".kcfi_traps bytes\t%lu\n", (unsigned long)trap_bytes);
  printf ("preambles\t%lu\n", (unsigned long)preambles);
  printf ("__kcfi_typeid_ symbols\t%lu\n", (unsigned long)type_ids);
  printf ("functions\t%lu\n", (unsigned long)count);
  printf ("sum of function sizes\t%lu\n", (unsigned long)sizes);
  free (functions);
  return 0;
}

int
main (int argc, char **argv)
{
  const char *mode = argc > 2 ? argv[1] : "";
  struct elf elf;

  if (strcmp (mode, "text") == 0)
    {
      for (int i = 2; i < argc; i++)
	{
	  open_elf (&elf, argv[i]);
	  printf ("%lu %s\n", (unsigned long)executable_bytes (&elf), argv[i]);
	}
      return 0;
    }
  if (argc == 3)
    {
      open_elf (&elf, argv[2]);
      if (strcmp (mode, "ids") == 0)
	return list_ids (&elf);
      if (strcmp (mode, "calls") == 0)
	return list_calls (&elf);
      if (strcmp (mode, "figures") == 0)
	return print_figures (&elf);
    }
  fputs ("usage: kernel-elf ids|calls|figures FILE\n"
	 "       kernel-elf text FILE...\n",
	 stderr);
  return 2;
}
