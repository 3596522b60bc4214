/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong, of one file or of all together.  */

#ifndef AUDIT_FINDINGS_H
#define AUDIT_FINDINGS_H

#include <stddef.h>

struct audit;
struct audit_file;

/* In the words of --fail-on.  */
enum audit_problem
{
  AUDIT_PROBLEM_UNCHECKED, /* A site without check or excuse.  */
  AUDIT_PROBLEM_SEPARATED, /* A check without its call.  */
  AUDIT_PROBLEM_TRAPS,	   /* The trap table is not what the code has.  */
  AUDIT_PROBLEM_TAKEN,	   /* Address taken, but no preamble.  */
  AUDIT_PROBLEM_MIXED,	   /* Settings that do not fit together.  */
  AUDIT_PROBLEM_PROOF,	   /* Debug information gives another id.  */
  AUDIT_PROBLEM_TYPEID,	   /* __kcfi_typeid_ and preamble differ.  */
  AUDIT_PROBLEM_TARGET,	   /* An id is called that no function has.  */
  AUDIT_PROBLEM_COLLISION, /* One id, two prototypes.  */
  AUDIT_PROBLEMS
};

struct audit_finding
{
  enum audit_problem problem;
  char *text; /* One line, without the file's name.  */
};

/* Note PROBLEM at FILE, or of all files of AUDIT together; the text is what
   FORMAT makes.  */
void audit_add_finding (struct audit_file *file, enum audit_problem problem,
			const char *format, ...)
    __attribute__ ((format (printf, 3, 4)));
void audit_add_common_finding (struct audit *audit, enum audit_problem problem,
			       const char *format, ...)
    __attribute__ ((format (printf, 3, 4)));

/* How many findings of PROBLEM there are, of all files and of each.  */
size_t audit_count_findings (const struct audit *audit,
			     enum audit_problem problem);

/* "unchecked", "separated" ...: the word of --fail-on.  */
const char *audit_problem_name (enum audit_problem problem);

#endif
