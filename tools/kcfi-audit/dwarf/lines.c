/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Source lines, unit by unit: the table of address ranges that libdw would look
   in is not written by Clang.  */

#include "lines.h"

#include <dwarf.h>
#include <stdlib.h>

#include "../base/array.h"
#include "../base/string-set.h"
#include "removed.h"

/* DW_LANG_Mips_Assembler is what all assemblers say.  */

bool
audit_assembler_p (Dwarf_Die *cu)
{
  return dwarf_srclang (cu) == DW_LANG_Mips_Assembler;
}

/* True if CU is the first DIE of a unit of code; the lines of one whose rest is in
   a .dwo are here.  */

static bool
unit_of_code_p (Dwarf_Die *cu)
{
  int tag = dwarf_tag (cu);
  return tag == DW_TAG_compile_unit || tag == DW_TAG_skeleton_unit;
}

static void
line_of (struct audit *audit, Dwarf_Die *cu, uint64_t address,
	 const char **source, int *line)
{
  Dwarf_Line *found = dwarf_getsrc_die (cu, address);
  const char *name = found ? dwarf_linesrc (found, NULL, NULL) : NULL;
  if (!name || dwarf_lineno (found, line) != 0)
    return;
  *source = audit_strings_keep (&audit->strings, name);
}

const char *
audit_decl_file (Dwarf_Die *die)
{
  const char *name = dwarf_decl_file (die);
  Dwarf_Attribute attribute;
  Dwarf_Word number;
  Dwarf_Half version;
  Dwarf_Die cu;
  Dwarf_Files *files;
  size_t count;
  if (name || !dwarf_attr_integrate (die, DW_AT_decl_file, &attribute)
      || dwarf_formudata (&attribute, &number) != 0 || number != 0
      || !dwarf_cu_die (attribute.cu, &cu, &version, NULL, NULL, NULL, NULL,
			NULL)
      || version < 5 || dwarf_getsrcfiles (&cu, &files, &count) != 0
      || count == 0)
    return name;
  return dwarf_filesrc (files, 0, NULL, NULL);
}

static size_t
first_site (const struct audit_file *file, uint64_t address)
{
  size_t at;
  AUDIT_SEARCH (at, file->sites_count, file->sites[at].address < address);
  return at;
}

/* As dwarf_ranges, from OFFSET on, the next range of the unit CU that the linker
   has not removed.  Without what audit_removed_of_unit says, REMOVED, no unit
   at all would be believed to start at 0.  */

static ptrdiff_t
next_range (Dwarf_Die *cu, const struct audit_removed *removed,
	    ptrdiff_t offset, Dwarf_Addr *start, Dwarf_Addr *end)
{
  Dwarf_Addr base;
  do
    offset = dwarf_ranges (cu, offset, &base, start, end);
  while (offset > 0 && *start == 0 && !removed->at_zero);
  return offset;
}

static void
add_lines_of_unit (struct audit *audit, struct audit_file *file, Dwarf_Die *cu)
{
  ptrdiff_t offset = 0;
  Dwarf_Addr start, end;
  bool assembler = audit_assembler_p (cu);
  struct audit_removed removed = audit_removed_of_unit (file, cu);
  while ((offset = next_range (cu, &removed, offset, &start, &end)) > 0)
    for (size_t i = first_site (file, start);
	 i < file->sites_count && file->sites[i].address < end; i++)
      {
	struct audit_site *site = &file->sites[i];
	if (!audit_unexcused_p (site) || site->source)
	  continue;
	if (assembler)
	  site->reason = AUDIT_ASSEMBLER;
	if (site->address >= removed.lines)
	  line_of (audit, cu, site->address, &site->source, &site->line);
      }
}

void
audit_mark_assembler (struct audit_file *file, Dwarf_Die *cu)
{
  ptrdiff_t offset = 0;
  Dwarf_Addr start, end;
  if (!audit_assembler_p (cu))
    return;
  struct audit_removed removed = audit_removed_of_unit (file, cu);
  while ((offset = next_range (cu, &removed, offset, &start, &end)) > 0)
    {
      const struct audit_function *functions = file->elf.functions;
      size_t at;
      AUDIT_SEARCH (at, file->elf.functions_count,
		    functions[at].address < start);
      for (; at < file->elf.functions_count && functions[at].address < end;
	   at++)
	file->debug->functions[at].assembler = true;
    }
}

void
audit_add_lines (struct audit *audit, struct audit_file *file, Dwarf *dwarf)
{
  Dwarf_CU *unit = NULL;
  Dwarf_Die cu;
  bool needed = false;
  for (size_t i = 0; i < file->sites_count; i++)
    needed |= audit_unexcused_p (&file->sites[i]);
  while (needed
	 && dwarf_get_units (dwarf, unit, &unit, NULL, NULL, &cu, NULL) == 0)
    if (unit_of_code_p (&cu))
      add_lines_of_unit (audit, file, &cu);
}

static bool
find_line (struct audit *audit, const struct audit_file *file, Dwarf *dwarf,
	   uint64_t address, const char **source, int *line)
{
  Dwarf_CU *unit = NULL;
  Dwarf_Die cu;
  *source = NULL;
  while (dwarf_get_units (dwarf, unit, &unit, NULL, NULL, &cu, NULL) == 0)
    {
      ptrdiff_t offset = 0;
      Dwarf_Addr start, end;
      if (!unit_of_code_p (&cu))
	continue;
      struct audit_removed removed = audit_removed_of_unit (file, &cu);
      while (!*source
	     && (offset = next_range (&cu, &removed, offset, &start, &end)) > 0)
	if (address >= start && address < end && address >= removed.lines)
	  line_of (audit, &cu, address, source, line);
      if (*source)
	return true;
    }
  return false;
}

bool
audit_source_line (struct audit *audit, const struct audit_file *file,
		   uint64_t address, const char **source, int *line)
{
  /* The relocations were applied when the file was read.  */
  Dwarf *dwarf = dwarf_begin_elf (file->elf.elf, DWARF_C_READ, NULL);
  bool found = dwarf && find_line (audit, file, dwarf, address, source, line);
  if (dwarf)
    dwarf_end (dwarf);
  return found;
}
