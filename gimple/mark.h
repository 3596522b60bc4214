/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark: what the GIMPLE pass found out about a call or a function, in the
   form in which it travels through GCC.

   A call's mark is an attribute of the call's own function type: every pass
   copies that type, inlining and LTO streaming keep it, and calls of different
   marks are not "the same call" for GCC.  A function's mark is an attribute of
   its declaration.  Both have a space in their names, as GCC's own "fn spec",
   so that no source can write them.  */

#ifndef KCFI_MARK_H
#define KCFI_MARK_H

#include "code-choices.h"

/* Why a call carries no id.  Values are stored in objects: append only.  */
enum kcfi_reason
{
  KCFI_REASON_NOCFI = 1,	    /* In a no_sanitize ("kcfi") function.  */
  KCFI_REASON_UNPROTOTYPED = 2,	    /* `int (*f) ()'.  */
  KCFI_REASON_CONSTANT_ADDRESS = 3, /* ((fn) 0x1000) ().  */
  KCFI_REASON_BUILTIN_APPLY = 4,    /* __builtin_apply.  */
  KCFI_REASON_DIRECT = 5,      /* A known function, its address in a register
				 (-fno-plt, -mcmodel=large) or memory.  */
  KCFI_REASON_OTHER_STATE = 6, /* Into code of another security state, which
				  has ids of its own or none (arm's
				  cmse_nonsecure_call).  */
  KCFI_REASON_VIRTUAL = 7,     /* C++: of a virtual function, by way of the
				  object, which this unit or this function's
				  class does not check (cxx/virtual-ids.h).
				  Clang's KCFI never does.  */
  KCFI_REASON_COROUTINE = 8    /* C++: resumes or destroys a coroutine, whose
				  parts have no type.  As Clang.  */
};

/* The words for REASON, for messages and listings.  */
const char *kcfi_reason_text (int reason);

/* One number for a mark: an id is 0 ... 2^32-1, a reason its negative.  The id of
   a virtual call has one more bit: it is compared with the second word in front
   of the function (cxx/virtual-ids.h).  */
typedef HOST_WIDE_INT kcfi_mark;

#define KCFI_MARK_VIRTUAL ((kcfi_mark) 1 << 32)

static inline bool
kcfi_mark_has_id (kcfi_mark mark)
{
  return mark >= 0;
}

/* The id of MARK, which has one.  */
static inline uint32_t
kcfi_mark_id (kcfi_mark mark)
{
  return (uint32_t) mark;
}

/* True if MARK has the id of a virtual call.  */
static inline bool
kcfi_mark_virtual_p (kcfi_mark mark)
{
  return kcfi_mark_has_id (mark) && (mark & KCFI_MARK_VIRTUAL);
}

/* Keep types of different marks apart; call once.  */
void kcfi_marks_start (void);

/* True if calls are unchecked for REASON because of what they are in the language:
   there is nothing to mend in the source, and no reason to warn.  */
bool kcfi_reason_of_language_p (int reason);

/* cfi_salt ("text") of a function type (plugin/attributes.cc).  */
#define KCFI_SALT_ATTRIBUTE "cfi_salt"

/* cfi_encoding ("text") of a struct, union, enum or typedef
   (plugin/encoding-attribute.cc).  */
#define KCFI_ENCODING_ATTRIBUTE "cfi_encoding"

/* Teach GCC the attributes; call at PLUGIN_ATTRIBUTES.  */
void kcfi_register_mark_attributes (void);

/* A variant of FNTYPE that carries MARK (a mark already there is replaced).  */
tree kcfi_marked_function_type (tree fntype, kcfi_mark mark);

/* The mark of FNTYPE in *MARK; false if it has none.  */
bool kcfi_function_type_mark (const_tree fntype, kcfi_mark *mark);

/* What the function definition DECL needs in front of it.  */
struct kcfi_function_mark
{
  uint32_t id;	       /* Of its prototype.  */
  bool needs_preamble; /* Another unit or a pointer may reach it.  */
  bool has_virtual_id; /* It can stand in a virtual table.  */
  uint32_t virtual_id; /* If so: what virtual calls compare.  */
  struct kcfi_code_choices choices;
};

void kcfi_mark_function (tree decl, const struct kcfi_function_mark *mark);
bool kcfi_function_decl_mark (const_tree decl, struct kcfi_function_mark *mark);

#endif
