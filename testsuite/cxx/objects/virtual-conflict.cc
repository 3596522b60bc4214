/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thunk that two virtual bases share would need two ids with virtual=class, and
   gets copies (virtual/shared-thunks.cc).  One that the machine cannot write has
   become an ordinary function by then: on i386 there is no register left for the
   table when three hold arguments (ix86_can_output_mi_thunk).  An error, rather than a
   call that traps.  Destructors are no trouble (virtual/destructors.cc).  */
/* { dg-require x86_64 "-m32 is its" } */
/* { dg-options "-m32" } */
/* { dg-require plugin "Clang does not check virtual calls" } */
/* { dg-plugin-args "virtual=class" } */
/* { dg-prune-output "note: .* is declared here" } */

struct one
{
  int x;
  virtual int __attribute__ ((regparm (3))) h (int, int);
};

struct two
{
  int y;
  virtual int __attribute__ ((regparm (3))) h (int, int);
};

struct both : virtual one, virtual two
{
  int __attribute__ ((regparm (3))) h (int, int) override; /* { dg-error "one thunk of .*both.* would need two ids: it is reached as 'virtual int one::h\\(int, int\\)' and as 'virtual int two::h\\(int, int\\)'" } */
};

int
both::h (int, int)
{
  return 1;
}

/* One introducer that is not checked leaves one id.  */
struct [[kcfi::prebuilt]] given
{
  int y;
  virtual int __attribute__ ((regparm (3))) h (int, int);
};

struct fine : virtual one, virtual given
{
  int __attribute__ ((regparm (3))) h (int, int) override;
};

int
fine::h (int, int)
{
  return 2;
}
