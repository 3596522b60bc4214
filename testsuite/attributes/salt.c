/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "cfi_salt came with clang 22" } */
/* cfi_salt: on a function, a typedef of a function or pointer type, a member.  An
   empty salt is none; the salt of an inner type does not count.  */

#define SALT(text) __attribute__ ((cfi_salt (text)))

extern int salted (int) SALT ("pepper");
extern int empty (int) SALT ("");
typedef int (*salted_pointer) (int) SALT ("pepper");
typedef int salted_type (int) SALT ("pepper");
extern void takes_salted (salted_pointer);
extern salted_type by_typedef;

void *taken[] = { (void *) salted, (void *) empty, (void *) takes_salted,
		  (void *) by_typedef };

int defined (int x) SALT ("pepper");
int SALT ("pepper")
defined (int x)
{
  return x + 1;
}

struct operations
{
  int (*hook) (int) SALT ("pepper");
  int (*plain) (int);
};

int
call_pointer (salted_pointer f)
{
  return f (1) + 1;
}

int
call_type (salted_type *f)
{
  return f (1) + 1;
}

int
call_member (struct operations *o)
{
  return o->hook (1) + o->plain (2);
}

/* { dg-final { check-typeid salted 3e770663 } } */
/* { dg-final { check-typeid empty 00050794 } } */
/* { dg-final { check-typeid takes_salted 1ab88bbf } } */
/* { dg-final { check-typeid by_typedef 3e770663 } } */
/* { dg-final { check-preamble defined 3e770663 } } */
/* { dg-final { check-calls 4 -ids {3e770663 3e770663 3e770663 00050794} } } */
