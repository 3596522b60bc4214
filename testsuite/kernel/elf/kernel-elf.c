/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from a built kernel what two compilers' builds are compared by.

     kernel-elf ids FILE       one line per type id: "P ID NAME" for the id in
			       front of function NAME, "T ID NAME" for the value
			       of __kcfi_typeid_NAME
     kernel-elf calls FILE     "COUNT FUNCTION": checked calls by function
     kernel-elf figures FILE   "NAME<TAB>VALUE" lines
     kernel-elf text FILE...   bytes of executable sections, one line per file

   FILE is a vmlinux, or for "text" and on x86-64 an object.  Preambles and trap
   sites are read as the machine's kernel does it: machines/NAME.c; doc/abi.md
   and doc/abi-targets.md have the layouts.  */

#include "kernel-machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char preamble_prefix[] = "__cfi_";
static const char type_id_prefix[] = "__kcfi_typeid_";

static const struct machine *
find_machine (const struct image *image)
{
  static const struct machine *const machines[]
      = { &machine_x86_64, &machine_arm64, &machine_riscv64, &machine_arm };

  for (size_t i = 0; i < sizeof machines / sizeof *machines; i++)
    if (machines[i]->elf_machine == image->header.e_machine)
      return machines[i];
  give_up (image, "is of a machine without a file in machines/");
}

/* Whether [START, END) are no-operations of MACHINE.  */
static bool
only_nops (const struct image *image, const struct machine *machine,
	   uint64_t start, uint64_t end)
{
  while (start + 4 <= end)
    {
      const unsigned char *code = at_address (image, start, 4);
      uint32_t word = code ? read_32 (image, code) : 0;
      int i = 0;
      while (machine->nops[i] && machine->nops[i] != word)
	i++;
      if (!machine->nops[i])
	return false;
      start += 4;
    }
  return start == end;
}

/* The id in front of the function at ADDRESS, where it is a word without a
   symbol: the last data between the function before and this one, with nothing
   but no-operations (of a patchable prefix) after it.  */
static bool
find_word_id (const struct image *image, const struct machine *machine,
	      uint64_t address, uint32_t *id)
{
  ptrdiff_t i = mapping_at (image, address);
  uint64_t limit = function_end_before (image, address);
  uint64_t code_start;
  const unsigned char *word;

  if (i < 0 || image->mappings[i].kind == 'd')
    return false;
  code_start = image->mappings[i].address;
  while (i >= 0 && image->mappings[i].address == code_start)
    i--;
  if (i < 0 || image->mappings[i].kind != 'd'
      || image->mappings[i].address < limit
      || !only_nops (image, machine, code_start, address))
    return false;
  word = at_address (image, code_start - 4, 4);
  if (word == NULL || code_start - 4 < image->mappings[i].address)
    return false;
  *id = read_32 (image, word);
  return true;
}

/* Prints "P ID NAME" if SYMBOL has a preamble.  Returns 1 for a symbol that
   says it has one and does not.  */
static int
list_preamble (const struct image *image, const struct machine *machine,
	       const struct symbol *symbol)
{
  const char *name = symbol->name;
  uint32_t id;

  if (machine->preamble_id == NULL)
    {
      if (find_word_id (image, machine, symbol->elf.st_value, &id))
	printf ("P %08x %s\n", id, name);
      return 0;
    }
  if (!is_preamble_symbol (symbol))
    return 0;
  if (machine->preamble_id (image, symbol, &id))
    {
      printf ("P %08x %s\n", id, name + strlen (preamble_prefix));
      return 0;
    }
  fprintf (stderr, "kernel-elf: %s: %s holds no movl\n", image->path, name);
  return 1;
}

static int
list_ids (const struct image *image, const struct machine *machine)
{
  int result = 0;

  for (size_t i = 0; i < image->symbol_count; i++)
    {
      const struct symbol *symbol = &image->symbols[i];

      if (is_function (symbol))
	result |= list_preamble (image, machine, symbol);
      else if (symbol->elf.st_shndx == SHN_ABS
	       && begins_with (symbol->name, type_id_prefix))
	printf ("T %08x %s\n", (uint32_t)symbol->elf.st_value,
		symbol->name + strlen (type_id_prefix));
    }
  return result;
}

static uint64_t
preamble_count (const struct image *image, const struct machine *machine)
{
  uint64_t count = 0;
  uint32_t id;

  if (machine->preamble_id != NULL)
    for (size_t i = 0; i < image->symbol_count; i++)
      count += is_preamble_symbol (&image->symbols[i]);
  else
    for (size_t i = 0; i < image->function_count; i++)
      count += find_word_id (image, machine, image->functions[i].start, &id);
  return count;
}

/* The trap sites of an image, COUNT of them.  */
struct traps
{
  uint64_t *address;
  size_t count, room;
};

