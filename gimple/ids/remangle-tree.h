/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree between reading and writing a name.

   The reader makes one piece for each thing that is written out, and takes the
   same piece again where a substitution stands: two pieces are two entities,
   even if they are spelled alike.  Clang would have written a substitution had
   they been one.  So the parameter of a generic closure that is a template
   parameter "T_" of its own stays another one than the "T_" of the function
   around it, without knowing why.  */

#ifndef KCFI_REMANGLE_TREE_H
#define KCFI_REMANGLE_TREE_H

#include "mangle.h"

enum kcfi_piece_kind
{
  /* What is no candidate for substitution.  */
  KCFI_PIECE_TEXT,	/* TEXT as it is.  */
  KCFI_PIECE_INTEGER,	/* The same, and it is an integer type.  */
  KCFI_PIECE_LIST,	/* PARTS one after the other.  */
  KCFI_PIECE_NAME,	/* CHILD, where a function or object is named.  */
  KCFI_PIECE_LOCAL,	/* The scope of a function: Z CHILD E TEXT.  */
  KCFI_PIECE_PARAMETER, /* A function's parameter: fL, DEPTH, p, TEXT.  */
  KCFI_PIECE_ENCODING,	/* CHILD, where a function's signature is.  */
  /* What is one.  */
  KCFI_PIECE_TYPE,	   /* LEAD, then CHILD if there is one.  */
  KCFI_PIECE_POINTER,	   /* The same: P.  */
  KCFI_PIECE_ARRAY,	   /* The same: A3_.  */
  KCFI_PIECE_QUALIFIED,	   /* The same: U5AS256 r V K.  */
  KCFI_PIECE_MEMBER,	   /* The same: M and a class.  */
  KCFI_PIECE_FUNCTION,	   /* LEAD, PARTS (result and parameters), TEXT.  */
  KCFI_PIECE_MODULE,	   /* SCOPE (the module before it), TEXT.  */
  KCFI_PIECE_ENTITY,	   /* MODULE and LEAD (its own name) in SCOPE.  */
  KCFI_PIECE_INSTANCE,	   /* SCOPE (a template) with arguments LEAD.  */
  KCFI_PIECE_CLOSURE_SCOPE /* The variable CHILD around its closure: M.  */
};

/* Qualifiers that a generalized pointer keeps of what it pointed to.  */
enum
{
  KCFI_PIECE_CONST = 1,
  KCFI_PIECE_VOLATILE = 2,
  KCFI_PIECE_RESTRICT = 4,
  KCFI_PIECE_QUALIFIER_SETS = 8
};

/* Part of a name; see the kinds for what is used.  Texts are not copied: they
   lie in the string that is read, or are static.  */
struct kcfi_piece
{
  enum kcfi_piece_kind kind;
  bool is_template;	      /* Arguments were seen behind it.  */
  bool only_plain_qualifiers; /* QUALIFIED: nothing but r V K.  */
  unsigned char qualifiers;   /* Of the type, through arrays.  */
  long depth; /* PARAMETER: 0 is fp, 1 fL0p, less the functions around it.  */
  const char *text;
  size_t length;
  struct kcfi_piece *lead;
  struct kcfi_piece *child;
  struct kcfi_piece *scope;
  struct kcfi_piece *module;
  struct kcfi_piece **parts;
  size_t count;
  /* ENTITY, INSTANCE, CLOSURE_SCOPE: the outermost ENTITY of the names that
     this one is nested in, if that is local to a function.  It has ENDING, its
     discriminator (NULL until it was read), which is written behind the whole
     name.  TEXT is what a member function has behind N.  */
  struct kcfi_piece *root;
  struct kcfi_piece *ending;
  /* The writer's: the substitution that this is, once it is one.  */
  size_t number;
  bool has_number;
};

/* Gives out pieces, all of which it frees at once.  Starts zeroed.  */
struct kcfi_piece_store
{
  struct kcfi_piece_block *blocks;
};

/* A new piece of KIND, zero but for that and TEXT with its LENGTH; it lives as
   long as STORE.  */
struct kcfi_piece *kcfi_piece_new (struct kcfi_piece_store *store,
				   enum kcfi_piece_kind kind, const char *text,
				   size_t length);

/* Room for COUNT pieces, which lives as long as STORE.  */
struct kcfi_piece **kcfi_piece_array (struct kcfi_piece_store *store,
				      size_t count);

void kcfi_piece_store_free (struct kcfi_piece_store *store);

#endif
