/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libkcfi-audit: how well KCFI protects the code of files.

     struct kcfi_audit *audit = kcfi_audit_new (KCFI_AUDIT_PROTOTYPES);
     char *error = kcfi_audit_add_path (audit, "vmlinux");
     if (!error)
       {
	 kcfi_audit_finish (audit, NULL);
	 printf ("%zu\n", kcfi_audit_count (audit, KCFI_AUDIT_UNCHECKED));
       }
     free (error);
     kcfi_audit_free (audit);

   Errors are strings of one line, without the program's name, that say what is
   wrong with which file; NULL is success.  A file may be hostile: what is wrong
   with it is an error or a finding, never a crash.  Running out of memory ends
   the process with a message.

   Ownership: strings that are `char *' are the caller's, who frees them with
   free; those that are `const char *' live as long as their audit, or forever.

   Strings from files are passed on as they are, reports excepted, in which
   control characters are harmless (see kcfi_audit_printable) and names are as
   sources have them (see struct kcfi_audit_style).

   One thread at a time: libelf and libdw promise no more.

   Link with -lkcfi-audit -lkcfi-ids -ldw -lelf -lcapstone -liberty.  */

#ifndef KCFI_AUDIT_H
#define KCFI_AUDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* All files that are looked at together, as if linked together.  */
struct kcfi_audit;

/* How much of debug information (DWARF) is read.  */
enum kcfi_audit_depth
{
  KCFI_AUDIT_NO_DEBUG,	  /* None: ids are not proved, files are read fast.  */
  KCFI_AUDIT_PROTOTYPES,  /* A declaration for each prototype ...  */
  KCFI_AUDIT_DECLARATIONS /* ... and for each function: to explain and diff.  */
};

/* What may be wrong.  */
enum kcfi_audit_problem
{
  KCFI_AUDIT_UNCHECKED,	  /* A call or jump without check or excuse.  */
  KCFI_AUDIT_SEPARATED,	  /* A check without its call.  */
  KCFI_AUDIT_TRAPS,	  /* The trap table is not what the code has.  */
  KCFI_AUDIT_TAKEN,	  /* Address taken, but no preamble.  */
  KCFI_AUDIT_MIXED,	  /* Settings that do not fit together.  */
  KCFI_AUDIT_PROOF,	  /* Debug information gives another id.  */
  KCFI_AUDIT_TYPEID,	  /* __kcfi_typeid_ and preamble differ.  */
  KCFI_AUDIT_TARGET,	  /* An id is called that no function has.  */
  KCFI_AUDIT_COLLISION,	  /* One id, two prototypes.  */
  KCFI_AUDIT_UNPROTECTED, /* Nothing of KCFI in any file.  */
  KCFI_AUDIT_VTABLE, /* A function in a virtual table without second word.  */
  /* Worse than the baseline of kcfi_audit_compare_baseline: */
  KCFI_AUDIT_ADDED,   /* An unchecked call that it does not have.  */
  KCFI_AUDIT_GROWN,   /* A class with more functions.  */
  KCFI_AUDIT_LOST,    /* A function without its preamble.  */
  KCFI_AUDIT_PROBLEMS /* How many there are.  */
};

/* "unchecked", "separated" ...: the words of `kcfi-audit --fail-on'.  */
const char *kcfi_audit_problem_name (enum kcfi_audit_problem problem);

/* --- Reading ------------------------------------------------------------- */

/* An audit of nothing yet.  The caller frees it.  */
struct kcfi_audit *kcfi_audit_new (enum kcfi_audit_depth depth);

/* Free AUDIT, which may be NULL, and close its files.  */
void kcfi_audit_free (struct kcfi_audit *audit);

/* Add the file PATH: an ELF file, which may be compressed or in a bootable kernel
   image of x86, all objects of an archive, a listing of the plugin's print-ids, or
   all modules of a kernel in a folder.  It is open, and must not change, as long as AUDIT
   lives.  Returns an error or NULL.  After an error AUDIT has what came before
   it: all earlier files, members of the archive, lines of the listing.  Adding
   to an audit that is finished is an error.  */
char *kcfi_audit_add_path (struct kcfi_audit *audit, const char *path);

/* The same with the SIZE bytes at BYTES, which are copied, under NAME; not
   compressed.  */
char *kcfi_audit_add_bytes (struct kcfi_audit *audit, const char *name,
			    const void *bytes, size_t size);

/* Everything is added: judge it.  KNOWN is NULL or has the names of functions
   that may have unchecked calls, one a line, `#' starts a comment.  What asks
   for results finishes an audit that is not finished yet, without such a
   list.  */
void kcfi_audit_finish (struct kcfi_audit *audit, const char *known);

/* --- Results ------------------------------------------------------------- */

/* Numbers of things.  */
struct kcfi_audit_figures
{
  size_t files;	    /* Objects and images, each member of an archive.  */
  size_t listings;  /* Of print-ids.  */
  size_t functions; /* In all files ...  */
  size_t preambles; /* ... and how many of them have a preamble.  */
  size_t sites;	    /* Indirect calls and jumps: the sum of these three.  */
  size_t checked;
  size_t excused;   /* They need no check: jump tables, the linker's stubs.  */
  size_t unchecked; /* With a reason or without, known or not.  */
  size_t ids;	    /* Different ones, of functions or checked calls.  */
  size_t proved;    /* Preambles whose id debug information gives as well.  */
};

