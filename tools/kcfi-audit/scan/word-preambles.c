/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preambles of the machines where the hash is a word in front of the function
   and no symbol tells of it:

	(padding)
	.word	ID
	nop			(M of them)
     f:

   The word may as well be the end of what stands before.  The rule:

   1. It stands where calls of this file look, or where its settings record
   says: directly in front of f, or with M nops between.
   2. It is not a nop, not zero, has no relocation, and is not inside of another
      function.
   3. It is the id of a checked call or of a __kcfi_typeid_ symbol of the file,
      or the one that debug information gives for f; or the file has checks,
      such symbols or a record, mapping symbols (where the section has
      them) say that it is data, and it is alone:
      these symbols say that no other data touches it, or between the end of
      the function before, whose size must be known, and the word there is
      nothing but padding.  Constants of a function lie inside of its size.

   In front of it a function of C++ that can stand in a virtual table has its
   virtual id, a second word.  It is one if calls look there for it, or if the two
   words are alone together in a file whose record or other functions show that
   there are such ids; the same holds of it as of a hash.

   What only the second half of 3 speaks for is doubtful: debug information,
   where there is some, must know f as a function in C.  Constants behind a
   function in assembler are the case.  */

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../../../gimple/ids/record.h"
#include "../base/array.h"
#include "preambles.h"
#include "scan.h"

enum
{
  MAX_OFFSETS = 8 /* Different ones that are tried.  */
};

/* What the file as a whole says.  */
struct evidence
{
  const struct audit_file *file;
  uint32_t *ids; /* Sorted.  */
  size_t ids_count, ids_capacity;
  uint32_t offsets[MAX_OFFSETS]; /* From the hash to the function.  */
  size_t offsets_count;
  bool protected;
  bool has_virtual; /* Virtual calls may be checked.  */
  bool *mapped;	    /* By section: it has mapping symbols.  */
};

static void
add_offset (struct evidence *evidence, uint32_t offset)
{
  for (size_t i = 0; i < evidence->offsets_count; i++)
    if (evidence->offsets[i] == offset)
      return;
  if (evidence->offsets_count < MAX_OFFSETS)
    evidence->offsets[evidence->offsets_count++] = offset;
}

static int
by_id (const void *a, const void *b)
{
  uint32_t first = *(const uint32_t *) a, second = *(const uint32_t *) b;
  return audit_compare (first, second);
}

/* The prefix of a record is a number of nops, of two or four bytes each.  */

static void
add_record (struct evidence *evidence, const char *line)
{
  struct kcfi_record record;
  if (!kcfi_record_parse (&record, line))
    return;
  evidence->has_virtual |= record.virtual_mode != KCFI_VIRTUAL_OFF;
  if (record.prefix > 512)
    return;
  add_offset (evidence, 4 + 4 * record.prefix);
  add_offset (evidence, 4 + 2 * record.prefix);
}

static void
collect_evidence (struct evidence *evidence, const struct audit_file *file)
{
  *evidence = (struct evidence){ .file = file };
  add_offset (evidence, 4);
  for (size_t i = 0; i < file->settings.records_count; i++)
    add_record (evidence, file->settings.records[i]);
  for (size_t i = 0; i < file->checks_count; i++)
    {
      add_offset (evidence, file->checks[i].offset);
      AUDIT_APPEND (evidence, ids, file->checks[i].id);
    }
  for (size_t i = 0; i < file->typeids_count; i++)
    AUDIT_APPEND (evidence, ids, file->typeids[i].id);
  if (evidence->ids_count)
    qsort (evidence->ids, evidence->ids_count, sizeof *evidence->ids, by_id);
  evidence->protected = file->checks_count || file->typeids_count
			|| file->settings.records_count;
  size_t size = file->elf.sections_count * sizeof *evidence->mapped;
  evidence->mapped = memset (kcfi_allocate (size), 0, size);
  for (size_t i = 0; i < file->elf.mappings_count; i++)
    evidence->mapped[file->elf.mappings[i].section] = true;
}

