/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the layers.  */

#include "pipeline.h"

#include <elf.h>
#include <string.h>

#include "../base/array.h"
#include "../base/progress.h"
#include "../dwarf/debug.h"
#include "../scan/patched.h"
#include "../scan/preambles.h"
#include "../scan/references.h"
#include "../scan/scan.h"
#include "../scan/settings.h"
#include "classes.h"
#include "conditions.h"
#include "consistency.h"
#include "protection.h"
#include "rust-shims.h"
#include "sites.h"
#include "traps.h"
#include "virtual.h"

static bool
code_p (const struct audit_elf *elf)
{
  for (size_t i = 0; i < elf->loaded_count; i++)
    if (elf->sections[elf->loaded[i]].flags & SHF_EXECINSTR)
      return true;
  return false;
}

/* Machines that have KCFI, but whose code is not read here.  */

static const char *
other_machine_name (unsigned machine)
{
  switch (machine)
    {
    case EM_S390:
      return "s390";
    case EM_PPC:
    case EM_PPC64:
      return "PowerPC";
    case EM_MIPS:
      return "MIPS";
    case EM_LOONGARCH:
      return "LoongArch";
    case EM_X86_64:
      return "x32";
    default:
      return "unknown";
    }
}

/* True if ELF is for mips and has code that scan/mips does not read: of release 6,
   or in a short encoding.  */

static bool
other_mips_p (const struct audit_elf *elf)
{
  /* elf.h has no names for them; binutils' include/elf/mips.h has.  */
  enum
  {
    MICROMIPS_OR_MIPS16 = 0x06000000,
    RELEASE_6 = 0xa /* Of 64 bits; of 32 bits nothing is read.  */
  };
  return elf->machine == EM_MIPS
	 && (elf->flags & MICROMIPS_OR_MIPS16
	     || (elf->flags & EF_MIPS_ARCH) >> 28 == RELEASE_6);
}

/* True if ELF has GCC's intermediate code.  */

static bool
lto_p (const struct audit_elf *elf)
{
  for (size_t i = 0; i < elf->sections_count; i++)
    if (!strncmp (elf->sections[i].name, ".gnu.lto_", 9))
      return true;
  return false;
}

/* What FILE is that cannot be audited: an error, or NULL.  */

static char *
refuse_file (const struct audit_file *file)
{
  const char *name = file->elf.name;
  struct kcfi_text text = { 0 };
  if (!file->machine)
    kcfi_text_printf (&text,
		      "%s: is for a machine that is not supported (%s, ELF "
		      "machine %u, %d bits, %s-endian)",
		      name, other_machine_name (file->elf.machine),
		      file->elf.machine, file->elf.is_64 ? 64 : 32,
		      file->elf.big_endian ? "big" : "little");
  else if (other_mips_p (&file->elf))
    kcfi_text_printf (&text,
		      "%s: has code of MIPS release 6, MIPS16 or microMIPS, "
		      "which is not read: audit what was compiled for MIPS64 "
		      "release 1 to 5",
		      name);
  else if (lto_p (&file->elf))
    kcfi_text_printf (&text,
		      "%s: was compiled for link-time optimization and has "
		      "no final code: audit what it is linked into",
		      name);
  else if (file->elf.machine == EM_ARM && code_p (&file->elf)
	   && !file->elf.mappings_count && !file->elf.functions_count)
    kcfi_text_printf (
	&text,
	"%s: was stripped: whether its code is A32 or Thumb cannot "
	"be told",
	name);
  return text.length ? kcfi_text_take (&text) : NULL;
}

/* All layers but debug information, in an order in which each finds what it
   needs.  */

static char *
read_file (struct audit_file *file, Elf *elf, const char *name)
{
  struct audit_conditions conditions = { 0 };
  char *error = audit_elf_read (&file->elf, elf, name);
  if (error)
    return error;
  file->machine = audit_find_machine (&file->elf);
  error = refuse_file (file);
  if (error)
    return error;
  audit_read_settings (file);
  if (code_p (&file->elf))
    error = audit_scan_code (file);
  if (error)
    return error;
  audit_read_traps (file);
  audit_set_conditions_aside (file, &conditions);
  audit_find_preambles (file);
  audit_restore_checks (file, &conditions);
  audit_read_patched (file);
  audit_judge_sites (file);
  audit_judge_traps (file);
  audit_find_references (file);
  return NULL;
}

char *
audit_add_object (struct audit *audit, Elf *elf, const char *name,
		  enum kcfi_audit_depth depth)
{
  AUDIT_APPEND (audit, files, (struct audit_file){ 0 });
  struct audit_file *file = &audit->files[audit->files_count - 1];
  char *error = read_file (file, elf, name);
  if (error)
    {
      audit_file_free (file);
      audit->files_count--;
    }
  else if (depth != KCFI_AUDIT_NO_DEBUG)
    {
      audit_debug_read (audit, file, depth == KCFI_AUDIT_DECLARATIONS);
      audit_confirm_preambles (file);
    }
  audit_progress_end ();
  return error;
}

void
audit_finish (struct audit *audit, const char *known)
{
  for (size_t i = 0; i < audit->files_count; i++)
    {
      audit_judge_by_lists (audit, &audit->files[i], known);
      audit_report_sites (&audit->files[i]);
    }
  audit_judge_virtual (audit);
  audit_make_classes (audit);
  audit_find_rust_shims (audit);
  audit_compare_settings (audit);
  audit_judge_protection (audit);
}
