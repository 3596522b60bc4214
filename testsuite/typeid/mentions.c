/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which types are the same, and so become a substitution, and which are not:
   - each mention of a variable length array is a type of its own,
     `int (*)[n], int (*)[n]' is PA_iPA_i; a typedef is one type;
   - a typedef with may_alias is what it stands for;
   - a pointer to a function that does not return is a type of its own;
   - a typedef of a member's type does not name that type.  */
/* { dg-options "-w" } */
/* { dg-require plugin "Clang before 22 has another name for members" } */

void star (int n, int (*a)[*], int (*b)[*]);
void twice (int n, int (*a)[n], int (*b)[n]);
void mixed (int n, int (*a)[], int (*b)[n], int (*c)[]);
void deep (int n, int (**a)[n], int (**b)[n], int (*c)[]);
void levels (int n, int (*a)[5][n], int (*b)[n][5], int (*c)[5][n],
	     int (*d)[5][5]);
void constant (int n, const int (*a)[n], const int (*b)[n],
	       const int (*c)[5]);
void inside (int n, int (*a)[n], void (*b) (int n, int (*)[n]));
typedef void fn (int n, int (*)[n]);
typedef void (*fp) (int n, int (*)[n]);
void by_typedef (fn *, fn *, void (*) (int n, int (*)[n]));
void by_pointer (fp, fp, fp *, fp *);
void two_typedefs (fp, fn, fn *);

typedef long long alias_ll __attribute__ ((__may_alias__));
typedef _Bool alias_bool __attribute__ ((__may_alias__));
typedef float alias_float __attribute__ ((__may_alias__));
typedef struct tag { int a; } alias_tag __attribute__ ((__may_alias__));
void may_alias_ll (alias_ll, alias_ll *, long long *);
void may_alias_bool (alias_bool, alias_bool *, _Bool *);
void may_alias_float (alias_float, alias_float *, float *);
void may_alias_tag (alias_tag, alias_tag *, struct tag *);

typedef void (*noreturn) (int) __attribute__ ((__noreturn__));
void noreturns (void (*) (int), noreturn, noreturn *, void (**) (int));

struct outer { struct { int x; } in; };
typedef __typeof__ (((struct outer *) 0)->in) in_outer;
void member (in_outer, struct outer);

void *const table[] = {
  star, twice, mixed, deep, levels, constant, inside, by_typedef, by_pointer,
  two_typedefs, may_alias_ll, may_alias_bool, may_alias_float, may_alias_tag,
  noreturns, member
};

/* { dg-final { check-typeid star 5f02fa8d } } */
/* { dg-final { check-typeid twice 5f02fa8d } } */
/* { dg-final { check-typeid mixed 0b469417 } } */
/* { dg-final { check-typeid deep 9d0baae9 } } */
/* { dg-final { check-typeid levels 6cafae9b } } */
/* { dg-final { check-typeid constant f018a98d } } */
/* { dg-final { check-typeid inside c90e56ec } } */
/* { dg-final { check-typeid by_typedef 68405b52 } } */
/* { dg-final { check-typeid by_pointer 13061929 } } */
/* { dg-final { check-typeid two_typedefs 440a05fd } } */
/* { dg-final { check-typeid may_alias_ll 9e52fe8e } } */
/* { dg-final { check-typeid may_alias_bool 584f81c9 } } */
/* { dg-final { check-typeid may_alias_float d29a91d0 } } */
/* { dg-final { check-typeid may_alias_tag 2ee101df } } */
/* { dg-final { check-typeid noreturns de38ed1f } } */
/* { dg-final { check-typeid member c89365a7 } } */