void kcfi_audit_figures (struct kcfi_audit *audit,
			 struct kcfi_audit_figures *figures);

/* How many findings of PROBLEM there are.  */
size_t kcfi_audit_count (struct kcfi_audit *audit,
			 enum kcfi_audit_problem problem);

struct kcfi_audit_finding
{
  enum kcfi_audit_problem problem;
  const char *file; /* As it was named; NULL: of all files together.  */
  const char *text; /* One line.  */
};

/* Fill FINDING with number NUMBER of all, from 0 on; false if there are not so
   many.  */
bool kcfi_audit_finding (struct kcfi_audit *audit, size_t number,
			 struct kcfi_audit_finding *finding);

/* --- Comparing with an earlier build ------------------------------------- */

/* What later builds of the same inputs can be compared with, for a file.  It has
   no addresses: the same code at another place gives the same.  kcfi-audit(1)
   has the format.  */
char *kcfi_audit_baseline (struct kcfi_audit *audit);

/* Add to the findings what is worse than in BASELINE, a text of
   kcfi_audit_baseline, called NAME in errors.  Returns an error or NULL; after an
   error nothing was added.  */
char *kcfi_audit_compare_baseline (struct kcfi_audit *audit, const char *name,
				   const char *baseline);

/* --- Texts --------------------------------------------------------------- */

/* How texts look.  All zero: without colour and lists.  */
struct kcfi_audit_style
{
  bool mangled; /* Names of C++ and Rust stay as symbol tables have them.  */
  bool colour;	/* Escape sequences of terminals; KCFI_AUDIT_TEXT.  */
  size_t limit; /* Entries of a list, SIZE_MAX: all; KCFI_AUDIT_TEXT.  */
  unsigned fail_on; /* Bits 1 << enum kcfi_audit_problem: what is failure.  */
  /* kcfi_audit_explain_log: the first file's lowest section with contents was
     loaded at LOAD_ADDRESS when the log's numbers were taken.  */
  bool loaded_elsewhere;
  uint64_t load_address;
};

enum kcfi_audit_format
{
  KCFI_AUDIT_TEXT,
  KCFI_AUDIT_JSON, /* kcfi-audit(1) has the keys.  */
  KCFI_AUDIT_HTML,
  KCFI_AUDIT_LINE, /* One line.  */
  KCFI_AUDIT_SARIF /* The findings, as SARIF 2.1.0.  */
};

/* The whole report about AUDIT.  */
char *kcfi_audit_report (struct kcfi_audit *audit,
			 enum kcfi_audit_format format,
			 const struct kcfi_audit_style *style);

/* True, and *ID is set, if TEXT is an id: 0x and up to eight hexadecimal
 * digits.
 */
bool kcfi_audit_parse_id (const char *text, uint32_t *id);

/* The prototype of ID as C, or as it is hashed where C is not known
   ("_ZTSFiiE"); NULL if no file and no listing has one.  */
const char *kcfi_audit_prototype (struct kcfi_audit *audit, uint32_t id);

/* What ID is as C, and who has it.  *FOUND tells whether anything has it. AUDIT
   needs KCFI_AUDIT_DECLARATIONS.  If nobody has it simple prototypes are tried,
   which takes a tenth of a second.  */
char *kcfi_audit_explain_id (struct kcfi_audit *audit, uint32_t id,
			     const struct kcfi_audit_style *style, bool *found);

/* What the CFI reports of Linux in LOG, a kernel's messages, mean.  *REPORTS is
   how many there are.  AUDIT needs KCFI_AUDIT_DECLARATIONS.  */
char *kcfi_audit_explain_log (struct kcfi_audit *audit, const char *log,
			      const struct kcfi_audit_style *style,
			      size_t *reports);

/* What is different in NEW_BUILD.  *DIFFERENCES is how many there are.  Both
   need KCFI_AUDIT_DECLARATIONS.  NULL if they cannot be compared: one has a
   listing and the other does not.  */
char *kcfi_audit_diff (struct kcfi_audit *old_build,
		       struct kcfi_audit *new_build,
		       const struct kcfi_audit_style *style,
		       size_t *differences);

/* The same as JSON: doc/kcfi-audit-diff.schema.json.  */
char *kcfi_audit_diff_json (struct kcfi_audit *old_build,
			    struct kcfi_audit *new_build,
			    const struct kcfi_audit_style *style,
			    size_t *differences);

/* STRING for a terminal: control characters become `?', what is not UTF-8 is
   taken as Latin-1.  */
char *kcfi_audit_printable (const char *string);

/* Show on standard error, from now on or not, how far the work on a file is.
   It is of the process.  At the start nothing is shown.  */
void kcfi_audit_show_progress (bool show);

#ifdef __cplusplus
}
#endif

#endif