static bool
known_id_p (const struct evidence *evidence, uint32_t id)
{
  return evidence->ids_count
	 && bsearch (&id, evidence->ids, evidence->ids_count,
		     sizeof *evidence->ids, by_id);
}

/* True if the SIZE bytes at BYTES are nops, or, if ZEROS, nops and zeros.  */

static bool
fill_p (const struct audit_file *file, const struct audit_function *function,
	const unsigned char *bytes, uint64_t size, bool zeros)
{
  while (size)
    {
      unsigned length
	  = file->machine->nop_length (file, function, bytes, (size_t) size);
      if (!length && zeros && !bytes[0])
	length = size > 1 && !bytes[1] ? 2 : 1;
      if (!length)
	return false;
      bytes += length;
      size -= length;
    }
  return true;
}

/* True if the SIZE bytes at PLACE are all the data there is between two pieces of code
   (Linux puts replacements of instructions behind functions), or if the
   function before FUNCTION ends where only padding separates it from PLACE.  */

static bool
alone_p (const struct audit_file *file, const struct audit_function *function,
	 uint64_t place, unsigned size)
{
  uint64_t end_of_data;
  if (audit_mapping_at (&file->elf, place, &end_of_data) == 'd'
      && end_of_data == place + size && place
      && audit_section_at (&file->elf, place - 1, 1)
	     == &file->elf.sections[function->section]
      && audit_mapping_at (&file->elf, place - 1, NULL) != 'd')
    return true;
  const struct audit_section *section = &file->elf.sections[function->section];
  const struct audit_function *before = function - 1;
  uint64_t end = section->address;
  if (function > file->elf.functions && before->section == function->section)
    {
      if (!before->sized)
	return false;
      end = before->end;
    }
  return end <= place
	 && fill_p (file, function, section->bytes + (end - section->address),
		    place - end, true);
}

/* True if the mapping symbols, if there are any, say that PLACE has data.  What
   follows may be data as well: a function that is nothing but BUG of Linux on
   arm, a word.  */

static bool
mapped_as_data_p (const struct evidence *evidence,
		  const struct audit_function *function, uint64_t place)
{
  return !evidence->mapped[function->section]
	 || audit_mapping_at (&evidence->file->elf, place, NULL) == 'd';
}

/* True if the word at PLACE in front of FUNCTION is fit to be an id.  */

static bool
id_word_p (const struct audit_file *file, const struct audit_function *function,
	   uint64_t place)
{
  const unsigned char *bytes = audit_bytes_at (&file->elf, place, 4);
  const struct audit_function *owner = audit_function_at (&file->elf, place);
  return bytes && audit_data (&file->elf, bytes, 4)
	 && !fill_p (file, function, bytes, 4, true)
	 && !audit_relocation_at (&file->elf, place)
	 && !(owner && owner->sized);
}

/* True if calls of the file look for ID at OFFSET.  */

static bool
called_id_p (const struct audit_file *file, uint32_t id, uint32_t offset)
{
  for (size_t i = 0; i < file->checks_count; i++)
    if (file->checks[i].id == id && file->checks[i].offset == offset)
      return true;
  return false;
}

/* The virtual id of FUNCTION in front of its hash, which is at PLACE.  */

static void
find_virtual_word (const struct evidence *evidence,
		   const struct audit_function *function, uint64_t place,
		   struct audit_preamble *preamble)
{
  const struct audit_file *file = evidence->file;
  const struct audit_section *section = &file->elf.sections[function->section];
  if (place < section->address + 4 || !id_word_p (file, function, place - 4))
    return;
  const unsigned char *bytes = audit_bytes_at (&file->elf, place - 4, 4);
  uint32_t id = (uint32_t) audit_data (&file->elf, bytes, 4);
  uint32_t offset = preamble->offset + 4;
  if (!(known_id_p (evidence, id) && called_id_p (file, id, offset))
      && !(evidence->has_virtual && alone_p (file, function, place - 4, 8)))
    return;
  preamble->has_virtual = true;
  preamble->virtual_id = id;
  preamble->virtual_offset = offset;
}

