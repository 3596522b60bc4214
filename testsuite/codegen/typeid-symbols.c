/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -w -std=gnu11 -fno-pie -fno-pic" } */
/* __kcfi_typeid_NAME: once for each function that is address-taken and not
   defined here; decided on the source, before anything is optimised away.  */

extern int in_initialiser (int);
extern int returned (int);
extern int compared (int);
extern int argument (int);
extern int stored (int);
extern int twice (int);
extern int weak (int) __attribute__ ((__weak__));
extern int hidden (int) __attribute__ ((__visibility__ ("hidden")));
extern int renamed (int) __asm__ ("assembler_name");
extern int exempt (int) __attribute__ ((__no_sanitize__ ("kcfi")));
extern int old_style ();
extern int folded (int);
extern int cast_call (int);
extern int in_used_static (int);
extern int in_asm (int);
extern int in_local_static (int);

extern void *memcpy (void *, const void *, unsigned long);

extern int direct (int);
extern int in_sizeof (int);
extern int in_dead_code (int);
extern int in_unused_static (int);
extern int defined_later (int);
extern int odd$name (int);

extern void use (void *);

int (*global) (int) = in_initialiser;
void *array[] = { twice, twice, weak, hidden, renamed, exempt, old_style,
		  defined_later, odd$name, memcpy };
static void *used __attribute__ ((__used__)) = in_used_static;
static void *unused = in_unused_static;

void *
takes (void *p)
{
  if (p == (void *) compared)
    return returned;
  use (argument);
  global = stored;
  if (0)
    use (in_dead_code);
  return 0;
}

/* What is taken is known to the optimisers and disappears.  */
int
folds (int x)
{
  int (*f) (int) = folded;

  return f (x) + direct (x) + (int) sizeof (&in_sizeof);
}

long
casts (long x)
{
  return ((long (*) (long)) cast_call) (x);
}

void *
keeps (void)
{
  static void *const local = in_local_static;

  __asm__ volatile ("" : : "i"(in_asm));
  return local;
}

int
defined_later (int x)
{
  return x;
}

/* { dg-final { check-typeid in_initialiser 00050794 } } */
/* { dg-final { check-typeid returned 00050794 } } */
/* { dg-final { check-typeid compared 00050794 } } */
/* { dg-final { check-typeid argument 00050794 } } */
/* { dg-final { check-typeid stored 00050794 } } */
/* { dg-final { check-typeid twice 00050794 } } */
/* { dg-final { check-typeid weak 00050794 } } */
/* { dg-final { check-typeid hidden 00050794 } } */
/* { dg-final { check-typeid assembler_name 00050794 } } */
/* { dg-final { check-typeid exempt 00050794 } } */
/* { dg-final { check-typeid old_style 993e738c } } */
/* { dg-final { check-typeid folded 00050794 } } */
/* { dg-final { check-typeid cast_call 00050794 } } */
/* { dg-final { check-typeid in_used_static 00050794 } } */
/* { dg-final { check-typeid in_asm 00050794 } } */
/* { dg-final { check-typeid in_local_static 00050794 } } */
/* { dg-final { check-typeid memcpy 973e8484 } } */
/* { dg-final { check-no-typeid direct } } */
/* { dg-final { check-no-typeid in_sizeof } } */
/* { dg-final { check-no-typeid in_dead_code } } */
/* { dg-final { check-no-typeid in_unused_static } } */
/* { dg-final { check-no-typeid defined_later } } */
/* { dg-final { check-no-typeid renamed } } */
/* { dg-final { scan-symbols-not "__kcfi_typeid_odd" } } */
/* { dg-final { check-preamble defined_later 00050794 } } */