static void
add_trap (const struct image *image, struct traps *traps, uint64_t address)
{
  if (traps->count == traps->room)
    {
      traps->room = 2 * traps->room + 1024;
      traps->address
	  = realloc (traps->address, traps->room * sizeof *traps->address);
      if (traps->address == NULL)
	give_up (image, "needs more memory");
    }
  traps->address[traps->count++] = address;
}

/* An entry is relative to itself.  */
static void
read_trap_table (const struct image *image, struct traps *traps)
{
  GElf_Shdr section;

  if (!find_section (image, "__kcfi_traps", &section))
    return;
  for (uint64_t i = 0; i < section.sh_size / 4; i++)
    {
      uint64_t place = section.sh_addr + 4 * i;
      const unsigned char *entry = at_address (image, place, 4);
      if (entry == NULL)
	give_up (image, "has a cut off __kcfi_traps");
      add_trap (image, traps,
		place
		    + (uint64_t)(int64_t)(int32_t)read_32 (image, entry));
    }
}

static void
search_traps (const struct image *image, const struct machine *machine,
	      struct traps *traps)
{
  Elf_Scn *section = NULL;

  while ((section = elf_nextscn (image->elf, section)) != NULL)
    {
      GElf_Shdr header;
      if (gelf_getshdr (section, &header) == NULL
	  || !(header.sh_flags & SHF_EXECINSTR))
	continue;
      for (uint64_t at = 0; at + 4 <= header.sh_size;
	   at += machine->unit)
	{
	  const unsigned char *code
	      = in_section (image, elf_ndxscn (section), at, 4);
	  uint64_t address = header.sh_addr + at;
	  char kind = mapping_kind (image, address);
	  if (code != NULL && kind != 'd'
	      && machine->is_trap (image, code, kind == 't'))
	    add_trap (image, traps, address);
	}
    }
}

static struct traps
find_traps (const struct image *image, const struct machine *machine)
{
  struct traps traps = { 0 };

  if (machine->has_trap_table)
    read_trap_table (image, &traps);
  else
    search_traps (image, machine, &traps);
  return traps;
}

static int
by_name (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static int
list_calls (const struct image *image, const struct machine *machine)
{
  struct traps traps = find_traps (image, machine);
  const char **names = malloc ((traps.count + 1) * sizeof *names);

  if (names == NULL)
    give_up (image, "needs more memory");
  for (size_t i = 0; i < traps.count; i++)
    names[i] = function_at (image, traps.address[i]);
  qsort (names, traps.count, sizeof *names, by_name);
  for (size_t i = 0, first = 0; i < traps.count; i++)
    if (i + 1 == traps.count || strcmp (names[i], names[i + 1]) != 0)
      {
	printf ("%zu %s\n", i + 1 - first, names[i]);
	first = i + 1;
      }
  free (names);
  free (traps.address);
  return 0;
}

static int
print_figures (const struct image *image, const struct machine *machine)
{
  struct traps traps = find_traps (image, machine);
  uint64_t decoded[NOT_DECODED + 1] = { 0 }, type_ids = 0, sizes = 0;

  for (size_t i = 0; i < traps.count; i++)
    decoded[machine->decode (image, traps.address[i])]++;
  for (size_t i = 0; i < image->symbol_count; i++)
    type_ids += begins_with (image->symbols[i].name, type_id_prefix);
  for (size_t i = 0; i < image->function_count; i++)
    sizes += image->functions[i].size;

  printf ("checked calls\t%zu\n", traps.count);
  printf ("not decodable\t%lu\n", (unsigned long)decoded[NOT_DECODED]);
  printf ("reported without target\t%lu\n",
	  (unsigned long)decoded[WITHOUT_TARGET]);
  printf (".kcfi_traps bytes\t%zu\n",
	  machine->has_trap_table ? 4 * traps.count : 0);
  printf ("preambles\t%lu\n",
	  (unsigned long)preamble_count (image, machine));
  printf ("__kcfi_typeid_ symbols\t%lu\n", (unsigned long)type_ids);
  printf ("functions\t%zu\n", image->function_count);
  printf ("sum of function sizes\t%lu\n", (unsigned long)sizes);
  free (traps.address);
  return 0;
}

int
main (int argc, char **argv)
{
  const char *mode = argc > 2 ? argv[1] : "";
  struct image image;

  if (strcmp (mode, "text") == 0)
    {
      for (int i = 2; i < argc; i++)
	{
	  open_image (&image, argv[i]);
	  printf ("%lu %s\n", (unsigned long)executable_bytes (&image),
		  argv[i]);
	}
      return 0;
    }
  if (argc == 3)
    {
      const struct machine *machine;
      open_image (&image, argv[2]);
      machine = find_machine (&image);
      if (strcmp (mode, "ids") == 0)
	return list_ids (&image, machine);
      if (strcmp (mode, "calls") == 0)
	return list_calls (&image, machine);
      if (strcmp (mode, "figures") == 0)
	return print_figures (&image, machine);
    }
  fputs ("usage: kernel-elf ids|calls|figures FILE\n"
	 "       kernel-elf text FILE...\n",
	 stderr);
  return 2;
}
