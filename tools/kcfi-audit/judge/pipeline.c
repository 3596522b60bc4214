/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file from the outside to its findings.  */

#define _GNU_SOURCE 1 /* vasprintf */
#include "../scan/scan.h"

#include <elf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../dwarf/debug.h"

void
audit_add_finding (struct audit_file *file, enum audit_problem problem,
		   const char *format, ...)
{
  struct audit_finding finding = { .problem = problem };
  va_list arguments;
  va_start (arguments, format);
  if (vasprintf (&finding.text, format, arguments) < 0)
    finding.text = kcfi_duplicate (format);
  va_end (arguments);
  AUDIT_APPEND (file, findings, finding);
}

bool
audit_unexcused_p (const struct audit_site *site)
{
  return site->reason > AUDIT_LAST_EXCUSE;
}

const char *
audit_reason_text (const struct audit_site *site)
{
  static const char *const texts[AUDIT_REASONS]
      = { [AUDIT_CHECKED] = "checked",
	  [AUDIT_JUMP_TABLE] = "jump table",
	  [AUDIT_THUNK] = "thunk",
	  [AUDIT_PLT] = "PLT",
	  [AUDIT_GOT] = "GOT",
	  [AUDIT_KNOWN_TARGET] = "known target",
	  [AUDIT_LISTED] = "listed",
	  [AUDIT_OTHER_REGISTER] = "check of another register",
	  [AUDIT_SEPARATED] = "check not directly before",
	  [AUDIT_ASSEMBLER] = "assembler",
	  [AUDIT_NO_KCFI] = "function without preamble",
	  [AUDIT_PATCHED] = "patched when the kernel starts",
	  [AUDIT_OUTSIDE] = "outside functions",
	  [AUDIT_MEMORY] = "through memory: asm statement, or exempt",
	  [AUDIT_UNKNOWN] = "unknown" };
  return site->reason == AUDIT_LISTED && site->listed ? site->listed
						      : texts[site->reason];
}

const char *
audit_problem_name (enum audit_problem problem)
{
  static const char *const names[AUDIT_PROBLEMS]
      = { [AUDIT_PROBLEM_UNCHECKED] = "unchecked",
	  [AUDIT_PROBLEM_SEPARATED] = "separated",
	  [AUDIT_PROBLEM_TRAPS] = "traps",
	  [AUDIT_PROBLEM_TAKEN] = "taken",
	  [AUDIT_PROBLEM_MIXED] = "mixed",
	  [AUDIT_PROBLEM_PROOF] = "proof",
	  [AUDIT_PROBLEM_TYPEID] = "typeid",
	  [AUDIT_PROBLEM_TARGET] = "target",
	  [AUDIT_PROBLEM_COLLISION] = "collision" };
  return names[problem];
}

/* The checks whose call is not where it belongs.  */

static void
report_separated_checks (struct audit_file *file)
{
  for (size_t i = 0; i < file->checks_count; i++)
    {
      const struct audit_check *check = &file->checks[i];
      if (check->used)
	continue;
      struct kcfi_text text = { 0 };
      audit_print_place (&text, &file->elf, check->address);
      audit_add_finding (file, AUDIT_PROBLEM_SEPARATED,
			 "the check at %s is not directly followed by a call "
			 "through %s",
			 text.bytes,
			 file->machine->register_names[check->target]);
      kcfi_text_free (&text);
    }
}

/* True if an unused check of SITE's register stands before it in FUNCTION.  */

static bool
separated_check_p (const struct audit_file *file,
		   const struct audit_function *function,
		   const struct audit_site *site)
{
  size_t at;
  AUDIT_SEARCH (at, file->checks_count,
		file->checks[at].address < site->address);
  return at && !file->checks[at - 1].used
	 && file->checks[at - 1].address >= function->address
	 && file->checks[at - 1].target == site->target;
}

