/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kernel-image.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void
give_up (const struct image *image, const char *why)
{
  fprintf (stderr, "kernel-elf: %s: %s\n", image->path, why);
  exit (1);
}

bool
begins_with (const char *string, const char *prefix)
{
  return strncmp (string, prefix, strlen (prefix)) == 0;
}

bool
is_function (const struct symbol *symbol)
{
  return GELF_ST_TYPE (symbol->elf.st_info) == STT_FUNC
	 && symbol->elf.st_shndx != SHN_UNDEF;
}

bool
is_preamble_symbol (const struct symbol *symbol)
{
  return is_function (symbol) && begins_with (symbol->name, "__cfi_");
}

static void *
allocate (const struct image *image, size_t count, size_t size)
{
  void *memory = calloc (count + 1, size);

  if (memory == NULL)
    give_up (image, "needs more memory");
  return memory;
}

/* Thumb functions have bit 0 of their address set.  */
static void
add_symbol (struct image *image, const GElf_Sym *elf, const char *name)
{
  struct symbol *symbol = &image->symbols[image->symbol_count++];

  symbol->name = name;
  symbol->elf = *elf;
  if (image->header.e_machine == EM_ARM && is_function (symbol))
    symbol->elf.st_value &= ~(uint64_t)1;
}

static void
read_symbols (struct image *image)
{
  Elf_Scn *section = NULL;

  while ((section = elf_nextscn (image->elf, section)) != NULL)
    {
      GElf_Shdr header;
      Elf_Data *data;
      GElf_Sym elf;

      if (gelf_getshdr (section, &header) == NULL
	  || header.sh_type != SHT_SYMTAB || header.sh_entsize == 0)
	continue;
      data = elf_getdata (section, NULL);
      image->symbols = allocate (image, header.sh_size / header.sh_entsize,
				 sizeof *image->symbols);
      for (int i = 0; gelf_getsym (data, i, &elf) != NULL; i++)
	{
	  const char *name
	      = elf_strptr (image->elf, header.sh_link, elf.st_name);
	  if (name == NULL)
	    give_up (image, "has a symbol without a name");
	  add_symbol (image, &elf, name);
	}
      return;
    }
}

static int
by_start (const void *a, const void *b)
{
  const struct function *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->name, second->name);
}

static void
sort_functions (struct image *image)
{
  struct function *functions
      = allocate (image, image->symbol_count, sizeof *functions);
  size_t n = 0, kept = 0;

  for (size_t i = 0; i < image->symbol_count; i++)
    if (is_function (&image->symbols[i])
	&& !is_preamble_symbol (&image->symbols[i]))
      functions[n++] = (struct function){ image->symbols[i].elf.st_value,
					  image->symbols[i].elf.st_size,
					  image->symbols[i].name };
  qsort (functions, n, sizeof *functions, by_start);
  for (size_t i = 0; i < n; i++)
    if (kept == 0 || functions[kept - 1].start != functions[i].start)
      functions[kept++] = functions[i];
  image->functions = functions;
  image->function_count = kept;
}

static int
by_address (const void *a, const void *b)
{
  const struct mapping *first = a, *second = b;

  if (first->address != second->address)
    return first->address < second->address ? -1 : 1;
  /* Of several at one address the last one says what is there: those before it
     are of something empty, or say what riscv64's code in general is.  */
  return first->number < second->number ? -1 : 1;
}

/* "$d", "$d.15", "$xrv64i2p1_c2p0".  */
static void
sort_mappings (struct image *image)
{
  image->mappings
      = allocate (image, image->symbol_count, sizeof *image->mappings);
  for (size_t i = 0; i < image->symbol_count; i++)
    {
      const struct symbol *symbol = &image->symbols[i];
      const char *name = symbol->name;
      /* Linux puts __pi_ before all names of code that runs early.  */
      if (begins_with (name, "__pi_$"))
	name += strlen ("__pi_");
      if (name[0] == '$' && name[1] != 0 && strchr ("adtx", name[1]) != NULL
	  && GELF_ST_TYPE (symbol->elf.st_info) == STT_NOTYPE)
	image->mappings[image->mapping_count++] = (struct mapping){
	  symbol->elf.st_value, i, name[1]
	};
    }
  qsort (image->mappings, image->mapping_count, sizeof *image->mappings,
	 by_address);
}

