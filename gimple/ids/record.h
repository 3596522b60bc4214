/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings record: what all objects that are linked together must agree
   in.  The plugin writes it into .comment, where the linker merges equal ones;
   kcfi-audit reads it (doc/abi.md "Settings record").  */

#ifndef KCFI_RECORD_H
#define KCFI_RECORD_H

#include "mangle.h"
#include "virtual-mode.h"

#ifdef __cplusplus
extern "C" {
#endif

struct kcfi_record
{
  struct kcfi_id_options id;
  bool arity;	    /* Preambles tell the number of arguments.  */
  unsigned prefix;  /* M: nops between id and entry, of the whole unit.  */
  bool has_virtual; /* A unit of C++; those of C fit every mode.  */
  enum kcfi_virtual_mode virtual_mode;
};

/* Append the record to OUT, without a newline:
     kcfi: 1 hash=xxHash64 normalize-integers=0 generalize-pointers=0 arity=0 prefix=0
   and, of a unit of C++,
     virtual=name
   1 is the version of this form.  */
void kcfi_record_print (struct kcfi_text *out,
			const struct kcfi_record *record);

/* Read LINE, which ends with NUL.  False if it is no record of this version, and
   then *RECORD is not to be used.  Words that this version does not know are
   passed over; a setting that is missing is 0 (xxHash64), but virtual: HAS_VIRTUAL
   is false then.  */
bool kcfi_record_parse (struct kcfi_record *record, const char *line);

/* Append to OUT in what ONE and OTHER differ, "hash (xxHash64, FNV-1a), prefix
   (0, 11)"; nothing if they agree.  A record without `virtual' agrees with every
   mode.  */
void kcfi_record_differences (struct kcfi_text *out,
			      const struct kcfi_record *one,
			      const struct kcfi_record *other);

#ifdef __cplusplus
}
#endif

#endif
