/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an attacker who has overwritten a pointer can still reach.

   A checked call lets through the functions of all files that have its id, its
   targets.  One that needs a check and has none lets through everything.  Calls
   that need no check are left out: no pointer of the program decides about them.

   How much of all is removed is the average indirect target reduction (AIR) of
   Zhang and Sekar, "Control Flow Integrity for COTS Binaries", USENIX Security
   2013: the mean of 1 - targets / S over all calls.  Returns, which KCFI
   does not check, are not among them: so it is the fAIR, of forward edges, of Tice et
   al., "Enforcing Forward-Edge Control-Flow Integrity in GCC & LLVM", USENIX Security
   2014.  S is what could be called without any check.  In both papers it is every
   byte of the code; a coarse protection leaves every function, or every function
   whose address is taken.  */

#ifndef AUDIT_REACH_H
#define AUDIT_REACH_H

#include "../model/audit.h"

/* What S may be.  */
enum audit_base
{
  AUDIT_BASE_FUNCTIONS, /* All functions.  */
  AUDIT_BASE_TAKEN,	/* Those whose address is taken, as far as is seen.  */
  AUDIT_BASE_BYTES,	/* Of code.  */
  AUDIT_BASES
};

struct audit_reach
{
  size_t checked;   /* Calls and jumps.  */
  size_t unchecked; /* Without excuse.  */
  size_t pairs;	    /* Of a checked call and one of its targets.  */
  /* Targets of a checked call; ranks are the nearest ones.  */
  size_t median;
  size_t ninetieth; /* 90 % have at most so many.  */
  size_t largest;
  uint64_t bases[AUDIT_BASES]; /* Of all files.  */
};

/* How far the calls of all files of AUDIT reach ...  */
void audit_measure_reach (const struct audit *audit, struct audit_reach *reach);

/* ... and those of FILE, one of them; ALL is what audit_measure_reach gave.  */
void audit_measure_file_reach (const struct audit *audit,
			       const struct audit_file *file,
			       const struct audit_reach *all,
			       struct audit_reach *reach);

/* In millionths: the mean number of targets, and what is removed of BASE, which is
   negative where more is let through than BASE has.  -1 and INT64_MIN if there are
   no calls or nothing in BASE.  */
int64_t audit_mean_targets (const struct audit_reach *reach);
int64_t audit_removed_part (const struct audit_reach *reach,
			    enum audit_base base);

/* Append the targets of a call, and what is removed, in words.  There are checked
   calls.  */
void audit_describe_targets (struct kcfi_text *out,
			     const struct audit_reach *reach);
void audit_describe_removed (struct kcfi_text *out,
			     const struct audit_reach *reach);

/* Append PART, in millionths, as per cent with two digits, rounded down.  */
void audit_print_part (struct kcfi_text *out, int64_t part);

/* The classes of IDS whose calls reach most, by functions times calls; to be
   freed.  */
const struct audit_class **audit_reaching_classes (const struct audit_ids *ids);

#endif