void
open_image (struct image *image, const char *path)
{
  int fd = open (path, O_RDONLY);

  memset (image, 0, sizeof *image);
  image->path = path;
  if (fd < 0)
    give_up (image, strerror (errno));
  elf_version (EV_CURRENT);
  image->elf = elf_begin (fd, ELF_C_READ_MMAP, NULL);
  if (image->elf == NULL || elf_kind (image->elf) != ELF_K_ELF
      || gelf_getehdr (image->elf, &image->header) == NULL)
    give_up (image, "is no ELF file");
  read_symbols (image);
  sort_functions (image);
  sort_mappings (image);
}

bool
find_section (const struct image *image, const char *name, GElf_Shdr *header)
{
  size_t names;
  Elf_Scn *section = NULL;

  if (elf_getshdrstrndx (image->elf, &names) != 0)
    give_up (image, "has no section names");
  while ((section = elf_nextscn (image->elf, section)) != NULL)
    {
      const char *found;
      if (gelf_getshdr (section, header) == NULL)
	continue;
      found = elf_strptr (image->elf, names, header->sh_name);
      if (found != NULL && strcmp (found, name) == 0)
	return true;
    }
  return false;
}

const unsigned char *
in_section (const struct image *image, size_t index, uint64_t offset,
	    uint64_t size)
{
  Elf_Scn *section = elf_getscn (image->elf, index);
  Elf_Data *data = section ? elf_rawdata (section, NULL) : NULL;

  if (data == NULL || data->d_buf == NULL || offset > data->d_size
      || size > data->d_size - offset)
    return NULL;
  return (const unsigned char *)data->d_buf + offset;
}

const unsigned char *
at_address (const struct image *image, uint64_t address, uint64_t size)
{
  Elf_Scn *section = NULL;

  while ((section = elf_nextscn (image->elf, section)) != NULL)
    {
      GElf_Shdr header;
      if (gelf_getshdr (section, &header) != NULL
	  && (header.sh_flags & SHF_ALLOC) && header.sh_type != SHT_NOBITS
	  && address >= header.sh_addr
	  && address + size <= header.sh_addr + header.sh_size)
	return in_section (image, elf_ndxscn (section),
			   address - header.sh_addr, size);
    }
  return NULL;
}

const unsigned char *
at_symbol (const struct image *image, const struct symbol *symbol,
	   uint64_t size)
{
  if (image->header.e_type == ET_REL)
    return in_section (image, symbol->elf.st_shndx, symbol->elf.st_value,
		       size);
  return at_address (image, symbol->elf.st_value, size);
}

uint16_t
read_16 (const struct image *image, const unsigned char *bytes)
{
  bool big = image->header.e_ident[EI_DATA] == ELFDATA2MSB;

  return (uint16_t)(bytes[big] | bytes[!big] << 8);
}

uint32_t
read_32 (const struct image *image, const unsigned char *bytes)
{
  bool big = image->header.e_ident[EI_DATA] == ELFDATA2MSB;

  return read_16 (image, bytes + 2 * big)
	 | (uint32_t)read_16 (image, bytes + 2 * !big) << 16;
}

/* How many functions begin at or before ADDRESS.  */
static size_t
functions_up_to (const struct image *image, uint64_t address)
{
  size_t low = 0, high = image->function_count;

  while (low < high)
    {
      size_t middle = (low + high) / 2;
      if (image->functions[middle].start <= address)
	low = middle + 1;
      else
	high = middle;
    }
  return low;
}

const char *
function_at (const struct image *image, uint64_t address)
{
  size_t n = functions_up_to (image, address);

  return n ? image->functions[n - 1].name : "?";
}

uint64_t
function_end_before (const struct image *image, uint64_t address)
{
  size_t n = functions_up_to (image, address - 1);
  uint64_t end;

  if (n == 0)
    return 0;
  end = image->functions[n - 1].start + image->functions[n - 1].size;
  return end < address ? end : address;
}

ptrdiff_t
mapping_at (const struct image *image, uint64_t address)
{
  size_t low = 0, high = image->mapping_count;

  while (low < high)
    {
      size_t middle = (low + high) / 2;
      if (image->mappings[middle].address <= address)
	low = middle + 1;
      else
	high = middle;
    }
  return (ptrdiff_t)low - 1;
}

char
mapping_kind (const struct image *image, uint64_t address)
{
  ptrdiff_t i = mapping_at (image, address);

  return i < 0 ? 'x' : image->mappings[i].kind;
}

uint64_t
executable_bytes (const struct image *image)
{
  Elf_Scn *section = NULL;
  uint64_t sum = 0;

  while ((section = elf_nextscn (image->elf, section)) != NULL)
    {
      GElf_Shdr header;
      if (gelf_getshdr (section, &header) != NULL
	  && (header.sh_flags & SHF_EXECINSTR))
	sum += header.sh_size;
    }
  return sum;
}
