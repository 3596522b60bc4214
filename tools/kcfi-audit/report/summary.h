/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures that all reports print.  */

#ifndef AUDIT_SUMMARY_H
#define AUDIT_SUMMARY_H

#include "../model/audit.h"

enum
{
  AUDIT_ALIGNMENTS = 8, /* 1, 2, 4 ... 128 and more.  */
  AUDIT_OFFSETS = 8	/* Different offsets of the hash counted.  */
};

struct audit_offset_count
{
  uint32_t offset;
  size_t count;
};

struct audit_file_summary
{
  size_t sites[2]; /* By enum audit_site_kind.  */
  size_t checked[2];
  size_t excused[2];
  size_t unchecked[2]; /* Without excuse.  */
  size_t reasons[AUDIT_REASONS];
  size_t fineibt;	  /* Checked sites of FineIBT's form.  */
  size_t virtual_checked; /* Virtual calls, of SITES.  */
  size_t virtual_unchecked;
  size_t virtual_functions; /* With a second word.  */
  size_t functions;
  size_t preambles;
  size_t without;	/* Functions without preamble.  */
  size_t taken_without; /* Of those, with their address taken.  */
  size_t never_taken;	/* With preamble, address not taken here.  */
  size_t arity;		/* Preambles with a register but %eax.  */
  size_t alignments[AUDIT_ALIGNMENTS]; /* Of functions with preamble.  */
  struct audit_offset_count offsets[AUDIT_OFFSETS]; /* Of the hash.  */
  size_t offsets_count;
  size_t other_offsets; /* Functions with yet another offset.  */
  /* What KCFI takes of the file, in bytes.  */
  size_t check_bytes;	 /* From the first instruction to the call.  */
  size_t preamble_bytes; /* From the instruction or word of the id on.  */
  size_t padding_bytes;	 /* In front of that, behind whatever came before.  */
  size_t trap_bytes;	 /* The table of traps.  */
};

struct audit_class_summary
{
  size_t function_ids;		/* Different ids of functions ...  */
  size_t site_ids;		/* ... and of checked calls.  */
  size_t single;		/* Classes of one function.  */
  size_t without_function;	/* Called, but no function has it.  */
  size_t without_site;		/* No call can reach their functions ...  */
  size_t unreachable_functions; /* ... of which there are so many.  */
  /* Of N functions: classes with one, two, three, 4 to 7, 8 to 15 ...  */
  size_t histogram[32];
  unsigned bars; /* Of them, up to the last that is not 0.  */
  size_t most;	 /* The highest, at least 1.  */
};

/* A finding, and the file that it is about; NULL: several.  */
struct audit_named_finding
{
  const char *file;
  const char *text;
};

struct audit_named_findings
{
  struct audit_named_finding *list; /* To be freed.  */
  size_t list_count, list_capacity;
};

void audit_summarize_file (const struct audit_file *file,
			   struct audit_file_summary *summary);
void audit_summarize_classes (const struct audit_ids *ids,
			      struct audit_class_summary *summary);

/* What there is to say of ids: those of functions, of calls, and those that are
   never called.  */
enum audit_class_line
{
  AUDIT_CLASS_FUNCTIONS,
  AUDIT_CLASS_CALLS,
  AUDIT_CLASS_NEVER_CALLED,
  AUDIT_CLASS_LINES
};

/* LINE in words, without a full stop; to be freed.  */
char *audit_describe_classes (const struct audit_class_summary *summary,
			      enum audit_class_line line);

/* All findings of PROBLEM, file by file, in FINDINGS, which is empty.  */
void audit_list_findings (struct audit_named_findings *findings,
			  const struct audit *audit,
			  enum audit_problem problem);

/* What bar I of the histogram counts: classes of *FIRST to *LAST functions.  */
void audit_histogram_range (unsigned i, size_t *first, size_t *last);

/* The classes of IDS, the ones with most functions first; to be freed.  */
const struct audit_class **audit_sorted_classes (const struct audit_ids *ids);

/* True if there is anything of virtual calls in FILE.  */
bool audit_virtual_p (const struct audit_file *file,
		      const struct audit_file_summary *summary);

/* How the hash is computed in FILE and how that is known, in words.  */
void audit_print_settings (struct kcfi_text *text,
			   const struct audit_file *file);

/* What the ids of SETTINGS are hashed with.  */
const char *audit_hash_name (const struct audit_settings *settings);

/* The prototype of CLASS as C, or else as it is hashed, or NULL.  */
const char *audit_class_prototype (const struct audit *audit,
				   const struct audit_class *class);

#endif
