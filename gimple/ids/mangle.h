/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a function type to the string that is hashed, and to the type id.  */

#ifndef KCFI_MANGLE_H
#define KCFI_MANGLE_H

#include "../../plugin/base/text.h"
#include "type-model.h"

#ifdef __cplusplus
extern "C" {
#endif

enum kcfi_hash
{
  KCFI_HASH_XXHASH64, /* Low 32 bits of XXH64, seed 0.  */
  KCFI_HASH_FNV1A     /* 32-bit FNV-1a.  */
};

/* What users call HASH: "xxHash64", "FNV-1a", as Clang's
   -fsanitize-kcfi-hash= does.  Static.  */
const char *kcfi_hash_name (enum kcfi_hash hash);

/* The hash that is called NAME, case-sensitive, in *HASH; false if none is.  */
bool kcfi_hash_by_name (const char *name, enum kcfi_hash *hash);

/* What an id depends on besides the prototype.  */
struct kcfi_id_options
{
  bool normalize_integers;
  bool generalize_pointers;
  enum kcfi_hash hash;
};

/* The string of FUNCTION (a function type of MODEL): "_ZTS", the Itanium name,
   then ".SALT" (unless SALT is NULL or empty), ".normalized", ".generalized".
   The caller frees it.  Numbers unnamed tags on the way, so MODEL is not const.
   Source: doc/type-ids.md; Clang's CodeGenModule::CreateKCFITypeId.  */
char *kcfi_type_string (kcfi_type_model *model, const kcfi_type *function,
			const char *salt,
			const struct kcfi_id_options *options);

/* The same string, but no unnamed or local tag gets a number by it: one that has
   none yet is written by its identity.  For comparing the strings of one model,
   not for hashing: they are equal if and only if those of kcfi_type_string would
   be.  The caller frees it.  */
char *kcfi_type_preview (kcfi_type_model *model, const kcfi_type *function,
			 const char *salt,
			 const struct kcfi_id_options *options);

/* Append the Itanium name of TYPE to OUT: what kcfi_type_string writes between
   "_ZTS" and the suffixes, for any type and without generalizing.  */
void kcfi_mangle_type (kcfi_type_model *model, const kcfi_type *type,
		       bool normalize_integers, struct kcfi_text *out);

/* The type id of STRING.  */
uint32_t kcfi_type_id (const char *string, enum kcfi_hash hash);

#ifdef __cplusplus
}
#endif

#endif
