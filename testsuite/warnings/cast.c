/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=cast" } */
/* { dg-options "-O2 -std=gnu17" } */
/* Conversions of function pointers that change the type id, written as casts or
   allowed by C without one (an enum and its integer type are compatible).  */

enum e { A };
void of_enum (enum e);
void of_unsigned (unsigned);
void of_int (int);
int with_result (int);

void (*to_enum) (enum e) = of_unsigned; /* { dg-warning "conversion from 'void ..\\)\\(unsigned int\\)' to 'void ..\\)\\(enum e\\)' changes the type id.{0,90} .warn=cast" } */
void (*cast) (unsigned) = (void (*) (unsigned)) of_int; /* { dg-warning "changes the type id" } */
struct operations { void (*run) (unsigned); };
struct operations implicit = { .run = of_enum }; /* { dg-warning "changes the type id" } */

void take (void (*) (long));

void
in_code (void (*pointer) (int))
{
  take ((void (*) (long)) of_int); /* { dg-warning "changes the type id" } */
  take ((void (*) (long)) pointer); /* { dg-warning "changes the type id" } */
}

/* The same id, or none to compare: silence.  */
void (*same) (int) = of_int;
void (*const_parameter) (const int) = of_int;
void *forgotten = (void *) of_int;
/* GCC folds the detour in an initialiser; the call traps all the same.  */
int (*through_void) (long) = (int (*) (long)) (void *) with_result; /* { dg-warning "changes the type id" } */
void (*unprototyped) () = of_int;