static void
find_preamble (const struct evidence *evidence,
	       const struct audit_function *function,
	       struct audit_preamble *preamble)
{
  const struct audit_file *file = evidence->file;
  const struct audit_section *section = &file->elf.sections[function->section];
  uint64_t at = function->address - section->address;
  for (size_t i = 0; i < evidence->offsets_count && !preamble->present; i++)
    {
      uint32_t offset = evidence->offsets[i];
      if (offset > at)
	continue;
      uint64_t place = function->address - offset;
      const unsigned char *bytes = section->bytes + (at - offset);
      uint32_t id = (uint32_t) audit_data (&file->elf, bytes, 4);
      bool known = known_id_p (evidence, id);
      if (!id_word_p (file, function, place)
	  || !fill_p (file, function, bytes + 4, offset - 4, false))
	continue;
      preamble->offset = offset;
      preamble->has_virtual = false;
      find_virtual_word (evidence, function, place, preamble);
      preamble->present = known
			  || (evidence->protected
			      && mapped_as_data_p (evidence, function, place)
			      && (preamble->has_virtual
				  || alone_p (file, function, place, 4)));
      preamble->doubtful = preamble->present && !known;
      preamble->candidate = true;
      preamble->id = id;
      preamble->has_virtual &= preamble->present;
    }
}

bool
audit_entry_nops_p (const struct audit_file *file,
		    const struct audit_function *function, uint64_t end)
{
  const unsigned char *bytes
      = audit_bytes_at (&file->elf, function->address, end - function->address);
  uint64_t size = end - function->address;
  /* bti in front of them is a landing pad.  */
  if (bytes && file->elf.machine == EM_AARCH64 && size >= 4
      && (audit_read_32 (bytes) & 0xffffff3f) == 0xd503241f)
    {
      bytes += 4;
      size -= 4;
    }
  return bytes && file->machine->nop_length
	 && fill_p (file, function, bytes, size, false);
}

/* True if a function has a virtual id.  */

static bool
find_preambles (const struct evidence *evidence, struct audit_file *file)
{
  bool any = false;
  for (size_t i = 0; i < file->elf.functions_count; i++)
    {
      file->preambles[i] = (struct audit_preamble){ 0 };
      find_preamble (evidence, &file->elf.functions[i], &file->preambles[i]);
      any |= file->preambles[i].has_virtual;
    }
  return any;
}

/* True if PLACE, between functions, is in the words in front of the next one.  */

static bool
in_preamble_p (const struct audit_file *file, uint64_t place)
{
  size_t at;
  AUDIT_SEARCH (at, file->elf.functions_count,
		file->elf.functions[at].address <= place);
  if (at == file->elf.functions_count || !file->preambles[at].present)
    return false;
  const struct audit_preamble *preamble = &file->preambles[at];
  uint32_t offset
      = preamble->has_virtual ? preamble->virtual_offset : preamble->offset;
  return file->elf.functions[at].address - place <= offset;
}

/* An id has been read as code, where no mapping symbol says what it is, and may look
   like a jump.  */

static void
drop_sites_in_preambles (struct audit_file *file)
{
  size_t kept = 0;
  for (size_t i = 0; i < file->sites_count; i++)
    if (!in_preamble_p (file, file->sites[i].address))
      file->sites[kept++] = file->sites[i];
  file->sites_count = kept;
}

void
audit_find_word_preambles (struct audit_file *file)
{
  struct evidence evidence;
  collect_evidence (&evidence, file);
  if (find_preambles (&evidence, file) && !evidence.has_virtual)
    {
      evidence.has_virtual = true;
      find_preambles (&evidence, file);
    }
  free (evidence.ids);
  free (evidence.mapped);
  drop_sites_in_preambles (file);
}

void
audit_confirm_preambles (struct audit_file *file)
{
  for (size_t i = 0; file->debug && i < file->elf.functions_count; i++)
    {
      struct audit_preamble *preamble = &file->preambles[i];
      if (preamble->doubtful && file->debug->functions[i].assembler)
	{
	  preamble->present = false;
	  preamble->doubtful = false;
	}
    }
}
