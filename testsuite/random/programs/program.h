/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the generator of random programs.

   A program has records (structs passed by value), signatures (function types
   with a few functions each) and the places that pointers are kept in: tables,
   members, unions, variables.  Every function takes from a common budget, so
   that the program ends; everything that it computes goes into a sum, which
   main prints.  Values are free of undefined behaviour: unsigned arithmetic,
   small floating point numbers, sequenced calls.  */

#ifndef KCFI_PROGRAM_H
#define KCFI_PROGRAM_H

#include <stdbool.h>

enum
{
  MAX_PARAMETERS = 9,
  MAX_FUNCTIONS = 4
};

enum value_kind
{
  VALUE_VOID,	   /* results only */
  VALUE_SCALAR,
  VALUE_FLOATING,
  VALUE_RECORD,	   /* a struct by value */
  VALUE_REFERENCE, /* a pointer to one */
  VALUE_FUNCTION   /* a pointer to a function of another signature */
};

struct value_type
{
  enum value_kind kind;
  unsigned number; /* which scalar, record or signature */
};

struct signature
{
  struct value_type result;
  struct value_type parameters[MAX_PARAMETERS];
  unsigned parameter_count;
  bool variadic; /* called with further ints; the last parameter counts them */
  unsigned function_count;
};

extern struct signature signatures[];
extern unsigned signature_count;
extern unsigned record_count;

/* No nested functions, which Clang does not know.  */
extern bool standard_only;

/* Make and print the records and the signatures' typedefs.  */
void make_types (void);

/* Print the declarations of all functions and the places for pointers.  */
void print_places (void);

/* Print TYPE, or TYPE and NAME.  */
void print_type (struct value_type type);

/* Print the head of function FUNCTION of signature SIGNATURE.  */
void print_head (unsigned signature, unsigned function);

/* Print an expression of TYPE.  WITHIN is the signature of the function that
   it stands in, whose parameters p0 ... it may use.  */
void print_value (struct value_type type, const struct signature *within);

/* Print the arguments of a call of CALLEE, without parentheses.  */
void print_arguments (const struct signature *callee,
		      const struct signature *within);

/* Print a statement that puts the expression printed by the caller next to it
   into the sum: print_mix (type, "name").  */
void print_mix (struct value_type type, const char *name);

/* Print an expression that is a pointer to a function of SIGNATURE.  */
void print_pointer (unsigned signature, const struct signature *within);

/* Print the definition of function FUNCTION of signature SIGNATURE.  */
void print_function (unsigned signature, unsigned function);

/* Print `forge', which calls through a pointer of the wrong type, and what it
   needs.  */
void print_forge (void);

#endif
