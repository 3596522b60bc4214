/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding sites, and their reasons in words.  */

#include "sites.h"

#include "../base/array.h"
#include "audit-file.h"

struct audit_site *
audit_add_site (struct audit_file *file, enum audit_site_kind kind,
		uint64_t address, unsigned char target,
		struct audit_check *check)
{
  struct audit_site site
      = { .address = address, .kind = kind, .target = target };
  if (!check)
    site.reason = AUDIT_UNKNOWN;
  else if (check->target != target)
    site.reason = AUDIT_OTHER_REGISTER;
  else
    {
      site.reason = AUDIT_CHECKED;
      site.id = check->id;
      site.offset = check->offset;
      site.trap = check->trap;
      check->used = true;
    }
  AUDIT_APPEND (file, sites, site);
  return &file->sites[file->sites_count - 1];
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
	  [AUDIT_BYPASSED] = "a branch leads past its check",
	  [AUDIT_ASSEMBLER] = "assembler",
	  [AUDIT_NO_KCFI] = "function without preamble",
	  [AUDIT_PATCHED] = "patched when the kernel starts",
	  [AUDIT_OUTSIDE] = "outside functions",
	  [AUDIT_MEMORY] = "through memory: asm statement, or exempt",
	  [AUDIT_VIRTUAL] = "virtual call, as it seems",
	  [AUDIT_UNKNOWN] = "unknown" };
  return site->reason == AUDIT_LISTED && site->listed ? site->listed
						      : texts[site->reason];
}