static void
judge_site (struct audit_file *file, struct audit_site *site)
{
  if (site->reason != AUDIT_UNKNOWN)
    return;
  const struct audit_section *section
      = audit_section_at (&file->elf, site->address, 1);
  const struct audit_function *function
      = audit_function_at (&file->elf, site->address);
  if (section
      && (!strncmp (section->name, ".plt", 4)
	  || !strncmp (section->name, ".iplt", 5)))
    site->reason = AUDIT_PLT;
  else if (audit_patched_p (file, site->address)
	   || (section && !strcmp (section->name, ".altinstr_replacement")))
    site->reason = AUDIT_PATCHED;
  else if (!function)
    site->reason = AUDIT_OUTSIDE;
  else if (separated_check_p (file, function, site))
    site->reason = AUDIT_SEPARATED;
  else if (function->binding != STB_LOCAL
	   && !file->preambles[audit_function_number (file, function)].present)
    site->reason = AUDIT_NO_KCFI;
  else if (file->elf.machine == EM_X86_64 && site->target == AUDIT_NO_REGISTER)
    site->reason = AUDIT_MEMORY;
}

static void
report_unchecked_site (struct audit_file *file, const struct audit_site *site)
{
  struct kcfi_text text = { 0 };
  audit_print_place (&text, &file->elf, site->address);
  if (site->source)
    kcfi_text_printf (&text, " (%s:%d)", site->source, site->line);
  audit_add_finding (file, AUDIT_PROBLEM_UNCHECKED, "%s at %s: %s",
		     site->kind == AUDIT_CALL ? "call" : "jump", text.bytes,
		     audit_reason_text (site));
  kcfi_text_free (&text);
}

void
audit_judge_sites (struct audit_file *file)
{
  for (size_t i = 0; i < file->sites_count; i++)
    judge_site (file, &file->sites[i]);
}

/* True if FUNCTION is nothing that is called through a pointer to a function of
   C: the second part of one, or Linux's trampoline of a static call.  */

static bool
part_p (const struct audit_function *function)
{
  return strstr (function->name, ".cold")
	 || !strncmp (function->name, "__SCT__", 7);
}

void
audit_report_sites (struct audit_file *file)
{
  for (size_t i = 0; i < file->sites_count; i++)
    if (audit_unexcused_p (&file->sites[i]) && !file->sites[i].known)
      report_unchecked_site (file, &file->sites[i]);
  report_separated_checks (file);
  for (size_t i = 0; i < file->elf.functions_count; i++)
    if (file->preambles[i].taken && !file->preambles[i].present
	&& !part_p (&file->elf.functions[i]))
      audit_add_finding (file, AUDIT_PROBLEM_TAKEN,
			 "the address of %s is taken, but it has no preamble",
			 file->elf.functions[i].name);
}

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
    case EM_386:
      return "i386";
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

char *
audit_file_read (struct audit_file *file, Elf *elf, const char *name)
{
  memset (file, 0, sizeof *file);
  char *error = audit_elf_read (&file->elf, elf, name);
  if (error)
    return error;
  struct kcfi_text text = { 0 };
  file->machine = audit_find_machine (&file->elf);
  if (!file->machine)
    kcfi_text_printf (&text,
		      "%s: is for a machine that is not supported (%s, ELF "
		      "machine %u, %d bits, %s-endian)",
		      name, other_machine_name (file->elf.machine),
		      file->elf.machine, file->elf.is_64 ? 64 : 32,
		      file->elf.big_endian ? "big" : "little");
  for (size_t i = 0; i < file->elf.sections_count; i++)
    if (!strncmp (file->elf.sections[i].name, ".gnu.lto_", 9))
      {
	kcfi_text_printf (&text,
			  "%s: was compiled for link-time optimization and has "
			  "no final code: audit what it is linked into",
			  name);
	break;
      }
  if (!text.length && file->elf.machine == EM_ARM && code_p (&file->elf)
      && !file->elf.mappings_count && !file->elf.functions_count)
    kcfi_text_printf (
	&text,
	"%s: was stripped: whether its code is A32 or Thumb cannot "
	"be told",
	name);
  if (text.length)
    return kcfi_text_take (&text);
  audit_read_settings (file);
  if (code_p (&file->elf))
    audit_scan_code (file);
  audit_find_preambles (file);
  audit_read_patched (file);
  audit_judge_sites (file);
  audit_read_traps (file);
  audit_find_references (file);
  return NULL;
}

void
audit_file_free (struct audit_file *file)
{
  audit_debug_free (file->debug);
  audit_elf_free (&file->elf);
  free (file->sites);
  free (file->checks);
  free (file->preambles);
  free (file->typeids);
  free (file->traps);
  free (file->strays);
  free (file->patched);
  free (file->formed);
  free (file->references);
  free (file->settings.records);
  for (size_t i = 0; i < file->findings_count; i++)
    free (file->findings[i].text);
  free (file->findings);
}
