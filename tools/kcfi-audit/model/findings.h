/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong, of one file or of all together.  */

#ifndef AUDIT_FINDINGS_H
#define AUDIT_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../kcfi-audit.h"

struct audit;
struct audit_file;

/* What may be wrong; ../kcfi-audit.h says what each is.  */
enum audit_problem
{
  AUDIT_PROBLEM_UNCHECKED = KCFI_AUDIT_UNCHECKED,
  AUDIT_PROBLEM_SEPARATED = KCFI_AUDIT_SEPARATED,
  AUDIT_PROBLEM_TRAPS = KCFI_AUDIT_TRAPS,
  AUDIT_PROBLEM_TAKEN = KCFI_AUDIT_TAKEN,
  AUDIT_PROBLEM_MIXED = KCFI_AUDIT_MIXED,
  AUDIT_PROBLEM_PROOF = KCFI_AUDIT_PROOF,
  AUDIT_PROBLEM_TYPEID = KCFI_AUDIT_TYPEID,
  AUDIT_PROBLEM_TARGET = KCFI_AUDIT_TARGET,
  AUDIT_PROBLEM_COLLISION = KCFI_AUDIT_COLLISION,
  AUDIT_PROBLEM_UNPROTECTED = KCFI_AUDIT_UNPROTECTED,
  AUDIT_PROBLEM_VTABLE = KCFI_AUDIT_VTABLE,
  AUDIT_PROBLEM_ADDED = KCFI_AUDIT_ADDED,
  AUDIT_PROBLEM_GROWN = KCFI_AUDIT_GROWN,
  AUDIT_PROBLEM_LOST = KCFI_AUDIT_LOST,
  AUDIT_PROBLEMS = KCFI_AUDIT_PROBLEMS
};

struct audit_finding
{
  enum audit_problem problem;
  char *text; /* One line, without the file's name.  */
  /* Where it is, if that is one place.  */
  bool placed;
  uint64_t address;
  const char *source; /* Or NULL.  */
  int line;
};

/* Note PROBLEM at FILE, or of all files of AUDIT together; the text is what
   FORMAT makes.  */
void audit_add_finding (struct audit_file *file, enum audit_problem problem,
			const char *format, ...)
    __attribute__ ((format (printf, 3, 4)));
/* The last finding of FILE is about ADDRESS, which is that of LINE of SOURCE; that
   may be NULL.  */
void audit_place_finding (struct audit_file *file, uint64_t address,
			  const char *source, int line);

/* It is about function NUMBER.  */
void audit_place_function (struct audit_file *file, size_t number);

void audit_add_common_finding (struct audit *audit, enum audit_problem problem,
			       const char *format, ...)
    __attribute__ ((format (printf, 3, 4)));

/* How many findings of PROBLEM there are, of all files and of each.  */
size_t audit_count_findings (const struct audit *audit,
			     enum audit_problem problem);

/* What PROBLEM is, in a sentence.  */
const char *audit_describe_problem (enum audit_problem problem);

/* "unchecked", "separated" ...: the word of --fail-on.  */
const char *audit_problem_name (enum audit_problem problem);

#endif
